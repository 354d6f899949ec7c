//! Which figure belongs to which trigger.

use super::rules;
use super::scene::Scene;
use super::trigger::{Form, Trigger};
use super::victims::{Counting, Victims};
use crate::lexicon::VerbForm;
use crate::lexicon::vocabulary::{Effect, Group};
use crate::rule::Rule;
use crate::text::Run;

/// A figure with what happened to those it counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    /// The figure, as an index into the sentence's.
    pub(super) victims: usize,
    /// The trigger, as an index; none for a figure that is part of another.
    pub(super) trigger: Option<usize>,
    pub(super) effect: Effect,
    /// The words of the claim.
    pub(super) run: Run,
    /// The figure that holds it, as an index.
    pub(super) whole: Option<usize>,
    pub(super) rule: &'static Rule,
}

/// How the figures of a sentence hang together.
pub(super) struct Figures<'a> {
    pub(super) all: &'a [Victims],
    /// "including three children": the figure that it is a part of.
    part_of: Vec<Option<usize>>,
    /// Enumerated with the figure before it.
    joined: Vec<bool>,
    taken: Vec<bool>,
}

impl<'a> Figures<'a> {
    pub(super) fn new(scene: &Scene, all: &'a [Victims]) -> Self {
        let n = all.len();
        let mut out = Self { all, part_of: vec![None; n], joined: vec![false; n], taken: vec![false; n] };
        for i in 1..n {
            let gap = Run::new(all[i - 1].run.end, all[i].run.start);
            let joined = is_joint(scene, &all[i - 1], gap, &all[i]);
            let opened = opens_part(scene, gap.start, all[i].run.start) || of_the_same(scene, &all[i]);
            out.joined[i] = joined && !opened;
            out.part_of[i] = if opened {
                (0..i).rev().find(|&w| out.part_of[w].is_none())
            } else if joined {
                out.part_of[i - 1]
            } else {
                None
            };
        }
        out
    }

    pub(super) fn is_part(&self, i: usize) -> bool {
        self.part_of[i].is_some()
    }

    /// The figure and those enumerated before it.
    fn chain_back(&self, last: usize) -> std::ops::RangeInclusive<usize> {
        let mut first = last;
        while first > 0 && self.joined[first] && !self.taken[first - 1] && !self.is_part(first - 1) {
            first -= 1;
        }
        first..=last
    }

    /// The figure and those enumerated behind it.
    fn chain_on(&self, first: usize) -> std::ops::RangeInclusive<usize> {
        let mut last = first;
        while last + 1 < self.all.len() && self.joined[last + 1] && !self.taken[last + 1] && !self.is_part(last + 1) {
            last += 1;
        }
        first..=last
    }
}

/// Whether two figures are enumerated: nothing but a joint stands between them, or a short "of" phrase and a joint.
fn is_joint(scene: &Scene, left: &Victims, gap: Run, right: &Victims) -> bool {
    let mut i = gap.start;
    if scene.lower(i) == "of" {
        let end = gap.end.min(i + 6);
        while i < end && !matches!(scene.lower(i), "and" | "," | "or") {
            if scene.verb(i).is_some() {
                return false;
            }
            i += 1;
        }
    }
    if i == gap.end {
        return i == gap.start && left.known && right.noun.is_some() && left.noun.is_some();
    }
    while i < gap.end {
        match scene.phrase(&scene.words.joints, i) {
            Some(n) => i += n,
            None => return false,
        }
    }
    i == gap.end
}

/// Whether the words before a figure open a part: "including", "among them".
fn opens_part(scene: &Scene, from: usize, to: usize) -> bool {
    (from.max(to.saturating_sub(4))..to).any(|i| {
        scene.phrase(&scene.words.parts, i).is_some_and(|n| {
            i + n == to || i + n + 1 == to && matches!(scene.lower(to - 1), "," | "the" | "were" | "are" | "was")
        })
    })
}

/// "30 of them children", "one of whom".
fn of_the_same(scene: &Scene, victims: &Victims) -> bool {
    let behind = victims.noun.map_or(victims.run.end, |n| n.start);
    victims.partitive && matches!(scene.before(behind), "them" | "whom" | "which")
}

