//! Numbers of a sentence, with their bounds.

use crate::lexicon::Lexicon;
use crate::text::{Page, Run, Sentence};
use crate::value::Count;

/// A number as it stands in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// Its tokens, the bound words included ("at least 19").
    pub run: Run,
    /// Its tokens without the bound words ("19").
    pub figure: Run,
    /// What it says.
    pub count: Count,
    /// The rule that read it.
    pub rule: &'static str,
}

/// Every number of a sentence, in order, not overlapping. Ages, dates, money and the like are still among them.
#[must_use]
pub fn numbers(_page: &Page, _sentence: &Sentence, _lexicon: &Lexicon) -> Vec<Number> {
    Vec::new()
}
