//! When an article was written: dateline, metadata, stamps in the text, and how good each is.

use chrono::{NaiveDate, NaiveTime};

use super::furniture::Section;
use super::Imprint;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::AnchorQuality;
use crate::text::{Article, Page};

/// The day that relative dates are counted from.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchor {
    /// The day; none where nothing tells it.
    pub date: Option<NaiveDate>,
    /// The clock time, where it is known.
    pub clock: Option<NaiveTime>,
    /// Where it comes from.
    pub quality: AnchorQuality,
    /// What the page's furniture says.
    pub imprint: Imprint,
}

/// Finds the anchor of an article.
pub(super) fn anchor(_article: &Article, _page: &Page, _sections: &[Section], _lexicon: &Lexicon) -> Anchor {
    Anchor { date: None, clock: None, quality: AnchorQuality::None, imprint: Imprint::default() }
}
