//! Quotation marks of a paragraph, paired.
//!
//! Marks pair inside their paragraph and nowhere else: a page with one mark missing keeps every other quotation. What decides
//! is where a mark stands (glued to the word before or behind it) rather than which mark it is, because copied news mixes
//! them: `‘...‘`, `”...”`, `„...“`, `,,...''`.

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::lexicon::kinds::SPEECH;
use crate::text::{Page, Paragraph, Run, TokenKind};

/// What stands between a pair of quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted {
    /// The tokens between the marks.
    pub inner: Run,
    /// The same with the marks.
    pub outer: Run,
    /// Whether a closing mark was found; without one the run ends with the paragraph.
    pub closed: bool,
    /// Stands inside another quotation.
    pub nested: bool,
}

/// Every pair of a paragraph, in order. A mark without its partner never reaches beyond the paragraph.
#[must_use]
pub fn quoted(page: &Page, paragraph: &Paragraph) -> Vec<Quoted> {
    let marks = marks(page, paragraph.tokens);
    let mut out = Vec::new();
    let mut i = 0;
    while i < marks.len() {
        if !marks[i].opens {
            i += 1;
            continue;
        }
        let partner = if marks[i].single { single_close(page, &marks, i) } else { double_close(&marks, i) };
        let partner = if marks[i].misplaced && !matches!(partner, Partner::At(_)) { Partner::None } else { partner };
        i = match partner {
            Partner::At(j) => {
                let outer = Run::new(marks[i].run.start, marks[j].run.end);
                push(&mut out, outer, Run::new(marks[i].run.end, marks[j].run.start), true, false);
                if !marks[i].single {
                    nested(page, &marks[i + 1..j], &mut out);
                }
                j + 1
            }
            // "Four hurt in fire « Harbour Post": an arrow.
            Partner::Before(_) if marks[i].glyph == '«' && is_spaced(page, paragraph.tokens, marks[i].run) => i + 1,
            Partner::Before(j) => {
                let end = marks.get(j).map_or(paragraph.tokens.end, |m| m.run.start);
                let (start, inner) = (marks[i].run.start, Run::new(marks[i].run.end, end));
                push(&mut out, Run::new(start, end), inner, false, false);
                nested(page, &marks[i + 1..j.min(marks.len())], &mut out);
                j
            }
            Partner::None => i + 1,
        };
    }
    out.sort_by_key(|q| (q.outer.start, std::cmp::Reverse(q.outer.end)));
    out
}

/// Which of the quotations of a page share a token with a run: outermost ones follow each other, so that the walk back ends at the
/// first that stops before it.
#[must_use]
pub fn overlapping(quoted: &[Quoted], run: Run) -> Range<usize> {
    let to = quoted.partition_point(|q| q.outer.start < run.end);
    let before = quoted[..to].iter().rposition(|q| !q.nested && q.outer.end <= run.start);
    before.map_or(0, |n| n + 1)..to
}

/// One mark, of one token or of two (two backticks, `''`, `,,`).
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "what a mark may do depends on where it stands, each for itself")]
struct Mark {
    run: Run,
    single: bool,
    /// It may open a quotation.
    opens: bool,
    /// It may close one.
    closes: bool,
    /// It can only open: a space before it and none behind.
    only_opens: bool,
    /// It stands as one that closes, but right behind a verb of speech and a comma (`he said," We go"`).
    misplaced: bool,
    glyph: char,
}

enum Partner {
    At(usize),
    /// None: the quotation ends where this mark, or the paragraph, stands.
    Before(usize),
    /// It was no quotation mark.
    None,
}

fn push(out: &mut Vec<Quoted>, outer: Run, inner: Run, closed: bool, nested: bool) {
    if !inner.is_empty() {
        out.push(Quoted { inner, outer, closed, nested });
    }
}

/// Whether a mark stands between two words, with a space on either side.
fn is_spaced(page: &Page, paragraph: Run, mark: Run) -> bool {
    mark.start > paragraph.start && mark.end < paragraph.end && !page.glued(mark.start) && !page.glued(mark.end)
}

/// Singles inside doubles.
fn nested(page: &Page, marks: &[Mark], out: &mut Vec<Quoted>) {
    let mut i = 0;
    while i < marks.len() {
        if marks[i].single
            && marks[i].opens
            && let Partner::At(j) = single_close(page, marks, i)
        {
            let outer = Run::new(marks[i].run.start, marks[j].run.end);
            push(out, outer, Run::new(marks[i].run.end, marks[j].run.start), true, true);
            i = j;
        }
        i += 1;
    }
}

