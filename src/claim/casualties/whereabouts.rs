//! Where and when it happened: what the claim's sentence tells, and the sentences around it.

use super::scene::Scene;
use super::scope::Scoped;
use super::setting::clause;
use crate::lexicon::kinds::{PREPOSITION, RELATIVE, VERB_FORM};
use crate::lexicon::vocabulary::{ActsAs, Mention, NameType, Scope, TimexType};
use crate::lexicon::{Lexicon, PlaceKind};
use crate::read::attribution::Attribution;
use crate::story::{Date, Name, Story};
use crate::text::Run;
use crate::value::Interval;
use crate::value::place::{self as places, Place};

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

/// "in the besieged suburb", "on the town": the place of that kind that was named last.
fn pointed_at<'a>(scene: &Scene<'a, '_>, claim: Run) -> Option<&'a Name> {
    const SENTENCES: usize = 6;
    let (story, words) = (scene.story, scene.words);
    let is_noun = |i: usize| words.towns.has(scene.key(i)) || words.regions.has(scene.key(i));
    let noun = own(scene, claim).iter().find(|&i| is_noun(i) && is_pointing(scene, i))?;
    let wanted = if words.towns.has(scene.key(noun)) { PlaceKind::City } else { PlaceKind::Region };
    let first = scene.page.sentence_of(scene.run.start).saturating_sub(SENTENCES);
    let floor = scene.page.sentences[first].tokens.start;
    let told =
        story.names[..story.names.partition_point(|n| n.run.start < noun)].iter().rev().take_while(|n| n.run.start >= floor);
    told.filter(|n| n.kind == NameType::Loc && n.mention == Mention::Proper && n.acts_as != Some(ActsAs::Government)).find(|n| {
        let kind = n.entity.as_deref().and_then(|e| places::facts(e, scene.lexicon)).map(|f| f.kind);
        kind.is_none_or(|k| k == wanted)
    })
}

/// Whether a preposition and "the" lead to a noun that stands without the name of its place.
fn is_pointing(scene: &Scene, noun: usize) -> bool {
    const ADJECTIVES: usize = 3;
    let from = noun.saturating_sub(ADJECTIVES).max(scene.run.start);
    let describes =
        |i: usize| scene.is_word(i) && scene.verb(i).is_none() && !scene.words.stops.has(scene.key(i)) || scene.lower(i) == "-";
    let the = (from..noun).rev().find(|&i| !describes(i)).filter(|&i| scene.lower(i) == "the");
    let named = scene.run.has(noun + 1) && scene.page.tokens[noun + 1].capital;
    scene.lower(noun + 1) != "of" && !named && the.is_some_and(|i| scene.words.places.has(scene.before(i)))
}

fn is_country(scene: &Scene, name: &Name) -> bool {
    let facts = name.entity.as_deref().and_then(|e| places::facts(e, scene.lexicon));
    facts.is_some_and(|f| f.kind == PlaceKind::Country)
}

fn lies_in(scene: &Scene, inner: &Name, outer: &Name) -> bool {
    let entities = inner.entity.as_deref().zip(outer.entity.as_deref());
    entities.is_some_and(|(x, y)| places::relation(x, y, scene.lexicon) == Place::Contained)
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
    scene.near(claim).iter().filter(|&i| scene.words.wars.has(scene.key(i))).find_map(|war| {
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
    if scene.find(&words.elsewhere, scene.near(scene.run)).is_some() {
        return (None, None);
    }
    for sentence in (0..here).rev().take(BACK) {
        let before = Scene::new(scene.story, sentence, scene.lexicon);
        let near = opening(&before);
        if page.paragraph_of(before.run.start) + 1 < paragraph {
            break;
        }
        let Some(blow) = before.find(&words.causes, near).or_else(|| before.find(&words.blows, near)) else { continue };
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
        if behind.find(&scene.words.elsewhere, near).is_some() {
            return None;
        }
        let known = |blow: &Run| matches!(behind.before(blow.start), "the" | "'s" | "’s");
        let again = behind.find(&scene.words.causes, near).filter(known);
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
        if scene.find(&scene.words.elsewhere, near).or_else(|| scene.find(&scene.words.past, near)).is_some() {
            return None;
        }
        let blow = scene.find(&scene.words.causes, near).or_else(|| scene.find(&scene.words.blows, near))?;
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

fn nearest_place<'a>(scene: &Scene<'a, '_>, within: Run, claim: Run, holders: &[Run]) -> Option<&'a Name> {
    let places = scene.story.names_in(within).filter(|n| {
        n.kind == NameType::Loc
            && n.mention == Mention::Proper
            && !holders.iter().any(|h| h.overlaps(n.run))
            && is_set_in(scene, n.run)
    });
    places.min_by_key(|n| (is_feature(scene, n), distance(n.run, claim))).map(|n| inmost(scene, finest(scene, n)))
}

/// "the Rhine River", "Route 9": lines and waters are long, and what lies at them says more.
fn is_feature(scene: &Scene, place: &Name) -> bool {
    let lines = &scene.words.lines;
    lines.has(scene.key(place.run.end)) || place.run.iter().any(|i| lines.has(scene.key(i)))
}

/// "in Syria's northwestern province of Idlib": the country only tells where the province lies.
fn inmost<'a>(scene: &Scene<'a, '_>, place: &'a Name) -> &'a Name {
    const BETWEEN: usize = 6;
    let ahead = Run::new(place.run.end, scene.run.end.min(place.run.end + BETWEEN * 2));
    let next = scene.story.names_in(ahead).find(|n| n.kind == NameType::Loc && n.mention == Mention::Proper);
    let inner = next.filter(|n| {
        let between = Run::new(place.run.end, n.run.start);
        let one_phrase = between.len() <= BETWEEN
            && between.iter().all(|i| {
                let word = scene.lower(i);
                matches!(word, "'s" | "’s" | "-" | "of")
                    || scene.is_word(i) && scene.verb(i).is_none() && !scene.words.stops.has(word)
            });
        one_phrase && is_country(scene, place) && (lies_in(scene, n, place) || is_headed(scene, n.run))
    });
    inner.unwrap_or(place)
}

/// "Seeburg, Norway", "Seeburg in Norway": the first of the chain is the place, the others tell where it lies.
fn finest<'a>(scene: &Scene<'a, '_>, place: &'a Name) -> &'a Name {
    const CHAIN: usize = 12;
    let before = Run::new(place.run.start.saturating_sub(CHAIN).max(scene.run.start), place.run.start);
    let chain: Vec<&Name> =
        scene.story.names_in(before).filter(|n| n.kind == NameType::Loc && n.mention == Mention::Proper).collect();
    chain.into_iter().rev().fold(place, |found, n| {
        let joined = n.run.end + 1 == found.run.start && matches!(scene.lower(n.run.end), "," | "in")
            || is_told_where(scene, Run::new(n.run.end, found.run.start));
        if joined { n } else { found }
    })
}

