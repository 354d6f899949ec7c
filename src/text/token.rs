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
    /// The hash of its word in ASCII lower case.
    pub(super) hash: u32,
    /// What its word is, as the bits of [`crate::lexicon::kinds`].
    pub kinds: u32,
    /// What its word may begin among dates.
    pub(super) dating: u32,
    /// What its word may begin among words of harm.
    pub(super) harming: u32,
}

impl Token {
    /// An `s` that lost its apostrophe.
    #[inline]
    pub(super) fn is_bare_clitic(self) -> bool {
        self.kind == TokenKind::Clitic && self.span.len() == 1
    }
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
    #[inline]
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

/// Whether a character is a quotation mark of some kind.
pub(crate) const fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹' | '›' | '`' | '´' | '＂')
}
