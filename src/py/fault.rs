//! What goes wrong, as Python sees it: a sentence in `ValueError`, `KeyError` or `RuntimeError`, never a panic.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pyo3::exceptions::{PyKeyError, PyRuntimeError, PyValueError};
use pyo3::prelude::*;

use crate::error::{Error, ErrorKind};

/// The one error map.
pub(super) fn raised(error: &Error) -> PyErr {
    match error.kind() {
        ErrorKind::Missing => PyKeyError::new_err(error.to_string()),
        _ => PyValueError::new_err(error.to_string()),
    }
}

/// Works without the interpreter; a panic becomes a `RuntimeError`.
pub(super) fn detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> crate::error::Result<T> + Send) -> PyResult<T> {
    match py.detach(|| catch_unwind(AssertUnwindSafe(work))) {
        Ok(done) => done.map_err(|e| raised(&e)),
        Err(panic) => Err(broken(panic.as_ref())),
    }
}

/// Works with the interpreter; a panic becomes a `RuntimeError`.
pub(super) fn guarded<T>(work: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(broken(panic.as_ref())))
}

fn broken(panic: &(dyn Any + Send)) -> PyErr {
    let said = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    PyRuntimeError::new_err(format!(
        "wirecheck broke on this input, which is a mistake of its own ({}); please report it with the article that did it",
        said.unwrap_or("no message")
    ))
}
