//! Figures of one incident in one article: the disputes that it reports, and a toll that falls from one passage to the next.

use super::Judgement;
use super::dispute::{are_near, cannot_both_be, disputed, share_a_name};
use super::doubt::tells_some;
use super::quantity::{counts_bodies, is_partial, is_rest};
use super::toll::{FALLS, is_told, side};
use crate::check::passage::{Passage, sentence_of};
use crate::check::record::Relation;
use crate::check::relate::relation;
use crate::claim::record::CasualtyClaim;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Between, Bound, Group};
use crate::link::{Book, Figure, Incident};
use crate::text::Run;

/// Of one article the lower of two figures is often a part of the higher: from this many times on it is taken for one.
const NEAR: i64 = 3;

/// The relations between the figures of an incident as one article tells it.
pub(super) fn relations(book: &Book, incident: &Incident, lexicon: &Lexicon) -> Vec<Relation> {
    let mut out = disputes(book, incident, lexicon);
    out.extend(falls(book, incident, lexicon));
    out
}

/// The disputes that one article reports: two named holders, two totals of one incident that cannot both be.
fn disputes(book: &Book, incident: &Incident, lexicon: &Lexicon) -> Vec<Relation> {
    // "A bomber blew himself up" is one of those counted or none of them.
    let counts = |c: &CasualtyClaim| c.part_of.is_none() && !c.is_individual() && c.group != Group::Attacker;
    let held = |f: &&Figure| f.claim.source_type.is_some() && counts(f.claim) && is_told(f.claim);
    let figures: Vec<_> = incident.compared().iter().filter(held).collect();
    let mut out = Vec::new();
    for (n, x) in figures.iter().enumerate() {
        for y in figures[n + 1..].iter().filter(|y| y.claim.effect == x.claim.effect) {
            let (a, b) = (x.claim, y.claim);
            let two =
                matches!((&a.source_entity, &b.source_entity), (Some(p), Some(q)) if p != q && !share_a_name(a, b, lexicon));
            let whole = [a, b].iter().all(|c| !is_rest(c, lexicon) && !is_partial(c, lexicon) && !counts_bodies(c, lexicon));
            let rivals = two && whole && a.group == b.group && are_near(a, b, NEAR) && cannot_both_be(a.count(), b.count());
            if rivals && ![a, b].iter().any(|c| tells_some(book, c, lexicon)) {
                out.push(relation(book, &side(incident.article, x), &side(incident.article, y), disputed(a, b), Vec::new()));
            }
        }
    }
    out
}

/// A total that the article later gives lower, of the same people, with no word that explains it. Two passages of one article
/// count many things: all that is not surely the same total is left alone.
fn falls(book: &Book, incident: &Incident, lexicon: &Lexicon) -> Option<Relation> {
    let totals: Vec<_> = incident.compared().iter().filter(|f| may_be_total(f.claim)).collect();
    for (n, x) in totals.iter().enumerate() {
        for y in totals[n + 1..].iter().filter(|y| is_lower(y.claim, x.claim)) {
            let alone = |f: &Figure| is_alone(book, incident, f.claim, lexicon) && !tells_some(book, f.claim, lexicon);
            if is_one_quantity(x.claim, y.claim)
                && !is_explained(incident, x.claim, y.claim)
                && alone(x)
                && alone(y)
                && is_tied(book, x.claim, y.claim, lexicon)
            {
                let (a, b) = (x.claim.count(), y.claim.count());
                let reason = format!("the article gives {a}, further on {b}, and no word explains the fall");
                let judgement = Judgement::new(&FALLS, reason).between(Between::Within);
                return Some(relation(book, &side(incident.article, x), &side(incident.article, y), judgement, Vec::new()));
            }
        }
    }
    None
}

/// An exact count of several people, told as a whole.
fn may_be_total(claim: &CasualtyClaim) -> bool {
    claim.bound == Bound::Exact
        && claim.number.is_some_and(|n| n > 2)
        && claim.part_of.is_none()
        && is_told(claim)
        && !claim.hedged
        && !claim.negated
}

/// Lower, though not by so much that it must be another quantity, and not by rounding.
fn is_lower(later: &CasualtyClaim, earlier: &CasualtyClaim) -> bool {
    let (Some(m), Some(n)) = (later.number, earlier.number) else { return false };
    later.effect == earlier.effect
        && later.group == earlier.group
        && m < n
        && m.saturating_mul(2) >= n
        && !later.compared().overlaps(earlier.compared())
}

/// One holder or none, one place and day as far as they are told, the same people by the same word.
fn is_one_quantity(a: &CasualtyClaim, b: &CasualtyClaim) -> bool {
    let place = a.place_entity.is_none() || b.place_entity.is_none() || a.place_entity == b.place_entity;
    let day = a.earliest.is_none() || b.earliest.is_none() || (a.earliest, a.latest) == (b.earliest, b.latest);
    let noun = |c: &CasualtyClaim| c.victims.as_deref().map(str::to_lowercase);
    let holder = a.source.is_none() || b.source.is_none() || a.source == b.source;
    place && day && holder && noun(a) == noun(b) && a.sentence_start != b.sentence_start && a.attackers == b.attackers
}

/// Whether the later passage says that it speaks of the same: "the attack", or the words of the earlier one.
fn is_tied(book: &Book, earlier: &CasualtyClaim, later: &CasualtyClaim, lexicon: &Lexicon) -> bool {
    let (Some(first), Some(second)) = (sentence_of(book, earlier), sentence_of(book, later)) else { return false };
    let passage = |sentence| Passage::new(sentence, 0, lexicon);
    let (Some(first), Some(second)) = (passage(&first), passage(&second)) else { return false };
    let (known, told) = (first.topics(), second.topics());
    let repeated = !told.is_empty() && known.intersection(&told).count() * 5 >= told.len() * 4;
    repeated || second.has(&lexicon.casualties.same, Run::new(0, second.len()))
}

/// Whether what lies between two totals is counted by another figure of the incident: the attackers, those of another place,
/// those who died later.
fn is_explained(incident: &Incident, a: &CasualtyClaim, b: &CasualtyClaim) -> bool {
    let rest = a.number.zip(b.number).map(|(n, m)| n - m);
    incident.figures.iter().any(|f| f.claim.number == rest)
}

/// Whether a figure is the only one of its effect in its sentence, which has no word of parts, others, or earlier figures.
fn is_alone(book: &Book, incident: &Incident, claim: &CasualtyClaim, lexicon: &Lexicon) -> bool {
    let mut beside = incident.figures.iter().flat_map(|f| std::iter::once(f.claim).chain(f.repeats.iter().copied()));
    if beside.any(|c| c.sentence_start == claim.sentence_start && c.effect == claim.effect && c.id != claim.id) {
        return false;
    }
    sentence_of(book, claim).is_some_and(|sentence| {
        Passage::new(&sentence, claim.sentence_start, lexicon).is_some_and(|s| {
            let (all, changes) = (Run::new(0, s.len()), &s.lexicon.changes);
            let words = [&s.lexicon.sums.open, &changes.corrections, &changes.earlier, &changes.revisions, &changes.releases];
            !words.iter().any(|list| s.has(list, all)) && !s.has(&s.lexicon.casualties.elsewhere, all)
        })
    })
}
