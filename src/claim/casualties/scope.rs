//! What a figure counts: one incident, a stretch of time, or a whole war.

use super::scene::Scene;
use crate::lexicon::harm_starts::{BREAK, CAUSE, SPAN};
use crate::lexicon::vocabulary::{Scope, TimexType};
use crate::story::Date;
use crate::text::Run;
use crate::value::Interval;

/// What a figure counts, and the days it counts them over where the words give them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scoped {
    pub(super) scope: Scope,
    pub(super) days: Option<Interval>,
}

impl Scoped {
    const fn of(scope: Scope) -> Self {
        Self { scope, days: None }
    }
}

/// A year or more back is the time of a war; less is a stretch of it.
const LONG: i64 = 330;

/// The scope of a figure whose words are `claim`, with its trigger's chain of auxiliaries.
pub(super) fn scope(scene: &Scene, claim: Run, chain: Option<Run>) -> Scoped {
    let near = around(scene, claim);
    let spans = || scene.beginning(SPAN, near);
    let perfect = chain.unwrap_or(claim).iter().any(|i| matches!(scene.lower(i), "has" | "have" | "had" | "'ve"));
    chain
        .filter(|_| perfect)
        .and_then(|c| of_a_war(scene, c))
        .or_else(|| spans().find_map(|i| told(scene, i)))
        .or_else(|| spans().find_map(|i| since(scene, i, perfect)))
        .or_else(|| spans().find_map(|i| in_years_of_war(scene, i)))
        .or_else(|| spans().find_map(|i| within(scene, i)))
        .or_else(|| scene.story.dates_in(near).find_map(|d| span_of_time(scene, d)))
        .unwrap_or(Scoped::of(Scope::Incident))
}

/// From the last break before a claim to the next behind it: semicolons and "but", not commas.
fn around(scene: &Scene, claim: Run) -> Run {
    let parts = |i: &usize| scene.lower(*i) != "as" || scene.is_number(*i + 1);
    let breaks = |run: Run| scene.beginning(BREAK, run).filter(parts);
    let near = scene.near(claim);
    let start = breaks(Run::new(near.start, claim.start)).next_back().map_or(near.start, |i| i + 1);
    let end = breaks(Run::new(claim.end.min(near.end), near.end)).next().unwrap_or(near.end);
    Run::new(start, end)
}

/// "The war has killed", "the conflict, which began in 2011, has killed".
fn of_a_war(scene: &Scene, chain: Run) -> Option<Scoped> {
    let wars = &scene.words.wars;
    let from = chain.start.saturating_sub(14).max(scene.run.start);
    let opens = |i: usize| matches!(scene.lower(i), "which" | "that") || matches!(scene.lower(i + 1), "which" | "that");
    // "The war in Yemen has killed".
    let place = |j: usize| {
        scene.words.places.has(scene.key(j)) || matches!(scene.lower(j), "with" | "the") || scene.page.tokens[j].capital
    };
    let named = |i: usize| wars.has(scene.key(i)) && ((i + 1..chain.start).all(place) || opens(i + 1));
    (from..chain.start).any(named).then_some(Scoped::of(Scope::Cumulative))
}

/// "since the war began", "in recent days".
fn told(scene: &Scene, i: usize) -> Option<Scoped> {
    let (_, scope) = scene.value(&scene.words.scopes, i)?;
    (!is_record(scene, i)).then_some(Scoped::of(scope))
}

/// "since 2011", "since Thursday", "since the war began". A record ("the worst since 2004") counts nothing.
fn since(scene: &Scene, i: usize, perfect: bool) -> Option<Scoped> {
    if scene.lower(i) != "since" || is_record(scene, i) {
        return None;
    }
    let ahead = Run::new(i + 1, scene.run.end.min(i + 8));
    if ahead.iter().any(|j| scene.words.wars.has(scene.key(j))) {
        return Some(Scoped::of(Scope::Cumulative));
    }
    let year = scene.lower(i + 1).parse::<u32>().is_ok_and(|y| (1900..2100).contains(&y));
    if year {
        return Some(Scoped::of(Scope::Cumulative));
    }
    if scene.in_date(i + 1) {
        return Some(since_date(scene, i + 1));
    }
    // "since" is also "because"; only behind "have been killed" is it surely of time.
    perfect.then(|| ahead.iter().find(|&j| scene.in_date(j)).map_or(Scoped::of(Scope::Period), |j| since_date(scene, j)))
}

/// "the deadliest attack since", "the first blast since".
fn is_record(scene: &Scene, since: usize) -> bool {
    let from = since.saturating_sub(16).max(scene.run.start);
    (from..since).any(|i| scene.phrase(&scene.words.records, i).is_some())
}

