use super::table;
use crate::report::record::Question;

table! {
    "report" "questions" Question: "What is missing, and what it would decide." {
        question: "What is missing, \"publication date of 001\".",
        decides: "How many pairs it would decide.",
        articles: "The articles it is missing from.",
        relations: "The relations it would decide.",
    }
}
