//! A part of a collection is judged as it is among all: an article, those that share a key with it, and what the whole knows besides.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::stories;
use wirecheck::check::Options;
use wirecheck::check::record::Relation;
use wirecheck::claim::extract;
use wirecheck::claim::record::Claims;
use wirecheck::lexicon::Lexicon;
use wirecheck::lexicon::vocabulary::AnchorQuality;
use wirecheck::lexicon::vocabulary::Kind;
use wirecheck::link::{ArticleKey, Asked, Book, Whole, keys};
use wirecheck::report::check;
use wirecheck::report::record::Report;
use wirecheck::text::Article;

/// The articles of all stories as one collection, so that most of it is foreign to each of them.
fn everything() -> Vec<Article> {
    let sections = stories().into_iter().flat_map(|story| {
        let check = story.check;
        story.sections.into_iter().map(move |section| (format!("{check}/{}", section.heading), section.articles))
    });
    let named = sections
        .flat_map(|(section, articles)| articles.into_iter().map(move |a| Article { id: format!("{section}/{}", a.id), ..a }));
    named.collect()
}

fn read(articles: &[Article]) -> Claims {
    extract(articles, Kind::ALL, Lexicon::english()).expect("the ids differ")
}

fn checked(articles: &[Article], whole: Whole) -> Report {
    let options = Options { whole, ..Options::default() };
    check(&read(articles), None, &options, Lexicon::english()).expect("the ids differ")
}

/// What is known of all but one article.
fn beyond(article: &str, report: &Report) -> Whole {
    let others = report.sources.iter().filter(|s| s.article != article);
    let open = others.filter(|s| matches!(s.anchor_quality, AnchorQuality::None | AnchorQuality::Inherited));
    Whole {
        merges: report.entities.iter().filter(|m| m.article.as_deref() != Some(article)).cloned().collect(),
        days: open.map(|s| (s.article.clone(), s.anchor_from.clone().zip(s.anchor_date))).collect(),
        ..Whole::default()
    }
}

/// The articles that share a key with one, by which one of the two is open.
fn neighbours<'k>(article: &str, all: &'k [ArticleKey]) -> BTreeSet<&'k str> {
    let mut by_key: BTreeMap<i64, Vec<&ArticleKey>> = BTreeMap::new();
    for key in all {
        by_key.entry(key.key).or_default().push(key);
    }
    let own = all.iter().filter(|key| key.article == article);
    own.flat_map(|key| by_key[&key.key].iter().filter(|other| key.open || other.open).map(|other| other.article.as_str()))
        .collect()
}

fn of(report: &Report, article: &str) -> Vec<Relation> {
    let own = report.relations.iter().filter(|r| r.left_article == article || r.right_article == article);
    own.map(|r| Relation { fact: None, ..r.clone() }).collect()
}

#[test]
fn an_article_with_its_neighbours_is_judged_as_among_all() {
    let articles = everything();
    let report = checked(&articles, Whole::default());
    assert!(report.relations.len() > 500 && !report.entities.is_empty(), "there is something to judge");
    let known = Whole { merges: report.entities.clone(), ..beyond("", &report) };
    let claims = read(&articles);
    let all = keys(&mut Book::new(&claims, Lexicon::english()), &known, Lexicon::english());
    let mut small = 0;
    for article in articles.iter().step_by(7) {
        let near = neighbours(&article.id, &all);
        small += usize::from(near.len() < articles.len() / 4);
        let part: Vec<_> = articles.iter().filter(|a| a.id == article.id || near.contains(a.id.as_str())).cloned().collect();
        let alone = checked(&part, beyond(&article.id, &report));
        assert_eq!(
            of(&alone, &article.id),
            of(&report, &article.id),
            "{} among {} of {}",
            article.id,
            part.len(),
            articles.len()
        );
    }
    assert!(small > 20, "a part is less than the whole: {small}");
}

#[test]
fn a_crowded_key_joins_nothing() {
    let articles = everything();
    let claims = read(&articles);
    let all = keys(&mut Book::new(&claims, Lexicon::english()), &Whole::default(), Lexicon::english());
    let crowded = all.iter().map(|key| key.key.cast_unsigned()).collect();
    let report = checked(&articles, Whole { crowded, ..Whole::default() });
    let across: Vec<_> = report.relations.iter().filter(|r| r.left_article != r.right_article).map(|r| &r.id).collect();
    assert!(across.is_empty() && report.entities.is_empty(), "{across:?}");
}

#[test]
fn pairs_that_are_asked_for_are_judged_as_among_all_and_no_others() {
    let articles = everything();
    let report = checked(&articles, Whole::default());
    let known = Whole { merges: report.entities.clone(), ..beyond("", &report) };
    let one = articles.iter().map(|a| &a.id).max_by_key(|id| of(&report, id).len()).expect("there are articles");
    let apart = |r: &&Relation| r.left_article != r.right_article && ![&r.left_article, &r.right_article].contains(&one);
    let pair = report.relations.iter().find(apart).expect("others are related too");
    let pair = (pair.left_article.clone(), pair.right_article.clone());
    let asked = Asked { articles: [one.clone()].into(), pairs: vec![pair.clone()] };
    let part = checked(&articles, Whole { asked: Some(asked), ..known });
    assert_eq!(of(&part, one), of(&report, one));
    let of_others = |report: &Report| -> Vec<Relation> {
        let told = report.relations.iter().filter(apart).filter(|r| [&r.left_article, &r.right_article].contains(&&pair.0));
        told.filter(|r| [&r.left_article, &r.right_article].contains(&&pair.1)).cloned().collect()
    };
    let unnamed = |r: Relation| Relation { fact: None, ..r };
    let mine: Vec<_> = part.relations.iter().filter(apart).cloned().map(unnamed).collect();
    assert_eq!(mine, of_others(&report).into_iter().map(unnamed).collect::<Vec<_>>());
}
