//! Years and what is counted by them: eras, decades, centuries, seasons.

use super::expression::DateExpr;
use super::scan::Scan;
use super::starts as on;
use super::{Found, Reader, date_rule};
use crate::rule::Reads;
use crate::text::TokenKind;

pub(super) const YEAR: Reader = date_rule(
    "date-year",
    on::NUMBER | on::THE | on::CARDINAL,
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

pub(super) const SHORT: Reader = date_rule(
    "year-short",
    on::MARK,
    "A year by its last two digits behind an apostrophe.",
    &[
        Reads {
            value: "DATE 1997",
            sentences: &["The mine closed in '97.", "The mine closed in ’97.", "The mine has been closed since '97."],
        },
        Reads { value: "DATE 2014", sentences: &["The mine closed in the summer of '14."] },
    ],
    &["He is 5'11 tall.", "The '90s were dull.", "He said 'In 90 days it ends'."],
    short,
);

pub(super) const ERA: Reader = date_rule(
    "date-era",
    on::NUMBER | on::OTHER,
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
    on::NUMBER | on::THE_NR | on::MARK | on::EDGE | on::THE,
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
    on::COUNTED,
    "A century by its number.",
    &[Reads { value: "DATE 18", sentences: &["The church is from the 19th century.", "It is a nineteenth-century church."] }],
    &["He scored a century.", "The 19th match was lost."],
    century,
);

pub(super) const SEASON: Reader = date_rule(
    "date-season",
    on::SEASON | on::THE | on::EDGE,
    "A season of a year.",
    &[
        Reads { value: "DATE 2011-SU", sentences: &["It began in the summer of 2011.", "It began in summer 2011."] },
        Reads { value: "DATE 2015-SP", sentences: &["It began in the spring."] },
    ],
    &["The spring broke.", "They fall often.", "A fall of 2011 points was feared.", "Many died in the fall of the city."],
    season,
);

fn year(s: &Scan, i: usize) -> Option<Found> {
    let the = usize::from(s.is(i, "the") && s.any(i + 1, &["year", "years"]));
    let at = i + 2 * the;
    // "Two thousand" counts as often as it dates: it needs its cue.
    if let Some((year, end)) = s.spelled_year(at).filter(|(y, _)| *y < 2000 || the == 1 || s.after(i, &s.words.cues)) {
        return Some(Found::new(end, DateExpr::Year(year)));
    }
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
    let old = (1500..1900).contains(&year) && !s.plural(at + 1);
    let noun = s.kind(at + 1) == Some(TokenKind::Word) || s.kind(at + 1) == Some(TokenKind::Mark);
    let before_noun = (modern || old) && noun && (determined(s, i) || described(s, i) && !s.plural(at + 1));
    let cued = cued || owns(s, at) || heading(s, at) || listed(s, at);
    let known = cued && (1000..2100).contains(&year) || (modern || old) && bracketed || before_noun;
    known.then(|| Found::new(at + 1, DateExpr::Year(year)))
}

/// `In 2012, 2013 and 2014`: between years.
fn listed(s: &Scan, i: usize) -> bool {
    i >= s.run.start + 2 && s.is(i - 1, ",") && s.year(i - 2).is_some() && !s.plural(i + 1)
}

fn determined(s: &Scan, i: usize) -> bool {
    matches!(s.before(i), "the" | "a" | "its" | "his" | "her" | "their" | "that" | "'s" | "’s" | "fiscal" | "of")
}

/// `his unsuccessful 1996 campaign`, `the costly 1916 offensive`: an adjective between.
fn described(s: &Scan, i: usize) -> bool {
    i >= s.run.start + 2 && s.kind(i - 1) == Some(TokenKind::Word) && !s.capital(i - 1) && determined(s, i - 1)
}

/// `1996's totals`
fn owns(s: &Scan, i: usize) -> bool {
    s.any(i + 1, &["'s", "’s"]) && s.kind(i + 2) == Some(TokenKind::Word)
}

/// `2006: the year of …`, a heading `1939`, `Western theatre, 1861`; `1987 saw a new wave`.
fn heading(s: &Scan, i: usize) -> bool {
    let last = i + 1 == s.run.end && (s.before(i) == "," || s.run.len() == 1);
    let first = i == s.run.start;
    let saw = s.words.saws.has(s.key(i + 1)) || s.words.saws.has(s.key(i + 2));
    last || first && (s.any(i + 1, &[":", ","]) || s.capital(i + 1) && s.kind(i + 1) == Some(TokenKind::Word) || saw)
}

/// `In 2011 rebels took the city`: at the beginning of a sentence, behind "in" or "since", it is a year.
fn stands_first(s: &Scan, i: usize) -> bool {
    i == s.run.start + 1
        && matches!(s.before(i), "in" | "since")
        && !s.words.units.has(s.key(i + 1))
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

fn short(s: &Scan, i: usize) -> Option<Found> {
    let year = s.two_digits(i + 1).filter(|_| s.kind(i) == Some(TokenKind::Mark) && s.glued(i + 1) && !s.glued(i))?;
    let cued = s.after(i, &s.words.cues) && !s.glued(i + 2) || s.after(i, &s.words.cues) && s.any(i + 2, &[".", ",", ";", ")"]);
    let counts = s.words.units.has(s.key(i + 2)) || s.plural(i + 2);
    (cued && !counts && matches!(s.lower(i), "'" | "’" | "‘")).then(|| Found::new(i + 2, DateExpr::ShortYear(year)))
}

fn era(s: &Scan, i: usize) -> Option<Found> {
    let front = s.era(i) == Some(false) && s.capital(i);
    if let Some(year) = s.small_year(i + 1).filter(|y| front && *y < 2200) {
        return Some(Found::new(i + 2, DateExpr::Year(year)));
    }
    s.era(i + 1)?;
    let (year, end) = s.reckoned(i)?;
    Some(Found::new(end, DateExpr::Year(year)))
}

/// Behind "the", and past words like "early".
pub(super) fn narrowed(s: &Scan, i: usize) -> usize {
    if !s.is(i, "the") {
        return i;
    }
    s.phrase(i + 1, &s.words.edges).map_or(i + 1, |(_, end)| end)
}

/// An era behind a decade or century: whether it is the one before Christ, and the token behind.
fn in_era(s: &Scan, i: usize) -> (bool, usize) {
    s.era(i).map_or((false, i), |before| (before, i + 1))
}

fn decade(s: &Scan, i: usize) -> Option<Found> {
    let at = narrowed(s, i);
    if let Some(first) = s.words.decades.get(s.key(at)).filter(|_| at > i) {
        return Some(Found::new(at + 1, DateExpr::Decade { first: *first, bc: false }));
    }
    let mark = usize::from(s.kind(at) == Some(TokenKind::Mark));
    // "the 1960's"
    if let Some(year) =
        s.year(at).filter(|y| y % 10 == 0 && at > i && s.any(at + 1, &["'s", "’s"]) && s.kind(at + 2) != Some(TokenKind::Word))
    {
        return Some(Found::new(at + 2, DateExpr::Decade { first: year / 10, bc: false }));
    }
    let digits = s.lower(at + mark).strip_suffix('s')?;
    let number: i32 = digits.parse().ok().filter(|n| n % 10 == 0)?;
    let (bc, end) = in_era(s, at + mark + 1);
    let first = match digits.len() {
        4 if (1000..2200).contains(&number) && mark == 0 => number / 10,
        1..=3 if bc && mark == 0 => number / 10,
        2 if mark == 1 && at > i => 190 + number / 10,
        _ => return None,
    };
    Some(Found::new(end, DateExpr::Decade { first, bc }))
}

fn century(s: &Scan, i: usize) -> Option<Found> {
    let (nr, end) = s.ordinal(narrowed(s, i))?;
    let end = end + usize::from(s.is(end, "-"));
    let (bc, behind) = in_era(s, end + 1);
    (s.any(end, &["century", "centuries"]) && (1..=22).contains(&nr) && (nr > 1 || bc))
        .then(|| Found::new(behind, DateExpr::Century { first: nr as i32 - 1, bc }))
}

fn season(s: &Scan, i: usize) -> Option<Found> {
    let at = narrowed(s, i);
    let (season, end) = s.phrase(at, &s.words.seasons)?;
    let of = end + usize::from(s.is(end, "of"));
    if let Some((year, end)) = s.reckoned(of).filter(|_| s.before(i) != "a") {
        return Some(Found::new(end, DateExpr::Season { year: Some(year), season }));
    }
    let bare = || Some(Found::new(end, DateExpr::Season { year: None, season }));
    if s.phrase(end, &s.words.seasonal).is_some() && !s.is(end, "season") {
        return bare();
    }
    // "In the spring", "over the summer", "in winter": alone it needs its preposition; "in the fall of the city" is no season.
    let noun = s.is(end - 1, "fall") || s.is(end - 1, "spring");
    let cued = matches!(s.before(i), "in" | "over" | "during" | "throughout" | "since" | "until" | "by" | "through" | "into");
    // "spent the winter": nothing else behind it.
    let closed =
        at > i && !noun && (s.kind(end) != Some(TokenKind::Word) || s.any(end, &["and", "to", "in", "at", "with", "when"]));
    let free = !s.is(end, "of") && !s.is(end, "-") && !s.capital(end);
    if free && (cued && (at > i || !noun) || closed) { bare() } else { None }
}
