use super::table;
use crate::claim::record::MeetingClaim;

table! {
    "claims" "meetings" MeetingClaim: "A mention of a meeting." {
        id: "The claim's id, `article:meeting:start-end`.",
        article: "The article it stands in.",
        start: "The first code point, at the first participant.",
        end: "The code point after the trigger's complement.",
        text: "The run as written.",
        trigger_start: "The first code point of the trigger, one word.",
        trigger_end: "The code point after it.",
        kind: "meet, talks, visit, call, summit, conference, invite or agreement.",
        participants: "Who takes part, each as in the fullest mention in the article.",
        participant_entities: "Their canonical ids.",
        roles: "The part each plays.",
        closed: "Whether the list is complete (\"the two\", \"bilateral\").",
        place: "Where, as written.",
        place_entity: "The place's canonical id.",
        time_text: "When, as written.",
        value: "When, as a TIMEX3 value.",
        earliest: "The first day it may be.",
        latest: "The last day it may be.",
        status: "held, planned, proposed, postponed, cancelled or denied.",
        source: "Who says so.",
        source_entity: "The source's canonical id.",
        hedged: "Whether it is hedged.",
        event: "Shared by the mentions of one event in the article.",
        fingerprint: "A name made of sentence and value without offsets.",
        rule: "The rule that read it.",
    }
}
