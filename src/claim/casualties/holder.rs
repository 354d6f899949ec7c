//! Who says so: the source of a figure, its entity, and what kind of holder it is.

use super::scene::Scene;
use super::setting::{PARTY, is_of_party, subject};
use super::stand_in::{claimant, meant, with_body};
use crate::lexicon::kinds::{PREPOSITION, SUBORDINATOR};
use crate::lexicon::vocabulary::{ActsAs, Mention, NameType, SourceType};
use crate::read::attribution::Attribution;
use crate::read::marks::overlapping;
use crate::story::Name;
use crate::text::Run;

/// Who says it.
pub(super) struct Holder {
    pub(super) text: String,
    pub(super) entity: Option<String>,
    pub(super) kind: Option<SourceType>,
}

/// Who stands behind a figure: who is said to have reported it, whose words it is (`said`), who gives the toll that it is, or who says
/// the quotation that it stands in.
pub(super) fn who_says(scene: &Scene, claim: Run, said: Option<&Attribution>, toll: Option<Run>) -> Option<Holder> {
    reporter(scene, claim)
        .or_else(|| said.and_then(|a| holder(scene, a, claim)))
        .or_else(|| giver(scene, toll?))
        .or_else(|| quoted_holder(scene, claim))
        .or_else(|| claimant(scene, claim))
}

/// The attribution that covers a claim: the closest one with a speaker whose content holds it, or the sentence's only one.
pub(super) fn attribution<'a>(scene: &Scene<'a, '_>, claim: Run) -> Option<&'a Attribution> {
    let all = scene.attributions();
    let covers = |a: &&Attribution| a.content.is_some_and(|c| c.overlaps(claim));
    let closest = |a: &&Attribution| a.content.map(Run::len);
    all.iter().filter(|a| a.source.is_some() && covers(a)).min_by_key(closest).or_else(|| all.iter().find(covers)).or_else(|| {
        match all {
            [one] if one.content.is_none() => Some(one),
            _ => None,
        }
    })
}

/// Who says the quotation that a claim stands in, where its sentence does not tell: "Three died. Ten are hurt," the mayor said.
fn quoted_holder(scene: &Scene, claim: Run) -> Option<Holder> {
    let quoted = scene.story.quoted()[overlapping(scene.story.quoted(), claim)]
        .iter()
        .find(|q| !q.nested && q.closed && q.inner.start <= claim.start && claim.end <= q.inner.end)?;
    let last = scene.page.sentence_of(quoted.outer.end.checked_sub(1)?);
    if last == scene.page.sentence_of(claim.start) {
        return None;
    }
    let end = Scene::new(scene.story, last, scene.lexicon);
    let said = end.attributions().iter().find(|a| a.source.is_some() && a.content.is_some_and(|c| c.overlaps(quoted.outer)))?;
    holder(&end, said, quoted.inner)
}

/// The holder behind an attribution, by the sentences before where it only points back to them.
fn holder(scene: &Scene, attribution: &Attribution, claim: Run) -> Option<Holder> {
    let run = source(scene, attribution, claim)?;
    let holder = named(scene, run);
    let is_known = holder.kind.is_some() || holder.entity.is_some();
    Some(if is_known { holder } else { meant(scene, run).unwrap_or(holder) })
}

/// The words for who says it.
pub(super) fn source(scene: &Scene, attribution: &Attribution, claim: Run) -> Option<Run> {
    let run = behind_day(scene, behind_dateline(scene, beside(scene, attribution.source?, claim)));
    (!run.is_empty() && !is_figure(scene, run)).then(|| with_body(scene, run, claim))
}

/// The holder that a source names.
pub(super) fn named(scene: &Scene, run: Run) -> Holder {
    // A town beside those who speak there ("Aleppo city state media") does not speak.
    let speaks = |n: &&Name| n.kind != NameType::Loc || n.acts_as == Some(ActsAs::Government) || n.run.end == run.end;
    let names = scene.story.names_in(run).filter(speaks);
    let name = names.max_by_key(|n| (n.mention == Mention::Proper, n.entity.is_some(), n.run.len()));
    let text =
        name.filter(|n| n.mention == Mention::Pronoun).and_then(Name::fullest).unwrap_or_else(|| scene.page.text(run).to_owned());
    let kind = kind_of(scene, run).or_else(|| kind_elsewhere(scene, name?));
    Holder { text, entity: name.and_then(Name::id), kind }
}

/// "An earlier death toll from the strike said 15": a figure is nobody.
fn is_figure(scene: &Scene, source: Run) -> bool {
    const HEAD: usize = 5;
    let head = Run::new(source.start, source.end.min(source.start + HEAD));
    head.iter()
        .take_while(|&i| !matches!(scene.lower(i), "of" | "for" | "'s" | "’s"))
        .any(|i| scene.value(&scene.words.tolls, i).is_some())
}

/// "(Valley Times) - Rebels said": the speaker stands behind the dateline.
fn behind_dateline(scene: &Scene, source: Run) -> Run {
    let dash = source.iter().rev().find(|&i| matches!(scene.lower(i), "-" | "–" | "—" | ")") && !scene.page.glued(i));
    Run::new(dash.map_or(source.start, |i| i + 1).min(source.end), source.end)
}

