//! Who holds which office in the article, and who held it once: what titles, appositions and appointments say.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::Reader;
use crate::lexicon::Known;
use crate::lexicon::kinds::{APPOINTED, DETERMINER, LITTLE, OPENS_ROLE, PREPOSITION, ROLE, SPEECH, VERB_FORM};
use crate::lexicon::vocabulary::{Gender, Mention, NameType};
use crate::story::Name;
use crate::text::{Run, TokenKind};

/// An apposition before a name is shorter than this.
const APPOSITION: usize = 14;
/// Words that no table knows inside a role: "state radio's chief editor".
const UNKNOWN: usize = 2;
/// Of two holders of a role the one is meant who was named this many sentences before, and the other not.
const NEAR: usize = 2;
/// An article has no more holders of one role.
const CROWD: usize = 60;

/// A person in an office.
#[derive(Debug)]
pub(super) struct Holder<'n> {
    pub(super) entity: &'n str,
    pub(super) gender: Gender,
    offices: Vec<Office>,
}

/// An office as somebody's title or role tells it.
#[derive(Debug, Clone, PartialEq)]
struct Office {
    /// Its words, one for those of one meaning.
    words: BTreeSet<String>,
    /// Held no more.
    past: bool,
    /// A deputy's.
    lesser: bool,
    /// The country whose office it is, by code.
    nation: Option<String>,
}

/// The offices of an article.
#[derive(Debug, Default)]
pub(super) struct Offices<'n> {
    by_word: FxHashMap<String, Vec<Holder<'n>>>,
    /// Whom a role that an apposition opens with is about, by the role's first token.
    pub(super) apposed: FxHashMap<usize, &'n Name>,
    home: Option<String>,
    /// Where each person is named.
    named: FxHashMap<&'n str, Vec<usize>>,
}

impl<'n> Offices<'n> {
    /// The one person whom the words of a role mean: of several the one who was named shortly before.
    pub(super) fn holder(&self, role: &str, at: Run, gender: Gender, reader: &Reader) -> Option<&Holder<'n>> {
        let mut wanted = reader.office(role, None);
        reader.complement(at.end, &mut wanted);
        let references = &reader.lexicon.references;
        let head = references.neutral(reader.page.lower(at.end - 1));
        // "the Russian leader": whatever Russia calls him.
        let ruler = head == "leader" && wanted.nation.is_some() && wanted.words.len() == 1;
        let rulers = references.rulers.iter().filter(|_| ruler).filter_map(|word| self.by_word.get(word)).flatten();
        let deputies = wanted.lesser.then(|| self.by_word.get("deputy")).flatten();
        let mut fit: Vec<(&Holder<'n>, bool)> = Vec::new();
        for holder in self.by_word.get(head).into_iter().chain(deputies).flatten().chain(rulers) {
            let agrees = gender == Gender::Unknown || holder.gender == Gender::Unknown || gender == holder.gender;
            let past =
                holder.offices.iter().filter(|o| agrees && self.fits(&wanted, o, ruler)).map(|o| o.past && !wanted.past).min();
            if let Some(past) = past.filter(|_| fit.iter().all(|(other, _)| other.entity != holder.entity)) {
                fit.push((holder, past));
            }
        }
        // A former minister is "the minister" where there is no other.
        if fit.iter().any(|(_, past)| !past) {
            fit.retain(|(_, past)| !past);
        }
        if let [(one, false)] = fit[..] {
            return Some(one);
        }
        let mut near = fit.iter().map(|(h, _)| *h).filter(|h| self.is_near(h.entity, at.start, reader));
        near.next().filter(|_| near.next().is_none())
    }

    /// Whether somebody was named in the last sentences.
    fn is_near(&self, entity: &str, at: usize, reader: &Reader) -> bool {
        let sentence = reader.page.sentence_of(at);
        let from = reader.page.sentences[sentence.saturating_sub(NEAR)].tokens.start;
        let Some(named) = self.named.get(entity) else { return false };
        let last = named.partition_point(|i| *i < at);
        last > 0 && named[last - 1] >= from
    }

    fn fits(&self, wanted: &Office, office: &Office, ruler: bool) -> bool {
        let nation = match (&wanted.nation, &office.nation) {
            (Some(a), Some(b)) => a == b,
            (Some(a), None) => self.home.as_ref() == Some(a),
            _ => true,
        };
        let bare = wanted.lesser && office.lesser && office.words.is_empty();
        nation
            && (!wanted.past || office.past)
            && wanted.lesser == office.lesser
            && (bare || ruler || wanted.words.is_subset(&office.words))
    }

