//! What the collection teaches of names: entities of several articles that are one, with what shows it.

use std::collections::{BTreeMap, BTreeSet};

use super::index::{Whole, hashed};
use super::keys::IndexKind;
use super::{Book, State, StatementPair, Utterance};
use crate::claim::record::NameClaim;
use crate::error::Result;
use crate::lexicon::vocabulary::{Mention, NameType};
use crate::lexicon::{Known, Lexicon, is_surname, slug};
use crate::watch::Watch;

/// Two entities that the collection shows to be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityMerge {
    /// The entity that both are.
    pub entity: String,
    /// The entity that one article knows it as.
    pub merged: String,
    /// That article, or the one that explains.
    pub article: Option<String>,
    /// What shows it, in words.
    pub evidence: String,
}

/// Entities that the collection shows to be one, each with what shows it. Two full names are never merged.
/// What the whole collection knows besides stands first.
pub(super) fn merges(
    book: &Book,
    statements: &[StatementPair],
    whole: &Whole,
    lexicon: &Lexicon,
    watch: &Watch,
) -> Result<Vec<EntityMerge>> {
    let mut out: BTreeMap<(String, String), EntityMerge> = BTreeMap::new();
    let given = whole.merges.iter().cloned();
    let shown = by_quotation(book, statements).into_iter().chain(by_role(book, whole, lexicon)).chain(by_acronym(book, whole));
    for merge in given.chain(shown) {
        out.entry((merge.entity.clone(), merge.merged.clone())).or_insert(merge);
    }
    let told = out.values().map(|merge| (merge.merged.clone(), merge.entity.clone())).collect();
    for merge in by_company(book, whole, lexicon, told, watch)? {
        out.entry((merge.entity.clone(), merge.merged.clone())).or_insert(merge);
    }
    Ok(out.into_values().collect())
}

/// Surnames of one article that a shared quotation shows to be the full name of another.
fn by_quotation(book: &Book, statements: &[StatementPair]) -> Vec<EntityMerge> {
    let mut out = Vec::new();
    for pair in statements.iter().filter(|p| p.speakers != State::Different) {
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
fn by_role(book: &Book, whole: &Whole, lexicon: &Lexicon) -> Vec<EntityMerge> {
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
    // An office of several full names is nobody's.
    full.retain(|office, owners| owners.len() == 1 && !whole.crowded.contains(&hashed(&("office", office))));
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
        article: Some(bare.article.to_string()),
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
    (role.len() > 1).then_some((surname(&name.text, lexicon)?, role))
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase)
}

/// Acronyms that some articles explain, all of them alike, and others use alone.
fn by_acronym(book: &Book, whole: &Whole) -> Vec<EntityMerge> {
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
    let is_known = |acronym: &&str| !whole.crowded.contains(&hashed(&("acronym", acronym)));
    let agreed = |merged: &str| match told.get(merged)?.iter().collect::<Vec<_>>()[..] {
        [(entity, name)] => Some(EntityMerge {
            entity: (*entity).to_owned(),
            merged: merged.to_owned(),
            article: Some(name.article.to_string()),
            evidence: format!("{} explains {} as {}", name.article, name.text, name.canonical.as_deref().unwrap_or(entity)),
        }),
        _ => None,
    };
    alone.into_iter().filter(is_known).filter_map(agreed).collect()
}

fn is_acronym(text: &str) -> bool {
    text.len() > 1 && text.chars().all(|c| c.is_ascii_uppercase() || c == '.')
}

/// So many people and organisations two articles share that speak of one person by a surname; a common surname asks for more.
const COMPANY: usize = 2;
const COMMON: usize = 3;
/// A merge may make two articles share more: so often they are looked at again.
const ROUNDS: usize = 3;
/// So many others of a surname are looked at: of a name that is in all the news the rest say no more.
const LOOKED_AT: usize = 64;

/// A person of one article: the surname, the words of the role, and where.
struct Bearer<'b> {
    entity: &'b str,
    surname: String,
    role: BTreeSet<String>,
    name: &'b NameClaim,
}

