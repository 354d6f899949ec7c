//! Parties: people, organisations and governments, and whether two of them are one.

use crate::lexicon::Lexicon;

/// How two parties stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// One and the same.
    Same,
    /// One is a part of the other: a ministry of its government.
    PartOf,
    /// Provably two.
    Different,
    /// Not told.
    Unknown,
}

/// Compares two entities.
#[must_use]
pub fn relation(a: &str, b: &str, _lexicon: &Lexicon) -> Party {
    if a == b {
        Party::Same
    } else if a.contains('~') || b.contains('~') {
        Party::Unknown
    } else {
        Party::Different
    }
}

/// How much it says that two claims name this party, from 0 to 1: a great power little, an unknown person much.
#[must_use]
pub fn weight(_party: &str, _lexicon: &Lexicon) -> f64 {
    0.6
}
