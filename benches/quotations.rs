//! How the index of quotations by rare word 4-grams grows with a collection, on one thread: the pairs of quotations of different
//! articles that share words, found, aligned and kept or left.
//!
//! The quotations of the news are repeated and varied up to three sizes: four outlets carry each utterance, one cut and one with
//! another word. In each further round over the news the longer words are new ones, as a collection that grows has new matters, but
//! for a run that is taken over from an earlier round, as turns of phrase are.
//!
//! `WIRECHECK_NEWS=news.jsonl cargo bench --bench quotations` reads the `text` of each line of a file; without it, the samples are
//! repeated.

mod news;

use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use divan::Bencher;
use divan::counter::ItemsCount;
use wirecheck::claim::record::{ArticleRow, Claims, QuoteClaim};
use wirecheck::lexicon::Lexicon;
use wirecheck::lexicon::vocabulary::Kind;
use wirecheck::link::{Book, Whole, link};
use wirecheck::watch::Watch;

use news::extracted;

/// So many quotations have the collections.
const SIZES: [usize; 3] = [1_000, 4_000, 16_000];
/// So many outlets carry an utterance.
const OUTLETS: usize = 4;
/// So many words in a row are taken over from an earlier round.
const PHRASE: usize = 6;
/// Words of fewer letters are those of every text.
const LONG: usize = 4;
/// Quotations of fewer words are fragments and say nothing of the index.
const WORDS: usize = 6;

fn main() {
    divan::main();
    let times = SIZES.map(|size| (size, linked(size)));
    for (size, (time, pairs)) in times {
        println!(
            "{size:>6} quotations: {:>8.1} ms, {:.1} µs each, {pairs} pairs",
            1e3 * seconds(time),
            1e6 * seconds(time) / count(size)
        );
    }
    let [(small, (first, _)), .., (large, (last, _))] = times;
    let exponent = (seconds(last) / seconds(first)).ln() / (count(large) / count(small)).ln();
    println!("time grows with the number of quotations to the power of {exponent:.2}");
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn quotations(bencher: Bencher, size: usize) {
    let (claims, lexicon) = (collection(size), Lexicon::english());
    let books = bencher.counter(ItemsCount::new(size)).with_inputs(|| Book::new(&claims, lexicon));
    books.bench_refs(|book| link(book, &Whole::default(), lexicon, &Watch::default()));
}

/// The best time of three for a collection, and how many pairs were found.
fn linked(size: usize) -> (Duration, usize) {
    let (claims, lexicon) = (collection(size), Lexicon::english());
    let passes = (0..3).map(|_| {
        let mut book = Book::new(&claims, lexicon);
        let start = Instant::now();
        let links = link(&mut book, &Whole::default(), lexicon, &Watch::default()).expect("nobody stops it");
        (start.elapsed(), links.statements.len())
    });
    passes.min().unwrap_or_default()
}

/// The quotations of the news, each once.
static QUOTED: LazyLock<Vec<QuoteClaim>> = LazyLock::new(|| {
    let mut seen = BTreeSet::new();
    let whole = |q: &QuoteClaim| q.utterance == q.id && q.text.split_whitespace().count() >= WORDS;
    extracted(&[Kind::Quote]).quotes.into_iter().filter(|q| whole(q) && seen.insert(q.text.clone())).collect()
});

/// A collection of so many quotations, one an article.
fn collection(size: usize) -> Claims {
    let row = bare_row();
    let mut out = Claims::default();
    for i in 0..size {
        let (utterance, outlet) = (i / OUTLETS, i % OUTLETS);
        let quote = &QUOTED[utterance % QUOTED.len()];
        let text = told(&varied(&quote.text, utterance / QUOTED.len()), outlet);
        let (article, id) = (i.to_string(), format!("{i}:quote:0-{}", text.chars().count()));
        out.articles.push(ArticleRow { article: article.clone(), ..row.clone() });
        out.quotes.push(QuoteClaim { utterance: id.clone(), id, article, text, ..quote.clone() });
    }
    out
}

/// The row of an article without text and sketch.
fn bare_row() -> ArticleRow {
    let row = extracted(&[]).articles.swap_remove(0);
    ArticleRow { text: None, sketch: Vec::new(), ..row }
}

/// An utterance of a further round.
fn varied(text: &str, round: usize) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    let new = |(i, word): (usize, &&str)| match source(round, i, words.len()) {
        round if round > 0 && word.len() >= LONG => format!("{}{word}", letters(round)),
        _ => (*word).to_owned(),
    };
    words.iter().enumerate().map(new).collect::<Vec<_>>().join(" ")
}

/// The round that a word of an utterance comes from: its own, or that of the phrase that was taken over.
fn source(round: usize, place: usize, words: usize) -> usize {
    let taken = mixed(round, words, 1) % words;
    if round > 0 && (taken..taken + PHRASE).contains(&place) {
        source(mixed(round, words, 2) % round, place, words)
    } else {
        round
    }
}

/// A number as letters.
fn letters(n: usize) -> String {
    let letter = |place: u32| char::from(b'a' + u8::try_from(n / 26_usize.pow(place) % 26).unwrap_or(0));
    (0..3).map(letter).collect()
}

/// An utterance as an outlet carries it: whole, cut, or with another word.
fn told(text: &str, outlet: usize) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    match outlet {
        1 => words[..words.len() * 2 / 3].join(" "),
        2 => [&words[..words.len() / 2], &["altogether"], &words[words.len() / 2 + 1..]].concat().join(" "),
        _ => text.to_owned(),
    }
}

/// A number drawn from three, always the same.
fn mixed(a: usize, b: usize, c: usize) -> usize {
    [a, b, c].iter().fold(0x9E37_79B9_usize, |h, n| (h ^ n).wrapping_mul(0x0100_0000_01B3).rotate_left(29))
}

fn seconds(time: Duration) -> f64 {
    time.as_secs_f64()
}

#[expect(clippy::cast_precision_loss, reason = "the size of a collection")]
fn count(size: usize) -> f64 {
    size as f64
}
