"""CSV that opens safely in a spreadsheet, and comes back as it went."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from os import PathLike
from pathlib import Path
from typing import Any

from ..tables import Table
from ..whole import whole
from .cells import guarded, joined

#: With a mark of its encoding: Excel takes a CSV without one for the encoding of its own country. pandas, polars and DuckDB skip it.
ENCODING = "utf-8-sig"


def write_csv(tables: Mapping[str, Table], folder: str | PathLike[str]) -> None:
    """One file a table."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as files:  # none takes its place before all are written
        for name, table in tables.items():
            _write(table.columns, table, files.enter_context(whole(folder / f"{name}.csv")))


def write_rows(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], path: str | PathLike[str]) -> None:
    """Rows as one file."""
    with whole(path) as beside:
        _write(columns, rows, beside)


def _write(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], path: Path) -> None:
    with path.open("w", encoding=ENCODING, newline="") as file:
        writer = csv.writer(file)
        writer.writerow(map(guarded, columns))
        writer.writerows([_written(row.get(column)) for column in columns] for row in rows)


def _written(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = joined(value)
    return guarded(value) if isinstance(value, str) else value
