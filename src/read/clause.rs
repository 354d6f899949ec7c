//! Clauses of a sentence: where each ends, and its tense, voice, polarity, modality and hedge.
//!
//! There is no parser underneath. A clause ends at a semicolon, a dash, a bracket or a word that opens another clause; the
//! verb group is an auxiliary chain with its verb, or a form that its ending or the table of irregular verbs gives away.

use crate::lexicon::kinds::{
    ADVERB, DETERMINER, FEAR, HEDGE, HYPOTHESIS, NEGATION, NOT_VERB, OPENS_VERB, RELATIVE, SUBORDINATOR, VERB_FORM,
};
use crate::lexicon::{Lexicon, PhraseList, VerbForm};
use crate::text::{Page, Run, Sentence, TokenKind};

/// When the verb of a clause puts its event, seen from the writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tense {
    /// met, had met, has met, was met.
    Past,
    /// meets, is meeting.
    Present,
    /// will meet, is to meet, is due to meet.
    Future,
    /// No finite verb: a headline, a participle, an infinitive.
    None,
}

/// How far the event of a clause is from being told as a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Modality {
    /// Told as it is.
    Plain,
    /// will, is due to, plans to, expected to.
    Planned,
    /// may, might, could, can.
    Possible,
    /// must, should.
    Obliged,
    /// would, if, unless.
    Hypothetical,
    /// feared, presumed.
    Feared,
}

/// An auxiliary chain with its verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerbGroup {
    /// From the first auxiliary to the verb.
    pub run: Run,
    /// The verb that carries the meaning.
    pub verb: usize,
    /// Its tense.
    pub tense: Tense,
    /// was killed, has been invited.
    pub passive: bool,
    /// did not meet, never met.
    pub negated: bool,
    /// An infinitive (to meet) or a bare participle (killing).
    pub dependent: bool,
    /// Plain, or what its modal says.
    pub modality: Modality,
}

/// A clause of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// Its tokens, the opening word included.
    pub run: Run,
    /// Its first finite verb group.
    pub verb: Option<VerbGroup>,
    /// The words that keep the writer from vouching (reportedly).
    pub hedge: Option<Run>,
    /// Plain, or what the verb, a fear word or a hypothesis word makes of it.
    pub modality: Modality,
}

impl Clause {
    /// Its tense; none without a finite verb.
    #[must_use]
    pub fn tense(&self) -> Tense {
        self.verb.map_or(Tense::None, |v| v.tense)
    }

    /// Whether its verb is negated.
    #[must_use]
    pub fn negated(&self) -> bool {
        self.verb.is_some_and(|v| v.negated)
    }
}

/// The clauses of a sentence, in order and without gaps.
#[must_use]
pub fn clauses(page: &Page, sentence: &Sentence, lexicon: &Lexicon) -> Vec<Clause> {
    let mut out = Vec::new();
    let mut from = sentence.tokens.start;
    for i in sentence.tokens.iter().skip(1) {
        if opens_clause(page, sentence, i, lexicon) {
            out.push(clause(page, Run::new(from, i), lexicon));
            from = i;
        }
    }
    out.push(clause(page, Run::new(from, sentence.tokens.end), lexicon));
    out
}

/// The clause that holds a token.
///
/// # Panics
/// If `clauses` is empty.
#[must_use]
pub fn clause_of(clauses: &[Clause], token: usize) -> &Clause {
    clauses.iter().find(|c| c.run.has(token)).unwrap_or(&clauses[clauses.len() - 1])
}

/// The verb group around a verb that the caller knows to be one, inside its clause.
#[must_use]
pub fn verb_group(page: &Page, clause: Run, verb: usize, lexicon: &Lexicon) -> VerbGroup {
    let words = &lexicon.clause;
    let mut start = verb;
    let mut chain = Vec::new();
    let mut negated = page.is(verb + 1, NEGATION)
        && words.negations.longest(page.keys(Run::new(verb + 1, clause.end.min(verb + 3)))).is_some_and(|(n, _)| n == 1)
        && chain_word(page, verb, lexicon).is_some();
    while start > clause.start {
        let before = start - 1;
        if let Some((len, form)) = chain_ending_at(page, clause, before, lexicon) {
            chain.push(form);
            start -= len;
        } else if is_in_ly(page, before, lexicon)
            && before > clause.start
            && chain_ending_at(page, clause, before - 1, lexicon).is_some()
        {
            // "has sharply criticised"
            start -= 1;
        } else if page.is(before, ADVERB) || page.lower(before) == "and" && !chain.is_empty() {
            start -= 1;
        } else {
            break;
        }
        negated |= is_negation(page, start, lexicon);
    }
    chain.reverse();
    let (tense, modality) = read_chain(page, verb, &chain, lexicon);
    let participle = is_participle(page.lower(verb), lexicon);
    let passive = participle
        && matches!(chain.last(), Some(VerbForm::Was | VerbForm::Is | VerbForm::Be | VerbForm::Been | VerbForm::Being));
    let dependent = chain.last() == Some(&VerbForm::To) && modality == Modality::Plain
        || chain.is_empty() && page.lower(verb).ends_with("ing");
    VerbGroup { run: Run::new(start, verb + 1), verb, tense, passive, negated, dependent, modality }
}

