//! What each verb needs around it.

use super::{Frame, ahead, has_subject, head, is_contest, object_start, party_at, starts_party};
use crate::claim::meetings::group::Group;
use crate::claim::meetings::party::Party;
use crate::claim::meetings::scene::Scene;
use crate::claim::meetings::subject::subject;
use crate::claim::meetings::trigger::Trigger;
use crate::lexicon::vocabulary::{MeetingKind, NameType};
use crate::lexicon::{MeetingNoun, MeetingVerb};
use crate::read::clause::Tense;
use crate::text::{Run, TokenKind};

/// What a verb needs.
pub(in crate::claim::meetings) fn verb_frame(scene: &Scene, t: &Trigger, verb: MeetingVerb) -> Frame {
    match verb {
        MeetingVerb::Meet => meet(scene, t),
        MeetingVerb::Confer | MeetingVerb::Discuss => exchange(scene, t, verb),
        MeetingVerb::Host | MeetingVerb::Receive => host(scene, t, verb),
        MeetingVerb::Visit => visit(scene, t),
        MeetingVerb::Travel => travel(scene, t),
        MeetingVerb::Phone | MeetingVerb::Speak => phone(scene, t, verb),
        MeetingVerb::Invite => invite(scene, t),
        MeetingVerb::Sign => sign(scene, t),
    }
}

fn meet(scene: &Scene, t: &Trigger) -> Frame {
    let at = object_start(scene, t.run.end, t.clause.end);
    let follows = t.start == scene.sentence.start && t.verb.and_then(|v| subject(scene, &v)).is_some();
    let subject = has_subject(scene, t) || follows;
    let next = scene.lower(at);
    if t.verb.is_some_and(|v| v.passive)
        || is_contest(scene, t)
        || scene.says_other(ahead(scene, t), &scene.lexicon.meetings.romances)
    {
        return Frame::Other;
    }
    if at < t.clause.end && next == "with" {
        return companion(scene, at + 1, t.clause.end);
    }
    let ends = at >= t.clause.end || !matches!(scene.page.kind(at), Some(TokenKind::Word | TokenKind::Number | TokenKind::Mark));
    let date = scene.story.dates_in(Run::new(at, scene.sentence.end)).next().is_some_and(|d| d.run.start == at);
    let clause = &scene.lexicon.clause;
    if ends
        || date
        || scene.is_preposition(at)
        || clause.subordinators.has(next)
        || clause.relatives.has(next)
        || next == "and" && scene.lower(t.start) != "to"
    {
        return if subject { Frame::Meets(None) } else { Frame::Other };
    }
    if t.run.len() > 1 {
        return Frame::Other;
    }
    companion(scene, at, t.clause.end)
}

/// Whether the noun phrase at `i` is somebody.
fn companion(scene: &Scene, i: usize, end: usize) -> Frame {
    let Some(last) = head(scene, i, end) else { return Frame::Other };
    let words = &scene.lexicon.meetings;
    // "will meet him again"
    if matches!(scene.lower(i), "him" | "them" | "us" | "me" | "whom") {
        return Frame::Meets(None);
    }
    if (i..=last).any(|k| words.not_met.has(scene.key(k))) {
        return Frame::Other;
    }
    // "met stiff opposition", but "met the opposition"
    if scene.lower(last) == "opposition" && !scene.is_determiner(i) {
        return Frame::Other;
    }
    let inside = Run::new(i, last + 1);
    let somebody = scene.parties().iter().any(|p| {
        let named = p.kind.is_some() && !p.is_possessive(scene) && !p.is_pronoun();
        inside.overlaps(p.full) && (p.run.end > last || p.full.end > last || named)
    });
    let capital = scene.page.tokens[last].capital && scene.page.kind(last) == Some(TokenKind::Word);
    if somebody
        || capital
        || matches!(scene.lower(last), "him" | "her" | "them" | "us" | "me" | "who" | "whom" | "other" | "counterpart")
    {
        Frame::Meets(None)
    } else {
        Frame::Other
    }
}

fn exchange(scene: &Scene, t: &Trigger, verb: MeetingVerb) -> Frame {
    if t.verb.is_some_and(|v| v.passive || v.dependent && verb == MeetingVerb::Discuss)
        || scene.lower(t.token).ends_with("ing") && verb == MeetingVerb::Confer
    {
        return Frame::Other;
    }
    let with = (t.run.end..t.clause.end).find(|&i| scene.lower(i) == "with");
    let company = with.is_some_and(|w| w - t.run.end < 20 && matches!(companion(scene, w + 1, t.clause.end), Frame::Meets(_)));
    let several = scene.groups().iter().rfind(|g| g.run.end <= t.start).is_some_and(|g| {
        let near = t.start - g.run.end <= 1;
        near && (g.members.len() > 1
            || scene.parties()[g.members.clone()].iter().any(|p| p.plural && !p.is_pronoun() && verb == MeetingVerb::Confer))
    });
    if company || several { Frame::Meets(None) } else { Frame::Other }
}

