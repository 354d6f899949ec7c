use std::borrow::Cow;
use std::str::FromStr;
use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{Array, ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array};
use arrow_schema::{DataType, Field};
use chrono::{Datelike, Days, NaiveDate};

use super::column::{Fault, each_day, each_flag, each_float, each_list, each_number, each_text};
use crate::lexicon::vocabulary::{
    ActsAs, AnchorQuality, Asserted, Attackers, Between, Bound, Effect, FindingSeverity, Grading, Group, Kind, MeetingKind,
    Mention, NameType, Precision, QuoteKind, Role, Scope, Severity, SourceType, StampKind, Status, TimexType, UnreadReason,
    Verdict,
};
use crate::link::IndexKind;

/// The types a column may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// Text.
    Utf8,
    /// A whole number.
    Int64,
    /// A number.
    Float64,
    /// True or false.
    Bool,
    /// A day of the years 1 to 9999.
    Date32,
    /// Texts.
    ListUtf8,
    /// Whole numbers.
    ListInt64,
}

impl ColumnType {
    /// The type in Arrow.
    #[must_use]
    pub fn arrow(self) -> DataType {
        let list = |item| DataType::List(Arc::new(Field::new("item", item, true)));
        match self {
            Self::Utf8 => DataType::Utf8,
            Self::Int64 => DataType::Int64,
            Self::Float64 => DataType::Float64,
            Self::Bool => DataType::Boolean,
            Self::Date32 => DataType::Date32,
            Self::ListUtf8 => list(DataType::Utf8),
            Self::ListInt64 => list(DataType::Int64),
        }
    }

    /// The type as the documentation names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "utf8",
            Self::Int64 => "int64",
            Self::Float64 => "float64",
            Self::Bool => "bool",
            Self::Date32 => "date32",
            Self::ListUtf8 => "list<utf8>",
            Self::ListInt64 => "list<int64>",
        }
    }
}

/// A field type that knows its column.
pub trait Cell: Sized + 'static {
    /// The column's type.
    const TYPE: ColumnType;
    /// Whether the column may hold nulls.
    const NULLABLE: bool;

    /// A column of cells.
    fn array(cells: &mut dyn Iterator<Item = &Self>) -> ArrayRef;

    /// The cells of a column.
    ///
    /// # Errors
    /// What is wrong with the column, without its name.
    fn read(array: &dyn Array) -> Result<Vec<Self>, Fault>;

    /// Every value that the column may hold, in the order of the documentation; none where it may hold any.
    #[must_use]
    fn words() -> Vec<&'static str> {
        Vec::new()
    }

    /// The cell of a column that is not there, if it may be left out.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    /// About how many bytes the cell takes.
    fn weight(&self) -> usize {
        8
    }
}

/// A value that stands in a table as text.
pub trait Word: Sized + 'static {
    /// Its text.
    fn word(&self) -> &str;
    /// The value of a text.
    ///
    /// # Errors
    /// If the vocabulary does not hold it.
    fn of(word: &str) -> Result<Self, Fault>;
    /// The whole vocabulary, where it is a closed one.
    #[must_use]
    fn all() -> Vec<&'static str> {
        Vec::new()
    }
}

impl Word for String {
    fn word(&self) -> &str {
        self
    }

    fn of(word: &str) -> Result<Self, Fault> {
        Ok(word.to_owned())
    }
}

impl Word for Arc<str> {
    fn word(&self) -> &str {
        self
    }

    fn of(word: &str) -> Result<Self, Fault> {
        Ok(word.into())
    }
}

impl Word for Cow<'static, str> {
    fn word(&self) -> &str {
        self
    }

    fn of(word: &str) -> Result<Self, Fault> {
        Ok(Self::Owned(word.to_owned()))
    }
}

macro_rules! words {
    ($($name:ty),+) => {
        $(impl Word for $name {
            fn word(&self) -> &str {
                self.as_str()
            }

            fn of(word: &str) -> Result<Self, Fault> {
                Self::from_str(word).map_err(|e| e.to_string())
            }

            fn all() -> Vec<&'static str> {
                Self::ALL.iter().map(|word| word.as_str()).collect()
            }
        })+
    };
}

