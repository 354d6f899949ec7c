//! The places that claims name, with what the gazetteer knows of them.

use std::collections::BTreeMap;

use super::record::PlaceRow;
use crate::lexicon::{Lexicon, PlaceFacts};
use crate::link::Book;

/// Every place that a casualty or a meeting names, with what the gazetteer knows of it.
pub(super) fn places(book: &Book, lexicon: &Lexicon) -> Vec<PlaceRow> {
    let casualties = book.claims.casualties.iter().map(|c| (&c.place_entity, &c.place));
    let meetings = book.claims.meetings.iter().map(|m| (&m.place_entity, &m.place));
    let named = casualties.chain(meetings).filter_map(|(entity, name)| entity.as_deref().zip(name.as_deref()));
    let parties = book.claims.meetings.iter().flat_map(|m| m.participant_entities.iter().zip(&m.participants));
    let parties = parties.map(|(entity, name)| (entity.as_str(), name.as_str()));
    let mut out: BTreeMap<&str, PlaceRow> = BTreeMap::new();
    for (entity, name) in named.chain(parties.filter(|(entity, _)| entity.starts_with("place:"))) {
        out.entry(entity).or_insert_with(|| place(entity, name, lexicon));
    }
    out.into_values().collect()
}

fn place(entity: &str, written: &str, lexicon: &Lexicon) -> PlaceRow {
    // A claim whose place is written like its government ("in Moscow, which") lies in that country.
    let state = entity.strip_prefix("gov:").map(|slug| format!("place:{slug}"));
    let facts = lexicon.names.place(state.as_deref().unwrap_or(entity));
    let country = facts.and_then(|f| f.country.as_ref()).and_then(|code| lexicon.names.countries.get(code));
    PlaceRow {
        place_entity: entity.to_owned(),
        name: facts.map_or_else(|| written.to_owned(), |f| f.name.to_string()),
        kind: facts.map(|f| f.kind.as_str().to_owned()),
        country: country.map(|c| c.name.clone()),
        admin1: facts.and_then(|f| region(f, lexicon)),
        lat: facts.and_then(|f| f.lat),
        lon: facts.and_then(|f| f.lon),
        geonameid: facts.and_then(|f| f.geonameid),
    }
}

/// The name of the region that a place lies in; its slug where the gazetteer has no such region.
fn region(facts: &PlaceFacts, lexicon: &Lexicon) -> Option<String> {
    let (code, slug) = facts.country.as_deref().zip(facts.region.as_deref())?;
    let region = lexicon.names.place(&format!("place:{code}/{slug}"));
    Some(region.map_or_else(|| slug.to_owned(), |r| r.name.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_told_by_the_gazetteer() {
        let told = |entity: &str| {
            let row = place(entity, "as written", Lexicon::english());
            format!("{} | {:?} | {:?} | {:?}", row.name, row.kind, row.country, row.admin1)
        };
        for (entity, expected) in [
            ("place:sy/darkush", r#"Darkush | Some("city") | Some("Syria") | Some("Idlib")"#),
            ("place:ua/bakhmut", r#"Bakhmut | Some("city") | Some("Ukraine") | Some("Donetsk")"#),
            ("place:middle-east", r#"Middle East | Some("region") | None | None"#),
            ("gov:russia", r#"Russia | Some("country") | Some("Russia") | None"#),
            ("place:tornbeck", "as written | None | None | None"),
        ] {
            assert_eq!(told(entity), expected);
        }
    }
}
