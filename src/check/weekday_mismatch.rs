use super::finding::on_article;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;
use chrono::{Datelike, NaiveDate, Weekday};

use crate::claim::record::DateClaim;

pub(super) const CHECK: Check = Check {
    id: "weekday-mismatch",
    severity: FindingSeverity::Error,
    why: "A weekday and a date that exclude each other: one of the two is wrong.",
    story: include_str!("../../tests/checks/weekday-mismatch.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let dates = &context.book.claims.dates;
    let alone = dates.iter().filter_map(|d| Some((weekday(&d.text)?, day(d)?, d.start, d)));
    let beside = dates.windows(2).filter(|w| w[0].article == w[1].article).filter_map(|w| beside(context, &w[0], &w[1]));
    alone
        .chain(beside)
        .filter(|(weekday, day, ..)| day.weekday() != *weekday)
        .filter_map(|(weekday, day, start, date)| {
            let i = context.book.index(&date.article)?;
            let text = context.book.article(i).text.as_deref().map_or_else(|| date.text.clone(), |t| cut(t, start, date.end));
            let message = format!("“{text}”: {day} was a {}, not a {}", name(day.weekday()), name(weekday));
            Some(on_article(context, check, i, Some((start, date.end, &text)), message))
        })
        .collect()
}

/// `Monday (May 12, 2026)`, `12 May 2026, a Monday`: a bare weekday and a date that are read as two, and are one.
fn beside<'c>(
    context: &Context<'_, 'c>,
    first: &DateClaim,
    second: &'c DateClaim,
) -> Option<(Weekday, NaiveDate, i64, &'c DateClaim)> {
    let bare = |d: &DateClaim| weekday(&d.text).filter(|_| !d.text.contains(char::is_whitespace));
    let dated = |d: &DateClaim| day(d).filter(|_| weekday(&d.text).is_none());
    let text = context.book.article(context.book.index(&first.article)?).text.as_deref()?;
    let between = cut(text, first.end, second.start).replace(char::is_whitespace, " ");
    let found = match between.as_str() {
        " " | ", " | " (" => (bare(first)?, dated(second)?),
        ", a " | " (a " | " was a " => (bare(second)?, dated(first)?),
        _ => return None,
    };
    Some((found.0, found.1, first.start, second))
}

/// The day of a date that is explicit to the day.
fn day(date: &DateClaim) -> Option<NaiveDate> {
    let explicit = date.anchor.is_none() && date.value.len() == 10;
    date.earliest.filter(|e| explicit && Some(*e) == date.latest)
}

fn weekday(text: &str) -> Option<Weekday> {
    text.split(|c: char| !c.is_alphabetic()).find_map(|w| if w.len() >= 6 { w.parse().ok() } else { None })
}

fn name(weekday: Weekday) -> &'static str {
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

fn cut(text: &str, start: i64, end: i64) -> String {
    let (start, end) = (usize::try_from(start).unwrap_or(0), usize::try_from(end).unwrap_or(0));
    text.chars().skip(start).take(end.saturating_sub(start)).collect()
}
