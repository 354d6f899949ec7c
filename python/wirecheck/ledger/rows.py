"""Rows of a ledger, from its file and into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from .. import _core
from ..claims import CLAIMS, Claims
from ..tables import Table
from .schema import columns, listed

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection

_TYPES = {"VARCHAR": "utf8", "BIGINT": "int64", "BOOLEAN": "bool", "DATE": "date32", "TIMESTAMP": "timestamp"}


def claims(connection: Connection, articles: Iterable[str] | None = None) -> Claims:
    """The claims of some articles, or of all: by the ids of the articles, whatever order they came in."""
    if articles is None:
        return Claims(**{name: _ordered(connection, name, "") for name in CLAIMS})
    with named(connection, "wanted", articles):
        return Claims(**{name: _ordered(connection, name, "WHERE article IN (FROM wanted)") for name in CLAIMS})


def _ordered(connection: Connection, name: str, where: str) -> Table:
    return ours(name, connection.sql(f"SELECT {listed(name)} FROM {name} {where} ORDER BY article, rowid"))


def ours(name: str, answer: Any) -> Table:
    """An answer that has the columns of one of our tables."""
    if name in CLAIMS:
        return Table(_core.table(name, answer))
    return _made(name, answer, [(column, kind, nullable) for column, (_, kind, nullable) in columns(name).items()])


def empty(connection: Connection, name: str) -> Table:
    """One of our tables without rows."""
    return ours(name, connection.sql(f"SELECT {listed(name)} FROM {name} LIMIT 0"))


def table(name: str, answer: Any) -> Table:
    """Any other answer."""
    return _made(
        name, answer, [(column, _TYPES[str(kind)], True) for column, kind in zip(answer.columns, answer.types, strict=True)]
    )


def _made(name: str, answer: Any, fields: list[tuple[str, str, bool]]) -> Table:
    cells = _core.columns(answer, list)
    return Table(_core.Table.of_columns(name, fields, [cells[column] for column, _, _ in fields]))


def without(table: Table, column: str, values: set[str]) -> Table:
    """The rows of a table that have none of these values in a column."""
    kept = [nr for nr, value in enumerate(table[column]) if value not in values]
    if len(kept) == len(table):
        return table
    name, fields, columns, metadata = table.__reduce__()[1]  # the columns with their types, as they pickle
    return Table(_core.Table.of_columns(name, fields, [[cells[nr] for nr in kept] for cells in columns], metadata))


@contextmanager
def named(connection: Connection, name: str, ids: Iterable[str]) -> Iterator[None]:
    """Ids as a table of one column, `article`, while they are asked for."""
    with lent(connection, {name: ids_table(ids)}):
        yield


def ids_table(ids: Iterable[str]) -> _core.Table:
    """Ids as a table of one column, `article`."""
    return _core.Table.of_columns("ids", [("article", "utf8", False)], [list(ids)])


@contextmanager
def lent(connection: Connection, tables: Mapping[str, _core.Table]) -> Iterator[None]:
    """Tables that a connection sees under these names for a while."""
    for name, table in tables.items():
        # Copied, since a stream of Arrow is read once, and not every DuckDB asks for it again.
        connection.register("stream", table)
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS FROM stream")
        connection.unregister("stream")
    yield
    # After an error nothing can be dropped in its transaction, and the connection is closed anyway.
    for name in tables:
        connection.execute(f"DROP TABLE temp.{name}")


def insert(
    connection: Connection, name: str, rows: _core.Table, behind: Mapping[str, str] | None = None, where: str = "true"
) -> None:
    """Adds rows to one of our tables, those for which `where` holds, with SQL for what a ledger knows besides."""
    more = dict(behind or {})
    into = ", ".join([listed(name), *more])
    with lent(connection, {"given": rows}):
        connection.execute(
            f"INSERT INTO {name} ({into}) SELECT {', '.join([listed(name), *more.values()])} FROM given WHERE {where}"
        )
