use super::finding::{both, excerpt, of_relations};
use super::{Check, Context};
use crate::check::record::{Finding, Relation};
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "quote-misattributed",
    severity: FindingSeverity::Error,
    why: "The same words are given to two speakers who are not one.",
    story: include_str!("../../tests/checks/quote-misattributed.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let mut pairs: Vec<&Relation> = context.relations.iter().filter(|r| r.rule == "quote-misattributed").collect();
    // The same words to the letter say it most plainly.
    pairs.sort_by_key(|r| r.left_text != r.right_text);
    of_relations(context, check, pairs, |context, r| format!("{} is given to {}", excerpt(&r.right_text), both(context, r)))
}
