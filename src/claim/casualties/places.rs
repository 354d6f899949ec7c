//! Which place a sentence sets something in: by its preposition or its noun, the inmost of several, or the one that "the town" means.

use super::scene::Scene;
use super::whereabouts::own;
use crate::lexicon::PlaceKind;
use crate::lexicon::harm_starts::PLACED;
use crate::lexicon::kinds::{PREPOSITION, VERB_FORM};
use crate::lexicon::vocabulary::{ActsAs, Mention, NameType};
use crate::story::Name;
use crate::text::Run;
use crate::value::place::{self as places, Place};

/// The place nearest to a claim that something is set in; those who are cited have their own.
pub(super) fn nearest_place<'a>(scene: &Scene<'a, '_>, within: Run, claim: Run, holders: &[Run]) -> Option<&'a Name> {
    let places = scene.story.names_in(within).filter(|n| {
        n.kind == NameType::Loc
            && n.mention == Mention::Proper
            && !holders.iter().any(|h| h.overlaps(n.run))
            && is_set_in(scene, n.run)
    });
    places.min_by_key(|n| (is_feature(scene, n), distance(n.run, claim))).map(|n| inmost(scene, finest(scene, n)))
}

/// "the Rhine River", "Route 9": lines and waters are long, and what lies at them says more.
fn is_feature(scene: &Scene, place: &Name) -> bool {
    let lines = &scene.words.lines;
    lines.has(scene.key(place.run.end)) || place.run.iter().any(|i| lines.has(scene.key(i)))
}

/// "in Syria's northwestern province of Idlib": the country only tells where the province lies.
fn inmost<'a>(scene: &Scene<'a, '_>, place: &'a Name) -> &'a Name {
    const BETWEEN: usize = 6;
    let ahead = Run::new(place.run.end, scene.run.end.min(place.run.end + BETWEEN * 2));
    let next = scene.story.names_in(ahead).find(|n| n.kind == NameType::Loc && n.mention == Mention::Proper);
    let inner = next.filter(|n| {
        let between = Run::new(place.run.end, n.run.start);
        let one_phrase = between.len() <= BETWEEN
            && between.iter().all(|i| {
                let word = scene.lower(i);
                matches!(word, "'s" | "’s" | "-" | "of")
                    || scene.is_word(i) && scene.verb(i).is_none() && !scene.words.stops.has(word)
            });
        one_phrase && is_country(scene, place) && (lies_in(scene, n, place) || is_headed(scene, n.run))
    });
    inner.unwrap_or(place)
}

/// "Seeburg, Norway", "Seeburg in Norway": the first of the chain is the place, the others tell where it lies.
fn finest<'a>(scene: &Scene<'a, '_>, place: &'a Name) -> &'a Name {
    const CHAIN: usize = 12;
    let before = Run::new(place.run.start.saturating_sub(CHAIN).max(scene.run.start), place.run.start);
    let chain: Vec<&Name> =
        scene.story.names_in(before).filter(|n| n.kind == NameType::Loc && n.mention == Mention::Proper).collect();
    chain.into_iter().rev().fold(place, |found, n| {
        let joined = n.run.end + 1 == found.run.start && matches!(scene.lower(n.run.end), "," | "in")
            || is_told_where(scene, Run::new(n.run.end, found.run.start));
        if joined { n } else { found }
    })
}

/// "Douma, the largest town in Eastern Ghouta": the words between two names tell where the first lies.
fn is_told_where(scene: &Scene, between: Run) -> bool {
    let comma = usize::from(scene.lower(between.start) == ",");
    let led = matches!(scene.lower(between.start + comma), "a" | "an" | "the");
    let noun = between.iter().find(|&i| scene.words.towns.has(scene.key(i)));
    let plain = |i: usize| scene.verb(i).is_none() && (i == between.start || scene.lower(i) != ",");
    led && between.iter().all(plain) && noun.is_some_and(|i| matches!(scene.lower(i + 1), "in" | "of" | "near"))
}

/// Behind the claim counts as nearer than before it.
pub(super) fn distance(place: Run, claim: Run) -> usize {
    if place.start >= claim.end { place.start - claim.end } else { claim.start.saturating_sub(place.end) * 2 + 1 }
}

