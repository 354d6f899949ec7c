//! What two figures of one incident count, seen from each other: one quantity, a part of it, or something else.

use crate::claim::record::CasualtyClaim;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Effect, Group, Scope};

/// What two figures count, seen from each other.
pub(super) enum Quantity {
    /// One quantity.
    Same,
    /// The first is a part of the second, or the other way round.
    Part { first: bool },
    /// Not comparable.
    Apart,
}

pub(super) fn quantity(a: &CasualtyClaim, b: &CasualtyClaim) -> Quantity {
    use Group as G;
    // One day of a stretch of days.
    match (a.scope, b.scope) {
        (Scope::Incident, Scope::Period) if b.part_of.is_none() => return Quantity::Part { first: true },
        (Scope::Period, Scope::Incident) if a.part_of.is_none() => return Quantity::Part { first: false },
        (x, y) if x != y => return Quantity::Apart,
        _ => {}
    }
    let inside = |part: Group, whole: Group| match whole {
        G::Unknown => part != G::Unknown,
        G::Civilian => matches!(part, G::Child | G::Woman | G::Journalist | G::AidWorker),
        _ => false,
    };
    // One person told of is one of those counted.
    if a.is_individual() != b.is_individual() && a.number != b.number {
        let (one, whole) = if a.is_individual() { (a, b) } else { (b, a) };
        let fits = whole.number.is_some_and(|n| n > 1) && whole.part_of.is_none();
        return if fits && (one.group == whole.group || inside(one.group, whole.group)) {
            Quantity::Part { first: a.is_individual() }
        } else {
            Quantity::Apart
        };
    }
    // The badly hurt are some of the injured.
    match (a.severity, b.severity) {
        (Some(_), None) if a.number != b.number && b.part_of.is_none() => return Quantity::Part { first: true },
        (None, Some(_)) if a.number != b.number && a.part_of.is_none() => return Quantity::Part { first: false },
        _ => {}
    }
    if a.group == b.group {
        return match (&a.part_of, &b.part_of) {
            (Some(_), None) => Quantity::Part { first: true },
            (None, Some(_)) => Quantity::Part { first: false },
            _ => Quantity::Same,
        };
    }
    // A monitor's "civilians" are often an agency's "people", and "a man" is somebody with a name: the same number is the same figure.
    let loose = a.group == G::Unknown || b.group == G::Unknown;
    if loose && a.part_of.is_none() && b.part_of.is_none() && a.number == b.number {
        Quantity::Same
    } else if inside(a.group, b.group) && b.part_of.is_none() {
        Quantity::Part { first: true }
    } else if inside(b.group, a.group) && a.part_of.is_none() {
        Quantity::Part { first: false }
    } else {
        Quantity::Apart
    }
}

/// "150 bodies": those that somebody has seen are some of the dead.
pub(super) fn counts_bodies(claim: &CasualtyClaim, lexicon: &Lexicon) -> bool {
    claim.text.split_whitespace().any(|word| lexicon.casualties.bodies.has(word.to_lowercase().as_str()))
}

/// "Three more died": what comes to other figures and is no total. Of the injured "20 others" are often others than the dead.
pub(super) fn is_rest(claim: &CasualtyClaim, lexicon: &Lexicon) -> bool {
    let words: Vec<String> = claim.text.split_whitespace().map(str::to_lowercase).collect();
    let further = |i: usize| lexicon.sums.further.longest(words[i..].iter().map(String::as_str)).is_some();
    claim.effect == Effect::Killed && (0..words.len()).any(|i| words.get(i + 1).is_none_or(|next| next != "than") && further(i))
}

/// "Fourteen of the victims": a part, whatever the whole is.
pub(super) fn is_partial(claim: &CasualtyClaim, lexicon: &Lexicon) -> bool {
    let words: Vec<String> = claim.text.split_whitespace().map(str::to_lowercase).collect();
    (0..words.len()).any(|i| lexicon.sums.partial.longest(words[i..].iter().map(String::as_str)).is_some())
}
