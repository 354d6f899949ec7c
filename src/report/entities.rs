//! What the collection teaches of names: merges across articles, and the places that claims name.

use std::collections::{BTreeMap, BTreeSet};

use super::record::{EntityMerge, PlaceRow};
use crate::claim::record::NameClaim;
use crate::lexicon::vocabulary::{Mention, NameType};
use crate::lexicon::{Known, Lexicon, PlaceFacts, slug};
use crate::link::{Book, Links, State, Utterance};

/// Entities that the collection shows to be one, each with what shows it. Two full names are never merged.
pub(super) fn merges(book: &Book, links: &Links, lexicon: &Lexicon) -> Vec<EntityMerge> {
    let mut out: BTreeMap<(String, String), EntityMerge> = BTreeMap::new();
    for merge in by_quotation(book, links).into_iter().chain(by_role(book, lexicon)).chain(by_acronym(book)) {
        out.entry((merge.entity.clone(), merge.merged.clone())).or_insert(merge);
    }
    out.into_values().collect()
}

/// Surnames of one article that a shared quotation shows to be the full name of another.
fn by_quotation(book: &Book, links: &Links) -> Vec<EntityMerge> {
    let mut out = Vec::new();
    for pair in links.statements.iter().filter(|p| p.speakers != State::Different) {
        let (a, b) = (&book.utterances[pair.left], &book.utterances[pair.right]);
        for (full, bare) in [(a, b), (b, a)] {
            let (Some(entity), Some(merged)) = (full.speaker(), bare.speaker()) else { continue };
            let surname = |u: &Utterance| u.head().speaker.as_deref().and_then(|s| s.rsplit(' ').next().map(str::to_lowercase));
            if !entity.contains('~') && merged.contains('~') && surname(full) == surname(bare) {
                out.push(EntityMerge {
                    entity: entity.to_owned(),
                    merged: merged.to_owned(),
                    article: Some(book.article(bare.article).article.clone()),
                    evidence: format!("both articles give {} the same words", full.head().speaker.as_deref().unwrap_or_default()),
                });
            }
        }
    }
    out
}

/// A surname and the words of a role.
type Office = (String, BTreeSet<String>);

/// Bare surnames of one article whose role is that of the only full name of the collection with this surname and role.
fn by_role(book: &Book, lexicon: &Lexicon) -> Vec<EntityMerge> {
    let mut full: BTreeMap<Office, BTreeMap<&str, &NameClaim>> = BTreeMap::new();
    let mut bare: BTreeMap<&str, Vec<(&NameClaim, Office)>> = BTreeMap::new();
    for name in book.claims.names.iter().filter(|n| n.r#type == NameType::Person && n.mention == Mention::Proper) {
        let Some((entity, office)) = name.entity.as_deref().zip(office(name, lexicon)) else { continue };
        if entity.contains('~') {
            bare.entry(entity).or_default().push((name, office));
        } else {
            let first = full.entry(office).or_default().entry(entity).or_insert(name);
            if (&name.article, name.start) < (&first.article, first.start) {
                *first = name;
            }
        }
    }
    let mut out = Vec::new();
    for (merged, names) in bare {
        let same = |(name, office): &(&NameClaim, Office)| -> Vec<(String, EntityMerge)> {
            let owners = full.get(office).into_iter().flatten();
            owners.map(|(entity, other)| ((*entity).to_owned(), by_one_role(name, other, entity, merged))).collect()
        };
        let found: BTreeMap<String, EntityMerge> = names.iter().rev().flat_map(same).collect();
        if found.len() == 1 {
            out.extend(found.into_values());
        }
    }
    out
}

fn by_one_role(bare: &NameClaim, full: &NameClaim, entity: &str, merged: &str) -> EntityMerge {
    let role = |n: &NameClaim| n.role.clone().unwrap_or_default();
    EntityMerge {
        entity: entity.to_owned(),
        merged: merged.to_owned(),
        article: Some(bare.article.clone()),
        evidence: format!(
            "{} is \u{201c}{}\u{201d} here, {} is \u{201c}{}\u{201d} in {}, and nobody else of that surname is",
            bare.text,
            role(bare),
            full.text,
            role(full),
            full.article
        ),
    }
}

