//! Which words report a meeting: verbs and nouns of the tables, each with what it needs beside it.

use super::frame;
use super::scene::Scene;
use crate::lexicon::kinds::MEETING;
use crate::lexicon::vocabulary::MeetingKind;
use crate::lexicon::{MeetingNoun, MeetingVerb};
use crate::read::clause::{Tense, VerbGroup, verb_group};
use crate::text::Run;

/// The word class of a trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// met, hosted.
    Verb(MeetingVerb),
    /// talks, visit.
    Noun(MeetingNoun),
}

/// A word that reports a meeting.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trigger {
    /// The word.
    pub(super) token: usize,
    /// The word with its particle or phrase: "sat down", "phone call".
    pub(super) run: Run,
    /// What kind of meeting.
    pub(super) kind: MeetingKind,
    /// Its word class.
    pub(super) form: Form,
    /// Its verb group, where it is a verb.
    pub(super) verb: Option<VerbGroup>,
    /// The clause it stands in.
    pub(super) clause: Run,
    /// Where its noun phrase begins, determiner excluded; for a verb, where its group begins.
    pub(super) start: usize,
    /// The rule that read it.
    pub(super) rule: &'static str,
}

/// What a candidate came to.
pub(super) enum Found {
    /// A meeting.
    Meeting(Trigger),
    /// The sense is right, but nobody is there to meet.
    NoParty(Run),
}

/// The triggers of a sentence, in order.
pub(super) fn triggers(scene: &Scene) -> Vec<Found> {
    let words = &scene.lexicon.meetings;
    let mut out = Vec::new();
    // "Have you met the union?" asserts nothing.
    if scene.lower(scene.sentence.end - 1) == "?" {
        return out;
    }
    let mut i = scene.sentence.start;
    while i < scene.sentence.end {
        if !scene.page.is(i, MEETING) {
            i += 1;
            continue;
        }
        let ahead = Run::new(i, scene.sentence.end);
        let verb = words.verbs.longest(scene.page.keys(ahead)).map(|(n, v)| (n, *v));
        let noun = words.nouns.longest(scene.page.keys(ahead)).map(|(n, v)| (n, *v));
        let mut next = i + 1;
        if !in_name(scene, i) {
            let found = verb
                .filter(|_| is_verb(scene, i))
                .and_then(|(n, v)| verbal(scene, Run::new(i, i + n), v))
                .or_else(|| noun.and_then(|(n, v)| nominal(scene, Run::new(i, i + n), v)));
            if let Some(found) = found {
                if let Found::Meeting(t) = &found {
                    next = t.run.end.max(next);
                }
                out.push(found);
            }
        }
        i = next;
    }
    out
}

/// "Meeting House", "Munich Security Conference": a capitalised trigger inside a name is a part of the name.
fn in_name(scene: &Scene, i: usize) -> bool {
    let capital = scene.page.tokens[i].capital && i > scene.sentence.start;
    capital
        && (scene.parties().iter().any(|p| p.is_proper() && p.run.has(i) && p.run.end > i + 1)
            || scene.page.tokens.get(i + 1).is_some_and(|t| t.capital && !t.glued) && scene.lower(i).ends_with("ing"))
}

/// Whether a form that verbs and nouns share is a verb here.
fn is_verb(scene: &Scene, i: usize) -> bool {
    let word = scene.lower(i);
    let before = scene.before(i);
    let noun_before = scene.is_determiner(i.saturating_sub(1)) && i > scene.sentence.start;
    if noun_before || before == "-" && scene.page.glued(i) {
        return false;
    }
    let group = verb_group(scene.page, scene.clause_run(i), i, scene.lexicon);
    let governed = group.run.len() > 1;
    if word.ends_with("ing") {
        return frame::is_participle(scene, i, governed);
    }
    if word.ends_with("ed") || matches!(word, "met" | "flew" | "sat" | "spoke" | "flown" | "spoken") {
        return true;
    }
    // A bare or an -s form: behind an auxiliary or "to", or right behind its subject.
    governed
        || is_conjoined(scene, i)
        || word != "host"
            && frame::behind_subject(scene, i)
            && !(word.ends_with('s') && is_noun(scene, i) && frame::before_noun_complement(scene, i))
}

