//! The figures that one article prints of an incident, and what they make of a lower one: a part of what stands beside it.

use std::collections::HashMap;

use super::Judgement;
use super::toll::part_of;
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{Bound, Effect};
use crate::link::{Book, Figure, Incident};

/// What one article prints of an incident, by claim and by number.
pub(super) struct Printed<'c> {
    by_id: HashMap<&'c str, &'c CasualtyClaim>,
    by_number: HashMap<(Effect, i64), Vec<&'c str>>,
}

impl<'c> Printed<'c> {
    pub(super) fn new(incident: &Incident<'c>) -> Self {
        let mut out = Self { by_id: HashMap::new(), by_number: HashMap::new() };
        for figure in &incident.figures {
            let claim = figure.claim;
            out.by_id.extend(figure.mentions().map(|c| (c.id.as_str(), c)));
            if let Some(n) = claim.number {
                out.by_number.entry((claim.effect, n)).or_default().extend(figure.mentions().map(|c| c.id.as_str()));
            }
        }
        out
    }

    /// "58 people including 11 children" against "58 people": that the 11 are a part of the 58 is told within the one article, and of
    /// the two articles it is the wholes that are related.
    pub(super) fn tells_within(&self, part: &CasualtyClaim, whole: &CasualtyClaim) -> bool {
        let own = part.part_of.as_deref().and_then(|id| self.by_id.get(id));
        whole.part_of.is_none()
            && own.is_some_and(|c| c.sentence_start == part.sentence_start && c.count().same_printed(whole.count()))
    }

    /// "22 dead, 16 of them in Darkush" against "22 dead": an article that prints the other's figure as well tells the lower one as a
    /// part of it, not as an older report.
    pub(super) fn tells_beside(&self, book: &Book, part: &CasualtyClaim, whole: &CasualtyClaim) -> Option<Judgement> {
        let (n, m) = part.number.zip(whole.number)?;
        let printed = self.by_number.get(&(whole.effect, m))?.iter().any(|id| **id != part.id);
        let below = n < m && part.bound == Bound::Exact && whole.part_of.is_none();
        (below && printed).then(|| part_of(book, part, whole))
    }

    /// "31 dead, ten of them in a bus, the civil defence said" against "31 dead": the holder of the ten gives the 31 as well. Where
    /// nobody is named beside the 31, a figure that comes near to it is a rival's.
    pub(super) fn tells_whole(&self, part: &Figure, whole: &Figure) -> bool {
        let Some((n, m)) = part.claim.number.zip(whole.claim.number).filter(|(n, m)| n < m) else { return false };
        let own = part.mentions().find(|c| c.source.is_some()).unwrap_or(part.claim);
        let is_far = n.saturating_mul(2) < m;
        let one = |id: &&str| {
            self.by_id.get(*id).is_some_and(|c| match (&c.source_entity, &own.source_entity) {
                (Some(x), Some(y)) => x == y,
                _ => c.source.is_none() && is_far || c.source.is_some() && c.source == own.source,
            })
        };
        self.by_number.get(&(whole.claim.effect, m)).is_some_and(|ids| ids.iter().any(one))
    }
}
