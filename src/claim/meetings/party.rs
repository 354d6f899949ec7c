//! Everybody in a sentence who could meet: its names, and common nouns with their words around them.

use std::sync::Arc;

use super::scene::Scene;
use crate::lexicon::vocabulary::{ActsAs, Mention, NameType};
use crate::story::Name;
use crate::text::{Run, TokenKind};

/// How a party is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// By its name.
    Proper,
    /// By a common noun.
    Common,
    /// he, they.
    Pronoun,
}

/// Somebody, or a place, in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Party {
    /// Its tokens with title and apposition.
    pub(super) full: Run,
    /// Its tokens without.
    pub(super) run: Run,
    /// The string of its fullest mention; none for a pronoun that nothing resolves.
    pub(super) text: Option<Arc<str>>,
    /// Its canonical id.
    pub(super) entity: Option<Arc<str>>,
    /// PERSON, ORG or LOC; none for common nouns.
    pub(super) kind: Option<NameType>,
    /// How it is mentioned.
    pub(super) sort: Sort,
    /// A place that stands for its government here.
    pub(super) government: bool,
    /// More than one by its form.
    pub(super) plural: bool,
}

impl Party {
    /// Whether it is mentioned by its name.
    pub(super) fn is_proper(&self) -> bool {
        self.sort == Sort::Proper
    }

    /// Whether it is mentioned by a pronoun.
    pub(super) fn is_pronoun(&self) -> bool {
        self.sort == Sort::Pronoun
    }

    /// Whether it is a place and nothing else shows that a government is meant.
    pub(super) fn is_place(&self) -> bool {
        self.kind == Some(NameType::Loc) && !self.government
    }

    /// Whether `'s` follows.
    pub(super) fn is_possessive(&self, scene: &Scene) -> bool {
        is_possessive(scene, self.full.end) || is_possessive(scene, self.run.end)
    }
}

/// Whether the token is a possessive clitic or the bare apostrophe of a plural.
pub(super) fn is_possessive(scene: &Scene, i: usize) -> bool {
    scene.sentence.has(i) && (matches!(scene.lower(i), "'s" | "’s") || matches!(scene.lower(i), "'" | "’") && scene.page.glued(i))
}

/// The parties of a sentence, in order.
pub(super) fn parties(scene: &Scene) -> Vec<Party> {
    let mut out: Vec<Party> = scene.story.names_in(scene.sentence).map(|n| named(scene, n)).collect();
    // "U.S.-led", "IRA-allied": no party, but a quality of one.
    out.retain(|p| {
        !(scene.lower(p.run.end) == "-"
            && scene.page.glued(p.run.end)
            && !scene.page.tokens.get(p.run.end + 1).is_some_and(|t| t.capital))
    });
    for head in scene.sentence.iter() {
        let word = scene.key(head);
        if scene.lexicon.meetings.pronouns.has(word) && !covered(&out, head) {
            out.push(Party { text: None, sort: Sort::Pronoun, ..common(scene, Run::new(head, head + 1)) });
            continue;
        }
        if scene.lexicon.meetings.parties.has(word) && !covered(&out, head) && is_head(scene, head) {
            add_common(scene, &mut out, head);
        }
    }
    out.sort_by_key(|p| p.run.start);
    add_peoples(scene, &mut out);
    absorb_modifiers(scene, &mut out);
    absorb_countries(scene, &mut out);
    drop_owners(scene, &mut out);
    appose(scene, out)
}

fn covered(parties: &[Party], i: usize) -> bool {
    parties.iter().any(|p| p.full.has(i) || p.run.has(i))
}

fn named(scene: &Scene, name: &Name) -> Party {
    let sort = match name.mention {
        Mention::Proper => Sort::Proper,
        Mention::Nominal => Sort::Common,
        Mention::Pronoun => Sort::Pronoun,
    };
    let own = || (sort != Sort::Pronoun).then(|| scene.page.text(name.run).into());
    let full = name.full.cover(name.run);
    Party {
        full: Run::new(full.start.max(scene.sentence.start), full.end.min(scene.sentence.end)),
        run: name.run,
        text: name.canonical.clone().or_else(own),
        entity: name.entity.clone(),
        kind: Some(name.kind),
        sort,
        government: name.acts_as == Some(ActsAs::Government),
        plural: name.plural,
    }
}

