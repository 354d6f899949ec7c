//! One sentence as the casualty reader sees it.

use crate::lexicon::kinds::ADVERB;
use crate::lexicon::vocabulary::{Effect, Group};
use crate::lexicon::{CasualtyWords, Key, Lexicon, PhraseList, Phrases, VerbForm};
use crate::read::attribution::Attribution;
use crate::read::clause::Clause;
use crate::read::names::Style;
use crate::read::numbers::Number;
use crate::story::Story;
use crate::text::{Page, Run, TokenKind};

/// A sentence with what was read of it, and the words to read it by.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a, 't> {
    pub(super) story: &'a Story<'t>,
    pub(super) page: &'a Page<'t>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) words: &'a CasualtyWords,
    /// The sentence's tokens.
    pub(super) run: Run,
    /// Its index.
    index: usize,
    /// What its words may begin together, as far as that is known.
    found: u32,
    /// It is written in title case or in capitals: a capital tells no name.
    pub(super) headline: bool,
}

impl<'a, 't> Scene<'a, 't> {
    pub(super) fn new(story: &'a Story<'t>, sentence: usize, lexicon: &'a Lexicon) -> Self {
        let page = &story.page;
        Self {
            story,
            page,
            lexicon,
            words: &lexicon.casualties,
            run: page.sentences[sentence].tokens,
            index: sentence,
            found: u32::MAX,
            headline: story.style(sentence) != Style::Plain,
        }
    }

    /// The same, where it is known what its words begin together: nothing else is looked for.
    pub(super) fn with(self, found: u32) -> Self {
        Self { found, ..self }
    }

