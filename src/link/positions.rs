//! Where somebody stands: statements that take sides on one course about one subject, held by one government or one person over time.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::index::{Chosen, Postings, Whole, hashed};
use super::sayings::is_statement;
use super::slot::Slot;
use super::{Book, Utterance};
use crate::claim::record::NameClaim;
use crate::error::Result;
use crate::lexicon::vocabulary::{ActsAs, NameType, SourceType};
use crate::lexicon::{Known, Lexicon, PlaceKind};
use crate::value::words::Gist;
use crate::watch::Watch;

/// Two statements of different articles by which one holder stands on opposite sides.
#[derive(Debug, Clone)]
pub struct PositionPair {
    /// The first statement, as an index into [`Book::utterances`].
    pub left: usize,
    /// The second.
    pub right: usize,
    /// What they take sides on, in words.
    pub question: String,
    /// What the pair rests on.
    pub slots: Vec<Slot>,
}

/// A side that a statement takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Position {
    holder: String,
    course: String,
    subject: String,
    favours: bool,
}

/// More statements of one holder on one question are a campaign: none of them is compared.
pub(super) const HELD: usize = 24;

impl Position {
    /// What it is looked up by.
    pub(super) fn key(&self) -> u64 {
        hashed(&("position", &self.holder, &self.course, &self.subject))
    }
}

/// Every pair of statements of different articles by which one holder takes both sides.
pub(super) fn pairs(book: &Book, gists: &[Gist], whole: &Whole, lexicon: &Lexicon, watch: &Watch) -> Result<Vec<PositionPair>> {
    let names = Names::new(book);
    let mut postings = Postings::new(HELD);
    let mut held: HashMap<usize, Position> = HashMap::new();
    for (i, utterance) in book.utterances.iter().enumerate() {
        watch.ask()?;
        if let Some(position) = position(book, utterance, &gists[i], &names, lexicon) {
            postings.add(position.key(), i);
            held.insert(i, position);
        }
    }
    let (chosen, article) = (Chosen::new(book, whole), |i: usize| book.utterances[i].article);
    let mut found = BTreeSet::new();
    for (_, list) in postings.joined(whole) {
        for (n, &a) in list.iter().enumerate() {
            let apart = |b: &&usize| article(a) != article(**b) && chosen.has(article(a), article(**b));
            let opposite = |b: &&usize| held[&a].favours != held[*b].favours;
            found.extend(list[n + 1..].iter().filter(apart).filter(opposite).map(|&b| (a.min(b), a.max(b))));
        }
    }
    let pair = |(left, right): (usize, usize)| {
        let Position { holder, course, subject, .. } = &held[&left];
        let question = format!("the {course} of {subject}");
        let slots = vec![Slot::same("holder", 0.3, holder), Slot::same("question", 0.7, question.clone())];
        PositionPair { left, right, question, slots }
    };
    Ok(found.into_iter().map(pair).collect())
}

/// The names of each article, in order.
pub(super) struct Names<'c>(BTreeMap<&'c str, Vec<&'c NameClaim>>);

impl<'c> Names<'c> {
    pub(super) fn new(book: &Book<'c>) -> Self {
        let mut all: BTreeMap<&str, Vec<&NameClaim>> = BTreeMap::new();
        for name in &book.claims.names {
            all.entry(&name.article).or_default().push(name);
        }
        Self(all)
    }

    fn of(&self, article: &str) -> &[&'c NameClaim] {
        self.0.get(article).map_or(&[], Vec::as_slice)
    }
}

/// The side that a statement takes, if it takes one: on a course, about the only subject that it names.
pub(super) fn position(book: &Book, utterance: &Utterance, gist: &Gist, names: &Names, lexicon: &Lexicon) -> Option<Position> {
    let stands: Vec<_> = gist.clauses.iter().filter_map(|clause| clause.stand.as_ref()).collect();
    let [stand] = stands[..] else { return None };
    if !is_statement(utterance) || utterance.words.trim_end().ends_with('?') {
        return None;
    }
    let holder = holder(book, utterance, names, lexicon)?;
    let own = |entity: &str| entity == holder || lexicon.names.country_of(entity) == Some(&*holder);
    let told = names
        .of(&utterance.head().article)
        .iter()
        .filter(|n| utterance.parts.iter().any(|part| part.start <= n.start && n.end <= part.end));
    let (mut subjects, mut others) = (BTreeSet::new(), false);
    for name in told {
        let entity = name.entity.as_deref().map(|e| book.known(e));
        let acts = name.r#type != NameType::Loc || name.acts_as == Some(ActsAs::Government);
        match entity {
            Some(entity) if Some(entity) == utterance.speaker() || own(entity) => {}
            Some(entity) if stand.of_people == (name.r#type == NameType::Person) => drop(subjects.insert(entity)),
            // "Moscow wants him to stay": somebody else's position.
            _ => others |= acts,
        }
    }
    let mut subjects = subjects.into_iter();
    let subject = subjects.next().filter(|_| subjects.next().is_none() && !others)?;
    Some(Position { holder, course: stand.course.clone(), subject: subject.to_owned(), favours: stand.favours })
}

/// Whose position a statement is: that of the country whose officials speak, as its code, else that of the speaker.
fn holder(book: &Book, utterance: &Utterance, names: &Names, lexicon: &Lexicon) -> Option<String> {
    let head = utterance.head();
    let Some(speaker) = utterance.speaker() else {
        return official(head.speaker_text.as_deref().or(head.speaker.as_deref())?, lexicon);
    };
    if !speaker.starts_with("person:") {
        return Some(lexicon.names.country_of(speaker).unwrap_or(speaker).to_owned());
    }
    let own = |n: &&&NameClaim| n.entity.as_deref().map(|e| book.known(e)) == Some(speaker);
    let office = names.of(&head.article).iter().filter(own).find_map(|n| official(n.role.as_deref()?, lexicon));
    Some(office.unwrap_or_else(|| speaker.to_owned()))
}

/// The country of an office: "the Russian foreign minister", "State Department spokesman", "American officials".
fn official(words: &str, lexicon: &Lexicon) -> Option<String> {
    let lower = words.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !(c.is_alphanumeric() || c == '.')).filter(|w| !w.is_empty()).collect();
    let from = |at: usize| words[at..].iter().copied();
    let holds = |at| lexicon.casualties.holders.longest(from(at)).is_some_and(|(_, kind)| *kind == SourceType::Official);
    let country = |at| {
        let people = lexicon.names.demonyms.longest(from(at)).map(|(_, code)| code.as_str()).filter(|code| !code.is_empty());
        // "The mayor of Paris" is not France.
        let is_town = |known: &Known| {
            let Known::Place(found) = known else { return false };
            found.first().is_none_or(|&i| lexicon.names.places[i as usize].kind != PlaceKind::Country)
        };
        let named = || lexicon.names.known.longest(from(at)).map(|(_, known)| known).filter(|known| !is_town(known));
        people.or_else(|| lexicon.names.country_of(&lexicon.names.entity_of(named()?)))
    };
    if !(0..words.len()).any(holds) {
        return None;
    }
    (0..words.len()).find_map(country).map(str::to_owned)
}
