"""The tables of a sink: read one by one, and bound into one wide file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from .. import _core
from ..tables import Table, _need

TABLE = "table"
"""The column of a wide file that names the table of a row; `kind` is a column of meetings and quotes."""

COMPRESSION = "zstd"


@cache
def schemas() -> dict[str, Any]:
    """The Arrow schema of every table of claims."""
    arrow = _need("pyarrow", "notebook")
    return {name: arrow.table(table).schema for name, table in _core.extract([]).items()}


@cache
def wide_schema() -> Any:
    """The schema of the wide table of claims."""
    return wide_of(schemas())


def wide_of(schemas: Mapping[str, Any]) -> Any:
    """The schema of a wide table: `table`, then every column of every table once, all of them nullable."""
    arrow = _need("pyarrow", "notebook")
    fields = {field.name: field.with_nullable(True) for schema in schemas.values() for field in schema}
    return arrow.schema([arrow.field(TABLE, arrow.string(), nullable=False), *fields.values()])


def widened(name: str, table: Any, wide: Any = None) -> Any:
    """The rows of a table under the columns of all of them, of claims if nothing else is said."""
    arrow = _need("pyarrow", "notebook")
    wide = wide or wide_schema()
    columns = [
        table[field.name] if field.name in table.schema.names else arrow.nulls(len(table), field.type)
        for field in wide
        if field.name != TABLE
    ]
    named = arrow.repeat(arrow.scalar(name, arrow.string()), len(table))
    return arrow.Table.from_arrays([named, *columns], schema=wide)


def files_of(folder: Path, name: str) -> list[Path]:
    """The files of a table in a folder: of a sink, of Spark, or one by its name."""
    if (folder / f"{name}.parquet").is_file():
        return [folder / f"{name}.parquet"]
    below = next((place for place in (folder / name, folder / f"{TABLE}={name}") if place.is_dir()), None)
    return sorted(below.glob("*.parquet")) if below else []


def refuse_newer(path: Path, metadata: Mapping[bytes, bytes] | None) -> None:
    """Refuses a file whose tables have another form than ours.

    Raises:
        ValueError: If a newer version wrote it with columns that this one does not know.
    """
    said = (metadata or {}).get(b"wirecheck.schema", b"1").decode("utf-8", "replace")
    known = _core.stamp()["wirecheck.schema"]
    if said.isdecimal() and int(said) > int(known):
        raise ValueError(
            f"{path} has schema {said}, and wirecheck {_core.__version__} reads up to {known}: install the version that wrote it"
        )


def read_table(path: Path, name: str) -> Any:
    """A table of a sink as an Arrow table; None where the sink has no such table."""
    parquet, arrow = _need("pyarrow.parquet", "notebook"), _need("pyarrow", "notebook")
    try:
        if path.is_file():
            columns = [TABLE, *schemas()[name].names]
            refuse_newer(path, parquet.read_schema(path).metadata)
            return parquet.read_table(path, columns=columns, filters=[(TABLE, "==", name)]).drop_columns([TABLE])
        pieces = []
        for file in files_of(path, name):
            piece = parquet.ParquetFile(file)
            refuse_newer(file, piece.schema_arrow.metadata)
            # A file by the name of its table may have columns that a caller brought; parts of Spark have those of all tables.
            pieces.append(piece.read(columns=None if file.stem == name else schemas()[name].names))
    except (OSError, arrow.ArrowException) as wrong:
        raise ValueError(f"{str(path)!r} holds no claims that can be read: {wrong}") from wrong
    return arrow.concat_tables(pieces, promote_options="permissive") if pieces else None


def stored_report(path: Path, name: str) -> Table:
    """A table of a report in a folder, by its ids."""
    like = _core.check(_core.extract([]))[name]
    arrow = _need("pyarrow", "notebook")
    fields = [(field.name, like.schema[field.name], field.nullable) for field in arrow.table(like).schema]
    if not (files := files_of(path, name)):
        raise ValueError(f"{str(path)!r} holds no {name} of a report")
    parquet = _need("pyarrow.parquet", "notebook")
    pieces = [parquet.ParquetFile(file).read(columns=[column for column, _, _ in fields]) for file in files]
    rows = arrow.concat_tables(pieces, promote_options="permissive").sort_by("id" if "id" in like.columns else "article")
    return Table.of_columns(name, fields, [rows[column].to_pylist() for column, _, _ in fields])


def bind(files: Iterator[tuple[str, Path]], whole: Path, about: dict[str, str]) -> None:
    """Writes the tables in these files as one wide file, one file in memory at a time."""
    parquet = _need("pyarrow.parquet", "notebook")
    schema = wide_schema().with_metadata(about)
    with parquet.ParquetWriter(whole, schema, compression=COMPRESSION) as out:
        for name, file in files:
            out.write_table(widened(name, parquet.ParquetFile(file).read()).replace_schema_metadata(about))
