//! Who counts without a figure: a singular, an ordinal, a name, a pronoun, nobody.

use super::phrase::{Noun, age, noun};
use super::scene::Scene;
use super::victims::{Counting, Victims, partitive};
use crate::lexicon::kinds::LITTLE;
use crate::lexicon::vocabulary::{Bound, Group, Mention, NameType};
use crate::text::{Run, TokenKind};
use crate::value::Count;

/// One person, told by a token.
pub(super) fn single(at: usize) -> Victims {
    Victims {
        run: Run::new(at, at + 1),
        noun: None,
        group: Group::Unknown,
        count: Count::new(1, Bound::Exact),
        counting: Counting::Singular,
        known: true,
        inner: None,
        partitive: false,
        times: None,
    }
}

/// What counts without a figure: a singular, an ordinal, nobody, a name.
pub(super) fn uncounted(scene: &Scene, at: usize) -> Option<Victims> {
    let one = single(at);
    if let Some((len, effect)) = scene.value(&scene.words.self_harm, at) {
        return Some(Victims { run: Run::new(at, at + len), inner: Some((at, effect)), counting: Counting::Pronoun, ..one });
    }
    if let Some(len) = scene.phrase(&scene.words.nobody, at) {
        let (start, partitive) = partitive(scene, at + len);
        // "None of the 120 passengers".
        let start = scene.number_over(start).filter(|_| partitive).map_or(start, |all| all.run.end);
        let mut end = match noun(scene, start) {
            Noun::People { run, .. } if partitive => run.end,
            _ => at + len,
        };
        // "None of the four priests and 100 refugees".
        while let Some(next) = scene.number_over(end + 1).filter(|_| partitive && matches!(scene.lower(end), "and" | "or")) {
            let Noun::People { run, .. } = noun(scene, next.run.end) else { break };
            end = run.end;
        }
        return Some(Victims { run: Run::new(at, end), count: Count::new(0, Bound::Exact), counting: Counting::Nobody, ..one });
    }
    match scene.lower(at) {
        "no" if let Some(run) = none_reported(scene, at) => {
            Some(Victims { run, count: Count::new(0, Bound::Exact), counting: Counting::Nobody, ..one })
        }
        "no" => {
            let Noun::People { run, group, known: true, .. } = noun(scene, at + 1) else { return None };
            let count = Count::new(0, Bound::Exact);
            Some(Victims { run: Run::new(at, run.end), noun: Some(run), group, count, counting: Counting::Nobody, ..one })
        }
        "a" | "an" | "another" => singular(scene, at, one),
        "he" | "she" => pronoun(scene, at, one),
        "him" | "her" if is_object(scene, at) => pronoun(scene, at, one),
        "himself" | "herself" | "self" if is_harmed(scene, at) => pronoun(scene, at, one),
        "both" => both(scene, at, one),
        "the" | "his" | "her" | "their" | "its" => one_of(scene, at, Victims { counting: Counting::Definite, ..one }),
        _ if scene.people(at).is_some() => bare(scene, at, one).or_else(|| named(scene, at, one)),
        _ => named(scene, at, one).or_else(|| bare(scene, at, one)),
    }
}

fn singular(scene: &Scene, at: usize, one: Victims) -> Option<Victims> {
    ordinal(scene, at, one).or_else(|| one_of(scene, at, one)).or_else(|| {
        let behind = age(scene, at + 1);
        if matches!(noun(scene, at + 1), Noun::Thing) {
            return None;
        }
        let bare_age = behind > at + 1 && !scene.page.glued(behind);
        let another = scene.lower(at) == "another" && !scene.is_word(at + 1) && !scene.is_number(at + 1);
        let end = if bare_age { behind } else { at + 1 };
        (bare_age || another || scene.lower(at) == "another" && scene.verb(at + 1).is_some() && !scene.is_number(at + 1))
            .then_some(Victims { run: Run::new(at, end), noun: None, ..one })
    })
}

