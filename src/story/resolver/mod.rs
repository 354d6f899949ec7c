//! Dates of an article, from its sentences' expressions and its anchor, in order.

mod resolve;

use chrono::{Datelike, NaiveDate};

use super::{Date, Section, Story};
use crate::lexicon::vocabulary::{AnchorQuality, TimexType};
use crate::lexicon::{Lexicon, Turn, VerbForm};
use crate::read::clause::{Clause, Modality, Tense, finite};
use crate::read::dates::{DateExpr, DateMention, Origin, dates as mentions};
use crate::text::{Page, Run};
use crate::value::Interval;

pub use resolve::{Lean, Resolved, Seen, resolve};

/// A verb farther away than this says nothing about a date.
const REACH: usize = 30;
/// So many tokens before a date may put it ahead of the writer ("scheduled for Tuesday").
const AHEAD: usize = 4;

/// So many dates with years far from the day of writing, and twice as many as are counted from that day, make a history.
const HISTORY: usize = 4;

/// Every date of the story's text.
pub(super) fn dates(story: &Story, lexicon: &Lexicon) -> Vec<Date> {
    let mentions: Vec<(usize, DateMention)> = story
        .sentences()
        .flat_map(|i| mentions(&story.page, &story.page.sentences[i], lexicon).into_iter().map(move |m| (i, m)))
        .collect();
    let mut seen = Seen::from(story.anchor.date, Lean::Open);
    seen.history = is_history(&mentions, story.anchor.date);
    let mut spoken = AnchorQuality::None;
    let mut out: Vec<Date> = Vec::with_capacity(mentions.len());
    for (sentence, mention) in &mentions {
        if matches!(mention.expr, DateExpr::ThatQuarter { .. }) && seen.quarter.is_none() {
            continue;
        }
        seen.lean = lean(&story.page, story.clauses(*sentence, lexicon), mention.run, lexicon);
        let date = date(story, mention, seen, spoken);
        // A date in a headline or stamp is not what the text speaks of; a chapter of a history is.
        let headline = !seen.history && story.sections.get(story.page.paragraph_of(date.run.start)) == Some(&Section::Headline);
        if let Some(interval) = date.interval.filter(|_| !headline && matches!(date.kind, TimexType::Date | TimexType::Time)) {
            seen.spoken = Some(interval);
            spoken = date.anchor_quality;
        }
        if let DateExpr::Quarter { .. } = mention.expr {
            seen.quarter = quarter(&date.value);
        }
        out.push(date);
    }
    out
}

/// The year and number of a quarter's value.
fn quarter(value: &str) -> Option<(i32, u32)> {
    let (year, nr) = value.split_once("-Q")?;
    Some((year.parse().ok()?, nr.parse().ok()?))
}

/// Whether an article tells a history: it says the years of its dates, they lie far from the day of writing, and little
/// in it counts from that day.
fn is_history(mentions: &[(usize, DateMention)], writing: Option<NaiveDate>) -> bool {
    let far = |year: i32| writing.is_none_or(|day| day.year().abs_diff(year) >= 2);
    let years = mentions.iter().filter(|(_, m)| year_of(&m.expr).is_some_and(far)).count();
    let counted = mentions.iter().filter(|(_, m)| counts_from_writing(&m.expr)).count();
    years >= HISTORY && years > 2 * counted
}

/// The year that an expression says.
fn year_of(expr: &DateExpr) -> Option<i32> {
    match expr {
        DateExpr::Day { year, .. } | DateExpr::Month { year, .. } | DateExpr::Season { year, .. } => *year,
        DateExpr::Year(year) => Some(*year),
        DateExpr::Range(from, _) => year_of(from),
        DateExpr::Part { day, .. } => year_of(day),
        _ => None,
    }
}

/// Whether an expression counts from the day of writing.
fn counts_from_writing(expr: &DateExpr) -> bool {
    match expr {
        DateExpr::Weekday(_) | DateExpr::Weekend | DateExpr::Offset { from: Origin::Writing, .. } => true,
        DateExpr::Turned { turn, .. } => matches!(turn, Turn::Last | Turn::This | Turn::Next),
        DateExpr::Part { day, .. } => counts_from_writing(day),
        DateExpr::Range(from, _) => counts_from_writing(from),
        _ => false,
    }
}

