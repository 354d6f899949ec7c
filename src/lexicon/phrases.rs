use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use super::key::{Key, hash};
use super::word_table::WordTable;

/// Words and phrases with a value each, looked up by the tokens of a text, the longest first.
///
/// A phrase is cut as a page is: at white space, around hyphens, before `'s` and `n't`. In a TOML table it is either a map
/// from the value to its phrases (`killed = ["killed", "shot dead"]`) or, where there is no value, a plain list.
#[derive(Debug, Clone)]
pub struct Phrases<T> {
    by_first: WordTable<Vec<Behind<T>>>,
}

/// What stands behind the first word of a phrase, and the phrase's value.
#[derive(Debug, Clone)]
struct Behind<T> {
    /// The hash of the second word, so that most phrases are left without a look at their words.
    second: u32,
    rest: Vec<String>,
    value: T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: WordTable::default() }
    }
}

impl<T: Clone> Phrases<T> {
    /// Adds a phrase.
    pub fn insert(&mut self, phrase: &str, value: T) {
        let mut words = cut(phrase).into_iter();
        let Some(first) = words.next() else { return };
        self.add(first, words.collect(), value);
    }

    /// Changes the value of a phrase, which is added with this value if there is none.
    pub fn update(&mut self, phrase: &str, new: impl Fn() -> T, change: impl Fn(&mut T)) {
        let mut words = cut(phrase).into_iter();
        let Some(first) = words.next() else { return };
        let rest: Vec<_> = words.collect();
        // Most words begin one phrase alone.
        let entries = self.by_first.entry(first.clone(), || Vec::with_capacity(1));
        if let Some(found) = entries.iter_mut().find(|e| e.rest == rest) {
            change(&mut found.value);
        } else {
            let mut value = new();
            change(&mut value);
            self.add(first, rest, value);
        }
    }

    fn add(&mut self, first: String, rest: Vec<String>, value: T) {
        let entries = self.by_first.entry(first, || Vec::with_capacity(1));
        let at = entries.partition_point(|e| e.rest.len() >= rest.len());
        entries.insert(at, Behind { second: rest.first().map_or(0, |w| hash(w)), rest, value });
    }
}

impl<T> Phrases<T> {
    /// The longest phrase that the lower-case words begin with: its length in words, and its value. Most words of a text
    /// begin none, and that is all that is asked of them.
    #[inline]
    pub fn longest<'w, K: Into<Key<'w>>>(&self, mut words: impl Iterator<Item = K> + Clone) -> Option<(usize, &T)> {
        let entries = self.by_first.get(words.next()?)?;
        let second = words.clone().next().map(Into::into);
        let follows = |e: &&Behind<T>| match second {
            _ if e.rest.is_empty() => true,
            Some(second) if second.hash() == e.second => {
                let mut ahead = words.clone();
                e.rest.iter().all(|listed| ahead.next().is_some_and(|word| word.into().is(listed)))
            }
            _ => false,
        };
        let found = entries.iter().find(follows)?;
        Some((found.rest.len() + 1, &found.value))
    }

    /// The value of a single word.
    #[inline]
    #[must_use]
    pub fn get<'w>(&self, word: impl Into<Key<'w>>) -> Option<&T> {
        self.by_first.get(word)?.iter().find(|e| e.rest.is_empty()).map(|e| &e.value)
    }

    /// Whether the word stands in the table by itself.
    #[inline]
    #[must_use]
    pub fn has<'w>(&self, word: impl Into<Key<'w>>) -> bool {
        self.get(word).is_some()
    }

    /// Every phrase with its value, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (String, &T)> {
        self.by_first.iter().flat_map(|(first, entries)| {
            entries.iter().map(move |e| {
                let words: Vec<_> = std::iter::once(first).chain(e.rest.iter().map(String::as_str)).collect();
                (words.join(" "), &e.value)
            })
        })
    }
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
