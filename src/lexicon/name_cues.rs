//! The words that make a capitalised run a name, show what kind of name it is, or show that it is none.

use serde::Deserialize;

use super::PhraseList;

/// What shows a name, in it and beside it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameCues {
    /// A run with one of these is an organisation.
    pub heads: PhraseList,
    /// A run that ends so is a company.
    pub suffixes: PhraseList,
    /// A run that ends so is no person, organisation or place.
    pub events: PhraseList,
    /// Capitalised words that are no part of a name.
    pub no_names: PhraseList,
    /// Small words inside names.
    pub particles: PhraseList,
    /// Behind a hyphen these make a name an adjective.
    pub compounds: PhraseList,
    /// "province", "city": show a place beside a name.
    pub place_heads: PhraseList,
    /// "county": inside a name, a body of that place.
    pub districts: PhraseList,
    /// "buried", "razed": what befalls a part of a town.
    pub ruined: PhraseList,
    /// "streets", "church": of a town behind "of".
    pub place_parts: PhraseList,
    /// "part", "half": of a town or of a company behind "of".
    pub shared_parts: PhraseList,
    /// "mayor", "residents": of a town behind "of".
    pub townspeople: PhraseList,
    /// "in", "near", "northern": show that a place follows.
    pub place_prepositions: PhraseList,
    /// Nouns that stand for an organisation named before.
    pub anaphors: PhraseList,
    /// Behind the name of a town these show that it stands for its team.
    pub players: PhraseList,
    /// Before a number these name a place.
    pub numbered: PhraseList,
    /// "dozens", "hundreds": no part of a name.
    pub quantities: PhraseList,
    /// Before the name of a place these make it an organisation's.
    pub openers: PhraseList,
    /// A run that begins with one of these is an organisation.
    pub bodies: PhraseList,
    /// A run that begins with one of these is a place.
    pub place_openers: PhraseList,
    /// "north", "west": before an unknown name they show a place.
    pub compass: PhraseList,
    /// Behind a name these show that it is no name of its own: "Alzheimer's disease".
    pub things: PhraseList,
    /// "reached", "shelled": what is done to towns.
    pub reached: PhraseList,
    /// A run that begins with one of these is none of a person, an organisation or a place.
    pub thing_openers: PhraseList,
    /// "shares", "stake": what one has in a company.
    pub stakes: PhraseList,
    /// Adjectives of peoples and faiths that belong to no one country.
    pub(super) demonyms: Vec<String>,
}
