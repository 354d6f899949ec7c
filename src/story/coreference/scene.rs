//! The people of each sentence, as pronouns choose among them: who is its subject, who owns what follows, who is only spoken of.

use rustc_hash::FxHashMap;

use super::Reader;
use crate::lexicon::VerbForm;
use crate::lexicon::kinds::{LITTLE, PREPOSITION, RELATIVE, SUBORDINATE};
use crate::lexicon::vocabulary::{Gender, Mention, NameType};
use crate::read::clause::Clause;
use crate::story::Name;
use crate::text::{Run, TokenKind};

/// No sentence has more people to choose from.
const CROWD: usize = 32;

/// A pronoun reaches so many sentences back, those of quotations among them, and so many ahead.
const BACK: usize = 9;
const AHEAD: usize = 2;

/// How a mention stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Inside a quotation.
    Quoted,
    /// Behind a preposition, or the owner of what follows.
    Beside,
    /// Behind the verb.
    Object,
    /// The subject of a clause that depends on another.
    Embedded,
    /// The subject of the sentence, or who speaks.
    Subject,
}

/// A person of a sentence. Somebody without a name ("a neighbour") stands in the way of others, and means nobody we know.
#[derive(Debug, Clone, Copy)]
pub(super) struct Somebody {
    /// The name or the words for it.
    pub(super) run: Run,
    /// Title and apposition with it.
    pub(super) full: Run,
    /// Which person, as a number of the scene.
    pub(super) who: usize,
    pub(super) place: Place,
    /// The start of the clause it stands in.
    pub(super) clause: usize,
}

/// The weights of those whom one pronoun may mean.
#[derive(Debug, Default, Clone)]
pub(super) struct Ballot {
    /// By number; none for whoever was not weighed.
    weights: Vec<Option<i32>>,
    /// Who was.
    weighed: Vec<usize>,
}

impl Ballot {
    /// Weighs one of `crowd` people. Whoever is named again and again is spoken of.
    pub(super) fn weigh(&mut self, who: usize, weight: i32, crowd: usize) {
        self.weights.resize(self.weights.len().max(crowd), None);
        let slot = &mut self.weights[who];
        if slot.is_none() {
            self.weighed.push(who);
        }
        *slot = Some(slot.map_or(weight, |best| best.max(weight) + 2));
    }

    /// Whoever weighs most, with that weight, and the weight of the next; all is empty again.
    pub(super) fn take(&mut self) -> Option<(usize, i32, Option<i32>)> {
        let mut found: Option<(usize, i32, Option<i32>)> = None;
        for who in self.weighed.drain(..) {
            let Some(weight) = self.weights[who].take() else { continue };
            found = match found {
                Some((_, best, _)) if weight > best => Some((who, weight, Some(best))),
                Some((first, best, next)) => Some((first, best, next.max(Some(weight)))),
                None => Some((who, weight, None)),
            };
        }
        found
    }
}

/// The people of an article.
#[derive(Debug, Default, Clone)]
pub(super) struct Scene<'n> {
    /// By sentence, in order.
    pub(super) people: Vec<Vec<Somebody>>,
    /// The name that each number stands for; none for somebody without a name.
    pub(super) names: Vec<Option<&'n Name>>,
    /// What is known or was learnt of each one's gender.
    pub(super) genders: Vec<Gender>,
    /// Where weights are added up.
    pub(super) ballot: Ballot,
    numbers: FxHashMap<&'n str, usize>,
}

impl<'n> Scene<'n> {
    fn number(&mut self, name: Option<&'n Name>, gender: Gender) -> usize {
        let next = self.names.len();
        let entity = name.and_then(|n| n.entity.as_deref());
        let who = entity.map_or(next, |e| *self.numbers.entry(e).or_insert(next));
        if who == next {
            self.names.push(name);
            self.genders.push(gender);
        } else if self.genders[who] == Gender::Unknown {
            self.genders[who] = gender;
        }
        who
    }

    /// Adds a mention in its order.
    pub(super) fn add(&mut self, sentence: usize, one: Somebody) {
        let Some(here) = self.people.get_mut(sentence) else { return };
        if here.len() < CROWD {
            let at = here.partition_point(|s| s.run.start < one.run.start);
            here.insert(at, one);
        }
    }

    /// Whether somebody may be meant by a pronoun of this gender.
    pub(super) fn agrees(&self, who: usize, gender: Gender) -> bool {
        let own = self.genders[who];
        own == Gender::Unknown || gender == Gender::Unknown || own == gender
    }
}

