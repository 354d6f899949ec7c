//! Who says it: cue, source, content, addressee and day of saying. The only cue list there is stands behind this reader.
//!
//! Three orders are told apart: the speaker before the words (`Toner said that ...`), behind them (`"...," said Toner`,
//! `"...," Toner told reporters`), and the preposition (`According to Toner, ...`). A sentence that continues behind its
//! speaker (`"...," he said, "..."`) gives two attributions with one cue.

mod behind;
mod content;
mod cue;
mod object;
mod slots;
mod source;

use super::clause::{Clause, Tense};
use super::dates::{DateMention, may_begin};
use super::marks::{Quoted, overlapping};
use crate::lexicon::{CueKind, Lexicon};
use crate::text::{Page, Run, Sentence};

/// Where the speaker stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// Toner said that ...
    Before,
    /// ..., said Toner; ..., Toner said.
    After,
    /// According to Toner, ...
    According,
}

/// Somebody says something, inside one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribution {
    /// "said", "according to", "in a statement".
    pub cue: Run,
    /// The words that name who says it, title and apposition included; none where the sentence does not name anybody.
    pub source: Option<Run>,
    /// The words that are said, inside the sentence; none where they stand in another one.
    pub content: Option<Run>,
    /// "reporters" of "told reporters".
    pub addressee: Option<Run>,
    /// The date words that tell when it was said ("on Thursday" of "said on Thursday"): never the time of the event.
    pub day: Option<Run>,
    /// The cue's tense.
    pub tense: Tense,
    /// "did not say", "declined to comment": no statement.
    pub negated: bool,
    /// What the cue takes: `deny` tells that the content is denied.
    pub kind: CueKind,
    /// Where the speaker stands.
    pub order: Order,
    /// "in a statement", "at a news conference".
    pub occasion: Option<Run>,
}

/// Every attribution of a sentence. `quoted` are the quotations of its paragraph; `dates` gives the date expressions of the sentence,
/// and is called only where a word asks for them that may begin one.
#[must_use]
pub fn attributions<'a>(
    page: &'a Page,
    sentence: &Sentence,
    clauses: &'a [Clause],
    quoted: &'a [Quoted],
    dates: &'a dyn Fn() -> &'a [DateMention],
    lexicon: &'a Lexicon,
) -> Vec<Attribution> {
    let quoted = &quoted[overlapping(quoted, sentence.tokens)];
    let cues = cue::cues(page, sentence, quoted, lexicon);
    if cues.is_empty() {
        return Vec::new();
    }
    let reader = Reader { page, sentence: sentence.tokens, clauses, quoted, lexicon, dates };
    let mut out: Vec<Attribution> = Vec::new();
    for (n, cue) in cues.iter().enumerate() {
        reader.read(cue, &cues[n + 1..], &mut out);
    }
    out.sort_by_key(|a| a.cue.start);
    out
}

/// A sentence with all that its attributions are read from.
struct Reader<'a, 't> {
    page: &'a Page<'t>,
    sentence: Run,
    clauses: &'a [Clause],
    quoted: &'a [Quoted],
    lexicon: &'a Lexicon,
    dates: &'a dyn Fn() -> &'a [DateMention],
}

impl Reader<'_, '_> {
    fn lower(&self, i: usize) -> &str {
        if i < self.sentence.end { self.page.lower(i) } else { "" }
    }

    fn is(&self, i: usize, kinds: u32) -> bool {
        i < self.sentence.end && self.page.is(i, kinds)
    }

    /// The date expression that starts at a token.
    fn date_at(&self, i: usize) -> Option<&DateMention> {
        let may = i < self.sentence.end && may_begin(self.page, self.sentence, i, self.lexicon);
        if may { (self.dates)().iter().find(|d| d.run.start == i) } else { None }
    }

    /// The outermost quotation that holds a token.
    fn quote_at(&self, i: usize) -> Option<&Quoted> {
        self.quoted.iter().find(|q| !q.nested && q.outer.has(i))
    }

    /// The quotation that ends right before a token, a comma between them passed over.
    fn quote_ending(&self, i: usize) -> Option<&Quoted> {
        self.quoted.iter().find(|q| {
            !q.nested && q.outer.start < i && (q.outer.end == i || q.outer.end + 1 == i && self.lower(q.outer.end) == ",")
        })
    }

    /// The quotation that opens at a token.
    fn quote_opening(&self, i: usize) -> Option<&Quoted> {
        self.quoted.iter().find(|q| !q.nested && q.outer.start == i)
    }

    fn read(&self, cue: &cue::Cue, later: &[cue::Cue], out: &mut Vec<Attribution>) {
        if cue.kind == CueKind::According {
            self.according(cue, out);
        } else {
            self.verb(cue, later, out);
        }
    }

