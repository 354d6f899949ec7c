"""All tables as the sheets of a workbook, to be looked at: no cell is a formula."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from os import PathLike, fspath
from typing import Any

from ..tables import Table, _need
from ..whole import whole
from .cells import joined, put

#: The rows that a sheet of Excel has, with the header.
ROWS = 1_048_576
_NARROW, _WIDE = 14, 48
_LONG = ("text", "message", "explanation", "reason", "question")


def write_workbook(tables: Mapping[str, Table], path: str | PathLike[str]) -> None:
    """Writes them.

    Raises:
        ImportError: If openpyxl is not installed.
        ValueError: If a table has more rows than a sheet.
    """
    openpyxl = _need("openpyxl", "office")
    for name, table in tables.items():
        if len(table) >= ROWS:
            raise ValueError(
                f"the table {name!r} has {len(table):,} rows, and a sheet of Excel {ROWS:,}; write .to_parquet() or .to_csv()"
            )
    book = openpyxl.Workbook(write_only=True)
    with _space_for(path):
        for name, table in tables.items():
            _sheet(book.create_sheet(name), table.columns, table)
    save(book, path)


def save(book: Any, path: str | PathLike[str]) -> None:
    """Writes a workbook, whole or not at all.

    Raises:
        OSError: If it cannot be written; what stood at `path` stands there still.
    """
    with _space_for(path), whole(path) as beside:
        book.save(beside)


@contextmanager
def _space_for(path: str | PathLike[str]) -> Iterator[None]:
    """Sheets are first written to the folder for temporary files; of one that is full lxml tells in an error of its own."""
    try:
        yield
    except Exception as wrong:
        if type(wrong).__name__ != "SerialisationError":
            raise
        raise OSError(f"{fspath(path)}: the workbook cannot be written to the folder for temporary files ({wrong})") from wrong


def _sheet(sheet: Any, columns: list[str], rows: Iterable[Mapping[str, Any]]) -> None:
    make = _need("openpyxl.cell", "office").WriteOnlyCell
    letters = _need("openpyxl.utils", "office").get_column_letter
    bold = _need("openpyxl.styles", "office").Font(bold=True)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, 1):
        wide = column.removeprefix("left_").removeprefix("right_").removeprefix("other_") in _LONG
        sheet.column_dimensions[letters(number)].width = _WIDE if wide else _NARROW

    def cell(value: Any) -> Any:
        made = make(sheet)
        put(made, joined(value) if isinstance(value, list) else value if _kept(value) else str(value))
        return made

    def head(column: str) -> Any:
        made = cell(column)
        made.font = bold
        return made

    sheet.append([head(column) for column in columns])
    for row in rows:
        sheet.append([cell(row[column]) for column in columns])


def _kept(value: Any) -> bool:
    """Whether Excel has such a value: it counts days from 1900, and numbers to 15 digits."""
    if isinstance(value, datetime.date):
        return value.year >= 1900
    return value is None or isinstance(value, (bool, str, float)) or (isinstance(value, int) and abs(value) < 10**15)
