//! Names as data: countries, places, organisations, titles, given names, and the words that make a run a name.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use rustc_hash::FxHashMap as HashMap;
use serde::Deserialize;

use super::gazetteer::{Gazetteer, GivenNames, PlaceFacts, PlaceKind, Places, given_names};
use super::known::KnownNames;
use super::name_cues::NameCues;
use super::slug::slug;
use super::vocabulary::{Gender, NameType};
use super::word_table::WordTable;
use super::{Key, PhraseList, Phrases, table};

/// A country, or a part of one with an adjective of its own.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// Its name.
    pub name: String,
    /// Its capital, by the name in the gazetteer.
    pub capital: Option<String>,
    /// Adjectives and words for its people.
    pub adjectives: Vec<String>,
    /// Its other names.
    #[serde(default)]
    pub names: Vec<String>,
    /// Words that stand for its government alone.
    #[serde(default)]
    pub seats: Vec<String>,
    /// The country it is a part of.
    pub part_of: Option<String>,
}

impl Country {
    /// The slug of its entities: `united-states`.
    #[must_use]
    pub fn slug(&self) -> String {
        slug(&self.name)
    }
}

/// An organisation with more than one name.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its full name.
    pub name: String,
    /// Its other names.
    #[serde(default)]
    pub names: Vec<String>,
    /// The code of the country whose government it belongs to.
    pub part_of: Option<String>,
}

/// What a listed name names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// Places, the most populous first, as indices.
    Place(Vec<u32>),
    /// An organisation, by its slug.
    Organisation(String),
    /// A government, by the code of its country.
    Seat(String),
    /// An entity that the user named.
    Alias(String),
}

