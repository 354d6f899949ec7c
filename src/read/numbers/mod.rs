//! Numbers of a sentence, with their bounds.
//!
//! A number is a figure (digits, number words, a range or a vague word) with the bound words before and behind it. What it
//! counts is not looked at: ages, dates and money are numbers too.
#![doc = include_str!("../../../docs/rules/numbers.md")]

mod rules;

use crate::lexicon::Lexicon;
use crate::lexicon::kinds::NUMERAL;
use crate::lexicon::vocabulary::Bound;
use crate::rule::Rule;
use crate::text::{Page, Run, Sentence, TokenKind};
use crate::value::Count;

pub use rules::RULES;
use rules::{NUMBER_BOUND, NUMBER_DIGITS, NUMBER_RANGE, NUMBER_VAGUE, NUMBER_WORDS};

/// A number as it stands in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// Its tokens, the bound words included ("at least 19").
    pub run: Run,
    /// Its tokens without the bound words ("19").
    pub figure: Run,
    /// What it says.
    pub count: Count,
    /// The rule that read it.
    pub rule: &'static str,
}

/// A figure without its bound words.
struct Figure {
    end: usize,
    count: Count,
    rule: &'static Rule,
}

/// Every number of a sentence, in order, not overlapping. Ages, dates, money and the like are still among them.
#[must_use]
pub fn numbers(page: &Page, sentence: &Sentence, lexicon: &Lexicon) -> Vec<Number> {
    let run = sentence.tokens;
    let mut out: Vec<Number> = Vec::new();
    let mut i = run.start;
    while i < run.end {
        let begins = page.is(i, NUMERAL) || page.kind(i) == Some(TokenKind::Number);
        match if begins { number(page, Run::new(i, run.end), lexicon) } else { None } {
            Some(number) => {
                i = number.run.end;
                out.push(number);
            }
            None => i += 1,
        }
    }
    out
}

/// The number that begins a run, bound words included.
fn number(page: &Page, run: Run, lexicon: &Lexicon) -> Option<Number> {
    let words = &lexicon.numbers;
    let mut at = run.start;
    let mut bound: Option<Bound> = None;
    while let Some((len, b)) = words.before.longest(page.keys(Run::new(at, run.end))) {
        // "revised the toll up to 57" is no bound.
        if page.lower(at) != "up" || !is_change(page, at, lexicon) {
            bound.get_or_insert(*b);
        }
        at += len;
    }
    let figure = figure(page, Run::new(at, run.end), lexicon)?;
    let mut end = figure.end;
    if let Some((len, b)) = words.after.longest(page.keys(Run::new(end, run.end)))
        && bound.is_none()
        // "24 Sep 2016 At least 25 were killed": the words between two numbers bound the second.
        && cardinal(page, Run::new(end + len, run.end), lexicon).is_none()
    {
        bound = Some(*b);
        end += len;
    }
    let rule = if bound.is_some() { &NUMBER_BOUND } else { figure.rule };
    let count = bound.map_or(figure.count, |b| bounded(figure.count, b));
    Some(Number { run: Run::new(run.start, end), figure: Run::new(at, figure.end), count, rule: rule.id })
}

/// Whether a word of rise or fall stands shortly before.
fn is_change(page: &Page, at: usize, lexicon: &Lexicon) -> bool {
    const NEAR: usize = 6;
    (at.saturating_sub(NEAR)..at).any(|i| lexicon.numbers.changes.words.has(page.key(i)))
}

/// Whether the sentence changes a count, further before: "raised the number of dead in the flood from 14 to 16".
fn changes_count(page: &Page, at: usize, lexicon: &Lexicon) -> bool {
    /// So many words stand between the change and the count, at most, and between the change and the number.
    const NEAR: usize = 4;
    const FAR: usize = 24;
    let start = page.sentences.get(page.sentence_of(at)).map_or(at, |s| s.tokens.start);
    let changes = &lexicon.numbers.changes;
    let is_change = |i: usize| {
        changes.words.has(page.key(i)) || lexicon.changes.revisions.longest(page.keys(Run::new(i, (i + 2).min(at)))).is_some()
    };
    let has_count = |i: usize| (i + 1..at.min(i + 1 + NEAR)).any(|j| changes.counts.has(page.key(j)));
    (start.max(at.saturating_sub(FAR))..at).any(|i| is_change(i) && has_count(i))
}