    /// `According to X, ...` and `..., according to X`.
    fn according(&self, cue: &cue::Cue, out: &mut Vec<Attribution>) {
        let Some(source) = self.source_of_preposition(cue.run.end) else { return };
        let relative = self.lower(cue.run.start - usize::from(cue.run.start > self.sentence.start)) == ","
            && cue.run.start > self.sentence.start + 1
            && self.opens_more(cue.run.start - 2);
        let leads = relative
            || cue.run.start == self.sentence.start
            || !self.page.tokens[cue.run.start].glued
                && self.lower(cue.run.start - 1) != ","
                && cue.run.start <= self.sentence.start + 2;
        let (content, order) = if leads {
            let from = self.skip_comma(source.end);
            (self.clause_rest(from, self.sentence.end), Order::According)
        } else {
            let end = cue.run.start;
            (self.content_before(end, self.floor(out, end)), Order::According)
        };
        out.push(Attribution {
            cue: cue.run,
            source: Some(source),
            content,
            addressee: None,
            day: None,
            tense: Tense::None,
            negated: false,
            kind: cue.kind,
            order,
            occasion: None,
        });
    }

    fn verb(&self, cue: &cue::Cue, later: &[cue::Cue], out: &mut Vec<Attribution>) {
        if self.is_object_of_progressive(cue) {
            return;
        }
        // "had been told by the mayor that ...": the agent speaks.
        let agent = self.agent(cue);
        let slots = agent.map_or_else(|| self.slots(cue), |by| self.slots_from(by.end, cue));
        let left = agent.or_else(|| self.source_left(cue, out));
        let inverted = left.is_none() && cue.inverts && self.precedes(cue.group.start);
        let mut found = Attribution {
            cue: cue.run,
            source: left,
            content: None,
            addressee: slots.addressee,
            day: slots.day,
            tense: cue.tense,
            negated: cue.negated,
            kind: cue.kind,
            order: Order::Before,
            occasion: slots.occasion.or_else(|| self.fronted_occasion(cue)),
        };
        let before = |start: usize, source: Run, behind: usize| {
            self.content_before(start, self.floor(out, start)).filter(|c| self.is_statement(*c, source, behind))
        };
        if inverted
            && let Some(source) = self.source_right(cue.run.end)
            && let Some(content) = before(cue.group.start, source, source.end)
        {
            found.source = Some(source);
            found.order = Order::After;
            found.content = Some(content);
            let slots = self.slots_from(source.end, cue);
            (found.day, found.occasion, found.addressee) = (slots.day, slots.occasion, slots.addressee);
            self.push(found, slots.end, out);
            return;
        }
        if cue.kind == CueKind::Find && (cue.negated || cue.passive) {
            return;
        }
        if cue.negated {
            out.push(found);
            return;
        }
        let trailing = left.filter(|s| self.precedes(s.start) && self.stops(slots.end, s.start));
        if let Some(source) = trailing
            && let Some(content) = before(source.start, source, slots.end)
        {
            found.order = Order::After;
            found.content = Some(content);
            self.push(found, slots.end, out);
            return;
        }
        if cue.kind == CueKind::Judge && self.is_reduced(cue, left) || cue.kind == CueKind::Find && !self.may_find(left) {
            return;
        }
        // "Asked who had come, he said ...": a participle that opens the sentence, of whoever speaks later.
        if left.is_none() && cue.group.start == self.sentence.start && self.lower(cue.run.start).ends_with("ed") {
            return;
        }
        found.content = if self.is_object_relative(left, slots.end) { None } else { self.complement(cue, slots.end, later) };
        if found.content.is_some() || slots.occasion.is_some() || self.is_bare(cue, slots.end) {
            out.push(found);
        }
    }

    /// An attribution behind its words, and a second where the words go on behind the speaker.
    fn push(&self, found: Attribution, end: usize, out: &mut Vec<Attribution>) {
        out.push(found);
        if let Some(content) = self.resumed(found, end) {
            out.push(Attribution { content: Some(content), ..found });
        }
    }

    /// Where the content of the attribution at `before` may begin: behind the words of the last one.
    fn floor(&self, out: &[Attribution], before: usize) -> usize {
        let ends = out.iter().flat_map(|a| [a.content, a.source, Some(a.cue)]).flatten().map(|r| r.end).filter(|&e| e <= before);
        ends.max().unwrap_or(self.sentence.start).max(self.sentence.start)
    }

    fn skip_comma(&self, i: usize) -> usize {
        if matches!(self.lower(i), "," | ":") { i + 1 } else { i }
    }
}

#[cfg(test)]
mod tests;
