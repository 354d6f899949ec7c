use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::Book;
use super::index::{Chosen, Postings, Whole, hashed};
use crate::claim::record::ArticleRow;
use crate::error::Result;
use crate::value::words::shingles;
use crate::watch::{Stage, Watch};

/// Two articles of which one repeats the other's words.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    /// The article that was there first, or is longer.
    pub original: usize,
    /// The article that repeats it.
    pub copy: usize,
    /// The share of the shorter one's word 5-grams that stand in the other.
    pub containment: f64,
}

/// The near copies of a collection.
#[derive(Debug, Default)]
pub struct Copies {
    all: Vec<Copy>,
    /// The positions of the copies that an article takes part in.
    by_article: HashMap<usize, Vec<usize>>,
}

impl Copies {
    /// All of them, by their articles.
    pub fn iter(&self) -> impl Iterator<Item = &Copy> {
        self.all.iter()
    }

    /// Those that an article takes part in.
    pub fn of(&self, article: usize) -> impl Iterator<Item = &Copy> {
        self.by_article.get(&article).into_iter().flatten().map(|&i| &self.all[i])
    }

    /// Whether one of two articles repeats the other.
    #[must_use]
    pub fn joins(&self, a: usize, b: usize) -> bool {
        self.of(a).any(|c| c.original == b || c.copy == b)
    }
}

/// From this containment on, two articles are near copies.
const NEAR: f64 = 0.5;
/// Sketches smaller than this say little: the texts themselves are compared.
const ENOUGH: usize = 8;
/// And so they are where the sketches share about half, unless these are large.
const DOUBTFUL: std::ops::Range<f64> = 0.25..0.75;
const LARGE: usize = 64;
/// The word sequences that are compared, as long as those of a sketch.
const LENGTH: usize = 5;
/// A text with fewer of them may repeat another by chance.
const ENOUGH_WORDS: usize = 16;
/// A hash that stands in more articles than this is a phrase of the language or of a template.
pub(super) const COMMON: usize = 60;

/// The near copies among the articles, by the sketches of their word 5-grams.
///
/// # Errors
/// If `watch` was stopped.
pub fn copies(book: &Book, whole: &Whole, watch: &Watch) -> Result<Copies> {
    watch.begin(Stage::Copies, None)?;
    let (articles, chosen) = (&book.claims.articles, Chosen::new(book, whole));
    let mut postings = Postings::new(COMMON);
    for (i, article) in articles.iter().enumerate() {
        keys(article).for_each(|key| postings.add(key, i));
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (_, list) in postings.joined(whole) {
        watch.ask()?;
        for (n, &a) in list.iter().enumerate() {
            for &b in list[n + 1..].iter().filter(|&&b| chosen.has(a, b)) {
                *shared.entry((a.min(b), a.max(b))).or_insert(0) += 1;
            }
        }
    }
    // A short text has few sampled sequences: there all are looked at.
    let mut cut: HashMap<usize, HashSet<u64>> = HashMap::new();
    let mut contained = |a: usize, b: usize| {
        for i in [a, b] {
            cut.entry(i).or_insert_with(|| articles[i].text.iter().flat_map(|t| shingles(t, LENGTH)).collect());
        }
        let (x, y) = (&cut[&a], &cut[&b]);
        let smaller = x.len().min(y.len());
        #[expect(clippy::cast_precision_loss, reason = "texts are short")]
        (smaller >= ENOUGH_WORDS).then(|| x.intersection(y).count() as f64 / smaller as f64)
    };
    let mut of_pair = |((a, b), n): ((usize, usize), usize)| {
        let smaller = articles[a].sketch.len().min(articles[b].sketch.len());
        #[expect(clippy::cast_precision_loss, reason = "sketches are short")]
        let sampled = n as f64 / smaller.max(1) as f64;
        let containment = match () {
            () if smaller < ENOUGH => contained(a, b).unwrap_or_default(),
            () if smaller < LARGE && DOUBTFUL.contains(&sampled) => contained(a, b).unwrap_or(sampled),
            () => sampled,
        };
        (containment >= NEAR).then(|| {
            let (original, copy) = if is_before(book, b, a) { (b, a) } else { (a, b) };
            Copy { original, copy, containment }
        })
    };
    watch.begin(Stage::Copies, Some(shared.len()))?;
    let mut all = Vec::new();
    for pair in shared {
        watch.step()?;
        all.extend(of_pair(pair));
    }
    let mut by_article: HashMap<usize, Vec<usize>> = HashMap::new();
    for (i, copy) in all.iter().enumerate() {
        by_article.entry(copy.original).or_default().push(i);
        by_article.entry(copy.copy).or_default().push(i);
    }
    Ok(Copies { all, by_article })
}

/// What an article is looked up by: the hashes of its sketch.
pub(super) fn keys(article: &ArticleRow) -> impl Iterator<Item = u64> {
    article.sketch.iter().map(|hash| hashed(&("copy", hash)))
}

/// Whether one article was there before another: by the clock, by the day, else by its greater length, else by its id.
fn is_before(book: &Book, a: usize, b: usize) -> bool {
    let days = || book.days[a].zip(book.days[b]).map(|(x, y)| x.cmp(&y));
    match book.by_clock(a, b).or_else(days) {
        Some(Ordering::Less) => true,
        Some(Ordering::Greater) => false,
        Some(Ordering::Equal) | None => {
            // A sketch is a sample: of two short texts the shorter one may have the longer.
            let words = |text: &String| shingles(text, 1).len();
            let size = |i: usize| (book.article(i).text.as_ref().map_or(0, words), book.article(i).sketch.len());
            (size(b), &book.article(a).article) < (size(a), &book.article(b).article)
        }
    }
}
