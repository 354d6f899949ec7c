//! Which figure belongs to which trigger.

use std::ops::RangeInclusive;

use super::figures::{Figures, is_bare_in_place};
use super::rules;
use super::scene::Scene;
use super::trigger::{Form, Trigger};
use super::victims::{Counting, Victims};
use crate::lexicon::vocabulary::Effect;
use crate::rule::Rule;
use crate::text::Run;

/// A figure with what happened to those it counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    /// The figure, as an index into the sentence's.
    pub(super) victims: usize,
    /// The trigger, as an index; none where the figure itself tells what happened.
    pub(super) trigger: Option<usize>,
    pub(super) effect: Effect,
    /// The words of the claim.
    pub(super) run: Run,
    /// The figure that holds it, as an index.
    pub(super) whole: Option<usize>,
    pub(super) rule: &'static Rule,
}

/// A part that exceeds its whole by more than this factor is no part of it.
const ABSURD: i64 = 10;

/// The figures and triggers of a sentence as they are brought together.
pub(super) struct Attaching<'a, 't> {
    pub(super) scene: &'a Scene<'a, 't>,
    pub(super) figures: Figures<'a>,
    pub(super) triggers: &'a [Trigger],
    pub(super) hits: Vec<Hit>,
}

/// The figures of a sentence with their triggers, in the order of the text. Those in `told` are read already.
pub(super) fn attach(scene: &Scene, victims: &[Victims], triggers: &[Trigger], told: &[usize]) -> Vec<Hit> {
    let mut work = Attaching { scene, figures: Figures::new(scene, victims), triggers, hits: Vec::new() };
    for &v in told {
        work.figures.taken[v] = true;
    }
    work.inside();
    for (t, trigger) in triggers.iter().enumerate() {
        match trigger.form {
            Form::Toll => work.toll(t),
            Form::Act => work.act(t),
            Form::Noun => work.noun(t),
            _ => {}
        }
    }
    // What stands right before its verb belongs to it, whatever precedes: "12 killed 20 wounded" is two figures.
    for (t, trigger) in triggers.iter().enumerate().rev() {
        if trigger.form == Form::Bare && work.figures.object_at(scene, trigger.run.end).is_none() {
            work.reduced(t);
        }
    }
    // "killed 28 people and one missing".
    for (t, trigger) in triggers.iter().enumerate() {
        let beside = |v: usize| work.figures.all[v].run.end == trigger.chain.start && work.figures.all[v].noun.is_none();
        let own = work
            .figures
            .ending_by(trigger.chain.start)
            .filter(|&v| v > 0 && beside(v) && !work.figures.taken[v] && !work.figures.is_part(v));
        if let Some(v) = own.filter(|_| trigger.form == Form::Intransitive && !trigger.unreal) {
            work.take(v..=v, v, t, trigger.run, &rules::DIED);
        }
    }
    for (t, trigger) in triggers.iter().enumerate() {
        match trigger.form {
            Form::Passive | Form::Intransitive => work.subject(t),
            Form::Active => work.object(t),
            Form::Bare if work.figures.object_at(scene, trigger.run.end).is_some() => work.object(t),
            Form::Bare => work.reduced(t),
            _ => {}
        }
    }
    work.elided();
    work.parts();
    work.hits.sort_by_key(|h| (victims[h.victims].run.start, h.whole.is_some()));
    work.hits
}

impl Attaching<'_, '_> {
    /// "eight dead civilians": the noun phrase tells all.
    fn inside(&mut self) {
        for (v, victims) in self.figures.all.iter().enumerate() {
            let Some((_, effect)) = victims.inner.filter(|_| !self.figures.taken[v]) else { continue };
            // "One of the wounded died": what the verb says.
            let told =
                victims.partitive && self.triggers.iter().any(|t| t.chain.start == victims.run.end && t.effect == Effect::Killed);
            if told {
                continue;
            }
            let hit = Hit { victims: v, trigger: None, effect, run: victims.run, whole: None, rule: &rules::NOMINAL };
            match victims.counting {
                Counting::Figure => self.hits.push(hit),
                // "The farmer took his own life": with who did it, where that is next to it.
                Counting::Pronoun => {
                    let who = v.checked_sub(1).filter(|&w| self.figures.all[w].run.end == victims.run.start);
                    let run = who.map_or(victims.run, |w| self.figures.all[w].run.cover(victims.run));
                    self.hits.push(Hit { run, rule: &rules::PRONOUN, ..hit });
                }
                _ => {}
            }
        }
    }

