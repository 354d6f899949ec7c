//! Where and when, as the trigger's own clause tells.

use super::frame::object_start;
use super::party::Party;
use super::scene::Scene;
use super::subject::subject;
use super::support::is_addressed;
use super::trigger::{Form, Trigger};
use crate::lexicon::kinds::MEETING;
use crate::lexicon::vocabulary::{NameType, TimexType};
use crate::lexicon::{MeetingNoun, MeetingVerb, VerbForm};
use crate::story::Date;
use crate::text::Run;

/// Where a meeting is.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// The string of the fullest mention.
    pub(super) text: String,
    /// The canonical id.
    pub(super) entity: Option<String>,
    /// Its tokens.
    pub(super) run: Run,
}

/// Where the meeting is.
pub(super) fn place(scene: &Scene, t: &Trigger) -> Option<Place> {
    let visit = matches!(
        t.form,
        Form::Verb(MeetingVerb::Visit | MeetingVerb::Travel | MeetingVerb::Invite)
            | Form::Noun(MeetingNoun::Visit | MeetingNoun::Trip | MeetingNoun::Invitation)
    );
    object(scene, t)
        .or_else(|| right(scene, t, visit))
        .or_else(|| modifier(scene, t))
        .or_else(|| host(scene, t))
        .or_else(|| left(scene, t))
        .or_else(|| where_clause(scene, t))
        .or_else(|| shared_visit(scene, t))
        .map(|p| Place { entity: p.entity.map(|e| scene.lexicon.names.ground(&p.text, e)), ..p })
}

fn of_party(p: &Party) -> Option<Place> {
    Some(Place { text: p.text.as_deref()?.to_owned(), entity: p.entity.as_deref().map(str::to_owned), run: p.full })
}

fn is_location(p: &Party) -> bool {
    p.kind == Some(NameType::Loc) && p.is_proper()
}

/// "the Elysee Palace": a house that is read as its master.
fn is_venue(scene: &Scene, p: &Party) -> bool {
    p.is_proper() && p.kind == Some(NameType::Org) && scene.lexicon.meetings.venues.has(scene.key(p.run.end - 1))
}

/// "visits Baghdad", "visiting the French capital".
fn object(scene: &Scene, t: &Trigger) -> Option<Place> {
    if !matches!(t.form, Form::Verb(MeetingVerb::Visit)) {
        return None;
    }
    let at = object_start(scene, t.run.end, t.clause.end);
    at_token(scene, at, t.clause.end)
}

/// The place that a phrase beginning at `i` names.
fn at_token(scene: &Scene, i: usize, end: usize) -> Option<Place> {
    let from = (i..end.min(i + 3)).find(|&k| !scene.is_determiner(k))?;
    let party =
        scene.parties().iter().find(|p| (is_location(p) || is_venue(scene, p)) && (p.run.start == from || p.full.start == from));
    let capital = (from..end.min(from + 3)).find(|&k| scene.lexicon.meetings.capitals.has(scene.key(k)));
    if let Some(head) = capital {
        // "the Saudi capital, Riyadh" is Riyadh.
        let apposed = scene
            .parties()
            .iter()
            .find(|p| is_location(p) && (p.run.start == head + 1 || p.run.start == head + 2 && scene.lower(head + 1) == ","));
        let run = Run::new(from, head + 1);
        return apposed.and_then(of_party).or_else(|| Some(Place { text: scene.page.text(run).to_owned(), entity: None, run }));
    }
    if let Some(p) = party {
        return if matches!(scene.lower(p.run.end), "'s" | "’s") {
            None
        } else if is_venue(scene, p) {
            Some(Place { text: scene.page.text(p.run).to_owned(), entity: None, run: p.full })
        } else {
            of_party(p)
        };
    }
    // "at his Kennebunkport home": a place inside the phrase.
    let near = Run::new(from, end.min(from + 3));
    scene
        .parties()
        .iter()
        .find(|p| {
            is_location(p)
                && !p.is_possessive(scene)
                && near.contains(p.run)
                && (from..p.run.start)
                    .all(|k| scene.page.kind(k) == Some(crate::text::TokenKind::Word) && !scene.is_preposition(k))
        })
        .and_then(of_party)
}

/// "the Geneva talks", "their Doha meeting".
fn modifier(scene: &Scene, t: &Trigger) -> Option<Place> {
    let Form::Noun(noun) = t.form else { return None };
    if is_addressed(scene, t) {
        return None;
    }
    // "Yemen peace talks" are of a country, and may be anywhere.
    let talks = matches!(noun, MeetingNoun::Talks | MeetingNoun::Talk | MeetingNoun::Negotiations);
    let country = |p: &Party| talks && p.entity.as_deref().is_some_and(|e| !e.contains('/'));
    let phrase = Run::new(t.start, t.token);
    scene
        .parties()
        .iter()
        .filter(|p| is_location(p) && phrase.contains(p.run) && !country(p))
        .find(|p| {
            scene.lower(p.run.end) != "-" && scene.before(p.run.start) != "-" && !matches!(scene.lower(p.run.end), "'s" | "’s")
        })
        .and_then(of_party)
}

