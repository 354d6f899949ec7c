"""The tables that claims and reports are made of."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import _core

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas
    import polars
    import pyarrow


class Table(_core.Table):
    """A table: Arrow inside, and to every other library through the Arrow interface.

    `len(table)`, `for row in table` (dicts), `table["low"]` (a column's values), `table[0]` (a row), `table[:10]` (a table),
    `.head()`, `.to_pandas()`, `.to_polars()`, `.to_arrow()`, `.to_pylist()`, equality and pickling.
    """

    def to_pandas(self) -> pandas.DataFrame:
        """The table as a pandas DataFrame; whole numbers with gaps become `Int64`, so that none turns into a float."""
        whole = {_need("pyarrow", "notebook").int64(): _need("pandas", "notebook").Int64Dtype()}
        frame: pandas.DataFrame = self.to_arrow().to_pandas(types_mapper=whole.get)
        return frame

    def to_polars(self) -> polars.DataFrame:
        """The table as a polars DataFrame."""
        frame: polars.DataFrame = _need("polars", "polars").DataFrame(self)
        return frame

    def to_arrow(self) -> pyarrow.Table:
        """The table as a pyarrow Table."""
        table: pyarrow.Table = _need("pyarrow", "notebook").table(self)
        return table

    def join(self, other: Any, on: str = "article", columns: Mapping[str, str] | None = None) -> Table:
        """The table with the columns of another one behind its own, matched by article id.

        Args:
            other: Any table with a column of article ids: `article`, `id`, or the one that `columns` names.
            on: Our column that holds the article ids.
            columns: How `other` names its ids, as for `extract`: `{"id": "key"}`.

        Raises:
            ValueError: If `other` has no such column, or tells of one article twice.
        """
        from .join import joined

        return joined(self, other, on, columns)

    def _repr_html_(self) -> str:
        """The table as Jupyter shows it."""
        from .display import table_html

        return table_html(self)


def _need(module: str, extra: str) -> Any:
    try:
        return import_module(module)
    except ImportError as missing:
        raise ImportError(f'this needs {module}; install it with: pip install "wirecheck[{extra}]"') from missing
