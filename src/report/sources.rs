//! Where each article comes from, when it was written, and what it copies.

use std::collections::HashMap;

use super::record::Source;
use crate::check::Options;
use crate::link::{Book, Links};

/// One row for each article.
pub(super) fn sources(book: &Book, links: &Links, options: &Options) -> Vec<Source> {
    let inherited: HashMap<usize, &String> = links.inherited.iter().map(|h| (h.article, &h.from)).collect();
    (0..book.claims.articles.len())
        .map(|i| {
            let row = book.article(i);
            let copy = links.copies.of(i).filter(|c| c.copy == i).max_by(|a, b| a.containment.total_cmp(&b.containment));
            Source {
                article: row.article.clone(),
                outlet: row.outlet.clone(),
                owner: row.outlet.as_ref().and_then(|o| options.owners.get(o)).cloned(),
                published: row.published.clone(),
                anchor_date: book.days[i],
                anchor_quality: book.qualities[i],
                anchor_from: inherited.get(&i).map(|from| (*from).clone()),
                credit: row.credit.clone(),
                copy_of: copy.map(|c| book.article(c.original).article.clone()),
                shared_text: copy.map(|c| c.containment),
            }
        })
        .collect()
}
