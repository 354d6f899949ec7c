use serde::Deserialize;

use super::vocabulary::{StampKind, vocabulary};
use super::{PhraseList, Phrases};

vocabulary! {
    /// Units of time.
    Unit {
        Second = "second", Minute = "minute", Hour = "hour", Day = "day", Week = "week", Fortnight = "fortnight", Month = "month",
        Quarter = "quarter", Year = "year", Decade = "decade", Century = "century",
    }
}
vocabulary! {
    /// The seasons, as TIMEX3 writes them.
    Season { Spring = "SP", Summer = "SU", Autumn = "FA", Winter = "WI" }
}
vocabulary! {
    /// The parts of a day, as TIMEX3 writes them.
    DayPart { Morning = "MO", Midday = "MI", Afternoon = "AF", Evening = "EV", Night = "NI" }
}
vocabulary! {
    /// How a word turns a unit or a name towards the writer's day (last, this, next) or towards the day just spoken of
    /// (before, same, after).
    Turn { Last = "last", This = "this", Next = "next", Before = "before", Same = "same", After = "after" }
}
impl Turn {
    /// How many years it turns, and whether from the day of writing rather than the day spoken of.
    #[must_use]
    pub const fn steps(self) -> (i32, bool) {
        match self {
            Self::Last => (-1, true),
            Self::This => (0, true),
            Self::Next => (1, true),
            Self::Before => (-1, false),
            Self::Same => (0, false),
            Self::After => (1, false),
        }
    }
}
vocabulary! {
    /// The TIMEX3 references without a date.
    Refer { Present = "PRESENT_REF", Past = "PAST_REF", Future = "FUTURE_REF" }
}
vocabulary! {
    /// What stands in front of an amount and leaves it a duration.
    Stretch { Past = "past", Future = "future", First = "first" }
}
vocabulary! {
    /// An amount without a number.
    Indefinite { Many = "many" }
}

/// The words of the calendar.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarWords {
    /// Month names that are other words too: read with a capital and beside a cue or a number only.
    pub doubtful: PhraseList,
    /// Month names that are surnames too.
    pub surnames: PhraseList,
    /// What dates begin with besides the words of the other tables.
    pub starters: PhraseList,
    /// What stands behind an article in a date.
    pub inner: PhraseList,
    /// Words that begin a date only where the next one belongs to dates, too.
    pub common: PhraseList,
    /// Words before a month or year that stands alone.
    pub cues: PhraseList,
    /// Words behind a number that show that it counts things and is no year.
    pub counted: PhraseList,
    /// Words before a month's name that show that it is a person's.
    pub titles: PhraseList,
    /// Time zones.
    pub zones: PhraseList,
    /// Words before a unit that is a stretch of time.
    pub within: PhraseList,
    /// Words behind the digits of a clock time.
    pub clock: PhraseList,
    /// Words before a clock time.
    pub at: PhraseList,
    /// Words before a date that narrow it ("early", "the end of").
    pub edges: PhraseList,
    /// Words behind a season that show that it is one.
    pub seasonal: PhraseList,
    /// Words before units whose number is not told.
    pub ensuing: PhraseList,
    /// Words before an amount, besides the bounds of numbers ("just").
    pub roughly: PhraseList,
    /// Words beside a date that put it ahead of the writer.
    pub ahead: PhraseList,
    /// Words beside a date that put it ahead of the writer unless a verb is in the past.
    pub onward: PhraseList,
    /// Events that lie ahead where the present tense speaks of them.
    pub dues: PhraseList,
    /// Events that have happened, whatever the tense.
    pub happened: PhraseList,
    /// Verbs that move what is to come to a later day.
    pub put_off: PhraseList,
    /// Verbs in the present that put a date behind them ahead of the writer.
    pub fixed: PhraseList,
    /// Bounds of an amount that are no part of a date's span.
    pub loose: PhraseList,
    /// Verbs of which a year is the subject.
    pub saws: PhraseList,
    /// Words behind an amount of years that show an age.
    pub ages: PhraseList,
    /// Words behind a weekday that make a name of it.
    pub weekday_names: PhraseList,
    /// Words before a weekday that make a name of it.
    pub weekday_nicks: PhraseList,
    /// Of those, clubs and persons.
    pub clubs: PhraseList,
    /// Words behind a year before Christ.
    pub before_christ: PhraseList,
    /// Words behind a year of our era.
    pub of_our_era: PhraseList,
    /// Words from one date to another.
    pub joints: PhraseList,
    /// Words behind "daily" that show that it is a newspaper.
    pub daily_papers: PhraseList,
    /// Month names.
    pub months: Phrases<u32>,
    /// Their abbreviations.
    pub short_months: Phrases<u32>,
    /// Weekdays by their ISO number.
    pub weekdays: Phrases<u32>,
    /// Their abbreviations.
    pub short_weekdays: Phrases<u32>,
    /// Their plurals.
    pub plural_weekdays: Phrases<u32>,
    /// One unit.
    pub unit: Phrases<Unit>,
    /// Several units.
    pub units: Phrases<Unit>,
    /// Seasons.
    pub seasons: Phrases<Season>,
    /// Decades in words.
    pub decades: Phrases<i32>,
    /// Moments that stand for a part of a day, before its weekday.
    pub moments: Phrases<DayPart>,
    /// What is done overnight and dates nothing.
    pub stays: PhraseList,
    /// Parts of a day.
    pub parts: Phrases<DayPart>,
    /// Ordinal numbers in words.
    pub ordinals: Phrases<u32>,
    /// Days seen from the writer.
    pub days: Phrases<i64>,
    /// Noon and midnight, by the hour.
    pub hours: Phrases<u32>,
    /// Nights seen from the writer.
    pub nights: Phrases<i64>,
    /// "last", "this", "next", "the following".
    pub turns: Phrases<Turn>,
    /// "the past", before an amount.
    pub stretches: Phrases<Stretch>,
    /// Amounts without a number.
    pub vague: Phrases<Indefinite>,
    /// "now", "recently", "the future".
    pub refs: Phrases<Refer>,
    /// "daily", "every week", by their TIMEX3 value.
    pub sets: Phrases<String>,
    /// What a line says of its own date.
    pub stamps: Phrases<StampKind>,
}
