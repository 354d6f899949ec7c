//! What lies between aligned words, named.

use super::{Alignment, EditClass, PlainWord, Wording};
use crate::lexicon::Lexicon;
use crate::value::sound::skeleton;

/// One difference between two wordings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What it does.
    pub class: EditClass,
    /// The words of the first text; empty where they stand in the second alone.
    pub left: String,
    /// The words of the second text.
    pub right: String,
    /// Where `left` stands, in code points of the first text.
    pub left_span: (usize, usize),
    /// Where `right` stands, in code points of the second text.
    pub right_span: (usize, usize),
}

/// An edge on both sides longer than this is two cuts, not a substitution.
const SUBSTITUTED: usize = 3;
/// A number has so many words at most before its currency.
const NUMBER: usize = 4;
/// What a function word weighs.
const FUNCTION: usize = 2;
/// Numbers are compared to two decimals.
const HUNDREDTHS: i64 = 100;

/// Every difference between two wordings, in order.
#[must_use]
pub fn edits(a: &Wording, b: &Wording, alignment: &Alignment, lexicon: &Lexicon) -> Vec<Edit> {
    let mut out = Vec::new();
    let mut at = (0, 0);
    let reader = Reader { a, b, lexicon };
    for (n, &(i, j)) in alignment.pairs.iter().enumerate() {
        reader.between(at, (i, j), if n == 0 { Place::Head } else { Place::Inner }, &mut out);
        reader.surface((i, j), alignment.pairs.get(n + 1) == Some(&(i + 1, j + 1)), &mut out);
        at = (i + 1, j + 1);
    }
    reader.between(at, (a.words.len(), b.words.len()), Place::Tail, &mut out);
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Head,
    Inner,
    Tail,
}

