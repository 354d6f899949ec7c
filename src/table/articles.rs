use super::table;
use crate::claim::record::ArticleRow;

table! {
    "claims" "articles" ArticleRow: "An article as the check sees it: its metadata, and what its furniture says of it." {
        article: "The article's id, as the caller gave it.",
        outlet: "Who published it.",
        published: "When it was published, as an ISO date, or date and time.",
        published_precision: "How exactly that is known: day or minute.",
        title: "Its headline, where that is kept apart from the text.",
        url: "Where it stands on the web.",
        role: "report; source for a transcript, press release or court paper that quotations are aligned to; coded for a coder's table, which the reports are held against.",
        language: "The language of the text, `en`; null where it could not be told.",
        text: "The text; every offset counts its code points. It may be null for the check.",
        dateline_date: "The day the dateline names.",
        dateline_place: "The place the dateline names.",
        stamp: "The stamp printed in the text, as it stands there.",
        stamp_kind: "What the stamp says of itself: published or updated.",
        credit: "The agency or writer the text credits.",
        anchor_date: "The day that relative dates are counted from.",
        anchor_quality: "Where that day comes from, best first: dateline, published, stamp, url, updated_stamp, crawl, inherited, none.",
        sketch: "Hashes of some of the text's word 5-grams, to find copies by.",
    }
}
