use chrono::{Datelike, Days, Months, NaiveDate};

use super::feast::feast;
use crate::lexicon::{Refer, Season, Turn, Unit};
use crate::read::dates::{DateExpr, Origin};
use crate::value::Interval;
use crate::value::when::{on_or_after, on_or_before, reach, season_start, weekday, year_value};

/// On which side of the writer's day a date lies, as far as the words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lean {
    /// Behind.
    Past,
    /// Ahead.
    Future,
    /// Not told.
    Open,
}

/// From where a date is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The day of writing.
    pub writing: Option<NaiveDate>,
    /// The date spoken of before.
    pub spoken: Option<Interval>,
    /// The quarter spoken of before, with its year.
    pub quarter: Option<(i32, u32)>,
    /// A day that stands beside a clock time in its sentence.
    pub beside: Option<Interval>,
    /// The story is American: its holidays are.
    pub american: bool,
    /// The article tells a history: years and relative dates follow the date spoken of, not the day of writing.
    pub history: bool,
    /// On which side of the writer it lies.
    pub lean: Lean,
}

impl Seen {
    /// Seen from a day of writing alone.
    #[must_use]
    pub const fn from(writing: Option<NaiveDate>, lean: Lean) -> Self {
        Self { writing, spoken: None, quarter: None, beside: None, american: false, history: false, lean }
    }

    const fn nowhere(self) -> Self {
        Self::from(None, self.lean)
    }
}

/// A date with its missing parts filled in as far as they are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The TIMEX3 value, with `X` where a digit is not known.
    pub value: String,
    /// The days; none where they are not known.
    pub interval: Option<Interval>,
    /// The day it was counted from; none for what needs none or had none.
    pub from: Option<NaiveDate>,
}

impl Resolved {
    pub(super) fn explicit(value: String) -> Self {
        let interval = reach(&value);
        Self { value, interval, from: None }
    }

    fn counted(value: String, from: NaiveDate) -> Self {
        let interval = reach(&value);
        Self { value, interval, from: Some(from) }
    }

    pub(super) fn open(value: impl Into<String>) -> Self {
        Self { value: value.into(), interval: None, from: None }
    }
}

/// Fills in what an expression leaves open. Nothing is invented: without a day to count from, the digits stay `X`.
#[must_use]
pub fn resolve(expr: &DateExpr, seen: Seen) -> Resolved {
    match expr {
        DateExpr::Day { year: Some(y), month, day } => Resolved::explicit(format!("{}-{month:02}-{day:02}", year_value(*y))),
        DateExpr::Month { year: Some(y), month } => Resolved::explicit(format!("{}-{month:02}", year_value(*y))),
        DateExpr::Quarter { year: Some(y), nr } => Resolved::explicit(format!("{}-Q{nr}", year_value(*y))),
        DateExpr::Half { year: Some(y), nr } => Resolved::explicit(format!("{}-H{nr}", year_value(*y))),
        DateExpr::Season { year: Some(y), season } => Resolved::explicit(format!("{}-{season}", year_value(*y))),
        DateExpr::Day { year: None, month, day } => in_year(&format!("{month:02}-{day:02}"), seen),
        DateExpr::Month { year: None, month } => in_year(&format!("{month:02}"), seen),
        DateExpr::Quarter { year: None, nr } => in_year(&format!("Q{nr}"), seen),
        DateExpr::Half { year: None, nr } => in_year(&format!("H{nr}"), seen),
        DateExpr::Season { year: None, season } => in_year(season.as_str(), seen),
        DateExpr::OfYear { years, from, what } => of_year(*years, *from, what, seen),
        DateExpr::WeekOf { nr, month } => week_of(*nr, month, seen),
        DateExpr::WeekAround(day) => week_around(day, seen),
        DateExpr::Fiscal(year) => fiscal(*year),
        DateExpr::QuarterOf(year) => quarter_of(*year, seen),
        DateExpr::ThatQuarter { back } => that_quarter(*back, seen),
        DateExpr::Year(y) => Resolved::explicit(year_value(*y)),
        DateExpr::Decade { first, bc } => Resolved::explicit(format!("{}{first:03}", before_christ(*bc))),
        DateExpr::Century { first, bc } => Resolved::explicit(format!("{}{first:02}", before_christ(*bc))),
        DateExpr::Impossible { year, month, day } => {
            let year = year.map_or("XXXX".to_owned(), year_value);
            Resolved::open(format!("{year}-{month:02}-{day:02}"))
        }
        DateExpr::Feast { feast: name, year, turn } => feast(*name, *year, *turn, seen),
        DateExpr::Weekday(day) => bare_weekday(*day, seen),
        DateExpr::Weekend => weekend(seen),
        DateExpr::Offset { unit, count, from } => offset(*unit, *count, *from, seen),
        DateExpr::Turned { turn, what } => turned(*turn, what, seen),
        DateExpr::Within { unit, later, from } => within(*unit, *later, *from, seen),
        DateExpr::Range(from, to) => range(from, to, seen),
        DateExpr::Part { day, part } => suffixed(resolve(day, seen), &format!("T{part}")),
        DateExpr::Clock { day, hour, minute } => clock(day.as_deref(), *hour, *minute, seen),
        DateExpr::Duration(value) | DateExpr::Set(value) => Resolved::open(value.clone()),
        DateExpr::Refer(refer) => reference(*refer),
    }
}

