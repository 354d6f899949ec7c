use super::table;
use crate::report::record::Chain;

table! {
    "report" "chains" Chain: "One claim's membership in a chain of repetition." {
        chain: "The chain's id.",
        claim: "The claim's id.",
        reason: "What makes it a repetition: copy, credit, one attributed source, one owner, one URL.",
        evidence_article: "Where that shows.",
        evidence_start: "The first code point there.",
        evidence_end: "The code point after its last.",
    }
}
