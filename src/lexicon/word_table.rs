//! A table of words, made for texts of which most words are not in it.

use rustc_hash::FxHashMap;

use super::key::{Key, hash};

/// Words with a value each.
#[derive(Debug, Clone)]
pub struct WordTable<V, S = String> {
    sieve: Sieve,
    by_hash: FxHashMap<u32, (S, V)>,
    /// The words whose hash another word has.
    others: Vec<(S, V)>,
}

impl<V, S> Default for WordTable<V, S> {
    fn default() -> Self {
        Self { sieve: Sieve::default(), by_hash: FxHashMap::default(), others: Vec::new() }
    }
}

impl<V, S: AsRef<str>> WordTable<V, S> {
    /// With room for so many words.
    #[must_use]
    pub fn with_capacity(words: usize) -> Self {
        let by_hash = FxHashMap::with_capacity_and_hasher(words, rustc_hash::FxBuildHasher);
        Self { sieve: Sieve::for_words(words), by_hash, others: Vec::new() }
    }

    /// The value of a word. Most words of a text have none, and are told so by their hash alone.
    #[inline]
    #[must_use]
    pub fn get<'w>(&self, word: impl Into<Key<'w>>) -> Option<&V> {
        let key = word.into();
        if self.sieve.may_hold(key.hash()) { self.find(key) } else { None }
    }

    fn find(&self, key: Key) -> Option<&V> {
        let (word, value) = self.by_hash.get(&key.hash())?;
        if key.is(word.as_ref()) {
            return Some(value);
        }
        self.others.iter().find(|(word, _)| key.is(word.as_ref())).map(|(_, value)| value)
    }

    /// The value of a word, which is added if it is not there.
    pub fn entry(&mut self, word: S, new: impl FnOnce() -> V) -> &mut V {
        let hash = hash(word.as_ref());
        let taken = self.by_hash.get(&hash).is_some_and(|(other, _)| other.as_ref() != word.as_ref());
        if taken {
            let known = self.others.iter().position(|(other, _)| other.as_ref() == word.as_ref());
            let i = known.unwrap_or_else(|| {
                self.others.push((word, new()));
                self.others.len() - 1
            });
            return &mut self.others[i].1;
        }
        if self.by_hash.len() >= self.sieve.words() && !self.by_hash.contains_key(&hash) {
            self.sieve = Sieve::for_words(2 * self.by_hash.len());
            self.by_hash.keys().for_each(|&hash| self.sieve.add(hash));
        }
        self.sieve.add(hash);
        &mut self.by_hash.entry(hash).or_insert_with(|| (word, new())).1
    }

    /// Every word with its value, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.by_hash.values().chain(&self.others).map(|(word, value)| (word.as_ref(), value))
    }
}

/// Tells most words that are not in a table by some bits of their hash.
#[derive(Debug, Clone)]
struct Sieve {
    blocks: Box<[u64]>,
    /// Takes a hash to its bit: those of the high bits that count the bits of the sieve.
    shift: u32,
}

/// A sieve has so many bits for each word that it is made for, so that hardly another passes.
const BITS_A_WORD: usize = 16;

impl Default for Sieve {
    fn default() -> Self {
        Self::for_words(8)
    }
}

impl Sieve {
    /// Made for so many words, and at least one.
    fn for_words(words: usize) -> Self {
        let bits = (words.max(8) * BITS_A_WORD).next_power_of_two();
        Self { blocks: vec![0; bits / 64].into_boxed_slice(), shift: 32 - bits.trailing_zeros() }
    }

    /// For how many words it is made.
    fn words(&self) -> usize {
        self.blocks.len() * 64 / BITS_A_WORD
    }

    fn add(&mut self, hash: u32) {
        let bit = (hash >> self.shift) as usize;
        self.blocks[bit / 64] |= 1 << (bit % 64);
    }

    /// Whether a word of this hash may have been added; one that was is never denied.
    #[inline]
    fn may_hold(&self, hash: u32) -> bool {
        let bit = (hash >> self.shift) as usize;
        self.blocks.get(bit / 64).is_some_and(|block| block & 1 << (bit % 64) != 0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_table_is_a_map(words in proptest::collection::vec(("\\PC{0,6}|[a-c]{0,3}", 0..9u8), 0..80), asked in "\\PC{0,6}|[a-c]{0,3}") {
            let straight = |word: &str| word.replace('’', "'");
            let (mut table, mut plain) = (WordTable::default(), HashMap::new());
            for (word, value) in &words {
                *table.entry(straight(word), || 0) += value;
                *plain.entry(straight(word)).or_insert(0) += value;
            }
            prop_assert_eq!(table.get(&asked), plain.get(&straight(&asked)));
            prop_assert!(words.iter().all(|(word, _)| table.get(word) == plain.get(&straight(word))));
            prop_assert_eq!(table.iter().count(), plain.len());
        }
    }
}
