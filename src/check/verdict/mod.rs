//! From a linked pair to a verdict: one table a kind, as the design has it, the same for a pair alone and among a million.

mod coded;
mod dispute;
mod doubt;
mod meeting;
mod order;
mod position;
mod printed;
mod quantity;
mod saying;
mod statement;
mod toll;
mod within;

use super::record::Relation;
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Between, Verdict};
use crate::link::{Book, Links};
use crate::watch::{Stage, Watch};

pub(crate) use order::{Order, order};
pub(super) use position::CHANGED as POSITION_CHANGED;
pub(super) use statement::changed;

/// A row of the verdict table: what relations with this rule say.
#[derive(Debug, Clone, Copy)]
pub struct VerdictRule {
    /// Names the relation found.
    pub id: &'static str,
    /// The verdict it gives.
    pub verdict: Verdict,
    /// One line: when it applies.
    pub why: &'static str,
}

/// The verdict table, kind by kind.
#[must_use]
pub(super) fn table() -> Vec<&'static VerdictRule> {
    [toll::TABLE, meeting::TABLE, statement::TABLE, saying::TABLE, position::TABLE].concat().into_iter().collect()
}

/// What was decided on a pair of claims.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Judgement {
    pub(crate) rule: &'static VerdictRule,
    pub(crate) between: Between,
    pub(crate) reason: String,
    pub(crate) missing: Option<String>,
}

impl PartialEq for VerdictRule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Judgement {
    fn new(rule: &'static VerdictRule, reason: impl Into<String>) -> Self {
        Self { rule, between: Between::Articles, reason: reason.into(), missing: None }
    }

    fn between(mut self, between: Between) -> Self {
        self.between = between;
        self
    }

    fn missing(mut self, what: impl Into<String>) -> Self {
        self.missing = Some(what.into());
        self
    }
}

/// The verdict on every linked pair, in a stable order.
pub(crate) fn relations(book: &Book, links: &Links, lexicon: &Lexicon, watch: &Watch) -> Result<Vec<Relation>> {
    let alone = book.incidents.len() + book.encounters.len();
    let pairs =
        links.incidents.len() + links.encounters.len() + links.statements.len() + links.sayings.len() + links.positions.len();
    watch.begin(Stage::Verdicts, Some(alone + pairs))?;
    let mut all = toll::relations(book, links, lexicon, watch)?;
    all.extend(meeting::relations(book, links, lexicon, watch)?);
    all.extend(statement::relations(book, links, watch)?);
    all.extend(saying::relations(book, links, watch)?);
    all.extend(position::relations(book, links, watch)?);
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all.dedup_by(|a, b| a.id == b.id);
    Ok(all)
}
