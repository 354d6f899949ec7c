//! What a word may begin, so that one look at it spares a sentence most tables.

use crate::lexicon::{Lexicon, Phrases, WordKinds};

/// A trigger of one of the tables of verbs and nouns.
pub(super) const WORD: u32 = 1;
/// A trigger of several words that only together say that somebody was hurt.
pub(super) const COMPOUND: u32 = 1 << 1;
/// "the total" that is brought to a figure.
pub(super) const TOTAL: u32 = 1 << 2;
/// The fallen, or who harmed themselves.
pub(super) const TOLD: u32 = 1 << 3;

/// A multiple of another figure: "twice as many".
pub(super) const TIMES: u32 = 1 << 4;

/// What every word may begin.
pub(super) fn starts(lexicon: &Lexicon) -> &WordKinds {
    lexicon.casualties.starts.get_or_init(|| {
        let (words, injuries) = (&lexicon.casualties, &lexicon.injuries);
        let mut all = WordKinds::default();
        for table in
            [&words.tolls, &words.participles, &words.actives, &words.intransitives, &words.adjectives, &words.acts, &words.nouns]
        {
            add(&mut all, table, WORD);
        }
        for table in [
            &injuries.carried,
            &injuries.sending,
            &injuries.suffering,
            &injuries.struck,
            &injuries.recovering,
            &injuries.seizing,
            &injuries.forcing,
            &injuries.costing,
        ] {
            add(&mut all, table, COMPOUND);
        }
        // "in critical condition".
        all.insert("in", COMPOUND);
        add(&mut all, &words.totals, TOTAL);
        add(&mut all, &words.fallen, TOLD);
        add(&mut all, &words.self_harm, TOLD);
        let numbers = &lexicon.numbers;
        add(&mut all, &numbers.equals, TIMES);
        add(&mut all, &numbers.multiples, TIMES);
        add(&mut all, &numbers.before, TIMES);
        all
    })
}

/// The first words of a table.
fn add<T>(all: &mut WordKinds, table: &Phrases<T>, kind: u32) {
    for (phrase, _) in table.iter() {
        let first = phrase.split(' ').next().unwrap_or(&phrase);
        all.insert(first, kind);
    }
}
