//! Dates that say their month or year themselves.

use super::expression::{DateExpr, Origin};
use super::quarters::turned_year;
use super::scan::Scan;
use super::starts as on;
use super::{Found, Reader, date_rule};
use crate::lexicon::Unit;
use crate::rule::Reads;
use crate::text::TokenKind;

pub(super) const FULL: Reader = date_rule(
    "date-full",
    on::CALENDAR,
    "Day, month and year in any of the usual orders, with the weekday before it where it stands there.",
    &[
        Reads {
            value: "DATE 2014-03-06",
            sentences: &[
                "The treaty was signed on March 6, 2014.",
                "The treaty was signed on 6 March 2014.",
                "The treaty was signed on Mar. 6, 2014.",
                "It opened on Thursday, March 6, 2014, in the port.",
                "It opened on the 6th of March, 2014.",
                "Thu 06 Mar 2014 Ferry opens in the port.",
                "March 6, 2014 People wait at the port.",
            ],
        },
        Reads { value: "DATE 1998-10-31", sentences: &["He was born October 31 1998 in a village."] },
    ],
    &["They met on 31 February 2014.", "It was signed on June 31, 2011."],
    full,
);

pub(super) const MONTH_DAY: Reader = date_rule(
    "date-month-day",
    on::CALENDAR,
    "Month and day without a year: the year comes from the anchor and the tense.",
    &[
        Reads {
            value: "DATE 2015-08-12",
            sentences: &["Envoys will meet on August 12.", "Envoys will meet on 12 August.", "Envoys will meet on Aug. 12."],
        },
        Reads {
            value: "DATE 2015-05-12",
            sentences: &[
                "The envoy visited on May 12.",
                "The envoy visited on Tuesday, May 12.",
                "The envoy visited on the 12th of May.",
            ],
        },
    ],
    &["In no year does 31 February come.", "They may 12 times over.", "Page 12 may be lost."],
    month_day,
);

pub(super) const LISTED: Reader = date_rule(
    "date-listed",
    on::NUMBER | on::THE_NR,
    "One day of a list that shares its month: March 3 and 17, the 4th, 11th and 18th of May.",
    &[
        Reads {
            value: "DATE 2014-05-04 + DATE 2014-05-11",
            sentences: &["They met on 4, 11 and 18 May 2014.", "They met on the 4th, 11th and 18th of May 2014."],
        },
        Reads { value: "DATE 2014-05-03", sentences: &["They met on the 3rd and the 5th of May 2014."] },
    ],
    &["They won 4, 11 and 18 seats.", "Rooms 3 and 5 may burn."],
    listed,
);

pub(super) const OF_MONTH: Reader = date_rule(
    "day-of-month",
    on::THE_NR | on::TURN | on::WEEKDAY,
    "A day by its number alone, in the month spoken of or in one that is told by its distance.",
    &[
        Reads { value: "DATE 2014-03-20", sentences: &["He fell ill on March 17, 2014, and died on the 20th."] },
        Reads { value: "DATE 2015-07-20", sentences: &["The bank cut rates on the 20th of last month."] },
        Reads {
            value: "DATE 2015-08-06",
            sentences: &["On the 6th, the bank cut rates.", "On Thursday the 6th the bank cut rates."],
        },
        Reads { value: "DATE 2015-08-15", sentences: &["The bank will cut rates on the 15th."] },
        Reads { value: "DATE 2015-11-13", sentences: &["The bank will cut rates on Friday the 13th."] },
        Reads { value: "DATE 2015-06-30", sentences: &["The bank cut rates on the last day of June."] },
    ],
    &["He lives on the 20th floor.", "He finished on the 20th lap.", "On the last day of the fair it rained."],
    of_month,
);

pub(super) const MONTH_YEAR: Reader = date_rule(
    "date-month-year",
    on::MONTH,
    "A month of a year.",
    &[
        Reads {
            value: "DATE 2011-03",
            sentences: &[
                "It began in March 2011.",
                "It began in March, 2011.",
                "It began in March of 2011.",
                "The Mar. 2011 report is lost.",
            ],
        },
        Reads { value: "DATE 2014-03", sentences: &["It began in March last year.", "It began in March of last year."] },
    ],
    &["In the march 2000 people fell ill.", "You may try."],
    month_year,
);

pub(super) const MONTH: Reader = date_rule(
    "date-month",
    on::MONTH,
    "A month's name alone; may, march and august only with a capital and behind a preposition.",
    &[
        Reads { value: "DATE 2015-06", sentences: &["The bridge fell in June."] },
        Reads { value: "DATE 2015-05", sentences: &["The bridge has been closed since May."] },
        Reads { value: "DATE 2015-03", sentences: &["In March 15 soldiers were hurt."] },
    ],
    &[
        "Mrs May spoke in parliament.",
        "Theresa May resigned.",
        "They may go.",
        "The march went on.",
        "He is an august judge.",
        "April Jones won the race.",
    ],
    month,
);

