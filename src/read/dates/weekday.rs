//! Weekdays and weekends.

use super::expression::DateExpr;
use super::scan::Scan;
use super::starts as on;
use super::{Found, Reader, date_rule, plain};
use crate::lexicon::{Turn, Unit};
use crate::rule::Reads;

pub(super) const BARE: Reader = date_rule(
    "weekday-bare",
    on::WEEKDAY,
    "A weekday alone is the most recent one, the day of writing included, unless tense or cue words put it ahead.",
    &[
        Reads { value: "DATE 2015-08-06", sentences: &["The minister resigned on Thursday.", "Thursday's vote was close."] },
        Reads { value: "DATE 2015-08-07", sentences: &["The minister resigned on Friday."] },
        Reads {
            value: "DATE XXXX-WXX-2",
            sentences: &["The minister was born on a Tuesday.", "The minister resigned one Tuesday."],
        },
        Reads {
            value: "DATE 2015-08-11",
            sentences: &[
                "Talks will resume on Tuesday.",
                "The two are due to meet on Tuesday.",
                "Talks are scheduled for Tuesday.",
            ],
        },
    ],
    &["He sat down.", "The sun rose.", "They wed in church."],
    bare,
);

pub(super) const TURNED: Reader = date_rule(
    "weekday-turned",
    on::WEEKLY,
    "Last, this or next weekday.",
    &[
        Reads { value: "DATE 2015-08-04", sentences: &["The port closed last Tuesday.", "The port closed this past Tuesday."] },
        Reads {
            value: "DATE 2015-08-11",
            sentences: &["The port will close next Tuesday.", "The port will close this coming Tuesday."],
        },
    ],
    &["The last man left."],
    turned,
);

pub(super) const WEEKEND: Reader = date_rule(
    "weekend",
    on::TURN | on::THE,
    "A weekend, as Saturday and Sunday of its ISO week.",
    &[
        Reads {
            value: "DATE 2015-W31-WE",
            sentences: &["Storms hit the coast over the weekend.", "Storms hit the coast last weekend."],
        },
        Reads {
            value: "DATE 2015-W32-WE",
            sentences: &["Storms will hit the coast this weekend.", "Storms will hit the coast at the weekend."],
        },
    ],
    &["He has a weekend house."],
    weekend,
);

pub(super) const NAMED: Reader = date_rule(
    "weekday-named",
    on::OTHER,
    "Bloody Sunday, Black Friday, the Sunday Times: a weekday in a name has no date; the days of the year that are called so have no rule here.",
    &[Reads { value: "DATE XXXX-WXX-7", sentences: &["The Bloody Sunday inquiry was reopened."] }],
    &["The Sunday Times was sold.", "The town was calm on Sunday."],
    named,
);

pub(super) const OF_WEEK: Reader = date_rule(
    "weekday-of-week",
    on::WEEKLY,
    "A weekday of last or next week, and so many weeks from a weekday.",
    &[
        Reads {
            value: "DATE 2015-07-28",
            sentences: &["The port closed on Tuesday last week.", "The port closed on Tuesday of last week."],
        },
        Reads { value: "DATE 2015-08-12", sentences: &["The port will close on Wednesday next week."] },
        Reads {
            value: "DATE 2015-08-18",
            sentences: &[
                "The port will close a week from Tuesday.",
                "The port will close a week on Tuesday.",
                "The port will close on Tuesday week.",
            ],
        },
    ],
    &["They met a week after the vote.", "The Tuesday club met."],
    of_week,
);

pub(super) const NTH: Reader = date_rule(
    "weekday-nth",
    on::WEEKLY,
    "So many weekdays into a month.",
    &[
        Reads { value: "DATE 2015-05-10", sentences: &["The vote was held on the second Sunday in May."] },
        Reads { value: "DATE 2014-10-06", sentences: &["The vote was held on the first Monday of October 2014."] },
        Reads { value: "DATE 2014-03-28", sentences: &["The vote was held on the last Friday in March 2014."] },
    ],
    &["The second Sunday was dull.", "He ran first in May."],
    nth,
);

fn bare(s: &Scan, i: usize) -> Option<Found> {
    let day = s.weekday(i).filter(|_| !in_name(s, i))?;
    // "on a Tuesday", "a Sunday talk show": any of them.
    let indefinite = matches!(s.before(i), "a" | "an" | "one" | "some");
    Some(Found::new(i + 1, if indefinite { DateExpr::NoDay(day) } else { DateExpr::Weekday(day) }))
}

