use std::cell::OnceCell;

use super::starts::Starts;
use crate::lexicon::{CalendarWords, FeastWords, Key, Lexicon, NumberWords, Phrases, Unit, WordTable};
use crate::text::{Page, Run, TokenKind};

/// A sentence under the eyes of the date readers. Nothing is read beyond its end.
pub(super) struct Scan<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) run: Run,
    pub(super) words: &'a CalendarWords,
    pub(super) feasts: &'a FeastWords,
    /// What each word begins behind "the".
    pub(super) behind: &'a WordTable<Starts>,
    numbers: &'a NumberWords,
    /// The sentence is in capitals throughout, so that a capital says nothing.
    shouted: OnceCell<bool>,
}

/// How many of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    Exact(i64),
    /// With a half on top.
    Half(i64),
    Vague,
}

impl Amount {
    pub(super) const fn count(self) -> Option<i64> {
        match self {
            Self::Exact(n) => Some(n),
            Self::Half(_) | Self::Vague => None,
        }
    }
}

impl<'a> Scan<'a> {
    pub(super) fn new(page: &'a Page<'a>, run: Run, lexicon: &'a Lexicon) -> Self {
        Self {
            page,
            run,
            words: &lexicon.calendar,
            feasts: &lexicon.feasts,
            behind: &lexicon.behind_the,
            numbers: &lexicon.numbers,
            shouted: OnceCell::new(),
        }
    }

    fn shouted(&self) -> bool {
        let letters = |i: &usize| self.kind(*i) == Some(TokenKind::Word) && self.page.word(*i).len() > 1;
        *self.shouted.get_or_init(|| self.run.iter().filter(letters).take(12).all(|i| self.page.tokens[i].upper))
    }

