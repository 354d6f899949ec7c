//! From one date to another. Each end is a date of its own, as TIMEX3 has it; the range is what both of them belong to.

use super::explicit::{calendar, valid};
use super::expression::DateExpr;
use super::quarters::turned_year;
use super::scan::Scan;
use super::starts as on;
use super::{Found, Reader, date_rule, plain, weekday};
use crate::rule::Reads;
use crate::text::TokenKind;

pub(super) const DAYS: Reader = date_rule(
    "range-days",
    on::CALENDAR,
    "Days of one month or of two, joined by a dash, by to, or by and where they follow each other.",
    &[
        Reads {
            value: "DATE 2015-04-06 + DATE 2015-04-09",
            sentences: &[
                "The fair was held April 6-9.",
                "The fair was held April 6–9.",
                "The fair was held on 6-9 April.",
                "The fair was held April 6 to 9, 2015.",
                "The fair was held from April 6 to April 9.",
                "The fair was held from the 6th to the 9th of April.",
            ],
        },
        Reads {
            value: "DATE 2015-08-12 + DATE 2015-08-13",
            sentences: &["The fair will be held on August 12-13.", "The fair will be held on August 12 and 13."],
        },
        Reads { value: "DATE 2015-05-03 + DATE 2015-06-01", sentences: &["It rained from May 3 until June 1."] },
        Reads {
            value: "DATE 2015-04-28 + DATE 2015-05-03",
            sentences: &["The fair was held April 28 - May 3.", "The fair was held 28 April - 3 May 2015."],
        },
        Reads { value: "DATE 2014-12-30 + DATE 2015-01-02", sentences: &["The port was closed from December 30 to January 2."] },
    ],
    &["It was a 6-9 loss in a row of 12-13 losses.", "A 12-13 split may come.", "They won 6 to 9 seats in the town."],
    days,
);

pub(super) const FROM_TO: Reader = date_rule(
    "range-from-to",
    on::JOINED,
    "From one date to another, between two dates, of whatever grain.",
    &[
        Reads {
            value: "DATE 2015-08-03 + DATE 2015-08-05",
            sentences: &[
                "The court sat from Monday to Wednesday.",
                "The court sat between Monday and Wednesday.",
                "The court sat Monday through Wednesday.",
            ],
        },
        Reads { value: "DATE 2015-05-03 + DATE 2015-06-01", sentences: &["It rained between May 3 and June 1."] },
        Reads { value: "DATE 1994 + DATE 1997", sentences: &["He ruled from 1994 to 1997.", "He ruled between 1994 and 1997."] },
        Reads { value: "DATE 2015-06-14 + DATE 2015-08-06", sentences: &["He bought shares from June 14 to Thursday."] },
    ],
    &["They went from house to house.", "It lies between two rivers.", "Between 1994 and 1997 people came."],
    from_to,
);

pub(super) const MONTHS: Reader = date_rule(
    "range-months",
    on::MONTH,
    "Months of a year, or of two.",
    &[
        Reads {
            value: "DATE 2014-05 + DATE 2014-08",
            sentences: &["The siege (May-August 2014) was long.", "The siege lasted from May to August 2014."],
        },
        Reads {
            value: "DATE 1985-01 + DATE 1986-02",
            sentences: &["January 1985 - February 1986: the failed offensives", "It lasted from January 1985 to February 1986."],
        },
        Reads {
            value: "DATE 2014-11 + DATE 2015-02",
            sentences: &[
                "The pass was shut from November to February 2015.",
                "The pass was shut from November 2014 to February.",
            ],
        },
        Reads { value: "DATE 2014-03 + DATE 2014-05", sentences: &["The pass was shut from March to May last year."] },
    ],
    &["April May June are names.", "They may march to June Lake."],
    months,
);

pub(super) const YEARS: Reader = date_rule(
    "range-years",
    on::NUMBER,
    "Years joined by a dash.",
    &[
        Reads {
            value: "DATE 1914 + DATE 1918",
            sentences: &["The war of 1914-1918 was long.", "The 1914-18 war was long.", "The war (1914–1918) was long."],
        },
        Reads {
            value: "DATE BC0264 + DATE BC0241",
            sentences: &["The first war (264-241 BC) was long.", "The first war (264 to 241 BC) was long."],
        },
    ],
    &["They won 1914-18 on points and 1000-2.", "It ended 2011-1984.", "It ended 15-14.", "Call 555-241 now."],
    years,
);

