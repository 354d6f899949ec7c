"""`wirecheck diff`: claims gained, lost and changed between two files, of two versions of wirecheck or of the articles."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..claims import CLAIMS
from ..difference import Change, Difference, Row, difference
from ..display.show import LABELS
from ..display.terminal import printed
from ..files.records import jsonl_rows
from ..kinds import KIND_OF
from ..tables import _need
from .output import as_json, write

SAME, DIFFERS = 0, 1
STAMPS = {"wirecheck.rules": "the rule sets", "wirecheck.version": "the versions"}

NEEDED: dict[str, Any] = {
    "table": str,
    "article": str,
    "start": int,
    "end": int,
    "text": str,
    "fingerprint": str | None,
    "effect": str | None,
}

Told = dict[str, str]
"""What a file says of its making."""


def run(asked: argparse.Namespace) -> int:
    """Prints the differences, and gives status 1 where there are any."""
    old, made_old = _claims(Path(asked.old))
    new, made_new = _claims(Path(asked.new))
    found = [difference(table, old.get(table, ()), new.get(table, ())) for table in KIND_OF]
    told = _json(found, made_old, made_new) if asked.format == "json" else _text(found, made_old, made_new)
    write(asked.output, told)
    return DIFFERS if any(found) else SAME


def _claims(path: Path) -> tuple[dict[str, list[Row]], Told]:
    """The claims of a file by table, and what it says of its making."""
    if not path.is_file():
        raise ValueError(f"there is no file {str(path)!r}; `wirecheck extract ... -o {path.name}` writes one")
    readers = {".parquet": _parquet, ".jsonl": _jsonl}
    if path.suffix.lower() not in readers:
        raise ValueError(f"{path}: claims are compared in .parquet or .jsonl, as `wirecheck extract` writes them")
    rows, made = readers[path.suffix.lower()](path)
    tables: dict[str, list[Row]] = {}
    for row in rows:
        wrong = [name for name, kind in NEEDED.items() if not isinstance(row.get(name), kind)]
        if wrong or row["table"] not in KIND_OF:
            raise ValueError(
                f"{path} holds no claims as `wirecheck extract` writes them; a row has no {(wrong or ['table'])[0]!r} of ours"
            )
        tables.setdefault(row["table"], []).append(row)
    return tables, made


def _parquet(path: Path) -> tuple[list[Row], Told]:
    try:
        table = _need("pyarrow.parquet", "notebook").read_table(path)
    except (ValueError, OSError) as wrong:  # pyarrow's own errors are of these kinds
        raise ValueError(f"{path} is no Parquet: {wrong}") from wrong
    metadata = {
        key.decode(): value.decode() for key, value in (table.schema.metadata or {}).items() if key.startswith(b"wirecheck.")
    }
    # A file of all tables holds the articles too, and what was not read.
    others = [name for name in CLAIMS if name not in KIND_OF]
    return [row for row in table.to_pylist() if row.get("table") not in others], metadata


def _jsonl(path: Path) -> tuple[list[Row], Told]:
    rows: list[Row] = []
    for row in jsonl_rows(path):
        if not isinstance(row, dict):
            raise ValueError(f"{path}: a claim is an object, and this is a {type(row).__name__}")
        rows.append(row)
    return rows, {}


def _text(found: list[Difference], old: Told, new: Told) -> str:
    lines = [line for each in found for line in _table(each)]
    lines += [_stamp(key, said, old, new) for key, said in STAMPS.items()]
    gained, lost, changed = (sum(len(getattr(each, how)) for each in found) for how in ("gained", "lost", "changed"))
    same = sum(each.same + each.moved for each in found)
    moved = sum(each.moved for each in found)
    lines.append(f"{gained} gained, {lost} lost, {changed} changed, {same} the same{f' ({moved} moved)' if moved else ''}")
    return "\n".join(map(printed, lines)) + "\n"


def _table(found: Difference) -> Iterator[str]:
    for sign, rows in (("-", found.lost), ("+", found.gained)):
        yield from (f"{sign} {_claim(found.table, row)}" for row in rows)
    for change in found.changed:
        yield f"~ {_claim(found.table, change.new)}"
        yield from (f"    {name}: {_value(was)} → {_value(is_)}" for name, (was, is_) in change.columns.items())


def _claim(table: str, row: Row) -> str:
    kind = KIND_OF[table]
    words = " ".join(row["text"].split())
    try:
        label = LABELS[kind](row)
    except (KeyError, TypeError, ValueError, AttributeError):  # a file of another version may lack a column
        label = ""
    rule = f" ({row['rule']})" if row.get("rule") else ""
    return f"{row['article']}:{row['start']}-{row['end']} {kind}{f' {label}' if label else ''} “{words}”{rule}"


def _value(value: Any) -> str:
    return "nothing" if value is None or value == [] else "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _stamp(key: str, said: str, old: Told, new: Told) -> str:
    was, is_ = old.get(key), new.get(key)
    if was is None or is_ is None:
        return f"{said}: not told by {'either file' if was is is_ else 'the old file' if was is None else 'the new file'}"
    return f"{said} are the same ({is_})" if was == is_ else f"{said} differ ({was} → {is_})"


def _json(found: list[Difference], old: Told, new: Told) -> str:
    tables: Mapping[str, Any] = {
        each.table: {
            "gained": each.gained,
            "lost": each.lost,
            "changed": [_change(change) for change in each.changed],
            "moved": each.moved,
            "same": each.same,
        }
        for each in found
    }
    return as_json({"old": old, "new": new, "tables": tables})


def _change(change: Change) -> dict[str, Any]:
    columns = {name: {"old": was, "new": is_} for name, (was, is_) in change.columns.items()}
    return {"old": change.old, "new": change.new, "columns": columns}
