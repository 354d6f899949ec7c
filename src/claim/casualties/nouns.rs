//! Figures beside nouns of harm: "12 deaths", "the killing of three activists", "the death toll rose to 58".

use super::attach::Attaching;
use super::rules;
use super::victims::{Counting, Victims};
use crate::text::Run;

/// How far a toll's figure may stand behind it.
const TOLL: usize = 14;
/// How far where a verb leads to it: "the toll from the blast in the old town has risen to 86".
const FAR_TOLL: usize = 30;
/// A toll's claim begins with the toll, unless more than these stand between.
const NEAR_TOLL: usize = 6;

impl Attaching<'_, '_> {
    /// "12 deaths", "no casualties", "four traffic deaths".
    pub(super) fn noun(&mut self, t: usize) {
        let (scene, words) = (self.scene, self.triggers[t].run);
        let Some(v) = self.figures.ending_by(words.start) else { return };
        let victims = &self.figures.all[v];
        let of = usize::from(victims.noun.is_none() && scene.lower(victims.run.end) == "of");
        let gap = Run::new(victims.run.end + of, words.start);
        let plain = gap.len() <= 3 && gap.iter().all(|i| scene.is_word(i) && !scene.words.stops.has(scene.key(i)));
        let rule = match victims.counting {
            Counting::Figure if plain => &rules::NOMINAL,
            Counting::Nobody if victims.run.end == words.start => &rules::NOBODY,
            _ => return,
        };
        if !self.figures.taken[v] {
            self.take(v..=v, v, t, words, rule);
        }
    }

    /// "the killing of three activists", "the bodies of 12 people".
    pub(super) fn act(&mut self, t: usize) {
        let (scene, words) = (self.scene, self.triggers[t].run);
        let Some(first) = self.figures.object_at(scene, words.end + 1) else {
            let word = scene.lower(words.end - 1);
            if scene.words.nouns.has(word) || scene.words.bodies.has(word) {
                self.noun(t);
            }
            return;
        };
        self.take(self.figures.chain_on(first), first, t, words, &rules::ACT);
    }

    /// "the death toll rose to 58", "a toll of eight dead", "brought to 49 the number killed".
    pub(super) fn toll(&mut self, t: usize) {
        let words = self.triggers[t].run;
        let scene = self.scene;
        // "The toll, which officials had put at 40, is now 58".
        let aside = scene.lower(words.end) == "," && scene.lower(words.end + 1) == "which";
        let closed = aside.then(|| (words.end + 2..words.end + TOLL).find(|&i| scene.lower(i) == ",")).flatten();
        let end = closed.map_or(words.end, |i| i + 1);
        let Some(v) = self.brought(words).or_else(|| self.behind_toll(end)) else { return };
        let start = self.figures.all[v].run.start;
        let words = if start > words.end + NEAR_TOLL { self.predicate(Run::new(words.end, start)) } else { words };
        self.take(v..=v, v, t, words, &rules::TOLL);
    }

    /// The figure behind a toll: the one a "to" leads to ("from 40 to 58"), else the first that is linked.
    fn behind_toll(&self, end: usize) -> Option<usize> {
        let scene = self.scene;
        let stop = scene.run.end.min(end + FAR_TOLL);
        let breaks = |&i: &usize| matches!(scene.lower(i), ";" | "when" | "after" | "who");
        if matches!(scene.lower(end), "when" | "after") {
            return self.behind_clause(Run::new(end, stop));
        }
        let stop = (end..stop).find(breaks).unwrap_or(stop);
        let mut first = None;
        for v in self.figures.beginning_in(Run::new(end, stop)) {
            if self.figures.taken[v] || !self.is_linked(&self.figures.all[v], end) {
                continue;
            }
            if scene.before(self.figures.all[v].run.start) == "to" {
                return Some(v);
            }
            first = first.or(Some(v));
        }
        first
    }

    /// "The number of people killed when a ferry sank rose to 14": behind the clause only a change leads to the figure, and no other
    /// toll stands between.
    fn behind_clause(&self, run: Run) -> Option<usize> {
        let scene = self.scene;
        let next = self.triggers.iter().map(|t| t.run.start).filter(|&at| at >= run.start).min().unwrap_or(run.end);
        let leads = |victims: &Victims| {
            let to = victims.run.start;
            victims.counting == Counting::Figure && scene.before(to) == "to" && self.is_change(scene.before(to - 1))
        };
        self.figures
            .beginning_in(Run::new(run.start, run.end.min(next)))
            .find(|&v| !self.figures.taken[v] && leads(&self.figures.all[v]))
    }

    /// Whether a verb or preposition leads from a toll to a figure; far from it, only a verb does.
    fn is_linked(&self, victims: &Victims, end: usize) -> bool {
        let scene = self.scene;
        let mut start = victims.run.start;
        // "The toll is now 57".
        while start > end && scene.is_adverb(start - 1) {
            start -= 1;
        }
        let link = scene.before(start);
        if victims.counting != Counting::Figure || !scene.words.toll_links.has(link) {
            return false;
        }
        let verb = if self.is_preposition(link) { scene.before(start - 1) } else { link };
        // "the number of dead in the blast in the old town from 14 to 13", "down by one to 13".
        let pair = link == "to" && scene.is_number(start - 2) && matches!(scene.before(start - 2), "from" | "by");
        let told = pair || self.is_change(verb) || scene.words.toll_links.has(verb) && !self.is_preposition(verb);
        start - end <= TOLL || told
    }

    fn is_preposition(&self, word: &str) -> bool {
        self.scene.words.stops.has(word) && !matches!(word, "is" | "was" | "be")
    }

    fn is_change(&self, word: &str) -> bool {
        self.scene.lexicon.numbers.changes.words.has(word) || self.scene.words.brings.has(word)
    }

    /// "brought to 49 the number killed": the figure before a toll.
    fn brought(&self, toll: Run) -> Option<usize> {
        let scene = self.scene;
        let v = self.figures.ending_by(toll.start)?;
        let run = self.figures.all[v].run;
        let near = toll.start - run.end <= 3 && run.start > scene.run.start + 1;
        (near && scene.before(run.start) == "to" && scene.words.brings.has(scene.key(run.start - 2))).then_some(v)
    }

    /// The last words before a figure that make a predicate of it: "has risen to".
    fn predicate(&self, before: Run) -> Run {
        let scene = self.scene;
        let mut start = before.end - 1;
        let verbal = |i: usize| scene.verb(i).is_some() || self.is_change(scene.lower(i));
        while start > before.start && verbal(start - 1) {
            start -= 1;
        }
        Run::new(start, before.end)
    }
}
