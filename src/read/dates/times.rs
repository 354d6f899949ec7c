//! Clock times.

use super::explicit::{calendar, valid};
use super::expression::{DateExpr, Origin};
use super::numeric;
use super::scan::Scan;
use super::starts as on;
use super::{Found, Reader, date_rule, relative, weekday};
use crate::lexicon::{DayPart, Unit};
use crate::rule::Reads;
use crate::text::{Run, TokenKind};

pub(super) const CLOCK: Reader = date_rule(
    "clock",
    on::CLOCKY | on::OTHER,
    "A clock time: with am, pm, o'clock, a part of the day or a zone. Bare 20:30 may be a score, a verse or a length and needs a preposition.",
    &[
        Reads {
            value: "TIME XXXX-XX-XXT09:33",
            sentences: &[
                "The train left at 9:33 am.",
                "The train left at 9.33 a.m.",
                "The train left at 09:33.",
                "The train left at 0933 GMT.",
                "The train left at 9:33 a.m. EST.",
            ],
        },
        Reads {
            value: "TIME XXXX-XX-XXT19:00",
            sentences: &["The train left at 1900 GMT.", "The train left at 1900 hours.", "The train left at 19:00 hrs."],
        },
        Reads {
            value: "TIME XXXX-XX-XXT15:00",
            sentences: &["The train left at 3 p.m. Baghdad time.", "The train left at 15:00 UTC+3."],
        },
        Reads {
            value: "TIME XXXX-XX-XXT15:00 + TIME XXXX-XX-XXT12:00",
            sentences: &["The train left at 3pm local time (1200 GMT)."],
        },
        Reads {
            value: "TIME 2015-08-06T17:00",
            sentences: &[
                "The train left at 5 p.m. Thursday.",
                "The train left at 5pm on Thursday.",
                "The train left Thursday at 5 p.m.",
                "The train left at 5 o'clock on Thursday afternoon.",
                "The train left at five o'clock on Thursday evening.",
                "The train left on Thursday 5 p.m.",
            ],
        },
        Reads {
            value: "TIME 2015-08-06T12:00",
            sentences: &["The train left at noon Thursday.", "The train left at noon on Thursday."],
        },
        Reads {
            value: "TIME 2015-08-06T04:30",
            sentences: &["The train left on Thursday at 4:30 in the morning.", "The train left at 4:30 Thursday morning."],
        },
        Reads { value: "TIME 2015-08-06T15:30", sentences: &["The train left on Thursday at half past three in the afternoon."] },
        Reads {
            value: "TIME 2014-07-24T16:37",
            sentences: &["The train left on Jul 24, 2014 04:37 PM EDT.", "The train left on July 24, 2014 - 4:37 PM."],
        },
    ],
    &[
        "They won 20:30.",
        "Psalm 23:4 was read.",
        "He ran it in 9.33 seconds.",
        "I am 9.",
        "It is a high noon of sorts.",
        "Half past defeats hurt.",
        "They were open 24 hours.",
        "The house at 1910 South Pine burned.",
    ],
    clock,
);

pub(super) const CLOCKS: Reader = date_rule(
    "range-clock",
    on::CLOCKY,
    "From one clock time to another; what is said once of am, pm and day holds for both.",
    &[
        Reads {
            value: "TIME 2015-08-06T15:00 + TIME 2015-08-06T17:00",
            sentences: &[
                "The road is shut from 3 to 5 p.m. on Thursday.",
                "The road was shut 3-5pm on Thursday.",
                "The road was shut between 3 and 5 p.m. on Thursday.",
            ],
        },
        Reads {
            value: "TIME XXXX-XX-XXT09:00 + TIME XXXX-XX-XXT17:00",
            sentences: &[
                "The road was shut from 9 a.m. to 5 p.m.",
                "The road was shut from 0900 to 1700 GMT.",
                "The road was shut 9am-5pm.",
            ],
        },
    ],
    &["They won by 3 to 5 points.", "Between 9 and 10 people came.", "A 9-5 win came."],
    clocks,
);

