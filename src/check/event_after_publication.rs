use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};

use super::finding::on_article;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::claim::record::{DateClaim, MeetingClaim};
use crate::lexicon::vocabulary::{AnchorQuality, Asserted, FindingSeverity, MeetingKind, Status};
use crate::lexicon::{Lexicon, VerbForm};
use crate::read::clause::finite;
use crate::text::{Page, Run};

pub(super) const CHECK: Check = Check {
    id: "event-after-publication",
    severity: FindingSeverity::Warning,
    why: "What is told as past cannot lie after the day of the telling: one of the two dates is wrong.",
    story: include_str!("../../tests/checks/event-after-publication.md"),
    find,
};

/// A date farther from the words of a claim than so many code points may be that of something else.
const REACH: i64 = 60;
/// A line with no more code points than these beside its date is a stamp.
const STAMP: usize = 30;

/// Something told as past: its article, its words, the words in them that tell it, and the first day it may lie on.
struct Told<'c> {
    article: &'c str,
    span: (i64, i64),
    core: (i64, i64),
    text: &'c str,
    event: NaiveDate,
}

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let mut seen = HashSet::new();
    let mut last_days = HashMap::new();
    told(context)
        .take_while(|_| context.goes_on())
        .filter_map(|told| {
            let i = context.book.index(told.article)?;
            let sure = matches!(context.book.qualities[i], AnchorQuality::Dateline | AnchorQuality::Published);
            let day = context.book.days[i].filter(|_| sure)?;
            // A day is left for time zones: the event may lie east of the desk.
            let last = (*last_days.entry(i).or_insert_with(|| last_day(context, i, day)))?;
            if told.event <= last.checked_add_days(Days::new(1))? {
                return None;
            }
            let date = printed(context, &told)?;
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
    let harm = claims.casualties.iter().filter(|c| c.asserted == Asserted::Fact).filter_map(|c| {
        let span = (c.start, c.end);
        Some(Told { article: &c.article, span, core: span, text: &c.text, event: c.earliest? })
    });
    // An invitation is out before the day it is for.
    let held = |m: &&MeetingClaim| m.status == Status::Held && m.kind != MeetingKind::Invite;
    let met = claims.meetings.iter().filter(held).filter_map(|m| {
        let core = (m.trigger_start, m.trigger_end);
        Some(Told { article: &m.article, span: (m.start, m.end), core, text: &m.text, event: m.earliest? })
    });
    harm.chain(met)
}

/// The last day that something of an article was written on: its own, that of a section or of an update. These stand on lines of
/// little but a date.
fn last_day(context: &Context, article: usize, own: NaiveDate) -> Option<NaiveDate> {
    let row = context.book.article(article);
    let text: Vec<char> = row.text.as_deref()?.chars().collect();
    let line = |d: &DateClaim| {
        let (start, end) = (usize::try_from(d.start).ok()?, usize::try_from(d.end).ok()?);
        let before = text.get(..start)?.iter().rev().take_while(|c| **c != '\n').take(STAMP + 1).count();
        let behind = text.get(end..)?.iter().take_while(|c| **c != '\n').take(STAMP + 1).count();
        (before + behind <= STAMP).then_some(d.earliest)?
    };
    let section = |d: &DateClaim| (d.anchor_quality == AnchorQuality::Stamp).then(|| d.anchor.as_deref()?.parse().ok())?;
    let dates = context.book.claims.dates.iter().filter(|d| *d.article == row.article);
    dates.flat_map(|d| [line(d), section(d)]).flatten().chain([own]).max()
}

/// The date, printed with its year, that the words of a claim give it: `killed in Lima on 24 March 2014`, `On 24 March 2014, …`.
///
/// A year that is not printed was chosen by the reader and proves nothing.
fn printed<'c>(context: &Context<'_, 'c>, told: &Told) -> Option<&'c DateClaim> {
    let day = told.event.to_string();
    let explicit = |d: &&DateClaim| *d.article == *told.article && d.anchor.is_none() && d.value.starts_with(&day);
    context.book.claims.dates.iter().filter(explicit).find(|d| is_its_day(context, told, d).unwrap_or(false))
}

fn is_its_day(context: &Context, told: &Told, date: &DateClaim) -> Option<bool> {
    let cut = |from: i64, to: i64| context.book.passage(told.article, from.max(0), to);
    let (core, day) = (told.core, (date.start, date.end));
    let behind = core.1 <= day.0;
    let gap = if behind { cut(core.1, day.0)? } else { cut(day.1, core.0)? };
    let lead = cut(day.0 - REACH, day.0)?;
    let around = cut(core.0.min(day.0) - REACH, core.1.max(day.1) + REACH)?;
    let close =
        i64::try_from(gap.chars().count()).is_ok_and(|n| n <= REACH) && !gap.contains(['\n', ';', ':']) && !gap.contains(". ");
    Some(close && (if behind { leads_to_a_day(gap, context.lexicon) } else { opens(lead) }) && !is_ahead(around, context.lexicon))
}

/// Whether nothing but people and places stands between an event and its day: `his counterpart in Lima on`.
fn leads_to_a_day(gap: &str, lexicon: &Lexicon) -> bool {
    let page = Page::new(gap, lexicon);
    let Some(last) = page.tokens.len().checked_sub(1) else { return true };
    let sets = |i: usize| lexicon.meetings.place_prepositions.has(page.key(i)) || page.lower(i) == "with";
    let turns = |i: usize| page.lower(i) == "to" || lexicon.clause.prepositions.has(page.key(i)) && !sets(i);
    // A verb or a noun right behind is another matter: "appears in court on", "expires on".
    let begins = last == 0 || sets(0) || page.tokens[0].capital || lexicon.clause.determiners.has(page.key(0));
    begins && page.lower(last) == "on" && !(0..last).any(turns) && finite(&page, Run::new(0, last), lexicon).is_none()
}

/// Whether a date opens its sentence: the words before it are `On` or nothing.
fn opens(lead: &str) -> bool {
    let line = lead.rsplit('\n').next().unwrap_or_default().trim_end();
    line.strip_suffix("On").is_some() || line.trim_matches(['(', ' ']).is_empty()
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