const fn before_christ(bc: bool) -> &'static str {
    if bc { "BC" } else { "" }
}

fn reference(refer: Refer) -> Resolved {
    Resolved::open(refer.as_str())
}

/// A part of a year without its year: the nearest such, and where tense tells the side and the nearest lies far on the
/// other, the one on that side.
fn in_year(rest: &str, seen: Seen) -> Resolved {
    if let Some(spoken) = seen.spoken.filter(|_| seen.history) {
        return in_history(rest, spoken);
    }
    let Some(writing) = seen.writing else { return Resolved::open(format!("XXXX-{rest}")) };
    let candidates = (-1..=1).filter_map(|shift| {
        let value = format!("{}-{rest}", year_value(writing.year().checked_add(shift)?));
        let days = reach(&value)?;
        let away =
            if days.latest < writing { (days.latest - writing).num_days() } else { (days.earliest - writing).num_days().max(0) };
        Some((value, away))
    });
    match candidates.min_by_key(|(_, away)| (against(*away, seen.lean), *away > 0)) {
        Some((value, _)) => Resolved::counted(value, writing),
        None => Resolved::open(format!("XXXX-{rest}")),
    }
}

/// How much farther a date against the tense counts.
const AGAINST: i64 = 4;

/// How far so many days ahead of the writer are, given what the tense says.
pub(super) fn against(away: i64, lean: Lean) -> i64 {
    match lean {
        Lean::Past if away > 0 => away * AGAINST,
        Lean::Future if away < 0 => -away * AGAINST,
        _ => away.abs(),
    }
}

/// In a history the year is the one that brings the date nearest to the date spoken of.
fn in_history(rest: &str, spoken: Interval) -> Resolved {
    let candidates = (-1..=1).filter_map(|shift| {
        let value = format!("{}-{rest}", year_value(spoken.earliest.year().checked_add(shift)?));
        let days = reach(&value)?;
        let ahead = (days.earliest - spoken.latest).num_days().max(0);
        let behind = (spoken.earliest - days.latest).num_days().max(0);
        Some((value, ahead + behind))
    });
    match candidates.min_by_key(|(_, cost)| *cost) {
        Some((value, _)) => Resolved::counted(value, spoken.latest),
        None => Resolved::open(format!("XXXX-{rest}")),
    }
}

/// What of a year that is told by its distance.
fn of_year(years: i32, from: Origin, what: &DateExpr, seen: Seen) -> Resolved {
    let Some(day) = origin(from, seen, years < 0) else { return resolve(what, seen.nowhere()) };
    let year = day.year().checked_add(years);
    let what = match what {
        DateExpr::Day { month, day, .. } => DateExpr::Day { year, month: *month, day: *day },
        DateExpr::Month { month, .. } => DateExpr::Month { year, month: *month },
        DateExpr::Season { season, .. } => DateExpr::Season { year, season: *season },
        DateExpr::Quarter { nr, .. } => DateExpr::Quarter { year, nr: *nr },
        DateExpr::Half { nr, .. } => DateExpr::Half { year, nr: *nr },
        other => other.clone(),
    };
    Resolved { from: Some(day), ..resolve(&what, seen) }
}

