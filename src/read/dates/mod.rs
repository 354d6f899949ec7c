//! Dates, times, durations and sets of a sentence, as TIMEX3 expressions whose missing parts are still open.
//!
//! Each family of rules has a file. At a token that a date may begin with, those rules are tried that may begin so (`starts`); the
//! longest reading wins, the earlier rule on a tie. A rule may also read something over without making a date of it: "Man
//! Friday" is no day.

#![doc = include_str!("../../../docs/rules/dates.md")]

mod durations;
mod edges;
mod explicit;
mod expression;
mod feasts;
mod numeric;
mod parts;
mod quarters;
mod ranges;
mod relative;
mod scan;
mod sets;
mod starts;
mod times;
mod weekday;
mod years;

pub use expression::{DateExpr, Origin};
use scan::Scan;
use starts::Starts;
pub use starts::may_begin;

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::TimexType;
use crate::rule::{Family, Reads, Rule};
use crate::text::{Page, Run, Sentence};

/// A date expression before its article is known.
#[derive(Debug, Clone, PartialEq)]
pub struct DateMention {
    /// Its tokens.
    pub run: Run,
    /// The TIMEX3 type.
    pub kind: TimexType,
    /// What it says.
    pub expr: DateExpr,
    /// The tokens of its two ends, where it is a range.
    pub ends: Option<[Run; 2]>,
    /// The words of its time zone.
    pub zone: Option<Run>,
    /// The rule that read it.
    pub rule: &'static str,
}

/// What a rule read from a token on.
struct Found {
    /// The token after its last.
    end: usize,
    /// What it says; none for what looks like a date and is none.
    expr: Option<DateExpr>,
    zone: Option<Run>,
    /// Of a range: the token after its first date, and the first token of its second.
    seam: Option<(usize, usize)>,
}

impl Found {
    const fn new(end: usize, expr: DateExpr) -> Self {
        Self { end, expr: Some(expr), zone: None, seam: None }
    }

    /// What looks like a date and is none.
    const fn nothing(end: usize) -> Self {
        Self { end, expr: None, zone: None, seam: None }
    }

    fn range(end: usize, from: DateExpr, to: DateExpr, seam: (usize, usize)) -> Self {
        Self { seam: Some(seam), ..Self::new(end, DateExpr::Range(Box::new(from), Box::new(to))) }
    }
}

/// A rule with its reader.
struct Reader {
    rule: Rule,
    /// The kinds of words it may begin with.
    starts: Starts,
    read: fn(&Scan, usize) -> Option<Found>,
}

impl Reader {
    fn read(&self, s: &Scan, i: usize) -> Option<Found> {
        (self.read)(s, i)
    }
}

const fn date_rule(
    id: &'static str,
    starts: Starts,
    why: &'static str,
    reads: &'static [Reads],
    silent: &'static [&'static str],
    read: fn(&Scan, usize) -> Option<Found>,
) -> Reader {
    Reader { rule: Rule { id, family: Family::Date, why, reads, silent }, starts, read }
}

/// The rules that read one date.
const PLAIN: &[Reader] = &[
    numeric::IMPOSSIBLE,
    numeric::ISO,
    numeric::NUMERIC,
    explicit::FULL,
    explicit::LISTED,
    explicit::MONTH_DAY,
    explicit::MONTH_YEAR,
    explicit::MONTH,
    explicit::OF_MONTH,
    years::YEAR,
    years::SHORT,
    years::ERA,
    years::DECADE,
    years::CENTURY,
    years::SEASON,
    quarters::QUARTER,
    quarters::HALF,
    quarters::THAT_QUARTER,
    quarters::FISCAL,
    feasts::FEAST,
    weekday::BARE,
    weekday::TURNED,
    weekday::WEEKEND,
    weekday::NAMED,
    weekday::OF_WEEK,
    weekday::NTH,
    parts::WEEKDAY_PART,
    parts::NIGHT,
    parts::SPOKEN_PART,
    parts::OVERNIGHT,
    relative::DAY,
    relative::UNIT,
    relative::NAME,
    relative::AGO,
    relative::LATER,
    relative::SPOKEN,
    relative::WITHIN,
];

/// The rules that build on those, and those for what is no single date.
const BUILT: &[Reader] = &[
    relative::REFER,
    relative::WEEK_OF,
    relative::BESIDE,
    parts::PART_OF,
    times::CLOCK,
    times::CLOCKS,
    ranges::DAYS,
    ranges::MONTHS,
    ranges::FROM_TO,
    ranges::YEARS,
    durations::DURATION,
    sets::EVERY,
    sets::OFTEN,
    edges::EDGE,
];

const ALL: usize = PLAIN.len() + BUILT.len();

const fn reader(n: usize) -> &'static Reader {
    if n < PLAIN.len() { &PLAIN[n] } else { &BUILT[n - PLAIN.len()] }
}

