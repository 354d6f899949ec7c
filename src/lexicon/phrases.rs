use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Deserializer};

use super::word_set::{Sieve, key};

/// Words and phrases with a value each, looked up by the tokens of a text, the longest first.
///
/// A phrase is cut as a page is: at white space, around hyphens, before `'s` and `n't`. In a TOML table it is either a map
/// from the value to its phrases (`killed = ["killed", "shot dead"]`) or, where there is no value, a plain list.
#[derive(Debug, Clone)]
pub struct Phrases<T> {
    firsts: Sieve,
    /// First words with an apostrophe stand here with either.
    by_first: FxHashMap<String, Vec<Behind<T>>>,
}

/// What stands behind the first word of a phrase, and the phrase's value.
#[derive(Debug, Clone)]
struct Behind<T> {
    /// The key of the second word, so that most phrases are left without a look at their words; zero where there is none.
    second: u32,
    rest: Vec<String>,
    value: T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { firsts: Sieve::default(), by_first: FxHashMap::default() }
    }
}

impl<T: Clone> Phrases<T> {
    /// Adds a phrase.
    pub fn insert(&mut self, phrase: &str, value: T) {
        let mut words = cut(phrase).into_iter();
        let Some(first) = words.next() else { return };
        let rest: Vec<_> = words.collect();
        if first.contains('\'') {
            self.add(first.replace('\'', "’"), rest.clone(), value.clone());
        }
        self.add(first, rest, value);
    }

    /// Changes the value of a phrase, which is added with this value if there is none.
    pub fn update(&mut self, phrase: &str, new: impl Fn() -> T, change: impl Fn(&mut T)) {
        let mut words = cut(phrase).into_iter();
        let Some(first) = words.next() else { return };
        let rest: Vec<_> = words.collect();
        let other = first.contains('\'').then(|| first.replace('\'', "’"));
        for first in other.into_iter().chain([first]) {
            if let Some(found) = self.by_first.get_mut(&first).and_then(|entries| entries.iter_mut().find(|e| e.rest == rest)) {
                change(&mut found.value);
            } else {
                let mut value = new();
                change(&mut value);
                self.add(first, rest.clone(), value);
            }
        }
    }

    fn add(&mut self, first: String, rest: Vec<String>, value: T) {
        self.firsts.add(&first);
        // Most words begin one phrase alone.
        let entries = self.by_first.entry(first).or_insert_with(|| Vec::with_capacity(1));
        let at = entries.partition_point(|e| e.rest.len() >= rest.len());
        entries.insert(at, Behind { second: rest.first().map_or(0, |w| key(w)), rest, value });
    }
}

impl<T> Phrases<T> {
    /// The longest phrase that the lower-case words begin with: its length in words, and its value. Most words of a text
    /// begin none: they are not even hashed.
    #[inline]
    pub fn longest<'w>(&self, mut words: impl Iterator<Item = &'w str> + Clone) -> Option<(usize, &T)> {
        let first = words.next()?;
        if self.firsts.may_hold(first) { self.longest_behind(first, &words) } else { None }
    }

    fn longest_behind<'w>(&self, first: &str, words: &(impl Iterator<Item = &'w str> + Clone)) -> Option<(usize, &T)> {
        let second = words.clone().next().unwrap_or("");
        let (key, curly) = (key(second), !second.is_ascii());
        let follows = |e: &&Behind<T>| {
            let mut ahead = words.clone();
            (e.second == key || curly) && e.rest.iter().all(|w| ahead.next().is_some_and(|x| is_same(x, w)))
        };
        let found = self.by_first.get(first)?.iter().find(|e| e.second == 0 || follows(e))?;
        Some((found.rest.len() + 1, &found.value))
    }

    /// The value of a single word.
    #[inline]
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&T> {
        if self.firsts.may_hold(word) { self.single(word) } else { None }
    }

    fn single(&self, word: &str) -> Option<&T> {
        self.by_first.get(word)?.iter().find(|e| e.second == 0).map(|e| &e.value)
    }

    /// Whether the word stands in the table by itself.
    #[inline]
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Every phrase with its value, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (String, &T)> {
        self.by_first.iter().filter(|(first, _)| !first.contains('’')).flat_map(|(first, entries)| {
            entries.iter().map(move |e| {
                let words: Vec<_> = std::iter::once(first.as_str()).chain(e.rest.iter().map(String::as_str)).collect();
                (words.join(" "), &e.value)
            })
        })
    }
}

/// Whether a word of a text is one of a phrase, whichever its apostrophe.
fn is_same(word: &str, listed: &str) -> bool {
    word == listed || !word.is_ascii() && word.replace('’', "'") == listed
}

/// The lower-case words of a phrase, as a page cuts them.
pub(super) fn cut(phrase: &str) -> Vec<String> {
    let mut lower = phrase.to_lowercase();
    if !lower.is_ascii() {
        lower = lower.replace('’', "'");
    }
    if lower.bytes().all(|b| b.is_ascii_alphanumeric()) && !lower.is_empty() {
        return vec![lower];
    }
    let mut out = Vec::new();
    for word in lower.split_whitespace() {
        for (i, part) in word.split('-').enumerate() {
            if i > 0 {
                out.push("-".to_owned());
            }
            let clitic =
                ["n't", "'s", "'re", "'ll", "'ve", "'d", "'m"].iter().find(|c| part.len() > c.len() && part.ends_with(**c));
            match clitic {
                Some(c) => out.extend([part[..part.len() - c.len()].to_owned(), (*c).to_owned()]),
                None if part.is_empty() => {}
                None => out.push(part.to_owned()),
            }
        }
    }
    out
}

impl<'de, T: Deserialize<'de> + Clone + std::str::FromStr> Deserialize<'de> for Phrases<T>
where
    T::Err: std::fmt::Display,
{
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let mut out = Self::default();
        for (value, phrases) in BTreeMap::<String, Vec<String>>::deserialize(d)? {
            let value: T = value.parse().map_err(serde::de::Error::custom)?;
            for phrase in &phrases {
                out.insert(phrase, value.clone());
            }
        }
        Ok(out)
    }
}

/// The value of a phrase in a plain list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed;

/// A plain list of phrases.
pub type PhraseList = Phrases<Listed>;

impl<'de> Deserialize<'de> for PhraseList {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let mut out = Self::default();
        for phrase in Vec::<String>::deserialize(d)? {
            out.insert(&phrase, Listed);
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins() {
        let mut p = Phrases::default();
        p.insert("at least", 1);
        p.insert("at", 2);
        p.insert("death toll", 3);
        p.insert("ex-minister", 4);
        p.insert("o'clock", 5);
        p.insert("at o'clock", 6);
        let find = |s: &str| p.longest(s.split(' ')).map(|(n, v)| (n, *v));
        assert_eq!(find("at least five"), Some((2, 1)));
        assert_eq!(find("at five"), Some((1, 2)));
        assert_eq!(find("ex - minister of"), Some((3, 4)));
        assert_eq!(find("death"), None);
        assert_eq!((find("o'clock"), find("o’clock")), (Some((1, 5)), Some((1, 5))));
        assert_eq!((find("at o'clock"), find("at o’clock")), (Some((2, 6)), Some((2, 6))));
        assert_eq!(p.iter().count(), 6);
    }
}
