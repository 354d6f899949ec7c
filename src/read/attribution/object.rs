//! What only looks like a statement behind a cue, and what a cue takes besides one: objects, names, requests.

use super::Reader;
use super::cue::Cue;
use crate::lexicon::CueKind;
use crate::lexicon::kinds::{ADVERB, DETERMINER, FUNCTION, PREPOSITION, VERB_FORM};
use crate::read::clause::finite;
use crate::text::{Run, TokenKind};

/// How far behind a cue of asking its infinitive may stand.
const ASKED: usize = 9;

impl Reader<'_, '_> {
    /// `a town called Seeburg`, `the man accused of the theft`, `Hask, blamed for the loss, left`: a participle behind its noun, not a
    /// verb.
    pub(super) fn is_reduced(&self, cue: &Cue, source: Option<Run>) -> bool {
        let indefinite = |s: Run| matches!(self.lower(s.start), "a" | "an");
        let governs = cue.run.len() == 1 && self.is(cue.run.end, PREPOSITION) && self.quote_opening(cue.run.end).is_none();
        let finite = cue.participle || self.lower(cue.run.start).ends_with('s') || self.is(cue.group.start, VERB_FORM);
        governs || source.map_or(!finite, indefinite)
    }

    /// Whether a source finds things: `the report`, `researchers at the university`.
    pub(super) fn may_find(&self, source: Option<Run>) -> bool {
        source.is_some_and(|s| s.iter().any(|i| self.lexicon.cues.documents.has(self.page.key(i))))
    }

    /// `found the wreck`, `showed a loss`: something found, not that something is so.
    pub(super) fn is_object_noun(&self, from: usize) -> bool {
        matches!(self.lower(from), "a" | "an" | "it" | "him" | "them")
    }

    /// `said goodbye to her staff`, `added salt to the soup`, `tweeted using his phone`: a thing said or added, with no verb of its own.
    pub(super) fn is_thing(&self, from: usize, limit: usize) -> bool {
        let word = self.lower(from);
        let token = self.page.tokens[from];
        let noun = token.kind == TokenKind::Word && !token.capital && !self.is(from, DETERMINER) && !self.is_pronoun(from);
        let asks = matches!(word, "why" | "how" | "what" | "when" | "where" | "who" | "whether" | "if");
        noun && !asks
            && !word.ends_with('s')
            && self.quote_at(from).is_none()
            && (word.ends_with("ing") || !self.has_predicate(Run::new(from, limit)))
    }

    /// Whether any verb stands in a run that is not an infinitive.
    pub(super) fn has_predicate(&self, run: Run) -> bool {
        finite(self.page, run, self.lexicon).is_some()
            || run.iter().any(|i| self.is_verb(i) && self.lower(i - usize::from(i > run.start)) != "to")
    }

    /// Whether words before a speaker may be a statement: not a name alone, to which the speaker is set in apposition
    /// (`Anna Velt, professor of law, said`).
    pub(super) fn is_statement(&self, content: Run, source: Run, behind: usize) -> bool {
        if self.is_pronoun(source.start) || self.lower(behind) == "," {
            return true;
        }
        let capitals = content.iter().filter(|&i| self.page.tokens[i].capital).count();
        let words = content.iter().filter(|&i| !self.is(i, FUNCTION | PREPOSITION)).count();
        let quoted = self.quoted.iter().any(|q| q.outer.start < content.end && content.start < q.outer.end);
        capitals < 2 || capitals < words || quoted || self.has_predicate(content)
    }

    /// A word behind which a parenthesis (`, according to police,`) leaves the clause to go on.
    pub(super) fn opens_more(&self, i: usize) -> bool {
        matches!(self.lower(i), "which" | "who" | "that" | "where" | "because" | "and" | "but" | "whom")
    }

    /// `As the minister told reporters, ...`: what follows the comma is said.
    pub(super) fn is_parenthesis(&self, cue: &Cue) -> bool {
        self.lower(self.sentence.start) == "as"
            && !cue.participle
            && (self.sentence.start + 1..cue.group.start).all(|i| self.lower(i) != "," && !self.is_verb(i))
    }

