//! Dates that say their month or year themselves.

use super::expression::{DateExpr, Origin};
use super::scan::Scan;
use super::{Found, Reader, date_rule};
use crate::lexicon::Turn;
use crate::rule::Reads;
use crate::text::TokenKind;

pub(super) const ISO: Reader = date_rule(
    "date-iso",
    "A date in digits, year first, is the same everywhere; other orders of bare digits are not and stay unread.",
    &[Reads { value: "DATE 2015-04-05", sentences: &["The file is dated 2015-04-05 in the log."] }],
    &["Call 2015-555 for help.", "They won 2015-13-40 by some count.", "The score was 4-3-2."],
    iso,
);

pub(super) const FULL: Reader = date_rule(
    "date-full",
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
                "The report of 06.03.2014 is lost.",
                "March 6, 2014 People wait at the port.",
            ],
        },
        Reads { value: "DATE 1998-10-31", sentences: &["He was born October 31 1998 in a village."] },
    ],
    &[
        "They met on 31 February 2014.",
        "It was signed on June 31, 2011.",
        "The index is 12.30.2014.7.",
        "The file 05-04-2015 is lost.",
    ],
    full,
);

pub(super) const MONTH_DAY: Reader = date_rule(
    "date-month-day",
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

pub(super) const MONTH_YEAR: Reader = date_rule(
    "date-month-year",
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

pub(super) const YEAR: Reader = date_rule(
    "date-year",
    "A year that stands alone is read behind a preposition, in brackets or before a noun behind an article; any other number of four digits is a number.",
    &[
        Reads {
            value: "DATE 2011",
            sentences: &[
                "The war began in 2011.",
                "It has gone on since 2011.",
                "The 2011 uprising failed.",
                "The old bridge (2011) is gone.",
                "In 2011 rebels took the city.",
                "A 2011 Convention bans it.",
                "2011: The revolt begins",
            ],
        },
        Reads { value: "DATE 1996", sentences: &["It was in nineteen ninety-six.", "By nineteen ninety six it was over."] },
        Reads { value: "DATE 1984", sentences: &["He had lived there from 1984 on.", "By 1984, it was over."] },
    ],
    &[
        "The blast hurt 1984 people.",
        "Some 1,984 people came.",
        "A total of 2011 people came.",
        "It cost 2015 dollars.",
        "The road is closed for 1500 metres.",
        "They live at 1984 Elm Street.",
        "They won by 2000 votes.",
    ],
    year,
);

pub(super) const ERA: Reader = date_rule(
    "date-era",
    "A year with its era.",
    &[
        Reads { value: "DATE BC0241", sentences: &["The fleet sank in 241 BC.", "The fleet sank in 241 B.C."] },
        Reads { value: "DATE 0079", sentences: &["The city was buried in AD 79."] },
    ],
    &["The BC Place arena holds 54,500.", "He paid 241 for it."],
    era,
);

pub(super) const DECADE: Reader = date_rule(
    "date-decade",
    "A decade.",
    &[Reads {
        value: "DATE 199",
        sentences: &["It closed in the 1990s.", "It closed in the '90s.", "It closed in the early 1990s."],
    }],
    &["Temperatures were in the 90s.", "He is in his 90s."],
    decade,
);

pub(super) const CENTURY: Reader = date_rule(
    "date-century",
    "A century by its number.",
    &[Reads { value: "DATE 18", sentences: &["The church is from the 19th century.", "It is a nineteenth-century church."] }],
    &["He scored a century.", "The 19th match was lost."],
    century,
);

pub(super) const QUARTER: Reader = date_rule(
    "date-quarter",
    "A quarter or a half of a year, with or without the year.",
    &[
        Reads {
            value: "DATE 2014-Q3",
            sentences: &[
                "Sales fell in the third quarter of 2014.",
                "Sales fell in third-quarter 2014.",
                "Sales fell in Q3 2014.",
            ],
        },
        Reads { value: "DATE 2015-Q2", sentences: &["Sales fell in the second quarter."] },
        Reads { value: "DATE 2014-H1", sentences: &["Sales fell in the first half of 2014."] },
    ],
    &["They scored in the second half.", "They live in the Latin quarter.", "A quarter of them left."],
    quarter,
);

pub(super) const THAT_QUARTER: Reader = date_rule(
    "quarter-spoken",
    "The quarter, the year-earlier quarter: the quarter spoken of before, and nothing where none was.",
    &[
        Reads { value: "DATE 2014-Q3", sentences: &["Sales fell in Q3 2014, and costs rose in the quarter."] },
        Reads {
            value: "DATE 2013-Q3",
            sentences: &[
                "Sales fell in Q3 2014 from the year-earlier quarter.",
                "Sales fell in Q3 2014 from the year-ago period.",
            ],
        },
    ],
    &["The quarter was sealed off by police.", "They searched the quarter."],
    that_quarter,
);

pub(super) const SEASON: Reader = date_rule(
    "date-season",
    "A season of a year.",
    &[
        Reads { value: "DATE 2011-SU", sentences: &["It began in the summer of 2011.", "It began in summer 2011."] },
        Reads { value: "DATE 2015-SP", sentences: &["It began in the spring."] },
    ],
    &["The spring broke.", "They fall often.", "A fall of 2011 points was feared.", "Many died in the fall of the city."],
    season,
);

fn iso(s: &Scan, i: usize) -> Option<Found> {
    let year = s.year(i)?;
    let dash = |n: usize| s.is(n, "-") && s.glued(n) && s.glued(n + 1) && s.lower(n + 1).len() == 2;
    if !dash(i + 1) || !dash(i + 3) {
        return None;
    }
    let (month, day) = (s.day(i + 2)?, s.day(i + 4)?);
    Some(Found { end: i + 5, expr: valid(Some(year), month, day), zone: None })
}

/// A day of a month and what of a year stands behind it.
pub(super) struct Calendar {
    pub(super) year: Option<i32>,
    pub(super) month: u32,
    pub(super) day: u32,
    pub(super) end: usize,
}

impl Calendar {
    fn found(&self) -> Found {
        Found { end: self.end, expr: valid(self.year, self.month, self.day), zone: None }
    }
}

/// The day, unless the month has no such day: such a date is read over and gives nothing.
fn valid(year: Option<i32>, month: u32, day: u32) -> Option<DateExpr> {
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
    let day = s.day(at)?;
    let (year, end) = year_behind(s, at + 1);
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
    if year.is_none() && s.words.short_months.get(s.lower(at)).is_some() && s.capital(at + 1) && s.words.doubtful.has(s.lower(at))
    {
        return None;
    }
    Some(Calendar { year, month, day, end })
}

/// `, 2015` or ` 2015` behind a month or day.
fn year_behind(s: &Scan, at: usize) -> (Option<i32>, usize) {
    let comma = usize::from(s.is(at, ","));
    match s.year(at + comma).filter(|y| (1500..2200).contains(y) && !s.counts(at + comma)) {
        Some(year) => (Some(year), at + comma + 1),
        None => (None, at),
    }
}

fn full(s: &Scan, i: usize) -> Option<Found> {
    if let Some(found) = dotted(s, i).or_else(|| dashed(s, i)) {
        return Some(found);
    }
    calendar(s, i).filter(|c| c.year.is_some()).map(|c| c.found())
}

/// `21.05.2017`: with dots the day stands first.
fn dotted(s: &Scan, i: usize) -> Option<Found> {
    let word = s.lower(i);
    let mut parts = word.splitn(3, '.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if !(1..=2).contains(&day.len()) || month.len() != 2 || year.len() < 4 || !year.is_char_boundary(4) {
        return None;
    }
    // "21.05.2017Get": a page's next word may be glued on.
    let (year, rest) = year.split_at(4);
    if rest.starts_with(|c: char| !c.is_alphabetic()) {
        return None;
    }
    let year: i32 = year.parse().ok().filter(|y| (1000..2200).contains(y))?;
    Some(Found { end: i + 1, expr: valid(Some(year), month.parse().ok()?, day.parse().ok()?), zone: None })
}

/// `17-08-2014`, `8/17/2014`: only where one of the two numbers can be no month.
fn dashed(s: &Scan, i: usize) -> Option<Found> {
    let sign = s.lower(i + 1);
    if !matches!(sign, "-" | "/") || !s.is(i + 3, sign) || !(1..=4).all(|n| s.glued(i + n)) || s.glued(i) {
        return None;
    }
    let (a, b, year) = (s.day(i)?, s.day(i + 2)?, s.year(i + 4)?);
    let (day, month) = match (a, b) {
        (13..=31, 1..=12) => (a, b),
        (1..=12, 13..=31) => (b, a),
        _ => return None,
    };
    Some(Found { end: i + 5, expr: valid(Some(year), month, day), zone: None })
}

fn month_day(s: &Scan, i: usize) -> Option<Found> {
    calendar(s, i).filter(|c| c.year.is_none()).map(|c| c.found())
}

fn month_year(s: &Scan, i: usize) -> Option<Found> {
    let month = s.any_month(i)?;
    let of = i + 1 + usize::from(s.is(i + 1, "of"));
    if let Some((turn, at)) = s.phrase(of, &s.words.turns).filter(|(_, at)| s.is(*at, "year")) {
        let (years, from) = match turn {
            Turn::Last => (-1, Origin::Writing),
            Turn::This => (0, Origin::Writing),
            Turn::Next => (1, Origin::Writing),
            Turn::Before => (-1, Origin::Spoken),
            Turn::Same => (0, Origin::Spoken),
            Turn::After => (1, Origin::Spoken),
        };
        return Some(Found::new(at + 1, DateExpr::MonthOf { years, from, month }));
    }
    let at = i + 1 + usize::from(s.any(i + 1, &[",", "of"]));
    let year = s.year(at).filter(|_| !s.counts(at))?;
    Some(Found::new(at + 1, DateExpr::Month { year: Some(year), month }))
}

fn month(s: &Scan, i: usize) -> Option<Found> {
    let month = s.month(i)?;
    let cued = s.after(i, &s.words.cues) || s.after(i, &s.words.edges);
    let named = s.words.titles.has(s.before(i));
    let doubtful = s.words.doubtful.has(s.lower(i))
        && !(cued && !(s.words.surnames.has(s.lower(i)) && matches!(s.before(i), "by" | "for" | "to" | "and" | "of")));
    // "April Jones": a first name.
    let first_name = !cued && s.capital(i + 1) && s.kind(i + 1) == Some(TokenKind::Word);
    let surname = !cued && i > s.run.start && s.capital(i - 1) && i - 1 > s.run.start && s.weekday(i - 1).is_none();
    (!named && !doubtful && !first_name && !surname).then(|| Found::new(i + 1, DateExpr::Month { year: None, month }))
}

/// `nineteen ninety-six`, as a broadcast writes it.
fn spelled_year(s: &Scan, i: usize) -> Option<Found> {
    let (century, middle) = s.cardinal(i).filter(|(n, _)| (17..=20).contains(n))?;
    let (rest, end) = s.cardinal(middle).filter(|(n, _)| (10..100).contains(n))?;
    let counts =
        s.words.units.has(s.lower(end)) || s.is(middle, "-") || s.words.unit.has(s.lower(end + usize::from(s.is(end, "-"))));
    (!counts).then(|| Found::new(end, DateExpr::Year(i32::try_from(century * 100 + rest).unwrap_or(0))))
}

fn year(s: &Scan, i: usize) -> Option<Found> {
    if let Some(found) = spelled_year(s, i) {
        return Some(found);
    }
    let the = usize::from(s.any(i, &["the"]) && s.is(i + 1, "year"));
    let at = i + 2 * the;
    let year = s.year(at)?;
    if s.is(at + 1, "-") && s.glued(at + 1) && s.kind(at + 2) == Some(TokenKind::Number) {
        return None;
    }
    let glued =
        s.glued(at + 1) && !s.any(at + 1, &[".", ",", ")", ";", ":", "]", "'s", "’s", "\"", "”", "?", "!", "-", "–", "—"]);
    if glued || s.counts(at) && !stands_first(s, at) || s.glued(at) && !s.any(at - 1, &["(", "-", "–", "[", "—", "/"]) {
        return None;
    }
    let bracketed = s.any(i.wrapping_sub(1), &["(", "["]) && s.any(at + 1, &[")", "]", ",", "-", "–"]);
    let cued = the == 1 || s.after(i, &s.words.cues) && !in_address(s, at) && !told(s, at) || s.after(i, &s.words.edges);
    let modern = (1900..2100).contains(&year);
    let determined = matches!(s.before(i), "the" | "a" | "its" | "his" | "her" | "their" | "that" | "'s" | "’s" | "fiscal");
    let old = (1500..1900).contains(&year) && !s.plural(at + 1);
    let before_noun = (modern || old) && determined && s.kind(at + 1) == Some(TokenKind::Word);
    // "2006: the year of …", a heading "1939".
    let heading = modern && at == s.run.start && (s.is(at + 1, ":") || s.run.len() == 1);
    let cued = cued || heading;
    (cued && (1000..2100).contains(&year) || modern && bracketed || before_noun).then(|| Found::new(at + 1, DateExpr::Year(year)))
}

/// `In 2011 rebels took the city`: at the beginning of a sentence, behind "in" or "since", it is a year.
fn stands_first(s: &Scan, i: usize) -> bool {
    i == s.run.start + 1
        && matches!(s.before(i), "in" | "since")
        && !s.words.units.has(s.lower(i + 1))
        && !s.lower(i).ends_with("00")
}

/// `at 1984 Elm Street`: a capitalised word right behind.
fn in_address(s: &Scan, i: usize) -> bool {
    s.capital(i + 1)
        && s.kind(i + 1) == Some(TokenKind::Word)
        && !matches!(s.before(i), "in" | "since" | "until" | "during" | "from" | "by" | "before" | "after")
}

/// `a fall of 2011 points`, `and 1984 others`: a number behind a preposition that joins numbers as well as years.
fn told(s: &Scan, i: usize) -> bool {
    match s.before(i) {
        "and" | "to" | "or" | "than" => i < s.run.start + 2 || s.year(i - 2).is_none(),
        "in" | "since" | "until" | "till" | "during" => false,
        _ => s.plural(i + 1),
    }
}

fn era(s: &Scan, i: usize) -> Option<Found> {
    let number = |at: usize| s.lower(at).parse::<i32>().ok().filter(|y| (1..5000).contains(y));
    if s.any(i, &["ad", "a.d."]) && s.capital(i) {
        return Some(Found::new(i + 2, DateExpr::Year(number(i + 1).filter(|y| *y < 2200)?)));
    }
    let year = number(i)?;
    match s.lower(i + 1) {
        "bc" | "b.c." | "bce" => Some(Found::new(i + 2, DateExpr::BeforeChrist(year))),
        "ad" | "a.d." | "ce" if !s.shouted() => Some(Found::new(i + 2, DateExpr::Year(year))),
        _ => None,
    }
}

fn decade(s: &Scan, i: usize) -> Option<Found> {
    let at = i + usize::from(s.is(i, "the"));
    let edge = s.phrase(at, &s.words.edges).filter(|_| at > i).map_or(at, |(_, end)| end);
    let mark = usize::from(s.kind(edge) == Some(TokenKind::Mark));
    let digits = s.lower(edge + mark).strip_suffix('s')?;
    let number: i32 = digits.parse().ok().filter(|n| n % 10 == 0)?;
    let first = match digits.len() {
        4 if (1000..2200).contains(&number) && mark == 0 => number / 10,
        2 if mark == 1 && at > i => 190 + number / 10,
        _ => return None,
    };
    Some(Found::new(edge + mark + 1, DateExpr::Decade(first)))
}

fn century(s: &Scan, i: usize) -> Option<Found> {
    let at = i + usize::from(s.is(i, "the"));
    let at = s.phrase(at, &s.words.edges).filter(|_| at > i).map_or(at, |(_, end)| end);
    let (nr, end) = s.ordinal(at)?;
    let end = end + usize::from(s.is(end, "-"));
    (s.any(end, &["century", "centuries"]) && (2..=22).contains(&nr))
        .then(|| Found::new(end + 1, DateExpr::Century(nr as i32 - 1)))
}

fn quarter(s: &Scan, i: usize) -> Option<Found> {
    if let Some(nr) = s.lower(i).strip_prefix('q').and_then(|d| d.parse().ok()).filter(|n| (1..=4).contains(n)) {
        let year = s.year(i + 1);
        return Some(Found::new(i + 1 + usize::from(year.is_some()), DateExpr::Quarter { year, nr }));
    }
    let the = i + usize::from(s.any(i, &["the", "its", "their"]));
    let (before, at) = match s.year(the) {
        Some(year) => (Some(year), the + 1),
        None => (None, the),
    };
    let at = at + usize::from(s.is(at, "fiscal"));
    let at = at + usize::from(s.is(at, "-"));
    let (nr, end) = s.ordinal(at)?;
    let end = end + usize::from(s.is(end, "-"));
    let of = end + 1 + usize::from(s.any(end + 1, &["of", ","]));
    let of = of + usize::from(s.is(of, "fiscal"));
    let behind = s.year(of).filter(|_| !s.counts(of));
    let year = before.or(behind);
    let end_year = if behind.is_some() && before.is_none() { of + 1 } else { end + 1 };
    match s.lower(end) {
        "quarter" if (1..=4).contains(&nr) => Some(Found::new(end_year, DateExpr::Quarter { year, nr })),
        // A half without a year is a match's as often as a year's.
        "half" if (1..=2).contains(&nr) && year.is_some() => Some(Found::new(end_year, DateExpr::Half { year, nr })),
        _ => None,
    }
}

fn that_quarter(s: &Scan, i: usize) -> Option<Found> {
    let the = i + usize::from(s.is(i, "the"));
    if s.is(the, "year") && s.is(the + 1, "-") && s.any(the + 2, &["earlier", "ago"]) {
        let noun = usize::from(s.any(the + 3, &["quarter", "period"]));
        return Some(Found::new(the + 3 + noun, DateExpr::ThatQuarter { back: 1 }));
    }
    let latest = usize::from(s.any(the, &["latest", "same"]));
    let noun = s.is(the + latest, "quarter") || latest == 1 && s.is(the + 1, "period");
    (the > i && noun).then(|| Found::new(the + latest + 1, DateExpr::ThatQuarter { back: 0 }))
}

fn season(s: &Scan, i: usize) -> Option<Found> {
    let at = i + usize::from(s.is(i, "the"));
    let at = s.phrase(at, &s.words.edges).filter(|_| at > i).map_or(at, |(_, end)| end);
    let (season, end) = s.phrase(at, &s.words.seasons)?;
    let of = end + usize::from(s.is(end, "of"));
    if let Some(year) = s.year(of).filter(|_| !s.counts(of) && s.before(i) != "a") {
        return Some(Found::new(of + 1, DateExpr::Season { year: Some(year), season }));
    }
    // "In the spring", "over the summer": alone it needs its preposition; "in the fall of the city" is no season.
    let cued = at > i && matches!(s.before(i), "in" | "over" | "during" | "throughout" | "since" | "until" | "by");
    (cued && !s.is(end, "of") && !s.is(end, "-") && !s.capital(end))
        .then(|| Found::new(end, DateExpr::Season { year: None, season }))
}
