//! The rows of a report beyond relations and findings.
#![expect(missing_docs, reason = "each field is a column, described in src/table/")]

use chrono::NaiveDate;

use crate::check::record::{Finding, Relation};
use crate::claim::record::Skipped;
use crate::lexicon::vocabulary::{AnchorQuality, Attackers, Effect, Grading, Kind, Status, Verdict};
pub use crate::link::EntityMerge;

/// One real incident, meeting or utterance.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    pub fact: String,
    pub kind: Kind,
    pub rank: i64,
    pub claims: Vec<String>,
    pub articles: Vec<String>,
    pub outlets: Vec<String>,
    pub independent_sources: i64,
    pub earliest: Option<NaiveDate>,
    pub latest: Option<NaiveDate>,
    pub place_entity: Option<String>,
    pub entities: Vec<String>,
    pub status: Option<Status>,
    pub worst_verdict: Option<Verdict>,
}

/// Low, best and high of one effect of one incident.
#[derive(Debug, Clone, PartialEq)]
pub struct Toll {
    pub fact: String,
    pub rank: i64,
    pub effect: Effect,
    pub low: Option<i64>,
    pub best: Option<i64>,
    pub high: Option<i64>,
    pub open: bool,
    pub basis: Option<String>,
    pub place: Option<String>,
    pub earliest: Option<NaiveDate>,
    pub latest: Option<NaiveDate>,
    pub attackers: Attackers,
    pub articles: Vec<String>,
    pub outlets: Vec<String>,
    pub independent_sources: i64,
    pub claims: Vec<String>,
    pub rule: String,
}

/// An incident in the shape of UCDP GED.
#[derive(Debug, Clone, PartialEq)]
pub struct UcdpEvent {
    pub id: String,
    pub year: Option<i64>,
    pub number_of_sources: i64,
    pub source_article: String,
    pub source_office: Option<String>,
    pub source_date: Option<String>,
    pub source_headline: Option<String>,
    pub source_original: Option<String>,
    pub where_prec: Option<i64>,
    pub where_coordinates: Option<String>,
    pub adm_1: Option<String>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub geom_wkt: Option<String>,
    pub country: Option<String>,
    pub event_clarity: i64,
    pub date_prec: Option<i64>,
    pub date_start: Option<NaiveDate>,
    pub date_end: Option<NaiveDate>,
    pub deaths_a: Option<i64>,
    pub deaths_b: Option<i64>,
    pub deaths_civilians: Option<i64>,
    pub deaths_unknown: Option<i64>,
    pub best: Option<i64>,
    pub high: Option<i64>,
    pub low: Option<i64>,
}

/// An incident in the shape of Airwars.
#[derive(Debug, Clone, PartialEq)]
pub struct AirwarsIncident {
    pub code: String,
    pub date: Option<NaiveDate>,
    pub date_end: Option<NaiveDate>,
    pub location_name: Option<String>,
    pub region: Option<String>,
    pub country_name: Option<String>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub civilian_non_combatants_killed_min: Option<i64>,
    pub civilian_non_combatants_killed_max: Option<i64>,
    pub civilian_non_combatants_injured_min: Option<i64>,
    pub civilian_non_combatants_injured_max: Option<i64>,
    pub children_killed_min: Option<i64>,
    pub children_killed_max: Option<i64>,
    pub children_injured_min: Option<i64>,
    pub children_injured_max: Option<i64>,
    pub women_killed_min: Option<i64>,
    pub women_killed_max: Option<i64>,
    pub women_injured_min: Option<i64>,
    pub women_injured_max: Option<i64>,
    pub men_killed_min: Option<i64>,
    pub men_killed_max: Option<i64>,
    pub men_injured_min: Option<i64>,
    pub men_injured_max: Option<i64>,
    pub persons_directly_participating_in_hostilities_killed_min: Option<i64>,
    pub persons_directly_participating_in_hostilities_killed_max: Option<i64>,
    pub persons_directly_participating_in_hostilities_injured_min: Option<i64>,
    pub persons_directly_participating_in_hostilities_injured_max: Option<i64>,
    pub civilian_harm_status: Option<Grading>,
    pub belligerents: Vec<String>,
    pub sources: Vec<String>,
}

/// Where an article comes from and what it copies.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    pub article: String,
    pub outlet: Option<String>,
    pub owner: Option<String>,
    pub published: Option<String>,
    pub anchor_date: Option<NaiveDate>,
    pub anchor_quality: AnchorQuality,
    pub anchor_from: Option<String>,
    pub credit: Option<String>,
    pub copy_of: Option<String>,
    pub shared_text: Option<f64>,
}

/// One claim's membership in a chain of repetition.
#[derive(Debug, Clone, PartialEq)]
pub struct Chain {
    pub chain: String,
    pub claim: String,
    pub reason: String,
    pub evidence_article: Option<String>,
    pub evidence_start: Option<i64>,
    pub evidence_end: Option<i64>,
}

/// A place that claims name.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceRow {
    pub place_entity: String,
    pub name: String,
    pub kind: Option<String>,
    pub country: Option<String>,
    pub admin1: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub geonameid: Option<i64>,
}

/// What is missing, and what it would decide.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub question: String,
    pub decides: i64,
    pub articles: Vec<String>,
    pub relations: Vec<String>,
}

/// One fact of a draft, to be ticked off.
#[derive(Debug, Clone, PartialEq)]
pub struct ChecklistRow {
    pub nr: i64,
    pub article: String,
    pub start: i64,
    pub end: i64,
    pub text: String,
    pub kind: Kind,
    pub value: String,
    pub supported_by: Vec<String>,
    pub contradicted_by: Vec<String>,
    pub undecided_because: Option<String>,
    pub findings: Vec<String>,
    pub checked: Option<String>,
    pub by: Option<String>,
    pub note: Option<String>,
}

/// All that a check says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    pub relations: Vec<Relation>,
    pub findings: Vec<Finding>,
    pub facts: Vec<Fact>,
    pub tolls: Vec<Toll>,
    pub sources: Vec<Source>,
    pub chains: Vec<Chain>,
    pub entities: Vec<EntityMerge>,
    pub places: Vec<PlaceRow>,
    pub questions: Vec<Question>,
    pub checklist: Vec<ChecklistRow>,
    pub skipped: Vec<Skipped>,
}
