//! The Python module `wirecheck._core`: the only place that names `PyO3`. Every function takes, detaches, wraps.

mod capsule;
mod explain;
mod fault;
mod table;
mod take;
mod values;
mod words;

use pyo3::exceptions::{PyKeyError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};
use rayon::ThreadPoolBuilder;

use fault::{detached, heard};
use table::Table;
use words::{Tables, Words};

use crate::check::Options;
use crate::claim::record::Claims;
use crate::error::{Error, Result};
use crate::lexicon::Lexicon;
use crate::link::Book;
use crate::report::record::Report;
use crate::watch::{Progress, Watch};
use crate::{claim, link, report, value};

/// An article is many small lists, made and dropped at once: the system's allocator gives their pages back and asks for them anew.
#[cfg(feature = "allocator")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Reads articles, given as tuples of id, text, published, outlet, title, url, role; gives the tables of claims by name. A text of more
/// bytes than `longest` is skipped.
#[pyfunction]
#[pyo3(signature = (articles, kinds = None, lexicon = None, threads = None, longest = claim::LONGEST))]
fn extract<'py>(
    py: Python<'py>,
    articles: &Bound<'py, PyAny>,
    kinds: Option<Vec<String>>,
    lexicon: Option<&Bound<'py, Words>>,
    threads: Option<usize>,
    longest: usize,
) -> PyResult<Bound<'py, PyDict>> {
    let (articles, kinds) = (take::articles(articles)?, take::kinds(kinds)?);
    let lexicon = Tables::of(lexicon);
    let work = move |watch: &Watch| {
        claim_tables(&pooled(threads, || claim::extract_within(longest, &articles, &kinds, lexicon.get(), watch))?)
    };
    by_name(py, heard(py, work, |_| Ok(()))?)
}

/// Checks the tables of claims, or these against others; gives the tables of the report by name.
///
/// While it works, `meanwhile` is called with the stage, how many of its steps are done, and their number or None.
#[pyfunction]
#[pyo3(signature = (claims, against = None, options = None, threads = None, lexicon = None, meanwhile = None))]
fn check<'py>(
    py: Python<'py>,
    claims: &Bound<'py, PyDict>,
    against: Option<&Bound<'py, PyDict>>,
    options: Option<&Bound<'py, PyDict>>,
    threads: Option<usize>,
    lexicon: Option<&Bound<'py, Words>>,
    meanwhile: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyDict>> {
    let lexicon = Tables::of(lexicon);
    let (claims, options) = (take::claims(claims)?, asked(options)?);
    let against = against.map(take::claims).transpose()?;
    let work = move |watch: &Watch| {
        let checked = || report::check_watched(&claims, against.as_ref(), &options, lexicon.get(), watch);
        report_tables(&pooled(threads, checked)?)
    };
    let tell = |now: Progress| meanwhile.map_or(Ok(()), |tell| tell.call1((now.stage.as_str(), now.done, now.total)).map(drop));
    by_name(py, heard(py, work, tell)?)
}

/// What claims tell of others before these are compared: the tables `entities` and `sources` of a report.
#[pyfunction]
#[pyo3(signature = (claims, options = None, threads = None, lexicon = None))]
fn learnt<'py>(
    py: Python<'py>,
    claims: &Bound<'py, PyDict>,
    options: Option<&Bound<'py, PyDict>>,
    threads: Option<usize>,
    lexicon: Option<&Bound<'py, Words>>,
) -> PyResult<Bound<'py, PyDict>> {
    let (claims, options, lexicon) = (take::claims(claims)?, asked(options)?, Tables::of(lexicon));
    let work = move |watch: &Watch| {
        let report = pooled(threads, || report::learnt(&claims, &options, lexicon.get(), watch))?;
        Ok(vec![("entities", Table::of(&report.entities)?), ("sources", Table::of(&report.sources)?)])
    };
    by_name(py, heard(py, work, |_| Ok(()))?)
}

/// Pairs of articles that hang together.
#[pyfunction]
#[pyo3(signature = (claims, options = None, threads = None, lexicon = None))]
fn related(
    py: Python<'_>,
    claims: &Bound<'_, PyDict>,
    options: Option<&Bound<'_, PyDict>>,
    threads: Option<usize>,
    lexicon: Option<&Bound<'_, Words>>,
) -> PyResult<Vec<(String, String)>> {
    let (claims, options, lexicon) = (take::claims(claims)?, asked(options)?, Tables::of(lexicon));
    let work = move |watch: &Watch| pooled(threads, || report::related(&claims, &options, lexicon.get(), watch));
    Ok(heard(py, work, |_| Ok(()))?.into_iter().collect())
}

