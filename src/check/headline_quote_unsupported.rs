use super::finding::{excerpt, on_article};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{FindingSeverity, QuoteKind};
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
            let words = |text| words(text, context.lexicon);
            let quoted = words(&quote.text);
            let body = words(context.book.passage(&quote.article, quote.end, i64::MAX)?);
            let said = body.windows(quoted.len().max(1)).any(|w| w == quoted);
            let titles = is_timed(context.book.passage(&quote.article, 0, quote.start)?);
            (quoted.len() >= WORDS && !said && !titles).then(|| {
                let message =
                    format!("{} stands in quotation marks in the headline, but nobody says it in the text", excerpt(&quote.text));
                on_article(context, check, i, Some((quote.start, quote.end, &quote.text)), message)
            })
        })
        .collect()
}

/// The words of a text in small letters, its numbers in digits.
fn words(text: &str, lexicon: &Lexicon) -> Vec<String> {
    let word = |w: &str| {
        let lower = w.to_lowercase();
        lexicon.numbers.cardinals.get(lower.as_str()).map_or(lower, ToString::to_string)
    };
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(word).collect()
}

/// Whether the line that a text ends in begins with a running time, "1:32 Mayor:": the title of a film beside the article.
fn is_timed(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default().trim_start();
    let clock = line.split_whitespace().next().and_then(|w| w.split_once(':'));
    let digits = |w: &str, most| (1..=most).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_digit());
    clock.is_some_and(|(minutes, seconds)| digits(minutes, 2) && seconds.len() == 2 && digits(seconds, 2))
}
