//! What is promised of any input, on inputs that were made to break it. The fuzz targets hold the same: `fuzz/properties.rs`.

#[path = "../fuzz/properties.rs"]
#[expect(clippy::pedantic, reason = "cells of any kind are made of any bytes")]
mod properties;

use proptest::prelude::*;
use proptest::test_runner::Config;
use wirecheck::check::Options;
use wirecheck::claim::{extract, extract_within};
use wirecheck::lexicon::Lexicon;
use wirecheck::lexicon::vocabulary::Kind;
use wirecheck::link::COMPARED;
use wirecheck::report::check;
use wirecheck::text::Article;
use wirecheck::watch::Watch;

/// Pieces that readers look for, and what stands badly beside them.
const PIECES: &str = "killed|at least 18 people|wounded 3 others|A bomb|dozens|children|Mayor Lena Hoffman|Hoffman|Berzins|He|she|they|\
    said|told reporters|according to|denied that|met|will meet|talks with|in Riga|in Bir Salwan|Yemen|on Wednesday|May 6|2021-05-06|\
    last week|three days later|10:30 GMT|“|”|\"|'|‘|’|«|(|)|[|]|,|.|;|:|—|...|\n|\n\n|\t|\u{a0}|\u{200b}|\u{301}|\u{202e}|\u{feff}|1,234|\
    999999999999999999999|-1|0|½|III|U.N.|the|and|of|not|none|(Northern Wire) -|BIR SALWAN, Yemen, May 6 (Northern Wire) - |RIGA:|\
    BRANDT: We go.|Correction:|https://example.org/2021/05/06/x|<p>|&amp;|أ|Ü|ß|🇱🇻|\u{0}|\u{1e}|\u{1e}@2021-05-07\n|ſ|İ|ﬁ";

/// Articles of such pieces, with any characters between them at times.
fn text() -> impl Strategy<Value = String> {
    let known = prop::sample::select(PIECES.split('|').collect::<Vec<_>>()).prop_map(str::to_owned);
    let piece = prop_oneof![12 => known, 1 => any::<char>().prop_map(String::from)];
    let glue = prop::sample::select(&[" ", " ", " ", "", ". "][..]);
    prop::collection::vec((piece, glue), 0..60).prop_map(|all| all.into_iter().map(|(piece, glue)| piece + glue).collect())
}

/// How many inputs each property sees; `PROPTEST_CASES` says more.
fn some() -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok());
    Config { cases: asked.unwrap_or(48), failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(some())]

    #[test]
    fn any_text_is_read(text in text()) {
        properties::extract(text.as_bytes());
    }

    #[test]
    fn any_articles_are_judged(text in text()) {
        properties::check(text.as_bytes());
    }

    #[test]
    fn any_two_wordings_compare(a in text(), b in text()) {
        properties::compare_quotes(format!("{a}{}{b}", properties::PART).as_bytes());
    }

    #[test]
    fn any_names_of_ones_own_are_refused_or_read(name in text(), alias in "\\PC{0,12}", entity in "(person|org|gov|place)?:?[a-z/-]{0,9}", text in text()) {
        let words = [&name, "LOC", &alias, &entity].map(|word| word.replace(['\u{1e}', '\u{1f}'], " ")).join("\u{1f}");
        properties::lexicon(format!("{words}{}{text}", properties::PART).as_bytes());
    }

    #[test]
    fn any_cells_are_refused_or_judged(data in prop::collection::vec(any::<u8>(), 0..4000)) {
        properties::arrow_in(&data);
    }
}

/// Figures of one incident meet each other: without a bound an article of a megabyte would make millions of relations.
#[test]
fn an_article_of_nothing_but_tolls_is_judged_within_bounds() {
    let tolls = (100..400).fold(String::new(), |text, n| text + &format!("A bomb killed {n} people in Riga.\n\n"));
    let articles = ["first", "second"].map(|id| Article::new(id, &*tolls).published("2021-05-07"));
    let claims = extract(&articles, &[Kind::Casualty], Lexicon::english()).expect("claims");
    assert!(claims.casualties.len() >= 600);
    let report = check(&claims, None, &Options::default(), Lexicon::english()).expect("a report");
    assert!(report.relations.len() <= 4 * COMPARED * COMPARED, "{} relations", report.relations.len());
    let told: Vec<_> = report.skipped.iter().filter(|s| s.what == "figures").map(|s| s.article.as_deref()).collect();
    assert_eq!(told, [Some("first"), Some("second")]);
}

/// It took time in the square of its length: each quotation was asked for a signature at the end of the paragraph.
#[test]
fn a_paragraph_of_thousands_of_quotations_ends() {
    let text = "The mayor told reporters on Monday that the market would be rebuilt before the winter comes. ".to_owned()
        + &"“said ".repeat(10_000);
    let claims = extract(&[Article::new("marks", text)], Kind::ALL, Lexicon::english()).expect("claims");
    assert!(claims.quotes.len() >= 10_000);
}

/// Of both, time grew in the square of the length: each date looked along its line, each fragment into each quotation.
#[test]
fn lines_of_dates_and_thousands_of_fragments_are_checked() {
    let fragments = (0..1000).fold(String::new(), |text, n| text + &format!("“We saw {n} lorries,” said Riga Hoffman. "));
    for text in ["on Monday ".repeat(4000), fragments] {
        let articles = ["first", "second"].map(|id| Article::new(id, &*text).published("2021-05-07"));
        let claims = extract(&articles, Kind::ALL, Lexicon::english()).expect("claims");
        let report = check(&claims, None, &Options::default(), Lexicon::english()).expect("a report");
        assert_eq!(report.sources.len(), 2);
    }
}

/// Each denial looked to the end of its sentence, however far that was.
#[test]
fn a_quotation_of_nothing_but_denials_is_compared() {
    let text = format!("“{}” said Mayor Lena Hoffman.", "no to to it ok ".repeat(20_000));
    let articles = ["first", "second"].map(|id| Article::new(id, &*text).published("2021-05-07"));
    let claims = extract(&articles, &[Kind::Quote], Lexicon::english()).expect("claims");
    let report = check(&claims, None, &Options::default(), Lexicon::english()).expect("a report");
    assert_eq!(report.sources.len(), 2);
}

/// What is longer than is allowed is counted, and the article stays in its table.
#[test]
fn a_text_over_its_limit_is_counted() {
    let article = Article::new("long", "A bomb killed 3 people in Riga on Monday.");
    let size = article.text.len();
    for (longest, read) in [(size, true), (size - 1, false), (usize::MAX, true)] {
        let watch = Watch::default();
        let claims =
            extract_within(longest, std::slice::from_ref(&article), Kind::ALL, Lexicon::english(), &watch).expect("claims");
        assert_eq!(claims.articles.len(), 1);
        assert_eq!(claims.casualties.len(), usize::from(read));
        let told: Vec<_> = claims.skipped.iter().map(|s| s.reason.as_str()).collect();
        let reason = format!("longer than {} bytes: part it into its articles, or raise the limit of a text", size - 1);
        assert_eq!(told, if read { vec![] } else { vec![reason.as_str()] });
    }
}
