//! Who is who within an article: surnames, acronyms, roles, pronouns.

use super::{Name, Story};
use crate::lexicon::Lexicon;

/// Every mention of the story's text, resolved.
pub(super) fn names(_story: &Story, _lexicon: &Lexicon) -> Vec<Name> {
    Vec::new()
}