/// "no", "no immediate reports of" before a noun of effect.
fn none_reported(scene: &Scene, at: usize) -> Option<Run> {
    let stop = scene.run.end.min(at + 6);
    let mut i = at + 1;
    while i < stop {
        if scene.value(&scene.words.nouns, i).is_some() {
            return Some(Run::new(at, i));
        }
        if !matches!(
            scene.lower(i),
            "reported" | "immediate" | "reports" | "report" | "of" | "confirmed" | "word" | "on" | "civilian" | "serious" | "any"
        ) {
            return None;
        }
        i += 1;
    }
    None
}

/// A determiner with a singular noun of people.
fn one_of(scene: &Scene, at: usize, one: Victims) -> Option<Victims> {
    let only = usize::from(scene.lower(at + 1) == "only");
    if is_national(scene, at + 1) {
        return Some(Victims { run: Run::new(at, at + 2), noun: Some(Run::new(at, at + 2)), ..one });
    }
    let Noun::People { run, group, known: true, inner } = noun(scene, at + 1 + only) else { return None };
    if scene.is_plural(run.end - 1) || scene.words.extras.has(scene.key(run.end - 1)) {
        return None;
    }
    Some(Victims { run: Run::new(at, run.end), noun: Some(run), group, inner, ..one })
}

/// "he", not behind "where": "taken to hospital, where he died" is told by the hospital.
fn pronoun(scene: &Scene, at: usize, one: Victims) -> Option<Victims> {
    let near = Run::new(at.saturating_sub(12).max(scene.run.start), at);
    let there = scene.before(at) == "where" && scene.find(&scene.lexicon.injuries.hospitals, near).is_some();
    // "The gunman killed four and himself".
    let attacker = |i: usize| scene.people(i).is_some_and(|(_, group)| group == Group::Attacker);
    let own = scene.lower(at).ends_with("self") && (scene.near(one.run).start..at).any(attacker);
    let group = if own { Group::Attacker } else { one.group };
    (!there).then_some(Victims { counting: Counting::Pronoun, noun: Some(one.run), group, ..one })
}

/// "killed him", "killed her on the spot": no possessive.
fn is_object(scene: &Scene, at: usize) -> bool {
    scene.lower(at) == "him" || !scene.is_word(at + 1) || scene.is(at + 1, LITTLE)
}

/// "killed himself", "killed five and himself", "then himself"; not "the president himself".
fn is_harmed(scene: &Scene, at: usize) -> bool {
    let verb = |i: usize| scene.value(&scene.words.participles, i).is_some() || scene.value(&scene.words.actives, i).is_some();
    matches!(scene.before(at), "and" | "then" | "," | "including") || at > scene.run.start && verb(at - 1)
}

/// "both men", "both".
fn both(scene: &Scene, at: usize, one: Victims) -> Option<Victims> {
    let two = Victims { count: Count::new(2, Bound::Exact), counting: Counting::Figure, ..one };
    match noun(scene, at + 1) {
        Noun::People { run, group, known: true, .. } if scene.is_plural(run.end - 1) && scene.lower(run.end) != "and" => {
            Some(Victims { run: Run::new(at, run.end), noun: Some(run), group, ..two })
        }
        _ => scene.verb(at + 1).is_some().then_some(two),
    }
}

