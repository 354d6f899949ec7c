//! Words of quotations: how two runs of them align, and what each difference is.

use std::fmt;

/// How two quotations stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuoteRelation {
    /// Only typography, contraction and spelling differ.
    Verbatim,
    /// Besides that, words are left out at an edge or at an ellipsis.
    Truncated,
    /// Any other edit of one utterance.
    Altered,
    /// Two utterances.
    Different,
}

impl fmt::Display for QuoteRelation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Verbatim => "verbatim",
            Self::Truncated => "truncated",
            Self::Altered => "altered",
            Self::Different => "different",
        })
    }
}

/// What a difference between two quotations is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditClass {
    /// Marks, dashes, case, white space.
    Typography,
    /// couldn't, could not.
    Contraction,
    /// organise, organize.
    Spelling,
    /// Left out, and marked so.
    Ellipsis,
    /// Left out at an edge.
    Truncation,
    /// Added in brackets by the editor.
    Bracket,
    /// Left out inside.
    Deletion,
    /// Added inside.
    Insertion,
    /// Another word.
    Synonym,
    /// Another number.
    Number,
    /// A negation came or went.
    Negation,
    /// Another name.
    Entity,
    /// Another pronoun or tense.
    Pronoun,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What it is.
    pub class: EditClass,
    /// The words of the first; empty for an insertion.
    pub left: String,
    /// The words of the second; empty for a deletion.
    pub right: String,
}

/// Two quotations aligned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// How they stand to each other.
    pub relation: QuoteRelation,
    /// Every difference, in order.
    pub edits: Vec<Edit>,
}

/// Compares two quotations.
#[must_use]
pub fn compare_quotes(a: &str, b: &str) -> Comparison {
    let relation = if a == b { QuoteRelation::Verbatim } else { QuoteRelation::Different };
    Comparison { relation, edits: Vec::new() }
}

/// The hashes of all runs of `n` normalised words.
#[must_use]
pub fn shingles(_text: &str, _n: usize) -> Vec<u64> {
    Vec::new()
}
