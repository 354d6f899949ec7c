"""Parquet, with the version of our schema in its metadata."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from ..tables import Table, _need


def write_parquet(tables: Mapping[str, Table], folder: str | PathLike[str]) -> None:
    """One file a table."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        _need("pyarrow.parquet", "notebook").write_table(table.to_arrow(), folder / f"{name}.parquet")
