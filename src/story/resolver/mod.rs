//! Dates of an article, from its sentences' expressions and its anchor, in order.

mod counted;
mod feast;
mod history;
mod lean;
mod months;
mod resolve;
mod years;

use chrono::{Datelike, NaiveDate};

use super::{Date, Section, Story};
use crate::lexicon::vocabulary::{AnchorQuality, TimexType};
use crate::lexicon::{FurnitureKind, Lexicon};
use crate::read::dates::{DateExpr, DateMention};
use crate::text::{Page, Run};
use crate::value::Interval;
use crate::value::when::reach;

use history::{is_history, year_of};
use lean::{has_sides, lean};
pub use resolve::{DayOrder, Lean, Resolved, Seen, resolve};

/// Every date of the story's text.
pub(super) fn dates(story: &Story, lexicon: &Lexicon) -> Vec<Date> {
    let mentions: Vec<(usize, &DateMention)> =
        dated_sentences(story).flat_map(|i| story.expressions(i).iter().map(move |m| (i, m))).collect();
    let mut walk = Walk::new(story, &mentions, lexicon);
    (0..mentions.len()).filter_map(|i| walk.step(i)).collect()
}

/// The mentions of a story in order, and what has been spoken of so far.
struct Walk<'a> {
    story: &'a Story<'a>,
    lexicon: &'a Lexicon,
    mentions: &'a [(usize, &'a DateMention)],
    seen: Seen,
    /// How the date spoken of is known, and the paragraph it stands in.
    spoken: (AnchorQuality, usize),
    /// The last day or month, if it was told with its year, and the sentence it stands in.
    told: Option<Told>,
}

/// A day or month that was told with its year.
#[derive(Clone, Copy)]
struct Told {
    days: Interval,
    sentence: usize,
    /// It opens its sentence, so that the story goes on from it.
    opens: bool,
}

impl Told {
    /// Whether a date without a year lies in its year: a day beside it, or the next sentence of the story that it opens.
    fn reaches(self, sentence: usize) -> bool {
        sentence == self.sentence && self.days.days() == 1 || sentence == self.sentence + 1 && self.opens
    }
}

impl<'a> Walk<'a> {
    fn new(story: &'a Story<'a>, mentions: &'a [(usize, &'a DateMention)], lexicon: &'a Lexicon) -> Self {
        let mut seen = Seen::from(story.anchor.date, Lean::Open);
        seen.history = is_history(mentions, story.anchor.date);
        seen.order = order(mentions);
        seen.american =
            mentions.iter().any(|(_, m)| matches!(m.expr, DateExpr::Feast { .. })) && is_american(&story.page, lexicon);
        Self { story, lexicon, mentions, seen, spoken: (AnchorQuality::None, 0), told: None }
    }

    /// The date of a mention; none where it turns out to be none.
    fn step(&mut self, i: usize) -> Option<Date> {
        let (sentence, mention) = &self.mentions[i];
        if matches!(mention.expr, DateExpr::ThatQuarter { .. }) && self.seen.quarter.is_none() {
            return None;
        }
        let paragraph = self.story.page.paragraph_of(mention.run.start);
        let (writing, quality) = self.story.anchor.at(paragraph);
        self.seen.writing = writing;
        let told = |walk: &Self| lean(&walk.story.page, walk.story.clauses(*sentence), mention.run, walk.lexicon);
        self.seen.lean = if has_sides(&mention.expr) { told(self) } else { Lean::Open };
        self.seen.beside = if is_bare_clock(&mention.expr) { self.day_beside(i, paragraph) } else { None };
        self.seen.near = self.told.filter(|told| told.reaches(*sentence)).map(|told| told.days);
        // "A year ago" is said of the quarter that is reported, "last year" of the year.
        let quarter = self.seen.quarter.filter(|_| mention.rule != "unit-turned");
        let date = date(self.story, mention, Seen { quarter, ..self.seen }, (quality, self.spoken.0));
        if let Some(days) = reach(&date.value).filter(|days| days.days() <= 31) {
            let opens = self.opens(mention);
            let explicit = year_of(&mention.expr).is_some() || self.seen.near.is_some();
            self.told = explicit.then_some(Told { days, sentence: *sentence, opens });
        }
        self.remember(mention, &date, paragraph);
        Some(date)
    }

    /// The day of a clock time: one that stands behind it in its sentence, else the day spoken of last, no paragraph before.
    fn day_beside(&self, i: usize, paragraph: usize) -> Option<Interval> {
        let (sentence, mention) = &self.mentions[i];
        let near = |m: &DateMention| m.run.start <= mention.run.end + BESIDE;
        let day = |interval: &Interval| interval.days() == 1;
        let behind = self.mentions[i + 1..]
            .iter()
            .take_while(|(s, m)| s == sentence && near(m))
            .find(|(_, m)| !is_bare_clock(&m.expr))
            .and_then(|(_, m)| resolve(&m.expr, self.seen).interval)
            .filter(day);
        behind.or_else(|| self.seen.spoken.filter(day).filter(|_| paragraph <= self.spoken.1 + 1))
    }

    /// Whether a mention stands among the first words of its sentence.
    fn opens(&self, mention: &DateMention) -> bool {
        let page = &self.story.page;
        page.sentences[page.sentence_of(mention.run.start)].tokens.start + OPENING > mention.run.start
    }

    /// Whether the story goes on from a date: from a month or a day, and from a year that opens a sentence or is a chapter's. A
    /// year inside a sentence is an aside.
    fn leads(&self, mention: &DateMention, days: Interval, paragraph: usize) -> bool {
        days.days() <= 92 || self.opens(mention) || self.story.sections.get(paragraph) != Some(&Section::Body)
    }

    /// A date in a headline or stamp is not what the text speaks of; a chapter of a history is.
    fn remember(&mut self, mention: &DateMention, date: &Date, paragraph: usize) {
        let headline = !self.seen.history && self.story.sections.get(paragraph) == Some(&Section::Headline);
        if !headline
            && matches!(date.kind, TimexType::Date | TimexType::Time)
            && let Some(days) = reach(&date.value).or(date.interval)
        {
            if self.leads(mention, days, paragraph) {
                self.seen.thread = Some(days);
            }
            self.seen.spoken = Some(days);
            self.spoken = (date.anchor_quality, paragraph);
        }
        if let DateExpr::Quarter { .. } | DateExpr::OfYear { .. } = mention.expr
            && let Some(quarter) = quarter(&date.value)
        {
            self.seen.quarter = Some(quarter);
        }
    }
}

