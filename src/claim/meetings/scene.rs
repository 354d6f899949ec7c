//! What a sentence offers to the reader of meetings: its clauses, its verbs, and everybody in it who could meet.

use super::trigger::Trigger;
use crate::lexicon::vocabulary::{ActsAs, Mention, NameType};
use crate::lexicon::{Lexicon, MeetingVerb};
use crate::read::clause::{Clause, VerbGroup, finite};
use crate::story::{Name, Story, Told};
use crate::text::{Page, Run, TokenKind};

/// Somebody, or a place, in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Party {
    /// Its tokens with title and apposition.
    pub(super) full: Run,
    /// Its tokens without.
    pub(super) run: Run,
    /// The string of its fullest mention; none for a pronoun that nothing resolves.
    pub(super) text: Option<String>,
    /// Its canonical id.
    pub(super) entity: Option<String>,
    /// PERSON, ORG or LOC; none for common nouns.
    pub(super) kind: Option<NameType>,
    /// A place that stands for its government here.
    pub(super) government: bool,
    /// he, they.
    pub(super) pronoun: bool,
    /// Its own words are a name's.
    pub(super) proper: bool,
    /// More than one by its form.
    pub(super) plural: bool,
}

impl Party {
    /// A pronoun for a thing ("it"), or nothing to hold on to: no subject of a meeting.
    fn is_pure_place_pronoun(&self) -> bool {
        self.pronoun && self.text.is_none() && self.kind == Some(NameType::Loc)
    }

    /// Whether it is a place and nothing else shows that a government is meant.
    pub(super) fn is_place(&self) -> bool {
        self.kind == Some(NameType::Loc) && !self.government
    }
}

/// Parties that are coordinated: "X, Y and Z".
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// Indices into [`Scene::parties`].
    pub(super) members: std::ops::Range<usize>,
    /// The token of the preposition that governs it.
    pub(super) preposition: Option<usize>,
    /// From the first word of the first to the last of the last.
    pub(super) run: Run,
    /// Followed by `'s`.
    pub(super) possessive: bool,
    /// An apposition between commas to the group before.
    pub(super) apposed: bool,
}

/// A sentence.
pub(super) struct Scene<'s, 't> {
    pub(super) story: &'s Story<'t>,
    pub(super) page: &'s Page<'t>,
    pub(super) lexicon: &'s Lexicon,
    pub(super) sentence: Run,
    pub(super) told: &'s Told,
    pub(super) verbs: Vec<VerbGroup>,
    pub(super) parties: Vec<Party>,
    pub(super) groups: Vec<Group>,
}

impl<'s, 't> Scene<'s, 't> {
    pub(super) fn new(story: &'s Story<'t>, index: usize, lexicon: &'s Lexicon) -> Self {
        let (page, told) = (&story.page, &story.told[index]);
        let sentence = page.sentences[index].tokens;
        let verbs = told.clauses.iter().flat_map(|c| verbs(page, c.run, lexicon)).collect();
        let mut scene = Self { story, page, lexicon, sentence, told, verbs, parties: Vec::new(), groups: Vec::new() };
        scene.parties = scene.find_parties();
        scene.groups = scene.find_groups();
        scene
    }

    pub(super) fn clauses(&self) -> &'s [Clause] {
        &self.told.clauses
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

    /// The token before `i`, inside the sentence; empty at its beginning.
    pub(super) fn before(&self, i: usize) -> &str {
        if i > self.sentence.start { self.page.lower(i - 1) } else { "" }
    }

    pub(super) fn is_preposition(&self, i: usize) -> bool {
        self.lexicon.meetings.prepositions.has(self.lower(i))
    }

    pub(super) fn is_determiner(&self, i: usize) -> bool {
        matches!(self.lower(i), "the" | "both" | "all" | "’s")
            || self.lexicon.clause.determiners.has(self.lower(i)) && self.lower(i) != "of"
    }

    /// The groups whose words lie inside a run.
    pub(super) fn groups_in(&self, run: Run) -> impl Iterator<Item = &Group> {
        let from = self.groups.partition_point(|g| g.run.start < run.start);
        self.groups[from..].iter().take_while(move |g| g.run.start < run.end)
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
        i
    }

    /// The possessor of a trigger's noun phrase, as an index into the groups: "Kerry's two-day" of "Kerry's two-day visit", "his" of "his visit".
    pub(super) fn owner(&self, t: &Trigger) -> Option<usize> {
        let at = t.start.checked_sub(1).filter(|&i| i >= self.sentence.start)?;
        let end = match self.lower(at) {
            "'s" | "’s" | "'" | "’" => at,
            _ => at + 1,
        };
        self.groups.iter().position(|g| {
            g.run.end == end
                && (end == at
                    || self.parties[g.members.clone()]
                        .iter()
                        .any(|p| p.pronoun && is_possessive_pronoun(self.lower(p.run.start))))
        })
    }