/// By which keys the claims of each article meet others: the table is described in `link::keys`.
#[pyfunction]
#[pyo3(signature = (claims, whole = None, lexicon = None))]
fn keys(
    py: Python<'_>,
    claims: &Bound<'_, PyDict>,
    whole: Option<&Bound<'_, PyDict>>,
    lexicon: Option<&Bound<'_, Words>>,
) -> PyResult<Table> {
    let (claims, whole) = (take::claims(claims)?, whole.map(take::whole).transpose()?.unwrap_or_default());
    let lexicon = Tables::of(lexicon);
    detached(py, || Table::of(&link::keys(&mut Book::new(&claims, lexicon.get()), &whole, lexicon.get())))
}

/// Every pair of mentions, as a table like `relations`.
#[pyfunction]
fn pairs(py: Python<'_>, relations: &Bound<'_, PyAny>, claims: &Bound<'_, PyDict>) -> PyResult<Table> {
    let (relations, claims) = (Table::rows(relations)?, take::claims(claims)?);
    detached(py, || {
        let report = Report { relations, ..Report::default() };
        Table::of(&report::pairs(&report, &claims))
    })
}

/// A table that is made from a report and its casualties, without the lock.
fn of_report(
    py: Python<'_>,
    report: &Bound<'_, PyDict>,
    claims: &Bound<'_, PyDict>,
    lexicon: Option<&Bound<'_, Words>>,
    make: impl Fn(&Report, &Claims, &Lexicon) -> Result<Table> + Send + Sync,
) -> PyResult<Table> {
    let lexicon = Tables::of(lexicon);
    let (report, claims) = (take::report(report)?, take::casualties(claims)?);
    detached(py, || make(&report, &claims, lexicon.get()))
}

/// The tolls of a report by a named rule.
#[pyfunction]
#[pyo3(signature = (rule, report, claims, lexicon = None))]
fn tolls_by(
    py: Python<'_>,
    rule: &str,
    report: &Bound<'_, PyDict>,
    claims: &Bound<'_, PyDict>,
    lexicon: Option<&Bound<'_, Words>>,
) -> PyResult<Table> {
    of_report(py, report, claims, lexicon, |report, claims, lexicon| Table::of(&report::tolls_by(report, claims, rule, lexicon)?))
}

/// The incidents of a report in the shape of UCDP GED.
#[pyfunction]
#[pyo3(signature = (report, claims, lexicon = None))]
fn to_ucdp(
    py: Python<'_>,
    report: &Bound<'_, PyDict>,
    claims: &Bound<'_, PyDict>,
    lexicon: Option<&Bound<'_, Words>>,
) -> PyResult<Table> {
    of_report(py, report, claims, lexicon, |report, claims, lexicon| Table::of(&report::to_ucdp(report, claims, lexicon)))
}

/// The incidents of a report in the shape of Airwars.
#[pyfunction]
#[pyo3(signature = (report, claims, lexicon = None))]
fn to_airwars(
    py: Python<'_>,
    report: &Bound<'_, PyDict>,
    claims: &Bound<'_, PyDict>,
    lexicon: Option<&Bound<'_, Words>>,
) -> PyResult<Table> {
    of_report(py, report, claims, lexicon, |report, claims, lexicon| Table::of(&report::to_airwars(report, claims, lexicon)))
}

/// The whole derivation of the verdict on two claims.
#[pyfunction]
#[pyo3(signature = (claims, left, right, options = None, lexicon = None))]
fn explain_pair(
    py: Python<'_>,
    claims: &Bound<'_, PyDict>,
    left: &str,
    right: &str,
    options: Option<&Bound<'_, PyDict>>,
    lexicon: Option<&Bound<'_, Words>>,
) -> PyResult<String> {
    let lexicon = Tables::of(lexicon);
    let (claims, options) = (take::claims(claims)?, asked(options)?);
    detached(py, || report::explain(&claims, left, right, &options, lexicon.get()))
}

/// How two quotations stand to each other, and every edit between them.
#[pyfunction]
fn compare_quotes<'py>(py: Python<'py>, a: &Bound<'py, PyAny>, b: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDict>> {
    let text = |value, name: &str| {
        take::words(value, || name.to_owned())?.ok_or_else(|| PyTypeError::new_err(format!("{name} is None, and text is needed")))
    };
    let (a, b) = (text(a, "the first quotation")?, text(b, "the second quotation")?);
    let found = detached(py, || Ok(value::words::compare_quotes(&a, &b)))?;
    let edits = PyList::empty(py);
    for edit in found.edits {
        let row = PyDict::new(py);
        row.set_item("class", explain::class_name(edit.class))?;
        row.set_item("left", edit.left)?;
        row.set_item("right", edit.right)?;
        edits.append(row)?;
    }
    let comparison = PyDict::new(py);
    comparison.set_item("relation", found.relation.to_string())?;
    comparison.set_item("edits", edits)?;
    Ok(comparison)
}

