//! Who is counted: figures with their nouns, and the singulars that count one.

use super::appositions;
use super::scene::Scene;
use crate::lexicon::vocabulary::{Bound, Effect, Group, Mention, NameType};
use crate::read::numbers::Number;
use crate::text::{Run, TokenKind};
use crate::value::Count;

/// How a phrase counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counting {
    /// "at least 19 civilians", "19".
    Figure,
    /// "a 34-year-old man".
    Singular,
    /// "the driver".
    Definite,
    /// "a third person".
    Ordinal,
    /// "no one", "no civilians".
    Nobody,
    /// A person's name.
    Named,
    /// "he", "she".
    Pronoun,
}

/// A count with its noun.
#[derive(Debug, Clone, Copy)]
pub(super) struct Victims {
    /// From the bound word to the last word of the noun.
    pub(super) run: Run,
    /// The noun phrase alone; none for a bare figure.
    pub(super) noun: Option<Run>,
    pub(super) group: Group,
    pub(super) count: Count,
    pub(super) counting: Counting,
    /// The noun is known to name people.
    pub(super) known: bool,
    /// "eight dead civilians": the effect stands inside, at this token.
    pub(super) inner: Option<(usize, Effect)>,
    /// "14 of the victims", "two of them".
    pub(super) partitive: bool,
}

/// Every count of people of a sentence, in order.
pub(super) fn victims(scene: &Scene) -> Vec<Victims> {
    let mut out: Vec<Victims> = Vec::new();
    let mut numbers = scene.told.numbers.iter().peekable();
    let mut i = scene.run.start;
    while i < scene.run.end {
        while numbers.peek().is_some_and(|n| n.run.start < i) {
            numbers.next();
        }
        let found = match numbers.peek() {
            Some(number) if number.run.start == i => {
                let found = counted(scene, number);
                i = number.run.end;
                found
            }
            _ => uncounted(scene, i),
        };
        if let Some(victims) = found {
            i = i.max(victims.run.end);
            out.push(victims);
        } else if numbers.peek().is_none_or(|n| n.run.end != i) {
            i += 1;
        }
    }
    appositions::fold(scene, &out)
}

/// A figure with its noun; none where the figure counts no people.
fn counted(scene: &Scene, number: &Number) -> Option<Victims> {
    let figure = number.figure;
    if age(scene, figure.start) > figure.start {
        return aged(scene, number);
    }
    if is_foreign(scene, figure) {
        return None;
    }
    let after = number.run.end;
    let bare = Victims {
        run: number.run,
        noun: None,
        group: Group::Unknown,
        count: number.count,
        counting: Counting::Figure,
        known: false,
        inner: None,
        partitive: false,
    };
    let (start, partitive) = partitive(scene, after);
    // "Two of the 300 passengers": the noun stands behind the number of all.
    let start = scene.number_over(start).filter(|_| partitive).map_or(start, |all| all.run.end);
    // "one of them a priest".
    let start = start + usize::from(partitive && matches!(scene.lower(start), "a" | "an"));
    match noun(scene, start) {
        Noun::Thing => None,
        Noun::None => Some(Victims { run: Run::new(number.run.start, if partitive { start } else { after }), partitive, ..bare }),
        Noun::People { run, group, known, inner } => {
            Some(Victims { run: Run::new(number.run.start, run.end), noun: Some(run), group, known, inner, partitive, ..bare })
        }
    }
}

/// "7-year-old Mia Torres", "7-year-old girl" without an article: one person.
fn aged(scene: &Scene, number: &Number) -> Option<Victims> {
    let start = number.figure.start;
    let one = single(start);
    let behind = age(scene, start);
    let noun = noun(scene, start);
    if matches!(noun, Noun::Thing) {
        return None;
    }
    if let Some(named) = named(scene, behind, one) {
        return Some(Victims { run: Run::new(start, named.run.end), ..named });
    }
    match noun {
        Noun::People { run, group, known: true, inner } if !scene.is_plural(run.end - 1) => {
            Some(Victims { run, noun: Some(run), group, inner, ..one })
        }
        // "2-Year-Old Shot", "2-year-old in critical condition".
        _ => Some(Victims { run: Run::new(start, behind), ..one }),
    }
}