    /// Its numbers.
    pub(super) fn numbers(&self) -> &'a [Number] {
        self.story.numbers(self.index)
    }

    /// Its clauses.
    pub(super) fn clauses(&self) -> &'a [Clause] {
        self.story.clauses(self.index)
    }

    /// Who says what in it.
    pub(super) fn attributions(&self) -> &'a [Attribution] {
        self.story.attributions(self.index)
    }

    /// From a token to the sentence's end.
    pub(super) fn from(&self, i: usize) -> Run {
        Run::new(i.min(self.run.end), self.run.end)
    }

    /// The sentence within reach of a claim; few sentences are longer.
    pub(super) fn near(&self, claim: Run) -> Run {
        const REACH: usize = 80;
        Run::new(claim.start.saturating_sub(REACH).max(self.run.start), self.run.end.min(claim.end + REACH))
    }

    /// A token in lower case; empty outside the sentence.
    pub(super) fn lower(&self, i: usize) -> &'a str {
        if self.run.has(i) { self.page.lower(i) } else { "" }
    }

    /// A token as tables are asked for it; the empty word outside the sentence.
    pub(super) fn key(&self, i: usize) -> Key<'a> {
        if self.run.has(i) { self.page.key(i) } else { Key::from("") }
    }

    /// What a token of the sentence may begin, as the bits of [`harm_starts`](crate::lexicon::harm_starts).
    pub(super) fn begins(&self, i: usize) -> u32 {
        if self.run.has(i) { self.page.harming(i) } else { 0 }
    }

    /// The tokens of a run of the sentence that begin one of these.
    pub(super) fn beginning(&self, kinds: u32, run: Run) -> impl DoubleEndedIterator<Item = usize> + use<'a, 't> {
        let (page, run) = (self.page, if self.found & kinds == 0 { Run::new(run.start, run.start) } else { run });
        run.iter().filter(move |&i| page.harming(i) & kinds != 0)
    }

    /// Whether a token of the sentence is of one of these [`kinds`](crate::lexicon::kinds).
    pub(super) fn is(&self, i: usize, kinds: u32) -> bool {
        self.run.has(i) && self.page.is(i, kinds)
    }

    /// The token before in lower case; empty at the sentence's beginning.
    pub(super) fn before(&self, i: usize) -> &'a str {
        if i > self.run.start { self.lower(i - 1) } else { "" }
    }

    pub(super) fn is_word(&self, i: usize) -> bool {
        self.run.has(i) && self.page.kind(i) == Some(TokenKind::Word)
    }

    /// How many tokens the phrase of a list takes that begins at `i`.
    pub(super) fn phrase(&self, list: &PhraseList, i: usize) -> Option<usize> {
        list.longest(self.page.keys(self.from(i))).map(|(n, _)| n)
    }

    /// The phrase of a table that begins at `i`: its length and value.
    pub(super) fn value<T: Copy>(&self, table: &Phrases<T>, i: usize) -> Option<(usize, T)> {
        table.longest(self.page.keys(self.from(i))).map(|(n, v)| (n, *v))
    }

    /// The first phrase of a list inside a run, whose first words have one of these bits of
    /// [`harm_starts`](crate::lexicon::harm_starts): most words need no further look.
    pub(super) fn find_among(&self, kinds: u32, list: &PhraseList, run: Run) -> Option<Run> {
        self.beginning(kinds, run).find_map(|i| self.phrase(list, i).filter(|n| i + n <= run.end).map(|n| Run::new(i, i + n)))
    }

    /// The first phrase of a list inside a run.
    pub(super) fn find(&self, list: &PhraseList, run: Run) -> Option<Run> {
        run.iter().find_map(|i| self.phrase(list, i).filter(|n| i + n <= run.end).map(|n| Run::new(i, i + n)))
    }

    /// The start of the phrase of a table that ends right before `i`, with its value: the longest of at most four words.
    pub(super) fn ending<T: Copy>(&self, table: &Phrases<T>, i: usize) -> Option<(usize, T)> {
        (1..=4).rev().filter(|n| i >= self.run.start + n).find_map(|n| {
            let (len, value) = table.longest(self.page.keys(Run::new(i - n, i)))?;
            (len == n).then_some((i - n, *value))
        })
    }

    /// Whether token `i` belongs to a date.
    pub(super) fn in_date(&self, i: usize) -> bool {
        let dates = self.story.dates();
        let next = dates.partition_point(|d| d.run.end <= i);
        dates.get(next).is_some_and(|d| d.run.has(i))
    }

    /// The form of an auxiliary or irregular verb at `i`.
    pub(super) fn verb(&self, i: usize) -> Option<VerbForm> {
        self.lexicon.clause.verbs.get(self.key(i)).copied()
    }

    /// Whether token `i` is a lower-case word that is no function word, verb, adverb or day: a noun or an adjective.
    pub(super) fn is_content(&self, i: usize) -> bool {
        self.is_word(i)
            && !self.page.tokens[i].capital
            && !self.words.stops.has(self.key(i))
            && !self.words.toll_links.has(self.key(i))
            && !self.is_adverb(i)
            && self.verb(i).is_none()
            && !self.lower(i).ends_with("ed")
            && !self.in_date(i)
    }

    /// The number that token `i` belongs to.
    pub(super) fn number_over(&self, i: usize) -> Option<&'a Number> {
        let numbers = self.numbers();
        let next = numbers.partition_point(|n| n.run.end <= i);
        numbers.get(next).filter(|n| n.run.has(i))
    }

    /// Whether a number begins at token `i`.
    pub(super) fn is_number(&self, i: usize) -> bool {
        self.numbers().binary_search_by_key(&i, |n| n.run.start).is_ok()
    }

    pub(super) fn is_adverb(&self, i: usize) -> bool {
        self.is(i, ADVERB)
    }

    /// The noun of people at `i`: how many tokens it takes, and the group it names.
    pub(super) fn people(&self, i: usize) -> Option<(usize, Group)> {
        self.value(&self.words.victims, i).map(|(n, person)| (n, person.group))
    }

    /// Over an age in apposition, ", 34,": the token behind it.
    pub(super) fn over_age(&self, i: usize) -> usize {
        let age = self.lower(i) == "," && self.page.kind(i + 1) == Some(TokenKind::Number) && self.lower(i + 2) == ",";
        if age { i + 3 } else { i }
    }

    /// The predicate of harm at `i`, a participle, a verb or an adjective: how many tokens it takes, and what it tells.
    pub(super) fn predicate(&self, i: usize) -> Option<(usize, Effect)> {
        let tables = [&self.words.participles, &self.words.intransitives, &self.words.adjectives];
        tables.into_iter().find_map(|table| self.value(table, i))
    }

    /// Whether a preposition of place stands at `i`.
    pub(super) fn sets_place(&self, i: usize) -> bool {
        matches!(self.lower(i), "in" | "at" | "near" | "on" | "outside")
    }

    /// Whether token `i` names a thing that is counted like people.
    pub(super) fn is_thing(&self, i: usize) -> bool {
        self.words.things.has(self.key(i))
    }

    /// Whether the noun that ends with token `i` stands in the plural.
    pub(super) fn is_plural(&self, i: usize) -> bool {
        let word = self.lower(i);
        let known = self.words.victims.get(word);
        self.words.plurals.has(word) || known.map_or_else(|| word.ends_with('s') || word.ends_with("men"), |p| p.plural)
    }
}
