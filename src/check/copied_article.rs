use super::finding::on_article;
use super::relate::is_version;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "copied-article",
    severity: FindingSeverity::Warning,
    why: "Two articles with the same words are one source, however many outlets carry them.",
    story: include_str!("../../tests/checks/copied-article.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    context
        .links
        .copies
        .iter()
        // Two versions of one article are no copies of each other: see article-changed.
        .filter(|copy| !is_version(context.book, copy.original, copy.copy))
        .map(|copy| {
            let (original, name) = (context.book.article(copy.original), context.book.told_by(copy.copy));
            let share = (copy.containment.min(1.0) * 100.0).round();
            let message = format!(
                "{name} shares {share} % of its word sequences with {}: the two are one source",
                context.book.told_by(copy.original)
            );
            let mut finding = on_article(context, check, copy.copy, None, message);
            finding.id = format!("{}|{}", finding.id, original.article);
            finding.other_article = Some(original.article.clone());
            finding.articles.push(original.article.clone());
            finding.articles.sort();
            finding
        })
        .collect()
}
