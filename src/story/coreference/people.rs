//! People: a surname belongs to the fullest name that ends so, or, where family names stand first, begins so; of two people
//! of one surname, to the one whom a title or a gender tells.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::namesakes::Ruler;
use super::{Found, Gender, Reader, skeleton, word_set};
use crate::lexicon::Known;
use crate::lexicon::vocabulary::NameType;
use crate::text::{Run, TokenKind};

/// No more people of one surname are compared.
const CROWD: usize = 60;
/// "NAME, popularly known as NAME" has at most so many tokens between the two.
const CALLED: usize = 6;
/// Shorter words are compared letter by letter.
const LONG: usize = 5;

/// The words of a person's name, which the mentions that are written alike share.
pub(super) type Words = Rc<Vec<String>>;

/// A person with a name of two words or more.
struct Person<'k> {
    key: &'k [String],
    entity: Arc<str>,
    gender: Gender,
    /// The words of the titles and roles beside the name.
    roles: BTreeSet<String>,
    /// A king, a queen, a pope.
    royal: bool,
    /// The family name stands first.
    turned: bool,
    /// Where the text names the person in full first.
    first: usize,
}

/// The people of an article by the words of their names.
#[derive(Default)]
struct Roster<'k> {
    people: Vec<Person<'k>>,
    /// People by each word of their names.
    by_word: FxHashMap<&'k str, Vec<usize>>,
    /// The same by the word's sound, once somebody asked.
    by_sound: OnceCell<FxHashMap<String, Vec<usize>>>,
    /// People by the words of the whole name.
    exact: FxHashMap<&'k [String], usize>,
    /// People by the sound of the whole name.
    whole: FxHashMap<String, usize>,
}

/// Whose name a lone word is.
#[derive(Clone, Copy)]
enum Owner {
    One(usize),
    /// Two of that name: the text does not tell which.
    Several,
    Nobody,
}

impl Reader<'_, '_> {
    pub(super) fn people(&self, found: &mut [Found]) {
        let mut read: FxHashMap<&str, Words> = FxHashMap::default();
        let mut key = |f: &Found| {
            let text = self.page.text(f.mention.run);
            Rc::clone(read.entry(text).or_insert_with(|| Rc::new(self.lexicon.names.person_words(text))))
        };
        let none = Words::default();
        let mut keys: Vec<_> = found.iter().map(|f| if f.kind == NameType::Person { key(f) } else { Rc::clone(&none) }).collect();
        self.given_articles(found, &mut keys);
        self.namesakes(found, &mut keys);
        let rulers = self.rulers(found, &keys);
        let roster = self.roster(found, &keys);
        let owners: Vec<_> = found.iter().zip(&keys).map(|(f, key)| self.owner(f, key, &roster)).collect();
        // "Mr. Drole" and "Mrs. Drole": two people, though nobody writes their names in full.
        let mut lone: FxHashMap<&str, Vec<Gender>> = FxHashMap::default();
        for ((f, key), _) in found.iter().zip(&keys).zip(&owners).filter(|((_, k), o)| k.len() == 1 && matches!(o, Owner::Nobody))
        {
            let genders = lone.entry(&key[0]).or_default();
            if f.mention.gender != Gender::Unknown && !genders.contains(&f.mention.gender) {
                genders.push(f.mention.gender);
            }
        }
        // "King Drole" beside "Mark Drole": a bare "Drole" is either.
        let royal: FxHashSet<&str> = found
            .iter()
            .zip(&keys)
            .zip(&owners)
            .filter(|((f, k), o)| k.len() == 1 && matches!(o, Owner::Nobody) && self.is_royal(f))
            .map(|((_, k), _)| k[0].as_str())
            .collect();
        // Whoever goes by another name goes by it with the surname alone as well.
        let aliases: FxHashMap<usize, Arc<str>> = found
            .iter()
            .zip(&owners)
            .filter_map(|(f, owner)| match (self.known(f.mention.run), owner) {
                (Some(Known::Alias(entity)), Owner::One(i)) if entity.starts_with("person:") => {
                    Some((*i, entity.as_str().into()))
                }
                _ => None,
            })
            .collect();
        let called = self.called(found, &keys, &owners, &roster);
        let mut numbers: FxHashMap<(&str, Gender, Ruler), usize> = FxHashMap::default();
        let each = found.iter_mut().zip(&keys).zip(owners).zip(rulers);
        for (((f, key), owner), ruler) in each.filter(|(((_, k), _), _)| !k.is_empty()) {
            if let Owner::One(i) = owner
                && (f.mention.gender == Gender::Unknown || key.len() > 1)
            {
                f.mention.gender = roster.people[i].gender;
            }
            f.entity = match self.known(f.mention.run) {
                Some(Known::Alias(entity)) if entity.starts_with("person:") => Some(entity.as_str().into()),
                _ => match owner {
                    Owner::One(_) if f.mention.role.is_none() && key.len() == 1 && royal.contains(key[0].as_str()) => None,
                    Owner::One(i) => Some(aliases.get(&i).unwrap_or(&roster.people[i].entity).clone()),
                    Owner::Nobody if called.contains_key(key) => called.get(key).cloned(),
                    Owner::Nobody if key.len() > 1 => Some(entity(key).into()),
                    Owner::Nobody if ruler == Ruler::Several => None,
                    Owner::Nobody => {
                        let gender = match lone.get(key[0].as_str()).map(Vec::as_slice) {
                            Some([only]) => Some(*only),
                            Some([_, ..]) if f.mention.gender == Gender::Unknown => None,
                            _ => Some(f.mention.gender),
                        };
                        gender.map(|gender| {
                            let next = numbers.len() + 1;
                            format!("{}~n{}", self.story.article.id, numbers.entry((&key[0], gender, ruler)).or_insert(next))
                                .into()
                        })
                    }
                    Owner::Several => None,
                },
            };
        }
    }

