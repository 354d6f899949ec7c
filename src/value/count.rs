use std::fmt;

use crate::lexicon::Multiple;
use crate::lexicon::vocabulary::Bound;

/// A number of people as printed, with the interval of true numbers it allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Count {
    /// The printed number, after scale words; none for vague figures and ranges.
    pub number: Option<i64>,
    /// The least true number, inclusive; none where open.
    pub low: Option<i64>,
    /// The greatest true number, inclusive; none where open.
    pub high: Option<i64>,
    /// How the print bounds the truth.
    pub bound: Bound,
}

/// How the interval of one count lies to that of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CountRelation {
    /// The same interval.
    Same,
    /// Inside the other, narrower.
    Inside,
    /// Around the other, wider.
    Around,
    /// They share some numbers, and each has others.
    Overlapping,
    /// Every number is below the other's.
    Below,
    /// Every number is above the other's.
    Above,
}

impl Count {
    /// `n` with a bound: `at least n` is `[n, ∞)`, `more than n` `[n+1, ∞)`, `up to n` `[0, n]`, `about n` `[0.9n, 1.1n]`.
    #[must_use]
    pub fn new(n: i64, bound: Bound) -> Self {
        let (low, high) = match bound {
            Bound::AtLeast => (Some(n), None),
            Bound::MoreThan => (Some(n.saturating_add(1)), None),
            Bound::AtMost => (Some(0), Some(n)),
            Bound::LessThan => (Some(0), Some(n.saturating_sub(1).max(0))),
            Bound::About => (Some(n - n / 10), Some(n.saturating_add(n / 10))),
            Bound::Exact | Bound::Range | Bound::Vague => (Some(n), Some(n)),
        };
        Self { number: Some(n), low, high, bound }
    }

    /// `between a and b`.
    #[must_use]
    pub fn range(a: i64, b: i64) -> Self {
        Self { number: None, low: Some(a.min(b)), high: Some(a.max(b)), bound: Bound::Range }
    }

    /// A figure in words without a number: dozens is `[24, 99]`, several `[2, ∞)`.
    #[must_use]
    pub fn vague(low: Option<i64>, high: Option<i64>) -> Self {
        Self { number: None, low, high, bound: Bound::Vague }
    }

    /// So many times this count: "twice as many" as 12 is `[24, 24]`, "at least half as many" `[6, ∞)`. It prints no number.
    #[must_use]
    pub fn multiplied(self, by: Multiple, bound: Option<Bound>) -> Self {
        let down = |n: i64| n.saturating_mul(by.times) / by.parts;
        let up = |n: i64| n.saturating_mul(by.times).saturating_add(by.parts - 1) / by.parts;
        // "more than 40", doubled, is more than 80.
        let (low, high) = match self.number {
            Some(n) => (Self::new(down(n), self.bound).low, Self::new(up(n), self.bound).high),
            None => (self.low.map(down), self.high.map(up)),
        };
        let (low, high) = match bound {
            Some(Bound::AtLeast) => (low, None),
            Some(Bound::MoreThan) => (low.map(|n| n.saturating_add(1)), None),
            Some(Bound::AtMost) => (Some(0), high),
            Some(Bound::LessThan) => (Some(0), high.map(|n| (n - 1).max(0))),
            Some(Bound::About) => (low.map(|n| n - n / 10), high.map(|n| n.saturating_add(n / 10))),
            Some(Bound::Exact | Bound::Range | Bound::Vague) | None => (low, high),
        };
        let bound = if self.bound == Bound::Vague { Bound::Vague } else { Bound::Range };
        Self { number: None, low, high, bound }
    }

    /// The count for comparison: a figure of 1,000 or more, or one that is `hedged`, was rounded before it was printed, so
    /// each end gives way by half a unit of its last significant digit.
    #[must_use]
    pub fn widened(self, hedged: bool) -> Self {
        let slack = |n: i64| if hedged || n >= 1000 { half_unit(n) } else { 0 };
        // "more than 220,000" starts at 220,001, but it is the printed number that was rounded.
        let printed = |end: i64| self.number.map_or_else(|| slack(end), slack);
        Self {
            low: self.low.map(|n| n.saturating_sub(printed(n)).max(0)),
            high: self.high.map(|n| n.saturating_add(printed(n))),
            ..self
        }
    }

    /// Whether the two print one number, whatever bounds it; for vague figures and ranges, one interval.
    #[must_use]
    pub fn same_printed(self, other: Self) -> bool {
        match (self.number, other.number) {
            (Some(a), Some(b)) => a == b,
            (None, None) => (self.low, self.high) == (other.low, other.high),
            _ => false,
        }
    }

    /// Whether every number that `other` allows is allowed here.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.floor() <= other.floor() && other.ceiling() <= self.ceiling()
    }

    /// Whether some number is allowed by both.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.floor() <= other.ceiling() && other.floor() <= self.ceiling()
    }

    /// How this interval lies to that of `other`.
    #[must_use]
    pub fn relation(self, other: Self) -> CountRelation {
        match (self.contains(other), other.contains(self)) {
            (true, true) => CountRelation::Same,
            (true, false) => CountRelation::Around,
            (false, true) => CountRelation::Inside,
            _ if self.overlaps(other) => CountRelation::Overlapping,
            _ if self.ceiling() < other.floor() => CountRelation::Below,
            _ => CountRelation::Above,
        }
    }

    fn floor(self) -> i64 {
        self.low.unwrap_or(0)
    }

    fn ceiling(self) -> i64 {
        self.high.unwrap_or(i64::MAX)
    }
}

