use super::table;
use crate::claim::record::Skipped;

table! {
    "report" "skipped" Skipped: "Something that was not read, and why: nothing is lost silently." {
        article: "The article or file.",
        what: "What was skipped.",
        reason: "Why: not English, no prose, unreadable, over a limit.",
        count: "How many.",
    }
}