/// Whether a common noun stands at the end of its phrase: "group leaders" are leaders.
fn is_head(scene: &Scene, i: usize) -> bool {
    let next = scene.lower(i + 1);
    let joined = next == "-" && scene.page.glued(i + 1);
    let words = &scene.lexicon.meetings;
    // "ministers meeting in Doha" and "a shareholders meeting" are of ministers and shareholders.
    let meets = words.nouns.has(next) && next != "talk" && !scene.lower(i).ends_with('s');
    let compound = scene.sentence.has(i + 1) && (words.parties.has(next) || meets);
    let verb = scene.before(i) == "to" || scene.verbs.iter().any(|v| v.verb == i);
    !(joined || verb || compound)
}

/// Adds the noun phrase of a common noun, with the name or possessor it goes with.
fn add_common(scene: &Scene, out: &mut Vec<Party>, head: usize) {
    let walked = scene.phrase_start(head, scene.sentence.start);
    let start = (walked..=head).rev().take_while(|&i| !covered(out, i)).last().unwrap_or(head);
    // "Israeli counterpart Yitzhak Mordechai": the noun is the name's title.
    if let Some(named) = out.iter_mut().find(|p| p.full.start == head + 1 && p.is_proper() && p.kind == Some(NameType::Person)) {
        named.full.start = start;
        return;
    }
    let owner = start.checked_sub(1).filter(|&i| i > scene.sentence.start && is_possessive(scene, i)).unwrap_or(start);
    // "Orange Order leaders", "the president's son": the name is a part of who is meant.
    let absorbed = out.iter().position(|p| p.full.end == owner && !p.is_pronoun() && (owner < start || p.is_proper()));
    let first = absorbed.map_or(start, |i| out.remove(i).full.start);
    out.push(common(scene, Run::new(first, head + 1)));
    // "Israeli and Palestinian negotiators" are two parties.
    if first >= scene.sentence.start + 2 && scene.before(first) == "and" && scene.page.tokens[first].capital {
        let other = first - 2;
        let plain = scene.page.tokens[other].capital && scene.page.kind(other) == Some(TokenKind::Word);
        if plain && !covered(out, other) && scene.story.dates_in(Run::new(other, first)).next().is_none() {
            out.push(common(scene, Run::new(other, other + 1)));
        }
    }
}

/// "Burundi negotiator Nyerere": a name right before a title belongs to it, unless a preposition of place governs it.
fn absorb_modifiers(scene: &Scene, parties: &mut Vec<Party>) {
    let mut i = 1;
    while i < parties.len() {
        let (first, second) = (&parties[i - 1], &parties[i]);
        let titled = second.kind == Some(NameType::Person) && second.is_proper() && second.full.start < second.run.start;
        let beside = first.full.end == second.full.start && first.is_proper() && first.kind != Some(NameType::Person);
        if titled && beside && !matches!(scene.before(first.full.start), "in" | "at" | "from" | "to") {
            let start = first.full.start;
            parties[i].full.start = start;
            parties.remove(i - 1);
        } else {
            i += 1;
        }
    }
}

/// "the Houthis", "the Greek Cypriots", "the Fed": a determiner and capitals that are no name of the names' reader.
fn add_peoples(scene: &Scene, parties: &mut Vec<Party>) {
    const LONGEST: usize = 3;
    let capital = |i: usize| {
        scene.sentence.has(i)
            && scene.page.tokens[i].capital
            && scene.page.kind(i) == Some(TokenKind::Word)
            && scene.story.dates_in(Run::new(i, i + 1)).next().is_none()
    };
    let mut found = Vec::new();
    for the in scene.sentence.iter().filter(|&i| scene.lower(i) == "the") {
        let end = (the + 1..scene.sentence.end.min(the + 1 + LONGEST)).take_while(|&i| capital(i) && !covered(parties, i)).last();
        let Some(last) = end else { continue };
        let next = last + 1;
        let word = scene.page.kind(next) == Some(TokenKind::Word);
        // In front of another noun they are its adjective: "the Syrian crisis".
        let verb = scene.verbs.iter().any(|v| v.run.has(next));
        let number = scene.page.kind(next) == Some(TokenKind::Number);
        let ends = !scene.sentence.has(next)
            || !word && !number && scene.lower(next) != "-"
            || verb
            || scene.is_preposition(next)
            || scene.lower(next) == "and";
        let many = scene.lower(last).ends_with('s') || scene.lexicon.meetings.bodies.has(scene.key(last));
        if ends && many && !capital(next) && !scene.lexicon.meetings.nouns.has(scene.key(last)) {
            found.push(common(scene, Run::new(the + 1, next)));
        }
    }
    parties.extend(found);
    parties.sort_by_key(|p| p.run.start);
}

