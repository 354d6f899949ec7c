//! Names of the article's people where their own place shows no name: at the head of a sentence, in another order, as a place's.

use std::cell::Cell;

use rustc_hash::FxHashSet;

use super::{Found, Gender, Reader, skeleton};
use crate::lexicon::kinds::{LITTLE, SPEECH, VERB_FORM};
use crate::lexicon::vocabulary::NameType;
use crate::lexicon::{Known, WordTable};
use crate::read::names::NameMention;
use crate::text::{Run, TokenKind};

/// Shorter words are compared letter by letter.
const LONG: usize = 5;
/// No name is longer.
const LONGEST: usize = 8;

/// What the article's full names of people are made of.
struct FullNames<'p> {
    /// Their words in lower case.
    words: WordTable<Part, &'p str>,
    /// Last words of names in the letters that spellings of them share.
    sounds: FxHashSet<String>,
    /// Two words that stand beside each other in a name, or begin and end it.
    pairs: FxHashSet<(&'p str, &'p str)>,
}

/// A word as a part of full names.
struct Part {
    /// A name begins or ends with it.
    edge: bool,
    /// Where the first name with it stands.
    first: usize,
    /// The article writes it in lower case too.
    common: Cell<bool>,
}

impl Reader<'_, '_> {
    /// Adds what was left out and gives people back what was taken for a place.
    pub(super) fn again(&self, found: &mut Vec<Found>, shouted: &[usize]) {
        self.relatives(found);
        let names = self.full_names(found);
        if names.words.iter().next().is_none() {
            return;
        }
        for f in found.iter_mut().filter(|f| f.kind == NameType::Loc) {
            let unlisted = self.known(f.mention.run).is_none() && f.mention.run.len() > 1;
            let first = names.words.get(self.page.key(f.mention.run.start)).map_or(0, |part| part.first);
            let named = shouted.binary_search(&f.sentence).is_ok() || self.is_named_before(f.mention.run, first);
            let somebody = || named && self.is_somebodys(f.mention.run) && !self.is_where(f);
            if self.is_name(f.mention.run, &names) && (unlisted || somebody()) {
                f.kind = NameType::Person;
            }
        }
        self.common(&names);
        let mut more = Vec::new();
        let mut next = found.iter().map(|f| f.mention.full.cover(f.mention.run)).peekable();
        for (sentence, aside) in super::sentences(self.story) {
            if shouted.binary_search(&sentence).is_ok() {
                continue;
            }
            let tokens = self.page.sentences[sentence].tokens;
            let mut at = tokens.start;
            while at < tokens.end {
                if !self.page.tokens[at].capital {
                    at += 1;
                    continue;
                }
                while next.peek().is_some_and(|run| run.end <= at) {
                    next.next();
                }
                if let Some(run) = next.peek().filter(|run| run.has(at)) {
                    at = run.end;
                    continue;
                }
                let end = next.peek().map_or(tokens.end, |run| run.start.min(tokens.end));
                let Some(run) = self.name_at(Run::new(at, end), tokens.start, &names) else {
                    at += 1;
                    continue;
                };
                let mention = NameMention {
                    run,
                    full: run,
                    role: None,
                    kind: Some(NameType::Person),
                    gender: Gender::Unknown,
                    weak: false,
                    rule: "name-again",
                };
                more.push(Found { mention, kind: NameType::Person, sentence, aside, entity: None });
                at = run.end;
            }
        }
        found.extend(more);
        found.sort_by_key(|f| f.mention.run);
    }

    /// "Milan Kovač" beside "Dragan Kovač" is no club of Milan.
    fn relatives(&self, found: &mut [Found]) {
        let people = found.iter().filter(|f| f.kind == NameType::Person && f.mention.run.len() > 1);
        let surnames: FxHashSet<&str> = people.map(|f| self.page.lower(f.mention.run.end - 1)).collect();
        for f in found.iter_mut().filter(|f| f.kind == NameType::Org && f.mention.run.len() == 2) {
            let Run { start, end } = f.mention.run;
            let town = matches!(self.known(Run::new(start, start + 1)), Some(Known::Place(_)));
            if surnames.contains(self.page.lower(end - 1)) && town && self.known(f.mention.run).is_none() {
                f.kind = NameType::Person;
            }
        }
    }

