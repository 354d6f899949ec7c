//! From a figure with its trigger to a row.

use super::attach::Hit;
use super::event::Cues;
use super::scene::Scene;
use super::scope::scope;
use super::setting::{actor, attribution, cause, clause, date, holder, place};
use super::trigger::{Form, Trigger};
use super::victims::{Counting, Victims};
use crate::claim::Edge;
use crate::claim::record::CasualtyClaim;
use crate::lexicon::Grade;
use crate::lexicon::vocabulary::{Asserted, Attackers, Effect, Group, Kind, Scope, Severity, SourceType};
use crate::read::clause::Modality;
use crate::text::Run;

/// The row of one figure. `part_of` is the id of the claim that holds it.
pub(super) fn row(
    edge: &mut Edge,
    scene: &Scene,
    hit: &Hit,
    victims: &Victims,
    trigger: Option<&Trigger>,
    part_of: Option<String>,
) -> CasualtyClaim {
    let story = edge.story;
    let (start, end) = edge.points(hit.run);
    let (sentence_start, sentence_end) = edge.sentence(hit.run.start);
    let count = victims.count;
    let anchor = trigger.map_or(hit.run, |t| t.run.cover(hit.run));
    let place = place(scene, anchor);
    let scope = scope(scene, anchor, trigger.map(|t| t.chain));
    let when = match scope.scope {
        Scope::Incident => date(scene, anchor).and_then(|d| d.interval),
        Scope::Period | Scope::Cumulative => scope.days,
    };
    let said = attribution(scene, anchor);
    let holder = said.and_then(|a| holder(scene, a, anchor));
    let source_type = holder.as_ref().and_then(|h| h.kind);
    let denied = said.is_some_and(|a| a.negated || scene.find(&scene.words.denials, a.cue).is_some());
    let claimed = said.is_some_and(|a| scene.find(&scene.words.claims, a.cue).is_some());
    let hedged = is_hedged(scene, anchor, trigger);
    let value = format!("{} {} {} {}", hit.effect, count.bound, opt(count.low), opt(count.high));
    CasualtyClaim {
        id: edge.id(Kind::Casualty, Some(hit.effect), (start, end)),
        article: story.article.id.clone(),
        start,
        end,
        text: edge.text(hit.run),
        sentence_start,
        sentence_end,
        effect: hit.effect,
        number: count.number,
        low: count.low,
        high: count.high,
        bound: count.bound,
        victims: victims.noun.map(|n| edge.text(n)),
        group: victims.group,
        severity: severity(scene, hit, trigger),
        cause: cause(scene, anchor),
        actor: trigger.and_then(|t| actor(scene, t.chain, matches!(t.form, Form::Active | Form::Bare))),
        attackers: attackers(scene, anchor, victims),
        place: place.map(|n| edge.text(n.run)),
        place_entity: place.and_then(|n| n.entity.clone()),
        earliest: when.map(|w| w.earliest),
        latest: when.map(|w| w.latest),
        scope: scope.scope,
        part_of,
        source: holder.as_ref().map(|h| h.text.clone()),
        source_entity: holder.and_then(|h| h.entity),
        source_type,
        asserted: asserted(scene, anchor, trigger, denied, claimed, source_type),
        hedged,
        negated: victims.counting == Counting::Nobody || trigger.is_some_and(|t| t.negated) || denied,
        event: String::new(),
        fingerprint: edge.fingerprint(Kind::Casualty, hit.run.start, &value),
        rule: hit.rule.id.to_owned(),
    }
}

fn opt(n: Option<i64>) -> String {
    n.map_or("-".to_owned(), |n| n.to_string())
}

fn asserted(
    scene: &Scene,
    claim: Run,
    trigger: Option<&Trigger>,
    denied: bool,
    claimed: bool,
    source: Option<SourceType>,
) -> Asserted {
    let feared = trigger.is_some_and(|t| t.grade == Grade::Feared)
        || clause(scene, claim.end - 1).is_some_and(|c| c.modality == Modality::Feared);
    if denied {
        Asserted::Denied
    } else if feared {
        Asserted::Feared
    } else if claimed || source == Some(SourceType::Party) {
        Asserted::Claimed
    } else {
        Asserted::Fact
    }
}

fn is_hedged(scene: &Scene, claim: Run, trigger: Option<&Trigger>) -> bool {
    trigger.is_some_and(|t| t.grade == Grade::Hedged) || clause(scene, claim.end - 1).is_some_and(|c| c.hedge.is_some())
}

/// How badly the injured are hurt: a word beside the trigger or inside the figure's noun.
fn severity(scene: &Scene, hit: &Hit, trigger: Option<&Trigger>) -> Option<Severity> {
    if hit.effect != Effect::Injured {
        return None;
    }
    let near = trigger.map_or(hit.run, |t| t.run.cover(hit.run));
    let near = Run::new(near.start.saturating_sub(2).max(scene.run.start), scene.run.end.min(near.end + 2));
    near.iter().find_map(|i| scene.value(&scene.words.severity, i)).map(|(_, s)| s)
}

/// Whether the attackers are counted: said to be included, said to be excluded, or themselves the victims.
fn attackers(scene: &Scene, claim: Run, victims: &Victims) -> Attackers {
    if victims.group == Group::Attacker {
        return Attackers::In;
    }
    let window = Run::new(claim.start.saturating_sub(3).max(scene.run.start), scene.run.end.min(claim.end + 12));
    let led = |words: &[&str]| {
        window.iter().any(|i| {
            words.contains(&scene.lower(i))
                && (i + 1..scene.run.end.min(i + 4)).any(|j| scene.phrase(&scene.words.attackers, j).is_some())
        })
    };
    if led(&["including", "counting"]) {
        Attackers::In
    } else if led(&["excluding", "besides", "before", "killed", "killing"])
        || led(&["not"]) && window.iter().any(|i| scene.lower(i) == "including")
    {
        Attackers::Out
    } else {
        Attackers::Unknown
    }
}

/// What of the sentence bears on which incident it speaks of.
pub(super) fn cues(scene: &Scene, claim: Run) -> Cues {
    let words = scene.words;
    let near = scene.near(claim);
    let before = Run::new(near.start, claim.end);
    Cues {
        elsewhere: scene.find(&words.elsewhere, near).is_some() || scene.find(&words.past, near).is_some(),
        same: scene.find(&words.same, before).is_some(),
    }
}
