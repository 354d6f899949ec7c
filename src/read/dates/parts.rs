//! Parts of a day.

use super::explicit::{calendar, valid};
use super::expression::{DateExpr, Origin};
use super::scan::Scan;
use super::starts as on;
use super::{Found, Reader, date_rule, plain, weekday};
use crate::lexicon::{DayPart, Turn, Unit};
use crate::rule::Reads;
use crate::text::TokenKind;

pub(super) const WEEKDAY_PART: Reader = date_rule(
    "weekday-part",
    on::WEEKLY,
    "A part of a weekday.",
    &[
        Reads {
            value: "TIME 2015-08-03TNI",
            sentences: &["The shop burned Monday night.", "The shop burned late Monday night."],
        },
        Reads {
            value: "TIME 2015-08-05TMO",
            sentences: &[
                "The shop burned on Wednesday morning.",
                "The shop burned at dawn on Wednesday.",
                "The shop burned early on Wednesday morning.",
            ],
        },
    ],
    &["The night was calm.", "The Monday club met."],
    weekday_part,
);

pub(super) const PART_OF: Reader = date_rule(
    "part-of-day",
    on::THE | on::EDGE,
    "The night, the morning, the early hours of a date.",
    &[
        Reads {
            value: "TIME 2014-03-06TNI",
            sentences: &["The shop burned on the night of March 6, 2014.", "The shop burned late in the night of 6 March 2014."],
        },
        Reads {
            value: "TIME 2014-03-06TMO",
            sentences: &[
                "The shop burned on the morning of March 6, 2014.",
                "The shop burned in the early hours of March 6, 2014.",
                "The shop burned early in the morning of March 6, 2014.",
            ],
        },
        Reads { value: "TIME 2015-08-06TMO", sentences: &["The shop burned in the small hours of Thursday."] },
    ],
    &["It was the night of the fire.", "The morning of life is short."],
    part_of,
);

pub(super) const NIGHT: Reader = date_rule(
    "day-part",
    on::EDGE | on::DAY | on::TURN,
    "A part of a day seen from the writer: last night, this morning, yesterday evening.",
    &[
        Reads { value: "TIME 2015-08-06TNI", sentences: &["The dam broke last night."] },
        Reads { value: "TIME 2015-08-07TMO", sentences: &["The dam broke this morning.", "The dam broke early this morning."] },
        Reads { value: "TIME 2015-08-06TEV", sentences: &["The dam broke yesterday evening."] },
        Reads { value: "TIME 2015-08-07TNI", sentences: &["The dam may break tonight."] },
    ],
    &["Good morning, he said.", "It was the last night of the fair."],
    night,
);

pub(super) const SPOKEN_PART: Reader = date_rule(
    "part-spoken",
    on::TURN | on::THE | on::MOMENT,
    "That night, the next morning, in the afternoon: a part of the day spoken of.",
    &[
        Reads { value: "TIME 2014-03-06TNI", sentences: &["The dam broke on March 6, 2014, and that night the town was empty."] },
        Reads {
            value: "TIME 2014-03-07TMO",
            sentences: &["The dam broke on March 6, 2014, and the next morning the town was empty."],
        },
        Reads { value: "TIME 2014-03-06TMO", sentences: &["The dam broke on March 6, 2014, before dawn."] },
        Reads { value: "TIME 2014-03-06TAF", sentences: &["The dam broke on March 6, 2014, in the afternoon."] },
    ],
    &["Morning came.", "In the morning paper it said so."],
    spoken_part,
);

pub(super) const OVERNIGHT: Reader = date_rule(
    "overnight",
    on::OTHER,
    "The night that ends on the day of writing, or on the weekday beside it.",
    &[
        Reads {
            value: "TIME 2015-08-06TNI",
            sentences: &["Shells fell on the town overnight.", "The overnight attack hurt many."],
        },
        Reads {
            value: "TIME 2015-08-05TNI",
            sentences: &["Shells fell on the town overnight on Wednesday.", "Shells fell on the town overnight Wednesday."],
        },
    ],
    &["They stayed overnight.", "She was an overnight success.", "The overnight curfew holds.", "They spent the night there."],
    overnight,
);

/// A part of a day, past words like "late".
fn part(s: &Scan, i: usize) -> Option<(DayPart, usize)> {
    s.phrase(i, &s.words.parts)
}

fn narrowed(s: &Scan, i: usize) -> usize {
    s.phrase(i, &s.words.edges).map_or(i, |(_, end)| end)
}

