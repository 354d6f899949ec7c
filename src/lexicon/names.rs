//! Names as data: countries, places, organisations, titles, given names, and the words that make a run a name.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::gazetteer::{GivenNames, PlaceFacts, PlaceKind, Places, by_hand, gazetteer, given_names};
use super::vocabulary::{Gender, NameType};
use super::{PhraseList, Phrases, WordKinds, table};

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
    /// What surnames end in.
    pub surname_endings: Vec<String>,
    /// Only before a name.
    pub honorifics: Phrases<Gender>,
    /// Before a name, behind it, or alone.
    pub roles: Phrases<Gender>,
    /// Third-person pronouns; those without a gender are plural.
    pub pronouns: Phrases<Gender>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Organisations {
    heads: PhraseList,
    suffixes: PhraseList,
    events: PhraseList,
    no_names: PhraseList,
    particles: PhraseList,
    compounds: PhraseList,
    place_heads: PhraseList,
    place_prepositions: PhraseList,
    anaphors: PhraseList,
    players: PhraseList,
    numbered: PhraseList,
    openers: PhraseList,
    clubs: Vec<String>,
    demonyms: Vec<String>,
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
    /// Places; look them up by [`NameWords::place`] or through [`NameWords::known`].
    pub places: Vec<PlaceFacts>,
    /// Every listed name of a place, an organisation or a government.
    pub known: Phrases<Known>,
    /// Adjectives and words for peoples, with the code of their country (empty where there is none).
    pub demonyms: Phrases<String>,
    /// Titles and roles.
    pub titles: Titles,
    /// A run with one of these is an organisation.
    pub heads: PhraseList,
    /// A run that ends so is a company.
    pub suffixes: PhraseList,
    /// A run that ends so is no person, organisation or place.
    pub events: PhraseList,
    /// Capitalised words that are no part of a name.
    pub no_names: PhraseList,
    /// Small words inside names.
    pub particles: PhraseList,
    /// Behind a hyphen these make a name an adjective.
    pub compounds: PhraseList,
    /// "province", "city": show a place beside a name.
    pub place_heads: PhraseList,
    /// "in", "near", "northern": show that a place follows.
    pub place_prepositions: PhraseList,
    /// Nouns that stand for an organisation named before.
    pub anaphors: PhraseList,
    /// Behind the name of a town these show that it stands for its team.
    pub players: PhraseList,
    /// Before a number these name a place.
    pub numbered: PhraseList,
    /// Before the name of a place these make it an organisation's.
    pub openers: PhraseList,
    /// What words are apart from names; the reader of names fills it when it is first used.
    pub kinds: OnceLock<WordKinds>,
    prominent: HashSet<String>,
    prominent_surnames: HashSet<String>,
    given: HashMap<String, Gender>,
    folds: HashMap<String, String>,
    by_entity: HashMap<String, u32>,
    by_slug: HashMap<String, String>,
}

impl NameWords {
    /// Reads the tables.
    pub(super) fn english() -> Self {
        let countries: BTreeMap<String, Country> = table(include_str!("en/countries.toml"));
        let organisations: Organisations = table(include_str!("en/organisations.toml"));
        let more: Places = table(include_str!("en/places.toml"));
        let given: GivenNames = table(include_str!("en/given_names.toml"));
        let mut places = gazetteer(&countries, include_str!("en/places.tsv"));
        places.extend(by_hand(&more, &places, &countries));
        let prominent = table::<Prominent>(include_str!("en/prominent.toml")).people;
        let mut words = Self {
            known: Phrases::default(),
            demonyms: Phrases::default(),
            titles: table(include_str!("en/titles.toml")),
            heads: organisations.heads,
            suffixes: organisations.suffixes,
            events: organisations.events,
            no_names: organisations.no_names,
            particles: organisations.particles,
            compounds: organisations.compounds,
            place_heads: organisations.place_heads,
            place_prepositions: organisations.place_prepositions,
            anaphors: organisations.anaphors,
            players: organisations.players,
            numbered: organisations.numbered,
            openers: organisations.openers,
            kinds: OnceLock::new(),
            prominent_surnames: prominent
                .iter()
                .filter_map(|slug| slug.rsplit_once('-'))
                .map(|(_, last)| last.to_owned())
                .collect(),
            prominent,
            given: given_names(&given),
            folds: given.folds.iter().flat_map(|(to, from)| from.iter().map(|f| (f.clone(), to.clone()))).collect(),
            by_entity: HashMap::new(),
            by_slug: countries.iter().map(|(code, c)| (c.slug(), code.clone())).collect(),
            organisations: organisations.list,
            places,
            countries,
        };
        for demonym in &organisations.demonyms {
            words.demonyms.insert(demonym, String::new());
        }
        for (code, country) in &words.countries {
            country.adjectives.iter().for_each(|a| words.demonyms.insert(a, code.clone()));
        }
        for club in &organisations.clubs {
            words.known.insert(club, Known::Organisation(slug(club)));
        }
        words.index(&more);
        words
    }