/// An adverb by its ending: `strongly`, but not `family`.
#[must_use]
pub fn is_in_ly(page: &Page, i: usize, lexicon: &Lexicon) -> bool {
    let word = page.lower(i);
    word.len() > 4 && word.ends_with("ly") && !page.tokens[i].capital && !lexicon.cues.nouns_in_ly.has(word)
}

fn opens_clause(page: &Page, sentence: &Sentence, i: usize, lexicon: &Lexicon) -> bool {
    let marks = |i: usize| page.kind(i) == Some(TokenKind::Punct);
    let (stopped, opens) = (marks(i - 1), page.is(i, SUBORDINATOR | RELATIVE));
    if !(stopped || opens || marks(i) || page.tokens[i].span.len() == 3) {
        return false;
    }
    let word = page.lower(i);
    let before = if stopped { page.lower(i - 1) } else { "" };
    let bracket = word == "(" && !is_gloss(page, sentence, i) || before == ")" && !closes_gloss(page, sentence, i - 1);
    if matches!(before, ";" | "—" | "–") || bracket || before == "-" && !page.glued(i - 1) {
        return true;
    }
    if opens && lexicon.clause.subordinators.longest(page.keys(Run::new(i, sentence.tokens.end))).is_some() {
        // "before Tuesday", "after the war": a preposition opens no clause of its own unless a verb follows soon.
        return has_finite(page, Run::new(i + 1, sentence.tokens.end.min(i + 12)), lexicon);
    }
    if page.is(i, RELATIVE) {
        return true;
    }
    (word == "but" || (word == "and" && before == ","))
        && has_finite(page, Run::new(i + 1, sentence.tokens.end.min(i + 8)), lexicon)
}

/// Words between brackets that are no clause of their own: "(NATO)", "(0800 GMT)".
const GLOSS: usize = 4;

fn is_gloss(page: &Page, sentence: &Sentence, open: usize) -> bool {
    (open + 1..sentence.tokens.end.min(open + 2 + GLOSS)).any(|i| page.lower(i) == ")")
}

fn closes_gloss(page: &Page, sentence: &Sentence, close: usize) -> bool {
    let floor = close.saturating_sub(1 + GLOSS).max(sentence.tokens.start);
    (floor..close).any(|i| page.lower(i) == "(")
}

fn clause(page: &Page, run: Run, lexicon: &Lexicon) -> Clause {
    let words = &lexicon.clause;
    let verb = finite(page, run, lexicon);
    let kinds = page.kinds_in(run);
    let find = |kind: u32, table: &PhraseList| {
        let mut opens = run.iter().filter(|&i| kinds & kind != 0 && page.is(i, kind));
        opens.find_map(|i| table.longest(page.keys(Run::new(i, run.end))).map(|(n, _)| Run::new(i, i + n)))
    };
    let modality = match verb.map_or(Modality::Plain, |v| v.modality) {
        Modality::Plain if find(FEAR, &words.fears).is_some() => Modality::Feared,
        Modality::Plain if find(HYPOTHESIS, &words.hypotheses).is_some() => Modality::Hypothetical,
        m => m,
    };
    Clause { run, verb, hedge: find(HEDGE, &words.hedges), modality }
}

/// The first finite verb group of a run.
#[must_use]
pub fn finite(page: &Page, run: Run, lexicon: &Lexicon) -> Option<VerbGroup> {
    let i = finite_at(page, run, lexicon)?;
    let verb = if opens_chain(page, i, lexicon) { chain_end(page, run, i, lexicon) } else { i };
    Some(verb_group(page, run, verb, lexicon))
}

