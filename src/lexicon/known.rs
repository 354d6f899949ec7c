//! The listed names of places, organisations and governments, found by the words of a text.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet};

use super::gazetteer::Gazetteer;
use super::phrases::cut;
use super::word_set::LargeSieve;
use super::{Known, Phrases};

/// Every listed name: those of organisations, countries and the user's, and those of the built table of places.
#[derive(Debug, Clone, Default)]
pub struct KnownNames {
    own: Phrases<Known>,
    towns: Arc<Towns>,
}

/// The names of the built table, which is sorted by their words.
#[derive(Debug, Default)]
struct Towns {
    sieve: LargeSieve,
    /// The names that begin with a word, from and to.
    firsts: FxHashMap<&'static str, (u32, u32)>,
    names: Vec<&'static str>,
    /// Names that mean something else first.
    words: FxHashSet<&'static str>,
    /// The places of a name, at the first of its lines, once somebody asked.
    known: Vec<OnceLock<Box<Known>>>,
}

impl KnownNames {
    /// The names of the table; single words that `is_word` knows mean something else first.
    pub(super) fn new(gazetteer: &Gazetteer, is_word: impl Fn(&str) -> bool) -> Self {
        let mut towns = Towns::default();
        let lines = gazetteer.phrases().count();
        towns.firsts.reserve(lines);
        towns.names.reserve(lines);
        for (words, line) in gazetteer.phrases().zip(0..) {
            let first = words.split_once(' ').map_or(words, |(first, _)| first);
            towns.sieve.add(first);
            towns.firsts.entry(first).or_insert((line, line)).1 = line + 1;
            if words == first && is_word(words) {
                towns.words.insert(words);
            }
            towns.names.push(words);
        }
        towns.known.resize_with(towns.names.len(), OnceLock::new);
        Self { own: Phrases::default(), towns: Arc::new(towns) }
    }

    /// The longest name that the lower-case words begin with: its length in words, and what it names.
    #[inline]
    pub fn longest<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> Option<(usize, &Known)> {
        let town = self.towns.longest(words.clone());
        match (self.own.longest(words), town) {
            (Some((n, known)), town) if town.is_none_or(|(m, _)| m <= n) => Some((n, known)),
            (_, Some((n, line))) => Some((n, self.towns.known(line))),
            (own, None) => own,
        }
    }

    /// Adds a name before all others.
    pub(super) fn set(&mut self, name: &str, known: &Known) {
        self.own.update(name, || known.clone(), |old| *old = known.clone());
    }

    /// Adds a name behind all others.
    pub(super) fn add(&mut self, name: &str, known: Known) {
        self.own.insert(name, known);
    }

    /// Adds a name of a place to those that the name has already; `rank` puts them in order.
    pub(super) fn add_place<K: Ord>(&mut self, name: &str, i: u32, rank: impl Fn(u32) -> K) {
        let others = || Known::Place(self.towns.places(&cut(name).join(" ")));
        self.own.update(name, others, |known| {
            if let Known::Place(found) = known
                && !found.contains(&i)
            {
                found.insert(found.partition_point(|&j| rank(j) <= rank(i)), i);
            }
        });
    }
}

impl Towns {
    /// The longest name that the words begin with: its length, and its first line.
    fn longest<'w>(&self, mut words: impl Iterator<Item = &'w str>) -> Option<(usize, usize)> {
        let first = straight(words.next()?);
        if !self.sieve.may_hold(&first) {
            return None;
        }
        let &(from, to) = self.firsts.get(&*first)?;
        let (mut from, mut to, mut len, mut n) = (from as usize, to as usize, first.len(), 1);
        let mut best = None;
        loop {
            // All names from here to there begin with the words so far; the shortest stands first.
            let whole = self.names[from];
            if whole.len() == len && !self.words.contains(whole) {
                best = Some((n, from));
            }
            if to - from == 1 && whole.len() == len {
                return best;
            }
            let Some(next) = words.next().map(straight) else { return best };
            let word = |name: &&'static str| name.get(len + 1..).map_or("", |rest| rest.split(' ').next().unwrap_or(rest));
            let same = &self.names[from..to];
            (from, to) = (
                from + same.partition_point(|name| word(name) < &*next),
                from + same.partition_point(|name| word(name) <= &*next),
            );
            if from == to {
                return best;
            }
            len += 1 + next.len();
            n += 1;
        }
    }

    fn known(&self, line: usize) -> &Known {
        self.known[line].get_or_init(|| Box::new(Known::Place(self.places(self.names[line]))))
    }

    /// The places of a name in lower case, the most populous first.
    fn places(&self, name: &str) -> Vec<u32> {
        let from = self.names.partition_point(|n| *n < name);
        let same = self.names[from..].iter().take_while(|n| **n == name).count();
        (from..from + same).filter_map(|line| u32::try_from(line).ok()).collect()
    }
}

/// A word with straight apostrophes, as the names of the table have them.
fn straight(word: &str) -> Cow<'_, str> {
    if word.is_ascii() { Cow::Borrowed(word) } else { Cow::Owned(word.replace('’', "'")) }
}
