//! Who holds the floor: the speaker of a section, to whom a quotation without a speech verb belongs.

use super::Story;

/// Fills [`super::Told::frame`].
pub(super) fn speakers(_story: &mut Story) {}
