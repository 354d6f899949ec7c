//! Arrow tables in and out, through the C stream interface. The only unsafe code of the crate.

use std::ffi::CStr;

use arrow_array::ffi::FFI_ArrowSchema;
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{Array, RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_schema::SchemaRef;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use super::fault::detached;
use crate::error::Error;

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";

/// A capsule that streams these batches.
pub(super) fn stream(py: Python<'_>, schema: SchemaRef, batches: Vec<RecordBatch>) -> PyResult<Bound<'_, PyCapsule>> {
    let reader = RecordBatchIterator::new(batches.into_iter().map(Ok), schema);
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), STREAM)
}

/// A capsule with a schema.
pub(super) fn schema<'py>(py: Python<'py>, schema: &SchemaRef) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(schema.as_ref()).map_err(|e| PyValueError::new_err(e.to_string()))?;
    PyCapsule::new_with_value(py, schema, SCHEMA)
}

/// The batches of any object with `__arrow_c_stream__`.
pub(super) fn import(table: &Bound<'_, PyAny>) -> PyResult<(SchemaRef, Vec<RecordBatch>)> {
    let made = table.call_method0("__arrow_c_stream__")?;
    let capsule = made.cast::<PyCapsule>()?;
    let pointer = capsule.pointer_checked(Some(STREAM))?.cast::<FFI_ArrowArrayStream>();
    #[expect(unsafe_code, reason = "the capsule's name promises a stream by the C interface; it is moved out, as that asks")]
    // SAFETY: `pointer_checked` has compared the name, and the capsule lives until the stream has been moved out of it.
    let reader = unsafe { RecordBatchStreamReader::from_raw(pointer.as_ptr()) };
    let broken = |e: arrow_schema::ArrowError| Error::value(format!("the table cannot be read: {e}"));
    // Detached: a producer may need the interpreter in a thread of its own.
    detached(table.py(), move || {
        let reader = reader.map_err(broken)?;
        let schema = reader.schema();
        let batches = reader.collect::<Result<Vec<_>, _>>().map_err(broken)?;
        // Who gave them may not have looked: pyarrow reads texts from Parquet that are no UTF-8.
        batches.iter().flat_map(RecordBatch::columns).try_for_each(|column| column.to_data().validate_full()).map_err(broken)?;
        Ok((schema, batches))
    })
}
