//! Every rule is registered once, has examples, and does what they say.

use std::collections::{BTreeMap, BTreeSet};

use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{Array, RecordBatch};
use wirecheck::check::register;
use wirecheck::claim::{extract, record::Claims};
use wirecheck::lexicon::{Lexicon, vocabulary::Kind};
use wirecheck::rule::{CLOCK, Family, ROWS, Rule};
use wirecheck::table::batches;
use wirecheck::text::Article;

/// The claims of sentences, each read as an article of its own on the clock.
fn read(sentences: &[&str]) -> Claims {
    let articles: Vec<_> = sentences.iter().enumerate().map(|(n, s)| Article::new(n.to_string(), *s).published(CLOCK)).collect();
    extract(&articles, Kind::ALL, Lexicon::english()).expect("sentences are articles")
}

fn table(claims: &Claims, family: Family) -> RecordBatch {
    let made = match family {
        Family::Date => batches(&claims.dates),
        Family::Name => batches(&claims.names),
        Family::Number | Family::Casualty => batches(&claims.casualties),
        Family::Meeting => batches(&claims.meetings),
        Family::Quote => batches(&claims.quotes),
    };
    made.expect("rows are a table").remove(0)
}

fn cell(batch: &RecordBatch, column: &str, row: usize) -> String {
    let array = batch.column_by_name(column).unwrap_or_else(|| panic!("no column {column}"));
    if array.is_null(row) {
        "-".to_owned()
    } else if let Some(texts) = array.as_string_opt::<i32>() {
        texts.value(row).to_owned()
    } else {
        array.as_primitive::<Int64Type>().value(row).to_string()
    }
}

/// For each article, the rule and the joined columns of its rows.
fn rows(family: Family, sentences: &[&str]) -> Vec<Vec<(String, String)>> {
    let batch = table(&read(sentences), family);
    let mut by_article = vec![Vec::new(); sentences.len()];
    for row in 0..batch.num_rows() {
        let value: Vec<_> = family.columns().iter().map(|column| cell(&batch, column, row)).collect();
        let article: usize = cell(&batch, "article", row).parse().expect("our own id");
        by_article[article].push((cell(&batch, "rule", row), value.join(" ")));
    }
    by_article
}

#[test]
fn every_rule_reads_its_examples() {
    let mut wrong = Vec::new();
    for rule in register().rules {
        for group in rule.reads {
            for (sentence, found) in group.sentences.iter().zip(rows(rule.family, group.sentences)) {
                let gives =
                    |row: &str| found.iter().any(|(id, value)| (rule.family == Family::Number || id == rule.id) && value == row);
                if !group.value.split(ROWS).all(gives) {
                    wrong.push(format!("{}: {sentence:?}\n    should give {:?} and gives {found:?}", rule.id, group.value));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} examples are not read:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_leaves_its_silent_sentences_alone() {
    let mut wrong = Vec::new();
    for rule in register().rules {
        for (sentence, found) in rule.silent.iter().zip(rows(rule.family, rule.silent)) {
            if found.iter().any(|(id, _)| id == rule.id) {
                wrong.push(format!("{}: {sentence:?} gives {found:?}", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{} silent sentences are read:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_register_is_whole() {
    let register = register();
    let mut ids: Vec<_> = register.rules.iter().map(|r| r.id).chain(register.checks.iter().map(|c| c.id)).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "two rules share an id");
    let bare: Vec<_> = register.rules.iter().filter(|r| r.why.is_empty() || r.reads.is_empty()).map(|r| r.id).collect();
    assert!(bare.is_empty(), "rules without a why or examples: {bare:?}");
}

#[test]
fn every_row_names_a_rule_of_the_register() {
    let register = register();
    let known: BTreeMap<_, _> = register.rules.iter().map(|r| (r.id, r)).collect();
    let sentences: Vec<_> =
        register.rules.iter().flat_map(|r: &&Rule| r.reads.iter().flat_map(|g| g.sentences).chain(r.silent)).copied().collect();
    let mut strangers = BTreeSet::new();
    for family in [Family::Date, Family::Name, Family::Casualty, Family::Meeting, Family::Quote] {
        for (id, _) in rows(family, &sentences).into_iter().flatten() {
            if !known.contains_key(id.as_str()) {
                strangers.insert(format!("{} of {}", id, family.table()));
            }
        }
    }
    assert!(strangers.is_empty(), "rows name rules that are not registered: {strangers:?}");
}

#[test]
fn every_check_has_a_story_of_its_own() {
    let bare: Vec<_> = register().checks.iter().filter(|c| c.why.is_empty() || c.story.trim().is_empty()).map(|c| c.id).collect();
    assert!(bare.is_empty(), "checks without a why or a story: {bare:?}");
}
