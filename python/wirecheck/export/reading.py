"""Claims read back from the files that a sink, Spark, `to_csv`, `to_parquet` and `to_jsonl` wrote."""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Callable, Iterable
from os import PathLike
from pathlib import Path
from typing import Any

from .. import _core
from ..claims import CLAIMS, Claims
from .cells import parted, unguarded
from .delimited import ENCODING

Columns = dict[str, Iterable[Any]]


def read_claims(path: str | PathLike[str]) -> Claims:
    """Reads claims from files of ours.

    Args:
        path: What `extract(sink=)`, Spark, `claims.to_parquet` or `claims.to_csv` wrote, a folder; or a file of one wide table,
            `.parquet`, that a sink or `wirecheck extract` wrote; or the `.jsonl` of `claims.to_jsonl`.

    Raises:
        ImportError: If pyarrow is not installed and the files are Parquet.
        ValueError: If there is nothing of the kind, it is not whole yet, was changed to something else, or a newer version wrote it.
        KeyError: If a table lacks a column.
    """
    path = Path(path)
    if path.is_dir() and (tables := {name: path / f"{name}.csv" for name in CLAIMS if (path / f"{name}.csv").is_file()}):
        return Claims(**{name: _csv(file, name) for name, file in tables.items()})
    if path.suffix.lower() == ".jsonl" and path.is_file():
        return Claims(**_lines(path))
    if path.is_file() and path.suffix.lower() != ".parquet":
        raise ValueError(f"{str(path)!r} is no folder, no .parquet and no .jsonl, as claims are written")
    from ..sink import stored_claims

    return stored_claims(path)


def _csv(path: Path, name: str) -> _core.Table:
    csv.field_size_limit(2**31 - 1)
    with path.open(encoding=ENCODING, newline="") as file:
        head, *rows = [[unguarded(cell) for cell in row] for row in csv.reader(file, strict=True)] or [[]]
    columns: Columns = dict(zip(head, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(head, ())
    return _typed(name, columns, str(path), _written)


def _lines(path: Path) -> dict[str, _core.Table]:
    found: dict[str, list[dict[str, Any]]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
                found.setdefault(row.pop("table"), []).append(row)
            except (ValueError, KeyError, AttributeError) as wrong:
                raise ValueError(f"{path}:{number}: this line is no row of a table ({wrong})") from wrong
    tables = {}
    for name, rows in found.items():
        columns: Columns = {
            column: [row.get(column) for row in rows] for column in dict.fromkeys(key for row in rows for key in row)
        }
        tables[name] = _typed(name, columns, str(path), _told)
    return tables


def _typed(name: str, columns: Columns, where: str, how: Callable[[Any, str, bool], Any]) -> _core.Table:
    """The table with the types of ours; what others added is text."""
    known = {c["name"]: (c["type"], c["nullable"]) for form in _core.forms() if form["name"] == name for c in form["columns"]}
    fields, cells = [], []
    for column, values in columns.items():
        kind, nullable = known.get(column, ("utf8", True))
        fields.append((column, kind, nullable))
        try:
            cells.append([how(value, kind, nullable) for value in values])
        except ValueError as wrong:
            raise ValueError(f"{where}, column {column!r}: {wrong}") from wrong
    return _core.Table.of_columns(name, fields, cells)


def _written(cell: str, kind: str, nullable: bool) -> Any:
    """A cell of a CSV."""
    if kind.startswith("list"):
        return [int(item) for item in parted(cell)] if kind == "list<int64>" else parted(cell)
    if not cell and (nullable or kind != "utf8"):
        return None
    if kind == "bool":
        return cell == "true"
    how: dict[str, Callable[[str], Any]] = {"int64": int, "float64": float, "date32": datetime.date.fromisoformat}
    return how.get(kind, str)(cell)


def _told(value: Any, kind: str, _: bool) -> Any:
    """A value of JSON."""
    return datetime.date.fromisoformat(value) if kind == "date32" and value is not None else value
