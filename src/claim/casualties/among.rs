//! Parts told in words of their own: "Five children were among the dead."

use super::attach::Hit;
use super::rules;
use super::scene::Scene;
use super::victims::{Counting, Victims};
use crate::lexicon::harm_starts::TOLD;
use crate::lexicon::vocabulary::{Effect, Group};
use crate::text::Run;

/// How many claims back the whole of such a part is looked for.
pub(super) const BACK: usize = 200;

/// Who is told to be among the fallen.
pub(super) struct Among {
    /// "among the dead", "the dead included", "of the dead were".
    pub(super) words: Run,
    pub(super) effect: Effect,
    /// The figures, as indices.
    pub(super) members: Vec<usize>,
    /// Whom the words name: "were soldiers".
    pub(super) group: Group,
    /// Where the claim of the last member ends, if that is behind its own words: "five of the dead were children".
    end: Option<usize>,
}

impl Among {
    /// One figure that the words tell of, down to the noun at their end.
    fn of_one(scene: &Scene, words: Run, effect: Effect, member: usize) -> Self {
        Self { words, effect, members: vec![member], group: group_ending(scene, words.end), end: Some(words.end) }
    }

    /// "among the victims": it is not said of what.
    pub(super) fn of_any(&self, scene: &Scene) -> bool {
        self.words.iter().any(|i| matches!(scene.lower(i), "victims" | "them"))
    }

    /// The figures as parts of a toll that was told before.
    pub(super) fn hits(&self, figures: &[Victims], effect: Effect) -> Vec<Hit> {
        let last = self.members.last().copied();
        let hit = |&victims: &usize| {
            let own = figures[victims].run;
            let run = self.end.filter(|_| Some(victims) == last).map_or(own, |end| Run::new(own.start, end.max(own.end)));
            Hit { victims, trigger: None, effect, run, whole: None, rule: &rules::AMONG }
        };
        self.members.iter().map(hit).collect()
    }
}

/// Whether a sentence may tell who is among the fallen, or who harmed themselves: the words that say so are there.
pub(super) fn is_told(scene: &Scene) -> bool {
    scene.run.iter().any(|i| {
        let begins = scene.begins(i) & TOLD != 0;
        let told = || [&scene.words.fallen, &scene.words.self_harm].into_iter().any(|table| scene.value(table, i).is_some());
        begins && told() || scene.lower(i) == "them" && scene.before(i) == "of"
    })
}

/// The first words of a sentence that tell who is among the fallen.
pub(super) fn find(scene: &Scene, figures: &[Victims]) -> Option<Among> {
    scene.run.iter().find_map(|i| match scene.lower(i) {
        "among" | "amongst" => among(scene, figures, i),
        "of" if i == scene.run.start => chosen(scene, figures, i),
        "the" | "those" => included(scene, figures, i).or_else(|| selected(scene, figures, i)),
        "them" if scene.before(i) == "of" => of_them(scene, figures, i),
        _ => None,
    })
}

/// "Five children were among the dead", "Among the dead were five children".
fn among(scene: &Scene, figures: &[Victims], at: usize) -> Option<Among> {
    if !matches!(scene.lower(at + 1), "the" | "those") {
        return None;
    }
    let (n, effect) = scene.value(&scene.words.fallen, at + 2)?;
    let words = Run::new(at, at + 2 + n);
    let before = enumerated_before(scene, figures, at);
    if before.is_empty() {
        let members = enumerated(scene, figures, words.end);
        return (!members.is_empty()).then_some(Among { words, effect, members, group: Group::Unknown, end: None });
    }
    Some(Among { words, effect, members: before, group: Group::Unknown, end: Some(words.end) })
}

/// "The dead included five children"; at a sentence's beginning words may stand between.
fn included(scene: &Scene, figures: &[Victims], at: usize) -> Option<Among> {
    let (n, effect) = scene.value(&scene.words.fallen, at + 1)?;
    let end = at + 1 + n;
    let reach = if at == scene.run.start { 12 } else { 1 };
    // "The victims were 82 Iranians and 63 Canadians".
    let are = matches!(scene.lower(end), "were" | "are") && scene.is_number(end + 1);
    let told = |&j: &usize| matches!(scene.lower(j), "include" | "included" | "includes");
    let include = (end..scene.run.end.min(end + reach)).find(told).or(are.then_some(end))?;
    let members = enumerated(scene, figures, include + 1);
    (!members.is_empty()).then_some(Among { words: Run::new(at, include + 1), effect, members, group: Group::Unknown, end: None })
}

