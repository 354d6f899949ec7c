//! Where and when it happened: what the claim's sentence tells, and the sentences around it.

use super::places::{distance, is_country, lies_in, nearest_place, pointed_at};
use super::scene::Scene;
use super::scope::Scoped;
use super::setting::clause;
use crate::lexicon::Lexicon;
use crate::lexicon::harm_starts::{APART, CAUSE};
use crate::lexicon::kinds::RELATIVE;
use crate::lexicon::vocabulary::{Scope, TimexType};
use crate::read::attribution::Attribution;
use crate::story::{Date, Name, Story};
use crate::text::Run;
use crate::value::Interval;

/// The place and the days of a figure: those of its sentence, for an incident those of the blow that was told shortly before.
pub(super) fn where_and_when<'a>(scene: &Scene<'a, '_>, claim: Run, scope: Scoped) -> (Option<&'a Name>, Option<Interval>) {
    let (mut place, mut day) = (place(scene, claim), date(scene, claim));
    if scope.scope != Scope::Incident {
        return (place.or_else(|| pointed_at(scene, claim)), scope.days);
    }
    if place.is_none() || day.is_none() {
        let before = told_before(scene);
        place = place.or(before.0);
        day = day.or(before.1.filter(|_| place.is_none() || before.0.is_none() || place == before.0));
    }
    let coarse = place.is_none_or(|name| is_country(scene, name));
    if let Some((finer, told)) = if coarse { told_after(scene) } else { None }
        && place.is_none_or(|name| lies_in(scene, finer, name))
    {
        place = Some(finer);
        day = day.or(told);
    }
    (place.or_else(|| pointed_at(scene, claim)), day.and_then(|d| d.interval))
}

/// The claim's clause, as far as it is within reach.
pub(super) fn own(scene: &Scene, claim: Run) -> Run {
    let near = scene.near(claim);
    let clause = clause(scene, claim.end - 1).map_or(near, |c| c.run.cover(claim));
    Run::new(clause.start.max(near.start), clause.end.min(near.end))
}

/// The place of a claim: the nearest one behind a preposition of place, in the claim's clause if there is one.
fn place<'a>(scene: &Scene<'a, '_>, claim: Run) -> Option<&'a Name> {
    let own = own(scene, claim);
    let holders = holders(scene);
    nearest_place(scene, own, claim, &holders).or_else(|| nearest_place(scene, scene.near(claim), claim, &holders))
}

/// "in four years of Syrian conflict": the adjective as written, and its country.
pub(super) fn country_at_war(scene: &Scene, claim: Run) -> Option<(Run, String)> {
    let names = &scene.lexicon.names;
    scene.beginning(APART, scene.near(claim)).filter(|&i| scene.words.wars.has(scene.key(i))).find_map(|war| {
        let adjective = (war.saturating_sub(2).max(scene.run.start)..war).rev().find(|&i| names.demonyms.has(scene.key(i)))?;
        let slug = names.country_slug(names.demonyms.get(scene.key(adjective))?)?;
        Some((Run::new(adjective, adjective + 1), format!("place:{slug}")))
    })
}

/// How many sentences back the place and the day of a blow may have been told: "A bomb went off in Darkush. Nine died."
const BACK: usize = 2;

/// The place and the day of the blow that the sentences before tell of, unless this one leads elsewhere.
fn told_before<'a>(scene: &Scene<'a, '_>) -> (Option<&'a Name>, Option<&'a Date>) {
    let (page, words) = (scene.page, scene.words);
    let here = page.sentence_of(scene.run.start);
    let paragraph = page.paragraph_of(scene.run.start);
    if scene.find_among(APART, &words.elsewhere, scene.near(scene.run)).is_some() {
        return (None, None);
    }
    for sentence in (0..here).rev().take(BACK) {
        let before = Scene::new(scene.story, sentence, scene.lexicon);
        let near = opening(&before);
        if page.paragraph_of(before.run.start) + 1 < paragraph {
            break;
        }
        let Some(blow) = before.find_among(CAUSE, &words.causes, near).or_else(|| before.find(&words.blows, near)) else {
            continue;
        };
        let found = beside_blow(&before, blow);
        if found.0.is_some() || found.1.is_some() {
            return found;
        }
    }
    (None, None)
}

/// The first sentences of an article, which may leave it to the next to say where and when it was.
const LEAD: usize = 3;
/// So many sentences behind a lead are looked at.
const AHEAD: usize = 6;

/// The place and the day that the sentences behind a lead tell of: "A raid killed nine. The raid struck the town of Darkush." The blow
/// is told again, with its article or its day ("Tuesday's raid"); right behind the lead a verb does as well.
fn told_after<'a>(scene: &Scene<'a, '_>) -> Option<(&'a Name, Option<&'a Date>)> {
    let story = scene.story;
    let first: Vec<usize> = story.sentences().take(LEAD + AHEAD).collect();
    let at = first.iter().take(LEAD).position(|&i| story.page.sentences[i].tokens == scene.run)?;
    first[at + 1..].iter().take(AHEAD).zip(1..).find_map(|(&sentence, n)| {
        let behind = Scene::new(story, sentence, scene.lexicon);
        let near = opening(&behind);
        if behind.find_among(APART, &scene.words.elsewhere, near).is_some() {
            return None;
        }
        let known = |blow: &Run| matches!(behind.before(blow.start), "the" | "'s" | "’s");
        let again = behind.find_among(CAUSE, &scene.words.causes, near).filter(known);
        let blow = again.or_else(|| behind.find(&scene.words.blows, near).filter(|_| n <= BACK))?;
        let (place, day) = beside_blow(&behind, blow);
        Some((place?, day))
    })
}

