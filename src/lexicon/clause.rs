use serde::Deserialize;

use super::vocabulary::vocabulary;
use super::{PhraseList, Phrases};

vocabulary! {
    /// The forms of auxiliaries and of verbs that endings do not tell.
    VerbForm {
        Future = "future", Conditional = "conditional", Possible = "possible", Obliged = "obliged", Had = "had", Has = "has",
        Was = "was", Is = "is", Be = "be", Been = "been", Being = "being", Did = "did", Does = "does", To = "to",
        Past = "past", Present = "present", Planned = "planned",
    }
}

/// What a clause reader goes by.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseWords {
    /// Auxiliaries, modals and irregular verbs by form.
    pub verbs: Phrases<VerbForm>,
    /// Words in `-ed` and `-s` that are no verbs, and nouns before which a participle is an adjective.
    pub not_verbs: PhraseList,
    /// Words that open a subordinate clause.
    pub subordinators: PhraseList,
    /// Words that open a relative clause.
    pub relatives: PhraseList,
    /// Words that negate the verb beside them.
    pub negations: PhraseList,
    /// Words that keep the writer from vouching.
    pub hedges: PhraseList,
    /// Words for what is feared, not known.
    pub fears: PhraseList,
    /// Words that make what follows hypothetical.
    pub hypotheses: PhraseList,
    /// Adverbs that may stand inside a verb group.
    pub adverbs: PhraseList,
    /// Prepositions of one word.
    pub prepositions: PhraseList,
    /// Determiners and possessives: behind them stands no finite verb.
    pub determiners: PhraseList,
}
