//! Years and what is counted by them: eras, decades, centuries, quarters, seasons.

use super::expression::DateExpr;
use super::scan::Scan;
use super::{Found, Reader, date_rule};
use crate::rule::Reads;
use crate::text::TokenKind;

pub(super) const YEAR: Reader = date_rule(
    "date-year",
    "A year that stands alone is read behind a preposition, in brackets or before a noun behind an article; any other number of four digits is a number.",
    &[
        Reads {
            value: "DATE 2011",
            sentences: &[
                "The war began in 2011.",
                "It has gone on since 2011.",
                "The 2011 uprising failed.",
                "The old bridge (2011) is gone.",
                "In 2011 rebels took the city.",
                "A 2011 Convention bans it.",
                "2011: The revolt begins",
            ],
        },
        Reads { value: "DATE 1996", sentences: &["It was in nineteen ninety-six.", "By nineteen ninety six it was over."] },
        Reads { value: "DATE 1984", sentences: &["He had lived there from 1984 on.", "By 1984, it was over."] },
    ],
    &[
        "The blast hurt 1984 people.",
        "Some 1,984 people came.",
        "A total of 2011 people came.",
        "It cost 2015 dollars.",
        "The road is closed for 1500 metres.",
        "They live at 1984 Elm Street.",
        "They won by 2000 votes.",
    ],
    year,
);

pub(super) const ERA: Reader = date_rule(
    "date-era",
    "A year with its era.",
    &[
        Reads { value: "DATE BC0241", sentences: &["The fleet sank in 241 BC.", "The fleet sank in 241 B.C."] },
        Reads { value: "DATE 0079", sentences: &["The city was buried in AD 79."] },
    ],
    &["The BC Place arena holds 54,500.", "He paid 241 for it."],
    era,
);

pub(super) const DECADE: Reader = date_rule(
    "date-decade",
    "A decade.",
    &[Reads {
        value: "DATE 199",
        sentences: &["It closed in the 1990s.", "It closed in the '90s.", "It closed in the early 1990s."],
    }],
    &["Temperatures were in the 90s.", "He is in his 90s."],
    decade,
);

pub(super) const CENTURY: Reader = date_rule(
    "date-century",
    "A century by its number.",
    &[Reads { value: "DATE 18", sentences: &["The church is from the 19th century.", "It is a nineteenth-century church."] }],
    &["He scored a century.", "The 19th match was lost."],
    century,
);

pub(super) const QUARTER: Reader = date_rule(
    "date-quarter",
    "A quarter or a half of a year, with or without the year.",
    &[
        Reads {
            value: "DATE 2014-Q3",
            sentences: &[
                "Sales fell in the third quarter of 2014.",
                "Sales fell in third-quarter 2014.",
                "Sales fell in Q3 2014.",
            ],
        },
        Reads { value: "DATE 2015-Q2", sentences: &["Sales fell in the second quarter."] },
        Reads { value: "DATE 2014-H1", sentences: &["Sales fell in the first half of 2014."] },
    ],
    &["They scored in the second half.", "They live in the Latin quarter.", "A quarter of them left."],
    quarter,
);

pub(super) const THAT_QUARTER: Reader = date_rule(
    "quarter-spoken",
    "The quarter, the year-earlier quarter: the quarter spoken of before, and nothing where none was.",
    &[
        Reads { value: "DATE 2014-Q3", sentences: &["Sales fell in Q3 2014, and costs rose in the quarter."] },
        Reads {
            value: "DATE 2013-Q3",
            sentences: &[
                "Sales fell in Q3 2014 from the year-earlier quarter.",
                "Sales fell in Q3 2014 from the year-ago period.",
            ],
        },
    ],
    &["The quarter was sealed off by police.", "They searched the quarter."],
    that_quarter,
);

pub(super) const SEASON: Reader = date_rule(
    "date-season",
    "A season of a year.",
    &[
        Reads { value: "DATE 2011-SU", sentences: &["It began in the summer of 2011.", "It began in summer 2011."] },
        Reads { value: "DATE 2015-SP", sentences: &["It began in the spring."] },
    ],
    &["The spring broke.", "They fall often.", "A fall of 2011 points was feared.", "Many died in the fall of the city."],
    season,
);

