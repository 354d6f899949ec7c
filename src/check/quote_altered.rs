use super::finding::{both, of_rule};
use super::sourced;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "quote-altered",
    severity: FindingSeverity::Warning,
    why: "Words inside quotation marks were put in, left out or exchanged.",
    story: include_str!("../../tests/checks/quote-altered.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let mut out = of_rule(context, check, "quote-altered", |context, r| {
        format!("the quotation of {} was altered on its way: {}", both(context, r), r.reason)
    });
    out.extend(sourced::of_rule(context, check, "was altered on its way"));
    out
}
