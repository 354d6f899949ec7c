use serde::Deserialize;

use super::vocabulary::vocabulary;
use super::{PhraseList, Phrases};

vocabulary! {
    /// What a speech cue takes behind it.
    CueKind {
        Say = "say", Tell = "tell", State = "state", Deny = "deny", Voice = "voice", Vow = "vow", Urge = "urge", Judge = "judge",
        According = "according", Find = "find",
    }
}
vocabulary! {
    /// Where something was said.
    Occasion {
        Statement = "statement", Interview = "interview", NewsConference = "news conference", Speech = "speech", Post = "post",
    }
}

/// What tells that somebody says something.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CueWords {
    /// What adjectives begin and end with.
    adjectives: Shape,
    /// Verbs of speech by what they take: every form.
    pub verbs: Phrases<CueKind>,
    /// "according to".
    pub prepositions: Phrases<CueKind>,
    /// Forms that are nouns or participles as often as verbs.
    pub ambiguous: PhraseList,
    /// "declined to comment": no statement.
    pub refusals: PhraseList,
    /// Addressees without a name.
    pub addressees: PhraseList,
    /// Last words of the names of media.
    pub media: PhraseList,
    /// Nouns that speak.
    pub speakers: PhraseList,
    /// Verbs that ask somebody to do something, with a noun and an infinitive.
    pub directives: PhraseList,
    /// Verbs that judge only with "as".
    pub judging_as: PhraseList,
    /// Verbs of finding.
    pub finders: PhraseList,
    /// Nouns of what finds and of those who find.
    pub documents: PhraseList,
    /// "quoted" of "quoted Brandt as saying".
    pub quoting: PhraseList,
    /// Nouns before words that are quoted as words.
    pub labels: PhraseList,
    /// Nouns of what carries slogans.
    pub carriers: PhraseList,
    /// Nouns that end like an adverb.
    pub nouns_in_ly: PhraseList,
    /// Occasions by their noun.
    pub occasions: Phrases<Occasion>,
}

/// What words of a class begin and end with.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    begin: Vec<String>,
    end: Vec<String>,
}

/// Shorter words begin by chance as adjectives do.
const LONG: usize = 6;

impl CueWords {
    /// Whether a word has the shape of an adjective: "cowardly", "unwise".
    #[must_use]
    pub fn is_adjective(&self, word: &str) -> bool {
        let Shape { begin, end } = &self.adjectives;
        end.iter().any(|e| word.ends_with(e.as_str())) || word.len() >= LONG && begin.iter().any(|b| word.starts_with(b.as_str()))
    }
}
