/// A word in lower case as the tables are asked for it: with its hash, which a page computes once for each of its tokens.
///
/// Both apostrophes hash alike and are one, as texts write either.
#[derive(Debug, Clone, Copy)]
pub struct Key<'w> {
    /// Holds the word; cut only where the hash has not settled the question.
    text: &'w str,
    start: usize,
    end: usize,
    hash: u32,
}

impl<'w> Key<'w> {
    /// The word at `start..end` of a text in lower case, whose hash is known.
    #[inline]
    #[must_use]
    pub const fn new(text: &'w str, start: usize, end: usize, hash: u32) -> Self {
        Self { text, start, end, hash }
    }

    /// The word itself.
    #[inline]
    #[must_use]
    pub fn word(self) -> &'w str {
        &self.text[self.start..self.end]
    }

    /// A word with its number, see [`word_id`]: its letters are read once for both.
    #[inline]
    #[must_use]
    pub fn numbered(text: &'w str) -> (Self, u64) {
        let (id, plain) = of_bytes(text.as_bytes());
        let hash = if plain { high(id) & !ACCENTS } else { of_wide(text) };
        (Self::new(text, 0, text.len(), hash), id)
    }

    /// Its hash.
    #[inline]
    #[must_use]
    pub const fn hash(self) -> u32 {
        self.hash
    }

    /// Whether all its letters are ASCII.
    #[inline]
    pub(super) const fn is_plain(self) -> bool {
        self.hash & ACCENTS == 0
    }

    /// Whether it is a listed word, whose apostrophes are straight.
    #[inline]
    pub(super) fn is(self, listed: &str) -> bool {
        let word = self.text.as_bytes().get(self.start..self.end).unwrap_or_default();
        is_same(word, listed.as_bytes()) || !word.is_ascii() && straight_apostrophes(self.word()) == listed
    }
}

impl<'w, S: AsRef<str> + ?Sized> From<&'w S> for Key<'w> {
    #[inline]
    fn from(word: &'w S) -> Self {
        Self::numbered(word.as_ref()).0
    }
}

/// Whether two words are one. Words are short: two looks at eight, four or two letters each are less than a call.
#[inline]
fn is_same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    match a.len() {
        8..=16 => a.first_chunk::<8>() == b.first_chunk() && a.last_chunk::<8>() == b.last_chunk(),
        4..8 => a.first_chunk::<4>() == b.first_chunk() && a.last_chunk::<4>() == b.last_chunk(),
        2 | 3 => a.first_chunk::<2>() == b.first_chunk() && a.last_chunk::<2>() == b.last_chunk(),
        1 => a[0] == b[0],
        _ => a == b,
    }
}

/// The bit of a hash that tells of letters that are not ASCII.
const ACCENTS: u32 = 1;

/// The hash of a word in lower case.
#[inline]
#[must_use]
pub(super) fn hash(word: &str) -> u32 {
    Key::numbered(word).0.hash
}

#[cold]
fn of_wide(word: &str) -> u32 {
    let (hash, plain) = of_bytes(straight_apostrophes(word).as_bytes());
    if plain { high(hash) & !ACCENTS } else { high(hash) | ACCENTS }
}

const fn high(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// A number for a word as it is spelt: the same on every machine.
#[inline]
#[must_use]
pub fn word_id(word: &str) -> u64 {
    of_bytes(word.as_bytes()).0
}

fn straight_apostrophes(word: &str) -> String {
    word.replace('’', "'")
}

/// Mixes eight bytes at a time, as wyhash and its kin do, and tells whether all are ASCII. No defence against words made to
/// collide is needed, as tables compare the words themselves.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "a product is folded into its halves")]
fn of_bytes(bytes: &[u8]) -> (u64, bool) {
    const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
    const STEP: u64 = 0xD6E8_FEB8_6659_FD93;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let mix = |sum: u64, chunk: u64| {
        let product = u128::from(sum ^ chunk) * u128::from(STEP);
        (product >> 64) as u64 ^ product as u64
    };
    let (mut sum, mut all) = (SEED ^ (bytes.len() as u64) << 32, 0);
    let mut rest = bytes;
    while let Some((chunk, behind)) = rest.split_first_chunk::<8>() {
        let chunk = u64::from_le_bytes(*chunk);
        (sum, all, rest) = (mix(sum, chunk), all | chunk, behind);
    }
    let last = match (rest.first_chunk::<4>(), rest.last_chunk::<4>(), rest) {
        (Some(first), Some(last), _) => u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)),
        (_, _, [first, .., last]) => u64::from(u32::from_le_bytes([*first, rest[rest.len() / 2], *last, 0])),
        (_, _, [only]) => u64::from(*only),
        (_, _, []) => 0,
    };
    (mix(mix(sum, last), SEED), (all | last) & HIGH == 0)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn either_apostrophe_is_one_word() {
        assert_eq!(hash("o’clock"), hash("o'clock"));
        assert!(Key::from("o’clock").is("o'clock") && Key::from("o'clock").is("o'clock") && !Key::from("o’clock").is("oclock"));
        assert_eq!(Key::new("at o’clock", 3, 12, hash("o’clock")).word(), "o’clock");
    }

    #[test]
    fn words_spread_over_the_hashes() {
        let words = include_str!("en/dictionary.txt").lines().chain(include_str!("en/surnames.txt").lines());
        let mut seen: HashMap<u32, &str> = HashMap::new();
        let collisions = words.filter(|w| seen.insert(hash(w), w).is_some_and(|other| other != *w)).count();
        assert!(collisions <= 2, "{collisions} of {}", seen.len());
    }
}