/// A day of a month and what of a year stands behind it.
pub(super) struct Calendar {
    pub(super) year: Option<i32>,
    pub(super) month: u32,
    pub(super) day: u32,
    pub(super) end: usize,
}

impl Calendar {
    fn found(&self) -> Found {
        found(self.end, self.year, self.month, self.day)
    }
}

/// A day in its place; nothing where the month has no such day, so that its digits are not read as something else.
fn found(end: usize, year: Option<i32>, month: u32, day: u32) -> Found {
    valid(year, month, day).map_or(Found::nothing(end), |expr| Found::new(end, expr))
}

/// The day, unless the month has no such day.
pub(super) fn valid(year: Option<i32>, month: u32, day: u32) -> Option<DateExpr> {
    // 2000 is a leap year: without a year the 29th of February is possible.
    chrono::NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day)?;
    Some(DateExpr::Day { year, month, day })
}

/// `[Friday,] August 7[, 2015]`, `[Friday] [the] 7[th] [of] August [2015]`.
pub(super) fn calendar(s: &Scan, i: usize) -> Option<Calendar> {
    let from = match s.any_weekday(i) {
        Some(_) => i + 1 + usize::from(s.is(i + 1, ",")),
        None => i,
    };
    month_first(s, from).or_else(|| day_first(s, from))
}

fn month_first(s: &Scan, i: usize) -> Option<Calendar> {
    let month = s.any_month(i)?;
    let at = i + 1 + usize::from(s.is(i + 1, "the"));
    // "March eighth", "May the fourth", "June twenty-first"
    let (day, behind) = s.day(at).map(|day| (day, at + 1)).or_else(|| s.ordinal(at).filter(|(d, _)| *d <= 31))?;
    let (year, end) = year_behind(s, behind);
    // "In August 20 people were killed": nobody writes "in August 20".
    if year.is_none() && (s.before(i) == "in" || s.counts(at) || s.is(at + 1, "%") || s.is(at + 1, "-") && s.is(at + 2, "year")) {
        return None;
    }
    Some(Calendar { year, month, day, end })
}

fn day_first(s: &Scan, i: usize) -> Option<Calendar> {
    let the = usize::from(s.is(i, "the"));
    let (day, at) = match s.day(i + the) {
        Some(day) => (day, i + the + 1),
        None => s.ordinal(i + the).filter(|_| the == 1)?,
    };
    let glue = s.is(at, "-") && s.glued(at) && s.glued(at + 1);
    let at = at + usize::from(s.is(at, "of") || glue);
    let month = s.any_month(at)?;
    let (year, end) = year_behind(s, at + 1 + usize::from(glue && s.is(at + 1, "-")));
    // Without a year, "12 May" may be twelve of the name; an ordinal or a preposition is no such thing.
    if year.is_none() && s.words.short_months.get(s.key(at)).is_some() && s.capital(at + 1) && s.words.doubtful.has(s.key(at)) {
        return None;
    }
    Some(Calendar { year, month, day, end })
}

/// `, 2015` or ` 2015` behind a month or day. A number below 1500 is a year where nothing follows that it could count.
fn year_behind(s: &Scan, at: usize) -> (Option<i32>, usize) {
    let comma = usize::from(s.any(at, &[",", "of"]));
    let closed =
        |end: usize| s.kind(end) != Some(TokenKind::Word) || s.any(end, &["and", "when", "after", "in", "at", "to", "by"]);
    match s.reckoned(at + comma).filter(|(y, end)| *y < 1 || (1500..2200).contains(y) || *end > at + comma + 1 || closed(*end)) {
        Some((year, end)) => (Some(year), end),
        None => short_year(s, at).map_or((None, at), |year| (Some(year), at + 1)),
    }
}

/// `28 MAR 89 (`: a dateline's year.
fn short_year(s: &Scan, at: usize) -> Option<i32> {
    let year = s.two_digits(at)?;
    (s.any(at + 1, &["(", "[", "--", "—"]) || s.is(at + 1, "-") && !s.glued(at + 1)).then_some(if year > 30 {
        1900 + year
    } else {
        2000 + year
    })
}

fn full(s: &Scan, i: usize) -> Option<Found> {
    Some(calendar(s, i).filter(|c| c.year.is_some())?.found())
}

fn month_day(s: &Scan, i: usize) -> Option<Found> {
    let day = calendar(s, i).filter(|c| c.year.is_none())?;
    // "July 25 of that year"
    let of = day.end + usize::from(s.is(day.end, "of"));
    match turned_year(s, of) {
        Some((years, from, end)) => {
            let what = Box::new(valid(None, day.month, day.day)?);
            Some(Found::new(end, DateExpr::OfYear { years, from, what }))
        }
        None => Some(day.found()),
    }
}

fn month_year(s: &Scan, i: usize) -> Option<Found> {
    let month = s.any_month(i)?;
    let of = i + 1 + usize::from(s.is(i + 1, "of"));
    if let Some((years, from, end)) = turned_year(s, of) {
        let what = Box::new(DateExpr::Month { year: None, month });
        return Some(Found::new(end, DateExpr::OfYear { years, from, what }));
    }
    let (year, end) = s.reckoned(i + 1 + usize::from(s.any(i + 1, &[",", "of"])))?;
    Some(Found::new(end, DateExpr::Month { year: Some(year), month }))
}

