//! What the package says of itself: its tables, its rules, its checks.

use std::collections::BTreeMap;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

use crate::check::register;
use crate::rule::CLOCK;
use crate::table;
use crate::value::words::EditClass;

/// Every table: its name, what it belongs to, its doc, and its columns with name, type, nullable, doc and the values of a closed vocabulary.
#[pyfunction]
pub(super) fn forms(py: Python<'_>) -> PyResult<Bound<'_, PyList>> {
    let all = PyList::empty(py);
    for form in table::forms() {
        let columns = PyList::empty(py);
        for column in form.columns {
            let row = PyDict::new(py);
            row.set_item("name", column.name)?;
            row.set_item("type", column.r#type.as_str())?;
            row.set_item("nullable", column.nullable)?;
            row.set_item("doc", column.doc)?;
            row.set_item("values", column.values)?;
            columns.append(row)?;
        }
        let row = PyDict::new(py);
        row.set_item("name", form.name)?;
        row.set_item("of", form.of)?;
        row.set_item("doc", form.doc)?;
        row.set_item("columns", columns)?;
        all.append(row)?;
    }
    Ok(all)
}

/// Every rule of reading: id, table, columns, why, reads (value, sentences), silent, clock.
#[pyfunction]
pub(super) fn rules(py: Python<'_>) -> PyResult<Bound<'_, PyList>> {
    let all = PyList::empty(py);
    for rule in register().rules {
        let reads = PyList::empty(py);
        for group in rule.reads {
            let row = PyDict::new(py);
            row.set_item("value", group.value)?;
            row.set_item("sentences", group.sentences)?;
            reads.append(row)?;
        }
        let row = PyDict::new(py);
        row.set_item("id", rule.id)?;
        row.set_item("family", format!("{:?}", rule.family).to_lowercase())?;
        row.set_item("table", rule.family.table())?;
        row.set_item("columns", rule.family.columns())?;
        row.set_item("why", rule.why)?;
        row.set_item("reads", reads)?;
        row.set_item("silent", rule.silent)?;
        row.set_item("clock", CLOCK)?;
        all.append(row)?;
    }
    Ok(all)
}

/// Every row of the verdict table: id, verdict, why.
#[pyfunction]
pub(super) fn verdicts(py: Python<'_>) -> PyResult<Bound<'_, PyList>> {
    let all = PyList::empty(py);
    for rule in register().verdicts {
        let row = PyDict::new(py);
        row.set_item("id", rule.id)?;
        row.set_item("verdict", rule.verdict.as_str())?;
        row.set_item("why", rule.why)?;
        all.append(row)?;
    }
    Ok(all)
}

/// Every check: id, severity, why, story.
#[pyfunction]
pub(super) fn checks(py: Python<'_>) -> PyResult<Bound<'_, PyList>> {
    let all = PyList::empty(py);
    for check in register().checks {
        let row = PyDict::new(py);
        row.set_item("id", check.id)?;
        row.set_item("severity", check.severity.as_str())?;
        row.set_item("why", check.why)?;
        row.set_item("story", check.story)?;
        all.append(row)?;
    }
    Ok(all)
}

/// What tables are stamped with: `wirecheck.version`, `wirecheck.rules`, `wirecheck.schema`.
#[pyfunction]
pub(super) fn stamp() -> BTreeMap<String, String> {
    table::stamp().clone().into()
}

/// The class of an edit as Python sees it.
pub(super) fn class_name(class: EditClass) -> String {
    format!("{class:?}").to_lowercase()
}
