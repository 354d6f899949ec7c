"""Claims and reports as files for others: CSV, Excel, Parquet, JSON Lines, W3C Web Annotations. docs/exchange.md tells what is in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ..claims import CLAIMS, Claims
from ..kinds import KIND_OF
from ..tables import Table, _need
from ..whole import whole
from .annotations import write_annotations
from .delimited import write_csv, write_rows
from .lines import write_lines
from .workbook import write_workbook


def write_claims(claims: Claims, path: str | Path) -> int:
    """Writes claims as the command does, and gives their number.

    A `.jsonl` holds one claim a line with the name of its `table` first; `.csv` holds one wide table with that column, and so does
    `.parquet`, which holds the articles too and is read back by `wirecheck.read_claims`; a folder gets one `.csv` a table, an `.xlsx` one sheet a table, a `.jsonld` Web Annotations.

    Raises:
        ValueError: If the path ends in something else.
    """
    path, given = Path(path), str(path)
    writers: dict[str, Callable[[Claims, Path], None]] = {
        ".jsonl": lambda claims, path: write_lines(_claims(claims), path),
        ".csv": _wide_csv,
        ".parquet": _wide_parquet,
        ".xlsx": lambda claims, path: write_workbook(claims._tables, path),
        ".jsonld": lambda claims, path: write_annotations(claims._tables, claims.articles, path),
    }
    if path.is_dir() or given.endswith("/"):
        write_csv(claims._tables, path)
    elif path.suffix.lower() in writers:
        writers[path.suffix.lower()](claims, path)
    else:
        raise ValueError(f"claims are written to {', '.join(writers)} or a folder/, not to {given!r}")
    return sum(map(len, _claims(claims).values()))


def _claims(claims: Claims) -> dict[str, Table]:
    return {name: claims._tables[name] for name in KIND_OF}


def _wide_csv(claims: Claims, path: Path) -> None:
    tables = _claims(claims)
    columns = list(dict.fromkeys(["table", *(column for table in tables.values() for column in table.columns)]))
    rows: Iterator[dict[str, Any]] = ({"table": name, **row} for name, table in tables.items() for row in table)
    write_rows(columns, rows, path)


def _wide_parquet(claims: Claims, path: Path) -> None:
    from ..sink.tables import COMPRESSION, wide_schema, widened

    about = claims.casualties.metadata
    writer, schema = _need("pyarrow.parquet", "notebook").ParquetWriter, wide_schema().with_metadata(about)
    with whole(path) as beside, writer(beside, schema, compression=COMPRESSION) as file:
        for name in CLAIMS:
            file.write_table(widened(name, claims._tables[name].to_arrow()).replace_schema_metadata(about))
