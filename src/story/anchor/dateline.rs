//! Datelines: place, day and wire in front of the text; and credits behind it.

use crate::lexicon::kinds::CALENDAR;
use crate::lexicon::{Known, Lexicon};
use crate::read::dates::{DateExpr, dates};
use crate::text::{Page, Paragraph, Run, TokenKind};

/// What a dateline says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Dateline {
    /// The day as a TIMEX3 value, with `XXXX` for the year where that is not printed.
    pub(super) date: Option<String>,
    pub(super) place: Option<String>,
    pub(super) credit: Option<String>,
    /// The token behind its dash.
    pub(super) end: Option<usize>,
}

/// A dateline stands in one of the first paragraphs.
const PARAGRAPHS: usize = 8;
/// A dateline's place is no longer than this.
const PLACE: usize = 9;
/// A headline before a date that is printed into the first line is no longer than this.
const HEADLINE: usize = 40;

/// The dateline of a page.
pub(super) fn read(page: &Page, lexicon: &Lexicon) -> Dateline {
    let first = page.paragraphs.iter().take(PARAGRAPHS);
    first
        .clone()
        .find_map(|p| placed(page, p, lexicon))
        .or_else(|| first.clone().next().and_then(|p| opening(page, p, lexicon)))
        .or_else(|| first.clone().next().and_then(|p| behind_wire(page, p, lexicon)))
        .unwrap_or_default()
}

/// `BEIRUT, Aug. 7 (Reuters) - `: a place, then a date or a wire or both, then a dash or colon.
fn placed(page: &Page, paragraph: &Paragraph, lexicon: &Lexicon) -> Option<Dateline> {
    let Run { start, end } = paragraph.tokens;
    let capitals = place(page, start, end, lexicon);
    let place_end = capitals.or_else(|| written_place(page, start, end, lexicon))?;
    let mut at = place_end + usize::from(page.lower(place_end) == ",");
    let date = day_at(page, at, end, lexicon);
    if let Some((_, after)) = &date {
        at = *after;
    }
    at += usize::from(page.lower(at) == ",");
    let credit = bracketed(page, at, end);
    if let Some(run) = credit {
        at = run.end + 1;
    }
    let closed =
        matches!(page.lower(at), "-" | "–" | "—" | "_" | ":" | "―") && at < end && !(page.glued(at) && page.glued(at + 1));
    let shouted = (at + 1..end.min(at + 6)).filter(|&i| page.kind(i) == Some(TokenKind::Word)).all(|i| page.tokens[i].upper);
    // In a page of capitals, or without a dash, a line is a dateline by its wire and date alone.
    let certain = if capitals.is_none() {
        closed && is_certain(page, Run::new(start, place_end), date.is_some(), credit, at + 1, lexicon)
    } else if closed && !shouted {
        true
    } else {
        credit.is_some() && (date.is_some() || closed) || closed && date.is_some()
    };
    let colon = page.lower(at) == ":" && date.is_none() && credit.is_none();
    let known = credit.is_none() || date.is_some() || closed;
    (certain && known && !colon).then(|| Dateline {
        date: date.map(|(value, _)| value),
        place: Some(page.text(Run::new(start, place_end)).to_owned()),
        credit: credit.map(|run| wire(page, run, lexicon).unwrap_or_else(|| page.text(run).to_owned())),
        end: closed.then(|| (at + 1..end).find(|&i| page.lower(i) != "-").unwrap_or(at + 1)),
    })
}

