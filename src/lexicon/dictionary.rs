//! English words and surnames: what a capitalised word most often is where its article does not tell.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| include_str!("en/dictionary.txt").lines().collect());
static SURNAMES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| include_str!("en/surnames.txt").lines().collect());

/// Endings of forms that the list leaves out, as it has their words.
const ENDINGS: &[&str] = &["s", "es", "ed", "d", "ing", "ly"];

/// Whether a word in lower case is an English word that is no name, in whatever form.
#[must_use]
pub fn is_english(word: &str) -> bool {
    WORDS.contains(word) || is_form(word, 3) && !is_surname(word)
}

/// Whether a word is a listed one with an ending, or, for some are taken off one after another, with several.
fn is_form(word: &str, depth: usize) -> bool {
    let stems = ENDINGS.iter().filter_map(|end| word.strip_suffix(end)).filter(|stem| stem.len() > 2);
    depth > 0 && stems.into_iter().any(|stem| WORDS.contains(stem) || is_form(stem, depth - 1))
}

/// Whether a word in lower case is a common surname: "lopez", "hill".
#[must_use]
pub fn is_surname(word: &str) -> bool {
    SURNAMES.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_from_names() {
        for (word, english, surname) in [
            ("ministry", true, false),
            ("hill", true, true),
            ("lopez", false, true),
            ("councillors", true, false),
            ("reportedly", true, false),
            ("harding", false, true),
            ("comelf", false, false),
            ("Ministry", false, false),
            ("", false, false),
        ] {
            assert_eq!((is_english(word), is_surname(word)), (english, surname), "{word:?}");
        }
    }
}
