//! Clock times.

use super::explicit::calendar;
use super::expression::DateExpr;
use super::relative;
use super::scan::Scan;
use super::{Found, Reader, date_rule, weekday};
use crate::rule::Reads;
use crate::text::{Run, TokenKind};

pub(super) const CLOCK: Reader = date_rule(
    "clock",
    "A clock time: with am, pm or a zone. Bare 20:30 may be a score, a verse or a length and needs a preposition.",
    &[
        Reads {
            value: "TIME XXXX-XX-XXT09:33",
            sentences: &["The train left at 9:33 am.", "The train left at 9.33 a.m.", "The train left at 09:33."],
        },
        Reads { value: "TIME XXXX-XX-XXT19:00", sentences: &["The train left at 1900 GMT."] },
        Reads {
            value: "TIME 2015-08-06T17:00",
            sentences: &[
                "The train left at 5 p.m. Thursday.",
                "The train left at 5pm on Thursday.",
                "The train left Thursday at 5 p.m.",
            ],
        },
        Reads {
            value: "TIME 2015-08-06T12:00",
            sentences: &["The train left at noon Thursday.", "The train left at noon on Thursday."],
        },
    ],
    &["They won 20:30.", "Psalm 23:4 was read.", "He ran it in 9.33 seconds.", "I am 9.", "It is a high noon of sorts."],
    clock,
);

struct Time {
    hour: u32,
    minute: u32,
    zone: Option<Run>,
    end: usize,
}

fn clock(s: &Scan, i: usize) -> Option<Found> {
    if let Some(time) = time(s, i) {
        let on = time.end + usize::from(s.any(time.end, &["on", ","]));
        let day = day(s, on);
        let end = day.as_ref().map_or(time.end, |d| d.end);
        let expr = DateExpr::Clock { day: day.and_then(|d| d.expr).map(Box::new), hour: time.hour, minute: time.minute };
        return Some(Found { end, expr: Some(expr), zone: time.zone, seam: None });
    }
    let day = day(s, i)?;
    let at = day.end + usize::from(s.is(day.end, ","));
    let time = time(s, at + 1).filter(|_| s.is(at, "at")).or_else(|| time(s, at).filter(|_| at > day.end))?;
    let expr = DateExpr::Clock { day: day.expr.map(Box::new), hour: time.hour, minute: time.minute };
    Some(Found { end: time.end, expr: Some(expr), zone: time.zone, seam: None })
}

fn day(s: &Scan, i: usize) -> Option<Found> {
    if let Some(c) = calendar(s, i) {
        return Some(Found::new(c.end, DateExpr::Day { year: c.year, month: c.month, day: c.day }));
    }
    weekday::any(s, i).or_else(|| relative::DAY.read(s, i))
}

/// `9:33 am`, `9 a.m.`, `5pm`, `1900 GMT`, `at 09:33`, `noon`.
fn time(s: &Scan, i: usize) -> Option<Time> {
    if let Some((hour, end)) = s.phrase(i, &s.words.hours) {
        let cued = matches!(s.before(i), "at" | "by" | "until" | "before" | "after" | "around" | "from" | "since");
        let dated = s.weekday(end).is_some();
        return (cued || dated).then(|| Time { hour, minute: 0, zone: zone(s, end), end });
    }
    if s.kind(i) != Some(TokenKind::Number) {
        return None;
    }
    let word = s.lower(i);
    let cut = word.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(word.len());
    let (digits, tail) = word.split_at(cut);
    let (half, mut end) = match tail {
        "am" | "pm" => (Some(tail == "pm"), i + 1),
        "" => match s.lower(i + 1) {
            "am" | "a.m." | "a.m" => (Some(false), i + 2),
            "pm" | "p.m." | "p.m" => (Some(true), i + 2),
            _ => (None, i + 1),
        },
        "gmt" | "utc" => (None, i + 1),
        _ => return None,
    };
    let zone = if tail == "gmt" || tail == "utc" { Some(Run::new(i, i + 1)) } else { zone(s, end) };
    end = zone.map_or(end, |z| z.end.max(end) + usize::from(s.is(z.end, ")") && s.is(z.start.wrapping_sub(1), "(")));
    let (hour, minute) = hour_minute(digits, half.is_some(), zone.is_some())?;
    let colon = digits.contains(':');
    let cued = matches!(s.before(i), "at" | "around" | "until" | "before" | "after" | "from" | "by" | "about");
    if half.is_none()
        && zone.is_none()
        && !(colon && cued && digits.len() >= 4 && s.kind(end) != Some(TokenKind::Word)
            || colon && digits.len() == 5 && s.before(i) == "at")
    {
        return None;
    }
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(pm) => hour % 12 + if pm { 12 } else { 0 },
    };
    Some(Time { hour, minute, zone, end })
}

fn hour_minute(digits: &str, halved: bool, zoned: bool) -> Option<(u32, u32)> {
    let (hour, minute) = match digits.split_once([':', '.']) {
        Some((h, m)) => (h, Some(m)),
        None if digits.len() == 4 && zoned && digits.is_ascii() => (&digits[..2], Some(&digits[2..])),
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

fn zone(s: &Scan, i: usize) -> Option<Run> {
    let at = i + usize::from(s.is(i, "("));
    let (_, end) = s.phrase(at, &s.words.zones)?;
    // A zone is in capitals or spelled out: "et al." is none.
    let upper = s.page.tokens[at].upper || end > at + 1;
    upper.then_some(Run::new(at, end))
}
