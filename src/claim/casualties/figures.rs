//! How the figures of a sentence hang together: enumerations, and parts of a whole.

use std::ops::RangeInclusive;

use super::injury::compound;
use super::scene::Scene;
use super::victims::{Counting, Victims};
use crate::lexicon::kinds::DETERMINER;
use crate::text::{Run, TokenKind};

/// The figures of a sentence, and which of them a trigger has taken.
pub(super) struct Figures<'a> {
    /// In order, not overlapping.
    pub(super) all: &'a [Victims],
    /// "including three children": the figure that it is a part of.
    pub(super) part_of: Vec<Option<usize>>,
    /// Enumerated with the figure before it.
    joined: Vec<bool>,
    pub(super) taken: Vec<bool>,
}

impl<'a> Figures<'a> {
    pub(super) fn new(scene: &Scene, all: &'a [Victims]) -> Self {
        let n = all.len();
        let mut out = Self { all, part_of: vec![None; n], joined: vec![false; n], taken: vec![false; n] };
        for i in 1..n {
            let gap = Run::new(all[i - 1].run.end, all[i].run.start);
            let behind =
                scene.before(all[i].run.start) == "," && scene.phrase(&scene.words.parts, all[i].run.end).is_some_and(|n| n == 2);
            let placed = is_placed(scene, &all[i - 1], gap, &all[i], out.part_of[i - 1].is_some());
            let opened = behind || placed || opens_part(scene, gap) || is_selected(scene, &all[i]) || is_graded(scene, &all[i]);
            out.joined[i] = !opened && is_joint(scene, &all[i - 1], gap, &all[i]);
            out.part_of[i] = if opened {
                Some(out.part_of[i - 1].unwrap_or(i - 1))
            } else if out.joined[i] {
                out.part_of[i - 1]
            } else {
                None
            };
        }
        for i in 1..n {
            out.among(scene, i);
        }
        out
    }

    /// "Two medics were among 31 people killed": the figures before are a part of the one behind.
    fn among(&mut self, scene: &Scene, whole: usize) {
        let gap = Run::new(self.all[whole - 1].run.end, self.all[whole].run.start);
        let told =
            gap.len() == 2 && matches!(scene.lower(gap.start), "was" | "were" | "are") && scene.lower(gap.start + 1) == "among";
        let mut part = whole;
        while told && part > 0 && (part == whole || self.joined[part]) && self.part_of[part - 1].is_none() {
            part -= 1;
            self.part_of[part] = Some(whole);
        }
    }

    pub(super) fn is_part(&self, i: usize) -> bool {
        self.part_of[i].is_some()
    }

    /// The last figure that ends at or before a token.
    pub(super) fn ending_by(&self, token: usize) -> Option<usize> {
        self.all.partition_point(|v| v.run.end <= token).checked_sub(1)
    }

    /// The figures that begin in a run.
    pub(super) fn beginning_in(&self, run: Run) -> std::ops::Range<usize> {
        let first = self.all.partition_point(|v| v.run.start < run.start);
        first..self.all.partition_point(|v| v.run.start < run.end).max(first)
    }

    /// The free figure that begins where a verb's object does, over words like "a total of".
    pub(super) fn object_at(&self, scene: &Scene, end: usize) -> Option<usize> {
        let mut at = end;
        loop {
            // "killed not 30 people but four".
            if scene.lower(at) == "not"
                && let Ok(v) = self.all.binary_search_by_key(&(at + 1), |v| v.run.start)
                && let Some(right) = self.all.get(v + 1)
                && right.run.start == self.all[v].run.end + 1
                && scene.before(right.run.start) == "but"
            {
                return (!self.taken[v + 1]).then_some(v + 1);
            }
            if let Ok(v) = self.all.binary_search_by_key(&at, |v| v.run.start) {
                return (!self.taken[v]).then_some(v);
            }
            at += scene.phrase(&scene.words.fillers, at)?;
            if at > end + 5 {
                return None;
            }
        }
    }

    /// The figure and those enumerated before it.
    pub(super) fn chain_back(&self, last: usize) -> RangeInclusive<usize> {
        let mut first = last;
        while first > 0 && self.joined[first] && !self.taken[first - 1] && !self.is_part(first - 1) {
            first -= 1;
        }
        first..=last
    }

    /// The figure and those enumerated behind it.
    pub(super) fn chain_on(&self, first: usize) -> RangeInclusive<usize> {
        let mut last = first;
        while last + 1 < self.all.len() && self.joined[last + 1] && !self.taken[last + 1] && !self.is_part(last + 1) {
            last += 1;
        }
        first..=last
    }
}

