//! What is said: the complement behind the cue, or the words before a trailing speaker.

use super::cue::Cue;
use super::{Attribution, Reader};
use crate::lexicon::CueKind;
use crate::lexicon::kinds::{ADVERB, PREPOSITION, SPEECH, VERB_FORM};
use crate::read::clause::finite;
use crate::text::{Run, TokenKind};

/// A complement without `that` shorter than this is an object (`said goodbye`).
const SHORTEST: usize = 3;
/// So many later cues are asked whether one ends a content; no sentence has as many.
const CUES: usize = 24;

impl Reader<'_, '_> {
    /// Whether words that may be said end right before `at`: a closing mark, or a comma behind words.
    pub(super) fn precedes(&self, at: usize) -> bool {
        if at <= self.sentence.start {
            return false;
        }
        if self.quote_ending(at).is_some() {
            return true;
        }
        let comma =
            matches!(self.lower(at - 1), "," | "—" | "–" | "?" | "!") || self.lower(at - 1) == "-" && !self.page.glued(at - 1);
        comma && at > self.sentence.start + 2 && !self.is_adverbial(Run::new(self.sentence.start, at - 1))
    }

    /// Whether nothing said follows at `at`: the sentence ends, or an adverbial or another clause begins. Where a quotation
    /// ends right before the speaker, what follows is no second one.
    pub(super) fn stops(&self, at: usize, speaker: usize) -> bool {
        if at >= self.sentence.end || matches!(self.lower(at), "." | "," | ";" | "!" | "?" | "—" | "–" | ")") {
            return true;
        }
        let quoted =
            self.quote_ending(speaker).is_some_and(|q| matches!(self.lower(q.inner.end - 1), "," | "!" | "?" | "." | "…"));
        // "he said in Geneva", "he said after the talks", "he said with a smile": no words of his follow.
        let opens = self.is(at, PREPOSITION)
            || matches!(self.lower(at), "as" | "when" | "while" | "and" | "but" | "to" | "-")
            || self.is(at, ADVERB);
        let opens = opens && !self.counts(at);
        let more = || {
            (at..self.sentence.end)
                .any(|i| self.quote_opening(i).is_some_and(|q| q.inner.len() > 5) || matches!(self.lower(i), ":" | "that"))
        };
        opens && (quoted || !more()) || quoted && self.lower(at).ends_with("ing")
    }

    /// `On Thursday`, `However`, `In Moscow`, `After the talks in Vienna`: no statement by itself.
    fn is_adverbial(&self, run: Run) -> bool {
        let first = self.lower(run.start);
        let opens = self.lexicon.clause.prepositions.has(first)
            || self.lexicon.clause.adverbs.has(first)
            || matches!(
                first,
                "however"
                    | "meanwhile"
                    | "moreover"
                    | "instead"
                    | "nevertheless"
                    | "still"
                    | "furthermore"
                    | "additionally"
                    | "asked"
                    | "when"
                    | "as"
                    | "while"
                    | "after"
                    | "before"
            )
            || first.ends_with("ing")
            || self.date_at(run.start).is_some_and(|d| d.run.end + 1 >= run.end);
        let commas = run.iter().filter(|&i| self.lower(i) == ",").count();
        opens && (commas == 0 || first.ends_with("ing") && finite(self.page, run, self.lexicon).is_none())
    }

    /// The words before a trailing speaker, from `floor` on.
    pub(super) fn content_before(&self, at: usize, floor: usize) -> Option<Run> {
        let mut end = at;
        while end > floor && matches!(self.lower(end - 1), "," | "—" | "–" | "-" | "(") {
            end -= 1;
        }
        if let Some(q) = self.quoted.iter().find(|q| !q.nested && q.outer.end == end && q.outer.start < end) {
            let rest = Run::new(floor, q.outer.start.max(floor));
            if q.outer.start <= floor || rest.iter().all(|i| self.page.kind(i) == Some(TokenKind::Punct)) {
                return self.filled(Run::new(q.inner.start.max(self.sentence.start), q.inner.end));
            }
        }
        let mut start = floor;
        while start < end && matches!(self.lower(start), "," | ";" | "—" | "–" | "." | ":" | ")") {
            start += 1;
        }
        if start > self.sentence.start && matches!(self.lower(start), "and" | "but") {
            start += 1;
        }
        self.filled(Run::new(start, end))
    }

