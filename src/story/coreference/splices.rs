//! Sentences that recall what nobody in the article has said: their page is pasted together, and the person their pronoun means
//! stands in a text that is not here.

use super::Reader;
use crate::lexicon::kinds::RECALL;
use crate::text::Run;

/// What was said is looked for in this many sentences before, by any word for saying it; by its own word, anywhere before.
const BACK: usize = 3;
/// Nor farther back than this many words.
const FAR: usize = 600;

impl Reader<'_, '_> {
    /// "He gave no details of the requests", where nobody has asked for anything.
    pub(super) fn recalls_nothing(&self, sentence: usize) -> bool {
        let words = &self.lexicon.references;
        let run = self.page.sentences[sentence].tokens;
        let recalled = run.iter().filter(|&i| self.page.is(i, RECALL)).find_map(|i| {
            let (n, _) = words.recalls.longest(self.page.keys(Run::new(i, run.end)))?;
            words.utterances.get(self.page.key(i + n))
        });
        let Some(utterance) = recalled else { return false };
        let near = self.page.sentences[sentence.saturating_sub(BACK)].tokens.start;
        let told = |i: usize| {
            let word = self.page.lower(i);
            word.starts_with(utterance.as_str()) || i >= near && words.asking.has(word)
        };
        !(run.start.saturating_sub(FAR)..run.start).any(told)
    }
}
