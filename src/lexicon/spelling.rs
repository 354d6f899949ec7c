use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use super::word_table::WordTable;
use super::{Key, PhraseList, WordSet};

/// Spellings that a quotation may change without changing its words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spelling {
    /// Words written with an apostrophe for letters left out at their beginning.
    pub elided: PhraseList,
    common: WordSet,
    pronouns: WordSet,
    numbers: WordSet,
    negative: WordSet,
    remarks: WordSet,
    fillers: WordSet,
    abbreviations: Forms,
    currencies: Forms,
    irregular: Forms,
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

    /// Whether a word denies what it stands with: `nobody`.
    #[must_use]
    pub fn is_negative(&self, word: &str) -> bool {
        self.negative.contains(word)
    }

    /// Whether a word in brackets is the writer's remark: `applause`.
    #[must_use]
    pub fn is_remark(&self, word: &str) -> bool {
        self.remarks.contains(word)
    }

    /// Whether a word is a sound that nobody prints: `uh`.
    #[must_use]
    pub fn is_filler(&self, word: &str) -> bool {
        self.fillers.contains(word)
    }

    /// The full words of an abbreviation as it is printed, without its last dot: `U.S` is `united states`.
    #[must_use]
    pub fn abbreviated<'w>(&self, surface: impl Into<Key<'w>>) -> Option<&str> {
        self.abbreviations.get(surface)
    }

    /// The currency of a sign: `$` is `dollars`.
    #[must_use]
    pub fn currency<'w>(&self, sign: impl Into<Key<'w>>) -> Option<&str> {
        self.currencies.get(sign)
    }

    /// The verb of an irregular past form: `sell` of `sold`.
    #[must_use]
    pub fn verb<'w>(&self, word: impl Into<Key<'w>>) -> Option<&str> {
        self.irregular.get(word)
    }

    /// The full words of a contraction in lower case with a typewriter's apostrophe: `n't` is `not`.
    #[must_use]
    pub fn expanded<'w>(&self, word: impl Into<Key<'w>>) -> Option<&str> {
        self.contractions.get(word)
    }

    /// The one spelling that stands for all: `defence` is `defense`, `organise` `organize`.
    #[inline]
    #[must_use]
    pub fn plain<'w>(&self, word: impl Into<Key<'w>>) -> Option<String> {
        let key = word.into();
        if let Some(plain) = self.variants.get(key) {
            return Some(plain.to_owned());
        }
        let word = key.word();
        if word.len() < 6 || !self.endings.may_end(word) { None } else { self.with_plain_ending(word) }
    }

    fn with_plain_ending(&self, word: &str) -> Option<String> {
        if !word.is_ascii() {
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
#[derive(Debug, Clone)]
struct Forms {
    to: WordTable<String>,
    /// The bytes of the longest form.
    longest: usize,
    /// The last three letters of the forms, as a bit of the third for each two before it: most words end otherwise.
    tails: Box<[u32; TAILS]>,
}

/// So many pairs of letters stand before the last.
const TAILS: usize = 32 * 32;

impl Default for Forms {
    fn default() -> Self {
        Self { to: WordTable::default(), longest: 0, tails: Box::new([0; TAILS]) }
    }
}

impl Forms {
    #[inline]
    fn get<'w>(&self, form: impl Into<Key<'w>>) -> Option<&str> {
        self.to.get(form).map(String::as_str)
    }

    /// Whether a word may end in one of the forms.
    fn may_end(&self, word: &str) -> bool {
        tail(word).is_some_and(|(before, last)| self.tails[before] & last != 0)
    }

    fn insert(&mut self, form: String, to: String) {
        match tail(&form) {
            Some((before, last)) => self.tails[before] |= last,
            // A short form may end in any word.
            None => self.tails.fill(u32::MAX),
        }
        self.longest = self.longest.max(form.len());
        *self.to.entry(form, String::new) = to;
    }
}

/// The last three bytes of a word, by their low bits.
fn tail(word: &str) -> Option<(usize, u32)> {
    let [.., first, second, third] = word.as_bytes() else { return None };
    Some((usize::from(first & 31) << 5 | usize::from(second & 31), 1 << (third & 31)))
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
