//! What stands beside a name: roles in lower case, appositions, ages, places' words.

use super::is_plain;
use super::{NameMention, Reader};
use crate::lexicon::kinds::{self, RELATIVE, SPEECH, SUBORDINATE, VERB_FORM};
use crate::lexicon::vocabulary::{Gender, NameType};
use crate::lexicon::{Known, VerbForm, is_english, is_surname};
use crate::text::{Run, TokenKind};

/// An apposition is shorter than this.
const APPOSITION: usize = 16;
/// A role before a name is shorter than this.
const ROLE: usize = 8;

impl Reader<'_, '_> {
    pub(super) fn beside(&self, out: &mut [NameMention]) {
        for i in 0..out.len() {
            let (before, rest) = out.split_at_mut(i);
            let mention = &mut rest[0];
            if mention.kind.is_none() || mention.kind == Some(NameType::Person) {
                self.role_before(before.last(), mention);
                self.apposition(mention);
                self.age(mention);
            }
            let named = matches!(mention.rule, "name-given" | "name-run") && mention.role.is_none();
            if mention.kind.is_none() || named && self.is_place_of(mention.run.start) {
                self.place(mention);
            }
            if mention.kind.is_none() {
                self.human(mention, before.last().is_some_and(|b| b.kind == Some(NameType::Person)));
            }
            if mention.kind.is_none() {
                self.body(mention);
            }
            if mention.kind.is_none() {
                self.speaker(mention);
            }
        }
    }

    /// "spokesman Mark Toner", "Russian foreign minister Sergei Lavrov".
    fn role_before(&self, previous: Option<&NameMention>, mention: &mut NameMention) {
        if mention.role.is_some() {
            return;
        }
        let floor = mention.run.start.saturating_sub(ROLE).max(self.sentence.start);
        let Some((start, gender)) = self.role_ending_at(mention.run.start, floor) else { return };
        let mut from = start;
        while from > floor {
            let Some(next) = self.belongs_to_role(from, floor, previous) else { break };
            from = next;
        }
        mention.role = Some(Run::new(from, mention.run.start));
        mention.full = Run::new(from, mention.run.end);
        if gender != Gender::Unknown {
            mention.gender = gender;
        }
        if mention.kind.is_none() {
            mention.kind = Some(NameType::Person);
            mention.rule = "name-titled";
        }
        mention.weak = false;
    }

    /// The start and gender of a lower-case role that ends right before `end`.
    fn role_ending_at(&self, end: usize, floor: usize) -> Option<(usize, Gender)> {
        let starts = (1..=4).rev().filter_map(|n| end.checked_sub(n)).filter(|&start| start >= floor);
        starts.filter(|&start| self.page.is(start, kinds::ROLE)).find_map(|start| {
            let (n, gender) = self.words.titles.roles.longest(self.page.keys(Run::new(start, end)))?;
            (start + n == end && self.page.kind(end - 1) == Some(TokenKind::Word)).then_some((start, *gender))
        })
    }

    /// The token before `from` that still belongs to the role: a modifier, an adjective of a people, a name before it.
    fn belongs_to_role(&self, from: usize, floor: usize, previous: Option<&NameMention>) -> Option<usize> {
        if let Some(p) = previous
            && p.run.end == from
            && p.run.start >= floor
            && p.kind != Some(NameType::Person)
        {
            return Some(p.run.start);
        }
        (1..=2).rev().filter_map(|n| from.checked_sub(n)).filter(|&start| start >= floor).find(|&start| {
            let run = Run::new(start, from);
            let modifier = self.words.titles.modifiers.longest(self.page.keys(run)).map(|(n, _)| n);
            let demonym = self.demonym(start, run);
            modifier == Some(run.len()) || demonym == Some(run.len())
        })
    }

