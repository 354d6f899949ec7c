//! Dates in digits, and dates that no calendar has.

use super::explicit::calendar;
use super::expression::DateExpr;
use super::scan::Scan;
use super::starts as on;
use super::{Found, Reader, date_rule};
use crate::rule::Reads;

pub(super) const ISO: Reader = date_rule(
    "date-iso",
    on::NUMBER,
    "A date in digits with the year first is the same everywhere.",
    &[Reads {
        value: "DATE 2015-04-05",
        sentences: &[
            "The file is dated 2015-04-05 in the log.",
            "The file is dated 2015/04/05 in the log.",
            "The file is dated 2015.04.05 in the log.",
        ],
    }],
    &["Call 2015-555 for help.", "They won 2015-13-40 by some count.", "The score was 4-3-2.", "The law 2015/04 holds."],
    iso,
);

pub(super) const NUMERIC: Reader = date_rule(
    "date-numeric",
    on::NUMBER,
    "A date in digits with the year last: a number above twelve tells the day, here or elsewhere in the article; else both readings are kept.",
    &[
        Reads {
            value: "DATE 2014-08-17",
            sentences: &[
                "The file of 17/08/2014 is lost.",
                "The file of 8/17/2014 is lost.",
                "The file of 17-08-2014 is lost.",
                "The file of 17.08.2014 is lost.",
            ],
        },
        Reads { value: "DATE 2014-03-06", sentences: &["The report of 06.03.2014 is lost.", "The report of 6.3.2014 is lost."] },
        Reads { value: "DATE 2014-XX-XX", sentences: &["The file of 05/04/2014 is lost."] },
        Reads { value: "DATE 2014-08-17 + DATE 2014-04-05", sentences: &["The files of 17/08/2014 and 05/04/2014 are lost."] },
    ],
    &["The index is 12.30.2014.7.", "The score was 17-08.", "They work 24/7.", "The ratio is 1/2/3."],
    numeric,
);

pub(super) const IMPOSSIBLE: Reader = date_rule(
    "no-such-day",
    on::CALENDAR | on::NUMBER,
    "A day that no calendar has is a slip of the pen: it has a value as written, and no days.",
    &[
        Reads {
            value: "DATE 2014-02-31",
            sentences: &["They met on 31 February 2014.", "They met on February 31, 2014.", "They met on 2014-02-31."],
        },
        Reads { value: "DATE 2011-06-31", sentences: &["It was signed on June 31, 2011."] },
        Reads { value: "DATE XXXX-09-31", sentences: &["They met on September 31."] },
        Reads { value: "DATE 2015-02-29", sentences: &["They met on 29 February 2015."] },
    ],
    &[
        "They met on 29 February 2016.",
        "By September 31 people were dead.",
        "In April 31 soldiers died.",
        "They met on June 45, 2014.",
    ],
    impossible,
);

/// A day in its place; nothing where the month has no such day, so that its digits are not read as something else.
fn day(end: usize, year: i32, month: u32, day: u32) -> Found {
    match chrono::NaiveDate::from_ymd_opt(year, month, day) {
        Some(_) => Found::new(end, DateExpr::Day { year: Some(year), month, day }),
        None => Found::nothing(end),
    }
}

/// The token behind three numbers that signs hold together.
fn three<'a>(s: &'a Scan, i: usize) -> Option<[&'a str; 3]> {
    let sign = s.lower(i + 1);
    let joined = matches!(sign, "-" | "/") && s.is(i + 3, sign) && (1..=4).all(|n| s.glued(i + n));
    // A fourth number makes it something else.
    let more = s.is(i + 5, sign) && s.glued(i + 5);
    let free = !s.glued(i) || s.is(i - 1, "(");
    (joined && !more && free).then(|| [s.lower(i), s.lower(i + 2), s.lower(i + 4)])
}

/// Three numbers in one token: `06.03.2014`. A page's next word may be glued on.
fn dotted<'a>(s: &'a Scan, i: usize) -> Option<[&'a str; 3]> {
    let mut parts = s.lower(i).splitn(3, '.');
    let [a, b, c] = [parts.next()?, parts.next()?, parts.next()?];
    let end = c.find(|c: char| !c.is_ascii_digit()).unwrap_or(c.len());
    (!c[end..].starts_with(|c: char| !c.is_alphabetic())).then_some([a, b, &c[..end]])
}

fn number(digits: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<u32> {
    (lengths.contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
}

fn year(digits: &str) -> Option<i32> {
    number(digits, 4..=4).and_then(|y| i32::try_from(y).ok()).filter(|y| (1000..2200).contains(y))
}

fn iso(s: &Scan, i: usize) -> Option<Found> {
    let (parts, end) = three(s, i).map(|p| (p, i + 5)).or_else(|| Some((dotted(s, i)?, i + 1)))?;
    let (month, day_of) = (number(parts[1], 2..=2)?, number(parts[2], 2..=2)?);
    Some(day(end, year(parts[0])?, month, day_of))
}

fn numeric(s: &Scan, i: usize) -> Option<Found> {
    if let Some([a, b, c]) = dotted(s, i) {
        // With dots the day stands first.
        return Some(day(i + 1, year(c)?, number(b, 1..=2)?, number(a, 1..=2)?));
    }
    let [a, b, c] = three(s, i)?;
    let (first, second) = (number(a, 1..=2)?, number(b, 1..=2)?);
    let year = year(c)
        .or_else(|| number(c, 2..=2).filter(|_| s.is(i + 1, "/")).map(|short| 2000 + i32::try_from(short).unwrap_or(0)))?;
    let fits = (1..=31).contains(&first) && (1..=31).contains(&second) && first.min(second) <= 12;
    Some(if fits { Found::new(i + 5, DateExpr::Numeric { first, second, year }) } else { Found::nothing(i + 5) })
}

fn impossible(s: &Scan, i: usize) -> Option<Found> {
    let (year, month, day, end) = if let Some(c) = calendar(s, i) {
        (c.year, c.month, c.day, c.end)
    } else {
        let [y, m, d] = three(s, i)?;
        (Some(year(y)?), number(m, 2..=2)?, number(d, 2..=2)?, i + 5)
    };
    let none = chrono::NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day).is_none();
    // "By September 31 people were dead": a number behind the month may count what follows.
    let meant = year.is_some() || s.day(i).is_some() || s.before(i) == "on" && !s.plural(end);
    (none && meant && (1..=12).contains(&month) && (1..=31).contains(&day))
        .then(|| Found::new(end, DateExpr::Impossible { year, month, day }))
}