/// Whether two figures are enumerated: nothing but a joint stands between them, or a short "of" phrase and a joint. Text
/// without commas sets them side by side.
fn is_joint(scene: &Scene, left: &Victims, gap: Run, right: &Victims) -> bool {
    // "A woman and her two daughters".
    let own = gap.len() > 1 && matches!(scene.lower(gap.end - 1), "his" | "her" | "their" | "its");
    let gap = if own { Run::new(gap.start, gap.end - 1) } else { gap };
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
    let pronoun = |v: &Victims| v.counting == Counting::Pronoun && !scene.lower(v.run.start).ends_with("self");
    // "killed Ron Hill, 16": an age.
    let age = left.counting == Counting::Named && right.counting == Counting::Figure && right.noun.is_none();
    if age || pronoun(left) && i == gap.end || pronoun(right) {
        return false;
    }
    if i == gap.end {
        return i == gap.start && left.known && right.noun.is_some() && left.noun.is_some();
    }
    // "A woman in her 50s and a girl": over an age told so.
    if scene.lower(i) == "in" && matches!(scene.lower(i + 1), "his" | "her" | "their") {
        let age = (i + 2..gap.end.min(i + 5)).find(|&j| {
            scene.lower(j).ends_with('s') && !scene.is_content(j)
                || matches!(scene.lower(j), "teens" | "twenties" | "thirties" | "forties" | "fifties" | "sixties")
        });
        i = age.map_or(i, |j| j + 1);
    }
    // "Ron Hill, 33, and Ann Berg": over an age.
    if left.counting == Counting::Named
        && i + 2 <= gap.end
        && scene.lower(i) == ","
        && scene.page.kind(i + 1) == Some(TokenKind::Number)
    {
        i += 2;
    }
    let from = i;
    while i < gap.end {
        match scene.phrase(&scene.words.joints, i) {
            Some(n) => i += n,
            None => return false,
        }
    }
    // "killing 1, Outside Downtown": behind a figure a comma alone joins no name.
    // "According to the governor, 19 soldiers", "injuring 61, the minister said": nor does it join who speaks.
    let comma = gap.end - from == 1 && scene.lower(from) == ",";
    let figure = |v: &Victims| v.counting == Counting::Figure;
    let article = scene.is(left.run.start, DETERMINER);
    let told = (left.counting != Counting::Singular || article) && right.counting != Counting::Pronoun;
    let loose = comma && !scene.headline && told && (figure(left) != figure(right)) && !is_enumerated(scene, right.run.end);
    i == gap.end && !loose && !(comma && right.counting == Counting::Named && figure(left))
}

/// Whether "and" follows within a few words, before another comma: the comma before was one of an enumeration.
fn is_enumerated(scene: &Scene, from: usize) -> bool {
    let mut i = from + usize::from(scene.lower(from) == ",");
    let stop = i + 6;
    while i < stop && scene.is_word(i) && scene.verb(i).is_none() {
        if scene.lower(i) == "and" {
            return true;
        }
        i += 1;
    }
    false
}

/// "four in Hama": a figure without a noun, before a place.
pub(super) fn is_bare_in_place(scene: &Scene, v: &Victims) -> bool {
    v.noun.is_none() && v.counting == Counting::Figure && !v.partitive && scene.sets_place(v.run.end)
}

/// "killed 12 people, seven in Homs and four in Hama": places that share the figure before them.
fn is_placed(scene: &Scene, left: &Victims, gap: Run, right: &Victims, within: bool) -> bool {
    let less = right.count.number.zip(left.count.number).is_some_and(|(part, whole)| within || part < whole);
    let first = gap.len() == 1 && scene.lower(gap.start) == "," && left.noun.is_some();
    let next = within && scene.sets_place(gap.start) && matches!(scene.before(gap.end), "and" | ",");
    is_bare_in_place(scene, right) && less && (first || next && gap.iter().all(|i| scene.verb(i).is_none()))
}

/// "six critically", "one of them fatally": of the figure before.
fn is_graded(scene: &Scene, victims: &Victims) -> bool {
    let end = victims.run.end;
    let graded = scene.value(&scene.words.severity, end).is_some() || matches!(scene.lower(end), "fatally" | "mortally");
    let closed = !scene.is_word(end + 1) || !scene.words.participles.has(scene.key(end + 1));
    // "14 were hurt, five with life-threatening injuries".
    let wounds = matches!(scene.lower(end), "with" | "in") && victims.noun.is_none() && scene.before(victims.run.start) == ",";
    let wounded = wounds && compound(scene, end).is_some();
    (scene.lower(end).ends_with("ly") && graded && closed || wounded) && victims.counting == Counting::Figure
}

/// Whether the words before a figure open a part: "including", "among them".
fn opens_part(scene: &Scene, gap: Run) -> bool {
    let to = gap.end;
    let ends = |i: usize| {
        let Some(n) = scene.phrase(&scene.words.parts, i) else { return false };
        i + n == to || i + n + 1 == to && matches!(scene.lower(to - 1), "," | "the" | "were" | "are" | "was")
    };
    (gap.start.max(to.saturating_sub(4))..to).any(ends)
}

/// "30 of them children", "one of whom".
fn is_selected(scene: &Scene, victims: &Victims) -> bool {
    victims.partitive && victims.run.iter().any(|i| matches!(scene.lower(i), "them" | "whom" | "which"))
}