/// Whether a preposition of place leads to a name, over "the town of" and the like.
fn is_set_in(scene: &Scene, name: Run) -> bool {
    if is_headed(scene, name) {
        return true;
    }
    let from = name.start.saturating_sub(6).max(scene.run.start);
    let mut i = name.start;
    while i > from {
        i -= 1;
        let word = scene.lower(i);
        if matches!(word, "in" | "at" | "near" | "off" | "outside" | "around" | "inside" | "across" | "throughout" | "on") {
            // Where a body sits is no place of an event.
            return !matches!(scene.before(i), "based" | "headquartered");
        }
        if scene.lexicon.names.cues.reached.has(scene.key(i)) {
            return true;
        }
        // "a bombardment of Homs", "buried part of Seeburg".
        if scene.lower(i + 1) == "of" && (scene.words.causes.has(word) || is_part(scene, i)) {
            return true;
        }
        let passes = scene.words.places.has(word)
            || scene.is_word(i) && !scene.words.stops.has(word)
            || word == "the"
            || word == ","
            || word == "'s";
        if !passes || scene.verb(i).is_some() {
            return matches!(word, "hit" | "struck");
        }
    }
    false
}

/// "over the rebel-held town of Darkush": a town that its noun names, unless one comes from there, goes there or rules it.
fn is_headed(scene: &Scene, name: Run) -> bool {
    const AHEAD: usize = 5;
    let Some(noun) = name.start.checked_sub(2).filter(|&i| i >= scene.run.start) else { return false };
    if scene.before(name.start) != "of" || !scene.lexicon.names.cues.place_heads.has(scene.key(noun)) {
        return false;
    }
    let floor = noun.saturating_sub(AHEAD).max(scene.run.start);
    let led = (floor..noun).rev().find(|&i| scene.is(i, PREPOSITION | VERB_FORM) || matches!(scene.lower(i), "to" | ","));
    !led.is_some_and(|i| match scene.lower(i) {
        // "three streets of the mountain town of Seeburg".
        "of" => i <= scene.run.start || !is_part(scene, i - 1),
        word => matches!(word, "from" | "to" | "toward" | "towards" | "for" | "with" | "by"),
    })
}

/// "part", "streets": what happens there happens in the town that has them.
fn is_part(scene: &Scene, noun: usize) -> bool {
    let (cues, noun) = (&scene.lexicon.names.cues, scene.key(noun));
    cues.place_parts.has(noun) || cues.shared_parts.has(noun)
}

/// "in the besieged suburb", "on the town": the place of that kind that was named last.
pub(super) fn pointed_at<'a>(scene: &Scene<'a, '_>, claim: Run) -> Option<&'a Name> {
    const SENTENCES: usize = 6;
    let (story, words) = (scene.story, scene.words);
    let is_noun = |i: usize| words.towns.has(scene.key(i)) || words.regions.has(scene.key(i));
    let mut around = scene.beginning(PLACED, own(scene, claim)).chain(scene.beginning(PLACED, scene.near(claim)));
    let noun = around.find(|&i| is_noun(i) && is_pointing(scene, i))?;
    let wanted = if words.towns.has(scene.key(noun)) { PlaceKind::City } else { PlaceKind::Region };
    let first = scene.page.sentence_of(scene.run.start).saturating_sub(SENTENCES);
    let floor = scene.page.sentences[first].tokens.start;
    let told = story.mentions()[..story.mentions().partition_point(|n| n.run.start < noun)]
        .iter()
        .rev()
        .take_while(|n| n.run.start >= floor);
    told.filter(|n| n.kind == NameType::Loc && n.mention == Mention::Proper && n.acts_as != Some(ActsAs::Government)).find(|n| {
        let kind = n.entity.as_deref().and_then(|e| places::facts(e, scene.lexicon)).map(|f| f.kind);
        kind.is_none_or(|k| k == wanted)
    })
}

/// Whether a preposition and "the" lead to a noun that stands without the name of its place.
fn is_pointing(scene: &Scene, noun: usize) -> bool {
    const ADJECTIVES: usize = 3;
    let from = noun.saturating_sub(ADJECTIVES).max(scene.run.start);
    let describes =
        |i: usize| scene.is_word(i) && scene.verb(i).is_none() && !scene.words.stops.has(scene.key(i)) || scene.lower(i) == "-";
    let the = (from..noun).rev().find(|&i| !describes(i)).filter(|&i| scene.lower(i) == "the");
    let named = scene.run.has(noun + 1) && scene.page.tokens[noun + 1].capital;
    scene.lower(noun + 1) != "of" && !named && the.is_some_and(|i| scene.words.places.has(scene.before(i)))
}

/// Whether a name is that of a state.
pub(super) fn is_country(scene: &Scene, name: &Name) -> bool {
    let facts = name.entity.as_deref().and_then(|e| places::facts(e, scene.lexicon));
    facts.is_some_and(|f| f.kind == PlaceKind::Country)
}

/// Whether one place is known to lie in another.
pub(super) fn lies_in(scene: &Scene, inner: &Name, outer: &Name) -> bool {
    let entities = inner.entity.as_deref().zip(outer.entity.as_deref());
    entities.is_some_and(|(x, y)| places::relation(x, y, scene.lexicon) == Place::Contained)
}
