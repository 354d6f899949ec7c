//! Who takes part: the subject and the companions of a verb, the possessor, the "with" and the "between" of a noun.

use std::sync::Arc;

use super::frame::object_start;
use super::group::{Group, represented};
use super::party::{Party, common};
use super::scene::Scene;
use super::subject::{meant, owner, subject};
use super::support::{is_addressed, supporting};
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
    pub(super) text: Arc<str>,
    /// The canonical id.
    pub(super) entity: Option<Arc<str>>,
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
        if let Some(principals) = represented(scene, group) {
            self.runs.push(group.run);
            self.add(scene, principals, part);
            return;
        }
        for party in &scene.parties()[group.members.clone()] {
            self.runs.push(party.full);
            match (&party.text, party.is_pronoun()) {
                (None, true) => self.resolve(scene, party, part),
                _ => self.join(party, part),
            }
        }
    }

    /// A pronoun that the story left open means somebody of the sentence, or else somebody told before.
    fn resolve(&mut self, scene: &Scene, pronoun: &Party, part: Part) {
        match meant(scene, pronoun) {
            Some(group) => scene.parties()[group.members.clone()].iter().for_each(|p| self.join(p, part)),
            None => self.referring |= pronoun.plural || matches!(scene.lower(pronoun.run.start), "they" | "their" | "them"),
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

/// The parts of subject and object.
const fn parts(verb: MeetingVerb) -> (Part, Part) {
    match verb {
        MeetingVerb::Host | MeetingVerb::Receive | MeetingVerb::Invite => (Part::Host, Part::Guest),
        MeetingVerb::Visit => (Part::Guest, Part::Host),
        MeetingVerb::Travel => (Part::Guest, Part::Member),
        _ => (Part::Member, Part::Member),
    }
}

fn of_verb(scene: &Scene, t: &Trigger, verb: MeetingVerb) -> Company {
    let mut out = Company::default();
    let (agent, patient) = parts(verb);
    let passive = t.verb.is_some_and(|v| v.passive);
    if let Some(group) = t.verb.and_then(|v| subject(scene, &v)) {
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
        let place = all_places(scene, group);
        let direct = begins(scene, group, object) && word.is_none() && !passive && !group.possessive;
        let person = direct
            && match verb {
                MeetingVerb::Discuss | MeetingVerb::Sign => false,
                MeetingVerb::Visit | MeetingVerb::Host => !place,
                _ => true,
            };
        match word {
            Some("with") if verb != MeetingVerb::Visit || !place => out.add(scene, group, patient),
            Some("by") if passive => out.add(scene, group, agent),
            Some("to") if verb == MeetingVerb::Speak => out.add(scene, group, patient),
            _ if person => out.add(scene, group, patient),
            _ => {}
        }
    }
    out
}

fn all_places(scene: &Scene, group: &Group) -> bool {
    scene.parties()[group.members.clone()].iter().all(Party::is_place)
}

/// Whether a group begins at a token, its determiner skipped.
fn begins(scene: &Scene, group: &Group, at: usize) -> bool {
    let skipped = Run::new(at, group.run.start);
    group.run.start >= at && skipped.len() <= 2 && skipped.iter().all(|i| scene.is_determiner(i) || scene.lower(i) == "with")
}

/// The groups right of a trigger that the next verb does not take as its subject.
fn right_groups<'a>(scene: &'a Scene, t: &Trigger) -> impl Iterator<Item = &'a Group> {
    let end = scene.verb_after(t.run.end, t.clause).map_or(t.clause.end, |v| v.run.start);
    let verb = end < t.clause.end;
    scene
        .groups_in(Run::new(t.run.end, end))
        .take_while(move |g| g.run.end <= end)
        .filter(move |g| !(verb && g.run.end + 1 >= end && g.preposition.is_none()))
}

/// "Saddam, with whom the king met".
fn with_whom<'a>(scene: &'a Scene, t: &Trigger) -> Option<&'a Group> {
    let whom = t.clause.start;
    let with = whom > scene.sentence.start && scene.lower(whom) == "whom" && scene.before(whom) == "with";
    scene.groups().iter().rfind(|g| with && g.run.end < whom)
}

