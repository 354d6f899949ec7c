//! How the claims of an article are gathered into what they speak of.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Days, NaiveDate};

use super::Book;
use super::tellings::{ASSUMED_DAYS, Encounter, Figure, Incident, Utterance};
use crate::claim::record::{CasualtyClaim, MeetingClaim, QuoteClaim};
use crate::lexicon::vocabulary::{Effect, Group, Mention, NameType, QuoteKind, Scope};
use crate::link::features::{Named, ages};
use crate::value::Interval;

impl<'c> Book<'c> {
    pub(super) fn gather_people(&self) -> Vec<Option<(&'c str, bool)>> {
        let mut out: Vec<Option<(&str, bool)>> = vec![None; self.claims.articles.len()];
        let people = self.claims.names.iter().filter(|n| n.r#type == NameType::Person && n.mention == Mention::Proper);
        for name in people {
            let (Some(article), Some(entity)) = (self.index(&name.article), name.entity.as_deref()) else { continue };
            let (first, others) = out[article].get_or_insert((entity, false));
            *others |= *first != entity;
        }
        out
    }

    pub(super) fn gather_utterances(&self) -> Vec<Utterance<'c>> {
        let mut by: BTreeMap<(usize, &str), Vec<&'c QuoteClaim>> = BTreeMap::new();
        for quote in self.claims.quotes.iter().filter(|q| !matches!(q.kind, QuoteKind::Title)) {
            if let Some(article) = self.index(&quote.article) {
                by.entry((article, &quote.utterance)).or_default().push(quote);
            }
        }
        let all = by
            .into_iter()
            .map(|((article, _), mut parts)| {
                parts.sort_by_key(|p| p.start);
                let words = parts.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" ");
                let said = parts.iter().find_map(|p| interval(p.earliest, p.latest));
                let speaker = parts.iter().find_map(|p| p.speaker_entity.as_deref());
                Utterance { article, parts, words, said, echoes: Vec::new(), speaker }
            })
            .collect();
        hang_echoes(all)
    }

    pub(super) fn gather_encounters(&self) -> Vec<Encounter<'c>> {
        let mut by: BTreeMap<(usize, &str), Vec<&'c MeetingClaim>> = BTreeMap::new();
        for meeting in &self.claims.meetings {
            if let Some(article) = self.index(&meeting.article) {
                by.entry((article, &meeting.event)).or_default().push(meeting);
            }
        }
        by.into_iter()
            .map(|((article, _), mut mentions)| {
                mentions.sort_by_key(|m| m.start);
                let when = mentions.iter().find_map(|m| interval(m.earliest, m.latest));
                let who = mentions.iter().flat_map(|m| m.participant_entities.iter().map(String::as_str));
                let entities = each_once(who.filter(|e| !e.is_empty()));
                let mut encounter = Encounter { article, mentions, when, assumed: false, entities };
                encounter.assume(self.day_of_writing(article));
                encounter
            })
            .collect()
    }

    pub(super) fn gather_incidents(&self, named: &Named<'c>) -> Vec<Incident<'c>> {
        let mut by: BTreeMap<(usize, &str), Vec<&'c CasualtyClaim>> = BTreeMap::new();
        for claim in &self.claims.casualties {
            if let Some(article) = self.index(&claim.article) {
                by.entry((article, &claim.event)).or_default().push(claim);
            }
        }
        let mut told: HashMap<usize, usize> = HashMap::new();
        for (article, _) in by.keys() {
            *told.entry(*article).or_default() += 1;
        }
        let incident = |((article, _), claims): ((usize, &str), Vec<&'c CasualtyClaim>)| {
            let alone = told[&article] == 1;
            let (people, sites) = (named.people(&claims, alone), named.sites(&claims, alone));
            Incident { people, sites, ..self.incident(article, claims) }
        };
        by.into_iter().map(incident).collect()
    }

    fn incident(&self, article: usize, mut claims: Vec<&'c CasualtyClaim>) -> Incident<'c> {
        claims.sort_by_key(|c| c.start);
        let told = claims.iter().filter_map(|c| interval(c.earliest, c.latest)).min_by_key(|i| i.days());
        let scope = claims[0].scope;
        let mut places: Vec<&str> = Vec::new();
        for place in claims.iter().filter_map(|c| c.place_entity.as_deref()) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let assumed = told.is_none();
        let when = told.or_else(|| {
            let day = self.day_of_writing(article).filter(|_| scope == Scope::Incident)?;
            Some(Interval::new(day - Days::new(ASSUMED_DAYS), day))
        });
        let mut figures: Vec<Figure> = Vec::new();
        let mut printed = HashMap::new();
        for claim in claims {
            let figure = *printed.entry(print(claim)).or_insert(figures.len());
            match figures.get_mut(figure) {
                Some(figure) => figure.repeats.push(claim),
                None => figures.push(Figure { claim, repeats: Vec::new() }),
            }
        }
        let mut ages: Vec<i64> = figures.iter().flat_map(|f| self.ages(f)).collect();
        ages.sort_unstable();
        ages.dedup();
        Incident { article, figures, places, people: Vec::new(), sites: Vec::new(), ages, when, assumed, scope }
    }

    /// How old the one victim of a figure is, by its words or its sentence.
    fn ages(&self, figure: &Figure<'c>) -> Vec<i64> {
        let told = figure.mentions().filter(|c| c.number == Some(1));
        let told = told.map(|c| {
            let own = ages(&c.text, self.lexicon);
            let sentence = || self.passage(&c.article, c.sentence_start, c.sentence_end).map(|s| ages(s, self.lexicon));
            if own.is_empty() { sentence().unwrap_or_default() } else { own }
        });
        told.flatten().collect()
    }
}

/// Hangs the quoted words of a headline on the quotation of the text that they repeat; `all` come article by article.
fn hang_echoes(all: Vec<Utterance>) -> Vec<Utterance> {
    let (headlines, mut spoken): (Vec<_>, Vec<_>) = all.into_iter().partition(|u| u.head().kind == QuoteKind::Headline);
    let mut alone = Vec::new();
    for headline in headlines {
        let quoted = |u: &&mut Utterance| u.head().kind != QuoteKind::Indirect && holds(&u.words, &headline.words);
        let from = spoken.partition_point(|u| u.article < headline.article);
        let mut own = spoken[from..].iter_mut().take_while(|u| u.article == headline.article);
        match own.find(quoted) {
            Some(utterance) => utterance.echoes.extend(headline.parts),
            None => alone.push(headline),
        }
    }
    spoken.extend(alone);
    spoken
}

/// Whether the words of `fragment` stand in `text`, in order and without gaps.
fn holds(text: &str, fragment: &str) -> bool {
    let (text, fragment) = (in_words(text), in_words(fragment));
    !fragment.is_empty() && text.windows(fragment.len()).any(|w| w == fragment)
}

/// The words of a text, in small letters.
pub(crate) fn in_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

/// What two claims of one incident share that print one figure.
type Print = (Effect, Group, bool, [Option<i64>; 3]);

fn print(claim: &CasualtyClaim) -> Print {
    (claim.effect, claim.group, claim.part_of.is_some(), [claim.number, claim.low, claim.high])
}

/// The interval of two ends, where both are known.
pub(crate) fn interval(earliest: Option<NaiveDate>, latest: Option<NaiveDate>) -> Option<Interval> {
    Some(Interval::new(earliest?, latest?))
}

pub(super) fn each_once<'c>(entities: impl Iterator<Item = &'c str>) -> Vec<&'c str> {
    entities.collect::<BTreeSet<_>>().into_iter().collect()
}
