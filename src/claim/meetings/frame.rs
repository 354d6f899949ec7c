//! What stands beside a trigger, and whether that makes a meeting of it.

use super::group::Group;
use super::party::Party;
use super::scene::Scene;
use super::subject::{owner, subject};
use super::support::visitor;
use super::trigger::Trigger;
use crate::lexicon::vocabulary::{MeetingKind, NameType};
use crate::lexicon::{MeetingNoun, MeetingVerb};
use crate::read::clause::Tense;
use crate::text::{Run, TokenKind};

/// What a candidate's surroundings make of it.
pub(super) enum Frame {
    /// A meeting, of another kind than the trigger's own where one is given.
    Meets(Option<MeetingKind>),
    /// A meeting by its form, but without anybody.
    NoParty,
    /// Something else.
    Other,
}

/// "after meeting Kerry", "were meeting": a verb's form in -ing, not a noun.
pub(super) fn is_participle(scene: &Scene, i: usize, governed: bool) -> bool {
    if scene.lower(i) != "meeting" {
        return governed
            || i == scene.sentence.start
            || scene.is_preposition(i - 1)
            || matches!(scene.before(i), "," | "and")
            || ends_party(scene, i);
    }
    let object =
        scene.lower(i + 1) == "with" || starts_party(scene, i + 1) || scene.lexicon.meetings.between.has(scene.key(i + 1));
    let people = scene.parties.iter().any(|p| p.full.end == i && !p.is_proper() && p.plural);
    // "Meeting in Zagreb on Wednesday, X and Y agreed"
    let opens = i == scene.sentence.start && matches!(scene.lower(i + 1), "in" | "at" | "on" | "near") && {
        let comma = scene.sentence.iter().find(|&k| scene.lower(k) == ",");
        comma.is_some_and(|k| starts_party(scene, k + 1) && !scene.verbs.iter().any(|v| v.run.end <= k && v.verb != i))
    };
    // "denied meeting X", "ruled out meeting X"
    let verb = |end: usize| scene.verbs.iter().any(|v| v.run.end == end);
    let behind_verb = verb(i) || matches!(scene.before(i), "out" | "off") && verb(i - 1);
    governed
        || opens
        || object && behind_verb
        || object && (i == scene.sentence.start || scene.is_preposition(i - 1) || matches!(scene.before(i), "," | "and"))
        || people && scene.is_preposition(i + 1)
}

/// Whether a party or a pronoun ends right before `i`, adverbs between them.
pub(super) fn behind_subject(scene: &Scene, i: usize) -> bool {
    let mut at = i;
    while at > scene.sentence.start && scene.lexicon.clause.adverbs.has(scene.key(at - 1)) {
        at -= 1;
    }
    // "Britain's prime minister, David Cameron, arrives"
    let noun = scene.lexicon.meetings.nouns.get(scene.key(i)).is_some();
    let apposed = at > scene.sentence.start && scene.lower(at - 1) == "," && !noun && ends_party(scene, at - 1);
    ends_party(scene, at)
        || apposed
        || at > scene.sentence.start
            && (matches!(scene.lower(at - 1), "he" | "she" | "they" | "we" | "i" | "who" | "two" | "three")
                || scene.page.tokens[at - 1].capital && scene.page.kind(at - 1) == Some(TokenKind::Word))
}

/// "visits to Paris", "visits by": the noun.
pub(super) fn before_noun_complement(scene: &Scene, i: usize) -> bool {
    matches!(scene.lower(i + 1), "to" | "by" | "with" | "between" | "of")
}

fn ends_party(scene: &Scene, i: usize) -> bool {
    scene.parties.iter().any(|p| p.full.end == i || p.run.end == i)
}

/// The party that begins at `i`, determiners skipped.
fn party_at<'a>(scene: &'a Scene, i: usize) -> Option<&'a Party> {
    let mut at = i;
    while at < scene.sentence.end && at < i + 3 && scene.is_determiner(at) {
        at += 1;
    }
    scene.parties.iter().find(|p| p.full.start == at || p.run.start == at)
}

fn starts_party(scene: &Scene, i: usize) -> bool {
    i < scene.sentence.end && party_at(scene, i).is_some()
}

