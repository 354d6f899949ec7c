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

/// Words in their order, finished so that low bits are as good as high ones.
pub(super) fn mixed(ids: &[u64]) -> u64 {
    let mut hasher = Fnv::default();
    for id in ids {
        hasher.write(&id.to_le_bytes());
    }
    let h = hasher.finish();
    let h = (h ^ (h >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    h ^ (h >> 33)
}
