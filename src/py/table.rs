//! The class behind every table: Arrow inside, Arrow capsules outside.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::{RecordBatch, RecordBatchOptions};
use arrow_schema::{Field, Metadata, Schema, SchemaRef};
use pyo3::exceptions::{PyIndexError, PyKeyError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyInt, PyIterator, PyList, PySlice, PyString, PyTuple, PyType};

use super::fault::{detached, guarded};
use super::{capsule, values};
use crate::error::Result;
use crate::table::{RULES, Row, batches, read, schema, stamp};

/// A table of claims or of a report: rows that other tools read through the Arrow interface.
#[pyclass(frozen, subclass, module = "wirecheck._core")]
pub(super) struct Table {
    name: String,
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Table {
    /// The table of these rows.
    pub(super) fn of<R: Row>(rows: &[R]) -> Result<Self> {
        Ok(Self { name: R::form().name.to_owned(), schema: schema::<R>(), batches: batches(rows)? })
    }

    /// The rows of a table, be it one of ours or any with the same columns.
    pub(super) fn rows<R: Row + Send>(table: &Bound<'_, PyAny>) -> PyResult<Vec<R>> {
        let (_, batches) = Self::parts(table)?;
        detached(table.py(), move || read(&batches))
    }

    /// The schema and the batches of a table.
    fn parts(table: &Bound<'_, PyAny>) -> PyResult<(SchemaRef, Vec<RecordBatch>)> {
        match table.cast::<Self>() {
            Ok(ours) => Ok((Arc::clone(&ours.get().schema), ours.get().batches.clone())),
            Err(_) => capsule::import(table),
        }
    }

    /// The same table under what another one says of its making.
    fn stamped(self, metadata: &Metadata) -> PyResult<Self> {
        let schema = Arc::new(Schema::new_with_metadata(self.schema.fields().clone(), metadata.clone()));
        let stamped = |batch: RecordBatch| {
            let options = RecordBatchOptions::new().with_row_count(Some(batch.num_rows()));
            RecordBatch::try_new_with_options(Arc::clone(&schema), batch.columns().to_vec(), &options)
        };
        let batches = self.batches.into_iter().map(stamped).collect::<std::result::Result<_, _>>();
        let batches = batches.map_err(|e| PyValueError::new_err(format!("the table `{}` cannot be stamped: {e}", self.name)))?;
        Ok(Self { name: self.name, schema, batches })
    }

    fn len(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    fn names(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|f| f.name().as_str()).collect()
    }

    fn column<'py>(&self, py: Python<'py>, column: usize) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let mut all = Vec::with_capacity(self.len());
        for batch in &self.batches {
            all.extend(values::to_python(py, batch.column(column).as_ref())?);
        }
        Ok(all)
    }

    /// Rows `start` to `end`, without copying.
    fn slice(&self, start: usize, end: usize) -> Self {
        let mut before = 0;
        let mut parts = Vec::new();
        for batch in &self.batches {
            let (from, to) = (start.max(before), end.min(before + batch.num_rows()));
            if from < to {
                parts.push(batch.slice(from - before, to - from));
            }
            before += batch.num_rows();
        }
        Self { name: self.name.clone(), schema: Arc::clone(&self.schema), batches: parts }
    }

    fn dicts<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyDict>>> {
        let names: Vec<_> = self.names().into_iter().map(|name| PyString::intern(py, name)).collect();
        let rows: Vec<_> = (0..self.len()).map(|_| PyDict::new(py)).collect();
        for (column, name) in names.iter().enumerate() {
            for (row, value) in rows.iter().zip(self.column(py, column)?) {
                row.set_item(name, value)?;
            }
        }
        Ok(rows)
    }

    /// Whether two tables of one schema hold the same rows, however they are parted into batches.
    fn same(&self, other: &Self) -> bool {
        if self.schema.fields() != other.schema.fields() || self.len() != other.len() {
            return false;
        }
        let (mut left, mut right) = (self.batches.iter(), other.batches.iter());
        let (mut a, mut b): (Option<RecordBatch>, Option<RecordBatch>) = (None, None);
        loop {
            a = a.filter(|a| a.num_rows() > 0).or_else(|| left.find(|a| a.num_rows() > 0).cloned());
            b = b.filter(|b| b.num_rows() > 0).or_else(|| right.find(|b| b.num_rows() > 0).cloned());
            let (Some(x), Some(y)) = (&a, &b) else { return a.is_none() && b.is_none() };
            let n = x.num_rows().min(y.num_rows());
            if x.slice(0, n).columns() != y.slice(0, n).columns() {
                return false;
            }
            (a, b) = (Some(x.slice(n, x.num_rows() - n)), Some(y.slice(n, y.num_rows() - n)));
        }
    }
}

