//! The rows that a check makes: relations between claims, and findings.
#![expect(missing_docs, reason = "each field is a column, described in src/table/")]

use super::verdict::POSITION_CHANGED;
use crate::lexicon::vocabulary::{Between, FindingSeverity, Kind, Verdict};

/// How two claims stand to each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    pub id: String,
    pub left: String,
    pub right: String,
    pub left_kind: Kind,
    pub left_article: String,
    pub left_start: i64,
    pub left_end: i64,
    pub left_text: String,
    pub left_value: String,
    pub right_kind: Kind,
    pub right_article: String,
    pub right_start: i64,
    pub right_end: i64,
    pub right_text: String,
    pub right_value: String,
    pub verdict: Verdict,
    pub between: Between,
    pub reason: String,
    pub explanation: String,
    pub missing: Option<String>,
    pub slots: Vec<String>,
    pub same_chain: bool,
    pub repeats: i64,
    pub fact: Option<String>,
    pub rule: String,
}

impl Relation {
    /// Whether both claims tell of one fact: who takes another position later has said two things.
    #[must_use]
    pub fn is_one_fact(&self) -> bool {
        !matches!(self.verdict, Verdict::Unrelated | Verdict::Undecidable) && self.rule != POSITION_CHANGED.id
    }
}

/// Something a reader should look at.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub id: String,
    pub rule: String,
    pub severity: FindingSeverity,
    pub message: String,
    pub article: String,
    pub start: Option<i64>,
    pub end: Option<i64>,
    pub text: Option<String>,
    pub other_article: Option<String>,
    pub other_start: Option<i64>,
    pub other_end: Option<i64>,
    pub other_text: Option<String>,
    pub relations: Vec<String>,
    pub articles: Vec<String>,
    pub independent_sources: Option<i64>,
    pub fingerprint: String,
}