/// The place and the day of the first blow that the head of an article tells of: "The accident happened late Tuesday near Duisburg."
pub(super) fn told_first<'a>(story: &'a Story, lexicon: &'a Lexicon) -> (Option<&'a Name>, Option<&'a Date>) {
    let told = |sentence: usize| {
        let scene = Scene::new(story, sentence, lexicon);
        let near = opening(&scene);
        if scene
            .find_among(APART, &scene.words.elsewhere, near)
            .or_else(|| scene.find_among(APART, &scene.words.past, near))
            .is_some()
        {
            return None;
        }
        let blow = scene.find_among(CAUSE, &scene.words.causes, near).or_else(|| scene.find(&scene.words.blows, near))?;
        let found = beside_blow(&scene, blow);
        (found.0.is_some() || found.1.is_some()).then_some(found)
    };
    story.sentences().take(LEAD + AHEAD).find_map(told).unwrap_or_default()
}

/// As much of a sentence as is within reach of its first word.
fn opening(scene: &Scene) -> Run {
    scene.near(Run::new(scene.run.start, scene.run.start))
}

/// The place and the day that a sentence tells of a blow. "It struck Darkush, which fell to rebels in May": the day stands in the
/// blow's own clause.
fn beside_blow<'a>(scene: &Scene<'a, '_>, blow: Run) -> (Option<&'a Name>, Option<&'a Date>) {
    let (near, holders) = (opening(scene), holders(scene));
    let told = clause(scene, blow.start).map_or(near, |c| c.run);
    (nearest_place(scene, near, blow, &holders), nearest_date(scene, told, blow))
}

/// Those who are cited and where they said it: where they sit is no place of an event.
fn holders(scene: &Scene) -> Vec<Run> {
    let all = scene.attributions();
    all.iter().filter_map(|a| a.source).chain(all.iter().filter_map(|a| said_in(scene, a))).collect()
}

/// "told reporters in Geneva", "said on Friday in Turkey": the words behind a cue that tell where it was said.
fn said_in(scene: &Scene, attribution: &Attribution) -> Option<Run> {
    const NEAR: usize = 3;
    let said = [attribution.addressee, attribution.day, attribution.occasion];
    let behind = |at: usize| said.into_iter().flatten().find(|r| r.start <= at + 1 && r.end > at).map(|r| r.end);
    let mut at = attribution.cue.end;
    while let Some(end) = behind(at) {
        at = end;
    }
    let name = scene.story.names_in(Run::new(at, scene.run.end.min(at + NEAR * 2))).next()?;
    let placed = matches!(scene.lower(at), "in" | "at" | "from") && name.run.start <= at + NEAR;
    placed.then_some(name.run)
}

/// The day of a claim: the nearest date of its clause, else of its sentence, that does not tell when somebody spoke.
fn date<'a>(scene: &Scene<'a, '_>, claim: Run) -> Option<&'a Date> {
    let own = own(scene, claim);
    // The day of the main clause is not that of what a relative clause recalls.
    let around = || if scene.is(own.start, RELATIVE) { recalled(scene, own.start) } else { Some(scene.near(claim)) };
    nearest_date(scene, own, claim).or_else(|| nearest_date(scene, around()?, claim))
}

/// "Tuesday's attack that killed 87", "an attack on Tuesday on the town, which killed 87": the words of the blow that a relative
/// clause is about.
fn recalled(scene: &Scene, relative: usize) -> Option<Run> {
    const POSSESSIVE: usize = 3;
    let end = relative - usize::from(scene.before(relative) == ",");
    let before = Run::new(scene.near(Run::new(relative, relative)).start, end);
    let blow =
        scene.beginning(CAUSE, before).rev().find_map(|i| scene.phrase(&scene.words.causes, i).map(|n| Run::new(i, i + n)))?;
    let plain = (blow.end..end).all(|i| scene.lower(i) != "," && scene.verb(i).is_none());
    plain.then(|| Run::new(blow.start.saturating_sub(POSSESSIVE).max(before.start), end))
}

fn nearest_date<'a>(scene: &Scene<'a, '_>, within: Run, claim: Run) -> Option<&'a Date> {
    let spoken: Vec<Run> = scene.attributions().iter().filter_map(|a| a.day).collect();
    let fits = |d: &&Date| {
        matches!(d.kind, TimexType::Date | TimexType::Time)
            && d.interval.is_some()
            && !spoken.iter().any(|s| s.overlaps(d.run))
            && !is_since(scene, d.run)
    };
    scene.story.dates_in(within).filter(fits).min_by_key(|d| distance(d.run, claim))
}

/// "since Thursday" begins a stretch of time; "since 2004, when seven died" is the day of the seven.
fn is_since(scene: &Scene, date: Run) -> bool {
    let comma = usize::from(scene.lower(date.end) == ",");
    scene.before(date.start) == "since" && scene.lower(date.end + comma) != "when"
}