struct Reader<'a> {
    a: &'a Wording,
    b: &'a Wording,
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    fn push(&self, class: EditClass, left: (usize, usize), right: (usize, usize), out: &mut Vec<Edit>) {
        let (left, left_span) = self.a.slice(left.0, left.1);
        let (right, right_span) = self.b.slice(right.0, right.1);
        out.push(Edit { class, left, right, left_span, right_span });
    }

    /// Aligned words that are written otherwise; `follows` says whether the next words are aligned too. A contraction of which
    /// one word alone is aligned (`did`, `didn't`) is left to the other.
    fn surface(&self, (i, j): (usize, usize), follows: bool, out: &mut Vec<Edit>) {
        let (left, right) = (self.a.slice(i, i + 1).0.to_lowercase(), self.b.slice(j, j + 1).0.to_lowercase());
        let plain = |s: &str| s.replace(['’', '‘'], "'").replace(['[', ']'], "");
        if plain(&left) == plain(&right) {
            return;
        }
        // The second word of one contraction was told with the first.
        if i > 0 && self.a.words[i - 1].span == self.a.words[i].span || j > 0 && self.b.words[j - 1].span == self.b.words[j].span
        {
            return;
        }
        let whole = |w: &Wording, k: usize| w.words.get(k + 1).is_some_and(|next| next.span == w.words[k].span);
        if whole(self.a, i) != whole(self.b, j) && !follows {
            return;
        }
        let contracted = |s: &str| self.lexicon.spelling.expanded(&plain(s)).is_some();
        let clitic = plain(&left).contains('\'') != plain(&right).contains('\'') || contracted(&left) != contracted(&right);
        let class = if clitic { EditClass::Contraction } else { EditClass::Spelling };
        let same_letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let class = if same_letters(&left) == same_letters(&right) { EditClass::Typography } else { class };
        let wide = |words: &[PlainWord], k: usize| k + words[k..].iter().take_while(|w| w.span == words[k].span).count();
        let (to_i, to_j) = (wide(&self.a.words, i), wide(&self.b.words, j));
        let many = (to_i - i).max(to_j - j);
        self.push(class, (i, (i + many).min(self.a.words.len())), (j, (j + many).min(self.b.words.len())), out);
    }

    fn between(&self, from: (usize, usize), to: (usize, usize), place: Place, out: &mut Vec<Edit>) {
        let (left, right) = (&self.a.words[from.0..to.0], &self.b.words[from.1..to.1]);
        let spans = ((from.0, to.0), (from.1, to.1));
        if left.is_empty() && right.is_empty() {
            return;
        }
        if place != Place::Inner {
            let one = left.is_empty() || right.is_empty();
            if one || left.len() > SUBSTITUTED || right.len() > SUBSTITUTED || is_cut(self.a, self.b, from, to) {
                let class = match () {
                    () if one && is_bracketed(left, right) => EditClass::Bracket,
                    () if !one && (self.is_moved(left, self.b) || self.is_moved(right, self.a)) => {
                        if self.exchange_numbers(left, right) { EditClass::Number } else { EditClass::Synonym }
                    }
                    () => EditClass::Truncation,
                };
                self.push(class, spans.0, spans.1, out);
                return;
            }
        }
        let class = self.class(left, right, from, to);
        self.push(class, spans.0, spans.1, out);
    }

    /// Whether words at an edge stand elsewhere in the other text, a rare one among them: they were moved, not cut.
    fn is_moved(&self, words: &[PlainWord], other: &Wording) -> bool {
        const RARE: usize = 10;
        words
            .windows(2)
            .filter(|w| w.iter().any(|w| w.weight(self.lexicon) >= RARE))
            .any(|pair| other.words.windows(2).any(|there| there[0].id == pair[0].id && there[1].id == pair[1].id))
    }

    fn class(&self, left: &[PlainWord], right: &[PlainWord], from: (usize, usize), to: (usize, usize)) -> EditClass {
        let joined = |w: &[PlainWord]| w.iter().map(|w| w.plain.as_str()).collect::<String>();
        if joined(left) == joined(right) {
            let hyphen = [self.a.slice(from.0, to.0).0, self.b.slice(from.1, to.1).0].concat().contains(['-', '‑', '–']);
            return if hyphen { EditClass::Typography } else { EditClass::Spelling };
        }
        if self.is_abbreviated(from, to) || self.is_currency(left, from, to) || self.is_currency(right, from, to) {
            return EditClass::Spelling;
        }
        if is_one_name(left, right) {
            return EditClass::Spelling;
        }
        if is_clitic(left, right) || is_clitic(right, left) {
            return EditClass::Contraction;
        }
        if is_genitive(left, right) || is_genitive(right, left) {
            return EditClass::Typography;
        }
        // Where one side has nothing, or an ellipsis stands in the shorter, words were left out.
        let open = |w: &Wording, i: usize| w.words.get(i).is_some_and(|w| w.gap);
        if (right.is_empty() && open(self.b, to.1)) || (left.is_empty() && open(self.a, to.0)) {
            return EditClass::Ellipsis;
        }
        if open(self.a, to.0) && open(self.b, to.1)
            || (open(self.a, from.0) || open(self.a, to.0)) && (open(self.b, from.1) || open(self.b, to.1))
        {
            return EditClass::Ellipsis;
        }
        if left.iter().chain(right).any(|w| w.bracketed) {
            return EditClass::Bracket;
        }
        let (one, other) = (self.negated(left), self.negated(right));
        if one != other && !self.says_otherwise(left, right) {
            return EditClass::Negation;
        }
        let (one, other) = (self.amounts(left), self.amounts(right));
        if one != other {
            return EditClass::Number;
        }
        if !one.is_empty() && left.iter().chain(right).all(|w| self.is_number(w)) {
            return EditClass::Spelling;
        }
        match (left.is_empty(), right.is_empty()) {
            (false, true) => EditClass::Deletion,
            (true, _) => EditClass::Insertion,
            _ => self.substitution(left, right),
        }
    }

    /// Both tell numbers, and none that the other tells.
    fn exchange_numbers(&self, left: &[PlainWord], right: &[PlainWord]) -> bool {
        let (left, right) = (self.amounts(left), self.amounts(right));
        !left.is_empty() && !right.is_empty() && !left.iter().any(|n| right.contains(n))
    }

    fn substitution(&self, left: &[PlainWord], right: &[PlainWord]) -> EditClass {
        let spelling = &self.lexicon.spelling;
        let pronouns = |w: &[PlainWord]| w.iter().all(|w| spelling.is_pronoun(&w.plain));
        if pronouns(left) && pronouns(right) {
            return EditClass::Pronoun;
        }
        let named = |w: &PlainWord| w.capital && w.weight(self.lexicon) > FUNCTION;
        if left.iter().any(named) && right.iter().any(named) {
            return EditClass::Entity;
        }
        let verb = |w: &PlainWord| spelling.verb(&w.plain).unwrap_or(&w.plain).to_owned();
        let inflected = left.len() == right.len() && left.iter().zip(right).all(|(l, r)| is_inflected(&verb(l), &verb(r)));
        let auxiliary = |w: &[PlainWord]| w.iter().all(|w| self.lexicon.clause.verbs.has(&w.plain));
        if inflected || auxiliary(left) && auxiliary(right) { EditClass::Tense } else { EditClass::Synonym }
    }

    fn negated(&self, words: &[PlainWord]) -> bool {
        // "Whether or not" leaves it open.
        let open = |i: usize| i > 0 && words[i - 1].plain == "or";
        (0..words.len()).filter(|&i| self.negates(&words[i]) && !open(i)).count() % 2 == 1
    }

    fn negates(&self, word: &PlainWord) -> bool {
        self.lexicon.spelling.is_negative(&word.plain) || self.lexicon.clause.negations.has(&word.plain)
    }

    /// "must prevent" for "must not allow": a negation that came with other words of content turns nothing into its opposite. "It is not
    /// true", left out, is a statement by itself.
    fn says_otherwise(&self, left: &[PlainWord], right: &[PlainWord]) -> bool {
        let content = |words: &[PlainWord]| -> Vec<String> {
            let told = words.iter().filter(|w| w.weight(self.lexicon) > FUNCTION && !self.negates(w));
            told.map(|w| self.lexicon.spelling.verb(&w.plain).unwrap_or(&w.plain).to_owned()).collect()
        };
        let (one, other) = (content(left), content(right));
        if left.is_empty() || right.is_empty() {
            let words = if left.is_empty() { right } else { left };
            let copula = words.first().is_some_and(|w| matches!(w.plain.as_str(), "is" | "are" | "was" | "were"));
            return copula && !(one.is_empty() && other.is_empty());
        }
        !one.is_empty() && !other.is_empty() && !one.iter().any(|l| other.iter().any(|r| is_inflected(l, r)))
    }

    /// `U.S.` for `United States`.
    fn is_abbreviated(&self, from: (usize, usize), to: (usize, usize)) -> bool {
        let is = |short: &Wording, (i, end): (usize, usize), full: &[PlainWord]| {
            let abbreviated = || self.lexicon.spelling.abbreviated(&short.slice(i, end).0).map(|full| full.split(' '));
            end == i + 1 && abbreviated().is_some_and(|words| words.eq(full.iter().map(|w| w.plain.as_str())))
        };
        is(self.a, (from.0, to.0), &self.b.words[from.1..to.1]) || is(self.b, (from.1, to.1), &self.a.words[from.0..to.0])
    }

    /// `dollars` behind a number that bears the sign on the other side.
    fn is_currency(&self, words: &[PlainWord], from: (usize, usize), to: (usize, usize)) -> bool {
        let [word] = words else { return false };
        let (other, at) = if from.0 == to.0 { (self.a, from.0) } else { (self.b, from.1) };
        let number = other.words[..at].iter().rev().take(NUMBER).take_while(|w| self.is_number(w)).last();
        let sign = number.and_then(|w| other.text.chars().nth(w.span.0.checked_sub(1)?));
        (from.0 == to.0 || from.1 == to.1)
            && sign.is_some_and(|sign| self.lexicon.spelling.currency(&sign.to_string()) == Some(&word.plain))
    }

    /// The numbers among words, in hundredths: "19" and "nineteen" are one, as are "23" and "twenty-three".
    fn amounts(&self, words: &[PlainWord]) -> Vec<i64> {
        let stretches = words.chunk_by(|a, b| self.is_number(a) && self.is_number(b));
        stretches.filter(|stretch| self.is_number(&stretch[0])).map(|stretch| self.amount(stretch)).collect()
    }

    /// What number words next to each other amount to; words without a value ("dozens") stand for themselves.
    fn amount(&self, words: &[PlainWord]) -> i64 {
        let (mut total, mut current) = (0_i64, 0_i64);
        for word in words {
            let plain = word.plain.as_str();
            if let Some(scale) = self.lexicon.numbers.scales.get(plain) {
                let scaled = current.max(HUNDREDTHS).saturating_mul(*scale);
                (total, current) = if *scale < 1000 { (total, scaled) } else { (total.saturating_add(scaled), 0) };
            } else if let Some(n) =
                in_hundredths(plain).or_else(|| self.lexicon.numbers.cardinals.get(plain).map(|n| n * HUNDREDTHS))
            {
                current = current.saturating_add(n);
            } else {
                return i64::from_ne_bytes(word.id.to_ne_bytes());
            }
        }
        total.saturating_add(current)
    }

    fn is_number(&self, word: &PlainWord) -> bool {
        word.plain.starts_with(|c: char| c.is_ascii_digit()) || self.lexicon.spelling.is_number(&word.plain)
    }
}