/// A clock time as it is written.
struct Time {
    hour: u32,
    minute: u32,
    /// Told to be in the second half of the day, or in the first; nothing told for a clock of 24 hours.
    half: Option<bool>,
    zone: Option<Run>,
    end: usize,
    /// It can be nothing else; other digits need a preposition or a day beside them.
    sure: bool,
}

impl Time {
    fn on(&self, day: Option<DateExpr>, end: usize) -> Found {
        let expr = DateExpr::Clock { day: day.map(Box::new), hour: self.hour, minute: self.minute };
        Found { zone: self.zone, ..Found::new(end, expr) }
    }

    /// In the half of the day that a part of it tells: "4:30 in the afternoon".
    fn in_part(mut self, part: DayPart, end: usize) -> Self {
        let late = matches!(part, DayPart::Afternoon | DayPart::Evening) || part == DayPart::Night && self.hour >= 5;
        if self.half.is_none() && (1..12).contains(&self.hour) && late {
            self.hour += 12;
        }
        Self { end, sure: true, ..self }
    }
}

fn clock(s: &Scan, i: usize) -> Option<Found> {
    if let Some(time) = time(s, i) {
        return behind(s, i, time);
    }
    let day = day(s, i)?;
    let at = day.end + usize::from(s.any(day.end, &[",", "-", "–", "|"]));
    let at = at + usize::from(s.any(at, &["at", "around", "about"]));
    let found = time(s, at)?;
    let told = in_the(s, found);
    (told.sure || at > day.end && s.is(at - 1, "at")).then(|| told.on(day.expr, told.end))
}

/// A time with its part of the day and its day behind it.
fn behind(s: &Scan, i: usize, time: Time) -> Option<Found> {
    let cued = time.sure || s.words.at.has(s.before(i)) && !in_street(s, time.end);
    let time = in_the(s, time);
    let on = time.end + usize::from(s.any(time.end, &["on", ","]));
    let Some(day) = day(s, on) else {
        return (time.sure || cued).then(|| time.on(None, time.end));
    };
    // "at 4:30 Thursday morning"
    match s.phrase(day.end, &s.words.parts) {
        Some((part, end)) => Some(time.in_part(part, end).on(day.expr, end)),
        None => (time.sure || cued).then(|| time.on(day.expr, day.end)),
    }
}

/// `4:30 in the morning`
fn in_the(s: &Scan, time: Time) -> Time {
    match s.phrase(time.end + 2, &s.words.parts).filter(|_| s.is(time.end, "in") && s.is(time.end + 1, "the")) {
        Some((part, end)) => time.in_part(part, end),
        None if s.is(time.end, "at") && s.is(time.end + 1, "night") => {
            let end = time.end + 2;
            time.in_part(DayPart::Night, end)
        }
        None => time,
    }
}

/// `at 1910 South Pine`: a house, no hour.
fn in_street(s: &Scan, i: usize) -> bool {
    s.kind(i) == Some(TokenKind::Word) && !s.words.joints.has(s.key(i)) && !s.any(i, &["on", "and"])
}

fn day(s: &Scan, i: usize) -> Option<Found> {
    if let Some(c) = calendar(s, i) {
        return Some(Found::new(c.end, valid(c.year, c.month, c.day)?));
    }
    weekday::any(s, i)
        .or_else(|| relative::DAY.read(s, i))
        .or_else(|| numeric::NUMERIC.read(s, i))
        .or_else(|| numeric::ISO.read(s, i))
        .or_else(|| that_day(s, i))
}

/// `that day`, `the next day`
fn that_day(s: &Scan, i: usize) -> Option<Found> {
    let (turn, at) = s.phrase(i, &s.words.turns)?;
    let (steps, writing) = turn.steps();
    (!writing && s.unit(at) == Some((Unit::Day, false)))
        .then(|| Found::new(at + 1, DateExpr::Offset { unit: Unit::Day, count: Some(steps.into()), from: Origin::Spoken }))
}

/// `9:33 am`, `9 a.m.`, `5pm`, `1900 GMT`, `at 09:33`, `noon`, `ten o'clock`, `half past three`.
fn time(s: &Scan, i: usize) -> Option<Time> {
    named(s, i).or_else(|| spoken(s, i)).or_else(|| digits(s, i))
}

