//! The gazetteer of places and the list of given names, as they are read from their tables.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;

use super::names::{Country, slug};
use super::vocabulary::Gender;

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
    pub name: String,
    /// What it is.
    pub kind: PlaceKind,
    /// The code of its country, lower case; none for a region across countries.
    pub country: Option<String>,
    /// The slug of its first-level region.
    pub region: Option<String>,
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

/// Places of the built table, with countries named as `countries.toml` names them.
pub(super) fn gazetteer(countries: &BTreeMap<String, Country>, text: &str) -> Vec<PlaceFacts> {
    let mut out: Vec<PlaceFacts> = Vec::new();
    let mut ids: HashMap<(String, u64), i64> = HashMap::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        let f: Vec<_> = line.split('\t').collect();
        let [code, kind, name, region, lat, lon, id, people] = f[..] else { continue };
        if kind == "N" {
            ids.insert((code.to_owned(), 0), id.parse().unwrap_or_default());
            continue;
        }
        let entity = format!("place:{code}/{}", slug(name));
        let place = PlaceFacts {
            entity: entity.clone(),
            name: name.to_owned(),
            kind: if kind == "A" { PlaceKind::Region } else { PlaceKind::City },
            country: Some(code.to_owned()),
            region: (!region.is_empty()).then(|| slug(region)),
            lat: lat.parse().ok(),
            lon: lon.parse().ok(),
            geonameid: id.parse().ok(),
            people: people.parse().unwrap_or(0),
            capital: countries.get(code).and_then(|c| c.capital.as_deref()).is_some_and(|c| slug(c) == slug(name)),
        };
        // A region and its town of one name are one entity, the town's.
        match seen.get(&entity) {
            Some(&at) if out[at].kind == PlaceKind::Region || out[at].people < place.people => out[at] = place,
            Some(_) => {}
            None => {
                seen.insert(entity, out.len());
                out.push(place);
            }
        }
    }
    let states: Vec<_> = countries.iter().map(|(code, c)| country_facts(code, c, &out, &ids)).collect();
    out.extend(states);
    out
}

fn country_facts(code: &str, country: &Country, towns: &[PlaceFacts], ids: &HashMap<(String, u64), i64>) -> PlaceFacts {
    let seat = towns.iter().find(|t| t.capital && t.country.as_deref() == Some(code));
    PlaceFacts {
        entity: format!("place:{}", country.slug()),
        name: country.name.clone(),
        kind: if country.part_of.is_some() { PlaceKind::Region } else { PlaceKind::Country },
        country: Some(country.part_of.clone().unwrap_or_else(|| code.to_owned())),
        region: None,
        lat: seat.and_then(|s| s.lat),
        lon: seat.and_then(|s| s.lon),
        geonameid: ids.get(&(code.to_owned(), 0)).copied(),
        people: u32::MAX,
        capital: false,
    }
}

pub(super) fn by_hand(more: &Places, built: &[PlaceFacts], countries: &BTreeMap<String, Country>) -> Vec<PlaceFacts> {
    let known: HashSet<_> = built.iter().map(|p| p.entity.as_str()).collect();
    let listed = more.more.iter().map(|(key, p)| PlaceFacts {
        entity: format!("place:{key}"),
        name: p.name.clone(),
        kind: match p.kind.as_deref() {
            Some("region") => PlaceKind::Region,
            Some("landmark") => PlaceKind::Landmark,
            _ => PlaceKind::City,
        },
        country: key.split_once('/').map(|(code, _)| code.to_owned()),
        region: p.region.as_deref().map(slug),
        lat: p.lat,
        lon: p.lon,
        geonameid: None,
        people: 20,
        capital: key
            .split_once('/')
            .and_then(|(code, _)| countries.get(code)?.capital.as_deref())
            .is_some_and(|c| slug(c) == slug(&p.name)),
    });
    let regions = more.regions.names.iter().map(|name| PlaceFacts {
        entity: format!("place:{}", slug(name)),
        name: name.clone(),
        kind: PlaceKind::Region,
        country: None,
        region: None,
        lat: None,
        lon: None,
        geonameid: None,
        people: u32::MAX - 1,
        capital: false,
    });
    listed.chain(regions).filter(|p| !known.contains(p.entity.as_str())).collect()
}

pub(super) fn given_names(more: &GivenNames) -> HashMap<String, Gender> {
    let mut out = HashMap::new();
    for line in include_str!("en/given_names.tsv").lines().filter(|l| !l.starts_with('#')) {
        let (gender, names) = line.split_once('\t').unwrap_or_default();
        let gender = match gender {
            "m" => Gender::Male,
            "f" => Gender::Female,
            _ => Gender::Unknown,
        };
        out.extend(names.split(' ').map(|n| (n.to_owned(), gender)));
    }
    for (names, gender) in [(&more.male, Gender::Male), (&more.female, Gender::Female)] {
        out.extend(names.split_whitespace().map(|n| (n.to_owned(), gender)));
    }
    out
}
