//! Who takes part: the subject and the companions of a verb, the possessor, the "with" and the "between" of a noun.

use super::frame::object_start;
use super::scene::{Group, Party, Scene};
use super::trigger::{Form, Trigger};
use crate::lexicon::vocabulary::NameType;
use crate::lexicon::{MeetingNoun, MeetingVerb};
use crate::text::Run;

/// What part somebody takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Invites or receives.
    Host,
    /// Visits or is invited.
    Guest,
    /// Brings others together.
    Mediator,
    /// Takes part.
    Member,
}

impl Part {
    /// As it stands in the table.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Guest => "guest",
            Self::Mediator => "mediator",
            Self::Member => "",
        }
    }
}

/// Somebody who takes part.
#[derive(Debug, Clone)]
pub(super) struct Participant {
    /// The string of the fullest mention.
    pub(super) text: String,
    /// The canonical id.
    pub(super) entity: Option<String>,
    /// What part.
    pub(super) part: Part,
}

/// Who takes part in one meeting, as its own clause tells.
#[derive(Debug, Clone, Default)]
pub(super) struct Company {
    /// Everybody named, in the order of the text.
    pub(super) all: Vec<Participant>,
    /// The tokens that name them, for the span.
    pub(super) runs: Vec<Run>,
    /// "they", "their", "the two": others told before take part.
    pub(super) referring: bool,
}

impl Company {
    fn add(&mut self, scene: &Scene, group: &Group, part: Part) {
        for party in &scene.parties[group.members.clone()] {
            self.runs.push(party.full);
            self.referring |= party.pronoun && party.plural;
            self.join(party, part);
        }
    }

    fn join(&mut self, party: &Party, part: Part) {
        let Some(text) = party.text.clone() else { return };
        let known = self.all.iter().any(|p| p.text == text || p.entity.is_some() && p.entity == party.entity);
        if !known {
            self.all.push(Participant { text, entity: party.entity.clone(), part });
        }
    }
}

/// Who takes part.
pub(super) fn company(scene: &Scene, t: &Trigger) -> Company {
    match t.form {
        Form::Verb(verb) => of_verb(scene, t, verb),
        Form::Noun(noun) => of_noun(scene, t, noun),
    }
}

fn of_verb(scene: &Scene, t: &Trigger, verb: MeetingVerb) -> Company {
    let mut out = Company::default();
    let (agent, patient) = match verb {
        MeetingVerb::Host | MeetingVerb::Receive | MeetingVerb::Invite => (Part::Host, Part::Guest),
        MeetingVerb::Visit => (Part::Guest, Part::Host),
        MeetingVerb::Travel => (Part::Guest, Part::Member),
        _ => (Part::Member, Part::Member),
    };
    let passive = t.verb.is_some_and(|v| v.passive);
    let subject = t.verb.and_then(|v| scene.subject(&v)).map(|g| &scene.groups[g]);
    if let Some(group) = subject {
        out.add(scene, group, if passive { patient } else { agent });
    }
    if let Some(antecedent) = with_whom(scene, t) {
        out.add(scene, antecedent, patient);
    }
    if verb == MeetingVerb::Travel {
        return out;
    }
    let object = object_start(scene, t.run.end, t.clause.end);
    for group in right_groups(scene, t) {
        let word = group.preposition.map(|i| scene.lower(i));
        let direct = begins(scene, group, object) && word.is_none() && !passive;
        let direct = direct && !(verb == MeetingVerb::Discuss || verb == MeetingVerb::Sign);
        let place = scene.parties[group.members.clone()].iter().all(Party::is_place);
        let direct = direct && !(place && matches!(verb, MeetingVerb::Visit | MeetingVerb::Host));
        match word {
            Some("with") if verb != MeetingVerb::Visit || !place => out.add(scene, group, patient),
            Some("by") if passive => out.add(scene, group, agent),
            Some("to") if verb == MeetingVerb::Speak => out.add(scene, group, patient),
            _ if direct && !group.possessive => out.add(scene, group, patient),
            _ => {}
        }
    }
    out
}

/// Whether a group begins at a token, its determiner skipped.
fn begins(scene: &Scene, group: &Group, at: usize) -> bool {
    group.run.start == at
        || group.run.start > at
            && group.run.start - at <= 2
            && (at..group.run.start).all(|i| scene.is_determiner(i) || scene.lower(i) == "with")
}

/// The groups right of a trigger that the next verb does not take as its subject.
fn right_groups<'a>(scene: &'a Scene, t: &Trigger) -> impl Iterator<Item = &'a Group> {
    let end = scene.verb_after(t.run.end, t.clause).map_or(t.clause.end, |v| v.run.start);
    let verb = end < t.clause.end;
    scene.groups_in(Run::new(t.run.end, end)).filter(move |g| !(verb && g.run.end + 1 >= end && g.preposition.is_none()))
}

