//! Dates that count from the day of writing, or from the day spoken of.

use super::expression::{DateExpr, Origin};
use super::scan::{Amount, Scan};
use super::starts as on;
use super::{Found, Reader, date_rule, plain};
use crate::lexicon::{Refer, Turn, Unit};
use crate::rule::Reads;
use crate::text::TokenKind;

pub(super) const DAY: Reader = date_rule(
    "day-relative",
    on::DAY,
    "Today, yesterday, tomorrow.",
    &[
        Reads { value: "DATE 2015-08-07", sentences: &["Parliament votes today."] },
        Reads { value: "DATE 2015-08-06", sentences: &["Parliament voted yesterday."] },
        Reads { value: "DATE 2015-08-08", sentences: &["Parliament votes tomorrow."] },
        Reads { value: "DATE 2015-08-05", sentences: &["Parliament voted the day before yesterday."] },
    ],
    &["He reads USA Today."],
    day,
);

pub(super) const UNIT: Reader = date_rule(
    "unit-turned",
    on::TURN,
    "Last, this or next week, month, quarter, year, decade or century; weeks are ISO weeks.",
    &[
        Reads { value: "DATE 2015-W31", sentences: &["The mine closed last week.", "The mine closed the last week."] },
        Reads { value: "DATE 2015-W32", sentences: &["The mine closed this week."] },
        Reads { value: "DATE 2015-W33", sentences: &["The mine will close next week.", "The mine will close the coming week."] },
        Reads { value: "DATE 2015-07", sentences: &["The mine closed last month."] },
        Reads { value: "DATE 2014", sentences: &["The mine closed last year."] },
        Reads { value: "DATE 2016", sentences: &["The mine will close next year."] },
    ],
    &["The last man left as this second man came.", "This year-old boy is well."],
    unit_turned,
);

pub(super) const NAME: Reader = date_rule(
    "name-turned",
    on::TURN,
    "Last, this or next month by its name, or season.",
    &[
        Reads { value: "DATE 2014-10", sentences: &["The law passed last October."] },
        Reads { value: "DATE 2015-09", sentences: &["The law will pass next September.", "The law will pass this September."] },
        Reads { value: "DATE 2015-SP", sentences: &["The law passed last spring."] },
    ],
    &["The last march was long.", "This fall was hard on her knee, doctors say of falls."],
    name_turned,
);

pub(super) const AGO: Reader = date_rule(
    "unit-ago",
    on::COUNTED | on::UNIT,
    "So many units before the day of writing, with the unit's grain.",
    &[
        Reads { value: "DATE 2015-08-04", sentences: &["The mayor died three days ago."] },
        Reads { value: "DATE 2015-W30", sentences: &["The mayor died two weeks ago.", "The mayor died about two weeks ago."] },
        Reads { value: "DATE 2014", sentences: &["The mayor died a year ago."] },
        Reads { value: "DATE 2015-W30", sentences: &["The mayor died a fortnight ago."] },
        Reads {
            value: "DATE 2014-02",
            sentences: &["The mayor died a year and a half ago.", "The mayor died one and a half years ago."],
        },
        Reads {
            value: "DATE 2015-W34",
            sentences: &["The mayor will go two weeks from now.", "The mayor will go in two weeks' time."],
        },
        Reads { value: "DATE PAST_REF", sentences: &["The mayor died several years ago.", "The mayor died years ago."] },
    ],
    &["It was ago.", "Three people died."],
    ago,
);

pub(super) const LATER: Reader = date_rule(
    "unit-later",
    on::COUNTED | on::UNIT,
    "So many units before or after the day spoken of.",
    &[
        Reads { value: "DATE 2014-03-09", sentences: &["He was hurt on March 6, 2014, and died three days later."] },
        Reads { value: "DATE 2013-03", sentences: &["He won on March 6, 2014, and had lost twelve months earlier."] },
    ],
    &["They met sooner or later."],
    later,
);

pub(super) const SPOKEN: Reader = date_rule(
    "unit-spoken",
    on::TURN,
    "The next day, the following week, that year: counted from the day spoken of.",
    &[
        Reads { value: "DATE 2014-03-07", sentences: &["He was hurt on March 6, 2014, and died the next day."] },
        Reads { value: "DATE 2012", sentences: &["It began in 2011 and ended the following year."] },
        Reads { value: "DATE 2014", sentences: &["He won on March 6, 2014, and retired that year."] },
    ],
    &["The next speaker rose."],
    spoken,
);

