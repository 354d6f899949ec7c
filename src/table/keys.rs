use super::table;
use crate::link::ArticleKey;

table! {
    "index" "keys" ArticleKey: "What the claims of an article are looked up by." {
        article: "The article.",
        kind: "What is looked up.",
        key: "The key, a hash.",
        open: "Whether it meets all that stands under the key; two that are not open do not meet.",
        member: "What stands under it; null for a name alone, which is only looked up.",
        cap: "A key of more different members joins nothing.",
    }
}
