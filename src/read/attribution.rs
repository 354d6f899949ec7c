//! Who says it: cue, source, content, addressee and day of saying. The only cue list there is stands behind this reader.

use super::clause::{Clause, Tense};
use super::marks::Quoted;
use crate::lexicon::Lexicon;
use crate::text::{Page, Run, Sentence};

/// Somebody says something, inside one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribution {
    /// "said", "according to", "in a statement".
    pub cue: Run,
    /// The words that name who says it, title and apposition included; none where the sentence does not name anybody.
    pub source: Option<Run>,
    /// The words that are said; none where they stand in another sentence.
    pub content: Option<Run>,
    /// "reporters" of "told reporters".
    pub addressee: Option<Run>,
    /// The date words that tell when it was said ("on Thursday" of "said on Thursday"): never the time of the event.
    pub day: Option<Run>,
    /// The cue's tense.
    pub tense: Tense,
    /// "did not say", "declined to comment": no statement.
    pub negated: bool,
}

/// Every attribution of a sentence. `quoted` are the quotations of its paragraph.
#[must_use]
pub fn attributions(_page: &Page, _sentence: &Sentence, _clauses: &[Clause], _quoted: &[Quoted], _lexicon: &Lexicon) -> Vec<Attribution> {
    Vec::new()
}
