//! Hashes that find wordings worth comparing: the same on every machine and in every version.

use std::hash::Hasher;

use super::Wording;
use crate::lexicon::Lexicon;

/// FNV-1a.
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
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

/// One of `2^SAMPLE` hashes of word 5-grams is kept, by its value, so that two texts keep the same ones.
const SAMPLE: u32 = 4;

/// A sorted sample of the hashed word 5-grams of a text. The share of one sketch that stands in another estimates how
/// much of one text stands in the other.
#[must_use]
pub fn sketch(text: &str, lexicon: &Lexicon) -> Vec<i64> {
    let words = Wording::read(text, lexicon);
    if words.words.len() < 5 {
        return Vec::new();
    }
    let mut out: Vec<i64> =
        shingles_of(&words, 5).into_iter().filter(|h| h.trailing_zeros() >= SAMPLE).map(|h| h as i64).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// Words in their order, finished so that low bits are as good as high ones.
fn mixed(ids: &[u64]) -> u64 {
    let mut hasher = Fnv::default();
    for id in ids {
        hasher.write(&id.to_le_bytes());
    }
    let h = hasher.finish();
    let h = (h ^ (h >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    h ^ (h >> 33)
}
