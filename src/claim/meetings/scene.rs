//! What a sentence offers to the reader of meetings: its clauses, its verbs, and everybody in it who could meet.

use std::cell::OnceCell;

use super::group::{self, Group};
use super::party::{self, Party};
use super::trigger::Trigger;
use crate::lexicon::{Key, Lexicon, PhraseList};
use crate::read::attribution::Attribution;
use crate::read::clause::{Clause, VerbGroup, finite};
use crate::story::Story;
use crate::text::{Page, Run, TokenKind};

/// A sentence.
pub(super) struct Scene<'s, 't> {
    pub(super) story: &'s Story<'t>,
    pub(super) page: &'s Page<'t>,
    pub(super) lexicon: &'s Lexicon,
    pub(super) sentence: Run,
    /// Its index.
    index: usize,
    pub(super) verbs: Vec<VerbGroup>,
    parties: OnceCell<Vec<Party>>,
    groups: OnceCell<Vec<Group>>,
    signs: OnceCell<Signs>,
}

/// What every trigger of a sentence asks for, in order.
#[derive(Default)]
struct Signs {
    colons: Vec<usize>,
    /// Where a contest or a romance may be told.
    others: Vec<usize>,
    /// The first token that may be a subject though it is no party: a pronoun, or a capital.
    subject: Option<usize>,
}

impl<'s, 't> Scene<'s, 't> {
    pub(super) fn new(story: &'s Story<'t>, index: usize, lexicon: &'s Lexicon) -> Self {
        let page = &story.page;
        let sentence = page.sentences[index].tokens;
        let verbs = story.clauses(index).iter().flat_map(|c| verbs(page, c.run, lexicon)).collect();
        Self {
            story,
            page,
            lexicon,
            sentence,
            index,
            verbs,
            parties: OnceCell::new(),
            groups: OnceCell::new(),
            signs: OnceCell::new(),
        }
    }

    /// Everybody in it who could meet, in order.
    pub(super) fn parties(&self) -> &[Party] {
        self.parties.get_or_init(|| party::parties(self))
    }

    /// The same, coordinated.
    pub(super) fn groups(&self) -> &[Group] {
        self.groups.get_or_init(|| group::groups(self))
    }

