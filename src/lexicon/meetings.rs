use std::collections::HashMap;

use serde::Deserialize;

use super::vocabulary::{Status, vocabulary};
use super::{PhraseList, Phrases};

vocabulary! {
    /// Verbs that report a meeting, by what they need beside them.
    MeetingVerb {
        Meet = "meet", Confer = "confer", Discuss = "discuss", Host = "host", Receive = "receive", Visit = "visit", Travel = "travel",
        Phone = "phone", Speak = "speak", Invite = "invite", Sign = "sign",
    }
}
vocabulary! {
    /// Nouns that report a meeting, by what they need beside them.
    MeetingNoun {
        Meeting = "meeting", Talks = "talks", Talk = "talk", Negotiations = "negotiations", Summit = "summit", Conference = "conference",
        Session = "session", Visit = "visit", Trip = "trip", Call = "call", Invitation = "invitation",
    }
}
vocabulary! {
    /// Which of a series of meetings: two of different ordinals are never one.
    Ordinal {
        First = "first", Second = "second", Third = "third", Fourth = "fourth", Fifth = "fifth", Next = "next", Previous = "previous",
    }
}

/// What the reader of meetings goes by.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingWords {
    /// Verbs that report a meeting.
    pub verbs: Phrases<MeetingVerb>,
    /// Nouns that report a meeting.
    pub nouns: Phrases<MeetingNoun>,
    /// Common nouns of who can meet.
    pub parties: PhraseList,
    /// Those of them who meet for somebody else: "envoys of Norway".
    pub representing: PhraseList,
    /// Pronouns that stand for who meets, where the names' reader leaves them open.
    pub pronouns: PhraseList,
    /// "mediated by".
    pub mediating: PhraseList,
    /// Words that say that nobody else took part.
    pub closed: PhraseList,
    /// What "meet" takes as an object without anybody meeting.
    pub not_met: PhraseList,
    /// Nouns in front of which a trigger is a part of another thing.
    pub not_after: PhraseList,
    /// Words behind which a trigger noun is another thing.
    pub not_before: HashMap<MeetingNoun, PhraseList>,
    /// What shows that a summit is a mountain's.
    pub peaks: PhraseList,
    /// Verbs whose object is a meeting of their subject.
    pub supports: PhraseList,
    /// Nouns of what is signed.
    pub signed: PhraseList,
    /// "by phone" and the like.
    pub phone: PhraseList,
    /// Adverbs between a verb and who is met.
    pub between: PhraseList,
    /// What somebody travels for.
    pub purposes: PhraseList,
    /// Verbs that set out for something.
    pub departures: PhraseList,
    /// Whom people phone who meet nobody.
    pub not_phoned: PhraseList,
    /// Many who see a place.
    pub crowds: PhraseList,
    /// Stages of a contest.
    pub contests: PhraseList,
    /// Where people meet by accident.
    pub romances: PhraseList,
    /// Who speaks for somebody else.
    pub speakers: PhraseList,
    /// "reports of": what is said, and may be denied.
    pub rumours: PhraseList,
    /// Verbs by which a meeting comes about.
    pub happens: PhraseList,
    /// Houses whose name is a place.
    pub venues: PhraseList,
    /// Bodies known by one capitalised word: "the Fed".
    pub bodies: PhraseList,
    /// Objects of "invite" that nobody attends.
    pub not_invited: PhraseList,
    /// Which of a series.
    pub ordinals: Phrases<Ordinal>,
    /// What talks are about: two of different topics are never one.
    pub topics: PhraseList,
    /// What governs a noun phrase.
    pub prepositions: PhraseList,
    /// "capital" of "the Ethiopian capital".
    pub capitals: PhraseList,
    /// Words before a place.
    pub place_prepositions: PhraseList,
    /// What the words around a meeting say of its coming about.
    pub status: Phrases<Status>,
}