    /// "Mohamed Hamdan Dagalo, known as Hemedti": by the words of the other name, whose it is.
    fn called(&self, found: &[Found], keys: &[Words], owners: &[Owner], roster: &Roster<'_>) -> FxHashMap<Words, Arc<str>> {
        let mut out = FxHashMap::default();
        for i in 1..found.len() {
            let (before, here) = (found[i - 1].mention.run, found[i].mention.run);
            let between = before.end..here.start;
            let known = between.len() <= CALLED && between.len() > 1 && self.is_called(here.start);
            if let (true, Owner::One(who), Owner::Nobody) =
                (known && found[i - 1].sentence == found[i].sentence, owners[i - 1], owners[i])
                && !keys[i].is_empty()
            {
                out.insert(Rc::clone(&keys[i]), roster.people[who].entity.clone());
            }
        }
        out
    }

    /// "known as", "nicknamed" right before, a mark of quotation between.
    fn is_called(&self, start: usize) -> bool {
        let marked = start.checked_sub(1).is_some_and(|i| self.page.kind(i) == Some(TokenKind::Mark));
        let end = start - usize::from(marked);
        let called = &self.lexicon.references.called;
        (1..=2).filter_map(|n| end.checked_sub(n)).any(|from| {
            let words = self.page.keys(Run::new(from, end));
            called.longest(words).is_some_and(|(n, _)| from + n == end)
        })
    }

    /// "Al Gore", "Ash Carter": what looks like the Arabic article is a given name, where nobody else bears the surname.
    fn given_articles(&self, found: &[Found], keys: &mut [Words]) {
        let full: FxHashSet<String> = keys.iter().filter(|k| k.len() > 1).filter_map(|k| k.last().cloned()).collect();
        for (f, key) in found.iter().zip(keys).filter(|(f, k)| k.len() == 1 && f.mention.run.len() == 2) {
            let first = f.mention.run.start;
            let given = self.page.tokens[first].capital && self.lexicon.names.given(self.page.key(first)).is_some();
            if given && !full.contains(&key[0]) {
                Rc::make_mut(key).insert(0, self.page.lower(first).to_owned());
            }
        }
    }