/// A number in digits, in hundredths, if it has no more than two decimals.
fn in_hundredths(digits: &str) -> Option<i64> {
    let plain = digits.replace(',', "");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let part: i64 = if part.len() > 2 { return None } else { format!("{part:0<2}").parse().ok()? };
    whole.parse::<i64>().ok()?.checked_mul(HUNDREDTHS)?.checked_add(part)
}

/// Whether a sentence ends or begins on both sides of an edge.
fn is_cut(a: &Wording, b: &Wording, from: (usize, usize), to: (usize, usize)) -> bool {
    let begins = |words: &[PlainWord], i: usize| words.get(i).is_none_or(|w| w.begins || w.gap);
    (begins(&a.words, from.0) && from.0 > 0 || begins(&a.words, to.0) && to.0 < a.words.len())
        && (begins(&b.words, from.1) && from.1 > 0 || begins(&b.words, to.1) && to.1 < b.words.len())
}

/// Whether what stands on both sides need not stand for one another: sentences meet there, words were left out, or an editor
/// put words in.
pub(super) fn is_parted(a: &Wording, b: &Wording, from: (usize, usize), to: (usize, usize)) -> bool {
    let open =
        |w: &Wording, from: usize, to: usize| w.words[from..w.words.len().min(to + 1)].iter().any(|w| w.gap || w.bracketed);
    is_cut(a, b, from, to) || open(a, from.0, to.0) || open(b, from.1, to.1)
}