/// The first week of a month is the one with its fourth day, the last the one with its fourth day from behind.
fn week_of(nr: Option<u32>, month: &DateExpr, seen: Seen) -> Resolved {
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

fn week_around(day: &DateExpr, seen: Seen) -> Resolved {
    let day = resolve(day, seen);
    match day.interval.and_then(|days| week_value(days.earliest, 0)) {
        Some(value) => Resolved { from: day.from, ..Resolved::explicit(value) },
        None => Resolved::open(unknown(Unit::Week)),
    }
}

/// A year of the books may begin on any day of the year before.
fn fiscal(year: i32) -> Resolved {
    let whole = Resolved::explicit(year_value(year));
    let interval =
        whole.interval.map(|days| Interval::new(shift_days(days.earliest, -365).unwrap_or(days.earliest), days.latest));
    Resolved { interval, ..whole }
}

fn quarter_of(year: i32, seen: Seen) -> Resolved {
    match seen.quarter {
        Some((_, nr)) => Resolved::explicit(format!("{}-Q{nr}", year_value(year))),
        None => Resolved::explicit(year_value(year)),
    }
}

fn that_quarter(back: i32, seen: Seen) -> Resolved {
    match seen.quarter {
        Some((year, nr)) => Resolved::explicit(format!("{}-Q{nr}", year_value(year - back))),
        None => Resolved::open(unknown(Unit::Quarter)),
    }
}

fn bare_weekday(iso: u32, seen: Seen) -> Resolved {
    let open = Resolved::open(format!("XXXX-WXX-{iso}"));
    if seen.history {
        let spoken = seen.spoken.filter(|i| i.days() <= 7);
        let found = spoken.and_then(|i| Some((on_or_after(i.earliest, weekday(iso)?)?, i.latest)));
        return found.map_or(open, |(day, from)| Resolved::counted(day_value(day), from));
    }
    let (Some(writing), Some(day)) = (seen.writing, weekday(iso)) else { return open };
    let found = match seen.lean {
        Lean::Future => on_or_after(writing, day),
        Lean::Past | Lean::Open => on_or_before(writing, day),
    };
    found.map_or(open, |day| Resolved::counted(day_value(day), writing))
}

fn weekend(seen: Seen) -> Resolved {
    let Some(writing) = seen.writing else { return Resolved::open("XXXX-WXX-WE") };
    // On a weekday a weekend without tense is the last one, on Saturday and Sunday the running one.
    let running = writing.weekday().num_days_from_monday() >= 5;
    let shift = if seen.lean == Lean::Future || running { 0 } else { -7 };
    week_value(writing, shift).map_or(Resolved::open("XXXX-WXX-WE"), |week| Resolved::counted(week + "-WE", writing))
}

fn week_value(day: NaiveDate, shift: i64) -> Option<String> {
    let week = shift_days(day, shift)?.iso_week();
    Some(format!("{}-W{:02}", year_value(week.year()), week.week()))
}

fn shift_days(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let days = Days::new(by.unsigned_abs());
    if by < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}

fn shift_months(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(by.unsigned_abs()).ok()?);
    if by < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
}

/// What a unit's value looks like where nothing is known of it.
const fn unknown(unit: Unit) -> &'static str {
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
fn origin(from: Origin, seen: Seen, backwards: bool) -> Option<NaiveDate> {
    match from {
        Origin::Writing if !seen.history => seen.writing,
        Origin::Writing | Origin::Spoken => seen.spoken.map(|i| if backwards { i.earliest } else { i.latest }),
    }
}

