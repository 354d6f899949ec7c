//! Finding the cues of a sentence.

use crate::lexicon::kinds::CUE;
use crate::lexicon::{CueKind, Lexicon};
use crate::read::clause::{Modality, Tense, VerbGroup, verb_group};
use crate::read::marks::Quoted;
use crate::text::{Page, Run, Sentence, TokenKind};

/// A word or phrase that says that somebody speaks.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "five independent marks of a verb group")]
pub(super) struct Cue {
    /// Its words.
    pub(super) run: Run,
    /// Its words with auxiliaries and adverbs before them.
    pub(super) group: Run,
    pub(super) kind: CueKind,
    pub(super) tense: Tense,
    pub(super) negated: bool,
    pub(super) passive: bool,
    /// `will say`, `would add`: with a modal.
    pub(super) modal: bool,
    /// `saying`: its subject is that of the clause before.
    pub(super) participle: bool,
    /// Its subject may stand behind it.
    pub(super) inverts: bool,
}

/// The cues outside quotations, in order.
pub(super) fn cues(page: &Page, sentence: &Sentence, quoted: &[Quoted], lexicon: &Lexicon) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    let mut i = sentence.tokens.start;
    while i < sentence.tokens.end {
        if !page.is(i, CUE) {
            i += 1;
            continue;
        }
        if let Some(q) = quoted.iter().find(|q| !q.nested && q.outer.has(i)) {
            // A mark without its partner reaches over the speaker behind it; what trails a comma there is still read.
            if q.closed || !trails(page, i, sentence.tokens) {
                i += 1;
                continue;
            }
        }
        match cue_at(page, sentence.tokens, i, lexicon) {
            Some(cue) => {
                i = cue.run.end;
                out.push(cue);
            }
            None => i += 1,
        }
    }
    out
}

/// `, he said` with the sentence's end behind it.
fn trails(page: &Page, i: usize, sentence: Run) -> bool {
    let comma = (sentence.start..i).rev().take(5).find(|&j| page.lower(j) == ",");
    comma.is_some_and(|c| i > c + 1) && matches!(page.lower(i + 1), "." | ",")
}

fn cue_at(page: &Page, sentence: Run, i: usize, lexicon: &Lexicon) -> Option<Cue> {
    let words = &lexicon.cues;
    let ahead = page.keys(Run::new(i, sentence.end));
    if let Some((n, kind)) = words.prepositions.longest(ahead.clone()) {
        let run = Run::new(i, i + n);
        return Some(Cue {
            run,
            group: run,
            kind: *kind,
            tense: Tense::None,
            negated: false,
            passive: false,
            modal: false,
            participle: false,
            inverts: false,
        });
    }
    if let Some((n, _)) = words.refusals.longest(ahead.clone()) {
        let run = Run::new(i, i + n);
        let group = verb_group(page, sentence, i, lexicon).run;
        return Some(Cue {
            run,
            group: Run::new(group.start, run.end),
            kind: CueKind::Say,
            tense: Tense::Past,
            negated: true,
            passive: false,
            modal: false,
            participle: false,
            inverts: false,
        });
    }
    let (n, kind) = match words.verbs.longest(ahead) {
        Some((n, kind)) => (n, *kind),
        None => (words.finders.has(page.key(i)).then_some(1)?, CueKind::Find),
    };
    let name = page.tokens[i].capital && i > sentence.start && !page.tokens[i].upper;
    if name || page.glued(i) && i > sentence.start && page.lower(i - 1) == "-" || page.glued(i + 1) && page.lower(i + 1) == "-" {
        return None;
    }
    let group = verb_group(page, sentence, i, lexicon);
    let run = Run::new(i, i + n);
    if words.ambiguous.has(page.key(i)) && is_noun(page, sentence, &group, lexicon) || is_nominal(page, sentence, &group) {
        return None;
    }
    let participle = group.run.start == i && page.lower(i).ends_with("ing");
    if is_infinitive(page, &group) {
        return None;
    }
    Some(Cue {
        run,
        group: Run::new(group.run.start, run.end),
        kind,
        tense: group.tense,
        negated: group.negated,
        passive: group.passive,
        modal: group.modality != Modality::Plain,
        participle,
        inverts: n == 1 && group.run.start == i && matches!(kind, CueKind::Say | CueKind::State | CueKind::Voice),
    })
}

/// `to say`: the words of nobody yet. `is to say` and `used to say` are not told apart.
fn is_infinitive(page: &Page, group: &VerbGroup) -> bool {
    group.dependent && group.run.iter().any(|i| page.lower(i) == "to")
}

/// A noun by what stands before it: a determiner, a preposition, nothing, or an adjective in lower case behind a determiner.
fn is_noun(page: &Page, sentence: Run, group: &VerbGroup, lexicon: &Lexicon) -> bool {
    let clause = &lexicon.clause;
    if group.run.start < group.verb {
        return false;
    }
    let Some(before) = group.verb.checked_sub(1).filter(|&b| b >= sentence.start) else { return true };
    let word = page.lower(before);
    let next = page.lower(group.verb + 1);
    let fixed = clause.determiners.has(word) || clause.prepositions.has(word);
    // "the letter read: ...": words follow.
    if !fixed && (next == ":" || page.kind(group.verb + 1) == Some(TokenKind::Mark)) {
        return false;
    }
    if fixed || next == "of" || next == "for" && page.lower(group.verb).ends_with('s') {
        return true;
    }
    // "the latest reports that": an adjective between the determiner and the noun, the noun in the plural.
    let plain = !page.tokens[before].capital && !lexicon.cues.speakers.has(word);
    let form = page.lower(group.verb);
    plain
        && (form.ends_with('s') || !form.ends_with("ed") && !form.ends_with("ote") && form != "told")
        && !word.ends_with('s')
        && before > sentence.start
        && clause.determiners.has(page.key(before - 1))
        && next != "that"
}

/// `the said`, `his saying`: behind a determiner stands no verb. `by saying that` is one.
fn is_nominal(page: &Page, sentence: Run, group: &VerbGroup) -> bool {
    let form = page.lower(group.verb);
    if group.run.start < group.verb || group.verb == sentence.start {
        return false;
    }
    match page.lower(group.verb - 1) {
        "the" | "a" | "an" | "his" | "her" | "its" | "their" | "'s" | "’s" | "no" | "than" | "so" | "all" | "any" => true,
        "of" | "by" | "for" | "without" | "from" => !form.ends_with("ing") || page.lower(group.verb - 1) == "without",
        _ => false,
    }
}
