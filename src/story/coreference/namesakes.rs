//! Namesakes: people whose names are one but for an initial, "Jr." or the realm they rule, and who stay two.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::people::Words;
use super::{Found, Reader};
use crate::lexicon::{Known, PlaceKind};
use crate::text::{Run, TokenKind};

/// What a name has beside the words that are compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Marks {
    /// Middle initials in lower case: `hw`.
    initials: String,
    /// `jr` or `sr`.
    suffix: String,
}

/// The title of somebody who is called by a given name, and the country beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Crown {
    title: String,
    realm: Option<String>,
}

/// Which of several rulers of one name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Ruler {
    /// One of them, by number; the first where there is but one.
    One(usize),
    /// The text does not tell which.
    Several,
}

impl Crown {
    fn may_be(&self, other: &Self) -> bool {
        self.title == other.title && (self.realm.is_none() || other.realm.is_none() || self.realm == other.realm)
    }
}

impl Reader<'_, '_> {
    /// Gives the names of people whom only initials or a suffix tell apart the words for it. Who is named without them is one of
    /// the two, and loses the words.
    pub(super) fn namesakes(&self, found: &[Found], keys: &mut [Words]) {
        let mut groups: FxHashMap<(&str, &str), Vec<usize>> = FxHashMap::default();
        for (i, (f, key)) in found.iter().zip(keys.iter()).enumerate() {
            if let ([first, .., last], false) = (&key[..], f.aside) {
                groups.entry((first, last)).or_default().push(i);
            }
        }
        let text = |i: usize| self.page.text(found[i].mention.run);
        let differ_at_all = |group: &Vec<usize>| group.iter().any(|&i| text(i) != text(group[0]));
        let groups: Vec<_> = groups.into_values().filter(differ_at_all).collect();
        for group in groups {
            let group: Vec<_> = group.into_iter().map(|i| (i, self.marks(found[i].mention.run))).collect();
            let initials = differ(group.iter().map(|(_, m)| m.initials.as_str()), |a, b| a.starts_with(b) || b.starts_with(a));
            let suffix = differ(group.iter().map(|(_, m)| m.suffix.as_str()), |a, b| a == b);
            for (i, marks) in group {
                let key = Rc::make_mut(&mut keys[i]);
                if initials && marks.initials.is_empty() && key.len() == 2 || suffix && marks.suffix.is_empty() {
                    key.clear();
                    continue;
                }
                if initials && !marks.initials.is_empty() && !key.contains(&marks.initials) {
                    key.insert(1, marks.initials);
                }
                if suffix {
                    key.insert(key.len() - 1, marks.suffix);
                }
            }
        }
    }

    fn marks(&self, run: Run) -> Marks {
        let mut marks = Marks::default();
        let mut inside: Vec<&str> = self.page.text(run).split_whitespace().skip(1).collect();
        let last = inside.last().map(|w| w.trim_end_matches('.').to_lowercase());
        if let Some(suffix) = last.filter(|w| matches!(w.as_str(), "jr" | "sr")) {
            marks.suffix = suffix;
            inside.pop();
        }
        inside.pop();
        for word in inside.into_iter().filter(|w| w.split('.').all(|letter| letter.chars().count() <= 1)) {
            marks.initials.extend(word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase));
        }
        marks
    }

    /// Which ruler of its name each mention without a full name is, by the words of the names.
    pub(super) fn rulers(&self, found: &[Found], keys: &[Words]) -> Vec<Ruler> {
        let crowns: Vec<_> = found.iter().zip(keys).map(|(f, k)| if k.len() == 1 { self.crown(f) } else { None }).collect();
        let mut known: FxHashMap<&str, Vec<&Crown>> = FxHashMap::default();
        // Those with a realm come first, so that those without join them.
        for realm in [true, false] {
            for (crown, key) in crowns.iter().zip(keys) {
                let Some(crown) = crown.as_ref().filter(|c| c.realm.is_some() == realm) else { continue };
                let of_name = known.entry(&key[0]).or_default();
                if !of_name.iter().any(|other| crown.may_be(other)) {
                    of_name.push(crown);
                }
            }
        }
        let which = |(crown, key): (&Option<Crown>, &Words)| {
            let Some(all) = key.first().and_then(|word| known.get(word.as_str())) else { return Ruler::One(0) };
            let mut fit = (0..all.len()).filter(|&n| crown.as_ref().is_none_or(|crown| crown.may_be(all[n])));
            match (fit.next(), fit.next()) {
                (Some(n), None) => Ruler::One(n),
                _ => Ruler::Several,
            }
        };
        crowns.iter().zip(keys).map(which).collect()
    }

    /// "Jordan's King Drole", "King Drole of Jordan", "the Jordanian King Drole".
    fn crown(&self, f: &Found) -> Option<Crown> {
        let role = f.mention.role?;
        let title = role.iter().map(|i| self.page.lower(i)).find(|word| self.lexicon.references.royal.has(word))?;
        let adjective = role.iter().find_map(|i| self.lexicon.names.demonyms.longest(self.page.keys(Run::new(i, role.end))));
        let realm = adjective.map(|(_, code)| code.clone()).filter(|code| !code.is_empty());
        let end = f.mention.run.end;
        let of = || if self.page.lower(end) == "of" { self.country_from(end + 1) } else { None };
        let owned = || {
            let clitic =
                (role.start.saturating_sub(3)..=role.start).rev().find(|&i| self.page.kind(i) == Some(TokenKind::Clitic))?;
            (clitic.saturating_sub(3)..clitic).find_map(|from| self.country_named(Run::new(from, clitic)))
        };
        Some(Crown { title: title.to_owned(), realm: realm.or_else(of).or_else(owned) })
    }

    fn country_from(&self, start: usize) -> Option<String> {
        (1..=3).rev().find_map(|n| self.country_named(Run::new(start, (start + n).min(self.page.tokens.len()))))
    }

    /// The code of the country that a run names, whole.
    fn country_named(&self, run: Run) -> Option<String> {
        let Known::Place(found) = self.known(run)? else { return None };
        let place = &self.lexicon.names.places[*found.first()? as usize];
        if place.kind == PlaceKind::Country { place.country.clone() } else { None }
    }

    /// "Ali Drole" is no "Gohar Ali Drole", who may be a son or a lawyer of his: the short name begins with a given name, and the
    /// long one with another word.
    pub(super) fn is_another(&self, short: &[String], long: &[String]) -> bool {
        let begins = |a: &str, b: &str| a == b || a.len() == 1 && b.starts_with(a);
        short.len() > 1 && !begins(&short[0], &long[0]) && self.lexicon.names.given(&short[0]).is_some()
    }
}

/// Whether two of the words that are not empty cannot be one.
fn differ<'w>(words: impl Iterator<Item = &'w str>, one: impl Fn(&str, &str) -> bool) -> bool {
    let mut told: Vec<&str> = Vec::new();
    for word in words.filter(|w| !w.is_empty()) {
        if told.iter().any(|other| !one(word, other)) {
            return true;
        }
        if !told.contains(&word) {
            told.push(word);
        }
    }
    false
}