/// A wrapper of the caller's own class, so that a subclass stays one.
fn like<'py>(slf: &Bound<'py, Table>, table: Table) -> PyResult<Bound<'py, PyAny>> {
    slf.get_type().call1((Bound::new(slf.py(), table)?,))
}

#[pymethods]
impl Table {
    #[new]
    fn new(table: &Bound<'_, Self>) -> Self {
        let table = table.get();
        Self { name: table.name.clone(), schema: Arc::clone(&table.schema), batches: table.batches.clone() }
    }

    /// The table's name, `casualties`.
    #[getter]
    fn name(&self) -> &str {
        &self.name
    }

    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Vec<&str> {
        self.names()
    }

    /// The types of the columns by name, `{"low": "int64"}`.
    #[getter]
    fn schema<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let types = PyDict::new(py);
        for field in self.schema.fields() {
            types.set_item(field.name(), values::type_name(field.data_type()))?;
        }
        Ok(types)
    }

    /// What is known of the table's making: `wirecheck.version`, `wirecheck.rules` (the rule set) and `wirecheck.schema`.
    #[getter]
    fn metadata(&self) -> BTreeMap<String, String> {
        self.schema.metadata().clone().into()
    }

    /// The rows as a list of dicts.
    fn to_pylist<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyDict>>> {
        guarded(|| self.dicts(py))
    }

    /// The first rows.
    #[pyo3(signature = (n = 5))]
    fn head<'py>(slf: &Bound<'py, Self>, n: i64) -> PyResult<Bound<'py, PyAny>> {
        like(slf, slf.get().slice(0, usize::try_from(n).unwrap_or(0)))
    }

    fn __len__(&self) -> usize {
        self.len()
    }

    fn __bool__(&self) -> bool {
        self.len() > 0
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        PyList::new(py, guarded(|| self.dicts(py))?)?.try_iter()
    }

    fn __getitem__<'py>(slf: &Bound<'py, Self>, key: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let (py, table) = (slf.py(), slf.get());
        if let Ok(name) = key.cast::<PyString>() {
            let name = name.to_string_lossy();
            let column = table.names().iter().position(|known| *known == name).ok_or_else(|| {
                PyKeyError::new_err(format!(
                    "the table `{}` has no column {name:?}; it has {}",
                    table.name,
                    table.names().join(", ")
                ))
            })?;
            return Ok(PyList::new(py, guarded(|| table.column(py, column))?)?.into_any());
        }
        if let Ok(slice) = key.cast::<PySlice>() {
            let part = slice.indices(isize::try_from(table.len()).unwrap_or(isize::MAX))?;
            if part.step != 1 {
                return Err(PyValueError::new_err("a table is sliced in steps of 1; use `.to_pylist()[::2]` for other steps"));
            }
            let (start, stop) = (part.start.max(0).unsigned_abs(), part.stop.max(0).unsigned_abs());
            return like(slf, table.slice(start, stop.max(start)));
        }
        if !key.is_instance_of::<PyInt>() && !key.hasattr("__index__")? {
            return Err(PyTypeError::new_err("a table takes a column's name, a row's number or a slice of rows"));
        }
        let length = i64::try_from(table.len()).unwrap_or(i64::MAX);
        let asked: i64 = key.call_method0("__index__")?.extract()?;
        let row =
            usize::try_from(if asked < 0 { asked.saturating_add(length) } else { asked }).ok().filter(|row| *row < table.len());
        let row =
            row.ok_or_else(|| PyIndexError::new_err(format!("row {asked} of the table `{}`, which has {length}", table.name)))?;
        let one = guarded(|| table.slice(row, row + 1).dicts(py))?;
        one.into_iter().next().map(Bound::into_any).ok_or_else(|| PyIndexError::new_err(asked))
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| self.same(other.get()))
    }

    fn __repr__(&self) -> String {
        format!("<wirecheck.Table {}: {} rows of {}>", self.name, self.len(), self.names().join(", "))
    }

    /// The Arrow C stream of the table; a requested schema is not followed, which the interface allows.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        capsule::stream(py, Arc::clone(&self.schema), self.batches.clone())
    }

    /// The Arrow C schema of the table.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        capsule::schema(py, &self.schema)
    }

    /// Pickles as lists of Python values, which every version reads.
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let (py, table) = (slf.py(), slf.get());
        let fields: Vec<(&str, String, bool)> = table
            .schema
            .fields()
            .iter()
            .map(|f| (f.name().as_str(), values::type_name(f.data_type()), f.is_nullable()))
            .collect();
        let columns: Vec<_> = guarded(|| (0..fields.len()).map(|c| table.column(py, c)).collect::<PyResult<_>>())?;
        let parts = (table.name.as_str(), fields, columns, table.metadata()).into_pyobject(py)?;
        Ok((slf.get_type().getattr("of_columns")?, parts))
    }

    /// The table of these columns: fields as (name, type, nullable), and a list of values for each.
    ///
    /// Without metadata it is stamped as made now.
    #[classmethod]
    #[pyo3(signature = (name, fields, columns, metadata = None))]
    #[expect(clippy::needless_pass_by_value, reason = "PyO3 makes the vector for us")]
    fn of_columns<'py>(
        cls: &Bound<'py, PyType>,
        name: String,
        fields: Vec<(String, String, bool)>,
        columns: Vec<Bound<'py, PyList>>,
        metadata: Option<BTreeMap<String, String>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let rows = columns.first().map_or(0, PyListMethods::len);
        let arrays: Vec<_> = guarded(|| fields.iter().zip(&columns).map(|(f, c)| values::from_python(&f.1, c)).collect())?;
        let schema: SchemaRef = Arc::new(Schema::new_with_metadata(
            fields
                .into_iter()
                .zip(&arrays)
                .map(|((name, _, null), a)| Field::new(name, a.data_type().clone(), null))
                .collect::<Vec<_>>(),
            metadata.map_or_else(|| stamp().clone(), Metadata::from),
        ));
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        let batch = RecordBatch::try_new_with_options(Arc::clone(&schema), arrays, &options)
            .map_err(|e| PyValueError::new_err(format!("the table `{name}` cannot be built: {e}")))?;
        let table = Self { name, schema, batches: vec![batch] };
        cls.call1((Bound::new(cls.py(), table)?,))
    }

    /// The rows of several tables of one kind. Of their making it says what all of them say.
    #[staticmethod]
    #[expect(clippy::needless_pass_by_value, reason = "PyO3 makes the vector for us")]
    fn concat(tables: Vec<Bound<'_, Self>>) -> PyResult<Self> {
        let Some(first) = tables.first() else { return Err(PyValueError::new_err("there is no table to put together")) };
        let (name, schema) = (first.get().name.clone(), Arc::clone(&first.get().schema));
        if let Some(other) = tables.iter().find(|t| t.get().schema.fields() != schema.fields()) {
            return Err(PyValueError::new_err(format!("the table `{}` has other columns than `{name}`", other.get().name)));
        }
        let mut metadata = schema.metadata().clone();
        metadata.retain(|key, value| tables.iter().all(|t| t.get().schema.metadata().get(key) == Some(&*value)));
        let batches = tables.iter().flat_map(|t| t.get().batches.clone()).filter(|b| b.num_rows() > 0).collect();
        Self { name, schema, batches }.stamped(&metadata)
    }
}

