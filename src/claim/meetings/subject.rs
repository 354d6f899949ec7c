//! Whose a verb or a noun is: subjects, possessors, and pronouns that the story left open.

use super::group::Group;
use super::party::{Party, is_possessive};
use super::scene::Scene;
use super::trigger::Trigger;
use crate::lexicon::MeetingVerb;
use crate::lexicon::vocabulary::NameType;
use crate::read::clause::VerbGroup;
use crate::text::Run;

/// How far a subject is followed from verb to verb.
const DEPTH: usize = 3;

/// The possessor of a trigger's noun phrase: "Kerry's" of "Kerry's two-day visit", "his" of "his visit".
pub(super) fn owner<'a>(scene: &'a Scene, t: &Trigger) -> Option<&'a Group> {
    // "his first visit"
    let counts = |i: &usize| scene.lexicon.meetings.ordinals.get(scene.key(*i)).is_some();
    let start = (scene.sentence.start..t.start).rev().take_while(counts).last().unwrap_or(t.start);
    let at = start.checked_sub(1).filter(|&i| i >= scene.sentence.start)?;
    let clitic = is_possessive(scene, at);
    let end = if clitic { at } else { at + 1 };
    scene.groups().iter().find(|g| {
        let pronoun = |p: &Party| p.is_pronoun() && matches!(scene.lower(p.run.start), "his" | "her" | "their" | "its");
        g.run.end == end && (clitic || scene.parties()[g.members.clone()].iter().any(pronoun))
    })
}

/// The subject of a verb group.
pub(super) fn subject<'a>(scene: &'a Scene, verb: &VerbGroup) -> Option<&'a Group> {
    within(scene, verb, DEPTH).map(|i| &scene.groups()[i])
}

fn within(scene: &Scene, verb: &VerbGroup, depth: usize) -> Option<usize> {
    if depth == 0 {
        return None;
    }
    // The group of "and will meet" begins with the "and".
    let start = verb.run.start + usize::from(scene.lower(verb.run.start) == "and");
    let clause = scene.clause_run(verb.verb);
    let previous = scene.verb_before(start, clause).copied();
    let floor = previous.map_or(clause.start, |v| v.run.end);
    // "X was to meet Y" has its subject before it.
    let was_to = matches!(scene.lower(start), "was" | "were");
    let infinitive =
        verb.dependent && !was_to || scene.lower(start) == "to" || scene.lower(verb.verb).ends_with("ing") && verb.run.len() == 1;
    let shared = previous.is_some() && matches!(scene.before(start), "and" | "or" | "but" | "then");
    if let (Some(previous), true) = (previous, shared || infinitive) {
        let controlled = infinitive.then(|| controller(scene, &previous, start)).flatten();
        return controlled.or_else(|| within(scene, &previous, depth - 1));
    }
    if scene.before(start) == "," && !infinitive {
        // "X, who has come, met Y", "X, after talks with Z, met Y": what stands between the commas has no part in it.
        if is_relative(scene, clause) && previous.is_some() {
            return antecedent(scene, clause);
        }
        let opened = (clause.start..start.saturating_sub(1)).rev().find(|&i| scene.lower(i) == ",");
        if let Some(found) = opened.and_then(|comma| last_free(scene, Run::new(clause.start, comma))) {
            return Some(found);
        }
    }
    // "Putin to meet Erdogan": a headline's infinitive has a subject of its own.
    let headline = previous.is_none() && scene.lower(start) == "to" && clause.start == scene.sentence.start;
    if (!infinitive || headline)
        && let Some(found) = last_free(scene, Run::new(floor, start))
    {
        return Some(found);
    }
    previous.and_then(|v| within(scene, &v, depth - 1)).or_else(|| outside(scene, verb, clause, depth))
}

fn is_relative(scene: &Scene, clause: Run) -> bool {
    clause.start > scene.sentence.start && scene.lexicon.clause.relatives.has(scene.key(clause.start))
}

fn antecedent(scene: &Scene, clause: Run) -> Option<usize> {
    scene.groups().iter().rposition(|g| g.run.end <= clause.start && !g.possessive)
}

