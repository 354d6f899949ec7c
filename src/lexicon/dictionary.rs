//! English words and surnames: what a capitalised word most often is where its article does not tell.

use std::sync::LazyLock;

use super::key::Key;
use super::word_table::WordTable;

static WORDS: LazyLock<WordTable<(), &str>> = LazyLock::new(|| lines(include_str!("en/dictionary.txt"), 37_000));
static SURNAMES: LazyLock<WordTable<(), &str>> = LazyLock::new(|| lines(include_str!("en/surnames.txt"), 10_000));

fn lines(text: &'static str, about: usize) -> WordTable<(), &'static str> {
    let mut table = WordTable::with_capacity(about);
    for word in text.lines() {
        table.entry(word, || ());
    }
    table
}

/// Endings of forms that the list leaves out, as it has their words.
const ENDINGS: &[&str] = &["s", "es", "ed", "d", "ing", "ly"];

/// Whether a word in lower case is an English word that is no name, in whatever form.
#[must_use]
pub fn is_english<'w>(word: impl Into<Key<'w>>) -> bool {
    let key = word.into();
    WORDS.get(key).is_some() || is_form(key.word(), 3) && !is_surname(key)
}

/// Whether a word is a listed one with an ending, or, for some are taken off one after another, with several.
fn is_form(word: &str, depth: usize) -> bool {
    let stems = ENDINGS.iter().filter_map(|end| word.strip_suffix(end)).filter(|stem| stem.len() > 2);
    depth > 0 && stems.into_iter().any(|stem| WORDS.get(stem).is_some() || is_form(stem, depth - 1))
}

/// Whether a word in lower case is a common surname: "lopez", "hill".
#[must_use]
pub fn is_surname<'w>(word: impl Into<Key<'w>>) -> bool {
    SURNAMES.get(word).is_some()
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
