//! Types for mentions whose own words show none, from the same name elsewhere in the article.

use std::borrow::Cow;
use std::cell::Cell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Found, Reader};
use crate::lexicon::kinds::{PARTICLE, SPEECH};
use crate::lexicon::vocabulary::NameType;
use crate::lexicon::{Key, Known, PlaceKind, WordTable, is_english, slug};
use crate::read::names::NameMention;
use crate::text::{Run, TokenKind};

/// A town with fewer thousands of people is as likely somebody's surname.
const SMALL: u32 = 1000;

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

/// Who bears a word as a name.
struct Bearer {
    /// As the last word of a full name.
    surname: bool,
    /// Where the first full name with it stands.
    first: usize,
}

/// What the article shows of names and words, in lower case.
pub(super) struct Seen<'p> {
    names: FxHashMap<Cow<'p, str>, Shown>,
    /// First and last words of people's full names.
    people: FxHashMap<Cow<'p, str>, Bearer>,
    /// First words of the names of organisations, that are no words of English.
    bodies: FxHashSet<&'p str>,
    /// The words of unknown names, and whether the article writes them in lower case too.
    words: WordTable<Cell<bool>, &'p str>,
}

impl Seen<'_> {
    /// Whether a word of an unknown name stands in the article in lower case as well.
    pub(super) fn is_common<'w>(&self, word: impl Into<Key<'w>>) -> bool {
        self.words.get(word).is_some_and(Cell::get)
    }
}

