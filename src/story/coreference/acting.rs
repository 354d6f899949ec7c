//! Metonymy: where the name of a country or its capital stands for the government.

use super::{Found, Reader};
use crate::lexicon::kinds::ADVERB;
use crate::lexicon::vocabulary::{ActsAs, NameType};
use crate::lexicon::{Known, PlaceFacts, PlaceKind, VerbForm};

impl Reader<'_, '_> {
    /// What a place's name stands for: the government as the agent of a verb or the partner of one, else the place behind a
    /// preposition of place.
    pub(super) fn acts_as(&self, f: &Found) -> Option<ActsAs> {
        if f.kind == NameType::Person {
            return None;
        }
        if matches!(self.known(f.mention.run), Some(Known::Seat(_))) {
            return Some(if self.behind_place_preposition(f) { ActsAs::Place } else { ActsAs::Government });
        }
        let place = self.place(f)?;
        if self.behind_place_preposition(f) {
            return Some(ActsAs::Place);
        }
        let governs = place.kind == PlaceKind::Country && place.country.is_some() || place.capital;
        (governs && (self.is_agent(f) || self.is_partner(f))).then_some(ActsAs::Government)
    }

    /// The entity of the government that the name stands for.
    pub(super) fn as_government(&self, f: &Found, acts_as: Option<ActsAs>) -> Option<String> {
        if acts_as != Some(ActsAs::Government) {
            return None;
        }
        let code = self.place(f)?.country.as_deref()?;
        self.lexicon.names.country_slug(code).map(|slug| format!("gov:{slug}"))
    }

    /// What the gazetteer knows of a mention's place: mostly one of those of its name.
    fn place(&self, f: &Found) -> Option<&PlaceFacts> {
        let entity = f.entity.as_deref()?;
        let named: &[u32] = if let Some(Known::Place(named)) = self.known(f.mention.run) { named } else { &[] };
        let mut named = named.iter().filter_map(|&i| self.lexicon.names.places.get(i as usize));
        named.find(|place| place.entity == entity).or_else(|| self.lexicon.names.place(entity))
    }

    fn before(&self, f: &Found, back: usize) -> &str {
        let from = self.page.sentences[f.sentence].tokens.start;
        f.mention.run.start.checked_sub(back).filter(|&i| i >= from).map_or("", |i| self.page.lower(i))
    }

    fn behind_place_preposition(&self, f: &Found) -> bool {
        let skip = if self.before(f, 1) == "the" { 2 } else { 1 };
        matches!(
            self.before(f, skip),
            "in" | "at" | "to" | "from" | "near" | "outside" | "inside" | "across" | "throughout" | "into" | "around" | "over"
        )
    }

    /// A finite verb of doing or saying right behind: "Russia opposes", "Washington has accused".
    fn is_agent(&self, f: &Found) -> bool {
        // "The president of Kenya left": not Kenya.
        if self.before(f, if self.before(f, 1) == "the" { 2 } else { 1 }) == "of" {
            return false;
        }
        let end = self.page.sentences[f.sentence].tokens.end;
        let mut at = f.mention.run.end;
        // "Russia, Iran and Turkey agreed".
        if matches!(self.page.lower(at), "and" | ",") && self.page.tokens.get(at + 1).is_some_and(|t| t.capital) {
            at += 2;
            while at < end && (self.page.tokens[at].capital || matches!(self.page.lower(at), "and" | "," | "the")) {
                at += 1;
            }
        }
        while at < end && (self.page.is(at, ADVERB) || self.auxiliary(at)) {
            at += 1;
        }
        if at >= end || self.page.tokens[at].capital {
            return false;
        }
        let word = self.page.lower(at);
        let passive = word.ends_with("ed")
            && at > f.mention.run.end
            && matches!(self.page.lower(at - 1), "was" | "were" | "is" | "are" | "been");
        let verb = self.lexicon.cues.verbs.has(word)
            || matches!(self.lexicon.clause.verbs.get(word), Some(VerbForm::Past | VerbForm::Present))
            || word.ends_with('s') && word.len() > 3 && matches!(self.page.lower(at + 1), "to" | "that" | "its" | "the" | "a")
            || word.ends_with("ed") && word.len() > 4 && !self.lexicon.clause.not_verbs.has(word)
            || at > f.mention.run.end
                && self.auxiliary(at - 1)
                && !word.ends_with("ing")
                && self.page.kind(at) == Some(crate::text::TokenKind::Word);
        verb && !passive && !matches!(word, "lies" | "seen" | "located" | "based" | "died")
    }

    fn auxiliary(&self, i: usize) -> bool {
        matches!(
            self.lexicon.clause.verbs.get(self.page.key(i)),
            Some(
                VerbForm::Future
                    | VerbForm::Conditional
                    | VerbForm::Possible
                    | VerbForm::Obliged
                    | VerbForm::Had
                    | VerbForm::Has
                    | VerbForm::Did
                    | VerbForm::Does
            )
        )
    }

    /// "talks with Russia", "between Russia and Iran", "urged Ankara".
    fn is_partner(&self, f: &Found) -> bool {
        let skip = if self.before(f, 1) == "the" { 2 } else { 1 };
        let word = self.before(f, skip);
        matches!(word, "with" | "between" | "by")
            || self.lexicon.cues.verbs.has(word) && !self.lexicon.cues.ambiguous.has(word)
            || word == "and" && self.before(f, skip + 2) == "between"
    }
}