    /// ", a State Department spokesman,", ", the Russian foreign minister,".
    fn apposition(&self, mention: &mut NameMention) {
        let comma = mention.run.end;
        if self.page.word(comma) != "," || comma + 1 >= self.sentence.end {
            return;
        }
        let start = comma + 1;
        let limit = self.sentence.end.min(start + APPOSITION);
        let mut end = start;
        let mut role = None;
        while end < limit
            && !matches!(self.page.word(end), "," | "." | ";" | ":" | "(" | ")" | "—" | "–")
            && self.page.kind(end) != Some(TokenKind::Mark)
        {
            let form = if self.page.is(end, VERB_FORM) { self.lexicon.clause.verbs.get(self.page.key(end)) } else { None };
            let finite = matches!(
                form,
                Some(
                    VerbForm::Past
                        | VerbForm::Present
                        | VerbForm::Was
                        | VerbForm::Is
                        | VerbForm::Has
                        | VerbForm::Had
                        | VerbForm::Future
                )
            );
            if finite || self.page.is(end, RELATIVE | SUBORDINATE) {
                break;
            }
            if role.is_none()
                && self.page.is(end, kinds::ROLE)
                && let Some((n, gender)) = self.words.titles.roles.longest(self.ahead(end))
            {
                role = Some(*gender);
                end += n;
                continue;
            }
            end += 1;
        }
        let opens = matches!(self.page.lower(start), "a" | "an" | "the" | "his" | "her" | "their" | "its" | "head" | "chief")
            || self.capital(start)
            || self.words.titles.modifiers.has(self.page.key(start))
            || self.role_at(start, self.sentence).is_some();
        let closed = end == self.sentence.end
            || matches!(self.page.word(end), "," | "." | ";" | ")" | "—" | "–" | ":")
            || self.page.kind(end) == Some(TokenKind::Mark);
        // "Kerry, Foreign Minister Sergei Lavrov and others" is a list: a title with its name is no apposition.
        let list = self.capital(start) && self.title_at(start, self.sentence).is_some_and(|t| self.capital(t.end));
        let Some(gender) = role.filter(|_| opens && closed && !list && end > start) else { return };
        if mention.role.is_none() {
            mention.role = Some(Run::new(start, end));
        }
        mention.full = mention.full.cover(Run::new(start, end));
        if gender != Gender::Unknown {
            mention.gender = gender;
        }
        if mention.kind.is_none() {
            mention.kind = Some(NameType::Person);
            mention.rule = "name-apposed";
        }
        mention.weak = false;
    }

    /// ", 54,": a person's age.
    fn age(&self, mention: &mut NameMention) {
        let end = mention.run.end;
        let number = |i: usize| {
            self.page.kind(i) == Some(TokenKind::Number) && self.page.word(i).parse::<u8>().is_ok_and(|n| (1..=115).contains(&n))
        };
        let closes = |i: usize| i >= self.sentence.end || matches!(self.page.word(i), "," | ")" | ".");
        let aged = matches!(self.page.word(end), "," | "(") && number(end + 1) && closes(end + 2);
        let who = self.page.lower(end) == "who" || self.page.word(end) == "," && self.page.lower(end + 1) == "who";
        if (aged || who) && mention.kind.is_none() && mention.run.len() <= 4 {
            mention.kind = Some(NameType::Person);
            mention.rule = "name-apposed";
            mention.weak = false;
        }
    }

    /// "The streets of", "the mayor of" right before.
    fn is_of_town(&self, start: usize) -> bool {
        let cues = &self.words.cues;
        start.checked_sub(2).is_some_and(|i| {
            let noun = self.page.key(i);
            // What is buried is a place's.
            let befallen =
                || i.checked_sub(1).map(|v| self.page.key(v)).is_some_and(|v| cues.ruined.has(v) || cues.reached.has(v));
            let of_town = cues.place_parts.has(noun) || cues.townspeople.has(noun) || cues.shared_parts.has(noun) && befallen();
            i >= self.sentence.start && self.page.lower(i + 1) == "of" && of_town
        })
    }

    /// "The town of" right before.
    fn is_place_of(&self, start: usize) -> bool {
        start.checked_sub(2).is_some_and(|i| {
            i >= self.sentence.start && self.page.lower(i + 1) == "of" && self.words.cues.place_heads.has(self.page.key(i))
        })
    }

