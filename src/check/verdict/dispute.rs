//! When two holders dispute a figure: who they are, whether they are two, and whether both figures can be.

use super::Judgement;
use super::toll::DISPUTED;
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{Between, Bound, SourceType};
use crate::lexicon::{Body, Known, Lexicon};
use crate::link::Figure;
use crate::value::Count;

/// Lower bounds of two holders are a dispute only where one is this many times the other.
const FAR: f64 = 1.4;
/// A lower bound and a plain figure only where this is many times that.
const FARTHER: f64 = 2.0;

/// The mention of a figure that names its holder best.
pub(super) fn held<'c>(figure: &Figure<'c>) -> &'c CasualtyClaim {
    let named = figure.mentions().find(|c| c.source_type.is_some() && c.source_entity.is_some());
    named.or_else(|| figure.mentions().find(|c| c.source_type.is_some())).unwrap_or(figure.claim)
}

/// Two holders whoever they are: of two kinds, or a hospital and the civil defence.
pub(super) fn are_two(a: &CasualtyClaim, b: &CasualtyClaim, lexicon: &Lexicon) -> bool {
    let bodies = |c: &CasualtyClaim| -> Vec<Body> {
        let words: Vec<String> = c.source.iter().flat_map(|s| s.split_whitespace()).map(str::to_lowercase).collect();
        let body = |i: usize| lexicon.casualties.bodies_of.longest(words[i..].iter().map(String::as_str)).map(|(_, b)| *b);
        (0..words.len()).filter_map(body).collect()
    };
    let (x, y) = (bodies(a), bodies(b));
    are_two_kinds(a.source_type, b.source_type) || !x.is_empty() && !y.is_empty() && !x.iter().any(|body| y.contains(body))
}

/// A monitor and a hospital, an official and a rebel. A witness and a paper may pass on what either says.
fn are_two_kinds(a: Option<SourceType>, b: Option<SourceType>) -> bool {
    let counts = |kind: Option<SourceType>| {
        kind.filter(|k| matches!(k, SourceType::Party | SourceType::Monitor | SourceType::Official | SourceType::Medic))
    };
    matches!((counts(a), counts(b)), (Some(x), Some(y)) if x != y)
}

/// "the Syrian Observatory", "Observatory chief Rami Abdel Rahman": who speaks for a body is the body.
pub(super) fn share_a_name(a: &CasualtyClaim, b: &CasualtyClaim, lexicon: &Lexicon) -> bool {
    const LONG: usize = 4;
    let names = |c: &CasualtyClaim| -> Vec<String> {
        let words = c.source.as_deref().unwrap_or_default().split(|c: char| !c.is_alphanumeric());
        let tells = |w: &&str| w.len() >= LONG && w.starts_with(char::is_uppercase);
        let names = &lexicon.names;
        let is_place =
            |w: &String| matches!(names.known.longest(std::iter::once(w.as_str())), Some((_, Known::Place(_) | Known::Seat(_))));
        let place = |w: &String| names.demonyms.has(w.as_str()) || is_place(w);
        words.filter(tells).map(str::to_lowercase).filter(|w| !place(w)).collect()
    };
    let theirs = names(b);
    names(a).iter().any(|w| theirs.contains(w))
}

/// Whether two figures may be of one quantity by their size: a toll and so many times that toll are hardly disputed.
pub(super) fn are_near(a: &CasualtyClaim, b: &CasualtyClaim, times: i64) -> bool {
    a.low.zip(b.low).is_none_or(|(n, m)| n.max(m) <= n.min(m).saturating_mul(times))
}

/// The verdict on two figures that two holders dispute.
pub(super) fn disputed(a: &CasualtyClaim, b: &CasualtyClaim) -> Judgement {
    let holder = |c: &CasualtyClaim| c.source.clone().unwrap_or_default();
    let reason = format!("{} says {}, {} says {}", holder(a), a.count(), holder(b), b.count());
    Judgement::new(&DISPUTED, reason).between(Between::Holders)
}

/// Disjoint, or two lower bounds that lie far apart.
#[expect(clippy::cast_precision_loss, reason = "a ratio of tolls")]
pub(super) fn cannot_both_be(x: Count, y: Count) -> bool {
    // A plain figure that the other's bound allows must be higher still.
    let times = if (x.bound == Bound::Exact) == (y.bound == Bound::Exact) { FAR } else { FARTHER };
    let far = match (x.low, y.low) {
        (Some(a), Some(b)) if a.min(b) > 0 => a.max(b) as f64 >= times * a.min(b) as f64,
        _ => false,
    };
    !x.widened(false).overlaps(y.widened(false)) || far && x.bound != Bound::Vague && y.bound != Bound::Vague
}