/// Half a unit of the last digit that is not zero: 5,000 for 220,000, none for 1,429.
fn half_unit(n: i64) -> i64 {
    last_unit(n) / 2
}

/// A unit of the last digit that is not zero: 10,000 for 220,000, 1 for 1,429.
pub(crate) fn last_unit(n: i64) -> i64 {
    let mut unit: i64 = 1;
    while n > 0 && n / unit % 10 == 0 && unit <= n / 10 {
        unit *= 10;
    }
    unit
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self.bound {
            Bound::AtLeast => "at least ",
            Bound::MoreThan => "more than ",
            Bound::AtMost => "up to ",
            Bound::LessThan => "fewer than ",
            Bound::About => "about ",
            Bound::Exact | Bound::Range | Bound::Vague => "",
        };
        match (self.number, self.low, self.high) {
            (Some(n), ..) => write!(f, "{words}{}", grouped(n)),
            (None, Some(low), Some(high)) if low == high => f.write_str(&grouped(low)),
            (None, Some(low), Some(high)) => write!(f, "{} to {}", grouped(low), grouped(high)),
            (None, Some(low), None) => write!(f, "at least {}", grouped(low)),
            (None, None, Some(high)) => write!(f, "up to {}", grouped(high)),
            (None, None, None) => f.write_str("an unknown number"),
        }
    }
}

/// Digits in groups of three.
fn grouped(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = String::from(if n < 0 { "-" } else { "" });
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_reads_as_printed() {
        let check = |count: Count, expected: &str| assert_eq!(count.to_string(), expected);
        check(Count::new(19, Bound::AtLeast), "at least 19");
        check(Count::new(220_000, Bound::MoreThan), "more than 220,000");
        check(Count::new(7, Bound::Exact), "7");
        check(Count::range(10, 15), "10 to 15");
        check(Count::vague(Some(2), None), "at least 2");
        check(Count::new(1_234_567, Bound::About), "about 1,234,567");
    }

    #[test]
    fn a_multiple_multiplies_both_ends() {
        let check = |count: Count, times, parts, bound, expected: &str| {
            assert_eq!(count.multiplied(Multiple { times, parts }, bound).to_string(), expected, "{count} {times}/{parts}");
        };
        check(Count::new(12, Bound::Exact), 2, 1, None, "24");
        check(Count::new(13, Bound::Exact), 1, 2, None, "6 to 7");
        check(Count::new(12, Bound::AtLeast), 2, 1, None, "at least 24");
        check(Count::new(40, Bound::MoreThan), 2, 1, None, "at least 81");
        check(Count::new(12, Bound::Exact), 3, 1, Some(Bound::AtLeast), "at least 36");
        check(Count::new(12, Bound::Exact), 2, 1, Some(Bound::MoreThan), "at least 25");
        check(Count::new(50, Bound::Exact), 2, 1, Some(Bound::About), "90 to 110");
        check(Count::range(10, 15), 2, 1, None, "20 to 30");
        check(Count::vague(Some(24), Some(99)), 2, 1, None, "48 to 198");
        check(Count::new(i64::MAX, Bound::Exact), 2, 1, None, &grouped(i64::MAX));
    }

    #[test]
    fn round_figures_give_way() {
        let check = |n, bound, hedged, low, high| {
            let count = Count::new(n, bound).widened(hedged);
            assert_eq!((count.low, count.high), (low, high), "{n} {bound} {hedged}");
        };
        check(220_000, Bound::Exact, false, Some(215_000), Some(225_000));
        check(220_000, Bound::MoreThan, false, Some(215_001), None);
        check(1_429, Bound::Exact, false, Some(1_429), Some(1_429));
        check(50, Bound::Exact, false, Some(50), Some(50));
        check(50, Bound::Exact, true, Some(45), Some(55));
        check(0, Bound::Exact, true, Some(0), Some(0));
        check(i64::MAX, Bound::Exact, true, Some(i64::MAX), Some(i64::MAX));
    }

    #[test]
    fn intervals_compare() {
        use CountRelation::{Above, Around, Below, Inside, Overlapping, Same};
        let check = |a: Count, b: Count, expected| assert_eq!(a.relation(b), expected, "{a} / {b}");
        let exact = |n| Count::new(n, Bound::Exact);
        check(exact(19), exact(19), Same);
        check(exact(19), Count::new(18, Bound::AtLeast), Inside);
        check(Count::new(18, Bound::AtLeast), exact(19), Around);
        check(exact(17), Count::new(18, Bound::AtLeast), Below);
        check(Count::range(20, 30), Count::range(10, 15), Above);
        check(Count::range(20, 30), Count::range(25, 35), Overlapping);
        assert!(exact(19).same_printed(Count::new(19, Bound::AtLeast)));
        assert!(!exact(19).same_printed(exact(20)));
    }
}
