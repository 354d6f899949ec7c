//! Whether a meeting took place, from the tense beside it, the words around it and its date.

use chrono::NaiveDate;

use super::scene::Scene;
use super::trigger::{Form, Trigger, is_conjoined};
use crate::lexicon::vocabulary::Status;
use crate::lexicon::{CueKind, MeetingNoun, MeetingVerb};
use crate::read::attribution::Attribution;
use crate::read::clause::{Modality, Tense, VerbGroup, verb_group};
use crate::story::Date;
use crate::text::Run;

/// A status, and whether the clause itself says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) status: Status,
    /// Without words for it a noun takes the status of the mention before.
    pub(super) explicit: bool,
}

/// The status of a meeting.
pub(super) fn status(scene: &Scene, t: &Trigger, time: Option<&Date>) -> Told {
    let told = match t.verb {
        Some(verb) => Some(of_verb(scene, t, &verb)),
        None => of_noun(scene, t),
    };
    match told {
        Some(Status::Held | Status::Planned) if is_denied(scene, t) => Told { status: Status::Denied, explicit: true },
        Some(Status::Held) | None if is_future(scene, t, time, told.is_some()) => {
            Told { status: Status::Planned, explicit: true }
        }
        Some(status) => Told { status, explicit: true },
        None if was_to(scene, t) => Told { status: Status::Planned, explicit: false },
        None => Told { status: Status::Held, explicit: false },
    }
}

/// "The summit was to deal with migration": a plan, which may have failed.
fn was_to(scene: &Scene, t: &Trigger) -> bool {
    let verb = scene.verb_after(t.run.end, t.clause).filter(|_| t.verb.is_none());
    verb.is_some_and(|v| matches!(scene.lower(v.run.start), "was" | "were") && scene.lower(v.run.start + 1) == "to")
}

/// "denied on Friday that the two had met": somebody denies the words that hold the trigger.
fn is_denied(scene: &Scene, t: &Trigger) -> bool {
    let denies = |a: &Attribution| a.kind == CueKind::Deny && !a.negated && a.content.is_some_and(|c| c.has(t.token));
    scene.attributions().iter().any(denies)
}

/// Whether the date lies behind the day of writing; a past tense is believed more than a date.
fn is_future(scene: &Scene, t: &Trigger, time: Option<&Date>, told: bool) -> bool {
    let (writing, _) = scene.story.anchor.at(scene.page.paragraph_of(t.token));
    let after = |d: NaiveDate| writing.is_some_and(|day| d > day);
    let past = t.verb.is_some_and(|v| v.tense == Tense::Past) || t.verb.is_none() && told;
    !past && time.and_then(|d| d.interval).is_some_and(|i| after(i.earliest))
}

/// What a verb group by itself says.
fn of_group(v: &VerbGroup) -> Option<Status> {
    match (v.modality, v.tense) {
        _ if v.negated => Some(Status::Denied),
        (Modality::Possible | Modality::Obliged | Modality::Feared, _) => Some(Status::Proposed),
        // "would meet" is a plan in reported speech.
        (Modality::Planned | Modality::Hypothetical, _) | (Modality::Plain, Tense::Future) => Some(Status::Planned),
        (Modality::Plain, Tense::Past | Tense::Present) => Some(Status::Held),
        (Modality::Plain, Tense::None) => None,
    }
}

fn of_verb(scene: &Scene, t: &Trigger, verb: &VerbGroup) -> Status {
    // "has no plans to meet", "hopes to meet"
    let words = &scene.lexicon.meetings.status;
    if verb.run.start > t.clause.start && scene.before(verb.run.start) == "no" {
        return Status::Denied;
    }
    // "was to meet": a plan, of whose end nothing is said.
    if matches!(scene.lower(verb.run.start), "was" | "were") && scene.lower(verb.run.start + 1) == "to" && !verb.negated {
        return Status::Planned;
    }
    let wish = verb.run.iter().find_map(|i| words.longest(scene.page.keys(Run::new(i, verb.verb))).filter(|(n, _)| *n > 1));
    if wish.is_some_and(|(_, s)| *s == Status::Proposed) && !verb.negated {
        return Status::Proposed;
    }
    if is_conjoined(scene, verb.run.start) {
        let shared = scene.verb_before(verb.run.start, scene.sentence).and_then(of_group);
        return shared.filter(|s| *s != Status::Held).unwrap_or(Status::Planned);
    }
    let invite = matches!(t.form, Form::Verb(MeetingVerb::Invite));
    if let Some(status) = of_group(verb) {
        let opens = scene.lower(t.clause.start);
        let pending = verb.tense == Tense::Present && matches!(opens, "until" | "before" | "when" | "if") || unsettled(scene, t);
        return if pending && status == Status::Held && verb.tense != Tense::Past { Status::Planned } else { status };
    }
    if invite && verb.tense == Tense::None && !verb.dependent {
        return Status::Held;
    }
    // An infinitive or a participle: its governor decides.
    if let Some(status) = governor(scene, verb.run.start, t.clause) {
        return status;
    }
    let outer = scene.verb_before(verb.run.start, scene.sentence).or_else(|| scene.verb_after(t.run.end, t.clause));
    let to = scene.lower(verb.run.start) == "to";
    match outer {
        Some(o) if to => match of_group(o) {
            Some(Status::Held) if scene.lexicon.meetings.verbs.get(scene.key(o.verb)) == Some(&MeetingVerb::Invite) => {
                Status::Proposed
            }
            Some(s) if s != Status::Held => s,
            _ => Status::Planned,
        },
        Some(o) => of_group(o).unwrap_or(Status::Held),
        None => {
            if to {
                Status::Planned
            } else {
                Status::Held
            }
        }
    }
}

