//! Qualifiers that a shorter wording left behind: "but only if the ministry pays" right behind the quoted words, "not" at an ellipsis.

use super::{PlainWord, Wording, align};
use crate::lexicon::{Lexicon, Qualifier};

/// Words that limit what is said, and that a shorter wording stops short of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// In what way they limit it.
    pub family: Qualifier,
    /// The words, from the quoted ones to the end of the sentence; where that are more than can be read, as many, and "…".
    pub words: String,
    /// Where they stand, in code points of the longer text.
    pub span: (usize, usize),
}

/// So many words of a cut are named.
const NAMED: usize = 14;
/// So many words before a qualifier that ends at the quoted words are named with it.
const BEFORE: usize = 3;
/// An `if` further before the quoted words holds for others.
const OPENING: usize = 25;
/// A negation further inside an ellipsis belongs to what was left out.
const INNER: usize = 4;

/// The qualifiers of the longer wording that the shorter one leaves out at its edges or at an ellipsis, in order.
#[must_use]
pub fn cuts(short: &Wording, long: &Wording, lexicon: &Lexicon) -> Vec<Cut> {
    let pairs = align(short, long, lexicon).pairs;
    let (Some(&first), Some(&last)) = (pairs.first(), pairs.last()) else { return Vec::new() };
    let reader = Reader { long, lexicon };
    let mut out = Vec::new();
    if first.0 == 0 {
        out.extend(reader.before(first.1));
    }
    for pair in pairs.windows(2) {
        let ((i, from), (j, to)) = (pair[0], pair[1]);
        if j == i + 1 && short.words[j].gap {
            out.extend(reader.inner(from + 1, to));
        }
    }
    if last.0 + 1 == short.words.len() {
        out.extend(reader.behind(last.1 + 1));
    }
    out
}

/// Whether a text has a qualifier of this family.
#[must_use]
pub fn qualifies(text: &Wording, family: Qualifier, lexicon: &Lexicon) -> bool {
    let tables = [&lexicon.qualifiers.behind, &lexicon.qualifiers.before, &lexicon.qualifiers.opening];
    let denies = |w: &PlainWord| lexicon.clause.negations.has(&w.plain) || lexicon.spelling.is_negative(&w.plain);
    let hedges = |i: usize| lexicon.clause.hedges.longest(plain(&text.words[i..])).is_some();
    (0..text.words.len()).any(|i| {
        tables.iter().any(|t| t.longest(plain(&text.words[i..])).is_some_and(|(_, f)| *f == family))
            || family == Qualifier::Negation && denies(&text.words[i])
            || family == Qualifier::Hedge && hedges(i)
    })
}

fn plain(words: &[PlainWord]) -> impl Iterator<Item = &str> + Clone {
    words.iter().map(|w| w.plain.as_str())
}

