//! Where and when it happened, and who says so.

use super::scene::Scene;
use crate::lexicon::kinds::{PREPOSITION, RELATIVE, VERB_FORM};
use crate::lexicon::vocabulary::{Mention, NameType, SourceType, TimexType};
use crate::read::attribution::Attribution;
use crate::read::clause::Clause;
use crate::story::{Date, Name};
use crate::text::Run;

/// The clause that holds a token; the sentence where no clauses were read.
pub(super) fn clause<'a>(scene: &Scene<'a, '_>, token: usize) -> Option<&'a Clause> {
    let clauses = scene.clauses();
    clauses.get(clauses.partition_point(|c| c.run.end <= token)).filter(|c| c.run.has(token))
}

/// The claim's clause, as far as it is within reach.
fn own(scene: &Scene, claim: Run) -> Run {
    let near = scene.near(claim);
    let clause = clause(scene, claim.end - 1).map_or(near, |c| c.run.cover(claim));
    Run::new(clause.start.max(near.start), clause.end.min(near.end))
}

/// The place of a claim: the nearest one behind a preposition of place, in the claim's clause if there is one.
pub(super) fn place<'a>(scene: &Scene<'a, '_>, claim: Run) -> Option<&'a Name> {
    let own = own(scene, claim);
    let holders: Vec<Run> = scene.attributions().iter().filter_map(|a| a.source).collect();
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
pub(super) fn told_before<'a>(scene: &Scene<'a, '_>) -> (Option<&'a Name>, Option<&'a Date>) {
    let (page, words) = (scene.page, scene.words);
    let here = page.sentence_of(scene.run.start);
    let paragraph = page.paragraph_of(scene.run.start);
    if scene.find(&words.elsewhere, scene.near(scene.run)).is_some() {
        return (None, None);
    }
    for sentence in (0..here).rev().take(BACK) {
        let before = Scene::new(scene.story, sentence, scene.lexicon);
        let near = before.near(Run::new(before.run.start, before.run.start));
        if page.paragraph_of(before.run.start) + 1 < paragraph {
            break;
        }
        let Some(blow) = before.find(&words.causes, near).or_else(|| before.find(&words.blows, near)) else { continue };
        let holders: Vec<Run> = before.attributions().iter().filter_map(|a| a.source).collect();
        // "It struck Darkush, which fell to rebels in May": the day of the blow stands in its own clause.
        let told = clause(&before, blow.start).map_or(near, |c| c.run);
        let found = (nearest_place(&before, near, blow, &holders), nearest_date(&before, told, blow));
        if found.0.is_some() || found.1.is_some() {
            return found;
        }
    }
    (None, None)
}

/// How many sentences an article takes to say where it is: a lead may leave that to the next.
const LEAD: usize = 3;

/// The place that the sentences behind a lead tell of: "A raid killed nine. The raid struck the town of Darkush." The blow is told
/// again, with its article, or it is a verb.
pub(super) fn told_after<'a>(scene: &Scene<'a, '_>) -> Option<&'a Name> {
    let story = scene.story;
    let lead: Vec<usize> = story.sentences().take(LEAD + BACK).collect();
    let at = lead.iter().take(LEAD).position(|&i| story.page.sentences[i].tokens == scene.run)?;
    lead[at + 1..].iter().take(BACK).find_map(|&sentence| {
        let behind = Scene::new(story, sentence, scene.lexicon);
        let near = behind.near(Run::new(behind.run.start, behind.run.start));
        if behind.find(&scene.words.elsewhere, near).is_some() {
            return None;
        }
        let again = behind.find(&scene.words.causes, near).filter(|blow| behind.before(blow.start) == "the");
        let blow = again.or_else(|| behind.find(&scene.words.blows, near))?;
        let holders: Vec<Run> = behind.attributions().iter().filter_map(|a| a.source).collect();
        nearest_place(&behind, near, blow, &holders)
    })
}

fn nearest_place<'a>(scene: &Scene<'a, '_>, within: Run, claim: Run, holders: &[Run]) -> Option<&'a Name> {
    let places = scene.story.names_in(within).filter(|n| {
        n.kind == NameType::Loc
            && n.mention == Mention::Proper
            && !holders.iter().any(|h| h.overlaps(n.run))
            && is_set_in(scene, n.run)
    });
    places.min_by_key(|n| distance(n.run, claim)).map(|n| finest(scene, n))
}

