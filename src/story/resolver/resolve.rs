use chrono::{Datelike, NaiveDate};

use super::counted::{bare_weekday, offset, origin, shift_days, shift_months, turned, unknown, week_value, weekend, within};
use super::feast::feast;
use crate::lexicon::{Refer, Unit};
use crate::read::dates::{DateExpr, Origin};
use crate::value::Interval;
use crate::value::when::{day_value, on_or_after, on_or_before, reach, weekday, year_value};

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

/// Which of a date's two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayOrder {
    /// 31/12/2015.
    DayFirst,
    /// 12/31/2015.
    MonthFirst,
}

impl DayOrder {
    /// What a date tells of it, if one of its numbers can be no month.
    pub(super) fn of(expr: &DateExpr) -> Option<Self> {
        match expr {
            DateExpr::Numeric { first: 13.., .. } => Some(Self::DayFirst),
            DateExpr::Numeric { second: 13.., .. } => Some(Self::MonthFirst),
            _ => None,
        }
    }
}

/// From where a date is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The day of writing.
    pub writing: Option<NaiveDate>,
    /// The date spoken of before.
    pub spoken: Option<Interval>,
    /// The date that the story goes on from, where it tells a history.
    pub thread: Option<Interval>,
    /// A day or month with its year that the same sentence or the one before told.
    pub near: Option<Interval>,
    /// The quarter spoken of before, with its year.
    pub quarter: Option<(i32, u32)>,
    /// A day that stands beside a clock time in its sentence.
    pub beside: Option<Interval>,
    /// How the article orders the numbers of a date.
    pub order: Option<DayOrder>,
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
        Self {
            writing,
            spoken: None,
            thread: None,
            near: None,
            quarter: None,
            beside: None,
            order: None,
            american: false,
            history: false,
            lean,
        }
    }

    pub(super) const fn nowhere(self) -> Self {
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

    pub(super) fn counted(value: String, from: NaiveDate) -> Self {
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
        DateExpr::DayOf { day, weekday, month } => day_of(*day, *weekday, month, seen),
        DateExpr::Nth { nr, weekday, month } => nth(*nr, *weekday, month, seen),
        DateExpr::OfWeek { weekday, weeks, coming } => of_week(*weekday, *weeks, *coming, seen),
        DateExpr::NoDay(iso) => Resolved::open(format!("XXXX-WXX-{iso}")),
        DateExpr::ShortYear(short) => short_year(*short, seen),
        DateExpr::WeekOf { nr, month } => week_of(*nr, month, seen),
        DateExpr::WeekAround(day) => week_around(day, 0, "", seen),
        // A Monday's weekend lies before it.
        DateExpr::WeekendAround(day) => week_around(day, -3, "-WE", seen),
        DateExpr::Fiscal(year) => fiscal(*year),
        DateExpr::QuarterOf(year) => quarter_of(*year, seen),
        DateExpr::ThatQuarter { back } => that_quarter(*back, seen),
        DateExpr::Year(y) => Resolved::explicit(year_value(*y)),
        DateExpr::Decade { first, bc } => Resolved::explicit(format!("{}{first:03}", before_christ(*bc))),
        DateExpr::Century { first, bc } => Resolved::explicit(format!("{}{first:02}", before_christ(*bc))),
        DateExpr::Numeric { first, second, year } => numeric(*first, *second, *year, seen.order, seen.writing),
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

/// Two numbers whose order is the article's; where nothing in it tells which, both readings are kept.
fn numeric(first: u32, second: u32, year: i32, order: Option<DayOrder>, writing: Option<NaiveDate>) -> Resolved {
    let read = |day, month| NaiveDate::from_ymd_opt(year, month, day);
    // An article's own day tells the order of its stamp.
    let own = |day: Option<NaiveDate>| day.zip(writing).is_some_and(|(day, writing)| (writing - day).num_days().abs() <= 2);
    let order = match (own(read(first, second)), own(read(second, first))) {
        (true, false) => Some(DayOrder::DayFirst),
        (false, true) => Some(DayOrder::MonthFirst),
        _ => order,
    };
    let read = |day, month| read(day, month).map(Interval::day);
    let day_first = read(first, second).filter(|_| order != Some(DayOrder::MonthFirst));
    let month_first = read(second, first).filter(|_| order != Some(DayOrder::DayFirst));
    match (day_first, month_first) {
        (Some(a), Some(b)) if a != b => {
            let interval = Some(Interval::new(a.earliest, b.latest));
            Resolved { interval, ..Resolved::open(format!("{}-XX-XX", year_value(year))) }
        }
        (Some(day), _) | (None, Some(day)) => Resolved::explicit(day_value(day.earliest)),
        (None, None) => Resolved::open(format!("{}-XX-XX", year_value(year))),
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
    if let Some(thread) = seen.thread.or(seen.spoken).filter(|_| seen.history) {
        return in_history(rest, thread);
    }
    // "On March 3, 2014, troops seized the base. By June the region was annexed."
    if let Some(near) = seen.near.filter(|_| seen.lean != Lean::Future) {
        let found = in_history(rest, near);
        if found.interval.zip(seen.writing).is_none_or(|(days, writing)| days.earliest <= writing) {
            return found;
        }
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

/// How much farther a date against the tense counts. What will be hardly ever has been; what was is told of plans, too.
const AHEAD_OF_PAST: i64 = 4;
const BEHIND_FUTURE: i64 = 12;

/// How far so many days ahead of the writer are, given what the tense says.
pub(super) fn against(away: i64, lean: Lean) -> i64 {
    match lean {
        Lean::Past if away > 0 => away * AHEAD_OF_PAST,
        Lean::Future if away < 0 => -away * BEHIND_FUTURE,
        _ => away.abs(),
    }
}

/// How much farther a date behind the one a history goes on from counts: stories are told forwards.
const BACKWARDS: i64 = 2;

/// In a history the year is the one that brings the date nearest to the date spoken of.
fn in_history(rest: &str, spoken: Interval) -> Resolved {
    let candidates = (-1..=1).filter_map(|shift| {
        let value = format!("{}-{rest}", year_value(spoken.earliest.year().checked_add(shift)?));
        let days = reach(&value)?;
        let ahead = (days.earliest - spoken.latest).num_days().max(0);
        let behind = (spoken.earliest - days.latest).num_days().max(0);
        Some((value, ahead + behind * BACKWARDS))
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

fn day_of(day: Option<u32>, weekday: Option<u32>, month: &DateExpr, seen: Seen) -> Resolved {
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

fn nth(nr: Option<u32>, iso: u32, month: &DateExpr, seen: Seen) -> Resolved {
    let found = month_days(month, seen).and_then(|(days, from)| {
        let date = match nr {
            Some(nr) => shift_days(on_or_after(days.earliest, weekday(iso)?)?, i64::from(nr) * 7 - 7)?,
            None => on_or_before(days.latest, weekday(iso)?)?,
        };
        days.contains(Interval::day(date)).then(|| Resolved { from, ..Resolved::explicit(day_value(date)) })
    });
    found.unwrap_or_else(|| Resolved::open(format!("XXXX-WXX-{iso}")))
}

fn of_week(iso: u32, weeks: i64, coming: bool, seen: Seen) -> Resolved {
    let found = seen.writing.zip(weekday(iso)).and_then(|(writing, day)| {
        let monday = shift_days(writing, -i64::from(writing.weekday().num_days_from_monday()))?;
        let base = if coming { writing } else { monday };
        Some((shift_days(on_or_after(base, day)?, weeks * 7)?, writing))
    });
    found.map_or(Resolved::open(format!("XXXX-WXX-{iso}")), |(day, from)| Resolved::counted(day_value(day), from))
}

/// The century of the date spoken of in a history, else the last such year that is not far ahead.
fn short_year(short: i32, seen: Seen) -> Resolved {
    const AHEAD: i32 = 5;
    let base = if seen.history { seen.spoken.map(|days| days.latest) } else { seen.writing };
    let Some(base) = base else { return Resolved::open(format!("XX{short:02}")) };
    let century = base.year().div_euclid(100) * 100;
    let year = century + short;
    let year = if year > base.year() + AHEAD { year - 100 } else { year };
    Resolved::counted(year_value(year), base)
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

fn week_around(day: &DateExpr, shift: i64, part: &str, seen: Seen) -> Resolved {
    let day = resolve(day, seen);
    match day.interval.and_then(|days| week_value(days.earliest, shift)) {
        Some(week) => Resolved { from: day.from, ..Resolved::explicit(week + part) },
        None => Resolved::open(unknown(Unit::Week)),
    }
}

/// A year of the books may begin on any day of the year before.
fn fiscal(year: i32) -> Resolved {
    let whole = Resolved::explicit(year_value(year));
    let interval =
        whole.interval.map(|days| Interval::new(days.earliest.with_year(year - 1).unwrap_or(days.earliest), days.latest));
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

/// The beginning of a range lies in the year of its end, or in the one before.
fn range(from: &DateExpr, to: &DateExpr, seen: Seen) -> Resolved {
    let last = resolve(to, seen);
    let year_of =
        |first: (u32, u32), end: Interval| end.latest.year() - i32::from(first > (end.latest.month(), end.latest.day()));
    // "From November 2013 to February": the next one behind its beginning.
    if let (DateExpr::Month { year: Some(year), month: first }, DateExpr::Month { year: None, month }) = (from, to) {
        let to = DateExpr::Month { year: Some(year + i32::from(month < first)), month: *month };
        return range(from, &to, seen);
    }
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
