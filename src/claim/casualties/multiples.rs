//! Figures told by another: "killed 12 people and wounded twice as many", "double that number were hurt".
//!
//! The other figure stands before, in the sentence or in the one before it. Where nothing is told there, or two figures that
//! differ, it is not said of which this is a multiple, and no claim is made.

use super::attach::Hit;
use super::phrase::{Noun, noun};
use super::rules;
use super::scene::Scene;
use super::victims::{Counting, Victims};
use crate::claim::record::CasualtyClaim;
use crate::lexicon::Multiple;
use crate::lexicon::harm_starts::TIMES;
use crate::lexicon::vocabulary::{Bound, Group};
use crate::text::Run;
use crate::value::Count;

/// So many times another figure, or more, or less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Times {
    by: Multiple,
    bound: Option<Bound>,
}

/// How far behind a multiple the "as" may stand that tells of what it is one: "twice as many people died as in 2012".
const COMPARED: usize = 16;

/// The multiple that begins at a token, with its noun; none where its own sentence compares it with something else.
pub(super) fn multiple(scene: &Scene, at: usize) -> Option<Victims> {
    let (end, times) = factor(scene, at)?;
    if is_compared(scene, end) {
        return None;
    }
    let told = Victims {
        run: Run::new(at, end),
        noun: None,
        group: Group::Unknown,
        count: Count::vague(None, None),
        counting: Counting::Figure,
        known: false,
        inner: None,
        partitive: false,
        times: Some(times),
    };
    match noun(scene, end + usize::from(scene.lower(end) == "of")) {
        Noun::Thing => None,
        Noun::None => Some(told),
        Noun::People { run, group, known, inner } => {
            Some(Victims { run: Run::new(at, run.end), noun: Some(run), group, known, inner, ..told })
        }
    }
}

/// "at least twice as many", "three times that number", "an equal number": where it ends, and what it says.
fn factor(scene: &Scene, at: usize) -> Option<(usize, Times)> {
    let words = &scene.lexicon.numbers;
    let begins = scene.begins(at) & TIMES != 0;
    if !begins && !scene.is_number(at) {
        return None;
    }
    if let Some(len) = scene.phrase(&words.equals, at) {
        return Some((at + len, Times { by: Multiple { times: 1, parts: 1 }, bound: None }));
    }
    let number = scene.number_over(at).filter(|n| n.run.start == at && scene.lower(n.run.end) == "times");
    let (from, times) = if let Some(number) = number {
        let by = Multiple { times: number.count.number.filter(|&n| n > 0)?, parts: 1 };
        (number.run.end + 1, Times { by, bound: Some(number.count.bound) })
    } else {
        let (len, bound) = scene.value(&words.before, at).map_or((0, None), |(len, bound)| (len, Some(bound)));
        let (n, by) = scene.value(&words.multiples, at + len)?;
        (at + len + n, Times { by, bound })
    };
    Some((from + scene.phrase(&words.multiplied, from)?, times))
}

/// Whether "twice" or "three times" stands right before a token.
pub(super) fn is_multiplied(scene: &Scene, at: usize) -> bool {
    scene.before(at) == "times" || scene.ending(&scene.lexicon.numbers.multiples, at).is_some()
}

/// "twice as many as last year", "twice as many women were killed as men": of something else than what was told before.
fn is_compared(scene: &Scene, from: usize) -> bool {
    let ends = |i: usize| matches!(scene.lower(i), "," | ";" | ":" | "." | "—" | "–") && !scene.page.glued(i + 1);
    let told = |i: usize| matches!(scene.lower(i), "as" | "than" | "compared") && !matches!(scene.lower(i + 1), "well" | "a");
    (from..scene.run.end.min(from + COMPARED)).take_while(|&i| !ends(i)).any(told)
}

/// Gives the multiples of a sentence their counts, and leaves out those that have none. `before` is what the sentence before told.
pub(super) fn resolve(figures: &mut [Victims], hits: Vec<Hit>, before: &[CasualtyClaim]) -> Vec<Hit> {
    let base = |multiple: &Hit| {
        let start = figures[multiple.victims].run.start;
        let earlier = hits.iter().filter(|h| h.whole.is_none() && figures[h.victims].run.end <= start);
        let here: Vec<Count> = earlier.map(|h| &figures[h.victims]).filter(|v| counts(v)).map(|v| v.count).collect();
        if here.is_empty() { one(before.iter().filter(|c| stands(c)).map(CasualtyClaim::count)) } else { one(here.into_iter()) }
    };
    let counted: Vec<Option<Count>> = hits.iter().map(|h| figures[h.victims].times.and(base(h))).collect();
    let mut out = Vec::with_capacity(hits.len());
    for (hit, base) in hits.into_iter().zip(counted) {
        match (figures[hit.victims].times, base) {
            (None, _) => out.push(hit),
            (Some(times), Some(base)) => {
                figures[hit.victims].count = base.multiplied(times.by, times.bound);
                out.push(Hit { rule: &rules::MULTIPLE, ..hit });
            }
            (Some(_), None) => {}
        }
    }
    out
}

/// The one figure of several claims; none where they differ.
fn one(mut counts: impl Iterator<Item = Count>) -> Option<Count> {
    let first = counts.next().filter(|c| c.high != Some(0))?;
    counts.all(|c| c == first).then_some(first)
}

/// Whether a figure may be multiplied.
fn counts(victims: &Victims) -> bool {
    victims.times.is_none() && matches!(victims.counting, Counting::Figure | Counting::Ordinal)
}

/// Whether a claim's figure may be multiplied.
fn stands(claim: &CasualtyClaim) -> bool {
    claim.part_of.is_none() && claim.rule != rules::MULTIPLE.id && !claim.is_individual() && claim.high != Some(0)
}
