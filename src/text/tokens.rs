//! Cuts a text into tokens, byte by byte where it is ASCII and character by character where it is not.

use super::token::is_mark;
use super::word::{clitic_start, keeps_dot, keeps_on, word_end};
use super::{Span, Token, TokenKind};

/// Splits a text into tokens. `abbreviation` says whether a word with its dot ("Feb.") is one.
pub(crate) fn tokens(text: &str, abbreviation: impl Fn(&str) -> bool) -> Vec<Token> {
    let mut cutter = Cutter { text, bytes: text.as_bytes(), out: Vec::with_capacity(text.len() / 4 + 1), glued: false };
    let mut at = 0;
    while let Some(&byte) = cutter.bytes.get(at) {
        at = match CLASSES[usize::from(byte)] {
            SPACE => {
                cutter.glued = false;
                at + 1
            }
            UPPER | LOWER => cutter.word(at, &abbreviation),
            DIGIT => cutter.number(at),
            MARK => cutter.push(at, at + 1, TokenKind::Mark),
            PUNCT => cutter.push(at, at + 1, TokenKind::Punct),
            _ => cutter.wide(at, &abbreviation),
        };
    }
    cutter.out
}

const PUNCT: u8 = 0;
const UPPER: u8 = 1;
const LOWER: u8 = 2;
const DIGIT: u8 = 4;
const SPACE: u8 = 8;
const MARK: u8 = 16;
/// A byte of a character that is not ASCII.
const WIDE: u8 = 32;

static CLASSES: [u8; 256] = {
    let mut out = [PUNCT; 256];
    let mut i = 0u8;
    loop {
        out[i as usize] = match i {
            b'A'..=b'Z' => UPPER,
            b'a'..=b'z' => LOWER,
            b'0'..=b'9' => DIGIT,
            b'\t'..=b'\r' | b' ' => SPACE,
            b'"' | b'\'' | b'`' => MARK,
            128.. => WIDE,
            _ => PUNCT,
        };
        if i == u8::MAX {
            break;
        }
        i += 1;
    }
    out
};

struct Cutter<'t> {
    text: &'t str,
    bytes: &'t [u8],
    out: Vec<Token>,
    /// No white space stands between the last token and what follows.
    glued: bool,
}

