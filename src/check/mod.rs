//! From linked claims to verdicts and findings: one file a check, and the register that lists them.

pub mod record;
mod register;
mod relate;
mod verdict;

mod addends;
mod finding;
mod passage;
mod sourced;

mod article_changed;
mod article_undated;
mod coded;
mod coded_missing;
mod coded_outside_sources;
mod coded_unsupported;
mod copied_article;
mod date_impossible;
mod event_after_publication;
mod headline_quote_unsupported;
mod headline_toll_mismatch;
mod meeting_date_conflict;
mod meeting_denied;
mod meeting_place_conflict;
mod meeting_told_as_held_and_planned;
mod quote_altered;
mod quote_misattributed;
mod quote_negated;
mod quote_not_in_source;
mod quote_number_changed;
mod quote_truncated;
mod single_source;
mod stamp_is_update;
mod statement_conflict;
mod toll_conflict;
mod toll_corrected;
mod toll_disputed;
mod toll_falls;
mod toll_miscopied;
mod toll_parts_exceed_whole;
mod toll_stale;
mod toll_sum_mismatch;
mod weekday_mismatch;

use std::collections::BTreeMap;

use record::{Finding, Relation};

use crate::error::{Error, Result};
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::FindingSeverity;
use crate::link::{Book, Links, Whole};
use crate::watch::{Stage, Watch};

pub use register::{CHECKS, Register, register};
pub use verdict::VerdictRule;

/// What the caller asks of a check.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The owner of each outlet, by its name: outlets of one owner are one source.
    pub owners: BTreeMap<String, String>,
    /// Keep the findings of these rules alone; `*` stands for any letters. Empty: all.
    pub select: Vec<String>,
    /// Leave out the findings of these rules; `*` stands for any letters.
    pub ignore: Vec<String>,
    /// Pairs of claim or fact ids that the user knows to be one thing.
    pub same: Vec<(String, String)>,
    /// Pairs of claim or fact ids that the user knows to be two things.
    pub apart: Vec<(String, String)>,
    /// What a larger collection knows of the claims.
    pub whole: Whole,
}

/// A check: what it finds, why it matters, and the story that shows it.
#[derive(Debug, Clone, Copy)]
pub struct Check {
    /// Names the thing found.
    pub id: &'static str,
    /// How grave it is.
    pub severity: FindingSeverity,
    /// One line: why a reader should look.
    pub why: &'static str,
    /// Short articles in Markdown, some that make it fire and some that leave it silent: `tests/checks/<id>.md`.
    pub story: &'static str,
    find: fn(&Context, &Check) -> Vec<Finding>,
}

/// What a check looks at.
pub(crate) struct Context<'a, 'c> {
    pub(crate) book: &'a Book<'c>,
    pub(crate) links: &'a Links,
    /// What is told.
    pub(crate) relations: &'a [Relation],
    /// What is told and, of articles that a draft is checked against, how they stand to each other.
    pub(crate) known: &'a [Relation],
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) watch: &'a Watch,
}

impl Context<'_, '_> {
    /// Whether the work goes on. Checks that read texts again ask it at each article; what one has found when the work is stopped is
    /// dropped.
    fn goes_on(&self) -> bool {
        self.watch.ask().is_ok()
    }
}

/// The verdicts on all linked pairs, in a stable order.
pub(crate) fn relations(book: &Book, links: &Links, lexicon: &Lexicon, watch: &Watch) -> Result<Vec<Relation>> {
    verdict::relations(book, links, lexicon, watch)
}

/// The findings of all selected checks: errors first, then in the order of articles and texts.
pub(crate) fn findings(context: &Context, options: &Options) -> Result<Vec<Finding>> {
    for pattern in options.select.iter().chain(&options.ignore) {
        if !CHECKS.iter().any(|c| matches(pattern, c.id)) {
            return Err(Error::value(format!("{pattern:?} matches no rule; `wirecheck rules` lists them")));
        }
    }
    let wanted = |id: &str| {
        (options.select.is_empty() || options.select.iter().any(|p| matches(p, id)))
            && !options.ignore.iter().any(|p| matches(p, id))
    };
    let checks: Vec<_> = CHECKS.iter().filter(|c| wanted(c.id)).collect();
    context.watch.begin(Stage::Findings, Some(checks.len()))?;
    let mut all = context.watch.each(checks, |check| (check.find)(context, check))?;
    context.watch.ask()?;
    all.sort_by(|a, b| (a.severity, &a.article, a.start, &a.rule, &a.id).cmp(&(b.severity, &b.article, b.start, &b.rule, &b.id)));
    Ok(all)
}

/// Whether a pattern with `*` for any letters fits an id.
fn matches(pattern: &str, id: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == id,
        Some((head, rest)) => id
            .strip_prefix(head)
            .is_some_and(|tail| (0..=tail.len()).any(|i| tail.is_char_boundary(i) && matches(rest, &tail[i..]))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_with_stars() {
        for (pattern, id, fits) in [
            ("toll-*", "toll-falls", true),
            ("toll-*", "quote-altered", false),
            ("*-conflict", "meeting-date-conflict", true),
            ("toll-falls", "toll-falls", true),
            ("*", "x", true),
        ] {
            assert_eq!(matches(pattern, id), fits, "{pattern} {id}");
        }
    }
}
