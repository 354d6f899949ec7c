use super::finding::{both, of_rule};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "toll-conflict",
    severity: FindingSeverity::Error,
    why: "Two reports of one minute give figures that cannot both be, and no holder accounts for it.",
    story: include_str!("../../tests/checks/toll-conflict.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    of_rule(context, check, "toll-conflict", |context, r| {
        format!("{}; neither names a holder that accounts for it and no later report explains it", both(context, r))
    })
}
