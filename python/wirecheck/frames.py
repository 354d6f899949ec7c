"""Our tables as data frames."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import _core
from .tables import Table, _need

if TYPE_CHECKING:
    import pandas
    import polars


def pandas_frame(table: Table) -> pandas.DataFrame:
    """A table as pandas users expect it."""
    pd = _need("pandas", "notebook")
    import_module("wirecheck.pandas")
    arrow = table.to_arrow()
    frame: pandas.DataFrame = arrow.to_pandas(date_as_object=False, types_mapper=_nullable(pd, _need("pyarrow", "notebook")).get)
    for name, kind in table.schema.items():
        if kind.startswith("list"):
            frame[name] = pd.Series(table[name], dtype=object, index=frame.index)
    return frame.astype(_pandas_types(pd, table, arrow))


def polars_frame(table: Table) -> polars.DataFrame:
    """A table as polars users expect it."""
    pl = _need("polars", "polars")
    frame: polars.DataFrame = pl.DataFrame(table)
    return frame.cast({name: pl.Enum(words) for name, words in vocabularies(table).items()})


def vocabularies(table: Table) -> dict[str, list[str]]:
    """Every value that a column of the table may hold, for those with a closed vocabulary."""
    return {name: words for name, words in _vocabularies().get(table.name, {}).items() if name in table.columns}


@cache
def _vocabularies() -> dict[str, dict[str, list[str]]]:
    return {
        form["name"]: {column["name"]: column["values"] for column in form["columns"] if column["values"]}
        for form in _core.forms()
    }


def _nullable(pd: Any, pa: Any) -> dict[Any, Any]:
    return {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}


def _pandas_types(pd: Any, table: Table, arrow: Any) -> dict[str, Any]:
    """What the columns become that pyarrow gives otherwise."""
    never_null = {"int64": "int64", "bool": "bool"}
    types: dict[str, Any] = {name: pd.CategoricalDtype(words) for name, words in vocabularies(table).items()}
    for field in arrow.schema:
        kind = table.schema[field.name]
        if kind == "date32":
            types[field.name] = "datetime64[s]"
        elif not field.nullable and kind in never_null:
            types[field.name] = never_null[kind]
    return types
