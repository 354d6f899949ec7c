//! What a statement says, clause by clause, whatever the order and the forms of its words.

use std::collections::{BTreeMap, BTreeSet};

use super::{PlainWord, Wording};
use crate::lexicon::{Lexicon, Stand, VerbForm, word_id};

/// What a statement says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gist {
    /// Its clauses, in order; some have no content.
    pub clauses: Vec<Clause>,
    /// The weight of every content word, by the id of its stem.
    weights: BTreeMap<u64, usize>,
    /// Its words as stems, for the runs that two statements share; none where a clause ends.
    runs: BTreeSet<[u64; RUN]>,
}

/// A clause of a statement.
#[expect(clippy::struct_excessive_bools, reason = "what a clause says of itself, each apart from the others")]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Clause {
    /// Its content words, in order.
    pub content: Vec<Content>,
    /// It is denied.
    pub denied: bool,
    /// With a word that makes the denial pass: "not yet".
    pub passing: bool,
    /// It tells what is to come.
    pub ahead: bool,
    /// It tells what has come.
    pub done: bool,
    /// Its numbers, but for one.
    pub numbers: BTreeSet<i64>,
    /// The weekdays that it names, by their ISO number.
    pub weekdays: BTreeSet<u32>,
    /// Words of it that limit it, each with what it stands with.
    pub limits: Vec<String>,
    /// The side that it takes.
    pub stand: Option<Stand>,
}

/// A content word.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// The id of its stem.
    pub stem: u64,
    /// What it weighs, in tenths of a rare word.
    pub weight: usize,
    /// It is a name, or a part of one.
    pub name: bool,
    /// As it is written, in lower case.
    pub word: String,
}

/// A rare word weighs this, a name less, since it tells of whom and not what, and a word that all reports use little.
pub(super) const RARE: usize = 10;
const NAME: usize = 6;
const COMMON: usize = 5;
/// Words in one row that two statements share.
const RUN: usize = 3;

impl Gist {
    /// Reads a statement.
    #[must_use]
    pub fn read(text: &str, lexicon: &Lexicon) -> Self {
        let wording = Wording::of_quote(text, lexicon);
        let words = without_contrast(wording.words, lexicon);
        let reader = Reader { lexicon };
        let mut out = Self::default();
        for clause in reader.clauses(&words) {
            let read = reader.clause(clause);
            for content in &read.content {
                let weight = out.weights.entry(content.stem).or_default();
                *weight = (*weight).max(content.weight);
            }
            let stems: Vec<_> = clause.iter().map(|w| (reader.stem(w), reader.weight(w).is_some())).collect();
            let told = |run: &&[(u64, bool)]| run.iter().filter(|(_, content)| *content).count() > 1;
            out.runs.extend(stems.windows(RUN).filter(told).map(|run| [run[0].0, run[1].0, run[2].0]));
            out.clauses.push(read);
        }
        out
    }

    /// The stems of its content words, each once.
    pub fn stems(&self) -> impl Iterator<Item = u64> {
        self.weights.keys().copied()
    }

    /// What its content words weigh together.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.weights.values().sum()
    }

    /// Whether it has a word of this stem.
    #[must_use]
    pub fn has(&self, stem: u64) -> bool {
        self.weights.contains_key(&stem)
    }

    /// Whether both have three words in one row, two of them content words.
    #[must_use]
    pub fn shares_a_run(&self, other: &Self) -> bool {
        self.runs.intersection(&other.runs).next().is_some()
    }
}

impl Clause {
    /// What its content words weigh together, each counted once.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.weight_of(|_| true)
    }

    /// The same of some of them.
    #[must_use]
    pub fn weight_of(&self, counts: impl Fn(&Content) -> bool) -> usize {
        let told: BTreeMap<u64, usize> = self.content.iter().filter(|c| counts(c)).map(|c| (c.stem, c.weight)).collect();
        told.values().sum()
    }
}

/// So many words behind a limiting one are named with it.
const NAMED: usize = 3;
/// So many words of a clause that begins with a condition.
const OPENING: usize = 6;

