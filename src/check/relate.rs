use super::record::Relation;
use super::verdict::{Judgement, Order, order};
use crate::lexicon::vocabulary::{Between, Kind};
use crate::link::Book;
use crate::value::party::is_one_source;

/// One side of a relation.
pub(super) struct Side<'c> {
    pub(super) article: usize,
    pub(super) kind: Kind,
    pub(super) id: &'c str,
    pub(super) start: i64,
    pub(super) end: i64,
    pub(super) text: &'c str,
    pub(super) value: String,
    /// Further mentions of the same in the article.
    pub(super) repeats: usize,
    /// Who stands behind it, in words and as an entity.
    pub(super) source: Option<(&'c str, Option<&'c str>)>,
}

/// Writes a judgement down. The earlier article stands left, and of equals the smaller id.
pub(super) fn relation(book: &Book, a: &Side, b: &Side, judgement: Judgement, slots: Vec<String>) -> Relation {
    let (left, right) = if stands_left(book, a, b) { (a, b) } else { (b, a) };
    let between = if is_version(book, a.article, b.article) { Between::Versions } else { judgement.between };
    let one_source = |(x, p): (&str, Option<&str>), (y, q): (&str, Option<&str>)| {
        is_one_source((x, p.map(|e| book.known(e))), (y, q.map(|e| book.known(e))))
    };
    Relation {
        id: format!("{}|{}", left.id, right.id),
        left: left.id.to_owned(),
        right: right.id.to_owned(),
        left_kind: left.kind,
        left_article: book.article(left.article).article.clone(),
        left_start: left.start,
        left_end: left.end,
        left_text: left.text.to_owned(),
        left_value: left.value.clone(),
        right_kind: right.kind,
        right_article: book.article(right.article).article.clone(),
        right_start: right.start,
        right_end: right.end,
        right_text: right.text.to_owned(),
        right_value: right.value.clone(),
        verdict: judgement.rule.verdict,
        between,
        explanation: explanation(book, (&left.value, left.article), (&right.value, right.article), &judgement),
        reason: judgement.reason,
        missing: judgement.missing,
        slots,
        same_chain: left.source.zip(right.source).is_some_and(|(x, y)| one_source(x, y)),
        repeats: i64::try_from((left.repeats + 1) * (right.repeats + 1) - 1).unwrap_or(i64::MAX),
        fact: None,
        rule: judgement.rule.id.to_owned(),
    }
}

/// Gives a relation another verdict, all that tells of it included.
pub(super) fn judge_anew(book: &Book, relation: &mut Relation, judgement: Judgement) {
    let articles = (book.index(&relation.left_article), book.index(&relation.right_article));
    let (Some(left), Some(right)) = articles else { return };
    relation.explanation = explanation(book, (&relation.left_value, left), (&relation.right_value, right), &judgement);
    relation.verdict = judgement.rule.verdict;
    judgement.rule.id.clone_into(&mut relation.rule);
    relation.reason = judgement.reason;
}

fn explanation(book: &Book, left: (&str, usize), right: (&str, usize), judgement: &Judgement) -> String {
    let told = |(value, article): (&str, usize)| format!("{value} ({})", book.told_by(article));
    format!("{} {} {}: {}.", told(left), judgement.rule.verdict, told(right), judgement.reason)
}

/// Whether `a` stands left of `b`: it was there earlier or, of equals, has the smaller id.
pub(super) fn stands_left(book: &Book, a: &Side, b: &Side) -> bool {
    match order(book, a.article, b.article) {
        Order::Before => true,
        Order::After => false,
        _ => a.id <= b.id,
    }
}

/// Two texts of one address are versions of one article.
pub(super) fn is_version(book: &Book, a: usize, b: usize) -> bool {
    let url = |i: usize| book.article(i).url.as_deref();
    a != b && url(a).is_some() && url(a) == url(b)
}