    fn full_names(&self, found: &[Found]) -> FullNames<'_> {
        let mut names = FullNames { words: WordTable::default(), sounds: FxHashSet::default(), pairs: FxHashSet::default() };
        let mut seen = FxHashSet::default();
        let people = found.iter().filter(|f| f.kind == NameType::Person && f.mention.run.len() > 1 && !f.aside);
        // A name that is written like one before has nothing new.
        for f in people.filter(|f| seen.insert(self.page.text(f.mention.run))) {
            let Run { start, end } = f.mention.run;
            let mut before = None;
            for i in f.mention.run.iter().filter(|&i| self.page.tokens[i].capital) {
                let word = self.page.lower(i);
                // "Ordóñez" of "Andrés Manuel Ordóñez Vega".
                let edge = i == start || i + 1 == end || i + 2 == end && end - start >= 4;
                names.words.entry(word, || Part { edge: false, first: start, common: Cell::new(false) }).edge |= edge;
                if let Some(before) = before.replace(word) {
                    names.pairs.insert((before, word));
                }
            }
            let (first, last) = (self.page.lower(start), self.page.lower(end - 1));
            if last.len() >= LONG {
                names.sounds.insert(skeleton(last));
            }
            names.pairs.extend([(first, last), (last, first)]);
        }
        names
    }

    /// Marks the words of names that the article writes in lower case too.
    fn common(&self, names: &FullNames) {
        let lower = self.page.tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Word && !t.capital);
        for part in lower.filter_map(|(i, _)| names.words.get(self.page.key(i))) {
            part.common.set(true);
        }
    }

    /// A name that begins with the run: all capitalised words of it are words of one name.
    fn name_at(&self, rest: Run, first: usize, names: &FullNames) -> Option<Run> {
        let at = rest.start;
        if !self.is_capital(at) || at > first && self.is_capital(at - 1) && self.page.kind(at - 1) == Some(TokenKind::Word) {
            return None;
        }
        let Some(Part { edge, common, .. }) = names.words.get(self.page.key(at)) else { return self.sounds_like(at, names) };
        let mut end = at + 1;
        while end < rest.end.min(at + LONGEST) {
            let joined = self.page.lower(end) == "-" && self.page.glued(end) && self.page.glued(end + 1);
            if !(self.is_capital(end) || joined) {
                break;
            }
            end += if joined { 2 } else { 1 };
        }
        let run = Run::new(at, end.min(rest.end));
        if run.len() > 1 {
            return self.is_name(run, names).then_some(run);
        }
        let word = self.page.lower(at);
        // "May said": no modal verb speaks.
        let speaks = self.page.is(at + 1, SPEECH);
        let weak = self.page.is(at, LITTLE) && !speaks
            || self.lexicon.words.is_sentence_starter(self.page.word(at))
            || common.get() && !self.acts(at + 1);
        (*edge && !weak && word.len() > 1).then_some(run)
    }

    /// "Qaddafi" at the head of a sentence, where "Gaddafi" was named.
    fn sounds_like(&self, at: usize, names: &FullNames) -> Option<Run> {
        let word = self.page.lower(at);
        let known = self.page.is(at, LITTLE)
            || self.lexicon.words.is_sentence_starter(self.page.word(at))
            || self.lexicon.names.demonyms.has(word)
            || self.is_capital(at + 1)
            || !self.acts(at + 1);
        (word.len() >= LONG && !known && names.sounds.contains(&skeleton(word))).then(|| Run::new(at, at + 1))
    }

    /// Whether the words stand beside each other in one name.
    fn is_name(&self, run: Run, names: &FullNames) -> bool {
        let mut capitals = run.iter().filter(|&i| self.is_capital(i)).map(|i| self.page.lower(i));
        let Some(mut before) = capitals.next() else { return false };
        let lone = names.words.get(before).is_some_and(|part| part.edge);
        let mut alone = true;
        for word in capitals {
            if !names.pairs.contains(&(before, word)) {
                return false;
            }
            before = word;
            alone = false;
        }
        !alone || lone
    }

    /// A verb, a possessive or an apposition follows.
    fn acts(&self, i: usize) -> bool {
        let word = self.page.lower(i);
        self.page.is(i, SPEECH | VERB_FORM) || word.ends_with("ed") || self.page.kind(i) == Some(TokenKind::Clitic) || word == ","
    }

    fn is_capital(&self, i: usize) -> bool {
        self.page.tokens.get(i).is_some_and(|t| t.capital && t.kind == TokenKind::Word)
    }

    /// Behind "in" or "near": a town all the same.
    fn is_where(&self, f: &Found) -> bool {
        let start = f.mention.run.start;
        start > self.page.sentences[f.sentence].tokens.start
            && self.lexicon.names.cues.place_prepositions.has(self.page.key(start - 1))
    }
}