struct Reader<'l> {
    lexicon: &'l Lexicon,
}

impl Reader<'_> {
    /// Cuts words where a sentence or a clause begins.
    fn clauses<'w>(&self, words: &'w [PlainWord]) -> Vec<&'w [PlainWord]> {
        let mut out = Vec::new();
        let mut from = 0;
        for at in 1..words.len() {
            // "Even when" begins one clause, not two.
            let inside = at < from + self.concedes(&words[from..]).unwrap_or_default();
            if words[at].begins || words[at].gap || !inside && self.begins_clause(&words[at..]) {
                out.push(&words[from..at]);
                from = at;
            }
        }
        out.push(&words[from..]);
        out
    }

    fn begins_clause(&self, words: &[PlainWord]) -> bool {
        let (clause, own) = (&self.lexicon.clause, &self.lexicon.statements);
        let word = words[0].plain.as_str();
        let lists = [&clause.subordinators, &clause.relatives, &own.clauses];
        self.concedes(words).is_some() || !own.joined.has(word) && lists.iter().any(|list| list.longest(plain(words)).is_some())
    }

    /// How many words of a concession or a contrast a clause begins with.
    fn concedes(&self, words: &[PlainWord]) -> Option<usize> {
        self.lexicon.statements.concessions.longest(plain(words)).map(|(n, _)| n)
    }

    fn clause(&self, words: &[PlainWord]) -> Clause {
        let mut out = Clause::default();
        let lexicon = self.lexicon;
        out.limits.extend(self.opening(words));
        for (at, word) in words.iter().enumerate() {
            let plain = word.plain.as_str();
            out.denied |= denies(word, lexicon);
            out.passing |= lexicon.statements.passing.has(plain);
            if let Some(weekday) = lexicon.calendar.weekdays.get(plain) {
                out.weekdays.insert(*weekday);
            }
            out.numbers.extend(self.number(word).filter(|n| *n != 1));
            if let Some((_, form)) = lexicon.clause.verbs.longest(self::plain(&words[at..])) {
                out.ahead |= matches!(form, VerbForm::Future | VerbForm::Conditional | VerbForm::Planned);
                out.done |= matches!(form, VerbForm::Had | VerbForm::Has | VerbForm::Was | VerbForm::Did | VerbForm::Past);
            }
            out.done |= plain.ends_with(PAST) && !lexicon.clause.not_verbs.has(plain) && !word.capital;
            if let Some((n, _)) = lexicon.statements.limits.longest(self::plain(&words[at..])) {
                let limit = &words[at..words.len().min(at + n + NAMED)];
                out.limits.push(self::plain(limit).collect::<Vec<_>>().join(" "));
            }
            if let Some(weight) = self.weight(word) {
                // "Mount Vernon ..." begins a sentence with a name.
                let name = word.capital || word.begins && words.get(at + 1).is_some_and(|next| next.capital);
                let weight = if name { NAME } else { weight };
                out.content.push(Content { stem: self.stem(word), weight, name, word: word.plain.clone() });
            }
        }
        out.done &= !out.ahead;
        out.stand = self.stand(words).map(|stand| Stand { favours: stand.favours != out.denied, ..stand });
        out
    }

    /// The side that a clause takes on a course, as long as nothing denies it.
    fn stand(&self, words: &[PlainWord]) -> Option<Stand> {
        let own = &self.lexicon.statements;
        let stems = |at: usize| words[at..].iter().map(|w| self.root(&w.plain));
        let aside = own.aside.longest(plain(words)).is_some() || self.opening(words).is_some();
        let (at, stand) = (0..words.len()).filter(|_| !aside).find_map(|at| Some((at, own.courses.longest(stems(at))?.1)))?;
        let refused = (0..at).any(|i| own.refusals.longest(plain(&words[i..at])).is_some());
        Some(Stand { favours: stand.favours != refused, ..stand.clone() })
    }

    /// The first words of a clause that begins with a condition or a concession.
    fn opening(&self, words: &[PlainWord]) -> Option<String> {
        let opens = self.concedes(words).is_some() || self.lexicon.qualifiers.opening.longest(plain(words)).is_some();
        opens.then(|| plain(&words[..words.len().min(OPENING)]).collect::<Vec<_>>().join(" "))
    }

    /// What a word weighs; none for one that says nothing by itself, a number or a day.
    fn weight(&self, word: &PlainWord) -> Option<usize> {
        let (lexicon, plain) = (self.lexicon, word.plain.as_str());
        let clause = &lexicon.clause;
        let little = lexicon.words.is_function(plain)
            || lexicon.spelling.is_common(plain)
            || lexicon.spelling.is_pronoun(plain)
            || denies(word, lexicon)
            || [&clause.prepositions, &clause.adverbs, &clause.determiners, &clause.subordinators, &clause.relatives]
                .iter()
                .any(|list| list.has(plain))
            || [&lexicon.statements.clauses, &lexicon.statements.passing].iter().any(|list| list.has(plain))
            || clause.verbs.get(plain).is_some_and(|form| !matches!(form, VerbForm::Past | VerbForm::Present));
        let days = &lexicon.calendar;
        let dated = days.weekdays.has(plain)
            || days.months.has(plain)
            || days.unit.has(plain)
            || days.units.has(plain)
            || days.turns.has(plain)
            || days.days.has(plain);
        let counted = dated || self.number(word).is_some();
        let short = plain.chars().count() < 2;
        let weight = || match lexicon.statements.is_common(self.root(plain)) {
            _ if word.capital => NAME,
            true => COMMON,
            false => RARE,
        };
        (!little && !counted && !short).then(weight)
    }

    fn number(&self, word: &PlainWord) -> Option<i64> {
        let numbers = &self.lexicon.numbers;
        let digits = || word.plain.starts_with(|c: char| c.is_ascii_digit()).then(|| word_id(&word.plain).cast_signed());
        word.plain.parse().ok().or_else(|| numbers.cardinals.get(word.plain.as_str()).copied()).or_else(digits)
    }

    fn root<'w>(&'w self, plain: &'w str) -> &'w str {
        let verb = self.lexicon.spelling.verb(plain).unwrap_or(plain);
        self.lexicon.statements.stem(verb)
    }

    fn stem(&self, word: &PlainWord) -> u64 {
        word_id(self.root(&word.plain))
    }
}

