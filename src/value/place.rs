//! Places: how two of them lie to each other, and how much sharing one says.

use crate::lexicon::{Lexicon, PlaceFacts, PlaceKind};

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

/// Nearer than this, two towns may be one town and its suburb.
const APART_KM: f64 = 60.0;

/// Compares two place entities; a government's stands for its country.
#[must_use]
pub fn relation(a: &str, b: &str, lexicon: &Lexicon) -> Place {
    if a == b {
        return Place::Same;
    }
    let (Some(a), Some(b)) = (facts(a, lexicon), facts(b, lexicon)) else {
        return if is_respelled(a, b) { Place::Same } else { Place::Unknown };
    };
    if a.entity == b.entity {
        return Place::Same;
    }
    let (Some(x), Some(y)) = (&a.country, &b.country) else { return Place::Unknown };
    if x != y {
        return Place::Different;
    }
    if holds(a, b) {
        Place::Contains
    } else if holds(b, a) {
        Place::Contained
    } else if apart(a, b) {
        Place::Different
    } else {
        Place::Unknown
    }
}

/// Whether two places that the gazetteer does not know have names that share nothing: they may be a street and its quarter, but
/// nothing shows it.
#[must_use]
pub fn are_unlike(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    let (x, y) = (name(a), name(b));
    let shared = x.split('-').any(|word| y.split('-').any(|other| word == other));
    let unknown = facts(a, lexicon).is_none() && facts(b, lexicon).is_none();
    unknown && !shared && x.chars().next() != y.chars().next() && !is_respelled(a, b)
}

/// What the gazetteer knows of an entity.
#[must_use]
pub fn facts<'l>(entity: &str, lexicon: &'l Lexicon) -> Option<&'l PlaceFacts> {
    match entity.strip_prefix("gov:") {
        Some(slug) => lexicon.names.place(&format!("place:{slug}")),
        None => lexicon.names.place(entity),
    }
}

/// How much it says that two claims name this place, from 0 to 1: a country or a capital little, a market town much.
#[must_use]
pub fn weight(place: &str, lexicon: &Lexicon) -> f64 {
    let Some(facts) = facts(place, lexicon) else { return 0.9 };
    match facts.kind {
        PlaceKind::Country => 0.08,
        _ if facts.country.is_none() => 0.05,
        _ if facts.capital => 0.15,
        _ => match facts.people {
            3000.. => 0.25,
            1000.. => 0.35,
            300.. => 0.45,
            100.. => 0.6,
            20.. => 0.75,
            _ => 0.85,
        },
    }
}

/// The last part of an entity: `place:sy/idlib` is Idlib.
fn name(entity: &str) -> &str {
    entity.rsplit(['/', ':']).next().unwrap_or_default()
}

/// Two transliterations of one long name: `khan-sheikhun`, `khan-shaykhoun`. Vowels and doubled letters are left out, since
/// those are what transliterations differ in.
fn is_respelled(a: &str, b: &str) -> bool {
    let bones = |entity: &str| -> String {
        let name = name(entity);
        let mut out = String::new();
        for c in name.chars().filter(|c| c.is_alphanumeric() && !"aeiouyh".contains(*c)) {
            if !out.ends_with(c) {
                out.push(c);
            }
        }
        out
    };
    let (x, y) = (bones(a), bones(b));
    x.len() >= LONG && x == y
}

/// Fewer consonants than this agree by chance.
const LONG: usize = 4;

/// Both lie in one country: whether the second lies in the first.
fn holds(a: &PlaceFacts, b: &PlaceFacts) -> bool {
    let slug = name(&a.entity);
    a.kind == PlaceKind::Country || b.kind != PlaceKind::Country && b.region.as_deref() == Some(slug)
}

fn apart(a: &PlaceFacts, b: &PlaceFacts) -> bool {
    let regions = a.kind == PlaceKind::Region && b.kind == PlaceKind::Region && is_first_level(a) && is_first_level(b);
    regions
        || distance(a, b).is_some_and(|km| {
            km > APART_KM && a.region.is_some() && b.region.is_some() && (a.region != b.region || both_towns(a, b))
        })
}

fn is_first_level(place: &PlaceFacts) -> bool {
    place.region.as_deref() == place.entity.rsplit('/').next()
}

fn both_towns(a: &PlaceFacts, b: &PlaceFacts) -> bool {
    a.kind == PlaceKind::City && b.kind == PlaceKind::City
}

/// Kilometres between two places, on a ball.
fn distance(a: &PlaceFacts, b: &PlaceFacts) -> Option<f64> {
    let (lat1, lon1, lat2, lon2) = (a.lat?.to_radians(), a.lon?.to_radians(), b.lat?.to_radians(), b.lon?.to_radians());
    let h = ((lat2 - lat1) / 2.0).sin().powi(2) + lat1.cos() * lat2.cos() * ((lon2 - lon1) / 2.0).sin().powi(2);
    Some(12742.0 * h.sqrt().clamp(0.0, 1.0).asin())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, expected: Place) {
        assert_eq!(relation(a, b, Lexicon::english()), expected, "{a} {b}");
    }

    #[test]
    fn places_lie_where_the_gazetteer_says() {
        check("place:syria", "place:sy/idlib", Place::Contains);
        check("place:sy/idlib", "place:syria", Place::Contained);
        check("place:sy/darkush", "place:sy/idlib", Place::Contained);
        check("place:syria", "place:iraq", Place::Different);
        check("place:sy/aleppo", "place:iq/mosul", Place::Different);
        check("place:sy/aleppo", "place:sy/raqqah", Place::Different);
        check("place:sy/damascus", "place:sy/duma", Place::Unknown);
        check("place:nowhere", "place:sy/idlib", Place::Unknown);
        check("place:nowhere", "place:nowhere", Place::Same);
        check("gov:russia", "place:ru/moscow", Place::Contains);
        check("place:england", "place:gb/london", Place::Contains);
        check("place:middle-east", "place:syria", Place::Unknown);
        check("", "x", Place::Unknown);
    }

    #[test]
    fn rare_places_weigh_more() {
        let lexicon = Lexicon::english();
        let weights: Vec<_> = ["place:syria", "place:sy/damascus", "place:sy/aleppo", "place:sy/darkush", "place:nowhere"]
            .map(|p| weight(p, lexicon))
            .into();
        assert!(weights.is_sorted(), "{weights:?}");
    }
}