/// `the Sunday Times`, `Sheffield Wednesday`
fn in_name(s: &Scan, i: usize) -> bool {
    s.capital(i + 1) && s.words.weekday_names.has(s.key(i + 1))
        || i > s.run.start && s.capital(i - 1) && s.words.weekday_nicks.has(s.before(i))
}

fn named(s: &Scan, i: usize) -> Option<Found> {
    let day = s.weekday(i + 1).filter(|_| s.capital(i) && s.words.weekday_nicks.has(s.key(i)))?;
    let club = s.words.clubs.has(s.key(i));
    Some(if club { Found::nothing(i + 2) } else { Found::new(i + 2, DateExpr::NoDay(day)) })
}

fn of_week(s: &Scan, i: usize) -> Option<Found> {
    let Some(weekday) = s.weekday(i) else { return week_from(s, i) };
    if s.is(i + 1, "week") && !s.is(i + 2, "-") {
        return Some(Found::new(i + 2, DateExpr::OfWeek { weekday, weeks: 1, coming: true }));
    }
    let of = i + 1 + usize::from(s.is(i + 1, "of"));
    let (turn, at) = s.phrase(of, &s.words.turns)?;
    let (weeks, writing) = turn.steps();
    (writing && s.is(at, "week")).then(|| Found::new(at + 1, DateExpr::OfWeek { weekday, weeks: weeks.into(), coming: false }))
}

/// `a week from Tuesday`, `two weeks on Friday`
fn week_from(s: &Scan, i: usize) -> Option<Found> {
    let (amount, unit) = s.amount(i)?;
    let (weeks, from) = (amount.count()?, unit + 1);
    let weekday =
        s.weekday(from + 1).filter(|_| matches!(s.unit(unit), Some((Unit::Week, _))) && s.any(from, &["from", "on"]))?;
    // "Two weeks on Tuesday" may be two weeks that began on Tuesday.
    (s.is(from, "from") || weeks == 1).then(|| Found::new(from + 2, DateExpr::OfWeek { weekday, weeks, coming: true }))
}

/// `the second Sunday in May`, `the last Friday of March 2014`
fn nth(s: &Scan, i: usize) -> Option<Found> {
    let at = i + usize::from(s.is(i, "the"));
    let (nr, day) = match s.lower(at) {
        "last" => (None, at + 1),
        _ => s.ordinal(at).filter(|(nr, _)| *nr <= 5).map(|(nr, end)| (Some(nr), end))?,
    };
    let weekday = s.weekday(day).filter(|_| s.any(day + 1, &["in", "of"]))?;
    let month = plain(s, day + 2).filter(|m| matches!(m.expr, Some(DateExpr::Month { .. } | DateExpr::OfYear { .. })))?;
    Some(Found::new(month.end, DateExpr::Nth { nr, weekday, month: Box::new(month.expr?) }))
}

/// A weekday with or without a turn before it.
pub(super) fn any(s: &Scan, i: usize) -> Option<Found> {
    turned(s, i).or_else(|| bare(s, i))
}

fn turned(s: &Scan, i: usize) -> Option<Found> {
    let (turn, at) = s.phrase(i, &s.words.turns)?;
    let day = s.weekday(at).filter(|_| !in_name(s, at))?;
    // "He noted that Saturday would be calm": a conjunction.
    let joins = s.is(i, "that")
        && at == i + 1
        && !matches!(s.before(i), "on" | "by" | "until" | "since" | "from" | "before" | "after" | "");
    if joins {
        return None;
    }
    Some(Found::new(at + 1, DateExpr::Turned { turn, what: Box::new(DateExpr::Weekday(day)) }))
}

fn weekend(s: &Scan, i: usize) -> Option<Found> {
    let (turn, at) = match s.phrase(i, &s.words.turns) {
        Some((turn, at)) => (Some(turn), at),
        None => (None, i + usize::from(s.is(i, "the"))),
    };
    if !s.is(at, "weekend") || at == i {
        return None;
    }
    // "The coming weekend" is the one of this week.
    let turn = turn.map(|turn| if s.is(at - 1, "coming") { Turn::This } else { turn });
    let what = DateExpr::Weekend;
    let expr = match turn {
        Some(turn) => DateExpr::Turned { turn, what: Box::new(what) },
        None => what,
    };
    Some(Found::new(at + 1, expr))
}
