//! Which words a date may begin with, and which rules may begin with them: one look at a word spares a sentence most of them.

use super::scan::Scan;
use crate::lexicon::Lexicon;
use crate::text::{Page, Run, TokenKind};

pub(super) use crate::lexicon::date_starts::{
    ARTICLE, BOUND, CALENDAR, CARDINAL, CLOCK, CLOCKY, COMMON, COUNTED, DAY, EDGE, FEAST, FEASTLY, HOUR, INSIDE, JOINED, JOINT,
    MARK, MOMENT, MONTH, MONTHLY, NUMBER, ORDINAL, OTHER, REFER, SEASON, SET, STRETCH, Starts, THE, THE_NR, TURN, UNIT, WEEKDAY,
    WEEKLY,
};

/// A name of a day or a month stands so near: "a week from Tuesday".
const NEAR: usize = 4;
/// What may stand before a unit of time.
const COUNTING: Starts = NUMBER | CARDINAL | ARTICLE | BOUND | STRETCH | TURN | THE | ORDINAL | EDGE;
/// A unit stands no more tokens behind what counts it: "two-and-a-half years".
const REACH: usize = 10;

impl Scan<'_> {
    /// What may begin at a token; none for most.
    #[inline]
    pub(super) fn starts(&self, i: usize) -> Starts {
        match self.kind(i) {
            Some(TokenKind::Word) => {
                let found = if self.is_fiscal(i) { OTHER } else { self.kinds(i) };
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

    /// "FY2015".
    fn is_fiscal(&self, i: usize) -> bool {
        let span = self.page.tokens[i].span;
        span.len() > 1 && matches!(self.page.text.as_bytes()[span.start..], [b'f' | b'F', b'y' | b'Y', ..])
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
        let behind = self.behind.get(self.key(i)).copied().unwrap_or_default();
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

/// Whether a date may begin at a token of a sentence, as far as that can be told without reading one.
#[must_use]
pub fn may_begin(page: &Page, sentence: Run, i: usize, lexicon: &Lexicon) -> bool {
    let dated = match page.kind(i) {
        Some(TokenKind::Word) => page.dating(i) & !INSIDE != 0,
        kind => kind == Some(TokenKind::Number),
    };
    dated && Scan::new(page, sentence, lexicon).starts(i) != 0
}
