//! Organisations: listed ones, acronyms explained in brackets, and names that differ by a slip.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Found, Reader};
use crate::lexicon::kinds::LITTLE;
use crate::lexicon::vocabulary::NameType;
use crate::lexicon::{Known, PlaceKind, slug};
use crate::text::{Run, TokenKind};

/// No acronym has more letters.
const LONGEST: usize = 12;
/// An acronym that is explained is used again among this many names.
const NEAR: usize = 60;

impl Reader<'_, '_> {
    pub(super) fn organisations(&self, found: &mut Vec<Found>) {
        let acronyms = self.acronyms(found);
        let mut slips: FxHashMap<String, Vec<String>> = FxHashMap::default();
        for f in found.iter_mut().filter(|f| f.kind == NameType::Org) {
            let text = self.page.text(f.mention.run);
            if let Some(known) = self.known(f.mention.run).filter(|known| !matches!(known, Known::Place(_))) {
                f.entity = Some(self.lexicon.names.entity_of(known).into());
                continue;
            }
            let own = slug(text);
            f.entity = match acronyms.get(&own) {
                Some(None) => None,
                acronym => {
                    let own = acronym.cloned().flatten().unwrap_or(own);
                    let own = of_last(self.of_country(own, f.mention.run.start), &self.lexicon.references.ministries);
                    Some(self.listed_or(&without_slip(own, &mut slips)).into())
                }
            };
        }
        self.shortened(found);
    }

    /// "Foreign Ministry" is the "Russian Foreign Ministry" where the article has no other.
    fn shortened(&self, found: &mut [Found]) {
        let mut longer: FxHashMap<String, Option<String>> = FxHashMap::default();
        let all: FxHashSet<&str> = found.iter().filter(|f| f.kind == NameType::Org).filter_map(|f| f.entity.as_deref()).collect();
        for &entity in &all {
            let Some(slug) = entity.strip_prefix("org:") else { continue };
            let Some((n, _)) = self.lexicon.names.demonyms.longest(slug.split('-')) else { continue };
            let Some((at, _)) = slug.match_indices('-').nth(n - 1) else { continue };
            let short = format!("org:{}", &slug[at + 1..]);
            if slug[at + 1..].contains('-') && all.contains(short.as_str()) {
                let of = longer.entry(short).or_insert_with(|| Some(entity.to_owned()));
                if of.as_deref() != Some(entity) {
                    *of = None;
                }
            }
        }
        for f in found.iter_mut().filter(|f| f.kind == NameType::Org) {
            if let Some(Some(full)) = f.entity.as_deref().and_then(|e| longer.get(e)) {
                f.entity = Some(full.as_str().into());
            }
        }
    }

    /// "foreign-ministry-of-russia", and a "foreign-ministry" that is Russia's, as "russian-foreign-ministry".
    fn of_country(&self, own: String, start: usize) -> String {
        if !self.lexicon.references.ministries.iter().any(|head| own.contains(head.as_str())) {
            return own;
        }
        let names = &self.lexicon.names;
        let of = own.rsplit_once("-of-").and_then(|(body, country)| Some((body, names.country_of_slug(country)?)));
        let owned = || Some((own.as_str(), self.owner_of(start)?));
        let named = of.or_else(owned).and_then(|(body, code)| Some((body, names.countries.get(code)?.adjectives.first()?)));
        match named {
            Some((body, adjective)) => {
                format!("{}-{}", slug(adjective), of_last(body.to_owned(), &self.lexicon.references.ministries))
            }
            None => own,
        }
    }

    /// The code of the country that owns what begins at a token: "Russia's Foreign Ministry".
    fn owner_of(&self, start: usize) -> Option<&str> {
        let clitic = start
            .checked_sub(1)
            .filter(|&i| self.page.kind(i) == Some(TokenKind::Clitic) && self.page.lower(i).ends_with('s'))?;
        (1..=3).rev().filter_map(|n| clitic.checked_sub(n)).find_map(|from| match self.known(Run::new(from, clitic))? {
            Known::Place(found) => {
                let place = &self.lexicon.names.places[*found.first()? as usize];
                (place.kind == PlaceKind::Country).then_some(place.country.as_deref()?)
            }
            _ => None,
        })
    }

    /// The organisation's listed slug, where the full name is listed under another.
    fn listed_or(&self, own: &str) -> String {
        match self.lexicon.names.known.longest(own.split('-')) {
            Some((n, Known::Organisation(listed))) if n == own.split('-').count() => format!("org:{listed}"),
            _ => format!("org:{own}"),
        }
    }