    /// The words that go on behind a speaker: a quotation, or the rest of a clause that the speaker cut.
    pub(super) fn resumed(&self, found: Attribution, at: usize) -> Option<Run> {
        if !matches!(self.lower(at), "," | ":" | "—" | "–" | ";") && self.quote_opening(at).is_none() {
            return None;
        }
        let from = self.skip_comma(at);
        if let Some(q) = self.quote_opening(from) {
            return self.filled(Run::new(q.inner.start, q.inner.end.min(self.sentence.end)));
        }
        let before = found.content?;
        if self.quote_at(before.start).is_some() || self.lower(at) != "," {
            return None;
        }
        let cut = finite(self.page, before, self.lexicon).is_none();
        if !cut
            || matches!(self.lower(from), "who" | "which" | "and" | "but" | "as" | "while" | "where" | "when")
            || self.lower(from).ends_with("ing")
        {
            return None;
        }
        self.clause_rest(from, self.sentence.end)
    }

    /// The complement of a cue whose slots end at `at`.
    pub(super) fn complement(&self, cue: &Cue, at: usize, later: &[Cue]) -> Option<Run> {
        let mut from = at;
        let limit = self.limit(cue, at, later);
        if let Some(q) = self.quote_opening(self.skip_comma(from)) {
            let from = q.outer.start;
            return match cue.kind {
                CueKind::Judge | CueKind::Urge | CueKind::Vow => self.clause_rest(from, limit),
                _ => self.quoted_rest(from, limit),
            };
        }
        if self.lower(from) == ":" {
            return self.filled(Run::new(from + 1, self.sentence.end));
        }
        if self.lower(from) == "," && self.is_parenthesis(cue) {
            return self.clause_rest(from + 1, self.sentence.end);
        }
        if !cue.passive && self.is_directive(cue) {
            return self.clause_rest(cue.run.end, limit);
        }
        if self.is(from, PREPOSITION) && !self.counts(from) {
            // "told the agency after the talks that ...": the time of saying, not what was said.
            let that =
                (from..self.sentence.end.min(from + 8)).take_while(|&i| self.lower(i) != ",").find(|&i| self.lower(i) == "that");
            from = that.unwrap_or(from);
        }
        let that = self.lower(from) == "that" || self.lower(from) == "," && self.lower(from + 1) == "that";
        from += usize::from(that) + usize::from(that && self.lower(from) == ",");
        let whether = matches!(self.lower(from), "whether" | "if" | "why" | "how" | "what" | "when" | "where" | "who");
        let enough = match cue.kind {
            CueKind::Say => that || self.is_clause(from) && !self.is_thing(from, limit),
            CueKind::Tell => that || self.lower(from) == "to" && from > cue.run.end || self.is_clause(from),
            CueKind::Find => {
                that && self.lower(from) != "," || self.is_clause(from) && self.has_verb(from) && !self.is_object_noun(from)
            }
            CueKind::State => {
                that || whether && cue.run.len() == 1 && !cue.passive || self.is_clause(from) && self.has_verb(from)
            }
            CueKind::Deny => {
                that || self.lower(from).ends_with("ing")
                    || self.is_clause(from) && !matches!(self.lower(from), "them" | "him" | "us" | "me")
            }
            CueKind::Voice => that && self.lower(from) != "," || whether && self.lower(cue.run.start).starts_with("ask"),
            CueKind::Vow => that || self.lower(from) == "to" || self.is_clause(from) && !self.is_offer(cue),
            CueKind::Urge if that => self.lower(from) != ",",
            CueKind::Urge if self.only_directs(cue) => false,
            CueKind::Judge if self.is_bare_object(cue, from, limit) => false,
            CueKind::Urge | CueKind::Judge => {
                self.is_clause(from) || self.lower(from).ends_with("ing") || self.lower(from) == "his" || self.is_object(from)
            }
            CueKind::According => false,
        };
        let enough = enough && !(cue.kind == CueKind::Urge && cue.run.len() == 1 && self.is(from, PREPOSITION));
        if !enough || (cue.passive || cue.modal && matches!(cue.kind, CueKind::Say | CueKind::State)) && !that {
            return None;
        }
        let limit = match cue.kind {
            CueKind::Judge | CueKind::Vow if !that => (from + 1..limit).find(|&i| self.is_adjunct(i)).unwrap_or(limit),
            _ => limit,
        };
        self.clause_rest(from, limit)
    }

    /// A word that opens the circumstances of a judgement, not its object.
    fn is_adjunct(&self, i: usize) -> bool {
        if matches!(self.lower(i), "—" | "―" | "–") {
            return self.quote_at(i).is_none();
        }
        matches!(
            self.lower(i),
            "when" | "while" | "after" | "during" | "because" | "since" | "before" | "ahead" | "amid" | "following"
        ) && self.quote_at(i).is_none()
    }

