use serde::Deserialize;

use super::vocabulary::vocabulary;
use super::{PhraseList, Phrases};

vocabulary! {
    /// In what way a word limits what is said.
    Qualifier { Contrast = "contrast", Condition = "condition", Hedge = "hedge", Negation = "negation" }
}

/// Words that limit what is said: a quotation that stops short of them says more than its speaker did.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QualifierWords {
    /// Behind these no condition is made: "even if".
    pub idle: PhraseList,
    /// A source that says so of itself does not hold everything: "excerpts".
    pub partial: PhraseList,
    /// Right behind what was quoted: "but", "unless".
    pub behind: Phrases<Qualifier>,
    /// Right before it: "may have", "not".
    pub before: Phrases<Qualifier>,
    /// Anywhere before it in its sentence: "if".
    pub opening: Phrases<Qualifier>,
}