fn host(scene: &Scene, t: &Trigger, verb: MeetingVerb) -> Frame {
    if !has_subject(scene, t) || is_contest(scene, t) {
        return Frame::Other;
    }
    let at = object_start(scene, t.run.end, t.clause.end);
    if t.verb.is_some_and(|v| v.passive) {
        return received(scene, t);
    }
    let Some(last) = head(scene, at, t.clause.end) else { return Frame::Other };
    if verb == MeetingVerb::Host
        && let Some(kind) =
            (at..t.clause.end.min(at + 9)).find_map(|k| scene.lexicon.meetings.nouns.get(scene.key(k)).and_then(|n| hosted(*n)))
    {
        return Frame::Meets(Some(kind));
    }
    let guest = party_at(scene, at).filter(|p| !p.is_possessive(scene));
    match guest {
        Some(p) if p.kind == Some(NameType::Person) && !p.is_pronoun() => Frame::Meets(None),
        Some(p) if verb == MeetingVerb::Host && p.kind.is_none() && p.run.end > last && !scene.page.tokens[last].capital => {
            Frame::Meets(None)
        }
        _ => Frame::Other,
    }
}

/// "was received by X": by somebody, not by applause.
fn received(scene: &Scene, t: &Trigger) -> Frame {
    let host = |g: &&Group| {
        let by = g.preposition.is_some_and(|i| scene.lower(i) == "by" && i >= t.run.end);
        by && scene.parties()[g.members.clone()].iter().all(|p| p.is_proper() && p.kind == Some(NameType::Person))
    };
    let guest =
        t.verb.and_then(|v| subject(scene, &v)).is_some_and(|g| scene.parties()[g.members.clone()].iter().all(Party::is_proper));
    if guest && scene.groups_in(ahead(scene, t)).any(|g| host(&g)) { Frame::Meets(None) } else { Frame::Other }
}

const fn hosted(noun: MeetingNoun) -> Option<MeetingKind> {
    match noun {
        MeetingNoun::Meeting => Some(MeetingKind::Meet),
        MeetingNoun::Talks | MeetingNoun::Negotiations => Some(MeetingKind::Talks),
        MeetingNoun::Summit => Some(MeetingKind::Summit),
        MeetingNoun::Conference => Some(MeetingKind::Conference),
        _ => None,
    }
}

fn visit(scene: &Scene, t: &Trigger) -> Frame {
    let seen = |p: &Party| p.kind.is_none() && scene.lexicon.meetings.crowds.has(scene.key(p.run.end - 1));
    let crowd = scene.parties().iter().any(|p| p.run.end == t.start && seen(p));
    if t.verb.is_some_and(|v| v.passive) || crowd || is_contest(scene, t) {
        return Frame::Other;
    }
    let at = object_start(scene, t.run.end, t.clause.end);
    let Some(last) = head(scene, at, t.clause.end) else { return Frame::Other };
    let named = scene.parties().iter().any(|p| p.is_proper() && Run::new(at, last + 1).overlaps(p.run))
        || scene.page.tokens[last].capital;
    let capital = scene.lexicon.meetings.capitals.has(scene.key(last));
    if !(named || capital) {
        return Frame::Other;
    }
    if has_subject(scene, t) { Frame::Meets(None) } else { Frame::NoParty }
}

fn travel(scene: &Scene, t: &Trigger) -> Frame {
    let words = &scene.lexicon.meetings;
    let near = Run::new(t.run.end, scene.sentence.end.min(t.run.end + 8));
    let place = near.iter().any(|i| {
        matches!(scene.lower(i), "in" | "to" | "for")
            && (party_at(scene, i + 1).is_some_and(|p| p.kind == Some(NameType::Loc))
                || scene.page.tokens.get(i + 1).is_some_and(|n| n.capital))
    });
    let purpose = Run::new(t.run.end, scene.sentence.end).iter().any(|i| words.purposes.has(scene.key(i)));
    let person = scene.parties().iter().any(|p| p.full.end <= t.start && (p.kind == Some(NameType::Person) || p.kind.is_none()));
    // Who goes home or back visits nobody.
    let back = matches!(scene.lower(t.run.end), "home" | "back");
    let told = t.verb.is_some_and(|v| v.tense != Tense::None) && !back;
    let officer = || {
        let named = near.iter().any(|i| {
            matches!(scene.lower(i), "in" | "to" | "for") && party_at(scene, i + 1).is_some_and(|p| p.kind == Some(NameType::Loc))
        });
        let group = t.verb.and_then(|v| subject(scene, &v));
        named && group.is_some_and(|g| scene.parties()[g.members.clone()].iter().all(|p| holds_office(scene, p)))
    };
    if place && (purpose && person || told && officer()) { Frame::Meets(None) } else { Frame::Other }
}

