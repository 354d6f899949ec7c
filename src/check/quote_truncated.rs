use std::collections::{BTreeSet, HashMap};

use super::finding::{excerpt, on_relation};
use super::record::{Finding, Relation};
use super::sourced::{by, on_passage, source};
use super::{Check, Context};
use crate::lexicon::vocabulary::{FindingSeverity, QuoteKind};
use crate::link::{FRAGMENT, State, Utterance};
use crate::value::words::{Cut, QuoteRelation, Wording, cuts, qualifies};

/// "We will sign the treaty" where she said "We will sign the treaty, but only if the prisoners come home". A cut at the edge keeps
/// the words and may lose the sense, when what was cut is a condition, a contrast, a hedge or a denial. Writers who give the
/// qualifier in their own words, beside the quotation or anywhere else, have hidden nothing.
pub(super) const CHECK: Check = Check {
    id: "quote-truncated",
    severity: FindingSeverity::Warning,
    why: "A quotation that stops short of its \"but\", \"if\" or \"not yet\" says more than its speaker did.",
    story: include_str!("../../tests/checks/quote-truncated.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let mut told = BTreeSet::new();
    let mut out = Vec::new();
    for passage in &context.links.sources.passages {
        let utterance = &context.book.utterances[passage.utterance];
        if let Some(cut) = hidden(context, utterance, &passage.around) {
            told.insert(passage.utterance);
            let message = message(utterance, &by(context, utterance.head()), &cut, &source(context, passage));
            out.push(on_passage(context, check, passage, message));
        }
    }
    let relations: HashMap<(&str, &str), &Relation> =
        context.relations.iter().map(|r| ((r.left.as_str(), r.right.as_str()), r)).collect();
    for pair in context.links.statements.iter().take_while(|_| context.goes_on()) {
        let shortened = matches!(pair.comparison.relation, QuoteRelation::Truncated | QuoteRelation::Altered);
        if !shortened || pair.speakers == State::Different {
            continue;
        }
        for (short, long) in [(pair.left, pair.right), (pair.right, pair.left)] {
            let (one, other) = (&context.book.utterances[short], &context.book.utterances[long]);
            if told.contains(&short) || [one, other].iter().any(|u| u.head().kind != QuoteKind::Direct) {
                continue;
            }
            let ids = (one.head().id.as_str(), other.head().id.as_str());
            let Some(relation) = relations.get(&ids).or_else(|| relations.get(&(ids.1, ids.0))) else { continue };
            if let Some(cut) = hidden(context, one, &sentences(other)) {
                told.insert(short);
                let message = message(one, &by(context, one.head()), &cut, &by(context, other.head()));
                out.push(turned(on_relation(check, relation, message), &one.head().article));
            }
        }
    }
    out
}

/// The words of an utterance; a part that begins with a capital begins a sentence, though the one before ended in a comma.
fn sentences(utterance: &Utterance) -> String {
    utterance.parts.iter().fold(String::new(), |text, part| {
        let begins = part.text.starts_with(char::is_uppercase);
        let between = if text.is_empty() {
            ""
        } else if begins {
            "\n"
        } else {
            " "
        };
        text + between + &part.text
    })
}

fn message(utterance: &Utterance, by: &str, cut: &Cut, other: &str) -> String {
    format!(
        "{} ({by}) leaves out a {} that its speaker made: “{}” ({other})",
        excerpt(&utterance.head().text),
        cut.family,
        cut.words
    )
}

/// The finding with the article of the shorter quotation as its own.
fn turned(finding: Finding, article: &str) -> Finding {
    if finding.article == article {
        return finding;
    }
    let Some(other) = finding.other_article.clone() else { return finding };
    Finding {
        article: other,
        start: finding.other_start,
        end: finding.other_end,
        text: finding.other_text.clone(),
        other_article: Some(finding.article.clone()),
        other_start: finding.start,
        other_end: finding.end,
        other_text: finding.text.clone(),
        ..finding
    }
}

/// Behind a quotation the writer's own words are looked at so far, in code points.
const BESIDE: i64 = 240;
/// Of the words that were cut, so many in a row tell that the writer gives them elsewhere.
const GIVEN: usize = 3;

/// A qualifier of the longer wording that the article of the shorter one never gives.
fn hidden(context: &Context, utterance: &Utterance, longer: &str) -> Option<Cut> {
    let lexicon = context.lexicon;
    let quoted = Wording::joined(utterance.parts.iter().map(|p| p.text.as_str()), lexicon);
    if quoted.words.len() < FRAGMENT {
        return None;
    }
    let long = Wording::of_quote(longer, lexicon);
    let found = cuts(&quoted, &long, lexicon);
    if found.is_empty() {
        return None;
    }
    let beside = Wording::read(&beside(context, utterance), lexicon);
    let article = Wording::read(context.book.article(utterance.article).text.as_deref()?, lexicon);
    let written: Vec<u64> = article.ids().collect();
    found.into_iter().find(|cut| {
        let words: Vec<u64> = Wording::read(&cut.words, lexicon).ids().take(GIVEN).collect();
        let given = words.len() == GIVEN && written.windows(GIVEN).any(|w| w == words);
        !given && !qualifies(&beside, cut.family, lexicon)
    })
}

/// The writer's own words around a quotation: its sentences without it, and what follows.
fn beside(context: &Context, utterance: &Utterance) -> String {
    let article = &utterance.head().article;
    let passage = |from: i64, to: i64| context.book.passage(article, from, to).unwrap_or_default();
    let mut out = String::new();
    let mut at = utterance.head().sentence_start;
    for part in &utterance.parts {
        if at < part.start {
            out.push_str(passage(at, part.start));
            out.push('\n');
        }
        at = at.max(part.end);
    }
    out.push_str(passage(at, at + BESIDE));
    out
}
