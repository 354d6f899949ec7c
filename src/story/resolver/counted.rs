//! What is counted from the day of writing or from the day spoken of.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::resolve::{Lean, Resolved, Seen, resolve};
use crate::lexicon::{Season, Turn, Unit};
use crate::read::dates::{DateExpr, Origin};
use crate::value::Interval;
use crate::value::when::{day_value, on_or_after, on_or_before, season_start, weekday, year_value};

pub(super) fn bare_weekday(iso: u32, seen: Seen) -> Resolved {
    let open = Resolved::open(format!("XXXX-WXX-{iso}"));
    if seen.history {
        let spoken = seen.spoken.filter(|i| i.days() <= 7);
        if let Some((day, from)) = spoken.and_then(|i| Some((on_or_after(i.earliest, weekday(iso)?)?, i.latest))) {
            return Resolved::counted(day_value(day), from);
        }
    }
    let (Some(writing), Some(day)) = (seen.writing, weekday(iso)) else { return open };
    let found = match seen.lean {
        Lean::Future => on_or_after(writing, day),
        Lean::Past | Lean::Open => on_or_before(writing, day),
    };
    found.map_or(open, |day| Resolved::counted(day_value(day), writing))
}

pub(super) fn weekend(seen: Seen) -> Resolved {
    let Some(writing) = seen.writing else { return Resolved::open("XXXX-WXX-WE") };
    // On a weekday a weekend without tense is the last one, on Saturday and Sunday the running one.
    let running = writing.weekday().num_days_from_monday() >= 5;
    let shift = if seen.lean == Lean::Future || running { 0 } else { -7 };
    week_value(writing, shift).map_or(Resolved::open("XXXX-WXX-WE"), |week| Resolved::counted(week + "-WE", writing))
}

pub(super) fn week_value(day: NaiveDate, shift: i64) -> Option<String> {
    let week = shift_days(day, shift)?.iso_week();
    Some(format!("{}-W{:02}", year_value(week.year()), week.week()))
}

pub(super) fn shift_days(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let days = Days::new(by.unsigned_abs());
    if by < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}

pub(super) fn shift_months(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(by.unsigned_abs()).ok()?);
    if by < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
}

/// What a unit's value looks like where nothing is known of it.
pub(super) const fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
    }
}

/// The day that an origin stands for. A span of days spoken of is counted from its end into the future and from its
/// beginning into the past.
pub(super) fn origin(from: Origin, seen: Seen, backwards: bool) -> Option<NaiveDate> {
    let spoken = || seen.spoken.map(|i| if backwards { i.earliest } else { i.latest });
    match from {
        Origin::Running if seen.history => spoken(),
        Origin::Writing | Origin::Running => seen.writing.or_else(spoken),
        // "The previous week" of a story that has told no date is seen from its day.
        Origin::Spoken if seen.spoken.is_none() && backwards => seen.writing,
        Origin::Spoken => spoken(),
    }
}

pub(super) fn offset(unit: Unit, count: Option<i64>, from: Origin, seen: Seen) -> Resolved {
    let open = Resolved::open(unknown(unit));
    let Some(count) = count else { return open };
    // "Compared with a year earlier" is said of the quarter that is reported.
    if let (Unit::Year, -1, Some((year, nr)), false) = (unit, count, seen.quarter, seen.history) {
        return Resolved { from: seen.writing, ..Resolved::explicit(format!("{}-Q{nr}", year_value(year - 1))) };
    }
    let Some(base) = origin(from, seen, count < 0) else { return open };
    // "Two days later" than some time in a year is no day.
    let spoken = from == Origin::Spoken || seen.writing.is_none() || from == Origin::Running && seen.history;
    let coarse = spoken && seen.spoken.is_some_and(|i| i.days() > grain_days(unit));
    if coarse {
        return open;
    }
    moved(unit, count, base).map_or(open, |value| Resolved::counted(value, base))
}

/// A date spoken of that covers more days than this cannot be counted from in that unit.
const fn grain_days(unit: Unit) -> i64 {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => 3,
        Unit::Week | Unit::Fortnight => 7,
        Unit::Month => 31,
        Unit::Quarter => 92,
        Unit::Year => 366,
        Unit::Decade => 3660,
        Unit::Century => 36600,
    }
}

/// The value, in the grain of a unit, of the time so many units from a day.
fn moved(unit: Unit, count: i64, base: NaiveDate) -> Option<String> {
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => day_value(dated(shift_days(base, count)?)?),
        Unit::Week => week_value(dated(shift_days(base, count.checked_mul(7)?)?)?, 0)?,
        Unit::Fortnight => week_value(dated(shift_days(base, count.checked_mul(14)?)?)?, 0)?,
        Unit::Month => {
            let day = dated(shift_months(base, count)?)?;
            format!("{}-{:02}", year_value(day.year()), day.month())
        }
        Unit::Quarter => {
            let day = dated(shift_months(base, count.checked_mul(3)?)?)?;
            format!("{}-Q{}", year_value(day.year()), day.month0() / 3 + 1)
        }
        Unit::Year => year_value(i32::try_from(i64::from(base.year()).checked_add(count)?).ok().filter(|y| y.abs() <= 9999)?),
        Unit::Decade => truncated(base.year(), 10, count)?,
        Unit::Century => truncated(base.year(), 100, count)?,
    })
}

