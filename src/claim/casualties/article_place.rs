//! Places that the sentence of a figure does not tell: a lead's by its dateline ("PARKLAND, Fla. - Seventeen people were killed"), a
//! war's by the country that the article is about.

use std::collections::BTreeMap;

use super::whereabouts::told_first;
use crate::claim::Edge;
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{ActsAs, Mention, NameType, Scope};
use crate::lexicon::{Lexicon, PlaceKind};
use crate::story::{Name, Story};
use crate::text::Run;
use crate::value::place as places;

/// A lead without a place lies where its dateline does, if that is no capital: from there one reports of the whole country. A
/// capital's is taken where the article names no other place.
pub(super) fn place_lead(edge: &Edge, rows: &mut [CasualtyClaim], lexicon: &Lexicon) {
    let story = edge.story;
    let Some(place) = &story.anchor.imprint.dateline_place else { return };
    let Some(lead) = rows.iter().position(|r| r.scope == Scope::Incident).filter(|&i| rows[i].place.is_none()) else { return };
    let is_place = |n: &&Name| n.kind == NameType::Loc && n.mention == Mention::Proper;
    let (here, others): (Vec<_>, Vec<_>) =
        story.mentions().iter().filter(is_place).take(NAMED).partition(|n| place.starts_with(story.page.text(n.run)));
    let entity = here.iter().find_map(|n| n.id());
    let facts = entity.as_deref().and_then(|e| places::facts(e, lexicon));
    let capital = facts.is_some_and(|f| f.capital || f.kind == PlaceKind::Country);
    let first = rows[lead].sentence_end;
    let named = others.iter().any(|n| n.acts_as != Some(ActsAs::Government));
    // "LOCKERBIE, Scotland" is one place.
    let behind = here.first().map_or(0, |n| n.run.end + BESIDE);
    let abroad = others.iter().any(|n| n.run.start > behind && edge.points(n.run).0 < first);
    let whole = rows.iter().all(|r| r.scope != Scope::Incident || r.place.is_none());
    if capital && !named && whole || !capital && !abroad {
        rows[lead].place = Some(here.first().map_or(place.clone(), |n| edge.text(n.run)));
        rows[lead].place_entity = entity;
    }
}

/// The first incident of an article, where none of its figures has a place or a day, lies where and when the head of the article
/// tells of a blow.
pub(super) fn place_first(edge: &Edge, rows: &mut [CasualtyClaim], lexicon: &Lexicon) {
    let Some(event) = rows.iter().find(|r| r.scope == Scope::Incident).map(|r| r.event.clone()) else { return };
    let of_event = || rows.iter().filter(|r| r.event == event);
    let (placed, dated) = (of_event().any(|r| r.place.is_some()), of_event().any(|r| r.earliest.is_some()));
    if placed && dated {
        return;
    }
    let (place, day) = told_first(edge.story, lexicon);
    // The day of a blow at another place is another's.
    let day =
        day.filter(|_| !placed || place.is_none_or(|p| of_event().any(|r| r.place_entity.as_deref() == p.entity.as_deref())));
    for row in rows.iter_mut().filter(|r| r.event == event) {
        if let Some(place) = place.filter(|_| !placed) {
            (row.place, row.place_entity) = (Some(edge.text(place.run)), place.id());
        }
        if let Some(day) = day.and_then(|d| d.interval).filter(|_| !dated) {
            (row.earliest, row.latest) = (Some(day.earliest), Some(day.latest));
        }
    }
}

/// So many places of a text are looked at: those of the lead.
const NAMED: usize = 4;
/// The region or country of a dateline's place stands within so many words behind it.
const BESIDE: usize = 2;

/// A country that an article names less often is not what it is about.
const SPOKEN_OF: usize = 3;

/// A figure of a whole war ("the conflict has killed 220,000") lies in the country that its article is about.
pub(super) fn place_wars(edge: &Edge, rows: &mut [CasualtyClaim], lexicon: &Lexicon) {
    let mut wars = rows.iter_mut().filter(|r| r.scope == Scope::Cumulative && r.place.is_none()).peekable();
    if wars.peek().is_none() {
        return;
    }
    let Some((name, entity)) = country_spoken_of(edge.story, lexicon) else { return };
    for row in wars {
        (row.place, row.place_entity) = (Some(edge.text(name)), Some(entity.clone()));
    }
}

/// The country that is named more than twice as often as any other, its towns counted: by its own name as first written.
fn country_spoken_of(story: &Story, lexicon: &Lexicon) -> Option<(Run, String)> {
    let mut told: BTreeMap<&str, (usize, Option<Run>)> = BTreeMap::new();
    for name in story.mentions().iter().filter(|n| n.kind == NameType::Loc && n.mention == Mention::Proper) {
        let Some(facts) = name.entity.as_deref().and_then(|e| places::facts(e, lexicon)) else { continue };
        let Some(code) = facts.country.as_deref() else { continue };
        let (times, first) = told.entry(code).or_default();
        *times += 1;
        if facts.kind == PlaceKind::Country {
            first.get_or_insert(name.run);
        }
    }
    let (code, (times, first)) = told.iter().max_by_key(|(_, (times, _))| *times)?;
    let rival = told.iter().filter(|(other, _)| *other != code).map(|(_, (times, _))| *times).max().unwrap_or_default();
    let slug = lexicon.names.country_slug(code)?;
    (*times >= SPOKEN_OF && *times > 2 * rival).then_some(((*first)?, format!("place:{slug}")))
}
