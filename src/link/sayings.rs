//! Statements of one speaker that tell one thing in other words: reported speech beside a quotation, or beside other reported speech.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::Datelike;

use super::index::{Chosen, Postings, Whole, hashed};
use super::slot::{Slot, State};
use super::{Book, StatementPair, Utterance};
use crate::claim::record::{Claims, DateClaim};
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{QuoteKind, TimexType};
use crate::value::Interval;
use crate::value::words::{Difference, Gist, Likeness, liken, liken_one};
use crate::watch::{Stage, Watch};

/// Two statements of different articles that tell one thing.
#[derive(Debug, Clone)]
pub struct SayingPair {
    /// The first statement, as an index into [`Book::utterances`].
    pub left: usize,
    /// The second.
    pub right: usize,
    /// What both tell, and in what they differ.
    pub likeness: Likeness,
    /// They share their very words, and stand among the pairs of quotations too.
    pub worded: bool,
    /// The days that each of them tells of, where one lies inside the other or both lie apart.
    pub days: Option<(Interval, Interval)>,
    /// What the pair rests on.
    pub slots: Vec<Slot>,
}

/// A word that more statements of one speaker and week share joins nothing.
pub(super) const SHARED: usize = 24;
/// Statements further apart than these days are one only where each tells nearly all of the other, in words that not all reports use,
/// which weigh so much.
const ONE_WEEK: i64 = 7;
const LONG_APART: usize = 30;
/// A span of days longer than this tells no day.
const DAYS: i64 = 8;

/// The gist of every utterance.
pub(super) fn gists(book: &Book, lexicon: &Lexicon, watch: &Watch) -> Result<Vec<Gist>> {
    watch.each(&book.utterances, |utterance| Some(gist(utterance, lexicon)))
}

/// Every pair of statements that tell one thing: those that share words, as far as one of them is reported speech, and those of one
/// speaker that do not.
pub(super) fn pairs(
    book: &Book,
    gists: &[Gist],
    worded: &[StatementPair],
    whole: &Whole,
    watch: &Watch,
) -> Result<Vec<SayingPair>> {
    let marks = Marks::new(book.claims);
    let by_words = worded.iter().filter(|p| p.speakers == State::Same && is_reported(book, p.left, p.right));
    let by_words: BTreeSet<_> = by_words.map(|p| (p.left, p.right)).collect();
    let known: HashSet<_> = worded.iter().map(|p| (p.left, p.right)).collect();
    let by_speaker = candidates(book, gists, whole, watch)?;
    let by_speaker: BTreeSet<_> = by_speaker.into_iter().filter(|pair| !known.contains(pair)).collect();
    watch.begin(Stage::Quotations, Some(by_words.len() + by_speaker.len()))?;
    let one = |(left, right), worded| {
        let find = if worded { liken_one } else { liken };
        let found = find(&gists[left], &gists[right]).filter(|l| worded || is_timely(book, (left, right), l));
        found.and_then(|likeness| pair(book, (left, right), likeness, worded, &marks))
    };
    let mut out = watch.each(by_words, |of| one(of, true))?;
    out.extend(watch.each(by_speaker, |of| one(of, false))?);
    Ok(out)
}

pub(super) fn is_statement(utterance: &Utterance) -> bool {
    matches!(utterance.head().kind, QuoteKind::Direct | QuoteKind::Indirect | QuoteKind::Mixed)
}

/// Whether one of the two at least is not in the very words of the speaker.
fn is_reported(book: &Book, left: usize, right: usize) -> bool {
    let both = [left, right].map(|i| &book.utterances[i]);
    both.iter().all(|u| is_statement(u)) && both.iter().any(|u| u.head().kind != QuoteKind::Direct)
}

