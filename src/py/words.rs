//! `wc.Lexicon`: the words that reading goes by, with names of the user's.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMapping, PyString};

use super::fault::detached;
use super::take;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::NameType;

/// The words that reading goes by: the English tables, and names of your own, which go before them.
#[pyclass(frozen, eq, hash, name = "Lexicon", module = "wirecheck._core")]
pub(super) struct Words {
    names: BTreeMap<String, NameType>,
    aliases: BTreeMap<String, String>,
    /// None where there are no names of the user's.
    lexicon: Option<Arc<Lexicon>>,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.names == other.names && self.aliases == other.aliases
    }
}

impl Eq for Words {}

impl Hash for Words {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.names, &self.aliases).hash(state);
    }
}

/// The tables that somebody asked for.
pub(super) enum Tables {
    English,
    Extended(Arc<Lexicon>),
}

impl Tables {
    pub(super) fn of(words: Option<&Bound<'_, Words>>) -> Self {
        words.and_then(|w| w.get().lexicon.clone()).map_or(Self::English, Self::Extended)
    }

    pub(super) fn get(&self) -> &Lexicon {
        match self {
            Self::English => Lexicon::english(),
            Self::Extended(lexicon) => lexicon,
        }
    }
}

#[pymethods]
impl Words {
    #[new]
    #[pyo3(signature = (*, names = None, aliases = None))]
    fn new(py: Python<'_>, names: Option<&Bound<'_, PyAny>>, aliases: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let typed = |(name, kind): (String, String)| match kind.parse() {
            Ok(kind) => Ok((name, kind)),
            Err(_) => Err(PyValueError::new_err(format!(
                "names: {name:?} is of the type {kind:?}; a name is one of {}",
                NameType::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ")
            ))),
        };
        let names: BTreeMap<_, _> = entries(names, "names")?.into_iter().map(typed).collect::<PyResult<_>>()?;
        let aliases: BTreeMap<_, _> = entries(aliases, "aliases")?.into_iter().collect();
        let own = !names.is_empty() || !aliases.is_empty();
        let lexicon = detached(py, || own.then(|| Lexicon::english().with_names(&names, &aliases)).transpose())?.map(Arc::new);
        Ok(Self { names, aliases, lexicon })
    }

    /// The names with their types.
    #[getter]
    fn names(&self) -> BTreeMap<&str, &'static str> {
        self.names.iter().map(|(name, kind)| (name.as_str(), kind.as_str())).collect()
    }

    /// The further names with what they name.
    #[getter]
    fn aliases(&self) -> BTreeMap<&str, &str> {
        self.aliases.iter().map(|(name, entity)| (name.as_str(), entity.as_str())).collect()
    }

    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<((), Bound<'py, PyDict>)> {
        let words = PyDict::new(py);
        words.set_item("names", self.names())?;
        words.set_item("aliases", self.aliases())?;
        Ok(((), words))
    }

    fn __repr__(&self) -> String {
        let counts = [("names", self.names.len()), ("aliases", self.aliases.len())];
        let told: Vec<_> = counts.iter().filter(|(_, n)| *n > 0).map(|(what, n)| format!("{what}={n}")).collect();
        format!("Lexicon({})", told.join(", "))
    }
}

/// The entries of a dict of texts.
fn entries(given: Option<&Bound<'_, PyAny>>, what: &str) -> PyResult<Vec<(String, String)>> {
    let Some(given) = given else { return Ok(Vec::new()) };
    let Ok(given) = given.cast::<PyMapping>() else {
        return Err(PyTypeError::new_err(format!("{what} is a {}, and a dict is needed", given.get_type().name()?)));
    };
    let mut out = Vec::new();
    for entry in given.items()? {
        let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = entry.extract()?;
        let name = text(&name, || format!("{what}: a name"))?;
        let value = text(&value, || format!("{what}: the value of {name:?}"))?;
        out.push((name, value));
    }
    Ok(out)
}

fn text(value: &Bound<'_, PyAny>, what: impl Fn() -> String) -> PyResult<String> {
    if !value.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err(format!("{} is a {}, and text is needed", what(), value.get_type().name()?)));
    }
    Ok(take::words(value, what)?.unwrap_or_default())
}
