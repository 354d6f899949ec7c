use serde::{Deserialize, Deserializer};

use super::key::Key;
use super::word_table::WordTable;

/// A set of words, made for texts of which most words are not in it.
#[derive(Debug, Clone, Default)]
pub struct WordSet(WordTable<()>);

/// Longer words are lowered on the heap.
const SHORT: usize = 32;

impl WordSet {
    /// Adds a word.
    pub fn insert(&mut self, word: impl Into<String>) {
        let word: String = word.into();
        self.0.entry(if word.is_ascii() { word } else { word.replace('’', "'") }, || ());
    }

    /// Every word, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(word, ())| word)
    }

    /// Whether the word stands in the set, as it is written but for its apostrophe.
    #[inline]
    #[must_use]
    pub fn contains<'w>(&self, word: impl Into<Key<'w>>) -> bool {
        self.0.get(word).is_some()
    }

    /// Whether the word in lower case stands in the set.
    #[must_use]
    pub fn contains_lowered(&self, word: &str) -> bool {
        let mut buffer = [0; SHORT];
        let Some(slot) = buffer.get_mut(..word.len()).filter(|_| word.is_ascii()) else {
            return self.contains(&word.to_lowercase());
        };
        slot.copy_from_slice(word.as_bytes());
        slot.make_ascii_lowercase();
        std::str::from_utf8(slot).is_ok_and(|lower| self.contains(lower))
    }
}

impl<S: Into<String>> FromIterator<S> for WordSet {
    fn from_iter<I: IntoIterator<Item = S>>(words: I) -> Self {
        let mut out = Self::default();
        out.extend(words);
        out
    }
}

impl<S: Into<String>> Extend<S> for WordSet {
    fn extend<I: IntoIterator<Item = S>>(&mut self, words: I) {
        for word in words {
            self.insert(word);
        }
    }
}

impl<'de> Deserialize<'de> for WordSet {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Ok(Vec::<String>::deserialize(d)?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lowered_is_in_lower_case(words in proptest::collection::vec("[a-zäœ]{1,4}", 0..60), asked in "[A-Ca-cÄŒK]{0,3}") {
            let fast: WordSet = words.into_iter().collect();
            prop_assert_eq!(fast.contains_lowered(&asked), fast.contains(&asked.to_lowercase()));
        }
    }
}
