use std::str::FromStr;

use serde::Deserialize;

use super::vocabulary::Bound;
use super::{PhraseList, Phrases};
use crate::error::Error;

/// The numbers that a vague word allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Vague {
    /// The least.
    pub low: i64,
    /// The greatest; none where open.
    pub high: Option<i64>,
}

impl FromStr for Vague {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong = || Error::value(format!("{text:?} is no interval; write 24..99, or 2.. where it is open"));
        let (low, high) = text.split_once("..").ok_or_else(wrong)?;
        let low = low.parse().map_err(|_| wrong())?;
        let high = if high.is_empty() { None } else { Some(high.parse().map_err(|_| wrong())?) };
        Ok(Self { low, high })
    }
}

/// What a number is multiplied by, as a fraction: 2 is `2/1`, a half `1/2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Multiple {
    /// Above the line.
    pub times: i64,
    /// Below the line.
    pub parts: i64,
}

impl FromStr for Multiple {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong = || Error::value(format!("{text:?} is no multiple; write 2, or 1/2 for a half"));
        let (times, parts) = text.split_once('/').unwrap_or((text, "1"));
        let positive = |s: &str| s.parse().ok().filter(|n| *n > 0).ok_or_else(wrong);
        Ok(Self { times: positive(times)?, parts: positive(parts)? })
    }
}

/// Words that make a rise or a fall of what stands between "from" and "to".
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Changes {
    /// The words.
    pub words: PhraseList,
    /// What they change: "number", "toll".
    pub counts: PhraseList,
}

/// What the number reader goes by.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberWords {
    /// two, nineteen, eighty, a couple.
    pub cardinals: Phrases<i64>,
    /// second, third, 3rd.
    pub ordinals: Phrases<i64>,
    /// dozen, hundred, million.
    pub scales: Phrases<i64>,
    /// Letters glued to digits that multiply them.
    pub suffixes: Phrases<i64>,
    /// What a scale word is divided by: "half a", "a quarter of a".
    pub fractions: Phrases<i64>,
    /// dozens, scores, several.
    pub vague: Phrases<Vague>,
    /// twice, half: before what is multiplied.
    pub multiples: Phrases<Multiple>,
    /// as many, that number: behind a multiple.
    pub multiplied: PhraseList,
    /// the same number.
    pub equals: PhraseList,
    /// Bound words before a figure.
    pub before: Phrases<Bound>,
    /// Bound words behind a figure.
    pub after: Phrases<Bound>,
    /// Words of rise and fall.
    pub changes: Changes,
}