/// "Douma, the largest town in Eastern Ghouta": the words between two names tell where the first lies.
fn is_told_where(scene: &Scene, between: Run) -> bool {
    let comma = usize::from(scene.lower(between.start) == ",");
    let led = matches!(scene.lower(between.start + comma), "a" | "an" | "the");
    let noun = between.iter().find(|&i| scene.words.towns.has(scene.key(i)));
    let plain = |i: usize| scene.verb(i).is_none() && (i == between.start || scene.lower(i) != ",");
    led && between.iter().all(plain) && noun.is_some_and(|i| matches!(scene.lower(i + 1), "in" | "of" | "near"))
}

/// Behind the claim counts as nearer than before it.
pub(super) fn distance(place: Run, claim: Run) -> usize {
    if place.start >= claim.end { place.start - claim.end } else { claim.start.saturating_sub(place.end) * 2 + 1 }
}

/// Whether a preposition of place leads to a name, over "the town of" and the like.
fn is_set_in(scene: &Scene, name: Run) -> bool {
    if is_headed(scene, name) {
        return true;
    }
    let from = name.start.saturating_sub(6).max(scene.run.start);
    let mut i = name.start;
    while i > from {
        i -= 1;
        let word = scene.lower(i);
        if matches!(word, "in" | "at" | "near" | "outside" | "around" | "inside" | "across" | "throughout" | "on") {
            // Where a body sits is no place of an event.
            return !matches!(scene.before(i), "based" | "headquartered");
        }
        if scene.lexicon.names.cues.reached.has(scene.key(i)) {
            return true;
        }
        // "a bombardment of Homs".
        if scene.lower(i + 1) == "of" && scene.words.causes.has(word) {
            return true;
        }
        let passes = scene.words.places.has(word)
            || scene.is_word(i) && !scene.words.stops.has(word)
            || word == "the"
            || word == ","
            || word == "'s";
        if !passes || scene.verb(i).is_some() {
            return matches!(word, "hit" | "struck");
        }
    }
    false
}

/// "over the rebel-held town of Darkush": a town that its noun names, unless one comes from there, goes there or rules it.
fn is_headed(scene: &Scene, name: Run) -> bool {
    const AHEAD: usize = 5;
    let Some(noun) = name.start.checked_sub(2).filter(|&i| i >= scene.run.start) else { return false };
    if scene.before(name.start) != "of" || !scene.lexicon.names.cues.place_heads.has(scene.key(noun)) {
        return false;
    }
    let floor = noun.saturating_sub(AHEAD).max(scene.run.start);
    let led = (floor..noun).rev().find(|&i| scene.is(i, PREPOSITION | VERB_FORM) || matches!(scene.lower(i), "to" | ","));
    !led.is_some_and(|i| matches!(scene.lower(i), "from" | "to" | "toward" | "towards" | "of" | "for" | "with" | "by"))
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
    let blow = before.iter().rev().find_map(|i| scene.phrase(&scene.words.causes, i).map(|n| Run::new(i, i + n)))?;
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
