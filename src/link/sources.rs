use std::collections::{BTreeSet, HashMap};

use super::Book;
use super::statements::{COMMON, FRAGMENT, GRAM, words};
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{QuoteKind, Role};
use crate::value::words::{Comparison, QuoteRelation, Wording, align, compare_wordings, shingles_of};
use crate::watch::{Stage, Watch};

/// Where a quotation stands in the text of a source: a transcript, a press release, a court paper.
#[derive(Debug, Clone)]
pub struct Passage {
    /// The quotation, as an index into [`Book::utterances`].
    pub utterance: usize,
    /// The source, as an index of its article.
    pub source: usize,
    /// The code points of the source between the first and the last word that are the quotation's.
    pub span: (i64, i64),
    /// The stretch of the source around them.
    pub around: String,
    /// The stretch against the quotation.
    pub comparison: Comparison,
}

/// What quotations find in the texts of sources.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// One passage for each quotation that stands in a source: that of the source which has most of it.
    pub passages: Vec<Passage>,
    /// Quotations of which no source has four words in a row.
    pub untraced: BTreeSet<usize>,
}

/// A passage has at least so many tenths of a quotation's words.
const HELD: usize = 8;
/// So many words around a passage are looked at.
const AROUND: usize = 60;

struct Source {
    article: usize,
    wording: Wording,
}

/// One n-gram that a quotation and a source share.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Hit {
    source: usize,
    at: usize,
}

/// Finds the quotations of articles in the texts of sources, by rare n-grams.
pub(super) fn sources(book: &Book, lexicon: &Lexicon, watch: &Watch) -> Result<Sources> {
    watch.begin(Stage::Sources, Some(book.utterances.len()))?;
    let mut out = Sources::default();
    let rows = book.claims.articles.iter().enumerate().filter(|(_, row)| row.role == Role::Source);
    let texts: Vec<Source> = rows
        .filter_map(|(article, row)| Some(Source { article, wording: Wording::of_quote(row.text.as_deref()?, lexicon) }))
        .collect();
    if texts.is_empty() {
        return Ok(out);
    }
    let mut postings: HashMap<u64, Vec<Hit>> = HashMap::new();
    for (source, text) in texts.iter().enumerate() {
        watch.ask()?;
        for (at, hash) in shingles_of(&text.wording, GRAM).into_iter().enumerate() {
            postings.entry(hash).or_default().push(Hit { source, at });
        }
    }
    for (i, utterance) in book.utterances.iter().enumerate() {
        watch.step()?;
        let quoted = utterance.head().kind == QuoteKind::Direct && words(&utterance.words) >= FRAGMENT;
        if !quoted || book.article(utterance.article).role == Role::Source {
            continue;
        }
        let wording = Wording::joined(utterance.parts.iter().map(|p| p.text.as_str()), lexicon);
        let grams = shingles_of(&wording, GRAM);
        let shared: Vec<&Vec<Hit>> = grams.iter().filter_map(|hash| postings.get(hash)).collect();
        if shared.is_empty() {
            out.untraced.insert(i);
            continue;
        }
        let mut hits: Vec<Hit> = shared.into_iter().filter(|list| list.len() <= COMMON).flatten().copied().collect();
        hits.sort_unstable();
        if let Some((first, last)) = densest(&hits, wording.words.len() * 2 + GRAM) {
            let text = &texts[first.source];
            let range = (first.at.saturating_sub(AROUND), text.wording.words.len().min(last.at + GRAM + AROUND));
            out.passages.extend(passage(i, text, range, &wording, lexicon));
        }
    }
    Ok(out)
}

/// The stretch of one source, not longer than `width` words, that holds most hits: its first and its last.
fn densest(hits: &[Hit], width: usize) -> Option<(Hit, Hit)> {
    let mut best: Option<(usize, Hit, Hit)> = None;
    let mut from = 0;
    for (to, hit) in hits.iter().enumerate() {
        while hits[from].source != hit.source || hits[from].at + width < hit.at {
            from += 1;
        }
        if best.is_none_or(|(n, ..)| to - from + 1 > n) {
            best = Some((to - from + 1, hits[from], *hit));
        }
    }
    best.map(|(_, first, last)| (first, last))
}

fn passage(utterance: usize, text: &Source, range: (usize, usize), quoted: &Wording, lexicon: &Lexicon) -> Option<Passage> {
    let (around, (start, _)) = text.wording.slice(range.0, range.1);
    let stretch = Wording::of_quote(&around, lexicon);
    let pairs = align(&stretch, quoted, lexicon).pairs;
    let (first, last) = (pairs.first()?, pairs.last()?);
    // What the source says before and behind is held against as many words of the quotation, not all of it against two.
    let (lead, tail) = (first.1, quoted.words.len() - last.1 - 1);
    let end = stretch.words.len().min(last.0 + 1 + tail);
    let (facing, _) = stretch.slice(first.0.saturating_sub(lead), end);
    let comparison = compare_wordings(&Wording::of_quote(&facing, lexicon), quoted, lexicon);
    let held = comparison.relation != QuoteRelation::Different && pairs.len() * 10 >= quoted.words.len() * HELD;
    let (_, (from, to)) = stretch.slice(first.0, last.0 + 1);
    let point = |n: usize| i64::try_from(start + n).unwrap_or(i64::MAX);
    held.then(|| Passage { utterance, source: text.article, span: (point(from), point(to)), around, comparison })
}