/// The token behind what joins two dates.
fn dash(s: &Scan, i: usize) -> Option<usize> {
    match s.lower(i) {
        "-" if s.is(i + 1, "-") => Some(i + 2),
        "-" | "–" | "—" | "/" => Some(i + 1),
        _ => to(s, i),
    }
}

fn to(s: &Scan, i: usize) -> Option<usize> {
    s.phrase(i, &s.words.joints).map(|(_, end)| end)
}

fn days(s: &Scan, i: usize) -> Option<Found> {
    two_months(s, i).or_else(|| month_first(s, i)).or_else(|| day_first(s, i))
}

/// A second day of a month behind the first: the day, the token it stands at, and the token after it.
fn joined(s: &Scan, at: usize, first: u32) -> Option<(u32, usize, usize)> {
    let skip = |i: usize| i + usize::from(s.is(i, "the"));
    if let Some(next) = dash(s, at) {
        return s.day(skip(next)).map(|day| (day, next, skip(next) + 1));
    }
    s.day(skip(at + 1)).filter(|day| s.is(at, "and") && *day == first + 1).map(|day| (day, at + 1, skip(at + 1) + 1))
}

fn range(year: Option<i32>, month: u32, (from, to): (u32, u32), end: usize, seam: (usize, usize)) -> Option<Found> {
    let (first, last) = (valid(year, month, from)?, valid(year, month, to)?);
    (from < to).then(|| Found::range(end, first, last, seam))
}

/// `April 6-9[, 2015]`
fn month_first(s: &Scan, i: usize) -> Option<Found> {
    let month = s.any_month(i)?;
    let from = s.day(i + 1)?;
    let (to, second, end) = joined(s, i + 2, from)?;
    // "August 12 to 20 people", "April 6-3 victory"
    if s.counts(end - 1) || s.is(end, "-") {
        return None;
    }
    let comma = usize::from(s.is(end, ","));
    let year = s.year(end + comma).filter(|_| !s.counts(end + comma));
    range(year, month, (from, to), year.map_or(end, |_| end + comma + 1), (i + 2, second))
}

/// `12-13 August[ 2015]`, `the 6th to the 9th of April`
fn day_first(s: &Scan, i: usize) -> Option<Found> {
    let at = i + usize::from(s.is(i, "the"));
    let from = s.day(at)?;
    let (to, second, end) = joined(s, at + 1, from)?;
    let end = end + usize::from(s.is(end, "of"));
    let month = s.any_month(end)?;
    let comma = usize::from(s.is(end + 1, ","));
    let year = s.year(end + 1 + comma).filter(|_| !s.counts(end + 1 + comma));
    range(year, month, (from, to), year.map_or(end + 1, |_| end + comma + 2), (at + 1, second))
}

/// `April 28 - May 3`, `28 April - 3 May 2015`
fn two_months(s: &Scan, i: usize) -> Option<Found> {
    let from = calendar(s, i)?;
    let second = dash(s, from.end)?;
    let to = calendar(s, second)?;
    let first = valid(from.year, from.month, from.day)?;
    Some(Found::range(to.end, first, valid(to.year, to.month, to.day)?, (from.end, second)))
}

/// `from Monday to Wednesday`, `between May 3 and June 1`: read from the first date on, without the preposition.
fn from_to(s: &Scan, i: usize) -> Option<Found> {
    let between = s.is(i.wrapping_sub(1), "between") && i > s.run.start;
    let from = one(s, i)?;
    let second = match s.lower(from.end) {
        "and" if between => from.end + 1,
        _ => to(s, from.end)?,
    };
    let last = one(s, second)?;
    let (first, to) = (from.expr?, last.expr?);
    // "In 1994 to 1997 people": bare years need their preposition.
    let years = matches!((&first, &to), (DateExpr::Year(_), DateExpr::Year(_)));
    let cued = between || s.before(i) == "from";
    (cued || !years).then(|| Found::range(last.end, first, to, (from.end, second)))
}

