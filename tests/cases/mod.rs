//! The files of `tests/corpus/`, and quotes written as they are there.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::fs;
use std::path::Path;

use wirecheck::claim::extract;
use wirecheck::lexicon::Lexicon;
use wirecheck::lexicon::vocabulary::Kind;
use wirecheck::rule::CLOCK;
use wirecheck::text::Article;

/// A text and what is read in it.
pub(crate) struct Case {
    /// File and line.
    pub(crate) place: String,
    /// The day it was written on.
    pub(crate) day: Option<String>,
    /// What heads it.
    pub(crate) expected: String,
    /// The text.
    pub(crate) sentence: String,
}

/// The sentences of one folder of the corpus.
pub(crate) fn corpus(folder: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder).expect("the corpus").map(|f| f.expect("a file").path()).collect();
    paths.sort();
    paths.iter().flat_map(|path| cases(path)).collect()
}

fn cases(path: &Path) -> Vec<Case> {
    let mut day = Some(CLOCK.to_owned());
    let mut expected = None;
    let mut out = Vec::new();
    for (number, line) in fs::read_to_string(path).expect("a file of the corpus").lines().enumerate() {
        let place = format!("{}:{}", path.file_name().expect("a name").to_string_lossy(), number + 1);
        if let Some(told) = line.strip_prefix("@ ") {
            day = (told != "none").then(|| told.to_owned());
        } else if let Some(told) = line.strip_prefix("= ") {
            expected = Some(told.to_owned());
        } else if !line.is_empty() {
            let expected = expected.clone().unwrap_or_else(|| panic!("{place}: no line with = stands above"));
            out.push(Case { place, day: day.clone(), expected, sentence: line.to_owned() });
        }
    }
    out
}

/// The quotes of a text: kind, speaker and words, with marks and speakers as the file's head tells.
pub(crate) fn quotes(text: &str) -> Vec<String> {
    let article = Article::new("0", text.replace(" / ", "\n\n")).published(CLOCK);
    let claims = extract(&[article], &[Kind::Quote], Lexicon::english()).expect("one article");
    let mut before = "";
    let mut out = Vec::new();
    for q in &claims.quotes {
        let goes_on = if q.utterance == before { "... " } else { "" };
        let speaker = straight(q.speaker.as_deref().unwrap_or("-"));
        out.push(format!("{goes_on}{} | {} | {}", q.kind, bare(&speaker), straight(&q.text)));
        before = &q.utterance;
    }
    out
}

/// A name without its article.
pub(crate) fn bare(name: &str) -> &str {
    ["The ", "the ", "A ", "a ", "An ", "an "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}

/// Every mark straight, every space plain.
fn straight(text: &str) -> String {
    let plain = |c| match c {
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' => '\'',
        c => c,
    };
    let text: String = text.chars().map(|c| if matches!(c, '\n' | '\u{a0}' | '\u{202f}') { ' ' } else { c }).collect();
    let text = text.replace("``", "\"").replace("''", "\"");
    text.chars().map(plain).collect()
}
