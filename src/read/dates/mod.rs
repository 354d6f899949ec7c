//! Dates, times, durations and sets of a sentence, as TIMEX3 expressions whose missing parts are still open.

use crate::lexicon::Lexicon;
use crate::text::{Page, Run, Sentence};

/// A date expression before its article is known.
#[derive(Debug, Clone, PartialEq)]
pub struct DateMention {
    /// Its tokens.
    pub run: Run,
    /// The rule that read it.
    pub rule: &'static str,
}

/// Every date expression of a sentence, in order, not overlapping.
#[must_use]
pub fn dates(_page: &Page, _sentence: &Sentence, _lexicon: &Lexicon) -> Vec<DateMention> {
    Vec::new()
}