/// A date that a range may begin or end with.
fn one(s: &Scan, i: usize) -> Option<Found> {
    let found = weekday::any(s, i).or_else(|| plain(s, i))?;
    let fits = matches!(
        found.expr,
        Some(
            DateExpr::Day { .. }
                | DateExpr::Month { .. }
                | DateExpr::Year(_)
                | DateExpr::Weekday(_)
                | DateExpr::Turned { .. }
                | DateExpr::Season { .. }
                | DateExpr::Decade { .. }
                | DateExpr::Century { .. }
        )
    );
    fits.then_some(found)
}

/// `May-August 1950`, `January 1985 - February 1986`
fn months(s: &Scan, i: usize) -> Option<Found> {
    let month = |at: usize| {
        let month = s.any_month(at)?;
        let of = at + 1 + usize::from(s.any(at + 1, &[",", "of"]));
        if let Some((years, from, end)) = turned_year(s, of) {
            let what = Box::new(DateExpr::Month { year: None, month });
            return Some((DateExpr::OfYear { years, from, what }, end));
        }
        let year = s.reckoned(of);
        Some((DateExpr::Month { year: year.map(|(y, _)| y), month }, year.map_or(at + 1, |(_, end)| end)))
    };
    let (from, end) = month(i)?;
    let second = dash(s, end)?;
    let (to, last) = month(second)?;
    // "March to May last year": both of that year.
    let from = match (&from, &to) {
        (DateExpr::Month { year: None, .. }, DateExpr::OfYear { years, from: origin, .. }) => {
            DateExpr::OfYear { years: *years, from: *origin, what: Box::new(from) }
        }
        _ => from,
    };
    // "April-May" may be anybody's name: a year, or a preposition, must stand there.
    let dated = matches!(to, DateExpr::Month { year: Some(_), .. } | DateExpr::OfYear { .. }) || s.after(i, &s.words.cues);
    (dated && s.day(last).is_none()).then(|| Found::range(last, from, to, (end, second)))
}

fn years(s: &Scan, i: usize) -> Option<Found> {
    before_christ(s, i).or_else(|| of_our_era(s, i))
}

/// `499-493 BC`, `264 to 241 BC`
fn before_christ(s: &Scan, i: usize) -> Option<Found> {
    let first = s.small_year(i)?;
    let era = usize::from(s.era(i + 1) == Some(true));
    let second = dash(s, i + 1 + era).or_else(|| s.is(i + 1 + era, "and").then_some(i + 2 + era))?;
    let last = s.small_year(second).filter(|last| *last < first && s.era(second + 1) == Some(true))?;
    Some(Found::range(second + 2, DateExpr::Year(1 - first), DateExpr::Year(1 - last), (i + 1 + era, second)))
}

fn of_our_era(s: &Scan, i: usize) -> Option<Found> {
    let from = s.year(i)?;
    if !matches!(s.lower(i + 1), "-" | "–" | "—" | "/")
        || !s.glued(i + 1)
        || !s.glued(i + 2)
        || s.glued(i + 3) && s.is(i + 3, "-")
    {
        return None;
    }
    let to = match s.year(i + 2) {
        Some(year) => year,
        None if s.lower(i + 2).len() == 2 => from / 100 * 100 + i32::try_from(s.day(i + 2)?).ok()?,
        None => return None,
    };
    // A season such as 2014/15, a war such as 1914-18; a score has another shape, a number of things a noun behind.
    let four = s.year(i + 2).is_some() && (1000..2100).contains(&to) && !s.glued(i);
    let cued = four || s.after(i, &s.words.cues) || matches!(s.before(i), "the" | "(" | "[") || s.after(i, &s.words.edges);
    let sane = from < to && to - from < 150 && !s.counts(i + 2) && s.kind(i + 3) != Some(TokenKind::Number);
    (cued && sane).then(|| Found::range(i + 3, DateExpr::Year(from), DateExpr::Year(to), (i + 1, i + 2)))
}
