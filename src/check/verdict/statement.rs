//! The verdict table for quotations.

use std::collections::HashSet;

use super::{Judgement, VerdictRule, coded};
use crate::check::record::Relation;
use crate::check::relate::{Side, relation, stands_left};
use crate::error::Result;
use crate::lexicon::vocabulary::{Kind, QuoteKind, Verdict};
use crate::link::{Book, Links, State, StatementPair, Utterance};
use crate::value::words::{Comparison, Edit, EditClass, QuoteRelation};
use crate::watch::Watch;

const SAME: VerdictRule = VerdictRule {
    id: "quote-same",
    verdict: Verdict::Agrees,
    why: "the same words, but for typography, contraction and spelling",
};
const TRUNCATED: VerdictRule = VerdictRule {
    id: "quote-truncated",
    verdict: Verdict::Agrees,
    why: "one article leaves words out at an edge or an ellipsis",
};
const ALTERED: VerdictRule =
    VerdictRule { id: "quote-altered", verdict: Verdict::Agrees, why: "one utterance, with words put in, left out or exchanged" };
const REWORDED: VerdictRule = VerdictRule {
    id: "quote-reworded",
    verdict: Verdict::Agrees,
    why: "one utterance, told in other words outside quotation marks",
};
const NEGATED: VerdictRule = VerdictRule { id: "quote-negated", verdict: Verdict::Conflicts, why: "a negation came or went" };
const NUMBER: VerdictRule =
    VerdictRule { id: "quote-number-changed", verdict: Verdict::Conflicts, why: "a number inside the quotation changed" };
const ENTITY: VerdictRule =
    VerdictRule { id: "quote-entity-changed", verdict: Verdict::Conflicts, why: "a name inside the quotation changed" };
const MISATTRIBUTED: VerdictRule = VerdictRule {
    id: "quote-misattributed",
    verdict: Verdict::Conflicts,
    why: "the same words, given to two speakers who are not one",
};

pub(super) const TABLE: &[&VerdictRule] = &[&SAME, &TRUNCATED, &ALTERED, &REWORDED, &NEGATED, &NUMBER, &ENTITY, &MISATTRIBUTED];

/// The relations between every pair of quotations that share their words.
pub(super) fn relations(book: &Book, links: &Links, watch: &Watch) -> Result<Vec<Relation>> {
    // Reports that differ in what they say are judged by that.
    let told_apart: HashSet<_> = links.sayings.iter().filter(|s| s.worded).map(|s| (s.left, s.right)).collect();
    let of_pair = |pair: &StatementPair| {
        let (a, b) = (&book.utterances[pair.left], &book.utterances[pair.right]);
        let slots = pair.slots.iter().map(ToString::to_string).collect();
        let (x, y) = (side(a), side(b));
        let edits = if stands_left(book, &x, &y) { pair.comparison.edits.clone() } else { reversed(&pair.comparison.edits) };
        Some(relation(book, &x, &y, judge(book, pair, a, b, &edits)?, slots))
    };
    watch.each(&links.statements, |pair| (!told_apart.contains(&(pair.left, pair.right))).then(|| of_pair(pair)).flatten())
}

pub(super) fn side<'c>(utterance: &Utterance<'c>) -> Side<'c> {
    let head = utterance.head();
    Side {
        article: utterance.article,
        kind: Kind::Quote,
        id: &head.id,
        start: head.start,
        end: head.end,
        text: &head.text,
        value: head.speaker.clone().unwrap_or_else(|| "speaker not named".to_owned()),
        repeats: utterance.parts.len() + utterance.echoes.len() - 1,
        source: head.speaker.as_deref().map(|s| (s, head.speaker_entity.as_deref())),
    }
}

/// The same edits, read from the second text to the first.
fn reversed(edits: &[Edit]) -> Vec<Edit> {
    let turned = |class| match class {
        EditClass::Insertion => EditClass::Deletion,
        EditClass::Deletion => EditClass::Insertion,
        other => other,
    };
    edits
        .iter()
        .map(|e| Edit {
            class: turned(e.class),
            left: e.right.clone(),
            right: e.left.clone(),
            left_span: e.right_span,
            right_span: e.left_span,
        })
        .collect()
}

fn judge(book: &Book, pair: &StatementPair, a: &Utterance, b: &Utterance, edits: &[Edit]) -> Option<Judgement> {
    // Only quotation marks promise the very words: indirect speech may rephrase, and two people may say one thing.
    let verbatim = [a, b].iter().all(|u| u.head().kind == QuoteKind::Direct);
    if pair.speakers == State::Different {
        let name = |u: &Utterance| u.head().speaker.clone().unwrap_or_default();
        // Another number or name in the mouth of another speaker is another statement, however alike.
        return (verbatim && grave(edits).is_none()).then(|| {
            let (here, there) = coded::sides(book, (a.article, b.article));
            Judgement::new(&MISATTRIBUTED, format!("{} in {here}, {} in {there}", name(a), name(b)))
        });
    }
    Some(match pair.comparison.relation {
        QuoteRelation::Verbatim => Judgement::new(&SAME, "the same words"),
        QuoteRelation::Truncated => Judgement::new(&TRUNCATED, "the same words, shortened in one article"),
        QuoteRelation::Altered | QuoteRelation::Different => {
            match grave(edits) {
                Some((e, rule)) if verbatim => Judgement::new(rule, describe(e)),
                // Told without marks, with another number or a negation: nobody is misquoted, and nothing agrees.
                Some((_, rule)) if *rule != ENTITY => return None,
                _ => Judgement::new(if verbatim { &ALTERED } else { &REWORDED }, describe_all(edits)),
            }
        }
    })
}

/// The first edit that no quotation survives, and the rule that says so.
fn grave(edits: &[Edit]) -> Option<(&Edit, &'static VerdictRule)> {
    let rules = [(EditClass::Negation, &NEGATED), (EditClass::Number, &NUMBER), (EditClass::Entity, &ENTITY)];
    // A number that was put in or left out changes no number.
    let exchanged = |e: &Edit| e.class != EditClass::Number || !e.left.is_empty() && !e.right.is_empty();
    rules.into_iter().find_map(|(class, rule)| Some((edits.iter().find(|e| e.class == class && exchanged(e))?, rule)))
}

/// The rule and the words for what became of a passage of a source in a quotation; none where its words were kept.
pub(in crate::check) fn changed(comparison: &Comparison) -> Option<(&'static VerdictRule, String)> {
    if comparison.relation != QuoteRelation::Altered {
        return None;
    }
    Some(match grave(&comparison.edits) {
        Some((edit, rule)) => (rule, describe(edit)),
        None => (&ALTERED, describe_all(&comparison.edits)),
    })
}

/// One edit in words: the inserted, left-out or exchanged text.
pub(crate) fn describe(edit: &Edit) -> String {
    match (edit.left.as_str(), edit.right.as_str()) {
        ("", right) => format!("“{right}” was put in"),
        (left, "") => format!("“{left}” was left out"),
        (left, right) => format!("“{left}” became “{right}”"),
    }
}

/// The edits of content, in words.
pub(crate) fn describe_all(edits: &[Edit]) -> String {
    let harmless = |c: EditClass| {
        matches!(
            c,
            EditClass::Typography | EditClass::Contraction | EditClass::Spelling | EditClass::Truncation | EditClass::Ellipsis
        )
    };
    let told: Vec<_> = edits.iter().filter(|e| !harmless(e.class)).map(describe).collect();
    told.join(", ")
}