/// The surname and the role of a name, countries as their codes; none for a role of one word, which many hold.
fn office(name: &NameClaim, lexicon: &Lexicon) -> Option<Office> {
    let words: Vec<_> = words(name.role.as_deref()?).collect();
    let mut role = BTreeSet::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let ahead = || words[at..].iter().map(String::as_str);
        let people = lexicon.names.demonyms.longest(ahead()).map(|(n, code)| (n, Some(code.clone())));
        let place = || match lexicon.names.known.longest(ahead())? {
            (n, Known::Place(found)) => Some((n, lexicon.names.places[found[0] as usize].country.clone())),
            _ => None,
        };
        let (n, country) = place().into_iter().chain(people).max_by_key(|(n, _)| *n).unwrap_or((1, None));
        if let Some(code) = country.filter(|code| !code.is_empty()) {
            role.insert(code);
        } else if word != "s" && !lexicon.words.is_function(word) {
            role.extend(words[at..at + n].iter().cloned());
        }
        at += n;
    }
    let surname = slug(name.text.rsplit(' ').next()?);
    let surname = surname.rsplit('-').next().map(|w| lexicon.names.folded(w).to_owned())?;
    (role.len() > 1).then_some((surname, role))
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase)
}

/// Acronyms that some articles explain, all of them alike, and others use alone.
fn by_acronym(book: &Book) -> Vec<EntityMerge> {
    let mut told: BTreeMap<String, BTreeMap<&str, &NameClaim>> = BTreeMap::new();
    let mut alone: BTreeSet<&str> = BTreeSet::new();
    for name in book.claims.names.iter().filter(|n| n.r#type == NameType::Org && is_acronym(&n.text)) {
        let Some(entity) = name.entity.as_deref() else { continue };
        let own = format!("org:{}", slug(&name.text));
        if entity == own {
            alone.insert(entity);
        } else {
            let first = told.entry(own).or_default().entry(entity).or_insert(name);
            if (&name.article, name.start) < (&first.article, first.start) {
                *first = name;
            }
        }
    }
    let agreed = |merged: &str| match told.get(merged)?.iter().collect::<Vec<_>>()[..] {
        [(entity, name)] => Some(EntityMerge {
            entity: (*entity).to_owned(),
            merged: merged.to_owned(),
            article: Some(name.article.clone()),
            evidence: format!("{} explains {} as {}", name.article, name.text, name.canonical.as_deref().unwrap_or(entity)),
        }),
        _ => None,
    };
    alone.into_iter().filter_map(agreed).collect()
}

fn is_acronym(text: &str) -> bool {
    text.len() > 1 && text.chars().all(|c| c.is_ascii_uppercase() || c == '.')
}

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

    #[test]
    fn roles_are_compared_by_their_words_and_countries() {
        let office = |role: &str, text: &str| {
            let name = NameClaim {
                id: String::new(),
                article: String::new(),
                start: 0,
                end: 0,
                text: text.to_owned(),
                mention: Mention::Proper,
                r#type: NameType::Person,
                entity: None,
                canonical: None,
                role: Some(role.to_owned()),
                acts_as: None,
                rule: String::new(),
            };
            office(&name, Lexicon::english())
        };
        let one = office("Russian Foreign Minister", "Lavrov");
        assert!(one.is_some());
        for role in ["Russia's foreign minister", "the foreign minister of Russia", "Foreign Minister of the Russian Federation"]
        {
            assert_eq!(office(role, "Sergei Lavrov"), one, "{role}");
        }
        for role in ["Russian Minister", "Belgian Foreign Minister", "minister", "spokesman", ""] {
            assert_ne!(office(role, "Sergei Lavrov"), one, "{role}");
        }
        assert_eq!(office("spokesman", "Lavrov"), None);
    }
}
