//! The gazetteer of places and the list of given names, as they are read from their tables.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Index;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::names::Country;
use super::slug::{ARTICLES, slug};
use super::vocabulary::Gender;
use super::word_table::WordTable;

/// What kind of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlaceKind {
    /// A state.
    Country,
    /// A region, inside a country or across countries.
    Region,
    /// A town.
    City,
    /// A square, an airport, a canal.
    Landmark,
}

impl PlaceKind {
    /// The kind as it stands in a table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::City => "city",
            Self::Landmark => "landmark",
        }
    }
}

/// What the gazetteer knows of a place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceFacts {
    /// `place:syria`, `place:sy/idlib`, `place:middle-east`.
    pub entity: String,
    /// Its name in English.
    pub name: Cow<'static, str>,
    /// What it is.
    pub kind: PlaceKind,
    /// The code of its country, lower case; none for a region across countries.
    pub country: Option<String>,
    /// The slug of its first-level region.
    pub region: Option<Cow<'static, str>>,
    /// Its latitude.
    pub lat: Option<f64>,
    /// Its longitude.
    pub lon: Option<f64>,
    /// Its id in `GeoNames`.
    pub geonameid: Option<i64>,
    /// How many thousand people live there, where that is known.
    pub people: u32,
    /// Whether it is its country's capital.
    pub capital: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Places {
    pub(super) spellings: BTreeMap<String, Vec<String>>,
    pub(super) more: BTreeMap<String, MorePlace>,
    pub(super) regions: Regions,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MorePlace {
    pub(super) name: String,
    pub(super) region: Option<String>,
    #[serde(default)]
    pub(super) names: Vec<String>,
    pub(super) kind: Option<String>,
    pub(super) lat: Option<f64>,
    pub(super) lon: Option<f64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Regions {
    pub(super) names: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GivenNames {
    pub(super) male: String,
    pub(super) female: String,
    pub(super) folds: BTreeMap<String, Vec<String>>,
}

/// Every place by its number: the lines of the built table, each of which is read when it is first asked for, then those of
/// `places.toml` and `countries.toml`.
#[derive(Debug, Default)]
pub struct Gazetteer {
    lines: Vec<Line>,
    read: Vec<OnceLock<Box<PlaceFacts>>>,
    own: Vec<PlaceFacts>,
    /// The slugs of the countries' capitals, by code.
    capitals: FxHashMap<String, String>,
    /// The numbers of places whose entity is not simply made of the words of their line.
    by_entity: FxHashMap<String, u32>,
}

/// A line of the table: the words that it is sorted by, and the rest.
pub(super) type Line = (&'static str, &'static str);

impl Gazetteer {
    /// Reads the countries and what is written by hand; of the table it only finds the lines.
    pub(super) fn new(countries: &BTreeMap<String, Country>, built: &'static str, more: &Places) -> Self {
        let mut out = Self {
            lines: Vec::with_capacity(built.len() / BYTES_OF_A_LINE),
            read: Vec::new(),
            own: Vec::new(),
            capitals: countries.iter().filter_map(|(code, c)| Some((code.clone(), slug(c.capital.as_deref()?)))).collect(),
            by_entity: FxHashMap::default(),
        };
        let mut states: FxHashMap<&str, Line> = FxHashMap::default();
        for line in built.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t')) {
            if line.0.is_empty() {
                states.insert(code(line), line);
            } else {
                out.lines.push(line);
            }
        }
        out.read.resize_with(out.lines.len(), OnceLock::new);
        for (i, line) in (0..).zip(&out.lines) {
            if !is_slug(line.0) {
                out.by_entity.entry(entity(*line)).or_insert(i);
            }
        }
        out.by_hand(more).into_iter().for_each(|place| out.add(place));
        for (code, country) in countries {
            let state = out.state(code, country, states.get(code.as_str()).copied());
            out.add(state);
        }
        out
    }

    /// Adds a place, unless its entity is known.
    fn add(&mut self, place: PlaceFacts) {
        if let Ok(i) = u32::try_from(self.len())
            && self.number(&place.entity).is_none()
        {
            self.by_entity.insert(place.entity.clone(), i);
            self.own.push(place);
        }
    }

    /// A country, where its capital lies.
    fn state(&self, code: &str, country: &Country, line: Option<Line>) -> PlaceFacts {
        let seat = country.capital.as_deref().and_then(|c| self.place(&format!("place:{code}/{}", slug(c))));
        PlaceFacts {
            entity: format!("place:{}", country.slug()),
            name: Cow::Owned(country.name.clone()),
            kind: if country.part_of.is_some() { PlaceKind::Region } else { PlaceKind::Country },
            country: Some(country.part_of.clone().unwrap_or_else(|| code.to_owned())),
            region: None,
            lat: seat.and_then(|s| s.lat),
            lon: seat.and_then(|s| s.lon),
            geonameid: line.and_then(|l| self.facts(l).geonameid),
            people: u32::MAX,
            capital: false,
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len() + self.own.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A place by its number.
    #[must_use]
    pub fn get(&self, i: usize) -> Option<&PlaceFacts> {
        match self.read.get(i) {
            Some(place) => Some(place.get_or_init(|| Box::new(self.facts(self.lines[i])))),
            None => self.own.get(i - self.lines.len()),
        }
    }

    /// A place by its entity.
    #[must_use]
    pub fn place(&self, entity: &str) -> Option<&PlaceFacts> {
        if !entity.starts_with("place:") {
            return None;
        }
        self.get(self.number(entity)? as usize)
    }

    /// The number of a place by its entity.
    pub(super) fn number(&self, entity: &str) -> Option<u32> {
        if let Some(&i) = self.by_entity.get(entity) {
            return Some(i);
        }
        let (asked_code, slug) = entity.strip_prefix("place:")?.split_once('/')?;
        let asked = slug.replace('-', " ");
        let from = self.lines.partition_point(|l| l.0 < asked.as_str());
        let n = self.lines[from..].iter().take_while(|l| l.0 == asked).position(|l| code(*l) == asked_code)?;
        u32::try_from(from + n).ok()
    }

    /// The lines of the table, of which the first half is the words that it is sorted by.
    pub(super) fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The places that do not stand in the table, with their numbers.
    pub(super) fn own(&self) -> impl Iterator<Item = (u32, &PlaceFacts)> {
        (self.lines.len()..).filter_map(|i| u32::try_from(i).ok()).zip(&self.own)
    }

    /// Reads a line.
    fn facts(&self, line: Line) -> PlaceFacts {
        let mut fields = line.1.split('\t');
        let [code, kind, _, region, lat, lon, id, people] = std::array::from_fn(|_| fields.next().unwrap_or_default());
        let name = name(line);
        let own = slug(&name);
        PlaceFacts {
            capital: self.capitals.get(code) == Some(&own),
            entity: entity(line),
            name,
            kind: if kind == "A" { PlaceKind::Region } else { PlaceKind::City },
            country: Some(code.to_owned()),
            region: (!region.is_empty()).then_some(Cow::Borrowed(region)),
            lat: lat.parse().ok(),
            lon: lon.parse().ok(),
            geonameid: id.parse().ok(),
            people: people.parse().unwrap_or(0),
        }
    }

    fn by_hand(&self, more: &Places) -> Vec<PlaceFacts> {
        let listed = more.more.iter().map(|(key, p)| {
            let code = key.split_once('/').map(|(code, _)| code);
            let capital = code.and_then(|code| self.capitals.get(code)).is_some_and(|c| *c == slug(&p.name));
            PlaceFacts {
                entity: format!("place:{key}"),
                name: Cow::Owned(p.name.clone()),
                kind: match p.kind.as_deref() {
                    Some("region") => PlaceKind::Region,
                    Some("landmark") => PlaceKind::Landmark,
                    _ => PlaceKind::City,
                },
                country: code.map(str::to_owned),
                region: p.region.as_deref().map(|r| Cow::Owned(slug(r))),
                lat: p.lat,
                lon: p.lon,
                geonameid: None,
                // What is listed for its renown goes before a small town of its name.
                people: if capital || p.kind.is_some() { 500 } else { 20 },
                capital,
            }
        });
        let regions = more.regions.names.iter().map(|name| PlaceFacts {
            entity: format!("place:{}", slug(name)),
            name: Cow::Owned(name.clone()),
            kind: PlaceKind::Region,
            country: None,
            region: None,
            lat: None,
            lon: None,
            geonameid: None,
            people: u32::MAX - 1,
            capital: false,
        });
        listed.chain(regions).collect()
    }
}

impl Index<usize> for Gazetteer {
    type Output = PlaceFacts;

    fn index(&self, i: usize) -> &PlaceFacts {
        self.get(i).expect("the number of a place")
    }
}

/// About so long is a line of the built table.
const BYTES_OF_A_LINE: usize = 48;

/// Whether the words of a name, joined by hyphens, are its slug.
fn is_slug(words: &str) -> bool {
    let article = words.split_once(' ').is_some_and(|(first, _)| first.len() <= 3 && ARTICLES.contains(&first));
    !article && !words.bytes().any(|b| matches!(b, b'\'' | b'.' | b'-'))
}

/// The code of a line's country.
fn code(line: Line) -> &'static str {
    line.1.split_once('\t').map_or("", |(code, _)| code)
}

/// The name of a line's place; the words give it where it is left out.
fn name(line: Line) -> Cow<'static, str> {
    match line.1.split('\t').nth(2) {
        None | Some("") => Cow::Owned(titled(line.0)),
        Some(name) => Cow::Borrowed(name),
    }
}

/// The entity of a line's place.
fn entity(line: Line) -> String {
    ["place:", code(line), "/", &slug(&name(line))].concat()
}

/// Each word with a capital.
fn titled(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        let capital = out.is_empty() || out.ends_with(' ');
        out.push(if capital { c.to_ascii_uppercase() } else { c });
    }
    out
}

/// Given names in lower case.
pub(super) fn given_names(more: &GivenNames) -> WordTable<Gender> {
    let mut out = WordTable::default();
    let mut add = |names: &str, gender| names.split_whitespace().for_each(|name| *out.entry(name.to_owned(), || gender) = gender);
    for line in include_str!("en/given_names.tsv").lines().filter(|l| !l.starts_with('#')) {
        let (gender, names) = line.split_once('\t').unwrap_or_default();
        let gender = match gender {
            "m" => Gender::Male,
            "f" => Gender::Female,
            _ => Gender::Unknown,
        };
        add(names, gender);
    }
    for (names, gender) in [(&more.male, Gender::Male), (&more.female, Gender::Female)] {
        add(names, gender);
    }
    out
}
