use rustc_hash::FxHashSet;
use serde::{Deserialize, Deserializer};

/// Tells most words that stand in no table by their length and three of their bytes, before anything is hashed.
#[derive(Debug, Clone, Default)]
pub(super) struct Sieve([u64; 16]);

impl Sieve {
    pub(super) fn add(&mut self, word: &str) {
        let (block, bit) = place(word);
        self.0[block] |= bit;
    }

    /// Whether the word may have been added; a word that was is never denied.
    #[inline]
    pub(super) fn may_hold(&self, word: &str) -> bool {
        let (block, bit) = place(word);
        self.0[block] & bit != 0
    }
}

/// A sieve for many thousand words.
#[derive(Debug, Clone)]
pub(super) struct LargeSieve(Box<[u64; 1024]>);

impl Default for LargeSieve {
    fn default() -> Self {
        Self(Box::new([0; 1024]))
    }
}

impl LargeSieve {
    pub(super) fn add(&mut self, word: &str) {
        let place = large_place(word);
        self.0[place >> 6] |= 1 << (place & 63);
    }

    /// Whether the word may have been added; a word that was is never denied.
    #[inline]
    pub(super) fn may_hold(&self, word: &str) -> bool {
        let place = large_place(word);
        self.0[place >> 6] & (1 << (place & 63)) != 0
    }
}

/// One of the 65,536 bits of a large sieve.
#[inline]
fn large_place(word: &str) -> usize {
    (key(word).wrapping_mul(0x9E37_79B1) >> 16) as usize
}

/// One of the 1,024 bits of a sieve.
#[inline]
fn place(word: &str) -> (usize, u64) {
    let place = key(word).wrapping_mul(0x9E37_79B1) >> 22;
    ((place >> 6) as usize, 1 << (place & 63))
}

/// The length of a word and three of its bytes: words of different keys differ. That of the empty word alone is zero.
#[inline]
pub(super) fn key(word: &str) -> u32 {
    let bytes = word.as_bytes();
    let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) else { return 0 };
    let length = u8::try_from(bytes.len()).unwrap_or(u8::MAX);
    u32::from_le_bytes([first, bytes[bytes.len() / 2], last, length])
}

/// A set of words, made for texts of which most words are not in it.
#[derive(Debug, Clone, Default)]
pub struct WordSet {
    sieve: Sieve,
    words: FxHashSet<String>,
}

/// Longer words are lowered on the heap.
const SHORT: usize = 32;

impl WordSet {
    /// Adds a word.
    pub fn insert(&mut self, word: impl Into<String>) {
        let word = word.into();
        self.sieve.add(&word);
        self.words.insert(word);
    }

    /// Every word, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// Whether the word stands in the set, as it is written.
    #[inline]
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.sieve.may_hold(word) && self.words.contains(word)
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
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_set_of_words_is_a_set(words in proptest::collection::vec("\\PC{0,6}|[a-c]{0,3}", 0..60), asked in "\\PC{0,6}|[a-c]{0,3}") {
            let fast: WordSet = words.iter().cloned().collect();
            let plain: HashSet<&str> = words.iter().map(String::as_str).collect();
            prop_assert_eq!(fast.contains(&asked), plain.contains(asked.as_str()));
            prop_assert!(words.iter().all(|word| fast.contains(word)));
        }

        #[test]
        fn lowered_is_in_lower_case(words in proptest::collection::vec("[a-zäœ]{1,4}", 0..60), asked in "[A-Ca-cÄŒK]{0,3}") {
            let fast: WordSet = words.into_iter().collect();
            prop_assert_eq!(fast.contains_lowered(&asked), fast.contains(&asked.to_lowercase()));
        }
    }
}