/// "until Annan visits Baghdad".
fn unsettled(scene: &Scene, t: &Trigger) -> bool {
    let floor = t.start.saturating_sub(8).max(t.clause.start);
    (floor..t.start).any(|i| matches!(scene.lower(i), "until" | "unless"))
}

/// The status word nearest to the left of a phrase that begins at `start`, no comma and no clause end between.
fn governor(scene: &Scene, start: usize, clause: Run) -> Option<Status> {
    const REACH: usize = 7;
    let words = &scene.lexicon.meetings.status;
    let floor = start.saturating_sub(REACH).max(clause.start);
    let floor = (floor..start).rev().find(|&i| matches!(scene.lower(i), "," | ";")).map_or(floor, |i| i + 1);
    let mut best = None;
    let mut i = floor;
    while i < start {
        match words.longest(scene.page.keys(Run::new(i, scene.sentence.end))) {
            // A phrase may end with the infinitive's own "to".
            Some((n, status)) if i + n <= start + 1 => {
                // "walked away from planned talks": an adjective of the talks says less than what happens to them.
                let adjective = *status == Status::Planned && i + n == start && n == 1;
                let over = matches!(best, Some((_, _, Status::Cancelled | Status::Postponed)));
                if !(adjective && over) {
                    best = Some((i, n, *status));
                }
                i += n;
            }
            _ => i += 1,
        }
    }
    let (at, length, status) = best?;
    // "rejected in peace talks": the talks are where something else was rejected.
    let inside = (at + length..start).any(|i| matches!(scene.lower(i), "in" | "at" | "during"));
    // "gave no details of the talks" denies no talks.
    let bare = length == 1 && matches!(scene.lower(at), "no" | "without");
    // "Norway and Denmark resume talks on Monday": told, not proposed.
    let finite = length == 1 && scene.lower(at) == "resume" && scene.groups().iter().any(|g| g.run.end == at);
    if inside && status != Status::Held || finite || bare && at + length < start {
        return None;
    }
    Some(turned(scene, at, status, clause))
}

/// "will not resume", "did not cancel": a negation turns what its verb says.
fn turned(scene: &Scene, at: usize, status: Status, clause: Run) -> Status {
    let group = verb_group(scene.page, clause, at, scene.lexicon);
    if !group.negated {
        return if status == Status::Held { of_group(&group).filter(|_| group.run.len() > 1).unwrap_or(status) } else { status };
    }
    match status {
        Status::Denied => Status::Held,
        Status::Cancelled | Status::Postponed => Status::Planned,
        Status::Held | Status::Planned | Status::Proposed => Status::Denied,
    }
}

fn of_noun(scene: &Scene, t: &Trigger) -> Option<Status> {
    // Its predicate, its own modifiers, what governs it, in this order; what a meeting's verb has as its object has no predicate.
    let object = support(scene, t);
    if let Some(rumour) = rumoured(scene, t) {
        return Some(rumour);
    }
    let own = inside(scene, t);
    let predicate = object.is_none().then(|| predicate(scene, t)).flatten();
    // "No meeting took place."
    if scene.before(t.start) == "no" && matches!(predicate, Some(Status::Held | Status::Planned)) {
        return Some(Status::Denied);
    }
    // "a possible summit was on everyone's lips": what only is says nothing of its coming about.
    let predicate = predicate
        .filter(|s| *s != Status::Held || !matches!(own, Some(Status::Planned | Status::Proposed)) || !is_copula(scene, t));
    // "walked away from planned talks": what happens to a plan is told before it.
    if own == Some(Status::Planned)
        && let Some(end @ (Status::Cancelled | Status::Postponed)) = governor(scene, t.start, t.clause)
    {
        return Some(end);
    }
    predicate
        .or(own)
        .or_else(|| object.and_then(|verb| controlled(scene, t, verb)))
        .or_else(|| governor(scene, t.start, t.clause).or_else(|| opened(scene, t)))
        .or_else(|| departure(scene, t))
        .or_else(|| governing_verb(scene, t))
        .or_else(|| object.and_then(|verb| dependent_support(scene, t, verb)))
}

