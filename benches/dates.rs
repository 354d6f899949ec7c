//! How fast articles are read, on one thread: the page, the dates alone, everything; and, as the limit that no reader
//! passes, one Aho-Corasick pass over the same bytes for the words that can begin a date.
//!
//! `WIRECHECK_NEWS=news.jsonl cargo bench` reads the `text` of each line of a file; without it, the samples are repeated.

use std::hint::black_box;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, MatchKind};
use divan::Bencher;
use divan::counter::BytesCount;
use rayon::{ThreadPool, ThreadPoolBuilder};
use serde_json::Value;
use wirecheck::claim::extract;
use wirecheck::claim::record::Claims;
use wirecheck::lexicon::Lexicon;
use wirecheck::lexicon::vocabulary::Kind;
use wirecheck::story::Story;
use wirecheck::text::{Article, Page};

/// The samples are repeated up to about so many bytes.
const BYTES: usize = 1 << 20;
/// The ratio is that of the best of so many passes.
const PASSES: usize = 9;

static NEWS: LazyLock<Vec<Article>> = LazyLock::new(news);
static WORDS: LazyLock<AhoCorasick> = LazyLock::new(words);
static ONE: LazyLock<ThreadPool> = LazyLock::new(|| ThreadPoolBuilder::new().num_threads(1).build().expect("a thread"));

fn main() {
    divan::main();
    let (limit, dates) = (best(limit_pass), best(dates_pass));
    println!(
        "dates alone: {:.1} MB/s, {:.1} times the Aho-Corasick pass",
        rate(dates),
        dates.as_secs_f64() / limit.as_secs_f64()
    );
}

fn news() -> Vec<Article> {
    let Ok(path) = std::env::var("WIRECHECK_NEWS") else {
        let samples = articles(include_str!("../python/wirecheck/samples/articles.jsonl"));
        let repeats = BYTES / samples.iter().map(|a| a.text.len()).sum::<usize>();
        let all = samples.iter().cycle().take(repeats * samples.len());
        return all.enumerate().map(|(i, a)| Article { id: i.to_string(), ..a.clone() }).collect();
    };
    articles(&std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("WIRECHECK_NEWS, {path}: {e}")))
}

fn articles(lines: &str) -> Vec<Article> {
    let text = |row: &Value, key: &str| row[key].as_str().map(str::to_owned);
    let read = |(i, line): (usize, &str)| {
        let row: Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("line {}: {e}", i + 1));
        let article = Article::new(i.to_string(), text(&row, "text").unwrap_or_default());
        Article { published: text(&row, "published"), ..article }
    };
    lines.lines().enumerate().map(read).collect()
}

fn words() -> AhoCorasick {
    let calendar = &Lexicon::english().calendar;
    let mut firsts: Vec<String> = Vec::new();
    for table in [&calendar.months, &calendar.short_months, &calendar.weekdays, &calendar.short_weekdays, &calendar.ordinals] {
        firsts.extend(table.iter().map(|(phrase, _)| phrase));
    }
    for table in [&calendar.unit, &calendar.units] {
        firsts.extend(table.iter().map(|(phrase, _)| phrase));
    }
    firsts.extend(calendar.turns.iter().map(|(phrase, _)| phrase));
    firsts.extend(calendar.days.iter().map(|(phrase, _)| phrase));
    firsts.extend(calendar.refs.iter().map(|(phrase, _)| phrase));
    firsts.extend(calendar.edges.iter().map(|(phrase, _)| phrase));
    firsts.extend(('0'..='9').map(String::from));
    let firsts = firsts.iter().filter_map(|phrase| phrase.split(' ').next());
    AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(firsts).expect("patterns")
}

fn bytes() -> usize {
    NEWS.iter().map(|a| a.text.len()).sum()
}

fn limit_pass() -> usize {
    NEWS.iter().map(|a| WORDS.find_iter(&a.text).count()).sum()
}

/// The dates as the floors above see them, without the rows of the tables.
fn dates_pass() -> usize {
    NEWS.iter().map(|a| Story::dated(a, Lexicon::english()).dates.len()).sum()
}

fn extracted(kinds: &[Kind]) -> Claims {
    ONE.install(|| extract(&NEWS, kinds, Lexicon::english()).expect("the ids differ"))
}

/// The time of the best pass, after one that nobody times.
fn best(pass: impl Fn() -> usize) -> Duration {
    black_box(pass());
    let times = (0..PASSES).map(|_| {
        let start = Instant::now();
        black_box(pass());
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "the size of a file")]
fn rate(time: Duration) -> f64 {
    bytes() as f64 / time.as_secs_f64() / 1e6
}

#[divan::bench]
fn aho_corasick(bencher: Bencher) {
    bencher.counter(BytesCount::new(bytes())).bench(limit_pass);
}

#[divan::bench]
fn page(bencher: Bencher) {
    let lexicon = Lexicon::english();
    let pass = || NEWS.iter().map(|a| Page::new(&a.text, lexicon).tokens.len()).sum::<usize>();
    bencher.counter(BytesCount::new(bytes())).bench(pass);
}

#[divan::bench]
fn dates(bencher: Bencher) {
    bencher.counter(BytesCount::new(bytes())).bench(dates_pass);
}

/// The tables of articles and dates, with the sketch that copies are found by.
#[divan::bench]
fn dates_as_tables(bencher: Bencher) {
    bencher.counter(BytesCount::new(bytes())).bench(|| extracted(&[Kind::Date]));
}

#[divan::bench(sample_count = 10)]
fn everything(bencher: Bencher) {
    bencher.counter(BytesCount::new(bytes())).bench(|| extracted(Kind::ALL));
}
