use super::table;
use crate::report::record::Toll;

table! {
    "report" "tolls" Toll: "Low, best and high of one effect of one incident." {
        fact: "The incident.",
        rank: "The incident's rank.",
        effect: "killed, injured, missing, displaced, detained, abducted or casualties.",
        low: "The least, inclusive.",
        best: "The best figure by the rule; null where the rule gives none.",
        high: "The greatest, inclusive; null where open.",
        open: "Whether only a lower bound is known.",
        basis: "The id of the claim that decided.",
        place: "Where.",
        earliest: "The first day.",
        latest: "The last day.",
        attackers: "Whether attackers are counted: in, out or unknown.",
        articles: "The articles that tell it.",
        outlets: "The outlets that tell it.",
        independent_sources: "How many independent sources tell it.",
        claims: "The ids of its claims.",
        rule: "The rule the toll was made by: wirecheck, ucdp, acled, gtd or airwars.",
    }
}
