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
    /// Behind "of the": those of whom some are told, "the victims".
    pub struck: PhraseList,
    /// Right before a figure: those told apart from the rest, "identified".
    pub singled_out: PhraseList,
    /// Inside a figure or right behind it: how some fare by now, "remain hospitalized".
    pub faring: PhraseList,
    /// People of whom the rest are others: "adults".
    pub set_apart: PhraseList,
    /// What is done with some of the injured: "taken".
    pub treated: PhraseList,
    /// Before the place of a part: "in".
    pub places: PhraseList,
}
