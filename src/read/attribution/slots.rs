//! What stands between a cue and its content: addressee, day and occasion, in any order.

use super::Reader;
use super::cue::Cue;
use crate::lexicon::CueKind;
use crate::lexicon::kinds::{DETERMINER, PREPOSITION};
use crate::text::{Run, TokenKind};

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Slots {
    pub(super) addressee: Option<Run>,
    pub(super) day: Option<Run>,
    pub(super) occasion: Option<Run>,
    /// Where the slots end.
    pub(super) end: usize,
}

/// How many words an addressee or an occasion may have.
const LONGEST: usize = 12;

impl Reader<'_, '_> {
    pub(super) fn slots(&self, cue: &Cue) -> Slots {
        self.slots_from(cue.run.end, cue)
    }

    pub(super) fn slots_from(&self, from: usize, cue: &Cue) -> Slots {
        let mut slots = Slots { end: from, ..Slots::default() };
        for _ in 0..5 {
            let before = slots.end;
            self.slot(&mut slots, cue, from);
            if slots.end == before {
                break;
            }
        }
        slots
    }

    fn slot(&self, slots: &mut Slots, cue: &Cue, from: usize) {
        let at = slots.end;
        if let Some(day) = self.day_at(at) {
            slots.day = slots.day.or(Some(Run::new(at, day)));
            slots.end = day;
        } else if let Some((occasion, end)) = self.occasion_at(at) {
            slots.occasion = slots.occasion.or(Some(occasion));
            slots.end = end;
        } else if slots.addressee.is_none() && cue.kind == CueKind::Tell && at == from {
            if let Some(addressee) = self.addressee_at(at) {
                slots.addressee = Some(addressee);
                slots.end = addressee.end;
            }
        } else if slots.addressee.is_none() && cue.kind == CueKind::Voice && at == from && self.lower(at) != "to" {
            // "asked him", "asked the minister why": not what is asked for.
            if let Some(addressee) = self.addressee_at(at).filter(|a| self.is_asked(*a)) {
                slots.addressee = Some(addressee);
                slots.end = addressee.end;
            }
        } else if slots.addressee.is_none() && self.lower(at) == "to" {
            // "said to reporters": only with a known addressee or a name, since "to" opens much else.
            if let Some(addressee) = self.addressee_at(at + 1).filter(|a| self.is_addressee(*a)) {
                slots.addressee = Some(addressee);
                slots.end = addressee.end;
            }
        } else if matches!(
            self.lower(at),
            "here"
                | "again"
                | "later"
                | "then"
                | "recently"
                | "simply"
                | "afterwards"
                | "afterward"
                | "publicly"
                | "repeatedly"
                | "too"
        ) {
            slots.end = at + 1;
        } else if matches!(self.lower(at), "of" | "about") && matches!(cue.kind, CueKind::Say) {
            // "said of the plan:" is a slot only where words follow it.
            let end = self.phrase_end(at + 1, LONGEST);
            if matches!(self.lower(end), ":" | ",") || self.quote_opening(end).is_some() || end >= self.sentence.end {
                slots.end = end;
            }
        }
    }

    /// `on Thursday`, `Thursday`, `late on Thursday`: up to where the date ends.
    pub(super) fn day_at(&self, at: usize) -> Option<usize> {
        let start = at + usize::from(matches!(self.lower(at), "on" | "in" | "at" | "late" | "early" | "earlier" | "during"));
        let start = start + usize::from(start > at && matches!(self.lower(start), "on" | "the" | "a"));
        let date = self.date_at(at).or_else(|| self.date_at(start))?;
        Some(date.run.end)
    }

    /// `in a statement to the press`, `on Twitter`: the occasion's words and where its phrase ends.
    fn occasion_at(&self, at: usize) -> Option<(Run, usize)> {
        if !matches!(self.lower(at), "in" | "at" | "during" | "on" | "via" | "through" | "after" | "by" | "before" | "over") {
            return None;
        }
        for i in at + 1..self.sentence.end.min(at + 7) {
            if self.page.kind(i) == Some(TokenKind::Mark) || matches!(self.lower(i), "," | "." | ":" | "that") {
                return None;
            }
            if let Some((n, _)) = self.lexicon.cues.occasions.longest(self.page.keys(Run::new(i, self.sentence.end))) {
                let end = self.occasion_end(i + n);
                return Some((Run::new(at, i + n), end));
            }
        }
        None
    }

    /// `In a statement, the ministry said`: an occasion that opens the sentence.
    pub(super) fn fronted_occasion(&self, cue: &Cue) -> Option<Run> {
        let (occasion, end) = self.occasion_at(self.sentence.start)?;
        (end <= cue.group.start).then_some(occasion)
    }

