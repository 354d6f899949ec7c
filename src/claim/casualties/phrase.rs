//! Noun phrases of people, and of things that are counted like them.

use super::scene::Scene;
use crate::lexicon::vocabulary::{Effect, Group};
use crate::text::{Run, TokenKind};

pub(super) enum Noun {
    None,
    Thing,
    People { run: Run, group: Group, known: bool, inner: Option<(usize, Effect)> },
}

/// How many tokens a noun phrase may have.
const LONGEST: usize = 10;

/// The noun phrase that begins at a token.
pub(super) fn noun(scene: &Scene, start: usize) -> Noun {
    let mut at = age(scene, start);
    let mut inner = None;
    let mut last: Option<usize> = None;
    let mut head: Option<(Run, Group)> = None;
    let stop = scene.run.end.min(at + LONGEST);
    while at < stop {
        let word = scene.lower(at);
        if matches!(word, "-" | "–" | "'s" | "’s" | "'" | "’")
            && last.is_some()
            && scene.page.glued(at)
            && scene.is_word(at + 1)
            && (word.starts_with(['\'', '’']) || scene.page.glued(at + 1))
        {
            at += 1;
            continue;
        }
        if scene.page.kind(at) == Some(TokenKind::Mark) && last.is_none() && scene.is_word(at + 1) {
            at += 1;
            continue;
        }
        if last.is_none()
            && inner.is_none()
            && let Some((len, effect)) = effect_adjective(scene, at)
            && (scene.people(at).is_none() || leads_to_people(scene, at + len))
        {
            if !leads_to_people(scene, at + len) {
                // "the hijacked trucks".
                let thing = scene.is_content(at + len) && scene.is_thing(at + len);
                return if thing { Noun::Thing } else { Noun::None };
            }
            inner = Some((at, effect));
            at += len;
            continue;
        }
        if let Some((len, group)) = scene.people(at).filter(|_| !scene.in_date(at)) {
            let modified = head.map_or(group, |(_, g): (Run, Group)| if group == Group::Unknown { g } else { group });
            // "people rescuers pulled out": behind a plural the phrase is whole.
            if head.is_some_and(|(r, _)| scene.is_plural(r.end - 1)) && last == head.map(|(r, _)| r.end - 1) {
                break;
            }
            head = Some((Run::new(at, at + len), modified));
            last = Some(at + len - 1);
            at += len;
            continue;
        }
        // "12 seats cost the party": a noun of things in the plural ends the phrase.
        let harm = scene.value(&scene.words.nouns, at).is_some();
        if head.is_none() && !harm && scene.is_thing(at) && scene.is_plural(at) && !leads_to_people(scene, at + 1) {
            return Noun::Thing;
        }
        if !is_inside(scene, at) || head.is_some_and(|(r, _)| scene.is_plural(r.end - 1) && last == Some(r.end - 1)) {
            break;
        }
        last = Some(at);
        at += 1;
    }
    ended(scene, start, last, head, inner)
}

/// What the words of a noun phrase amount to.
fn ended(scene: &Scene, start: usize, last: Option<usize>, head: Option<(Run, Group)>, inner: Option<(usize, Effect)>) -> Noun {
    // "3 spending bills": the words before a thing may look like verbs.
    let ahead = last.map_or(start, |l| l + 1);
    let verbal = scene.lower(ahead).ends_with("ing") || scene.lower(ahead).ends_with("ed");
    let harm = scene.value(&scene.words.nouns, ahead + 1).is_some();
    if head.is_none() && verbal && !harm && scene.is_content(ahead + 1) && scene.is_thing(ahead + 1) {
        return Noun::Thing;
    }
    let Some(last) = last else { return Noun::None };
    match head {
        Some((run, group)) if run.end > last => Noun::People { run: Run::new(start, run.end), group, known: true, inner },
        _ if scene.is_thing(last) || scene.page.kind(last) != Some(TokenKind::Word) => Noun::Thing,
        _ if scene.words.extras.has(scene.key(last)) && last == start => {
            Noun::People { run: Run::new(start, last + 1), group: Group::Unknown, known: false, inner }
        }
        Some((run, group)) if is_proper(scene, Run::new(run.end, last + 1)) => {
            Noun::People { run: Run::new(start, run.end), group, known: true, inner }
        }
        // "a rebel supply route": people that only qualify a thing.
        Some(_) if !scene.is_plural(last) => Noun::Thing,
        _ if scene.is_plural(last) => Noun::People { run: Run::new(start, last + 1), group: Group::Unknown, known: false, inner },
        _ => Noun::None,
    }
}

/// "15-year-old student Anna Berg": the words behind the noun are a name.
fn is_proper(scene: &Scene, run: Run) -> bool {
    run.iter().all(|i| scene.page.tokens[i].capital && !scene.page.tokens[i].upper)
}

/// Over an age before a noun: "34-year-old", "34 year old".
pub(super) fn age(scene: &Scene, start: usize) -> usize {
    let mut at = start + 1;
    let hyphen = |i: usize| usize::from(scene.lower(i) == "-");
    at += hyphen(at);
    if !matches!(scene.lower(at), "year" | "month" | "week" | "day" | "years" | "months") {
        return start;
    }
    at += 1;
    at += hyphen(at);
    if scene.lower(at) == "old" { at + 1 } else { start }
}

/// A word that says what happened, standing before a noun: "dead", "wounded".
pub(super) fn effect_adjective(scene: &Scene, at: usize) -> Option<(usize, Effect)> {
    let words = scene.words;
    [&words.participles, &words.adjectives].into_iter().find_map(|t| scene.value(t, at)).filter(|(n, _)| *n == 1)
}

/// Whether a noun of people stands within the next words.
fn leads_to_people(scene: &Scene, from: usize) -> bool {
    let mut at = from;
    while at < scene.run.end.min(from + 3) {
        if scene.people(at).is_some() {
            return true;
        }
        if !is_inside(scene, at) {
            return false;
        }
        at += 1;
    }
    false
}

/// Whether a word may stand inside a noun phrase before its head.
pub(super) fn is_inside(scene: &Scene, at: usize) -> bool {
    let word = scene.lower(at);
    if !scene.is_word(at) || scene.is_number(at) || scene.words.stops.has(word) || scene.in_date(at) || word.ends_with("ly") {
        return false;
    }
    if scene.words.bodies.has(word)
        || scene.words.lives.has(word)
        || scene.value(&scene.words.nouns, at).is_some()
        || scene.verb(at).is_some()
        || scene.value(&scene.words.participles, at).is_some()
        || scene.value(&scene.words.actives, at).is_some()
    {
        return false;
    }
    let verbal = (word.ends_with("ed") || word.ends_with("ing")) && !scene.is_thing(at);
    !verbal || scene.before(at + 1) == word && leads_to_people(scene, at + 1)
}