/// The figures of a sentence with their triggers, parts behind their wholes.
pub(super) fn attach(scene: &Scene, victims: &[Victims], triggers: &[Trigger]) -> Vec<Hit> {
    let mut figures = Figures::new(scene, victims);
    let mut hits = Vec::new();
    inside(&mut figures, &mut hits);
    for (t, trigger) in triggers.iter().enumerate() {
        match trigger.form {
            Form::Toll => toll(scene, &mut figures, t, trigger, &mut hits),
            Form::Act => act(scene, &mut figures, t, trigger, &mut hits),
            Form::Noun => noun(scene, &mut figures, t, trigger, &mut hits),
            _ => {}
        }
    }
    // What stands right before its verb belongs to it, whatever precedes: "12 killed 20 wounded" is two figures.
    for (t, trigger) in triggers.iter().enumerate().rev() {
        if trigger.form == Form::Bare && object_at(scene, &figures, trigger.run.end).is_none() {
            reduced(scene, &mut figures, t, trigger, &mut hits);
        }
    }
    for (t, trigger) in triggers.iter().enumerate() {
        match trigger.form {
            Form::Passive | Form::Intransitive => subject(scene, &mut figures, triggers, t, &mut hits),
            Form::Active => object(scene, &mut figures, t, trigger, &mut hits),
            Form::Bare if object_at(scene, &figures, trigger.run.end).is_some() => {
                object(scene, &mut figures, t, trigger, &mut hits)
            }
            Form::Bare => reduced(scene, &mut figures, t, trigger, &mut hits),
            _ => {}
        }
    }
    parts(&figures, &mut hits);
    hits.sort_by_key(|h| (victims[h.victims].run.start, h.whole.is_some()));
    hits
}

/// "eight dead civilians": the noun phrase tells all.
fn inside(figures: &mut Figures, hits: &mut Vec<Hit>) {
    for (v, victims) in figures.all.iter().enumerate() {
        if let Some((_, effect)) = victims.inner
            && victims.counting == Counting::Figure
        {
            hits.push(Hit { victims: v, trigger: None, effect, run: victims.run, whole: None, rule: &rules::NOMINAL });
        }
    }
}

/// Takes a chain of figures for a trigger. The figure next to the trigger gets the words up to it, the others their own.
fn take(
    figures: &mut Figures,
    chain: std::ops::RangeInclusive<usize>,
    near: usize,
    t: usize,
    trigger: &Trigger,
    words: Run,
    rule: &'static Rule,
    hits: &mut Vec<Hit>,
) {
    for v in chain {
        if figures.taken[v] || figures.all[v].inner.is_some_and(|(_, e)| e == trigger.effect) {
            continue;
        }
        figures.taken[v] = true;
        let own = figures.all[v].run;
        let run = if v == near { own.cover(words) } else { own };
        let rule = if rule.id == rules::PASSIVE.id || rule.id == rules::ACTIVE.id || rule.id == rules::DIED.id {
            by_counting(figures.all[v].counting, rule)
        } else {
            rule
        };
        hits.push(Hit { victims: v, trigger: Some(t), effect: trigger.effect, run, whole: None, rule });
    }
}

