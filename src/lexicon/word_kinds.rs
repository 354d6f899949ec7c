use super::key::Key;
use super::word_table::WordTable;

/// Words with the kinds that a reader gives them, as bits; made for texts of which most words have none.
#[derive(Debug, Clone, Default)]
pub struct WordKinds {
    kinds: WordTable<u32>,
    behind: WordTable<u32>,
}

impl WordKinds {
    /// Adds kinds to a word, beside those it has.
    pub fn insert(&mut self, word: &str, kinds: u32) {
        *self.kinds.entry(word.to_owned(), || 0) |= kinds;
    }

    /// Takes all its kinds from a word.
    pub fn remove(&mut self, word: &str) {
        *self.kinds.entry(word.to_owned(), || 0) = 0;
    }

    /// Adds kinds that a word has behind "the".
    pub fn insert_behind(&mut self, word: &str, kinds: u32) {
        *self.behind.entry(word.to_owned(), || 0) |= kinds;
    }

    /// What the words have behind "the".
    #[must_use]
    pub fn into_behind(self) -> WordTable<u32> {
        self.behind
    }

    /// Every word with its kinds, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.kinds.iter().map(|(word, kinds)| (word, *kinds))
    }

    /// The kinds of a lower-case word.
    #[inline]
    #[must_use]
    pub fn get<'w>(&self, word: impl Into<Key<'w>>) -> u32 {
        self.kinds.get(word).copied().unwrap_or_default()
    }
}