    /// "Free Tornbeck Party (FTP)" and "FTP (Free Tornbeck Party)": the slug of the full name by the acronym's. A name that was
    /// cut too short for its acronym is given its first words. Nothing for an acronym of two names.
    fn acronyms(&self, found: &mut Vec<Found>) -> FxHashMap<String, Option<String>> {
        let ministries = &self.lexicon.references.ministries;
        let mut out: FxHashMap<String, Option<String>> = FxHashMap::default();
        let mut swallowed = Vec::new();
        for i in 1..found.len() {
            let (a, b) = (found[i - 1].mention.run, found[i].mention.run);
            let opened = self.page.word(a.end) == "(" && a.end + 1 == b.start;
            if !opened || self.page.word(b.end) != ")" || found[i - 1].sentence != found[i].sentence {
                continue;
            }
            let (full, short) = if b.len() == 1 { (a, b) } else { (b, a) };
            if short.len() != 1 {
                continue;
            }
            let letters = self.page.word(short.start);
            let floor = self.page.sentences[found[i].sentence].tokens.start;
            let whole = if full == a { self.with_first_words(full, floor, letters) } else { None };
            let explained = full.len() > 1 && (self.initials_match(full, letters) || full == a && self.is_foreign(found, i));
            let Some(run) = whole.or_else(|| explained.then_some(full)) else { continue };
            if run != full {
                let inside = (0..i - 1).rev().take_while(|&k| run.start < found[k].mention.run.end);
                swallowed.extend(inside);
                let mention = &mut found[i - 1].mention;
                (mention.run, mention.full, mention.role) = (run, run, None);
            }
            if run != full || found[i - 1].kind == NameType::Org || found[i].kind == NameType::Org {
                found[i - 1].kind = NameType::Org;
                found[i].kind = NameType::Org;
            }
            let name = of_last(slug(self.page.text(run)), ministries);
            let explained = out.entry(slug(self.page.text(short))).or_insert_with(|| Some(name.clone()));
            if explained.as_ref() != Some(&name) {
                *explained = None;
            }
        }
        swallowed.sort_unstable();
        let mut at = 0;
        found.retain(|_| {
            at += 1;
            swallowed.binary_search(&(at - 1)).is_err()
        });
        out
    }

    /// "Disaster Authority (DAK)": the acronym of the name in another language, if the article goes on to use it.
    fn is_foreign(&self, found: &[Found], i: usize) -> bool {
        let acronym = found[i].mention.run;
        let letters = self.page.word(acronym.start);
        let upper = letters.len() >= 3 && letters.bytes().all(|b| b.is_ascii_uppercase());
        let named = found[i - 1].kind == NameType::Org && found[i - 1].mention.rule == "name-organisation";
        upper
            && named
            && self.known(acronym).is_none()
            && found[i + 1..]
                .iter()
                .take(NEAR)
                .any(|f| f.mention.run.len() == 1 && self.page.word(f.mention.run.start) == letters)
    }

    /// The name with the capitalised words before it that its acronym counts.
    fn with_first_words(&self, full: Run, floor: usize, acronym: &str) -> Option<Run> {
        if acronym.len() > LONGEST || self.initials_match(full, acronym) {
            return None;
        }
        let from = full.start.saturating_sub(acronym.len() + 3).max(floor);
        let joined = |start: usize| {
            (start..full.start)
                .all(|i| self.page.tokens[i].capital || matches!(self.page.lower(i), "and" | "of" | "for" | "on" | "the"))
        };
        let fits = |start: &usize| {
            self.page.tokens[*start].capital
                && self.page.kind(*start) == Some(TokenKind::Word)
                && joined(*start)
                && self.initials_match(Run::new(*start, full.end), acronym)
        };
        (from..full.start).rev().find(fits).map(|start| Run::new(start, full.end))
    }

    /// Whether the letters of an acronym are the first letters of the name's words, small words left out or not.
    fn initials_match(&self, full: Run, acronym: &str) -> bool {
        let wanted = || acronym.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase);
        let matches = |all: bool| {
            let words = full.iter().filter(|&i| all || !self.page.is(i, LITTLE));
            words
                .filter_map(|i| self.page.word(i).chars().next())
                .filter(|c| c.is_alphabetic())
                .flat_map(char::to_lowercase)
                .eq(wanted())
        };
        wanted().nth(1).is_some() && (matches(true) || matches(false))
    }
}

/// "ministry-of-oil" as "oil-ministry": both are written.
fn of_last(own: String, ministries: &[String]) -> String {
    for head in ministries {
        let Some((before, after)) = own.split_once(head.as_str()) else { continue };
        if let Some(field) = after.strip_prefix("-of-")
            && (before.is_empty() || before.ends_with('-'))
            && !field.contains("-of-")
        {
            let field = field.strip_prefix("the-").unwrap_or(field);
            let field = if field == "foreign-affairs" { "foreign" } else { field };
            return format!("{before}{field}-{head}");
        }
    }
    own
}

/// The first spelling of a name of three words or more in the article that differs by at most two letters.
fn without_slip(own: String, slips: &mut FxHashMap<String, Vec<String>>) -> String {
    if own.split('-').count() < 3 {
        return own;
    }
    // Only names that share their first word are compared.
    let block = slips.entry(own.split('-').next().unwrap_or_default().to_owned()).or_default();
    if let Some(first) = block.iter().take(50).find(|other| near(&own, other)) {
        return first.clone();
    }
    block.push(own.clone());
    own
}

/// Whether all words are equal but one, and that differs by at most two letters at its end ("Syria", "Syrian").
fn near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<_>, Vec<_>) = (a.split('-').collect(), b.split('-').collect());
    if a.len() != b.len() {
        return false;
    }
    let differ: Vec<_> = a.iter().zip(&b).filter(|(x, y)| x != y).collect();
    matches!(differ[..], [(x, y)] if slip(x, y)) || differ.is_empty()
}

fn slip(x: &str, y: &str) -> bool {
    let common = x.chars().zip(y.chars()).take_while(|(a, b)| a == b).count();
    let (long, short) = (x.chars().count().max(y.chars().count()), x.chars().count().min(y.chars().count()));
    common >= 4 && long - short <= 2 && long - common <= 2
}
