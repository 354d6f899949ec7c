use chrono::{Datelike, NaiveDate};

use super::counted::{bare_weekday, offset, origin, turned, unknown, weekend, within};
use super::feast::feast;
use super::months::{day_of, nth, of_week, week_around, week_of};
use super::years::{in_year, short_year};
use crate::lexicon::{Refer, Unit};
use crate::read::dates::{DateExpr, Origin};
use crate::value::Interval;
use crate::value::when::{day_value, on_or_before, reach, weekday, year_value};

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
