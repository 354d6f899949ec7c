//! Casualty figures: how many were killed, injured, missing, displaced, detained or abducted.
//!
//! A sentence gives figures (`victims`) and words of harm (`trigger`); `attach` says which belong together, `row` what else
//! the sentence tells of it, `event` which figures speak of one incident.

mod among;
mod attach;
mod event;
mod figures;
mod nouns;
mod row;
mod rules;
mod scene;
mod scope;
mod setting;
mod trigger;
mod verbs;
mod victims;

use super::Edge;
use super::record::{CasualtyClaim, Unread};
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Effect, UnreadReason};

use attach::attach;
use event::{Cues, group};
use row::{cues, row};
pub use rules::RULES;
use scene::Scene;
use trigger::{Trigger, triggers};
use victims::{Victims, victims};

/// What was read so far of an article.
#[derive(Default)]
struct Read {
    rows: Vec<CasualtyClaim>,
    cues: Vec<Cues>,
    unread: Vec<Unread>,
}

/// The claims of a story, and the sentences that have a trigger but gave none.
pub(crate) fn read(edge: &mut Edge, lexicon: &Lexicon) -> (Vec<CasualtyClaim>, Vec<Unread>) {
    let mut read = Read::default();
    let story = edge.story;
    for i in story.sentences() {
        sentence(edge, &Scene::new(story, i, lexicon), &mut read);
    }
    group(&mut read.rows, &read.cues, story.anchor.date);
    (read.rows, read.unread)
}

fn sentence(edge: &mut Edge, scene: &Scene, read: &mut Read) {
    let figures = victims(scene);
    let mut triggers = triggers(scene);
    // "eight dead civilians" tells its effect inside the figure.
    triggers.retain(|t| !figures.iter().any(|f| f.inner.is_some_and(|(i, _)| t.run.has(i))));
    if among::read(edge, scene, &figures, read) {
        return;
    }
    if triggers.is_empty() && figures.iter().all(|f| f.inner.is_none()) {
        return;
    }
    let first = read.rows.len();
    let mut hypothetical = None;
    let hits = attach(scene, &figures, &triggers);
    let mut ids: Vec<(usize, Effect, String)> = Vec::new();
    for hit in &hits {
        let trigger = hit.trigger.map(|t| &triggers[t]);
        if trigger.is_some_and(|t| t.unreal) {
            hypothetical = trigger;
            continue;
        }
        let whole = hit.whole.and_then(|w| ids.iter().find(|(v, _, _)| *v == w)).map(|(_, _, id)| id.clone());
        let claim = row(edge, scene, hit, &figures[hit.victims], trigger, whole);
        if hit.whole.is_none() {
            ids.push((hit.victims, hit.effect, claim.id.clone()));
        }
        read.rows.push(claim);
        read.cues.push(cues(scene, hit.run));
    }
    if read.rows.len() == first {
        read.unread.extend(unread(edge, scene, &figures, &triggers, hypothetical));
    }
}

/// Why a sentence with a trigger and a figure gave no claim.
fn unread(
    edge: &Edge,
    scene: &Scene,
    figures: &[Victims],
    triggers: &[Trigger],
    hypothetical: Option<&Trigger>,
) -> Option<Unread> {
    let trigger = hypothetical.or_else(|| triggers.first())?;
    let reason = match hypothetical {
        Some(_) => UnreadReason::Hypothetical,
        None if scene.told.numbers.is_empty() => return None,
        None if trigger.unreal => UnreadReason::Hypothetical,
        None if figures.is_empty() && scene.told.numbers.iter().any(|n| is_age(scene, n.figure.end)) => UnreadReason::Age,
        None => UnreadReason::NoAttachment,
    };
    let (start, end) = edge.points(scene.run);
    Some(Unread {
        article: edge.story.article.id.clone(),
        start,
        end,
        text: edge.text(scene.run),
        trigger: edge.text(trigger.run),
        reason,
    })
}

fn is_age(scene: &Scene, behind: usize) -> bool {
    let hyphen = usize::from(scene.lower(behind) == "-");
    matches!(scene.lower(behind + hyphen), "year" | "years") || scene.lower(behind) == ","
}

#[cfg(test)]
mod tests;
