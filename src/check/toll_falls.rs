use std::collections::HashSet;

use super::finding::{both, of_rule};
use super::toll_stale::Stale;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "toll-falls",
    severity: FindingSeverity::Warning,
    why: "A toll that falls without a word of explanation was wrong before or is wrong now.",
    story: include_str!("../../tests/checks/toll-falls.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let mut found = of_rule(context, check, "toll-falls", |context, r| {
        format!("{}: the later figure is lower and nothing explains it", both(context, r))
    });
    // A figure that was printed before is an old figure, and told as such.
    let stale = Stale::new(context);
    let old: HashSet<_> = context.relations.iter().filter(|r| stale.has(r)).map(|r| &r.id).collect();
    found.retain(|f| !f.relations.iter().any(|r| old.contains(&r)));
    found
}