fn of_noun(scene: &Scene, t: &Trigger, noun: MeetingNoun) -> Company {
    let mut out = Company::default();
    let visit = matches!(noun, MeetingNoun::Visit | MeetingNoun::Trip);
    let own = match noun {
        MeetingNoun::Visit | MeetingNoun::Trip => Part::Guest,
        MeetingNoun::Invitation => Part::Host,
        _ => Part::Member,
    };
    let owner = owner(scene, t);
    if let Some(group) = owner {
        out.add(scene, group, own);
    }
    modifiers(scene, t, &mut out);
    let (mut others, mut between) = (false, false);
    for group in right_groups(scene, t) {
        let Some(at) = group.preposition else { continue };
        let first = at == t.run.end;
        let place = all_places(scene, group);
        match scene.lower(at) {
            "with" if attached(scene, t, at) => {
                others = true;
                out.add(scene, group, Part::Member);
            }
            "between" | "among" if beside(scene, t, at) => {
                between = true;
                out.add(scene, group, Part::Member);
            }
            "by" if first || visit && beside(scene, t, at) => out.add(scene, group, own),
            "of" if first && !place => out.add(scene, group, Part::Member),
            "from" if noun == MeetingNoun::Call => out.add(scene, group, Part::Member),
            "from" if noun == MeetingNoun::Invitation && first => out.add(scene, group, Part::Host),
            "to" if matches!(noun, MeetingNoun::Call | MeetingNoun::Invitation) && !place => out.add(scene, group, Part::Guest),
            "to" if visit && !place && first => out.add(scene, group, Part::Host),
            _ => {}
        }
    }
    for (group, part) in makers(scene, t) {
        out.add(scene, group, part);
    }
    if owner.is_none() {
        let support = supporting(scene, t, others, out.all.is_empty());
        // Who arranges talks between others is not in them.
        if let Some(group) = support.group.filter(|_| support.host || !between) {
            out.add(scene, group, if support.host { Part::Host } else { own });
        }
    }
    if let Some(groups) = guests(scene, t) {
        for group in groups {
            out.add(scene, group, Part::Member);
        }
    }
    if noun == MeetingNoun::Call && out.all.is_empty() {
        told_by_phone(scene, t).into_iter().flatten().for_each(|group| out.add(scene, group, Part::Member));
    }
    out
}

/// "X hosted Y for talks": the talks are theirs.
fn guests<'a>(scene: &'a Scene, t: &Trigger) -> Option<[&'a Group; 2]> {
    let verb = scene.verb_before(t.start, t.clause).filter(|_| scene.before(t.start) == "for")?;
    let receives = matches!(
        scene.lexicon.meetings.verbs.get(scene.key(verb.verb)),
        Some(MeetingVerb::Host | MeetingVerb::Receive | MeetingVerb::Meet | MeetingVerb::Invite)
    );
    let direct = |g: &&Group| g.preposition.is_none() && begins(scene, g, verb.run.end) && g.run.end < t.start;
    let guest = scene.groups().iter().find(direct)?;
    (receives && !verb.passive).then_some([subject(scene, verb)?, guest])
}

/// "In a phone call on Wednesday, X told Y": who speaks to whom in the clause that the call opens.
fn told_by_phone<'a>(scene: &'a Scene, t: &Trigger) -> Option<[&'a Group; 2]> {
    let opens =
        scene.sentence.start + 3 >= t.start && matches!(scene.lower(scene.sentence.start), "in" | "during" | "by" | "over");
    let verb = scene.verb_after(t.run.end, scene.sentence).filter(|_| opens)?;
    let speaker = subject(scene, verb)?;
    let person = |g: &&Group| scene.parties()[g.members.clone()].iter().all(|p| p.kind == Some(NameType::Person));
    let listener =
        scene.groups().iter().find(|g| g.run.start >= verb.run.end && g.run.start <= verb.run.end + 2).filter(person)?;
    (listener.preposition.is_none() && person(&speaker)).then_some([speaker, listener])
}