pub(super) const WEEK_OF: Reader = date_rule(
    "week-of",
    on::COUNTED,
    "A week of a month, or the one that holds a day.",
    &[
        Reads {
            value: "DATE 2014-W35",
            sentences: &["It rained in the last week of August 2014.", "It rained in the final week of August 2014."],
        },
        Reads {
            value: "DATE 2014-W10",
            sentences: &["It rained in the first week of March 2014.", "It rained in the week of March 6, 2014."],
        },
    ],
    &["The last week of the fair was dull.", "The week of the vote was calm."],
    |s, i| week_of(s, i).or_else(|| week_around(s, i)),
);

pub(super) const BESIDE: Reader = date_rule(
    "unit-beside",
    on::THE,
    "The day before, the week after, the year before last; before an event its day is not told.",
    &[
        Reads { value: "DATE 2014-03-05", sentences: &["He was hurt on March 6, 2014, and had fallen ill the day before."] },
        Reads { value: "DATE 2014-03-07", sentences: &["He was hurt on March 6, 2014, and died the day after."] },
        Reads { value: "DATE 2015-W30", sentences: &["The mine closed the week before last."] },
        Reads { value: "DATE XXXX-XX-XX", sentences: &["The mine closed the day before the vote."] },
    ],
    &["The man before him left.", "Day after day it rained."],
    beside,
);

pub(super) const WITHIN: Reader = date_rule(
    "unit-within",
    on::OTHER,
    "Earlier or later in a running unit.",
    &[
        Reads { value: "DATE 2015-W32", sentences: &["They met earlier this week.", "They met earlier in the week."] },
        Reads { value: "DATE 2015-08", sentences: &["They will meet later this month."] },
    ],
    &["They met earlier than planned."],
    within,
);

pub(super) const REFER: Reader = date_rule(
    "time-reference",
    on::REFER,
    "Now, recently, the future: a time without a date.",
    &[
        Reads { value: "DATE PRESENT_REF", sentences: &["They are now at war.", "The road is currently closed."] },
        Reads { value: "DATE PAST_REF", sentences: &["They recently left."] },
        Reads { value: "DATE FUTURE_REF", sentences: &["Nobody knows the future."] },
    ],
    &["The current was strong in the river.", "He walked past the gate."],
    refer,
);

fn day(s: &Scan, i: usize) -> Option<Found> {
    let (count, end) = s.phrase(i, &s.words.days)?;
    // "USA Today", "Russia Today": a name.
    let named = i > s.run.start && s.capital(i) && s.capital(i - 1) && end == i + 1 && !s.glued(i);
    (!named).then(|| Found::new(end, DateExpr::Offset { unit: Unit::Day, count: Some(count), from: Origin::Writing }))
}

/// `the last week of August`, `the first week in March 2014`
fn week_of(s: &Scan, i: usize) -> Option<Found> {
    let at = i + usize::from(s.is(i, "the"));
    let (nr, week) = match s.lower(at) {
        "last" | "final" => (None, at + 1),
        _ => s.ordinal(at).map(|(nr, end)| (Some(nr), end))?,
    };
    if !s.is(week, "week") || nr.is_some_and(|n| n > 5) || !s.any(week + 1, &["of", "in"]) {
        return None;
    }
    let month = plain(s, week + 2).filter(|m| matches!(m.expr, Some(DateExpr::Month { .. } | DateExpr::OfYear { .. })))?;
    Some(Found::new(month.end, DateExpr::WeekOf { nr, month: Box::new(month.expr?) }))
}

/// `the week of March 6`
fn week_around(s: &Scan, i: usize) -> Option<Found> {
    let at = i + 3 + usize::from(s.is(i + 3, "the"));
    let day = plain(s, at).filter(|_| s.is(i, "the") && s.is(i + 1, "week") && s.is(i + 2, "of"))?;
    let expr = day.expr.filter(|e| matches!(e, DateExpr::Day { .. } | DateExpr::Weekday(_)))?;
    Some(Found::new(day.end, DateExpr::WeekAround(Box::new(expr))))
}

