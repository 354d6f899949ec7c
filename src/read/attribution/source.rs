//! Who says it: the noun phrase left of the cue, title and apposition included.

use super::cue::Cue;
use super::{Attribution, Reader};
use crate::lexicon::kinds::{ADVERB, CALENDAR, DETERMINER, PREPOSITION, VERB_FORM};
use crate::lexicon::{CueKind, VerbForm};
use crate::read::clause::is_in_ly;
use crate::text::{Run, TokenKind};

/// A relative clause opens within so many words of the article inside it.
const REACH: usize = 8;
/// So many words stand at most between a relative pronoun and its "not".
const DENIED: usize = 3;
/// No speaker has more words than this.
pub(super) const LONGEST: usize = 40;

impl Reader<'_, '_> {
    /// The subject before the cue.
    pub(super) fn source_left(&self, cue: &Cue, before: &[Attribution]) -> Option<Run> {
        if cue.passive {
            return None;
        }
        let floor = self.left_floor(cue.group.start, before);
        let end = cue.group.start;
        if end <= floor {
            return None;
        }
        let word = self.lower(end - 1);
        if cue.participle
            && word == "as"
            && let Some(quoted) = self.quoted_source(end - 1)
        {
            return Some(quoted);
        }
        if cue.participle
            && let Some(accompanying) = self.accompanying(floor, end)
        {
            return Some(accompanying);
        }
        if cue.participle || matches!(word, "and" | "or" | "but" | "then") {
            return self.shared_subject(cue, before);
        }
        if word == "who" && !self.page.tokens[end - 1].upper {
            let end = if self.lower(end.saturating_sub(2)) == "," { end - 2 } else { end - 1 };
            return self.phrase_left(floor, end);
        }
        if word == "," {
            return self.apposed(floor, end - 1);
        }
        self.phrase_left(floor, end)
    }

    /// "were exchanging" | vows: what a progressive takes is a noun, and nobody speaks.
    pub(super) fn is_object_of_progressive(&self, cue: &Cue) -> bool {
        let Some(verb) = cue.group.start.checked_sub(1).filter(|&i| i > self.sentence.start) else { return false };
        let word = self.lower(verb);
        !self.page.tokens[verb].capital && word.len() > 5 && word.ends_with("ing") && self.is(verb - 1, VERB_FORM)
    }

    /// Who tells, where the verb is passive: `was told by the mayor`.
    pub(super) fn agent(&self, cue: &Cue) -> Option<Run> {
        let told = cue.passive && cue.kind == CueKind::Tell && self.lower(cue.run.end) == "by";
        let start = cue.run.end + 1;
        let by = Run::new(start, if told { self.phrase_end(start, LONGEST) } else { start });
        // "told by phone": a bare noun speaks where the table says so.
        let somebody = |by: Run| {
            let capital = self.page.tokens[by.start].capital;
            capital || self.is(by.start, DETERMINER) || self.lexicon.cues.speakers.has(self.page.key(by.end - 1))
        };
        (told && !by.is_empty() && somebody(by) && self.is_nominal(by)).then_some(by)
    }

    /// Where the subject may begin: behind the last quotation and the last attribution's cue.
    fn left_floor(&self, end: usize, before: &[Attribution]) -> usize {
        let quote = self
            .quoted
            .iter()
            .filter(|q| !q.nested && q.closed && q.outer.end <= end && q.inner.len() > 4)
            .map(|q| q.outer.end)
            .max();
        let cue = before.iter().map(|a| a.cue.end).filter(|&e| e <= end).max();
        self.sentence.start.max(quote.unwrap_or(0)).max(cue.unwrap_or(0)).max(end.saturating_sub(LONGEST))
    }

    /// `The paper quoted X as` | saying; `X was quoted by the paper as` | saying.
    fn quoted_source(&self, at: usize) -> Option<Run> {
        let verb = (self.sentence.start..at).rev().take(12).find(|&i| self.lexicon.cues.quoting.has(self.page.key(i)))?;
        let passive = self.is(verb - usize::from(verb > self.sentence.start), VERB_FORM);
        if passive && verb > self.sentence.start {
            let be = (self.sentence.start..verb).rev().find(|&i| !self.is(i, VERB_FORM | ADVERB)).map_or(verb, |i| i + 1);
            return self.phrase_left(self.sentence.start, be);
        }
        self.trimmed(Run::new(verb + 1, at)).filter(|r| self.is_nominal(*r))
    }

