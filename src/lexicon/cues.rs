use serde::Deserialize;

use super::vocabulary::vocabulary;
use super::{PhraseList, Phrases};

vocabulary! {
    /// What a speech cue takes behind it.
    CueKind {
        Say = "say", Tell = "tell", State = "state", Deny = "deny", Voice = "voice", Vow = "vow", Urge = "urge", Judge = "judge",
        According = "according",
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
    /// Occasions by their noun.
    pub occasions: Phrases<Occasion>,
}