/// `noon`, `midnight`
fn named(s: &Scan, i: usize) -> Option<Time> {
    let (hour, end) = s.phrase(i, &s.words.hours)?;
    let zone = zone(s, end);
    let end = past(s, end, zone);
    // "High noon" is no time: it needs its preposition or its day.
    let cued = s.words.at.has(s.before(i)) || s.weekday(end + usize::from(s.is(end, "on"))).is_some();
    cued.then_some(Time { hour, minute: 0, half: Some(hour == 12), zone, end, sure: true })
}

/// `ten o'clock`, `half past three`, `quarter to nine`, `twenty past six`
fn spoken(s: &Scan, i: usize) -> Option<Time> {
    let hour = |at: usize| {
        let (n, end) = s.cardinal(at).or_else(|| s.day(at).map(|d| (i64::from(d), at + 1)))?;
        Some((u32::try_from(n).ok().filter(|h| (1..=12).contains(h))?, end))
    };
    if let Some((hour, end)) = hour(i).filter(|(_, end)| s.any(*end, &["o'clock", "o’clock"])) {
        return Some(Time {
            hour,
            minute: 0,
            half: None,
            zone: zone(s, end + 1),
            end: past(s, end + 1, zone(s, end + 1)),
            sure: true,
        });
    }
    let (minutes, at) = match s.lower(i) {
        "half" => (30, i + 1),
        "quarter" => (15, i + 1),
        _ => {
            let (n, end) = s.cardinal(i).filter(|(n, _)| [5, 10, 20, 25].contains(n))?;
            (u32::try_from(n).ok()?, end)
        }
    };
    let to = s.is(at, "to") && minutes < 30;
    let (hour, end) = hour(at + 1).filter(|_| to || s.is(at, "past"))?;
    // "Quarter to nine people", "half past two defeats"
    if s.kind(end) == Some(TokenKind::Word) && !s.any(end, &["in", "on", "and", "local"]) && s.weekday(end).is_none() {
        return None;
    }
    let (hour, minute) = if to { ((hour + 10) % 12 + 1, 60 - minutes) } else { (hour, minutes) };
    Some(Time { hour, minute, half: None, zone: None, end, sure: s.words.at.has(s.before(i)) })
}

/// What stands behind the digits of a time: its half of the day, or hours; and the token behind.
fn tail(s: &Scan, i: usize, letters: &str) -> Option<(Option<bool>, bool, usize)> {
    let halves = |word: &str| match word {
        "am" | "a.m." | "a.m" => Some(false),
        "pm" | "p.m." | "p.m" => Some(true),
        _ => None,
    };
    match letters {
        "" if s.any(i + 1, &["hours", "hrs", "hrs."]) => Some((None, true, i + 2)),
        "" => Some(halves(s.lower(i + 1)).map_or((None, false, i + 1), |half| (Some(half), false, i + 2))),
        "hrs" | "hours" => Some((None, true, i + 1)),
        _ => halves(letters).map(|half| (Some(half), false, i + 1)),
    }
}

fn digits(s: &Scan, i: usize) -> Option<Time> {
    if s.kind(i) != Some(TokenKind::Number) {
        return None;
    }
    let word = s.lower(i);
    let (digits, letters) = word.split_at(word.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(word.len()));
    // "0735GMT": the zone is glued on.
    let glued = s.words.zones.has(letters);
    let (half, hours, end) = if glued { (None, false, i + 1) } else { tail(s, i, letters)? };
    let zone = if glued { Some(Run::new(i, i + 1)) } else { zone(s, end) };
    let (hour, minute) = hour_minute(digits, half.is_some(), zone.is_some() || hours || s.words.at.has(s.before(i)))?;
    let end = past(s, end, zone);
    let colon = digits.contains(':') && digits.len() >= 4;
    // "24 hours", "at 1910 South Pine": four digits are a clock where hours or a zone say so.
    let sure = half.is_some() || zone.is_some() || hours && digits.len() >= 4;
    let beside =
        colon && (s.kind(end) != Some(TokenKind::Word) || s.is(end, "on") || s.weekday(end).is_some() || s.is(end, "in"));
    let four = !colon && digits.len() == 4 && s.is(i - usize::from(i > s.run.start), "at") && !in_street(s, end);
    let four = four || !colon && digits.len() == 4 && s.before(i) == "at" && s.is(end, "on");
    if !(sure || beside || four) || hours && !sure {
        return None;
    }
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(pm) => hour % 12 + if pm { 12 } else { 0 },
    };
    Some(Time { hour, minute, half, zone, end, sure })
}

