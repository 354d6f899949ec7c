//! Inverted indexes: what things are looked up by, and which keys too many share.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Book;
use super::merges::EntityMerge;
use crate::value::words::Fnv;

/// What a whole collection knows and a part of it cannot tell: with it, a part is judged as it is among all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whole {
    /// Keys that too many share, as [`keys`](super::keys) gives them: by these nothing is compared.
    pub crowded: HashSet<u64>,
    /// Entities that are shown to be one, besides those that the part itself shows.
    pub merges: Vec<EntityMerge>,
    /// Articles whose day need not be learnt: where it was received from, or that none is.
    pub days: HashMap<String, Option<(String, NaiveDate)>>,
    /// Which pairs of articles are to be judged; all of them if none are named.
    pub asked: Option<Asked>,
}

/// Pairs of articles that are to be judged, where it is known how the others stand to each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Articles that are held against all others, and read for what they tell twice.
    pub articles: HashSet<String>,
    /// Two articles that are held against each other.
    pub pairs: Vec<(String, String)>,
}

/// Which pairs of a book's articles are judged.
pub(super) struct Chosen {
    all: bool,
    articles: Vec<bool>,
    pairs: FxHashSet<(usize, usize)>,
}

impl Chosen {
    pub(super) fn new(book: &Book, whole: &Whole) -> Self {
        let Some(asked) = &whole.asked else { return Self { all: true, articles: Vec::new(), pairs: FxHashSet::default() } };
        let articles = book.claims.articles.iter().map(|a| asked.articles.contains(&a.article)).collect();
        let pairs = asked.pairs.iter().filter_map(|(a, b)| Some((book.index(a)?, book.index(b)?)));
        Self { all: false, articles, pairs: pairs.map(|(a, b)| (a.min(b), a.max(b))).collect() }
    }

    /// Whether two articles, or one and itself, are held against each other.
    pub(super) fn has(&self, a: usize, b: usize) -> bool {
        self.all || self.articles[a] || self.articles[b] || self.pairs.contains(&(a.min(b), a.max(b)))
    }
}

/// The hash of a key, the same on every run. Keys of two indexes differ by their types' first field.
pub(super) fn hashed(key: &impl Hash) -> u64 {
    let mut hasher = Fnv::default();
    key.hash(&mut hasher);
    hasher.mixed()
}

/// Which things share a key.
pub(super) struct Postings {
    lists: FxHashMap<u64, Vec<usize>>,
    /// A key of more things than this joins nothing.
    cap: usize,
}

impl Postings {
    pub(super) fn new(cap: usize) -> Self {
        Self { lists: FxHashMap::default(), cap }
    }

    /// Adds a thing; the things of one key come in order.
    pub(super) fn add(&mut self, key: u64, thing: usize) {
        let list = self.lists.entry(key).or_default();
        if list.last() != Some(&thing) {
            list.push(thing);
        }
    }

    /// The keys that join any things, with these.
    pub(super) fn joined<'p>(&'p self, whole: &'p Whole) -> impl Iterator<Item = (u64, &'p [usize])> {
        let joins = |key: &u64, list: &[usize]| (2..=self.cap).contains(&list.len()) && !whole.crowded.contains(key);
        self.lists.iter().filter(move |(key, list)| joins(key, list)).map(|(key, list)| (*key, list.as_slice()))
    }

    /// How many things stand under keys that hold too many.
    pub(super) fn crowded(&self) -> usize {
        self.lists.values().map(Vec::len).filter(|n| *n > self.cap).sum()
    }
}
