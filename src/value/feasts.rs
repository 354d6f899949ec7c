//! When the feasts of a year are kept.
//!
//! The other calendars and Easter are computed by `icu_calendar`: the months of the Muslim year by the tables of Umm al-Qura, the
//! Hebrew year by its rule, the new years of China and Persia by theirs.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use icu_calendar::cal::{ChineseTraditional, Hebrew, Hijri, Persian};
use icu_calendar::types::RataDie;
use icu_calendar::{AsCalendar, Date, Gregorian, cal::Julian};

use super::Interval;
use super::when::on_or_after;
use crate::lexicon::Feast;

/// Months of the Hebrew year, by the number they have in a common year.
const TISHRI: u8 = 1;
const KISLEV: u8 = 3;
const NISAN: u8 = 7;
/// From a year of the common calendar to the Hebrew one that ends in it, and to the Persian one that begins in it.
const HEBREW: i32 = 3760;
const PERSIAN: i32 = -621;

/// A feast in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Feastday {
    /// Its days by the calendar.
    pub days: Interval,
    /// The days that may be meant: a feast that hangs on a sighting of the moon is kept a day earlier or later in one country or
    /// another, and a Jewish one begins on the evening before.
    pub within: Interval,
}

impl Feastday {
    fn fixed(days: Interval) -> Self {
        Self { days, within: days }
    }

    fn wider(days: Interval, before: u64, after: u64) -> Option<Self> {
        let earliest = days.earliest.checked_sub_days(Days::new(before))?;
        let latest = days.latest.checked_add_days(Days::new(after))?;
        Some(Self { days, within: Interval { earliest, latest } })
    }

    /// The TIMEX3 value: `2015-12-25`, or `2015-06-18/2015-07-16` for a season.
    #[must_use]
    pub fn value(self) -> String {
        let Interval { earliest, latest } = self.days;
        if earliest == latest { earliest.to_string() } else { format!("{earliest}/{latest}") }
    }
}

/// A feast in a year of the common calendar, the years 1900 to 2200: once, or for one that wanders through the seasons twice or
/// not at all, in order. A feast that had not been founded has no day.
#[must_use]
pub fn days(feast: Feast, year: i32) -> Vec<Feastday> {
    if !(1900..=2200).contains(&year) {
        return Vec::new();
    }
    match feast {
        Feast::Ramadan => hijri(year, 9, 1, None),
        Feast::EidAlFitr => hijri(year, 10, 1, Some(1)),
        Feast::EidAlAdha => hijri(year, 12, 10, Some(1)),
        Feast::Eid => {
            let mut both = [days(Feast::EidAlFitr, year), days(Feast::EidAlAdha, year)].concat();
            both.sort_by_key(|feast| feast.days.earliest);
            both
        }
        Feast::Ashura => hijri(year, 1, 10, Some(1)),
        Feast::Mawlid => hijri(year, 3, 12, Some(1)),
        Feast::Passover => jewish(year, NISAN, 15, 7, 1),
        Feast::RoshHashanah => jewish(year, TISHRI, 1, 2, 0),
        Feast::YomKippur => jewish(year, TISHRI, 10, 1, 0),
        Feast::Sukkot => jewish(year, TISHRI, 15, 7, 0),
        Feast::Hanukkah => jewish(year, KISLEV, 25, 8, 0),
        feast => single(feast, year).map(|day| Feastday::fixed(Interval::day(day))).into_iter().collect(),
    }
}

/// The time a feast is kept nearest to a day.
#[must_use]
pub fn nearest(feast: Feast, day: NaiveDate) -> Option<Feastday> {
    let distance = |f: &Feastday| (f.days.earliest - day).num_days().max((day - f.days.latest).num_days()).max(0);
    (-1..=1).flat_map(|shift| days(feast, day.year() + shift)).min_by_key(distance)
}

/// Whether other countries keep a feast of this name on other days: what is said here is the American one.
#[must_use]
pub const fn is_american(feast: Feast) -> bool {
    matches!(feast, Feast::FourthOfJuly | Feast::MemorialDay | Feast::ElectionDay | Feast::VictoryDay)
}

