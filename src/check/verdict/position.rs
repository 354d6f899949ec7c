//! The verdict table for positions: what one holder stands for in one report and against in another.

use super::saying::{Occasion, missing, occasion};
use super::statement::side;
use super::{Judgement, VerdictRule};
use crate::check::record::Relation;
use crate::check::relate::relation;
use crate::error::Result;
use crate::lexicon::vocabulary::Verdict;
use crate::link::{Book, Links, PositionPair};
use crate::watch::Watch;

pub(in crate::check) const CHANGED: VerdictRule =
    VerdictRule { id: "position-changed", verdict: Verdict::Updates, why: "one holder stands on the other side later" };
const UNORDERED: VerdictRule = VerdictRule {
    id: "position-unordered",
    verdict: Verdict::Undecidable,
    why: "one holder stands on both sides, and nothing tells which is later",
};

pub(super) const TABLE: &[&VerdictRule] = &[&CHANGED, &UNORDERED];

/// The relations between statements by which one holder takes both sides.
pub(super) fn relations(book: &Book, links: &Links, watch: &Watch) -> Result<Vec<Relation>> {
    let of_pair = |pair: &PositionPair| {
        let (a, b) = (&book.utterances[pair.left], &book.utterances[pair.right]);
        let slots = pair.slots.iter().map(ToString::to_string).collect();
        let what = format!("one report has the holder for {}, the other against it", pair.question);
        let judgement = match occasion(book, a, b) {
            Occasion::Later(_) => Judgement::new(&CHANGED, format!("{what}, later")),
            Occasion::One => {
                Judgement::new(&UNORDERED, format!("{what}, and both are of one day")).missing("time of day of both statements")
            }
            Occasion::Unknown => {
                let reason = format!("{what}, and which was said later is open");
                Judgement::new(&UNORDERED, reason).missing(missing(book, a, b))
            }
        };
        relation(book, &side(a), &side(b), judgement, slots)
    };
    watch.each(&links.positions, |pair| Some(of_pair(pair)))
}
