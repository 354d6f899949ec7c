//! From a figure with its trigger to a row.

use super::attach::Hit;
use super::event::Cues;
use super::holder::{attribution, who_says};
use super::rules;
use super::scene::Scene;
use super::scope::scope;
use super::setting::{actor, cause, clause};
use super::trigger::{Form, Trigger};
use super::victims::{Counting, Victims};
use super::whereabouts::{country_at_war, where_and_when};
use crate::claim::Edge;
use crate::claim::record::CasualtyClaim;
use crate::lexicon::Grade;
use crate::lexicon::harm_starts::APART;
use crate::lexicon::vocabulary::{Asserted, Attackers, Bound, Effect, Group, Kind, Scope, Severity, SourceType};
use crate::read::attribution::Attribution;
use crate::read::clause::{Clause, Modality};
use crate::story::Name;
use crate::text::Run;
use crate::value::Count;

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
    let count = exceeded(scene, victims, hit);
    let anchor = trigger.map_or(hit.run, |t| t.run.cover(hit.run));
    let mut scope = scope(scene, anchor, trigger.map(|t| t.chain));
    // One person dies on a day, even where only the month is told.
    if count.number == Some(1) && scope.scope == Scope::Period && victims.counting != Counting::Figure {
        scope.scope = Scope::Incident;
    }
    let (place, when) = where_and_when(scene, anchor, scope);
    let at_war = if place.is_none() && scope.scope == Scope::Cumulative { country_at_war(scene, anchor) } else { None };
    let said = attribution(scene, anchor);
    let toll = trigger.filter(|t| t.form == Form::Toll).map(|t| t.run).or_else(|| toll_of(scene, hit.run));
    let holder = who_says(scene, anchor, said, toll);
    let source_type = holder.as_ref().and_then(|h| h.kind);
    let before = Run::new(scene.near(anchor).start, anchor.start);
    // "did not deny that" denies nothing.
    let aside = |a: &Attribution| matches!(scene.before(a.cue.start), "which" | "who");
    let denied = said.is_some_and(|a| !aside(a) && a.negated != scene.find(&scene.words.denials, a.cue).is_some())
        || scene
            .find(&scene.words.denied_reports, before)
            .is_some_and(|r| r.end + 1 >= anchor.start || scene.lower(r.end - 1) == "that");
    let infinitive = trigger.is_some_and(|t| is_claimed(scene, t.chain));
    let claimed = infinitive || said.is_some_and(|a| scene.find(&scene.words.claims, a.cue).is_some());
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
        actor: trigger.and_then(|t| {
            let active = matches!(t.form, Form::Active | Form::Bare) && victims.run.start >= t.run.end;
            // "The rebels said they had killed 20".
            let themselves = active && matches!(scene.before(t.chain.start), "they" | "it" | "we");
            let speaker = || holder.as_ref().filter(|_| themselves).map(|h| h.text.clone());
            actor(scene, t.chain, active).or_else(speaker)
        }),
        attackers: attackers(scene, anchor, victims),
        place: place.map(|n| edge.text(n.run)).or_else(|| at_war.as_ref().map(|(run, _)| edge.text(*run))),
        place_entity: place.map_or_else(|| at_war.map(|(_, entity)| entity), Name::id),
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

/// "a toll of eight dead civilians": the toll.
fn toll_of(scene: &Scene, figure: Run) -> Option<Run> {
    let of = figure.start.checked_sub(1).filter(|&i| scene.lower(i) == "of")?;
    let (start, _) = scene.ending(&scene.words.tolls, of)?;
    Some(Run::new(start, of))
}

/// "The toll passed 1,000": more than that.
fn exceeded(scene: &Scene, victims: &Victims, hit: &Hit) -> Count {
    match victims.count.number {
        Some(n) if victims.count.bound == Bound::Exact && hit.rule.id == rules::TOLL.id => {
            let passed = scene.words.exceeding.has(scene.before(victims.run.start));
            if passed { Count::new(n, Bound::MoreThan) } else { victims.count }
        }
        _ => victims.count,
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
    let near = Run::new(scene.near(claim).start, claim.start);
    // "Three were killed and 30 are feared dead": the word behind a claim is another's.
    let told_before = |c: &Clause| {
        let words = Run::new(c.run.start.min(claim.start), claim.end);
        words.iter().any(|i| scene.value(&scene.words.links, i).is_some_and(|(_, g)| g == Grade::Feared)) || trigger.is_none()
    };
    let feared = trigger.is_some_and(|t| t.grade == Grade::Feared)
        || clause(scene, claim.end - 1).is_some_and(|c| c.modality == Modality::Feared && told_before(c))
        || scene.find_among(APART, &scene.words.fears, near).is_some();
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

/// "claimed to have killed".
fn is_claimed(scene: &Scene, chain: Run) -> bool {
    let from = chain.start.saturating_sub(3).max(scene.run.start);
    (from..chain.end).any(|i| scene.phrase(&scene.words.claims, i).is_some() && scene.lower(i + 1) == "to")
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
        elsewhere: scene.find_among(APART, &words.elsewhere, near).is_some(),
        past: scene.find_among(APART, &words.past, near).is_some(),
        same: scene.find_among(APART, &words.same, before).is_some(),
    }
}
