//! Words that only together say that somebody was hurt: "rushed to a trauma center", "with a gunshot wound", "struck in the arm".

use super::scene::Scene;
use super::trigger::Form;
use crate::lexicon::VerbForm;
use crate::lexicon::kinds::DETERMINER;
use crate::lexicon::vocabulary::Effect;
use crate::text::{Run, TokenKind};

/// How far the hospital may stand behind the verb that leads to it, and the wound behind who suffers it.
const REACH: usize = 9;
/// "sent four women and one man to the hospital": how far the hospital may stand behind those who go there.
const FAR: usize = 16;
/// "taken to hospital, where both died": how far behind the hospital they may have died.
const THERE: usize = 12;

/// The trigger of several words that begins at a token: its length, its effect and how it takes its victims.
pub(super) fn compound(scene: &Scene, i: usize) -> Option<(usize, Effect, Form)> {
    let words = &scene.lexicon.injuries;
    let known = |n: usize| (n, Effect::Injured, Form::Intransitive);
    scene
        .phrase(&words.carried, i)
        .and_then(|n| carried(scene, i, n))
        .or_else(|| scene.phrase(&words.sending, i).and_then(|n| sending(scene, i, n)))
        .or_else(|| scene.phrase(&words.suffering, i).and_then(|n| suffering(scene, i, n)))
        .or_else(|| scene.phrase(&words.struck, i).and_then(|n| struck(scene, i, n)))
        .or_else(|| condition(scene, i))
        .or_else(|| scene.phrase(&words.recovering, i).filter(|n| !survives_something(scene, i + n)).map(known))
        .or_else(|| apart(scene, i))
}

/// "rushed to a trauma center"; "taken to hospital, where he died" is a death.
fn carried(scene: &Scene, i: usize, n: usize) -> Option<(usize, Effect, Form)> {
    let end = hospital(scene, Run::new(i + n, i + n + REACH))?;
    // "for a routine check-up".
    if scene.lower(end) == "for" && scene.find(&scene.lexicon.injuries.visits, Run::new(end, end + 6)).is_some() {
        return None;
    }
    let effect = if died_there(scene, end) { Effect::Killed } else { Effect::Injured };
    Some((end - i, effect, Form::Bare))
}

/// "sent four people to the hospital": the verb alone.
fn sending(scene: &Scene, i: usize, n: usize) -> Option<(usize, Effect, Form)> {
    let to =
        (i + n..i + n + FAR).take_while(|&j| is_plain(scene, j)).find(|&j| scene.lower(j) == "to" || scene.lower(j) == "in")?;
    hospital(scene, Run::new(to, to + 4)).map(|_| (n, Effect::Injured, Form::Active))
}

/// Where the name of a hospital ends that "to" leads to.
fn hospital(scene: &Scene, within: Run) -> Option<usize> {
    let prepositions = &scene.lexicon.clause.prepositions;
    let to =
        within.iter().take_while(|&j| scene.is_word(j) && is_plain(scene, j)).find(|&j| matches!(scene.lower(j), "to" | "in"))?;
    let mut j = to + 1;
    while j < to + REACH && scene.run.has(j) {
        if let Some(n) = scene.phrase(&scene.lexicon.injuries.hospitals, j) {
            return Some(j + n);
        }
        let word = scene.lower(j);
        let passes = !matches!(scene.page.kind(j), Some(TokenKind::Mark | TokenKind::Punct))
            || matches!(word, "." | "'s" | "’s" | "'" | "-");
        if !passes || scene.verb(j).is_some() || prepositions.has(word) && word != "of" {
            return None;
        }
        j += 1;
    }
    None
}

/// No verb but the infinitive's "to".
fn is_plain(scene: &Scene, j: usize) -> bool {
    scene.verb(j).is_none_or(|v| v == VerbForm::To)
}

/// "where he was pronounced dead".
fn died_there(scene: &Scene, end: usize) -> bool {
    let ahead = end..scene.run.end.min(end + THERE);
    let dead = |j: usize| scene.predicate(j).is_some_and(|(_, effect)| effect == Effect::Killed);
    ahead.clone().find(|&j| scene.lower(j) == "where").is_some_and(|place| (place..ahead.end).any(dead))
}

