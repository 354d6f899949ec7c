use chrono::NaiveDate;

use crate::lexicon::{DayPart, Feast, Refer, Season, Turn, Unit};

/// A date expression whose missing parts are still open: what the words say, before anybody knows when they were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateExpr {
    /// A day of a month.
    Day {
        /// The year, where it is written.
        year: Option<i32>,
        /// The month.
        month: u32,
        /// The day.
        day: u32,
    },
    /// A month.
    Month {
        /// The year, where it is written.
        year: Option<i32>,
        /// The month.
        month: u32,
    },
    /// A day, month, season, quarter or half of last, this or next year, or of that year.
    OfYear {
        /// How many years from the origin's year.
        years: i32,
        /// From where it counts.
        from: Origin,
        /// What of it, without a year.
        what: Box<DateExpr>,
    },
    /// A day of a month that is told otherwise.
    DayOf {
        /// Its number; the last for none.
        day: Option<u32>,
        /// The weekday that it is said to be, by its ISO number.
        weekday: Option<u32>,
        /// The month.
        month: Box<DateExpr>,
    },
    /// So many weekdays into a month: "the second Sunday in May".
    Nth {
        /// Its number; the last for none.
        nr: Option<u32>,
        /// The weekday by its ISO number.
        weekday: u32,
        /// The month.
        month: Box<DateExpr>,
    },
    /// A weekday of a week that is told by its distance, or so many weeks from the weekday that comes.
    OfWeek {
        /// The weekday by its ISO number.
        weekday: u32,
        /// How many weeks.
        weeks: i64,
        /// From the coming weekday rather than from the running week.
        coming: bool,
    },
    /// A year by its last two digits: '97.
    ShortYear(i32),
    /// A week of a month.
    WeekOf {
        /// Its number; the last for none.
        nr: Option<u32>,
        /// The month.
        month: Box<DateExpr>,
    },
    /// The week that holds a day.
    WeekAround(Box<DateExpr>),
    /// The weekend at a holiday.
    WeekendAround(Box<DateExpr>),
    /// A quarter of a year.
    Quarter {
        /// The year, where it is written.
        year: Option<i32>,
        /// Its number.
        nr: u32,
    },
    /// A half of a year.
    Half {
        /// The year, where it is written.
        year: Option<i32>,
        /// Its number.
        nr: u32,
    },
    /// A season.
    Season {
        /// The year, where it is written.
        year: Option<i32>,
        /// The season.
        season: Season,
    },
    /// A year, as astronomers count: 0 is 1 BC.
    Year(i32),
    /// A year of the books, by the year it ends in.
    Fiscal(i32),
    /// A decade.
    Decade {
        /// Its first three digits: 199.
        first: i32,
        /// Before Christ.
        bc: bool,
    },
    /// A century.
    Century {
        /// Its first two digits: 19 for the twentieth.
        first: i32,
        /// Before Christ.
        bc: bool,
    },
    /// Two numbers and a year, in an order that the article may tell: 05/04/2015.
    Numeric {
        /// Day or month.
        first: u32,
        /// Month or day.
        second: u32,
        /// The year.
        year: i32,
    },
    /// A day that no calendar has: 31 February.
    Impossible {
        /// The year, where it is written.
        year: Option<i32>,
        /// The month.
        month: u32,
        /// The day.
        day: u32,
    },
    /// A holiday.
    Feast {
        /// Which.
        feast: Feast,
        /// The year, where it is written.
        year: Option<i32>,
        /// "last", "this", "next".
        turn: Option<Turn>,
    },
    /// A weekday by its ISO number.
    Weekday(u32),
    /// A weekday that is part of a name and has no date.
    NoDay(u32),
    /// A weekend.
    Weekend,
    /// So many units from the writer's day, or from the day spoken of.
    Offset {
        /// The unit, which is also the grain of the result.
        unit: Unit,
        /// How many, negative into the past; none where no number is said.
        count: Option<i64>,
        /// From where it counts.
        from: Origin,
    },
    /// A weekday, month, season or weekend with "last", "this", "next" or the like.
    Turned {
        /// Which way.
        turn: Turn,
        /// What.
        what: Box<DateExpr>,
    },
    /// The part of a running unit before or after now: "earlier this week".
    Within {
        /// The unit.
        unit: Unit,
        /// Later rather than earlier.
        later: bool,
        /// From where it counts.
        from: Origin,
    },
    /// The quarter spoken of before; nothing where none was.
    ThatQuarter {
        /// So many years before it.
        back: i32,
    },
    /// The quarter spoken of before, in another year.
    QuarterOf(i32),
    /// From one date to another.
    Range(Box<DateExpr>, Box<DateExpr>),
    /// A part of a day.
    Part {
        /// The day.
        day: Box<DateExpr>,
        /// Its part.
        part: DayPart,
    },
    /// A clock time.
    Clock {
        /// The day, where it is written.
        day: Option<Box<DateExpr>>,
        /// 0 to 23.
        hour: u32,
        /// 0 to 59.
        minute: u32,
    },
    /// A duration, by its TIMEX3 value.
    Duration(String),
    /// A set of times, by its TIMEX3 value.
    Set(String),
    /// A reference without a date.
    Refer(Refer),
}

impl DateExpr {
    /// The one day of an expression that says its year.
    #[must_use]
    pub fn full_day(&self) -> Option<NaiveDate> {
        match self {
            Self::Day { year: Some(year), month, day } => NaiveDate::from_ymd_opt(*year, *month, *day),
            Self::Clock { day: Some(day), .. } | Self::Part { day, .. } => day.full_day(),
            Self::Numeric { first, second, year } => {
                let read = |day, month| NaiveDate::from_ymd_opt(*year, month, day);
                match (read(*first, *second), read(*second, *first)) {
                    (Some(a), Some(b)) => (a == b).then_some(a),
                    (a, b) => a.or(b),
                }
            }
            _ => None,
        }
    }
}

/// From where a relative date counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The day of writing: "two days ago".
    Writing,
    /// The day of writing, or in a history the day spoken of: "the end of the year".
    Running,
    /// The day spoken of before: "two days later".
    Spoken,
}
