use super::finding::{both, on_relation};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::check::record::Relation;
use crate::lexicon::vocabulary::FindingSeverity;
pub(super) const CHECK: Check = Check {
    id: "toll-stale",
    severity: FindingSeverity::Warning,
    why: "An old figure was printed again when later ones were known.",
    story: include_str!("../../tests/checks/toll-stale.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let falls = context.relations.iter().filter(|r| is_stale(context.relations, r));
    falls.map(|r| on_relation(check, r, format!("{}: the later report repeats an older figure", both(context, r)))).collect()
}

/// Whether the later side of a relation repeats a figure from before the earlier side: somebody printed it first, and the
/// earlier side had updated it by then.
pub(super) fn is_stale(relations: &[Relation], relation: &Relation) -> bool {
    if relation.rule != "toll-falls" && relation.rule != "toll-inside-bound" {
        return false;
    }
    let earlier = |r: &Relation| (r.rule == "toll-same" && r.right == relation.right).then(|| r.left.clone());
    relations.iter().filter_map(earlier).any(|first| {
        relations
            .iter()
            .any(|r| r.rule == "toll-updated" && r.left == first && r.right == relation.left && first != relation.left)
    })
}
