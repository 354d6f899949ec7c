//! The listed names of places, organisations and governments, found by the words of a text.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashSet;

use super::gazetteer::{Gazetteer, Line};
use super::key::Key;
use super::phrases::cut;
use super::slug::fold;
use super::word_table::WordTable;
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
    /// The names that begin with a word.
    firsts: WordTable<Begun, &'static str>,
    gazetteer: Arc<Gazetteer>,
    /// Names that mean something else first.
    words: FxHashSet<&'static str>,
    /// The places of a name, at the first of its lines, once somebody asked.
    known: Vec<OnceLock<Box<Known>>>,
}

/// The names of the table that begin with one word.
#[derive(Debug, Clone, Copy)]
struct Begun {
    /// From where to where they stand.
    from: u32,
    to: u32,
    /// The word is a name by itself.
    alone: bool,
    /// Longer names begin with it.
    more: bool,
}

impl KnownNames {
    /// The names of the table; single words that `is_word` knows mean something else first.
    pub(super) fn new(gazetteer: &Arc<Gazetteer>, is_word: impl Fn(&str) -> bool) -> Self {
        let lines = gazetteer.lines();
        let firsts = WordTable::with_capacity(lines.len());
        let mut towns = Towns { firsts, gazetteer: Arc::clone(gazetteer), ..Towns::default() };
        let (mut first, mut from) = ("", 0);
        for ((words, _), line) in lines.iter().zip(0..) {
            let word = words.split_once(' ').map_or(*words, |(word, _)| word);
            if word != first {
                towns.add(first, from, line);
                (first, from) = (word, line);
            }
            if *words == word && is_word(words) {
                towns.words.insert(words);
            }
        }
        towns.add(first, from, u32::try_from(lines.len()).unwrap_or(from));
        towns.known.resize_with(lines.len(), OnceLock::new);
        Self { own: Phrases::default(), towns: Arc::new(towns) }
    }

    /// The longest name that the lower-case words begin with: its length in words, and what it names.
    #[inline]
    pub fn longest<'w, K: Into<Key<'w>>>(&self, words: impl Iterator<Item = K> + Clone) -> Option<(usize, &Known)> {
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
    /// The names from one line up to another begin with this word.
    fn add(&mut self, first: &'static str, from: u32, to: u32) {
        if from < to {
            let lines = &self.gazetteer.lines()[from as usize..to as usize];
            let alone = lines[0].0 == first && !self.words.contains(first);
            let more = lines[lines.len() - 1].0 != first;
            self.firsts.entry(first, || Begun { from, to, alone, more });
        }
    }

    /// The longest name that the words begin with: its length, and its first line.
    #[inline]
    fn longest<'w, K: Into<Key<'w>>>(&self, mut words: impl Iterator<Item = K> + Clone) -> Option<(usize, usize)> {
        let first = words.next()?.into();
        if let Some(&begun) = self.firsts.get(first) {
            return self.longest_of(straight(first.word()), words, begun);
        }
        // Texts write accents that the table has not.
        let plain = if first.is_plain() { return None } else { straight(first.word()) };
        let &begun = self.firsts.get(&*plain)?;
        self.longest_of(plain, words, begun)
    }

    fn longest_of<'w, K: Into<Key<'w>>>(
        &self,
        first: Cow<str>,
        words: impl Iterator<Item = K> + Clone,
        Begun { from, to, alone, more }: Begun,
    ) -> Option<(usize, usize)> {
        let (mut at, to) = (from as usize, to as usize);
        let mut best = alone.then_some((1, at));
        if !more {
            return best;
        }
        let lines = self.gazetteer.lines();
        let is_name = |at: usize, begun: &str| lines[at].0 == begun && !self.words.contains(begun);
        let ahead = words.clone().next().map(Into::into);
        if !ahead.is_some_and(|next| goes_on(&lines[at..to], first.len(), next)) {
            return best;
        }
        let mut begun = first.into_owned();
        for (word, n) in words.zip(2..) {
            begun.push(' ');
            begun.push_str(&straight(word.into().word()));
            at += lines[at..to].partition_point(|line| line.0 < begun.as_str());
            if at == to || !lines[at].0.starts_with(&begun) {
                break;
            }
            if is_name(at, &begun) {
                best = Some((n, at));
            }
        }
        best
    }

    fn known(&self, line: usize) -> &Known {
        self.known[line].get_or_init(|| Box::new(Known::Place(self.places(self.gazetteer.lines()[line].0))))
    }

    /// The places of a name in lower case, the most populous first.
    fn places(&self, name: &str) -> Vec<u32> {
        let lines = self.gazetteer.lines();
        let from = lines.partition_point(|line| line.0 < name);
        let same = lines[from..].iter().take_while(|line| line.0 == name).count();
        (from..from + same).filter_map(|line| u32::try_from(line).ok()).collect()
    }
}

/// Whether one of the lines, which have their first word and its length in common, may have this one behind it: by its first letter.
fn goes_on(lines: &[Line], first: usize, next: Key) -> bool {
    let Some(&wanted) = next.word().as_bytes().first() else { return false };
    let letter = |line: &Line| line.0.as_bytes().get(first + 1).copied().unwrap_or_default();
    !wanted.is_ascii()
        || lines.get(lines.partition_point(|line| letter(line) < wanted)).is_some_and(|line| letter(line) == wanted)
}

/// A lower-case word with straight apostrophes and without accents, as the names of the table have them.
fn straight(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let plain = |c: char| if c == '’' { '\'' } else { fold(c).unwrap_or(c) };
    Cow::Owned(word.chars().map(plain).flat_map(char::to_lowercase).collect())
}