/// "Boy, 7, shot", "Man killed": a headline leaves the article out.
fn bare(scene: &Scene, at: usize, one: Victims) -> Option<Victims> {
    let begins = at == scene.run.start
        || scene.page.kind(at - 1) == Some(TokenKind::Punct)
        || scene.before(at) == "of" && at == scene.run.start + 2 && scene.words.bodies.has(scene.key(scene.run.start))
        || matches!(scene.before(at), "after" | "as" | "when" | "and" | "kills" | "kill" | "shoots");
    if !begins {
        return None;
    }
    let Noun::People { run, group, known: true, .. } = noun(scene, at) else { return None };
    // "Mother of two".
    let of = usize::from(scene.lower(run.end) == "of" && scene.is_number(run.end + 1)) * 2;
    let run = Run::new(run.start, run.end + of);
    let mut behind = scene.over_age(run.end);
    while let Some(n) = scene.value(&scene.words.links, behind).map(|(n, _)| n).or(scene.is_adverb(behind).then_some(1)) {
        behind += n;
    }
    let harmed = scene.predicate(behind).is_some();
    let object = matches!(scene.before(at), "kills" | "kill" | "shoots" | "of");
    // "Woman, 2 children dead".
    let listed = matches!(scene.lower(run.end), "," | "and") && scene.is_number(run.end + 1) && at == scene.run.start;
    let single = of > 0 || !scene.is_plural(run.end - 1) && !scene.words.extras.has(scene.key(run.end - 1));
    (single && (harmed || object || listed)).then_some(Victims { run, noun: Some(run), group, ..one })
}

/// "a Swede", "a Frenchman": somebody told by a country alone.
fn is_national(scene: &Scene, at: usize) -> bool {
    let word = scene.lower(at);
    let man = word.strip_suffix("man").or(word.strip_suffix("woman")).unwrap_or("");
    let named = |w: &str| scene.lexicon.names.demonyms.has(w);
    scene.page.tokens.get(at).is_some_and(|t| t.capital)
        && (named(word) || !man.is_empty() && (named(man) || named(&format!("{man}ch")) || named(&format!("{man}h"))))
        && !scene.is_content(at + 1)
        && !scene.page.tokens.get(at + 1).is_some_and(|t| t.capital)
}

/// "a third person".
fn ordinal(scene: &Scene, at: usize, one: Victims) -> Option<Victims> {
    let nth = *scene.lexicon.numbers.ordinals.get(scene.key(at + 1))?;
    let Noun::People { run, group, known: true, .. } = noun(scene, at + 2) else { return None };
    if scene.is_plural(run.end - 1) {
        return None;
    }
    let run = Run::new(at, run.end);
    Some(Victims {
        run,
        noun: Some(Run::new(at + 2, run.end)),
        group,
        count: Count::new(nth, Bound::Exact),
        counting: Counting::Ordinal,
        ..one
    })
}

/// "Anna Berg, 34,": the age gives the person away. Where the name ends.
fn aged_name(scene: &Scene, at: usize) -> Option<usize> {
    let part = |i: usize| scene.is_word(i) && scene.page.tokens[i].capital && !scene.page.tokens[i].upper;
    let end = (at..scene.run.end.min(at + 5)).find(|&i| !part(i))?;
    let age = scene.lower(end + 1).parse::<u32>().is_ok_and(|n| (1..=110).contains(&n));
    let first = at == scene.run.start || !part(at - 1);
    (end >= at + 2 && first && age && scene.lower(end) == "," && scene.lower(end + 2) == ",").then_some(end)
}

/// A person's name.
pub(super) fn named(scene: &Scene, at: usize, one: Victims) -> Option<Victims> {
    if let Some(end) = aged_name(scene, at) {
        let run = Run::new(at, end);
        return Some(Victims { run, noun: Some(run), counting: Counting::Named, ..one });
    }
    let names = scene.story.mentions();
    let name = names.get(names.partition_point(|n| n.full.start < at))?;
    // "an Antonov cargo plane".
    let thing = scene.is_content(name.run.end) && (scene.is_thing(name.run.end) || scene.is_thing(name.run.end + 1));
    let person =
        !thing && name.full.start == at && name.kind == NameType::Person && name.mention == Mention::Proper && !name.plural;
    let run = Run::new(at, name.run.end.max(at + 1));
    (person && scene.run.contains(run)).then_some(Victims { run, noun: Some(run), counting: Counting::Named, ..one })
}
