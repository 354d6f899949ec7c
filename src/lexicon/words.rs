use serde::Deserialize;

use super::{Key, WordSet};

/// Words that say nothing by themselves, and abbreviations.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    abbreviations: WordSet,
    sentence_starters: WordSet,
    function: WordSet,
}

impl Words {
    /// Whether a word with its dot (`Feb.`), in any case, is an abbreviation.
    #[must_use]
    pub fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.contains_lowered(word)
    }

    /// Whether a capitalised word behind an abbreviation's dot starts a sentence (`the U.S. The army`).
    #[must_use]
    pub fn is_sentence_starter(&self, word: &str) -> bool {
        word.starts_with(char::is_uppercase) && self.sentence_starters.contains_lowered(word)
    }

    /// Whether a lower-case word is one of the commonest English function words.
    #[must_use]
    pub fn is_function<'w>(&self, word: impl Into<Key<'w>>) -> bool {
        self.function.contains(word)
    }

    /// The commonest function words.
    pub(super) fn function(&self) -> impl Iterator<Item = &str> {
        self.function.iter()
    }

    /// Function words and sentence starters.
    pub(super) fn little(&self) -> impl Iterator<Item = &str> {
        self.function.iter().chain(self.sentence_starters.iter())
    }
}
