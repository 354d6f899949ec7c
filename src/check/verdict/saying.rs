//! The verdict table for statements of one speaker that tell one thing in other words.

use super::statement::side;
use super::{Judgement, Order, VerdictRule, order};
use crate::check::record::Relation;
use crate::check::relate::relation;
use crate::error::Result;
use crate::lexicon::vocabulary::Verdict;
use crate::link::{Book, Links, SayingPair, Utterance};
use crate::value::words::Difference;
use crate::watch::Watch;

const SAME: VerdictRule = VerdictRule {
    id: "statement-same",
    verdict: Verdict::Agrees,
    why: "one speaker tells one thing, here in his words and there in the reporter's",
};
const FINER: VerdictRule = VerdictRule {
    id: "statement-finer",
    verdict: Verdict::Refines,
    why: "one thing, of which one article tells the day more exactly",
};
const CHANGED: VerdictRule =
    VerdictRule { id: "statement-changed", verdict: Verdict::Updates, why: "the same speaker said otherwise later" };
const CONFLICT: VerdictRule = VerdictRule {
    id: "statement-conflict",
    verdict: Verdict::Conflicts,
    why: "what one speaker said on one occasion is reported with another day or number, or with a negation",
};
const UNORDERED: VerdictRule = VerdictRule {
    id: "statement-unordered",
    verdict: Verdict::Undecidable,
    why: "one speaker said two things, and nothing tells which was later",
};

pub(super) const TABLE: &[&VerdictRule] = &[&SAME, &FINER, &CHANGED, &CONFLICT, &UNORDERED];

/// What the shared words of two reports must weigh for one to be wrong, in tenths of a rare word.
const STRONG: usize = 28;
/// A number that is said again after so many days belongs to something else.
const ONE_WEEK: i64 = 7;

/// The relations between statements that share their content; those that share their very words besides are left to the table of
/// quotations unless they differ in what they say.
pub(super) fn relations(book: &Book, links: &Links, watch: &Watch) -> Result<Vec<Relation>> {
    let of_pair = |pair: &SayingPair| {
        let (a, b) = (&book.utterances[pair.left], &book.utterances[pair.right]);
        let slots = pair.slots.iter().map(ToString::to_string).collect();
        Some(relation(book, &side(a), &side(b), judge(book, pair, a, b)?, slots))
    };
    watch.each(&links.sayings, of_pair)
}

fn judge(book: &Book, pair: &SayingPair, a: &Utterance, b: &Utterance) -> Option<Judgement> {
    let likeness = &pair.likeness;
    let Some(&difference) = likeness.differences.first() else {
        let inside = pair.days.is_some_and(|(x, y)| x.contains(y) || y.contains(x));
        return Some(Judgement::new(if inside { &FINER } else { &SAME }, agreement(book, pair, a, b)));
    };
    // Of two statements that say more than one thing, the rest may account for the difference.
    if !likeness.mutual || likeness.differences.len() > 1 || difference == Difference::Partly {
        return None;
    }
    let what = told(difference);
    match occasion(book, a, b) {
        Occasion::Unknown => {
            Some(Judgement::new(&UNORDERED, format!("{what}, and which was said later is open")).missing(missing(book, a, b)))
        }
        Occasion::Later(gap) if difference == Difference::Number && gap > ONE_WEEK => None,
        Occasion::Later(_) => Some(Judgement::new(&CHANGED, format!("{what}, and one was said later"))),
        Occasion::One if matches!(difference, Difference::Passing | Difference::Outlook) => {
            let reason = format!("{what}, and both are of one day");
            Some(Judgement::new(&UNORDERED, reason).missing("time of day of both statements"))
        }
        Occasion::One => (likeness.weight >= STRONG)
            .then(|| Judgement::new(&CONFLICT, format!("{what}, on one occasion, of {}", likeness.shared.join(", ")))),
    }
}

/// What both tell, and what limits it in one of them alone.
fn agreement(book: &Book, pair: &SayingPair, a: &Utterance, b: &Utterance) -> String {
    let likeness = &pair.likeness;
    let mut out = format!("both tell of {}", likeness.shared.join(", "));
    for (limits, by) in [(&likeness.left_limits, a), (&likeness.right_limits, b)] {
        out.extend(limits.iter().map(|limit| format!("; only {} has “{limit}”", book.told_by(by.article))));
    }
    out
}

const fn told(difference: Difference) -> &'static str {
    match difference {
        Difference::Negation | Difference::Passing => "one denies what the other says",
        Difference::Number | Difference::Partly => "the numbers differ",
        Difference::Day => "the days differ",
        Difference::Outlook => "one tells as to come what the other tells as done",
    }
}

/// How two statements stand in time.
pub(super) enum Occasion {
    /// Said on one day, as far as anybody can tell.
    One,
    /// One was said later, by so many days.
    Later(i64),
    Unknown,
}

pub(super) fn occasion(book: &Book, a: &Utterance, b: &Utterance) -> Occasion {
    if let Some((x, y)) = a.said.zip(b.said) {
        if !x.overlaps(y) {
            return Occasion::Later((x.earliest - y.earliest).num_days().abs());
        }
        if x.days() == 1 && y.days() == 1 {
            return Occasion::One;
        }
    }
    let gap = book.days[a.article].zip(book.days[b.article]).map_or(0, |(x, y)| (x - y).num_days().abs());
    match order(book, a.article, b.article) {
        Order::Before | Order::After => Occasion::Later(gap),
        Order::SameClock | Order::SameDay => Occasion::One,
        Order::Unknown => Occasion::Unknown,
    }
}

pub(super) fn missing(book: &Book, a: &Utterance, b: &Utterance) -> String {
    let undated = [a, b].into_iter().find(|u| book.days[u.article].is_none() && !book.is_coded(u.article));
    undated
        .map_or_else(|| "the day it was said".to_owned(), |u| format!("publication date of {}", book.article(u.article).article))
}
