use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::finding::on_article;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::claim::record::DateClaim;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{AnchorQuality, FindingSeverity};

pub(super) const CHECK: Check = Check {
    id: "weekday-mismatch",
    severity: FindingSeverity::Error,
    why: "A weekday and a date that exclude each other: one of the two is wrong.",
    story: include_str!("../../tests/checks/weekday-mismatch.md"),
    find,
};

/// A date without a year is surely of the article's own if it lies no more days from the article's.
const NEAR: i64 = 21;
/// The word before a date begins no more code points before it.
const LINE: i64 = 30;
/// The last countries to give up the Julian calendar did so in this year.
const GREGORIAN: i32 = 1923;

/// A weekday and a day that belong to one date, which begins at a code point.
struct Pair<'c> {
    weekday: Weekday,
    day: NaiveDate,
    start: i64,
    date: &'c DateClaim,
}

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let dates = &context.book.claims.dates;
    let alone = dates.iter().filter_map(|d| alone(context, d));
    let beside = dates.windows(2).filter(|w| w[0].article == w[1].article).filter_map(|w| beside(context, &w[0], &w[1]));
    alone
        .chain(beside)
        .filter(|pair| !fits(pair.day, pair.weekday) && !is_named(context, pair) && !is_second(context, pair).unwrap_or(false))
        .filter_map(|Pair { weekday, day, start, date }| {
            let i = context.book.index(&date.article)?;
            let text = context.book.passage(&date.article, start, date.end).unwrap_or(&date.text);
            let message = format!("“{text}”: {day} was a {}, not a {}", name(day.weekday()), name(weekday));
            Some(on_article(context, check, i, Some((start, date.end, text)), message))
        })
        .collect()
}

/// `Monday, May 12, 2026`: both in one.
fn alone<'c>(context: &Context<'_, 'c>, date: &'c DateClaim) -> Option<Pair<'c>> {
    let weekday = weekday(&date.text, context.lexicon)?;
    let day = explicit(date).or_else(|| this_year(context, date, weekday))?;
    Some(Pair { weekday, day, start: date.start, date })
}

/// `Monday (May 12, 2026)`, `12 May 2026, a Monday`: a bare weekday and a date that are read as two, and are one.
fn beside<'c>(context: &Context<'_, 'c>, first: &'c DateClaim, second: &'c DateClaim) -> Option<Pair<'c>> {
    let full = |d: &DateClaim| weekday(&d.text, context.lexicon).filter(|w| d.text.eq_ignore_ascii_case(name(*w)));
    let dated = |d: &DateClaim| explicit(d).filter(|_| weekday(&d.text, context.lexicon).is_none());
    let cut = |start: i64, end: i64| context.book.passage(&first.article, start, end);
    let between = cut(first.end, second.start)?.replace(char::is_whitespace, " ");
    let closed = cut(second.end, second.end + 1) == Some(")");
    let (weekday, day) = match between.as_str() {
        " (" if closed && full(first).is_none() => (full(second)?, dated(first)?),
        " " | ", " | " (" => (full(first)?, dated(second)?),
        ", a " | " (a " | " was a " => (full(second)?, dated(first)?),
        _ => return None,
    };
    Some(Pair { weekday, day, start: first.start, date: second })
}

/// The day of a date that prints its year.
fn explicit(date: &DateClaim) -> Option<NaiveDate> {
    date.earliest.filter(|e| date.anchor.is_none() && date.value.len() == 10 && Some(*e) == date.latest)
}

/// The day of a date without a year that lies beside the article's own day, unless a year that the article names fits the weekday.
fn this_year(context: &Context, date: &DateClaim, weekday: Weekday) -> Option<NaiveDate> {
    let sure = matches!(date.anchor_quality, AnchorQuality::Dateline | AnchorQuality::Published);
    let own: NaiveDate = date.anchor.as_deref().filter(|_| sure)?.parse().ok()?;
    let printed = date.value.len() == 10 && date.text.contains(|c: char| c.is_ascii_digit());
    let day = date.earliest.filter(|e| printed && (*e - own).num_days().abs() <= NEAR)?;
    let others = context.book.index(&date.article).map_or(&[][..], |i| context.book.dates_of(i));
    let told = others.iter().filter_map(|d| day.with_year(d.earliest?.year())).any(|other| fits(other, weekday));
    (!told).then_some(day)
}

/// Whether a day was such a weekday, by the Julian calendar too as long as that was kept somewhere.
fn fits(day: NaiveDate, weekday: Weekday) -> bool {
    let century = day.year() / 100;
    let behind = u64::try_from(century - century / 4 - 2).unwrap_or(0);
    let julian = || day.checked_add_days(Days::new(behind)).is_some_and(|d| d.weekday() == weekday);
    day.weekday() == weekday || day.year() <= GREGORIAN && julian()
}

/// Whether the weekday is a part of somebody's name: a football club, a newspaper ("Edmonton Sun, August 16").
fn is_named(context: &Context, pair: &Pair) -> bool {
    let names = context.book.index(&pair.date.article).map_or(&[][..], |i| context.book.names_of(i));
    names.iter().any(|n| n.start <= pair.start && pair.start < n.end) || is_paper(context, pair).unwrap_or(false)
}

/// Whether another weekday stands right before, and the date may be that one's: `Monday to Friday, May 11`.
fn is_second(context: &Context, pair: &Pair) -> Option<bool> {
    let before = context.book.passage(&pair.date.article, (pair.start - LINE).max(0), pair.start)?;
    let near: Vec<&str> = before.rsplit('\n').next()?.split([' ', '/', '-', '–']).filter(|w| !w.is_empty()).collect();
    Some(near.iter().rev().take(2).any(|word| weekday(word, context.lexicon).is_some()))
}

/// Whether a weekday that is no more than an abbreviation stands behind a capital.
fn is_paper(context: &Context, pair: &Pair) -> Option<bool> {
    let words = &context.lexicon.calendar;
    let short = words.short_weekdays.has(&pair.date.text.split(|c: char| !c.is_alphabetic()).next()?.to_lowercase());
    let before = context.book.passage(&pair.date.article, (pair.start - LINE).max(0), pair.start)?;
    let word = before.rsplit('\n').next()?.split_whitespace().next_back()?;
    Some(short && word.starts_with(char::is_uppercase))
}

/// The first weekday in the words of a date.
fn weekday(text: &str, lexicon: &Lexicon) -> Option<Weekday> {
    let words = &lexicon.calendar;
    text.split(|c: char| !c.is_alphabetic()).find_map(|word| {
        let word = word.to_lowercase();
        let number = words.weekdays.get(&word).or_else(|| words.short_weekdays.get(&word))?;
        Weekday::try_from(u8::try_from(number.checked_sub(1)?).ok()?).ok()
    })
}

const fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