impl Reader<'_, '_> {
    /// Everybody whom the names and roles of the text tell of, in the sentences that a pronoun reaches.
    pub(super) fn scene<'n>(&self, names: &'n [Name], pronouns: &[(usize, usize)]) -> Scene<'n> {
        let mut reached = vec![false; self.page.sentences.len()];
        for &(_, sentence) in pronouns {
            let last = (sentence + AHEAD + 1).min(reached.len());
            reached[sentence.saturating_sub(BACK)..last].fill(true);
        }
        let mut scene = Scene { people: vec![Vec::new(); self.page.sentences.len()], ..Scene::default() };
        let mut next = names.iter().filter(|n| n.kind == NameType::Person && !n.plural).peekable();
        for sentence in self.story.sentences().filter(|&s| reached[s]) {
            let tokens = self.page.sentences[sentence].tokens;
            while next.next_if(|n| n.run.start < tokens.start).is_some() {}
            let (mut at, mut predicate) = (tokens.start, 0);
            while at < tokens.end {
                if let Some(name) = next.next_if(|n| n.full.start.max(tokens.start) <= at || n.run.start <= at) {
                    let mut full = name.full;
                    at = at.max(name.run.end).max(name.full.end.min(tokens.end));
                    let nameless = name.mention == Mention::Nominal && name.entity.is_none();
                    if nameless && self.is_predicate(name.run.start, predicate) {
                        predicate = name.run.end;
                        continue;
                    }
                    // "His lawyer, Drole": one person.
                    let mut gender = name.gender;
                    if let Some((opens, _, shown)) = self.role_before(full.start) {
                        gender = if gender == Gender::Unknown { shown } else { gender };
                        if scene.people[sentence].last().is_some_and(|s| s.run.start == opens && scene.names[s.who].is_none()) {
                            scene.people[sentence].pop();
                        }
                        full.start = opens;
                    }
                    self.enter(&mut scene, sentence, name.run, full, Some(name), gender);
                    continue;
                }
                if !self.opens_role(at) {
                    at += 1;
                    continue;
                }
                let limit = next.peek().map_or(tokens.end, |n| n.full.start.min(tokens.end)).max(at);
                if let Some((run, gender)) = self.somebody(at, limit) {
                    if self.is_predicate(at, predicate) {
                        predicate = run.end;
                    } else if gender == Gender::Unknown && self.owns(at) {
                        // "Drole's lawyer said he": he whose lawyer it is.
                        self.promote(&mut scene, sentence, at, run);
                    } else if gender != Gender::Unknown || !matches!(self.page.lower(at), "his" | "her") {
                        self.enter(&mut scene, sentence, run, run, None, gender);
                    }
                    at = run.end;
                } else {
                    at += 1;
                }
            }
        }
        scene
    }

    fn enter<'n>(&self, scene: &mut Scene<'n>, sentence: usize, run: Run, full: Run, name: Option<&'n Name>, gender: Gender) {
        if scene.people[sentence].len() >= CROWD {
            return;
        }
        let who = scene.number(name.filter(|n| n.entity.is_some()), gender);
        let before = scene.people[sentence].last().copied();
        let (mut place, clause) = self.place_of(run, full, sentence, before);
        // "A lawyer for Drole said he": he whose lawyer it is.
        if let Some(before) = before.filter(|b| scene.names[b.who].is_none() && b.run.end + 1 == full.start.min(run.start))
            && scene.genders[before.who] == Gender::Unknown
            && matches!(self.page.lower(before.run.end), "for" | "of")
        {
            scene.people[sentence].pop();
            place = before.place;
        }
        scene.add(sentence, Somebody { run, full, who, place, clause });
    }

    /// Gives the owner of a lawyer, an aide, a friend the place of what is owned.
    fn promote(&self, scene: &mut Scene, sentence: usize, clitic: usize, owned: Run) {
        let (place, clause) = self.place_of(owned, owned, sentence, None);
        if let Some(owner) = scene.people[sentence].last_mut().filter(|s| s.run.end == clitic) {
            (owner.place, owner.clause) = (place, clause);
        }
    }

    /// "a neighbour", "his client", "Drole's mother": a role or a kin word without a name, up to `limit`.
    pub(super) fn somebody(&self, at: usize, limit: usize) -> Option<(Run, Gender)> {
        if !self.opens_role(at) || self.page.lower(at) == "its" || at + 1 >= limit {
            return None;
        }
        if let Some((run, _, gender)) = self.role_phrase(at + 1, limit) {
            return Some((Run::new(at, run.end), gender));
        }
        let mut end = at + 1;
        while end < limit.min(at + 4) {
            if let Some(gender) = self.lexicon.references.somebody.get(self.page.key(end)) {
                return (!self.goes_on(end + 1)).then_some((Run::new(at, end + 1), *gender));
            }
            if self.page.kind(end) != Some(TokenKind::Word) || self.page.is(end, LITTLE) {
                return None;
            }
            end += 1;
        }
        None
    }

    /// "Drole is an economist", "Drole, a friend of the family": somebody who was named.
    fn is_predicate(&self, at: usize, predicate: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let word = self.page.lower(before);
        let is =
            matches!(self.lexicon.clause.verbs.get(word), Some(VerbForm::Is | VerbForm::Was | VerbForm::Be | VerbForm::Been));
        is || word == "as"
            || word == "and" && predicate == before
            || self.lexicon.references.appointed.has(word)
            || word == ","
                && before.checked_sub(1).is_some_and(|i| self.page.tokens[i].capital)
                && matches!(self.page.lower(at), "a" | "an")
    }

    /// How a mention stands in its sentence, and where its clause begins.
    pub(super) fn place_of(&self, run: Run, full: Run, sentence: usize, before: Option<Somebody>) -> (Place, usize) {
        let tokens = self.page.sentences[sentence].tokens;
        if self.is_quoted(run.start) {
            return (Place::Quoted, tokens.start);
        }
        let clause = self.clause_at(sentence, run.start);
        let start = clause.map_or(tokens.start, |c| c.run.start);
        let stands = self.stands(run, full, clause, start, tokens, before);
        // Attributions are dear: they are read only where they may change something.
        if stands != (Place::Subject, start) && self.speaks(run, full, sentence) { (Place::Subject, start) } else { stands }
    }

    /// Whether a mention is who an attribution of its sentence names.
    fn speaks(&self, run: Run, full: Run, sentence: usize) -> bool {
        let end = full.end.max(run.end);
        if self.owns(end) {
            return false;
        }
        let told = self.story.attributions(sentence).iter().take(CROWD);
        told.filter_map(|a| a.source).any(|s| s.has(run.start) && !self.is_governed(s.start, full.start))
    }

    /// How a mention stands in its sentence by the words around it alone.
    fn stands(
        &self,
        run: Run,
        full: Run,
        clause: Option<&Clause>,
        start: usize,
        tokens: Run,
        before: Option<Somebody>,
    ) -> (Place, usize) {
        if self.owns(run.end) {
            return (Place::Beside, start);
        }
        let first = full.start.min(run.start);
        let mut prior = first.checked_sub(1).filter(|&i| i >= tokens.start);
        if prior.is_some_and(|i| self.opens_role(i)) {
            prior = prior.and_then(|i| i.checked_sub(1)).filter(|&i| i >= tokens.start);
        }
        let word = prior.map_or("", |i| self.page.lower(i));
        // "Drole and Lintel": as the one before.
        if let Some(before) = before.filter(|b| b.full.end.max(b.run.end) == first.saturating_sub(1) && word == "and") {
            return (before.place, before.clause);
        }
        if self.lexicon.clause.prepositions.has(word) || word == "to" || word == "than" {
            return (Place::Beside, start);
        }
        // "After the talks, Drole left": the subject of what the opening leads up to.
        let opening = self.is_subordinate(start) || self.page.is(start, PREPOSITION);
        let commas = (start..first).filter(|&i| self.page.lower(i) == ",").count();
        if start == tokens.start && opening && word == "," && commas == 1 && before.is_none_or(|b| b.place < Place::Subject) {
            return (Place::Subject, first);
        }
        let verb = clause.and_then(|c| c.verb).filter(|v| !v.dependent);
        let leads = match verb {
            Some(verb) => run.end <= verb.run.start,
            None => before.is_none_or(|b| b.clause < start),
        };
        let dependent = start > tokens.start || self.is_subordinate(start);
        let first_subject = before.is_none_or(|b| b.clause != start || b.place < Place::Embedded);
        let place = match (leads && first_subject, dependent) {
            (false, _) => Place::Object,
            (true, true) if before.is_some_and(|b| b.place == Place::Subject) || self.is_subordinate(start) => Place::Embedded,
            (true, _) => Place::Subject,
        };
        (place, start)
    }

    /// The clause of a sentence that holds a token.
    pub(super) fn clause_at(&self, sentence: usize, i: usize) -> Option<&Clause> {
        let clauses = self.story.clauses(sentence);
        clauses.get(clauses.partition_point(|c| c.run.end <= i))
    }

    fn owns(&self, i: usize) -> bool {
        self.page.kind(i) == Some(TokenKind::Clitic) && matches!(self.page.lower(i), "'s" | "’s" | "'" | "’")
    }

    fn is_governed(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| self.page.is(i, PREPOSITION))
    }

    /// Whether a clause depends on another: "when", "that", "who".
    pub(super) fn is_subordinate(&self, i: usize) -> bool {
        self.page.is(i, SUBORDINATE | RELATIVE)
    }

    pub(super) fn is_quoted(&self, i: usize) -> bool {
        let quoted = self.story.quoted();
        let last = quoted.partition_point(|q| q.inner.start <= i);
        quoted[..last].iter().rev().take(3).any(|q| q.inner.has(i))
    }
}