/// "Reports of a visit were denied".
fn rumoured(scene: &Scene, t: &Trigger) -> Option<Status> {
    let words = &scene.lexicon.meetings;
    let floor = t.start.saturating_sub(4).max(t.clause.start);
    let told = (floor..t.start).any(|i| words.rumours.longest(scene.page.keys(Run::new(i, t.start))).is_some());
    let verb = scene.verb_after(t.run.end, t.clause).filter(|_| told)?;
    words.status.get(scene.key(verb.verb)).copied().filter(|s| *s == Status::Denied && !verb.negated)
}

/// Whether the verb behind the noun is "was" and the like, alone.
fn is_copula(scene: &Scene, t: &Trigger) -> bool {
    let verb = scene.verb_after(t.run.end, t.clause);
    verb.is_some_and(|v| matches!(scene.lower(v.verb), "was" | "were" | "is" | "are" | "been" | "be"))
}

/// "urged the government and the rebels to hold talks", "offered to hold talks": who governs the infinitive decides.
fn controlled(scene: &Scene, t: &Trigger, support: usize) -> Option<Status> {
    let to = support.checked_sub(1).filter(|&i| i >= t.clause.start && scene.lower(i) == "to")?;
    let main = scene.verb_before(to, t.clause)?;
    let words = &scene.lexicon.meetings.status;
    let (_, said) = words.longest(scene.page.keys(Run::new(main.verb, scene.sentence.end)))?;
    let proposed = matches!(said, Status::Proposed) && !main.negated;
    (proposed && !(main.run.end..to).any(|i| scene.lower(i) == ",")).then_some(Status::Proposed)
}

/// The word of the verb that holds, opens, attends the meeting, right before its phrase.
fn support(scene: &Scene, t: &Trigger) -> Option<usize> {
    let floor = t.start.saturating_sub(4).max(t.clause.start);
    (floor..t.start)
        .rev()
        .take_while(|&i| !matches!(scene.lower(i), "," | "and"))
        .find(|&i| scene.lexicon.meetings.supports.longest(scene.page.keys(Run::new(i, t.start))).is_some())
}

/// "could win by convening a meeting": the main verb's modality is the participle's, too.
fn dependent_support(scene: &Scene, t: &Trigger, verb: usize) -> Option<Status> {
    let main = scene.verb_before(verb, t.clause).filter(|_| scene.lower(verb).ends_with("ing"))?;
    of_group(main).filter(|s| matches!(s, Status::Planned | Status::Proposed))
}

/// "left Tuesday for consultations", "will visit Bonn for talks".
fn departure(scene: &Scene, t: &Trigger) -> Option<Status> {
    let words = &scene.lexicon.meetings;
    let aim = scene.before(t.start) == "for" || scene.is_determined(t) && scene.before(t.start - 1) == "for";
    let leaves = |v: &VerbGroup| {
        words.departures.has(scene.key(v.verb)) || words.verbs.get(scene.key(v.verb)) == Some(&MeetingVerb::Travel)
    };
    let main = scene.verb_before(t.start, t.clause).filter(|_| aim)?;
    // "arrived for a visit": who has arrived is there.
    if matches!(t.form, Form::Noun(MeetingNoun::Visit)) && !words.departures.has(scene.key(main.verb)) {
        return of_group(main);
    }
    let pending = of_group(main).filter(|s| matches!(s, Status::Planned | Status::Proposed | Status::Denied));
    pending.or_else(|| leaves(main).then_some(Status::Planned))
}

/// "the upcoming talks", "a possible meeting", "postponed talks".
fn inside(scene: &Scene, t: &Trigger) -> Option<Status> {
    let words = &scene.lexicon.meetings.status;
    (t.start..t.token).rev().find_map(|i| words.longest(scene.page.keys(Run::new(i, t.token))).map(|(_, s)| *s))
}

/// "After the meeting, ...": a clause that the noun's phrase opens.
fn opened(scene: &Scene, t: &Trigger) -> Option<Status> {
    let first = t.clause.start;
    (t.start.saturating_sub(first) <= 4)
        .then(|| scene.lexicon.meetings.status.longest(scene.page.keys(Run::new(first, t.start))))
        .flatten()
        .map(|(_, s)| *s)
}

