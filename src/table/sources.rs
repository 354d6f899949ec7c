use super::table;
use crate::report::record::Source;

table! {
    "report" "sources" Source: "Where an article comes from and what it copies." {
        article: "The article.",
        outlet: "Who published it.",
        owner: "Who owns the outlet.",
        published: "When it was published.",
        anchor_date: "The day its relative dates are counted from.",
        anchor_quality: "Where that day comes from.",
        anchor_from: "The article it was inherited from.",
        credit: "The agency or writer it credits.",
        copy_of: "The article it copies.",
        shared_text: "How much of its text it shares with that, 0 to 1.",
    }
}
