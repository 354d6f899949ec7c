"""Parquet, with the version of our schema in its metadata."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from os import PathLike
from pathlib import Path

from ..tables import Table, _need
from ..whole import whole


def write_parquet(tables: Mapping[str, Table], folder: str | PathLike[str]) -> None:
    """One file a table."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as files:  # none takes its place before all are written
        for name, table in tables.items():
            beside = files.enter_context(whole(folder / f"{name}.parquet"))
            _need("pyarrow.parquet", "notebook").write_table(table.to_arrow(), beside)