/// `the day before`, `the following day`, `the day after the vote`: with a verb or an event behind it, its day is not told here.
fn beside(s: &Scan, i: usize) -> Option<Found> {
    let at = i + usize::from(s.is(i, "the"));
    let (unit, plural) = s.unit(at).filter(|_| at > i)?;
    let count = match s.lower(at + 1) {
        "before" | "earlier" => -1,
        "after" | "later" | "following" => 1,
        _ => return None,
    };
    if plural || !(turns(unit) || unit == Unit::Day) {
        return None;
    }
    // "the week before last": one more than last week.
    if s.is(at + 2, "last") && count < 0 {
        return Some(Found::new(at + 3, DateExpr::Offset { unit, count: Some(-2), from: Origin::Writing }));
    }
    if s.is(at + 2, "next") && count > 0 {
        return Some(Found::new(at + 3, DateExpr::Offset { unit, count: Some(2), from: Origin::Writing }));
    }
    let event = s.kind(at + 2) == Some(TokenKind::Word) && !s.any(at + 2, &["and", "but", "in", "on", "at", "with"]);
    Some(Found::new(at + 2, DateExpr::Offset { unit, count: (!event).then_some(count), from: Origin::Spoken }))
}

/// Units that "last", "this" and "next" are said of.
const fn turns(unit: Unit) -> bool {
    matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century)
}

fn unit_turned(s: &Scan, i: usize) -> Option<Found> {
    let (turn, at) = s.phrase(i, &s.words.turns)?;
    let (unit, plural) = s.unit(at)?;
    let count = match turn {
        // "The past year" is twelve months, "last year" a year of the calendar.
        Turn::Last if !s.is(at - 1, "past") => -1,
        Turn::This => 0,
        Turn::Next => 1,
        _ => return None,
    };
    // "In the last year" is twelve months.
    let stretch = s.is(i, "the") && s.any(at - 1, &["last", "next"]) && s.words.within.has(s.before(i)) && !s.is(at + 1, "of");
    let compound = s.is(at + 1, "-") && s.any(at + 2, &["old", "long"]);
    (turns(unit) && !plural && !compound && !stretch)
        .then(|| Found::new(at + 1, DateExpr::Offset { unit, count: Some(count), from: Origin::Writing }))
}

fn name_turned(s: &Scan, i: usize) -> Option<Found> {
    let (turn, at) = s.phrase(i, &s.words.turns)?;
    if let Some(month) = s.month(at).filter(|_| s.capital(at) || !s.words.doubtful.has(s.key(at))) {
        // "last May 12" is a day.
        let what = match s.day(at + 1).filter(|_| !s.counts(at + 1)) {
            Some(day) => DateExpr::Day { year: None, month, day },
            None => DateExpr::Month { year: None, month },
        };
        let end = at + 1 + usize::from(matches!(what, DateExpr::Day { .. }));
        return Some(Found::new(end, DateExpr::Turned { turn, what: Box::new(what) }));
    }
    let (season, end) = s.phrase(at, &s.words.seasons)?;
    // "this fall was hard": as a noun of its own it has a verb right behind.
    let noun = s.is(at, "fall") && s.any(end, &["was", "is", "in", "of", "from"]);
    (!noun).then(|| Found::new(end, DateExpr::Turned { turn, what: Box::new(DateExpr::Season { year: None, season }) }))
}

/// An amount of units, with words like "about" before it.
struct Stretch {
    unit: Unit,
    count: Option<i64>,
    end: usize,
}

fn stretch(s: &Scan, i: usize) -> Option<Stretch> {
    let at = s.bound(i);
    if let Some((amount, end)) = s.amount(at) {
        let (unit, _) = s.unit(end)?;
        let more = ["and", "a", "half"].iter().enumerate().all(|(n, word)| s.is(end + 1 + n, word));
        // "A year and a half ago" is eighteen months ago.
        let half = match amount {
            Amount::Half(n) => Some(n),
            Amount::Exact(n) if more => Some(n),
            _ => None,
        };
        let end = end + 1 + 3 * usize::from(more);
        return Some(match half.filter(|_| unit == Unit::Year) {
            Some(n) => Stretch { unit: Unit::Month, count: Some(12 * n + 6), end },
            None => Stretch { unit, count: amount.count(), end },
        });
    }
    let (unit, plural) = s.unit(at)?;
    plural.then_some(Stretch { unit, count: None, end: at + 1 })
}

