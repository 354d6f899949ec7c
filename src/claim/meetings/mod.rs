//! Meetings: who met whom, where and when, and whether it came about.
#![doc = include_str!("../../../docs/rules/meetings.md")]

mod event;
mod frame;
mod group;
mod participants;
mod party;
mod place_and_time;
mod rules;
mod scene;
mod status;
mod subject;
mod support;
#[cfg(test)]
mod tests;
mod trigger;

use super::Edge;
use super::record::{MeetingClaim, Unread};
use crate::lexicon::kinds::MEETING;
use crate::lexicon::vocabulary::{Kind, UnreadReason};
use crate::lexicon::{Lexicon, MeetingNoun, Ordinal};
use crate::story::{Name, Story};
use crate::text::Run;
use event::Draft;
use participants::{Company, company};
use place_and_time::{place, time};
use scene::Scene;
use status::status;
use trigger::{Form, Found, Trigger, triggers};

pub use rules::RULES;

/// A sentence of more tokens is no prose (a table, a list of names), and reading one takes time in the square of its length.
const LONGEST: usize = 1_500;

/// The claims of a story, and the sentences that have a trigger but gave none.
pub(crate) fn read(edge: &mut Edge, lexicon: &Lexicon) -> (Vec<MeetingClaim>, Vec<Unread>) {
    let story = edge.story;
    let (mut drafts, mut unread) = (Vec::new(), Vec::new());
    for index in story.sentences().filter(|&i| tells_of_meeting(story, i)) {
        let scene = Scene::new(story, index, lexicon);
        for found in triggers(&scene) {
            match found {
                Found::Meeting(t) => drafts.push(draft(&scene, t)),
                Found::NoParty(run) => unread.push(unread_row(edge, run)),
            }
        }
    }
    let events = event::join(&mut drafts);
    let spans: Vec<_> = drafts.iter().map(|d| edge.points(d.run)).collect();
    let ids: Vec<_> = spans.iter().map(|&s| edge.id(Kind::Meeting, None, s)).collect();
    let rows = drafts.iter().enumerate().map(|(i, d)| row(edge, d, ids[i].clone(), ids[events.first(i)].clone())).collect();
    (rows, unread)
}

/// Whether a sentence is prose and has a word of meeting: no other is read.
fn tells_of_meeting(story: &Story, sentence: usize) -> bool {
    let run = story.page.sentences[sentence].tokens;
    run.len() <= LONGEST && run.iter().any(|i| story.page.is(i, MEETING))
}

fn draft<'s>(scene: &Scene<'s, '_>, t: Trigger) -> Draft<'s> {
    let company = company(scene, &t);
    let (place, time) = (place(scene, &t), time_of(scene, &t));
    let told = status(scene, &t, time);
    let definite = is_definite(scene, &t);
    let bare = company.all.is_empty() && place.is_none();
    Draft {
        run: span(scene, &t, &company, place.as_ref().map(|p| p.run), time.map(|d| d.run)),
        closed: is_closed(scene, &t),
        hedged: scene.clauses().get(scene.clause_at(t.token)).is_some_and(|c| c.hedge.is_some()),
        source: source(scene, &t),
        referring: company.referring || is_means(scene, &t),
        participants: company.all,
        ordinal: ordinal(scene, &t),
        topic: topic(scene, &t),
        anniversary: is_anniversary(scene, &t),
        needs_antecedent: bare && matches!(t.form, Form::Noun(n) if event::leans(n)),
        definite,
        place,
        time,
        told,
        trigger: t,
    }
}

fn time_of<'s>(scene: &Scene<'s, '_>, t: &Trigger) -> Option<&'s crate::story::Date> {
    let run = time(scene, t)?.run;
    scene.story.dates_in(run).next()
}

/// From the first participant or modifier through the trigger's complement, inside the clause.
fn span(scene: &Scene, t: &Trigger, company: &Company, place: Option<Run>, time: Option<Run>) -> Run {
    let mut run = t.run.cover(Run::new(t.start.min(t.token), t.run.end));
    for part in company.runs.iter().copied().chain(place).chain(time) {
        if t.clause.contains(part) {
            run = run.cover(part);
        }
    }
    Run::new(run.start.max(scene.sentence.start), run.end.min(scene.sentence.end))
}

/// "the talks", "their meeting", "Tuesday's talks": a mention that may point back.
fn is_definite(scene: &Scene, t: &Trigger) -> bool {
    let Form::Noun(_) = t.form else { return false };
    let dated = matches!(scene.before(t.start), "'s" | "’s");
    dated
        || matches!(scene.before(t.start), "the" | "that" | "those" | "this" | "these" | "both" | "their" | "his" | "her" | "its")
}

