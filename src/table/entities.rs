use super::table;
use crate::report::record::EntityMerge;

table! {
    "report" "entities" EntityMerge: "Two entities that the collection shows to be one." {
        entity: "The entity that stays.",
        merged: "The entity that is merged into it.",
        article: "The article that shows it.",
        evidence: "The words that show it.",
    }
}
