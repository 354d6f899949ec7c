//! English words and surnames: what a capitalised word most often is where its article does not tell.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| include_str!("en/dictionary.txt").lines().collect());
static SURNAMES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| include_str!("en/surnames.txt").lines().collect());

/// Whether a word in lower case is an English word that is no name.
#[must_use]
pub fn is_english(word: &str) -> bool {
    WORDS.contains(word)
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
            ("comelf", false, false),
            ("Ministry", false, false),
            ("", false, false),
        ] {
            assert_eq!((is_english(word), is_surname(word)), (english, surname), "{word:?}");
        }
    }
}
