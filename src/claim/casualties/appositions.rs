//! One person told twice: "the fourth victim, a woman, died", "Anna Berg, a nurse, was killed".

use super::scene::Scene;
use super::victims::{Counting, Victims};
use crate::lexicon::vocabulary::Group;
use crate::text::Run;

/// The figures without those that only say more of the one before.
pub(super) fn fold(scene: &Scene, figures: &[Victims]) -> Vec<Victims> {
    let mut out: Vec<Victims> = Vec::with_capacity(figures.len());
    let mut i = 0;
    while i < figures.len() {
        let (figure, next) = (&figures[i], figures.get(i + 1));
        match out.last_mut().filter(|head| is_apposed(scene, head, figure, next)) {
            Some(head) if head.group == Group::Unknown => head.group = figure.group,
            Some(_) => {}
            None => out.push(*figure),
        }
        i += 1;
        if out.last().is_some_and(|head| head.run == figure.run) {
            i += listed(scene, figure, &figures[i..]);
        }
    }
    out
}

/// Whether `figure` only says more of `head`: a comma or nothing before, no enumeration behind.
fn is_apposed(scene: &Scene, head: &Victims, figure: &Victims, next: Option<&Victims>) -> bool {
    let gap = Run::new(scene.over_age(head.run.end).min(figure.run.start), figure.run.start);
    let aged = gap.start > head.run.end;
    let named = |v: &Victims| v.counting == Counting::Named;
    // "her neighbour Maria Lopez".
    if gap.is_empty() && !aged {
        return is_one(head) && named(figure) && !named(head);
    }
    let beside = aged && gap.is_empty() || gap.len() == 1 && scene.lower(gap.start) == ",";
    if !beside || !is_one(head) || !is_one(figure) || matches!(figure.counting, Counting::Figure | Counting::Pronoun) {
        return false;
    }
    if named(head) {
        return !named(figure);
    }
    // "his wife, Denise, his sister": the wife's name.
    let kin = head.counting == Counting::Definite && matches!(scene.lower(head.run.start), "his" | "her" | "their");
    if kin && named(figure) && scene.lower(figure.run.end) == "," {
        return true;
    }
    // "his brother, a nurse and two guards" counts them.
    !next.is_some_and(|n| {
        let joint = Run::new(figure.run.end, n.run.start);
        (1..=2).contains(&joint.len()) && matches!(scene.lower(joint.end - 1), "and" | "or" | ",")
    })
}

fn is_one(v: &Victims) -> bool {
    v.count.number == Some(1) && v.count.low == v.count.high && v.counting != Counting::Ordinal
}

/// How many of the figures behind a number are those it counts: "two pilots, a Frenchman and a Belgian, died".
fn listed(scene: &Scene, head: &Victims, behind: &[Victims]) -> usize {
    let Some(n) = head.count.number.and_then(|n| usize::try_from(n).ok()).filter(|n| (2..=behind.len()).contains(n)) else {
        return 0;
    };
    let mut at = head.run.end;
    if !matches!(scene.lower(at), "," | "-" | "–" | "—" | ":" | "(") {
        return 0;
    }
    for (i, one) in behind[..n].iter().enumerate() {
        let gap = Run::new(scene.over_age(at).min(one.run.start), one.run.start);
        let joint = gap.iter().all(|j| matches!(scene.lower(j), "," | "and" | "-" | "–" | "—" | ":" | "("));
        let individual = matches!(one.counting, Counting::Singular | Counting::Named | Counting::Definite);
        if !joint || !individual || !is_one(one) || i > 0 && gap.is_empty() && scene.over_age(at) == at {
            return 0;
        }
        at = one.run.end;
    }
    n
}