    /// "in Darkush", "the town of Darkush", "Darkush province", "Darkush, Syria".
    fn place(&self, mention: &mut NameMention) {
        let Run { start, end } = mention.run;
        let before = start.checked_sub(1).filter(|&b| b >= self.sentence.start).map_or("", |b| self.page.lower(b));
        let two = start.checked_sub(2).filter(|&b| b >= self.sentence.start).map_or("", |b| self.page.lower(b));
        let of = self.is_place_of(start);
        // "shares in Tornbeck", "an analyst at Tornbeck".
        let invested = before == "in" && self.words.cues.stakes.has(two)
            || matches!(before, "at" | "with" | "for") && self.words.titles.roles.has(two);
        if invested && !self.is_plain(mention.run) {
            (mention.kind, mention.rule, mention.weak) = (Some(NameType::Org), "name-body", false);
            return;
        }
        let preposition = self.words.cues.place_prepositions.has(before)
            && before != "from"
            && before != "to"
            && !self.capital(start.wrapping_sub(1));
        let reached = end - start <= 2 && self.words.cues.reached.has(before);
        let head = end < self.sentence.end && !self.capital(end) && self.words.cues.place_heads.has(self.page.key(end));
        let inside = self.page.word(end) == ","
            && end + 1 < self.sentence.end
            && self.known(end + 1, self.sentence).is_some_and(|(n, known)| {
                matches!(known, Known::Place(_))
                    && (end + 1 + n >= self.sentence.end || self.page.kind(end + 1 + n) != Some(TokenKind::Clitic))
                    && !self.page.lower(end + 1 + n).starts_with(|c: char| c.is_alphabetic())
            });
        let apposed = self.page.word(end) == "," && matches!(self.page.lower(end + 1), "a" | "an" | "the") && {
            let noun = (end + 2..self.sentence.end.min(end + 5)).find(|&i| self.words.cues.place_heads.has(self.page.key(i)));
            noun.is_some_and(|noun| (end + 2..noun).all(|i| is_plain(self.page, i) && !self.capital(i)))
        };
        // "Huge stadium lights": a word of English is none but behind "the town of".
        if of || (preposition || reached || head || inside || apposed || self.is_of_town(start)) && !self.is_plain(mention.run) {
            mention.kind = Some(NameType::Loc);
            mention.rule = "name-place";
            mention.weak = false;
        }
    }

    /// "the Immortals", "the magazine Tornbeck", "Tornbeck group": nobody's name has an article or a head beside it.
    fn body(&self, mention: &mut NameMention) {
        let Run { start, end } = mention.run;
        let before = start.checked_sub(1).filter(|&b| b >= self.sentence.start).map_or("", |b| self.page.lower(b));
        let noun = |word: &str| self.words.cues.anaphors.has(word) || self.lexicon.cues.media.has(word);
        let head = |word: &str| self.words.cues.heads.has(word) || noun(word);
        // "the Tornbeck campaign" is a person's as well.
        let behind = end < self.sentence.end && !self.capital(end) && noun(self.page.lower(end));
        let named = start > self.sentence.start && !self.capital(start - 1) && head(before);
        let given = end - start == 1 && self.words.given(self.page.key(start)).is_some();
        if (before == "the" && end - start < 4 && !given || behind) && !self.is_plain(mention.run) || named {
            mention.kind = Some(NameType::Org);
            mention.rule = "name-body";
            mention.weak = false;
        }
    }

    /// Words of English and nothing else.
    fn is_plain(&self, run: Run) -> bool {
        run.iter().all(|i| is_plain(self.page, i))
    }

    /// "Alzheimer's disease", "a Hellfire missile", "a Kalashnikov": a thing with a name, not a name.
    pub(super) fn is_thing(&self, run: Run) -> bool {
        let end = if self.page.kind(run.end) == Some(TokenKind::Clitic) { run.end + 1 } else { run.end };
        let before = run.start.checked_sub(1).filter(|&i| i >= self.sentence.start).map_or("", |i| self.page.lower(i));
        let behind = if end < self.sentence.end { self.page.lower(end) } else { "" };
        let named = !self.capital(end) && self.words.cues.things.has(behind);
        let stops =
            end >= self.sentence.end || self.page.kind(end) != Some(TokenKind::Word) || self.lexicon.words.is_function(behind);
        named || run.len() == 1 && matches!(before, "a" | "an") && stops && self.page.lower(end) != "-"
    }