/// The one day of history that a name means unless the text speaks of an anniversary.
#[must_use]
pub fn original(feast: Feast) -> Option<NaiveDate> {
    match feast {
        Feast::DDay => NaiveDate::from_ymd_opt(1944, 6, 6),
        Feast::VEDay => NaiveDate::from_ymd_opt(1945, 5, 8),
        Feast::NineEleven => NaiveDate::from_ymd_opt(2001, 9, 11),
        Feast::VJDay => NaiveDate::from_ymd_opt(1945, 8, 15),
        _ => None,
    }
}

/// Feasts that have one day in every year.
fn single(feast: Feast, year: i32) -> Option<NaiveDate> {
    if let Some((month, day)) = fixed(feast) {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    if let Some(after) = after_easter(feast) {
        return shifted(Gregorian::easter(year).to_rata_die(), after);
    }
    match feast {
        Feast::OrthodoxEaster => shifted(Julian::easter(year).to_rata_die(), 0),
        Feast::Nowruz => day_in(Persian, year + PERSIAN, 1, 1),
        Feast::LunarNewYear => day_in(ChineseTraditional::new(), year, 1, 1),
        feast => by_weekday(feast, year),
    }
}

const fn fixed(feast: Feast) -> Option<(u32, u32)> {
    Some(match feast {
        Feast::NewYearsDay => (1, 1),
        Feast::OrthodoxChristmas => (1, 7),
        Feast::ValentinesDay => (2, 14),
        Feast::WomensDay => (3, 8),
        Feast::StPatricksDay => (3, 17),
        Feast::MayDay => (5, 1),
        Feast::VEDay => (5, 8),
        Feast::VictoryDay => (5, 9),
        Feast::DDay => (6, 6),
        Feast::Juneteenth => (6, 19),
        Feast::FourthOfJuly => (7, 4),
        Feast::BastilleDay => (7, 14),
        Feast::VJDay => (8, 15),
        Feast::NineEleven => (9, 11),
        Feast::Halloween => (10, 31),
        Feast::AllSaints => (11, 1),
        Feast::GuyFawkesNight => (11, 5),
        Feast::ArmisticeDay => (11, 11),
        Feast::ChristmasEve => (12, 24),
        Feast::ChristmasDay => (12, 25),
        Feast::BoxingDay => (12, 26),
        Feast::NewYearsEve => (12, 31),
        _ => return None,
    })
}

const fn after_easter(feast: Feast) -> Option<i64> {
    Some(match feast {
        Feast::AshWednesday => -46,
        Feast::PalmSunday => -7,
        Feast::GoodFriday => -2,
        Feast::Easter => 0,
        Feast::EasterMonday => 1,
        Feast::Ascension => 39,
        Feast::Pentecost => 49,
        Feast::WhitMonday => 50,
        _ => return None,
    })
}

/// Feasts on a certain weekday of a month, since the year in which they were laid there.
fn by_weekday(feast: Feast, year: i32) -> Option<NaiveDate> {
    let (since, weekday, month, from) = match feast {
        Feast::MartinLutherKingDay => (1986, Weekday::Mon, 1, 15),
        Feast::PresidentsDay => (1971, Weekday::Mon, 2, 15),
        Feast::MemorialDay if year < 1971 => return NaiveDate::from_ymd_opt(year, 5, 30),
        Feast::MemorialDay => (1971, Weekday::Mon, 5, 25),
        Feast::LaborDay => (1900, Weekday::Mon, 9, 1),
        Feast::ColumbusDay if year < 1971 => return NaiveDate::from_ymd_opt(year, 10, 12),
        Feast::ColumbusDay => (1971, Weekday::Mon, 10, 8),
        Feast::ElectionDay => (1900, Weekday::Tue, 11, 2),
        Feast::RemembranceSunday => (1946, Weekday::Sun, 11, 8),
        Feast::MothersDay => (1914, Weekday::Sun, 5, 8),
        Feast::FathersDay => (1972, Weekday::Sun, 6, 15),
        Feast::BlackFriday => (1952, Weekday::Fri, 11, 23),
        Feast::Thanksgiving => (1942, Weekday::Thu, 11, 22),
        _ => return None,
    };
    on_or_after(NaiveDate::from_ymd_opt(year, month, from)?, weekday).filter(|_| year >= since)
}

/// A feast of one day or of its whole month in the Muslim calendar, and a day on either side.
fn hijri(year: i32, month: u8, day: u8, length: Option<u64>) -> Vec<Feastday> {
    let calendar = Hijri::new_umm_al_qura();
    let Ok(new_year) = Date::try_new_gregorian(year, 1, 1) else { return Vec::new() };
    let first_year = new_year.to_calendar(calendar).year().extended_year();
    (first_year..=first_year + 1)
        .filter_map(|hijri_year| {
            let date = Date::try_new_hijri_with_calendar(hijri_year, month, day, calendar).ok()?;
            let length = length.unwrap_or_else(|| date.days_in_month().into());
            Feastday::wider(stretch(shifted(date.to_rata_die(), 0)?, length)?, 1, 1)
        })
        .filter(|feast| feast.days.earliest.year() == year)
        .collect()
}

/// A feast of so many days from a day of a Hebrew month, with the evening before and the days that are added abroad.
fn jewish(year: i32, month: u8, day: u8, length: u64, abroad: u64) -> Vec<Feastday> {
    (HEBREW..=HEBREW + 1)
        .filter_map(|ahead| Feastday::wider(stretch(day_in(Hebrew, year + ahead, month, day)?, length)?, 1, abroad))
        .filter(|feast| feast.days.earliest.year() == year)
        .collect()
}

/// A day of another calendar.
fn day_in<C: AsCalendar>(calendar: C, year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    shifted(Date::try_new(year.into(), month.into(), day, calendar).ok()?.to_rata_die(), 0)
}

fn stretch(first: NaiveDate, length: u64) -> Option<Interval> {
    Some(Interval { earliest: first, latest: first.checked_add_days(Days::new(length.saturating_sub(1)))? })
}

/// So many days after a day that is counted as `chrono` counts, from the first of January of the year 1.
fn shifted(day: RataDie, by: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt((day.to_i64_date() + by).try_into().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(feast: Feast, year: i32) -> String {
        days(feast, year).into_iter().map(Feastday::value).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn fixed_days_and_weekdays() {
        let check = |feast, year, expected: &str| assert_eq!(told(feast, year), expected, "{feast} {year}");
        check(Feast::ChristmasDay, 2015, "2015-12-25");
        check(Feast::NewYearsEve, 2015, "2015-12-31");
        check(Feast::MartinLutherKingDay, 2015, "2015-01-19");
        check(Feast::MartinLutherKingDay, 1980, "");
        check(Feast::PresidentsDay, 2015, "2015-02-16");
        check(Feast::MemorialDay, 2015, "2015-05-25");
        check(Feast::MemorialDay, 1960, "1960-05-30");
        check(Feast::LaborDay, 2015, "2015-09-07");
        check(Feast::ColumbusDay, 2015, "2015-10-12");
        check(Feast::ElectionDay, 2016, "2016-11-08");
        check(Feast::ElectionDay, 2022, "2022-11-08");
        check(Feast::RemembranceSunday, 2015, "2015-11-08");
        check(Feast::Thanksgiving, 2015, "2015-11-26");
        check(Feast::Thanksgiving, 2012, "2012-11-22");
    }

    #[test]
    fn the_feasts_of_easter() {
        let check = |feast, year, expected: &str| assert_eq!(told(feast, year), expected, "{feast} {year}");
        check(Feast::Easter, 2015, "2015-04-05");
        check(Feast::Easter, 2008, "2008-03-23");
        check(Feast::AshWednesday, 2015, "2015-02-18");
        check(Feast::PalmSunday, 2015, "2015-03-29");
        check(Feast::GoodFriday, 2015, "2015-04-03");
        check(Feast::EasterMonday, 2015, "2015-04-06");
        check(Feast::Ascension, 2015, "2015-05-14");
        check(Feast::Pentecost, 2015, "2015-05-24");
        check(Feast::OrthodoxEaster, 2015, "2015-04-12");
        check(Feast::OrthodoxEaster, 2016, "2016-05-01");
    }

    #[test]
    fn months_of_the_moon() {
        let check = |feast, year, expected: &str| assert_eq!(told(feast, year), expected, "{feast} {year}");
        check(Feast::EidAlFitr, 2015, "2015-07-17");
        check(Feast::EidAlFitr, 2000, "2000-01-08 2000-12-27");
        check(Feast::EidAlAdha, 2017, "2017-09-01");
        check(Feast::Eid, 2023, "2023-04-21 2023-06-28");
        check(Feast::Passover, 2015, "2015-04-04/2015-04-10");
        check(Feast::Passover, 2016, "2016-04-23/2016-04-29");
        check(Feast::RoshHashanah, 2015, "2015-09-14/2015-09-15");
        check(Feast::YomKippur, 1973, "1973-10-06");
        check(Feast::YomKippur, 2015, "2015-09-23");
        check(Feast::Sukkot, 2015, "2015-09-28/2015-10-04");
        check(Feast::Hanukkah, 2015, "2015-12-07/2015-12-14");
        check(Feast::Hanukkah, 2016, "2016-12-25/2017-01-01");
        check(Feast::LunarNewYear, 2014, "2014-01-31");
        check(Feast::LunarNewYear, 2015, "2015-02-19");
        check(Feast::LunarNewYear, 2024, "2024-02-10");
        check(Feast::Nowruz, 2015, "2015-03-21");
        check(Feast::Nowruz, 2016, "2016-03-20");
    }

    #[test]
    fn what_is_sighted_or_begins_in_the_evening_is_wider() {
        let within = |feast, year| days(feast, year).iter().map(|f| format!("{} {}", f.within.earliest, f.within.latest)).next();
        assert_eq!(within(Feast::EidAlFitr, 2015).as_deref(), Some("2015-07-16 2015-07-18"));
        assert_eq!(within(Feast::EidAlAdha, 2016).as_deref(), Some("2016-09-10 2016-09-12"));
        assert_eq!(within(Feast::Passover, 2015).as_deref(), Some("2015-04-03 2015-04-11"));
        assert_eq!(within(Feast::YomKippur, 2015).as_deref(), Some("2015-09-22 2015-09-23"));
        assert_eq!(within(Feast::Easter, 2015).as_deref(), Some("2015-04-05 2015-04-05"));
        for year in [1994, 2005, 2013, 2015, 2022] {
            let ramadan = days(Feast::Ramadan, year)[0];
            let fitr = days(Feast::EidAlFitr, year)[0];
            assert_eq!(ramadan.days.latest.succ_opt(), Some(fitr.days.earliest), "{year}");
            assert!((29..=30).contains(&ramadan.days.days()), "{year}");
        }
    }

    #[test]
    fn the_nearest_of_three_years() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let check =
            |feast, from, expected: &str| assert_eq!(nearest(feast, day(from)).map(Feastday::value).as_deref(), Some(expected));
        check(Feast::ChristmasDay, "2015-01-03", "2014-12-25");
        check(Feast::NewYearsDay, "2014-12-30", "2015-01-01");
        check(Feast::Ramadan, "2015-07-01", &told(Feast::Ramadan, 2015));
        check(Feast::Hanukkah, "2017-01-01", "2016-12-25/2017-01-01");
    }

    #[test]
    fn every_feast_is_kept_once_in_most_years() {
        for feast in Feast::ALL {
            let kept = (1995..2025).map(|year| days(*feast, year).len()).sum::<usize>();
            assert!((30..=62).contains(&kept), "{feast}: {kept} times in thirty years");
            assert!(days(*feast, 1800).is_empty() && days(*feast, i32::MAX).is_empty());
        }
    }
}