fn offset(unit: Unit, count: Option<i64>, from: Origin, seen: Seen) -> Resolved {
    let open = Resolved::open(unknown(unit));
    let Some(count) = count else { return open };
    // "Compared with a year earlier" is said of the quarter that is reported.
    if let (Unit::Year, -1, Some((year, nr)), false) = (unit, count, seen.quarter, seen.history) {
        return Resolved { from: seen.writing, ..Resolved::explicit(format!("{}-Q{nr}", year_value(year - 1))) };
    }
    let from = if unit == Unit::Day && seen.history && from == Origin::Writing { return today(count, seen) } else { from };
    let Some(base) = origin(from, seen, count < 0) else { return open };
    // "Two days later" than some time in a year is no day.
    let coarse = (from == Origin::Spoken || seen.history) && seen.spoken.is_some_and(|i| i.days() > grain_days(unit));
    if coarse {
        return open;
    }
    moved(unit, count, base).map_or(open, |value| Resolved::counted(value, base))
}

/// "Today" in a history is the writer's day.
fn today(count: i64, seen: Seen) -> Resolved {
    let found = seen.writing.and_then(|day| Some((moved(Unit::Day, count, day)?, day)));
    found.map_or(Resolved::open(unknown(Unit::Day)), |(value, day)| Resolved::counted(value, day))
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

fn day_value(day: NaiveDate) -> String {
    format!("{}-{:02}-{:02}", year_value(day.year()), day.month(), day.day())
}

/// Inside the years that have a value.
fn dated(day: NaiveDate) -> Option<NaiveDate> {
    (-9999..=9999).contains(&day.year()).then_some(day)
}

fn within(unit: Unit, later: bool, from: Origin, seen: Seen) -> Resolved {
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

fn turned(turn: Turn, what: &DateExpr, seen: Seen) -> Resolved {
    let base = match turn {
        Turn::Last | Turn::This | Turn::Next if !seen.history => seen.writing,
        Turn::Last | Turn::Next => seen.spoken.map(|i| i.earliest),
        Turn::This => seen.spoken.map(|i| i.latest),
        Turn::Before => seen.spoken.map(|i| i.earliest),
        Turn::Same | Turn::After => seen.spoken.map(|i| i.latest),
    };
    let Some(base) = base else { return resolve(what, seen.nowhere()) };
    let value = match what {
        DateExpr::Weekday(iso) => turned_weekday(turn, *iso, base, seen.lean),
        DateExpr::Weekend => turned_weekend(turn, base),
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

fn turned_weekend(turn: Turn, base: NaiveDate) -> Option<String> {
    let shift = match turn {
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

/// The beginning of a range lies in the year of its end, or in the one before.
fn range(from: &DateExpr, to: &DateExpr, seen: Seen) -> Resolved {
    let last = resolve(to, seen);
    let year_of =
        |first: (u32, u32), end: Interval| end.latest.year() - i32::from(first > (end.latest.month(), end.latest.day()));
    let inside = |from: DateExpr| Resolved { from: last.from, ..resolve(&from, seen) };
    let first = match (from, last.interval) {
        (DateExpr::Day { year: None, month, day }, Some(end)) if end.days() <= 31 => {
            inside(DateExpr::Day { year: Some(year_of((*month, *day), end)), month: *month, day: *day })
        }
        (DateExpr::Month { year: None, month }, Some(end)) if end.days() <= 31 => {
            inside(DateExpr::Month { year: Some(year_of((*month, 1), end)), month: *month })
        }
        (DateExpr::Weekday(iso), Some(end)) => weekday(*iso)
            .and_then(|day| on_or_before(end.earliest, day))
            .map_or_else(|| resolve(from, seen), |day| Resolved { from: last.from, ..Resolved::explicit(day_value(day)) }),
        _ => resolve(from, seen),
    };
    let value = format!("{}/{}", first.value, last.value);
    let interval = reach(&value);
    Resolved { value, interval, from: first.from.or(last.from) }
}

fn suffixed(day: Resolved, suffix: &str) -> Resolved {
    Resolved { value: day.value + suffix, ..day }
}

fn clock(day: Option<&DateExpr>, hour: u32, minute: u32, seen: Seen) -> Resolved {
    let beside = || match seen.beside {
        Some(day) => Resolved::counted(day_value(day.earliest), day.latest),
        None => Resolved::open("XXXX-XX-XX"),
    };
    let day = day.map_or_else(beside, |day| resolve(day, seen));
    suffixed(day, &format!("T{hour:02}:{minute:02}"))
}