fn date(story: &Story, mention: &DateMention, seen: Seen, spoken: AnchorQuality) -> Date {
    let Resolved { value, interval, from } = resolve(&mention.expr, seen);
    let quality = match from {
        None => AnchorQuality::None,
        Some(day) if Some(day) == story.anchor.date => story.anchor.quality,
        Some(_) => spoken,
    };
    Date {
        run: mention.run,
        kind: mention.kind,
        value,
        interval,
        zone: mention.zone.map(|run| story.page.text(run).to_owned()),
        anchor: from.map(|day: NaiveDate| day.to_string()),
        anchor_quality: quality,
        rule: mention.rule,
    }
}

/// On which side of the writer the words put a date: by the nearest verb before it in its clause, else by the clause's
/// own, else by a word like "scheduled" beside it.
fn lean(page: &Page, clauses: &[Clause], date: Run, lexicon: &Lexicon) -> Lean {
    let at = clauses.partition_point(|c| c.run.end <= date.start);
    let Some(clause) = clauses.get(at) else { return Lean::Open };
    let from = date.start.saturating_sub(AHEAD).max(clause.run.start);
    if (from..date.start).any(|i| lexicon.calendar.ahead.longest(page.lowers(Run::new(i, date.start))).is_some()) {
        return Lean::Future;
    }
    let mut group = None;
    let mut start = date.start.saturating_sub(REACH).max(clause.run.start);
    while let Some(found) = finite(page, Run::new(start, date.start), lexicon) {
        start = (found.verb + 1).max(start + 1);
        group = Some(found);
    }
    let group = group.or(clause.verb.filter(|v| v.verb.abs_diff(date.end) <= REACH));
    let perfect = group.is_some_and(|g| g.run.iter().any(|i| lexicon.clause.verbs.get(page.lower(i)) == Some(&VerbForm::Has)));
    match group.map(|g| (g.tense, g.modality)) {
        // "would have met" is over; "would meet" lay ahead when it was said.
        Some((Tense::Future, Modality::Planned | Modality::Hypothetical)) if !perfect => Lean::Future,
        Some((Tense::Past, _)) => Lean::Past,
        _ => Lean::Open,
    }
}

