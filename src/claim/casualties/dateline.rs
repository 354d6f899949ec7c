//! The place of a lead that names none: "PARKLAND, Fla. - Seventeen people were killed".

use crate::claim::Edge;
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{ActsAs, Mention, NameType, Scope};
use crate::lexicon::{Lexicon, PlaceKind};
use crate::story::Name;
use crate::value::place;

/// A lead without a place lies where its dateline does, if that is no capital: from there one reports of the whole country. A
/// capital's is taken where the article names no other place.
pub(super) fn place_lead(edge: &Edge, rows: &mut [CasualtyClaim], lexicon: &Lexicon) {
    let story = edge.story;
    let Some(place) = &story.anchor.imprint.dateline_place else { return };
    let Some(lead) = rows.iter().position(|r| r.scope == Scope::Incident).filter(|&i| rows[i].place.is_none()) else { return };
    let is_place = |n: &&Name| n.kind == NameType::Loc && n.mention == Mention::Proper;
    let (here, others): (Vec<_>, Vec<_>) =
        story.names.iter().filter(is_place).take(NAMED).partition(|n| place.starts_with(story.page.text(n.run)));
    let entity = here.iter().find_map(|n| n.entity.clone());
    let facts = entity.as_deref().and_then(|e| place::facts(e, lexicon));
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

/// So many places of a text are looked at: those of the lead.
const NAMED: usize = 4;
/// The region or country of a dateline's place stands within so many words behind it.
const BESIDE: usize = 2;