    /// `X, a spokesman for Y,` | said: both, or X alone where the words between the commas are no apposition.
    fn apposed(&self, floor: usize, end: usize) -> Option<Run> {
        let Some(comma) = (floor..end).rev().find(|&i| self.lower(i) == "," && self.quote_at(i).is_none()) else {
            // "The firm Norvia, has said": a comma too many.
            return self
                .phrase_left(floor, end)
                .filter(|r| r.start == self.sentence.start && !self.lower(end + 1).ends_with("ed"));
        };
        let name = self.phrase_left(floor, comma)?;
        let name = self.apposed_twice(floor, name).unwrap_or(name);
        let inner = comma + 1;
        let verbal = matches!(
            self.lower(inner),
            "who"
                | "which"
                | "whose"
                | "when"
                | "while"
                | "after"
                | "in"
                | "on"
                | "at"
                | "during"
                | "however"
                | "too"
                | "speaking"
        ) || self.lower(inner).ends_with("ing");
        Some(if verbal { name } else { Run::new(name.start, end) })
    }

    /// `Cynthia Roth, director of studies at the university, Orsa,`: the name before a role of more than one comma.
    fn apposed_twice(&self, floor: usize, role: Run) -> Option<Run> {
        let comma = role.start.checked_sub(1).filter(|&i| i > floor && self.lower(i) == ",")?;
        if self.page.tokens[role.start].capital || self.is(role.start, DETERMINER) {
            return None;
        }
        let name = self.phrase_left(floor, comma)?;
        (name.len() > 1 && name.iter().all(|i| self.page.tokens[i].capital)).then_some(name)
    }

    /// `with one driver | saying that ...`: the noun phrase between "with" and the participle.
    fn accompanying(&self, floor: usize, end: usize) -> Option<Run> {
        let with = (floor..end.saturating_sub(1)).rev().take(6).find(|&i| self.lower(i) == "with" || self.lower(i) == ",")?;
        let between = Run::new(with + 1, end);
        (self.lower(with) == "with" && between.iter().all(|i| !self.ends_phrase(i))).then_some(between)
    }

    /// `saying`, `and said`: whoever the attribution before is of, or the subject of the verb before.
    fn shared_subject(&self, cue: &Cue, before: &[Attribution]) -> Option<Run> {
        if let Some(last) = before.iter().rev().find(|a| a.cue.end <= cue.run.start && a.source.is_some()) {
            return last.source;
        }
        let mut verbs = self
            .clauses
            .iter()
            .filter_map(|c| c.verb)
            .filter(|v| v.run.start < cue.group.start && self.quote_at(v.verb).is_none());
        verbs.find_map(|v| self.phrase_left(self.sentence.start.max(v.run.start.saturating_sub(LONGEST)), v.run.start))
    }

    /// The noun phrase that ends at `end`.
    pub(super) fn phrase_left(&self, floor: usize, end: usize) -> Option<Run> {
        let mut start = end;
        while start > floor {
            // "Brandt (Port City)": what stands in brackets goes along.
            if let Some(open) = self.bracket_left(floor, start - 1) {
                start = open;
                continue;
            }
            if self.ends_phrase(start - 1) {
                break;
            }
            start -= 1;
            if self.is_pronoun(start) || self.opens_phrase(start, floor) {
                break;
            }
        }
        // "the group, which tracks the war, said": the verb's subject is what the relative clause belongs to.
        let object =
            self.is(start, DETERMINER) || self.is_pronoun(start) || self.page.tokens.get(start).is_some_and(|t| t.capital);
        if start > floor + 1 && start < end && !object && matches!(self.lower(start - 1), "who" | "which") {
            let before = start - 1 - usize::from(self.lower(start - 2) == ",");
            return self.phrase_left(floor, before);
        }
        // "the claim which did not name anybody said": so it is where the clause denies something.
        let denied = start > floor + 1 && self.lower(start - 1) == "not";
        let relative =
            denied.then(|| (floor + 1..start - 1).rev().take(DENIED).find(|&i| matches!(self.lower(i), "who" | "which")));
        if let Some(relative) = relative.flatten() {
            return self.phrase_left(floor, relative - usize::from(self.lower(relative - 1) == ","));
        }
        // "killed ten rebels and the governor said": what a verb governs is no part of the next subject.
        if start > floor
            && self.is_verb(start - 1)
            && let Some(and) = (start..end).rev().find(|&i| self.lower(i) == "and")
            && and + 1 < end
        {
            start = and + 1;
        }
        self.trimmed(Run::new(start, end)).filter(|r| self.is_nominal(*r))
    }

