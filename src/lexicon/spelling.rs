use std::collections::BTreeMap;

use serde::Deserialize;

use super::PhraseList;

/// Spellings that a quotation may change without changing its words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spelling {
    /// Words written with an apostrophe for letters left out at their beginning.
    pub elided: PhraseList,
    contractions: BTreeMap<String, Vec<String>>,
    variants: BTreeMap<String, Vec<String>>,
    endings: BTreeMap<String, Vec<String>>,
}

impl Spelling {
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
