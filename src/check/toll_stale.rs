use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::finding::{both, of_relations};
use super::verdict::{Order, order};
use super::{Check, Context};
use crate::check::record::{Finding, Relation};
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{Effect, FindingSeverity};
use crate::link::{Book, Figure};
use crate::value::last_unit;

pub(super) const CHECK: Check = Check {
    id: "toll-stale",
    severity: FindingSeverity::Warning,
    why: "An old figure was printed again when later ones were known.",
    story: include_str!("../../tests/checks/toll-stale.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let stale = Stale::new(context);
    let mut falls: Vec<&Relation> = context.relations.iter().filter(|r| stale.has(r)).collect();
    // What was known last says most plainly how old the figure is.
    falls.sort_by_key(|r| Reverse(context.book.index(&r.left_article).map(|i| context.book.article(i).published.as_deref())));
    of_relations(context, check, falls, |context, r| format!("{}: the later report repeats an older figure", both(context, r)))
}

/// Which relations are of an old figure: the later side repeats one from before the earlier side, which had updated it by then.
pub(super) struct Stale<'r> {
    book: &'r Book<'r>,
    /// The claims that printed a figure before a claim did.
    first: HashMap<&'r str, Vec<&'r str>>,
    /// What was updated to what, on a later day or by the clock, and what of it was taken back.
    updated: HashSet<(&'r str, &'r str)>,
    corrected: HashSet<(&'r str, &'r str)>,
}

impl<'r> Stale<'r> {
    pub(super) fn new(context: &Context<'r, 'r>) -> Self {
        let book = context.book;
        let mut out = Self { book, first: HashMap::new(), updated: HashSet::new(), corrected: HashSet::new() };
        for relation in context.known {
            match relation.rule.as_str() {
                "toll-same" => out.first.entry(&relation.right).or_default().push(&relation.left),
                rule @ ("toll-updated" | "toll-corrected") if is_in_order(book, relation) => {
                    let pair = (relation.left.as_str(), relation.right.as_str());
                    out.updated.insert(pair);
                    out.corrected.extend((rule == "toll-corrected").then_some(pair));
                }
                _ => {}
            }
        }
        out
    }

    /// Whether the later side of a relation repeats an older figure, and neither rounds the newer one nor keeps to a holder of its own.
    pub(super) fn has(&self, relation: &Relation) -> bool {
        let known = match relation.rule.as_str() {
            "toll-falls" | "toll-inside-bound" => &self.updated,
            // The missing become fewer: an old figure of theirs is the higher one.
            "toll-updated" if relation.left_value.starts_with(Effect::Missing.as_str()) => &self.updated,
            // A higher figure is an old one where it was taken back.
            "toll-updated" => &self.corrected,
            _ => return false,
        };
        let older = |first: &&str| *first != relation.left && known.contains(&(*first, relation.left.as_str()));
        self.first.get(relation.right.as_str()).is_some_and(|first| first.iter().any(older))
            && is_in_order(self.book, relation)
            && self.claims(relation).is_none_or(|(newer, later)| !self.are_two_holders(newer, later) && !rounds(later, newer))
    }

    fn claims(&self, relation: &Relation) -> Option<(&'r CasualtyClaim, &'r CasualtyClaim)> {
        let claim = |article: &str, id: &str| {
            let incidents = self.book.incidents_of(self.book.index(article)?);
            incidents.iter().flat_map(|i| &i.figures).flat_map(Figure::mentions).find(|c| c.id == id)
        };
        claim(&relation.left_article, &relation.left).zip(claim(&relation.right_article, &relation.right))
    }

    /// What one holder says last is not old because another says more.
    fn are_two_holders(&self, a: &CasualtyClaim, b: &CasualtyClaim) -> bool {
        let holders = a.source_entity.as_deref().zip(b.source_entity.as_deref());
        holders.is_some_and(|(x, y)| self.book.known(x) != self.book.known(y))
    }
}

/// Whether the left side was reported first, by what is known of both.
fn is_in_order(book: &Book, relation: &Relation) -> bool {
    let articles = book.index(&relation.left_article).zip(book.index(&relation.right_article));
    articles.is_some_and(|(left, right)| order(book, left, right) == Order::Before)
}

/// "More than 200" of 213: a figure that allows for the newer one, and is no further from it than a round number may be.
fn rounds(later: &CasualtyClaim, newer: &CasualtyClaim) -> bool {
    let is_open = later.high.is_none();
    let near = later.number.zip(newer.low).is_some_and(|(n, m)| m < n.saturating_add(last_unit(n)));
    later.compared().overlaps(newer.compared()) && (!is_open || near)
}