/// "talks via a phone call": the call is the way of a meeting told in the same clause.
fn is_means(scene: &Scene, t: &Trigger) -> bool {
    let determined = usize::from(scene.is_determined(t));
    let behind = t.start.checked_sub(1 + determined).filter(|&i| i >= t.clause.start);
    t.form == Form::Noun(MeetingNoun::Call) && behind.is_some_and(|i| matches!(scene.lower(i), "via" | "by" | "over" | "during"))
}

fn is_closed(scene: &Scene, t: &Trigger) -> bool {
    t.clause.iter().any(|i| scene.lexicon.meetings.closed.longest(scene.page.keys(Run::new(i, t.clause.end))).is_some())
}

fn ordinal(scene: &Scene, t: &Trigger) -> Option<Ordinal> {
    let Form::Noun(_) = t.form else { return None };
    // "the second round of talks": the ordinal stands before the round.
    let floor = t.start.saturating_sub(if scene.before(t.start) == "of" { 4 } else { 1 }).max(t.clause.start);
    (floor..t.token).find_map(|i| scene.lexicon.meetings.ordinals.longest(scene.page.keys(Run::new(i, t.token)))).map(|(_, o)| *o)
}

/// What a meeting is about, as its noun phrase says: peace, trade, climate.
fn topic(scene: &Scene, t: &Trigger) -> Option<String> {
    let Form::Noun(_) = t.form else { return None };
    let i = t.token.checked_sub(1).filter(|&i| i >= t.start)?;
    let word = scene.lower(i);
    scene.lexicon.meetings.topics.has(word).then(|| word.to_owned())
}

/// "the 1993 meeting".
fn is_anniversary(scene: &Scene, t: &Trigger) -> bool {
    let year = |i: usize| {
        let w = scene.lower(i);
        w.len() == 4 && w.chars().all(|c| c.is_ascii_digit())
    };
    (t.start..t.token).any(|i| year(i) || scene.lower(i) == "anniversary")
}

/// Who says so: the source of an attribution whose content holds the trigger.
fn source(scene: &Scene, t: &Trigger) -> Option<(String, Option<String>)> {
    let said =
        scene.attributions().iter().find(|a| a.content.is_some_and(|c| c.has(t.token)) && a.source.is_some() && !a.negated)?;
    let run = said.source?;
    let name = scene.story.names_in(run).next();
    let text = name.and_then(Name::fullest).unwrap_or_else(|| scene.page.text(run).to_owned());
    Some((text, name.and_then(Name::id)))
}

fn row(edge: &Edge, d: &Draft, id: String, event: String) -> MeetingClaim {
    let story: &Story = edge.story;
    let (start, end) = edge.points(d.run);
    let (trigger_start, trigger_end) = edge.points(Run::new(d.trigger.token, d.trigger.token + 1));
    let participants: Vec<_> = d.participants.iter().map(|p| p.text.to_string()).collect();
    let value = d.time.map(|t| t.value.clone());
    let stated = format!("{}|{}|{}|{}", d.trigger.kind, d.told.status, participants.join(","), value.as_deref().unwrap_or("-"));
    MeetingClaim {
        id,
        article: story.article.id.clone(),
        start,
        end,
        text: edge.text(d.run),
        trigger_start,
        trigger_end,
        kind: d.trigger.kind,
        participants,
        participant_entities: d.participants.iter().map(|p| p.entity.as_deref().unwrap_or_default().to_owned()).collect(),
        roles: d.participants.iter().map(|p| p.part.as_str().to_owned()).collect(),
        closed: d.closed,
        place: d.place.as_ref().map(|p| p.text.clone()),
        place_entity: d.place.as_ref().and_then(|p| p.entity.clone()),
        time_text: d.time.map(|t| edge.text(t.run)),
        value,
        earliest: d.time.and_then(|t| t.interval).map(|i| i.earliest),
        latest: d.time.and_then(|t| t.interval).map(|i| i.latest),
        status: d.told.status,
        source: d.source.as_ref().map(|s| s.0.clone()),
        source_entity: d.source.as_ref().and_then(|s| s.1.clone()),
        hedged: d.hedged,
        event,
        fingerprint: edge.fingerprint(Kind::Meeting, d.trigger.token, &stated),
        rule: d.trigger.rule.to_owned(),
    }
}

fn unread_row(edge: &Edge, run: Run) -> Unread {
    let (start, end) = edge.sentence(run.start);
    let page = &edge.story.page;
    let text = page.sentences.get(page.sentence_of(run.start)).map_or("", |s| s.span.of(page.text));
    Unread {
        article: edge.story.article.id.clone(),
        start,
        end,
        text: text.to_owned(),
        trigger: edge.text(run),
        reason: UnreadReason::NoAttachment,
    }
}