fn by_counting(counting: Counting, rule: &'static Rule) -> &'static Rule {
    match counting {
        Counting::Figure => rule,
        Counting::Singular | Counting::Definite => &rules::SINGULAR,
        Counting::Ordinal => &rules::ORDINAL,
        Counting::Nobody => &rules::NOBODY,
        Counting::Named => &rules::NAMED,
    }
}

/// The figure that begins where a verb's object does.
fn object_at(scene: &Scene, figures: &Figures, end: usize) -> Option<usize> {
    let mut at = end;
    loop {
        let found = figures.all.iter().position(|v| v.run.start == at && v.counting != Counting::Named);
        if let Some(v) = found {
            return (!figures.taken[v]).then_some(v);
        }
        at += scene.phrase(&scene.words.fillers, at)?;
        if at > end + 5 {
            return None;
        }
    }
}

/// "killed at least 12 people", "killing three".
fn object(scene: &Scene, figures: &mut Figures, t: usize, trigger: &Trigger, hits: &mut Vec<Hit>) {
    let Some(first) = object_at(scene, figures, trigger.run.end).filter(|&v| !figures.is_part(v)) else { return };
    // An army loses fighters by death; what else is lost may come back.
    if scene.words.losses.has(scene.lower(trigger.run.start)) && figures.all[first].group != Group::Combatant {
        return;
    }
    let chain = figures.chain_on(first);
    take(figures, chain, first, t, trigger, trigger.run, &rules::ACTIVE, hits);
}

/// "31 people killed", "and 13 others injured".
fn reduced(scene: &Scene, figures: &mut Figures, t: usize, trigger: &Trigger, hits: &mut Vec<Hit>) {
    let start = trigger.chain.start;
    let Some(last) = figures.all.iter().rposition(|v| v.run.end <= start && only_adverbs(scene, Run::new(v.run.end, start)))
    else {
        return;
    };
    if has_object(scene, trigger.run.end) {
        return;
    }
    // "12 injured reserve players": an adjective of the noun behind it.
    if figures.all[last].noun.is_none() && scene.is_content(trigger.run.end) && scene.people(trigger.run.end).is_none() {
        return;
    }
    if figures.taken[last] || matches!(figures.all[last].counting, Counting::Definite | Counting::Named) {
        return;
    }
    let last = figures.part_of[last].filter(|&w| !figures.taken[w]).unwrap_or(last);
    let chain = figures.chain_back(last);
    take(figures, chain, last, t, trigger, trigger.run, &rules::ELLIPSIS, hits);
}

/// "Two officers shot him": the figure before an active verb is not its victims.
fn has_object(scene: &Scene, at: usize) -> bool {
    match scene.lower(at) {
        "him" | "her" | "them" | "himself" | "herself" | "themselves" | "it" | "me" | "us" => true,
        "the" | "a" | "an" | "his" | "their" => (at + 1..scene.run.end.min(at + 5)).any(|i| scene.people(i).is_some()),
        _ => false,
    }
}

fn only_adverbs(scene: &Scene, gap: Run) -> bool {
    gap.iter().all(|i| scene.is_adverb(i) || scene.lower(i) == "were")
}

/// How far a subject may stand before its verb.
const REACH: usize = 28;

/// "At least 19 civilians, among them four children, were killed", "12 died".
fn subject(scene: &Scene, figures: &mut Figures, triggers: &[Trigger], t: usize, hits: &mut Vec<Hit>) {
    let trigger = &triggers[t];
    let start = trigger.chain.start;
    let near = figures.all.iter().rposition(|v| v.run.end <= start);
    let Some(mut near) = near.filter(|&v| start - figures.all[v].run.end <= REACH) else {
        return inverted(scene, figures, t, trigger, hits);
    };
    let gap = |v: usize| Run::new(figures.all[v].run.end, start);
    if !reaches(scene, gap(near), triggers) {
        return inverted(scene, figures, t, trigger, hits);
    }
    // Parts and enumerations between the whole and its verb are passed over; "12 were seized, five of whom died" has no whole left.
    // and of "seven, one of whom died" only one did.
    let selected = figures.all[near].partitive && figures.all[near].noun.is_none()
        || matches!(scene.before(figures.all[near].run.start), "whom" | "which");
    if let Some(whole) = figures.part_of[near].filter(|&w| !figures.taken[w] && !selected) {
        near = whole;
    }
    if figures.taken[near] {
        return;
    }
    let rule = if trigger.form == Form::Passive { &rules::PASSIVE } else { &rules::DIED };
    let chain = figures.chain_back(near);
    let tail = Run::new(figures.all[near].run.end, trigger.run.end);
    let words = if tail.len() > trigger.chain.len() + 12 { figures.all[near].run } else { tail };
    take(figures, chain, near, t, trigger, words, rule, hits);
    together(scene, figures, t, trigger, hits);
}

/// "The mayor was killed in his car along with two of his bodyguards."
fn together(scene: &Scene, figures: &mut Figures, t: usize, trigger: &Trigger, hits: &mut Vec<Hit>) {
    let end = trigger.run.end;
    let stop = scene.run.end.min(end + 14);
    let Some(with) = (end..stop).find(|&i| matches!(scene.lower(i), "along" | "together" | "alongside")) else { return };
    let at = with + 1 + usize::from(scene.lower(with + 1) == "with");
    let Some(first) = object_at(scene, figures, at).filter(|_| !(end..with).any(|i| scene.verb(i).is_some())) else { return };
    let chain = figures.chain_on(first);
    let own = figures.all[first].run;
    take(figures, chain, first, t, trigger, own, &rules::PASSIVE, hits);
}

/// "Killed were two drivers", "was killed along with three others".
fn inverted(scene: &Scene, figures: &mut Figures, t: usize, trigger: &Trigger, hits: &mut Vec<Hit>) {
    let mut at = trigger.run.end;
    if !matches!(scene.lower(at), "were" | "was" | "along" | "alongside") {
        return;
    }
    at += 1;
    if scene.lower(at) == "with" {
        at += 1;
    }
    let Some(first) = object_at(scene, figures, at) else { return };
    let chain = figures.chain_on(first);
    let words = if at == trigger.run.end + 1 { trigger.run } else { figures.all[first].run };
    take(figures, chain, first, t, trigger, words, &rules::PASSIVE, hits);
}

/// Whether the words between a subject and its verb can stand there: no other statement begins in them.
fn reaches(scene: &Scene, gap: Run, triggers: &[Trigger]) -> bool {
    let mut relative = false;
    let mut i = gap.start;
    while i < gap.end {
        let word = scene.lower(i);
        if matches!(word, ";" | "—" | "–" | ":") || i > gap.start && matches!(word, "\"" | "“" | "”") {
            return false;
        }
        relative |= matches!(word, "who" | "which" | "that" | "whose" | "(");
        let inserted = scene.lower(gap.start) == "," && scene.lower(gap.end - 1) == ",";
        if !relative && !inserted && begins_statement(scene, i) {
            return false;
        }
        i += 1;
    }
    relative
        || !triggers.iter().any(|t| {
            t.run.start >= gap.start
                && t.run.end <= gap.end
                && matches!(t.form, Form::Passive | Form::Active | Form::Intransitive)
        })
}

fn begins_statement(scene: &Scene, i: usize) -> bool {
    let word = scene.lower(i);
    let governed = matches!(
        scene.lower(i + 1),
        "of" | "by" | "in" | "from" | "with" | "at" | "near" | "to" | "on" | "as" | "for" | "during"
    );
    match scene.verb(i) {
        Some(VerbForm::Past) => !governed || matches!(word, "said" | "told" | "died"),
        Some(VerbForm::To) => false,
        Some(_) => true,
        None => {
            word.ends_with("ed")
                && word.len() > 4
                && !governed
                && scene.is_word(i)
                && scene.people(i).is_none()
                && matches!(scene.lower(i + 1), "the" | "a" | "an" | "his" | "their" | "its" | "that")
        }
    }
}

/// "12 deaths", "no casualties", "four traffic deaths".
fn noun(scene: &Scene, figures: &mut Figures, t: usize, trigger: &Trigger, hits: &mut Vec<Hit>) {
    let start = trigger.run.start;
    let Some(v) = figures.all.iter().rposition(|v| v.run.end <= start) else { return };
    let of = usize::from(figures.all[v].noun.is_none() && scene.lower(figures.all[v].run.end) == "of");
    let gap = Run::new(figures.all[v].run.end + of, start);
    let plain = gap.len() <= 3 && gap.iter().all(|i| scene.is_word(i) && !scene.words.stops.has(scene.lower(i)));
    let rule = match figures.all[v].counting {
        Counting::Figure if plain => &rules::NOMINAL,
        Counting::Nobody if figures.all[v].run.end == start => &rules::NOBODY,
        _ => return,
    };
    if !figures.taken[v] {
        take(figures, v..=v, v, t, trigger, trigger.run, rule, hits);
    }
}

/// "the killing of three activists", "the bodies of 12 people".
fn act(scene: &Scene, figures: &mut Figures, t: usize, trigger: &Trigger, hits: &mut Vec<Hit>) {
    let Some(first) = object_at(scene, figures, trigger.run.end + 1) else {
        let word = scene.lower(trigger.run.end - 1);
        if scene.words.nouns.has(word) || scene.words.bodies.has(word) {
            noun(scene, figures, t, trigger, hits);
        }
        return;
    };
    if figures.all[first].counting == Counting::Definite {
        return;
    }
    let chain = figures.chain_on(first);
    take(figures, chain, first, t, trigger, trigger.run, &rules::ACT, hits);
}

/// How far a toll's figure may stand behind it.
const TOLL: usize = 14;
/// How far it may stand behind where a word of change leads to it: "the toll from the blast in the old town has risen to 86".
const FAR_TOLL: usize = 30;

/// "the death toll rose to 58", "a toll of eight dead", "brought to 49 the number killed".
fn toll(scene: &Scene, figures: &mut Figures, t: usize, trigger: &Trigger, hits: &mut Vec<Hit>) {
    let end = trigger.run.end;
    let linked = |v: &Victims| {
        let before = scene.before(v.run.start);
        scene.words.toll_links.has(before) && v.counting == Counting::Figure
    };
    let behind =
        figures.all.iter().enumerate().filter(|(i, v)| v.run.start >= end && v.run.start - end <= TOLL && !figures.taken[*i]);
    let plain = |v: &Victims| !(end..v.run.start).any(|i| matches!(scene.lower(i), ";" | "when" | "after" | "who"));
    let candidates: Vec<usize> = behind.filter(|(_, v)| linked(v) && plain(v)).map(|(i, _)| i).collect();
    let to = candidates.iter().copied().find(|&i| scene.before(figures.all[i].run.start) == "to");
    let brought = figures.all.iter().position(|v| {
        let before = v.run.start;
        v.run.end <= trigger.run.start
            && trigger.run.start - v.run.end <= 3
            && scene.before(before) == "to"
            && before > scene.run.start + 1
            && scene.phrase(&scene.words.brings, before - 2).is_some()
    });
    let Some(v) = brought.or(to).or_else(|| candidates.first().copied()) else { return };
    let start = figures.all[v].run.start;
    let words = if start > end + 6 { predicate(scene, Run::new(end, start)) } else { trigger.run };
    take(figures, v..=v, v, t, trigger, words, &rules::TOLL, hits);
}

/// The last words before a figure that make a predicate of it: "has risen to".
fn predicate(scene: &Scene, before: Run) -> Run {
    let mut start = before.end - 1;
    let verbal = |i: usize| {
        scene.verb(i).is_some()
            || scene.lexicon.numbers.changes.words.has(scene.lower(i))
            || scene.words.brings.has(scene.lower(i))
    };
    while start > before.start && verbal(start - 1) {
        start -= 1;
    }
    Run::new(start, before.end)
}

/// "including three children": the parts of what was taken.
fn parts(figures: &Figures, hits: &mut Vec<Hit>) {
    for (v, victims) in figures.all.iter().enumerate() {
        let Some(whole) = figures.part_of[v].filter(|_| !figures.taken[v]) else { continue };
        let Some(at) = hits.iter().position(|h| h.victims == whole && h.whole.is_none()) else { continue };
        if victims.noun.is_none() && !victims.partitive || matches!(victims.counting, Counting::Definite | Counting::Nobody) {
            continue;
        }
        let effect = victims.inner.map_or(hits[at].effect, |(_, e)| e);
        hits.push(Hit {
            victims: v,
            trigger: hits[at].trigger,
            effect,
            run: victims.run,
            whole: Some(whole),
            rule: &rules::PART,
        });
    }
}
