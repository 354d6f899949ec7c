use std::collections::BTreeSet;

use super::finding::{both, of_rule, on_article};
use super::{Check, Context};
use crate::check::record::Finding;
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
    found.extend(articles.into_iter().take_while(|_| context.goes_on()).flat_map(|article| in_article(context, check, article)));
    found
}

/// The figures that an article itself takes back, unless another article's figure is corrected by it already.
fn in_article(context: &Context, check: &Check, article: usize) -> Vec<Finding> {
    let row = context.book.article(article);
    let Some(text) = row.text.as_deref() else { return Vec::new() };
    let page = Page::new(text, context.lexicon);
    let told = |c: &Correction| {
        let old = format!("{} {}", c.effect, c.old.0);
        context.relations.iter().any(|r| r.rule == "toll-corrected" && r.right_article == row.article && r.left_value == old)
    };
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
