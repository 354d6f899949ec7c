use super::finding::{excerpt, of_rule};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "meeting-told-as-held-and-planned",
    severity: FindingSeverity::Warning,
    why: "An article that tells one meeting as held and as still to come was pasted together.",
    story: include_str!("../../tests/checks/meeting-told-as-held-and-planned.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    of_rule(context, check, "meeting-told-as-held-and-planned", |_, r| {
        format!("{} is told as held and as still to come within one article", excerpt(&r.right_text))
    })
}
