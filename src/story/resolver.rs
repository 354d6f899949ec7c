//! Dates of an article, from its sentences' expressions and its anchor, in order.

use super::{Date, Story};
use crate::lexicon::Lexicon;

/// Every date of the story's text.
pub(super) fn dates(_story: &Story, _lexicon: &Lexicon) -> Vec<Date> {
    Vec::new()
}
