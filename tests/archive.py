"""Forty short articles, in every form that an archive may have, written to sinks of a few articles a part."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

arrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'wirecheck[notebook]'")
parquet = pytest.importorskip("pyarrow.parquet")

from wirecheck.sink import parts, writing  # noqa: E402

TEXT = "At least {n} people were killed in Kabul on Monday, officials said. “We saw {n} of them,” said Omar Dorensk, a baker."
ROWS = [
    {"id": f"a{n}", "text": TEXT.format(n=n + 2), "published": "2026-05-06", "outlet": f"Outlet {n % 3}", "title": None}
    for n in range(40)
]
SINKS = pytest.mark.parametrize("name", ["claims", "claims.parquet"])


def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seven articles in a part; no test takes the power away, so none waits for the disk."""
    monkeypatch.setattr(parts.os, "fsync", lambda _: None)
    monkeypatch.setattr(writing, "PART", 7 * len(ROWS[0]["text"]))  # type: ignore[arg-type]


def table() -> Any:
    return arrow.Table.from_pylist(ROWS)


def written(path: Path) -> Path:
    """The articles as a file of the kind that its name tells."""
    if path.suffix == ".parquet":
        parquet.write_table(table(), path, row_group_size=9)
    elif path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    elif path.suffix == ".json":
        path.write_text(json.dumps(ROWS), encoding="utf-8")
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(ROWS[0]))
            writer.writeheader()
            writer.writerows(ROWS)
    return path