fn ago(s: &Scan, i: usize) -> Option<Found> {
    let found = stretch(s, i)?;
    if let Some(ahead) = from_now(s, i, &found) {
        return Some(ahead);
    }
    if !s.is(found.end, "ago") {
        return None;
    }
    let small = matches!(found.unit, Unit::Second | Unit::Minute | Unit::Hour);
    let expr = match found.count.filter(|_| !small) {
        Some(n) => DateExpr::Offset { unit: found.unit, count: Some(-n), from: Origin::Writing },
        None => DateExpr::Refer(Refer::Past),
    };
    Some(Found::new(found.end + 1, expr))
}

/// `two weeks from now`, `three days from today`, `in two weeks' time`
fn from_now(s: &Scan, i: usize, found: &Stretch) -> Option<Found> {
    let owned = s.any(found.end, &["'s", "’s", "'", "’"]) && s.is(found.end + 1, "time");
    if let Some(count) = found.count.filter(|_| owned && s.before(i) == "in") {
        return Some(Found::new(found.end + 2, DateExpr::Offset { unit: found.unit, count: Some(count), from: Origin::Writing }));
    }
    let now = s.any(found.end + 1, &["now", "today"]) && s.is(found.end, "from");
    let count = found.count.filter(|_| now)?;
    Some(Found::new(found.end + 2, DateExpr::Offset { unit: found.unit, count: Some(count), from: Origin::Writing }))
}

fn later(s: &Scan, i: usize) -> Option<Found> {
    let found = stretch(s, i)?;
    let sign = match s.lower(found.end) {
        "later" | "afterwards" | "afterward" | "thereafter" => 1,
        "earlier" | "previously" | "beforehand" => -1,
        _ => return None,
    };
    let small = matches!(found.unit, Unit::Second | Unit::Minute | Unit::Hour);
    (!small && !s.is(found.end + 1, "than")).then(|| {
        Found::new(
            found.end + 1,
            DateExpr::Offset { unit: found.unit, count: found.count.map(|n| n * sign), from: Origin::Spoken },
        )
    })
}

fn spoken(s: &Scan, i: usize) -> Option<Found> {
    let (turn, at) = s.phrase(i, &s.words.turns)?;
    let (unit, plural) = s.unit(at)?;
    let count = match turn {
        Turn::Before => -1,
        Turn::Same => 0,
        Turn::After => 1,
        _ => return None,
    };
    let fits = (turns(unit) || unit == Unit::Day) && !plural;
    fits.then(|| Found::new(at + 1, DateExpr::Offset { unit, count: Some(count), from: Origin::Spoken }))
}

fn within(s: &Scan, i: usize) -> Option<Found> {
    let later = match s.lower(i) {
        "earlier" => false,
        "later" => true,
        _ => return None,
    };
    let at = i + 1 + usize::from(s.is(i + 1, "in"));
    let (from, at) = match s.lower(at) {
        "this" => (Origin::Writing, at + 1),
        "the" => (Origin::Running, at + 1),
        "that" => (Origin::Spoken, at + 1),
        _ => return day_within(s, i),
    };
    let (unit, plural) = s.unit(at)?;
    let fits = !plural && (turns(unit) || unit == Unit::Day);
    fits.then(|| Found::new(at + 1, DateExpr::Within { unit, later, from }))
}

/// `earlier Friday`, `later today`.
fn day_within(s: &Scan, i: usize) -> Option<Found> {
    if let Some(found) = day(s, i + 1) {
        return Some(found);
    }
    let at = i + 1 + usize::from(s.is(i + 1, "on"));
    super::weekday::any(s, at).filter(|_| at == i + 1)
}

fn refer(s: &Scan, i: usize) -> Option<Found> {
    let (reference, end) = s.phrase(i, &s.words.refs)?;
    // "The current was strong", "the recent" alone, "in future" in names: an adjective needs its noun.
    let adjective = matches!(s.lower(end - 1), "current" | "recent") && end == i + 1;
    let noun = s.kind(end) == Some(TokenKind::Word) && !s.page.tokens[end].capital || s.capital(end);
    let verb = s.any(end, &["was", "is", "were", "are", "in", "of", "has", "had", "and", "from"]);
    // "the past two years", "the past year" are durations, "past" a preposition elsewhere.
    let past = s.is(end - 1, "past") && (s.unit(end).is_some() || s.amount(end).is_some());
    let unit = adjective && s.unit(end).is_some();
    (!(adjective && (!noun || verb) || past || unit || s.capital(i) && i > s.run.start))
        .then(|| Found::new(end, DateExpr::Refer(reference)))
}