struct Reader<'a> {
    long: &'a Wording,
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    fn cut(&self, family: Qualifier, from: usize, to: usize) -> Cut {
        let (words, span) = self.long.slice(from, to);
        Cut { family, words, span }
    }

    /// The end of the sentence that the word before `i` stands in.
    fn end(&self, i: usize) -> usize {
        self.long.words[i..].iter().position(|w| w.begins).map_or(self.long.words.len(), |n| i + n)
    }

    fn behind(&self, i: usize) -> Option<Cut> {
        let end = self.end(i);
        let (n, family) = self.lexicon.qualifiers.behind.longest(plain(&self.long.words[i..end]))?;
        Some(self.cut_short(*family, i, end, n.max(NAMED)))
    }

    /// The first `most` of the words, with a sign that more follow.
    fn cut_short(&self, family: Qualifier, from: usize, to: usize, most: usize) -> Cut {
        let cut = self.cut(family, from, to.min(from + most));
        if to > from + most { Cut { words: format!("{} …", cut.words), ..cut } } else { cut }
    }

    fn before(&self, i: usize) -> Option<Cut> {
        let words = &self.long.words;
        if words.get(i).is_none_or(|w| w.begins) {
            return None;
        }
        let start = (0..i).rev().find(|&k| words[k].begins).unwrap_or(0);
        self.adjacent(start, i).or_else(|| self.opening(start, i))
    }

    /// A qualifier that ends at `end`, but for an article.
    fn adjacent(&self, start: usize, end: usize) -> Option<Cut> {
        let words = &self.long.words;
        let article = |w: &PlainWord| self.lexicon.clause.determiners.has(&w.plain);
        let near = if end > start + 1 && article(&words[end - 1]) { end - 1 } else { end };
        (start..end).find_map(|k| {
            let (n, family) = self.lexicon.qualifiers.before.longest(plain(&words[k..end]))?;
            let from = start.max(k.saturating_sub(BEFORE));
            (k + n == end || k + n == near).then(|| self.cut_late(*family, from, end, from > start))
        })
    }

    /// Words behind others of their sentence, with a sign that those are left out.
    fn cut_late(&self, family: Qualifier, from: usize, to: usize, is_late: bool) -> Cut {
        let cut = self.cut(family, from, to);
        if is_late { Cut { words: format!("… {}", cut.words), ..cut } } else { cut }
    }

    fn opening(&self, start: usize, end: usize) -> Option<Cut> {
        let words = &self.long.words;
        let idle = |k: usize| k > start && self.lexicon.qualifiers.idle.has(&words[k - 1].plain);
        (start.max(end.saturating_sub(OPENING))..end).find_map(|k| {
            let (_, family) = self.lexicon.qualifiers.opening.longest(plain(&words[k..end]))?;
            (!idle(k)).then(|| self.cut(*family, k, end))
        })
    }

    /// What an ellipsis stands for: a qualifier right behind the words before it or right before those behind it.
    fn inner(&self, from: usize, to: usize) -> Option<Cut> {
        let words = &self.long.words;
        if from >= to {
            return None;
        }
        let denies = |k: &usize| self.lexicon.clause.negations.has(&words[*k].plain);
        let near = (to - from <= INNER && !(from..to).any(|k| words[k].begins)).then(|| (from..to).find(denies));
        if near.flatten().is_some() && !words[to].begins {
            return Some(self.cut(Qualifier::Negation, from, to));
        }
        let behind = self.behind(from).filter(|_| self.end(from) >= to || words[from..to].iter().any(|w| w.begins));
        behind.map(|cut| self.cut_short(cut.family, from, to, NAMED)).or_else(|| {
            let start = (from..to).rev().find(|&k| words[k].begins).unwrap_or(from);
            (!words[to].begins).then(|| self.adjacent(start, to)).flatten()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words cut from `long`, joined by ` / `.
    fn check(short: &str, long: &str, expected: &str) {
        let lexicon = Lexicon::english();
        let (a, b) = (Wording::of_quote(short, lexicon), Wording::of_quote(long, lexicon));
        let told: Vec<_> = cuts(&a, &b, lexicon).into_iter().map(|c| c.words).collect();
        assert_eq!(told.join(" / "), expected, "{short} | {long}");
    }

    #[test]
    fn behind() {
        check("The tunnel is safe", "The tunnel is safe, but only below forty degrees.", "but only below forty degrees");
        check(
            "We will sign the treaty",
            "We will sign the treaty if the prisoners come home. We wait.",
            "if the prisoners come home",
        );
        check("The vaccine protects the herd", "The vaccine protects the herd, in part.", "in part");
        check(
            "The tunnel is safe",
            "The tunnel is safe, but only below forty degrees, on a dry day, with the doors open and no more than ten lorries inside.",
            "but only below forty degrees, on a dry day, with the doors open and …",
        );
        check("We will sign the treaty", "We will sign the treaty in May, if the prisoners come home.", "");
        check("We will sign the treaty", "We will sign the treaty even if the prisoners stay.", "");
        check("We will sign the treaty", "We will sign the treaty. But the king is ill.", "");
    }

    #[test]
    fn before() {
        check(
            "the bridge was blown up by its guards",
            "I do not think that the bridge was blown up by its guards",
            "I do not think that",
        );
        check(
            "the bridge was blown up by its guards",
            "Whatever the king says, I do not think that the bridge was blown up by its guards",
            "… says, I do not think that",
        );
        check("a disgrace for the whole valley", "It is almost a disgrace for the whole valley", "It is almost");
        check("the harbour will open in May", "If the ministry pays, the harbour will open in May.", "If the ministry pays");
        check("the harbour will open in May", "Even if nobody pays, the harbour will open in May.", "");
        check("the harbour will open in May", "I am not a pilot. I say the harbour will open in May.", "");
    }

    #[test]
    fn at_an_ellipsis() {
        check("We will ... sell the harbour to them", "We will not sell the harbour to them", "not");
        check(
            "We will sell it ... to the pilots of Ostvik",
            "We will sell it, unless they strike, to the pilots of Ostvik",
            "unless they strike",
        );
        check("We will sell it ... to the pilots of Ostvik", "We will sell it this summer to the pilots of Ostvik", "");
    }
}