/// The table of a kind, from any table with its columns: claims made elsewhere enter here.
///
/// Of its making it says what the given one says.
#[pyfunction]
pub(super) fn table(name: &str, data: &Bound<'_, PyAny>) -> PyResult<Table> {
    fn made<R: Row + Send + Sync>(data: &Bound<'_, PyAny>) -> PyResult<Table> {
        let (schema, batches) = Table::parts(data)?;
        let ours = schema.metadata().iter().filter(|(key, _)| key.starts_with("wirecheck."));
        let mut metadata: Metadata = ours.map(|(key, value)| (key.clone(), value.clone())).collect();
        if metadata.is_empty() {
            metadata = stamp().clone();
            metadata.remove(RULES); // made elsewhere, by no rules of ours
        }
        detached(data.py(), move || Table::of(&read::<R>(&batches)?))?.stamped(&metadata)
    }
    use crate::claim::record as c;
    match name {
        "articles" => made::<c::ArticleRow>(data),
        "dates" => made::<c::DateClaim>(data),
        "names" => made::<c::NameClaim>(data),
        "casualties" => made::<c::CasualtyClaim>(data),
        "meetings" => made::<c::MeetingClaim>(data),
        "quotes" => made::<c::QuoteClaim>(data),
        "unread" => made::<c::Unread>(data),
        "skipped" => made::<c::Skipped>(data),
        other => Err(PyKeyError::new_err(format!(
            "claims have no table {other:?}; they have articles, dates, names, casualties, meetings, quotes, unread, skipped"
        ))),
    }
}
