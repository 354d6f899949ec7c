use super::finding::{both, of_rule};
use super::sourced;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "quote-number-changed",
    severity: FindingSeverity::Error,
    why: "A number inside quotation marks differs: at least one article misquotes.",
    story: include_str!("../../tests/checks/quote-number-changed.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let mut out = of_rule(context, check, "quote-number-changed", |context, r| {
        format!("the quotation of {} carries another number: {}", both(context, r), r.reason)
    });
    out.extend(sourced::of_rule(context, check, "carries another number than in the source"));
    out
}