/// The token where a verb's object begins: behind adverbs.
pub(super) fn object_start(scene: &Scene, from: usize, end: usize) -> usize {
    let words = scene.lexicon;
    // "met one-on-one with"
    let closed = words.meetings.closed.longest(scene.page.keys(Run::new(from, end))).filter(|_| scene.lower(from) != "the");
    let from = closed.map_or(from, |(n, _)| from + n);
    (from..end)
        .find(|&i| {
            !words.meetings.between.has(scene.key(i)) && !words.clause.adverbs.has(scene.key(i))
                || matches!(scene.lower(i), "both" | "last")
        })
        .unwrap_or(end)
}

/// The last word of the noun phrase that begins at `i`.
fn head(scene: &Scene, i: usize, end: usize) -> Option<usize> {
    let stops = |k: usize| {
        let kind = scene.page.kind(k);
        let word = scene.lower(k);
        scene.is_preposition(k) && word != "of"
            || !matches!(kind, Some(TokenKind::Word | TokenKind::Number | TokenKind::Clitic | TokenKind::Mark)) && word != "-"
            || scene.lexicon.clause.relatives.has(word)
            || matches!(word, "and" | "or" | "but" | "of")
            || scene.story.dates_in(Run::new(k, end)).next().is_some_and(|d| d.run.start == k)
    };
    (i..end).take_while(|&k| !stops(k)).last()
}

