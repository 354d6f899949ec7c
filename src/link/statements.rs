use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use super::book::in_words;
use super::index::{Chosen, Postings, Whole, hashed};
use super::slot::{Slot, State};
use super::{Book, Utterance};
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::QuoteKind;
use crate::value::party::{self, Party};
use crate::value::words::{Comparison, Edit, EditClass, QuoteRelation, Wording, compare_wordings, shingles};
use crate::watch::{Stage, Watch};

/// Two quotations that share words.
#[derive(Debug, Clone)]
pub struct StatementPair {
    /// The first utterance, as an index into [`Book::utterances`].
    pub left: usize,
    /// The second.
    pub right: usize,
    /// Their alignment.
    pub comparison: Comparison,
    /// How the speakers compare.
    pub speakers: State,
    /// What the pair rests on.
    pub slots: Vec<Slot>,
}

/// Word n-grams of this length find candidates.
pub(super) const GRAM: usize = 4;
/// An n-gram in more utterances than this is a phrase of the language ("the president of the United States").
pub(super) const COMMON: usize = 40;
/// A quotation of fewer words is a fragment: it meets another only between articles that share a longer one.
pub(crate) const FRAGMENT: usize = 5;
/// Near-identical words of at least this length with another speaker are a misattribution, not a slogan.
pub(crate) const TELLING: usize = 6;
/// Two people say "we do not believe this was a random act", each of his own day; nobody says so many words again by chance.
const LONG: usize = 12;
/// Reports further apart than these days tell of two occasions, unless their words are that many.
const FAR: i64 = 14;

/// Every pair of utterances of different articles that are one utterance.
pub(super) fn pairs(book: &Book, whole: &Whole, lexicon: &Lexicon, watch: &Watch) -> Result<Vec<StatementPair>> {
    watch.begin(Stage::Quotations, None)?;
    let wordings = Wordings::new(book, lexicon);
    let one = |a: usize, b: usize| {
        let pair = wordings.compare(a, b);
        let told_apart = match pair.speakers {
            State::Same => false,
            State::Unknown => !is_one_occasion(book, &pair),
            State::Different => !is_telling(book, &pair),
        };
        (pair.comparison.relation != QuoteRelation::Different && !told_apart).then_some(pair)
    };
    let candidates = candidates(book, whole, watch)?;
    watch.begin(Stage::Quotations, Some(candidates.len()))?;
    let long: Vec<bool> = book.utterances.iter().map(|u| words(&u.words) >= FRAGMENT).collect();
    let mut out = watch.each(candidates, |(a, b)| if long[a] && long[b] { one(a, b) } else { None })?;
    let proven: BTreeSet<_> = out
        .iter()
        .filter(|p| p.speakers != State::Different)
        .map(|p| (book.utterances[p.left].article, book.utterances[p.right].article))
        .collect();
    for articles in proven {
        watch.ask()?;
        out.extend(fragments(&wordings, articles));
    }
    Ok(out)
}

/// Whether another speaker of these words is news: both stand in quotation marks, and they are more than a slogan.
fn is_telling(book: &Book, pair: &StatementPair) -> bool {
    let verbatim = [pair.left, pair.right].iter().all(|&i| is_verbatim(&book.utterances[i]));
    verbatim && is_one_occasion(book, pair)
}

/// Whether two reports are near enough in time to quote one utterance, or what they share is too long to be said twice. A speaker may
/// be quoted word for word whenever; in other words, he said it again.
pub(super) fn is_one_occasion(book: &Book, pair: &StatementPair) -> bool {
    let near = is_near(book, (pair.left, pair.right));
    let altered = pair.comparison.relation == QuoteRelation::Altered;
    let exact = pair.speakers == State::Same && !altered;
    // Two names and two wordings: two people, were one of the names a pronoun's.
    let speaker = |i: usize| book.utterances[i].speaker();
    let differ = |(x, y)| party::relation(x, y, book.lexicon) == Party::Different;
    let two = altered && speaker(pair.left).zip(speaker(pair.right)).is_some_and(differ);
    near && !two || exact || kept(book, pair) >= LONG
}

/// How many words of the shorter utterance stand in the other as well.
fn kept(book: &Book, pair: &StatementPair) -> usize {
    let written = |e: &&Edit| !matches!(e.class, EditClass::Typography | EditClass::Contraction | EditClass::Spelling);
    let edited = |side: fn(&Edit) -> &str| pair.comparison.edits.iter().filter(written).map(|e| words(side(e))).sum::<usize>();
    let left = words(&book.utterances[pair.left].words).saturating_sub(edited(|e| &e.left));
    left.min(words(&book.utterances[pair.right].words).saturating_sub(edited(|e| &e.right)))
}

fn is_verbatim(utterance: &Utterance) -> bool {
    utterance.head().kind == QuoteKind::Direct && words(&utterance.words) >= TELLING
}

