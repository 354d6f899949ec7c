"""Claims as files."""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .claims import CLAIMS, Claims
from .tables import Table, _need

KINDS = ("casualties", "meetings", "quotes", "dates", "names")


def write_claims(claims: Claims, path: str | Path) -> int:
    """Writes claims and gives their number.

    A `.jsonl` holds one claim a line with the name of its `table` first; `.csv` holds one wide table with that column, and so does
    `.parquet`, which holds the articles too and is read back by `wirecheck.read_claims`; a folder gets one `.csv` a table.

    Raises:
        ValueError: If the path ends in something else.
    """
    path, given = Path(path), str(path)
    writers = {".jsonl": _jsonl, ".csv": _csv, ".parquet": _parquet}
    if path.is_dir() or given.endswith("/"):
        path.mkdir(parents=True, exist_ok=True)
        for name in ("articles", *KINDS, "unread", "skipped"):
            _csv_of(getattr(claims, name).columns, iter(getattr(claims, name)), path / f"{name}.csv")
    elif path.suffix.lower() in writers:
        writers[path.suffix.lower()](claims, path)
    else:
        raise ValueError(f"claims are written to .jsonl, .csv, .parquet or a folder/, not to {given!r}")
    return sum(len(_table(claims, name)) for name in KINDS)


def _table(claims: Claims, name: str) -> Table:
    table: Table = getattr(claims, name)
    return table


def _rows(claims: Claims) -> Iterator[dict[str, Any]]:
    for name in KINDS:
        for row in _table(claims, name):
            yield {"table": name, **row}


def _columns(claims: Claims) -> list[str]:
    """Every column of every table, once."""
    return list(dict.fromkeys(["table", *(column for name in KINDS for column in _table(claims, name).columns)]))


def _jsonl(claims: Claims, path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False, default=_plain) + "\n" for row in _rows(claims))


def _csv(claims: Claims, path: Path) -> None:
    _csv_of(_columns(claims), _rows(claims), path)


def _csv_of(columns: list[str], rows: Iterator[dict[str, Any]], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows({key: "; ".join(map(str, v)) if isinstance(v, list) else v for key, v in row.items()} for row in rows)


def _parquet(claims: Claims, path: Path) -> None:
    from .sink.tables import COMPRESSION, wide_schema, widened

    with _need("pyarrow.parquet", "notebook").ParquetWriter(path, wide_schema(), compression=COMPRESSION) as file:
        for name in CLAIMS:
            file.write_table(widened(name, _table(claims, name).to_arrow()))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
