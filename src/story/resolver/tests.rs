use chrono::Days;
use proptest::prelude::*;

use super::*;
use crate::read::dates::{Origin, RULES};
use crate::rule::{CLOCK, ROWS};
use crate::text::Article;

/// The rows of a text, each as rule and `TYPE value`; of a range both ends.
fn rows(text: &str, published: Option<&str>) -> Vec<(&'static str, String)> {
    let mut article = Article::new("a", text);
    article.published = published.map(str::to_owned);
    let story = Story::new(&article, Lexicon::english());
    let told = |d: &Date| {
        let values: Vec<_> = if d.ends.is_some() { d.value.split('/').collect() } else { vec![d.value.as_str()] };
        values.into_iter().map(|v| (d.rule, format!("{} {v}", d.kind))).collect::<Vec<_>>()
    };
    story.dates().iter().flat_map(told).collect()
}

#[test]
fn rules_read_their_examples() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for reads in rule.reads {
            for sentence in reads.sentences {
                let got = rows(sentence, Some(CLOCK));
                let own: Vec<_> = got.iter().filter(|(id, _)| *id == rule.id).map(|(_, v)| v.as_str()).collect();
                if own.join(ROWS) != reads.value {
                    wrong.push(format!("{sentence}\n    {}: {}\n    {got:?}", rule.id, reads.value));
                }
            }
        }
        for sentence in rule.silent {
            let got = rows(sentence, Some(CLOCK));
            if got.iter().any(|(id, _)| *id == rule.id) {
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
        let got: Vec<_> = story.dates().iter().map(|d| d.value.clone()).collect();
        assert_eq!(got, [expected], "{text}");
        assert!(
            story.dates().iter().all(|d| d.interval.is_none() && d.anchor.is_none() && d.anchor_quality == AnchorQuality::None)
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
fn impossible_dates_have_a_value_and_no_days() {
    for text in ["They met on 31 February.", "They met on February 30, 2014.", "They met on 2014-02-30."] {
        let article = Article::new("a", text).published(CLOCK);
        let story = Story::new(&article, Lexicon::english());
        let told: Vec<_> = story.dates().iter().map(|d| (d.rule, d.interval, d.anchor.as_deref())).collect();
        assert_eq!(told, [("no-such-day", None, None)], "{text}");
    }
}

#[test]
fn intervals_and_anchors() {
    let check = |text: &str, expected: &str| {
        let article = Article::new("a", text).published(CLOCK);
        let story = Story::new(&article, Lexicon::english());
        let d = &story.dates()[0];
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

/// A day of the years that papers print.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..182_600).prop_map(|n| NaiveDate::from_ymd_opt(1600, 1, 1).unwrap() + Days::new(n))
}

proptest! {
    /// A date printed in any of the usual ways is read back as itself, whenever it is read.
    #[test]
    fn printed_dates_are_read_back(day in any_day(), read_on in any_day()) {
        let iso = day.format("%Y-%m-%d").to_string();
        let full = ["%B %-d, %Y", "%-d %B %Y", "%d %B %Y", "%A, %B %-d, %Y", "%A %-d %B %Y", "the %-dth of %B %Y", "%Y-%m-%d", "%d.%m.%Y"];
        for format in full.iter().filter(|f| !f.contains("th") || (4..21).contains(&day.day())) {
            let text = format!("The treaty was signed on {}.", day.format(format));
            prop_assert_eq!(values(&text, read_on), vec![format!("DATE {iso}")], "{}", text);
        }
        for (format, value) in [("in %B %Y", "%Y-%m"), ("in %Y", "%Y"), ("in the summer of %Y", "%Y-SU"), ("in the third quarter of %Y", "%Y-Q3")] {
            let text = format!("The treaty was signed {}.", day.format(format));
            prop_assert_eq!(values(&text, read_on), vec![format!("DATE {}", day.format(value))], "{}", text);
        }
    }

    /// What is counted from the day of writing moves with it.
    #[test]
    fn relative_dates_move_with_the_day_of_writing(day in any_day(), count in 2i64..300) {
        let moved = |by: i64| format!("DATE {}", day + chrono::TimeDelta::days(by));
        for (text, by) in [
            ("Parliament voted yesterday.".to_owned(), -1),
            ("Parliament votes today.".to_owned(), 0),
            ("Parliament votes tomorrow.".to_owned(), 1),
            (format!("Parliament voted {count} days ago."), -count),
        ] {
            prop_assert_eq!(values(&text, day), vec![moved(by)], "{}", text);
        }
        let week = (day - Days::new(7)).iso_week();
        prop_assert_eq!(values("Parliament voted last week.", day), vec![format!("DATE {:04}-W{:02}", week.year(), week.week())]);
        let name = day.format("%A");
        prop_assert_eq!(values(&format!("Parliament voted on {name}."), day), vec![moved(0)]);
        prop_assert_eq!(values(&format!("Parliament voted last {name}."), day), vec![moved(-7)]);
        prop_assert_eq!(values(&format!("Parliament will vote next {name}."), day), vec![moved(7)]);
    }

    /// Durations and sets say nothing of days and are the same whenever they are read.
    #[test]
    fn durations_are_read_back(n in 2u32..99, day in any_day()) {
        for (unit, value) in [("years", format!("P{n}Y")), ("months", format!("P{n}M")), ("days", format!("P{n}D")), ("hours", format!("PT{n}H"))] {
            prop_assert_eq!(values(&format!("They talked for {n} {unit}."), day), vec![format!("DURATION {value}")]);
            prop_assert_eq!(values(&format!("They meet every {n} {unit}."), day), vec![format!("SET {value}")]);
        }
    }
}

fn values(text: &str, day: NaiveDate) -> Vec<String> {
    rows(text, Some(&day.to_string())).into_iter().map(|(_, value)| value).collect()
}
