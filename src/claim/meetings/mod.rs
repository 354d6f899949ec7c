//! TODO-meetings

use super::Edge;
use super::record::{MeetingClaim, Unread};
use crate::lexicon::Lexicon;

/// The claims of a story, and the sentences that have a trigger but gave none.
pub(crate) fn read(_edge: &mut Edge, _lexicon: &Lexicon) -> (Vec<MeetingClaim>, Vec<Unread>) {
    (Vec::new(), Vec::new())
}
