//! Days and weeks that are told by their place in a month or a week.

use chrono::{Datelike, NaiveDate};

use super::counted::{shift_days, shift_months, unknown, week_value};
use super::resolve::{Lean, Resolved, Seen, resolve};
use super::years::against;
use crate::lexicon::Unit;
use crate::read::dates::{DateExpr, Origin};
use crate::value::Interval;
use crate::value::when::{day_value, on_or_after, on_or_before, reach, weekday, year_value};

/// The days of a month, once it is known which.
fn month_days(month: &DateExpr, seen: Seen) -> Option<(Interval, Option<NaiveDate>)> {
    // The month spoken of is the one of the day spoken of.
    if let (DateExpr::Offset { unit: Unit::Month, count: Some(0), from: Origin::Spoken }, Some(days)) = (month, seen.spoken) {
        let day = if days.days() <= 31 { days.latest } else { return None };
        return Some((reach(&format!("{}-{:02}", year_value(day.year()), day.month()))?, Some(day)));
    }
    let month = resolve(month, seen);
    Some((month.interval?, month.from))
}

pub(super) fn day_of(day: Option<u32>, weekday: Option<u32>, month: &DateExpr, seen: Seen) -> Resolved {
    let open = || Resolved::open(day.map_or("XXXX-XX-XX".to_owned(), |day| format!("XXXX-XX-{day:02}")));
    if let (DateExpr::Offset { from: Origin::Spoken, .. }, Some(day), Some(writing)) = (month, day, seen.writing)
        && (weekday.is_some() || seen.spoken.is_none())
    {
        return nearest_day(day, weekday, writing, seen.lean).unwrap_or_else(open);
    }
    let found = month_days(month, seen).and_then(|(days, from)| {
        let date = day.map_or(Some(days.latest), |day| days.earliest.with_day(day))?;
        Some(Resolved { from, ..Resolved::explicit(day_value(date)) })
    });
    found.unwrap_or_else(open)
}

/// The nearest day of that number, and that weekday, on the side that the tense gives.
fn nearest_day(day: u32, iso: Option<u32>, writing: NaiveDate, lean: Lean) -> Option<Resolved> {
    const MONTHS: i64 = 8;
    let months = (-MONTHS..=MONTHS).filter_map(|by| shift_months(writing.with_day(1)?, by)?.with_day(day));
    let fits = |date: &NaiveDate| iso.is_none_or(|iso| weekday(iso) == Some(date.weekday()));
    let found = months.filter(fits).min_by_key(|date| against((*date - writing).num_days(), lean))?;
    Some(Resolved::counted(day_value(found), writing))
}

pub(super) fn nth(nr: Option<u32>, iso: u32, month: &DateExpr, seen: Seen) -> Resolved {
    let found = month_days(month, seen).and_then(|(days, from)| {
        let date = match nr {
            Some(nr) => shift_days(on_or_after(days.earliest, weekday(iso)?)?, i64::from(nr) * 7 - 7)?,
            None => on_or_before(days.latest, weekday(iso)?)?,
        };
        days.contains(Interval::day(date)).then(|| Resolved { from, ..Resolved::explicit(day_value(date)) })
    });
    found.unwrap_or_else(|| Resolved::open(format!("XXXX-WXX-{iso}")))
}

pub(super) fn of_week(iso: u32, weeks: i64, coming: bool, seen: Seen) -> Resolved {
    let found = seen.writing.zip(weekday(iso)).and_then(|(writing, day)| {
        let monday = shift_days(writing, -i64::from(writing.weekday().num_days_from_monday()))?;
        let base = if coming { writing } else { monday };
        Some((shift_days(on_or_after(base, day)?, weeks * 7)?, writing))
    });
    found.map_or(Resolved::open(format!("XXXX-WXX-{iso}")), |(day, from)| Resolved::counted(day_value(day), from))
}

/// The first week of a month is the one with its fourth day, the last the one with its fourth day from behind.
pub(super) fn week_of(nr: Option<u32>, month: &DateExpr, seen: Seen) -> Resolved {
    let month = resolve(month, seen);
    let middle = month.interval.and_then(|days| match nr {
        Some(nr) => shift_days(days.earliest, i64::from(nr) * 7 - 4),
        None => shift_days(days.latest, -3),
    });
    match middle.and_then(|day| week_value(day, 0)) {
        Some(value) => Resolved { from: month.from, ..Resolved::explicit(value) },
        None => Resolved::open(unknown(Unit::Week)),
    }
}

pub(super) fn week_around(day: &DateExpr, shift: i64, part: &str, seen: Seen) -> Resolved {
    let day = resolve(day, seen);
    match day.interval.and_then(|days| week_value(days.earliest, shift)) {
        Some(week) => Resolved { from: day.from, ..Resolved::explicit(week + part) },
        None => Resolved::open(unknown(Unit::Week)),
    }
}
