//! Quarters and halves of a year, and the years that companies and treasuries count.

use super::expression::{DateExpr, Origin};
use super::scan::Scan;
use super::starts as on;
use super::{Found, Reader, date_rule};
use crate::rule::Reads;

pub(super) const QUARTER: Reader = date_rule(
    "date-quarter",
    on::COUNTED | on::OTHER,
    "A quarter of a year, with or without the year.",
    &[
        Reads {
            value: "DATE 2014-Q3",
            sentences: &[
                "Sales fell in the third quarter of 2014.",
                "Sales fell in third-quarter 2014.",
                "Sales fell in Q3 2014.",
                "Sales fell in the 2014 third quarter.",
                "Sales fell in the third quarter of last year.",
                "Sales fell in last year's third quarter.",
                "Sales fell in the year-earlier third quarter.",
            ],
        },
        Reads { value: "DATE 2015-Q2", sentences: &["Sales fell in the second quarter.", "Its second-quarter sales fell."] },
    ],
    &["They live in the Latin quarter.", "A quarter of them left.", "He played in the third quarter-final."],
    quarter,
);

pub(super) const HALF: Reader = date_rule(
    "date-half",
    on::THE_NR | on::ORDINAL | on::TURN | on::OTHER,
    "A half of a year that is named: without one it is a match's as often as a year's.",
    &[
        Reads {
            value: "DATE 2014-H1",
            sentences: &[
                "Sales fell in H1 2014.",
                "Sales fell in the first half of 2014.",
                "Sales fell in the first half of last year.",
            ],
        },
        Reads { value: "DATE 2015-H1", sentences: &["Sales fell in the first half of the year."] },
        Reads {
            value: "DATE 2014-H2",
            sentences: &["Sales fell in the second half of 2014.", "Sales fell in the latter half of 2014."],
        },
    ],
    &["They scored in the second half.", "Half of 2014 people left.", "The first half of the road is paved."],
    half,
);

pub(super) const THAT_QUARTER: Reader = date_rule(
    "quarter-spoken",
    on::THE | on::OTHER | on::UNIT,
    "The quarter, the year-earlier quarter: the quarter spoken of before, and nothing where none was.",
    &[
        Reads { value: "DATE 2014-Q3", sentences: &["Sales fell in Q3 2014, and costs rose in the quarter."] },
        Reads {
            value: "DATE 2013-Q3",
            sentences: &[
                "Sales fell in Q3 2014 from the year-earlier quarter.",
                "Sales fell in Q3 2014 from the year-ago period.",
                "Sales fell in Q3 2014 from the 2013 period.",
            ],
        },
    ],
    &["The quarter was sealed off by police.", "They searched the quarter.", "It is a period of the 2013 law."],
    that_quarter,
);

pub(super) const FISCAL: Reader = date_rule(
    "year-fiscal",
    on::THE | on::OTHER,
    "A year of the books, which begins in the year before as often as not.",
    &[
        Reads {
            value: "DATE 2014",
            sentences: &[
                "Debt fell in fiscal 2014.",
                "Debt fell in FY2014.",
                "Debt fell in FY 2014.",
                "Debt fell in fiscal year 2014.",
                "Debt fell in the 2014 fiscal year.",
            ],
        },
        Reads { value: "DATE 2015", sentences: &["Debt fell in the fiscal year.", "Debt will fall for the full year."] },
    ],
    &["The fiscal rules changed.", "The year of the fiscal crisis hurt.", "A fiscal 2,014 page plan came."],
    fiscal,
);

/// `last year`, `that year`: how many years from where, and the token behind.
pub(super) fn turned_year(s: &Scan, i: usize) -> Option<(i32, Origin, usize)> {
    let (turn, at) = s.phrase(i, &s.words.turns)?;
    let (years, writing) = turn.steps();
    let from = if writing { Origin::Writing } else { Origin::Spoken };
    s.is(at, "year").then_some((years, from, at + 1))
}

/// The year in front of a quarter (`2014`, `last year's`, `year-earlier`), and the token behind.
#[derive(Clone, Copy)]
enum Front {
    Year(i32),
    Turned(i32, Origin),
    Open,
}

fn front(s: &Scan, i: usize) -> (Front, usize) {
    if let Some(year) = s.year(i) {
        return (Front::Year(year), i + 1);
    }
    if let Some((years, from, end)) = turned_year(s, i).filter(|(_, _, end)| s.any(*end, &["'s", "’s"])) {
        return (Front::Turned(years, from), end + 1);
    }
    match year_back(s, i) {
        Some(end) => (Front::Turned(-1, Origin::Writing), end),
        None => (Front::Open, i),
    }
}

/// `year-ago`, `year-earlier`
fn year_back(s: &Scan, i: usize) -> Option<usize> {
    (s.is(i, "year") && s.is(i + 1, "-") && s.any(i + 2, &["earlier", "ago"])).then_some(i + 3)
}

