//! What the collection teaches of names: merges across articles, and the places that claims name.

use std::collections::BTreeMap;

use super::record::{EntityMerge, PlaceRow};
use crate::lexicon::Lexicon;
use crate::link::{Book, Links, State};

/// Surnames of one article that a shared quotation shows to be the full name of another.
pub(super) fn merges(book: &Book, links: &Links) -> Vec<EntityMerge> {
    let mut out = BTreeMap::new();
    for pair in links.statements.iter().filter(|p| p.speakers != State::Different) {
        let (a, b) = (&book.utterances[pair.left], &book.utterances[pair.right]);
        for (full, bare) in [(a, b), (b, a)] {
            let (Some(entity), Some(merged)) = (full.speaker(), bare.speaker()) else { continue };
            let surname = |u: &crate::link::Utterance| {
                u.head().speaker.as_deref().and_then(|s| s.rsplit(' ').next().map(str::to_lowercase))
            };
            if !entity.contains('~') && merged.contains('~') && surname(full) == surname(bare) {
                let evidence =
                    format!("both articles give {} the same words", full.head().speaker.as_deref().unwrap_or_default());
                let article = Some(book.article(bare.article).article.clone());
                out.entry((entity, merged)).or_insert(EntityMerge {
                    entity: entity.to_owned(),
                    merged: merged.to_owned(),
                    article,
                    evidence,
                });
            }
        }
    }
    out.into_values().collect()
}

/// Every place that a casualty or a meeting names, with what the gazetteer knows of it.
pub(super) fn places(book: &Book, lexicon: &Lexicon) -> Vec<PlaceRow> {
    let casualties = book.claims.casualties.iter().map(|c| (&c.place_entity, &c.place));
    let meetings = book.claims.meetings.iter().map(|m| (&m.place_entity, &m.place));
    let mut out: BTreeMap<&str, PlaceRow> = BTreeMap::new();
    for (entity, name) in casualties.chain(meetings) {
        if let (Some(entity), Some(name)) = (entity, name) {
            out.entry(entity).or_insert_with(|| place(entity, name, lexicon));
        }
    }
    out.into_values().collect()
}

fn place(entity: &str, written: &str, lexicon: &Lexicon) -> PlaceRow {
    let facts = lexicon.names.place(entity);
    let country = facts.and_then(|f| f.country.as_ref()).and_then(|code| lexicon.names.countries.get(code));
    PlaceRow {
        place_entity: entity.to_owned(),
        name: facts.map_or_else(|| written.to_owned(), |f| f.name.to_string()),
        kind: facts.map(|f| f.kind.as_str().to_owned()),
        country: country.map(|c| c.name.clone()),
        admin1: facts.and_then(|f| f.region.as_deref().map(str::to_owned)),
        lat: facts.and_then(|f| f.lat),
        lon: facts.and_then(|f| f.lon),
        geonameid: facts.and_then(|f| f.geonameid),
    }
}
