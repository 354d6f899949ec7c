//! Names of a sentence: capitalised runs with their titles, and what type their own words show.

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::NameType;
use crate::text::{Page, Run, Sentence};

/// A name before its article is known.
#[derive(Debug, Clone, PartialEq)]
pub struct NameMention {
    /// Its tokens, without title and role.
    pub run: Run,
    /// The title or role beside it ("Foreign Minister", "a State Department spokesman").
    pub role: Option<Run>,
    /// Its type, where its own words or its sentence show it.
    pub kind: Option<NameType>,
    /// The rule that read it.
    pub rule: &'static str,
}

/// Every name of a sentence, in order, not overlapping.
#[must_use]
pub fn names(_page: &Page, _sentence: &Sentence, _lexicon: &Lexicon) -> Vec<NameMention> {
    Vec::new()
}
