//! How fast casualties are read, on one thread, with all they need: the page, dates, names and who says what.
//!
//! `WIRECHECK_NEWS=news.jsonl cargo bench --bench casualties` reads the `text` of each line of a file; without it, the samples are repeated.

mod news;

use divan::Bencher;
use divan::counter::BytesCount;
use wirecheck::lexicon::vocabulary::Kind;

use news::{best, bytes, extracted, rate};

fn main() {
    divan::main();
    println!("casualties with all they need: {:.1} MB/s", rate(best(|| extracted(&[Kind::Casualty]).casualties.len())));
}

/// The tables of articles and casualties.
#[divan::bench]
fn casualties(bencher: Bencher) {
    bencher.counter(BytesCount::new(bytes())).bench(|| extracted(&[Kind::Casualty]));
}
