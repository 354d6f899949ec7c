//! A sample of a text's word 5-grams, taken in one pass and without the words themselves.

use std::borrow::Cow;

use super::Wording;
use super::hash::mixed;
use super::normalise::{plain_words, stem_and_clitic};
use crate::lexicon::{Key, Lexicon, word_id};

/// One of `2^SAMPLE` hashes of word 5-grams is kept, by its value, so that two texts keep the same ones.
const SAMPLE: u32 = 4;
/// So many words make a gram.
const GRAM: usize = 5;

/// A sorted sample of the hashed word 5-grams of a text. The share of one sketch that stands in another estimates how
/// much of one text stands in the other.
#[must_use]
pub fn sketch(text: &str, lexicon: &Lexicon) -> Vec<i64> {
    let hashes = ids(text, lexicon);
    let hashes = hashes.windows(GRAM).map(mixed);
    let mut out: Vec<i64> = hashes.filter(|h| h.trailing_zeros() >= SAMPLE).map(|h| h as i64).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// The ids of a text's plain words, as [`Wording`] has them.
fn ids(text: &str, lexicon: &Lexicon) -> Vec<u64> {
    let lower = text.to_ascii_lowercase();
    let bytes = lower.as_bytes();
    let mut out = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if is_gap(&bytes[at..]) {
            at += 1;
            continue;
        }
        let start = at;
        match if byte.is_ascii_alphanumeric() { extent(bytes, at) } else { Extent::Wide } {
            Extent::Plain(end) => {
                push_plain(&lower[start..end], lexicon, &mut out);
                at = end;
            }
            Extent::Joined(end) => {
                push_joined(&straight(&lower[start..end]), lexicon, &mut out);
                at = end;
            }
            Extent::Wide => {
                // No word reaches over white space: up to the next, it is read like any wording.
                at = bytes[at..].iter().position(u8::is_ascii_whitespace).map_or(bytes.len(), |n| at + n);
                out.extend(Wording::read(&text[start..at], lexicon).ids());
            }
        }
    }
    out
}

/// Adds the id of what stands for a word of letters and digits.
fn push_plain(word: &str, lexicon: &Lexicon, out: &mut Vec<u64>) {
    let (key, id) = Key::numbered(word);
    if lexicon.spelling.expanded(key).is_some() {
        return push_joined(word, lexicon, out);
    }
    out.push(lexicon.spelling.plain(key).map_or(id, |plain| word_id(&plain)));
}

/// A word with straight apostrophes.
fn straight(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    word.chars().map(|c| if matches!(c, '’' | '‘') { '\'' } else { c }).collect()
}

/// Adds the ids of what stands for a word that may hold apostrophes, dots and commas.
fn push_joined(word: &str, lexicon: &Lexicon, out: &mut Vec<u64>) {
    let mut add = |part| plain_words(part, lexicon, |plain| out.push(word_id(plain)));
    match stem_and_clitic(word) {
        Some((stem, clitic)) => {
            add(stem);
            add(clitic);
        }
        None => add(word),
    }
}

/// Whether a byte between words makes no word of its own.
fn is_gap(rest: &[u8]) -> bool {
    match rest[0] {
        b'%' | b'&' => false,
        0x80..0xC0 => true,
        byte => byte.is_ascii() && !byte.is_ascii_alphanumeric() || is_sign(rest),
    }
}

/// `–`, `—`, `“`, `”`, `…` and the space that breaks no line: signs that end a word.
const fn is_sign(rest: &[u8]) -> bool {
    matches!(rest, [0xE2, 0x80, 0x93 | 0x94 | 0x9C | 0x9D | 0xA6, ..] | [0xC2, 0xA0, ..])
}

/// Where a word ends, and of what it is made.
enum Extent {
    /// Of ASCII letters and digits.
    Plain(usize),
    /// Of those and what joins them.
    Joined(usize),
    /// Characters that are not ASCII may belong to it.
    Wide,
}

/// How far the word reaches that begins at a byte with an ASCII letter or digit.
fn extent(bytes: &[u8], start: usize) -> Extent {
    let mut end = run_end(bytes, start);
    let first = end;
    while let Some((joint, len)) = joint(&bytes[end..]) {
        let next = bytes.get(end + len).copied().unwrap_or(b' ');
        let (digit, behind_digit) = (next.is_ascii_digit(), bytes[end - 1].is_ascii_digit());
        let inner = match joint {
            _ if !next.is_ascii() && !is_sign(&bytes[end + len..]) => return Extent::Wide,
            b'\'' => next.is_ascii_alphabetic(),
            b'.' => next.is_ascii_alphanumeric() && digit == behind_digit,
            _ => digit && behind_digit,
        };
        if !inner {
            return if end == first { Extent::Plain(end) } else { Extent::Joined(end) };
        }
        end = run_end(bytes, end + len);
    }
    match bytes.get(end) {
        Some(byte) if !byte.is_ascii() && !is_sign(&bytes[end..]) => Extent::Wide,
        _ if end == first => Extent::Plain(end),
        _ => Extent::Joined(end),
    }
}

/// Where ASCII letters and digits end.
fn run_end(bytes: &[u8], start: usize) -> usize {
    bytes[start..].iter().position(|b| !PLAIN[usize::from(*b)]).map_or(bytes.len(), |n| start + n)
}

/// Whether a byte is an ASCII letter or digit.
static PLAIN: [bool; 256] = {
    let mut out = [false; 256];
    let mut byte = 0u8;
    while byte < 128 {
        out[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    out
};

/// What may join two parts of a word, and its length in bytes.
const fn joint(rest: &[u8]) -> Option<(u8, usize)> {
    match rest {
        [b'\'', ..] => Some((b'\'', 1)),
        [0xE2, 0x80, 0x98 | 0x99, ..] => Some((b'\'', 3)),
        [b'.', ..] => Some((b'.', 1)),
        [b',', ..] => Some((b',', 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str) -> Result<(), TestCaseError> {
        let lexicon = Lexicon::english();
        let expected: Vec<u64> = Wording::read(text, lexicon).ids().collect();
        prop_assert_eq!(ids(text, lexicon), expected, "{:?}", text);
        Ok(())
    }

    const PIECES: &str = "[A-Za-z]{1,4}|[0-9]{1,3}|couldn['’‘]t|it['’]s|cannot|gonna|harbour|organisations|[a-z]{0,60}ised|two|U\\.S\\.|1,200|1\\.5\
        |%|&|\\.|,|-|—|–|…|“|”|'|’|\"|\\[|\\]|é|É|ß|ж|٣|e\u{301}|\u{ad}|\u{200b}|\u{a0}|\u{2028}| |\n";

    proptest! {
        #[test]
        fn ids_are_those_of_the_wording(text in "\\PC{0,200}") {
            check(&text)?;
        }

        #[test]
        fn ids_of_pieces_are_those_of_the_wording(pieces in proptest::collection::vec(PIECES, 0..40)) {
            check(&pieces.concat())?;
            check(&pieces.join(" "))?;
        }
    }

    #[test]
    fn short_texts_have_no_sketch() {
        assert_eq!(sketch("One two three four.", Lexicon::english()), Vec::<i64>::new());
    }
}
