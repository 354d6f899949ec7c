use super::finding::{both, of_rule};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "toll-corrected",
    severity: FindingSeverity::Note,
    why: "An earlier figure was taken back; whoever quotes it should know.",
    story: include_str!("../../tests/checks/toll-corrected.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    of_rule(context, check, "toll-corrected", |context, r| format!("{}: {}", both(context, r), r.reason))
}
