use super::finding::{both, of_rule};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "meeting-denied",
    severity: FindingSeverity::Note,
    why: "One side says that a meeting took place, another denies it.",
    story: include_str!("../../tests/checks/meeting-denied.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    of_rule(context, check, "meeting-denied", |context, r| format!("{}: {}", both(context, r), r.reason))
}