    /// "Toner's wife", "he and Toner", "Toner himself"; `somebody` where the name before is a person's.
    fn human(&self, mention: &mut NameMention, somebody: bool) {
        let Run { start, end } = mention.run;
        let pronoun = |i: usize| {
            i >= self.sentence.start
                && i < self.sentence.end
                && self.words.titles.pronouns.get(self.page.key(i)).is_some_and(|g| *g != Gender::Unknown)
        };
        let and = |i: usize| i < self.sentence.end && self.page.lower(i) == "and";
        let owns = self.page.kind(end) == Some(TokenKind::Clitic)
            && self.page.lower(end).ends_with('s')
            && !self.capital(end + 1)
            && self.words.titles.belongings.longest(self.ahead(end + 1)).is_some();
        let suffers = self.page.lower(end) == "was"
            || self.page.lower(end) == "were"
            || self.page.lower(end) == "is"
            || self.page.lower(end) == "had";
        let lives =
            !self.capital(end) && self.words.titles.deeds.longest(self.ahead(if suffers { end + 1 } else { end })).is_some();
        let beside = start > self.sentence.start + 1 && and(start - 1) && pronoun(start - 2)
            || and(end) && matches!(self.page.lower(end + 1), "he" | "she");
        // "her brother, Toner", "a man known as Toner".
        let kin = start > self.sentence.start + 1 && self.page.lower(start - 1) == "," && {
            let word = self.page.lower(start - 2);
            self.words.titles.belongings.has(word) || self.words.titles.roles.has(word)
        };
        // "known as Toner", where somebody was named before.
        let called = start > self.sentence.start + 2
            && self.page.lower(start - 1) == "as"
            && self.page.lower(start - 2) == "known"
            && somebody;
        let itself = matches!(self.page.lower(end), "himself" | "herself");
        if (owns || kin || called || beside || itself || lives || self.is_told_by_pronoun(end))
            && mention.run.len() <= 3
            && !self.is_plain(mention.run)
        {
            // "Unlike Toner, he can wait": the sentence's first word is none of the name's.
            if mention.weak && mention.run.len() > 1 && is_plain(self.page, start) {
                mention.run.start += 1;
                mention.full.start = mention.run.start;
            }
            mention.kind = Some(NameType::Person);
            mention.rule = "name-human";
            mention.weak = false;
        }
    }

    /// "Although Toner had won, she stepped aside": a subject of the same sentence that no other name comes before, and that says nothing.
    fn is_told_by_pronoun(&self, end: usize) -> bool {
        let behind = (end..self.sentence.end).take_while(|&i| !self.capital(i) && self.page.kind(i) != Some(TokenKind::Mark));
        behind.skip_while(|&i| i == end).find(|&i| matches!(self.page.lower(i), "he" | "she")).is_some_and(|i| {
            matches!(self.page.lower(i - 1), "," | "before" | "after" | "when" | "because" | "that" | "while" | "if")
                && !self.page.is(i + 1, SPEECH)
        })
    }

    /// "Toner said", "said Toner".
    fn speaker(&self, mention: &mut NameMention) {
        let says = |i: usize| {
            i < self.sentence.end
                && i >= self.sentence.start
                && self.page.is(i, SPEECH)
                && !self.lexicon.cues.ambiguous.has(self.page.key(i))
                && !self.capital(i)
        };
        let before = mention.run.start.checked_sub(1).is_some_and(says);
        let article = mention.run.start.checked_sub(1).is_some_and(|i| i >= self.sentence.start && self.page.lower(i) == "the");
        let last = self.page.lower(mention.run.end - 1);
        let company = mention.run.len() > 1 && is_english(last) && !is_surname(last);
        if mention.run.len() <= 3 && (says(mention.run.end) || before) && !mention.weak {
            mention.kind = Some(if article || company { NameType::Org } else { NameType::Person });
            mention.rule = "name-speaker";
        }
    }
}
