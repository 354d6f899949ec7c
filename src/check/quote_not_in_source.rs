use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use super::finding::{excerpt, on_article};
use super::record::Finding;
use super::sourced::by;
use super::{Check, Context};
use crate::claim::record::{DateClaim, QuoteClaim};
use crate::lexicon::vocabulary::{FindingSeverity, Mention, Role};
use crate::lexicon::{Lexicon, Occasion};
use crate::link::Utterance;
use crate::value::words::Wording;

/// "The ministry has betrayed us," she told the council on Monday: the transcript of Monday's council has no such words. A speaker
/// says many things that are in no transcript, so the article itself must tie the quotation to the source: by the occasion with
/// its day, or by other quotations of the same speaker that are found in it, at least as many as are not. A quotation told of
/// another occasion or day is left alone, and so is one whose words the source has in another order.
pub(super) const CHECK: Check = Check {
    id: "quote-not-in-source",
    severity: FindingSeverity::Warning,
    why: "Words that an article takes from a statement or a transcript ought to be in it.",
    story: include_str!("../../tests/checks/quote-not-in-source.md"),
    find,
};

/// A source that a quotation may be of.
struct Source<'c> {
    article: usize,
    day: Option<NaiveDate>,
    /// Its title and first words, which say what it is.
    head: Wording,
    occasions: Vec<Occasion>,
    speakers: BTreeSet<&'c str>,
    /// It holds only a part of what was said.
    partial: bool,
}

/// An article on what was said is written within so many days.
const FRESH: i64 = 2;
/// So many code points say what a source is and who speaks in it.
const HEAD: i64 = 400;

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let links = &context.links.sources;
    if links.untraced.is_empty() {
        return Vec::new();
    }
    let sources = sources(context);
    let mut by_speaker: HashMap<&str, Vec<usize>> = HashMap::new();
    for (i, source) in sources.iter().enumerate() {
        for speaker in &source.speakers {
            by_speaker.entry(speaker).or_default().push(i);
        }
    }
    let place: HashMap<usize, usize> = sources.iter().enumerate().map(|(i, s)| (s.article, i)).collect();
    // Whom an article is shown to quote from which source.
    let mut found: BTreeMap<(usize, &str), BTreeMap<usize, usize>> = BTreeMap::new();
    for passage in &links.passages {
        let utterance = &context.book.utterances[passage.utterance];
        if let Some(speaker) = utterance.speaker() {
            *found.entry((utterance.article, speaker)).or_default().entry(passage.source).or_default() += 1;
        }
    }
    let mut missed: HashMap<(usize, &str), usize> = HashMap::new();
    for utterance in links.untraced.iter().map(|&i| &context.book.utterances[i]) {
        if let Some(speaker) = utterance.speaker() {
            *missed.entry((utterance.article, speaker)).or_default() += 1;
        }
    }
    let dates = dates(context);
    let elsewhere = elsewhere(context);
    let mut texts: HashMap<usize, Vec<u64>> = HashMap::new();
    let mut out = Vec::new();
    for &i in links.untraced.iter().filter(|i| !elsewhere.contains(i)) {
        let utterance = &context.book.utterances[i];
        let Some(speaker) = utterance.speaker() else { continue };
        let days = days(utterance.head(), &dates);
        let proven = found.get(&(utterance.article, speaker));
        let own = by_speaker.get(speaker).into_iter().flatten().map(|&s| (&sources[s], false));
        // Where most of what an article quotes is not of a source, the rest need not be either.
        let most = missed.get(&(utterance.article, speaker)).copied().unwrap_or_default();
        let mostly = proven.into_iter().flatten().filter(|(_, n)| **n >= most);
        let shown = mostly.filter_map(|(article, _)| Some((&sources[*place.get(article)?], true)));
        let mut candidates = shown.chain(own);
        let tied = candidates.find(|(source, shown)| {
            // What a speaker says again weeks later ties nothing.
            let fresh =
                context.book.days[utterance.article].zip(source.day).is_none_or(|(a, b)| (a - b).num_days().abs() <= FRESH);
            is_tied(utterance.head(), source, *shown && fresh, &days, context.lexicon)
        });
        let Some((source, _)) = tied else { continue };
        let text = texts.entry(source.article).or_insert_with(|| ids(context, source.article));
        if is_scattered(utterance, text, context.lexicon) {
            continue;
        }
        let quote = utterance.head();
        let told = context.book.told_by(source.article);
        let message =
            format!("{} ({}) is nowhere in the source it is said to be of ({told})", excerpt(&quote.text), by(context, quote));
        let span = (quote.start, quote.end, quote.text.as_str());
        let mut finding = on_article(context, check, utterance.article, Some(span), message);
        let id = &context.book.article(source.article).article;
        finding.other_article = Some(id.clone());
        finding.articles.push(id.clone());
        finding.articles.sort();
        out.push(finding);
    }
    out
}

/// Whether the article says that the quotation is of this source.
fn is_tied(quote: &QuoteClaim, source: &Source, shown: bool, days: &[(NaiveDate, NaiveDate)], lexicon: &Lexicon) -> bool {
    let near = |day: NaiveDate, (from, to): &(NaiveDate, NaiveDate)| {
        (*from - day).num_days() <= 1 && (day - *to).num_days() <= 1 && (*to - *from).num_days() <= 1
    };
    let dated = source.day.is_some_and(|day| !days.is_empty() && days.iter().all(|span| near(day, span)));
    if !(dated || shown && days.is_empty()) {
        return false;
    }
    let occasion = quote.occasion.as_deref().and_then(|o| o.parse::<Occasion>().ok());
    let addressed = quote.addressee.as_deref().map(|a| is_about(&source.head, a, lexicon));
    let fits = occasion.map(|o| source.occasions.contains(&o));
    if source.partial || quote.via.is_some() || quote.negated || addressed == Some(false) || fits == Some(false) {
        return false;
    }
    shown || fits == Some(true) || addressed == Some(true)
}

