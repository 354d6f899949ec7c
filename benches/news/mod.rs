//! The articles that the benches read, and how they are timed.
//!
//! `WIRECHECK_NEWS=news.jsonl cargo bench` reads the `text` of each line of a file; without it, the samples are repeated.
#![allow(dead_code, reason = "each bench uses a part of it")]

use std::hint::black_box;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use rayon::{ThreadPool, ThreadPoolBuilder};
use serde_json::Value;
use wirecheck::claim::extract;
use wirecheck::claim::record::Claims;
use wirecheck::lexicon::Lexicon;
use wirecheck::lexicon::vocabulary::Kind;
use wirecheck::text::Article;

/// As the package has it.
#[cfg(not(feature = "allocator"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The samples are repeated up to about so many bytes.
const BYTES: usize = 1 << 20;
/// A rate is that of the best of so many passes.
const PASSES: usize = 9;

pub(crate) static NEWS: LazyLock<Vec<Article>> = LazyLock::new(news);
static ONE: LazyLock<ThreadPool> = LazyLock::new(|| ThreadPoolBuilder::new().num_threads(1).build().expect("a thread"));

fn news() -> Vec<Article> {
    let Ok(path) = std::env::var("WIRECHECK_NEWS") else {
        let samples = samples();
        let repeats = BYTES / samples.iter().map(|a| a.text.len()).sum::<usize>();
        let all = samples.iter().cycle().take(repeats * samples.len());
        return all.enumerate().map(|(i, a)| Article { id: i.to_string(), ..a.clone() }).collect();
    };
    articles(&std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("WIRECHECK_NEWS, {path}: {e}")))
}

/// The samples, each once.
pub(crate) fn samples() -> Vec<Article> {
    articles(include_str!("../../python/wirecheck/samples/articles.jsonl"))
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

pub(crate) fn bytes() -> usize {
    NEWS.iter().map(|a| a.text.len()).sum()
}

/// The claims of some kinds, on one thread.
pub(crate) fn extracted(kinds: &[Kind]) -> Claims {
    ONE.install(|| extract(&NEWS, kinds, Lexicon::english()).expect("the ids differ"))
}

/// The time of the best pass, after one that nobody times.
pub(crate) fn best(pass: impl Fn() -> usize) -> Duration {
    black_box(pass());
    let times = (0..PASSES).map(|_| {
        let start = Instant::now();
        black_box(pass());
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

/// Megabytes a second.
#[expect(clippy::cast_precision_loss, reason = "the size of a file")]
pub(crate) fn rate(time: Duration) -> f64 {
    bytes() as f64 / time.as_secs_f64() / 1e6
}