    /// `... with Fox News`, `... to the newspaper`, `... released by the ministry` belong to the occasion.
    fn occasion_end(&self, mut at: usize) -> usize {
        while matches!(
            self.lower(at),
            "with"
                | "to"
                | "from"
                | "for"
                | "released"
                | "issued"
                | "published"
                | "posted"
                | "sent"
                | "in"
                | "on"
                | "at"
                | "by"
                | "aired"
        ) {
            if let Some(day) = self.day_at(at) {
                return day;
            }
            let end = self.phrase_end(at + 1, 8);
            if end == at + 1 {
                break;
            }
            at = end;
        }
        at
    }

    /// The words told: up to `that`, a date, a mark, a comma or a verb.
    fn addressee_at(&self, at: usize) -> Option<Run> {
        let known = self.lexicon.cues.addressees.longest(self.page.keys(Run::new(at, self.sentence.end)));
        if let Some((n, _)) = known {
            return Some(Run::new(at, at + n));
        }
        let first = self.page.tokens.get(at).filter(|_| at < self.sentence.end)?;
        // "told striking workers that": a plain noun is told where "that" follows soon.
        let plain = |i: usize| self.page.kind(i) == Some(TokenKind::Word) && !self.is_pronoun(i) && !self.is_verb(i);
        if let Some(that) = (at + 1..self.sentence.end.min(at + 4)).find(|&i| self.lower(i) == "that")
            && (at..that).all(|i| plain(i) && !self.is(i, PREPOSITION) && self.day_at(i).is_none())
        {
            return Some(Run::new(at, that));
        }
        let determiner = self.is(at, DETERMINER);
        if first.kind != TokenKind::Word || !(first.capital || determiner) {
            return None;
        }
        let end = self.phrase_end(at, LONGEST);
        (end > at).then_some(Run::new(at, end))
    }

    /// Named by a word of the table, or a name.
    fn is_addressee(&self, run: Run) -> bool {
        self.lexicon.cues.addressees.longest(self.page.keys(run)).is_some() || self.page.tokens[run.start].capital
    }

    /// Whether those asked end where the question or the sentence does.
    fn is_asked(&self, run: Run) -> bool {
        let next = self.lower(run.end);
        matches!(next, "" | "." | "," | ":" | "whether" | "if" | "why" | "how" | "what" | "when" | "where" | "who")
            || self.quote_opening(run.end).is_some()
            || self.is(run.end, PREPOSITION)
    }

    /// Where a noun phrase that starts at `at` ends.
    pub(super) fn phrase_end(&self, at: usize, most: usize) -> usize {
        let mut i = at;
        let mut last_capital = false;
        while i < self.sentence.end.min(at + most) {
            if self.is_phrase_stop(i) || self.quote_opening(i).is_some() || self.day_at(i).is_some() {
                break;
            }
            let token = self.page.tokens[i];
            // "told CNN the army ...", "told Smith he ...": a determiner or pronoun behind a name opens the content.
            let opener = self.is(i, DETERMINER) && self.lower(i) != "of" && token.kind != TokenKind::Clitic;
            if i > at && (opener && !self.is(i - 1, PREPOSITION) || self.is_pronoun(i)) {
                break;
            }
            if i > at && last_capital && token.kind == TokenKind::Word && !token.capital && !self.continues_name(i) {
                // A lower-case word behind a name: a role ("Fox News host Smith") where a capital follows, otherwise the content.
                let role = self.page.tokens.get(i + 1).is_some_and(|t| t.capital) || self.lexicon.cues.media.has(self.lower(i));
                if !role {
                    break;
                }
            }
            last_capital = token.capital;
            i += 1;
        }
        i
    }

    fn continues_name(&self, i: usize) -> bool {
        matches!(self.lower(i), "of" | "and" | "for" | "de" | "al" | "bin" | "van" | "von" | "'s" | "’s" | "la" | "el")
    }

    fn is_phrase_stop(&self, i: usize) -> bool {
        let word = self.lower(i);
        matches!(
            word,
            "," | ":"
                | ";"
                | "."
                | "("
                | ")"
                | "—"
                | "–"
                | "that"
                | "who"
                | "which"
                | "whether"
                | "if"
                | "how"
                | "why"
                | "what"
                | "in"
                | "on"
                | "at"
                | "during"
                | "after"
                | "before"
                | "as"
                | "when"
                | "while"
                | "to"
                | "?"
                | "!"
                | "not"
                | "by"
                | "there"
                | "but"
        ) || self.lexicon.clause.verbs.longest(self.page.keys(Run::new(i, self.sentence.end))).is_some()
            && !self.page.tokens[i].capital
    }

    pub(super) fn is_pronoun(&self, i: usize) -> bool {
        matches!(self.lower(i), "he" | "she" | "they" | "it" | "we" | "i" | "you" | "there" | "everyone" | "nobody")
    }
}
