use super::finding::{both, of_rule};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "statement-conflict",
    severity: FindingSeverity::Warning,
    why: "What one speaker said on one occasion is reported with another day or number, or with a negation.",
    story: include_str!("../../tests/checks/statement-conflict.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    of_rule(context, check, "statement-conflict", |context, r| {
        format!("what {} said is told in two ways: {}", both(context, r), r.reason)
    })
}