/// Each method takes a token from its first byte and returns the byte behind it.
impl Cutter<'_> {
    fn class(&self, at: usize) -> u8 {
        self.bytes.get(at).map_or(SPACE, |&byte| CLASSES[usize::from(byte)])
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        self.out.push(Token {
            span: Span::new(start, end),
            kind,
            glued: self.glued,
            capital: false,
            upper: false,
            hash: 0,
            kinds: 0,
            dating: 0,
            harming: 0,
        });
        self.glued = true;
        end
    }

    /// A word that begins with an ASCII letter.
    fn word(&mut self, start: usize, abbreviation: &impl Fn(&str) -> bool) -> usize {
        let (mut end, mut seen) = (start, PUNCT);
        let mut apostrophe = false;
        loop {
            while let Some(&byte) = self.bytes.get(end)
                && CLASSES[usize::from(byte)] & (UPPER | LOWER | DIGIT) != 0
            {
                seen |= CLASSES[usize::from(byte)];
                end += 1;
            }
            match self.class(end) {
                MARK if self.bytes[end] == b'\'' => match self.class(end + 1) {
                    UPPER | LOWER => apostrophe = true,
                    WIDE => return self.wide_word(start, abbreviation),
                    _ => break,
                },
                PUNCT if self.bytes[end] == b'.' && keeps_dot(self.text, start, end, abbreviation) => {}
                WIDE if self.char(end).is_some_and(keeps_on) => return self.wide_word(start, abbreviation),
                _ => break,
            }
            end += 1;
        }
        if apostrophe {
            return self.split(start, end);
        }
        let capital = self.class(start) == UPPER;
        let upper = capital && seen & LOWER == 0 && self.bytes[start + 1..end].iter().any(u8::is_ascii_alphabetic);
        let token = Token {
            span: Span::new(start, end),
            kind: TokenKind::Word,
            glued: self.glued,
            capital,
            upper,
            hash: 0,
            kinds: 0,
            dating: 0,
            harming: 0,
        };
        self.out.push(token);
        self.glued = true;
        end
    }

    /// A word with letters, apostrophes or joints that are not ASCII.
    fn wide_word(&mut self, start: usize, abbreviation: &impl Fn(&str) -> bool) -> usize {
        self.split(start, word_end(self.text, start, abbreviation))
    }

    /// A word that a clitic may end.
    fn split(&mut self, start: usize, end: usize) -> usize {
        let clitic = clitic_start(self.text, start, end);
        self.cased(start, clitic, TokenKind::Word);
        if clitic < end {
            self.cased(clitic, end, TokenKind::Clitic);
        }
        end
    }

    fn cased(&mut self, start: usize, end: usize, kind: TokenKind) {
        let span = Span::new(start, end);
        let word = span.of(self.text);
        let capital = word.starts_with(char::is_uppercase);
        let letters = || word.chars().filter(|c| c.is_alphabetic());
        let upper = capital && letters().nth(1).is_some() && letters().all(char::is_uppercase);
        self.out.push(Token { span, kind, glued: self.glued, capital, upper, hash: 0, kinds: 0, dating: 0, harming: 0 });
        self.glued = true;
    }

    /// `220,000` `1.2` `9:33` `3rd` `1990s`: digits, separators between digits, then letters.
    fn number(&mut self, start: usize) -> usize {
        let mut end = start;
        while self.class(end) == DIGIT || self.class(end + 1) == DIGIT && matches!(self.bytes.get(end), Some(b',' | b'.' | b':'))
        {
            end += 1;
        }
        while matches!(self.class(end), UPPER | LOWER) {
            end += 1;
        }
        if self.class(end) == WIDE {
            end += self.text[end..].chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum::<usize>();
        }
        self.push(start, end, TokenKind::Number)
    }

    fn char(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// What begins with a character that is not ASCII.
    fn wide(&mut self, at: usize, abbreviation: &impl Fn(&str) -> bool) -> usize {
        let Some(c) = self.char(at) else { return self.bytes.len() };
        let end = at + c.len_utf8();
        match c {
            _ if is_invisible(c) => end,
            _ if c.is_whitespace() => {
                self.glued = false;
                end
            }
            _ if is_mark(c) => self.push(at, end, TokenKind::Mark),
            _ if c.is_alphanumeric() => self.wide_word(at, abbreviation),
            _ => self.push(at, end, TokenKind::Punct),
        }
    }
}

/// Soft hyphens, joiners, direction marks: no part of a word and no gap either.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let abbreviation = |w: &str| ["Feb.", "Mr.", "Gen."].contains(&w);
        let got: Vec<_> = tokens(text, abbreviation).iter().map(|t| t.span.of(text)).collect();
        assert_eq!(got.join(" "), expected);
    }

    #[test]
    fn words_numbers_and_marks() {
        check("killed 220,000 people.", "killed 220,000 people .");
        check("a 34-nation alliance", "a 34 - nation alliance");
        check("the U.S. and the U.N.'s envoy", "the U.S. and the U.N. 's envoy");
        check("at 9:33 a.m. on Feb. 17.", "at 9:33 a.m. on Feb. 17 .");
        check("couldn’t be; Kerry's, O'Brien", "could n’t be ; Kerry 's , O'Brien");
        check("“Day One” and ‘no’", "“ Day One ” and ‘ no ’");
        check("in the 1990s, the 3rd at 5pm", "in the 1990s , the 3rd at 5pm");
        check("It ended. Then", "It ended . Then");
        check("John F. Kerry", "John F. Kerry");
        check("non\u{ad}breaking\u{a0}space", "non breaking space");
    }

    #[test]
    fn flags() {
        let text = "NATO met (Kerry) A";
        let flags: Vec<_> = tokens(text, |_| false).iter().map(|t| (t.capital, t.upper, t.glued)).collect();
        assert_eq!(flags[0], (true, true, false));
        assert_eq!(flags[3], (true, false, true));
        assert_eq!(flags[5], (true, false, false));
    }
}
