//! How fast meetings are read, on one thread, with all they need: the page, dates, names and who says what.
//!
//! `WIRECHECK_NEWS=news.jsonl cargo bench --bench meetings` reads the `text` of each line of a file; without it, the samples are repeated.

mod news;

use divan::Bencher;
use divan::counter::BytesCount;
use wirecheck::lexicon::vocabulary::Kind;

use news::{best, bytes, extracted, rate};

fn main() {
    divan::main();
    println!("meetings with all they need: {:.1} MB/s", rate(best(|| extracted(&[Kind::Meeting]).meetings.len())));
}

/// The tables of articles and meetings.
#[divan::bench]
fn meetings(bencher: Bencher) {
    bencher.counter(BytesCount::new(bytes())).bench(|| extracted(&[Kind::Meeting]));
}
