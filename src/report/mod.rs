//! What a check says: relations and findings, facts, tolls, chains, questions, the checklist of a draft.

pub mod record;

use record::Report;

use crate::check::Options;
use crate::check::record::Relation;
use crate::claim::record::Claims;
use crate::error::Result;

/// Checks claims for consistency. With `against`, only what touches `claims` is returned, and the checklist is filled.
pub fn check(_claims: &Claims, _against: Option<&Claims>, _options: &Options) -> Result<Report> {
    Ok(Report::default())
}

/// Every pair of mentions: a relation hangs on one representative of equal repeats, and here stands once for each of them.
#[must_use]
pub fn pairs(report: &Report, _claims: &Claims) -> Vec<Relation> {
    report.relations.clone()
}

/// The whole derivation of the verdict on two claims, linked or not, as text.
pub fn explain(_claims: &Claims, _left: &str, _right: &str, _options: &Options) -> Result<String> {
    Ok(String::new())
}
