//! What a word is apart from names, so that one look tells whether a capital at it may begin one, and whether it may stand
//! for one.

use crate::lexicon::{Lexicon, Phrases, WordKinds};

/// A word that says nothing by itself: "The", "However", "After".
pub const FUNCTION: u32 = 1;
/// A month, a weekday, "today", or a word of the page: no part of a name.
pub const CALENDAR: u32 = 1 << 1;
/// A verb that its form or the table gives away.
pub const VERB: u32 = 1 << 2;

/// "the", "this", "that": before a role or a noun that stands for a name.
pub const THE: u32 = 1 << 3;
/// A third-person pronoun.
pub const PRONOUN: u32 = 1 << 4;
/// A determiner or a possessive before a role.
pub const OPENS_ROLE: u32 = 1 << 5;
/// The first word of a role, or of what stands before one.
pub const ROLE: u32 = 1 << 6;
/// "named", "elected": the subject has the role behind it.
pub const APPOINTED: u32 = 1 << 7;
/// "it".
pub const IT: u32 = 1 << 8;

/// The kinds of every word that has one.
#[must_use]
pub fn kinds(lexicon: &Lexicon) -> &WordKinds {
    lexicon.names.kinds.get_or_init(|| {
        let mut all = WordKinds::default();
        let (clause, days) = (&lexicon.clause, &lexicon.calendar);
        lexicon.words.little().for_each(|word| all.insert(word, FUNCTION));
        add(&mut all, &clause.determiners, FUNCTION);
        add(&mut all, &clause.subordinators, FUNCTION);
        add(&mut all, &clause.adverbs, FUNCTION);
        add(&mut all, &clause.negations, FUNCTION);
        add(&mut all, &clause.relatives, FUNCTION);
        add(&mut all, &days.months, CALENDAR);
        add(&mut all, &days.short_months, CALENDAR);
        add(&mut all, &days.weekdays, CALENDAR);
        add(&mut all, &days.short_weekdays, CALENDAR);
        add(&mut all, &days.plural_weekdays, CALENDAR);
        add(&mut all, &days.days, CALENDAR);
        add(&mut all, &lexicon.names.cues.no_names, CALENDAR);
        add(&mut all, &clause.verbs, VERB);
        let titles = &lexicon.names.titles;
        add(&mut all, &lexicon.references.pointers, THE);
        add(&mut all, &lexicon.references.determiners, OPENS_ROLE);
        all.insert("it", IT);
        add(&mut all, &titles.pronouns, PRONOUN);
        add(&mut all, &lexicon.references.appointed, APPOINTED);
        for (phrase, _) in titles.roles.iter() {
            all.insert(phrase.split(' ').next().unwrap_or(&phrase), ROLE);
        }
        for (phrase, _) in titles.modifiers.iter() {
            all.insert(phrase.split(' ').next().unwrap_or(&phrase), ROLE);
        }
        for (word, _) in lexicon.cues.verbs.iter().filter(|(word, _)| !lexicon.cues.ambiguous.has(word)) {
            all.insert(&word, VERB);
        }
        all
    })
}

/// The single words of a table, with either apostrophe.
fn add<T>(all: &mut WordKinds, table: &Phrases<T>, kind: u32) {
    for (word, _) in table.iter().filter(|(phrase, _)| !phrase.contains(' ')) {
        all.insert(&word.replace('\'', "’"), kind);
        all.insert(&word, kind);
    }
}
