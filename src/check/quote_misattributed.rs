use super::finding::{both, excerpt, of_rule};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "quote-misattributed",
    severity: FindingSeverity::Error,
    why: "The same words are given to two speakers who are not one.",
    story: include_str!("../../tests/checks/quote-misattributed.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    of_rule(context, check, "quote-misattributed", |context, r| {
        format!("{} is given to {}", excerpt(&r.right_text), both(context, r))
    })
}