fn is_bracketed(left: &[PlainWord], right: &[PlainWord]) -> bool {
    let all = |w: &[PlainWord]| !w.is_empty() && w.iter().all(|w| w.bracketed);
    all(left) || all(right)
}

/// `'s` for `is` or `has`, `'d` for `would` or `had`, the `ai` of `ain't` for what it denies.
fn is_clitic(short: &[PlainWord], full: &[PlainWord]) -> bool {
    let ([s], [f]) = (short, full) else { return false };
    matches!(
        (s.plain.as_str(), f.plain.as_str()),
        ("'s", "is" | "has" | "us") | ("'d", "would" | "had" | "did") | ("ai", "am" | "is" | "are" | "has" | "have")
    )
}

/// `Raqqa` for `Raqa`, `Kadhafi` for `Gaddafi`: one name in two spellings.
fn is_one_name(left: &[PlainWord], right: &[PlainWord]) -> bool {
    const LONG: usize = 4;
    let ([l], [r]) = (left, right) else { return false };
    let long = l.plain.chars().count().min(r.plain.chars().count()) >= LONG;
    l.capital && r.capital && long && skeleton(&l.plain) == skeleton(&r.plain)
}

/// `ISIS's` for `ISIS'`.
fn is_genitive(one: &[PlainWord], other: &[PlainWord]) -> bool {
    other.is_empty() && matches!(one, [w] if w.plain == "'s")
}

/// Two forms of one word: the same beginning, and endings of three letters at most.
fn is_inflected(a: &str, b: &str) -> bool {
    let same = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.chars().count(), b.chars().count());
    same >= 3 && a - same <= 3 && b - same <= 3 && same * 2 >= a.max(b)
}
