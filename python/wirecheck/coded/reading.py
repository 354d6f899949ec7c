"""A coded table in the form that somebody has it: rows with the numbers that a spreadsheet shows, and what is wrong with them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from ..articles import _missing, is_table, table_columns
from ..export.cells import unguarded
from ..packed import workbook

#: Faults that one message tells.
TOLD = 10
#: The number of the first row below the header.
FIRST = 2
WORKBOOK = (".xlsx", ".xlsm")

Row = dict[str, Any]
"""The cells of a row by their column; an empty cell is None."""


@dataclass(frozen=True)
class Sheet:
    """A table that has been read."""

    name: str | None
    """The name of its file; None for a table in memory."""
    columns: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]
    """Each row with its number; the header is row 1. Empty rows are left out and counted."""

    @property
    def called(self) -> str:
        """What a message calls it."""
        return self.name or "the table"


class Faults:
    """What is wrong with a table, gathered so that one message tells all."""

    def __init__(self, called: str) -> None:
        """Nothing yet."""
        self._called = called
        self._told: dict[tuple[int, str], None] = {}

    def add(self, row: int, column: str | None, what: object) -> None:
        """Writes one down, once."""
        self._told[row, f"row {row}, column {column!r}: {what}" if column else f"row {row}: {what}"] = None

    def end(self) -> None:
        """Raises what was written down, by row.

        Raises:
            ValueError: If there is anything.
        """
        if not self._told:
            return
        told = [said for _, said in sorted(self._told, key=lambda fault: fault[0])]
        more = [f"and {len(told) - TOLD} more"] if len(told) > TOLD else []
        raise ValueError("\n  ".join([f"{self._called} cannot be taken (row 1 is the header):", *told[:TOLD], *more]))


def sheet_of(table: Any) -> Sheet:
    """Reads a table from a CSV or Excel file, any data frame, or a list of dicts.

    Raises:
        ValueError: If it is none of these, or the file cannot be read as one.
        ImportError: If openpyxl is missing for a workbook.
    """
    if isinstance(table, (str, Path)):
        return _file(Path(table))
    if is_table(table):
        columns = table_columns(table, lambda known: known)
        rows = zip(*columns.values(), strict=True) if columns else ()
        return _sheet(None, list(columns), enumerate(rows, FIRST))
    if isinstance(table, Iterable) and not isinstance(table, (Mapping, bytes)):
        return _dicts(list(table))
    raise ValueError(
        f"a table is the path of a .csv or .xlsx file, a data frame, or a list of dicts; this is a {type(table).__name__}"
    )


def _dicts(rows: list[Any]) -> Sheet:
    for number, row in enumerate(rows, FIRST):
        if not isinstance(row, Mapping):
            raise ValueError(f"row {number} of the table is a {type(row).__name__}, not a dict of its columns")
    columns = list(dict.fromkeys(str(name) for row in rows for name in row))
    cells = ([row.get(name) for name in columns] for row in rows)
    return _sheet(None, columns, enumerate(cells, FIRST))


def _sheet(name: str | None, columns: list[str], rows: Iterable[tuple[int, Iterable[Any]]]) -> Sheet:
    twice = next((column for column in columns if columns.count(column) > 1), None)
    if twice is not None:
        raise ValueError(f"{name or 'the table'} has two columns {twice!r}; rename one of them")
    read = ((number, dict(zip(columns, map(_cell, cells), strict=False))) for number, cells in rows)
    full = tuple((number, row) for number, row in read if any(value is not None for value in row.values()))
    return Sheet(name, tuple(columns), full)


def _cell(value: Any) -> Any:
    if _missing(value) or (isinstance(value, str) and not value.strip()):
        return None
    is_scalar = type(value).__module__ == "numpy" and type(value).__name__ not in ("datetime64", "ndarray")
    return value.item() if is_scalar else value


def _file(path: Path) -> Sheet:
    suffix = path.suffix.lower()
    if not path.is_file():
        raise ValueError(f"there is no file {str(path)!r}; a table is the path of a .csv or .xlsx file, or a table itself")
    if suffix in WORKBOOK:
        return _workbook(path)
    if suffix == ".csv":
        return _csv(path)
    raise ValueError(f"{str(path)!r} is no .csv and no .xlsx file; save the table as one of these, or read it into a data frame")


def _csv(path: Path) -> Sheet:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise ValueError(f"{path.name}: byte {wrong.start} is no UTF-8; save it anew as “CSV UTF-8 (comma delimited)”") from wrong
    csv.field_size_limit(2**31 - 1)
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)  # of equals the comma
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [[unguarded(cell) for cell in row] for row in reader]
    except csv.Error as wrong:
        raise ValueError(f"{path.name}: line {reader.line_num} is no CSV ({wrong})") from wrong
    return _below_header(path.name, rows)


def _workbook(path: Path) -> Sheet:
    with workbook(path, read_only=True, data_only=True) as book:
        rows = [list(row) for row in book.worksheets[0].iter_rows(values_only=True)] if book.worksheets else []
    return _below_header(path.name, rows)


def _below_header(name: str, rows: list[list[Any]]) -> Sheet:
    if not rows or not any(_cell(cell) is not None for cell in rows[0]):
        raise ValueError(f"{name}: the first row holds no names of columns")
    head = [str(cell).strip() if _cell(cell) is not None else "" for cell in rows[0]]
    named = [place for place, column in enumerate(head) if column]
    faults = Faults(name)
    for number, row in enumerate(rows[1:], FIRST):
        if len(row) > len(head) and any(_cell(cell) is not None for cell in row[len(head) :]):
            faults.add(
                number, None, f"it has {len(row)} cells, and the header {len(head)}; a cell with a comma needs quotation marks"
            )
    faults.end()
    cells = ([row[place] if place < len(row) else None for place in named] for row in rows[1:])
    return _sheet(name, [head[place] for place in named], enumerate(cells, FIRST))
