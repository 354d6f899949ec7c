//! Types for mentions whose own words show none, from the same name elsewhere in the article; and names in headlines.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Found, Reader};
use crate::lexicon::vocabulary::NameType;
use crate::lexicon::{Known, PlaceKind, WordSet, is_english, is_surname, slug};
use crate::read::names::{NameMention, is_plain};
use crate::text::{Run, TokenKind};

/// A name of the body is found again in a headline up to so many tokens.
const LONGEST: usize = 6;

/// What the article shows of a name.
#[derive(Default)]
struct Shown {
    /// Its type, and whether its own words show it.
    kind: Option<(NameType, bool)>,
    /// It stands where nothing but being a name explains the capital.
    firm: bool,
    /// It stands behind a preposition of place.
    placed: bool,
    /// It is a team's.
    team: bool,
    /// So often it stands in the article.
    times: usize,
}

/// What the article shows of names and words, in lower case.
struct Seen<'p> {
    names: FxHashMap<Cow<'p, str>, Shown>,
    /// First and last words of people's full names, and whether one is a last word.
    people: FxHashMap<Cow<'p, str>, bool>,
    /// First words of the names of organisations, that are no words of English.
    bodies: FxHashSet<&'p str>,
    /// Words of unknown names that the article writes in lower case.
    common: FxHashSet<&'p str>,
}

impl Reader<'_, '_> {
    /// Gives each mention a type, drops words that are no names, and finds the article's names in its headlines.
    pub(super) fn typed(&self, mut read: Vec<(usize, bool, NameMention)>, shouted: &[usize]) -> Vec<Found> {
        self.series(&mut read);
        let seen = self.seen(&read);
        let mut out: Vec<Found> =
            read.into_iter().filter_map(|(sentence, aside, m)| self.settle(sentence, aside, m, &seen)).collect();
        self.in_headlines(&mut out, shouted);
        out.sort_by_key(|f| f.mention.run);
        out
    }

    /// "Tuzla and Mahala", "Breisach, Kehl and Freiburg": a lone word in a row of places is one.
    fn series(&self, read: &mut [(usize, bool, NameMention)]) {
        let forth = (1..read.len()).map(|i| (i, i - 1));
        let back = (1..read.len()).rev().map(|i| (i - 1, i));
        for (here, there) in forth.chain(back) {
            let (a, b) = (read[here.min(there)].2.run, read[here.max(there)].2.run);
            let place = read[there].2.kind == Some(NameType::Loc);
            let mention = &mut read[here].2;
            let unknown = mention.kind.is_none() && mention.run.len() == 1 && !self.is_plain(mention.run.start);
            if unknown && place && self.are_joined(a, b) {
                (mention.kind, mention.rule, mention.weak) = (Some(NameType::Loc), "name-series", false);
            }
        }
    }

    /// "A and B", or "A, B" of "A, B and C" and of "A, B, C".
    fn are_joined(&self, a: Run, b: Run) -> bool {
        let listed =
            |i: usize| matches!(self.page.lower(i), "and" | "or" | ",") && self.page.tokens.get(i + 1).is_some_and(|t| t.capital);
        a.end + 1 == b.start
            && match self.page.lower(a.end) {
                "and" | "or" => true,
                "to" => a.start.checked_sub(1).is_some_and(|i| self.page.lower(i) == "from"),
                "," => listed(b.end) || a.start.checked_sub(1).is_some_and(listed),
                _ => false,
            }
    }

