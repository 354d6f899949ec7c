use super::finding::on_article;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;
use crate::lexicon::vocabulary::{AnchorQuality, StampKind};
pub(super) const CHECK: Check = Check {
    id: "stamp-is-update",
    severity: FindingSeverity::Note,
    why: "An update's stamp is the latest day an article can have been written, not the day it was.",
    story: include_str!("../../tests/checks/stamp-is-update.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let rows = context.book.claims.articles.iter().enumerate();
    rows.filter(|(_, a)| a.stamp_kind == Some(StampKind::Updated) && a.anchor_quality == AnchorQuality::UpdatedStamp)
        .map(|(i, a)| {
            let stamp = a.stamp.as_deref().unwrap_or_default();
            let message = format!("“{stamp}” dates an update: weekdays counted from it may be off by a week or more");
            on_article(context, check, i, None, message)
        })
        .collect()
}
