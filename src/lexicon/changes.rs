use serde::Deserialize;

use super::PhraseList;

/// Words that explain why a later report says something else.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeWords {
    /// An earlier figure is taken back.
    pub corrections: PhraseList,
    /// People once counted are free, found or alive.
    pub releases: PhraseList,
    /// A meeting is another one than the one before.
    pub renewals: PhraseList,
}
