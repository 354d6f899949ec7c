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

/// The same entity, or the words of one source inside the other's ("the UN", "the UN and the Observatory").
#[must_use]
pub fn is_one_source(a: (&str, Option<&str>), b: (&str, Option<&str>)) -> bool {
    if a.1.is_some() && a.1 == b.1 {
        return true;
    }
    let words = |s: &str| -> Vec<String> {
        s.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !w.eq_ignore_ascii_case("the")).map(str::to_owned).collect()
    };
    let (x, y) = (words(a.0), words(b.0));
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    // "figures" and "officials" are nobody: the shared words must hold a name.
    short.iter().any(|w| w.starts_with(char::is_uppercase)) && long.windows(short.len().max(1)).any(|w| w == short)
}
