//! Which words a date may begin with, and which rules may begin with them: one look at a word spares a sentence most of them.

use super::scan::Scan;
use crate::lexicon::{Lexicon, Phrases, WordKinds};
use crate::text::{Page, TokenKind};

/// Kinds of first words, as bits.
pub(super) type Starts = u32;

pub(super) const NUMBER: Starts = 1;
pub(super) const MARK: Starts = 1 << 1;
pub(super) const MONTH: Starts = 1 << 2;
pub(super) const WEEKDAY: Starts = 1 << 3;
/// "The", before a word that belongs to dates.
pub(super) const THE: Starts = 1 << 4;
/// "The", before a number or an ordinal.
pub(super) const THE_NR: Starts = 1 << 24;
pub(super) const ARTICLE: Starts = 1 << 5;
pub(super) const TURN: Starts = 1 << 6;
pub(super) const EDGE: Starts = 1 << 7;
pub(super) const UNIT: Starts = 1 << 8;
pub(super) const CARDINAL: Starts = 1 << 9;
pub(super) const ORDINAL: Starts = 1 << 10;
pub(super) const BOUND: Starts = 1 << 11;
pub(super) const STRETCH: Starts = 1 << 12;
pub(super) const REFER: Starts = 1 << 13;
pub(super) const SET: Starts = 1 << 14;
pub(super) const SEASON: Starts = 1 << 15;
pub(super) const MOMENT: Starts = 1 << 16;
pub(super) const DAY: Starts = 1 << 17;
pub(super) const FEAST: Starts = 1 << 18;
pub(super) const HOUR: Starts = 1 << 19;
pub(super) const OTHER: Starts = 1 << 20;
/// No first word, but one that stands behind an article in a date.
const INNER: Starts = 1 << 21;
/// A word so common that it begins a date only where the next one belongs to dates too.
const COMMON: Starts = 1 << 22;

/// An amount, a bound or a turn with a unit of time not far behind.
pub(super) const COUNTED: Starts = 1 << 23;
/// A month's name is not far behind.
pub(super) const MONTHLY: Starts = 1 << 25;
/// A clock time begins here or not far behind.
pub(super) const CLOCKY: Starts = 1 << 26;
/// A word behind the digits of a clock time.
const CLOCK: Starts = 1 << 27;
/// A word from one date to another.
const JOINT: Starts = 1 << 28;
/// Such a word is not far behind.
pub(super) const JOINED: Starts = 1 << 29;
/// A holiday's name, or a weekday's, begins here or right behind.
pub(super) const FEASTLY: Starts = 1 << 30;
pub(super) const WEEKLY: Starts = 1 << 31;
/// So near such a name stands: "a week from Tuesday".
const NEAR: usize = 4;
/// What begins no date.
const INSIDE: Starts = COMMON | INNER | CLOCK | JOINT;
/// What may stand before a unit of time.
const COUNTING: Starts = NUMBER | CARDINAL | ARTICLE | BOUND | STRETCH | TURN | THE | ORDINAL | EDGE;
/// A unit stands no more tokens behind what counts it: "two-and-a-half years".
const REACH: usize = 10;

/// A day of a month in any order.
pub(super) const CALENDAR: Starts = MONTHLY | MONTH;

/// The kinds of every word that may begin a date.
fn kinds(lexicon: &Lexicon) -> WordKinds {
    let mut all = WordKinds::default();
    let words = &lexicon.calendar;
    add(&mut all, &words.months, MONTH);
    add(&mut all, &words.short_months, MONTH);
    add(&mut all, &words.weekdays, WEEKDAY);
    add(&mut all, &words.short_weekdays, WEEKDAY);
    add(&mut all, &words.plural_weekdays, SET);
    add(&mut all, &words.weekday_nicks, OTHER);
    add(&mut all, &words.turns, TURN);
    add(&mut all, &words.edges, EDGE);
    add(&mut all, &words.unit, UNIT);
    add(&mut all, &words.units, UNIT);
    add(&mut all, &words.ordinals, ORDINAL);
    add(&mut all, &words.roughly, BOUND);
    add(&mut all, &words.stretches, STRETCH);
    add(&mut all, &words.ensuing, STRETCH);
    add(&mut all, &words.vague, STRETCH);
    add(&mut all, &words.refs, REFER);
    add(&mut all, &words.sets, SET);
    add(&mut all, &words.seasons, SEASON);
    add(&mut all, &words.moments, MOMENT);
    add(&mut all, &words.parts, INNER);
    add(&mut all, &words.decades, INNER);
    add(&mut all, &words.days, DAY);
    add(&mut all, &words.nights, DAY);
    add(&mut all, &words.hours, HOUR);
    add(&mut all, &lexicon.feasts.names, FEAST);
    add(&mut all, &lexicon.numbers.cardinals, CARDINAL);
    add(&mut all, &lexicon.numbers.scales, INNER);
    add(&mut all, &lexicon.numbers.before, BOUND);
    for (unit, _) in words.unit.iter().chain(words.units.iter()) {
        all.insert(&format!("{unit}long"), OTHER);
    }
    add(&mut all, &words.starters, OTHER);
    for table in [&words.inner, &words.before_christ, &words.of_our_era] {
        add(&mut all, table, INNER);
    }
    add(&mut all, &words.zones, CLOCK);
    add(&mut all, &words.clock, CLOCK);
    add(&mut all, &words.joints, JOINT);
    all.insert("the", THE);
    all.insert("a", ARTICLE);
    all.insert("an", ARTICLE);
    for (word, _) in words.common.iter() {
        match all.get(&word) & !INNER {
            0 => all.remove(&word),
            _ => all.insert(&word, COMMON),
        }
    }
    all
}

