//! How the cost of a check grows with the claims: ten thousand, a hundred thousand and, with `WIRECHECK_LARGE=1`, a million of them, of
//! a made-up archive; and how fast near copies are found, the cut ones too.

mod archive;

use std::time::{Duration, Instant};

use archive::Dice;
use wirecheck::check::Options;
use wirecheck::claim::extract;
use wirecheck::claim::record::Claims;
use wirecheck::lexicon::Lexicon;
use wirecheck::lexicon::vocabulary::Kind;
use wirecheck::link::{Book, Whole, copies};
use wirecheck::report::check;
use wirecheck::text::Article;
use wirecheck::watch::Watch;

/// As the package has it.
#[cfg(not(feature = "allocator"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Claims of an article of the archive, about.
const CLAIMS: usize = 5;
/// Every third article is a copy of another, and every second copy is cut to a third.
const COPIES: usize = 20_000;
/// The words of an article that is copied.
const WORDS: usize = 300;

fn main() {
    let mut sizes = vec![10_000, 30_000, 100_000];
    if std::env::var_os("WIRECHECK_LARGE").is_some() {
        sizes.extend([300_000, 1_000_000]);
    }
    let told: Vec<(usize, Duration)> = sizes.into_iter().map(checked).collect();
    for pair in told.windows(2) {
        println!("from {} to {} claims: exponent {:.2}", pair[0].0, pair[1].0, exponent(pair[0], pair[1]));
    }
    if let [first, .., last] = told[..] {
        println!("in all: exponent {:.2}", exponent(first, last));
    }
    near_copies();
}

/// How many claims a check of about so many looked at, and its time.
fn checked(size: usize) -> (usize, Duration) {
    let claims = read(&archive::articles(size / CLAIMS));
    let count = claims.casualties.len() + claims.meetings.len() + claims.quotes.len();
    let start = Instant::now();
    let report = check(&claims, None, &Options::default(), Lexicon::english()).expect("the ids differ");
    let time = start.elapsed();
    println!(
        "{count} claims of {} articles: {:.2} s, {} relations, {} findings",
        claims.articles.len(),
        time.as_secs_f64(),
        report.relations.len(),
        report.findings.len()
    );
    (count, time)
}

fn read(articles: &[Article]) -> Claims {
    extract(articles, &[Kind::Casualty, Kind::Meeting, Kind::Quote, Kind::Name], Lexicon::english()).expect("the ids differ")
}

/// By what power of the size the time grows.
#[expect(clippy::cast_precision_loss, reason = "a ratio")]
fn exponent((n, x): (usize, Duration), (m, y): (usize, Duration)) -> f64 {
    (y.as_secs_f64() / x.as_secs_f64()).ln() / (m as f64 / n as f64).ln()
}

fn near_copies() {
    let mut dice = Dice::new(11);
    let text = |dice: &mut Dice| archive::prose(dice, WORDS);
    let mut articles: Vec<Article> = (0..COPIES / 3 * 2).map(|i| Article::new(i.to_string(), text(&mut dice))).collect();
    let originals = articles.len();
    for i in (0..originals).step_by(2) {
        let text = &articles[i].text;
        let third = text.char_indices().nth(text.chars().count() / 3).map_or(text.len(), |(at, _)| at);
        let kept = if i % 4 == 0 { &text[..third] } else { text.as_str() };
        articles.push(Article::new(format!("copy of {i}"), kept.to_owned()));
    }
    let claims = read(&articles);
    let book = Book::new(&claims, Lexicon::english());
    let start = Instant::now();
    let found = copies(&book, &Whole::default(), &Watch::default()).expect("nobody stops it");
    let time = start.elapsed();
    let known = |of: usize| found.iter().any(|c| c.original.min(c.copy) == of && c.original.max(c.copy) >= originals);
    let looked_at: Vec<usize> = (0..originals).step_by(202).collect();
    let share = |of: &dyn Fn(usize) -> bool| {
        let those: Vec<usize> = looked_at.iter().copied().filter(|i| of(*i)).collect();
        format!("{} of {}", those.iter().filter(|i| known(**i)).count(), those.len())
    };
    let (cut, whole) = (share(&|i| i % 4 == 0), share(&|i| i % 4 != 0));
    println!(
        "near copies: {:.0} articles a second; found are {whole} whole ones and {cut} that are cut to a third",
        rate(articles.len(), time)
    );
}

/// How many a second.
#[expect(clippy::cast_precision_loss, reason = "a rate")]
fn rate(count: usize, time: Duration) -> f64 {
    count as f64 / time.as_secs_f64()
}