    /// Takes a chain of figures for a trigger. The one next to the trigger, `near`, gets `words` into its own.
    pub(super) fn take(&mut self, chain: RangeInclusive<usize>, near: usize, t: usize, words: Run, rule: &'static Rule) {
        let effect = self.triggers[t].effect;
        for v in chain {
            let victims = &self.figures.all[v];
            if self.figures.taken[v] || victims.inner.is_some_and(|(_, e)| e == effect) {
                continue;
            }
            self.figures.taken[v] = true;
            let run = if v == near { victims.run.cover(words) } else { victims.run };
            let rule = by_counting(victims.counting, rule);
            // "four shot, one of them fatally": of those four.
            let whole = self.figures.part_of[v].filter(|&w| self.figures.taken[w]);
            self.hits.push(Hit { victims: v, trigger: Some(t), effect, run, whole, rule });
        }
    }

    /// "Twelve people died in Porto and four in Braga": a figure before a place shares the verb of the one before.
    fn elided(&mut self) {
        let scene = self.scene;
        for v in 1..self.figures.all.len() {
            let (left, right) = (&self.figures.all[v - 1], &self.figures.all[v]);
            let joined = matches!(scene.before(right.run.start), "and" | "," | ";");
            if !is_bare_in_place(scene, right) || !joined || self.figures.taken[v] || self.figures.is_part(v) {
                continue;
            }
            let Some(held) = self.hits.iter().find(|h| h.victims == v - 1 && h.whole.is_none()).copied() else { continue };
            let Some(t) = held.trigger else { continue };
            let gap = Run::new(left.run.end.max(self.triggers[t].run.end).min(right.run.start), right.run.start);
            let plain = gap.iter().all(|i| scene.verb(i).is_none()) && !self.triggers.iter().any(|t| gap.has(t.run.start));
            if plain && left.counting == Counting::Figure {
                self.take(v..=v, v, t, right.run, &rules::ELLIPSIS);
            }
        }
    }

    /// "including three children": the parts of what was taken.
    fn parts(&mut self) {
        let mut wholes: Vec<Option<usize>> = vec![None; self.figures.all.len()];
        for (h, hit) in self.hits.iter().enumerate() {
            wholes[hit.victims].get_or_insert(h);
        }
        for (v, victims) in self.figures.all.iter().enumerate() {
            let Some(whole) = self.figures.part_of[v].filter(|_| !self.figures.taken[v]) else { continue };
            let Some(held) = wholes[whole].map(|h| self.hits[h]) else { continue };
            if matches!(victims.counting, Counting::Pronoun | Counting::Nobody) {
                continue;
            }
            // "18 died, of whom two million were evacuated": a part so large is of something else.
            let high = self.figures.all[whole].count.high;
            if high.zip(victims.count.low).is_some_and(|(high, low)| low > high.saturating_mul(ABSURD)) {
                continue;
            }
            let effect = victims.inner.map_or(held.effect, |(_, e)| e);
            self.hits.push(Hit { victims: v, effect, run: victims.run, whole: Some(whole), rule: &rules::PART, ..held });
        }
    }
}

/// A verb's rule is that of its subject or object where these count without a figure.
fn by_counting(counting: Counting, rule: &'static Rule) -> &'static Rule {
    if ![rules::PASSIVE.id, rules::ACTIVE.id, rules::DIED.id, rules::ELLIPSIS.id, rules::ACT.id].contains(&rule.id) {
        return rule;
    }
    match counting {
        Counting::Figure => rule,
        Counting::Singular | Counting::Definite => &rules::SINGULAR,
        Counting::Ordinal => &rules::ORDINAL,
        Counting::Nobody => &rules::NOBODY,
        Counting::Named => &rules::NAMED,
        Counting::Pronoun => &rules::PRONOUN,
    }
}
