//! Wordings: two texts of one utterance brought word to word, and every difference named.
//!
//! A text is cut into plain words that remember where they stood ([`Wording`]), two of them are aligned ([`align`]), and what
//! lies between the aligned words becomes an [`Edit`]. [`shingles`] and [`sketch`] find the pairs worth aligning.

mod align;
mod cuts;
mod edits;
mod gist;
mod hash;
mod liken;
mod normalise;
mod sketch;

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::vocabulary;

pub use align::{Alignment, align};
pub use cuts::{Cut, cuts, qualifies};
pub use edits::{Edit, edits};
pub use gist::Gist;
pub(crate) use hash::Fnv;
pub use hash::{shingles, shingles_of};
pub use liken::{Difference, Likeness, liken, liken_one};
pub use normalise::{PlainWord, Wording};
pub use sketch::sketch;

vocabulary! {
    /// How two wordings stand to each other.
    QuoteRelation {
        /// The same words: typography, contractions and spelling apart.
        Verbatim = "verbatim",
        /// Words or sentences are merely left out, at an edge or at an ellipsis.
        Truncated = "truncated",
        /// One utterance, with any other difference.
        Altered = "altered",
        /// Two utterances.
        Different = "different",
    }
}
vocabulary! {
    /// What an edit does to the words.
    EditClass {
        Typography = "typography", Contraction = "contraction", Spelling = "spelling", Ellipsis = "ellipsis", Truncation = "truncation",
        Bracket = "bracket", Deletion = "deletion", Insertion = "insertion", Synonym = "synonym", Number = "number", Negation = "negation",
        Entity = "entity", Pronoun = "pronoun", Tense = "tense",
    }
}

/// How two wordings stand to each other, and every difference between them, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The relation.
    pub relation: QuoteRelation,
    /// The differences; empty for two utterances.
    pub edits: Vec<Edit>,
}

/// Compares two quotations by their words. Marks, case, spaces and typography never count.
///
/// ```
/// use wirecheck::value::{QuoteRelation, compare_quotes};
/// let told = compare_quotes("We couldn’t find a resolution", "“We could not find a political resolution,”");
/// assert_eq!(told.relation, QuoteRelation::Altered);
/// assert_eq!(told.edits.last().map(|e| e.right.as_str()), Some("political"));
/// ```
#[must_use]
pub fn compare_quotes(a: &str, b: &str) -> Comparison {
    let lexicon = Lexicon::english();
    compare_wordings(&Wording::of_quote(a, lexicon), &Wording::of_quote(b, lexicon), lexicon)
}

/// [`compare_quotes`] for wordings that were read before, such as the joined parts of one utterance.
#[must_use]
pub fn compare_wordings(a: &Wording, b: &Wording, lexicon: &Lexicon) -> Comparison {
    let alignment = align(a, b, lexicon);
    if !is_one_utterance(a, b, &alignment, lexicon) {
        return Comparison { relation: QuoteRelation::Different, edits: Vec::new() };
    }
    let edits = edits(a, b, &alignment, lexicon);
    let relation = edits.iter().map(|e| weight(e.class)).max().unwrap_or(QuoteRelation::Verbatim);
    Comparison { relation, edits }
}

fn weight(class: EditClass) -> QuoteRelation {
    match class {
        EditClass::Typography | EditClass::Contraction | EditClass::Spelling => QuoteRelation::Verbatim,
        EditClass::Truncation | EditClass::Ellipsis => QuoteRelation::Truncated,
        _ => QuoteRelation::Altered,
    }
}

/// The share of the shorter wording's neighbouring word pairs that the longer must hold.
const CONTAINED: (usize, usize) = (6, 10);
/// Or so many words in one run.
const LONG_RUN: usize = 10;
/// What the shared words must weigh, in tenths of a rare word, unless the wordings are equal.
const WEIGHT: usize = 25;

/// What two sides say in each other's place may weigh so many parts of what they share: "the fact of the matter is that" may go
/// on in any words.
const CLASH: (usize, usize) = (7, 10);