/// "Saddam, with whom the king met".
fn with_whom<'a>(scene: &'a Scene, t: &Trigger) -> Option<&'a Group> {
    let whom = t.clause.start;
    let with = whom > scene.sentence.start && scene.lower(whom) == "whom" && matches!(scene.before(whom), "with");
    scene.groups.iter().rfind(|g| with && g.run.end < whom)
}

fn of_noun(scene: &Scene, t: &Trigger, noun: MeetingNoun) -> Company {
    let mut out = Company::default();
    let visit = matches!(noun, MeetingNoun::Visit | MeetingNoun::Trip);
    let own = if visit {
        Part::Guest
    } else if noun == MeetingNoun::Invitation {
        Part::Host
    } else {
        Part::Member
    };
    let owner = scene.owner(t).map(|g| &scene.groups[g]);
    if let Some(group) = owner {
        out.add(scene, group, own);
    }
    modifiers(scene, t, &mut out);
    let mut others = false;
    for group in right_groups(scene, t) {
        let Some(word) = group.preposition.map(|i| scene.lower(i)) else { continue };
        let first = group.preposition == Some(t.run.end);
        let place = scene.parties[group.members.clone()].iter().all(Party::is_place);
        match word {
            "with" | "between" | "among" => {
                others = true;
                out.add(scene, group, Part::Member);
            }
            "by" => out.add(scene, group, own),
            "of" if first && !place => out.add(scene, group, Part::Member),
            "from" if noun == MeetingNoun::Call => out.add(scene, group, Part::Member),
            "from" if noun == MeetingNoun::Invitation && first => out.add(scene, group, Part::Host),
            "to" if matches!(noun, MeetingNoun::Call | MeetingNoun::Invitation) && !place => out.add(scene, group, Part::Guest),
            "to" if visit && !place && first => out.add(scene, group, Part::Host),
            _ => {}
        }
    }
    if owner.is_none()
        && let Some(group) = supporting(scene, t, others).map(|g| &scene.groups[g])
    {
        let host = matches!(verb_left(scene, t), Some(v) if scene.lexicon.meetings.verbs.get(scene.lower(v)) == Some(&MeetingVerb::Host));
        out.add(scene, group, if host { Part::Host } else { own });
    }
    out
}

/// Names in the noun phrase itself: "Security Council meeting", "Israel-Syrian talks", "shareholders' meeting".
fn modifiers(scene: &Scene, t: &Trigger, out: &mut Company) {
    let phrase = Run::new(t.start, t.token);
    for party in scene.parties.iter().filter(|p| phrase.overlaps(p.run)) {
        let paired = scene.lower(party.run.end) == "-" || scene.before(party.run.start) == "-";
        if party.kind != Some(NameType::Loc) || party.government || paired {
            out.runs.push(party.full);
            out.join(party, Part::Member);
        }
    }
    let possessed = t.token.checked_sub(1).filter(|&i| matches!(scene.lower(i), "'" | "’"));
    if let Some(mark) = possessed
        && let Some(group) = scene.groups.iter().find(|g| g.run.end == mark)
    {
        out.add(scene, group, Part::Member);
    }
}

/// The verb to the left that has the noun's phrase as its object: its last word.
fn verb_left(scene: &Scene, t: &Trigger) -> Option<usize> {
    scene.verb_before(t.start, t.clause).map(|v| v.verb)
}

/// The subject of the verb that holds, opens, attends the meeting; and, where the meeting is "with" somebody, of any verb beside it.
fn supporting(scene: &Scene, t: &Trigger, others: bool) -> Option<usize> {
    let words = &scene.lexicon.meetings;
    // Between verb and noun stand determiners, adjectives, "a series of", no comma and no other party.
    let floor = t.start.saturating_sub(8).max(t.clause.start);
    let support = (floor..t.start).rev().take_while(|&i| scene.lower(i) != ",").find(|&i| {
        words.supports.longest(scene.page.lowers(Run::new(i, t.start))).is_some()
            || words.verbs.get(scene.lower(i)) == Some(&MeetingVerb::Host)
    });
    if let Some(at) = support {
        let clear = !scene.groups.iter().any(|g| g.run.start > at && g.run.end < t.start && g.preposition.is_none());
        if clear {
            let group = crate::read::clause::verb_group(scene.page, t.clause, at, scene.lexicon);
            return if group.passive { None } else { scene.subject(&group) };
        }
    }
    if !others {
        return None;
    }
    let preposed = scene.verb_before(t.start, t.clause).is_none();
    let verb = if preposed { scene.verb_after(t.run.end, scene.sentence) } else { scene.verb_before(t.start, t.clause) };
    verb.and_then(|v| scene.subject(v)).filter(|&g| scene.groups[g].preposition.is_none())
}