/// Bare surnames of one article that a single person of the collection bears, in an article about the same people and bodies; or that
/// no full name has, and another article with the same title. `told` holds what is merged already.
fn by_company(
    book: &Book,
    whole: &Whole,
    lexicon: &Lexicon,
    mut told: BTreeMap<String, String>,
    watch: &Watch,
) -> Result<Vec<EntityMerge>> {
    watch.ask()?;
    let mut company: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for name in book.claims.names.iter().filter(|n| n.mention == Mention::Proper) {
        let Some(entity) = name.entity.as_deref() else { continue };
        if entity.starts_with("person:") || entity.starts_with("org:") || entity.contains('~') {
            company.entry(&name.article).or_default().insert(entity);
        }
    }
    let bearers = bearers(book, lexicon);
    let mut by_surname: BTreeMap<&str, Vec<&Bearer>> = BTreeMap::new();
    for bearer in bearers.values() {
        by_surname.entry(&bearer.surname).or_default().push(bearer);
    }
    // A surname of several full names is nobody's.
    by_surname.retain(|surname, all| full_names(all).len() < 2 && !whole.crowded.contains(&hashed(&("surname", surname))));
    let mut out = Vec::new();
    for _ in 0..ROUNDS {
        let before = out.len();
        for bare in bearers.values().filter(|b| b.entity.contains('~')) {
            watch.ask()?;
            let Some(all) = by_surname.get(bare.surname.as_str()).filter(|_| !told.contains_key(bare.entity)) else { continue };
            let people = |article: &str| -> BTreeSet<&str> {
                company.get(article).into_iter().flatten().map(|e| told.get(*e).map_or(*e, String::as_str)).collect()
            };
            let own = people(&bare.name.article);
            let need = if is_surname(&bare.surname) { COMMON } else { COMPANY };
            let shared = all.iter().filter(|other| same_person(bare, other)).take(LOOKED_AT).find_map(|other| {
                let theirs = people(&other.name.article);
                let both: Vec<_> = own.intersection(&theirs).filter(|e| !e.contains('~')).copied().collect();
                (both.len() >= need && both.iter().any(|e| e.starts_with("person:"))).then(|| (*other, both.join(", ")))
            });
            let Some((other, both)) = shared else { continue };
            told.insert(bare.entity.to_owned(), other.entity.to_owned());
            out.push(EntityMerge {
                entity: other.entity.to_owned(),
                merged: bare.entity.to_owned(),
                article: Some(bare.name.article.to_string()),
                evidence: format!("no other {} is named in full, and {} names {both} too", bare.name.text, other.name.article),
            });
        }
        if out.len() == before {
            break;
        }
    }
    Ok(out)
}

/// The people of each article, by their entities.
fn bearers<'c>(book: &Book<'c>, lexicon: &Lexicon) -> BTreeMap<(&'c str, &'c str), Bearer<'c>> {
    let mut all: BTreeMap<(&str, &str), Bearer> = BTreeMap::new();
    for name in book.claims.names.iter().filter(|n| n.mention == Mention::Proper && n.r#type == NameType::Person) {
        let Some((entity, surname)) = name.entity.as_deref().zip(surname(&name.text, lexicon)) else { continue };
        let bearer = all.entry((&name.article, entity)).or_insert(Bearer { entity, surname, role: BTreeSet::new(), name });
        bearer.role.extend(name.role.as_deref().into_iter().flat_map(words));
    }
    all
}

/// What the names of articles are looked up by: the article, the index, the key, and the entity that a key may have once; none for a
/// surname or an acronym alone, which takes that entity.
pub(super) fn keys<'c>(book: &Book<'c>, lexicon: &Lexicon) -> Vec<(&'c str, IndexKind, u64, Option<&'c str>)> {
    let mut out = Vec::new();
    for ((article, entity), bearer) in bearers(book, lexicon) {
        let full = Some(entity).filter(|e| !e.contains('~'));
        out.push((article, IndexKind::Surname, hashed(&("surname", &bearer.surname)), full));
    }
    for name in book.claims.names.iter().filter(|n| n.mention == Mention::Proper) {
        let Some(entity) = name.entity.as_deref() else { continue };
        if name.r#type == NameType::Person
            && let Some(office) = office(name, lexicon)
        {
            let full = Some(entity).filter(|e| !e.contains('~'));
            out.push((&name.article, IndexKind::Office, hashed(&("office", &office)), full));
        } else if name.r#type == NameType::Org && is_acronym(&name.text) {
            let own = format!("org:{}", slug(&name.text));
            out.push((&name.article, IndexKind::Acronym, hashed(&("acronym", &own)), Some(entity).filter(|e| *e != own)));
        }
    }
    out
}

/// The full names among those who bear a surname.
fn full_names<'b>(all: &[&Bearer<'b>]) -> BTreeSet<&'b str> {
    all.iter().map(|b| b.entity).filter(|e| !e.contains('~')).collect()
}

/// Whether a bare surname may be this person: one with a full name, or, of an earlier article, one with the same title.
fn same_person(bare: &Bearer, other: &Bearer) -> bool {
    let elsewhere = bare.name.article != other.name.article;
    let titled = other.entity.contains('~') && !bare.role.is_empty() && bare.role == other.role;
    elsewhere && (!other.entity.contains('~') || titled && other.entity < bare.entity)
}

/// The last word of a name in the spelling that entities are named by.
fn surname(name: &str, lexicon: &Lexicon) -> Option<String> {
    let slug = slug(name.rsplit(' ').next()?);
    slug.rsplit('-').next().filter(|word| !word.is_empty()).map(|word| lexicon.names.folded(word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_compared_by_their_words_and_countries() {
        let office = |role: &str, text: &str| {
            let name = NameClaim {
                id: String::new(),
                article: "".into(),
                start: 0,
                end: 0,
                text: text.to_owned(),
                mention: Mention::Proper,
                r#type: NameType::Person,
                entity: None,
                canonical: None,
                role: Some(role.into()),
                acts_as: None,
                rule: "".into(),
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
