"""The caller's columns brought along."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from . import _core
from .articles import _id, _missing, table_columns
from .tables import Table

_KEYS = ("article", "id")


def joined(table: Table, other: Any, on: str, columns: Mapping[str, str] | None) -> Table:
    """`table` with the columns of `other` behind its own."""
    asked = dict(columns or {}).get("id")
    brought: list[str] = []
    keys: list[str] = []

    def choose(known: list[str]) -> list[str]:
        keys.extend(name for name in ((asked,) if asked else _KEYS) if name in known)
        if not keys:
            raise ValueError(
                f"the table to join has no column {asked or 'article'!r}; it has {', '.join(known)}. "
                "Say which one holds the article ids: columns={'id': 'key'}"
            )
        brought.extend(name for name in known if name != keys[0] and name not in table.columns)
        return [keys[0], *brought]

    found = table_columns(other, choose)
    ids, values = found[keys[0]], [found[name] for name in brought]
    row_of: dict[str, int] = {}
    for row, given in enumerate(ids):
        name = _id(given, row)
        if name is None:
            continue
        if name in row_of:
            raise ValueError(f"rows {row_of[name]} and {row} of the table to join both tell of article {name!r}")
        row_of[name] = row
    rows = [row_of.get(name) for name in table[on]]
    fields = [(name, kind, True) for name, kind in table.schema.items()]
    lists = [table[name] for name in table.columns]
    for name, column in zip(brought, values, strict=True):
        cells = [None if _missing(value) else value for value in column]
        kind, cells = _typed(cells)
        fields.append((name, kind, True))
        empty: Any = [] if kind.startswith("list") else False if kind == "bool" else None
        lists.append([empty if row is None or cells[row] is None else cells[row] for row in rows])
    return Table(_core.Table.of_columns(table.name, fields, lists))


def _typed(cells: list[Any]) -> tuple[str, list[Any]]:
    """The type of a column by its values; what is mixed or unknown becomes text."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {bool} and None not in cells:
        return "bool", cells
    if kinds == {int}:
        return "int64", cells
    if kinds and kinds <= {int, float}:
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
