//! Casualty figures: how many were killed, injured, missing, displaced, detained or abducted.
//!
//! A sentence gives figures (`victims`) and words of harm (`trigger`); `attach` says which belong together, `row` what else
//! the sentence tells of it, `event` which figures speak of one incident.
#![doc = include_str!("../../../docs/rules/casualties.md")]

mod among;
mod appositions;
mod article_place;
mod attach;
pub(crate) mod corrections;
mod event;
mod figures;
mod foreign;
mod holder;
mod injury;
mod multiples;
mod named_lists;
mod nouns;
mod phrase;
mod places;
mod row;
mod rules;
mod scene;
mod scope;
mod setting;
mod singles;
mod stand_in;
mod starts;
mod trigger;
mod verbs;
mod victims;
mod whereabouts;

use std::collections::HashMap;

use super::Edge;
use super::record::{CasualtyClaim, Unread};
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Group, UnreadReason};
use crate::story::Story;
use crate::text::Run;

use attach::attach;
use event::{Cues, group};
use row::{cues, row};
pub use rules::RULES;
use scene::Scene;
use starts::harms;
use trigger::{Trigger, triggers};
use victims::{Victims, victims};

/// What was read so far of an article.
#[derive(Default)]
struct Read {
    rows: Vec<CasualtyClaim>,
    /// How many of them stand before the sentence before.
    earlier: usize,
    cues: Vec<Cues>,
    unread: Vec<Unread>,
}

/// The claims of a story, and the sentences that have a trigger but gave none.
pub(crate) fn read(edge: &mut Edge, lexicon: &Lexicon) -> (Vec<CasualtyClaim>, Vec<Unread>) {
    let mut read = Read::default();
    let story = edge.story;
    for i in story.sentences() {
        let told = read.rows.len();
        if let Some(found) = harms(story, i) {
            sentence(edge, &Scene::new(story, i, lexicon).with(found), &mut read);
        }
        read.earlier = told;
    }
    article_place::place_lead(edge, &mut read.rows, lexicon);
    article_place::place_wars(edge, &mut read.rows, lexicon);
    group(&mut read.rows, &read.cues, story.anchor.date, is_of_disaster(story, lexicon), lexicon);
    article_place::place_first(edge, &mut read.rows, lexicon);
    corrections::withdraw(&story.page, lexicon, &mut read.rows);
    (read.rows, read.unread)
}

/// Whether the first words of an article name what strikes many places at once.
fn is_of_disaster(story: &Story, lexicon: &Lexicon) -> bool {
    let lead = story.sentences().next().map_or(0, |i| story.page.sentences[i].tokens.start);
    let run = Run::new(lead, story.page.tokens.len().min(lead + LEAD));
    run.iter().any(|i| lexicon.casualties.disasters.longest(story.page.keys(Run::new(i, run.end))).is_some())
}

/// The words of a headline and a little more.
const LEAD: usize = 24;

fn sentence(edge: &mut Edge, scene: &Scene, read: &mut Read) {
    let mut triggers = triggers(scene);
    if triggers.is_empty() && !among::is_told(scene) {
        return;
    }
    let mut figures = victims(scene);
    let list = named_lists::find(scene, &figures);
    let among = among::find(scene, &figures).filter(|_| list.is_none());
    let inner: Vec<usize> = figures.iter().filter_map(|f| f.inner.map(|(i, _)| i)).collect();
    triggers.retain(|t| {
        // "eight dead civilians" and "among the dead" tell their effect themselves.
        let next = inner.partition_point(|&i| i < t.run.start);
        !inner.get(next).is_some_and(|&i| t.run.has(i))
            && !among.as_ref().is_some_and(|a| a.words.overlaps(t.run))
            && !list.as_ref().is_some_and(|l| l.head.overlaps(t.run))
    });
    if triggers.is_empty() && among.is_none() && list.is_none() && figures.iter().all(|f| f.inner.is_none()) {
        return;
    }
    let mut hypothetical = None;
    let mut rows: Vec<(CasualtyClaim, Cues)> = Vec::new();
    let mut ids: HashMap<usize, String> = HashMap::new();
    let told = among.as_ref().map(|a| &a.members).or(list.as_ref().map(|l| &l.members));
    let hits = attach(scene, &figures, &triggers, told.map_or(&[], |members| members));
    let attached = hits.len();
    let hits = multiples::resolve(&mut figures, hits, &read.rows[read.earlier..]);
    // Wholes first: a part names the id of its whole, which may stand behind it.
    for hit in hits.iter().filter(|h| h.whole.is_none()).chain(hits.iter().filter(|h| h.whole.is_some())) {
        let trigger = hit.trigger.map(|t| &triggers[t]);
        if trigger.is_some_and(|t| t.unreal) {
            hypothetical = trigger;
            continue;
        }
        let whole = hit.whole.and_then(|w| ids.get(&w)).cloned();
        let claim = row(edge, scene, hit, &figures[hit.victims], trigger, whole);
        if hit.whole.is_none() {
            ids.entry(hit.victims).or_insert_with(|| claim.id.clone());
        }
        rows.push((claim, cues(scene, hit.run)));
    }
    if let Some(among) = &among {
        let told = || rows.iter().map(|(r, _)| r).rev().chain(read.rows.iter().rev().take(among::BACK));
        // Victims are those of whatever was told before.
        let last = told().find(|r| r.part_of.is_none()).filter(|_| among.of_any(scene));
        let effect = last.map_or(among.effect, |r| r.effect);
        let whole = told().find(|r| r.effect == effect && r.part_of.is_none()).map(|r| r.id.clone());
        for hit in among.hits(&figures, effect) {
            let own = &figures[hit.victims];
            let group = if own.group == Group::Unknown { among.group } else { own.group };
            let claim = row(edge, scene, &hit, &Victims { group, ..*own }, None, whole.clone());
            rows.push((claim, cues(scene, hit.run)));
        }
    }
    if let Some(list) = &list
        && let Some((hit, whole)) = list.hit(&read.rows)
    {
        rows.push((row(edge, scene, &hit, &list.victims, None, whole), cues(scene, hit.run)));
    }
    if rows.is_empty() {
        let unclear = hits.len() < attached;
        read.unread.extend(unread(edge, scene, &figures, &triggers, hypothetical, unclear));
    }
    rows.sort_by_key(|(r, _)| r.start);
    for (claim, cues) in rows {
        read.rows.push(claim);
        read.cues.push(cues);
    }
}

/// Why a sentence with a trigger and a figure gave no claim; `unclear` where it is a multiple and nobody knows of what.
fn unread(
    edge: &Edge,
    scene: &Scene,
    figures: &[Victims],
    triggers: &[Trigger],
    hypothetical: Option<&Trigger>,
    unclear: bool,
) -> Option<Unread> {
    let trigger = hypothetical.or_else(|| triggers.first())?;
    let reason = match hypothetical {
        Some(_) => UnreadReason::Hypothetical,
        None if unclear => UnreadReason::Ambiguous,
        None if scene.numbers().is_empty() => return None,
        None if trigger.unreal => UnreadReason::Hypothetical,
        None if figures.is_empty() && scene.numbers().iter().any(|n| is_age(scene, n.figure.end)) => UnreadReason::Age,
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
