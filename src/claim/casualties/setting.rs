//! By what it happened and who did it.

use super::places::distance;
use super::scene::Scene;
use super::whereabouts::own;
use crate::lexicon::harm_starts::CAUSE;
use crate::lexicon::vocabulary::{Mention, NameType, SourceType};
use crate::read::clause::Clause;
use crate::text::Run;

/// The clause that holds a token; the sentence where no clauses were read.
pub(super) fn clause<'a>(scene: &Scene<'a, '_>, token: usize) -> Option<&'a Clause> {
    let clauses = scene.clauses();
    clauses.get(clauses.partition_point(|c| c.run.end <= token)).filter(|c| c.run.has(token))
}

/// The nearest cause named in a claim's clause.
pub(super) fn cause(scene: &Scene, claim: Run) -> Option<String> {
    let own = own(scene, claim);
    let near = |within: Run| {
        scene
            .beginning(CAUSE, within)
            .filter(|i| !claim.has(*i) || *i > claim.start)
            .filter_map(|i| scene.phrase(&scene.words.causes, i).map(|n| Run::new(i, i + n)))
            .min_by_key(|r| (distance(*r, claim), std::cmp::Reverse(r.len())))
    };
    near(own).or_else(|| near(scene.near(claim))).map(|r| scene.page.text(r).to_owned())
}

/// Who did it: the agent behind "by", the subject of an active verb, or whose air strike it was.
pub(super) fn actor(scene: &Scene, chain: Run, active: bool) -> Option<String> {
    let found = if active { subject(scene, chain.start) } else { agent(scene, chain.end) };
    found.filter(|run| !run.is_empty()).map(|run| scene.page.text(run).to_owned())
}

/// How many tokens a party's name and nouns may have.
pub(super) const PARTY: usize = 7;
/// "in an operation by Iraqi forces": how far behind the verb the agent may stand.
const AGENT: usize = 10;

/// The party that is the subject of a verb which begins at a token: "Boko Haram fighters", "the Syrian army", of "Israeli air
/// strikes" the country.
pub(super) fn subject(scene: &Scene, verb: usize) -> Option<Run> {
    let mut end = verb;
    while end > scene.run.start
        && (scene.is_adverb(end - 1) || matches!(scene.before(end), "has" | "have" | "had" | "who" | "that"))
    {
        end -= 1;
    }
    let floor = end.saturating_sub(PARTY).max(scene.run.start);
    let mut start = end;
    while start > floor && is_of_party(scene, start - 1) {
        start -= 1;
    }
    while start < end && matches!(scene.lower(start), "-" | "and" | "of" | "'s" | "’s") {
        start += 1;
    }
    let run = Run::new(start, end);
    if let Some(cause) = scene.find_among(CAUSE, &scene.words.causes, run).filter(|c| c.end == end) {
        let nation = (start..cause.start).find(|&i| scene.lexicon.names.demonyms.has(scene.key(i)))?;
        return Some(Run::new(nation, nation + 1));
    }
    is_party(scene, run).then_some(run)
}

/// The party behind "by", in the verb's own phrase.
fn agent(scene: &Scene, end: usize) -> Option<Run> {
    let ahead = end..scene.run.end.min(end + AGENT);
    let plain = |i: &usize| scene.verb(*i).is_none() && !matches!(scene.lower(*i), "," | ";" | "when" | "after" | "while");
    let by = ahead.take_while(plain).find(|&i| scene.lower(i) == "by")?;
    let start = by + 1;
    let stop = scene.run.end.min(start + PARTY);
    let mut at = start;
    while at < stop && is_of_party(scene, at) {
        at += 1;
    }
    let run = Run::new(start, at);
    let whole = (start + 1..=at).rev().map(|e| Run::new(start, e)).find(|r| is_party(scene, *r));
    whole.or_else(|| is_party(scene, run).then_some(run))
}

/// Whether a token may stand in the words for a party.
pub(super) fn is_of_party(scene: &Scene, i: usize) -> bool {
    let word = scene.lower(i);
    let glue = matches!(word, "the" | "a" | "an" | "-" | "'s" | "’s" | "of") || scene.is_number(i);
    glue || scene.is_word(i) && scene.verb(i).is_none() && !scene.words.stops.has(word) && !scene.in_date(i)
}

/// Whether words end with people, with an armed party or with a name.
fn is_party(scene: &Scene, run: Run) -> bool {
    if run.is_empty() {
        return false;
    }
    let last = run.end - 1;
    let people = run.iter().any(|i| scene.people(i).is_some_and(|(n, _)| i + n == run.end));
    let armed = run.iter().any(|i| {
        let held = scene.words.holders.longest(scene.page.keys(Run::new(i, run.end)));
        held.is_some_and(|(n, kind)| i + n == run.end && matches!(kind, SourceType::Party | SourceType::Official))
    });
    let named = scene
        .story
        .names_in(run)
        .any(|n| matches!(n.kind, NameType::Org | NameType::Person) && n.mention == Mention::Proper && n.run.end == run.end);
    (people || armed || named) && !scene.is_thing(last)
}