/// "will travel to Oslo and meet", "plans to visit Oslo and meet": a bare form that shares an auxiliary or a "to".
pub(super) fn is_conjoined(scene: &Scene, i: usize) -> bool {
    let first = || scene.verb_before(i, scene.sentence);
    scene.before(i) == "and"
        && !scene.lower(i).ends_with('s')
        && first().is_some_and(|v| v.run.len() > 1 && (v.tense == Tense::Future || scene.lower(v.verb - 1) == "to"))
}

/// "visits", "talks": a form that a noun has, too.
fn is_noun(scene: &Scene, i: usize) -> bool {
    scene.lexicon.meetings.nouns.get(scene.key(i)).is_some()
}

fn verbal(scene: &Scene, run: Run, verb: MeetingVerb) -> Option<Found> {
    let clause = scene.between_colons(scene.clause_run(run.start), run.start);
    let group = verb_group(scene.page, clause, run.start, scene.lexicon);
    let (kind, rule) = match verb {
        MeetingVerb::Meet => (MeetingKind::Meet, "meet-verb"),
        MeetingVerb::Confer => (MeetingKind::Talks, "confer-verb"),
        MeetingVerb::Discuss => (MeetingKind::Talks, "discuss-verb"),
        MeetingVerb::Host | MeetingVerb::Receive => (MeetingKind::Meet, "host-verb"),
        MeetingVerb::Visit => (MeetingKind::Visit, "visit-verb"),
        MeetingVerb::Travel => (MeetingKind::Visit, "travel-verb"),
        MeetingVerb::Phone | MeetingVerb::Speak => (MeetingKind::Call, "call-phone"),
        MeetingVerb::Invite => (MeetingKind::Invite, "invite-verb"),
        MeetingVerb::Sign => (MeetingKind::Agreement, "agreement-signed"),
    };
    let trigger =
        Trigger { token: run.start, run, kind, form: Form::Verb(verb), verb: Some(group), clause, start: group.run.start, rule };
    match frame::verb_frame(scene, &trigger, verb) {
        frame::Frame::Meets(kind) => Some(Found::Meeting(Trigger { kind: kind.unwrap_or(trigger.kind), ..trigger })),
        frame::Frame::NoParty => Some(Found::NoParty(run)),
        frame::Frame::Other => None,
    }
}

fn nominal(scene: &Scene, run: Run, noun: MeetingNoun) -> Option<Found> {
    let clause = scene.between_colons(scene.clause_run(run.start), run.start);
    let start = scene.phrase_start(run.start, clause.start);
    let (kind, rule) = match noun {
        MeetingNoun::Meeting => (MeetingKind::Meet, "meeting-noun"),
        MeetingNoun::Session => (MeetingKind::Meet, "session-noun"),
        MeetingNoun::Talks | MeetingNoun::Talk | MeetingNoun::Negotiations => (MeetingKind::Talks, "talks-noun"),
        MeetingNoun::Summit => (MeetingKind::Summit, "summit-noun"),
        MeetingNoun::Conference => (MeetingKind::Conference, "conference-noun"),
        MeetingNoun::Visit | MeetingNoun::Trip => (MeetingKind::Visit, "visit-noun"),
        MeetingNoun::Call => (MeetingKind::Call, "call-phone"),
        MeetingNoun::Invitation => (MeetingKind::Invite, "invitation-noun"),
    };
    let trigger = Trigger { token: run.start, run, kind, form: Form::Noun(noun), verb: None, clause, start, rule };
    match frame::noun_frame(scene, &trigger, noun) {
        frame::Frame::Meets(kind) => Some(Found::Meeting(Trigger { kind: kind.unwrap_or(trigger.kind), ..trigger })),
        frame::Frame::NoParty => Some(Found::NoParty(run)),
        frame::Frame::Other => None,
    }
}