fn since_date(scene: &Scene, i: usize) -> Scoped {
    let story = scene.story;
    let next = story.dates().partition_point(|d| d.run.end <= i);
    let Some(date) = story.dates().get(next) else { return Scoped::of(Scope::Period) };
    let (writing, _) = story.anchor.at(story.page.paragraph_of(i));
    let days = date.interval.zip(writing).filter(|(d, today)| d.earliest <= *today);
    // "since midnight".
    if date.kind == TimexType::Time {
        return Scoped::of(Scope::Incident);
    }
    let long = days.is_some_and(|(d, today)| (today - d.earliest).num_days() > LONG);
    if long || date.value.len() == 4 {
        return Scoped::of(Scope::Cumulative);
    }
    Scoped { scope: Scope::Period, days: days.map(|(d, today)| Interval::new(d.earliest, today)) }
}

/// "in four years of conflict", "the five-year conflict", "the six-year-old war".
fn in_years_of_war(scene: &Scene, i: usize) -> Option<Scoped> {
    if !matches!(scene.lower(i), "year" | "years" | "decade" | "decades" | "month" | "months" | "week" | "weeks") {
        return None;
    }
    let from = i.saturating_sub(4).max(scene.run.start);
    let counted = (from..i).any(|j| scene.number_over(j).is_some());
    let old = usize::from(scene.lower(i + 1) == "-" || scene.lower(i + 1) == "old");
    let ahead = scene.run.end.min(i + 6 + 2 * old);
    (counted && !is_record(scene, i) && (i + 1..ahead).any(|j| scene.words.wars.has(scene.key(j))))
        .then_some(Scoped::of(Scope::Cumulative))
}

/// "in the past two weeks", "over the last month", "in less than 24 hours".
fn within(scene: &Scene, i: usize) -> Option<Scoped> {
    if !matches!(scene.lower(i), "in" | "over" | "during" | "within" | "for") {
        return None;
    }
    let unit = (i + 1..scene.run.end.min(i + 7)).find(|&j| {
        matches!(scene.lower(j), "hours" | "day" | "days" | "week" | "weeks" | "month" | "months" | "year" | "years" | "decade")
    })?;
    let between = Run::new(i + 1, unit);
    let counts = |j: usize| scene.number_over(j).is_some();
    let recent = |j: usize| matches!(scene.lower(j), "past" | "last" | "previous" | "recent" | "few");
    let filler = |j: usize| {
        matches!(scene.lower(j), "the" | "this" | "less" | "than" | "just" | "only" | "about" | "under" | "little" | "more")
    };
    let plain = between.iter().all(|j| counts(j) || recent(j) || filler(j));
    let told = between.iter().any(|j| counts(j) || recent(j));
    // "in last week's raid" is a date; "in 2 days' time", "in three days after" look elsewhere.
    let date = scene.lower(i) == "in" && scene.before(unit) == "last";
    // "for 48 hours" lasts, "in 12 hours of rioting" is one blow, "the third attack in six weeks" counts attacks.
    let lasts =
        scene.lower(i) == "for" && !between.iter().any(recent) || scene.lower(unit + 1) == "of" && scene.lower(unit) == "hours";
    let nth = (i.saturating_sub(4).max(scene.run.start)..i).any(|j| scene.lexicon.numbers.ordinals.has(scene.key(j)));
    if lasts || nth || is_record(scene, i) {
        return None;
    }
    let later = matches!(scene.lower(unit + 1), "-" | "after" | "later" | "ago" | "old" | "before" | "'s");
    (plain && told && !date && !later).then_some(Scoped::of(Scope::Period))
}

/// "in May": the figure is of all that time. A month with one blow in it is the blow's date.
fn span_of_time(scene: &Scene, date: &Date) -> Option<Scoped> {
    if !matches!(scene.before(date.run.start), "in" | "over" | "during" | "within") {
        return None;
    }
    let month = date.kind == TimexType::Date && date.value.len() == 7 && !date.value.contains('W');
    let one = |i: usize| matches!(scene.lower(i), "a" | "an" | "the" | "one");
    let cause = |i: usize| scene.begins(i) & CAUSE != 0 && scene.phrase(&scene.words.causes, i).is_some();
    let one_blow = scene.near(date.run).iter().any(|i| one(i) && (cause(i + 1) || cause(i + 2) || cause(i + 3)));
    (month && !one_blow).then_some(Scoped { scope: Scope::Period, days: date.interval })
}