/// "Five of the dead were children".
fn selected(scene: &Scene, figures: &[Victims], at: usize) -> Option<Among> {
    let (n, effect) = scene.value(&scene.words.fallen, at + 1)?;
    let verb = at + 1 + n;
    if scene.before(at) != "of" || !matches!(scene.lower(verb), "were" | "are" | "was") {
        return None;
    }
    let member = figures.partition_point(|f| f.run.start < at).checked_sub(1)?;
    if figures[member].run.end + 1 < at {
        return None;
    }
    let end = (verb + 1..scene.run.end.min(verb + 4)).find_map(|i| scene.people(i).map(|(n, _)| i + n))?;
    let passive = scene.words.participles.has(scene.key(verb + 1)) || scene.lower(end) == "by";
    (!passive).then_some(Among::of_one(scene, Run::new(at, end), effect, member))
}

/// "Of the 19 dead, four were policemen".
fn chosen(scene: &Scene, figures: &[Victims], at: usize) -> Option<Among> {
    if !matches!(scene.lower(at + 1), "the" | "those") {
        return None;
    }
    let fallen = scene.number_over(at + 2).map_or(at + 2, |n| n.run.end);
    let (n, effect) = scene.value(&scene.words.fallen, fallen)?;
    let comma = fallen + n;
    let member = figures.iter().position(|f| f.run.start == comma + 1).filter(|_| scene.lower(comma) == ",")?;
    let verb = figures[member].run.end;
    let end = (verb + 1..scene.run.end.min(verb + 4)).find_map(|i| scene.people(i).map(|(n, _)| i + n))?;
    let told = matches!(scene.lower(verb), "were" | "are" | "was") && figures[member].noun.is_none();
    told.then_some(Among::of_one(scene, Run::new(verb, end), effect, member))
}

/// "Four of them were children", with no word of what happened to them.
fn of_them(scene: &Scene, figures: &[Victims], at: usize) -> Option<Among> {
    if !matches!(scene.lower(at + 1), "were" | "are" | "was") || at > scene.run.start + 5 {
        return None;
    }
    let member = figures.partition_point(|f| f.run.start < at).checked_sub(1).filter(|&m| figures[m].run.end == at + 1)?;
    let end = (at + 2..scene.run.end.min(at + 5)).find_map(|i| scene.people(i).map(|(n, _)| i + n))?;
    let harmed = (at + 2..end).any(|i| scene.words.participles.has(scene.key(i)));
    let words = Run::new(at, end);
    (!harmed).then_some(Among::of_one(scene, words, Effect::Killed, member))
}

/// The group of the noun of people that ends at a token.
fn group_ending(scene: &Scene, end: usize) -> Group {
    let found = (1..=3).filter_map(|n| scene.people(end.checked_sub(n)?).filter(|(len, _)| *len == n));
    found.map(|(_, group)| group).next_back().unwrap_or(Group::Unknown)
}

fn counts(victims: &Victims) -> bool {
    !matches!(victims.counting, Counting::Definite | Counting::Named | Counting::Pronoun)
}

/// Whether nothing but joints and adverbs stands in a gap.
fn is_joint(scene: &Scene, gap: Run) -> bool {
    gap.iter().all(|i| {
        scene.phrase(&scene.words.joints, i).is_some() || scene.is_adverb(i) || matches!(scene.lower(i), "was" | "were" | "are")
    })
}

/// The figures that are enumerated from a token on.
fn enumerated(scene: &Scene, figures: &[Victims], from: usize) -> Vec<usize> {
    let mut at = from;
    let mut out = Vec::new();
    for (i, victims) in figures.iter().enumerate().skip(figures.partition_point(|f| f.run.start < from)) {
        if !counts(victims) || !is_joint(scene, Run::new(at, victims.run.start)) {
            break;
        }
        at = victims.run.end;
        out.push(i);
    }
    out
}

/// The figures that are enumerated up to a token.
fn enumerated_before(scene: &Scene, figures: &[Victims], to: usize) -> Vec<usize> {
    let mut at = to;
    let mut out = Vec::new();
    for i in (0..figures.partition_point(|f| f.run.end <= to)).rev() {
        if !counts(&figures[i]) || at - figures[i].run.end > 4 || !is_joint(scene, Run::new(figures[i].run.end, at)) {
            break;
        }
        at = figures[i].run.start;
        out.push(i);
    }
    out.reverse();
    out
}