/// The partner of a double mark: the next double that may close. Another that can only open ends the run without closing it.
fn double_close(marks: &[Mark], i: usize) -> Partner {
    let german = marks[i].glyph == '„' || marks[i].glyph == '»';
    for (j, mark) in marks.iter().enumerate().skip(i + 1).filter(|(_, m)| !m.single) {
        if mark.closes && (german || !mark.only_opens) {
            return Partner::At(j);
        }
        if mark.only_opens {
            return Partner::Before(j);
        }
    }
    Partner::Before(marks.len())
}

/// The partner of a single mark, before any double that opens. `the Russians' plan'`: behind an `s` the apostrophe of a genitive
/// is passed over where a better mark follows.
fn single_close(page: &Page, marks: &[Mark], i: usize) -> Partner {
    let mut genitive = None;
    for (j, mark) in marks.iter().enumerate().skip(i + 1) {
        if mark.single && mark.closes && !mark.only_opens {
            if !is_genitive(page, mark.run) {
                return Partner::At(j);
            }
            genitive = genitive.or(Some(j));
        } else if mark.only_opens && mark.single {
            break;
        }
    }
    genitive.map_or(Partner::None, Partner::At)
}

/// `Russians' plan`: an apostrophe behind an `s` with a lower-case word behind the space.
fn is_genitive(page: &Page, mark: Run) -> bool {
    let before = mark.start.checked_sub(1).map_or("", |i| page.lower(i));
    let next = page.tokens.get(mark.end);
    before.ends_with('s') && next.is_some_and(|t| t.kind == TokenKind::Word && !t.capital && !t.glued)
}

fn marks(page: &Page, run: Run) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    let mut i = run.start;
    while i < run.end {
        let glyph = page.word(i).chars().next().unwrap_or(' ');
        let double = i + 1 < run.end
            && page.glued(i + 1)
            && page.word(i) == page.word(i + 1)
            && matches!(glyph, '`' | '\'' | ',' | '’' | '‘');
        if page.kind(i) != Some(TokenKind::Mark) && !(double && glyph == ',') {
            i += 1;
            continue;
        }
        let end = if double { i + 2 } else { i + 1 };
        if let Some(mark) = mark(page, run, Run::new(i, end), glyph) {
            out.push(mark);
        }
        i = end;
    }
    out
}

fn mark(page: &Page, paragraph: Run, run: Run, glyph: char) -> Option<Mark> {
    let left = run.start > paragraph.start && page.glued(run.start);
    let right = run.end < paragraph.end && page.glued(run.end);
    let before = if run.start > paragraph.start { page.word(run.start - 1) } else { "" };
    let opening_before = before.is_empty() || !left || is_opening(before);
    let closing_behind = !right || page.kind(run.end) != Some(TokenKind::Word) && page.kind(run.end) != Some(TokenKind::Number);
    let single = run.len() == 1 && matches!(glyph, '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`' | '´');
    let right = right && !is_stop(page.word(run.end));
    let only_opens = opening_before && right && !left;
    let only_closes = left && !right && !is_opening(before);
    let misplaced = only_closes && is_misplaced(page, run);
    let (opens, closes) = if single {
        if is_foot(page, run) {
            return None;
        }
        let elided = matches!(glyph, '\'' | '’') && is_elided(page, run.end);
        (opening_before && right && glyph != '’' && glyph != '´' && !elided, (left || !right) && closing_behind && glyph != '‚')
    } else {
        match glyph {
            '“' | '‟' | '«' | '»' | '”' => (
                (!only_closes || misplaced) && (glyph != '”' || only_opens),
                !only_opens || matches!(glyph, '“' | '”' | '«' | '»'),
            ),
            '„' | ',' => (true, false),
            _ => ((!only_closes || misplaced) && !is_foot(page, run), !is_inch(page, run)),
        }
    };
    Some(Mark { run, single, opens, closes, only_opens: only_opens && opens, misplaced, glyph })
}

/// A bracket, a dash, another opening mark: behind these a glued mark may still open.
fn is_opening(word: &str) -> bool {
    matches!(word, "(" | "[" | "{" | "—" | "–" | "-" | "/" | ":" | "“" | "‘" | "\"" | "«" | "„" | "…" | "=")
}

/// A stop that never begins a quotation.
fn is_stop(word: &str) -> bool {
    matches!(word, "," | "." | ";" | ":" | "?" | "!" | ")" | "]")
}

/// `he said," We go"`: behind a verb of speech and its comma, with a space and a capital or a bracket behind.
fn is_misplaced(page: &Page, run: Run) -> bool {
    run.start > 1
        && page.lower(run.start - 1) == ","
        && page.is(run.start - 2, SPEECH)
        && page.tokens.get(run.end).is_some_and(|t| t.capital || t.span.len() == 1 && page.word(run.end) == "[")
}

