//! The one public error.
//!
//! An error is for the caller's mistake and is a sentence: it names the thing that is wrong and the way out. What an
//! article's text leaves open is never an error; it is a null in a table or a row of `skipped`.

/// What the caller got wrong, as one sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{sentence}")]
pub struct Error {
    kind: ErrorKind,
    sentence: String,
}

/// Which Python exception an [`Error`] becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A value that cannot be used: a duplicate id, an unknown rule, a column of the wrong type.
    Value,
    /// A name that does not exist: a column, a kind, a claim id.
    Missing,
    /// Nobody's mistake: the work was asked to stop, by [`Watch::stop`](crate::watch::Watch::stop).
    Stopped,
}

/// The crate's result.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn value(sentence: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Value, sentence: sentence.into() }
    }

    pub(crate) fn missing(sentence: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Missing, sentence: sentence.into() }
    }

    pub(crate) fn stopped() -> Self {
        Self { kind: ErrorKind::Stopped, sentence: "the work was stopped before its end".to_owned() }
    }

    /// Which kind of mistake it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}