/// A name in front of a date or a bracket, as it is written in a sentence: `Geneva, 9 March 2020 –`, `Kabul, Afghanistan (CNN) --`.
fn written_place(page: &Page, start: usize, end: usize, lexicon: &Lexicon) -> Option<usize> {
    const WORDS: usize = 4;
    let name = |from: usize| {
        let named = |i: &usize| page.tokens[*i].capital && page.kind(*i) == Some(TokenKind::Word) && !page.is(*i, CALENDAR);
        (from..end.min(from + WORDS)).take_while(named).last().map(|last| last + 1)
    };
    let first = name(start)?;
    let region = (page.lower(first) == ",").then(|| name(first + 1)).flatten();
    let place_end = region.filter(|_| is_place(page, Run::new(start, first), lexicon)).unwrap_or(first);
    matches!(page.lower(place_end), "," | "(").then_some(place_end)
}

/// Whether words in a sentence's spelling are a dateline: of a place that is listed, by its day or its wire; of any other, by both.
fn is_certain(page: &Page, place: Run, dated: bool, credit: Option<Run>, behind: usize, lexicon: &Lexicon) -> bool {
    let credited = credit.is_some_and(|run| !is_place(page, run, lexicon));
    let begins = page.tokens.get(behind).is_some_and(|t| t.capital || t.kind != TokenKind::Word);
    let comma = place.iter().find(|&i| page.lower(i) == ",").unwrap_or(place.end);
    begins && (dated && credited || (dated || credited) && is_place(page, Run::new(place.start, comma), lexicon))
}

/// Whether a run is the name of a place, whole.
fn is_place(page: &Page, run: Run, lexicon: &Lexicon) -> bool {
    let listed = lexicon.names.known.longest(page.keys(run));
    listed.is_some_and(|(n, known)| n == run.len() && matches!(known, Known::Place(_)))
}

/// The capitals at the beginning of a paragraph, with what stands behind a comma or in brackets: `NAIROBI, Kenya`,
/// `SAN JOSE (COSTA RICA)`.
fn place(page: &Page, start: usize, end: usize, lexicon: &Lexicon) -> Option<usize> {
    let upper = |i: usize| i < end && page.tokens[i].upper && page.kind(i) == Some(TokenKind::Word);
    if !upper(start) {
        return None;
    }
    let month = |i: usize| lexicon.calendar.months.has(page.key(i)) || lexicon.calendar.short_months.has(page.key(i));
    let mut at = start + 1;
    while at < end.min(start + PLACE) {
        let word = page.lower(at);
        let joint = matches!(word, "," | "-" | "/")
            && (upper(at + 1) || page.tokens.get(at + 1).is_some_and(|t| t.capital))
            && at + 1 < end
            && !month(at + 1);
        if upper(at) && !month(at) {
            at += 1;
        } else if joint && (word != "-" || page.glued(at)) {
            // ", Kenya": one capitalised word or two behind the comma.
            at += 2;
            while at < end
                && page.tokens[at].capital
                && page.kind(at) == Some(TokenKind::Word)
                && !month(at)
                && at < start + PLACE
            {
                at += 1;
            }
        } else if let Some(close) = bracketed_country(page, at, end) {
            at = close + 1;
        } else {
            break;
        }
    }
    Some(at)
}

/// The closing bracket of `(NICARAGUA),` or `(COSTA RICA),` at a token.
fn bracketed_country(page: &Page, at: usize, end: usize) -> Option<usize> {
    const WORDS: usize = 4;
    let close = (page.lower(at) == "(").then(|| (at + 2..end.min(at + 2 + WORDS)).find(|&i| page.lower(i) == ")"))??;
    let named = (at + 1..close).all(|i| page.kind(i) == Some(TokenKind::Word) && page.tokens[i].capital);
    (named && page.lower(close + 1) == ",").then_some(close)
}

/// What stands in brackets at a token, without the brackets.
fn bracketed(page: &Page, at: usize, end: usize) -> Option<Run> {
    if page.lower(at) != "(" {
        return None;
    }
    let close = (at + 1..end.min(at + 10)).find(|&i| page.lower(i) == ")")?;
    (close > at + 1).then_some(Run::new(at + 1, close))
}

