//! The form of a rule: an id that names what it found, why it exists, what it reads, what it must leave alone.
//!
//! The examples are the tests (in Rust and through the wheel), the documentation page and `wirecheck explain RULE`.

/// The day all examples are read on, a Friday.
pub const CLOCK: &str = "2015-08-07";

/// Between the rows of an example that gives more than one: both ends of a range.
pub const ROWS: &str = " + ";

/// Which table a rule's results stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// Dates: examples give `type value`.
    Date,
    /// Names: examples give `type text`.
    Name,
    /// Numbers, read through the casualties they count: examples give `effect bound low high`.
    Number,
    /// Casualties: examples give `effect bound low high`.
    Casualty,
    /// Meetings: examples give `kind status value`.
    Meeting,
    /// Quotes: examples give `kind speaker text`.
    Quote,
}

impl Family {
    /// The table of `claims` that shows what a rule of this family read.
    #[must_use]
    pub const fn table(self) -> &'static str {
        match self {
            Self::Date => "dates",
            Self::Name => "names",
            Self::Number | Self::Casualty => "casualties",
            Self::Meeting => "meetings",
            Self::Quote => "quotes",
        }
    }

    /// The columns whose values, joined by spaces (`-` for null), an example gives.
    #[must_use]
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Date => &["type", "value"],
            Self::Name => &["type", "text"],
            Self::Number | Self::Casualty => &["effect", "bound", "low", "high"],
            Self::Meeting => &["kind", "status", "value"],
            Self::Quote => &["kind", "speaker", "text"],
        }
    }
}

/// A rule of reading.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Names the thing found.
    pub id: &'static str,
    /// The table it feeds.
    pub family: Family,
    /// One line: why it exists.
    pub why: &'static str,
    /// Sentences it reads, grouped by the value they give.
    pub reads: &'static [Reads],
    /// Sentences that look like it and must give nothing.
    pub silent: &'static [&'static str],
}

/// Sentences that give one value, anchored on [`CLOCK`].
#[derive(Debug, Clone, Copy)]
pub struct Reads {
    /// What each of the sentences gives: the family's columns, joined by spaces, and the rows by [`ROWS`].
    pub value: &'static str,
    /// One value, many spellings.
    pub sentences: &'static [&'static str],
}