    /// The people of the text, the longest names first, so that a shorter form of a name joins it.
    fn roster<'k>(&self, found: &[Found], keys: &'k [Words]) -> Roster<'k> {
        let mut told: Vec<_> = found.iter().zip(keys).filter(|(f, k)| !f.aside && k.len() > 1).collect();
        told.sort_by_key(|(_, key)| std::cmp::Reverse(key.len()));
        let mut roster = Roster::default();
        for (f, key) in told {
            let i = roster.find(key, f.mention.gender, self).or_else(|| roster.turned(key, self)).unwrap_or_else(|| {
                roster.add(Person {
                    key,
                    entity: entity(key).into(),
                    gender: Gender::Unknown,
                    roles: BTreeSet::new(),
                    royal: false,
                    turned: self.is_turned(key),
                    first: usize::MAX,
                })
            });
            let person = &mut roster.people[i];
            if person.gender == Gender::Unknown && !person.turned {
                person.gender = self.lexicon.names.given(&person.key[0]).unwrap_or(Gender::Unknown);
            }
            person.royal |= self.is_royal(f);
            person.first = person.first.min(f.mention.run.start);
            // "Nguyen" tells nothing of who bears it.
            let family = person.turned && self.lexicon.names.given(self.page.key(f.mention.run.start)) == Some(f.mention.gender);
            if person.gender == Gender::Unknown && !family {
                person.gender = f.mention.gender;
            }
            if let Some(role) = f.mention.role {
                person.roles.extend(word_set(self.page.text(role)));
            }
        }
        roster
    }

    /// Whether a name begins with the family name: "Xi Jinping", "Kim Jong-un".
    fn is_turned(&self, key: &[String]) -> bool {
        self.lexicon.references.family_first.has(&key[0]) && key.len() <= 4
    }

    fn owner(&self, f: &Found, key: &[String], roster: &Roster<'_>) -> Owner {
        match key {
            [] => Owner::Nobody,
            [word] => roster.lone(word, f, self.is_royal(f), || self.role_words(f)),
            _ => roster.find(key, f.mention.gender, self).or_else(|| roster.turned(key, self)).map_or(Owner::Nobody, Owner::One),
        }
    }

    /// Kings and popes are called by their given names.
    fn is_royal(&self, f: &Found) -> bool {
        let Some(role) = f.mention.role else { return false };
        role.iter().any(|i| self.lexicon.references.royal.has(self.page.key(i)))
    }

    fn role_words(&self, f: &Found) -> BTreeSet<String> {
        f.mention.role.map(|role| word_set(self.page.text(role))).unwrap_or_default()
    }
}

impl<'k> Roster<'k> {
    fn add(&mut self, person: Person<'k>) -> usize {
        let i = self.people.len();
        for word in person.key {
            enter(self.by_word.entry(word).or_default(), i);
        }
        self.whole.entry(sound(person.key)).or_insert(i);
        self.exact.entry(person.key).or_insert(i);
        self.people.push(person);
        i
    }

    /// People by how the words of their names sound.
    fn by_sound(&self) -> &FxHashMap<String, Vec<usize>> {
        self.by_sound.get_or_init(|| {
            let mut out: FxHashMap<String, Vec<usize>> = FxHashMap::default();
            for (i, person) in self.people.iter().enumerate() {
                for word in person.key {
                    enter(out.entry(skeleton(word)).or_default(), i);
                }
            }
            out
        })
    }

    /// The one person whose name this is, in full, in part or in another spelling.
    fn find(&self, key: &[String], gender: Gender, reader: &Reader) -> Option<usize> {
        if let Some(&i) = self.exact.get(key) {
            return Some(i);
        }
        let known = |g: Gender| g != Gender::Unknown;
        if let Some(&i) = self.whole.get(&sound(key))
            && (self.people[i].key == key || !(known(gender) && known(self.people[i].gender) && gender != self.people[i].gender))
        {
            return Some(i);
        }
        let sharing = key.last().and_then(|last| self.by_word.get(last.as_str()));
        let part = |&i: &usize| is_part(key, self.people[i].key) && !reader.is_another(key, self.people[i].key);
        let mut fit = sharing.into_iter().flatten().take(CROWD).copied().filter(part);
        match (fit.next(), fit.next()) {
            (Some(one), None) => Some(one),
            _ => None,
        }
    }