/// Whether a figure is an age, a date, money, a rank, part of a compound ("34-nation") or of a score.
fn is_foreign(scene: &Scene, figure: Run) -> bool {
    let page = scene.page;
    let (first, last) = (figure.start, figure.end - 1);
    let before = scene.before(first);
    let after = scene.lower(figure.end);
    let hyphen = |i: usize| {
        let joined = page.glued(i) && page.glued(i + 1);
        joined
            && (matches!(scene.lower(i), "-" | "–" | "/")
                || matches!(scene.lower(i), "." | ":") && page.kind(i + 1) == Some(TokenKind::Number))
    };
    // "[47]": a reference.
    if before == "[" && scene.lower(figure.end) == "]" {
        return true;
    }
    // "In 2016 eight civilians": a year that another figure follows counts nothing.
    if scene.is_number(figure.end) && scene.lower(figure.start).parse::<u32>().is_ok_and(|n| (1500..2100).contains(&n)) {
        return true;
    }
    // "the youngest of the three" counts nobody new.
    if before == "the"
        && figure.start > scene.run.start + 1
        && scene.lower(figure.start - 2) == "of"
        && scene.people(figure.end).is_none()
        && effect_adjective(scene, figure.end).is_none()
        && !is_inside(scene, figure.end)
    {
        return true;
    }
    // "Flight 447", "a capacity of 400", "father of four".
    if scene.ending(&scene.words.numbered, first).is_some() {
        return true;
    }
    // "who was 17 at the time".
    if after == "at" && scene.lower(figure.end + 1) == "the" && scene.lower(figure.end + 2) == "time" {
        return true;
    }
    let currency = matches!(before, "$" | "£" | "€" | "¥" | "#" | "us$" | "no." | "nos." | "number" | "no");
    let aged = |n: usize| figure.start >= scene.run.start + n && matches!(scene.lower(figure.start - n), "aged" | "age" | "ages");
    let listed = matches!(before, "and" | "to" | "or" | "-" | ",") && (aged(3) || aged(2));
    let age = aged(1) || listed || is_age(scene, figure);
    let date = scene.in_date(last);
    let glued_before = page.glued(first) && first > scene.run.start && matches!(before, "-" | "/" | "." | ":");
    currency
        || age
        || date
        || hyphen(figure.end)
        || glued_before
        || matches!(after, "%" | "percent" | "pct")
        || is_year(scene, figure)
}

/// `, 34,` behind a name or a noun: an age in apposition.
fn is_age(scene: &Scene, figure: Run) -> bool {
    let comma = |i: usize| scene.lower(i) == ",";
    figure.len() == 1
        && figure.start > scene.run.start + 1
        && comma(figure.start - 1)
        && (matches!(scene.lower(figure.end), "," | "." | "and" | ";" | ")" | "who" | "of" | "-" | "–" | "—")
            || figure.end == scene.run.end)
        && (scene.page.tokens[figure.start - 2].capital
            || scene.lower(figure.end) == "," && scene.people(figure.start - 2).is_some() && !scene.is_plural(figure.start - 2))
        && scene.page.lower(figure.start).len() <= 2
}

/// Four digits behind "in" or "since" that can only be a year.
fn is_year(scene: &Scene, figure: Run) -> bool {
    let word = scene.lower(figure.start);
    figure.len() == 1
        && word.len() == 4
        && word.parse::<u32>().is_ok_and(|n| (1500..2100).contains(&n))
        && (matches!(scene.before(figure.start), "in" | "since" | "of" | "until" | "from" | "year" | "," | "/" | "by" | "during")
            || scene.in_date(figure.start))
}

