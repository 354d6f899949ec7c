//! What each noun needs around it.

use super::{Frame, ahead, behind_subject, has_subject, head, is_contest, party_at, starts_party};
use crate::claim::meetings::party::Party;
use crate::claim::meetings::scene::Scene;
use crate::claim::meetings::subject::owner;
use crate::claim::meetings::support::visitor;
use crate::claim::meetings::trigger::Trigger;
use crate::lexicon::MeetingNoun;
use crate::lexicon::vocabulary::NameType;
use crate::text::{Run, TokenKind};

/// What a noun needs.
pub(in crate::claim::meetings) fn noun_frame(scene: &Scene, t: &Trigger, noun: MeetingNoun) -> Frame {
    let words = &scene.lexicon.meetings;
    let next = scene.lower(t.run.end);
    let thing = scene.sentence.has(t.run.end) && words.not_after.has(next);
    let hyphen = next == "-" && scene.page.glued(t.run.end) || scene.before(t.token) == "-" && scene.page.glued(t.token);
    let other = words.not_before.get(&noun).is_some_and(|l| l.has(scene.before(t.token)));
    if thing
        || hyphen
        || other
        || scene.before(t.token) == "to" && !scene.lower(t.token).ends_with('s') && noun != MeetingNoun::Talks
    {
        return Frame::Other;
    }
    let meets = match noun {
        MeetingNoun::Meeting => !is_gerund(scene, t) && !is_counted(scene, t),
        MeetingNoun::Talks => !speaks(scene, t),
        MeetingNoun::Negotiations => true,
        MeetingNoun::Talk => {
            matches!(next, "with" | "between") && (scene.is_determined(t) || scene.lower(t.token).ends_with('s'))
                || scene.lower(t.token).ends_with('s') && has_party(scene, t)
        }
        MeetingNoun::Summit => !scene.says(scene.sentence, &words.peaks) && !is_top(scene, t),
        MeetingNoun::Conference => {
            scene.lower(t.run.end) != "call"
                && (matches!(next, "of" | "on" | "in" | "between" | "with" | "at") || has_party(scene, t))
        }
        MeetingNoun::Session => session(scene, t),
        MeetingNoun::Visit | MeetingNoun::Trip => return visiting(scene, t, noun),
        MeetingNoun::Call => return calling(scene, t),
        MeetingNoun::Invitation => has_party(scene, t),
    };
    if meets { Frame::Meets(None) } else { Frame::Other }
}

/// "near the summit", "stand on the summit": of a mountain, where nobody is named before it.
fn is_top(scene: &Scene, t: &Trigger) -> bool {
    let prepositions = ["near", "atop", "below"];
    scene.is_determined(t) && t.start == t.token && prepositions.contains(&scene.before(t.start - 1))
}

/// "he talks to his neighbours", "still talks as if": the verb.
fn speaks(scene: &Scene, t: &Trigger) -> bool {
    let (before, next) = (scene.before(t.token), scene.lower(t.run.end));
    let listener = next == "to" && (starts_party(scene, t.run.end + 1) || scene.is_determiner(t.run.end + 1));
    matches!(before, "he" | "she" | "it" | "who" | "also" | "still" | "often" | "never" | "always")
        && !matches!(next, "with" | "between")
        || next == "tough"
        || (listener || matches!(next, "as" | "like" | "the" | "a" | "about"))
            && behind_subject(scene, t.token)
            && (next != "about" || scene.parties().iter().any(|p| p.full.end == t.token && p.kind == Some(NameType::Person)))
}

/// "for the second time in 12 meetings": teams meet so.
fn is_counted(scene: &Scene, t: &Trigger) -> bool {
    let counted =
        (t.start.saturating_sub(1).max(scene.sentence.start)..t.token).any(|i| scene.page.kind(i) == Some(TokenKind::Number));
    scene.lower(t.token) == "meetings" && counted && !matches!(scene.lower(t.run.end), "with" | "between" | "of")
}

/// "problems meeting regulatory requirements".
fn is_gerund(scene: &Scene, t: &Trigger) -> bool {
    let at = t.run.end;
    let Some(last) = head(scene, at, t.clause.end) else { return false };
    scene.lower(t.token) == "meeting" && (at..=last).any(|k| scene.lexicon.meetings.not_met.has(scene.key(k)))
}

