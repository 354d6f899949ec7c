use super::Span;

/// What kind of token it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner apostrophes and dots (`O'Brien`, `U.S.`).
    Word,
    /// Starts with a digit: `220,000`, `1.2`, `9:33`, `3rd`, `1990s`, `5pm`.
    Number,
    /// `'s`, `n't`, `'re` and the like, split from their word, with either apostrophe.
    Clitic,
    /// Any quotation mark, apostrophes that are not inside a word included.
    Mark,
    /// Anything else, one character each.
    Punct,
}

/// A token of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// No white space stands between it and the token before.
    pub glued: bool,
    /// Its first letter is upper case.
    pub capital: bool,
    /// It has two letters or more, all upper case.
    pub upper: bool,
}

/// A half-open range of token indices of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Run {
    /// The first token.
    pub start: usize,
    /// The token after the last.
    pub end: usize,
}

impl Run {
    /// The run of `start..end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The token indices.
    #[must_use]
    pub fn iter(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// How many tokens.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it has no token.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether token `i` is in it.
    #[must_use]
    pub const fn has(self, i: usize) -> bool {
        self.start <= i && i < self.end
    }

    /// Whether `other` lies inside.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a token.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shortest run with both inside.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// Clitics, longest first, as they are split from their words.
const CLITICS: &[&str] = &["n't", "n’t", "'re", "’re", "'ll", "’ll", "'ve", "’ve", "'s", "’s", "'d", "’d", "'m", "’m"];

const APOSTROPHES: &[char] = &['\'', '’'];

/// Whether a character is a quotation mark of some kind.
pub(crate) const fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹' | '›' | '`' | '´' | '＂')
}

/// Splits a text into tokens. `abbreviation` says whether a lower-case word with its dot ("feb.") is one.
pub(crate) fn tokens(text: &str, abbreviation: impl Fn(&str) -> bool) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    let mut glued = false;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() || is_invisible(c) {
            glued = glued && is_invisible(c);
            at += c.len_utf8();
            continue;
        }
        let end = if c.is_ascii_digit() {
            number_end(text, at)
        } else if c.is_alphanumeric() {
            word_end(text, at, &abbreviation)
        } else {
            at + c.len_utf8()
        };
        let kind = match c {
            _ if c.is_ascii_digit() => TokenKind::Number,
            _ if c.is_alphanumeric() => TokenKind::Word,
            _ if is_mark(c) => TokenKind::Mark,
            _ => TokenKind::Punct,
        };
        let split = if kind == TokenKind::Word { clitic_start(text, at, end) } else { end };
        push(&mut out, text, Span::new(at, split), kind, glued);
        if split < end {
            push(&mut out, text, Span::new(split, end), TokenKind::Clitic, true);
        }
        at = end;
        glued = true;
    }
    out
}

fn push(out: &mut Vec<Token>, text: &str, span: Span, kind: TokenKind, glued: bool) {
    let word = span.of(text);
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let upper = capital && word.chars().filter(|c| c.is_alphabetic()).nth(1).is_some() && letters.all(char::is_uppercase);
    out.push(Token { span, kind, glued, capital, upper });
}

/// Soft hyphens, joiners, direction marks: no part of a word and no gap either.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// `220,000` `1.2` `9:33` `3rd` `1990s`: digits, separators between digits, then letters.
fn number_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut end = start;
    while digit(end) || (matches!(bytes.get(end), Some(b',' | b'.' | b':')) && digit(end + 1)) {
        end += 1;
    }
    let tail = text[end..].chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum::<usize>();
    end + tail
}

fn word_end(text: &str, start: usize, abbreviation: &impl Fn(&str) -> bool) -> usize {
    let mut end = start;
    let mut chars = text[start..].chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let inside = next.is_some_and(char::is_alphabetic);
        if c.is_alphanumeric() || is_combining(c) || (APOSTROPHES.contains(&c) && inside) {
            end += c.len_utf8();
        } else if c == '.'
            && (inside && dotted(&text[start..end], text, end) || is_abbreviation(&text[start..=end], next, abbreviation))
        {
            end += 1;
        } else {
            break;
        }
    }
    end
}

/// `U` of `U.S.`, `a` of `a.m.`: one letter after the start or the last dot, and one letter or a dot's end behind.
fn dotted(before: &str, text: &str, dot: usize) -> bool {
    let single = |s: &str| s.chars().count() == 1 && s.chars().all(char::is_alphabetic);
    let mut rest = text[dot + 1..].chars();
    single(before.rsplit('.').next().unwrap_or(""))
        && rest.next().is_some_and(char::is_alphabetic)
        && !rest.next().is_some_and(char::is_alphabetic)
}

fn is_abbreviation(with_dot: &str, next: Option<char>, abbreviation: &impl Fn(&str) -> bool) -> bool {
    if next.is_some_and(char::is_alphanumeric) {
        return false;
    }
    let body = &with_dot[..with_dot.len() - 1];
    let initials = body.contains('.') && body.split('.').all(|p| p.chars().count() == 1);
    let initial = body.chars().count() == 1 && body.chars().all(char::is_uppercase);
    initials || initial || abbreviation(&with_dot.to_lowercase())
}

const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn clitic_start(text: &str, start: usize, end: usize) -> usize {
    let word = &text[start..end];
    CLITICS
        .iter()
        .find(|c| {
            word.len() > c.len()
                && word.is_char_boundary(word.len() - c.len())
                && word[word.len() - c.len()..].eq_ignore_ascii_case(c)
        })
        .map_or(end, |c| end - c.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let abbreviation = |w: &str| ["feb.", "mr.", "gen."].contains(&w);
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
