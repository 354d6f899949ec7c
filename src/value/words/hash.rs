//! Hashes that find wordings worth comparing: the same on every machine and in every version.

use std::hash::Hasher;

use super::Wording;
use crate::lexicon::Lexicon;

/// FNV-1a.
#[derive(Clone, Copy)]
pub(crate) struct Fnv(u64);

impl Fnv {
    /// The hasher after one byte more.
    const fn then(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(0x0100_0000_01b3))
    }

    /// The hash, finished so that low bits are as good as high ones.
    pub(crate) const fn mixed(self) -> u64 {
        let h = self.0;
        let h = (h ^ (h >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        h ^ (h >> 33)
    }
}

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        *self = bytes.iter().fold(*self, |hash, byte| hash.then(*byte));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The hash of each run of `n` words, in order; of the whole where it has fewer.
#[must_use]
pub fn shingles_of(words: &Wording, n: usize) -> Vec<u64> {
    let ids: Vec<u64> = words.ids().collect();
    if ids.is_empty() || n == 0 {
        return Vec::new();
    }
    ids.windows(n.min(ids.len())).map(mixed).collect()
}

/// [`shingles_of`] a text.
#[must_use]
pub fn shingles(text: &str, n: usize) -> Vec<u64> {
    shingles_of(&Wording::read(text, Lexicon::english()), n)
}

/// Words in their order, by their ids: a polynomial of them, finished like [`Fnv`]. Neighbouring runs do not wait for each other.
#[inline]
pub(super) fn mixed(ids: &[u64]) -> u64 {
    const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
    Fnv(ids.iter().fold(0, |sum: u64, id| sum.wrapping_mul(STEP).wrapping_add(*id))).mixed()
}