/// Columns of any object with `__arrow_c_stream__`, by name: those that `choose` gives of all names. The stream is read once.
#[pyfunction]
fn columns<'py>(py: Python<'py>, table: &Bound<'py, PyAny>, choose: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDict>> {
    let (schema, batches) = capsule::import(table)?;
    let known: Vec<&str> = schema.fields().iter().map(|f| f.name().as_str()).collect();
    let chosen: Vec<String> = choose.call1((known,))?.extract()?;
    let found = PyDict::new(py);
    for name in chosen {
        let at = schema.index_of(&name).map_err(|_| PyKeyError::new_err(name.clone()))?;
        let all = PyList::empty(py);
        for batch in &batches {
            for value in fault::guarded(|| values::to_python(py, batch.column(at).as_ref()))? {
                all.append(value)?;
            }
        }
        found.set_item(name, all)?;
    }
    Ok(found)
}

fn claim_tables(claims: &Claims) -> Result<Vec<(&'static str, Table)>> {
    Ok(vec![
        ("articles", Table::of(&claims.articles)?),
        ("dates", Table::of(&claims.dates)?),
        ("names", Table::of(&claims.names)?),
        ("casualties", Table::of(&claims.casualties)?),
        ("meetings", Table::of(&claims.meetings)?),
        ("quotes", Table::of(&claims.quotes)?),
        ("unread", Table::of(&claims.unread)?),
        ("skipped", Table::of(&claims.skipped)?),
    ])
}

fn report_tables(report: &Report) -> Result<Vec<(&'static str, Table)>> {
    Ok(vec![
        ("relations", Table::of(&report.relations)?),
        ("findings", Table::of(&report.findings)?),
        ("facts", Table::of(&report.facts)?),
        ("tolls", Table::of(&report.tolls)?),
        ("sources", Table::of(&report.sources)?),
        ("chains", Table::of(&report.chains)?),
        ("entities", Table::of(&report.entities)?),
        ("places", Table::of(&report.places)?),
        ("questions", Table::of(&report.questions)?),
        ("checklist", Table::of(&report.checklist)?),
        ("skipped", Table::of(&report.skipped)?),
    ])
}

fn by_name<'py>(py: Python<'py>, tables: Vec<(&'static str, Table)>) -> PyResult<Bound<'py, PyDict>> {
    let named = PyDict::new(py);
    for (name, table) in tables {
        named.set_item(name, Bound::new(py, table)?)?;
    }
    Ok(named)
}

/// Runs on so many threads, or on all.
fn pooled<T: Send>(threads: Option<usize>, work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    let Some(threads) = threads else { return work() };
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    pool.map_err(|e| Error::value(format!("{threads} threads cannot be started: {e}")))?.install(work)
}

/// The options of a check from a dict; a name that is none is told.
fn asked(given: Option<&Bound<'_, PyDict>>) -> PyResult<Options> {
    let mut options = Options::default();
    for (name, value) in given.into_iter().flatten() {
        match name.extract::<String>()?.as_str() {
            "owners" => options.owners = value.extract()?,
            "select" => options.select = value.extract()?,
            "ignore" => options.ignore = value.extract()?,
            "same" => options.same = value.extract()?,
            "apart" => options.apart = value.extract()?,
            "whole" => options.whole = take::whole(value.cast()?)?,
            other => return Err(PyValueError::new_err(format!("a check has no option {other:?}"))),
        }
    }
    Ok(options)
}

/// The native half of wirecheck.
#[pymodule]
fn _core(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<Table>()?;
    module.add_class::<Words>()?;
    module.add_function(wrap_pyfunction!(extract, module)?)?;
    module.add_function(wrap_pyfunction!(check, module)?)?;
    module.add_function(wrap_pyfunction!(learnt, module)?)?;
    module.add_function(wrap_pyfunction!(related, module)?)?;
    module.add_function(wrap_pyfunction!(keys, module)?)?;
    module.add_function(wrap_pyfunction!(pairs, module)?)?;
    module.add_function(wrap_pyfunction!(tolls_by, module)?)?;
    module.add_function(wrap_pyfunction!(to_ucdp, module)?)?;
    module.add_function(wrap_pyfunction!(to_airwars, module)?)?;
    module.add_function(wrap_pyfunction!(explain_pair, module)?)?;
    module.add_function(wrap_pyfunction!(compare_quotes, module)?)?;
    module.add_function(wrap_pyfunction!(columns, module)?)?;
    module.add_function(wrap_pyfunction!(table::table, module)?)?;
    module.add_function(wrap_pyfunction!(explain::forms, module)?)?;
    module.add_function(wrap_pyfunction!(explain::rules, module)?)?;
    module.add_function(wrap_pyfunction!(explain::verdicts, module)?)?;
    module.add_function(wrap_pyfunction!(explain::checks, module)?)?;
    module.add_function(wrap_pyfunction!(explain::stamp, module)?)?;
    Ok(())
}