/// The last group of a run that no preposition governs.
fn last_free(scene: &Scene, run: Run) -> Option<usize> {
    scene.groups().iter().rposition(|g| run.contains(g.run) && g.preposition.is_none() && !g.possessive && !g.apposed)
}

/// The subject that a clause without an own one takes: the antecedent, the main clause's, or what follows a preposed phrase.
fn outside(scene: &Scene, verb: &VerbGroup, clause: Run, depth: usize) -> Option<usize> {
    if is_relative(scene, clause) {
        return antecedent(scene, clause);
    }
    let before = scene.verb_before(clause.start, scene.sentence).copied();
    if let Some(found) = before.and_then(|v| within(scene, &v, depth - 1)) {
        return Some(found);
    }
    let after = scene.verb_after(verb.run.end, scene.sentence).copied()?;
    last_free(scene, Run::new(verb.run.end, after.run.start))
}

/// "urged Iran to meet", "called for the envoys to be expelled": who stands between a verb and an infinitive is its subject,
/// unless the verb is itself a meeting ("met X to discuss").
fn controller(scene: &Scene, verb: &VerbGroup, infinitive: usize) -> Option<usize> {
    let meets = scene.lexicon.meetings.verbs.get(scene.key(verb.verb)).is_some_and(|v| *v != MeetingVerb::Invite);
    if meets || verb.passive || scene.lower(infinitive) != "to" {
        return None;
    }
    let near = |g: &Group| {
        let gap = Run::new(verb.run.end, g.run.start);
        let direct = g.preposition.is_none_or(|i| scene.lower(i) == "for");
        direct && gap.len() <= 3 && gap.iter().all(|i| scene.is_determiner(i) || scene.lower(i) == "for")
    };
    scene.groups().iter().position(|g| {
        let inside = g.run.start >= verb.run.end && g.run.end <= infinitive;
        inside && near(g) && !g.possessive && !scene.parties()[g.members.clone()].iter().all(Party::is_place)
    })
}

/// Whom a pronoun means that the story left open, inside the sentence: "it" an organisation or a government, "they" a list.
pub(super) fn meant<'a>(scene: &'a Scene, pronoun: &Party) -> Option<&'a Group> {
    let many = matches!(scene.lower(pronoun.run.start), "they" | "their" | "them");
    let one = matches!(scene.lower(pronoun.run.start), "it" | "its");
    let person = matches!(scene.lower(pronoun.run.start), "he" | "his" | "she" | "her");
    let back = scene.groups().iter().rev().filter(|g| g.run.end <= pronoun.run.start).find(|g| {
        let members = &scene.parties()[g.members.clone()];
        let body = |p: &Party| !p.is_pronoun() && p.kind != Some(NameType::Person) && !p.is_place();
        many && (members.len() > 1 && members.iter().all(|p| !p.is_pronoun())
            || members.iter().any(|p| p.plural && !p.is_pronoun()))
            || person
                && members.len() == 1
                && g.preposition.is_none()
                && members.iter().all(|p| p.is_proper() && p.kind == Some(NameType::Person))
            || one && members.len() == 1 && members.iter().all(body) && g.preposition.is_none()
    });
    back.or_else(|| ahead(scene, pronoun))
}

/// "Ahead of her meeting with X, Anna Berg said": a pronoun of the phrase that opens a sentence means its subject.
fn ahead<'a>(scene: &'a Scene, pronoun: &Party) -> Option<&'a Group> {
    let comma = (pronoun.run.end..scene.sentence.end).find(|&i| scene.lower(i) == ",")?;
    let opening = Run::new(scene.sentence.start, comma);
    let told = scene.verbs.iter().any(|v| opening.contains(v.run) && !v.dependent);
    let owner = matches!(scene.lower(pronoun.run.start), "his" | "her" | "its" | "their");
    let next = scene.groups().iter().find(|g| g.run.start > comma)?;
    let beside = Run::new(comma + 1, next.run.start).iter().all(|i| scene.is_determiner(i));
    let fits = if scene.lower(pronoun.run.start) == "their" {
        next.members.len() > 1 || scene.parties()[next.members.start].plural
    } else {
        next.members.len() == 1
    };
    (owner && !told && beside && fits && next.preposition.is_none()).then_some(next)
}