fn month(s: &Scan, i: usize) -> Option<Found> {
    let month = s.month(i)?;
    let cued = s.after(i, &s.words.cues) || s.after(i, &s.words.edges);
    // "The August decrees", "a March operation"; but "the March on Rome".
    let cued = cued || s.any(i.wrapping_sub(1), &["the", "a", "an"]) && s.capital(i) && names_a_thing(s, i + 1);
    let named = s.words.titles.has(s.before(i));
    let doubtful = s.words.doubtful.has(s.key(i))
        && !(cued
            && (s.after(i, &s.words.edges)
                || !(s.words.surnames.has(s.key(i)) && matches!(s.before(i), "by" | "for" | "to" | "and" | "of"))));
    // "April Jones": a first name; "the October Revolution" is none.
    let first_name = !cued && s.capital(i + 1) && s.kind(i + 1) == Some(TokenKind::Word);
    let surname = !cued && i > s.run.start && s.capital(i - 1) && i - 1 > s.run.start && s.weekday(i - 1).is_none();
    (!named && !doubtful && !first_name && !surname).then(|| Found::new(i + 1, DateExpr::Month { year: None, month }))
}

/// A word in lower case that is no preposition, or a capitalised one: a noun that a month describes.
fn names_a_thing(s: &Scan, i: usize) -> bool {
    s.kind(i) == Some(TokenKind::Word) && s.lower(i).len() > 3 && s.phrase(i, &s.words.cues).is_none_or(|(_, end)| end != i + 1)
}

/// `3` of `3 and 17 March`, `4th` of `the 4th, 11th and 18th of May`.
fn listed(s: &Scan, i: usize) -> Option<Found> {
    let the = usize::from(s.is(i, "the"));
    let day = s.day(i + the)?;
    let mut at = i + the + 1;
    let mut more = 0;
    while more < 8 && s.any(at, &[",", "and", "or"]) {
        at += 1 + usize::from(s.is(at, ",") && s.is(at + 1, "and"));
        at += usize::from(s.is(at, "the"));
        s.day(at)?;
        at += 1;
        more += 1;
    }
    let last = at - 1;
    let month = s.any_month(at + usize::from(s.is(at, "of"))).filter(|_| more > 0)?;
    let (year, _) = year_behind(s, at + 1 + usize::from(s.is(at, "of")));
    // "12 and 13 August" follow each other: they are a range.
    let range = more == 1 && s.day(last) == Some(day + 1);
    (!range).then(|| valid(year, month, day)).flatten().map(|expr| Found::new(i + the + 1, expr))
}

/// `on the 20th`, `the 20th of last month`, `the last day of June`
fn of_month(s: &Scan, i: usize) -> Option<Found> {
    // "Friday the 13th"
    if let Some(weekday) = s.weekday(i).filter(|_| s.is(i + 1, "the")) {
        let (day, end) = s.ordinal(i + 2).filter(|(day, _)| *day <= 31)?;
        let month = Box::new(DateExpr::Offset { unit: Unit::Month, count: Some(0), from: Origin::Spoken });
        return Some(Found::new(end, DateExpr::DayOf { day: Some(day), weekday: Some(weekday), month }));
    }
    if !s.is(i, "the") {
        return None;
    }
    if s.is(i + 1, "last") && s.is(i + 2, "day") && s.is(i + 3, "of") {
        let month = month_year(s, i + 4).or_else(|| month(s, i + 4))?;
        return Some(Found::new(month.end, DateExpr::DayOf { day: None, weekday: None, month: Box::new(month.expr?) }));
    }
    let (day, at) = s.ordinal(i + 1).filter(|(day, _)| (1..=31).contains(day))?;
    if s.is(at, "of")
        && let Some((turn, unit)) = s.phrase(at + 1, &s.words.turns)
        && s.is(unit, "month")
    {
        let (steps, writing) = turn.steps();
        let from = if writing { Origin::Writing } else { Origin::Spoken };
        let month = DateExpr::Offset { unit: Unit::Month, count: Some(steps.into()), from };
        return Some(Found::new(unit + 1, DateExpr::DayOf { day: Some(day), weekday: None, month: Box::new(month) }));
    }
    // "on the 20th floor": digits, a preposition before them and no noun behind.
    let free = s.kind(at) != Some(TokenKind::Word) || s.any(at, &["and", "in", "at", "when", "was", "to", "but", "by", "after"]);
    let opens = i == s.run.start + 1 && s.capital(at);
    (free || opens).then_some(())?;
    let month = DateExpr::Offset { unit: Unit::Month, count: Some(0), from: Origin::Spoken };
    (s.kind(i + 1) == Some(TokenKind::Number) && matches!(s.before(i), "on" | "by" | "until" | "since"))
        .then(|| Found::new(at, DateExpr::DayOf { day: Some(day), weekday: None, month: Box::new(month) }))
}
