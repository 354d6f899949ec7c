use super::table;
use crate::check::record::Relation;

table! {
    "report" "relations" Relation: "How two claims stand to each other; of equal repeats of a figure, one stands for all." {
        id: "The relation's id.",
        left: "The id of the left claim.",
        right: "The id of the right claim.",
        left_kind: "What the left claim is: casualty, meeting or quote.",
        left_article: "The left claim's article.",
        left_start: "The left claim's first code point.",
        left_end: "The code point after its last.",
        left_text: "The left claim as written.",
        left_value: "What the left claim says.",
        right_kind: "What the right claim is: casualty, meeting or quote.",
        right_article: "The right claim's article.",
        right_start: "The right claim's first code point.",
        right_end: "The code point after its last.",
        right_text: "The right claim as written.",
        right_value: "What the right claim says.",
        verdict: "agrees, refines, updates, conflicts, unrelated or undecidable.",
        between: "Between whom it stands: articles, holders, versions or within one article.",
        reason: "Why, in a few words.",
        explanation: "Why, as a sentence with both values.",
        missing: "What would decide it; null where nothing is missing.",
        slots: "The slots compared and how they stand, `place=same`.",
        same_chain: "Whether the two go back to one source.",
        repeats: "How many pairs of equal repeats it stands for.",
        fact: "The fact both belong to.",
        rule: "The rule that decided.",
    }
}
