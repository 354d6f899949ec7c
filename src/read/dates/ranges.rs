//! From one date to another.

use super::explicit::calendar;
use super::expression::DateExpr;
use super::scan::Scan;
use super::{Found, Reader, date_rule, weekday};
use crate::rule::Reads;

pub(super) const DAYS: Reader = date_rule(
    "range-days",
    "Days of one month or of two, joined by a dash, by to, or by and where they follow each other.",
    &[
        Reads {
            value: "DATE 2015-04-06/2015-04-09",
            sentences: &[
                "The fair was held April 6-9.",
                "The fair was held April 6–9.",
                "The fair was held on 6-9 April.",
                "The fair was held April 6 to 9, 2015.",
            ],
        },
        Reads {
            value: "DATE 2015-08-12/2015-08-13",
            sentences: &["The fair will be held on August 12-13.", "The fair will be held on August 12 and 13."],
        },
        Reads { value: "DATE 2015-05-03/2015-06-01", sentences: &["It rained from May 3 until June 1."] },
        Reads {
            value: "DATE 2015-04-28/2015-05-03",
            sentences: &["The fair was held April 28 - May 3.", "The fair was held 28 April - 3 May 2015."],
        },
    ],
    &["It was a 6-9 loss in a row of 12-13 losses.", "A 12-13 split may come."],
    days,
);

pub(super) const FROM_TO: Reader = date_rule(
    "range-from-to",
    "From one day to another, between two days.",
    &[
        Reads {
            value: "DATE 2015-08-03/2015-08-05",
            sentences: &["The court sat from Monday to Wednesday.", "The court sat between Monday and Wednesday."],
        },
        Reads { value: "DATE 2015-05-03/2015-06-01", sentences: &["It rained between May 3 and June 1."] },
    ],
    &["They went from house to house.", "It lies between two rivers."],
    from_to,
);

pub(super) const YEARS: Reader = date_rule(
    "range-years",
    "Years joined by a dash.",
    &[Reads {
        value: "DATE 1914/1918",
        sentences: &["The war of 1914-1918 was long.", "The 1914-18 war was long.", "The war (1914–1918) was long."],
    }],
    &["They won 1914-18 on points and 1000-2.", "It ended 2011-1984.", "It ended 15-14."],
    years,
);

fn dash(s: &Scan, i: usize) -> Option<usize> {
    match s.lower(i) {
        "-" if s.is(i + 1, "-") => Some(i + 2),
        "-" | "–" | "—" | "to" | "through" | "until" | "till" | "/" => Some(i + 1),
        _ => None,
    }
}

fn days(s: &Scan, i: usize) -> Option<Found> {
    two_months(s, i).or_else(|| month_first(s, i)).or_else(|| day_first(s, i))
}

fn joined(s: &Scan, at: usize, first: u32) -> Option<(u32, usize)> {
    if let Some(next) = dash(s, at) {
        return s.day(next).map(|day| (day, next + 1));
    }
    s.day(at + 1).filter(|day| s.is(at, "and") && *day == first + 1).map(|day| (day, at + 2))
}

fn range(year: Option<i32>, month: u32, from: u32, to: u32, end: usize) -> Option<Found> {
    let valid = |day| chrono::NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day).is_some();
    let day = |day| Box::new(DateExpr::Day { year, month, day });
    (from < to && valid(from) && valid(to)).then(|| Found::new(end, DateExpr::Range(day(from), day(to))))
}

/// `April 6-9[, 2015]`
fn month_first(s: &Scan, i: usize) -> Option<Found> {
    let month = s.any_month(i)?;
    let from = s.day(i + 1)?;
    let (to, end) = joined(s, i + 2, from)?;
    // "August 12 to 20 people", "April 6-3 victory"
    if s.counts(end - 1) || s.is(end, "-") {
        return None;
    }
    let comma = usize::from(s.is(end, ","));
    let year = s.year(end + comma).filter(|_| !s.counts(end + comma));
    range(year, month, from, to, year.map_or(end, |_| end + comma + 1))
}

/// `12-13 August[ 2015]`
fn day_first(s: &Scan, i: usize) -> Option<Found> {
    let from = s.day(i)?;
    let (to, at) = joined(s, i + 1, from)?;
    let at = at + usize::from(s.is(at, "of"));
    let month = s.any_month(at)?;
    let comma = usize::from(s.is(at + 1, ","));
    let year = s.year(at + 1 + comma).filter(|_| !s.counts(at + 1 + comma));
    range(year, month, from, to, year.map_or(at + 1, |_| at + comma + 2))
}

/// `April 28 - May 3`, `28 April - 3 May 2015`
fn two_months(s: &Scan, i: usize) -> Option<Found> {
    let from = calendar(s, i)?;
    let to = calendar(s, dash(s, from.end)?)?;
    let end = to.end;
    let day = |year, month, day| Box::new(DateExpr::Day { year, month, day });
    let first = from.year.or(to.year.map(|y| if (from.month, from.day) > (to.month, to.day) { y - 1 } else { y }));
    Some(Found::new(end, DateExpr::Range(day(first, from.month, from.day), day(to.year, to.month, to.day))))
}

/// `from Monday to Wednesday`, `between May 3 and June 1`: read from the first date on, without the preposition.
fn from_to(s: &Scan, i: usize) -> Option<Found> {
    let one = |at: usize| {
        weekday::any(s, at).or_else(|| {
            let day = calendar(s, at)?;
            Some(Found::new(day.end, DateExpr::Day { year: day.year, month: day.month, day: day.day }))
        })
    };
    let from = one(i)?;
    let between = match s.before(i) {
        "from" => false,
        "between" => true,
        _ => return None,
    };
    let joint = s.lower(from.end);
    let joins = if between { joint == "and" } else { matches!(joint, "to" | "until" | "till" | "through") };
    if !joins {
        return None;
    }
    let to = one(from.end + 1)?;
    Some(Found::new(to.end, DateExpr::Range(Box::new(from.expr?), Box::new(to.expr?))))
}

fn years(s: &Scan, i: usize) -> Option<Found> {
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
    (cued && from < to && to - from < 150 && !s.counts(i + 2))
        .then(|| Found::new(i + 3, DateExpr::Range(Box::new(DateExpr::Year(from)), Box::new(DateExpr::Year(to)))))
}
