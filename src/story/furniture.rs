//! Which paragraphs are text, and which are the page around it: buttons, captions, credits, link headlines.

use crate::lexicon::{FurnitureKind, Lexicon};
use crate::text::{Page, Paragraph, Run, TokenKind};

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// A headline or standfirst above the text.
    Headline,
    /// The text.
    Body,
    /// No part of the article.
    Furniture(FurnitureKind),
}

impl Section {
    /// Whether claims may be read from it.
    #[must_use]
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Furniture(_))
    }
}

/// A paragraph of this many words or fewer without a full stop is a headline or a link, not text.
const HEADLINE_WORDS: usize = 24;
/// A caption is longer than a headline, but no story.
const CAPTION_WORDS: usize = 60;

/// What each paragraph of a page is.
pub(super) fn sections(page: &Page, lexicon: &Lexicon) -> Vec<Section> {
    let lines: Vec<Line> = page.paragraphs.iter().map(|paragraph| line(page, paragraph, lexicon)).collect();
    let text = |i: usize| matches!(lines[i], Line::Text) && !ends_in_excerpt(page, &page.paragraphs[i]);
    let first_body = (0..lines.len()).find(|&i| text(i));
    let section = |(i, line): (usize, Line)| match line {
        Line::Furniture(kind) => Section::Furniture(kind),
        _ if first_body.is_some_and(|body| i < body) => Section::Headline,
        Line::Text => Section::Body,
        // Above the text, or where there is no text at all, a short line is a headline; below it is a link to another story.
        Line::Open if first_body.is_none() => Section::Headline,
        Line::Open => Section::Furniture(FurnitureKind::Link),
    };
    lines.into_iter().enumerate().map(section).collect()
}

/// What a paragraph is by itself.
enum Line {
    /// Furniture that its own words give away.
    Furniture(FurnitureKind),
    /// Few words and no sentence's end.
    Open,
    Text,
}

fn line(page: &Page, paragraph: &Paragraph, lexicon: &Lexicon) -> Line {
    match known(page, paragraph, lexicon) {
        Some(kind) => Line::Furniture(kind),
        None if is_short_and_open(page, paragraph) => Line::Open,
        None => Line::Text,
    }
}

/// Furniture that its own words give away.
fn known(page: &Page, paragraph: &Paragraph, lexicon: &Lexicon) -> Option<FurnitureKind> {
    let words = &lexicon.furniture;
    let run = paragraph.tokens;
    if !paragraph.span.of(page.text).bytes().any(|b| b.is_ascii_alphanumeric()) {
        return Some(FurnitureKind::Button);
    }
    if words
        .lines
        .longest(page.keys(run))
        .is_some_and(|(n, _)| run.iter().skip(n).all(|i| page.kind(i) == Some(TokenKind::Punct)))
    {
        return Some(FurnitureKind::Button);
    }
    if run.len() > CAPTION_WORDS {
        return None;
    }
    let opening = words.openings.longest(page.keys(run)).map(|(_, kind)| *kind);
    opening.or_else(|| ending(page, run, lexicon)).or_else(|| is_credited(page, run, lexicon).then_some(FurnitureKind::Caption))
}

fn ending(page: &Page, run: Run, lexicon: &Lexicon) -> Option<FurnitureKind> {
    (run.start.max(run.end.saturating_sub(6))..run.end).find_map(|i| {
        let (n, kind) = lexicon.furniture.endings.longest(page.keys(Run::new(i, run.end)))?;
        (i + n == run.end).then_some(*kind)
    })
}

/// `… - Reuters`, `… / AFP`, `… [AP]`: a picture's credit at the end of a line.
fn is_credited(page: &Page, run: Run, lexicon: &Lexicon) -> bool {
    let mut end = run.end;
    while end > run.start && matches!(page.lower(end - 1), "]" | ")" | ".") {
        end -= 1;
    }
    (run.start + 1..end).rev().take(4).any(|i| {
        matches!(page.lower(i - 1), "-" | "–" | "—" | "/" | "|" | "[" | "©")
            && !(page.lower(i - 1) == "-" && page.glued(i - 1))
            && lexicon.furniture.wires.iter().any(|w| w == page.text(Run::new(i, end)))
    })
}

/// Few words and no sentence's end.
fn is_short_and_open(page: &Page, paragraph: &Paragraph) -> bool {
    let text = paragraph.span.of(page.text);
    !text.ends_with(['.', '!', '?', '…', '"', '”', '“', '’', '\'', ':', ';', ')', '»', '«', '‘']) && is_short(page, paragraph)
}

fn is_short(page: &Page, paragraph: &Paragraph) -> bool {
    let words = paragraph.tokens.iter().filter(|&i| matches!(page.kind(i), Some(TokenKind::Word | TokenKind::Number)));
    words.take(HEADLINE_WORDS + 1).count() <= HEADLINE_WORDS
}

/// `Talks “close to collapse”`: a line that ends in quoted words without a sentence's end, and is not all quotation.
fn ends_in_excerpt(page: &Page, paragraph: &Paragraph) -> bool {
    const MARKS: [char; 7] = ['"', '”', '“', '’', '‘', '\'', '»'];
    let text = paragraph.span.of(page.text);
    let open = text.trim_end_matches(MARKS);
    open.len() < text.len()
        && open.ends_with(char::is_alphanumeric)
        && !text.starts_with(MARKS)
        && !text.contains(':')
        && is_short(page, paragraph)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let lexicon = Lexicon::english();
        let page = Page::new(text, lexicon);
        let got: Vec<_> = sections(&page, lexicon)
            .iter()
            .map(|s| match s {
                Section::Headline => "headline",
                Section::Body => "body",
                Section::Furniture(kind) => kind.as_str(),
            })
            .collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn a_page_is_told_apart() {
        check(
            "Share\nEnvoys meet in the capital\nThe envoys of the two countries met in the capital on Monday, officials said.\nAdvertisement\n\
             Police guard the venue, five miles east of the city. - Reuters\nThey will meet again.\nMarkets fall on oil fears",
            &["button", "headline", "body", "button", "caption", "body", "link"],
        );
        check("Talks ‘close to collapse’\nThe envoys went home.\nOne called it “a step too far”", &["headline", "body", "body"]);
        check("Photo by: Reuters\nA short line", &["caption", "headline"]);
        check("© AFP / Jane Doe\nShe said: \"We will stay.\"", &["caption", "body"]);
    }

    #[test]
    fn text_is_left_alone() {
        check("The army shares its data. The advertisement was withdrawn.", &["body"]);
        check("Share prices fell by five per cent on Monday, Reuters reported.", &["body"]);
    }
}
