use serde::Deserialize;

use super::vocabulary::vocabulary;
use super::{PhraseList, Phrases};

vocabulary! {
    /// The kinds of page furniture.
    FurnitureKind { Button = "button", Caption = "caption", Credit = "credit", Link = "link" }
}

/// What surrounds an article on its page.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FurnitureWords {
    /// A paragraph of these words alone is no part of the article ("Share", "Advertisement").
    pub lines: PhraseList,
    /// A paragraph that begins so is furniture of that kind.
    pub openings: Phrases<FurnitureKind>,
    /// A short paragraph that ends so is furniture of that kind.
    pub endings: Phrases<FurnitureKind>,
    /// Words of a line that heads an entry of a live blog, besides its day and clock.
    pub headings: PhraseList,
    /// What wire services and "agencies" are called in a credit line, with the name they are known by.
    pub wires: Vec<String>,
}
