//! Sentences and the dates in them, `tests/corpus/dates/*.txt`, grouped by what they give.
//!
//! `= DATE 2014-03-06` heads the sentences that give one row of that type and value; rows are joined by `+`, and `= -` heads those
//! that give none. All are read on Friday 7 August 2015, but for those below a line `@ day`, or `@ none` for no day at all.

use std::fs;
use std::path::Path;

use wirecheck::claim::extract;
use wirecheck::lexicon::{Lexicon, vocabulary::Kind};
use wirecheck::rule::{CLOCK, ROWS};
use wirecheck::text::Article;

struct Case {
    place: String,
    day: Option<String>,
    expected: String,
    sentence: String,
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

/// The rows of one sentence, as `TYPE value`.
fn rows(case: &Case) -> String {
    let mut article = Article::new("0", case.sentence.as_str());
    article.published.clone_from(&case.day);
    let claims = extract(&[article], &[Kind::Date], Lexicon::english()).expect("one article");
    let rows: Vec<_> = claims.dates.iter().map(|d| format!("{} {}", d.r#type, d.value)).collect();
    if rows.is_empty() { "-".to_owned() } else { rows.join(ROWS) }
}

#[test]
fn sentences_give_the_dates_that_head_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/dates");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("the corpus").map(|f| f.expect("a file").path()).collect();
    paths.sort();
    let cases: Vec<_> = paths.iter().flat_map(|path| cases(path)).collect();
    assert!(cases.len() > 800, "{} sentences", cases.len());
    let wrong: Vec<_> = cases
        .iter()
        .map(|case| (case, rows(case)))
        .filter(|(case, got)| *got != case.expected)
        .map(|(case, got)| format!("{}: {}\n    should give {}\n    and gives   {got}", case.place, case.sentence, case.expected))
        .collect();
    assert!(wrong.is_empty(), "{} of {} sentences:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