/// The name of the wire in a run, as the table writes it.
fn wire(page: &Page, run: Run, lexicon: &Lexicon) -> Option<String> {
    let text = page.text(run);
    let wires = &lexicon.furniture.wires;
    wires.iter().find(|w| w.eq_ignore_ascii_case(text)).cloned()
}

/// A day of a month at a token: its value, and the token behind it. Two digits behind it are a year.
fn day_at(page: &Page, at: usize, end: usize, lexicon: &Lexicon) -> Option<(String, usize)> {
    let sentence = page.sentences.get(page.sentence_of(at))?;
    let window =
        crate::text::Sentence { tokens: Run::new(at, end.min(at + 8).min(sentence.tokens.end.max(at))), span: sentence.span };
    let found = dates(page, &window, lexicon).into_iter().next().filter(|d| d.run.start == at)?;
    let DateExpr::Day { year, month, day } = found.expr else { return None };
    let short = page.lower(found.run.end);
    let two = || (short.len() == 2 && page.kind(found.run.end) == Some(TokenKind::Number)).then(|| short.parse::<i32>().ok())?;
    let (year, after) = match year.or_else(|| two().map(|y| if y < 50 { 2000 + y } else { 1900 + y })) {
        Some(y) if year.is_none() => (Some(y), found.run.end + 1),
        y => (y, found.run.end),
    };
    let year = year.map_or("XXXX".to_owned(), |y| format!("{y:04}"));
    Some((format!("{year}-{month:02}-{day:02}"), after))
}

/// `Wed 05 Apr 2017 Envoys meet in the capital. …`: a full date that opens the page and is no part of a sentence.
fn opening(page: &Page, paragraph: &Paragraph, lexicon: &Lexicon) -> Option<Dateline> {
    let Run { start, end } = paragraph.tokens;
    let (value, after) = day_at(page, start, end, lexicon)?;
    let byline = page.lower(after) == "by" || page.kind(after) == Some(TokenKind::Number) && end > after + 4;
    let apart = after < end && (page.tokens[after].capital || byline);
    (apart && !value.starts_with("XXXX")).then(|| Dateline { date: Some(value), ..Dateline::default() })
}

/// `… kills five AFP Thursday 6 Mar 2014 At least …`: a wire and a full date between headline and text of one line.
fn behind_wire(page: &Page, paragraph: &Paragraph, lexicon: &Lexicon) -> Option<Dateline> {
    let Run { start, end } = paragraph.tokens;
    (start..end.min(start + HEADLINE)).filter(|&i| page.tokens[i].capital).find_map(|i| {
        let credit = wire(page, Run::new(i, i + 1), lexicon)?;
        let (value, after) = day_at(page, i + 1, end, lexicon)?;
        let known = after < end && !value.starts_with("XXXX");
        known.then_some(Dateline { date: Some(value), credit: Some(credit), ..Dateline::default() })
    })
}

/// The credit in one of the last lines: `Anna Reed and agencies`, `Reporting by Reuters`, `- AP`.
pub(super) fn closing_credit(page: &Page, lexicon: &Lexicon) -> Option<String> {
    const LINES: usize = 3;
    const WORDS: usize = 16;
    page.paragraphs.iter().rev().take(LINES).find_map(|p| {
        let run = p.tokens;
        if run.len() > WORDS || p.span.of(page.text).ends_with(['.', '!', '?']) && run.len() > 8 {
            return None;
        }
        let by = lexicon.furniture.openings.longest(page.keys(run)).is_some();
        let named = run.iter().rev().find_map(|i| {
            let wire = (i + 1..=run.end).rev().find_map(|end| wire(page, Run::new(i, end), lexicon))?;
            let before = if i > run.start { page.lower(i - 1) } else { "" };
            let credited =
                i == run.start || by || matches!(before, "and" | "-" | "–" | "—" | "/" | "(" | "with" | "by" | "©" | ":");
            credited.then_some(wire)
        })?;
        Some(named)
    })
}