/// A day this many tokens behind a clock time is its day: "10:35 a.m. (0735 GMT) Friday".
const BESIDE: usize = 8;

/// A year among the first words of a sentence opens it.
const OPENING: usize = 3;

const fn is_bare_clock(expr: &DateExpr) -> bool {
    matches!(expr, DateExpr::Clock { day: None, .. })
}

/// The order of day and month that all dates in digits agree on which tell it.
fn order(mentions: &[(usize, &DateMention)]) -> Option<DayOrder> {
    let mut told = mentions.iter().filter_map(|(_, m)| DayOrder::of(&m.expr));
    let first = told.next()?;
    told.all(|other| other == first).then_some(first)
}

/// Whether a story speaks of America.
fn is_american(page: &Page, lexicon: &Lexicon) -> bool {
    let words = &lexicon.feasts.american;
    (0..page.tokens.len()).any(|i| words.longest(page.keys(Run::new(i, page.tokens.len()))).is_some())
}

/// The sentences of the text, and those of headings and links to other stories, which may be chapters of a history.
fn dated_sentences(story: &Story) -> impl Iterator<Item = usize> {
    let paragraphs = story.page.paragraphs.iter().zip(&story.sections);
    paragraphs.filter(|(_, section)| is_dated(**section)).flat_map(|(p, _)| p.sentences.0..p.sentences.1)
}

const fn is_dated(section: Section) -> bool {
    section.is_text() || matches!(section, Section::Furniture(FurnitureKind::Link | FurnitureKind::Caption))
}

/// The year and number of a quarter's value.
fn quarter(value: &str) -> Option<(i32, u32)> {
    let (year, nr) = value.split_once("-Q")?;
    Some((year.parse().ok()?, nr.parse().ok()?))
}

fn date(story: &Story, mention: &DateMention, seen: Seen, (writing, spoken): (AnchorQuality, AnchorQuality)) -> Date {
    let Resolved { value, interval, from } = resolve(&mention.expr, seen);
    // The table of days begins with the year 1.
    let interval = interval.filter(|days| days.earliest.year() >= 1);
    let quality = match from {
        None => AnchorQuality::None,
        Some(day) if Some(day) == seen.writing => writing,
        Some(_) => spoken,
    };
    Date {
        run: mention.run,
        ends: mention.ends,
        kind: mention.kind,
        value,
        interval,
        zone: mention.zone.map(|run| story.page.text(run).to_owned()),
        anchor: from.map(|day: NaiveDate| day.to_string()),
        anchor_quality: quality,
        rule: mention.rule,
    }
}

/// What an expression gives when it is seen from another day: its value and its days.
#[must_use]
pub fn seen_from(expr: &DateExpr, anchor: NaiveDate, lean: Lean) -> (String, Option<Interval>) {
    let Resolved { value, interval, .. } = resolve(expr, Seen::from(Some(anchor), lean));
    (value, interval)
}

#[cfg(test)]
mod tests;
