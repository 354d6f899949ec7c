//! How findings are written: one for each problem, with both texts.

use std::collections::HashMap;

use super::record::{Finding, Relation};
use super::{Check, Context};
use crate::claim::fingerprint;
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::Kind;

/// A finding on one article: a span of it, or the whole.
pub(super) fn on_article(
    context: &Context,
    check: &Check,
    article: usize,
    span: Option<(i64, i64, &str)>,
    message: String,
) -> Finding {
    let id = context.book.article(article).article.clone();
    let place = span.map_or("-".to_owned(), |(start, end, _)| format!("{start}-{end}"));
    Finding {
        id: format!("{id}:{}:{place}", check.id),
        rule: check.id.to_owned(),
        severity: check.severity,
        article: id.clone(),
        start: span.map(|s| s.0),
        end: span.map(|s| s.1),
        text: span.map(|s| s.2.to_owned()),
        other_article: None,
        other_start: None,
        other_end: None,
        other_text: None,
        relations: Vec::new(),
        fingerprint: fingerprint(&id, Kind::Name, span.map_or("", |s| s.2), check.id),
        articles: vec![id],
        independent_sources: None,
        message,
    }
}

/// A finding on two passages of one article: the span, and the claim that it does not fit.
pub(super) fn within_article(
    context: &Context,
    check: &Check,
    span: (i64, i64, &str),
    other: &CasualtyClaim,
    message: String,
) -> Option<Finding> {
    let article = context.book.index(&other.article)?;
    let mut finding = on_article(context, check, article, Some(span), message);
    finding.other_article = Some(other.article.clone());
    finding.other_start = Some(other.start);
    finding.other_end = Some(other.end);
    finding.other_text = Some(other.text.clone());
    Some(finding)
}

/// A finding on a pair of claims. The right side, the later one, is what a reader should look at.
pub(super) fn on_relation(check: &Check, relation: &Relation, message: String) -> Finding {
    let mut articles = vec![relation.left_article.clone(), relation.right_article.clone()];
    articles.sort();
    articles.dedup();
    Finding {
        id: format!("{}:{}", check.id, relation.id),
        rule: check.id.to_owned(),
        severity: check.severity,
        message,
        article: relation.right_article.clone(),
        start: Some(relation.right_start),
        end: Some(relation.right_end),
        text: Some(relation.right_text.clone()),
        other_article: Some(relation.left_article.clone()),
        other_start: Some(relation.left_start),
        other_end: Some(relation.left_end),
        other_text: Some(relation.left_text.clone()),
        relations: vec![relation.id.clone()],
        articles,
        independent_sources: None,
        fingerprint: fingerprint(
            &relation.right_article,
            relation.right_kind,
            &relation.right_text,
            &format!("{} {}", check.id, relation.left_value),
        ),
    }
}

/// One finding for each problem that relations of one rule show.
pub(super) fn of_rule(
    context: &Context,
    check: &Check,
    rule: &str,
    message: impl Fn(&Context, &Relation) -> String,
) -> Vec<Finding> {
    of_relations(context, check, context.relations.iter().filter(|r| r.rule == rule), message)
}

/// One finding for each problem that relations show, told by the first of them: a claim that differs from several others is one
/// problem, as are tolls that repeat the same two values in articles that a finding names already.
pub(super) fn of_relations<'r>(
    context: &Context,
    check: &Check,
    relations: impl IntoIterator<Item = &'r Relation>,
    message: impl Fn(&Context, &Relation) -> String,
) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    // Where the first finding stands that names a claim, or has two values and names an article.
    let mut known: HashMap<[&str; 3], usize> = HashMap::new();
    for relation in relations {
        let toll = relation.left_kind == Kind::Casualty;
        let at = |article| [relation.left_value.as_str(), relation.right_value.as_str(), article];
        let claims = [&relation.left, &relation.right].map(|id| [id.as_str(), "", ""]);
        let values = [&relation.left_article, &relation.right_article].map(|article| at(article));
        let keys: Vec<_> = claims.into_iter().chain(values.into_iter().filter(|_| toll)).collect();
        let place = keys.iter().filter_map(|key| known.get(key).copied()).min().unwrap_or_else(|| {
            out.push(on_relation(check, relation, message(context, relation)));
            out.len() - 1
        });
        let finding = &mut out[place];
        if finding.relations.last() != Some(&relation.id) {
            finding.relations.push(relation.id.clone());
            finding.articles.extend([relation.left_article.clone(), relation.right_article.clone()]);
            finding.articles.sort();
            finding.articles.dedup();
        }
        for key in keys {
            let entry = known.entry(key).or_insert(place);
            *entry = place.min(*entry);
        }
    }
    out
}

/// `18 dead (Reuters, 4 May 2026 14:05)`: a side of a relation, as a message tells it.
pub(super) fn told(context: &Context, relation: &Relation, left: bool) -> String {
    let (value, article) =
        if left { (&relation.left_value, &relation.left_article) } else { (&relation.right_value, &relation.right_article) };
    let by = context.book.index(article).map_or_else(|| article.clone(), |i| context.book.told_by(i));
    format!("{value} ({by})")
}

/// Both sides of a relation, as a message tells them.
pub(super) fn both(context: &Context, relation: &Relation) -> String {
    format!("{} and {}", told(context, relation, true), told(context, relation, false))
}

/// A quotation in a message, cut to a length that can be read.
pub(super) fn excerpt(text: &str) -> String {
    const LENGTH: usize = 80;
    if text.chars().count() <= LENGTH {
        format!("“{text}”")
    } else {
        format!("“{}…”", text.chars().take(LENGTH).collect::<String>().trim_end())
    }
}
