//! Which mentions of an article speak of one meeting, and what a mention takes over from those before it.

use super::participants::Participant;
use super::place_and_time::Place;
use super::status::Told;
use super::trigger::{Form, Trigger};
use crate::claim::event::Events;
use crate::lexicon::vocabulary::{MeetingKind, Status};
use crate::lexicon::{MeetingNoun, Ordinal};
use crate::story::Date;
use crate::text::Run;
use crate::value::Interval;

/// A mention on its way to a row.
#[expect(clippy::struct_excessive_bools, reason = "each is a column or an independent property of a mention")]
#[derive(Debug, Clone)]
pub(super) struct Draft<'s> {
    pub(super) trigger: Trigger,
    pub(super) run: Run,
    pub(super) participants: Vec<Participant>,
    pub(super) closed: bool,
    pub(super) place: Option<Place>,
    pub(super) time: Option<&'s Date>,
    pub(super) told: Told,
    pub(super) hedged: bool,
    pub(super) source: Option<(String, Option<String>)>,
    /// "the talks", "their meeting": points back.
    pub(super) definite: bool,
    /// "their", "the two": somebody told before takes part.
    pub(super) referring: bool,
    /// Which of a series.
    pub(super) ordinal: Option<Ordinal>,
    /// "peace" of "peace talks".
    pub(super) topic: Option<String>,
    /// A year or an ordinal that makes it a meeting remembered: "the 1993 meeting".
    pub(super) anniversary: bool,
    /// Without an earlier mention it is no meeting: "the visit", "that session".
    pub(super) needs_antecedent: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Encounter,
    Call,
    Visit,
    Invite,
    Agreement,
}

const fn family(kind: MeetingKind) -> Family {
    match kind {
        MeetingKind::Meet | MeetingKind::Talks | MeetingKind::Summit | MeetingKind::Conference => Family::Encounter,
        MeetingKind::Call => Family::Call,
        MeetingKind::Visit => Family::Visit,
        MeetingKind::Invite => Family::Invite,
        MeetingKind::Agreement => Family::Agreement,
    }
}

/// How many mentions back an antecedent is looked for.
const REACH: usize = 40;

/// Joins the drafts of an article into events, passing participants, place, time and status on to mentions that point back;
/// drops those that need an antecedent and have none.
pub(super) fn join(drafts: &mut Vec<Draft>) -> Events {
    let mut events = Events::default();
    let mut met: Vec<usize> = Vec::new();
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for mut draft in drafts.drain(..) {
        let near = kept.len().saturating_sub(REACH)..kept.len();
        let antecedent = antecedent(&kept, near.clone(), &draft);
        if antecedent.is_none() && draft.referring && draft.participants.is_empty() {
            // "They had met in 2012": another meeting of the same.
            if let Some(told) = kept.iter().rev().find(|d| d.participants.len() > 1) {
                draft.participants.clone_from(&told.participants);
            }
        }
        if antecedent.is_none() && draft.needs_antecedent {
            // "the visit" of somebody who was invited has an event of its own.
            let Some(invite) = near.clone().rev().find(|&i| family(kept[i].trigger.kind) == Family::Invite) else { continue };
            inherit(&mut draft, &kept[invite]);
        }
        let mention = events.add();
        let visit = || near.clone().rev().find(|&i| contains(&kept[i], &draft) && !met.contains(&events.first(i)));
        if let Some(i) = antecedent.or_else(visit) {
            events.join(i, mention);
            inherit(&mut draft, &kept[i]);
        }
        if family(draft.trigger.kind) == Family::Encounter {
            met.push(events.first(mention));
        }
        kept.push(draft);
    }
    *drafts = kept;
    events
}

/// The earlier mention that a mention goes back to: "the talks" rather to talks close by than to a meeting.
fn antecedent(kept: &[Draft], near: std::ops::Range<usize>, draft: &Draft) -> Option<usize> {
    const CLOSE: usize = 4;
    let close = kept.len().saturating_sub(CLOSE);
    let pointing = draft.participants.is_empty();
    let alike = |&i: &usize| pointing && i >= close && kept[i].trigger.kind == draft.trigger.kind && same(&kept[i], draft);
    near.clone().rev().find(alike).or_else(|| near.rev().find(|&i| same(&kept[i], draft)))
}

fn shared(a: &Draft, b: &Draft) -> usize {
    a.participants.iter().filter(|p| b.participants.iter().any(|q| is_same(p, q))).count()
}

fn is_same(p: &Participant, q: &Participant) -> bool {
    match (&p.entity, &q.entity) {
        (Some(a), Some(b)) => a == b,
        _ => p.text.eq_ignore_ascii_case(&q.text) || p.text.rsplit(' ').next() == q.text.rsplit(' ').next(),
    }
}

