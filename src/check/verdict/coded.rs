//! Figures of a coder's table: they have no sentence to be named by and, mostly, no time of report by which one is the later.

use super::{Judgement, Order, VerdictRule, order};
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{Group, Verdict};
use crate::link::Book;
use crate::value::Count;

pub(super) const APART: VerdictRule = VerdictRule {
    id: "toll-coded-apart",
    verdict: Verdict::Undecidable,
    why: "a coded figure that the other does not allow for: a table has no time of report, and may rest on another report",
};

/// Whether a coded figure and another shut each other out, with no time to order them by.
pub(super) fn is_apart(book: &Book, articles: (usize, usize), (a, b): (&CasualtyClaim, &CasualtyClaim)) -> bool {
    let coded = book.is_coded(articles.0) || book.is_coded(articles.1);
    coded && order(book, articles.0, articles.1) == Order::Unknown && !a.compared().overlaps(b.compared())
}

/// The verdict on two such figures.
pub(super) fn apart(book: &Book, articles: (usize, usize), (x, y): (Count, Count)) -> Judgement {
    let (here, there) = sides(book, articles);
    let reason = if book.is_coded(articles.0) && book.is_coded(articles.1) {
        format!("one coded row gives {x}, the other {y}")
    } else {
        format!("{here} gives {x}, {there} {y}")
    };
    Judgement::new(&APART, reason).missing("the report that a coded figure rests on")
}

/// Whether a coded figure and an article's count the same group: what a table gives for the children is all of them, and so is what an
/// article tells as a part of its toll.
pub(super) fn are_one_group(book: &Book, articles: (usize, usize), (a, b): (&CasualtyClaim, &CasualtyClaim)) -> bool {
    let coded = book.is_coded(articles.0) != book.is_coded(articles.1);
    let counted = |c: &CasualtyClaim| c.group != Group::Unknown && c.severity.is_none() && !c.is_individual();
    coded && a.group == b.group && a.scope == b.scope && counted(a) && counted(b)
}

/// What a message calls a figure: its words, or "the coded 60" where they are a row of a table.
pub(super) fn named(book: &Book, claim: &CasualtyClaim) -> String {
    if is_coded(book, claim) { format!("the coded {}", claim.count()) } else { claim.text.clone() }
}

/// What a message calls two articles, one of which may be a table.
pub(super) fn sides(book: &Book, articles: (usize, usize)) -> (&'static str, &'static str) {
    match (book.is_coded(articles.0), book.is_coded(articles.1)) {
        (true, false) => ("the table", "the article"),
        (false, true) => ("the article", "the table"),
        _ => ("one article", "the other"),
    }
}

/// What two articles do with a figure: a table does not print it.
pub(super) fn gives(book: &Book, articles: (usize, usize)) -> &'static str {
    if book.is_coded(articles.0) || book.is_coded(articles.1) { "give" } else { "print" }
}

fn is_coded(book: &Book, claim: &CasualtyClaim) -> bool {
    book.index(&claim.article).is_some_and(|i| book.is_coded(i))
}
