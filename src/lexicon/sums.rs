use serde::Deserialize;

use super::PhraseList;

/// Words that say what a total consists of.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SumWords {
    /// With one of these in its sentence, a list is not said to be the whole: "including", "others".
    pub open: PhraseList,
    /// Nouns of a total that any list of people may make up: "people".
    pub generic: PhraseList,
    /// Before a number that sums up what stands before: "a total of".
    pub total_before: PhraseList,
    /// Behind such a number: "in all".
    pub total_behind: PhraseList,
    /// Inside a figure of the dead: it comes to others, "three more".
    pub further: PhraseList,
    /// Inside a figure: it is a part, "four of whom".
    pub partial: PhraseList,
    /// Before the place of a part: "in".
    pub places: PhraseList,
}