/// A count under a bound: a plain number takes it, a range or a vague figure is opened by it.
fn bounded(count: Count, bound: Bound) -> Count {
    match (count.number, bound) {
        (Some(n), _) => Count::new(n, bound),
        (None, Bound::AtLeast | Bound::MoreThan) => Count { high: None, ..count },
        (None, Bound::AtMost | Bound::LessThan) => Count { low: Some(0), ..count },
        (None, _) => count,
    }
}

fn figure(page: &Page, run: Run, lexicon: &Lexicon) -> Option<Figure> {
    let word = page.lower(run.start);
    if matches!(word, "between" | "from") {
        return led_range(page, run, lexicon);
    }
    // "how many" asks, "too many" judges.
    let asked = matches!(page.lower(run.start.wrapping_sub(1)), "how" | "too" | "so" | "as") && word == "many";
    if let Some((len, vague)) = lexicon.numbers.vague.longest(page.keys(run)).filter(|_| !asked) {
        return Some(Figure { end: run.start + len, count: Count::vague(Some(vague.low), vague.high), rule: &NUMBER_VAGUE });
    }
    let first = cardinal(page, run, lexicon)?;
    Some(open_range(page, run, first, lexicon).unwrap_or(Figure {
        end: first.end,
        count: Count::new(first.value, Bound::Exact),
        rule: if first.words { &NUMBER_WORDS } else { &NUMBER_DIGITS },
    }))
}

/// `between 30 and 40`, `from 10 to 15`; no range where the words before tell of a rise or a fall.
fn led_range(page: &Page, run: Run, lexicon: &Lexicon) -> Option<Figure> {
    let joint = if page.lower(run.start) == "between" { "and" } else { "to" };
    let first = cardinal(page, Run::new(run.start + 1, run.end), lexicon)?;
    if page.lower(first.end) != joint {
        return None;
    }
    let mut before = run.start.saturating_sub(4)..run.start;
    let mut is_near = || before.any(|i| lexicon.numbers.changes.words.has(page.key(i)));
    if joint == "to" && (is_near() || changes_count(page, run.start, lexicon)) {
        return None;
    }
    range(page, Run::new(first.end + 1, run.end), first, lexicon)
}

/// `10 to 15`, `10-15`, `two or three`; no range in "lowered the toll by one to 13".
fn open_range(page: &Page, run: Run, first: Cardinal, lexicon: &Lexicon) -> Option<Figure> {
    let joint = page.lower(first.end);
    let glued = page.glued(first.end) && page.glued(first.end + 1);
    let tight = matches!(joint, "-" | "–" | "—") && glued;
    if !(matches!(joint, "to" | "or") || tight) || page.lower(run.start.wrapping_sub(1)) == "from" {
        return None;
    }
    let by = page.lower(run.start.wrapping_sub(1)) == "by";
    if joint == "to" && by && (is_change(page, run.start, lexicon) || changes_count(page, run.start, lexicon)) {
        return None;
    }
    let rest = Run::new(first.end + 1, run.end);
    let next = cardinal(page, rest, lexicon).filter(|n| joint != "or" || n.value == first.value + 1);
    if joint == "or" && next.is_none() {
        return None;
    }
    range(page, rest, first, lexicon)
}

/// The range from `first` to the number that begins `rest`; "10 to 15 million" scales both.
fn range(page: &Page, rest: Run, first: Cardinal, lexicon: &Lexicon) -> Option<Figure> {
    let bound = lexicon.numbers.before.longest(page.keys(rest)).map(|(len, b)| (len, *b));
    let last = cardinal(page, Run::new(rest.start + bound.map_or(0, |(len, _)| len), rest.end), lexicon)?;
    let low = if last.scale > 1 && first.scale == 1 && first.value < 1000 {
        first.value.saturating_mul(last.scale)
    } else {
        first.value
    };
    if last.value <= low {
        return None;
    }
    let mut count = Count::range(low, last.value);
    if matches!(bound, Some((_, Bound::MoreThan | Bound::AtLeast))) {
        count.high = None;
    }
    Some(Figure { end: last.end, count, rule: &NUMBER_RANGE })
}

/// A cardinal number: where it ends, its value, the last scale word's value, and whether it is written in words.
#[derive(Clone, Copy)]
struct Cardinal {
    end: usize,
    value: i64,
    scale: i64,
    words: bool,
}

fn cardinal(page: &Page, run: Run, lexicon: &Lexicon) -> Option<Cardinal> {
    if run.is_empty() {
        return None;
    }
    fraction(page, run, lexicon).or_else(|| {
        if page.kind(run.start) == Some(TokenKind::Number) { in_digits(page, run, lexicon) } else { in_words(page, run, lexicon) }
    })
}

