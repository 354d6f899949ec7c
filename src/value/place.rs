//! Places: how two of them lie to each other, and how much sharing one says.

use crate::lexicon::Lexicon;

/// How two places lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// One place.
    Same,
    /// The first holds the second.
    Contains,
    /// The first lies in the second.
    Contained,
    /// Provably apart.
    Different,
    /// The gazetteer does not tell.
    Unknown,
}

/// Compares two place entities.
#[must_use]
pub fn relation(a: &str, b: &str, _lexicon: &Lexicon) -> Place {
    if a == b { Place::Same } else { Place::Unknown }
}

/// How much it says that two claims name this place, from 0 to 1: a country or a capital little, a market town much.
#[must_use]
pub fn weight(_place: &str, _lexicon: &Lexicon) -> f64 {
    0.8
}