/// Titles and roles.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Titles {
    /// "former", "deputy", "foreign": stand before a word of a role.
    pub modifiers: PhraseList,
    /// "wife", "lawyer", "death": what somebody has.
    pub belongings: PhraseList,
    /// "was jailed", "smiled": what people alone do and suffer.
    pub deeds: PhraseList,
    /// What surnames end in.
    pub surname_endings: Vec<String>,
    /// Only before a name.
    pub honorifics: Phrases<Gender>,
    /// Before a name, behind it, or alone.
    pub roles: Phrases<Gender>,
    /// Third-person pronouns; those without a gender are plural.
    pub pronouns: Phrases<Gender>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Organisations {
    clubs: Vec<String>,
    list: BTreeMap<String, Organisation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Prominent {
    people: HashSet<String>,
}

/// Every table of names.
#[derive(Debug, Clone)]
pub struct NameWords {
    /// Countries by code.
    pub countries: BTreeMap<String, Country>,
    /// Organisations by slug.
    pub organisations: BTreeMap<String, Organisation>,
    /// Sports clubs whose names show none of the heads of clubs.
    pub clubs: HashSet<String>,
    /// Places; look them up by [`NameWords::place`] or through [`NameWords::known`].
    pub places: Arc<Gazetteer>,
    /// Every listed name of a place, an organisation or a government.
    pub known: KnownNames,
    /// Adjectives and words for peoples, with the code of their country (empty where there is none).
    pub demonyms: Phrases<String>,
    /// Titles and roles.
    pub titles: Titles,
    /// What makes a capitalised run a name, and what kind of name.
    pub cues: NameCues,
    prominent: HashSet<String>,
    prominent_surnames: HashSet<String>,
    given: WordTable<Gender>,
    folds: HashMap<String, String>,
    by_slug: HashMap<String, String>,
}

impl NameWords {
    /// Reads the tables.
    pub(super) fn english() -> Self {
        let countries: BTreeMap<String, Country> = table(include_str!("en/countries.toml"));
        let organisations: Organisations = table(include_str!("en/organisations.toml"));
        let more: Places = table(include_str!("en/places.toml"));
        let given: GivenNames = table(include_str!("en/given_names.toml"));
        let prominent = table::<Prominent>(include_str!("en/prominent.toml")).people;
        let mut words = Self {
            known: KnownNames::default(),
            demonyms: Phrases::default(),
            titles: table(include_str!("en/titles.toml")),
            cues: table(include_str!("en/name_cues.toml")),
            prominent_surnames: prominent
                .iter()
                .filter_map(|slug| slug.rsplit_once('-'))
                .map(|(_, last)| last.to_owned())
                .collect(),
            prominent,
            given: given_names(&given),
            folds: given.folds.iter().flat_map(|(to, from)| from.iter().map(|f| (f.clone(), to.clone()))).collect(),
            by_slug: countries.iter().map(|(code, c)| (c.slug(), code.clone())).collect(),
            organisations: organisations.list,
            clubs: organisations.clubs.iter().cloned().collect(),
            places: Arc::new(Gazetteer::new(&countries, include_str!("en/places.tsv"), &more)),
            countries,
        };
        words.cues.demonyms.iter().for_each(|d| words.demonyms.insert(d, String::new()));
        for (code, country) in &words.countries {
            country.adjectives.iter().for_each(|a| words.demonyms.insert(a, code.clone()));
        }
        words.known = KnownNames::new(&words.places, |word| words.is_word(word));
        for club in &organisations.clubs {
            words.known.add(club, Known::Organisation(slug(club)));
        }
        words.index(&more);
        words
    }

    fn index(&mut self, more: &Places) {
        let places = Arc::clone(&self.places);
        for (i, place) in places.own() {
            self.name_place(&place.name, i);
        }
        let spellings = more.spellings.iter().chain(more.more.iter().map(|(key, p)| (key, &p.names)));
        let countries: Vec<_> = self.countries.values().map(|c| (c.slug(), c.names.clone())).collect();
        for (key, names) in spellings.chain(countries.iter().map(|(slug, names)| (slug, names))) {
            let Some(i) = places.number(&format!("place:{key}")) else { continue };
            for name in names {
                self.name_place(name, i);
            }
        }
        for (code, country) in &self.countries {
            country.seats.iter().for_each(|s| self.known.add(s, Known::Seat(code.clone())));
        }
        for (slug, organisation) in &self.organisations {
            for name in std::iter::once(&organisation.name).chain(&organisation.names) {
                self.known.add(name, Known::Organisation(slug.clone()));
            }
        }
    }

    /// Adds a name of a place to those that are known, unless it is a word that means something else.
    fn name_place(&mut self, name: &str, i: u32) {
        let places = Arc::clone(&self.places);
        let rank = |i: u32| (places[i as usize].kind != PlaceKind::Country, std::cmp::Reverse(places[i as usize].people));
        if !rank(i).0 || !self.is_word(&name.to_lowercase()) {
            self.known.add_place(name, i, rank);
        }
    }

    /// Whether a lower-case word means something else before it means a place: "western", "major", "council".
    fn is_word(&self, word: &str) -> bool {
        let cues = &self.cues;
        let lists =
            [&cues.heads, &cues.events, &cues.no_names, &cues.place_heads, &cues.place_prepositions, &self.titles.modifiers];
        self.demonyms.has(word)
            || self.titles.roles.has(word)
            || self.titles.honorifics.has(word)
            || lists.iter().any(|l| l.has(word))
    }

    /// The gender of a given name in lower case; none where it is no given name we know.
    #[must_use]
    pub fn given<'w>(&self, word: impl Into<Key<'w>>) -> Option<Gender> {
        let key = word.into();
        match self.given.get(key) {
            None if !key.is_plain() => self.given.get(&slug(key.word())).copied(),
            found => found.copied(),
        }
    }

    /// Whether a person's slug is one that the news is full of.
    #[must_use]
    pub fn is_prominent(&self, slug: &str) -> bool {
        self.prominent.contains(slug)
    }

    /// Whether a lower-case word is the last one of such a person's name, or ends as surnames do.
    #[must_use]
    pub fn is_like_surname(&self, word: &str) -> bool {
        let known = self.prominent_surnames.contains(word);
        known || self.titles.surname_endings.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end.as_str()))
    }

    /// A word of a person's name in the spelling that entities are named by: `sergei` is `sergey`.
    #[must_use]
    pub fn folded<'w>(&'w self, word: &'w str) -> &'w str {
        self.folds.get(word).map_or(word, String::as_str)
    }

    /// The words of a person's name for comparing: folded, without articles, middle initials, "Jr." and "Sr.".
    #[must_use]
    pub fn person_words(&self, name: &str) -> Vec<String> {
        let slug = slug(name);
        let all: Vec<_> = slug.split('-').filter(|w| !w.is_empty()).collect();
        let told = |&(i, w): &(usize, &&str)| {
            let inside = i > 0 && i + 1 < all.len();
            let article = matches!(*w, "al" | "el") || inside && matches!(*w, "ar" | "ash" | "ad" | "az" | "at");
            !(article || matches!(*w, "jr" | "sr") || inside && w.chars().count() == 1)
        };
        all.iter().enumerate().filter(told).map(|(_, w)| self.folded(w).to_owned()).collect()
    }

    /// The entity of a listed name; of several places the most populous.
    #[must_use]
    pub fn entity_of(&self, known: &Known) -> String {
        match known {
            Known::Place(found) => self.places[found[0] as usize].entity.clone(),
            Known::Organisation(slug) => format!("org:{slug}"),
            Known::Seat(code) => format!("gov:{}", self.country_slug(code).unwrap_or_default()),
            Known::Alias(entity) => entity.clone(),
        }
    }

    /// A place by its entity.
    #[must_use]
    pub fn place(&self, entity: &str) -> Option<&PlaceFacts> {
        self.places.place(entity)
    }

    /// The place where something is, of a name that its clause may take for a government: "Moscow hosted talks".
    #[must_use]
    pub fn ground(&self, written: &str, entity: String) -> String {
        let Some(country) = entity.strip_prefix("gov:") else { return entity };
        let lower = written.to_lowercase();
        match self.known.longest(lower.split_whitespace()) {
            Some((_, place @ Known::Place(_))) => self.entity_of(place),
            _ => format!("place:{country}"),
        }
    }

    /// The code of the country with this slug (`united-states`).
    #[must_use]
    pub fn country_of_slug(&self, slug: &str) -> Option<&str> {
        self.by_slug.get(slug).map(String::as_str)
    }

    /// The country that an entity belongs to, as a code: a place, a government, an organisation of a state.
    #[must_use]
    pub fn country_of(&self, entity: &str) -> Option<&str> {
        if let Some(slug) = entity.strip_prefix("gov:") {
            return self.country_of_slug(slug);
        }
        if let Some(slug) = entity.strip_prefix("org:") {
            if let Some(organisation) = self.organisations.get(slug) {
                return organisation.part_of.as_deref();
            }
            return self.country_by_adjective(slug);
        }
        self.place(entity).and_then(|p| p.country.as_deref())
    }

    /// `russian-foreign-ministry` begins with the adjective of a country.
    fn country_by_adjective(&self, slug: &str) -> Option<&str> {
        let (n, code) = self.demonyms.longest(slug.split('-'))?;
        (slug.split('-').count() > n && !code.is_empty()).then_some(code.as_str())
    }

    /// The slug of a country's entities by its code.
    #[must_use]
    pub fn country_slug(&self, code: &str) -> Option<String> {
        self.countries.get(code).map(Country::slug)
    }
}

