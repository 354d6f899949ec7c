//! What must not change who is quoted with which words: the marks, the spaces and the line breaks of a page.
//!
//! The texts are those of `tests/corpus/quotes/` with straight double marks.

mod cases;

use cases::{corpus, quotes};

/// Texts with straight double marks in pairs, which can be written with others.
fn texts() -> Vec<(String, String)> {
    let paired = |text: &str| text.contains('"') && text.split(" / ").all(|p| p.matches('"').count() % 2 == 0);
    let plain = |text: &str| !text.contains(['“', '”', '‘', '’', '«', '„', '`']) && !text.contains("''");
    let cases = corpus("quotes").into_iter().map(|case| (case.place, case.sentence));
    cases.filter(|(_, text)| paired(text) && plain(text)).collect()
}

/// Writes every second straight double mark as `open`, the others as `close`; in each paragraph anew.
fn marked(text: &str, open: &str, close: &str) -> String {
    let mut opens = false;
    let mark = |c: char| match c {
        '"' => {
            opens = !opens;
            (if opens { open } else { close }).to_owned()
        }
        c => c.to_string(),
    };
    text.chars().map(mark).collect()
}

/// A paragraph of several lines, from which a page shows that its lines are broken.
const MORE: &str = "The lake lies in a valley with steep walls, and the road to it is closed in winter. In summer the boats go \
                    twice a day from the southern shore to the village, where the market is held on Wednesdays. The hotel above \
                    the village has been empty for ten years, and the path behind it leads to the glacier. Beyond the pass the \
                    snow stays until June. A railway was planned, but the money went to the harbour.";

/// Breaks the lines of every paragraph as a page of 70 columns does.
fn wrapped(text: &str) -> String {
    let paragraph = |text: &str| {
        let mut out = String::new();
        let mut column = 0;
        for word in text.split(' ') {
            let length = word.chars().count();
            let breaks = column + length > 70;
            out += if column == 0 {
                ""
            } else if breaks {
                "\n"
            } else {
                " "
            };
            column = if breaks { length } else { column + length + 1 };
            out += word;
        }
        out
    };
    text.split(" / ").map(paragraph).collect::<Vec<_>>().join(" / ")
}

/// Holds for every text that a change of it leaves the quotes alone, but for the marks and spaces in them.
fn unmoved(change: impl Fn(&str) -> String) {
    let texts = texts();
    let mut wrong = Vec::new();
    let mut changed = 0;
    for (place, text) in &texts {
        let other = change(text);
        changed += usize::from(other != *text);
        let (before, after) = (quotes(text).join(" + "), quotes(&other).join(" + "));
        // Some marks stand apart from their words.
        if before.replace(' ', "") != after.replace(' ', "") {
            wrong.push(format!("{place}: {other}\n    {before}\n    {after}"));
        }
    }
    assert!(changed >= 15, "{changed} of {} texts are changed", texts.len());
    assert!(wrong.is_empty(), "{} of {} texts are read otherwise:\n{}", wrong.len(), texts.len(), wrong.join("\n"));
}

#[test]
fn curly_marks() {
    assert!(texts().len() >= 150, "{} texts", texts().len());
    unmoved(|text| marked(text, "“", "”"));
}

#[test]
fn french_marks() {
    unmoved(|text| marked(text, "«", "»"));
    unmoved(|text| marked(text, "«\u{a0}", "\u{a0}»"));
    unmoved(|text| marked(text, "« ", " »"));
}

#[test]
fn german_marks() {
    unmoved(|text| marked(text, "„", "“"));
    unmoved(|text| marked(text, "»", "«"));
}

#[test]
fn marks_of_typewriters() {
    unmoved(|text| marked(text, "``", "''"));
}

#[test]
fn no_break_spaces() {
    unmoved(|text| text.replace(' ', "\u{a0}").replace("\u{a0}/\u{a0}", " / "));
    unmoved(|text| text.replace(' ', "\u{202f}").replace("\u{202f}/\u{202f}", " / "));
}

#[test]
fn broken_lines() {
    unmoved(|text| format!("{text} / {MORE}"));
    unmoved(|text| wrapped(&format!("{text} / {MORE}")));
}

#[test]
fn single_line_breaks_between_paragraphs() {
    unmoved(|text| text.replace(" / ", "\n"));
}