    pub(super) fn lower(&self, i: usize) -> &'a str {
        if self.run.has(i) { self.page.lower(i) } else { "" }
    }

    /// The word as tables are asked for it; the empty word outside the sentence.
    pub(super) fn key(&self, i: usize) -> Key<'a> {
        if self.run.has(i) { self.page.key(i) } else { Key::from("") }
    }

    /// What the word may begin.
    pub(super) fn kinds(&self, i: usize) -> Starts {
        if self.run.has(i) { self.page.dating(i) } else { 0 }
    }

    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.lower(i) == word
    }

    pub(super) fn any(&self, i: usize, words: &[&str]) -> bool {
        words.contains(&self.lower(i))
    }

    pub(super) fn before(&self, i: usize) -> &'a str {
        if i > self.run.start { self.lower(i - 1) } else { "" }
    }

    pub(super) fn kind(&self, i: usize) -> Option<TokenKind> {
        if self.run.has(i) { self.page.kind(i) } else { None }
    }

    pub(super) fn glued(&self, i: usize) -> bool {
        self.run.has(i) && i > self.run.start && self.page.glued(i)
    }

    /// Starts with a capital that says something.
    pub(super) fn capital(&self, i: usize) -> bool {
        self.run.has(i) && self.page.tokens[i].capital && !self.shouted()
    }

    /// The longest phrase of a table at `i`: its value, and where it ends.
    pub(super) fn phrase<T: Clone>(&self, i: usize, table: &Phrases<T>) -> Option<(T, usize)> {
        if !self.run.has(i) {
            return None;
        }
        let (n, value) = table.longest(self.page.keys(Run::new(i, self.run.end)))?;
        Some((value.clone(), i + n))
    }

    /// The lower-case words from `i` on.
    pub(super) fn keys(&self, i: usize) -> impl Iterator<Item = Key<'_>> + Clone {
        self.page.keys(Run::new(i.min(self.run.end), self.run.end))
    }

    /// Whether a phrase of a table ends right before `i`.
    pub(super) fn after<T>(&self, i: usize, table: &Phrases<T>) -> bool {
        (1..=3).any(|n| {
            let start = i.saturating_sub(n);
            start >= self.run.start
                && i >= n
                && table.longest(self.page.keys(Run::new(start, i))).is_some_and(|(len, _)| len == n)
        })
    }

    /// A month's name in full, written as a name.
    pub(super) fn month(&self, i: usize) -> Option<u32> {
        let month = *self.words.months.get(self.key(i))?;
        (self.page.tokens[i].capital || !self.words.doubtful.has(self.key(i))).then_some(month)
    }

    /// A month's name or abbreviation.
    pub(super) fn any_month(&self, i: usize) -> Option<u32> {
        self.month(i).or_else(|| self.words.short_months.get(self.key(i)).copied().filter(|_| self.page.tokens[i].capital))
    }

    /// A weekday in full.
    pub(super) fn weekday(&self, i: usize) -> Option<u32> {
        self.words.weekdays.get(self.key(i)).copied()
    }

    /// A weekday in full or abbreviated.
    pub(super) fn any_weekday(&self, i: usize) -> Option<u32> {
        self.weekday(i).or_else(|| self.words.short_weekdays.get(self.key(i)).copied().filter(|_| self.page.tokens[i].capital))
    }

    /// The digits of a number token without any other sign.
    fn digits(&self, i: usize) -> Option<&'a str> {
        let word = self.lower(i);
        (self.kind(i) == Some(TokenKind::Number) && word.bytes().all(|b| b.is_ascii_digit())).then_some(word)
    }

    /// A day of a month: `7`, `07`, `7th`. Whether the month has it is asked later.
    pub(super) fn day(&self, i: usize) -> Option<u32> {
        if self.kind(i) != Some(TokenKind::Number) {
            return None;
        }
        let word = self.lower(i);
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|s| word.strip_suffix(s)).unwrap_or(word);
        let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse().ok())?.filter(|d| (1..=99).contains(d))
    }

    /// A day said as an ordinal: `7th`, `second`.
    pub(super) fn ordinal(&self, i: usize) -> Option<(u32, usize)> {
        if let Some(tens) = self.words.ordinals.get(self.key(i)) {
            return Some((*tens, i + 1));
        }
        if self.kind(i) == Some(TokenKind::Number) {
            return self.day(i).filter(|_| !self.lower(i).ends_with(|c: char| c.is_ascii_digit())).map(|d| (d, i + 1));
        }
        // twenty-first
        let tens = self.numbers.cardinals.get(self.key(i)).filter(|n| (20..100).contains(*n))?;
        let ones = self.words.ordinals.get(self.key(i + 2)).filter(|n| **n < 10 && self.is(i + 1, "-"))?;
        Some((u32::try_from(*tens).ok()? + ones, i + 3))
    }

    /// Four digits that can be a year of the news: 1000 to 2199.
    pub(super) fn year(&self, i: usize) -> Option<i32> {
        let digits = self.digits(i).filter(|d| d.len() == 4)?;
        let sign = self.glued(i) && matches!(self.before(i), "$" | "£" | "€" | "." | "#" | "¥");
        digits.parse().ok().filter(|y| (1000..2200).contains(y) && !sign)
    }

    /// Two digits that may stand for a year of a century.
    pub(super) fn two_digits(&self, i: usize) -> Option<i32> {
        self.digits(i).filter(|d| d.len() == 2)?.parse().ok()
    }

    /// A number that is a year if an era stands behind it.
    pub(super) fn small_year(&self, i: usize) -> Option<i32> {
        self.digits(i).filter(|d| d.len() <= 4)?.parse().ok().filter(|y| *y > 0)
    }

    /// An era, and whether it is the one before Christ.
    pub(super) fn era(&self, i: usize) -> Option<bool> {
        let word = self.lower(i);
        let before = self.words.before_christ.has(word);
        (before || self.words.of_our_era.has(word) && !self.shouted()).then_some(before)
    }

    /// A year in digits, with its era, or in words (`nineteen ninety-six`): astronomical, so that 1 BC is 0, and the token behind.
    pub(super) fn reckoned(&self, i: usize) -> Option<(i32, usize)> {
        if let (Some(year), Some(before)) = (self.small_year(i), self.era(i + 1)) {
            return Some((if before { 1 - year } else { year }, i + 2));
        }
        if let (Some(false), Some(year)) = (self.era(i).filter(|_| self.capital(i)), self.small_year(i + 1)) {
            return Some((year, i + 2));
        }
        self.year(i).filter(|_| !self.counts(i)).map(|year| (year, i + 1)).or_else(|| self.spelled_year(i))
    }

    /// `nineteen ninety-six`, `two thousand and eight`, `twenty fifteen`, as a broadcast writes it.
    pub(super) fn spelled_year(&self, i: usize) -> Option<(i32, usize)> {
        let (first, middle) = self.cardinal(i)?;
        let thousand = first == 2 && self.is(middle, "thousand");
        let (base, at) = if thousand { (2000, middle + 1) } else { (first * 100, middle) };
        let at = at + usize::from(thousand && self.is(at, "and"));
        let (rest, end) = match self.cardinal(at) {
            Some((n, end)) if (10..100).contains(&n) || thousand && n > 0 && n < 100 => (n, end),
            _ if thousand => (0, middle + 1),
            _ => return None,
        };
        let fits = thousand || (17..=20).contains(&first) && !self.is(middle, "-");
        let next = self.lower(end + usize::from(self.is(end, "-")));
        let counts = self.words.units.has(next) || self.words.unit.has(next) || self.plural(end);
        (fits && !counts).then(|| Some((i32::try_from(base + rest).ok()?, end)))?
    }

    /// Whether the number at `i` counts what stands behind it and is no year.
    pub(super) fn counts(&self, i: usize) -> bool {
        let next = self.lower(i + 1);
        if self.capital(i + 1) {
            return false;
        }
        let unit = self.words.counted.longest(self.page.keys(Run::new(i + 1, self.run.end.max(i + 1)))).is_some() || next == "%";
        let round = self.digits(i).is_some_and(|d| d.ends_with("00"));
        unit || self.words.units.has(next) || round && self.plural(i + 1)
    }

    /// Looks like a noun in the plural.
    pub(super) fn plural(&self, i: usize) -> bool {
        let word = self.lower(i);
        self.kind(i) == Some(TokenKind::Word)
            && word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !self.capital(i)
    }

    /// An amount in digits or words: `12`, `two`, `twenty-four`, `a`, `several`, `one and a half`.
    pub(super) fn amount(&self, i: usize) -> Option<(Amount, usize)> {
        if let Some(digits) = self.digits(i).filter(|d| d.len() <= 4) {
            return Some((self.halved(i + 1, digits.parse().ok()?), self.halved_end(i + 1)));
        }
        if let Some((_, end)) = self.phrase(i, &self.words.vague) {
            return Some((Amount::Vague, end));
        }
        // "A couple of years", "the next couple of years"
        let couple = i + usize::from(self.is(i, "a"));
        if self.is(couple, "couple") && self.is(couple + 1, "of") {
            return Some((Amount::Exact(2), couple + 2));
        }
        if self.any(i, &["a", "an"]) {
            let (n, end) = self.scaled(1, i + 1);
            return Some((Amount::Exact(n), end));
        }
        let (n, end) = self.cardinal(i)?;
        let (n, end) = self.scaled(n, end);
        Some((self.halved(end, n), self.halved_end(end)))
    }

    /// Past `to six`, `or three`, `-10`: an amount told by two numbers is no number.
    pub(super) fn or_more(&self, first: Amount, end: usize) -> (Amount, usize) {
        let joined = self.any(end, &["to", "or"]) || self.any(end, &["-", "–"]) && self.kind(end + 1) == Some(TokenKind::Number);
        match (first.count(), self.amount(end + 1)) {
            (Some(a), Some((Amount::Exact(b), end))) if joined && b > a && !self.any(end - 1, &["a", "an"]) => {
                (Amount::Vague, end)
            }
            _ => (first, end),
        }
    }

    /// A number in words below a hundred: `two`, `twenty-four`, `twenty four`.
    pub(super) fn cardinal(&self, i: usize) -> Option<(i64, usize)> {
        if self.kind(i) != Some(TokenKind::Word) {
            return None;
        }
        let (n, end) = self.phrase(i, &self.numbers.cardinals)?;
        if (20..100).contains(&n) {
            let hyphen = usize::from(self.is(end, "-"));
            if let Some(ones) = self.numbers.cardinals.get(self.key(end + hyphen)).filter(|n| (1..10).contains(*n)) {
                return Some((n + ones, end + hyphen + 1));
            }
        }
        Some((n, end))
    }

    /// `hundred`, `thousand`, `dozen` behind a number.
    fn scaled(&self, n: i64, i: usize) -> (i64, usize) {
        match self.phrase(i, &self.numbers.scales) {
            Some((scale, end)) => (n.saturating_mul(scale), end),
            None => (n, i),
        }
    }

    /// Past the words that leave an amount open: "at least", "about".
    pub(super) fn bound(&self, i: usize) -> usize {
        let loose = self.phrase(i, &self.words.loose).is_some();
        let bound = self.phrase(i, &self.numbers.before).filter(|_| !loose).map(|(_, end)| end);
        bound.or_else(|| self.phrase(i, &self.words.roughly).map(|(_, end)| end)).unwrap_or(i)
    }

    fn halved(&self, i: usize, n: i64) -> Amount {
        if self.halved_end(i) > i { Amount::Half(n) } else { Amount::Exact(n) }
    }

    /// `and a half`, `1/2`.
    fn halved_end(&self, i: usize) -> usize {
        // "two-and-a-half years"
        if ["-", "and", "-", "a", "-", "half"].iter().enumerate().all(|(n, w)| self.is(i + n, w)) {
            return i + 6;
        }
        if self.is(i, "and") && self.is(i + 1, "a") && self.is(i + 2, "half")
            || self.is(i, "1") && self.is(i + 1, "/") && self.is(i + 2, "2")
        {
            i + 3
        } else {
            i
        }
    }

    /// A unit of time, and whether it is in the plural.
    pub(super) fn unit(&self, i: usize) -> Option<(Unit, bool)> {
        let word = self.lower(i);
        self.words.unit.get(word).map(|u| (*u, false)).or_else(|| self.words.units.get(word).map(|u| (*u, true)))
    }
}