/// What ends a regular verb of what has come.
const PAST: &str = "ed";
/// So many words lie between a denial and the preposition of what is denied, at most.
const DENIED: usize = 3;
/// What is said instead follows within so many words.
const REACH: usize = 40;

fn plain(words: &[PlainWord]) -> impl Iterator<Item = &str> + Clone {
    words.iter().map(|w| w.plain.as_str())
}

fn denies(word: &PlainWord, lexicon: &Lexicon) -> bool {
    lexicon.clause.negations.has(word.plain.as_str()) || lexicon.spelling.is_negative(&word.plain)
}

/// "They did not focus on their differences but on the terms" without what is denied: "they did focus on the terms".
fn without_contrast(mut words: Vec<PlainWord>, lexicon: &Lexicon) -> Vec<PlainWord> {
    let preposition = |w: &PlainWord| lexicon.clause.prepositions.has(w.plain.as_str());
    let mut at = 0;
    while at < words.len() {
        let found = denies(&words[at], lexicon).then(|| {
            let reach = words.len().min(at + REACH);
            let end = (at + 1..reach).find(|&i| words[i].begins).unwrap_or(reach);
            let opens = (at + 1..end.min(at + 1 + DENIED)).find(|&i| preposition(&words[i]))?;
            let turns = (opens + 1..end.saturating_sub(1)).find(|&i| {
                let turn = lexicon.qualifiers.behind.get(words[i].plain.as_str());
                turn == Some(&crate::lexicon::Qualifier::Contrast) && words[i + 1].id == words[opens].id
            })?;
            Some((opens, turns))
        });
        if let Some((opens, turns)) = found.flatten() {
            words.drain(opens..=turns);
            words.remove(at);
        } else {
            at += 1;
        }
    }
    words
}
