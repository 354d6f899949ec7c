use super::finding::{both, of_rule};
use super::sourced;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "quote-negated",
    severity: FindingSeverity::Error,
    why: "A quotation that lost or gained a negation says the opposite.",
    story: include_str!("../../tests/checks/quote-negated.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let mut out = of_rule(context, check, "quote-negated", |context, r| {
        format!("the quotation of {} says the opposite in one of the two: {}", both(context, r), r.reason)
    });
    out.extend(sourced::of_rule(context, check, "says the opposite of what it says in the source"));
    out
}