    fn index(&mut self, more: &Places) {
        self.by_entity = self.places.iter().zip(0..).map(|(p, i)| (p.entity.clone(), i)).collect();
        let mut named: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let mut name = |phrase: &str, i: u32| {
            let found = named.entry(phrase.to_ascii_lowercase()).or_default();
            if !found.contains(&i) {
                found.push(i);
            }
        };
        for (place, i) in self.places.iter().zip(0..) {
            name(&place.name, i);
            if let Some(bare) = without_article(&place.name) {
                name(bare, i);
            }
        }
        let spellings = more.spellings.iter().chain(more.more.iter().map(|(key, p)| (key, &p.names)));
        for (key, names) in spellings {
            let Some(&i) = self.by_entity.get(&format!("place:{key}")) else { continue };
            for n in names {
                name(n, i);
            }
        }
        for country in self.countries.values() {
            let Some(&i) = self.by_entity.get(&format!("place:{}", country.slug())) else { continue };
            country.names.iter().for_each(|n| name(n, i));
        }
        for (phrase, mut found) in named {
            if found.iter().all(|&i| self.places[i as usize].kind != PlaceKind::Country) && self.is_word(&phrase) {
                continue;
            }
            found.sort_by_key(|&i| {
                let p = &self.places[i as usize];
                (p.kind != PlaceKind::Country, std::cmp::Reverse(p.people))
            });
            self.known.insert(&phrase, Known::Place(found));
        }
        for (code, country) in &self.countries {
            country.seats.iter().for_each(|s| self.known.insert(s, Known::Seat(code.clone())));
        }
        for (slug, organisation) in &self.organisations {
            for name in std::iter::once(&organisation.name).chain(&organisation.names) {
                self.known.insert(name, Known::Organisation(slug.clone()));
            }
        }
    }

    /// Whether a lower-case word means something else before it means a place: "western", "major", "council".
    fn is_word(&self, word: &str) -> bool {
        let lists =
            [&self.heads, &self.events, &self.no_names, &self.place_heads, &self.place_prepositions, &self.titles.modifiers];
        self.demonyms.has(word)
            || self.titles.roles.has(word)
            || self.titles.honorifics.has(word)
            || lists.iter().any(|l| l.has(word))
    }

    /// Adds a name that the user gave: `entity` is an id (`org:islamic-state`) or a name that stands in the tables.
    pub(super) fn add_alias(&mut self, name: &str, entity: &str) {
        let lower = entity.to_lowercase();
        let target = if entity.contains(':') {
            Known::Alias(entity.to_owned())
        } else if let Some((_, known)) = self.known.longest(phrase(&lower).iter().map(String::as_str)) {
            known.clone()
        } else if phrase(&lower).first().is_some_and(|w| self.given(w).is_some()) {
            Known::Alias(format!("person:{}", slug(entity)))
        } else {
            Known::Alias(format!("org:{}", slug(entity)))
        };
        self.known.insert(name, target);
    }