/// `6'3"`: a mark right behind a number with a digit right behind it.
fn is_foot(page: &Page, run: Run) -> bool {
    let number = |i: usize| page.kind(i) == Some(TokenKind::Number);
    page.glued(run.start) && run.start > 0 && number(run.start - 1) && page.glued(run.end) && number(run.end)
}

/// The second mark of `6'3"`.
fn is_inch(page: &Page, run: Run) -> bool {
    let glued = |i: usize| page.glued(i);
    run.start >= 3
        && page.kind(run.start - 1) == Some(TokenKind::Number)
        && glued(run.start)
        && glued(run.start - 1)
        && page.kind(run.start - 2) == Some(TokenKind::Mark)
        && glued(run.start - 2)
        && page.kind(run.start - 3) == Some(TokenKind::Number)
}

/// `'em`, `'90s`: an apostrophe for letters left out.
fn is_elided(page: &Page, next: usize) -> bool {
    page.kind(next) == Some(TokenKind::Number) && page.lower(next).ends_with('s')
        || Lexicon::english().spelling.elided.has(page.key(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is quoted, nested runs in braces, unclosed ones with an ellipsis.
    fn check(text: &str, expected: &[&str]) {
        let page = Page::new(text, Lexicon::english());
        let got: Vec<_> = page
            .paragraphs
            .iter()
            .flat_map(|p| quoted(&page, p))
            .map(|q| {
                let inner = page.text(q.inner);
                match (q.nested, q.closed) {
                    (true, _) => format!("{{{inner}}}"),
                    (_, false) => format!("{inner}..."),
                    _ => inner.to_owned(),
                }
            })
            .collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn pairs_of_every_kind() {
        check("\"We go,\" he said. \"We win.\"", &["We go,", "We win."]);
        check("“We go,” he said. “We win.”", &["We go,", "We win."]);
        check("«We go», he said", &["We go"]);
        check("„We go“, he said, and „we win“.", &["We go", "we win"]);
        check("»We go«, he said, and »we win«.", &["We go", "we win"]);
        check("‘We go,’ he said. ‘We win.’", &["We go,", "We win."]);
        check("'We go,' he said. 'We win.'", &["We go,", "We win."]);
        check("``We go,'' he said.", &["We go,"]);
        check("said:\"We go\"", &["We go"]);
        check("(\"We go\")", &["We go"]);
    }

    #[test]
    fn broken_pairs() {
        check("He spoke of ‘regime change‘ twice", &["regime change"]);
        check("”We go,” he said. ”We win.”", &["We go,", "We win."]);
        check("“We go,“ he said. “We win.“", &["We go,", "We win."]);
        check("“We go,\" he said. \"We win.”", &["We go,", "We win."]);
        check("‘We go there,‘ he said. ‘We win there, ‘ she said.", &["We go there,", "We win there,"]);
        check("\" We go , \" he said . \" We win . \"", &["We go ,", "We win ."]);
    }

    #[test]
    fn a_missing_mark_flips_nothing() {
        check("\"We go, he said. \"We win.\"\n\"They lose,\" he said.", &["We go, he said....", "We win.", "They lose,"]);
        check("“We go.\n“We win.”", &["We go....", "We win."]);
        check("We go,” he said. “We win.”", &["We win."]);
        check("He is 6'3\" tall and said \"yes\".", &["yes"]);
        check("He said,\" We go\". They lose.", &["We go"]);
        check("« We go », he said, and « we win ».", &["We go", "we win"]);
        check("Four hurt in fire « Harbour Post", &[]);
        check("« We go, he said.", &["We go, he said...."]);
    }

    #[test]
    fn singles_inside_and_apostrophes() {
        check("“He told me ‘never again’ twice,” she said.", &["He told me ‘never again’ twice,", "{never again}"]);
        check("\"He told me 'never' twice,\" she said.", &["He told me 'never' twice,", "{never}"]);
        check("The Russians' plan and the Americans' plan", &[]);
        check("It couldn't be the '90s, O'Brien's men said; get 'em", &[]);
        check("the ministers’ talks in the countries’ capitals", &[]);
        check("‘The Russians’ plan failed,’ he said.", &["The Russians’ plan failed,"]);
    }

    #[test]
    fn nothing_breaks_on_odd_marks() {
        for text in ["\"", "''", "\"\"", "’", "“”", "\"\n\"", "a\"b\"c", "\"\"=", "‘", "„", "\"'\"'\"", "`` ''"] {
            let page = Page::new(text, Lexicon::english());
            for q in page.paragraphs.iter().flat_map(|p| quoted(&page, p)) {
                assert!(q.outer.end <= page.tokens.len() && q.inner.start < q.inner.end, "{text:?}");
            }
        }
    }
}
