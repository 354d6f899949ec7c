"""Claims that are written as they are read, for archives larger than memory.

A sink is a folder with a folder of Parquet files for each table, `claims/quotes/00001.parquet`, or one wide `claims.parquet` with a
column `table`. What is on its way stands in `claims.parts/` beside it, part by part, and takes the sink's name once it is whole.
"""

from __future__ import annotations

from pathlib import Path

from ..claims import CLAIMS, Claims
from .parts import SUFFIX
from .tables import read_table


def stored_claims(path: Path) -> Claims:
    """The claims of a folder with a folder or a `.parquet` for each table, or of one wide `.parquet` with a column `table`.

    Raises:
        ImportError: If pyarrow is not installed.
        ValueError: If there is nothing of the kind, it is not whole yet, or a newer version wrote it.
        KeyError: If a table lacks a column.
    """
    if not path.exists():
        on_its_way = path.with_name(path.name + SUFFIX)
        told = (
            f"; what was read so far stands in {str(on_its_way)!r}, and the call that made it goes on there"
            if on_its_way.exists()
            else ""
        )
        raise ValueError(f"there are no claims {str(path)!r}{told}")
    tables = {name: read_table(path, name) for name in CLAIMS}
    found = {name: table for name, table in tables.items() if table is not None}
    if not found:
        raise ValueError(f"{str(path)!r} holds no table of claims; a sink has {', '.join(CLAIMS)}")
    return Claims(**found)
