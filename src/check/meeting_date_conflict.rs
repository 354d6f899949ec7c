use super::finding::{both, of_rule};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "meeting-date-conflict",
    severity: FindingSeverity::Note,
    why: "One meeting is dated twice: one report has the wrong day, or there were two meetings.",
    story: include_str!("../../tests/checks/meeting-date-conflict.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    of_rule(context, check, "meeting-date-conflict", |context, r| format!("{}: {}", both(context, r), r.reason))
}