/// Pairs of statements of one speaker in different articles, of about one week, that share two words of content at least.
fn candidates(book: &Book, gists: &[Gist], whole: &Whole, watch: &Watch) -> Result<BTreeSet<(usize, usize)>> {
    let (mut by_week, mut weekless) = (Postings::new(SHARED), Postings::new(SHARED));
    // The word that a key stands for.
    let mut word: HashMap<u64, u64> = HashMap::new();
    for (i, utterance) in book.utterances.iter().enumerate() {
        watch.ask()?;
        for (week, stem, key) in keys(book, utterance, &gists[i]) {
            if week.is_some() { &mut by_week } else { &mut weekless }.add(key, i);
            word.insert(key, stem);
        }
    }
    let (chosen, article) = (Chosen::new(book, whole), |i: usize| book.utterances[i].article);
    let dated = |i: usize| book.days[article(i)].is_some();
    let mut shared: HashMap<(usize, usize), BTreeSet<u64>> = HashMap::new();
    let lists = by_week.joined(whole).map(|list| (list, true)).chain(weekless.joined(whole).map(|list| (list, false)));
    for ((key, list), timed) in lists {
        watch.ask()?;
        for (n, &a) in list.iter().enumerate() {
            // Two that have a week meet by their weeks.
            let meets =
                |b: usize| article(a) != article(b) && (timed || !dated(a) || !dated(b)) && chosen.has(article(a), article(b));
            for &b in list[n + 1..].iter().filter(|&&b| meets(b)) {
                shared.entry((a.min(b), a.max(b))).or_default().insert(word[&key]);
            }
        }
    }
    let enough = shared.into_iter().filter(|(_, words)| words.len() > 1).map(|(pair, _)| pair);
    Ok(enough.filter(|(a, b)| is_reported(book, *a, *b)).collect())
}

/// What a statement is looked up by: its speaker with each word of content, in the week of its article and the next; without a week,
/// too, for those that have none. Besides the key its week and its word.
pub(super) fn keys(book: &Book, utterance: &Utterance, gist: &Gist) -> Vec<(Option<i32>, u64, u64)> {
    const WEEK: i32 = 7;
    let Some(speaker) = utterance.speaker() else { return Vec::new() };
    let week = book.days[utterance.article].map(|day| day.num_days_from_ce().div_euclid(WEEK));
    let weeks: Vec<_> = week.into_iter().flat_map(|w| [Some(w), Some(w + 1)]).chain([None]).collect();
    let keys =
        gist.stems().flat_map(|stem| weeks.iter().map(move |week| (*week, stem, hashed(&("saying", speaker, stem, week)))));
    keys.collect()
}

/// The words of content of a statement; none of what is no statement.
pub(super) fn gist(utterance: &Utterance, lexicon: &Lexicon) -> Gist {
    if is_statement(utterance) { Gist::read(&utterance.words, lexicon) } else { Gist::default() }
}

/// What is said more than a week later, or on a day that is not known, is another statement unless it is nearly the same: reports of one
/// kind resemble each other. Two that are dated meet within two weeks at most.
fn is_timely(book: &Book, (left, right): (usize, usize), likeness: &Likeness) -> bool {
    let day = |i: usize| book.days[book.utterances[i].article];
    let near = day(left).zip(day(right)).is_none_or(|(x, y)| (x - y).num_days().abs() <= ONE_WEEK);
    near || likeness.whole && likeness.weight >= LONG_APART && likeness.rare > 1
}

fn pair(book: &Book, (left, right): (usize, usize), mut likeness: Likeness, worded: bool, marks: &Marks) -> Option<SayingPair> {
    let (a, b) = (&book.utterances[left], &book.utterances[right]);
    // How many died is for the tolls to compare.
    if likeness.differences.contains(&Difference::Number) && marks.tells_a_toll(a) && marks.tells_a_toll(b) {
        return None;
    }
    let gap = book.days[a.article].zip(book.days[b.article]).map(|(x, y)| (x - y).num_days().abs());
    // "Two days ago", told again the next day, is still the same day.
    let repeated = gap.is_none_or(|days| days <= ONE_WEEK) && marks.share_a_date(a, b);
    let days = if repeated { None } else { marks.days(a, b) };
    if repeated {
        likeness.differences.retain(|d| *d != Difference::Day);
    } else if let Some((x, y)) = days.or_else(|| marks.same_days(a, b)) {
        likeness.differences.retain(|d| *d != Difference::Day);
        if !x.overlaps(y) {
            likeness.differences.push(Difference::Day);
        }
    }
    // What the words themselves show is for the table of quotations, unless a clause stands against a clause.
    let shown = |d: &Difference| matches!(d, Difference::Negation | Difference::Passing | Difference::Number);
    if worded && (likeness.differences.is_empty() || !likeness.mutual && likeness.differences.iter().all(shown)) {
        return None;
    }
    let speaker = a.speaker().filter(|s| Some(*s) == b.speaker());
    let speaker = speaker.map(|s| Slot::same("speaker", 0.3, s));
    let shared = format!("both tell of {}", likeness.shared.join(", "));
    let slots = speaker.into_iter().chain([Slot::same("content", 0.7, shared)]).collect();
    Some(SayingPair { left, right, likeness, worded, days, slots })
}

