use super::finding::{both, of_rule};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "meeting-place-conflict",
    severity: FindingSeverity::Note,
    why: "One meeting is put in two places: one report is wrong, or there were two meetings.",
    story: include_str!("../../tests/checks/meeting-place-conflict.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    of_rule(context, check, "meeting-place-conflict", |context, r| {
        format!("{}: the same people on one day, {}", both(context, r), r.reason)
    })
}
