//! English words and surnames: what a capitalised word most often is where its article does not tell. Both lists are looked
//! up as they lie in the program: nothing is loaded.

use std::cmp::Ordering;

/// Sorted, one a line.
const WORDS: &str = include_str!("en/dictionary.txt");
/// The same of surnames.
const SURNAMES: &str = include_str!("en/surnames.txt");

/// Whether a word in lower case is an English word that is no name.
#[must_use]
pub fn is_english(word: &str) -> bool {
    stands_in(WORDS, word)
}

/// Whether a word in lower case is a common surname: "lopez", "hill".
#[must_use]
pub fn is_surname(word: &str) -> bool {
    stands_in(SURNAMES, word)
}

fn stands_in(lines: &str, word: &str) -> bool {
    let (mut low, mut high) = (0, lines.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let start = lines[..middle].rfind('\n').map_or(0, |i| i + 1);
        let end = lines[middle..].find('\n').map_or(lines.len(), |i| middle + i);
        match lines[start..end].cmp(word) {
            Ordering::Equal => return true,
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found() {
        for (lines, least, listed) in [(WORDS, 60_000, is_english as fn(&str) -> bool), (SURNAMES, 8_000, is_surname)] {
            let words: Vec<_> = lines.lines().collect();
            assert!(words.is_sorted() && words.len() > least);
            assert!(words.iter().all(|word| listed(word)));
        }
    }

    #[test]
    fn other_words_are_not() {
        for word in ["", "\n", "\nab", "zzz", "aa", "comelf", "Council", "éa", "aardvark\naardvarks", "a"] {
            assert!(!is_english(word) && !is_surname(word), "{word:?}");
        }
    }
}
