use serde::Deserialize;

use super::PhraseList;

/// Words that explain why a later report says something else.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeWords {
    /// An earlier figure is taken back.
    pub corrections: PhraseList,
    /// A toll is a newer one: "the updated toll".
    pub updates: PhraseList,
    /// Some were counted once too often.
    pub doubled: PhraseList,
    /// People once counted are free, found or alive.
    pub releases: PhraseList,
    /// A meeting is another one than the one before.
    pub renewals: PhraseList,
    /// An editor speaks of the article itself: "an earlier version of this article".
    pub notices: PhraseList,
    /// In such a notice, the figures behind these are taken back: "misstated".
    pub withdrawn: PhraseList,
    /// Right before a figure, they take it back: "not 30".
    pub contrary: PhraseList,
    /// In such a notice, the figures behind these stand: "the number is".
    pub restated: PhraseList,
    /// A toll that falls is taken back by these: "lowered", "down from".
    pub revisions: PhraseList,
    /// A figure was given before: "an earlier 132".
    pub earlier: PhraseList,
    /// Figures of a stretch of time fall without being corrected.
    pub stretches: PhraseList,
}
