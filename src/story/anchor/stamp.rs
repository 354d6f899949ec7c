//! Stamps: lines of the page that say when the article was published or updated.

use chrono::{NaiveDate, NaiveTime};

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::StampKind;
use crate::read::dates::{DateExpr, DateMention, dates};
use crate::text::{Page, Paragraph, Run, Sentence, TokenKind};

/// A stamp.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stamp {
    pub(super) text: String,
    pub(super) kind: StampKind,
    pub(super) day: NaiveDate,
    pub(super) clock: Option<NaiveTime>,
}

/// A stamp stands among so many first or last paragraphs.
const FIRST: usize = 12;
const LAST: usize = 6;
/// And its line has no more tokens than this, unless the text follows in the same line.
const LINE: usize = 40;
/// Besides dates and the words for them, a stamp's line has no more words than this.
const OTHER: usize = 4;
/// Behind "Posted" and its date, the names of so many words may follow.
const BYLINE: usize = 8;

/// The best stamp of a page: one of publication before one of an update.
pub(super) fn read(page: &Page, lexicon: &Lexicon) -> Option<Stamp> {
    let n = page.paragraphs.len();
    let mut updated = None;
    for (i, paragraph) in page.paragraphs.iter().enumerate() {
        if i >= FIRST && i + LAST < n {
            continue;
        }
        let found = if paragraph.tokens.len() <= LINE && has_year(page, paragraph.tokens) {
            line(page, paragraph, lexicon)
        } else {
            None
        };
        match found.or_else(|| if i == 0 { opening(page, paragraph, lexicon) } else { None }) {
            Some(stamp) if stamp.kind == StampKind::Published => return Some(stamp),
            Some(stamp) => updated = updated.or(Some(stamp)),
            None => {}
        }
    }
    updated
}

/// Whether a number of four digits or more stands in a run: a stamp says its year.
fn has_year(page: &Page, run: Run) -> bool {
    page.tokens[run.iter()].iter().any(|t| t.kind == TokenKind::Number && t.span.len() >= 4)
}

/// A line of nothing but dates and the words for them, or one that ends so behind a headline or a byline:
/// `Bridge closed Posted: Sunday, May 4, 2014 8:18 PM`.
fn line(page: &Page, paragraph: &Paragraph, lexicon: &Lexicon) -> Option<Stamp> {
    let run = paragraph.tokens;
    let sentence = Sentence { tokens: run, span: paragraph.span };
    let found = dates(page, &sentence, lexicon);
    let full: Vec<(usize, NaiveDate)> = found.iter().enumerate().filter_map(|(i, d)| Some((i, d.expr.full_day()?))).collect();
    let leads: Vec<_> = full.iter().map(|(i, _)| lead(page, run, found[*i].run.start, lexicon)).collect();
    let first = leads.iter().flatten().map(|(at, _)| *at).find(|at| is_heading(page, run, *at));
    let start = first.unwrap_or(run.start);
    let limit = match first {
        Some(at) if at == run.start => BYLINE,
        Some(_) => 0,
        None => OTHER,
    };
    let stamp = Run::new(start, run.end);
    let whole = others(page, run, &found, lexicon) <= OTHER;
    if full.is_empty() || !whole && others(page, stamp, &found, lexicon) > limit {
        return None;
    }
    let kinds: Vec<StampKind> = leads.iter().map(|lead| lead.map_or(StampKind::Published, |(_, kind)| kind)).collect();
    let best = kinds.iter().position(|k| *k == StampKind::Published).unwrap_or(0);
    let (at, day) = full[best];
    let text = if whole { paragraph.span.of(page.text) } else { page.text(stamp) };
    Some(Stamp { text: text.to_owned(), kind: kinds[best], day, clock: clock(&found[at..]) })
}

/// Whether the words for a stamp have a capital, as in no sentence, and are not in brackets: those date a picture.
fn is_heading(page: &Page, run: Run, at: usize) -> bool {
    page.tokens[at].capital && (at == run.start || page.lower(at - 1) != "(")
}

/// How many words of a run are neither dates nor words for stamps.
fn others(page: &Page, run: Run, found: &[DateMention], lexicon: &Lexicon) -> usize {
    let mut count = 0;
    let mut i = run.start;
    while i < run.end {
        if let Some(date) = found.iter().find(|d| d.run.has(i)) {
            i = date.run.end;
        } else if let Some((n, _)) = lexicon.calendar.stamps.longest(page.keys(Run::new(i, run.end))) {
            i += n;
        } else {
            let small = matches!(page.lower(i), "at" | "on" | "by" | "am" | "pm" | "ist" | "a.m." | "p.m.");
            count += usize::from(matches!(page.kind(i), Some(TokenKind::Word | TokenKind::Number)) && !small);
            i += 1;
        }
    }
    count
}

/// What the words before a date say of it, and where they begin.
fn lead(page: &Page, run: Run, date: usize, lexicon: &Lexicon) -> Option<(usize, StampKind)> {
    (run.start.max(date.saturating_sub(5))..date).find_map(|i| {
        let (n, kind) = lexicon.calendar.stamps.longest(page.keys(Run::new(i, date)))?;
        let near = (i + n..date).all(|j| page.kind(j) == Some(TokenKind::Punct) || matches!(page.lower(j), "on" | "at"));
        near.then_some((i, *kind))
    })
}

/// `Published August 3 2015 The text goes on`: words for a stamp and a full date that open the page.
fn opening(page: &Page, paragraph: &Paragraph, lexicon: &Lexicon) -> Option<Stamp> {
    let run = paragraph.tokens;
    let (n, kind) = lexicon.calendar.stamps.longest(page.keys(run))?;
    let at = (run.start + n..run.end).find(|&i| page.kind(i) != Some(TokenKind::Punct))?;
    let window = Sentence { tokens: Run::new(at, run.end.min(at + 8)), span: paragraph.span };
    let found = dates(page, &window, lexicon);
    let date = found.first().filter(|d| d.run.start == at)?;
    let day = date.expr.full_day()?;
    Some(Stamp { text: page.text(Run::new(run.start, date.run.end)).to_owned(), kind: *kind, day, clock: clock(&found[..1]) })
}

/// The clock of a date, or of the time right behind it.
fn clock(found: &[DateMention]) -> Option<NaiveTime> {
    found.iter().take(2).enumerate().find_map(|(i, d)| match &d.expr {
        DateExpr::Clock { day, hour, minute } if i == 0 || day.is_none() => NaiveTime::from_hms_opt(*hour, *minute, 0),
        _ => None,
    })
}