    /// Whether the sentence ends right behind the cue and its slots, so that the words stand in the next (`He said:`).
    pub(super) fn is_bare(&self, cue: &Cue, at: usize) -> bool {
        let colon = self.sentence.end > at && self.lower(self.sentence.end - 1) == ":";
        let ends = colon || at >= self.sentence.end || matches!(self.lower(at), ":" | ".") && at + 1 >= self.sentence.end;
        matches!(cue.kind, CueKind::Say | CueKind::Tell | CueKind::Voice | CueKind::State)
            && (ends
                || self.follows_quotation()
                    && (matches!(self.lower(at), "," | "as" | "when") || self.is(at, PREPOSITION) && self.lower(at) != "for"))
    }

    pub(super) fn is_clause(&self, at: usize) -> bool {
        let Some(token) = self.page.tokens.get(at).filter(|_| at < self.sentence.end) else { return false };
        let word = self.lower(at);
        let rest = self.sentence.end - at;
        let starts = matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Mark) || word == "$";
        let verbal = !token.capital && self.is_verb(at) && !word.ends_with("ed");
        let closes = is_closer(word) && !self.counts(at);
        starts && (rest > SHORTEST || rest == SHORTEST && self.is_pronoun(at)) && !verbal && !closes
    }

    /// "said at least 40 people", "said up to 20": the words bound a number, and what is said begins with them.
    fn counts(&self, at: usize) -> bool {
        let numbers = &self.lexicon.numbers;
        let Some((n, _)) = numbers.before.longest(self.page.keys(Run::new(at, self.sentence.end))) else { return false };
        let counted = || self.page.kind(at + n) == Some(TokenKind::Number) || numbers.cardinals.has(self.page.key(at + n));
        n > 1 && at + n < self.sentence.end && counted()
    }

    fn is_object(&self, at: usize) -> bool {
        matches!(self.page.kind(at), Some(TokenKind::Word | TokenKind::Number)) && at + 1 < self.sentence.end
    }

    fn has_verb(&self, from: usize) -> bool {
        let end = self.sentence.end.min(from + 40);
        let end = (from..end).find(|&i| matches!(self.lower(i), "which" | "who" | "that" | "where" | ",")).unwrap_or(end);
        finite(self.page, Run::new(from, end), self.lexicon).is_some()
            || (from..end).any(|i| self.is_verb(i) && !self.page.tokens[i].capital)
    }

    /// A quotation at `from` with all that follows it in its clause: `"very close" to a deal` is one content.
    fn quoted_rest(&self, from: usize, limit: usize) -> Option<Run> {
        let q = self.quote_opening(from)?;
        let after = q.outer.end;
        let spoken = matches!(self.lower(q.inner.end - 1), "?" | "!" | ".") && matches!(self.lower(after), "and" | "but");
        let ends = spoken
            || after >= self.sentence.end
            || matches!(self.lower(after), "," | "." | ";" | "—" | "–" | "!" | "?")
            || matches!(self.lower(after), "as" | "while" | "when" | "after");
        if ends || q.inner.len() > 12 {
            return self.filled(Run::new(q.inner.start, q.inner.end.min(self.sentence.end)));
        }
        self.clause_rest(from, limit)
    }

    /// Where the content of a cue must end: before a second cue that is coordinated with it, and, in a fronted clause
    /// (`While he said ..., she left`), at the comma.
    fn limit(&self, cue: &Cue, from: usize, later: &[Cue]) -> usize {
        let end = later
            .iter()
            .filter(|c| c.group.start > from && !self.is_silent(c))
            .take(CUES)
            .find_map(|c| self.coordination(from, c.group.start))
            .unwrap_or(self.sentence.end);
        let relative = cue.group.start > self.sentence.start && matches!(self.lower(cue.group.start - 1), "who" | "which");
        let clause = crate::read::clause::clause_of(self.clauses, cue.group.start).run;
        let fronted = relative && matches!(cue.kind, CueKind::Urge | CueKind::Vow | CueKind::Voice)
            || cue.participle && cue.group.start <= self.sentence.start + 1
            || clause.start <= self.sentence.start + 1
                && matches!(
                    self.lower(clause.start),
                    "while" | "although" | "though" | "as" | "when" | "if" | "after" | "because" | "since" | "before"
                );
        if fronted {
            return (from..end).find(|&i| self.lower(i) == "," && self.quote_at(i).is_none()).unwrap_or(end);
        }
        end
    }

    /// Where a later cue at `next` opens a statement of its own: `and warned`, `, and he warned`, `, though she warned`.
    fn coordination(&self, from: usize, next: usize) -> Option<usize> {
        if matches!(self.lower(next - 1), "and" | "but" | "then") {
            return Some(next - 1);
        }
        let stops = |i: &usize| {
            matches!(self.lower(*i), "," | "—" | "–")
                || matches!(self.lower(*i), "and" | "as") && (self.is_pronoun(*i + 1) || self.lower(*i + 1) == "the")
        };
        let boundary = (from..next).rev().take(14).find(stops)?;
        let opens = matches!(self.lower(boundary), "and" | "as")
            || matches!(self.lower(boundary + 1), "and" | "but" | "while" | "though" | "although" | "yet");
        opens.then_some(boundary)
    }

    /// `what Brandt says`, `which Brandt said`: the words are the clause's own, not what follows the cue, unless a subject or a
    /// quotation does (`the mine, which Brandt says he keeps open`). `in which Brandt said` goes on.
    pub(super) fn is_object_relative(&self, source: Option<Run>, at: usize) -> bool {
        let Some(before) = source.filter(|s| s.start > self.sentence.start).map(|s| s.start - 1) else { return false };
        match self.lower(before) {
            "what" | "whatever" => true,
            "which" => {
                let governed = before > self.sentence.start && self.is(before - 1, PREPOSITION);
                !governed && !self.is_pronoun(at) && self.quote_opening(at).is_none()
            }
            _ => false,
        }
    }

    /// From `from` to the end of its clause, at most to `limit`.
    pub(super) fn clause_rest(&self, from: usize, limit: usize) -> Option<Run> {
        let limit = limit.min(self.sentence.end);
        let mut i = from;
        while i < limit {
            if let Some(q) = self.quote_opening(i) {
                i = q.outer.end.max(i + 1);
                continue;
            }
            if i > from && self.ends_clause(i) {
                break;
            }
            i += 1;
        }
        self.filled(Run::new(from, i.min(limit)))
    }

    fn ends_clause(&self, i: usize) -> bool {
        match self.lower(i) {
            ";" => true,
            "," => {
                let next = self.lower(i + 1);
                next == "but" && self.has_subject(i + 2)
                    || matches!(
                        next,
                        "while" | "adding" | "saying" | "noting" | "citing" | "although" | "though" | "whereas" | "according"
                    )
                    || self.cue_follows(i + 1)
            }
            _ => false,
        }
    }

    /// Whether a clause with a subject of its own begins: not `but not ...`, `but that ...`, `but has ...`.
    fn has_subject(&self, at: usize) -> bool {
        let word = self.lower(at);
        let none = matches!(word, "not" | "that" | "also" | "rather" | "only" | "because" | "to" | "if" | "when");
        !none && !self.is_verb(at) && !self.lexicon.clause.prepositions.has(word) && !self.lexicon.clause.adverbs.has(word)
    }

    /// `, a spokesman said.`: another speaker trails the clause.
    fn cue_follows(&self, from: usize) -> bool {
        let end = self.sentence.end.min(from + 12);
        let verb = (from + 1..end)
            .take_while(|&i| !matches!(self.lower(i), "," | ";" | ":"))
            .find(|&i| self.is(i, SPEECH) && !self.lexicon.cues.ambiguous.has(self.lower(i)));
        let active =
            |v: usize| !self.is(v - 1, VERB_FORM) && !self.lower(v).ends_with("ing") && !(from..v).any(|i| self.is_verb(i));
        verb.is_some_and(|v| active(v) && (matches!(self.lower(v + 1), "." | "," | "") || v + 1 >= self.sentence.end))
    }

    /// A run without marks and stops at its edges.
    fn filled(&self, mut run: Run) -> Option<Run> {
        let edge = |i: usize| match self.page.kind(i) {
            Some(TokenKind::Punct) => matches!(self.lower(i), "," | "." | ";" | ":" | "—" | "–" | "-"),
            Some(TokenKind::Mark) => {
                self.quoted.iter().any(|q| q.outer.start == i || q.outer.end == i + 1) || self.quoted.is_empty()
            }
            _ => false,
        };
        // A mark is cut off only with its partner: `"very close" to a deal` keeps both.
        while !run.is_empty() && edge(run.end - 1) && !self.opens_inside(run, run.end - 1) {
            run.end -= 1;
        }
        while !run.is_empty() && edge(run.start) && !self.closes_inside(run, run.start) {
            run.start += 1;
        }
        (!run.is_empty()).then_some(run)
    }

    fn opens_inside(&self, run: Run, i: usize) -> bool {
        self.quoted.iter().any(|q| q.outer.end == i + 1 && q.outer.start > run.start)
    }

    fn closes_inside(&self, run: Run, i: usize) -> bool {
        self.quoted.iter().any(|q| q.outer.start == i && q.outer.end < run.end)
    }
}

/// A word that opens an adverbial, not a statement.
fn is_closer(word: &str) -> bool {
    matches!(
        word,
        "as" | "while"
            | "after"
            | "before"
            | "with"
            | "during"
            | "by"
            | "so"
            | "and"
            | "but"
            | "when"
            | "because"
            | "to"
            | "of"
            | "about"
            | "from"
            | "through"
            | "on"
            | "at"
            | "into"
            | "for"
            | "against"
            | "or"
            | "via"
    )
}
