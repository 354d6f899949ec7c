use super::finding::{excerpt, on_article};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;
use crate::lexicon::vocabulary::QuoteKind;
pub(super) const CHECK: Check = Check {
    id: "headline-quote-unsupported",
    severity: FindingSeverity::Warning,
    why: "Words in a headline's quotation marks that nobody says in the text have no speaker.",
    story: include_str!("../../tests/checks/headline-quote-unsupported.md"),
    find,
};

/// A marked headline of one word is emphasis, not a quotation.
const WORDS: usize = 2;

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let headlines = context.book.claims.quotes.iter().filter(|q| q.kind == QuoteKind::Headline);
    headlines
        .filter_map(|quote| {
            let i = context.book.index(&quote.article)?;
            let quoted = words(&quote.text);
            let body = words(context.book.passage(&quote.article, quote.end, i64::MAX)?);
            let said = body.windows(quoted.len().max(1)).any(|w| w == quoted);
            (quoted.len() >= WORDS && !said).then(|| {
                let message =
                    format!("{} stands in quotation marks in the headline, but nobody says it in the text", excerpt(&quote.text));
                on_article(context, check, i, Some((quote.start, quote.end, &quote.text)), message)
            })
        })
        .collect()
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}