/// "suffered a gunshot wound", "with minor injuries"; "no injuries" and "12 injuries" are told otherwise.
fn suffering(scene: &Scene, i: usize, n: usize) -> Option<(usize, Effect, Form)> {
    let words = &scene.lexicon.injuries;
    let mut effect = Effect::Injured;
    for j in i + n..scene.run.end.min(i + n + REACH) {
        let broken = scene.phrase(&words.broken, j).and_then(|n| Some(n + scene.phrase(&words.body, j + n)?));
        if let Some(wound) = scene.phrase(&words.wounds, j).or(broken) {
            return Some((j + wound - i, effect, Form::Intransitive));
        }
        let word = scene.lower(j);
        if words.fatal.has(word) {
            effect = Effect::Killed;
        }
        let counted = scene.is_number(j) && scene.value(&scene.words.nouns, j + 1).is_some();
        let passes = !matches!(scene.page.kind(j), Some(TokenKind::Mark | TokenKind::Punct)) || matches!(word, "-" | "," | "–");
        if !passes || counted || word == "no" || scene.verb(j).is_some() || scene.people(j).is_some() {
            return None;
        }
    }
    None
}

/// "struck in the arm", "hit by a stray bullet"; of "struck a girl in the face" the verb alone.
fn struck(scene: &Scene, i: usize, n: usize) -> Option<(usize, Effect, Form)> {
    let words = &scene.lexicon.injuries;
    let effect = if scene.lower(i) == "grazed" { Effect::Injured } else { Effect::Casualties };
    let after = i + n;
    let reached = |list, from: usize| (from..from + 5).find_map(|j| scene.phrase(list, j).map(|n| j + n));
    match scene.lower(after) {
        "in" | "on" => reached(&words.body, after + 1).map(|end| (end - i, effect, Form::Bare)),
        "by" => reached(&words.projectiles, after + 1).map(|end| (end - i, effect, Form::Bare)),
        _ => {
            let ahead = after..scene.run.end.min(after + REACH);
            let led = ahead.take_while(|&j| scene.verb(j).is_none()).find(|&j| scene.lower(j) == "in")?;
            reached(&words.body, led + 1).map(|_| (n, effect, Form::Active))
        }
    }
}

/// "expected to survive the vote".
fn survives_something(scene: &Scene, end: usize) -> bool {
    matches!(scene.before(end), "survive" | "live" | "recover") && scene.is(end, DETERMINER)
}

/// "forced 4,000 people to flee", "took a judge hostage", "cost 14 people their lives": the verb alone.
fn apart(scene: &Scene, i: usize) -> Option<(usize, Effect, Form)> {
    let words = &scene.lexicon.injuries;
    let pairs = [
        (&words.seizing, &words.captives, Effect::Abducted),
        (&words.seizing, &words.custody, Effect::Detained),
        (&words.forcing, &words.fleeing, Effect::Displaced),
        (&words.costing, &words.their_lives, Effect::Killed),
    ];
    pairs.into_iter().find_map(|(verbs, ends, effect)| {
        let n = scene.phrase(verbs, i)?;
        let ahead = Run::new(i + n + 1, scene.run.end.min(i + n + REACH));
        let plain = |j: usize| scene.verb(j).is_none_or(|v| v == VerbForm::To) && scene.lower(j) != ",";
        let found = ahead.iter().find(|&j| scene.phrase(ends, j).is_some())?;
        (i + n..found).all(plain).then_some((n, effect, Form::Active))
    })
}

/// "in critical but stable condition".
fn condition(scene: &Scene, i: usize) -> Option<(usize, Effect, Form)> {
    if scene.lower(i) != "in" {
        return None;
    }
    let words = &scene.lexicon.injuries;
    let end = (i + 1..i + 7).find(|&j| matches!(scene.lower(j), "condition" | "conditions"))?;
    (i + 1..end).any(|j| words.conditions.has(scene.key(j))).then_some((end + 1 - i, Effect::Injured, Form::Intransitive))
}