/// `nineteen ninety-six`, as a broadcast writes it.
fn spelled_year(s: &Scan, i: usize) -> Option<Found> {
    let (century, middle) = s.cardinal(i).filter(|(n, _)| (17..=20).contains(n))?;
    let (rest, end) = s.cardinal(middle).filter(|(n, _)| (10..100).contains(n))?;
    let counts =
        s.words.units.has(s.lower(end)) || s.is(middle, "-") || s.words.unit.has(s.lower(end + usize::from(s.is(end, "-"))));
    (!counts).then(|| Found::new(end, DateExpr::Year(i32::try_from(century * 100 + rest).unwrap_or(0))))
}

fn year(s: &Scan, i: usize) -> Option<Found> {
    if let Some(found) = spelled_year(s, i) {
        return Some(found);
    }
    let the = usize::from(s.any(i, &["the"]) && s.is(i + 1, "year"));
    let at = i + 2 * the;
    let year = s.year(at)?;
    if s.is(at + 1, "-") && s.glued(at + 1) && s.kind(at + 2) == Some(TokenKind::Number) {
        return None;
    }
    let glued =
        s.glued(at + 1) && !s.any(at + 1, &[".", ",", ")", ";", ":", "]", "'s", "’s", "\"", "”", "?", "!", "-", "–", "—"]);
    if glued || s.counts(at) && !stands_first(s, at) || s.glued(at) && !s.any(at - 1, &["(", "-", "–", "[", "—", "/"]) {
        return None;
    }
    let bracketed = s.any(i.wrapping_sub(1), &["(", "["]) && s.any(at + 1, &[")", "]", ",", "-", "–"]);
    let cued = the == 1 || s.after(i, &s.words.cues) && !in_address(s, at) && !told(s, at) || s.after(i, &s.words.edges);
    let modern = (1900..2100).contains(&year);
    let determined = matches!(s.before(i), "the" | "a" | "its" | "his" | "her" | "their" | "that" | "'s" | "’s" | "fiscal");
    let old = (1500..1900).contains(&year) && !s.plural(at + 1);
    let before_noun = (modern || old) && determined && s.kind(at + 1) == Some(TokenKind::Word);
    // "2006: the year of …", a heading "1939".
    let heading = modern && at == s.run.start && (s.is(at + 1, ":") || s.run.len() == 1);
    let cued = cued || heading;
    (cued && (1000..2100).contains(&year) || modern && bracketed || before_noun).then(|| Found::new(at + 1, DateExpr::Year(year)))
}

/// `In 2011 rebels took the city`: at the beginning of a sentence, behind "in" or "since", it is a year.
fn stands_first(s: &Scan, i: usize) -> bool {
    i == s.run.start + 1
        && matches!(s.before(i), "in" | "since")
        && !s.words.units.has(s.lower(i + 1))
        && !s.lower(i).ends_with("00")
}

/// `at 1984 Elm Street`: a capitalised word right behind.
fn in_address(s: &Scan, i: usize) -> bool {
    s.capital(i + 1)
        && s.kind(i + 1) == Some(TokenKind::Word)
        && !matches!(s.before(i), "in" | "since" | "until" | "during" | "from" | "by" | "before" | "after")
}

/// `a fall of 2011 points`, `and 1984 others`: a number behind a preposition that joins numbers as well as years.
fn told(s: &Scan, i: usize) -> bool {
    match s.before(i) {
        "and" | "to" | "or" | "than" => i < s.run.start + 2 || s.year(i - 2).is_none(),
        "in" | "since" | "until" | "till" | "during" => false,
        _ => s.plural(i + 1),
    }
}

fn era(s: &Scan, i: usize) -> Option<Found> {
    let number = |at: usize| s.lower(at).parse::<i32>().ok().filter(|y| (1..5000).contains(y));
    if s.any(i, &["ad", "a.d."]) && s.capital(i) {
        return Some(Found::new(i + 2, DateExpr::Year(number(i + 1).filter(|y| *y < 2200)?)));
    }
    let year = number(i)?;
    match s.lower(i + 1) {
        "bc" | "b.c." | "bce" => Some(Found::new(i + 2, DateExpr::BeforeChrist(year))),
        "ad" | "a.d." | "ce" if !s.shouted() => Some(Found::new(i + 2, DateExpr::Year(year))),
        _ => None,
    }
}