fn has_party(scene: &Scene, t: &Trigger) -> bool {
    scene.parties().iter().any(|p| t.clause.overlaps(p.full) && (p.is_proper() || p.is_pronoun() || p.kind.is_none()))
}

fn session(scene: &Scene, t: &Trigger) -> bool {
    let next = scene.lower(t.run.end);
    let closed = Run::new(t.start, t.token)
        .iter()
        .any(|i| matches!(scene.lower(i), "closed" | "door" | "emergency" | "special" | "joint" | "plenary"));
    let pointed = matches!(scene.before(t.token), "that" | "this");
    closed || pointed || next == "with" && starts_party(scene, t.run.end + 1)
}

fn visiting(scene: &Scene, t: &Trigger, noun: MeetingNoun) -> Frame {
    let next = scene.lower(t.run.end);
    let place = matches!(next, "to" | "of")
        && (party_at(scene, t.run.end + 1).is_some() || scene.page.tokens.get(t.run.end + 1).is_some_and(|n| n.capital));
    // "a visit to Tehran by X"
    let behind_place = || {
        let by = scene.groups_in(ahead(scene, t)).find(|g| g.preposition.is_some_and(|i| scene.lower(i) == "by"))?;
        let at = by.preposition.filter(|&i| i - t.run.end <= 5)?;
        (!scene.verbs.iter().any(|v| v.run.start > t.token && v.run.start < at)).then_some(())
    };
    let by = next == "by" && starts_party(scene, t.run.end + 1)
        || place && behind_place().is_some()
        || next == "with" && starts_party(scene, t.run.end + 1) && noun == MeetingNoun::Visit;
    let owner = owner(scene, t).is_some();
    let formal = Run::new(t.start, t.token).iter().any(|i| matches!(scene.lower(i), "state" | "official" | "working" | "day"));
    // "the visit", "no trip" point back to a visit told before: whether there is one is seen when mentions are joined.
    let pointed =
        matches!(scene.before(t.start), "the" | "that" | "this" | "no") && t.start + 1 >= t.token && noun == MeetingNoun::Visit
            || scene.before(t.token) == "no";
    if next == "to" && !place && !owner {
        return Frame::Other;
    }
    // "cancels Moscow visit", "ended a visit"
    let whither = |i: usize| party_at(scene, i).is_some_and(|p| p.run.start == i && p.kind == Some(NameType::Loc));
    let moved = has_subject(scene, t)
        && supports(scene, t)
        && (scene.before(t.start) == "a" || Run::new(t.start, t.token).iter().any(whither));
    if is_contest(scene, t) {
        return Frame::Other;
    }
    if owner
        || by
        || pointed
        || moved
        || formal && has_party(scene, t)
        || place && (has_subject(scene, t) || visitor(scene, t).is_some())
    {
        Frame::Meets(None)
    } else if place {
        Frame::NoParty
    } else {
        Frame::Other
    }
}

/// Whether the verb right before the noun's phrase has a meeting as its object.
fn supports(scene: &Scene, t: &Trigger) -> bool {
    let words = &scene.lexicon.meetings.supports;
    let article = t.start - usize::from(scene.is_determined(t));
    (article.saturating_sub(3).max(t.clause.start)..article)
        .any(|i| words.longest(scene.page.keys(Run::new(i, article))).is_some_and(|(n, _)| i + n == article))
}

fn calling(scene: &Scene, t: &Trigger) -> Frame {
    let next = scene.lower(t.run.end);
    let phone = matches!(scene.before(t.token), "phone" | "telephone" | "video");
    let single = matches!(scene.lower(t.token), "call" | "conversation");
    let from_place = next == "from" && party_at(scene, t.run.end + 1).is_some_and(Party::is_place);
    let with = matches!(next, "with" | "between" | "from") && starts_party(scene, t.run.end + 1) && !from_place;
    let talk = scene.lower(t.token).starts_with("conversation");
    if phone && (single && has_party(scene, t) && !matches!(next, "seeking" | "for" | "requesting") || with)
        || with && single && !talk && scene.is_determined(t)
    {
        Frame::Meets(None)
    } else {
        Frame::Other
    }
}