    pub(super) fn clauses(&self) -> &'s [Clause] {
        self.story.clauses(self.index)
    }

    /// Who says what in it.
    pub(super) fn attributions(&self) -> &'s [Attribution] {
        self.story.attributions(self.index)
    }

    /// The clause that holds a token, as an index.
    pub(super) fn clause_at(&self, token: usize) -> usize {
        self.clauses().iter().position(|c| c.run.has(token)).unwrap_or(0)
    }

    /// The tokens of the clause that holds a token.
    pub(super) fn clause_run(&self, token: usize) -> Run {
        self.clauses().get(self.clause_at(token)).map_or(self.sentence, |c| c.run)
    }

    pub(super) fn lower(&self, i: usize) -> &str {
        self.page.lower(i)
    }

    pub(super) fn key(&self, i: usize) -> Key<'_> {
        self.page.key(i)
    }

    /// The token before `i`, inside the sentence; empty at its beginning.
    pub(super) fn before(&self, i: usize) -> &str {
        if i > self.sentence.start { self.page.lower(i - 1) } else { "" }
    }

    pub(super) fn is_preposition(&self, i: usize) -> bool {
        self.lexicon.meetings.prepositions.has(self.key(i))
    }

    pub(super) fn is_determiner(&self, i: usize) -> bool {
        matches!(self.lower(i), "the" | "both" | "all" | "’s")
            || self.lexicon.clause.determiners.has(self.key(i)) && self.lower(i) != "of"
    }

    /// The groups whose words lie inside a run.
    pub(super) fn groups_in(&self, run: Run) -> impl Iterator<Item = &Group> {
        let from = self.groups().partition_point(|g| g.run.start < run.start);
        self.groups()[from..].iter().take_while(move |g| g.run.start < run.end)
    }

    /// The last verb group that ends at or before a token, inside a run.
    pub(super) fn verb_before(&self, token: usize, within: Run) -> Option<&VerbGroup> {
        self.verbs.iter().rev().find(|v| v.run.end <= token && v.run.start >= within.start)
    }

    /// The first verb group that starts at or after a token, inside a run.
    pub(super) fn verb_after(&self, token: usize, within: Run) -> Option<&VerbGroup> {
        self.verbs.iter().find(|v| v.run.start >= token && v.run.end <= within.end)
    }

    /// The first word of the noun phrase whose head is token `head`: adjectives, nouns and names before it, no determiner.
    pub(super) fn phrase_start(&self, head: usize, floor: usize) -> usize {
        const LONGEST: usize = 6;
        let mut i = head;
        while i > floor && head - i < LONGEST && self.is_modifier(i - 1) {
            i -= 1;
        }
        // "to restart talks": the infinitive's verb is no adjective.
        i + usize::from(i < head && i > floor && self.lower(i - 1) == "to")
    }

    /// Whether a trigger's noun phrase has a determiner or a possessor.
    pub(super) fn is_determined(&self, t: &Trigger) -> bool {
        t.start > self.sentence.start && self.is_determiner(t.start - 1)
    }

    /// "proposes", "cancels": a verb by its form, which the verbs' reader does not know.
    fn is_cue_verb(&self, i: usize) -> bool {
        let words = &self.lexicon.meetings;
        let word = self.lower(i);
        let status = || words.status.get(self.key(i)).is_some();
        // "EU hold talks": a bare form behind a name.
        let bare = i > self.sentence.start
            && self.page.tokens[i - 1].capital
            && !self.is_determiner(i - 1)
            && word != "open"
            && !word.ends_with("ed")
            && !word.ends_with("ing");
        word.ends_with('s') && status() || (word.ends_with('s') || bare) && words.supports.has(self.key(i))
    }

    fn signs(&self) -> &Signs {
        self.signs.get_or_init(|| {
            let words = &self.lexicon.meetings;
            let mut signs = Signs::default();
            for i in self.sentence.iter() {
                let ahead = Run::new(i, self.sentence.end);
                if self.lower(i) == ":" {
                    signs.colons.push(i);
                }
                let begins = |list: &PhraseList| list.longest(self.page.keys(ahead)).is_some();
                if begins(&words.contests) || begins(&words.romances) {
                    signs.others.push(i);
                }
                let unnamed =
                    || i > self.sentence.start && self.page.tokens[i].capital && !self.parties().iter().any(|p| p.run.has(i));
                if signs.subject.is_none() && (matches!(self.lower(i), "he" | "she" | "they" | "two" | "three") || unnamed()) {
                    signs.subject = Some(i);
                }
            }
            signs
        })
    }

    /// The part of a run between the colons around one of its tokens.
    pub(super) fn between_colons(&self, run: Run, token: usize) -> Run {
        let colons = &self.signs().colons;
        let behind = colons.partition_point(|&i| i < token);
        let before = behind.checked_sub(1).map(|n| colons[n]).filter(|&i| i >= run.start);
        let after = colons.get(behind).filter(|&&i| i < run.end);
        Run::new(before.map_or(run.start, |i| i + 1), after.copied().unwrap_or(run.end))
    }

    /// Whether a pronoun or a capital that is of no party stands before a token.
    pub(super) fn has_subject_before(&self, token: usize) -> bool {
        self.signs().subject.is_some_and(|i| i < token)
    }

    /// Whether a run tells of a contest or a romance, by the list of either.
    pub(super) fn says_other(&self, run: Run, list: &PhraseList) -> bool {
        let others = &self.signs().others;
        let mut inside = others[others.partition_point(|&i| i < run.start)..].iter().take_while(|&&i| i < run.end);
        inside.any(|&i| list.longest(self.page.keys(Run::new(i, run.end))).is_some())
    }

    /// Whether a phrase of a list begins somewhere in a run.
    pub(super) fn says(&self, run: Run, list: &PhraseList) -> bool {
        run.iter().any(|i| list.longest(self.page.keys(Run::new(i, run.end))).is_some())
    }

    fn is_modifier(&self, i: usize) -> bool {
        let word = self.lower(i);
        let clause = &self.lexicon.clause;
        match self.page.kind(i) {
            Some(TokenKind::Number) => true,
            Some(TokenKind::Punct) => word == "-" && self.page.glued(i) && self.page.glued(i + 1),
            Some(TokenKind::Word) => {
                !self.is_determiner(i)
                    && !self.is_preposition(i)
                    && !self.lexicon.words.is_function(word)
                    && !clause.relatives.has(word)
                    && !clause.subordinators.has(word)
                    && !clause.verbs.has(word)
                    && !clause.adverbs.has(word)
                    && !clause.prepositions.has(word)
                    && !self.is_cue_verb(i)
                    // "current" is an adjective, "today" is none.
                    && self.story.dates_in(Run::new(i, i + 1)).all(|d| d.value.ends_with("_REF"))
                    && !self.verbs.iter().any(|v| v.verb == i)
            }
            _ => false,
        }
    }
}

/// Every finite verb group of a run, in order.
fn verbs(page: &Page, run: Run, lexicon: &Lexicon) -> Vec<VerbGroup> {
    let mut out = Vec::new();
    let mut from = run.start;
    while from < run.end {
        let Some(group) = finite(page, Run::new(from, run.end), lexicon) else { break };
        from = group.run.end.max(from + 1);
        out.push(group);
    }
    out
}
