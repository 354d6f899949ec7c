//! Columns as lists of Python values, and back.

use std::sync::Arc;

use arrow_array::builder::{ArrayBuilder, Int64Builder, ListBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::{TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType};
use arrow_array::{Array, ArrayRef, BooleanArray, TimestampMicrosecondArray};
use arrow_schema::{DataType, TimeUnit};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use pyo3::IntoPyObjectExt as _;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyList, PyString};

use crate::table::{self, Cell, Fault};

type Values<'py> = Vec<Bound<'py, PyAny>>;

/// The values of a column.
pub(super) fn to_python<'py>(py: Python<'py>, array: &dyn Array) -> PyResult<Values<'py>> {
    match array.data_type() {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => texts(py, array),
        DataType::Dictionary(..) => entries(py, array),
        kind if kind.is_integer() => each(py, Option::<i64>::read(array)),
        kind if kind.is_floating() => each(py, table::each_float(array)),
        DataType::Boolean => each(py, table::each_flag(array)),
        DataType::Date32 | DataType::Date64 => each(py, Option::<NaiveDate>::read(array)),
        DataType::Timestamp(unit, zone) => times(py, array, *unit, zone.as_deref()),
        DataType::List(_)
        | DataType::LargeList(_)
        | DataType::ListView(_)
        | DataType::LargeListView(_)
        | DataType::FixedSizeList(..) => lists(py, array),
        other => Err(PyTypeError::new_err(format!(
            "a column of type {other} is not read; make it text, numbers, dates or lists of these"
        ))),
    }
}

fn texts<'py>(py: Python<'py>, array: &dyn Array) -> PyResult<Values<'py>> {
    let mut values = Vec::with_capacity(array.len());
    table::each_text(array, &mut |text| {
        values.push(text.map_or_else(|| py.None().into_bound(py), |t| PyString::new(py, t).into_any()));
        Ok(())
    })
    .map_err(PyTypeError::new_err)?;
    Ok(values)
}

/// The values of a dictionary, each as often as its key stands there.
fn entries<'py>(py: Python<'py>, array: &dyn Array) -> PyResult<Values<'py>> {
    let dictionary = array.as_any_dictionary();
    let known = to_python(py, dictionary.values().as_ref())?;
    let none = py.None().into_bound(py);
    if known.is_empty() {
        return Ok(vec![none; array.len()]);
    }
    let keys = dictionary.normalized_keys();
    Ok((0..array.len()).map(|row| if array.is_null(row) { none.clone() } else { known[keys[row]].clone() }).collect())
}

fn each<'py, T: IntoPyObject<'py>>(py: Python<'py>, cells: Result<Vec<T>, Fault>) -> PyResult<Values<'py>> {
    cells.map_err(PyTypeError::new_err)?.into_iter().map(|cell| cell.into_bound_py_any(py)).collect()
}

fn lists<'py>(py: Python<'py>, array: &dyn Array) -> PyResult<Values<'py>> {
    (0..array.len())
        .map(|row| {
            if array.is_null(row) {
                return Ok(py.None().into_bound(py));
            }
            let item = match array.data_type() {
                DataType::List(_) => array.as_list::<i32>().value(row),
                DataType::LargeList(_) => array.as_list::<i64>().value(row),
                DataType::ListView(_) => array.as_list_view::<i32>().value(row),
                DataType::LargeListView(_) => array.as_list_view::<i64>().value(row),
                _ => array.as_fixed_size_list().value(row),
            };
            Ok(PyList::new(py, to_python(py, item.as_ref())?)?.into_any())
        })
        .collect()
}