    /// `warned the crowd to leave`: a noun and an infinitive behind a cue that asks.
    pub(super) fn is_directive(&self, cue: &Cue) -> bool {
        let from = cue.run.end;
        if cue.run.len() > 1 || cue.participle || !self.only_directs(cue) {
            return false;
        }
        let opens =
            self.page.kind(from) == Some(TokenKind::Word) && !matches!(self.lower(from), "to" | "that" | "a" | "an" | "not");
        if !opens || self.is(from, PREPOSITION) {
            return false;
        }
        let to = (from + 1..self.sentence.end.min(from + ASKED)).find(|&i| {
            self.lower(i) == "to" || self.page.kind(i) == Some(TokenKind::Punct) && self.lower(i) != "-" || self.is_verb(i)
        });
        to.is_some_and(|i| {
            let next = self.page.tokens.get(i + 1).filter(|_| i + 1 < self.sentence.end);
            self.lower(i) == "to" && next.is_some_and(|t| t.kind == TokenKind::Word && !t.capital) && !self.is(i + 1, DETERMINER)
        })
    }

    /// `ordered`, `instructed`: statements only as directives.
    pub(super) fn only_directs(&self, cue: &Cue) -> bool {
        self.lexicon.cues.directives.has(self.page.key(cue.run.start))
    }

    /// `offered a job`: an act; `offered to help` is said.
    pub(super) fn is_offer(&self, cue: &Cue) -> bool {
        self.lower(cue.run.start).starts_with("offer")
    }

    /// An object that is not judged: `called a strike`, `called her brother from the airport`, `called him twice`, `called Seeburg`,
    /// and, where `as` must follow, `dismissed the minister`.
    pub(super) fn is_bare_object(&self, cue: &Cue, from: usize, limit: usize) -> bool {
        let rest = Run::new(from, limit.max(from));
        if self.lexicon.cues.judging_as.has(self.page.key(cue.run.start)) {
            return !rest.iter().take(20).any(|i| self.lower(i) == "as");
        }
        let quoted = self.quoted.iter().any(|q| rest.start <= q.outer.start && q.outer.start < rest.end);
        if self.lower(from) == "nothing" {
            return true;
        }
        if quoted || !self.lower(cue.run.start).starts_with("call") {
            return false;
        }
        let stops = |i: usize| i >= limit || self.page.kind(i) == Some(TokenKind::Punct);
        let ends = |i: usize| stops(i) || self.is(i, PREPOSITION | ADVERB) || self.date_at(i).is_some();
        let again = |from: usize| (from..limit).any(|i| matches!(self.lower(i), "a" | "an"));
        match self.lower(from) {
            _ if ends(from) => true,
            "a" | "an" => !again(from + 1),
            "him" | "them" | "it" | "me" | "us" => ends(from + 1) && !again(from + 1),
            _ if self.page.tokens[from].capital || self.page.tokens.get(from + 1).is_some_and(|t| t.capital) => {
                let name = from + usize::from(self.is(from, DETERMINER));
                let end = (name..limit).find(|&i| !self.page.tokens[i].capital && self.lower(i) != "-").unwrap_or(limit);
                (ends(end) || self.is_verb(end)) && !again(end)
            }
            _ => {
                // "called the fire brigade"; "called the attack cowardly" judges.
                let compound = stops(from + 3) && !self.lexicon.cues.is_adjective(self.lower(from + 2));
                let circumstance = compound || self.is(from + 3, PREPOSITION) && self.lower(from + 3) != "of";
                self.is(from, DETERMINER) && (ends(from + 2) && self.lower(from + 2) != "of" || circumstance) && !again(from + 2)
            }
        }
    }

    /// A later verb that says nothing by itself: `continued as a habit`, `cried for hours`.
    pub(super) fn is_silent(&self, cue: &Cue) -> bool {
        let at = cue.run.end;
        cue.kind == CueKind::Voice && (self.is(at, PREPOSITION) || matches!(self.lower(at), "as" | "to"))
            || cue.kind == CueKind::Find
    }

    /// Whether the sentence begins right behind a quotation that ends as one (`"Where?" | Velt asked him.`).
    pub(super) fn follows_quotation(&self) -> bool {
        let start = self.sentence.start;
        let marks = (0..start).rev().take_while(|&i| self.page.kind(i) == Some(TokenKind::Mark)).count();
        marks > 0 && start > marks && matches!(self.page.lower(start - marks - 1), "?" | "!" | "." | "…")
    }
}
