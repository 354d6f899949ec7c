//! Parties that are coordinated, and what governs them.

use super::party::{Party, is_possessive};
use super::scene::Scene;
use crate::lexicon::vocabulary::NameType;
use crate::text::Run;

/// Parties that are coordinated: "X, Y and Z".
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// Indices into the parties of the sentence.
    pub(super) members: std::ops::Range<usize>,
    /// The token of the preposition that governs it.
    pub(super) preposition: Option<usize>,
    /// From the first word of the first to the last of the last.
    pub(super) run: Run,
    /// Followed by `'s`.
    pub(super) possessive: bool,
    /// An apposition between commas to the group before.
    pub(super) apposed: bool,
}

/// The groups of a sentence whose parties are found, in order.
pub(super) fn groups(scene: &Scene) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    for (i, party) in scene.parties().iter().enumerate() {
        let words = if party.is_pronoun() { party.full.start } else { phrase_begin(scene, party.full.start) };
        if let Some(last) = out.last_mut()
            && joins(scene, last, words, party)
        {
            last.members.end = i + 1;
            last.run.end = party.full.end.max(last.run.end);
            last.possessive = is_possessive(scene, party.full.end);
            continue;
        }
        let comma = scene.before(words) == ",";
        let apposed = comma && !party.is_proper() && !party.is_pronoun() && out.last().is_some_and(|g| g.run.end + 1 == words);
        out.push(Group {
            members: i..i + 1,
            preposition: (words > scene.sentence.start && scene.is_preposition(words - 1) && !opens_clause(scene, words - 1))
                .then(|| words - 1),
            run: party.full,
            possessive: is_possessive(scene, party.full.end),
            apposed,
        });
    }
    out
}

/// "as President X met Y": a word that opens a clause governs nobody in it.
fn opens_clause(scene: &Scene, i: usize) -> bool {
    let clause = scene.clauses().iter().find(|c| c.run.start == i);
    let subordinates = scene.lexicon.clause.subordinators.has(scene.key(i));
    subordinates && clause.is_some_and(|c| c.verb.is_some())
}

/// The group whose representatives a group is: "envoys of Norway and Denmark" meet for Norway and Denmark.
pub(super) fn represented<'a>(scene: &'a Scene, group: &Group) -> Option<&'a Group> {
    let last = &scene.parties()[group.members.end - 1];
    if last.kind.is_some() || !scene.lexicon.meetings.representing.has(scene.key(last.run.end - 1)) {
        return None;
    }
    let of = group.run.end;
    scene.groups().iter().find(|g| {
        g.preposition == Some(of)
            && matches!(scene.lower(of), "of" | "from")
            && scene.parties().get(g.members.start).is_some_and(|p| p.is_proper() && p.kind != Some(NameType::Person))
    })
}

/// Where a noun phrase begins, its determiner included.
fn phrase_begin(scene: &Scene, start: usize) -> usize {
    // "with former", "with visiting": adjectives before a name stand between it and what governs it.
    // "After the talks Berg said": a meeting's noun is no adjective either.
    let noun = |i: usize| scene.lexicon.meetings.nouns.get(scene.key(i)).is_some();
    let plain = |i: usize| !scene.parties().iter().any(|p| p.full.has(i)) && !noun(i);
    let begin = scene.phrase_start(start, start.saturating_sub(4).max(scene.sentence.start));
    let mut i = (begin..start).rev().take_while(|&i| plain(i)).last().unwrap_or(start);
    let start = i;
    while i > scene.sentence.start && start - i < 3 && scene.is_determiner(i - 1) && !is_possessive(scene, i - 1) {
        i -= 1;
    }
    i
}

/// Whether a party that begins at `words` goes on with the list of the group before it.
fn joins(scene: &Scene, last: &Group, words: usize, party: &Party) -> bool {
    const LONGEST: usize = 7;
    let gap = Run::new(last.run.end, words);
    if gap.is_empty() || gap.len() > LONGEST || last.possessive {
        return false;
    }
    // "with X 10 days ago and Y last week": a date may stand behind each.
    let dated = |i: usize| scene.story.dates_in(gap).any(|d| d.run.has(i));
    let link = |i: usize| matches!(scene.lower(i), "," | "and" | "&" | "both" | "also");
    if !gap.iter().all(|i| link(i) || dated(i)) {
        return false;
    }
    let and = gap.iter().any(|i| matches!(scene.lower(i), "and" | "&"));
    let new_clause = gap.len() > 1 && last.preposition.is_some() && scene.verbs.iter().any(|v| v.run.start == party.full.end);
    // A comma alone lists only where an "and" closes the list soon: "X, Y and Z"; else it sets off an apposition.
    and && !new_clause
        || !and
            && party.is_proper()
            && (list_closes(scene, party.full.end) && !opens(scene, last, words) || is_headline(scene, last, party))
}

/// "In Jeddah, X and Y signed", "According to a diplomat, X and Y": what a preposition governs before the first verb and the comma
/// is told aside, where a list of the sentence's subjects follows.
fn opens(scene: &Scene, last: &Group, words: usize) -> bool {
    let free = last.preposition.is_some() && last.members.len() == 1 && scene.verb_before(words, scene.sentence).is_none();
    let verb = scene.verbs.iter().find(|v| v.run.start > words);
    free && verb.is_some_and(|v| {
        let gap = Run::new(words, v.run.start);
        !gap.iter().any(|i| matches!(scene.lower(i), "," | ":") || scene.is_preposition(i))
    })
}

/// "Putin, Erdogan to meet", "Iran, EU hold talks": two names and a comma open a headline.
fn is_headline(scene: &Scene, last: &Group, party: &Party) -> bool {
    let first = &scene.parties()[last.members.start];
    let end = party.full.end;
    let words = &scene.lexicon.meetings;
    let present = !scene.lower(end).ends_with('s') && !scene.lower(end).ends_with("ed");
    let verb = words.verbs.get(scene.key(end)).is_some()
        || words.supports.longest(scene.page.keys(Run::new(end, scene.sentence.end))).is_some();
    let plural = scene.lower(end) == "to" || verb && present;
    last.members.len() == 1
        && first.is_proper()
        && first.full.start == scene.sentence.start
        && plural
        && party.full.start == last.run.end + 1
}

fn list_closes(scene: &Scene, from: usize) -> bool {
    let ahead = Run::new(from, scene.sentence.end.min(from + 10));
    ahead
        .iter()
        .take_while(|&i| !scene.is_preposition(i) && !scene.lexicon.clause.relatives.has(scene.key(i)))
        .take_while(|&i| !scene.verbs.iter().any(|v| v.run.has(i)))
        .any(|i| scene.lower(i) == "and")
}
