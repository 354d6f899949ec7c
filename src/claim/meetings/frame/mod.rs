//! What stands beside a trigger, and whether that makes a meeting of it: behind a verb ([`verbs`]) and around a noun ([`nouns`]).

mod nouns;
mod verbs;

use super::party::Party;
use super::scene::Scene;
use super::trigger::Trigger;
use crate::lexicon::vocabulary::MeetingKind;
use crate::text::{Run, TokenKind};

pub(super) use nouns::noun_frame;
pub(super) use verbs::verb_frame;

/// What a candidate's surroundings make of it.
pub(super) enum Frame {
    /// A meeting, of another kind than the trigger's own where one is given.
    Meets(Option<MeetingKind>),
    /// A meeting by its form, but without anybody.
    NoParty,
    /// Something else.
    Other,
}

/// "after meeting Kerry", "were meeting": a verb's form in -ing, not a noun.
pub(super) fn is_participle(scene: &Scene, i: usize, governed: bool) -> bool {
    if scene.lower(i) != "meeting" {
        return governed
            || i == scene.sentence.start
            || scene.is_preposition(i - 1)
            || matches!(scene.before(i), "," | "and")
            || ends_party(scene, i);
    }
    let object =
        scene.lower(i + 1) == "with" || starts_party(scene, i + 1) || scene.lexicon.meetings.between.has(scene.key(i + 1));
    let people = scene.parties().iter().any(|p| p.full.end == i && !p.is_proper() && p.plural);
    // "Meeting in Zagreb on Wednesday, X and Y agreed"
    let opens = i == scene.sentence.start && matches!(scene.lower(i + 1), "in" | "at" | "on" | "near") && {
        let comma = scene.sentence.iter().find(|&k| scene.lower(k) == ",");
        comma.is_some_and(|k| starts_party(scene, k + 1) && !scene.verbs.iter().any(|v| v.run.end <= k && v.verb != i))
    };
    // "denied meeting X", "ruled out meeting X"
    let verb = |end: usize| scene.verbs.iter().any(|v| v.run.end == end);
    let behind_verb = verb(i) || matches!(scene.before(i), "out" | "off") && verb(i - 1);
    governed
        || opens
        || object && behind_verb
        || object && (i == scene.sentence.start || scene.is_preposition(i - 1) || matches!(scene.before(i), "," | "and"))
        || people && scene.is_preposition(i + 1)
}

/// Whether a party or a pronoun ends right before `i`, adverbs between them.
pub(super) fn behind_subject(scene: &Scene, i: usize) -> bool {
    let mut at = i;
    while at > scene.sentence.start && scene.lexicon.clause.adverbs.has(scene.key(at - 1)) {
        at -= 1;
    }
    // "Britain's prime minister, David Cameron, arrives"
    let noun = scene.lexicon.meetings.nouns.get(scene.key(i)).is_some();
    let apposed = at > scene.sentence.start && scene.lower(at - 1) == "," && !noun && ends_party(scene, at - 1);
    ends_party(scene, at)
        || apposed
        || at > scene.sentence.start
            && (matches!(scene.lower(at - 1), "he" | "she" | "they" | "we" | "i" | "who" | "two" | "three")
                || scene.page.tokens[at - 1].capital && scene.page.kind(at - 1) == Some(TokenKind::Word))
}

/// "visits to Paris", "visits by": the noun.
pub(super) fn before_noun_complement(scene: &Scene, i: usize) -> bool {
    matches!(scene.lower(i + 1), "to" | "by" | "with" | "between" | "of")
}

fn ends_party(scene: &Scene, i: usize) -> bool {
    scene.parties().iter().any(|p| p.full.end == i || p.run.end == i)
}

/// The party that begins at `i`, determiners skipped.
fn party_at<'a>(scene: &'a Scene, i: usize) -> Option<&'a Party> {
    let mut at = i;
    while at < scene.sentence.end && at < i + 3 && scene.is_determiner(at) {
        at += 1;
    }
    scene.parties().iter().find(|p| p.full.start == at || p.run.start == at)
}

fn starts_party(scene: &Scene, i: usize) -> bool {
    i < scene.sentence.end && party_at(scene, i).is_some()
}

/// The token where a verb's object begins: behind adverbs.
pub(super) fn object_start(scene: &Scene, from: usize, end: usize) -> usize {
    let words = scene.lexicon;
    // "met one-on-one with"
    let closed = words.meetings.closed.longest(scene.page.keys(Run::new(from, end))).filter(|_| scene.lower(from) != "the");
    let from = closed.map_or(from, |(n, _)| from + n);
    (from..end)
        .find(|&i| {
            !words.meetings.between.has(scene.key(i)) && !words.clause.adverbs.has(scene.key(i))
                || matches!(scene.lower(i), "both" | "last")
        })
        .unwrap_or(end)
}

/// The last word of the noun phrase that begins at `i`.
fn head(scene: &Scene, i: usize, end: usize) -> Option<usize> {
    // A phrase of more words is none, and each trigger of a sentence asks.
    const LONGEST: usize = 30;
    let stops = |k: usize| {
        let kind = scene.page.kind(k);
        let word = scene.lower(k);
        scene.is_preposition(k) && word != "of"
            || !matches!(kind, Some(TokenKind::Word | TokenKind::Number | TokenKind::Clitic | TokenKind::Mark)) && word != "-"
            || scene.lexicon.clause.relatives.has(word)
            || matches!(word, "and" | "or" | "but" | "of")
            || scene.story.dates_in(Run::new(k, end)).next().is_some_and(|d| d.run.start == k)
    };
    (i..end).take(LONGEST).take_while(|&k| !stops(k)).last()
}

/// The words of its clause behind a trigger.
fn ahead(scene: &Scene, t: &Trigger) -> Run {
    Run::new(t.run.end, t.clause.end.min(scene.sentence.end))
}

/// "met Juventus in the final": who meets there plays.
fn is_contest(scene: &Scene, t: &Trigger) -> bool {
    let club = |p: &&Party| p.text.as_deref().is_some_and(|name| scene.lexicon.names.clubs.contains(name));
    let near =
        |p: &&Party| p.full.end == t.start || p.full.end == t.token || p.full.start >= t.run.end && p.full.start <= t.run.end + 2;
    scene.says_other(ahead(scene, t), &scene.lexicon.meetings.contests) || scene.parties().iter().filter(near).any(|p| club(&p))
}

/// Whether anybody is there to be the subject: a party or a capital before the trigger, in this clause or the one before.
fn has_subject(scene: &Scene, t: &Trigger) -> bool {
    let party = scene.parties().iter().any(|p| p.full.end <= t.start && (!p.is_place() || p.government));
    party || scene.has_subject_before(t.start)
}