/// Over the "of" behind a figure: where the noun begins, and whether the figure is a part ("14 of the victims").
fn partitive(scene: &Scene, after: usize) -> (usize, bool) {
    if scene.lower(after) != "of" {
        return (after, false);
    }
    match scene.lower(after + 1) {
        "the" | "those" | "these" | "his" | "her" | "its" | "their" | "whom" | "them" | "our" | "which" => (after + 2, true),
        _ => (after + 1, false),
    }
}

enum Noun {
    None,
    Thing,
    People { run: Run, group: Group, known: bool, inner: Option<(usize, Effect)> },
}

/// How many tokens a noun phrase may have.
const LONGEST: usize = 10;

/// The noun phrase that begins at a token.
fn noun(scene: &Scene, start: usize) -> Noun {
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
    if head.is_none() && verbal && scene.is_content(ahead + 1) && scene.is_thing(ahead + 1) {
        return Noun::Thing;
    }
    let Some(last) = last else { return Noun::None };
    match head {
        Some((run, group)) if run.end > last => Noun::People { run: Run::new(start, run.end), group, known: true, inner },
        _ if scene.is_thing(last) || scene.page.kind(last) != Some(TokenKind::Word) => Noun::Thing,
        _ if scene.words.extras.has(scene.lower(last)) && last == start => {
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
fn age(scene: &Scene, start: usize) -> usize {
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
fn effect_adjective(scene: &Scene, at: usize) -> Option<(usize, Effect)> {
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
fn is_inside(scene: &Scene, at: usize) -> bool {
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

/// One person, told by a token.
fn single(at: usize) -> Victims {
    Victims {
        run: Run::new(at, at + 1),
        noun: None,
        group: Group::Unknown,
        count: Count::new(1, Bound::Exact),
        counting: Counting::Singular,
        known: true,
        inner: None,
        partitive: false,
    }
}

/// What counts without a figure: a singular, an ordinal, nobody, a name.
fn uncounted(scene: &Scene, at: usize) -> Option<Victims> {
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
    if scene.is_plural(run.end - 1) || scene.words.extras.has(scene.lower(run.end - 1)) {
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
    scene.lower(at) == "him" || !scene.is_word(at + 1) || scene.lexicon.words.is_function(scene.lower(at + 1))
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
        || scene.page.kind(at - 1) == Some(TokenKind::Mark)
        || scene.before(at) == "of" && at == scene.run.start + 2 && scene.words.bodies.has(scene.lower(scene.run.start))
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
    let tables = [&scene.words.participles, &scene.words.intransitives, &scene.words.adjectives];
    let harmed = tables.into_iter().any(|t| scene.value(t, behind).is_some());
    let object = matches!(scene.before(at), "kills" | "kill" | "shoots" | "of");
    // "Woman, 2 children dead".
    let listed = matches!(scene.lower(run.end), "," | "and") && scene.is_number(run.end + 1) && at == scene.run.start;
    let single = of > 0 || !scene.is_plural(run.end - 1) && !scene.words.extras.has(scene.lower(run.end - 1));
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
    let nth = *scene.lexicon.numbers.ordinals.get(scene.lower(at + 1))?;
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
fn named(scene: &Scene, at: usize, one: Victims) -> Option<Victims> {
    if let Some(end) = aged_name(scene, at) {
        let run = Run::new(at, end);
        return Some(Victims { run, noun: Some(run), counting: Counting::Named, ..one });
    }
    let names = &scene.story.names;
    let name = names.get(names.partition_point(|n| n.full.start < at))?;
    // "an Antonov cargo plane".
    let thing = scene.is_content(name.run.end) && (scene.is_thing(name.run.end) || scene.is_thing(name.run.end + 1));
    let person =
        !thing && name.full.start == at && name.kind == NameType::Person && name.mention == Mention::Proper && !name.plural;
    let run = Run::new(at, name.run.end.max(at + 1));
    (person && scene.run.contains(run)).then_some(Victims { run, noun: Some(run), counting: Counting::Named, ..one })
}