impl Known {
    /// The type of what it names.
    #[must_use]
    pub fn name_type(&self) -> NameType {
        match self {
            Self::Place(_) => NameType::Loc,
            Self::Alias(entity) if entity.starts_with("person:") => NameType::Person,
            Self::Alias(entity) if entity.starts_with("place:") => NameType::Loc,
            Self::Organisation(_) | Self::Seat(_) | Self::Alias(_) => NameType::Org,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Lexicon;
    use super::*;

    #[test]
    fn listed_names_are_found() {
        let names = &Lexicon::english().names;
        let known = |s: &str| names.known.longest(s.split(' ')).map(|(_, known)| names.entity_of(known)).unwrap_or_default();
        for (text, entity) in [
            ("raqqa", "place:sy/raqqah"),
            ("idlib", "place:sy/idlib"),
            ("u.s.", "place:united-states"),
            ("daesh", "org:islamic-state"),
            ("kremlin", "gov:russia"),
            ("khan sheikhoun", "place:sy/khan-shaykhun"),
            ("moscow", "place:ru/moscow"),
            ("kiev", "place:ua/kyiv"),
            ("damascus", "place:sy/damascus"),
            ("middle east", "place:middle-east"),
        ] {
            assert_eq!(known(text), entity, "{text}");
        }
    }

    #[test]
    fn a_ministry_is_a_part_of_its_government_and_not_the_government() {
        let names = &Lexicon::english().names;
        let whole = names.country_of("gov:russia");
        assert_eq!(whole, Some("ru"));
        for part in ["org:russian-foreign-ministry", "org:russian-health-ministry", "org:duma", "place:ru/moscow", "place:russia"]
        {
            assert_eq!(names.country_of(part), whole, "{part}");
        }
        for other in ["org:us-state-department", "org:united-nations", "org:tornbeck-party", "person:sergey-lavrov"] {
            assert_ne!(names.country_of(other), whole, "{other}");
        }
        let Some((1, Known::Seat(seat))) = names.known.longest(["kremlin"].into_iter()) else { panic!("a seat") };
        let Some((3, Known::Organisation(ministry))) = names.known.longest("russian foreign ministry".split(' ')) else {
            panic!("a ministry")
        };
        assert_eq!((seat.as_str(), ministry.as_str()), ("ru", "russian-foreign-ministry"));
    }

    #[test]
    fn places_of_the_table_are_found_by_name_and_by_entity() {
        let names = &Lexicon::english().names;
        for i in 0..names.places.len() {
            let place = &names.places[i];
            let found = names.place(&place.entity).unwrap_or_else(|| panic!("{}", place.entity));
            assert_eq!(found.entity, place.entity);
        }
        let longest = |text: &str| match names.known.longest(text.split(' ')) {
            Some((n, place @ Known::Place(_))) => (n, names.entity_of(place)),
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(longest("san jose del cabo"), (4, "place:mx/san-jose-del-cabo".to_owned()));
        assert_eq!(longest("san jose met"), (2, longest("san jose").1));
        assert_eq!(longest("al bab fell"), (2, "place:sy/bab".to_owned()));
        assert_eq!(longest("ma’rib"), longest("ma'rib"));
        assert!(names.known.longest("western mail".split(' ')).is_none());
        assert!(names.known.longest(std::iter::empty::<&str>()).is_none());
    }

    #[test]
    fn every_spelling_has_its_place() {
        let names = &Lexicon::english().names;
        let more: Places = table(include_str!("en/places.toml"));
        let lost: Vec<_> = more.spellings.keys().filter(|k| names.place(&format!("place:{k}")).is_none()).collect();
        assert!(lost.is_empty(), "{lost:?}");
        let capital = |code: &str, name: &str| names.place(&format!("place:{code}/{}", slug(name))).is_some_and(|p| p.capital);
        let named = names.countries.iter().filter_map(|(code, c)| Some((code, c.capital.as_deref()?)));
        let lost: Vec<_> = named.filter(|(code, name)| !capital(code, name)).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}