/// Whether the article gives somebody an office: where a minister flies there is somebody to meet.
fn holds_office(scene: &Scene, p: &Party) -> bool {
    let office = |role: &str| {
        let head = role.split(" of ").next().unwrap_or(role).rsplit(' ').next().unwrap_or(role).to_lowercase();
        scene.lexicon.meetings.parties.has(head.as_str())
    };
    let apposed = p.full.iter().any(|i| !p.run.has(i) && scene.lexicon.meetings.parties.has(scene.key(i)));
    p.kind == Some(NameType::Person) && apposed
        || p.kind == Some(NameType::Person)
            && p.entity.is_some()
            && scene.story.names().iter().any(|n| n.entity == p.entity && n.role.as_deref().is_some_and(office))
}

fn phone(scene: &Scene, t: &Trigger, verb: MeetingVerb) -> Frame {
    let at = object_start(scene, t.run.end, t.clause.end);
    if verb == MeetingVerb::Phone {
        let head = head(scene, at, t.clause.end);
        let help = head.is_some_and(|i| scene.lexicon.meetings.not_phoned.has(scene.key(i)));
        return if !help && party_at(scene, at).is_some_and(|p| p.kind != Some(NameType::Loc)) {
            Frame::Meets(None)
        } else {
            Frame::Other
        };
    }
    let phone = Run::new(t.run.end, t.clause.end)
        .iter()
        .any(|i| scene.lexicon.meetings.phone.longest(scene.page.keys(Run::new(i, t.clause.end))).is_some());
    let other = (t.run.end..t.clause.end).any(|i| matches!(scene.lower(i), "with" | "to") && starts_party(scene, i + 1));
    let several = scene.groups().iter().any(|g| g.run.end <= t.start && g.members.len() > 1);
    if phone && (other || several) { Frame::Meets(None) } else { Frame::Other }
}

fn invite(scene: &Scene, t: &Trigger) -> Frame {
    let words = &scene.lexicon.meetings;
    if t.verb.is_some_and(|v| v.passive) {
        let host = scene.parties().iter().any(|p| p.full.end <= t.start && (p.is_proper() || p.is_pronoun()));
        let goal =
            (t.run.end..t.clause.end).any(|i| scene.lower(i) == "to" || scene.lower(i) == "by" && starts_party(scene, i + 1));
        let named = || {
            t.verb
                .and_then(|v| subject(scene, &v))
                .is_some_and(|g| scene.parties()[g.members.clone()].iter().all(Party::is_proper))
        };
        let last = t.run.end >= t.clause.end || scene.page.kind(t.run.end) != Some(TokenKind::Word);
        return if host && goal || last && named() { Frame::Meets(None) } else { Frame::Other };
    }
    let at = object_start(scene, t.run.end, t.clause.end);
    let Some(last) = head(scene, at, t.clause.end) else { return Frame::Other };
    if (at..=last).any(|k| words.not_invited.has(scene.key(k))) {
        return Frame::Other;
    }
    let guest = scene.parties().iter().find(|p| Run::new(at, last + 1).overlaps(p.full)).filter(|p| !p.is_possessive(scene));
    let goal = (last + 1..t.clause.end).any(|i| matches!(scene.lower(i), "to" | "for"));
    match guest {
        Some(p) if p.is_proper() && p.kind.is_some() => Frame::Meets(None),
        Some(_) if goal => Frame::Meets(None),
        Some(p) if p.kind.is_none() && p.run.end > last && is_power(scene, t) => Frame::Meets(None),
        None if scene.page.tokens[last].capital => Frame::Meets(None),
        _ => Frame::Other,
    }
}

/// Whether a state is the subject: whom it invites, it means to meet.
fn is_power(scene: &Scene, t: &Trigger) -> bool {
    t.verb
        .and_then(|v| subject(scene, &v))
        .is_some_and(|g| scene.parties()[g.members.clone()].iter().all(|p| p.is_proper() && p.kind == Some(NameType::Loc)))
}

fn sign(scene: &Scene, t: &Trigger) -> Frame {
    if t.verb.is_some_and(|v| v.passive) {
        let what = Run::new(t.clause.start, t.start).iter().any(|i| scene.lexicon.meetings.signed.has(scene.key(i)));
        let by = |g: &Group| {
            g.preposition.is_some_and(|i| scene.lower(i) == "by")
                && g.members.len() > 1
                && scene.parties()[g.members.start].is_proper()
        };
        return if what && scene.groups_in(ahead(scene, t)).any(by) { Frame::Meets(None) } else { Frame::Other };
    }
    let at = object_start(scene, t.run.end, t.clause.end);
    let words = &scene.lexicon.meetings;
    let Some(last) = head(scene, at, t.clause.end) else { return Frame::Other };
    if !words.signed.has(scene.key(last)) {
        return Frame::Other;
    }
    let with = (last..t.clause.end).any(|i| scene.lower(i) == "with" && party_at(scene, i + 1).is_some_and(Party::is_proper));
    let several = scene.groups().iter().any(|g| g.run.end <= t.start && t.start - g.run.end <= 2 && g.members.len() > 1);
    if with || several { Frame::Meets(None) } else { Frame::Other }
}
