//! One pass of a reader over the samples, for `tools/instructions.py` to count its instructions: `instructions casualty`, or `all`.
//!
//! A pass that nobody counts goes before it, so that no table is read for the first time.

mod news;

use std::hint::black_box;

use rayon::ThreadPoolBuilder;
use wirecheck::claim::extract;
use wirecheck::lexicon::Lexicon;
use wirecheck::lexicon::vocabulary::Kind;
use wirecheck::text::Article;

use news::samples;

fn main() {
    let asked = std::env::args().nth(1).unwrap_or_default();
    let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| asked == "all" || asked == kind.as_str()).collect();
    if kinds.is_empty() {
        println!("bytes {}", samples().iter().map(|a| a.text.len()).sum::<usize>());
        return;
    }
    let articles = samples();
    black_box(extract(&articles, Kind::ALL, Lexicon::english()).expect("the ids differ"));
    // On the thread that reads: what another does while it waits is not counted.
    let pool = ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
    pool.install(|| counted(&articles, &kinds));
}

/// The tool counts from here to its end.
#[inline(never)]
fn counted(articles: &[Article], kinds: &[Kind]) {
    black_box(extract(articles, kinds, Lexicon::english()).expect("the ids differ"));
}