/// Where the first finite verb group of a run begins, the verb itself or its auxiliary.
fn finite_at(page: &Page, run: Run, lexicon: &Lexicon) -> Option<usize> {
    let mut i = run.start;
    while i < run.end {
        // "on May 12" is no modal.
        let month = page.tokens[i].capital && !page.tokens[i].upper && i > run.start;
        if month {
            i += 1;
            continue;
        }
        if opens_chain(page, i, lexicon) || page.kind(i) == Some(TokenKind::Word) && is_plain_finite(page, run, i, lexicon) {
            return Some(i);
        }
        i += 1;
    }
    None
}

/// Whether a finite auxiliary stands at a token.
fn opens_chain(page: &Page, i: usize, lexicon: &Lexicon) -> bool {
    matches!(
        chain_word(page, i, lexicon),
        Some(
            VerbForm::Future
                | VerbForm::Planned
                | VerbForm::Conditional
                | VerbForm::Possible
                | VerbForm::Obliged
                | VerbForm::Had
                | VerbForm::Has
                | VerbForm::Was
                | VerbForm::Is
                | VerbForm::Did
                | VerbForm::Does
        )
    )
}

fn has_finite(page: &Page, run: Run, lexicon: &Lexicon) -> bool {
    let end = run.iter().find(|&i| matches!(page.lower(i), ";" | "." | ",")).unwrap_or(run.end);
    finite_at(page, Run::new(run.start, end), lexicon).is_some()
}

/// From an auxiliary on: the verb it belongs to, or the auxiliary itself where it stands alone.
fn chain_end(page: &Page, run: Run, from: usize, lexicon: &Lexicon) -> usize {
    let mut last = from + lexicon.clause.verbs.longest(page.keys(Run::new(from, run.end))).map_or(1, |(n, _)| n) - 1;
    let mut i = last + 1;
    while i < run.end {
        let word = page.lower(i);
        let form = if page.is(i, OPENS_VERB) { lexicon.clause.verbs.longest(page.keys(Run::new(i, run.end))) } else { None };
        if let Some((n, form)) = form {
            last = i + n - 1;
            i += n;
            if matches!(form, VerbForm::Past | VerbForm::Present) {
                break;
            }
        } else if page.is(i, ADVERB) {
            i += 1;
        } else {
            let bare = !page.is(i, DETERMINER) && page.kind(i) == Some(TokenKind::Word) && !page.tokens[i].capital;
            if bare && (is_participle(word, lexicon) || word.ends_with("ing") || is_modal(page, last, lexicon)) {
                last = i;
            }
            break;
        }
    }
    last
}

fn is_modal(page: &Page, i: usize, lexicon: &Lexicon) -> bool {
    matches!(
        chain_word(page, i, lexicon),
        Some(
            VerbForm::Future
                | VerbForm::Conditional
                | VerbForm::Possible
                | VerbForm::Obliged
                | VerbForm::Did
                | VerbForm::Does
                | VerbForm::To
        )
    ) || page.lower(i) == "n't"
}

/// A past or present form without an auxiliary: from the table, or in `-ed` where no determiner makes it an adjective.
fn is_plain_finite(page: &Page, run: Run, i: usize, lexicon: &Lexicon) -> bool {
    let formed = page.is(i, VERB_FORM);
    let word = page.lower(i);
    if !formed && !word.ends_with("ed") || page.is(i, NOT_VERB) || page.tokens[i].capital && i > run.start {
        return false;
    }
    let after_determiner = i > run.start && page.is(i - 1, DETERMINER);
    match if formed { lexicon.clause.verbs.get(page.key(i)) } else { None } {
        Some(VerbForm::Past | VerbForm::Present) => !(after_determiner || i > run.start && page.lower(i - 1) == "to"),
        _ => word.len() > 3 && word.ends_with("ed") && !after_determiner && i > run.start,
    }
}

fn is_participle(word: &str, lexicon: &Lexicon) -> bool {
    const STRONG: &[&str] = &["en", "wn", "ne"];
    word.ends_with("ed")
        || lexicon.clause.verbs.get(word) == Some(&VerbForm::Past)
        || word.len() > 3 && STRONG.iter().any(|e| word.ends_with(e))
}

fn chain_word(page: &Page, i: usize, lexicon: &Lexicon) -> Option<VerbForm> {
    if !page.is(i, OPENS_VERB) {
        return None;
    }
    let (_, form) = lexicon.clause.verbs.longest(page.keys(Run::new(i, page.tokens.len().min(i + 4))))?;
    (!matches!(form, VerbForm::Past | VerbForm::Present)).then_some(*form)
}

