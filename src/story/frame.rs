//! Who holds the floor: the speaker of a section, to whom a quotation without a speech verb belongs.

use super::{Name, Section, Story};
use crate::lexicon::kinds::PREPOSITION;
use crate::lexicon::vocabulary::{Mention, NameType};
use crate::text::Run;

/// Who holds the floor when each sentence begins, as an index into the names: the last attributed speaker before it, or, where
/// nobody has spoken yet, the first who will in the lead.
pub(super) fn speakers(story: &Story) -> Vec<Option<usize>> {
    let order: Vec<usize> = story.sentences().collect();
    let mut held = lead(story, &order);
    let mut frames = vec![None; story.page.sentences.len()];
    for &i in &order {
        frames[i] = held;
        held = attributed(story, i).or(held);
    }
    frames
}

/// How many sentences a lead has.
const LEAD: usize = 3;

/// The first speaker of the lead.
fn lead(story: &Story, order: &[usize]) -> Option<usize> {
    let body = order.iter().copied().filter(|&i| {
        let paragraph = story.page.paragraph_of(story.page.sentences[i].tokens.start);
        story.sections.get(paragraph) == Some(&Section::Body)
    });
    body.take(LEAD).find_map(|i| attributed(story, i))
}

/// The last speaker that a sentence names, as an index into the names: whom a pronoun means, if it is known.
fn attributed(story: &Story, sentence: usize) -> Option<usize> {
    let told = story.attributions(sentence);
    let sources = told.iter().rev().filter(|a| !a.negated).filter_map(|a| a.source);
    sources
        .filter_map(|run| head(story, run))
        .find(|&n| story.names()[n].mention != Mention::Pronoun || story.names()[n].canonical.is_some())
}

/// The name that a speaker's noun phrase is about, as an index into [`Story::names`]: a person not governed by a preposition and not
/// owning what follows (`a spokesman for Brandt`, `Brandt's lawyer`), otherwise the name that the whole phrase is.
#[must_use]
pub fn head(story: &Story, source: Run) -> Option<usize> {
    let page = &story.page;
    let core = before_apposition(story, source);
    let from = story.names().partition_point(|n| n.run.start < source.start);
    let inside =
        || story.names()[from..].iter().enumerate().take_while(|(_, n)| n.run.end <= source.end).map(|(i, n)| (from + i, n));
    let governed = |n: &Name| {
        let owns = matches!(page.lower(n.run.end), "'s" | "’s" | "'" | "’") && n.run.end < source.end;
        // "his lawyer"
        let possessive = n.mention == Mention::Pronoun && n.run.end < core.end;
        owns || possessive || (core.start..n.run.start).any(|i| page.is(i, PREPOSITION))
    };
    let free = || inside().filter(|(_, n)| !governed(n));
    free()
        .find(|(_, n)| n.kind == NameType::Person && n.mention != Mention::Nominal)
        .or_else(|| free().find(|(_, n)| n.run.end == core.end))
        .or_else(|| free().find(|(_, n)| n.mention == Mention::Nominal))
        .map(|(i, _)| i)
}

/// A speaker's phrase up to its first comma.
#[must_use]
pub fn before_apposition(story: &Story, source: Run) -> Run {
    let end = source.iter().find(|&i| i > source.start && story.page.lower(i) == ",").unwrap_or(source.end);
    Run::new(source.start, end)
}