    /// Whether a trigger's noun phrase has a determiner or a possessor.
    pub(super) fn is_determined(&self, t: &Trigger) -> bool {
        t.start > self.sentence.start && self.is_determiner(t.start - 1)
    }

    /// The subject of a verb group, as indices into the groups.
    pub(super) fn subject(&self, verb: &VerbGroup) -> Option<usize> {
        self.subject_within(verb, 3)
    }

    fn subject_within(&self, verb: &VerbGroup, depth: usize) -> Option<usize> {
        if depth == 0 {
            return None;
        }
        let start = verb.run.start;
        let clause = self.clause_run(verb.verb);
        let previous = self.verb_before(start, clause).copied();
        let floor = previous.map_or(clause.start, |v| v.run.end);
        let infinitive =
            verb.dependent || self.lower(start) == "to" || self.lower(verb.verb).ends_with("ing") && verb.run.len() == 1;
        let shared = previous.is_some() && matches!(self.before(start), "and" | "or" | "but" | "then");
        if let (Some(previous), true) = (previous, shared || infinitive) {
            let object = self.groups.iter().position(|g| g.run.start == self.object_at(previous.run.end) && !g.possessive);
            let controls = infinitive && self.lexicon.meetings.verbs.get(self.lower(previous.verb)) == Some(&MeetingVerb::Invite);
            return object.filter(|_| controls).or_else(|| self.subject_within(&previous, depth - 1));
        }
        if !infinitive && let Some(found) = self.last_free(Run::new(floor, start)) {
            return Some(found);
        }
        previous.and_then(|v| self.subject_within(&v, depth - 1)).or_else(|| self.subject_outside(verb, clause, depth))
    }

    /// The last group of a run that no preposition governs.
    fn last_free(&self, run: Run) -> Option<usize> {
        self.groups.iter().rposition(|g| {
            run.contains(g.run)
                && g.preposition.is_none()
                && !g.possessive
                && !g.apposed
                && !self.parties[g.members.clone()].iter().all(Party::is_pure_place_pronoun)
        })
    }

    /// The subject that a clause without an own one takes: the antecedent, the main clause's, or what follows a preposed phrase.
    fn subject_outside(&self, verb: &VerbGroup, clause: Run, depth: usize) -> Option<usize> {
        if clause.start > self.sentence.start {
            let relative = self.lexicon.clause.relatives.has(self.lower(clause.start));
            if relative {
                return self.groups.iter().rposition(|g| g.run.end <= clause.start && !g.possessive);
            }
            let before = self.verb_before(clause.start, self.sentence).copied();
            if let Some(found) = before.and_then(|v| self.subject_within(&v, depth - 1)) {
                return Some(found);
            }
        }
        let after = self.verb_after(verb.run.end, self.sentence).copied()?;
        self.last_free(Run::new(verb.run.end, after.run.start))
    }

