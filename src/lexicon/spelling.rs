use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Deserializer};

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
    #[serde(deserialize_with = "by_form")]
    contractions: HashMap<String, String>,
    #[serde(deserialize_with = "by_form")]
    variants: HashMap<String, String>,
    #[serde(deserialize_with = "by_form")]
    endings: HashMap<String, String>,
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
        self.contractions.get(word).map(String::as_str)
    }

    /// The one spelling that stands for all: `defence` is `defense`, `organise` `organize`.
    #[must_use]
    pub fn plain(&self, word: &str) -> Option<String> {
        if let Some(plain) = self.variants.get(word) {
            return Some(plain.clone());
        }
        if word.len() < 6 || !word.is_ascii() {
            return None;
        }
        let endings = (2..word.len() - 1).map(|i| word.split_at(i));
        endings.take(LONGEST_STEM).find_map(|(stem, ending)| self.endings.get(ending).map(|to| format!("{stem}{to}")))
    }
}

/// Words longer than this have no ending of the table.
const LONGEST_STEM: usize = 40;

/// A table from the one form to its others, turned round.
fn by_form<'de, D: Deserializer<'de>>(d: D) -> Result<HashMap<String, String>, D::Error> {
    let table = BTreeMap::<String, Vec<String>>::deserialize(d)?;
    Ok(table.into_iter().flat_map(|(to, forms)| forms.into_iter().map(move |f| (f, to.clone()))).collect())
}