/// Whether the head of a source names every telling word of what somebody spoke to.
fn is_about(head: &Wording, addressee: &str, lexicon: &Lexicon) -> bool {
    let words = Wording::read(addressee, lexicon);
    let mut telling = words.words.iter().filter(|w| !lexicon.words.is_function(&w.plain)).peekable();
    telling.peek().is_some() && telling.all(|w| head.ids().any(|id| id == w.id))
}

fn sources<'c>(context: &Context<'_, 'c>) -> Vec<Source<'c>> {
    let book = context.book;
    let rows = book.claims.articles.iter().enumerate().filter(|(_, row)| row.role == Role::Source && row.text.is_some());
    let mut out: Vec<Source> = rows
        .map(|(article, row)| {
            let opening = book.passage(&row.article, 0, HEAD).unwrap_or_default();
            let head = Wording::read(&format!("{}\n{opening}", row.title.as_deref().unwrap_or_default()), context.lexicon);
            let ahead = |i: usize| head.words[i..].iter().map(|w| w.plain.as_str());
            let occasion = |i: usize| context.lexicon.cues.occasions.longest(ahead(i)).map(|(_, o)| *o);
            let occasions = (0..head.words.len()).filter_map(occasion).collect();
            let partial = (0..head.words.len()).any(|i| context.lexicon.qualifiers.partial.longest(ahead(i)).is_some());
            Source { article, day: book.days[article], occasions, speakers: BTreeSet::new(), partial, head }
        })
        .collect();
    let place: HashMap<usize, usize> = out.iter().enumerate().map(|(i, s)| (s.article, i)).collect();
    let at = |article: &str| book.index(article).and_then(|i| place.get(&i).copied());
    for name in book.claims.names.iter().filter(|n| n.mention == Mention::Proper) {
        let (Some(i), Some(entity)) = (at(&name.article), name.entity.as_deref()) else { continue };
        // `MAYOR NOVAK: Thank you.`
        let labelled = || book.passage(&name.article, name.end, name.end + 1) == Some(":");
        let entity = book.known(entity);
        if !entity.contains('~') && (name.start < HEAD || labelled()) {
            out[i].speakers.insert(entity);
        }
    }
    for quote in &book.claims.quotes {
        if let (Some(i), Some(entity)) = (at(&quote.article), quote.speaker_entity.as_deref()) {
            out[i].speakers.insert(book.known(entity));
        }
    }
    out
}

/// The dates of each article that quotes, in order.
fn dates<'c>(context: &Context<'_, 'c>) -> HashMap<&'c str, Vec<&'c DateClaim>> {
    let mut out: HashMap<&str, Vec<&DateClaim>> = HashMap::new();
    for date in &context.book.claims.dates {
        out.entry(&date.article).or_default().push(date);
    }
    out
}

/// The days that the writer names in the sentence of a quotation.
fn days(quote: &QuoteClaim, dates: &HashMap<&str, Vec<&DateClaim>>) -> Vec<(NaiveDate, NaiveDate)> {
    let told = quote.earliest.zip(quote.latest);
    let of = dates.get(quote.article.as_str()).into_iter().flatten();
    let beside = of.filter(|d| {
        d.start >= quote.sentence_start && d.end <= quote.sentence_end && !(d.start >= quote.start && d.end <= quote.end)
    });
    told.into_iter().chain(beside.filter_map(|d| d.earliest.zip(d.latest))).collect()
}

/// Quotations that another article has from another medium.
fn elsewhere(context: &Context) -> BTreeSet<usize> {
    let other = |i: usize| context.book.utterances[i].parts.iter().any(|p| p.via.is_some());
    let pairs = context.links.statements.iter();
    pairs.flat_map(|p| [(p.left, p.right), (p.right, p.left)]).filter(|&(_, twin)| other(twin)).map(|(i, _)| i).collect()
}

fn ids(context: &Context, article: usize) -> Vec<u64> {
    let text = context.book.article(article).text.as_deref().unwrap_or_default();
    Wording::of_quote(text, context.lexicon).ids().collect()
}

/// Of a quotation's telling words, so many tenths in one stretch of the source say that it was said in other words.
const SCATTERED: usize = 5;

/// Whether one stretch of a source has many of a quotation's telling words, in whatever order.
fn is_scattered(utterance: &Utterance, text: &[u64], lexicon: &Lexicon) -> bool {
    /// What a telling word weighs at least.
    const TELLING: usize = 4;
    let quoted = Wording::joined(utterance.parts.iter().map(|p| p.text.as_str()), lexicon);
    let telling: BTreeSet<u64> = quoted.words.iter().filter(|w| w.weight(lexicon) >= TELLING).map(|w| w.id).collect();
    let width = quoted.words.len() * 3;
    let mut held: HashMap<u64, usize> = HashMap::new();
    for (i, id) in text.iter().enumerate() {
        if telling.contains(id) {
            *held.entry(*id).or_default() += 1;
        }
        if let Some(gone) = i.checked_sub(width).map(|k| text[k])
            && let Some(n) = held.get_mut(&gone)
        {
            *n -= 1;
            if *n == 0 {
                held.remove(&gone);
            }
        }
        if held.len() * 10 >= telling.len() * SCATTERED {
            return true;
        }
    }
    // Words that all quotations have tell nothing.
    telling.len() < 2
}
