use super::table;
use crate::report::record::Fact;

table! {
    "report" "facts" Fact: "One real incident, meeting or utterance." {
        fact: "Its id, made from its earliest claim.",
        kind: "casualty, meeting or quote.",
        rank: "Its place among its kind; 0 is the lead.",
        claims: "The ids of its claims.",
        articles: "The articles that tell it.",
        outlets: "The outlets that tell it.",
        independent_sources: "How many independent sources tell it.",
        earliest: "The first day it may be.",
        latest: "The last day it may be.",
        place_entity: "Where.",
        entities: "Who and what takes part.",
        status: "Of a meeting, whether it took place.",
        worst_verdict: "The gravest verdict between its claims.",
    }
}