impl Reader<'_, '_> {
    /// Gives each mention a type, and drops words that are no names.
    pub(super) fn typed(&self, mut read: Vec<(usize, bool, NameMention)>, shouted: &[usize]) -> Vec<Found> {
        self.series(&mut read);
        let seen = self.seen(&read);
        let settle = |(sentence, aside, m)| self.settle(sentence, aside, m, &seen, shouted.binary_search(&sentence).is_ok());
        read.into_iter().filter_map(settle).collect()
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
            words: WordTable::default(),
        };
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
                for i in m.run.iter() {
                    seen.words.entry(self.page.lower(i), || Cell::new(false));
                }
            }
            if m.kind == Some(NameType::Org) && self.begins_strangely(m.run) {
                seen.bodies.insert(self.page.lower(m.run.start));
            }
            let somebody = || m.kind.map_or_else(|| self.is_strangers(m.run), |kind| kind == NameType::Person);
            if m.run.len() > 1 && somebody() {
                for (i, surname) in [(m.run.start, false), (m.run.end - 1, true)] {
                    let new = || Bearer { surname: false, first: m.run.start };
                    seen.people.entry(unaccented(self.page.lower(i))).or_insert_with(new).surname |= surname;
                }
            }
        }
        for (i, token) in self.page.tokens.iter().enumerate() {
            if token.kind == TokenKind::Word
                && !token.capital
                && let Some(common) = seen.words.get(self.page.key(i))
            {
                common.set(true);
            }
        }
        seen
    }

    /// "Dalgren Holdings": the first word of several is none of English, and no name by itself.
    fn begins_strangely(&self, run: Run) -> bool {
        run.len() > 1 && !self.is_plain(run.start) && self.known(Run::new(run.start, run.start + 1)).is_none()
    }

    /// An unknown run that looks like a person's name and has no word of English, but for a syllable ("Bae Sang-cheol").
    fn is_strangers(&self, run: Run) -> bool {
        let syllable = |i: usize| {
            i > run.start && (self.page.lower(i - 1) == "-" || self.page.lower(i + 1) == "-" && self.page.glued(i + 1))
        };
        let english = |i: usize| self.page.lower(i) != "-" && self.is_plain(i) && !syllable(i);
        self.untyped(run) == NameType::Person && !run.iter().any(english)
    }

    /// "Speaking Kerry": the sentence's first word is none of the name's.
    fn has_plain_head(&self, mention: &NameMention, seen: &Seen) -> bool {
        let first = self.page.key(mention.run.start);
        mention.weak
            && mention.run.len() > 1
            && self.page.lower(mention.run.start + 1) != "&"
            && !self.page.is(mention.run.start, PARTICLE)
            && !seen.names.get(&*self.written(mention.run)).is_some_and(|n| n.firm)
            && (seen.is_common(first) || is_english(first) && self.lexicon.names.given(first).is_none())
    }

    /// Leaves the first word out; none where what is left is no name ("Anti-American").
    fn behead(&self, mention: &mut NameMention) -> Option<()> {
        mention.run.start += 1;
        if let Some(known) = self.known(mention.run) {
            (mention.kind, mention.rule) = (Some(known.name_type()), "name-listed");
        }
        let first = self.page.lower(mention.run.start);
        mention.full.start = mention.full.start.max(mention.run.start);
        mention.weak = false;
        (first != "-" && !self.lexicon.names.demonyms.has(first)).then_some(())
    }

    /// "KERRY PUTIN TO MEET": two people of the article, and no name that it writes elsewhere.
    fn stands_side_by_side(&self, run: Run, seen: &Seen) -> bool {
        let surname = |i: usize| {
            let word = self.page.lower(i);
            seen.people.get(&*unaccented(word)).is_some_and(|b| b.surname) || seen.names.get(word).is_some_and(|n| n.firm)
        };
        run.len() == 2
            && run.iter().all(|i| self.page.tokens[i].upper && surname(i))
            && seen.names.get(&*self.written(run)).is_none_or(|n| n.times < 2)
    }

    fn settle(&self, sentence: usize, aside: bool, mut mention: NameMention, seen: &Seen, shouted: bool) -> Option<Found> {
        if self.has_plain_head(&mention, seen) {
            self.behead(&mut mention)?;
        }
        if self.stands_side_by_side(mention.run, seen) {
            return None;
        }
        let last = self.page.lower(mention.run.end - 1);
        let shown = seen.names.get(&*self.written(mention.run));
        let somebody =
            seen.people.get(&*unaccented(last)).filter(|_| mention.run.len() == 1 || self.page.is(mention.run.start, PARTICLE));
        let placed = shown.is_some_and(|n| n.placed);
        let kind = match mention.kind {
            // "Houston said": a listed place is a person where the article has named one of that surname and no such place.
            Some(NameType::Loc)
                if somebody.is_some_and(|bearer| {
                    let named = shouted || self.is_named_before(mention.run, bearer.first);
                    let place = mention.rule != "name-place" && self.is_behind_preposition(mention.run.start);
                    named
                        && !place
                        && (bearer.surname && !placed || mention.rule == "name-place" || self.is_somebodys(mention.run))
                }) =>
            {
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
            // "the Tornbecks" and "in Tornbeck" say less than a full name elsewhere, as do capitals: "TORNBECK: We shall see."
            Some(NameType::Org) if somebody.is_some() && mention.rule == "name-body" => NameType::Person,
            Some(NameType::Org) if somebody.is_some_and(|b| b.surname) && mention.rule == "name-acronym" => NameType::Person,
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

    /// A name in lower case, whatever white space stands between its words.
    pub(super) fn written(&self, run: Run) -> Cow<'_, str> {
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

    /// "in", "at", "near" right before.
    fn is_behind_preposition(&self, start: usize) -> bool {
        // "In Nightclub Fire" of a headline says nothing.
        let first = |i: usize| self.page.sentences[self.page.sentence_of(i)].tokens.start == i;
        let told = |i: usize| !self.page.tokens[i].capital || self.page.tokens[i].upper || first(i);
        start.checked_sub(1).is_some_and(|i| told(i) && self.lexicon.names.cues.place_prepositions.has(self.page.key(i)))
    }

    /// Whether a place's name may stand for somebody whose full name begins at a token: it comes later, and is no dateline's.
    pub(super) fn is_named_before(&self, run: Run, full: usize) -> bool {
        full < run.start && !self.page.tokens[run.start].upper
    }

    /// A listed place whose name may be somebody's here: a small town, or another that speaks or that a role stands before; never a
    /// country or a capital.
    pub(super) fn is_somebodys(&self, run: Run) -> bool {
        let Some(Known::Place(found)) = self.known(run) else { return false };
        let place = found.first().and_then(|&i| self.lexicon.names.places.get(i as usize));
        let Some(place) = place.filter(|p| p.kind != PlaceKind::Country && !p.capital) else { return false };
        let speaks = self.page.is(run.end, SPEECH);
        place.kind == PlaceKind::City && place.people < SMALL || speaks || self.role_before(run.start).is_some()
    }
}

/// A word in lower case without its accents.
pub(super) fn unaccented(word: &str) -> Cow<'_, str> {
    if word.is_ascii() { Cow::Borrowed(word) } else { Cow::Owned(slug(word)) }
}
