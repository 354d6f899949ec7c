//! Reading a column in any of the spellings that table libraries give it.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrowPrimitiveType};
use arrow_schema::{DataType, TimeUnit};
use chrono::{Datelike, NaiveDate};

use super::Cell;

/// What is wrong with a column, as the second half of a sentence.
pub type Fault = String;

fn other(wanted: &str, array: &dyn Array) -> Fault {
    format!("{wanted} needed, and it holds {}", array.data_type())
}

/// Calls `take` with each text of a column: `Utf8`, `LargeUtf8`, `Utf8View`, a dictionary of these, or all null.
pub(crate) fn each_text<'a>(
    array: &'a dyn Array,
    take: &mut dyn FnMut(Option<&'a str>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    match array.data_type() {
        DataType::Utf8 => array.as_string::<i32>().iter().try_for_each(take),
        DataType::LargeUtf8 => array.as_string::<i64>().iter().try_for_each(take),
        DataType::Utf8View => array.as_string_view().iter().try_for_each(take),
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary();
            let mut values = Vec::new();
            each_text(dictionary.values().as_ref(), &mut |text| {
                values.push(text);
                Ok(())
            })?;
            if values.is_empty() {
                return (0..array.len()).try_for_each(|_| take(None));
            }
            let keys = dictionary.normalized_keys();
            (0..array.len())
                .try_for_each(|row| take(if array.is_null(row) { None } else { values.get(keys[row]).copied().flatten() }))
        }
        DataType::Null => (0..array.len()).try_for_each(|_| take(None)),
        _ => Err(other("text is", array)),
    }
}

/// The whole numbers of a column: any integers, or floats without a fraction.
pub(crate) fn each_number(array: &dyn Array) -> Result<Vec<Option<i64>>, Fault> {
    match array.data_type() {
        DataType::Int8 => Ok(integers::<Int8Type>(array)),
        DataType::Int16 => Ok(integers::<Int16Type>(array)),
        DataType::Int32 => Ok(integers::<Int32Type>(array)),
        DataType::Int64 => Ok(integers::<Int64Type>(array)),
        DataType::UInt8 => Ok(integers::<UInt8Type>(array)),
        DataType::UInt16 => Ok(integers::<UInt16Type>(array)),
        DataType::UInt32 => Ok(integers::<UInt32Type>(array)),
        DataType::UInt64 => array
            .as_primitive::<UInt64Type>()
            .iter()
            .map(|n| n.map(|n| i64::try_from(n).map_err(|_| format!("{n} is beyond the whole numbers of 64 bits"))).transpose())
            .collect(),
        DataType::Float64 | DataType::Float32 => each_float(array)?.into_iter().map(|n| n.map(integral).transpose()).collect(),
        DataType::Null => Ok(vec![None; array.len()]),
        _ => Err(other("whole numbers are", array)),
    }
}

fn integers<T: ArrowPrimitiveType>(array: &dyn Array) -> Vec<Option<i64>>
where
    T::Native: Into<i64>,
{
    array.as_primitive::<T>().iter().map(|n| n.map(Into::into)).collect()
}

/// A float without a fraction; pandas makes floats of whole numbers as soon as one is missing.
#[expect(clippy::cast_possible_truncation, reason = "the bounds are tested on the same line")]
fn integral(n: f64) -> Result<i64, Fault> {
    if n.fract() == 0.0 && n.abs() < 9e15 { Ok(n as i64) } else { Err(format!("{n} is no whole number")) }
}

/// The numbers of a column; what is not a number is null.
pub(crate) fn each_float(array: &dyn Array) -> Result<Vec<Option<f64>>, Fault> {
    match array.data_type() {
        DataType::Float64 => Ok(array.as_primitive::<Float64Type>().iter().map(|n| n.filter(|n| !n.is_nan())).collect()),
        DataType::Float32 => {
            Ok(array.as_primitive::<Float32Type>().iter().map(|n| n.map(f64::from).filter(|n| !n.is_nan())).collect())
        }
        DataType::Null => Ok(vec![None; array.len()]),
        _ => Err(other("numbers are", array)),
    }
}

/// The flags of a column.
pub(crate) fn each_flag(array: &dyn Array) -> Result<Vec<Option<bool>>, Fault> {
    match array.data_type() {
        DataType::Boolean => Ok(array.as_boolean().iter().collect()),
        DataType::Null => Ok(vec![None; array.len()]),
        _ => Err(other("true or false is", array)),
    }
}

/// The days of a column, counted from 1970-01-01: dates, timestamps, or ISO texts.
pub(crate) fn each_day(array: &dyn Array) -> Result<Vec<Option<i64>>, Fault> {
    const SECONDS: i64 = 86_400;
    match array.data_type() {
        DataType::Date32 => Ok(days::<Date32Type>(array, 1)),
        DataType::Date64 => Ok(days::<Date64Type>(array, SECONDS * 1_000)),
        DataType::Timestamp(unit, _) => Ok(match unit {
            TimeUnit::Second => days::<TimestampSecondType>(array, SECONDS),
            TimeUnit::Millisecond => days::<TimestampMillisecondType>(array, SECONDS * 1_000),
            TimeUnit::Microsecond => days::<TimestampMicrosecondType>(array, SECONDS * 1_000_000),
            TimeUnit::Nanosecond => days::<TimestampNanosecondType>(array, SECONDS * 1_000_000_000),
        }),
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Dictionary(..) | DataType::Null => {
            let mut found = Vec::with_capacity(array.len());
            each_text(array, &mut |text| {
                found.push(text.map(iso).transpose()?);
                Ok(())
            })?;
            Ok(found)
        }
        _ => Err(other("dates are", array)),
    }
}

fn days<T: ArrowPrimitiveType>(array: &dyn Array, unit: i64) -> Vec<Option<i64>>
where
    T::Native: Into<i64>,
{
    array.as_primitive::<T>().iter().map(|n| n.map(|n| n.into().div_euclid(unit))).collect()
}

fn iso(text: &str) -> Result<i64, Fault> {
    let day = text.get(..10).unwrap_or(text);
    let day = NaiveDate::parse_from_str(day, "%Y-%m-%d").map_err(|_| format!("{text:?} is no date; write it as 2015-08-07"))?;
    Ok(i64::from(day.num_days_from_ce()) - 719_163)
}

/// The lists of a column, each read as a column of its own; a null list is an empty one.
pub(crate) fn each_list<T>(array: &dyn Array) -> Result<Vec<Vec<T>>, Fault>
where
    T: Cell,
{
    let item = |row: usize| match array.data_type() {
        DataType::List(_) => Ok(array.as_list::<i32>().value(row)),
        DataType::LargeList(_) => Ok(array.as_list::<i64>().value(row)),
        DataType::ListView(_) => Ok(array.as_list_view::<i32>().value(row)),
        DataType::LargeListView(_) => Ok(array.as_list_view::<i64>().value(row)),
        DataType::FixedSizeList(..) => Ok(array.as_fixed_size_list().value(row)),
        _ => Err(other("lists are", array)),
    };
    if *array.data_type() == DataType::Null {
        return Ok((0..array.len()).map(|_| Vec::new()).collect());
    }
    (0..array.len()).map(|row| if array.is_null(row) { Ok(Vec::new()) } else { T::read(item(row)?.as_ref()) }).collect()
}
