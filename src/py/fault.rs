//! What goes wrong, as Python sees it: a sentence in `ValueError`, `KeyError` or `RuntimeError`, never a panic.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use pyo3::exceptions::{PyKeyError, PyRuntimeError, PyValueError};
use pyo3::prelude::*;

use crate::error::{Error, ErrorKind};
use crate::watch::{Progress, Watch};

/// The one error map.
pub(super) fn raised(error: &Error) -> PyErr {
    match error.kind() {
        ErrorKind::Missing => PyKeyError::new_err(error.to_string()),
        ErrorKind::Stopped => PyRuntimeError::new_err(error.to_string()),
        ErrorKind::Value => PyValueError::new_err(error.to_string()),
    }
}

/// Works without the interpreter; a panic becomes a `RuntimeError`.
pub(super) fn detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> crate::error::Result<T> + Send) -> PyResult<T> {
    match py.detach(|| catch_unwind(AssertUnwindSafe(work))) {
        Ok(done) => done.map_err(|e| raised(&e)),
        Err(panic) => Err(broken(panic.as_ref())),
    }
}

/// How long an interrupt waits at most until it is heard.
const BREATH: Duration = Duration::from_millis(50);

/// The stack of a working thread: that of a main thread.
const STACK: usize = 8 << 20;

/// Works like [`detached`], on a thread of its own, while this one listens: every [`BREATH`] it tells `meanwhile` how far the work
/// is and lets Ctrl-C be heard. When either has raised, the work is stopped; nobody waits for its last step, and what it gives is
/// dropped.
pub(super) fn heard<T: Send + 'static>(
    py: Python<'_>,
    work: impl FnOnce(&Watch) -> crate::error::Result<T> + Send + 'static,
    meanwhile: impl Fn(Progress) -> PyResult<()>,
) -> PyResult<T> {
    let (give, mut take) = mpsc::channel();
    let watch = Arc::new(Watch::default());
    let watched = Arc::clone(&watch);
    let run = move || drop(give.send(catch_unwind(AssertUnwindSafe(|| work(&watched)))));
    thread::Builder::new()
        .name("wirecheck".to_owned())
        .stack_size(STACK)
        .spawn(run)
        .map_err(|e| PyRuntimeError::new_err(format!("no thread can be started: {e}")))?;
    loop {
        let ear = &mut take;
        match py.detach(move || ear.recv_timeout(BREATH)) {
            Ok(Ok(done)) => return done.map_err(|e| raised(&e)),
            Ok(Err(panic)) => return Err(broken(panic.as_ref())),
            Err(RecvTimeoutError::Disconnected) => return Err(broken(&"the thread ended")),
            Err(RecvTimeoutError::Timeout) => {
                py.check_signals().and_then(|()| meanwhile(watch.progress())).inspect_err(|_| watch.stop())?;
            }
        }
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
