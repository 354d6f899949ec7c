//! Quotations against the text of a source that has their words: a transcript, a press release, a court paper.

use std::collections::BTreeSet;

use super::finding::{excerpt, on_article};
use super::record::Finding;
use super::verdict::changed;
use super::{Check, Context};
use crate::claim::record::QuoteClaim;
use crate::link::Passage;

/// The finding of a check, whose id is that of the rule, on every quotation that changes the words of a source.
pub(super) fn of_rule(context: &Context, check: &Check, told: &str) -> Vec<Finding> {
    let paired = paired(context);
    let passages = context.links.sources.passages.iter().filter(|p| !paired.contains(&(p.utterance, p.source)));
    passages
        .filter_map(|passage| {
            let (rule, reason) = changed(&passage.comparison)?;
            // No check of its own is about names: a name that became another is an altered word.
            let id = if rule.id == "quote-entity-changed" { "quote-altered" } else { rule.id };
            (id == check.id).then(|| {
                let quote = context.book.utterances[passage.utterance].head();
                let message =
                    format!("{} ({}) {told} ({}): {reason}", excerpt(&quote.text), by(context, quote), source(context, passage));
                on_passage(context, check, passage, message)
            })
        })
        .collect()
}

/// Quotations with the articles that have their words in quotation marks too: what became of them is told by a relation.
fn paired(context: &Context) -> BTreeSet<(usize, usize)> {
    if context.links.sources.passages.is_empty() {
        return BTreeSet::new();
    }
    let article = |i: usize| context.book.utterances[i].article;
    let pairs = context.links.statements.iter();
    pairs.flat_map(|p| [(p.left, article(p.right)), (p.right, article(p.left))]).collect()
}

/// Who says a quotation, and in which article.
pub(super) fn by(context: &Context, quote: &QuoteClaim) -> String {
    let article = context.book.index(&quote.article).map_or_else(|| quote.article.clone(), |i| context.book.told_by(i));
    quote.speaker.as_ref().map_or_else(|| article.clone(), |speaker| format!("{speaker}, {article}"))
}

/// The source of a passage, as a message tells it.
pub(super) fn source(context: &Context, passage: &Passage) -> String {
    context.book.told_by(passage.source)
}

/// A finding on a quotation, beside its passage.
pub(super) fn on_passage(context: &Context, check: &Check, passage: &Passage, message: String) -> Finding {
    let utterance = &context.book.utterances[passage.utterance];
    let quote = utterance.head();
    let mut finding = on_article(context, check, utterance.article, Some((quote.start, quote.end, &quote.text)), message);
    let id = &context.book.article(passage.source).article;
    finding.other_article = Some(id.clone());
    finding.other_start = Some(passage.span.0);
    finding.other_end = Some(passage.span.1);
    finding.other_text = context.book.passage(id, passage.span.0, passage.span.1).map(str::to_owned);
    finding.articles.push(id.clone());
    finding.articles.sort();
    finding.articles.dedup();
    finding
}
