//! Dates that count from the day of writing, or from the day spoken of.

use super::expression::{DateExpr, Origin};
use super::scan::Scan;
use super::{Found, Reader, date_rule};
use crate::lexicon::{Refer, Turn, Unit};
use crate::rule::Reads;
use crate::text::TokenKind;

pub(super) const DAY: Reader = date_rule(
    "day-relative",
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

pub(super) const NIGHT: Reader = date_rule(
    "day-part",
    "A part of a day seen from the writer: last night, this morning, yesterday evening.",
    &[
        Reads { value: "TIME 2015-08-06TNI", sentences: &["The dam broke last night."] },
        Reads { value: "TIME 2015-08-07TMO", sentences: &["The dam broke this morning."] },
        Reads { value: "TIME 2015-08-06TEV", sentences: &["The dam broke yesterday evening."] },
        Reads { value: "TIME 2015-08-07TNI", sentences: &["The dam may break tonight."] },
    ],
    &["Good morning, he said."],
    night,
);

pub(super) const UNIT: Reader = date_rule(
    "unit-turned",
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
    "So many units before the day of writing, with the unit's grain.",
    &[
        Reads { value: "DATE 2015-08-04", sentences: &["The mayor died three days ago."] },
        Reads { value: "DATE 2015-W30", sentences: &["The mayor died two weeks ago.", "The mayor died about two weeks ago."] },
        Reads { value: "DATE 2014", sentences: &["The mayor died a year ago."] },
        Reads { value: "DATE PAST_REF", sentences: &["The mayor died several years ago.", "The mayor died years ago."] },
    ],
    &["It was ago.", "Three people died."],
    ago,
);

pub(super) const LATER: Reader = date_rule(
    "unit-later",
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
    "The next day, the following week, that year: counted from the day spoken of.",
    &[
        Reads { value: "DATE 2014-03-07", sentences: &["He was hurt on March 6, 2014, and died the next day."] },
        Reads { value: "DATE 2012", sentences: &["It began in 2011 and ended the following year."] },
        Reads { value: "DATE 2014", sentences: &["He won on March 6, 2014, and retired that year."] },
    ],
    &["The next speaker rose."],
    spoken,
);

pub(super) const WITHIN: Reader = date_rule(
    "unit-within",
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

fn night(s: &Scan, i: usize) -> Option<Found> {
    use crate::lexicon::DayPart;
    let at = |count| Box::new(DateExpr::Offset { unit: Unit::Day, count: Some(count), from: Origin::Writing });
    if let Some((count, end)) = s.phrase(i, &s.words.nights) {
        return Some(Found::new(end, DateExpr::Part { day: at(count), part: DayPart::Night }));
    }
    if let Some((count, middle)) = s.phrase(i, &s.words.days) {
        let (part, end) = s.phrase(middle, &s.words.parts)?;
        return Some(Found::new(end, DateExpr::Part { day: at(count), part }));
    }
    let (turn, middle) = s.phrase(i, &s.words.turns)?;
    let (part, end) = s.phrase(middle, &s.words.parts)?;
    let day = match turn {
        Turn::This => at(0),
        Turn::Same => Box::new(DateExpr::Offset { unit: Unit::Day, count: Some(0), from: Origin::Spoken }),
        Turn::After => Box::new(DateExpr::Offset { unit: Unit::Day, count: Some(1), from: Origin::Spoken }),
        _ => return None,
    };
    Some(Found::new(end, DateExpr::Part { day, part }))
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
    let compound = s.is(at + 1, "-") && s.any(at + 2, &["old", "long"]);
    (turns(unit) && !plural && !compound)
        .then(|| Found::new(at + 1, DateExpr::Offset { unit, count: Some(count), from: Origin::Writing }))
}

fn name_turned(s: &Scan, i: usize) -> Option<Found> {
    let (turn, at) = s.phrase(i, &s.words.turns)?;
    if let Some(month) = s.month(at).filter(|_| s.capital(at) || !s.words.doubtful.has(s.lower(at))) {
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
        return Some(Stretch { unit, count: amount.count(), end: end + 1 });
    }
    let (unit, plural) = s.unit(at)?;
    plural.then_some(Stretch { unit, count: None, end: at + 1 })
}

fn ago(s: &Scan, i: usize) -> Option<Found> {
    let found = stretch(s, i)?;
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

fn later(s: &Scan, i: usize) -> Option<Found> {
    let found = stretch(s, i)?;
    let sign = match s.lower(found.end) {
        "later" | "afterwards" | "afterward" => 1,
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
        "this" | "the" => (Origin::Writing, at + 1),
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
