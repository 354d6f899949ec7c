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
            let surname = |u: &crate::link::Utterance| u.head().speaker.as_deref().and_then(|s| s.rsplit(' ').next().map(str::to_lowercase));
            if !entity.contains('~') && merged.contains('~') && surname(full) == surname(bare) {
                let evidence = format!("both articles give {} the same words", full.head().speaker.as_deref().unwrap_or_default());
                let article = Some(book.article(bare.article).article.clone());
                out.entry((entity, merged)).or_insert(EntityMerge { entity: entity.to_owned(), merged: merged.to_owned(), article, evidence });
            }
        }
    }
    out.into_values().collect()
}

/// Every place that a casualty or a meeting names.
pub(super) fn places(book: &Book, _lexicon: &Lexicon) -> Vec<PlaceRow> {
    let casualties = book.claims.casualties.iter().map(|c| (&c.place_entity, &c.place));
    let meetings = book.claims.meetings.iter().map(|m| (&m.place_entity, &m.place));
    let mut out: BTreeMap<&str, PlaceRow> = BTreeMap::new();
    for (entity, name) in casualties.chain(meetings) {
        if let (Some(entity), Some(name)) = (entity, name) {
            out.entry(entity).or_insert_with(|| PlaceRow {
                place_entity: entity.clone(),
                name: name.clone(),
                kind: None,
                country: None,
                admin1: None,
                lat: None,
                lon: None,
                geonameid: None,
            });
        }
    }
    out.into_values().collect()
}