/// Timestamps as `datetime`, in the column's zone where it has one.
fn times<'py>(py: Python<'py>, array: &dyn Array, unit: TimeUnit, zone: Option<&str>) -> PyResult<Values<'py>> {
    let instants: Vec<Option<NaiveDateTime>> = match unit {
        TimeUnit::Second => array
            .as_primitive::<TimestampSecondType>()
            .iter()
            .map(|n| n.and_then(|n| DateTime::from_timestamp(n, 0)))
            .map(naive)
            .collect(),
        TimeUnit::Millisecond => array
            .as_primitive::<TimestampMillisecondType>()
            .iter()
            .map(|n| n.and_then(DateTime::from_timestamp_millis))
            .map(naive)
            .collect(),
        TimeUnit::Microsecond => array
            .as_primitive::<TimestampMicrosecondType>()
            .iter()
            .map(|n| n.and_then(DateTime::from_timestamp_micros))
            .map(naive)
            .collect(),
        TimeUnit::Nanosecond => array
            .as_primitive::<TimestampNanosecondType>()
            .iter()
            .map(|n| n.map(DateTime::from_timestamp_nanos))
            .map(naive)
            .collect(),
    };
    let Some(zone) = zone else { return each(py, Ok(instants)) };
    let zone = match zone {
        "UTC" | "+00:00" | "Z" => py.import("datetime")?.getattr("timezone")?.getattr("utc")?,
        name => py.import("zoneinfo")?.getattr("ZoneInfo")?.call1((name,))?,
    };
    instants
        .into_iter()
        .map(|instant| match instant {
            Some(instant) => instant.and_utc().into_bound_py_any(py)?.call_method1("astimezone", (&zone,)),
            None => Ok(py.None().into_bound(py)),
        })
        .collect()
}

fn naive(instant: Option<DateTime<chrono::Utc>>) -> Option<NaiveDateTime> {
    instant.map(|t| t.naive_utc())
}

/// A column of a type named as in the documentation, from its Python values.
pub(super) fn from_python(kind: &str, values: &Bound<'_, PyList>) -> PyResult<ArrayRef> {
    match kind {
        "utf8" => column::<Option<String>>(values),
        "int64" => column::<Option<i64>>(values),
        "float64" => column::<Option<f64>>(values),
        "bool" => Ok(Arc::new(BooleanArray::from(values.extract::<Vec<Option<bool>>>()?))),
        "date32" => column::<Option<NaiveDate>>(values),
        "list<utf8>" => lists_of::<String, _>(values, StringBuilder::new()),
        "list<int64>" => lists_of::<i64, _>(values, Int64Builder::new()),
        "timestamp" => {
            let times = values.extract::<Vec<Option<NaiveDateTime>>>()?;
            Ok(Arc::new(
                times.into_iter().map(|t| t.map(|t| t.and_utc().timestamp_micros())).collect::<TimestampMicrosecondArray>(),
            ))
        }
        other => Err(PyValueError::new_err(format!("no column has the type {other:?}"))),
    }
}

fn column<C>(values: &Bound<'_, PyList>) -> PyResult<ArrayRef>
where
    C: Cell,
    for<'a, 'py> C: FromPyObject<'a, 'py>,
{
    let cells: Vec<C> = values.iter().map(|value| value.extract::<C>().map_err(Into::into)).collect::<PyResult<_>>()?;
    Ok(C::array(&mut cells.iter()))
}

/// A column of lists, any of which may be null.
fn lists_of<T, B>(values: &Bound<'_, PyList>, items: B) -> PyResult<ArrayRef>
where
    B: ArrayBuilder + Extend<Option<T>>,
    for<'a, 'py> T: FromPyObject<'a, 'py>,
{
    let mut column = ListBuilder::new(items);
    for value in values {
        match value.extract::<Option<Vec<T>>>()? {
            Some(list) => column.append_value(list.into_iter().map(Some)),
            None => column.append_null(),
        }
    }
    Ok(Arc::new(column.finish()))
}

/// The name of a column's type, as the documentation has it.
pub(super) fn type_name(kind: &DataType) -> String {
    match kind {
        DataType::Utf8 => "utf8".into(),
        DataType::Int64 => "int64".into(),
        DataType::Float64 => "float64".into(),
        DataType::Boolean => "bool".into(),
        DataType::Date32 => "date32".into(),
        DataType::Timestamp(..) => "timestamp".into(),
        DataType::List(item) => format!("list<{}>", type_name(item.data_type())),
        other => other.to_string(),
    }
}
