use std::collections::HashSet;

use chrono::{Days, NaiveDate};

use super::finding::on_article;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::claim::record::DateClaim;
use crate::lexicon::vocabulary::{AnchorQuality, Asserted, FindingSeverity, MeetingKind, Status};
use crate::lexicon::{Lexicon, VerbForm};

pub(super) const CHECK: Check = Check {
    id: "event-after-publication",
    severity: FindingSeverity::Warning,
    why: "What is told as past cannot lie after the day of the telling: one of the two dates is wrong.",
    story: include_str!("../../tests/checks/event-after-publication.md"),
    find,
};

/// A date farther from the words of a claim than so many code points may be that of something else.
const REACH: usize = 60;
/// A line with no more code points than these beside its date is a stamp.
const STAMP: usize = 30;

/// Something told as past: its article, its words and the first day it may lie on.
struct Told<'c> {
    article: &'c str,
    span: (i64, i64),
    text: &'c str,
    event: NaiveDate,
}

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let mut seen = HashSet::new();
    told(context)
        .filter_map(|told| {
            let i = context.book.index(told.article)?;
            let sure = matches!(context.book.qualities[i], AnchorQuality::Dateline | AnchorQuality::Published);
            let day = context.book.days[i].filter(|_| sure)?;
            // A day is left for time zones: the event may lie east of the desk.
            if told.event <= last_day(context, i, day)?.checked_add_days(Days::new(1))? {
                return None;
            }
            let date = printed(context, i, &told)?;
            seen.insert((i, date.start)).then(|| {
                let message =
                    format!("“{}” is told as past and dated {}, after the article's own day, {day}", told.text, told.event);
                on_article(context, check, i, Some((told.span.0, told.span.1, told.text)), message)
            })
        })
        .collect()
}

fn told<'c>(context: &Context<'_, 'c>) -> impl Iterator<Item = Told<'c>> {
    let claims = context.book.claims;
    let harm = claims
        .casualties
        .iter()
        .filter(|c| c.asserted == Asserted::Fact)
        .filter_map(|c| Some(Told { article: &c.article, span: (c.start, c.end), text: &c.text, event: c.earliest? }));
    // An invitation is out before the day it is for.
    let held = |m: &MeetingKind, status: Status| status == Status::Held && *m != MeetingKind::Invite;
    let met = claims
        .meetings
        .iter()
        .filter(move |m| held(&m.kind, m.status))
        .filter_map(|m| Some(Told { article: &m.article, span: (m.start, m.end), text: &m.text, event: m.earliest? }));
    harm.chain(met)
}

/// The last day that something of an article was written on: its own, that of a section or of an update. These stand on lines of
/// little but a date.
fn last_day(context: &Context, article: usize, own: NaiveDate) -> Option<NaiveDate> {
    let row = context.book.article(article);
    let text: Vec<char> = row.text.as_deref()?.chars().collect();
    let line = |d: &DateClaim| {
        let (start, end) = (usize::try_from(d.start).ok()?, usize::try_from(d.end).ok()?);
        let before = text.get(..start)?.iter().rev().take_while(|c| **c != '\n').count();
        let behind = text.get(end..)?.iter().take_while(|c| **c != '\n').count();
        (before + behind <= STAMP).then_some(d.earliest)?
    };
    let section = |d: &DateClaim| (d.anchor_quality == AnchorQuality::Stamp).then(|| d.anchor.as_deref()?.parse().ok())?;
    let dates = context.book.claims.dates.iter().filter(|d| d.article == row.article);
    dates.flat_map(|d| [line(d), section(d)]).flatten().chain([own]).max()
}

/// The date beside a claim's words, printed with its year, that gives the claim its day, unless words put it ahead.
///
/// A year that is not printed was chosen by the reader and proves nothing.
fn printed<'c>(context: &Context<'_, 'c>, article: usize, told: &Told) -> Option<&'c DateClaim> {
    let text: Vec<char> = context.book.article(article).text.as_deref()?.chars().collect();
    let day = told.event.to_string();
    let explicit = |d: &&DateClaim| d.article == told.article && d.anchor.is_none() && d.value.starts_with(&day);
    context.book.claims.dates.iter().filter(explicit).find(|d| {
        let from = usize::try_from(told.span.0.min(d.start)).unwrap_or(0);
        let to = usize::try_from(told.span.1.max(d.end)).unwrap_or(0).min(text.len());
        let apart = d.start.max(told.span.0) - d.end.min(told.span.1);
        let near = usize::try_from(apart).is_ok_and(|gap| gap <= REACH) || apart < 0;
        let words: String = text.get(from.saturating_sub(REACH)..to).unwrap_or_default().iter().collect();
        let words = words.rsplit_once('\n').map_or(words.as_str(), |(_, line)| line);
        near && from < to && !text[from..to].contains(&'\n') && !is_ahead(words, context.lexicon)
    })
}

/// Whether words put something ahead: "scheduled", "will", "would".
fn is_ahead(words: &str, lexicon: &Lexicon) -> bool {
    let words: Vec<String> = words.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
    let ahead = |form: &VerbForm| matches!(form, VerbForm::Future | VerbForm::Conditional | VerbForm::Planned);
    (0..words.len()).any(|i| {
        let rest = words[i..].iter().map(String::as_str);
        lexicon.calendar.ahead.longest(rest.clone()).is_some()
            || lexicon.clause.verbs.longest(rest).is_some_and(|(_, f)| ahead(f))
    })
}
