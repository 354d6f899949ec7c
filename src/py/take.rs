//! Articles and claims as Python hands them over.

use pyo3::exceptions::{PyTypeError, PyUnicodeEncodeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use super::fault::raised;
use super::table::Table;
use crate::claim::record::Claims;
use crate::lexicon::vocabulary::{Kind, Role};
use crate::link::{Asked, Whole};
use crate::report::record::{Report, Source};
use crate::table::Row;
use crate::text::Article;

/// One article, as `articles.py` makes it: id, text, published, outlet, title, url, role.
type Given<'py> = (
    Bound<'py, PyAny>,
    Bound<'py, PyAny>,
    Bound<'py, PyAny>,
    Bound<'py, PyAny>,
    Bound<'py, PyAny>,
    Bound<'py, PyAny>,
    Bound<'py, PyAny>,
);

/// The articles of an iterable of tuples.
pub(super) fn articles(given: &Bound<'_, PyAny>) -> PyResult<Vec<Article>> {
    given
        .try_iter()?
        .enumerate()
        .map(|(row, given)| {
            let (id, text, published, outlet, title, url, role) = given?.extract::<Given>()?;
            let id = words(&id, || format!("the id of the article in row {row}"))?.unwrap_or_default();
            let of = |what: &str, value: &Bound<'_, PyAny>| words(value, || format!("the {what} of article {id:?}"));
            Ok(Article {
                text: of("text", &text)?.unwrap_or_default(),
                published: of("published", &published)?,
                outlet: of("outlet", &outlet)?,
                title: of("title", &title)?,
                url: of("url", &url)?,
                role: match of("role", &role)? {
                    None => Role::Report,
                    Some(role) => role.parse().map_err(|e| raised(&e))?,
                },
                id,
            })
        })
        .collect()
}

/// A text, or None. A lone surrogate, which no file holds and Rust cannot, is told with its place.
pub(super) fn words(value: &Bound<'_, PyAny>, name: impl Fn() -> String) -> PyResult<Option<String>> {
    if value.is_none() {
        return Ok(None);
    }
    let text = value
        .cast::<PyString>()
        .map_err(|_| PyTypeError::new_err(format!("{} is a {}, and text is needed", name(), value.get_type())))?;
    text.extract::<String>().map(Some).map_err(|error| {
        let py = value.py();
        if !error.is_instance_of::<PyUnicodeEncodeError>(py) {
            return error;
        }
        let at = error.value(py).getattr("start").and_then(|at| at.extract::<usize>()).unwrap_or(0);
        PyValueError::new_err(format!(
            "{} holds half a character (a lone surrogate) at code point {at}; \
             clean it with text.encode(\"utf-16\", \"surrogatepass\").decode(\"utf-16\", \"replace\")",
            name()
        ))
    })
}

/// The kinds of claim asked for; all, if none are named.
pub(super) fn kinds(asked: Option<Vec<String>>) -> PyResult<Vec<Kind>> {
    let Some(asked) = asked else { return Ok(Kind::ALL.to_vec()) };
    asked.iter().map(|kind| kind.parse().map_err(|e| raised(&e))).collect()
}

/// The rows of a table by its form's name; none where it is not there.
fn rows<R: Row + Send>(tables: &Bound<'_, PyDict>) -> PyResult<Vec<R>> {
    tables.get_item(R::form().name)?.map_or_else(|| Ok(Vec::new()), |table| Table::rows(&table))
}

/// What tolls and sheets are made from, of the tables of a report by name.
pub(super) fn report(tables: &Bound<'_, PyDict>) -> PyResult<Report> {
    Ok(Report {
        facts: rows(tables)?,
        chains: rows(tables)?,
        sources: rows(tables)?,
        places: rows(tables)?,
        checklist: rows(tables)?,
        ..Report::default()
    })
}

/// What a whole collection knows of a part: `crowded`, a list of keys; `entities` and `sources`, tables like those of its report. Of `sources`
/// every row counts: an article that received no day is taken to have none.
pub(super) fn whole(given: &Bound<'_, PyDict>) -> PyResult<Whole> {
    let crowded: Vec<i64> = given.get_item("crowded")?.map_or_else(|| Ok(Vec::new()), |keys| keys.extract())?;
    let sources: Vec<Source> = rows(given)?;
    let received = |s: &Source| s.anchor_from.clone().zip(s.anchor_date);
    Ok(Whole {
        crowded: crowded.into_iter().map(i64::cast_unsigned).collect(),
        merges: rows(given)?,
        days: sources.iter().map(|s| (s.article.clone(), received(s))).collect(),
        asked: given
            .get_item("asked")?
            .map(|asked| asked.extract())
            .transpose()?
            .map(|(articles, pairs)| Asked { articles, pairs }),
    })
}

/// The casualties of claims, with their articles: all that a toll is made from.
pub(super) fn casualties(tables: &Bound<'_, PyDict>) -> PyResult<Claims> {
    Ok(Claims { articles: rows(tables)?, casualties: rows(tables)?, ..Claims::default() })
}

/// Claims from their tables by name; a table that is not there is empty.
pub(super) fn claims(tables: &Bound<'_, PyDict>) -> PyResult<Claims> {
    Ok(Claims {
        articles: rows(tables)?,
        dates: rows(tables)?,
        names: rows(tables)?,
        casualties: rows(tables)?,
        meetings: rows(tables)?,
        quotes: rows(tables)?,
        unread: rows(tables)?,
        skipped: rows(tables)?,
    })
}