/// `half a million`, `a quarter of a million`.
fn fraction(page: &Page, run: Run, lexicon: &Lexicon) -> Option<Cardinal> {
    let (len, parts) = lexicon.numbers.fractions.longest(page.keys(run))?;
    let mut at = run.start + len;
    if page.lower(at) == "-" {
        at += 1;
    }
    let scale = *lexicon.numbers.scales.get(page.key(at)).filter(|_| at < run.end)?;
    Some(Cardinal { end: at + 1, value: scale / parts, scale, words: true })
}

/// `220,000`, `1.2 million`, `220 000`, `1.2m`.
fn in_digits(page: &Page, run: Run, lexicon: &Lexicon) -> Option<Cardinal> {
    let word = page.lower(run.start);
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
    let tail = &word[digits.len()..];
    let (mut mantissa, mut decimals) = mantissa(digits)?;
    let mut end = run.start + 1;
    let mut scale = 1;
    if !tail.is_empty() {
        scale = *lexicon.numbers.suffixes.get(tail)?;
    } else if decimals == 0 && digits.len() <= 3 && !digits.starts_with('0') {
        // Thousands set off by spaces must end in a group of zeros, or a day would swallow the number behind it.
        let groups = (end..run.end.min(end + 4)).take_while(|&i| is_group(page.word(i))).count();
        let zeros = (end..end + groups).rev().position(|i| page.word(i) == "000").map_or(0, |back| groups - back);
        for i in end..end + zeros {
            mantissa = mantissa.checked_mul(1000)?.checked_add(page.word(i).parse().ok()?)?;
        }
        end += zeros;
    }
    if tail.is_empty() {
        let hyphen = usize::from(page.lower(end) == "-" && page.glued(end));
        while let Some(s) = lexicon.numbers.scales.get(page.key(end + hyphen)).filter(|_| end + hyphen < run.end) {
            scale = scale.checked_mul(*s)?;
            end += hyphen + 1;
            if hyphen > 0 {
                break;
            }
        }
    }
    let mut value = mantissa.checked_mul(scale)?;
    while decimals > 0 {
        if value % 10 != 0 {
            return None;
        }
        value /= 10;
        decimals -= 1;
    }
    Some(Cardinal { end, value, scale, words: false })
}

fn is_group(word: &str) -> bool {
    word.len() == 3 && word.bytes().all(|b| b.is_ascii_digit())
}

/// The digits of a figure as a whole number, and how many of them stand behind a decimal point.
fn mantissa(digits: &str) -> Option<(i64, u32)> {
    if digits.is_empty() || digits.contains(':') {
        return None;
    }
    let groups: Vec<&str> = digits.split(',').collect();
    let grouped = groups.len() > 1;
    if grouped && (groups[0].len() > 3 || groups[1..].iter().any(|g| g.len() != 3 && !g.contains('.'))) {
        return None;
    }
    let whole = groups.concat();
    let mut parts = whole.split('.');
    let (head, tail) = (parts.next()?, parts.next().unwrap_or(""));
    if parts.next().is_some() {
        return None;
    }
    let decimals = u32::try_from(tail.len()).ok()?;
    format!("{head}{tail}").parse().ok().map(|n| (n, decimals))
}

/// `twenty-five`, `a hundred and fifty`, `three dozen`, `a million`.
fn in_words(page: &Page, run: Run, lexicon: &Lexicon) -> Option<Cardinal> {
    let words = &lexicon.numbers;
    let mut sum = Sum::default();
    let mut at = run.start;
    if matches!(page.lower(at), "a" | "an") && words.scales.has(page.key(at + 1)) {
        sum.current = 1;
        at += 1;
    }
    let mut end = None;
    while at < run.end {
        let word = page.lower(at);
        if let Some(scale) = words.scales.get(word) {
            sum.scale(*scale)?;
        } else if let Some((len, n)) = words.cardinals.longest(page.keys(Run::new(at, run.end))) {
            if !sum.add(*n) {
                break;
            }
            at += len - 1;
        } else {
            break;
        }
        at += 1;
        end = Some(at);
        at = joint(page, Run::new(at, run.end), sum.last >= 100, lexicon);
    }
    Some(Cardinal { end: end?, value: sum.total.checked_add(sum.current)?, scale: sum.last, words: true })
}