/// The verb whose subject the noun is: "talks have been cut off", "the meeting will take place".
fn predicate(scene: &Scene, t: &Trigger) -> Option<Status> {
    if t.start > t.clause.start {
        let before = t.start - 1;
        let governed = scene.is_preposition(before)
            || scene.is_determiner(before) && before > t.clause.start && scene.is_preposition(before - 1);
        if governed {
            return None;
        }
    }
    if was_to(scene, t) {
        return None;
    }
    if let Some(end) = put_off(scene, t) {
        return Some(end);
    }
    let next = scene.verb_after(t.run.end, t.clause)?;
    let gap = Run::new(t.run.end, next.run.start);
    let free = scene.groups_in(gap).any(|g| g.preposition.is_none() && !g.possessive);
    let listed = |i: usize| scene.groups().iter().any(|g| g.run.has(i));
    if free || gap.len() > 12 || gap.iter().any(|i| matches!(scene.lower(i), "," | "“" | "\"") && !listed(i)) {
        return participle(scene, t);
    }
    let words = &scene.lexicon.meetings.status;
    let reach = Run::new(next.verb, t.clause.end.min(next.verb + 3));
    let said = reach.iter().find_map(|i| words.longest(scene.page.keys(Run::new(i, t.clause.end))).map(|(_, s)| *s));
    // "proposed that talks be held"
    if scene.lower(next.run.start) == "be" {
        return Some(Status::Proposed);
    }
    // "did not take place"
    if next.negated && words_happen(scene, next) {
        return Some(Status::Denied);
    }
    let ended = said.filter(|s| matches!(s, Status::Cancelled | Status::Postponed) && !next.negated);
    ended.or_else(|| match of_group(next)? {
        Status::Held => said.or((next.tense != Tense::Present).then_some(Status::Held)),
        // "the talks did not result in": they were held.
        Status::Denied => None,
        told => Some(told),
    })
}

/// "A meeting of the two ministers, planned for Thursday, was postponed": however far behind, no other verb between.
fn put_off(scene: &Scene, t: &Trigger) -> Option<Status> {
    const REACH: usize = 32;
    let words = &scene.lexicon.meetings.status;
    let of = |v: &VerbGroup| words.longest(scene.page.keys(Run::new(v.verb, scene.sentence.end))).map(|(_, s)| *s);
    let planned = |v: &&VerbGroup| v.run.len() == 1 && of(v) == Some(Status::Planned);
    let verb = scene.verbs.iter().filter(|v| v.run.start >= t.run.end).find(|v| !planned(v))?;
    let passive = verb.run.len() > 1 && !verb.negated && verb.run.start - t.run.end <= REACH;
    of(verb).filter(|s| passive && matches!(s, Status::Cancelled | Status::Postponed) && of_group(verb) == Some(Status::Held))
}

fn words_happen(scene: &Scene, verb: &VerbGroup) -> bool {
    let ahead = Run::new(verb.verb, scene.sentence.end.min(verb.verb + 2));
    scene.lexicon.meetings.happens.longest(scene.page.keys(ahead)).is_some()
}

/// "no trip planned so far".
fn participle(scene: &Scene, t: &Trigger) -> Option<Status> {
    let words = &scene.lexicon.meetings.status;
    let no = scene.before(t.start) == "no";
    words
        .get(scene.key(t.run.end))
        .copied()
        .filter(|s| matches!(s, Status::Planned | Status::Postponed | Status::Cancelled))
        .map(|s| if no { Status::Denied } else { s })
}

/// "will hold talks", "has not begun discussions".
fn governing_verb(scene: &Scene, t: &Trigger) -> Option<Status> {
    let v = scene.verb_before(t.start, t.clause)?;
    let gap = Run::new(v.run.end, t.start);
    let near = gap.len() <= 4;
    let far = gap.len() > 10 || gap.iter().any(|i| scene.lower(i) == ",");
    let supports = !far && scene.lexicon.meetings.supports.longest(scene.page.keys(Run::new(v.verb, t.clause.end))).is_some();
    if !near && !supports {
        return None;
    }
    let infinitive =
        gap.iter().any(|i| scene.lower(i) == "to" && !scene.is_determiner(i + 1) && !scene.page.tokens[i + 1].capital);
    match of_group(v) {
        // "begins talks on Monday": the date decides.
        Some(Status::Held) if v.tense == Tense::Present && v.run.len() == 1 => None,
        Some(Status::Held) if v.tense == Tense::Present => supports.then_some(Status::Held),
        Some(Status::Held) if infinitive => Some(Status::Planned),
        other => other,
    }
}