words!(
    ActsAs,
    AnchorQuality,
    Asserted,
    Attackers,
    Between,
    Bound,
    Effect,
    FindingSeverity,
    Grading,
    Group,
    IndexKind,
    Kind,
    MeetingKind,
    Mention,
    NameType,
    Precision,
    QuoteKind,
    Role,
    Scope,
    Severity,
    SourceType,
    StampKind,
    Status,
    TimexType,
    UnreadReason,
    Verdict
);

impl<W: Word> Cell for W {
    const TYPE: ColumnType = ColumnType::Utf8;
    const NULLABLE: bool = false;

    fn array(cells: &mut dyn Iterator<Item = &Self>) -> ArrayRef {
        let mut builder = texts(cells);
        cells.for_each(|cell| builder.append_value(cell.word()));
        Arc::new(builder.finish())
    }

    fn read(array: &dyn Array) -> Result<Vec<Self>, Fault> {
        let mut cells = Vec::with_capacity(array.len());
        each_text(array, &mut |word| {
            cells.push(W::of(word.ok_or_else(|| null(cells.len()))?)?);
            Ok(())
        })?;
        Ok(cells)
    }

    fn words() -> Vec<&'static str> {
        W::all()
    }

    fn weight(&self) -> usize {
        self.word().len() + 4
    }
}

impl<W: Word> Cell for Option<W> {
    const TYPE: ColumnType = ColumnType::Utf8;
    const NULLABLE: bool = true;

    fn array(cells: &mut dyn Iterator<Item = &Self>) -> ArrayRef {
        let mut builder = texts(cells);
        cells.for_each(|cell| builder.append_option(cell.as_ref().map(Word::word)));
        Arc::new(builder.finish())
    }

    fn read(array: &dyn Array) -> Result<Vec<Self>, Fault> {
        let mut cells = Vec::with_capacity(array.len());
        each_text(array, &mut |word| {
            cells.push(word.map(W::of).transpose()?);
            Ok(())
        })?;
        Ok(cells)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn words() -> Vec<&'static str> {
        W::all()
    }

    fn weight(&self) -> usize {
        4 + self.as_ref().map_or(0, |w| w.word().len())
    }
}

/// A builder for so many texts: one of the default capacity would take 5 kB for a column of three rows.
fn texts<T>(cells: &dyn Iterator<Item = &T>) -> StringBuilder {
    StringBuilder::with_capacity(cells.size_hint().0, 0)
}

impl Cell for i64 {
    const TYPE: ColumnType = ColumnType::Int64;
    const NULLABLE: bool = false;

    fn array(cells: &mut dyn Iterator<Item = &Self>) -> ArrayRef {
        Arc::new(Int64Array::from_iter_values(cells.copied()))
    }

    fn read(array: &dyn Array) -> Result<Vec<Self>, Fault> {
        whole(Option::<Self>::read(array)?)
    }
}

impl Cell for Option<i64> {
    const TYPE: ColumnType = ColumnType::Int64;
    const NULLABLE: bool = true;

    fn array(cells: &mut dyn Iterator<Item = &Self>) -> ArrayRef {
        Arc::new(cells.copied().collect::<Int64Array>())
    }