    /// "Katalin Orbán" is "Orbán Katalin": family name and given name changed places.
    fn turned(&self, key: &[String], reader: &Reader) -> Option<usize> {
        let [first, last] = key else { return None };
        let family = &reader.lexicon.references.family_first;
        if family.has(first) == family.has(last) {
            return None;
        }
        self.whole.get(&sound(&[last.clone(), first.clone()])).copied()
    }

    /// Whose surname a lone word is; else whose given name; else in whose name it stands.
    fn lone(&self, word: &str, f: &Found, royal: bool, role: impl Fn() -> BTreeSet<String>) -> Owner {
        let gender = f.mention.gender;
        let exact = self.by_word.get(word);
        let long = word.chars().count() >= LONG;
        let sound = if exact.is_none() && long { Some(skeleton(word)) } else { None };
        let named = sound.as_ref().map_or(exact, |sound| self.by_sound().get(sound));
        let Some(named) = named else { return Owner::Nobody };
        let same = |x: &String| x == word || sound.as_ref().is_some_and(|sound| skeleton(x) == *sound);
        let surname = |p: &Person| !royal && p.key.last().is_some_and(same) || p.turned && p.key.first().is_some_and(same);
        // "Queen Anna" is no President Anna Drole.
        let reigns = |p: &Person| !royal || p.royal || p.roles.is_empty();
        let given = |p: &Person| p.key.first().is_some_and(same) && reigns(p);
        let agrees = |p: &Person| gender == Gender::Unknown || p.gender == Gender::Unknown || p.gender == gender;
        let mut conflict = false;
        for position in [&surname as &dyn Fn(&Person) -> bool, &given, &|_| !royal] {
            let all: Vec<_> = named.iter().take(CROWD).copied().filter(|&i| position(&self.people[i])).collect();
            let fit: Vec<_> = all.iter().copied().filter(|&i| agrees(&self.people[i])).collect();
            match fit[..] {
                [one] => return Owner::One(one),
                [] => conflict |= !all.is_empty(),
                _ => {
                    let words = role();
                    let by_role = |i: &usize| !words.is_empty() && words.is_subset(&self.people[*i].roles);
                    // Whoever is named in full only later is not meant yet.
                    let introduced = |i: &usize| self.people[*i].first < f.mention.run.start;
                    return only(fit.iter().copied().filter(by_role))
                        .or_else(|| only(fit.iter().copied().filter(introduced)))
                        .map_or(Owner::Several, Owner::One);
                }
            }
            // "Mrs. Drole" is not Mark Drole, whoever else bears the word.
            if conflict {
                return Owner::Nobody;
            }
        }
        if royal { Owner::Nobody } else { Owner::Several }
    }
}

/// Adds somebody to those of a word, once.
fn enter(held: &mut Vec<usize>, i: usize) {
    if held.last() != Some(&i) {
        held.push(i);
    }
}

/// The only one of several.
fn only(mut all: impl Iterator<Item = usize>) -> Option<usize> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

/// Whether the words of the short name stand in the long one in order, with the same last word; of two surnames the second
/// may be left out.
fn is_part(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    let mut in_order = || short.iter().all(|w| rest.any(|x| x == w || w.len() == 1 && x.starts_with(w.as_str())));
    let second_left_out = long.len() >= 4 && short.len() == 2 && short[0] == long[0] && short[1] == long[long.len() - 2];
    second_left_out || short.last() == long.last() && in_order()
}

/// A whole name in the letters that spellings of it share.
fn sound(key: &[String]) -> String {
    let all: Vec<_> = key.iter().map(|w| if w.chars().count() >= LONG { skeleton(w) } else { w.clone() }).collect();
    all.join(" ")
}

/// "Jr." goes behind the name again.
fn entity(name: &[String]) -> String {
    if let [first @ .., suffix, last] = name
        && matches!(suffix.as_str(), "jr" | "sr")
    {
        return format!("person:{}-{last}-{suffix}", first.join("-"));
    }
    format!("person:{}", name.join("-"))
}
