//! Which sentences may tell of casualties.

use crate::lexicon::harm_starts::tell;
use crate::story::Story;

/// Whether a sentence has the words of harm that only together tell of any: no other is read.
pub(super) fn may_tell(story: &Story, sentence: usize) -> bool {
    let page = &story.page;
    tell(page.sentences[sentence].tokens.iter().fold(0, |found, i| found | page.harming(i)))
}
