"""The caller's columns brought along."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from . import _core
from .articles import _id, _missing, table_columns
from .tables import Table

_KEYS = ("article", "id")


class Brought:
    """A table of the caller's, read once, with the row of each article."""

    def __init__(self, other: Any, columns: Mapping[str, str] | None) -> None:
        """Reads it."""
        asked = dict(columns or {}).get("id")

        def choose(known: list[str]) -> list[str]:
            key = next((name for name in ((asked,) if asked else _KEYS) if name in known), None)
            if key is None:
                raise ValueError(
                    f"the table to join has no column {asked or 'article'!r}; it has {', '.join(known) or 'no columns'}. "
                    "Say which one holds the article ids: columns={'id': 'key'}"
                )
            return [key, *(name for name in known if name != key)]

        (self._key, ids), *others = table_columns(other, choose).items()
        self._rows = _rows_of(ids)
        self._columns = {name: _typed([None if _missing(cell) else cell for cell in cells]) for name, cells in others}

    def beside(self, table: Table, on: str = "article", some: bool = True) -> Table:
        """`table` with these columns behind its own; with `some`, at least one article must be known to both."""
        ours = table[on]
        rows = [self._rows.get(name) for name in ours]
        if some and self._rows and any(name is not None for name in ours) and all(row is None for row in rows):
            raise ValueError(
                f"no article of the table {table.name!r} is in the table to join: here the ids are like {_example(ours)}, and "
                f"{self._key!r} has ids like {_example(self._rows)}; name the column that holds our ids, columns={{'id': 'key'}}"
            )
        name, fields, lists, metadata = table.__reduce__()[1]  # the columns with their types, as they pickle
        for column, (kind, cells) in self._columns.items():
            if column not in table.columns:
                fields.append((column, kind, True))
                lists.append([None if row is None else cells[row] for row in rows])
        return Table(_core.Table.of_columns(name, fields, lists, metadata))


def _rows_of(ids: list[Any]) -> dict[str, int]:
    """The row of each article; rows without an id tell of none."""
    row_of: dict[str, int] = {}
    for row, given in enumerate(ids):
        name = _id(given, row)
        if name is None:
            continue
        if name in row_of:
            raise ValueError(
                f"rows {row_of[name]} and {row} of the table to join both tell of article {name!r}; "
                "keep one of them, in pandas with df.drop_duplicates"
            )
        row_of[name] = row
    return row_of


def _example(ids: Any) -> str:
    return repr(next(iter(name for name in ids if name is not None)))


def _typed(cells: list[Any]) -> tuple[str, list[Any]]:
    """The type of a column by its values; what is mixed or unknown becomes text."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {bool}:
        return "bool", cells
    if kinds == {int} and all(cell is None or -(2**63) <= cell < 2**63 for cell in cells):
        return "int64", cells
    if kinds in ({float}, {int, float}):
        return "float64", [None if cell is None else float(cell) for cell in cells]
    if kinds == {datetime.date}:
        return "date32", cells
    if (
        kinds
        and all(issubclass(kind, datetime.datetime) for kind in kinds)
        and not any(cell is not None and cell.tzinfo for cell in cells)
    ):
        return "timestamp", [None if cell is None else datetime.datetime.fromisoformat(cell.isoformat()[:26]) for cell in cells]
    if kinds == {list} and all(isinstance(item, str) for cell in cells for item in cell or ()):
        return "list<utf8>", cells
    return "utf8", [None if cell is None else str(cell) for cell in cells]