/// "talks mediated by X", "a summit hosted by X".
fn makers<'a>(scene: &'a Scene, t: &Trigger) -> impl Iterator<Item = (&'a Group, Part)> {
    const REACH: usize = 12;
    let words = &scene.lexicon.meetings;
    let near = Run::new(t.run.end, t.clause.end.min(t.run.end + REACH));
    scene.groups_in(near).filter_map(|g| {
        let by = g.preposition.filter(|&i| scene.lower(i) == "by")?;
        let made = scene.before(by);
        let hosted = words.verbs.get(made) == Some(&MeetingVerb::Host);
        let part = if hosted { Part::Host } else { Part::Mediator };
        (hosted || words.mediating.has(made)).then_some((g, part))
    })
}

/// Whether a preposition behind the trigger still belongs to it: no "and", comma or other clause between.
fn attached(scene: &Scene, t: &Trigger, preposition: usize) -> bool {
    let gap = Run::new(t.run.end, preposition);
    let party = |i: usize| scene.groups().iter().any(|g| g.run.has(i));
    gap.iter().all(|i| {
        party(i) || !matches!(scene.lower(i), "and" | "that" | "which" | "who") && (scene.lower(i) != "," || i + 1 == preposition)
    })
}

/// Whether nothing but places and dates stands between the trigger and a preposition: "the talks in Geneva between".
fn beside(scene: &Scene, t: &Trigger, preposition: usize) -> bool {
    let gap = Run::new(t.run.end, preposition);
    let dated = |i: usize| scene.story.dates_in(gap).any(|d| d.run.has(i));
    let placed = |i: usize| scene.groups().iter().any(|g| g.run.has(i)) || scene.is_preposition(i) || scene.is_determiner(i);
    gap.iter().all(|i| dated(i) || placed(i) || scene.lower(i) == ",")
}

/// Names in the noun phrase itself: "Security Council meeting", "Israeli-Syrian talks", "shareholders' meeting".
fn modifiers(scene: &Scene, t: &Trigger, out: &mut Company) {
    let phrase = Run::new(t.start, t.token);
    for hyphen in phrase.iter().filter(|&i| scene.lower(i) == "-" && i > t.start && i + 1 < t.token) {
        let capitals = scene.page.tokens[hyphen - 1].capital && scene.page.tokens[hyphen + 1].capital;
        let inside =
            scene.parties().iter().any(|p| p.run.start < hyphen && p.run.end > hyphen + 1 && p.kind != Some(NameType::Loc));
        for i in [hyphen - 1, hyphen + 1].into_iter().filter(|_| capitals && !inside) {
            let named = scene.parties().iter().find(|p| p.run == Run::new(i, i + 1)).cloned();
            out.join(&named.unwrap_or_else(|| common(scene, Run::new(i, i + 1))), Part::Member);
        }
    }
    // "UN-mediated talks"
    let before = Run::new(t.start.saturating_sub(3).max(t.clause.start), t.token);
    for hyphen in before.iter().filter(|&i| i > before.start && scene.lower(i) == "-" && scene.page.tokens[i - 1].capital) {
        let made = scene.key(hyphen + 1);
        let hosted = scene.lexicon.meetings.verbs.get(made) == Some(&MeetingVerb::Host);
        if hosted || scene.lexicon.meetings.mediating.has(made) {
            let maker = Run::new(hyphen - 1, hyphen);
            out.runs.push(maker);
            out.join(&common(scene, maker), if hosted { Part::Host } else { Part::Mediator });
        }
    }
    let offered = is_addressed(scene, t);
    for party in scene.parties().iter().filter(|p| phrase.overlaps(p.run)) {
        let paired = scene.lower(party.run.end) == "-" || scene.before(party.run.start) == "-";
        // "offered New Delhi talks"
        let addressed = offered && party.full.start == t.start;
        if (party.kind != Some(NameType::Loc) || addressed) && !paired {
            out.runs.push(party.full);
            out.join(party, Part::Member);
        }
    }
    let possessed = t.token.checked_sub(1).filter(|&i| matches!(scene.lower(i), "'" | "’"));
    if let Some(group) = possessed.and_then(|mark| scene.groups().iter().find(|g| g.run.end == mark)) {
        out.add(scene, group, Part::Member);
    }
}