/// What an expression gives when it is seen from another day: its value and its days.
#[must_use]
pub fn seen_from(expr: &DateExpr, anchor: NaiveDate, lean: Lean) -> (String, Option<Interval>) {
    let Resolved { value, interval, .. } = resolve(expr, Seen::from(Some(anchor), lean));
    (value, interval)
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;
    use crate::read::dates::RULES;
    use crate::rule::CLOCK;
    use crate::text::Article;

    /// The rows of a text as `rule TYPE value`.
    fn rows(text: &str, published: Option<&str>) -> Vec<String> {
        let mut article = Article::new("a", text);
        article.published = published.map(str::to_owned);
        let story = Story::new(&article, Lexicon::english());
        story.dates.iter().map(|d| format!("{}: {} {}", d.rule, d.kind, d.value)).collect()
    }

    #[test]
    fn rules_read_their_examples() {
        let mut wrong = Vec::new();
        for rule in RULES {
            for reads in rule.reads {
                for sentence in reads.sentences {
                    let got = rows(sentence, Some(CLOCK));
                    let row = format!("{}: {}", rule.id, reads.value);
                    if got.iter().filter(|r| r.starts_with(&format!("{}:", rule.id))).collect::<Vec<_>>() != [&row] {
                        wrong.push(format!("{sentence}\n    {row}\n    {got:?}"));
                    }
                }
            }
            for sentence in rule.silent {
                let got = rows(sentence, Some(CLOCK));
                if !got.is_empty() {
                    wrong.push(format!("{sentence}\n    silent ({})\n    {got:?}", rule.id));
                }
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }

    #[test]
    fn without_an_anchor_no_year_is_invented() {
        let check = |text: &str, expected: &str| {
            let article = Article::new("a", text);
            let story = Story::new(&article, Lexicon::english());
            let got: Vec<_> = story.dates.iter().map(|d| d.value.clone()).collect();
            assert_eq!(got, [expected], "{text}");
            assert!(
                story.dates.iter().all(|d| d.interval.is_none() && d.anchor.is_none() && d.anchor_quality == AnchorQuality::None)
            );
        };
        check("They met on August 12.", "XXXX-08-12");
        check("They met on August 12-13.", "XXXX-08-12/XXXX-08-13");
        check("They met on Tuesday.", "XXXX-WXX-2");
        check("They met in April.", "XXXX-04");
        check("They met yesterday.", "XXXX-XX-XX");
        check("They met last week.", "XXXX-WXX");
        check("They met last year.", "XXXX");
        check("They met last Tuesday.", "XXXX-WXX-2");
        check("They met earlier this month.", "XXXX-XX");
        check("They met Monday night.", "XXXX-WXX-1TNI");
    }

    #[test]
    fn impossible_dates_are_none() {
        for text in ["They met on 31 February.", "They met on February 30, 2014.", "They met on 2014-02-30."] {
            assert_eq!(rows(text, Some(CLOCK)), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn intervals_and_anchors() {
        let check = |text: &str, expected: &str| {
            let article = Article::new("a", text).published(CLOCK);
            let story = Story::new(&article, Lexicon::english());
            let d = &story.dates[0];
            let days = d.interval.map_or("-".to_owned(), |i| format!("{} {}", i.earliest, i.latest));
            assert_eq!(format!("{days} {} {}", d.anchor.as_deref().unwrap_or("-"), d.anchor_quality), expected, "{text}");
        };
        check("They met earlier this week.", "2015-08-03 2015-08-06 2015-08-07 published");
        check("They will meet later this week.", "2015-08-08 2015-08-09 2015-08-07 published");
        check("They met last week.", "2015-07-27 2015-08-02 2015-08-07 published");
        check("They met on August 1, 2015.", "2015-08-01 2015-08-01 - none");
        check("They met April 6-9.", "2015-04-06 2015-04-09 2015-08-07 published");
        check("They met over the weekend.", "2015-08-01 2015-08-02 2015-08-07 published");
    }

    proptest! {
        /// Seen from n days later, what counts in days lies n days later.
        #[test]
        fn days_move_with_the_anchor(n in 0u64..4000, count in -400i64..400) {
            let anchor: NaiveDate = CLOCK.parse().unwrap();
            let later = anchor + Days::new(n);
            let expr = DateExpr::Offset { unit: crate::lexicon::Unit::Day, count: Some(count), from: Origin::Writing };
            let (_, a) = seen_from(&expr, anchor, Lean::Open);
            let (_, b) = seen_from(&expr, later, Lean::Open);
            prop_assert_eq!(a.unwrap().earliest + Days::new(n), b.unwrap().earliest);
        }

        /// Seen from whole weeks later, weekdays and weeks lie as many weeks later.
        #[test]
        fn weeks_move_with_the_anchor(weeks in 0u64..600, weekday in 1u32..=7, future: bool) {
            let anchor: NaiveDate = CLOCK.parse().unwrap();
            let later = anchor + Days::new(7 * weeks);
            let lean = if future { Lean::Future } else { Lean::Past };
            let week = DateExpr::Offset { unit: crate::lexicon::Unit::Week, count: Some(-1), from: Origin::Writing };
            for expr in [DateExpr::Weekday(weekday), DateExpr::Weekend, week] {
                let (_, a) = seen_from(&expr, anchor, lean);
                let (_, b) = seen_from(&expr, later, lean);
                prop_assert_eq!(a.unwrap().earliest + Days::new(7 * weeks), b.unwrap().earliest);
            }
        }

        /// Every resolved day lies inside the years of the calendar, whatever the count.
        #[test]
        fn far_offsets_do_not_break(count: i64, unit in 0usize..10) {
            let anchor: NaiveDate = CLOCK.parse().unwrap();
            let expr = DateExpr::Offset { unit: crate::lexicon::Unit::ALL[unit], count: Some(count), from: Origin::Writing };
            let (_, interval) = seen_from(&expr, anchor, Lean::Open);
            prop_assert!(interval.is_none_or(|i| (1..=9999).contains(&i.earliest.year())));
        }
    }
}
