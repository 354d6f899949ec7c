use std::collections::HashSet;

use super::finding::on_article;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::AnchorQuality;
use crate::lexicon::vocabulary::FindingSeverity;
pub(super) const CHECK: Check = Check {
    id: "article-undated",
    severity: FindingSeverity::Note,
    why: "Without a day, weekdays and 'last week' cannot be placed: the publication date would decide.",
    story: include_str!("../../tests/checks/article-undated.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let claims = context.book.claims;
    let told = claims.casualties.iter().map(|c| c.article.as_str()).chain(claims.meetings.iter().map(|m| m.article.as_str()));
    let waiting: HashSet<&str> = told.chain(claims.quotes.iter().map(|q| q.article.as_str())).collect();
    (0..claims.articles.len())
        .filter(|&i| context.book.qualities[i] == AnchorQuality::None && !context.book.is_coded(i))
        .filter(|&i| waiting.contains(context.book.article(i).article.as_str()))
        .map(|i| {
            let name = context.book.told_by(i);
            on_article(
                context,
                check,
                i,
                None,
                format!("{name} tells no day of its own: its dates stay open until its publication date is given"),
            )
        })
        .collect()
}
