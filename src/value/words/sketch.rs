//! A sample of a text's word 5-grams, taken in one pass and without the words themselves.

use super::Wording;
use super::hash::mixed;
use super::normalise::{id, plain_words, stem_and_clitic};
use crate::lexicon::Lexicon;

/// Words of a shingle.
const WORDS: usize = 5;
/// One of `2^SAMPLE` hashes of word 5-grams is kept, by its value, so that two texts keep the same ones.
const SAMPLE: u32 = 4;

/// A sorted sample of the hashed word 5-grams of a text. The share of one sketch that stands in another estimates how
/// much of one text stands in the other.
#[must_use]
pub fn sketch(text: &str, lexicon: &Lexicon) -> Vec<i64> {
    let ids = ids(text, lexicon);
    let mut out: Vec<i64> = ids.windows(WORDS).map(mixed).filter(|h| h.trailing_zeros() >= SAMPLE).map(|h| h as i64).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// The ids of a text's plain words, as [`Wording`] has them.
fn ids(text: &str, lexicon: &Lexicon) -> Vec<u64> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(text.len() / 5);
    let mut lower = String::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if is_gap(&bytes[at..]) {
            at += 1;
        } else if let Some(end) = Some(at).filter(|_| byte.is_ascii_alphanumeric()).and_then(|at| word(text, at, &mut lower)) {
            push(&lower, lexicon, &mut out);
            at = end;
        } else {
            // No word reaches over white space: what is not plain ASCII is read like any wording, up to the next.
            let end = bytes[at..].iter().position(u8::is_ascii_whitespace).map_or(text.len(), |n| at + n);
            out.extend(Wording::read(&text[at..end], lexicon).ids());
            at = end;
        }
    }
    out
}

/// Adds the ids of what stands for a lower-case word.
fn push(word: &str, lexicon: &Lexicon, out: &mut Vec<u64>) {
    let mut add = |part| plain_words(part, lexicon, |plain| out.push(id(plain)));
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

/// `–`, `—`, `“`, `”`, `…`: signs of three bytes that end a word.
const fn is_sign(rest: &[u8]) -> bool {
    matches!(rest, [0xE2, 0x80, 0x93 | 0x94 | 0x9C | 0x9D | 0xA6, ..])
}

/// Reads the word of ASCII letters and digits that begins at a byte: in lower case, with the typewriter's apostrophes.
/// Returns where it ends; nothing where characters that are not ASCII may belong to it.
fn word(text: &str, start: usize, lower: &mut String) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = start;
    lower.clear();
    loop {
        let end = at + bytes[at..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        lower.push_str(&text[at..end]);
        let Some((joint, len)) = joint(&bytes[end..]) else {
            let open = bytes.get(end).is_some_and(|b| !b.is_ascii()) && !is_sign(&bytes[end..]);
            lower.make_ascii_lowercase();
            return Some(end).filter(|_| !open);
        };
        let next = bytes.get(end + len).copied().unwrap_or(b' ');
        let digit = next.is_ascii_digit();
        let inner = match joint {
            '\'' => next.is_ascii_alphabetic(),
            '.' => next.is_ascii_alphanumeric() && digit == bytes[end - 1].is_ascii_digit(),
            _ => digit && bytes[end - 1].is_ascii_digit(),
        };
        if !next.is_ascii() {
            return None;
        }
        if !inner {
            lower.make_ascii_lowercase();
            return Some(end);
        }
        lower.push(joint);
        at = end + len;
    }
}

/// What may join two parts of a word, and its length in bytes.
const fn joint(rest: &[u8]) -> Option<(char, usize)> {
    match rest {
        [b'\'', ..] => Some(('\'', 1)),
        [0xE2, 0x80, 0x98 | 0x99, ..] => Some(('\'', 3)),
        [b'.', ..] => Some(('.', 1)),
        [b',', ..] => Some((',', 1)),
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
