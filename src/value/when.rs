//! Values of dates, and the days they cover.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::lexicon::Season;

/// A closed interval of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The first day.
    pub earliest: NaiveDate,
    /// The last day.
    pub latest: NaiveDate,
}

impl Interval {
    /// One day.
    #[must_use]
    pub fn day(day: NaiveDate) -> Self {
        Self { earliest: day, latest: day }
    }

    /// The days from the earlier to the later of two.
    #[must_use]
    pub fn new(a: NaiveDate, b: NaiveDate) -> Self {
        Self { earliest: a.min(b), latest: a.max(b) }
    }

    /// Whether the two share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.earliest <= other.latest && other.earliest <= self.latest
    }

    /// Whether `other` lies inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.earliest <= other.earliest && other.latest <= self.latest
    }

    /// How many days it has.
    #[must_use]
    pub fn days(self) -> i64 {
        (self.latest - self.earliest).num_days() + 1
    }
}

/// The days that a full TIMEX3 value covers: `2015`, `2015-08`, `2015-08-07`, `2015-08-07T09:33`, `2015-08-07TNI`, `2015-W32`,
/// `2015-W32-WE`, `2015-W32-5`, `2015-Q3`, `2015-H1`, `2015-SU`, `201` (a decade), `19` (a century), and two of these with `/`
/// between. None for anything with an `X`, for durations, sets and references, and for years before Christ.
#[must_use]
pub fn interval(value: &str) -> Option<Interval> {
    reach(value).filter(|days| days.earliest.year() >= 1)
}

/// As [`interval`], and of years before Christ too (`BC0480`, `BC0480-SP`, `BC047`), in astronomers' years: 1 BC is 0.
pub(crate) fn reach(value: &str) -> Option<Interval> {
    if let Some((from, to)) = value.split_once('/') {
        let (from, to) = (reach(from)?, reach(to)?);
        return (from.earliest <= to.latest).then(|| Interval::new(from.earliest, to.latest));
    }
    let (bc, value) = value.strip_prefix("BC").map_or((false, value), |rest| (true, rest));
    let date = value.split_once('T').map_or(value, |(date, _)| date);
    let mut parts = date.split('-');
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    match (first.len(), rest.as_slice()) {
        (2, []) => years(bc, number(first)?.checked_mul(100)?, 100),
        (3, []) => years(bc, number(first)?.checked_mul(10)?, 10),
        (4, []) => years(bc, number(first)?, 1),
        (4, rest) => inside_year(astronomical(bc, number(first)?), rest),
        _ => None,
    }
}

/// A year as written in a value: `BC0480` before Christ.
pub(crate) fn year_value(astronomical: i32) -> String {
    if astronomical > 0 { format!("{astronomical:04}") } else { format!("BC{:04}", 1 - i64::from(astronomical)) }
}

/// A day as written in a value.
pub(crate) fn day_value(day: NaiveDate) -> String {
    format!("{}-{:02}-{:02}", year_value(day.year()), day.month(), day.day())
}

const fn astronomical(bc: bool, year: i32) -> i32 {
    if bc { 1 - year } else { year }
}

/// The days that an under-specified value covers, seen from an anchor day: a weekday is the most recent one, the anchor
/// included; a month or a day of a month lies in the year that brings it nearest. A full value is as [`interval`] says.
///
/// This is how a date that was read without an anchor gets one later.
#[must_use]
pub fn anchored(value: &str, anchor: NaiveDate) -> Option<Interval> {
    if let Some((from, to)) = value.split_once('/') {
        let from = anchored(from, anchor)?;
        let to = anchored(to, from.earliest).map(|to| if to.latest < from.earliest { later(to, value) } else { Some(to) })??;
        return Some(Interval::new(from.earliest, to.latest));
    }
    let date = value.split_once('T').map_or(value, |(date, _)| date);
    let Some(rest) = date.strip_prefix("XXXX-") else { return interval(value) };
    if let Some(day) = rest.strip_prefix("WXX-") {
        let weekday = weekday(number(day)?.try_into().ok()?)?;
        return Some(Interval::day(on_or_before(anchor, weekday)?));
    }
    (-1..=1)
        .filter_map(|shift| interval(&format!("{:04}-{rest}", anchor.year().checked_add(shift)?)))
        .min_by_key(|i| (distance(*i, anchor), std::cmp::Reverse(i.earliest)))
}

/// A range's end that fell before its beginning: the next of its kind.
fn later(end: Interval, value: &str) -> Option<Interval> {
    let step = |day: NaiveDate| {
        if value.contains("-WXX-") { day.checked_add_days(Days::new(7)) } else { day.checked_add_months(Months::new(12)) }
    };
    Some(Interval::new(step(end.earliest)?, step(end.latest)?))
}

/// How many days lie between an interval and a day; none inside.
fn distance(interval: Interval, day: NaiveDate) -> i64 {
    (interval.earliest - day).num_days().max((day - interval.latest).num_days()).max(0)
}

/// The last such weekday up to a day, the day included.
pub(crate) fn on_or_before(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(u64::from(day.weekday().days_since(weekday))))
}

/// The first such weekday from a day on, the day included.
pub(crate) fn on_or_after(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::from(weekday.days_since(day.weekday()))))
}

/// A weekday by its ISO number.
pub(crate) fn weekday(iso: u32) -> Option<Weekday> {
    iso.checked_sub(1).filter(|n| *n < 7).and_then(|n| u8::try_from(n).ok()?.try_into().ok())
}

