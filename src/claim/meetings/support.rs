//! The verbs that hold, open, attend a meeting, and whose subject takes part in it.

use super::group::Group;
use super::party::Party;
use super::scene::Scene;
use super::subject::subject;
use super::trigger::{Form, Trigger};
use crate::lexicon::vocabulary::{NameType, Status};
use crate::lexicon::{MeetingNoun, MeetingVerb};
use crate::read::clause::{VerbGroup, verb_group};
use crate::text::Run;

/// Who takes part by a verb beside the noun.
pub(super) struct Support<'a> {
    /// The verb's subject.
    pub(super) group: Option<&'a Group>,
    /// It hosts the meeting.
    pub(super) host: bool,
}

/// The subject of the verb that has the meeting as its object; where the meeting is "with" somebody, of any verb beside it;
/// and of "said after the meeting". `bare`: nobody else is known yet.
pub(super) fn supporting<'a>(scene: &'a Scene, t: &Trigger, others: bool, bare: bool) -> Support<'a> {
    let none = Support { group: None, host: false };
    if let Some((at, length)) = verb_before(scene, t) {
        let words = &scene.lexicon.meetings;
        let group = verb_group(scene.page, t.clause, at, scene.lexicon);
        // "was expelled from the talks": who is the patient took part.
        // "was open to talks" has the form of one.
        let open = scene.lower(at) == "open" && scene.is_preposition(at + length);
        let patient = group.passive && (scene.is_preposition(at + length - 1) || open);
        let host = words.verbs.get(scene.key(at)) == Some(&MeetingVerb::Host);
        // Who calls for a meeting of others is not in it.
        let asks = words.status.longest(scene.page.keys(Run::new(at, t.start))).is_some_and(|(_, s)| *s == Status::Proposed);
        if group.passive && !patient || asks && !others && !bare && !is_addressed(scene, t) {
            return none;
        }
        return Support { group: subject(scene, &group), host };
    }
    let group = if others {
        beside(scene, t)
    } else if bare {
        let visit = matches!(t.form, Form::Noun(MeetingNoun::Visit | MeetingNoun::Trip));
        speaker_after(scene, t).or_else(|| visit.then(|| visitor(scene, t)).flatten())
    } else {
        None
    };
    Support { group, host: false }
}

/// "offered New Delhi talks": the place right behind the verb is whom it is offered to.
pub(super) fn is_addressed(scene: &Scene, t: &Trigger) -> bool {
    matches!(scene.before(t.start), "offered" | "offers" | "offer")
        && scene.parties().iter().any(|p| p.full.start == t.start && p.is_proper() && p.kind == Some(NameType::Loc))
}

/// The supporting verb: between it and the noun stand determiners, adjectives, "a series of", no comma and no other party.
fn verb_before(scene: &Scene, t: &Trigger) -> Option<(usize, usize)> {
    const REACH: usize = 8;
    let words = &scene.lexicon.meetings;
    let floor = t.start.saturating_sub(REACH).max(t.clause.start);
    let hosts = |i: usize| (words.verbs.get(scene.key(i)) == Some(&MeetingVerb::Host)).then_some(1);
    let support = |i: usize| words.supports.longest(scene.page.keys(Run::new(i, t.start))).map(|(n, _)| n).or_else(|| hosts(i));
    let (at, length) = (floor..t.start)
        .rev()
        .take_while(|&i| !matches!(scene.lower(i), "," | "and" | ":"))
        .filter(|&i| i == scene.sentence.start || !scene.is_determiner(i - 1))
        .find_map(|i| support(i).map(|n| (i, n)))?;
    let clear = !scene.groups().iter().any(|g| g.run.start > at && g.run.end < t.start && g.preposition.is_none());
    clear.then_some((at, length))
}

/// "Bush said after a meeting with Y", "After a meeting with Y, Bush said": the subject of the clause met Y.
fn beside<'a>(scene: &'a Scene, t: &Trigger) -> Option<&'a Group> {
    let verb = scene.verb_before(t.start, t.clause).or_else(|| scene.verb_after(t.run.end, scene.sentence));
    verb.and_then(|v| subject(scene, v)).filter(|g| g.preposition.is_none() && !speaks_for_others(scene, g))
}

/// "a spokesman said talks with X had been called off": he speaks of them, and need not be there.
fn speaks_for_others(scene: &Scene, group: &Group) -> bool {
    let speaker = |p: &Party| p.kind.is_none() && scene.lexicon.meetings.speakers.has(scene.key(p.run.end - 1));
    scene.parties()[group.members.clone()].iter().all(speaker)
}

/// "On a visit to Minsk, X said", "during a visit to Minsk X said": whose visit it is.
pub(super) fn visitor<'a>(scene: &'a Scene, t: &Trigger) -> Option<&'a Group> {
    let behind = t.start.checked_sub(1 + usize::from(scene.is_determined(t))).filter(|&i| i >= t.clause.start)?;
    let travels = |v: &VerbGroup| scene.lexicon.meetings.verbs.get(scene.key(v.verb)) == Some(&MeetingVerb::Travel);
    let arrived = scene.lower(behind) == "for" && scene.verb_before(t.start, t.clause).is_some_and(travels);
    if !arrived && !matches!(scene.lower(behind), "on" | "during" | "after" | "following") {
        return None;
    }
    beside(scene, t)
        .filter(|g| scene.parties()[g.members.clone()].iter().all(|p| p.kind == Some(NameType::Person) || p.is_pronoun()))
}

/// "Lavrov said after the meeting": a named person, or several, who speak of a meeting right after it were there.
fn speaker_after<'a>(scene: &'a Scene, t: &Trigger) -> Option<&'a Group> {
    let behind = t.start.checked_sub(2).filter(|&i| i >= t.clause.start)?;
    if !matches!(scene.lower(behind), "after" | "following" | "during") || scene.lower(behind + 1) != "the" {
        return None;
    }
    beside(scene, t).filter(|g| {
        let members = &scene.parties()[g.members.clone()];
        members.iter().all(|p: &Party| !p.is_pronoun() && p.kind == Some(NameType::Person))
    })
}