/// "Chad's Idriss Deby", "Leonid Kuchma of Ukraine": the country belongs to the person.
fn absorb_countries(scene: &Scene, parties: &mut Vec<Party>) {
    let person = |p: &Party| p.is_proper() && p.kind == Some(NameType::Person);
    let place = |p: &Party| p.is_proper() && p.kind == Some(NameType::Loc);
    let mut i = 1;
    while i < parties.len() {
        let (first, second) = (&parties[i - 1], &parties[i]);
        let gap = first.full.end;
        if place(first) && person(second) && is_possessive(scene, gap) && second.full.start == gap + 1 {
            parties[i].full.start = first.full.start;
            parties.remove(i - 1);
        } else if person(first) && place(second) && scene.lower(gap) == "of" && second.full.start == gap + 1 {
            parties[i - 1].full.end = second.full.end;
            parties.remove(i);
        } else {
            i += 1;
        }
    }
}

/// "his Ukrainian counterpart", "its creditors": the pronoun is the determiner of somebody else.
fn drop_owners(scene: &Scene, parties: &mut Vec<Party>) {
    // "his Doha meeting": the place is no owned one.
    let starts: Vec<_> = parties.iter().filter(|p| p.kind != Some(NameType::Loc)).map(|p| p.full.start).collect();
    parties.retain(|p| {
        let owner = p.is_pronoun() && matches!(scene.lower(p.run.start), "his" | "her" | "its" | "their");
        !(owner && starts.contains(&p.run.end))
    });
}

/// A party that is no name.
pub(super) fn common(scene: &Scene, run: Run) -> Party {
    Party {
        full: run,
        run,
        text: Some(scene.page.text(run).into()),
        entity: None,
        kind: None,
        sort: Sort::Common,
        government: false,
        plural: scene.lower(run.end - 1).ends_with('s'),
    }
}

/// Joins a noun and a name beside it between commas: "the main opposition group, the Northern Front, ..." is one party.
fn appose(scene: &Scene, parties: Vec<Party>) -> Vec<Party> {
    let mut out: Vec<Party> = Vec::with_capacity(parties.len());
    for mut party in parties {
        if let Some(last) = out.last()
            && stands_beside(scene, last, &party)
        {
            if party.sort == Sort::Common {
                let Some(last) = out.last_mut() else { continue };
                last.full.end = party.full.end;
                continue;
            }
            party.full.start = last.full.start;
            out.pop();
        }
        out.push(party);
    }
    out
}

/// Whether of two parties, one a name and one a singular noun, the second is set off by a comma and a determiner or an end.
fn stands_beside(scene: &Scene, first: &Party, second: &Party) -> bool {
    let gap = first.full.end;
    if scene.lower(gap) != "," || second.full.start < gap + 1 || second.full.start > gap + 3 {
        return false;
    }
    let determined = (gap + 1..second.full.start).all(|i| scene.is_determiner(i));
    let after = scene.lower(second.full.end);
    let ends = second.full.end >= scene.sentence.end || !matches!(after, "and" | "'s" | "’s" | "&");
    let noun = |p: &Party| p.sort == Sort::Common && p.kind.is_none() && !p.plural;
    let name = |p: &Party| p.is_proper() && p.kind != Some(NameType::Loc);
    let closed = matches!(after, "," | "." | ";") || second.full.end >= scene.sentence.end;
    determined && ends && (noun(first) && name(second) || name(first) && noun(second) && closed && second.full.start > gap + 1)
}
