use super::table;
use crate::claim::record::Unread;

table! {
    "claims" "unread" Unread: "A sentence with a trigger that gave no claim, and why." {
        article: "The article it stands in.",
        start: "The first code point of the sentence.",
        end: "The code point after its last.",
        text: "The sentence.",
        trigger: "The word that promised a claim.",
        reason: "Why there is none: age, capacity, no attachment, ambiguous or hypothetical.",
    }
}
