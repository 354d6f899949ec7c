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
}