    fn seen(&self, read: &[(usize, bool, NameMention)]) -> Seen<'_> {
        let mut seen = Seen {
            names: FxHashMap::default(),
            people: FxHashMap::default(),
            bodies: FxHashSet::default(),
            common: FxHashSet::default(),
        };
        let mut asked = WordSet::default();
        for (_, _, m) in read {
            let shown = seen.names.entry(self.written(m.run)).or_default();
            shown.placed |= self.is_behind_preposition(m.run.start);
            shown.team |= m.rule == "name-team";
            shown.firm |= !m.weak;
            shown.times += 1;
            if let Some(kind) = m.kind {
                let firm = !matches!(m.rule, "name-body" | "name-place" | "name-series" | "name-speaker");
                if shown.kind.is_none_or(|(_, told)| firm && !told) {
                    shown.kind = Some((kind, firm));
                }
            } else {
                asked.extend(self.page.lowers(m.run));
            }
            if m.kind == Some(NameType::Org)
                && m.run.len() > 1
                && !self.is_plain(m.run.start)
                && self.known(Run::new(m.run.start, m.run.start + 1)).is_none()
            {
                seen.bodies.insert(self.page.lower(m.run.start));
            }
            // "Bae Sang-cheol": a syllable that is a word too says nothing.
            let syllable = |i: usize| self.page.lower(i - 1) == "-" || self.page.lower(i + 1) == "-" && self.page.glued(i + 1);
            let english = |i: usize| self.page.lower(i) != "-" && self.is_plain(i) && !(i > m.run.start && syllable(i));
            let somebody = m
                .kind
                .map_or_else(|| self.untyped(m.run) == NameType::Person && !m.run.iter().any(english), |k| k == NameType::Person);
            if somebody && m.run.len() > 1 {
                seen.people.entry(unaccented(self.page.lower(m.run.start))).or_default();
                *seen.people.entry(unaccented(self.page.lower(m.run.end - 1))).or_default() = true;
            }
        }
        for (i, token) in self.page.tokens.iter().enumerate() {
            if token.kind == TokenKind::Word && !token.capital && asked.contains(self.page.lower(i)) {
                seen.common.insert(self.page.lower(i));
            }
        }
        seen
    }

    fn settle(&self, sentence: usize, aside: bool, mut mention: NameMention, seen: &Seen) -> Option<Found> {
        let first = self.page.lower(mention.run.start);
        let firm = |run| seen.names.get(&*self.written(run)).is_some_and(|n| n.firm);
        if mention.weak
            && mention.run.len() > 1
            && self.page.lower(mention.run.start + 1) != "&"
            && !self.lexicon.names.particles.has(first)
            && !firm(mention.run)
            && (seen.common.contains(first) || is_english(first) && self.lexicon.names.given(first).is_none())
        {
            // "Speaking Kerry": the sentence's first word is none of the name's.
            mention.run.start += 1;
            if let Some(known) = self.known(mention.run) {
                (mention.kind, mention.rule) = (Some(known.name_type()), "name-listed");
            }
            if self.page.lower(mention.run.start) == "-" || self.lexicon.names.demonyms.has(self.page.lower(mention.run.start)) {
                return None;
            }
            mention.full.start = mention.full.start.max(mention.run.start);
            mention.weak = false;
        }
        // "KERRY PUTIN TO MEET": two people of the article, and no name that it writes elsewhere.
        let surname = |i: usize| {
            let word = self.page.lower(i);
            seen.people.get(&*unaccented(word)) == Some(&true) || seen.names.get(word).is_some_and(|n| n.firm)
        };
        let side_by_side = mention.run.len() == 2 && mention.run.iter().all(|i| self.page.tokens[i].upper && surname(i));
        if side_by_side && seen.names.get(&*self.written(mention.run)).is_none_or(|n| n.times < 2) {
            return None;
        }
        let last = self.page.lower(mention.run.end - 1);
        let shown = seen.names.get(&*self.written(mention.run));
        let somebody = seen
            .people
            .get(&*unaccented(last))
            .filter(|_| mention.run.len() == 1 || self.lexicon.names.particles.has(self.page.lower(mention.run.start)));
        let placed = shown.is_some_and(|n| n.placed);
        let kind = match mention.kind {
            // "Houston said": a listed place is a person where the article has one of that surname and no such place.
            Some(NameType::Loc) if somebody.is_some_and(|&surname| surname && !placed || self.may_be_somebody(&mention)) => {
                NameType::Person
            }
            // "Leeds won again": a town whose team the article has named, but for "in Leeds".
            Some(NameType::Loc) if shown.is_some_and(|n| n.team) && !self.is_behind_preposition(mention.run.start) => {
                NameType::Org
            }
            // "Dalgren said", where the article has "Dalgren Holdings" and no person of the name.
            Some(NameType::Person) | None if mention.run.len() == 1 && somebody.is_none() && seen.bodies.contains(last) => {
                NameType::Org
            }
            // "the Tornbecks" and "in Tornbeck" say less than a full name elsewhere.
            Some(NameType::Org) if somebody.is_some() && mention.rule == "name-body" => NameType::Person,
            Some(kind) => kind,
            // "Park gave no answer": a word of English at the head of a sentence is looked at again, when people are known.
            None if somebody.is_some() && mention.weak && is_english(last) => return None,
            None if somebody.is_some() => NameType::Person,
            None => match shown.and_then(|n| n.kind) {
                Some((kind, _)) => kind,
                // "in Hermitage": a word of English that the article never writes without its capital.
                None if placed && self.is_always_capital(mention.run, seen) => {
                    mention.rule = "name-place";
                    NameType::Loc
                }
                None if self.is_common(&mention, seen) => return None,
                None => self.untyped(mention.run),
            },
        };
        Some(Found { mention, kind, sentence, aside, entity: None })
    }

    fn is_always_capital(&self, run: Run, seen: &Seen) -> bool {
        run.iter().all(|i| {
            let token = &self.page.tokens[i];
            token.capital && !token.upper && token.span.len() > 3 && !seen.common.contains(self.page.lower(i))
        })
    }

    /// A name in lower case, whatever white space stands between its words.
    fn written(&self, run: Run) -> Cow<'_, str> {
        let text = self.page.lower_text(run);
        if text.is_ascii() && !text.contains('\n') {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len());
        for i in run.iter() {
            out.push_str(if i == run.start || self.page.glued(i) { "" } else { " " });
            out.push_str(self.page.lower(i));
        }
        Cow::Owned(out)
    }

    /// Whether an unknown run is no name: words of English, or words that the article writes in lower case as well.
    fn is_common(&self, mention: &NameMention, seen: &Seen) -> bool {
        let written = |i: usize| seen.common.contains(self.page.lower(i));
        mention.weak && mention.run.len() == 1 && written(mention.run.start)
            || mention.run.iter().all(|i| written(i) || !self.page.tokens[i].capital)
            || mention.run.iter().all(|i| self.is_plain(i))
    }

    /// What an unknown run is most often. The news gives a person's full name first: a lone word that is no common name,
    /// and none of a person of the article, is an organisation; so is a run that ends in an English word or begins in capitals.
    fn untyped(&self, run: Run) -> NameType {
        let joined = run.iter().any(|i| matches!(self.page.lower(i), "of" | "for" | "&"));
        let words =
            run.iter().filter(|&i| self.page.tokens[i].capital && self.page.lower(i - usize::from(i > run.start)) != "-").count();
        let last = self.page.lower(run.end - 1);
        let person = match words {
            1 => {
                let names = &self.lexicon.names;
                let folded = unaccented(last);
                names.given(&folded).is_some() || !is_english(last) && (is_surname(&folded) || names.is_like_surname(&folded))
            }
            // "Khin Myat Aye": two foreign words say more than the English one behind them.
            3 if run
                .iter()
                .take(2)
                .all(|i| self.page.tokens[i].capital && !self.page.tokens[i].upper && !is_english(self.page.lower(i))) =>
            {
                true
            }
            2 | 3 => {
                // "Legia Warsaw": no given name before a large town is a club's.
                let club = matches!(self.known(Run::new(run.end - 1, run.end)), Some(Known::Place(found)) if found.first().is_some_and(|&i| self.lexicon.names.places[i as usize].people >= 500))
                    && self.lexicon.names.given(&unaccented(self.page.lower(run.start))).is_none()
                    && !is_surname(self.page.lower(run.start))
                    && !is_surname(last);
                let syllable = self.page.lower(run.end - 2) == "-" && !self.page.tokens[run.end - 1].capital;
                let acronym = self.page.tokens[run.start].upper && !self.page.word(run.start).contains('.');
                !acronym && !club && (syllable || is_surname(last) || !is_english(last))
            }
            _ => false,
        };
        if person && !joined { NameType::Person } else { NameType::Org }
    }

    fn is_plain(&self, i: usize) -> bool {
        is_plain(self.page, i)
    }

    /// "in", "at", "near" right before.
    fn is_behind_preposition(&self, start: usize) -> bool {
        // "In Nightclub Fire" of a headline says nothing.
        let first = |i: usize| self.page.sentences[self.page.sentence_of(i)].tokens.start == i;
        let told = |i: usize| !self.page.tokens[i].capital || self.page.tokens[i].upper || first(i);
        start.checked_sub(1).is_some_and(|i| told(i) && self.lexicon.names.place_prepositions.has(self.page.lower(i)))
    }

    /// Whether a place's name that is a surname of the article is the person's here: no country's, no large town's unless it speaks.
    fn may_be_somebody(&self, mention: &NameMention) -> bool {
        if mention.rule == "name-place" {
            return true;
        }
        let Some(crate::lexicon::Known::Place(found)) = self.known(mention.run) else { return false };
        let Some(place) = found.first().and_then(|&i| self.lexicon.names.places.get(i as usize)) else { return false };
        let speaks = self.lexicon.cues.verbs.has(self.page.lower(mention.run.end));
        place.kind == PlaceKind::City && !place.capital && (place.people < 1000 || speaks)
    }

    /// Names of the body, found again where capitals tell nothing.
    fn in_headlines(&self, out: &mut Vec<Found>, shouted: &[usize]) {
        if shouted.is_empty() {
            return;
        }
        let mut names: FxHashMap<Cow<str>, NameType> = FxHashMap::default();
        for f in out.iter().filter(|f| shouted.binary_search(&f.sentence).is_err()) {
            let run = f.mention.run;
            names.insert(self.written(run), f.kind);
            if f.kind == NameType::Person && run.len() > 1 {
                names.insert(Cow::Borrowed(self.page.lower(run.end - 1)), f.kind);
            }
        }
        let longest = |i: usize, end: usize| {
            let most = if self.page.tokens[i].capital { LONGEST.min(end - i) } else { 0 };
            (1..=most).rev().find_map(|n| Some((n, *names.get(&*self.written(Run::new(i, i + n)))?)))
        };
        let mut taken: Vec<Run> = out.iter().map(|f| f.mention.run).collect();
        taken.sort_unstable();
        for &sentence in shouted {
            let run = self.page.sentences[sentence].tokens;
            let mut i = run.start;
            while i < run.end {
                let Some((n, kind)) = longest(i, run.end) else {
                    i += 1;
                    continue;
                };
                let at = Run::new(i, i + n);
                let from = taken.partition_point(|t| t.end <= at.start);
                if !taken.get(from).is_some_and(|t| t.overlaps(at)) {
                    let mention = NameMention {
                        run: at,
                        full: at,
                        role: None,
                        kind: Some(kind),
                        gender: super::Gender::Unknown,
                        weak: false,
                        rule: "name-again",
                    };
                    out.push(Found { mention, kind, sentence, aside: false, entity: None });
                }
                i += n;
            }
        }
    }
}

/// A word in lower case without its accents.
fn unaccented(word: &str) -> Cow<'_, str> {
    if word.is_ascii() { Cow::Borrowed(word) } else { Cow::Owned(slug(word)) }
}
