use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::finding::{both, of_relations};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::check::record::Relation;
use crate::lexicon::vocabulary::{Effect, FindingSeverity};
pub(super) const CHECK: Check = Check {
    id: "toll-stale",
    severity: FindingSeverity::Warning,
    why: "An old figure was printed again when later ones were known.",
    story: include_str!("../../tests/checks/toll-stale.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let stale = Stale::new(context.known);
    let mut falls: Vec<&Relation> = context.relations.iter().filter(|r| stale.has(r)).collect();
    // What was known last says most plainly how old the figure is.
    falls.sort_by_key(|r| Reverse(context.book.index(&r.left_article).map(|i| context.book.article(i).published.as_deref())));
    of_relations(context, check, falls, |context, r| format!("{}: the later report repeats an older figure", both(context, r)))
}

/// Which relations are of an old figure: the later side repeats one from before the earlier side, which had updated it by then.
pub(super) struct Stale<'r> {
    /// The claims that printed a figure before a claim did.
    first: HashMap<&'r str, Vec<&'r str>>,
    /// What was updated to what, and what of it was taken back.
    updated: HashSet<(&'r str, &'r str)>,
    corrected: HashSet<(&'r str, &'r str)>,
}

impl<'r> Stale<'r> {
    pub(super) fn new(relations: &'r [Relation]) -> Self {
        let mut out = Self { first: HashMap::new(), updated: HashSet::new(), corrected: HashSet::new() };
        for relation in relations {
            match relation.rule.as_str() {
                "toll-same" => out.first.entry(&relation.right).or_default().push(&relation.left),
                rule @ ("toll-updated" | "toll-corrected") => {
                    let pair = (relation.left.as_str(), relation.right.as_str());
                    out.updated.insert(pair);
                    out.corrected.extend((rule == "toll-corrected").then_some(pair));
                }
                _ => {}
            }
        }
        out
    }

    /// Whether the later side of a relation repeats an older figure.
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
    }
}
