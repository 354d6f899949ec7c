use std::collections::{BTreeMap, HashMap};

use super::Book;

/// Two articles of which one repeats the other's words.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    /// The article that was there first, or is longer.
    pub original: usize,
    /// The article that repeats it.
    pub copy: usize,
    /// The share of the shorter one's word 5-grams that stand in the other.
    pub containment: f64,
}

/// From this containment on, two articles are near copies.
const NEAR: f64 = 0.5;
/// Sketches smaller than this say nothing.
const ENOUGH: usize = 3;
/// A hash that stands in more articles than this is a phrase of the language or of a template.
const COMMON: usize = 60;

/// The near copies among the articles, by the sketches of their word 5-grams.
pub(super) fn copies(book: &Book) -> Vec<Copy> {
    let articles = &book.claims.articles;
    let mut postings: HashMap<i64, Vec<usize>> = HashMap::new();
    for (i, article) in articles.iter().enumerate() {
        for hash in &article.sketch {
            postings.entry(*hash).or_default().push(i);
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for list in postings.values().filter(|l| (2..=COMMON).contains(&l.len())) {
        for (n, &a) in list.iter().enumerate() {
            for &b in &list[n + 1..] {
                if a != b {
                    *shared.entry((a.min(b), a.max(b))).or_insert(0) += 1;
                }
            }
        }
    }
    shared
        .into_iter()
        .filter_map(|((a, b), n)| {
            let (first, second) = if is_before(book, b, a) { (b, a) } else { (a, b) };
            let smaller = articles[a].sketch.len().min(articles[b].sketch.len());
            #[expect(clippy::cast_precision_loss, reason = "sketches are short")]
            let containment = n as f64 / smaller.max(1) as f64;
            (smaller >= ENOUGH && containment >= NEAR).then_some(Copy { original: first, copy: second, containment })
        })
        .collect()
}

/// Whether one article was there before another: by the clock, by the day, else by its greater length, else by its id.
fn is_before(book: &Book, a: usize, b: usize) -> bool {
    let key = |i: usize| (book.clock(i).map(|c| c.date()).or(book.days[i]), book.clock(i));
    match (key(a), key(b)) {
        ((Some(x), cx), (Some(y), cy)) if x != y || cx != cy && cx.is_some() && cy.is_some() => (x, cx) < (y, cy),
        _ => {
            let size = |i: usize| book.article(i).sketch.len();
            (size(b), &book.article(a).article) < (size(a), &book.article(b).article)
        }
    }
}