/// Where dates and tolls stand in the articles.
struct Marks<'c> {
    dates: BTreeMap<&'c str, Vec<&'c DateClaim>>,
    tolls: BTreeMap<&'c str, Vec<(i64, i64)>>,
}

impl<'c> Marks<'c> {
    fn new(claims: &'c Claims) -> Self {
        let (mut dates, mut tolls): (BTreeMap<_, Vec<_>>, BTreeMap<_, Vec<_>>) = (BTreeMap::new(), BTreeMap::new());
        for date in claims.dates.iter().filter(|d| d.r#type == TimexType::Date) {
            dates.entry(&*date.article).or_default().push(date);
        }
        for toll in &claims.casualties {
            tolls.entry(toll.article.as_str()).or_default().push((toll.start, toll.end));
        }
        Self { dates, tolls }
    }

    fn tells_a_toll(&self, utterance: &Utterance) -> bool {
        let tolls = self.tolls.get(utterance.head().article.as_str());
        tolls.is_some_and(|all| utterance.parts.iter().any(|p| all.iter().any(|t| t.0 < p.end && p.start < t.1)))
    }

    fn dates<'m>(&'m self, utterance: &'m Utterance) -> impl Iterator<Item = &'c DateClaim> + use<'m, 'c> {
        let dates = self.dates.get(utterance.head().article.as_str()).into_iter().flatten().copied();
        dates.filter(|d| utterance.parts.iter().any(|p| p.start <= d.start && d.end <= p.end))
    }

    fn told(&self, utterance: &Utterance) -> Vec<Interval> {
        let days = self.dates(utterance).filter_map(|d| super::book::interval(d.earliest, d.latest));
        days.filter(|when| when.days() <= DAYS).collect()
    }

    /// Whether all days that one of them tells of stand in the other in the same words.
    fn share_a_date(&self, a: &Utterance, b: &Utterance) -> bool {
        let words = |u: &Utterance| self.dates(u).map(|d| d.text.to_lowercase()).collect::<BTreeSet<_>>();
        let (left, right) = (words(a), words(b));
        !left.is_empty() && !right.is_empty() && (left.is_subset(&right) || right.is_subset(&left))
    }

    /// Two days that meet, where each day that one of them tells of meets one of the other.
    fn same_days(&self, a: &Utterance, b: &Utterance) -> Option<(Interval, Interval)> {
        let (left, right) = (self.told(a), self.told(b));
        let within = |one: &[Interval], other: &[Interval]| one.iter().all(|x| other.iter().any(|y| x.overlaps(*y)));
        let pairs = left.iter().flat_map(|x| right.iter().map(move |y| (*x, *y)));
        let met = pairs.into_iter().find(|(x, y)| x.overlaps(*y));
        met.filter(|_| within(&left, &right) || within(&right, &left))
    }

    /// The one day, or stretch of days, that each tells of, where the two are not the same.
    fn days(&self, a: &Utterance, b: &Utterance) -> Option<(Interval, Interval)> {
        match (&self.told(a)[..], &self.told(b)[..]) {
            ([x], [y]) if x != y => Some((*x, *y)),
            _ => None,
        }
    }
}
