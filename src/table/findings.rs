use super::table;
use crate::check::record::Finding;

table! {
    "report" "findings" Finding: "Something a reader should look at." {
        id: "The finding's id.",
        rule: "The rule that found it.",
        severity: "error, warning or note.",
        message: "What it is, as a sentence.",
        article: "The article to look at.",
        start: "The first code point to look at; null for a headline.",
        end: "The code point after its last.",
        text: "The words to look at.",
        other_article: "The article it is held against.",
        other_start: "The first code point there.",
        other_end: "The code point after its last.",
        other_text: "The words there.",
        relations: "The relations it rests on.",
        articles: "All articles concerned.",
        independent_sources: "How many independent sources say so.",
        fingerprint: "A name without offsets, for baselines and waivers.",
    }
}
