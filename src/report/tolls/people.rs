//! People told one by one, counted: "a man" and "John Smith, 34," may be one, "another man" is not.

use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::Group;
use crate::lexicon::{PersonWords, PhraseList};

/// Somebody who was told of.
#[derive(Debug, Clone)]
struct Person {
    /// The words of a name; none where no name is told.
    name: Vec<String>,
    group: Group,
    age: Option<u32>,
    /// The sentence that told of them first.
    sentence: i64,
    /// "another man".
    another: bool,
    /// Somebody who may have been told of before: "the man", "he".
    definite: bool,
    /// "killing himself": who did it.
    own: bool,
}

/// Those who were told of, each once.
#[derive(Debug, Clone, Default)]
pub(super) struct People {
    all: Vec<Person>,
}

impl People {
    /// How many there are.
    pub(super) fn count(&self) -> i64 {
        i64::try_from(self.all.len()).unwrap_or(i64::MAX)
    }

    /// Takes out those who died of it: told elsewhere, and not said to be others.
    pub(super) fn without(&mut self, dead: &Self) {
        for d in dead.all.iter().filter(|d| !d.another) {
            let same = |p: &Person| d.sentence != p.sentence && !p.another && may_be(d, p);
            if let Some(i) = self.all.iter().position(same) {
                self.all.remove(i);
            }
        }
    }

    /// With whom a claim tells of; `own` where it is who killed others and themselves.
    pub(super) fn with(mut self, claim: &CasualtyClaim, own: bool, told: &PersonWords) -> Self {
        if claim.number != Some(1) {
            return self;
        }
        let words = words(&claim.text);
        let first = words.first().map_or("", String::as_str);
        // "killing another" is another than those who were hurt.
        let also = claim.group != Group::Unknown && words.iter().any(|w| w == "also");
        let another = also || claim.victims.is_some() && words.iter().take(3).any(|w| told.another.has(w));
        let definite = told.definite.has(first) || claim.is_pronoun();
        let person = Person {
            name: name(claim),
            group: claim.group,
            age: age(&words),
            sentence: claim.sentence_start,
            another,
            definite,
            own,
        };
        match self.all.iter().position(|p| !another && may_be(p, &person)) {
            Some(known) => {
                let known = &mut self.all[known];
                known.own |= person.own;
                known.age = known.age.or(person.age);
                if known.name.is_empty() {
                    known.name = person.name;
                }
                if known.group == Group::Unknown {
                    known.group = person.group;
                }
            }
            None if self.all.is_empty() || another || !person.name.is_empty() || person.own || !person.definite => {
                self.all.push(person);
            }
            None => {}
        }
        self
    }
}

/// Whether a claim tells of somebody who did it to themselves.
pub(super) fn is_own(claim: &CasualtyClaim, told: &PersonWords) -> bool {
    claim.is_pronoun() && has_word(&claim.text, &told.own)
}

/// Whether two may be one.
fn may_be(a: &Person, b: &Person) -> bool {
    // "shot an armed robber and killed his brother": two, unless one of them is somebody told of again.
    if a.sentence == b.sentence && !a.definite && !b.definite && a.name.is_empty() == b.name.is_empty() && a.name.is_empty() {
        return false;
    }
    if a.own != b.own && (a.definite || b.own) && !(a.group == Group::Attacker || b.group == Group::Attacker) {
        return false;
    }
    let names = a.name.is_empty() || b.name.is_empty() || a.name.iter().any(|w| b.name.contains(w));
    let two = matches!(
        (a.group, b.group),
        (Group::Man, Group::Woman)
            | (Group::Woman, Group::Man)
            | (Group::Attacker, Group::Child | Group::Woman | Group::Official)
            | (Group::Child | Group::Woman | Group::Official, Group::Attacker)
    );
    let ages = a.age.zip(b.age).is_none_or(|(x, y)| x == y);
    names && ages && !two
}

/// "a 34-year-old man".
fn age(words: &[String]) -> Option<u32> {
    words.windows(3).find(|w| w[1] == "year" && w[2] == "old").and_then(|w| w[0].parse().ok())
}

/// The words of a name, without initials.
fn name(claim: &CasualtyClaim) -> Vec<String> {
    let named = claim.victims.as_deref().filter(|_| claim.rule == NAMED);
    named.map_or_else(Vec::new, |v| words(v).into_iter().filter(|w| w.chars().count() > 2).collect())
}

/// Whether a text has a word of a list.
pub(super) fn has_word(text: &str, list: &PhraseList) -> bool {
    words(text).iter().any(|w| list.has(w))
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

/// The rule of claims that name who was harmed.
const NAMED: &str = "toll-named";
