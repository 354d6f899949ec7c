//! One person told twice: "the fourth victim, a woman, died", "Anna Berg, a nurse, was killed".

use super::scene::Scene;
use super::victims::{Counting, Victims};
use crate::lexicon::vocabulary::Group;
use crate::text::Run;

/// The figures without those that only say more of the one before.
pub(super) fn fold(scene: &Scene, figures: Vec<Victims>) -> Vec<Victims> {
    let mut out: Vec<Victims> = Vec::with_capacity(figures.len());
    for (i, figure) in figures.iter().enumerate() {
        let next = figures.get(i + 1);
        match out.last_mut().filter(|head| is_apposed(scene, head, figure, next)) {
            Some(head) if head.group == Group::Unknown => head.group = figure.group,
            Some(_) => {}
            None => out.push(*figure),
        }
    }
    out
}

/// Whether `figure` only says more of `head`: a comma before, no enumeration behind.
fn is_apposed(scene: &Scene, head: &Victims, figure: &Victims, next: Option<&Victims>) -> bool {
    let one = |v: &Victims| v.count.number == Some(1) && v.count.low == v.count.high && v.counting != Counting::Ordinal;
    let gap = Run::new(head.run.end, figure.run.start);
    let beside = gap.len() == 1 && scene.lower(gap.start) == ",";
    if !beside || !one(head) || !one(figure) || figure.counting == Counting::Figure {
        return false;
    }
    let named = |v: &Victims| v.counting == Counting::Named;
    if named(head) {
        return !named(figure);
    }
    // "his brother, a nurse and two guards" counts them.
    !next.is_some_and(|n| {
        let joint = Run::new(figure.run.end, n.run.start);
        (1..=2).contains(&joint.len()) && matches!(scene.lower(joint.end - 1), "and" | "or" | ",")
    })
}