fn quarter(s: &Scan, i: usize) -> Option<Found> {
    if let Some(nr) = s.lower(i).strip_prefix('q').and_then(|d| d.parse().ok()).filter(|n| (1..=4).contains(n)) {
        let year = s.year(i + 1);
        return Some(Found::new(i + 1 + usize::from(year.is_some()), DateExpr::Quarter { year, nr }));
    }
    let the = usize::from(s.is(i, "the"));
    let (front, at) = match front(s, i) {
        (Front::Open, _) => front(s, i + the),
        found => found,
    };
    let at = at + usize::from(s.is(at, "fiscal"));
    let (nr, end) = s.ordinal(at)?;
    let hyphen = usize::from(s.is(end, "-"));
    let end = end + hyphen + usize::from(s.is(end + hyphen, "fiscal"));
    let joined = s.is(end + 1, "-") && s.glued(end + 1);
    // "its third-quarter loss": what describes a noun stands behind its article.
    if !s.is(end, "quarter") || !(1..=4).contains(&nr) || joined || the == 1 && hyphen == 1 && at == i + 1 {
        return None;
    }
    Some(dated(s, front, end + 1, |year| DateExpr::Quarter { year, nr }))
}

/// With the year in front of it or behind it.
fn dated(s: &Scan, front: Front, end: usize, what: impl Fn(Option<i32>) -> DateExpr) -> Found {
    let turned = |years, from, end| Found::new(end, DateExpr::OfYear { years, from, what: Box::new(what(None)) });
    match front {
        Front::Year(year) => Found::new(end, what(Some(year))),
        Front::Turned(years, from) => turned(years, from, end),
        Front::Open => {
            let of = end + usize::from(s.any(end, &["of", ","]));
            let of = of + usize::from(s.is(of, "fiscal"));
            match (s.year(of).filter(|_| !s.counts(of)), turned_year(s, of)) {
                (Some(year), _) => Found::new(of + 1, what(Some(year))),
                (None, Some((years, from, end))) if !s.is(of - 1, ",") => turned(years, from, end),
                _ => Found::new(end, what(None)),
            }
        }
    }
}

fn half(s: &Scan, i: usize) -> Option<Found> {
    if let Some(nr) = s.lower(i).strip_prefix('h').and_then(|d| d.parse().ok()).filter(|n| (1..=2).contains(n)) {
        return s.year(i + 1).map(|year| Found::new(i + 2, DateExpr::Half { year: Some(year), nr }));
    }
    let at = i + usize::from(s.is(i, "the"));
    let nr = match s.lower(at) {
        "first" => 1,
        "second" | "last" | "latter" => 2,
        _ => return None,
    };
    if s.is(at + 1, "half") && s.is(at + 2, "of") && s.is(at + 3, "the") && s.is(at + 4, "year") {
        let what = Box::new(DateExpr::Half { year: None, nr });
        return Some(Found::new(at + 5, DateExpr::OfYear { years: 0, from: Origin::Running, what }));
    }
    let found = s.is(at + 1, "half").then(|| dated(s, Front::Open, at + 2, |year| DateExpr::Half { year, nr }))?;
    (!matches!(found.expr, Some(DateExpr::Half { year: None, .. }))).then_some(found)
}

fn that_quarter(s: &Scan, i: usize) -> Option<Found> {
    let the = i + usize::from(s.is(i, "the"));
    let like = usize::from(s.any(the, &["comparable", "corresponding"]));
    if let Some(end) = year_back(s, the + like) {
        let noun = usize::from(s.any(end, &["quarter", "period"]));
        let article = the > i && noun == 0;
        return (!article).then(|| Found::new(end + noun, DateExpr::ThatQuarter { back: 1 }));
    }
    if let Some(year) = s.year(the).filter(|_| the > i && s.any(the + 1, &["quarter", "period"])) {
        return Some(Found::new(the + 2, DateExpr::QuarterOf(year)));
    }
    let latest = usize::from(s.any(the, &["latest", "same"]));
    let noun = s.is(the + latest, "quarter") || latest == 1 && s.is(the + 1, "period");
    (the > i && noun && !s.is(the + latest + 1, "-")).then(|| Found::new(the + latest + 1, DateExpr::ThatQuarter { back: 0 }))
}

fn fiscal(s: &Scan, i: usize) -> Option<Found> {
    if let Some(year) = s.lower(i).strip_prefix("fy").and_then(|d| d.parse().ok()).filter(|y| (1900..2200).contains(y)) {
        return Some(Found::new(i + 1, DateExpr::Fiscal(year)));
    }
    if s.any(i, &["fiscal", "fy"]) {
        let at = i + 1 + usize::from(s.is(i + 1, "year"));
        return s.year(at).map(|year| Found::new(at + 1, DateExpr::Fiscal(year)));
    }
    if !s.is(i, "the") {
        return None;
    }
    if let Some(year) = s.year(i + 1).filter(|_| s.is(i + 2, "fiscal") && s.is(i + 3, "year")) {
        return Some(Found::new(i + 4, DateExpr::Fiscal(year)));
    }
    let at = i + 1 + usize::from(s.any(i + 1, &["latest", "current"]));
    let kind = usize::from(s.any(at, &["fiscal", "full"]));
    let cued = kind == 1 || at == i + 1 && matches!(s.before(i), "for");
    let end = at + kind + 1;
    (cued && s.is(end - 1, "year") && !s.is(end, "-"))
        .then(|| Found::new(end, DateExpr::Offset { unit: crate::lexicon::Unit::Year, count: Some(0), from: Origin::Running }))
}