/// The auxiliary, of one word or more, whose last word is token `last`.
fn chain_ending_at(page: &Page, clause: Run, last: usize, lexicon: &Lexicon) -> Option<(usize, VerbForm)> {
    (1..=3).rev().filter(|n| last + 1 >= clause.start + n).find_map(|n| {
        let start = last + 1 - n;
        if !page.is(start, OPENS_VERB) {
            return None;
        }
        let (len, form) = lexicon.clause.verbs.longest(page.keys(Run::new(start, last + 1)))?;
        (len == n && !matches!(form, VerbForm::Past | VerbForm::Present)).then_some((n, *form))
    })
}

fn is_negation(page: &Page, i: usize, lexicon: &Lexicon) -> bool {
    page.is(i, NEGATION) && lexicon.clause.negations.longest(page.keys(Run::new(i, page.tokens.len().min(i + 3)))).is_some()
}

fn read_chain(page: &Page, verb: usize, chain: &[VerbForm], lexicon: &Lexicon) -> (Tense, Modality) {
    use VerbForm as F;
    let word = page.lower(verb);
    let Some(first) = chain.iter().find(|f| !matches!(f, F::To)).copied() else {
        if !chain.is_empty() {
            return (Tense::None, Modality::Plain);
        }
        let tense = match lexicon.clause.verbs.get(word) {
            Some(F::Past | F::Had | F::Was | F::Did) => Tense::Past,
            Some(F::Present | F::Is | F::Does | F::Has) => Tense::Present,
            Some(F::Future) => return (Tense::Future, Modality::Planned),
            _ if word.ends_with("ed") => Tense::Past,
            _ if word.ends_with("ing") => Tense::None,
            _ if word.ends_with('s') => Tense::Present,
            _ => Tense::None,
        };
        return (tense, Modality::Plain);
    };
    // "is going to begin"
    let planned = chain.contains(&F::Planned) || chain.contains(&F::Future);
    match first {
        F::Future => (Tense::Future, Modality::Planned),
        F::Conditional => (Tense::Future, Modality::Hypothetical),
        F::Possible => (Tense::Future, Modality::Possible),
        F::Obliged => (Tense::Future, Modality::Obliged),
        _ if planned => (Tense::Future, Modality::Planned),
        F::Had | F::Was | F::Did | F::Has | F::Been => (Tense::Past, Modality::Plain),
        F::Is | F::Does => (Tense::Present, Modality::Plain),
        _ => (Tense::None, Modality::Plain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Clauses between bars, each with tense and, where they say something, modality, voice, polarity and hedge.
    fn check(text: &str, expected: &str) {
        let lexicon = Lexicon::english();
        let page = Page::new(text, lexicon);
        let told: Vec<_> = clauses(&page, &page.sentences[0], lexicon)
            .iter()
            .map(|c| {
                let mut s = format!("{}: {:?}", page.text(c.run), c.tense());
                if c.modality != Modality::Plain {
                    s = format!("{s} {:?}", c.modality);
                }
                if c.verb.is_some_and(|v| v.passive) {
                    s += " passive";
                }
                if c.negated() {
                    s += " negated";
                }
                if c.hedge.is_some() {
                    s += " hedged";
                }
                s
            })
            .collect();
        assert_eq!(told.join(" | "), expected);
    }

    #[test]
    fn tense_and_voice() {
        check("Kerry met Putin in Sochi", "Kerry met Putin in Sochi: Past");
        check("Nineteen civilians were killed", "Nineteen civilians were killed: Past passive");
        check("Talks will resume on Friday", "Talks will resume on Friday: Future Planned");
        check("The two are due to meet on Friday", "The two are due to meet on Friday: Future Planned");
        check("The envoy has been invited", "The envoy has been invited: Past passive");
        check("Kerry arrives on Tuesday", "Kerry arrives on Tuesday: Present");
    }

    #[test]
    fn polarity_modality_and_hedge() {
        check("They did not meet", "They did not meet: Past negated");
        check("He wouldnt resign", "He wouldnt resign: None");
        check("They couldn't agree", "They couldn't agree: Future Possible negated");
        check("Russia reportedly invited the group", "Russia reportedly invited the group: Past hedged");
        check("Dozens are feared dead", "Dozens are feared dead: Present Feared passive");
    }

    #[test]
    fn clauses_end_at_opening_words() {
        check(
            "Kerry arrived in Moscow, where he will meet Putin",
            "Kerry arrived in Moscow,: Past | where he will meet Putin: Future Planned",
        );
        check("The League (NATO) met on May 12 in Oslo", "The League (NATO) met on May 12 in Oslo: Past");
        check("He spoke after the meeting with Assad", "He spoke after the meeting with Assad: Past");
    }
}
