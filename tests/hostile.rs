//! What is promised of any input, on inputs that were made to break it. The fuzz targets hold the same: `fuzz/properties.rs`.

#[path = "../fuzz/properties.rs"]
mod properties;

use proptest::prelude::*;
use proptest::test_runner::Config;

/// Pieces that readers look for, and what stands badly beside them.
const PIECES: &[&str] = &[
    "killed", "at least 18 people", "wounded 3 others", "A bomb", "dozens", "children", "Mayor Lena Hoffman", "Hoffman", "Berzins", "He",
    "she", "they", "said", "told reporters", "according to", "denied that", "met", "will meet", "talks with", "in Riga", "in Bir Salwan",
    "Yemen", "on Wednesday", "May 6", "2021-05-06", "last week", "three days later", "10:30 GMT", "“", "”", "\"", "'", "‘", "’", "«", "(", ")",
    "[", "]", ",", ".", ";", ":", "—", "...", "\n", "\n\n", "\t", "\u{a0}", "\u{200b}", "\u{301}", "\u{202e}", "\u{feff}", "1,234", "999999999999999999999",
    "-1", "0", "½", "III", "U.N.", "the", "and", "of", "not", "none", "(Northern Wire) -", "BIR SALWAN, Yemen, May 6 (Northern Wire) - ", "RIGA:",
    "BRANDT: We go.", "Correction:", "https://example.org/2021/05/06/x", "<p>", "&amp;", "أ", "Ü", "ß", "🇱🇻", "\u{0}", "\u{1e}", "\u{1e}@2021-05-07\n", "ſ", "İ", "ﬁ",
];

/// Articles of such pieces, with any characters between them at times.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![12 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    let glue = prop::sample::select(&[" ", " ", " ", "", ". "][..]);
    prop::collection::vec((piece, glue), 0..60).prop_map(|all| all.into_iter().map(|(piece, glue)| piece + glue).collect())
}

/// How many inputs each property sees; `PROPTEST_CASES` says more.
fn some() -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok());
    Config { cases: asked.unwrap_or(48), ..Config::default() }
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
    fn any_cells_are_refused_or_judged(data in prop::collection::vec(any::<u8>(), 0..4000)) {
        properties::arrow_in(&data);
    }
}
