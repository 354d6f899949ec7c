//! How fast names are read, on one thread: the mentions of each sentence, as its own words show them; the same with types,
//! entities, roles and pronouns; and as a table.
//!
//! `WIRECHECK_NEWS=news.jsonl cargo bench --bench names` reads the `text` of each line of a file; without it, the samples are repeated.

mod news;

use divan::Bencher;
use divan::counter::BytesCount;
use wirecheck::lexicon::Lexicon;
use wirecheck::lexicon::vocabulary::Kind;
use wirecheck::read::names::names;
use wirecheck::story::Story;
use wirecheck::text::{Article, Page};

use news::{NEWS, best, bytes, extracted, rate};

fn main() {
    divan::main();
    println!("mentions alone: {:.1} MB/s; who is who: {:.1} MB/s", rate(best(mentions_pass)), rate(best(named_pass)));
}

fn mentions_pass() -> usize {
    let lexicon = Lexicon::english();
    let read = |a: &Article| {
        let page = Page::new(&a.text, lexicon);
        page.sentences.iter().map(|s| names(&page, s, lexicon).len()).sum::<usize>()
    };
    NEWS.iter().map(read).sum()
}

fn named_pass() -> usize {
    NEWS.iter().map(|a| Story::new(a, Lexicon::english()).names().len()).sum()
}

#[divan::bench]
fn mentions(bencher: Bencher) {
    bencher.counter(BytesCount::new(bytes())).bench(mentions_pass);
}

#[divan::bench]
fn who_is_who(bencher: Bencher) {
    bencher.counter(BytesCount::new(bytes())).bench(named_pass);
}

/// The tables of articles and names, with the sketch that copies are found by.
#[divan::bench]
fn names_as_tables(bencher: Bencher) {
    bencher.counter(BytesCount::new(bytes())).bench(|| extracted(&[Kind::Name]));
}
