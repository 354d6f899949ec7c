use chrono::NaiveDate;

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

/// The days of an under-specified TIMEX3 value (`XXXX-08-12`, `XXXX-WXX-4`, `XXXX-04`), seen from an anchor.
#[must_use]
pub fn anchored(_value: &str, _anchor: NaiveDate) -> Option<Interval> {
    None
}
