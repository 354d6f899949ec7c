//! Quotations: what somebody is said to have said, word for word or in the writer's words.
#![doc = include_str!("../../../docs/rules/quotes.md")]

mod parts;
mod plural;
mod rules;
mod speaker;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::Edge;
use super::record::{QuoteClaim, Unread};
use crate::lexicon::vocabulary::Kind;
use crate::lexicon::{CueKind, Lexicon, Occasion};
use crate::read::attribution::Attribution;

pub use rules::RULES;

use parts::{Part, parts};
use speaker::Floor;

/// The quotations of a story, in order of their texts.
pub(crate) fn read(edge: &mut Edge, lexicon: &Lexicon) -> (Vec<QuoteClaim>, Vec<Unread>) {
    let story = edge.story;
    let parts = parts(story, lexicon);
    let mut floor = Floor::new(lexicon);
    let mut first = HashMap::new();
    let mut rows = Vec::with_capacity(parts.len());
    for part in &parts {
        let speaker = floor.speaker(story, part);
        let via = floor.relaying(story, part).or_else(|| medium(edge, part, lexicon));
        let row = QuoteClaim { via, ..row(edge, part, &speaker, lexicon) };
        let utterance = first.entry(part.utterance).or_insert_with(|| row.id.clone()).clone();
        rows.push(QuoteClaim { utterance, ..row });
    }
    (rows, Vec::new())
}

fn row(edge: &mut Edge, part: &Part, speaker: &speaker::Speaker, lexicon: &Lexicon) -> QuoteClaim {
    let story = edge.story;
    let (start, end) = edge.points(part.run);
    let text = edge.text(part.run);
    let token = part.attribution.map_or(part.run.start, |a| a.cue.start);
    let (sentence_start, sentence_end) = edge.sentence(part.run.start);
    let mention = speaker.mention.map(|run| edge.points(run));
    let day = part.attribution.and_then(|a| a.day).and_then(|day| story.dates_in(day).find_map(|d| d.interval));
    QuoteClaim {
        id: edge.id(Kind::Quote, None, (start, end)),
        article: story.article.id.clone(),
        start,
        end,
        sentence_start,
        sentence_end: sentence_end.max(end),
        kind: part.kind,
        speaker: speaker.name.clone(),
        speaker_entity: speaker.entity.clone(),
        speaker_text: speaker.mention.map(|run| edge.text(run)),
        speaker_start: mention.map(|m| m.0),
        speaker_end: mention.map(|m| m.1),
        via: None,
        // A dash or a colon is no word.
        cue: part.attribution.map(|a| edge.text(a.cue)).filter(|c| c.contains(char::is_alphabetic)),
        negated: part.attribution.is_some_and(|a| a.kind == CueKind::Deny),
        addressee: part.attribution.and_then(|a| a.addressee).map(|run| edge.text(run)),
        occasion: part.attribution.and_then(|a| occasion(edge, &a, lexicon)),
        earliest: day.map(|d| d.earliest),
        latest: day.map(|d| d.latest),
        utterance: String::new(),
        fingerprint: edge.fingerprint(Kind::Quote, token, &text),
        rule: part.rule.to_owned(),
        text,
    }
}

/// The medium somebody spoke to.
fn medium(edge: &Edge, part: &Part, lexicon: &Lexicon) -> Option<String> {
    let told = part.attribution?.addressee?;
    let page = &edge.story.page;
    let named = page.tokens[told.start].capital || page.lower(told.start) == "the";
    (named && told.iter().any(|i| page.tokens[i].capital && lexicon.cues.media.has(page.key(i)))).then(|| edge.text(told))
}

fn occasion(edge: &Edge, attribution: &Attribution, lexicon: &Lexicon) -> Option<String> {
    let page = &edge.story.page;
    let run = attribution.occasion?;
    let kind = run.iter().find_map(|i| {
        let ahead = page.keys(crate::text::Run::new(i, run.end));
        lexicon.cues.occasions.longest(ahead).map(|(_, o)| *o)
    })?;
    matches!(kind, Occasion::Statement | Occasion::Interview | Occasion::NewsConference).then(|| kind.to_string())
}
