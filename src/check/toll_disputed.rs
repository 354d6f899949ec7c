use super::finding::{both, of_rule};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "toll-disputed",
    severity: FindingSeverity::Note,
    why: "Two named holders disagree: the press reports it faithfully, and the reader should know both.",
    story: include_str!("../../tests/checks/toll-disputed.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    of_rule(context, check, "toll-disputed", |context, r| format!("{}: {}", both(context, r), r.reason))
}
