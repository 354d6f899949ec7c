//! When something was published, to the minute.

use std::cmp::Ordering;
use std::fmt;

use chrono::{FixedOffset, NaiveDateTime};

/// A minute by the clock of the zone that is told with it, or of a zone that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// By the clock on the wall.
    pub local: NaiveDateTime,
    /// How far that clock is ahead of UTC.
    pub offset: Option<FixedOffset>,
}

/// The characters of a date and a clock without seconds.
const MINUTES: usize = 16;

impl Moment {
    /// Reads an ISO date with a clock, with or without seconds and a zone (`Z`, `+02:00`, `UTC`); none for a date alone.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let local = NaiveDateTime::parse_from_str(&text.get(..MINUTES)?.replace(' ', "T"), "%Y-%m-%dT%H:%M").ok()?;
        let rest = &text[MINUTES..];
        let named = ["Z", "z", "UTC", "GMT"].iter().any(|zone| rest.ends_with(zone));
        let told = || rest.get(rest.rfind(['+', '-'])?..)?.parse().ok();
        let offset = if named { FixedOffset::east_opt(0) } else { told() };
        Some(Self { local, offset })
    }

    /// In UTC where the zone is known, else as written.
    #[must_use]
    pub fn utc(self) -> NaiveDateTime {
        self.offset.map_or(self.local, |offset| self.local - offset)
    }

    /// Which of two is earlier; none where the zone of one alone is known.
    #[must_use]
    pub fn compare(self, other: Self) -> Option<Ordering> {
        (self.offset.is_some() == other.offset.is_some()).then(|| self.utc().cmp(&other.utc()))
    }
}

impl fmt::Display for Moment {
    /// The clock, with its zone: `14:05 UTC`, `14:05 -03:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.local.format("%H:%M"))?;
        match self.offset {
            None => Ok(()),
            Some(offset) if offset.local_minus_utc() == 0 => write!(f, " UTC"),
            Some(offset) => write!(f, " {offset}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_of_all_zones() {
        let read = |text| Moment::read(text).unwrap_or_else(|| panic!("{text}"));
        for (text, clock) in [
            ("2015-08-07T09:33", "09:33"),
            ("2015-08-07 09:33:12", "09:33"),
            ("2015-08-07T09:33Z", "09:33 UTC"),
            ("2015-08-07T09:33:12.5+00:00", "09:33 UTC"),
            ("2015-08-07 09:33 UTC", "09:33 UTC"),
            ("2015-08-07T09:33:12-03:00", "09:33 -03:00"),
            ("2015-08-07T09:33+0530", "09:33 +05:30"),
        ] {
            assert_eq!(read(text).to_string(), clock, "{text}");
        }
        assert!(["2015-08-07", "n/a", "", "2015-08-07T25:00", "2015-08-0\u{e9}T09:33"].iter().all(|t| Moment::read(t).is_none()));
        let (utc, west) = (read("2015-08-07T14:05:00Z"), read("2015-08-07T13:00:00-03:00"));
        assert_eq!(utc.compare(west), Some(Ordering::Less));
        assert_eq!(utc.compare(read("2015-08-07T13:00")), None);
        assert_eq!(read("2015-08-07T13:00").compare(read("2015-08-07T12:00")), Some(Ordering::Greater));
    }
}