/// Whether a mention speaks of the meeting of an earlier one.
fn same(earlier: &Draft, draft: &Draft) -> bool {
    let (a, b) = (family(earlier.trigger.kind), family(draft.trigger.kind));
    let loose = a == Family::Call && draft.trigger.kind == MeetingKind::Talks
        || b == Family::Call && earlier.trigger.kind == MeetingKind::Talks;
    if a != b && !loose || !compatible(earlier, draft) {
        return false;
    }
    if draft.participants.is_empty() {
        // "There was no meeting": the one that was denied before.
        let denied = [earlier, draft].iter().all(|d| d.told.status == Status::Denied);
        return (draft.definite || draft.referring || denied) && pointed_at(earlier, draft);
    }
    let n = shared(earlier, draft);
    let smaller = earlier.participants.len().min(draft.participants.len());
    let party = n >= 1 && (n == smaller || n >= 2);
    // One name alone says little: the second mention must point back, or be told of one place or day.
    let alone = n == 1 && smaller == 1 && b == Family::Encounter;
    party && (!alone || draft.definite || agrees_on_slot(earlier, draft))
}

/// Whether an earlier visit contains a meeting: the visitor's, in the place of the visit or on its day. Of several meetings the
/// first is the visit's; the others are events of their own.
fn contains(visit: &Draft, draft: &Draft) -> bool {
    let encounter = family(draft.trigger.kind) == Family::Encounter && draft.participants.len() > 1;
    family(visit.trigger.kind) == Family::Visit
        && encounter
        && visit.participants.len() == shared(visit, draft)
        && shared(visit, draft) > 0
        && compatible(visit, draft)
        && (agrees_on_slot(visit, draft) || draft.place.is_none() && draft.time.is_none())
}

fn agrees_on_slot(a: &Draft, b: &Draft) -> bool {
    let place =
        matches!((&a.place, &b.place), (Some(p), Some(q)) if p.entity.is_some() && p.entity == q.entity || p.text == q.text);
    let time = matches!((a.time, b.time), (Some(p), Some(q)) if p.value == q.value);
    place || time
}

/// "the talks" point at talks, "the meeting" at a meeting, both at either where nothing else was told.
fn pointed_at(earlier: &Draft, draft: &Draft) -> bool {
    !earlier.participants.is_empty() || earlier.trigger.kind == draft.trigger.kind
}

/// Whether no slot tells two mentions apart.
fn compatible(a: &Draft, b: &Draft) -> bool {
    let place = match (&a.place, &b.place) {
        (Some(p), Some(q)) => match (&p.entity, &q.entity) {
            (Some(x), Some(y)) => x == y,
            _ => {
                p.text == q.text
                    || p.entity.is_none() && q.entity.is_none() && p.text.contains("capital") != q.text.contains("capital")
            }
        },
        _ => true,
    };
    let interval = |d: &Draft| d.time.and_then(|t| t.interval);
    let time = match (interval(a), interval(b)) {
        (Some(x), Some(y)) => Interval::overlaps(x, y),
        _ => match (a.time, b.time) {
            (Some(x), Some(y)) => x.value == y.value || x.value.starts_with(&y.value) || y.value.starts_with(&x.value),
            _ => true,
        },
    };
    let series = a.ordinal == b.ordinal
        || a.ordinal.is_none() && b.ordinal.is_none()
        || a.ordinal.is_some() && b.ordinal.is_none() && b.definite;
    let topic = a.topic.is_none() || b.topic.is_none() || a.topic == b.topic;
    place && time && series && topic && a.anniversary == b.anniversary
}

/// What a mention that points back takes over.
fn inherit<'s>(draft: &mut Draft<'s>, from: &Draft<'s>) {
    for p in &from.participants {
        if !draft.participants.iter().any(|q| is_same(p, q)) {
            draft.participants.push(p.clone());
        }
    }
    draft.closed |= from.closed && draft.participants.len() <= from.participants.len();
    if draft.place.is_none() {
        draft.place.clone_from(&from.place);
    }
    draft.time = draft.time.or(from.time);
    if !draft.told.explicit && matches!(draft.trigger.form, Form::Noun(_)) {
        draft.told.status = from.told.status;
    }
}

/// Whether a noun without anything of its own must find its meeting in the text before.
pub(super) const fn leans(noun: MeetingNoun) -> bool {
    matches!(noun, MeetingNoun::Visit | MeetingNoun::Trip | MeetingNoun::Session)
}
