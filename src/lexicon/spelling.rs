use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use super::word_table::WordTable;
use super::{PhraseList, WordSet};

/// Spellings that a quotation may change without changing its words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spelling {
    /// Words written with an apostrophe for letters left out at their beginning.
    pub elided: PhraseList,
    common: WordSet,
    pronouns: WordSet,
    numbers: WordSet,
    contractions: Forms,
    variants: Forms,
    endings: Forms,
}

impl Spelling {
    /// Whether so many utterances hold a word that it tells little of which one it is.
    #[must_use]
    pub fn is_common(&self, word: &str) -> bool {
        self.common.contains(word)
    }

    /// Whether a word points instead of naming: pronouns, demonstratives, articles.
    #[must_use]
    pub fn is_pronoun(&self, word: &str) -> bool {
        self.pronouns.contains(word)
    }

    /// Whether a word is a number word.
    #[must_use]
    pub fn is_number(&self, word: &str) -> bool {
        self.numbers.contains(word)
    }

    /// The full words of a contraction in lower case with a typewriter's apostrophe: `n't` is `not`.
    #[must_use]
    pub fn expanded(&self, word: &str) -> Option<&str> {
        self.contractions.get(word)
    }

    /// The one spelling that stands for all: `defence` is `defense`, `organise` `organize`.
    #[must_use]
    pub fn plain(&self, word: &str) -> Option<String> {
        if let Some(plain) = self.variants.get(word) {
            return Some(plain.to_owned());
        }
        if word.len() < 6 || !word.is_ascii() {
            return None;
        }
        let from = word.len().saturating_sub(self.endings.longest).max(2);
        let mut stems = (from..word.len() - 1).take_while(|&i| i < 2 + LONGEST_STEM).map(|i| word.split_at(i));
        stems.find_map(|(stem, ending)| self.endings.get(ending).map(|to| format!("{stem}{to}")))
    }
}

/// Words longer than this have no ending of the table.
const LONGEST_STEM: usize = 40;

/// A table from the one form to its others, turned round.
#[derive(Debug, Clone, Default)]
struct Forms {
    to: WordTable<String>,
    /// The bytes of the longest form.
    longest: usize,
}

impl Forms {
    #[inline]
    fn get(&self, form: &str) -> Option<&str> {
        self.to.get(form).map(String::as_str)
    }

    fn insert(&mut self, form: String, to: String) {
        self.longest = self.longest.max(form.len());
        *self.to.entry(form, String::new) = to;
    }
}

impl<'de> Deserialize<'de> for Forms {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let mut out = Self::default();
        for (to, forms) in BTreeMap::<String, Vec<String>>::deserialize(d)? {
            for form in forms {
                out.insert(form, to.clone());
            }
        }
        Ok(out)
    }
}
