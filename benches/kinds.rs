//! How fast each kind of claim is read alone, and all together, on one thread: with the page, the tables of articles and all else
//! that it needs.
//!
//! `WIRECHECK_NEWS=news.jsonl cargo bench --bench kinds` reads the `text` of each line of a file; without it, the samples are repeated.

mod news;

use divan::Bencher;
use divan::counter::BytesCount;
use wirecheck::claim::record::Claims;
use wirecheck::lexicon::vocabulary::Kind;

use news::{best, bytes, extracted, rate};

fn main() {
    divan::main();
    let told: Vec<_> = Kind::ALL.iter().map(|kind| format!("{kind} {:.1}", rate(best(|| rows(&[*kind]))))).collect();
    println!("MB/s alone: {}; all together: {:.1}", told.join(", "), rate(best(|| rows(Kind::ALL))));
}

fn rows(kinds: &[Kind]) -> usize {
    let Claims { dates, names, casualties, meetings, quotes, .. } = extracted(kinds);
    dates.len() + names.len() + casualties.len() + meetings.len() + quotes.len()
}

#[divan::bench]
fn quotes(bencher: Bencher) {
    bencher.counter(BytesCount::new(bytes())).bench(|| extracted(&[Kind::Quote]));
}

#[divan::bench]
fn all_together(bencher: Bencher) {
    bencher.counter(BytesCount::new(bytes())).bench(|| extracted(Kind::ALL));
}
