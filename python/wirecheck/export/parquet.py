"""Parquet, with the version of our schema in its metadata."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from os import PathLike
from pathlib import Path
from typing import Any

from .. import _core
from ..tables import Table, _need
from ..whole import whole

_SCHEMA = "wirecheck.schema"


def write_parquet(tables: Mapping[str, Table], folder: str | PathLike[str]) -> None:
    """One file a table."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as files:  # none takes its place before all are written
        for name, table in tables.items():
            beside = files.enter_context(whole(folder / f"{name}.parquet"))
            _need("pyarrow.parquet", "notebook").write_table(table.to_arrow(), beside)


def read_parquet(path: Path) -> Any:
    """A pyarrow table of a file of ours.

    Raises:
        ValueError: If the file is no Parquet, or a newer version wrote it with columns that we do not know.
    """
    arrow = _need("pyarrow", "notebook")
    try:
        table = _need("pyarrow.parquet", "notebook").read_table(path)
    except arrow.ArrowInvalid as wrong:
        raise ValueError(f"{path}: this is no Parquet file ({wrong})") from wrong
    said = (table.schema.metadata or {}).get(_SCHEMA.encode(), b"1").decode("utf-8", "replace")
    known = _core.extract([])["articles"].metadata[_SCHEMA]
    if said.isdecimal() and int(said) > int(known):
        raise ValueError(
            f"{path} has schema {said}, and wirecheck {_core.__version__} reads up to {known}: install the version that wrote it"
        )
    return table
