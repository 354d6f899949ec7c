//! The rows of a report beyond relations and findings.
#![expect(missing_docs, reason = "each field is a column, described in src/table/")]

use chrono::NaiveDate;

use crate::check::record::{Finding, Relation};
use crate::claim::record::Skipped;
use crate::lexicon::vocabulary::{AnchorQuality, Attackers, Effect, Kind, Status, Verdict};

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

/// Two entities that the collection shows to be one.
#[derive(Debug, Clone, PartialEq)]
pub struct EntityMerge {
    pub entity: String,
    pub merged: String,
    pub article: Option<String>,
    pub evidence: String,
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
