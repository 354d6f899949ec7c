//! Holders that stand behind other words: the body of "a source in the police", who made "the claim", and whose claim it was that so
//! many died.

use super::holder::{Holder, kind_of, named, source};
use super::scene::Scene;
use super::setting::{PARTY, is_of_party};
use crate::lexicon::vocabulary::NameType;
use crate::story::Name;
use crate::text::Run;

/// "a source" | in the police: the words with the body, where they alone name none.
pub(super) fn with_body(scene: &Scene, said: Run, claim: Run) -> Run {
    let at = said.end;
    if kind_of(scene, said).is_some() || !matches!(scene.lower(at), "in" | "at" | "from" | "within" | "inside") {
        return said;
    }
    let floor = if claim.start > at { claim.start } else { scene.run.end };
    let body = (at + 1..floor.min(at + 1 + PARTY)).take_while(|&i| is_of_party(scene, i) && !scene.is_number(i));
    let held = body.filter_map(|i| {
        let (n, _) = scene.words.holders.longest(scene.page.keys(Run::new(i, scene.run.end)))?;
        Some(i + n)
    });
    held.max().map_or(said, |end| Run::new(said.start, end))
}

/// "The claim said 40 had been killed": who made it, by the sentences before.
pub(super) fn meant(scene: &Scene, said: Run) -> Option<Holder> {
    const BACK: usize = 2;
    let stands_in = matches!(scene.lower(said.start), "the" | "that" | "this")
        && scene.phrase(&scene.words.stand_ins, said.start + 1).is_some_and(|n| said.start + 1 + n == said.end);
    if !stands_in {
        return None;
    }
    let sentence = scene.page.sentence_of(scene.run.start);
    (sentence.saturating_sub(BACK)..sentence).rev().find_map(|before| {
        let before = Scene::new(scene.story, before, scene.lexicon);
        let end = Run::new(before.run.end, before.run.end);
        before
            .attributions()
            .iter()
            .rev()
            .find_map(|a| Some(named(&before, source(&before, a, end)?)).filter(|h| h.kind.is_some()))
    })
}

/// "the claim by activists in the north that 40 people were killed": whose claim it is.
pub(super) fn claimant(scene: &Scene, claim: Run) -> Option<Holder> {
    const CONTENT: usize = 12;
    const NOUN: usize = 3;
    let floor = claim.start.saturating_sub(CONTENT).max(scene.run.start);
    let that = (floor..claim.start).rev().find(|&i| scene.lower(i) == "that")?;
    let floor = that.saturating_sub(PARTY + NOUN).max(scene.run.start);
    let by = (floor..that).find(|&i| {
        matches!(scene.lower(i), "by" | "from") && i > scene.run.start && scene.words.accounts.has(scene.key(i - 1))
    })?;
    let run = Run::new(by + 1, that);
    let kind = kind_of(scene, run)?;
    let name = scene.story.names_in(run).filter(|n| n.kind != NameType::Loc).max_by_key(|n| n.run.len());
    Some(Holder { text: scene.page.text(run).to_owned(), entity: name.and_then(Name::id), kind: Some(kind) })
}
