use super::finding::{both, of_rule};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "toll-miscopied",
    severity: FindingSeverity::Error,
    why: "Between near copies of one sentence, another figure is a slip of the pen.",
    story: include_str!("../../tests/checks/toll-miscopied.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    of_rule(context, check, "toll-miscopied", |context, r| {
        format!("{}: the sentences are the same but for the figure", both(context, r))
    })
}