/// "in Geneva" behind the trigger; for visits also "to Qatar".
fn right(scene: &Scene, t: &Trigger, visit: bool) -> Option<Place> {
    let words = &scene.lexicon.meetings;
    // What somebody discusses is in a place, not the discussion.
    let end = if t.form == Form::Verb(MeetingVerb::Discuss) { t.run.end } else { own_end(scene, t) };
    let found = (t.run.end..end).find_map(|i| {
        let word = scene.lower(i);
        let aside = word == "to" && matches!(words.nouns.get(scene.before(i)), Some(MeetingNoun::Visit | MeetingNoun::Trip));
        let goes = aside || visit && matches!(word, "to" | "visit" | "for") || words.place_prepositions.has(word);
        goes.then(|| at_token(scene, i + 1, t.clause.end)).flatten()
    });
    found.or_else(|| {
        // "to visit Moscow August 12-13" behind an invitation stands behind another verb.
        let invite = matches!(t.form, Form::Verb(MeetingVerb::Invite));
        (t.run.end..t.clause.end)
            .filter(|_| invite)
            .find_map(|i| (scene.lower(i) == "visit").then(|| at_token(scene, i + 1, t.clause.end)).flatten())
    })
}

/// "Moscow hosted talks", "Geneva-hosted".
fn host(scene: &Scene, t: &Trigger) -> Option<Place> {
    let hosts = |v: usize| scene.lexicon.meetings.verbs.get(scene.key(v)) == Some(&MeetingVerb::Host);
    let group = match (t.form, t.verb) {
        (Form::Verb(MeetingVerb::Host), Some(v)) => subject(scene, &v),
        (Form::Noun(_), _) => scene.verb_before(t.start, t.clause).filter(|v| hosts(v.verb)).and_then(|v| subject(scene, v)),
        _ => None,
    }?;
    scene.parties()[group.members.clone()].iter().find(|p| p.kind == Some(NameType::Loc) && p.is_proper()).and_then(of_party)
}

/// "In Geneva, Kerry met Lavrov".
fn left(scene: &Scene, t: &Trigger) -> Option<Place> {
    let first = t.clause.start;
    // "On Wednesday in Berlin, X met Y": dates may stand before it.
    let comma = (first..t.start).find(|&i| scene.lower(i) == ",").unwrap_or(t.start);
    let when = |d: &&Date| matches!(d.kind, TimexType::Date | TimexType::Time);
    let dated =
        |i: usize| scene.story.dates_in(Run::new(first, comma)).filter(when).any(|d| d.run.has(i)) || scene.is_preposition(i);
    let at =
        (first..comma).find(|&i| !dated(i) || scene.lexicon.meetings.place_prepositions.has(scene.key(i)) && !dated(i + 1))?;
    let opens = scene.lexicon.meetings.place_prepositions.has(scene.key(at));
    opens.then(|| at_token(scene, at + 1, t.start)).flatten()
}

/// "Moscow, where he will meet Putin".
fn where_clause(scene: &Scene, t: &Trigger) -> Option<Place> {
    (scene.lower(t.clause.start) == "where" && t.clause.start > scene.sentence.start)
        .then(|| scene.parties().iter().rfind(|p| p.run.end <= t.clause.start && is_location(p)))
        .flatten()
        .and_then(of_party)
}

/// "visited Moscow on May 12 and met Putin": one subject, one place.
fn shared_visit(scene: &Scene, t: &Trigger) -> Option<Place> {
    let earlier = shared_verb(scene, t)?;
    at_token(scene, earlier + 1, t.start).or_else(|| {
        let arrival = (earlier + 1..t.start).find(|&i| matches!(scene.lower(i), "in" | "to"))?;
        at_token(scene, arrival + 1, t.start)
    })
}

/// The visit whose subject a verb shares: "visited Moscow and met".
fn shared_verb(scene: &Scene, t: &Trigger) -> Option<usize> {
    let Form::Verb(MeetingVerb::Meet | MeetingVerb::Confer | MeetingVerb::Discuss) = t.form else { return None };
    if scene.before(t.start) != "and" && !matches!(scene.lower(t.start), "to" | "and") {
        return None;
    }
    let verb = scene.verb_before(t.start, t.clause)?;
    matches!(scene.lexicon.meetings.verbs.get(scene.key(verb.verb)), Some(MeetingVerb::Visit | MeetingVerb::Travel))
        .then_some(verb.verb)
}

