use std::collections::{BTreeSet, HashSet};

use super::finding::{both, of_rule, on_article};
use super::{Check, Context};
use crate::check::record::{Finding, Relation};
use crate::claim::casualties::corrections::{Correction, corrections};
use crate::lexicon::vocabulary::FindingSeverity;
use crate::text::{CodePoints, Page};

pub(super) const CHECK: Check = Check {
    id: "toll-corrected",
    severity: FindingSeverity::Note,
    why: "An earlier figure was taken back; whoever quotes it should know.",
    story: include_str!("../../tests/checks/toll-corrected.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let mut found = of_rule(context, check, "toll-corrected", |context, r| format!("{}: {}", both(context, r), r.reason));
    let claims = context.book.claims;
    // Where nobody is harmed, no toll is taken back; the sentence that does it need not give a claim.
    let told = claims.casualties.iter().map(|c| &c.article).chain(claims.unread.iter().map(|u| &u.article));
    let articles: BTreeSet<_> = told.filter_map(|article| context.book.index(article)).collect();
    let taken_back: HashSet<_> = context.relations.iter().filter(|r| r.rule == "toll-corrected").map(taken_back).collect();
    let alone = articles.into_iter().take_while(|_| context.goes_on());
    found.extend(alone.flat_map(|article| in_article(context, check, article, &taken_back)));
    found
}

/// The article that corrects another's figure, and the figure.
fn taken_back(relation: &Relation) -> (&str, &str) {
    (&relation.right_article, &relation.left_value)
}

/// The figures that an article itself takes back, unless another article's figure is corrected by it already.
fn in_article(context: &Context, check: &Check, article: usize, taken_back: &HashSet<(&str, &str)>) -> Vec<Finding> {
    let row = context.book.article(article);
    let Some(text) = row.text.as_deref() else { return Vec::new() };
    let page = Page::new(text, context.lexicon);
    let told = |c: &Correction| taken_back.contains(&(row.article.as_str(), format!("{} {}", c.effect, c.old.0).as_str()));
    corrections(&page, context.lexicon).iter().filter(|c| !told(c)).map(|c| finding(context, check, article, &page, c)).collect()
}

fn finding(context: &Context, check: &Check, article: usize, page: &Page, correction: &Correction) -> Finding {
    let points = CodePoints::new(page.text);
    let (old, run) = correction.old;
    let (start, end) = points.span(page.span(run));
    let stands = correction.new.map_or_else(String::new, |(new, _)| format!(", and {new} stands"));
    let message = format!("{} {old} is taken back{stands}", correction.effect);
    let mut finding = on_article(context, check, article, Some((start, end, page.text(run))), message);
    if let Some((_, run)) = correction.new {
        let (start, end) = points.span(page.span(run));
        finding.other_article = Some(finding.article.clone());
        (finding.other_start, finding.other_end) = (Some(start), Some(end));
        finding.other_text = Some(page.text(run).to_owned());
    }
    finding
}
