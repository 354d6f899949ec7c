//! How fast articles are read, on one thread: the page, the dates alone, everything; and, as the limit that no reader
//! passes, one Aho-Corasick pass over the same bytes for the words that can begin a date.
//!
//! `WIRECHECK_NEWS=news.jsonl cargo bench` reads the `text` of each line of a file; without it, the samples are repeated.

mod news;

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use divan::Bencher;
use divan::counter::BytesCount;
use wirecheck::lexicon::Lexicon;
use wirecheck::lexicon::vocabulary::Kind;
use wirecheck::story::Story;
use wirecheck::text::Page;

use news::{NEWS, best, bytes, extracted, rate};

static WORDS: LazyLock<AhoCorasick> = LazyLock::new(words);

fn main() {
    divan::main();
    let (limit, dates) = (best(limit_pass), best(dates_pass));
    println!(
        "dates alone: {:.1} MB/s, {:.1} times the Aho-Corasick pass",
        rate(dates),
        dates.as_secs_f64() / limit.as_secs_f64()
    );
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

fn limit_pass() -> usize {
    NEWS.iter().map(|a| WORDS.find_iter(&a.text).count()).sum()
}

/// The dates as the floors above see them, without the rows of the tables.
fn dates_pass() -> usize {
    NEWS.iter().map(|a| Story::new(a, Lexicon::english()).dates().len()).sum()
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
