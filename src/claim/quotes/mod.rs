//! TODO-quotes

use super::Edge;
use super::record::{QuoteClaim, Unread};
use crate::lexicon::Lexicon;

/// The claims of a story, and the sentences that have a trigger but gave none.
pub(crate) fn read(_edge: &mut Edge, _lexicon: &Lexicon) -> (Vec<QuoteClaim>, Vec<Unread>) {
    (Vec::new(), Vec::new())
}