fn decade(s: &Scan, i: usize) -> Option<Found> {
    let at = i + usize::from(s.is(i, "the"));
    let edge = s.phrase(at, &s.words.edges).filter(|_| at > i).map_or(at, |(_, end)| end);
    let mark = usize::from(s.kind(edge) == Some(TokenKind::Mark));
    let digits = s.lower(edge + mark).strip_suffix('s')?;
    let number: i32 = digits.parse().ok().filter(|n| n % 10 == 0)?;
    let first = match digits.len() {
        4 if (1000..2200).contains(&number) && mark == 0 => number / 10,
        2 if mark == 1 && at > i => 190 + number / 10,
        _ => return None,
    };
    Some(Found::new(edge + mark + 1, DateExpr::Decade(first)))
}

fn century(s: &Scan, i: usize) -> Option<Found> {
    let at = i + usize::from(s.is(i, "the"));
    let at = s.phrase(at, &s.words.edges).filter(|_| at > i).map_or(at, |(_, end)| end);
    let (nr, end) = s.ordinal(at)?;
    let end = end + usize::from(s.is(end, "-"));
    (s.any(end, &["century", "centuries"]) && (2..=22).contains(&nr))
        .then(|| Found::new(end + 1, DateExpr::Century(nr as i32 - 1)))
}

fn quarter(s: &Scan, i: usize) -> Option<Found> {
    if let Some(nr) = s.lower(i).strip_prefix('q').and_then(|d| d.parse().ok()).filter(|n| (1..=4).contains(n)) {
        let year = s.year(i + 1);
        return Some(Found::new(i + 1 + usize::from(year.is_some()), DateExpr::Quarter { year, nr }));
    }
    let the = i + usize::from(s.any(i, &["the", "its", "their"]));
    let (before, at) = match s.year(the) {
        Some(year) => (Some(year), the + 1),
        None => (None, the),
    };
    let at = at + usize::from(s.is(at, "fiscal"));
    let at = at + usize::from(s.is(at, "-"));
    let (nr, end) = s.ordinal(at)?;
    let end = end + usize::from(s.is(end, "-"));
    let of = end + 1 + usize::from(s.any(end + 1, &["of", ","]));
    let of = of + usize::from(s.is(of, "fiscal"));
    let behind = s.year(of).filter(|_| !s.counts(of));
    let year = before.or(behind);
    let end_year = if behind.is_some() && before.is_none() { of + 1 } else { end + 1 };
    match s.lower(end) {
        "quarter" if (1..=4).contains(&nr) => Some(Found::new(end_year, DateExpr::Quarter { year, nr })),
        // A half without a year is a match's as often as a year's.
        "half" if (1..=2).contains(&nr) && year.is_some() => Some(Found::new(end_year, DateExpr::Half { year, nr })),
        _ => None,
    }
}

fn that_quarter(s: &Scan, i: usize) -> Option<Found> {
    let the = i + usize::from(s.is(i, "the"));
    if s.is(the, "year") && s.is(the + 1, "-") && s.any(the + 2, &["earlier", "ago"]) {
        let noun = usize::from(s.any(the + 3, &["quarter", "period"]));
        return Some(Found::new(the + 3 + noun, DateExpr::ThatQuarter { back: 1 }));
    }
    let latest = usize::from(s.any(the, &["latest", "same"]));
    let noun = s.is(the + latest, "quarter") || latest == 1 && s.is(the + 1, "period");
    (the > i && noun).then(|| Found::new(the + latest + 1, DateExpr::ThatQuarter { back: 0 }))
}

fn season(s: &Scan, i: usize) -> Option<Found> {
    let at = i + usize::from(s.is(i, "the"));
    let at = s.phrase(at, &s.words.edges).filter(|_| at > i).map_or(at, |(_, end)| end);
    let (season, end) = s.phrase(at, &s.words.seasons)?;
    let of = end + usize::from(s.is(end, "of"));
    if let Some(year) = s.year(of).filter(|_| !s.counts(of) && s.before(i) != "a") {
        return Some(Found::new(of + 1, DateExpr::Season { year: Some(year), season }));
    }
    // "In the spring", "over the summer": alone it needs its preposition; "in the fall of the city" is no season.
    let cued = at > i && matches!(s.before(i), "in" | "over" | "during" | "throughout" | "since" | "until" | "by");
    (cued && !s.is(end, "of") && !s.is(end, "-") && !s.capital(end))
        .then(|| Found::new(end, DateExpr::Season { year: None, season }))
}