/// Behind a number word: over a hyphen between number words, or over the "and" behind a hundred or more.
fn joint(page: &Page, run: Run, large: bool, lexicon: &Lexicon) -> usize {
    let (at, words) = (run.start, &lexicon.numbers);
    let next = page.lower(at + 1);
    let number = at + 1 < run.end && (words.cardinals.has(next) || words.scales.has(next));
    let hyphen = page.lower(at) == "-" && page.glued(at) && page.glued(at + 1);
    let and = page.lower(at) == "and" && large && words.cardinals.has(next);
    if number && (hyphen || and) { at + 1 } else { at }
}

/// A number in words as it is added up.
#[derive(Default)]
struct Sum {
    total: i64,
    current: i64,
    /// The last scale word's value; 0 before the first.
    last: i64,
}

impl Sum {
    /// A unit, a teen or a ten; false where it cannot follow ("two three").
    fn add(&mut self, n: i64) -> bool {
        let rest = self.current % 100;
        let fits =
            rest == 0 && n < 100 && (self.current == 0 || self.last == 100) || (rest >= 20 && rest % 10 == 0 && n > 0 && n < 10);
        if fits {
            self.current += n;
        }
        fits
    }

    fn scale(&mut self, scale: i64) -> Option<()> {
        let n = self.current.max(1).checked_mul(scale)?;
        if scale >= 1000 {
            self.total = self.total.checked_add(n)?;
            self.current = 0;
        } else {
            self.current = n;
        }
        self.last = scale;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let lexicon = Lexicon::english();
        let page = Page::new(text, lexicon);
        let told: Vec<_> = page.sentences.first().map_or(Vec::new(), |s| numbers(&page, s, lexicon));
        let told: Vec<_> = told.iter().map(|n| format!("{}={}", page.text(n.run), n.count)).collect();
        assert_eq!(told.join(" | "), expected, "{text}");
    }

    #[test]
    fn figures() {
        check("220,000 people", "220,000=220,000");
        check("1.2 million people", "1.2 million=1,200,000");
        check("twenty-five people", "twenty-five=25");
        check("a hundred and fifty people", "a hundred and fifty=150");
        check("half a million people", "half a million=500,000");
        check("a quarter of a million people", "a quarter of a million=250,000");
        check("two thousand three hundred and four", "two thousand three hundred and four=2,304");
        check("a dozen eggs", "a dozen=12");
        check("three dozen eggs", "three dozen=36");
        check("half a dozen eggs", "half a dozen=6");
        check("a couple of men", "a couple=2");
        check("1.5 people", "");
        check("the 3rd man of the 1990s at 5pm", "");
        check("99999999999999999999999 people", "");
        check("1.2m people", "1.2m=1,200,000");
    }

    #[test]
    fn bounds_and_ranges() {
        check("at least 19 or more than 40", "at least 19=at least 19 | more than 40=more than 40");
        check("19 or more", "19 or more=at least 19");
        check("between 30 and 40 men", "between 30 and 40=30 to 40");
        check("10 to 15 men", "10 to 15=10 to 15");
        check("10-15 men", "10-15=10 to 15");
        check("10 to 15 million men", "10 to 15 million=10,000,000 to 15,000,000");
        check("rose from 10 to 15", "10=10 | 15=15");
        check("raised the number of dead in a flood near the town from 10 to 15", "10=10 | 15=15");
        check("corrected the count of those killed upward by two to 15", "two=2 | 15=15");
        check("lowered the toll by one to 13", "one=1 | 13=13");
        check("raised the flag, and from 10 to 15 men", "from 10 to 15=10 to 15");
        check("outnumbered by two to three men", "two to three=2 to 3");
        check("from 500 to well over 1000 people", "from 500 to well over 1000=at least 500");
        check("dozens and hundreds", "dozens=24 to 99 | hundreds=200 to 999");
        check("several hundred", "several hundred=200 to 999");
        check("more than a dozen", "more than a dozen=more than 12");
        check("two three", "two=2 | three=3");
        check("an estimated 170,000", "an estimated 170,000=about 170,000");
    }

    #[test]
    fn nothing_breaks_on_odd_numbers() {
        for text in [
            "",
            "1",
            "one hundred billion billion billion",
            "-",
            "a",
            "half a",
            "between",
            "from 1 to",
            "1.",
            "0.0 million",
            "9,99,9",
            "12 000 000 000 000 000 000 000",
        ] {
            let lexicon = Lexicon::english();
            let page = Page::new(text, lexicon);
            for s in &page.sentences {
                let _ = numbers(&page, s, lexicon);
            }
        }
    }
}