    /// "... on Tuesday | a monitor said", where the comma is left out: an article begins the phrase, unless a preposition, a
    /// conjunction or a mark joins it to what stands before.
    fn opens_phrase(&self, i: usize, floor: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|&b| b >= floor) else { return false };
        matches!(self.lower(i), "the" | "a" | "an")
            && self.page.kind(before) != Some(TokenKind::Punct)
            && !self.is(before, PREPOSITION | ADVERB)
            // "the group, which tracks the war, said".
            && !(floor.max(i.saturating_sub(REACH))..i).any(|j| matches!(self.lower(j), "who" | "which"))
            && !matches!(self.lower(before), "and" | "or" | "both" | "all" | "half" | "of" | "than" | "to")
    }

    /// The bracket that opens what the one at `i` closes.
    fn bracket_left(&self, floor: usize, i: usize) -> Option<usize> {
        if self.lower(i) != ")" {
            return None;
        }
        (floor + 1..i).rev().take(10).find(|&j| self.lower(j) == "(")
    }

    /// What cannot be part of a speaker's name and title.
    fn ends_phrase(&self, i: usize) -> bool {
        let token = self.page.tokens[i];
        let word = self.lower(i);
        match token.kind {
            TokenKind::Mark => self.bounds_speech(i),
            TokenKind::Punct => !matches!(word, "-" | "&" | "/" | "." | "@" | "#" | "%" | "’" | "$"),
            TokenKind::Word => {
                let opens = matches!(
                    word,
                    "that"
                        | "who"
                        | "which"
                        | "but"
                        | "because"
                        | "while"
                        | "as"
                        | "when"
                        | "where"
                        | "if"
                        | "though"
                        | "although"
                        | "since"
                        | "until"
                        | "before"
                        | "after"
                        | "whether"
                        | "what"
                        | "how"
                        | "why"
                        | "not"
                        | "so"
                        | "than"
                        | "yet"
                        | "whom"
                        | "whose"
                        | "once"
                );
                let verb = !token.capital && self.is_verb(i);
                opens && !token.upper || verb
            }
            TokenKind::Number | TokenKind::Clitic => {
                matches!(word, "n't" | "'re" | "'ll" | "'ve" | "'d" | "'m" | "n’t" | "’re" | "’ll" | "’ve" | "’d" | "’m")
            }
        }
    }

    /// Whether a mark opens or closes something said, not a nickname (`Jan "the Fox" Brandt`) and no genitive's apostrophe.
    pub(super) fn bounds_speech(&self, i: usize) -> bool {
        let nickname = |q: &crate::read::marks::Quoted| {
            q.inner.len() <= 3
                && q.outer.start > self.sentence.start
                && !matches!(self.lower(q.inner.end - 1), "," | "." | "?" | "!")
        };
        self.quoted.iter().any(|q| (q.outer.start == i || q.outer.end == i + 1) && !nickname(q))
    }

    /// A finite verb, or a form in `-ed` that no determiner or hyphen makes an adjective.
    pub(super) fn is_verb(&self, i: usize) -> bool {
        let words = &self.lexicon.clause;
        let word = self.lower(i);
        if words.not_verbs.has(word) || self.page.kind(i) != Some(TokenKind::Word) {
            return false;
        }
        let before = if i > self.sentence.start { self.lower(i - 1) } else { "" };
        let adjective = words.determiners.has(before) || before == "-";
        match words.verbs.get(word) {
            Some(VerbForm::To) => false,
            Some(_) => !adjective,
            None if self.lexicon.cues.verbs.has(word) && !self.lexicon.cues.ambiguous.has(word) => !adjective,
            None => word.len() > 4 && word.ends_with("ed") && !adjective && !self.lexicon.cues.speakers.has(self.lower(i + 1)),
        }
    }

    /// Without conjunctions, adverbs and a leading prepositional phrase.
    pub(super) fn trimmed(&self, mut run: Run) -> Option<Run> {
        while !run.is_empty() {
            let word = self.lower(run.start);
            let token = self.page.tokens[run.start];
            let loose = matches!(
                word,
                "and"
                    | "or"
                    | "also"
                    | "then"
                    | "still"
                    | "even"
                    | "now"
                    | "later"
                    | "meanwhile"
                    | "instead"
                    | "here"
                    | "-"
                    | "."
                    | "both"
                    | "afterward"
                    | "afterwards"
                    | "to"
                    | "too"
            ) || token.kind == TokenKind::Clitic
                || token.kind == TokenKind::Mark && run.len() == 1
                || self.is_in_ly(run.start)
                || self.lexicon.clause.adverbs.has(word) && !matches!(word, "both");
            if loose {
                run.start += 1;
            } else if self.lexicon.clause.prepositions.has(word) && run.len() > 1 {
                run = self.after_preposition(run)?;
            } else if let Some(date) = self.date_at(run.start).filter(|d| d.run.end < run.end && self.lower(d.run.end) != "'s") {
                run.start = date.run.end;
            } else if let Some(end) = self.date_over(run) {
                run.start = end;
            } else {
                break;
            }
        }
        while !run.is_empty() && (self.is(run.end - 1, ADVERB | PREPOSITION) || run.len() > 1 && self.is_in_ly(run.end - 1)) {
            run.end -= 1;
        }
        // "the governor on Friday"
        let day = |run: Run| run.iter().skip(1).find(|&i| self.date_at(i).is_some_and(|d| d.run.end == run.end));
        if !run.is_empty()
            && self.is(run.end - 1, CALENDAR)
            && let Some(start) = day(run).filter(|&i| self.is(i - 1, PREPOSITION) && i - 1 > run.start)
        {
            run.end = start - 1;
        }
        (!run.is_empty()).then_some(run)
    }

    /// `late on | Sunday police`: where the date ends that reaches into a run.
    fn date_over(&self, run: Run) -> Option<usize> {
        let inside = self.is(run.start, CALENDAR) && run.len() > 1;
        let over =
            |d: &&crate::read::dates::DateMention| d.run.has(run.start) && d.run.end < run.end && self.lower(d.run.end) != "'s";
        if inside { (self.dates)().iter().find(over).map(|d| d.run.end) } else { None }
    }

    fn is_in_ly(&self, i: usize) -> bool {
        is_in_ly(self.page, i, self.lexicon)
    }

    /// `In Moscow Lavrov`: the last determiner, pronoun or capitalised run behind the preposition's own phrase.
    fn after_preposition(&self, run: Run) -> Option<Run> {
        let words = &self.lexicon.clause;
        let mut start = run.end - 1;
        while start > run.start + 1 && !words.prepositions.has(self.lower(start - 1)) {
            start -= 1;
            if words.determiners.has(self.lower(start)) && self.page.kind(start) == Some(TokenKind::Word) {
                break;
            }
        }
        (start > run.start).then_some(Run::new(start, run.end))
    }

    /// Whether a run can speak: a pronoun, a name, or a noun behind a determiner or in the table of speaking nouns.
    pub(super) fn is_nominal(&self, run: Run) -> bool {
        let last = self.lower(run.end - 1);
        let token = self.page.tokens[run.end - 1];
        if token.kind == TokenKind::Punct && !matches!(last, "." | ")") {
            return false;
        }
        if self.date_at(run.start).is_some_and(|d| d.run.end >= run.end)
            || self.date_at(run.start.saturating_sub(1)).is_some_and(|d| d.run.end >= run.end)
        {
            return false;
        }
        if run.len() == 1 && (matches!(last, "it" | "he" | "she" | "they" | "we" | "i" | "you") || token.capital) {
            return !self.lexicon.clause.prepositions.has(last);
        }
        if matches!(last, "there" | "this" | "that" | "these" | "what" | "to" | "which") && run.len() == 1 {
            return false;
        }
        !self.is_in_ly(run.end - 1) && !self.lexicon.clause.determiners.has(last) && token.kind != TokenKind::Clitic
    }
}
