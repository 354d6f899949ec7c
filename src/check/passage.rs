//! The words around a claim, cut into tokens again: what a check reads beyond the columns of a table.

use std::collections::BTreeSet;

use crate::claim::record::CasualtyClaim;
use crate::lexicon::{Lexicon, PhraseList, Phrases};
use crate::link::Book;
use crate::read::numbers::{Number, numbers};
use crate::text::{Page, Run, Sentence};

/// The sentence of a claim; none where the article's text is not given.
pub(super) fn sentence_of(book: &Book, claim: &CasualtyClaim) -> Option<String> {
    let text = book.passage(&claim.article, claim.sentence_start, claim.sentence_end)?;
    // Lines that were wrapped by hand are no paragraphs here.
    Some(text.replace(['\n', '\r'], " "))
}

/// A sentence with its numbers.
pub(super) struct Passage<'t, 'l> {
    pub(super) page: Page<'t>,
    pub(super) lexicon: &'l Lexicon,
    pub(super) numbers: Vec<Number>,
    /// Where it begins in its article, in code points.
    start: i64,
}

impl<'t, 'l> Passage<'t, 'l> {
    /// Of a sentence that begins at a code point of its article.
    pub(super) fn new(sentence: &'t str, start: i64, lexicon: &'l Lexicon) -> Option<Self> {
        let page = Page::new(sentence, lexicon);
        let tokens = Run::new(0, page.tokens.len());
        if tokens.is_empty() {
            return None;
        }
        let whole = Sentence { tokens, span: page.span(tokens) };
        let numbers = numbers(&page, &whole, lexicon);
        Some(Self { page, lexicon, numbers, start })
    }

    /// How many tokens it has.
    pub(super) fn len(&self) -> usize {
        self.page.tokens.len()
    }

    /// The first token that starts at or behind a code point of the article.
    pub(super) fn token_at(&self, point: i64) -> usize {
        let points = usize::try_from(point - self.start).unwrap_or(0);
        let byte = self.page.text.char_indices().nth(points).map_or(self.page.text.len(), |(byte, _)| byte);
        self.page.token_at(byte)
    }

    /// The code points of a run, in the article.
    pub(super) fn points(&self, run: Run) -> (i64, i64) {
        let span = self.page.span(run);
        let count = |byte: usize| i64::try_from(self.page.text[..byte].chars().count()).unwrap_or(i64::MAX);
        (self.start + count(span.start), self.start + count(span.end))
    }

    /// How many tokens the phrase of a table takes that begins at `i`, and its value.
    pub(super) fn value<T: Copy>(&self, table: &Phrases<T>, i: usize) -> Option<(usize, T)> {
        table.longest(self.page.keys(Run::new(i, self.len()))).map(|(n, v)| (n, *v))
    }

    /// How many tokens the phrase of a list takes that begins at `i`.
    pub(super) fn phrase(&self, list: &PhraseList, i: usize) -> Option<usize> {
        self.value(list, i).map(|(n, _)| n)
    }

    /// Whether a phrase of a list begins inside a run.
    pub(super) fn has(&self, list: &PhraseList, run: Run) -> bool {
        run.iter().any(|i| self.phrase(list, i).is_some())
    }

    /// The words that say what it is about: no numbers, no people, nothing of what happened to them.
    pub(super) fn topics(&self) -> BTreeSet<String> {
        /// Shorter words say little.
        const LETTERS: usize = 4;
        let words = &self.lexicon.casualties;
        let harmed = [&words.participles, &words.actives, &words.intransitives, &words.adjectives, &words.nouns];
        let tells = |i: &usize| {
            let word = self.page.lower(*i);
            word.len() >= LETTERS
                && word.bytes().all(|b| b.is_ascii_alphabetic())
                && !words.victims.has(word)
                && !words.stops.has(word)
                && !self.lexicon.clause.verbs.has(word)
                && !harmed.iter().any(|table| table.has(word))
                && !self.has_number(Run::new(*i, *i + 1))
        };
        (0..self.len()).filter(tells).map(|i| self.page.lower(i).to_owned()).collect()
    }

    /// The number that begins at `i`.
    pub(super) fn number(&self, i: usize) -> Option<&Number> {
        self.numbers.iter().find(|n| n.run.start == i)
    }

    /// Whether a number begins inside a run.
    pub(super) fn has_number(&self, run: Run) -> bool {
        self.numbers.iter().any(|n| run.has(n.run.start))
    }
}
