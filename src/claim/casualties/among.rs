//! Parts told in a sentence of their own: "Five children were among the dead."

use super::Read;
use super::attach::Hit;
use super::row::{cues, row};
use super::rules;
use super::scene::Scene;
use super::victims::{Counting, Victims};
use crate::claim::Edge;
use crate::lexicon::vocabulary::Effect;
use crate::text::Run;

/// Reads a sentence that tells who is among the fallen; false where it does not.
pub(super) fn read(edge: &mut Edge, scene: &Scene, figures: &[Victims], read: &mut Read) -> bool {
    let Some((group, effect)) = fallen(scene) else { return false };
    let counted = |f: &&Victims| !matches!(f.counting, Counting::Definite | Counting::Named);
    let members: Vec<&Victims> = match group {
        Told::Among(at) => {
            let before: Vec<&Victims> = figures.iter().filter(counted).filter(|f| f.run.end <= at.start).collect();
            if before.is_empty() { figures.iter().filter(counted).filter(|f| f.run.start >= at.end).collect() } else { before }
        }
        Told::Included(end) => enumerated(scene, figures, end),
        Told::Of(v) => vec![&figures[v_of(figures, v)]],
    };
    if members.is_empty() {
        return false;
    }
    let whole = read.rows.iter().rev().find(|r| r.effect == effect && r.part_of.is_none()).map(|r| r.id.clone());
    for victims in members {
        let run = match group {
            Told::Among(at) if victims.run.end <= at.start && at.start - victims.run.end <= 3 => victims.run.cover(at),
            Told::Of(_) => Run::new(victims.run.start, predicate(scene, victims.run.end + 1).unwrap_or(victims.run.end)),
            _ => victims.run,
        };
        let at = figures.iter().position(|f| f.run == victims.run).unwrap_or(0);
        let hit = Hit { victims: at, trigger: None, effect, run, whole: None, rule: &rules::AMONG };
        let claim = row(edge, scene, &hit, victims, None, whole.clone());
        read.rows.push(claim);
        read.cues.push(cues(scene, run));
    }
    true
}

/// The figures that are enumerated from a token on.
fn enumerated<'f>(scene: &Scene, figures: &'f [Victims], from: usize) -> Vec<&'f Victims> {
    let mut at = from;
    let mut out = Vec::new();
    for victims in figures.iter().filter(|f| f.run.start >= from) {
        let joint = (at..victims.run.start).all(|i| scene.phrase(&scene.words.joints, i).is_some() || scene.is_adverb(i));
        if !joint || matches!(victims.counting, Counting::Definite | Counting::Named) {
            break;
        }
        at = victims.run.end;
        out.push(victims);
    }
    out
}

fn v_of(figures: &[Victims], start: usize) -> usize {
    figures.iter().position(|f| f.run.start == start).unwrap_or(0)
}

/// How a sentence names the fallen.
#[derive(Clone, Copy)]
enum Told {
    /// "among the dead": where it stands.
    Among(Run),
    /// "the dead included": where it ends.
    Included(usize),
    /// "five of the dead were": where the figure begins.
    Of(usize),
}

fn fallen(scene: &Scene) -> Option<(Told, Effect)> {
    scene.run.iter().find_map(|i| match scene.lower(i) {
        "among" | "amongst" => {
            let the = usize::from(matches!(scene.lower(i + 1), "the" | "those"));
            let (n, effect) = scene.value(&scene.words.fallen, i + 1 + the).filter(|_| the == 1)?;
            Some((Told::Among(Run::new(i, i + 2 + n)), effect))
        }
        "the" | "those" => {
            let (n, effect) = scene.value(&scene.words.fallen, i + 1)?;
            let end = i + 1 + n;
            let open = i == scene.run.start;
            let include = (end..scene.run.end.min(end + if open { 12 } else { 1 }))
                .find(|&j| matches!(scene.lower(j), "include" | "included" | "includes"));
            if let Some(include) = include {
                return Some((Told::Included(include + 1), effect));
            }
            let of = scene.before(i) == "of" && matches!(scene.lower(end), "were" | "are" | "was");
            let number = scene.told.numbers.iter().find(|x| of && x.run.end + 1 == i)?;
            predicate(scene, end + 1)?;
            Some((Told::Of(number.run.start), effect))
        }
        _ => None,
    })
}

/// "five of the dead were children": where the noun behind the verb ends.
fn predicate(scene: &Scene, from: usize) -> Option<usize> {
    let end = (from..scene.run.end.min(from + 3)).find_map(|i| scene.people(i).map(|(n, _)| i + n))?;
    (scene.lower(end) != "by" && !scene.words.participles.has(scene.lower(from))).then_some(end)
}