/// "Seeburg, Norway", "Seeburg in Norway": the first of the chain is the place, the others tell where it lies.
fn finest<'a>(scene: &Scene<'a, '_>, place: &'a Name) -> &'a Name {
    const CHAIN: usize = 12;
    let before = Run::new(place.run.start.saturating_sub(CHAIN).max(scene.run.start), place.run.start);
    let chain: Vec<&Name> =
        scene.story.names_in(before).filter(|n| n.kind == NameType::Loc && n.mention == Mention::Proper).collect();
    chain.into_iter().rev().fold(place, |found, n| {
        let joined = n.run.end + 1 == found.run.start && matches!(scene.lower(n.run.end), "," | "in");
        if joined { n } else { found }
    })
}

/// Behind the claim counts as nearer than before it.
fn distance(place: Run, claim: Run) -> usize {
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
            return true;
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
pub(super) fn date<'a>(scene: &Scene<'a, '_>, claim: Run) -> Option<&'a Date> {
    let own = own(scene, claim);
    // The day of the main clause is not that of what a relative clause recalls.
    let relative = scene.is(own.start, RELATIVE);
    nearest_date(scene, own, claim).or_else(|| if relative { None } else { nearest_date(scene, scene.near(claim), claim) })
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

/// Who says it.
pub(super) struct Holder {
    pub(super) text: String,
    pub(super) entity: Option<String>,
    pub(super) kind: Option<SourceType>,
}

/// The attribution that covers a claim: the one whose content holds it, or the sentence's only one.
pub(super) fn attribution<'a>(scene: &Scene<'a, '_>, claim: Run) -> Option<&'a Attribution> {
    let all = scene.attributions();
    all.iter().find(|a| a.content.is_some_and(|c| c.overlaps(claim))).or_else(|| match all {
        [one] if one.content.is_none() => Some(one),
        _ => None,
    })
}

/// The holder behind an attribution.
pub(super) fn holder(scene: &Scene, attribution: &Attribution, claim: Run) -> Option<Holder> {
    let run = behind_dateline(scene, beside(scene, attribution.source?, claim));
    if run.is_empty() {
        return None;
    }
    let name = scene.story.names_in(run).max_by_key(|n| (n.mention == Mention::Proper, n.entity.is_some(), n.run.len()));
    let text = name
        .filter(|n| n.mention == Mention::Pronoun)
        .and_then(|n| n.canonical.clone())
        .unwrap_or_else(|| scene.page.text(run).to_owned());
    Some(Holder { text, entity: name.and_then(|n| n.entity.clone()), kind: kind_of(scene, run) })
}

/// "(Valley Times) - Rebels said": the speaker stands behind the dateline.
fn behind_dateline(scene: &Scene, source: Run) -> Run {
    let dash = source.iter().rev().find(|&i| matches!(scene.lower(i), "-" | "–" | "—" | ")") && !scene.page.glued(i));
    Run::new(dash.map_or(source.start, |i| i + 1).min(source.end), source.end)
}

/// "Medics put the toll at 120": who puts it.
pub(super) fn putter(scene: &Scene, toll: Run) -> Option<Holder> {
    let article = toll.start - usize::from(scene.before(toll.start) == "the");
    let verb = article
        .checked_sub(1)
        .filter(|&i| matches!(scene.lower(i), "put" | "puts" | "placed" | "places" | "estimated" | "estimates"))?;
    let run = subject(scene, verb)?;
    let name = scene.story.names_in(run).max_by_key(|n| (n.entity.is_some(), n.run.len()));
    Some(Holder { text: scene.page.text(run).to_owned(), entity: name.and_then(|n| n.entity.clone()), kind: kind_of(scene, run) })
}

/// The words of a source that are not the claim's own: text without commas runs one into the other.
fn beside(scene: &Scene, source: Run, claim: Run) -> Run {
    if !source.overlaps(claim) {
        return source;
    }
    let rest = Run::new(claim.end.min(source.end), source.end);
    let start = rest.iter().find(|&i| matches!(scene.lower(i), "a" | "an" | "the"));
    Run::new(start.unwrap_or(rest.end), rest.end)
}

/// What kind of holder the words of a source name: the first kind, in the order of the vocabulary's care, that one of them names.
fn kind_of(scene: &Scene, run: Run) -> Option<SourceType> {
    const ORDER: [SourceType; 6] =
        [SourceType::Medic, SourceType::Witness, SourceType::Monitor, SourceType::Media, SourceType::Party, SourceType::Official];
    let found: Vec<SourceType> =
        run.iter().filter_map(|i| scene.words.holders.longest(scene.page.keys(Run::new(i, run.end)))).map(|(_, k)| *k).collect();
    ORDER.into_iter().find(|k| found.contains(k))
}

/// The nearest cause named in a claim's clause.
pub(super) fn cause(scene: &Scene, claim: Run) -> Option<String> {
    let own = own(scene, claim);
    let near = |within: Run| {
        within
            .iter()
            .filter(|i| !claim.has(*i) || *i > claim.start)
            .filter_map(|i| scene.phrase(&scene.words.causes, i).map(|n| Run::new(i, i + n)))
            .min_by_key(|r| (distance(*r, claim), std::cmp::Reverse(r.len())))
    };
    near(own).or_else(|| near(scene.near(claim))).map(|r| scene.page.text(r).to_owned())
}

/// Who did it: the agent behind "by", the subject of an active verb, or whose air strike it was.
pub(super) fn actor(scene: &Scene, chain: Run, active: bool) -> Option<String> {
    let found = if active { subject(scene, chain.start) } else { agent(scene, chain.end) };
    found.filter(|run| !run.is_empty()).map(|run| scene.page.text(run).to_owned())
}

/// How many tokens a party's name and nouns may have.
const PARTY: usize = 7;
/// "in an operation by Iraqi forces": how far behind the verb the agent may stand.
const AGENT: usize = 10;

/// The party that is the subject of a verb which begins at a token: "Boko Haram fighters", "the Syrian army", of "Israeli air
/// strikes" the country.
fn subject(scene: &Scene, verb: usize) -> Option<Run> {
    let mut end = verb;
    while end > scene.run.start
        && (scene.is_adverb(end - 1) || matches!(scene.before(end), "has" | "have" | "had" | "who" | "that"))
    {
        end -= 1;
    }
    let floor = end.saturating_sub(PARTY).max(scene.run.start);
    let mut start = end;
    while start > floor && is_of_party(scene, start - 1) {
        start -= 1;
    }
    while start < end && matches!(scene.lower(start), "-" | "and" | "of" | "'s" | "’s") {
        start += 1;
    }
    let run = Run::new(start, end);
    if let Some(cause) = scene.find(&scene.words.causes, run).filter(|c| c.end == end) {
        let nation = (start..cause.start).find(|&i| scene.lexicon.names.demonyms.has(scene.key(i)))?;
        return Some(Run::new(nation, nation + 1));
    }
    is_party(scene, run).then_some(run)
}

/// The party behind "by", in the verb's own phrase.
fn agent(scene: &Scene, end: usize) -> Option<Run> {
    let ahead = end..scene.run.end.min(end + AGENT);
    let plain = |i: &usize| scene.verb(*i).is_none() && !matches!(scene.lower(*i), "," | ";" | "when" | "after" | "while");
    let by = ahead.take_while(plain).find(|&i| scene.lower(i) == "by")?;
    let start = by + 1;
    let stop = scene.run.end.min(start + PARTY);
    let mut at = start;
    while at < stop && is_of_party(scene, at) {
        at += 1;
    }
    let run = Run::new(start, at);
    let whole = (start + 1..=at).rev().map(|e| Run::new(start, e)).find(|r| is_party(scene, *r));
    whole.or_else(|| is_party(scene, run).then_some(run))
}

/// Whether a token may stand in the words for a party.
fn is_of_party(scene: &Scene, i: usize) -> bool {
    let word = scene.lower(i);
    let glue = matches!(word, "the" | "a" | "an" | "-" | "'s" | "’s" | "of") || scene.is_number(i);
    glue || scene.is_word(i) && scene.verb(i).is_none() && !scene.words.stops.has(word) && !scene.in_date(i)
}

/// Whether words end with people, with an armed party or with a name.
fn is_party(scene: &Scene, run: Run) -> bool {
    if run.is_empty() {
        return false;
    }
    let last = run.end - 1;
    let people = run.iter().any(|i| scene.people(i).is_some_and(|(n, _)| i + n == run.end));
    let armed = run.iter().any(|i| {
        let held = scene.words.holders.longest(scene.page.keys(Run::new(i, run.end)));
        held.is_some_and(|(n, kind)| i + n == run.end && matches!(kind, SourceType::Party | SourceType::Official))
    });
    let named = scene
        .story
        .names_in(run)
        .any(|n| matches!(n.kind, NameType::Org | NameType::Person) && n.mention == Mention::Proper && n.run.end == run.end);
    (people || armed || named) && !scene.is_thing(last)
}