    fn read(array: &dyn Array) -> Result<Vec<Self>, Fault> {
        each_number(array)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl Cell for Option<f64> {
    const TYPE: ColumnType = ColumnType::Float64;
    const NULLABLE: bool = true;

    fn array(cells: &mut dyn Iterator<Item = &Self>) -> ArrayRef {
        Arc::new(cells.copied().collect::<Float64Array>())
    }

    fn read(array: &dyn Array) -> Result<Vec<Self>, Fault> {
        each_float(array)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl Cell for bool {
    const TYPE: ColumnType = ColumnType::Bool;
    const NULLABLE: bool = false;

    fn array(cells: &mut dyn Iterator<Item = &Self>) -> ArrayRef {
        let mut builder = BooleanBuilder::new();
        cells.for_each(|cell| builder.append_value(*cell));
        let array: BooleanArray = builder.finish();
        Arc::new(array)
    }

    fn read(array: &dyn Array) -> Result<Vec<Self>, Fault> {
        whole(each_flag(array)?)
    }
}

impl Cell for Option<NaiveDate> {
    const TYPE: ColumnType = ColumnType::Date32;
    const NULLABLE: bool = true;

    fn array(cells: &mut dyn Iterator<Item = &Self>) -> ArrayRef {
        let days = cells.map(|cell| cell.filter(|day| PRINTED.contains(&day.year())).map(|day| day.num_days_from_ce() - EPOCH));
        Arc::new(days.collect::<Date32Array>())
    }

    fn read(array: &dyn Array) -> Result<Vec<Self>, Fault> {
        Ok(each_day(array)?.into_iter().map(|days| days.and_then(day)).collect())
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl Cell for Vec<String> {
    const TYPE: ColumnType = ColumnType::ListUtf8;
    const NULLABLE: bool = false;

    fn array(cells: &mut dyn Iterator<Item = &Self>) -> ArrayRef {
        let mut builder = ListBuilder::new(StringBuilder::new());
        for cell in cells {
            for word in cell {
                builder.values().append_value(word);
            }
            builder.append(true);
        }
        Arc::new(builder.finish())
    }

    fn read(array: &dyn Array) -> Result<Vec<Self>, Fault> {
        each_list(array)
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn weight(&self) -> usize {
        4 + self.iter().map(|word| word.len() + 4).sum::<usize>()
    }
}

impl Cell for Vec<i64> {
    const TYPE: ColumnType = ColumnType::ListInt64;
    const NULLABLE: bool = false;

    fn array(cells: &mut dyn Iterator<Item = &Self>) -> ArrayRef {
        let mut builder = ListBuilder::new(Int64Builder::new());
        for cell in cells {
            builder.values().append_slice(cell);
            builder.append(true);
        }
        Arc::new(builder.finish())
    }

    fn read(array: &dyn Array) -> Result<Vec<Self>, Fault> {
        each_list(array)
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn weight(&self) -> usize {
        4 + 8 * self.len()
    }
}

/// The years a `date32` column holds: those of Python's `datetime.date`.
const PRINTED: std::ops::RangeInclusive<i32> = 1..=9999;

/// The day 1970-01-01, counted from the first of the year 1.
const EPOCH: i32 = 719_163;

fn day(days: i64) -> Option<NaiveDate> {
    let epoch = NaiveDate::from_num_days_from_ce_opt(EPOCH)?;
    let span = Days::new(days.unsigned_abs());
    let day = if days < 0 { epoch.checked_sub_days(span) } else { epoch.checked_add_days(span) };
    day.filter(|day| PRINTED.contains(&day.year()))
}

fn null(row: usize) -> Fault {
    format!("row {row} is null, and a value is needed")
}

fn whole<T>(cells: Vec<Option<T>>) -> Result<Vec<T>, Fault> {
    cells.into_iter().enumerate().map(|(row, cell)| cell.ok_or_else(|| null(row))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_printed_years_go_and_come_back() {
        for (given, kept) in [("1970-01-01", true), ("0001-01-01", true), ("9999-12-31", true), ("-0005-03-01", false)] {
            let day = Some(NaiveDate::parse_from_str(given, "%Y-%m-%d").unwrap());
            let array = Option::<NaiveDate>::array(&mut [day].iter());
            assert_eq!(Option::<NaiveDate>::read(&array).unwrap(), [day.filter(|_| kept)], "{given}");
        }
    }

    #[test]
    fn a_word_outside_the_vocabulary_is_told() {
        let array = String::array(&mut ["killed".to_owned(), "dead".to_owned()].iter());
        let fault = Effect::read(&array).unwrap_err();
        assert!(fault.starts_with("\"dead\" is no Effect; it is one of killed, injured"), "{fault}");
    }
}
