//! How near reading comes to the limit itself, in one run over one text on one thread: looking for one byte, one pass of an automaton
//! with every trigger word, then each floor, then each kind of claim with all it needs.
//!
//! `WIRECHECK_NEWS=news.jsonl cargo bench --bench limits` reads the `text` of each line of a file; without it, the samples are repeated.
//! `cargo bench --bench limits -- names` measures what has "names" in its name, for a profiler to look at.

mod news;

use std::hint::black_box;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use wirecheck::lexicon::vocabulary::Kind;
use wirecheck::lexicon::{Lexicon, Phrases};
use wirecheck::read::clause::clauses;
use wirecheck::read::dates::dates;
use wirecheck::read::marks::quoted;
use wirecheck::read::names::names;
use wirecheck::read::numbers::numbers;
use wirecheck::story::Story;
use wirecheck::text::{Article, Page, Sentence};
use wirecheck::value::words::sketch;

use news::{NEWS, best, extracted, rate};

static PAGES: LazyLock<Vec<Page<'static>>> =
    LazyLock::new(|| NEWS.iter().map(|a| Page::new(&a.text, Lexicon::english())).collect());

fn main() {
    let lexicon = Lexicon::english();
    let triggers = triggers(lexicon);
    let automaton = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(&triggers)
        .expect("an automaton of some thousand words");

    told("one byte (memchr)", || of_texts(|text| memchr::memchr_iter(b'\n', text.as_bytes()).count()));
    told(&format!("one pass of {} trigger words", triggers.len()), || of_texts(|text| automaton.find_iter(text).count()));

    told("tokens, sentences, paragraphs", || NEWS.iter().map(|a| Page::new(&a.text, lexicon).sentences.len()).sum());
    told("sample of 5-grams", || of_texts(|text| sketch(text, lexicon).len()));
    told("marks of quotation", || PAGES.iter().flat_map(|page| page.paragraphs.iter().map(|p| quoted(page, p).len())).sum());
    told("clauses", || of_sentences(|page, s| clauses(page, s, lexicon).len()));
    told("numbers", || of_sentences(|page, s| numbers(page, s, lexicon).len()));
    told("dates of sentences", || of_sentences(|page, s| dates(page, s, lexicon).len()));
    told("names of sentences", || of_sentences(|page, s| names(page, s, lexicon).len()));

    told("story: page and anchor", || of_stories(|story| story.sections.len()));
    told("story: dates", || of_stories(|story| story.dates().len()));
    told("story: mentions", || of_stories(|story| story.mentions().len()));
    told("story: who is who", || of_stories(|story| story.names().len()));
    told("story: who says what", || of_stories(|story| story.sentences().map(|s| story.attributions(s).len()).sum()));

    for kind in Kind::ALL {
        told(&format!("{kind} rows"), || extracted(&[*kind]).articles.len());
    }
    told("all rows", || extracted(Kind::ALL).articles.len());
}

/// One line: what was done, and how many megabytes of it a second.
fn told(what: &str, pass: impl Fn() -> usize) {
    let asked = std::env::args().skip(1).find(|word| !word.starts_with("--"));
    if asked.is_some_and(|words| !what.contains(&words)) {
        return;
    }
    println!("{what:<34} {:>9.1} MB/s", rate(best(|| black_box(pass()))));
}

fn of_texts(read: impl Fn(&str) -> usize) -> usize {
    NEWS.iter().map(|article| read(&article.text)).sum()
}

fn of_sentences(read: impl Fn(&Page, &Sentence) -> usize) -> usize {
    PAGES.iter().flat_map(|page| page.sentences.iter().map(|s| read(page, s))).sum()
}

fn of_stories(read: impl Fn(&Story) -> usize) -> usize {
    NEWS.iter().map(|article: &Article| read(&Story::new(article, Lexicon::english()))).sum()
}

/// Every word that a claim of some kind hangs on.
fn triggers(lexicon: &Lexicon) -> Vec<String> {
    let (harm, meetings) = (&lexicon.casualties, &lexicon.meetings);
    let mut all = phrases(&lexicon.cues.verbs);
    for table in [&harm.tolls, &harm.participles, &harm.actives, &harm.intransitives, &harm.adjectives, &harm.acts, &harm.nouns] {
        all.extend(phrases(table));
    }
    all.extend(phrases(&meetings.verbs));
    all.extend(phrases(&meetings.nouns));
    all.sort_unstable();
    all.dedup();
    all
}

fn phrases<T>(table: &Phrases<T>) -> Vec<String> {
    table.iter().map(|(phrase, _)| phrase).collect()
}
