"""The tables that claims and reports are made of."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import _core

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from os import PathLike

    import pandas
    import polars
    import pyarrow


class Table(_core.Table):
    """A table: Arrow inside, and to every other library through the Arrow interface.

    `len(table)`, `for row in table` (dicts), `table["low"]` (a column's values), `table[0]` (a row), `table[:10]` (a table),
    `.head()`, `.to_pandas()`, `.to_polars()`, `.to_arrow()`, `.to_pylist()`, equality and pickling.
    """

    def to_pandas(self) -> pandas.DataFrame:
        """The table as a pandas DataFrame.

        Dates are `datetime64[s]`, which holds the years 1 to 9999; whole numbers that may be missing are `Int64`, so that none turns
        into a float, and flags that may be missing are `boolean`; closed vocabularies (`verdict`, `severity`, `effect`, ...) are
        categories, all of them, in the order of the documentation, by which `sort_values` sorts; lists are lists. `published` is a
        text, since it may be a day or a minute.
        """
        from .frames import pandas_frame

        return pandas_frame(self)

    def to_polars(self) -> polars.DataFrame:
        """The table as a polars DataFrame; closed vocabularies are an `Enum` in the order of the documentation.

        `polars.DataFrame(table)` gives the same with texts for these.
        """
        from .frames import polars_frame

        return polars_frame(self)

    def to_arrow(self) -> pyarrow.Table:
        """The table as a pyarrow Table."""
        table: pyarrow.Table = _need("pyarrow", "notebook").table(self)
        return table

    def to_csv(self, path: str | PathLike[str]) -> None:
        """Writes the table as a CSV that opens safely in a spreadsheet, as `claims.to_csv` does."""
        from .export.delimited import write_rows

        write_rows(self.columns, self, path)

    def to_excel(self, path: str | PathLike[str]) -> None:
        """Writes the table as a workbook of one sheet, as `claims.to_excel` does.

        Raises:
            ImportError: If openpyxl is not installed.
            ValueError: If it has more rows than a sheet.
        """
        from .export.workbook import write_workbook

        write_workbook({self.name: self}, path)

    def join(self, other: Any, on: str = "article", columns: Mapping[str, str] | None = None) -> Table:
        """The table with the columns of another one behind its own, matched by article id.

        Args:
            other: Any table with a column of article ids: `article`, `id`, or the one that `columns` names; in pandas the index may
                be it. The ids may be texts, whole numbers, floats like 3.0 or categories: they are compared as `extract` takes them.
            on: Our column that holds the article ids.
            columns: How `other` names its ids, as for `extract`: `{"id": "key"}`.

        Returns:
            The table; where `other` tells nothing of an article, its columns are null. A column that we have too is not brought.

        Raises:
            ValueError: If `other` has no such column, tells of one article twice, or of none of ours.
        """
        from .join import Brought

        return Brought(other, columns).beside(self, on)

    def _repr_html_(self) -> str:
        """The table as Jupyter shows it."""
        from .display.notebook import table_html

        return table_html(self)


def _built(name: str, rows: Sequence[Mapping[str, Any]]) -> Table:
    """A table of ours of these rows; what a row leaves out is null, or an empty list."""
    columns = next(form["columns"] for form in _core.forms() if form["name"] == name)
    fields = [(column["name"], column["type"], column["nullable"]) for column in columns]

    def cell(row: Mapping[str, Any], column: str, kind: str) -> Any:
        value = row.get(column)
        return [] if value is None and kind.startswith("list") else value

    return Table.of_columns(name, fields, [[cell(row, column, kind) for row in rows] for column, kind, _ in fields])


def _need(module: str, extra: str) -> Any:
    try:
        return import_module(module)
    except ImportError as missing:
        raise ImportError(f'this needs {module}; install it with: pip install "wirecheck[{extra}]"') from missing


@cache
def vocabulary(table: str, column: str) -> tuple[str, ...]:
    """The words that a column may hold."""
    form = next(form for form in _core.forms() if form["name"] == table)
    return tuple(next(found for found in form["columns"] if found["name"] == column)["values"])
