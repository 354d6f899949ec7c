use rustc_hash::FxHashMap;

use super::word_set::Sieve;

/// Words with the kinds that a reader gives them, as bits; made for texts of which most words have none.
#[derive(Debug, Clone, Default)]
pub struct WordKinds {
    sieve: Sieve,
    kinds: FxHashMap<String, u32>,
}

impl WordKinds {
    /// Adds kinds to a word, beside those it has.
    pub fn insert(&mut self, word: &str, kinds: u32) {
        self.sieve.add(word);
        *self.kinds.entry(word.to_owned()).or_default() |= kinds;
    }

    /// The kinds of a lower-case word.
    #[inline]
    #[must_use]
    pub fn get(&self, word: &str) -> u32 {
        if self.sieve.may_hold(word) { self.kinds.get(word).copied().unwrap_or_default() } else { 0 }
    }
}