/// `9:33`, `9.33`, `0933`, `10:58:07`
fn hour_minute(digits: &str, halved: bool, bare: bool) -> Option<(u32, u32)> {
    let (hour, minute) = match digits.split_once([':', '.']) {
        Some((h, m)) => (h, Some(m.split(':').next().unwrap_or(m))),
        None if digits.len() == 4 && bare && digits.is_ascii() => (&digits[..2], Some(&digits[2..])),
        None if digits.len() <= 2 && halved => (digits, None),
        None => return None,
    };
    let dotted = digits.contains('.');
    let hour = hour.parse().ok().filter(|h| *h < 24 && hour.len() <= 2)?;
    let minute = match minute {
        Some(m) if m.len() == 2 => m.parse().ok().filter(|m| *m < 60)?,
        Some(_) => return None,
        None => 0,
    };
    (!dotted || halved).then_some((hour, minute))
}

/// `EST`, `local time`, `(EDT)`, `GMT+2`, `Baghdad time`, `New York time`
fn zone(s: &Scan, i: usize) -> Option<Run> {
    let at = i + usize::from(s.is(i, "("));
    if let Some((_, end)) = s.phrase(at, &s.words.zones) {
        // A zone is in capitals or spelled out: "et al." is none.
        let upper = s.page.tokens[at].upper || end > at + 1 || s.capital(at);
        let offset =
            s.any(end, &["+", "-", "–"]) && s.glued(end) && s.glued(end + 1) && s.kind(end + 1) == Some(TokenKind::Number);
        return upper.then_some(Run::new(at, end + 2 * usize::from(offset)));
    }
    let city = |n: usize| (at..at + n).all(|k| s.capital(k) && s.kind(k) == Some(TokenKind::Word)) && s.is(at + n, "time");
    (1..=3).find(|n| city(*n)).map(|n| Run::new(at, at + n + 1))
}

/// The token behind a zone and its bracket.
fn past(s: &Scan, end: usize, zone: Option<Run>) -> usize {
    zone.map_or(end, |z| z.end.max(end) + usize::from(s.is(z.end, ")") && z.start > s.run.start && s.is(z.start - 1, "(")))
}

/// `from 3 to 5 p.m. on Thursday`, `9am-5pm`, `0900 to 1700 GMT`
fn clocks(s: &Scan, i: usize) -> Option<Found> {
    let (first, end) = opening(s, i)?;
    let and = s.is(end, "and") && s.before(i) == "between";
    let dash = s.any(end, &["-", "–"]);
    let second = end + 1;
    if !(and || dash || s.words.joints.has(s.key(end))) {
        return None;
    }
    let last = time(s, second).filter(|t| t.sure)?;
    let mut hour = first.hour;
    if first.half.is_none() && last.half == Some(true) && hour < 12 && hour + 12 <= last.hour {
        hour += 12;
    }
    let closing = behind(s, second, last)?;
    let Some(DateExpr::Clock { day, .. }) = closing.expr.clone() else { return None };
    let from = DateExpr::Clock { day, hour, minute: first.minute };
    Some(Found { zone: closing.zone, ..Found::range(closing.end, from, closing.expr?, (end, second)) })
}

/// The first time of a range, which may be digits alone: `3`, `10:30`, `0900`.
fn opening(s: &Scan, i: usize) -> Option<(Time, usize)> {
    if let Some(found) = time(s, i) {
        let end = found.end;
        return Some((found, end));
    }
    let word = s.lower(i);
    let plain = s.kind(i) == Some(TokenKind::Number) && word.bytes().all(|b| b.is_ascii_digit() || b == b':' || b == b'.');
    let (hour, minute) = hour_minute(word, true, true).filter(|_| plain)?;
    Some((Time { hour, minute, half: None, zone: None, end: i + 1, sure: false }, i + 1))
}