/// When the meeting is.
pub(super) fn time<'a>(scene: &'a Scene, t: &Trigger) -> Option<&'a Date> {
    let spoken = |d: &Date| scene.attributions().iter().any(|a| a.day.is_some_and(|day| day.overlaps(d.run)));
    let dates: Vec<&Date> = scene
        .story
        .dates_in(scene.sentence)
        .filter(|d| t.clause.overlaps(d.run) && matches!(d.kind, TimexType::Date | TimexType::Time))
        // "the first since January": the day of another.
        .filter(|d| !d.value.ends_with("_REF") && scene.before(d.run.start) != "since")
        .collect();
    let own = dates.iter().find(|d| {
        Run::new(t.start, t.token).overlaps(d.run)
            || d.run.end + 1 == t.start && matches!(scene.before(t.start), "'s" | "’s" | "'" | "’")
            || d.run.end == t.start && scene.lower(t.start) != "and"
    });
    if let Some(d) = own {
        return Some(d);
    }
    let stop = own_end(scene, t);
    let after = dates.iter().find(|d| d.run.start >= t.run.end && d.run.start < stop && !spoken(d));
    let before = || {
        let open =
            scene.verb_before(t.start, t.clause).is_none() && !scene.attributions().iter().any(|a| t.clause.contains(a.cue));
        let shared = shared_verb(scene, t);
        dates.iter().rfind(|d| {
            d.run.end <= t.start
                && !spoken(d)
                && (open || shared.is_some_and(|v| d.run.start > v) || follows_verb_left(scene, t, d))
        })
    };
    after.or_else(before).copied()
}

/// "On Monday he held talks": a date before the verb whose object the noun is.
fn follows_verb_left(scene: &Scene, t: &Trigger, d: &Date) -> bool {
    let Form::Noun(_) = t.form else { return false };
    scene.verb_before(t.start, t.clause).is_some_and(|v| {
        let held = scene.lexicon.meetings.supports.longest(scene.page.keys(Run::new(v.verb, t.clause.end))).is_some()
            || scene.lexicon.meetings.verbs.get(scene.key(v.verb)) == Some(&MeetingVerb::Host);
        held && (d.run.end <= v.run.start || d.run.start >= v.run.end)
    })
}

/// Where what is said of the meeting ends: at another meeting, or where the next verb's own words begin.
fn own_end(scene: &Scene, t: &Trigger) -> usize {
    let end = other_verb(scene, t);
    other_meeting(scene, t, end).unwrap_or(end)
}

/// "Her visit follows a meeting last week in Bergen", "their talks after the Oslo summit": the phrase of a meeting that is no part
/// of this one. "A visit for talks in Bergen" has its talks there.
fn other_meeting(scene: &Scene, t: &Trigger, end: usize) -> Option<usize> {
    // Behind so many more, no place or day is this one's; and each of them asks.
    const MORE: usize = 8;
    if !matches!(t.form, Form::Noun(_)) {
        return None;
    }
    let apart = |phrase: usize| {
        let before = phrase - usize::from(scene.is_determiner(phrase - 1));
        let word = scene.before(before);
        // "The visit was the first meeting in Bergen": one and the same.
        let is =
            matches!(scene.lexicon.clause.verbs.get(word), Some(VerbForm::Is | VerbForm::Was | VerbForm::Be | VerbForm::Been));
        let joined = is || scene.is_preposition(before - 1) || matches!(word, "and" | "or" | "," | "-");
        before > t.run.end && (!joined || matches!(word, "after" | "before" | "following" | "since"))
    };
    let nouns = (t.run.end + 1..end).filter(|&i| scene.page.is(i, MEETING) && scene.lexicon.meetings.nouns.has(scene.key(i)));
    nouns.take(MORE).map(|i| scene.phrase_start(i, t.run.end)).find(|&phrase| apart(phrase))
}

/// A noun that is the subject of its verb has the dates behind that verb, too.
fn other_verb(scene: &Scene, t: &Trigger) -> usize {
    let next = scene.verb_after(t.run.end, t.clause);
    match (t.form, next) {
        (Form::Verb(MeetingVerb::Invite | MeetingVerb::Travel), _) | (_, None) => t.clause.end,
        (Form::Verb(_), Some(v)) => v.run.start,
        (Form::Noun(_), Some(v)) => {
            let subject = scene.groups_in(Run::new(t.run.end, v.run.start)).all(|g| g.preposition.is_some() || g.possessive);
            // Commas of a list of participants part nothing.
            let listed = |i: usize| scene.groups().iter().any(|g| g.run.has(i));
            let comma = (t.run.end..v.run.start).any(|i| scene.lower(i) == "," && !listed(i));
            if subject && !comma { t.clause.end } else { v.run.start }
        }
    }
}
