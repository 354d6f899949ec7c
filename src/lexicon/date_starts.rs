//! What a word may begin among dates, as bits: one look at a word spares a sentence most rules.

use super::{Lexicon, Phrases, WordKinds};

/// Kinds of first words, as bits.
pub(crate) type Starts = u32;

pub(crate) const NUMBER: Starts = 1;
pub(crate) const MARK: Starts = 1 << 1;
pub(crate) const MONTH: Starts = 1 << 2;
pub(crate) const WEEKDAY: Starts = 1 << 3;
/// "The", before a word that belongs to dates.
pub(crate) const THE: Starts = 1 << 4;
/// "The", before a number or an ordinal.
pub(crate) const THE_NR: Starts = 1 << 24;
pub(crate) const ARTICLE: Starts = 1 << 5;
pub(crate) const TURN: Starts = 1 << 6;
pub(crate) const EDGE: Starts = 1 << 7;
pub(crate) const UNIT: Starts = 1 << 8;
pub(crate) const CARDINAL: Starts = 1 << 9;
pub(crate) const ORDINAL: Starts = 1 << 10;
pub(crate) const BOUND: Starts = 1 << 11;
pub(crate) const STRETCH: Starts = 1 << 12;
pub(crate) const REFER: Starts = 1 << 13;
pub(crate) const SET: Starts = 1 << 14;
pub(crate) const SEASON: Starts = 1 << 15;
pub(crate) const MOMENT: Starts = 1 << 16;
pub(crate) const DAY: Starts = 1 << 17;
pub(crate) const FEAST: Starts = 1 << 18;
pub(crate) const HOUR: Starts = 1 << 19;
pub(crate) const OTHER: Starts = 1 << 20;
/// No first word, but one that stands behind an article in a date.
pub(crate) const INNER: Starts = 1 << 21;
/// A word so common that it begins a date only where the next one belongs to dates too.
pub(crate) const COMMON: Starts = 1 << 22;

/// An amount, a bound or a turn with a unit of time not far behind.
pub(crate) const COUNTED: Starts = 1 << 23;
/// A month's name is not far behind.
pub(crate) const MONTHLY: Starts = 1 << 25;
/// A clock time begins here or not far behind.
pub(crate) const CLOCKY: Starts = 1 << 26;
/// A word behind the digits of a clock time.
pub(crate) const CLOCK: Starts = 1 << 27;
/// A word from one date to another.
pub(crate) const JOINT: Starts = 1 << 28;
/// Such a word is not far behind.
pub(crate) const JOINED: Starts = 1 << 29;
/// A holiday's name, or a weekday's, begins here or right behind.
pub(crate) const FEASTLY: Starts = 1 << 30;
pub(crate) const WEEKLY: Starts = 1 << 31;
/// What begins no date.
pub(crate) const INSIDE: Starts = COMMON | INNER | CLOCK | JOINT;

/// A day of a month in any order.
pub(crate) const CALENDAR: Starts = MONTHLY | MONTH;

/// The kinds of every word that may begin a date.
pub(super) fn starts(lexicon: &Lexicon) -> WordKinds {
    let mut all = WordKinds::default();
    let words = &lexicon.calendar;
    add(&mut all, &words.months, MONTH);
    add(&mut all, &words.short_months, MONTH);
    add(&mut all, &words.weekdays, WEEKDAY);
    add(&mut all, &words.short_weekdays, WEEKDAY);
    add(&mut all, &words.plural_weekdays, SET);
    add(&mut all, &words.weekday_nicks, OTHER);
    add(&mut all, &words.turns, TURN);
    add(&mut all, &words.edges, EDGE);
    add(&mut all, &words.unit, UNIT);
    add(&mut all, &words.units, UNIT);
    add(&mut all, &words.ordinals, ORDINAL);
    add(&mut all, &words.roughly, BOUND);
    add(&mut all, &words.stretches, STRETCH);
    add(&mut all, &words.ensuing, STRETCH);
    add(&mut all, &words.vague, STRETCH);
    add(&mut all, &words.refs, REFER);
    add(&mut all, &words.sets, SET);
    add(&mut all, &words.seasons, SEASON);
    add(&mut all, &words.moments, MOMENT);
    add(&mut all, &words.parts, INNER);
    add(&mut all, &words.decades, INNER);
    add(&mut all, &words.days, DAY);
    add(&mut all, &words.nights, DAY);
    add(&mut all, &words.hours, HOUR);
    add(&mut all, &lexicon.feasts.names, FEAST);
    add(&mut all, &lexicon.numbers.cardinals, CARDINAL);
    add(&mut all, &lexicon.numbers.scales, INNER);
    add(&mut all, &lexicon.numbers.before, BOUND);
    for (unit, _) in words.unit.iter().chain(words.units.iter()) {
        all.insert(&format!("{unit}long"), OTHER);
    }
    add(&mut all, &words.starters, OTHER);
    for table in [&words.inner, &words.before_christ, &words.of_our_era] {
        add(&mut all, table, INNER);
    }
    add(&mut all, &words.zones, CLOCK);
    add(&mut all, &words.clock, CLOCK);
    add(&mut all, &words.joints, JOINT);
    all.insert("the", THE);
    all.insert("a", ARTICLE);
    all.insert("an", ARTICLE);
    for (word, _) in words.common.iter() {
        match all.get(&word) & !INNER {
            0 => all.remove(&word),
            _ => all.insert(&word, COMMON),
        }
    }
    all
}

/// The first words of a table have its kind, and the second words stand inside a date. Behind "the" the second word has the kind,
/// shifted: "the" begins hardly anything, "the last" does.
fn add<T>(all: &mut WordKinds, table: &Phrases<T>, kind: Starts) {
    for (phrase, _) in table.iter() {
        let mut words = phrase.split(' ');
        match (words.next(), words.next()) {
            (Some("the"), Some(second)) => all.insert_behind(second, kind),
            // "In excess of" bounds amounts that are no times.
            (Some("in") | None, _) => {}
            (Some(first), second) => {
                all.insert(first, kind);
                if let Some(second) = second {
                    all.insert(second, INNER);
                }
            }
        }
    }
}