/// The first words of a table have its kind, and the second words stand inside a date. Behind "the" the second word has the kind,
/// shifted: "the" begins hardly anything, "the last" does.
fn add<T>(all: &mut WordKinds, table: &Phrases<T>, kind: Starts) {
    for (phrase, _) in table.iter() {
        let mut words = phrase.split(' ');
        match (words.next(), words.next()) {
            (Some("the"), Some(second)) => all.insert_behind(second, kind),
            // "In excess of" bounds amounts that are no times.
            (Some("in") | None, _) => {}
            (Some(first), second) => {
                all.insert(first, kind);
                if let Some(second) = second {
                    all.insert(second, INNER);
                }
            }
        }
    }
}

impl Scan<'_> {
    /// What may begin at a token; none for most.
    #[inline]
    pub(super) fn starts(&self, i: usize) -> Starts {
        match self.kind(i) {
            Some(TokenKind::Word) => {
                let found = if self.lower(i).starts_with("fy") { OTHER } else { self.kinds(i) };
                let found = if found & THE == 0 { found } else { self.behind_the(i + 1) };
                let begins = found & !INSIDE;
                if begins != 0 && (found & COMMON == 0 || self.goes_on(i + 1)) { begins | self.ahead(i, begins) } else { 0 }
            }
            Some(TokenKind::Number) => {
                let ahead = self.ahead(i, NUMBER);
                if ahead & (COUNTED | CLOCKY) != 0 || self.is_dated(i, ahead) { NUMBER | ahead } else { 0 }
            }
            Some(TokenKind::Mark) if self.kind(i + 1) == Some(TokenKind::Number) => MARK,
            _ => 0,
        }
    }

    /// Whether a number that counts no units of time can belong to a date: most count people and dollars.
    fn is_dated(&self, i: usize, ahead: Starts) -> bool {
        let plain = self.lower(i).bytes().all(|b| b.is_ascii_digit() || b == b',');
        !plain
            || self.lower(i).len() == 4
            || match self.kind(i + 1) {
                Some(TokenKind::Word) => self.kinds(i + 1) != 0 || self.any(i + 1, &["of", "to", "and", "or"]),
                Some(TokenKind::Punct) if self.is(i + 1, ",") => ahead & MONTHLY != 0,
                Some(TokenKind::Punct) => self.any(i + 1, &["-", "–", "—", "/", "("]),
                _ => false,
            }
    }

    /// What "the" begins before a token.
    fn behind_the(&self, i: usize) -> Starts {
        let next = match self.kind(i) {
            Some(TokenKind::Word) => self.kinds(i),
            Some(TokenKind::Number | TokenKind::Mark) => return THE | THE_NR,
            _ => 0,
        };
        let behind = self.starting.behind(self.key(i));
        if next == 0 && behind == 0 {
            return 0;
        }
        let number = if next & (ORDINAL | CARDINAL | OTHER) == 0 { 0 } else { THE_NR };
        THE | number | behind
    }

    /// What stands not far behind: a unit of time that may be counted, a month, a clock time.
    fn ahead(&self, i: usize, starts: Starts) -> Starts {
        // "A couple of years", "12 to 18 months", "a little over two-and-a-half years"
        let counts = match starts & COUNTING {
            0 => 0,
            ARTICLE => 4,
            NUMBER | CARDINAL => 7,
            _ => REACH,
        };
        let mut found = if self.before(i) == "between" { JOINED } else { 0 };
        for k in i..=i + REACH {
            match self.kind(k) {
                Some(TokenKind::Word) => {
                    let kinds = self.kinds(k);
                    found |= if kinds & UNIT != 0 && k > i && k <= i + counts { COUNTED } else { 0 };
                    found |= if kinds & MONTH != 0 { MONTHLY } else { 0 };
                    found |= if kinds & FEAST != 0 && k <= i + NEAR { FEASTLY } else { 0 };
                    found |= if kinds & WEEKDAY != 0 && k <= i + NEAR { WEEKLY } else { 0 };
                    found |= if kinds & (CLOCK | HOUR) != 0 { CLOCKY } else { 0 };
                    found |= if kinds & JOINT != 0 && k > i { JOINED } else { 0 };
                }
                Some(TokenKind::Number) if self.is_clocky(k) => found |= CLOCKY,
                None => break,
                _ => {}
            }
        }
        found
    }

    /// `9:33`, `5pm`, `0735GMT`, `at 0525`
    fn is_clocky(&self, i: usize) -> bool {
        let word = self.lower(i).as_bytes();
        let letter = word.iter().any(|b| *b == b':' || b.is_ascii_lowercase());
        letter && !matches!(word.last(), Some(b't' | b'd' | b'h')) || word.len() == 4 && self.words.at.has(self.before(i))
    }

    /// Whether a token belongs to dates or counts.
    fn goes_on(&self, i: usize) -> bool {
        match self.kind(i) {
            Some(TokenKind::Word) => self.kinds(i) != 0,
            kind => matches!(kind, Some(TokenKind::Number | TokenKind::Mark)),
        }
    }
}

pub(super) fn starting(lexicon: &Lexicon) -> &WordKinds {
    lexicon.calendar.starts.get_or_init(|| kinds(lexicon))
}

/// Whether a date may begin at a token, as far as its word alone tells.
#[must_use]
pub fn may_begin(page: &Page, i: usize, lexicon: &Lexicon) -> bool {
    match page.kind(i) {
        Some(TokenKind::Word) => starting(lexicon).get(page.key(i)) & !INSIDE != 0,
        kind => kind == Some(TokenKind::Number),
    }
}