/// What stands in the place of other words, by the weight of the heavier side; not where words were left out or a sentence
/// ends on both sides.
fn clash(a: &Wording, b: &Wording, alignment: &Alignment, lexicon: &Lexicon) -> usize {
    let weight = |words: &[PlainWord]| words.iter().map(|w| w.weight(lexicon)).sum::<usize>();
    let ends = [(a.words.len(), b.words.len())];
    let mut at = (0, 0);
    let mut out = 0;
    for &(i, j) in alignment.pairs.iter().chain(&ends) {
        let (left, right) = (&a.words[at.0..i], &b.words[at.1..j]);
        if !left.is_empty() && !right.is_empty() && !edits::is_parted(a, b, at, (i, j)) {
            out += weight(left).max(weight(right));
        }
        at = (i + 1, j + 1);
    }
    out
}

/// Whether enough is shared to speak of one utterance. `president of the united states` is in thousands: shared words are
/// weighed, function words little.
fn is_one_utterance(a: &Wording, b: &Wording, alignment: &Alignment, lexicon: &Lexicon) -> bool {
    let shorter = a.words.len().min(b.words.len());
    if shorter == 0 || alignment.pairs.is_empty() {
        return false;
    }
    if a.ids().eq(b.ids()) {
        return true;
    }
    let shared: usize = alignment.pairs.iter().map(|&(i, _)| a.words[i].weight(lexicon)).sum();
    let run = alignment.longest_run(a, b);
    let bigrams = alignment.neighbours(a, b);
    let contained = shorter > 1 && bigrams * CONTAINED.1 >= (shorter - 1) * CONTAINED.0;
    let longer = a.words.len().max(b.words.len());
    let whole = alignment.pairs.len() * 10 >= longer * 7 && shared >= WEIGHT * 6 / 10;
    let inside = alignment.pairs.len() == shorter && shared * 10 >= shorter * 4 && run == shorter;
    if run < LONG_RUN && clash(a, b, alignment, lexicon) * CLASH.1 > shared * CLASH.0 {
        return false;
    }
    whole || (contained || run >= LONG_RUN) && (shared >= WEIGHT || inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The relation, then each edit as `class left>right`.
    fn check(a: &str, b: &str, expected: &str) {
        let told = compare_quotes(a, b);
        let edits: Vec<_> = told.edits.iter().map(|e| format!("; {} {}>{}", e.class, e.left, e.right)).collect();
        assert_eq!(format!("{}{}", told.relation, edits.concat()), expected, "{a} | {b}");
        let back = compare_quotes(b, a);
        assert_eq!(back.relation, told.relation, "{b} | {a}");
        for edit in &told.edits {
            let cut = |text: &str, (from, to): (usize, usize)| text.chars().skip(from).take(to - from).collect::<String>();
            assert_eq!((cut(a, edit.left_span), cut(b, edit.right_span)), (edit.left.clone(), edit.right.clone()));
        }
    }

    #[test]
    fn verbatim() {
        check("“We will rebuild the harbour”", "\"we will rebuild the harbor,\"", "verbatim; spelling harbour>harbor");
        check("We couldn’t rebuild the bridge", "We could not rebuild the bridge", "verbatim; contraction couldn’t>could not");
        check("It's a long-term plan", "It is a long term plan", "verbatim; contraction 's>is");
        check("the harbour\u{a0}is open", "The harbour is open.", "verbatim");
    }

    #[test]
    fn truncated() {
        check(
            "We will rebuild the old bridge",
            "We will rebuild the old bridge before winter comes",
            "truncated; truncation >before winter comes",
        );
        check(
            "We will rebuild the bridge ... before winter comes",
            "We will rebuild the bridge and the two harbours before winter comes",
            "truncated; ellipsis >and the two harbours",
        );
    }

    #[test]
    fn altered() {
        check("We will rebuild the old bridge", "We will not rebuild the old bridge", "altered; negation >not");
        check("We lost twelve ships in the storm", "We lost fifteen ships in the storm", "altered; number twelve>fifteen");
        check("We met Brandt in the old harbour", "We met Keller in the old harbour", "altered; entity Brandt>Keller");
        check("We will rebuild our bridge by winter", "We will rebuild this bridge by winter", "altered; pronoun our>this");
        check("He is being used by the rebels", "He [Brandt] is being used by the rebels", "altered; bracket >[Brandt]");
    }

    #[test]
    fn different() {
        check("the president of the United States will be there", "he wants to be president of the United States", "different");
        check("We will rebuild", "They went home", "different");
        check("", "", "different");
        check("“”", "We go", "different");
    }
}