/// What a verb needs.
pub(super) fn verb_frame(scene: &Scene, t: &Trigger, verb: MeetingVerb) -> Frame {
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
    if t.verb.is_some_and(|v| v.passive) || is_contest(scene, t) || scene.says(ahead(scene, t), &scene.lexicon.meetings.romances)
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

/// The words of its clause behind a trigger.
fn ahead(scene: &Scene, t: &Trigger) -> Run {
    Run::new(t.run.end, t.clause.end.min(scene.sentence.end))
}

/// "met Juventus in the final": who meets there plays.
fn is_contest(scene: &Scene, t: &Trigger) -> bool {
    let club = |p: &&Party| p.text.as_deref().is_some_and(|name| scene.lexicon.names.clubs.contains(name));
    let near =
        |p: &&Party| p.full.end == t.start || p.full.end == t.token || p.full.start >= t.run.end && p.full.start <= t.run.end + 2;
    scene.says(ahead(scene, t), &scene.lexicon.meetings.contests) || scene.parties.iter().filter(near).any(|p| club(&p))
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
    let somebody = scene.parties.iter().any(|p| {
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

/// Whether anybody is there to be the subject: a party or a capital before the trigger, in this clause or the one before.
fn has_subject(scene: &Scene, t: &Trigger) -> bool {
    let left = Run::new(scene.sentence.start, t.start);
    scene.parties.iter().any(|p| p.full.end <= t.start && (!p.is_place() || p.government))
        || left.iter().any(|i| matches!(scene.lower(i), "he" | "she" | "they" | "two" | "three"))
        || left.iter().skip(1).any(|i| scene.page.tokens[i].capital && !scene.parties.iter().any(|p| p.run.has(i)))
}

fn exchange(scene: &Scene, t: &Trigger, verb: MeetingVerb) -> Frame {
    if t.verb.is_some_and(|v| v.passive || v.dependent && verb == MeetingVerb::Discuss)
        || scene.lower(t.token).ends_with("ing") && verb == MeetingVerb::Confer
    {
        return Frame::Other;
    }
    let with = (t.run.end..t.clause.end).find(|&i| scene.lower(i) == "with");
    let company = with.is_some_and(|w| w - t.run.end < 20 && matches!(companion(scene, w + 1, t.clause.end), Frame::Meets(_)));
    let several = scene.groups.iter().rfind(|g| g.run.end <= t.start).is_some_and(|g| {
        let near = t.start - g.run.end <= 1;
        near && (g.members.len() > 1
            || scene.parties[g.members.clone()].iter().any(|p| p.plural && !p.is_pronoun() && verb == MeetingVerb::Confer))
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
        by && scene.parties[g.members.clone()].iter().all(|p| p.is_proper() && p.kind == Some(NameType::Person))
    };
    let guest =
        t.verb.and_then(|v| subject(scene, &v)).is_some_and(|g| scene.parties[g.members.clone()].iter().all(Party::is_proper));
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
    let crowd = scene.parties.iter().any(|p| p.run.end == t.start && seen(p));
    if t.verb.is_some_and(|v| v.passive) || crowd || is_contest(scene, t) {
        return Frame::Other;
    }
    let at = object_start(scene, t.run.end, t.clause.end);
    let Some(last) = head(scene, at, t.clause.end) else { return Frame::Other };
    let named =
        scene.parties.iter().any(|p| p.is_proper() && Run::new(at, last + 1).overlaps(p.run)) || scene.page.tokens[last].capital;
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
    let person = scene.parties.iter().any(|p| p.full.end <= t.start && (p.kind == Some(NameType::Person) || p.kind.is_none()));
    // Who goes home or back visits nobody.
    let back = matches!(scene.lower(t.run.end), "home" | "back");
    let told = t.verb.is_some_and(|v| v.tense != Tense::None) && !back;
    let officer = || {
        let named = near.iter().any(|i| {
            matches!(scene.lower(i), "in" | "to" | "for") && party_at(scene, i + 1).is_some_and(|p| p.kind == Some(NameType::Loc))
        });
        let group = t.verb.and_then(|v| subject(scene, &v));
        named && group.is_some_and(|g| scene.parties[g.members.clone()].iter().all(|p| holds_office(scene, p)))
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
            && scene.story.names.iter().any(|n| n.entity == p.entity && n.role.as_deref().is_some_and(office))
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
    let several = scene.groups.iter().any(|g| g.run.end <= t.start && g.members.len() > 1);
    if phone && (other || several) { Frame::Meets(None) } else { Frame::Other }
}

fn invite(scene: &Scene, t: &Trigger) -> Frame {
    let words = &scene.lexicon.meetings;
    if t.verb.is_some_and(|v| v.passive) {
        let host = scene.parties.iter().any(|p| p.full.end <= t.start && (p.is_proper() || p.is_pronoun()));
        let goal =
            (t.run.end..t.clause.end).any(|i| scene.lower(i) == "to" || scene.lower(i) == "by" && starts_party(scene, i + 1));
        let named = || {
            t.verb.and_then(|v| subject(scene, &v)).is_some_and(|g| scene.parties[g.members.clone()].iter().all(Party::is_proper))
        };
        let last = t.run.end >= t.clause.end || scene.page.kind(t.run.end) != Some(TokenKind::Word);
        return if host && goal || last && named() { Frame::Meets(None) } else { Frame::Other };
    }
    let at = object_start(scene, t.run.end, t.clause.end);
    let Some(last) = head(scene, at, t.clause.end) else { return Frame::Other };
    if (at..=last).any(|k| words.not_invited.has(scene.key(k))) {
        return Frame::Other;
    }
    let guest = scene.parties.iter().find(|p| Run::new(at, last + 1).overlaps(p.full)).filter(|p| !p.is_possessive(scene));
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
        .is_some_and(|g| scene.parties[g.members.clone()].iter().all(|p| p.is_proper() && p.kind == Some(NameType::Loc)))
}

fn sign(scene: &Scene, t: &Trigger) -> Frame {
    if t.verb.is_some_and(|v| v.passive) {
        let what = Run::new(t.clause.start, t.start).iter().any(|i| scene.lexicon.meetings.signed.has(scene.key(i)));
        let by = |g: &Group| {
            g.preposition.is_some_and(|i| scene.lower(i) == "by")
                && g.members.len() > 1
                && scene.parties[g.members.start].is_proper()
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
    let several = scene.groups.iter().any(|g| g.run.end <= t.start && t.start - g.run.end <= 2 && g.members.len() > 1);
    if with || several { Frame::Meets(None) } else { Frame::Other }
}

/// What a noun needs.
pub(super) fn noun_frame(scene: &Scene, t: &Trigger, noun: MeetingNoun) -> Frame {
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
            && (next != "about" || scene.parties.iter().any(|p| p.full.end == t.token && p.kind == Some(NameType::Person)))
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
    scene.parties.iter().any(|p| t.clause.overlaps(p.full) && (p.is_proper() || p.is_pronoun() || p.kind.is_none()))
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