    /// The gender of a given name in lower case; none where it is no given name we know.
    #[must_use]
    pub fn given(&self, word: &str) -> Option<Gender> {
        self.given.get(word).copied()
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

    /// A place by its entity.
    #[must_use]
    pub fn place(&self, entity: &str) -> Option<&PlaceFacts> {
        self.by_entity.get(entity).map(|&i| &self.places[i as usize])
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

/// The words of a name as a page cuts them.
fn phrase(name: &str) -> Vec<String> {
    let mut out = Vec::new();
    for word in name.split_whitespace() {
        for (i, part) in word.split('-').enumerate() {
            if i > 0 {
                out.push("-".to_owned());
            }
            out.push(part.to_owned());
        }
    }
    out
}

const ARTICLES: &[&str] = &["al", "ar", "as", "ash", "ad", "an", "at", "az", "el"];

/// "Ar Raqqah" without the Arabic article.
fn without_article(name: &str) -> Option<&str> {
    let (first, rest) = name.split_once([' ', '-'])?;
    (ARTICLES.contains(&first.to_ascii_lowercase().as_str()) && rest.len() > 3).then_some(rest)
}

/// Lower case, without accents and apostrophes, words joined by hyphens, without a leading Arabic article.
#[must_use]
pub fn slug(name: &str) -> String {
    let folded: String = name.chars().filter_map(fold).collect::<String>().to_lowercase();
    let words: Vec<_> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let from = usize::from(words.len() > 1 && ARTICLES.contains(&words[0]));
    words[from..].join("-")
}

/// A Latin letter without its accent; apostrophes are left out.
fn fold(c: char) -> Option<char> {
    Some(match c {
        '\'' | '’' | '‘' | 'ʿ' | 'ʼ' | '.' | '\u{300}'..='\u{36f}' => return None,
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'À'..='Å' | 'Ā' => 'A',
        'ç' | 'ć' | 'č' => 'c',
        'Ç' | 'Ć' | 'Č' => 'C',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'È'..='Ë' => 'E',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'Ì'..='Ï' | 'İ' => 'I',
        'ñ' | 'ń' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'Ò'..='Ö' | 'Ø' => 'O',
        'ù'..='ü' | 'ū' | 'ű' => 'u',
        'Ù'..='Ü' => 'U',
        'ý' | 'ÿ' => 'y',
        'š' | 'ş' | 'ś' => 's',
        'Š' | 'Ş' => 'S',
        'ž' | 'ź' | 'ż' => 'z',
        'Ž' | 'Ż' => 'Z',
        'ğ' => 'g',
        'ł' => 'l',
        'đ' => 'd',
        'Đ' => 'D',
        'Ḩ' => 'H',
        _ => c,
    })
}

#[cfg(test)]
mod tests {
    use super::super::Lexicon;
    use super::*;

    #[test]
    fn slugs_fold() {
        for (name, expected) in [
            ("Ar Raqqah", "raqqah"),
            ("Côte d'Ivoire", "cote-divoire"),
            ("United States", "united-states"),
            ("Mevlüt Çavuşoğlu", "mevlut-cavusoglu"),
            ("", ""),
        ] {
            assert_eq!(slug(name), expected);
        }
    }

    #[test]
    fn listed_names_are_found() {
        let names = &Lexicon::english().names;
        let known = |s: &str| match names.known.longest(s.split(' ')) {
            Some((_, Known::Place(found))) => names.places[found[0] as usize].entity.clone(),
            Some((_, Known::Organisation(slug))) => format!("org:{slug}"),
            Some((_, Known::Seat(code))) => format!("gov:{code}"),
            other => format!("{other:?}"),
        };
        for (text, entity) in [
            ("raqqa", "place:sy/raqqah"),
            ("idlib", "place:sy/idlib"),
            ("u.s.", "place:united-states"),
            ("daesh", "org:islamic-state"),
            ("kremlin", "gov:ru"),
            ("khan sheikhoun", "place:sy/khan-sheikhoun"),
            ("moscow", "place:ru/moscow"),
            ("kiev", "place:ua/kyiv"),
            ("damascus", "place:sy/damascus"),
            ("middle east", "place:middle-east"),
        ] {
            assert_eq!(known(text), entity, "{text}");
        }
    }

    #[test]
    fn every_spelling_has_its_place() {
        let names = &Lexicon::english().names;
        let more: Places = table(include_str!("en/places.toml"));
        let lost: Vec<_> = more.spellings.keys().filter(|k| names.place(&format!("place:{k}")).is_none()).collect();
        assert!(lost.is_empty(), "{lost:?}");
        let capitals: Vec<_> = names
            .countries
            .iter()
            .filter(|(code, c)| {
                c.capital.is_some() && !names.places.iter().any(|p| p.capital && p.country.as_ref() == Some(*code))
            })
            .map(|(code, c)| (code, &c.capital))
            .collect();
        assert!(capitals.is_empty(), "{capitals:?}");
    }
}
