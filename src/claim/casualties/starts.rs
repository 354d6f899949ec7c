//! Which sentences may tell of casualties.

use crate::lexicon::harm_starts::tell;
use crate::story::Story;

/// What the words of a sentence begin together, if they have the words of harm that only together tell of any: no other is read.
pub(super) fn harms(story: &Story, sentence: usize) -> Option<u32> {
    let page = &story.page;
    let found = page.sentences[sentence].tokens.iter().fold(0, |found, i| found | page.harming(i));
    tell(found).then_some(found)
}