/// A decade or century so many after the one of a year: `199`, `BC048`.
fn truncated(year: i32, scale: i32, count: i64) -> Option<String> {
    let width = if scale == 10 { 3 } else { 2 };
    let (first, sign, era) = if year > 0 { (year / scale, 1, "") } else { ((1 - year) / scale, -1, "BC") };
    let first = i64::from(first).checked_add(sign * count).filter(|n| (0..1000).contains(n))?;
    Some(format!("{era}{first:0width$}"))
}

/// Inside the years that have a value.
fn dated(day: NaiveDate) -> Option<NaiveDate> {
    (-9999..=9999).contains(&day.year()).then_some(day)
}

pub(super) fn within(unit: Unit, later: bool, from: Origin, seen: Seen) -> Resolved {
    let whole = offset(unit, Some(0), from, seen);
    let (Some(days), Some(base)) = (whole.interval, whole.from) else { return whole };
    if unit == Unit::Day {
        return whole;
    }
    // On the first day of a week, "earlier this week" can only be that day.
    let interval = if later {
        Interval::new(shift_days(base, 1).unwrap_or(base).min(days.latest), days.latest)
    } else {
        Interval::new(days.earliest, shift_days(base, -1).unwrap_or(base).max(days.earliest))
    };
    Resolved { interval: Some(interval), ..whole }
}

pub(super) fn turned(turn: Turn, what: &DateExpr, seen: Seen) -> Resolved {
    let base = match turn {
        Turn::Last | Turn::This | Turn::Next => origin(Origin::Writing, seen, turn != Turn::This),
        Turn::Before => origin(Origin::Spoken, seen, true),
        Turn::Same | Turn::After => origin(Origin::Spoken, seen, false),
    };
    let Some(base) = base else { return resolve(what, seen.nowhere()) };
    let value = match what {
        DateExpr::Weekday(iso) => turned_weekday(turn, *iso, base, seen.lean),
        DateExpr::Weekend => turned_weekend(turn, base, seen.lean),
        DateExpr::Month { month, .. } => turned_month(turn, *month, base).map(|year| format!("{}-{month:02}", year_value(year))),
        DateExpr::Season { season, .. } => {
            turned_season(turn, *season, base).map(|year| format!("{}-{season}", year_value(year)))
        }
        DateExpr::Day { month, day, .. } => turned_day(turn, *month, *day, base),
        _ => None,
    };
    match value {
        Some(value) => Resolved::counted(value, base),
        None => resolve(what, seen.nowhere()),
    }
}

fn turned_weekday(turn: Turn, iso: u32, base: NaiveDate, lean: Lean) -> Option<String> {
    let day = weekday(iso)?;
    let found = match turn {
        Turn::Last | Turn::Before => on_or_before(base.pred_opt()?, day),
        Turn::Next | Turn::After => on_or_after(base.succ_opt()?, day),
        Turn::This if lean == Lean::Past => on_or_before(base, day),
        Turn::This | Turn::Same => on_or_after(base, day),
    };
    Some(day_value(dated(found?)?))
}

fn turned_weekend(turn: Turn, base: NaiveDate, lean: Lean) -> Option<String> {
    // "Three died this weekend", written on Monday to Wednesday.
    let just_over = lean == Lean::Past && base.weekday().num_days_from_monday() < 3;
    let shift = match turn {
        Turn::This if just_over => -7,
        Turn::Last | Turn::Before => -7,
        Turn::This | Turn::Same => 0,
        Turn::Next | Turn::After => 7,
    };
    Some(week_value(base, shift)? + "-WE")
}

/// The year of last, this or next October.
fn turned_month(turn: Turn, month: u32, base: NaiveDate) -> Option<i32> {
    let now = base.month();
    let shift = match turn {
        Turn::Last | Turn::Before => -i32::from(month >= now),
        Turn::This | Turn::Same => 0,
        Turn::Next | Turn::After => i32::from(month <= now),
    };
    base.year().checked_add(shift)
}

fn turned_season(turn: Turn, season: Season, base: NaiveDate) -> Option<i32> {
    let start = season_start(season);
    let (now, end) = (base.month(), start + 2);
    let shift = match turn {
        Turn::Last | Turn::Before if season == Season::Winter => -1 - i32::from(now < 3),
        Turn::Last | Turn::Before => -i32::from(end >= now),
        Turn::This | Turn::Same if season == Season::Winter => -i32::from(now < 6),
        Turn::This | Turn::Same => 0,
        Turn::Next | Turn::After => i32::from(start <= now),
    };
    base.year().checked_add(shift)
}

fn turned_day(turn: Turn, month: u32, day: u32, base: NaiveDate) -> Option<String> {
    let this = |shift: i32| NaiveDate::from_ymd_opt(base.year().checked_add(shift)?, month, day);
    let found = match turn {
        Turn::Last | Turn::Before => this(0).filter(|d| *d < base).or_else(|| this(-1)),
        Turn::This | Turn::Same => this(0),
        Turn::Next | Turn::After => this(0).filter(|d| *d > base).or_else(|| this(1)),
    };
    Some(day_value(dated(found?)?))
}
