use std::sync::OnceLock;

use serde::Deserialize;

use super::vocabulary::Gender;
use super::{PhraseList, Phrases, WordSet};

/// Words that tie one mention of somebody to another.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferenceWords {
    /// "the minister", "this group": before a role or a noun that stands for a name.
    pub pointers: PhraseList,
    /// "a neighbour", "his client": before a role.
    pub determiners: PhraseList,
    /// Family names that stand before the given name.
    pub family_first: PhraseList,
    /// "former": the role is held no more.
    pub past: PhraseList,
    /// Titles before a given name.
    pub royal: PhraseList,
    /// "deputy": an office below the one named behind it.
    pub lesser: PhraseList,
    /// A deputy of these is one.
    pub alike: PhraseList,
    /// "new", "senior": tell nothing about which office it is.
    pub passing: PhraseList,
    /// "named", "elected": the subject has the role behind it.
    pub appointed: PhraseList,
    /// "the ministry": nouns that stand for the one organisation whose name has them.
    pub bodies: PhraseList,
    /// "ministry": what a government has several of.
    pub ministries: Vec<String>,
    /// "known as": between a person's name and another name of theirs.
    pub called: PhraseList,
    /// "details of the": before the name of something said earlier.
    pub recalls: PhraseList,
    /// "requests": what is said, by the one word for it.
    pub utterances: Phrases<String>,
    /// "asked": they show that something of the kind was said.
    pub asking: PhraseList,
    /// Words for one person that are no roles.
    pub somebody: Phrases<Gender>,
    /// "the Russian leader": what the head of a state or government is called.
    pub rulers: Vec<String>,
    same: Phrases<String>,
    #[serde(skip)]
    neutrals: OnceLock<WordSet>,
}

impl ReferenceWords {
    /// Whether a word stands for others of its meaning.
    #[must_use]
    pub fn is_neutral(&self, word: &str) -> bool {
        self.neutrals.get_or_init(|| self.same.iter().map(|(_, neutral)| neutral.clone()).collect()).contains(word)
    }

    /// One word for a spokesman, a spokeswoman and a spokesperson.
    #[must_use]
    pub fn neutral<'w>(&'w self, word: &'w str) -> &'w str {
        self.same.get(word).map_or(word, String::as_str)
    }
}