    fn add(&mut self, name: &'n Name, office: &Office, roles: &[String]) {
        let Some(entity) = name.entity.as_deref() else { return };
        for word in roles {
            let held = self.by_word.entry(word.clone()).or_default();
            if let Some(holder) = held.iter_mut().take(CROWD).find(|h| h.entity == entity) {
                if !holder.offices.contains(office) && holder.offices.len() < CROWD {
                    holder.offices.push(office.clone());
                }
            } else if held.len() < CROWD {
                held.push(Holder { entity, gender: name.gender, offices: vec![office.clone()] });
            }
        }
    }
}

impl Reader<'_, '_> {
    /// The people of the article by the words of their roles.
    pub(super) fn offices<'n>(&self, names: &'n [Name]) -> Offices<'n> {
        let mut out = Offices { home: self.home(names), ..Offices::default() };
        for (n, name) in names.iter().enumerate().filter(|(_, n)| n.kind == NameType::Person && n.entity.is_some()) {
            if let Some(entity) = name.entity.as_deref() {
                out.named.entry(entity).or_default().push(name.run.start);
            }
            if let Some(role) = name.role.as_deref() {
                self.add_office(&mut out, name, role, self.nation_beside(names, n));
            }
            if let Some((opens, role, _)) = self.role_before(name.full.start) {
                self.add_office(&mut out, name, self.page.text(role), self.nation_beside(names, n));
                out.apposed.insert(opens, name);
            }
        }
        for sentence in self.story.sentences() {
            self.appointments(names, self.page.sentences[sentence].tokens, &mut out);
        }
        out
    }

    fn add_office<'n>(&self, out: &mut Offices<'n>, name: &'n Name, role: &str, nation: Option<String>) {
        let office = self.office(role, nation);
        let references = &self.lexicon.references;
        let titles = &self.lexicon.names.titles;
        let mut heads: Vec<String> =
            office.words.iter().filter(|w| titles.roles.has(w) || references.is_neutral(w)).cloned().collect();
        if office.lesser && heads.is_empty() {
            heads.push("deputy".to_owned());
        }
        out.add(name, &office, &heads);
    }

    /// A role's words as an office.
    fn office(&self, role: &str, nation: Option<String>) -> Office {
        let references = &self.lexicon.references;
        let mut office = Office { words: BTreeSet::new(), past: false, lesser: false, nation };
        let all: Vec<_> = role.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
        let mut at = 0;
        while let Some(word) = all.get(at) {
            if let Some((n, code)) = self.lexicon.names.demonyms.longest(all[at..].iter().map(String::as_str))
                && !code.is_empty()
            {
                office.nation = office.nation.or_else(|| Some(code.clone()));
                at += n;
                continue;
            }
            if references.past.has(word) {
                office.past = true;
            } else if references.lesser.has(word) {
                office.lesser = true;
            } else if !references.passing.has(word) {
                office.words.insert(references.neutral(word).to_owned());
            }
            at += 1;
        }
        // A deputy spokesman is a spokesman.
        office.lesser &= !office.words.iter().any(|word| references.alike.has(word));
        if office.words.contains("prime") && office.words.contains("minister") {
            office.words.insert("premier".to_owned());
        }
        office
    }

    /// "the president of Kenya", "the leader of the rebels": what the words behind a role ask of the office.
    fn complement(&self, of: usize, wanted: &mut Office) {
        if self.page.lower(of) != "of" {
            return;
        }
        let words = (of + 1..of + 6)
            .take_while(|&i| self.page.kind(i) == Some(TokenKind::Word))
            .skip_while(|&i| self.page.is(i, DETERMINER));
        let mut words = words.take_while(|&i| !self.page.is(i, LITTLE) && !self.is_finite(i)).peekable();
        let country = words.peek().and_then(|&i| {
            let (_, known) = self.lexicon.names.known.longest(self.page.keys(Run::new(i, i + 3)))?;
            let Known::Place(found) = known else { return None };
            found.first().and_then(|&i| self.lexicon.names.places[i as usize].country.clone())
        });
        if country.is_some() {
            wanted.nation = country;
            return;
        }
        wanted.words.extend(words.take(2).map(|i| self.page.lower(i).to_owned()));
    }

    /// The country named beside a title: "Jordan's King Drole", "King Drole of Jordan", "the president of Jordan, Drole".
    fn nation_beside(&self, names: &[Name], n: usize) -> Option<String> {
        let name = &names[n];
        let owns = |other: &&Name| {
            other.kind == NameType::Loc
                && (name.full.contains(other.run)
                    || other.run.end + 1 == name.full.start && self.page.kind(other.run.end) == Some(TokenKind::Clitic)
                    || other.run.start == name.run.end + 1 && self.page.lower(name.run.end) == "of")
        };
        let near = names[n.saturating_sub(2)..].iter().take(5);
        near.filter(owns).find_map(|other| self.country(other))
    }

    fn country(&self, name: &Name) -> Option<String> {
        self.lexicon.names.country_of(name.entity.as_deref()?).map(str::to_owned)
    }

    /// The country that the article is written from, or else names first.
    fn home(&self, names: &[Name]) -> Option<String> {
        let first = names.iter().filter(|n| n.kind == NameType::Loc).find_map(|n| Some((n.run.start, self.country(n)?)));
        let adjective = self.page.tokens.iter().enumerate().filter(|(_, t)| t.capital).find_map(|(i, _)| {
            let code = self.lexicon.names.demonyms.get(self.page.key(i))?;
            (!code.is_empty()).then(|| (i, code.clone()))
        });
        [first, adjective].into_iter().flatten().min_by_key(|(at, _)| *at).map(|(_, code)| code)
    }

    /// "the director of the mine, NAME": the token that opens it, its words and its gender.
    pub(super) fn role_before(&self, start: usize) -> Option<(usize, Run, Gender)> {
        let comma = start.checked_sub(1).filter(|&i| self.page.lower(i) == ",")?;
        let floor = self.page.sentences[self.page.sentence_of(start)].tokens.start.max(comma.saturating_sub(APPOSITION));
        let mut from = comma;
        while from > floor && !matches!(self.page.lower(from - 1), "," | ";" | ":" | "—" | "(") && !self.is_finite(from - 1) {
            from -= 1;
        }
        (from..comma).find_map(|opens| {
            let determiner = self.opens_role(opens);
            let (_, head, gender) = self.role_phrase(opens + usize::from(determiner), comma)?;
            let closed = head.end == comma || self.page.is(head.end, PREPOSITION);
            (closed && (determiner || opens == floor || opens == from))
                .then(|| (opens, Run::new(opens + usize::from(determiner), comma), gender))
        })
    }

    fn is_finite(&self, i: usize) -> bool {
        self.page.is(i, VERB_FORM | SPEECH)
    }

    /// A determiner or a possessive.
    pub(super) fn opens_role(&self, i: usize) -> bool {
        self.page.is(i, OPENS_ROLE)
    }

    /// A role at `i` with what stands before its head: adjectives, names, a word or two that no table knows. Gives the whole, the
    /// head's words and its gender.
    pub(super) fn role_phrase(&self, i: usize, limit: usize) -> Option<(Run, Run, Gender)> {
        let (mut at, mut unknown) = (i, 0);
        while at < limit && at < i + 8 {
            let ahead = self.page.keys(Run::new(at, limit));
            if self.page.is(at, ROLE)
                && let Some((n, gender)) = self.lexicon.names.titles.roles.longest(ahead)
                && !self.goes_on(at + n)
            {
                return Some((Run::new(i, at + n), Run::new(at, at + n), *gender));
            }
            if let Some(n) = self.modifier(at, Run::new(i, limit)) {
                at += n;
                continue;
            }
            let plain =
                self.page.kind(at) == Some(TokenKind::Word) && !self.page.is(at, LITTLE | VERB_FORM | SPEECH | PREPOSITION);
            if !plain && self.page.lower(at) != "-" {
                return None;
            }
            unknown += usize::from(plain && !self.page.tokens[at].capital);
            if unknown > UNKNOWN {
                return None;
            }
            at += 1;
        }
        None
    }

    /// "Drole has been named minister of transport", "Drole becomes defence minister".
    fn appointments<'n>(&self, names: &'n [Name], sentence: Run, out: &mut Offices<'n>) {
        for i in sentence.iter().filter(|&i| self.page.is(i, APPOINTED)) {
            let from = i + 1 + usize::from(self.opens_role(i + 1) || self.page.lower(i + 1) == "as");
            let Some((role, _, _)) = self.role_phrase(from, sentence.end) else { continue };
            let first = names.partition_point(|n| n.run.start < sentence.start);
            let subject = names[first..]
                .iter()
                .take(CROWD)
                .take_while(|n| n.run.end <= i)
                .find(|n| n.kind == NameType::Person && n.mention == Mention::Proper && n.entity.is_some());
            if let Some(name) = subject {
                self.add_office(out, name, self.page.text(role), None);
            }
        }
    }
}