/// Another number or name, or a "not", makes another utterance.
pub(super) fn is_another(comparison: &Comparison) -> bool {
    comparison.edits.iter().any(|e| matches!(e.class, EditClass::Negation | EditClass::Number | EditClass::Entity))
}

/// The rule of claims that were made elsewhere: those with spans stand in a report as others do.
const CODED: &str = "coded";

/// One quotation is better shown by its words than two speakers by a pronoun.
fn is_doubtful(book: &Book, a: &Utterance, b: &Utterance, lexicon: &Lexicon) -> bool {
    let all = |has: &dyn Fn(&Utterance) -> bool| has(a) && has(b);
    all(&is_verbatim) && !all(&|u| is_named(book, u, lexicon))
}

/// Whether the text names the speaker beside the quotation: whom a pronoun means, and who goes on speaking, is our reading, unless the
/// article names one person alone. A coder names whom he means.
fn is_named(book: &Book, utterance: &Utterance, lexicon: &Lexicon) -> bool {
    let head = utterance.head();
    if head.rule == CODED {
        return head.speaker.is_some();
    }
    let mention = head.speaker_text.as_deref().filter(|_| head.cue.is_some());
    mention.is_some_and(|m| book.names_one_person(utterance.article) || !lexicon.spelling.is_pronoun(&m.to_lowercase()))
}

/// "Marsh said": of two who bear the name, the surname alone may mean either.
fn are_family(a: &Utterance, b: &Utterance) -> bool {
    let surname =
        |u: &Utterance| u.head().speaker.as_deref().and_then(|s| s.split_whitespace().next_back()).map(str::to_lowercase);
    let alone = |u: &Utterance| u.head().speaker_text.as_deref().is_some_and(|s| Some(s.to_lowercase()) == surname(u));
    surname(a).is_some() && surname(a) == surname(b) && (alone(a) || alone(b))
}

/// "He told me 'I will not hurt you'", said by a witness who names him.
fn relays(witness: &Utterance, other: &Utterance) -> bool {
    let Some(speaker) = &other.head().speaker else { return false };
    let Some(name) = in_words(speaker).pop() else { return false };
    witness.words.contains(['\'', '‘', '’', '"', '“']) && in_words(&witness.words).contains(&name)
}

/// Pairs of utterances of different articles that share a rare n-gram, or two if they are reported far apart, each once, the smaller
/// index first.
fn candidates(book: &Book, whole: &Whole, watch: &Watch) -> Result<BTreeSet<(usize, usize)>> {
    let mut postings = Postings::new(COMMON);
    for (i, utterance) in book.utterances.iter().enumerate() {
        watch.ask()?;
        keys(utterance).for_each(|key| postings.add(key, i));
    }
    let (mut out, mut once) = (BTreeSet::new(), FxHashSet::default());
    let (chosen, article) = (Chosen::new(book, whole), |i: usize| book.utterances[i].article);
    for (_, list) in postings.joined(whole) {
        watch.ask()?;
        for (n, &a) in list.iter().enumerate() {
            let others = list[n + 1..].iter().filter(|&&b| article(a) != article(b) && chosen.has(article(a), article(b)));
            let pairs = others.map(|&b| (a.min(b), a.max(b)));
            out.extend(pairs.filter(|&pair| is_near(book, pair) || !once.insert(pair)));
        }
    }
    Ok(out)
}

/// Whether two utterances are reported within so many days of each other that one occasion may be meant, as far as their days are known.
fn is_near(book: &Book, (a, b): (usize, usize)) -> bool {
    let day = |i: usize| book.days[book.utterances[i].article];
    day(a).zip(day(b)).is_none_or(|(x, y)| (x - y).num_days().abs() <= FAR)
}

/// What an utterance is looked up by: its word n-grams.
pub(super) fn keys(utterance: &Utterance) -> impl Iterator<Item = u64> {
    shingles(&utterance.words, GRAM).into_iter().map(|gram| hashed(&("quotation", gram)))
}

/// The utterances of a book as they are compared: each is cut into plain words once, when it first is.
pub(super) struct Wordings<'b, 'c> {
    book: &'b Book<'c>,
    lexicon: &'b Lexicon,
    cut: Vec<OnceLock<Wording>>,
}

impl<'b, 'c> Wordings<'b, 'c> {
    pub(super) fn new(book: &'b Book<'c>, lexicon: &'b Lexicon) -> Self {
        Self { book, lexicon, cut: book.utterances.iter().map(|_| OnceLock::new()).collect() }
    }

    fn of(&self, utterance: usize) -> &Wording {
        self.cut[utterance].get_or_init(|| Wording::of_quote(&self.book.utterances[utterance].words, self.lexicon))
    }

