//! Chains of repetition: claims that rest on one source, whatever the number of outlets.

use std::collections::{BTreeMap, HashMap};

use super::record::Chain;
use crate::check::Options;
use crate::check::record::Relation;
use crate::link::{Book, Links};
use crate::value::party::is_one_source;

/// The chains that relations show: the same attributed source, near copies, one owner.
pub(super) fn chains(book: &Book, links: &Links, relations: &[Relation], options: &Options) -> Vec<Chain> {
    let mut parent: BTreeMap<&str, &str> = BTreeMap::new();
    let mut why: BTreeMap<&str, (String, &Relation)> = BTreeMap::new();
    let sources = sources(book);
    for relation in relations.iter().filter(|r| r.is_one_fact()) {
        let Some(reason) = reason(book, links, relation, options, &sources) else { continue };
        let (a, b) = (root(&parent, &relation.left), root(&parent, &relation.right));
        parent.entry(&relation.left).or_insert(&relation.left);
        parent.entry(&relation.right).or_insert(&relation.right);
        parent.insert(b.max(a), a.min(b));
        why.entry(&relation.left).or_insert((reason.clone(), relation));
        why.entry(&relation.right).or_insert((reason, relation));
    }
    why.iter()
        .map(|(claim, (reason, relation))| {
            let left = relation.left == *claim;
            Chain {
                chain: format!("chain:{}", root(&parent, claim)),
                claim: (*claim).to_owned(),
                reason: reason.clone(),
                evidence_article: Some(if left { &relation.right_article } else { &relation.left_article }.clone()),
                evidence_start: Some(if left { relation.right_start } else { relation.left_start }),
                evidence_end: Some(if left { relation.right_end } else { relation.left_end }),
            }
        })
        .collect()
}

fn root<'a>(parent: &BTreeMap<&'a str, &'a str>, mut id: &'a str) -> &'a str {
    while let Some(up) = parent.get(id).filter(|up| **up != id) {
        id = up;
    }
    id
}

fn reason(
    book: &Book,
    links: &Links,
    relation: &Relation,
    options: &Options,
    sources: &HashMap<&str, (&str, Option<&str>)>,
) -> Option<String> {
    let (a, b) = (book.index(&relation.left_article)?, book.index(&relation.right_article)?);
    if a == b {
        return None;
    }
    let attributed = sources.get(relation.left.as_str()).zip(sources.get(relation.right.as_str()));
    if let Some((x, _)) = attributed.filter(|(x, y)| is_one_source(**x, **y)) {
        return Some(format!("one attributed source: {}", x.0));
    }
    if links.copies.joins(a, b) {
        return Some("near copy".to_owned());
    }
    let credit = |i: usize| book.article(i).credit.as_deref();
    if let Some(wire) = credit(a).filter(|x| credit(b) == Some(x)) {
        return Some(format!("one wire credit: {wire}"));
    }
    let owner = |i: usize| options.owners.get(book.article(i).outlet.as_deref()?);
    match (owner(a), owner(b)) {
        (Some(x), Some(y)) if x == y => Some(format!("one owner: {x}")),
        _ => None,
    }
}

/// Who stands behind each casualty and meeting claim: the words, and the entity.
fn sources<'c>(book: &Book<'c>) -> HashMap<&'c str, (&'c str, Option<&'c str>)> {
    let casualties = book.claims.casualties.iter().map(|c| (&c.id, &c.source, &c.source_entity));
    let meetings = book.claims.meetings.iter().map(|m| (&m.id, &m.source, &m.source_entity));
    casualties
        .chain(meetings)
        .filter_map(|(id, source, entity)| Some((id.as_str(), (source.as_deref()?, entity.as_deref().map(|e| book.known(e))))))
        .collect()
}