fn of_day(day: DateExpr, part: DayPart, end: usize) -> Found {
    Found::new(end, DateExpr::Part { day: Box::new(day), part })
}

fn day(count: i64, from: Origin) -> DateExpr {
    DateExpr::Offset { unit: Unit::Day, count: Some(count), from }
}

fn weekday_part(s: &Scan, i: usize) -> Option<Found> {
    let at = narrowed(s, i);
    if let Some(found) = weekday::any(s, at) {
        // "on Tuesday nights" repeats.
        let (part, end) = part(s, found.end).filter(|(_, end)| !s.lower(end - 1).ends_with('s') || s.any(end - 1, &["hours"]))?;
        return Some(of_day(found.expr?, part, end));
    }
    // "at dawn on Wednesday"
    let (moment, on) = s.phrase(at, &s.words.moments)?;
    let found = weekday::any(s, on + usize::from(s.is(on, "on")))?;
    Some(of_day(found.expr?, moment, found.end))
}

/// `the night of April 18`, `early in the morning of 29 April 1975`, `the small hours of Thursday`
fn part_of(s: &Scan, i: usize) -> Option<Found> {
    part_of_from(s, i).or_else(|| part_of_from(s, narrowed(s, i)))
}

fn part_of_from(s: &Scan, i: usize) -> Option<Found> {
    let at = i + usize::from(s.is(i, "in"));
    let (part, of) = s.phrase(at + 1, &s.words.parts).filter(|_| s.is(at, "the"))?;
    let found = s.is(of, "of").then(|| whole_day(s, of + 1))??;
    Some(of_day(found.expr?, part, found.end))
}

/// A day that has a night and a morning.
fn whole_day(s: &Scan, i: usize) -> Option<Found> {
    let found = match calendar(s, i) {
        Some(c) => Found::new(c.end, valid(c.year, c.month, c.day)?),
        None => weekday::any(s, i).or_else(|| plain(s, i))?,
    };
    let day = matches!(found.expr, Some(DateExpr::Day { .. } | DateExpr::Weekday(_) | DateExpr::Turned { .. }));
    day.then_some(found)
}

fn night(s: &Scan, i: usize) -> Option<Found> {
    let at = narrowed(s, i);
    if let Some((count, end)) = s.phrase(at, &s.words.nights) {
        // "It was the last night of the fair."
        let own = s.before(i) == "the" || s.is(end, "of");
        return (!own).then(|| of_day(day(count, Origin::Writing), DayPart::Night, end));
    }
    if let Some((count, middle)) = s.phrase(at, &s.words.days) {
        let (part, end) = part(s, middle)?;
        return Some(of_day(day(count, Origin::Writing), part, end));
    }
    let (_, middle) = s.phrase(at, &s.words.turns).filter(|(turn, _)| *turn == Turn::This)?;
    let (part, end) = part(s, middle)?;
    Some(of_day(day(0, Origin::Writing), part, end))
}

fn spoken_part(s: &Scan, i: usize) -> Option<Found> {
    if let Some((turn, middle)) = s.phrase(i, &s.words.turns) {
        let (part, end) = part(s, middle)?;
        let count = match turn {
            Turn::Same => 0,
            Turn::After => 1,
            Turn::Before => -1,
            _ => return None,
        };
        return Some(of_day(day(count, Origin::Spoken), part, end));
    }
    // "at dawn", "since nightfall"
    if let Some((moment, end)) = s.phrase(i, &s.words.moments).filter(|_| s.words.at.has(s.before(i)) && !s.capital(i)) {
        return Some(of_day(day(0, Origin::Spoken), moment, end));
    }
    let (part, end) = part(s, i + 1).filter(|_| s.is(i, "the") && s.before(i) == "in")?;
    // "In the morning paper", "in the night of his life"
    let free = s.kind(end) != Some(TokenKind::Word) || s.phrase(end, &s.words.cues).is_some() && !s.is(end, "of");
    (free && !s.is(end, "-")).then(|| of_day(day(0, Origin::Spoken), part, end))
}

fn overnight(s: &Scan, i: usize) -> Option<Found> {
    if !s.is(i, "overnight") || s.capital(i) && i > s.run.start {
        return None;
    }
    let stays = s.words.stays.has(s.before(i)) || s.words.stays.has(s.key(i + 1));
    let on = i + 1 + usize::from(s.is(i + 1, "on"));
    match weekday::any(s, on) {
        Some(found) => Some(of_day(found.expr?, DayPart::Night, found.end)),
        None => (!stays).then(|| of_day(day(-1, Origin::Writing), DayPart::Night, i + 1)),
    }
}
