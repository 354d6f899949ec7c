use rustc_hash::FxHashMap;

use super::word_set::key;

/// Blocks of 64 bits: so many that hardly a word passes which has no kind.
const BLOCKS: usize = 256;

/// Words with the kinds that a reader gives them, as bits; made for texts of which most words have none.
#[derive(Debug, Clone)]
pub struct WordKinds {
    passing: Box<[u64; BLOCKS]>,
    kinds: FxHashMap<String, u32>,
    behind: FxHashMap<String, u32>,
}

impl Default for WordKinds {
    fn default() -> Self {
        Self { passing: Box::new([0; BLOCKS]), kinds: FxHashMap::default(), behind: FxHashMap::default() }
    }
}

impl WordKinds {
    /// Adds kinds to a word, beside those it has.
    pub fn insert(&mut self, word: &str, kinds: u32) {
        let (block, bit) = place(word);
        self.passing[block] |= bit;
        *self.kinds.entry(word.to_owned()).or_default() |= kinds;
    }

    /// Takes a word out.
    pub fn remove(&mut self, word: &str) {
        self.kinds.remove(word);
    }

    /// Adds kinds that a word has behind "the".
    pub fn insert_behind(&mut self, word: &str, kinds: u32) {
        let (block, bit) = place(word);
        self.passing[block] |= bit;
        *self.behind.entry(word.to_owned()).or_default() |= kinds;
    }

    /// The kinds of a lower-case word behind "the".
    #[inline]
    #[must_use]
    pub fn behind(&self, word: &str) -> u32 {
        let (block, bit) = place(word);
        if self.passing[block] & bit == 0 { 0 } else { self.behind.get(word).copied().unwrap_or_default() }
    }

    /// The kinds of a lower-case word.
    #[inline]
    #[must_use]
    pub fn get(&self, word: &str) -> u32 {
        let (block, bit) = place(word);
        if self.passing[block] & bit == 0 { 0 } else { self.kinds.get(word).copied().unwrap_or_default() }
    }
}

#[inline]
fn place(word: &str) -> (usize, u64) {
    let place = key(word).wrapping_mul(0x9E37_79B1) >> 18;
    ((place >> 6) as usize, 1 << (place & 63))
}