    pub(super) fn compare(&self, left: usize, right: usize) -> StatementPair {
        let (a, b) = (&self.book.utterances[left], &self.book.utterances[right]);
        let comparison = compare_wordings(self.of(left), self.of(right), self.lexicon);
        let (speakers, slot) = speakers(self.book, (a, b), &comparison, self.lexicon);
        let text = Slot::same("text", 1.0, format!("{} words are {}", words(&a.words).min(words(&b.words)), comparison.relation));
        StatementPair { left, right, comparison, speakers, slots: vec![text, slot] }
    }
}

fn speakers(book: &Book, (a, b): (&Utterance, &Utterance), comparison: &Comparison, lexicon: &Lexicon) -> (State, Slot) {
    match (a.speaker(), b.speaker()) {
        (Some(x), Some(y)) => match party::relation(x, y, lexicon) {
            Party::Same | Party::PartOf => (State::Same, Slot::same("speaker", 0.3, format!("{x}, {y}"))),
            Party::Different if !is_another(comparison) && is_doubtful(book, a, b, lexicon) => {
                (State::Unknown, Slot::unknown("speaker", format!("{x}, {y}, one of them by a pronoun")))
            }
            Party::Different if are_family(a, b) => {
                (State::Unknown, Slot::unknown("speaker", format!("{x}, {y}, one of them by a surname that both bear")))
            }
            Party::Different if relays(a, b) || relays(b, a) => {
                (State::Unknown, Slot::unknown("speaker", format!("{x}, {y}, one of them telling what the other said")))
            }
            Party::Different => (State::Different, Slot::different("speaker", format!("{x}, {y}"))),
            Party::Unknown => (State::Unknown, Slot::unknown("speaker", format!("{x}, {y}"))),
        },
        _ => (State::Unknown, Slot::unknown("speaker", "one side does not name the speaker")),
    }
}

/// Compares the speakers again after entities were merged: pairs of two speakers whose words are no news go.
pub(super) fn settle(book: &Book, pairs: &mut Vec<StatementPair>, lexicon: &Lexicon) {
    pairs.retain_mut(|pair| {
        if pair.speakers != State::Unknown {
            return true;
        }
        let (a, b) = (&book.utterances[pair.left], &book.utterances[pair.right]);
        let (speakers, slot) = speakers(book, (a, b), &pair.comparison, lexicon);
        pair.speakers = speakers;
        pair.slots.retain(|s| s.name != "speaker");
        pair.slots.push(slot);
        speakers != State::Different || is_telling(book, pair)
    });
}

/// Short quoted fragments of one article that stand word for word in a fuller quotation of the other.
fn fragments(wordings: &Wordings, (first, second): (usize, usize)) -> Vec<StatementPair> {
    let book = wordings.book;
    let of = |article: usize| book.utterances_of(article).map(|i| (i, &book.utterances[i]));
    let mut out = BTreeMap::new();
    for (short, long) in [(first, second), (second, first)] {
        let asked: Vec<_> = of(short).filter_map(|(i, u)| Some((i, in_words(&fragment(u)?)))).collect();
        let lengths: BTreeSet<_> = asked.iter().map(|(_, words)| words.len()).filter(|n| *n > 0).collect();
        let direct = of(long).filter(|(_, u)| u.head().kind == QuoteKind::Direct && !lengths.is_empty());
        let full: Vec<_> = direct.map(|(j, u)| (j, in_words(&u.words))).collect();
        // Which utterance is the first to say so many words: both articles may have thousands.
        let mut saying = HashMap::new();
        for (j, words) in &full {
            for gram in lengths.iter().flat_map(|n| words.windows(*n)) {
                saying.entry(gram).or_insert(*j);
            }
        }
        for (i, words) in asked {
            if let Some(&j) = saying.get(words.as_slice()) {
                let pair = wordings.compare(i.min(j), i.max(j));
                if pair.speakers != State::Different {
                    let relation = QuoteRelation::Truncated;
                    out.insert(
                        (i.min(j), i.max(j)),
                        StatementPair { comparison: Comparison { relation, ..pair.comparison }, ..pair },
                    );
                }
            }
        }
    }
    out.into_values().collect()
}

/// Two to four quoted words, alone or inside indirect speech: one word is nobody's.
fn fragment(utterance: &Utterance) -> Option<String> {
    const MARKS: &[char] = &['"', '“', '”'];
    let text = match utterance.head().kind {
        QuoteKind::Direct | QuoteKind::Scare | QuoteKind::Headline => utterance.words.clone(),
        QuoteKind::Mixed => utterance.words.split(MARKS).nth(1)?.to_owned(),
        QuoteKind::Indirect | QuoteKind::Title => return None,
    };
    (2..FRAGMENT).contains(&words(&text)).then_some(text)
}

/// How many words a text has.
pub(crate) fn words(text: &str) -> usize {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’')).filter(|w| !w.is_empty()).count()
}