fn number(digits: &str) -> Option<i32> {
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// So many years from one on; before Christ they are counted backwards.
fn years(bc: bool, first: i32, count: i32) -> Option<Interval> {
    let last = first.checked_add(count - 1).filter(|y| (1..=9999).contains(y))?;
    let (from, to) = if bc { (astronomical(bc, last), astronomical(bc, first.max(1))) } else { (first.max(1), last) };
    Some(Interval::new(NaiveDate::from_ymd_opt(from, 1, 1)?, NaiveDate::from_ymd_opt(to, 12, 31)?))
}

fn inside_year(year: i32, rest: &[&str]) -> Option<Interval> {
    if !(-9999..=9999).contains(&year) {
        return None;
    }
    match rest {
        [part] if part.starts_with('W') && part.len() == 3 => week(year, number(&part[1..])?, 0, 6),
        [week_nr, "WE"] => week(year, number(week_nr.strip_prefix('W')?)?, 5, 6),
        [week_nr, day] if week_nr.starts_with('W') => {
            let day = number(day)?.checked_sub(1).filter(|d| (0..7).contains(d))?;
            week(year, number(&week_nr[1..])?, day, day)
        }
        [part] if part.starts_with('Q') => {
            let nr = u32::try_from(number(&part[1..])?).ok().filter(|n| (1..=4).contains(n))?;
            months(year, nr * 3 - 2, 3)
        }
        [part] if part.starts_with('H') => match *part {
            "H1" => months(year, 1, 6),
            "H2" => months(year, 7, 6),
            _ => None,
        },
        [part] if part.len() == 2 && part.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            let season: Season = part.parse().ok()?;
            months(year, season_start(season), 3)
        }
        [month] if month.len() == 2 => months(year, u32::try_from(number(month)?).ok()?, 1),
        [month, day] if month.len() == 2 && day.len() == 2 => {
            let (month, day) = (number(month)?.try_into().ok()?, number(day)?.try_into().ok()?);
            NaiveDate::from_ymd_opt(year, month, day).map(Interval::day)
        }
        _ => None,
    }
}

/// The month a season begins in, on the meteorologists' calendar of the northern half.
pub(crate) const fn season_start(season: Season) -> u32 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    }
}

fn months(year: i32, first: u32, count: u32) -> Option<Interval> {
    let from = NaiveDate::from_ymd_opt(year, first, 1)?;
    let to = from.checked_add_months(Months::new(count))?.pred_opt()?;
    Some(Interval::new(from, to))
}

fn week(year: i32, nr: i32, first: i32, last: i32) -> Option<Interval> {
    let monday = NaiveDate::from_isoywd_opt(year, nr.try_into().ok()?, Weekday::Mon)?;
    let day = |n: i32| monday.checked_add_days(Days::new(n.try_into().ok()?));
    Some(Interval::new(day(first)?, day(last)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(interval: Option<Interval>) -> String {
        interval.map_or("-".to_owned(), |i| {
            if i.earliest == i.latest { i.earliest.to_string() } else { format!("{} {}", i.earliest, i.latest) }
        })
    }

    #[test]
    fn values_cover_days() {
        let check = |value: &str, expected: &str| assert_eq!(told(interval(value)), expected, "{value}");
        check("2015-08-07", "2015-08-07");
        check("2015-08-07T09:33", "2015-08-07");
        check("2015-08-07TNI", "2015-08-07");
        check("2015-08", "2015-08-01 2015-08-31");
        check("2015", "2015-01-01 2015-12-31");
        check("199", "1990-01-01 1999-12-31");
        check("19", "1900-01-01 1999-12-31");
        check("2015-W32", "2015-08-03 2015-08-09");
        check("2015-W32-WE", "2015-08-08 2015-08-09");
        check("2015-W53", "2015-12-28 2016-01-03");
        check("2015-Q3", "2015-07-01 2015-09-30");
        check("2015-H2", "2015-07-01 2015-12-31");
        check("2014-WI", "2014-12-01 2015-02-28");
        check("2015-04-06/2015-04-09", "2015-04-06 2015-04-09");
        for none in [
            "",
            "XXXX-08-12",
            "2015-02-31",
            "2015-13",
            "2015-W54",
            "P2D",
            "PAST_REF",
            "BC0241",
            "2015-Q9",
            "2015-\u{e9}",
            "/",
            "T",
            "-",
            "W",
            "99999",
        ] {
            check(none, "-");
        }
    }

    #[test]
    fn open_values_are_anchored_later() {
        let anchor = NaiveDate::from_ymd_opt(2015, 8, 7).unwrap();
        let check = |value: &str, expected: &str| assert_eq!(told(anchored(value, anchor)), expected, "{value}");
        check("XXXX-08-12", "2015-08-12");
        check("XXXX-12-25", "2015-12-25");
        check("XXXX-01-14", "2016-01-14");
        check("XXXX-WXX-5", "2015-08-07");
        check("XXXX-WXX-6", "2015-08-01");
        check("XXXX-04", "2015-04-01 2015-04-30");
        check("XXXX-08-12/XXXX-08-13", "2015-08-12 2015-08-13");
        check("XXXX-WXX-1/XXXX-WXX-3", "2015-08-03 2015-08-05");
        check("XXXX-12-30/XXXX-01-02", "2015-12-30 2016-01-02");
        check("2014-03-06", "2014-03-06");
        check("XXXX-02-31", "-");
        check("XXXX-XX-XX", "-");
        check("XXXX", "-");
    }
}
