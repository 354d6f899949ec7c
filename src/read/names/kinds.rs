//! What a word is apart from names, so that one look tells whether a capital at it may begin one.

use crate::lexicon::{Lexicon, Phrases, WordKinds};

/// A word that says nothing by itself: "The", "However", "After".
pub(super) const FUNCTION: u32 = 1;
/// A month, a weekday, "today", or a word of the page: no part of a name.
pub(super) const CALENDAR: u32 = 1 << 1;
/// A verb that its form or the table gives away.
pub(super) const VERB: u32 = 1 << 2;

pub(super) fn kinds(lexicon: &Lexicon) -> &WordKinds {
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
        add(&mut all, &lexicon.names.no_names, CALENDAR);
        add(&mut all, &clause.verbs, VERB);
        for (word, _) in lexicon.cues.verbs.iter().filter(|(word, _)| !lexicon.cues.ambiguous.has(word)) {
            all.insert(&word, VERB);
        }
        all
    })
}

/// The single words of a table.
fn add<T>(all: &mut WordKinds, table: &Phrases<T>, kind: u32) {
    for (word, _) in table.iter().filter(|(phrase, _)| !phrase.contains(' ')) {
        all.insert(&word, kind);
    }
}