/// The rules of this family.
pub const RULES: &[&Rule] = &{
    let mut out = [&PLAIN[0].rule; ALL];
    let mut n = 0;
    while n < ALL {
        out[n] = &reader(n).rule;
        n += 1;
    }
    out
};

/// The rules that may begin with each kind of word, as bits, so that most are passed over.
static RULES_OF: [u64; Starts::BITS as usize] = {
    assert!(ALL <= u64::BITS as usize);
    let mut out = [0; Starts::BITS as usize];
    let mut n = 0;
    while n < ALL {
        let mut bit = 0;
        while bit < out.len() {
            out[bit] |= (((reader(n).starts >> bit) & 1) as u64) << n;
            bit += 1;
        }
        n += 1;
    }
    out
};

/// The rules that may begin with one of these kinds, as bits.
fn rules_of(starts: Starts) -> u64 {
    let (mut rules, mut left) = (0, starts);
    while left != 0 {
        rules |= RULES_OF[left.trailing_zeros() as usize];
        left &= left - 1;
    }
    rules
}

/// Every date expression of a sentence, in order, not overlapping.
#[must_use]
pub fn dates(page: &Page, sentence: &Sentence, lexicon: &Lexicon) -> Vec<DateMention> {
    let scan = Scan::new(page, sentence.tokens, lexicon);
    let mut out = Vec::new();
    let mut i = sentence.tokens.start;
    while i < sentence.tokens.end {
        let Some((rule, found)) = longest(&scan, i, ALL) else {
            i += 1;
            continue;
        };
        let end = found.end.clamp(i + 1, sentence.tokens.end);
        if let Some(expr) = found.expr {
            let ends = found.seam.map(|(first, second)| [Run::new(i, first), Run::new(second, end)]);
            out.push(DateMention { run: Run::new(i, end), kind: kind(&expr), expr, ends, zone: found.zone, rule });
        }
        i = end;
    }
    out
}

/// The longest reading of the first rules at a token; the earlier rule on a tie.
fn longest(s: &Scan, i: usize, rules: usize) -> Option<(&'static str, Found)> {
    let starts = s.starts(i);
    if starts == 0 {
        return None;
    }
    let mut best: Option<(&'static str, Found)> = None;
    let mut left = rules_of(starts);
    while left != 0 {
        let n = left.trailing_zeros() as usize;
        left &= left - 1;
        if n >= rules {
            break;
        }
        let reader = reader(n);
        if let Some(found) = reader.read(s, i).filter(|f| best.as_ref().is_none_or(|(_, b)| f.end > b.end)) {
            best = Some((reader.rule.id, found));
        }
    }
    best
}

/// One date at a token, for the rules that build on others.
fn plain(s: &Scan, i: usize) -> Option<Found> {
    longest(s, i, PLAIN.len()).map(|(_, found)| found)
}

/// The TIMEX3 type of an expression.
const fn kind(expr: &DateExpr) -> TimexType {
    match expr {
        DateExpr::Duration(_) => TimexType::Duration,
        DateExpr::Set(_) => TimexType::Set,
        DateExpr::Part { .. } | DateExpr::Clock { .. } => TimexType::Time,
        DateExpr::Range(from, _) => kind(from),
        _ => TimexType::Date,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CALENDAR: &str = include_str!("../../lexicon/en/calendar.toml");

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn nothing_panics(text in "\\PC{0,200}") {
            all(&text);
        }

        #[test]
        fn nothing_panics_on_the_words_of_the_calendar(picks in proptest::collection::vec(0usize..10_000, 0..14), digits in "[0-9]{1,4}") {
            let phrases: Vec<_> = CALENDAR.split('"').skip(1).step_by(2).chain([digits.as_str(), "-", ",", "'", "/", ":", "(", "30"]).collect();
            let words: Vec<_> = picks.iter().map(|n| phrases[n % phrases.len()]).collect();
            all(&words.join(" "));
            all(&words.concat());
        }

        #[test]
        fn nothing_panics_on_pieces_of_dates(words in proptest::collection::vec("[0-9]{1,5}|May|August|Friday|last|the|two|weeks|ago|-|,|of|in|'|s|BC|am|GMT|every|half|and|1/2|th|late|earlier", 0..12)) {
            all(&words.join(" "));
            all(&words.concat());
        }
    }

    fn all(text: &str) {
        let lexicon = Lexicon::english();
        let page = Page::new(text, lexicon);
        for sentence in &page.sentences {
            let found = dates(&page, sentence, lexicon);
            assert!(found.windows(2).all(|w| w[0].run.end <= w[1].run.start));
            assert!(found.iter().all(|d| sentence.tokens.contains(d.run)));
        }
    }

    #[test]
    fn ids_are_unique() {
        let mut ids: Vec<_> = RULES.iter().map(|r| r.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), RULES.len());
    }
}