/// "in the city of Hasakah on Monday the Observatory said", in a text without commas: the speaker stands behind the day.
fn behind_day(scene: &Scene, source: Run) -> Run {
    let last = scene.story.dates_in(source).filter(|d| d.run.start > source.start && d.run.end < source.end).last();
    let rest = Run::new(last.map_or(source.start, |d| d.run.end), source.end);
    let speaks = kind_of(scene, rest).is_some() || scene.story.names_in(rest).any(|n| n.kind != NameType::Loc);
    if speaks { rest } else { source }
}

/// "Medics put the toll at 120", "The monitor, based in Britain, gave a slightly lower toll": who gives it.
fn giver(scene: &Scene, toll: Run) -> Option<Holder> {
    const DESCRIBED: usize = 5;
    let describes = |i: usize| {
        let word = scene.lower(i);
        matches!(word, "the" | "a" | "an" | "its" | "their" | "his" | "her" | "up" | "down")
            || word.ends_with("ly")
            || scene.is_content(i)
            || scene.is_adverb(i)
    };
    let floor = toll.start.saturating_sub(DESCRIBED).max(scene.run.start);
    let verb = (floor..toll.start).rev().find(|&i| scene.words.giving.has(scene.key(i)) || !describes(i))?;
    let run = scene.words.giving.has(scene.key(verb)).then(|| subject(scene, verb).or_else(|| head(scene, verb)))??;
    let name = scene.story.names_in(run).max_by_key(|n| (n.entity.is_some(), n.run.len()));
    Some(Holder {
        text: scene.page.text(run).to_owned(),
        entity: name.and_then(Name::id),
        kind: kind_of(scene, run).or_else(|| kind_elsewhere(scene, name?)),
    })
}

/// "Three deaths were reported by the civil defence": who reports them.
fn reporter(scene: &Scene, claim: Run) -> Option<Holder> {
    const VERB: usize = 9;
    let ahead = claim.end..scene.run.end.min(claim.end + VERB);
    // "Three deaths and 22 injuries were reported."
    let auxiliary =
        ahead.clone().find(|&i| scene.verb(i).is_some() || matches!(scene.lower(i), "who" | "which" | "that" | ","))?;
    let verb = (auxiliary..ahead.end).find(|&i| scene.verb(i).is_none())?;
    let passive =
        matches!(scene.before(verb), "was" | "were" | "been" | "are" | "is") && scene.words.recorded.has(scene.key(verb));
    let start = verb + 2;
    if !passive || scene.lower(verb + 1) != "by" {
        return None;
    }
    let is_of_name = |i: &usize| is_of_party(scene, *i) && !scene.is(*i, PREPOSITION | SUBORDINATOR);
    let name = (start..scene.run.end.min(start + PARTY)).take_while(is_of_name);
    let run = Run::new(start, name.last()? + 1);
    let kind = kind_of(scene, run)?;
    let name = scene.story.names_in(run).filter(|n| n.kind != NameType::Loc).max_by_key(|n| n.run.len());
    Some(Holder { text: scene.page.text(run).to_owned(), entity: name.and_then(Name::id), kind: Some(kind) })
}

/// The body that begins a sentence whose verb stands behind an apposition or a participle: "An opposition monitoring group, citing
/// clinics in the suburbs, put".
fn head(scene: &Scene, verb: usize) -> Option<Run> {
    const LED: usize = 6;
    let led = Run::new(scene.run.start, verb.min(scene.run.start + LED));
    let name = scene
        .story
        .names_in(Run::new(scene.run.start, verb))
        .find(|n| matches!(n.kind, NameType::Org | NameType::Person) && n.mention == Mention::Proper && led.has(n.run.start));
    let held = led.iter().take_while(|&i| is_of_party(scene, i)).filter_map(|i| {
        let (n, _) = scene.words.holders.longest(scene.page.keys(Run::new(i, verb)))?;
        Some(Run::new(scene.run.start, i + n))
    });
    let noun = held.max_by_key(|run| run.end);
    match (name, noun) {
        (Some(name), Some(noun)) if name.run.start >= noun.end => Some(noun),
        (Some(name), _) => Some(name.run),
        (None, noun) => noun,
    }
}

/// What kind of holder another mention of a name tells: "The group" is the monitor that was named before.
fn kind_elsewhere(scene: &Scene, name: &Name) -> Option<SourceType> {
    let entity = name.entity.as_deref()?;
    let others = scene.story.names().iter().filter(|n| n.entity.as_deref() == Some(entity));
    others.take(MENTIONS).find_map(|n| kind_of(scene, n.full))
}

/// So many mentions of a name are looked at.
const MENTIONS: usize = 12;

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
pub(super) fn kind_of(scene: &Scene, run: Run) -> Option<SourceType> {
    const ORDER: [SourceType; 6] =
        [SourceType::Medic, SourceType::Witness, SourceType::Monitor, SourceType::Media, SourceType::Party, SourceType::Official];
    let found: Vec<SourceType> =
        run.iter().filter_map(|i| scene.words.holders.longest(scene.page.keys(Run::new(i, run.end)))).map(|(_, k)| *k).collect();
    ORDER.into_iter().find(|k| found.contains(k))
}
