//! What a figure counts: one incident, a stretch of time, or a whole war.

use super::scene::Scene;
use super::trigger::of_a_war;
use crate::lexicon::vocabulary::{Scope, TimexType};
use crate::story::Date;
use crate::text::Run;

/// The scope of a figure whose words are `claim`, with its trigger's chain, inside its clauses.
pub(super) fn scope(scene: &Scene, claim: Run, chain: Option<Run>) -> Scope {
    let clause = around(scene, claim);
    chain
        .and_then(|c| of_a_war(scene, c))
        .or_else(|| clause.iter().find_map(|i| scene.value(&scene.words.scopes, i)).map(|(_, s)| s))
        .or_else(|| clause.iter().find_map(|i| since(scene, i)))
        .or_else(|| clause.iter().find_map(|i| within(scene, i)))
        .or_else(|| scene.story.dates_in(clause).find_map(|d| span_of_time(scene, d)))
        .unwrap_or(Scope::Incident)
}

/// From the last break before a claim to the next behind it: semicolons and "but", not commas.
fn around(scene: &Scene, claim: Run) -> Run {
    let breaks = |i: &usize| matches!(scene.lower(*i), ";" | "but" | "while" | "whereas");
    let start = (scene.run.start..claim.start).rev().find(breaks).map_or(scene.run.start, |i| i + 1);
    let end = (claim.end..scene.run.end).find(breaks).unwrap_or(scene.run.end);
    Run::new(start, end)
}

/// "since 2011", "since Thursday", "since the beginning of the war", "in four years of conflict".
fn since(scene: &Scene, i: usize) -> Option<Scope> {
    let words = scene.words;
    let word = scene.lower(i);
    let window = Run::new(i + 1, scene.run.end.min(i + 9));
    if matches!(word, "since") {
        if window.iter().take(8).any(|j| words.wars.has(scene.lower(j))) {
            return Some(Scope::Cumulative);
        }
        let next = scene.lower(i + 1);
        if next.len() == 4 && next.parse::<u32>().is_ok_and(|y| (1900..2100).contains(&y)) {
            return Some(Scope::Cumulative);
        }
        return scene.in_date(i + 1).then(|| since_date(scene, i + 1));
    }
    if matches!(word, "in" | "during" | "over" | "of" | "throughout") {
        let near = Run::new(i + 1, scene.run.end.min(i + 7));
        let years = near.iter().find(|&j| matches!(scene.lower(j), "year" | "years" | "decade" | "decades"))?;
        let age = scene.lower(years + 1) == "-" && scene.lower(years + 2) == "old" || scene.lower(years + 1) == "old";
        let war = (years + 1..scene.run.end.min(years + 6)).any(|j| words.wars.has(scene.lower(j)));
        let counted = scene.told.numbers.iter().any(|n| n.run.start >= i && n.run.end <= years)
            || near.iter().any(|j| j < years && scene.page.kind(j) == Some(crate::text::TokenKind::Number));
        return (war && counted && !age).then_some(Scope::Cumulative);
    }
    None
}

/// "in the past two weeks", "over the last month", "in less than 24 hours".
fn within(scene: &Scene, i: usize) -> Option<Scope> {
    if !matches!(scene.lower(i), "in" | "over" | "during" | "within" | "for") {
        return None;
    }
    let end = scene.run.end.min(i + 7);
    let unit = (i + 1..end).find(|&j| {
        matches!(scene.lower(j), "hours" | "day" | "days" | "week" | "weeks" | "month" | "months" | "year" | "years" | "decade")
    })?;
    let between = Run::new(i + 1, unit);
    let counts = |j: usize| scene.told.numbers.iter().any(|n| n.run.has(j));
    let plain = between.iter().all(|j| {
        counts(j)
            || matches!(
                scene.lower(j),
                "the"
                    | "this"
                    | "past"
                    | "last"
                    | "previous"
                    | "recent"
                    | "less"
                    | "than"
                    | "just"
                    | "only"
                    | "few"
                    | "about"
                    | "under"
                    | "little"
                    | "more"
            )
    });
    let told = between.iter().any(|j| counts(j) || matches!(scene.lower(j), "past" | "last" | "previous" | "recent" | "few"));
    let single =
        scene.lower(i) == "in" && matches!(scene.lower(unit), "week" | "month" | "year" | "day") && scene.before(unit) == "last";
    let later = matches!(scene.lower(unit + 1), "-" | "after" | "later" | "ago" | "old" | "before");
    (plain && told && !single && !later).then_some(Scope::Period)
}

/// A year or more before the article is the time of a war; less is a stretch of it.
fn since_date(scene: &Scene, i: usize) -> Scope {
    let story = scene.story;
    let date = story.dates.iter().find(|d| d.run.has(i));
    let long =
        date.and_then(|d| d.interval).zip(story.anchor.date).is_some_and(|(d, today)| (today - d.earliest).num_days() > 330);
    let year = date.is_some_and(|d| d.value.len() == 4);
    if long || year { Scope::Cumulative } else { Scope::Period }
}

/// "in the past week", "in May": the figure is of all that time. A month with one blow in it is the blow's date.
fn span_of_time(scene: &Scene, date: &Date) -> Option<Scope> {
    let before = scene.before(date.run.start);
    if !matches!(before, "in" | "over" | "during" | "within" | "this" | "so") {
        return None;
    }
    let month = date.kind == TimexType::Date && date.value.len() == 7 && !date.value.contains('W');
    let length = date.kind == TimexType::Duration;
    let one_blow = scene.run.iter().any(|i| {
        matches!(scene.lower(i), "a" | "an" | "the" | "one")
            && scene.phrase(&scene.words.causes, i + 1).or_else(|| scene.phrase(&scene.words.causes, i + 2)).is_some()
    });
    ((month || length) && !one_blow).then_some(Scope::Period)
}
