use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;

use super::PhraseList;

/// Spellings that a quotation may change without changing its words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spelling {
    /// Words written with an apostrophe for letters left out at their beginning.
    pub elided: PhraseList,
    common: HashSet<String>,
    pronouns: HashSet<String>,
    numbers: HashSet<String>,
    contractions: BTreeMap<String, Vec<String>>,
    variants: BTreeMap<String, Vec<String>>,
    endings: BTreeMap<String, Vec<String>>,
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
        find(&self.contractions, word)
    }

    /// The one spelling that stands for all: `defence` is `defense`, `organise` `organize`.
    #[must_use]
    pub fn plain(&self, word: &str) -> Option<String> {
        if let Some(plain) = find(&self.variants, word) {
            return Some(plain.to_owned());
        }
        if word.len() < 6 || !word.is_ascii() {
            return None;
        }
        let endings = self.endings.iter().flat_map(|(to, from)| from.iter().map(move |f| (f, to)));
        let longest = endings.filter(|(from, _)| word.ends_with(from.as_str())).max_by_key(|(from, _)| from.len());
        longest.map(|(from, to)| format!("{}{to}", &word[..word.len() - from.len()]))
    }
}

fn find<'m>(map: &'m BTreeMap<String, Vec<String>>, word: &str) -> Option<&'m str> {
    map.iter().find(|(_, forms)| forms.iter().any(|f| f == word)).map(|(to, _)| to.as_str())
}