    fn object_at(&self, from: usize) -> usize {
        (from..self.sentence.end.min(from + 3)).find(|&i| !self.is_determiner(i)).unwrap_or(from)
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
                    && self.story.dates_in(Run::new(i, i + 1)).next().is_none()
                    && !self.verbs.iter().any(|v| v.verb == i)
            }
            _ => false,
        }
    }

    fn find_parties(&self) -> Vec<Party> {
        let mut out: Vec<Party> = self.story.names_in(self.sentence).map(|n| self.named(n)).collect();
        let covered = |out: &[Party], i: usize| out.iter().any(|p| p.full.has(i) || p.run.has(i));
        let mut more = Vec::new();
        for head in self.sentence.iter() {
            if !self.lexicon.meetings.parties.has(self.lower(head)) || covered(&out, head) || !self.is_head(head) {
                continue;
            }
            let mut start = self.phrase_start(head, self.sentence.start);
            start = (start..=head).find(|&i| !covered(&out, i)).unwrap_or(head);
            more.push(self.common(Run::new(start, head + 1)));
            // "Israeli and Palestinian negotiators" are two parties.
            if start >= self.sentence.start + 2 && self.before(start) == "and" && self.page.tokens[start].capital {
                let other = start - 2;
                if self.page.tokens[other].capital && !covered(&out, other) && self.page.kind(other) == Some(TokenKind::Word) {
                    more.push(self.common(Run::new(other, other + 1)));
                }
            }
        }
        out.extend(more);
        out.sort_by_key(|p| p.run.start);
        out
    }

    /// Whether a common noun stands at the end of its phrase: "group leaders" are leaders.
    fn is_head(&self, i: usize) -> bool {
        let next = self.lower(i + 1);
        let joined = next == "-" && self.page.glued(i + 1);
        let compound = self.lexicon.meetings.parties.has(next) || self.lexicon.meetings.nouns.has(next) && next != "talk";
        let verb = self.before(i) == "to" || self.verbs.iter().any(|v| v.verb == i);
        !(joined
            || verb
            || compound && self.sentence.has(i + 1)
            || self.page.tokens.get(i + 1).is_some_and(|t| t.capital && t.kind == TokenKind::Word)
                && !self.page.tokens[i].capital
                && self.before(i) == "-")
    }

    fn common(&self, run: Run) -> Party {
        let plural = self.lower(run.end - 1).ends_with('s');
        Party {
            full: run,
            run,
            text: Some(self.page.text(run).to_owned()),
            entity: None,
            kind: None,
            government: false,
            pronoun: false,
            proper: false,
            plural,
        }
    }

    fn named(&self, name: &Name) -> Party {
        let pronoun = name.mention == Mention::Pronoun;
        let own = || (!pronoun).then(|| self.page.text(name.run).to_owned());
        Party {
            full: name.full.cover(name.run),
            run: name.run,
            text: name.canonical.clone().or_else(own),
            entity: name.entity.clone(),
            kind: Some(name.kind),
            government: name.acts_as == Some(ActsAs::Government),
            pronoun,
            proper: name.mention == Mention::Proper,
            plural: name.plural,
        }
    }

    fn find_groups(&self) -> Vec<Group> {
        let mut out: Vec<Group> = Vec::new();
        for (i, party) in self.parties.iter().enumerate() {
            let words = self.phrase_begin(party.full.start);
            if let Some(last) = out.last_mut()
                && self.joins(last, words, party)
            {
                last.members.end = i + 1;
                last.run.end = party.full.end.max(last.run.end);
                last.possessive = self.is_possessive(party.full.end);
                continue;
            }
            let comma = self.before(words) == ",";
            let apposed = comma && !party.proper && !party.pronoun && out.last().is_some_and(|g| g.run.end + 1 == words);
            out.push(Group {
                members: i..i + 1,
                preposition: (words > self.sentence.start && self.is_preposition(words - 1)).then(|| words - 1),
                run: Run::new(party.full.start, party.full.end),
                possessive: self.is_possessive(party.full.end),
                apposed,
            });
        }
        out
    }

    /// Where a noun phrase begins, its determiner included.
    fn phrase_begin(&self, start: usize) -> usize {
        let mut i = start;
        while i > self.sentence.start && start - i < 3 && (self.is_determiner(i - 1) && !matches!(self.lower(i - 1), "'s" | "’s"))
        {
            i -= 1;
        }
        i
    }

    fn is_possessive(&self, end: usize) -> bool {
        matches!(self.lower(end), "'s" | "’s") || matches!(self.lower(end), "'" | "’") && self.page.glued(end)
    }

    /// Whether a party that begins at `words` goes on with the list of the group before it.
    fn joins(&self, last: &Group, words: usize, party: &Party) -> bool {
        let gap = Run::new(last.run.end, words);
        if gap.is_empty() || gap.len() > 3 || last.possessive {
            return false;
        }
        let link = |i: usize| matches!(self.lower(i), "," | "and" | "&" | "both" | "also");
        if !gap.iter().all(link) {
            return false;
        }
        let and = gap.iter().any(|i| matches!(self.lower(i), "and" | "&"));
        // A comma alone lists only where an "and" closes the list soon: "X, Y and Z"; else it sets off an apposition.
        and && !self.verbs.iter().any(|v| v.run.start == party.full.end && gap.len() > 1 && last.preposition.is_some())
            || !and && party.proper && self.list_closes(party.full.end)
    }

    fn list_closes(&self, from: usize) -> bool {
        let ahead = Run::new(from, self.sentence.end.min(from + 10));
        ahead
            .iter()
            .take_while(|&i| !self.is_preposition(i) && !self.lexicon.clause.relatives.has(self.lower(i)))
            .take_while(|&i| !self.verbs.iter().any(|v| v.run.has(i)))
            .any(|i| self.lower(i) == "and")
    }
}

fn is_possessive_pronoun(word: &str) -> bool {
    matches!(word, "his" | "her" | "their" | "its")
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
