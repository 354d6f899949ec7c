"""The tables of a ledger: those of claims and reports with columns of their own behind, and what a ledger alone knows."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import __version__, _core
from ..claims import CLAIMS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection

SCHEMA = 1
"""Goes up when a table is made otherwise; columns that are new at the end of a table are added without."""

KEPT = (*CLAIMS, "relations", "findings", "entities", "sources")
"""The tables that have the names and columns of ours."""

_TYPES = {
    "utf8": "VARCHAR",
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "bool": "BOOLEAN",
    "date32": "DATE",
    "list<utf8>": "VARCHAR[]",
    "list<int64>": "BIGINT[]",
}

_EMPTY = {"VARCHAR": "''", "BIGINT": "0", "DOUBLE": "0", "BOOLEAN": "false", "DATE": "DATE '0001-01-01'"}

_BEHIND = {
    "articles": "version BIGINT, digest VARCHAR, waits VARCHAR, added TIMESTAMP",
    "relations": "left_fingerprint VARCHAR, right_fingerprint VARCHAR, of_versions BOOLEAN, added TIMESTAMP",
    "findings": "of_versions BOOLEAN, added TIMESTAMP",
}
"""What a ledger knows besides. `waits` says why an article is to be compared yet: it is new, edited, or was decided on."""

_OWN = """
CREATE TABLE ledger (schema_version BIGINT, wirecheck VARCHAR, words VARCHAR, owners VARCHAR);
CREATE TABLE versions (
    article VARCHAR, version BIGINT, text VARCHAR, published VARCHAR, outlet VARCHAR, title VARCHAR, url VARCHAR, role VARCHAR,
    digest VARCHAR, added TIMESTAMP, replaced TIMESTAMP, told BOOLEAN
);
CREATE TABLE moved (
    relation VARCHAR, left_article VARCHAR, left_value VARCHAR, left_text VARCHAR,
    right_article VARCHAR, right_value VARCHAR, right_text VARCHAR,
    before VARCHAR, now VARCHAR, reason VARCHAR, added TIMESTAMP
);
CREATE TABLE decisions (
    nr BIGINT, decision VARCHAR, fingerprint VARCHAR, other VARCHAR, about VARCHAR, "by" VARCHAR, why VARCHAR, decided TIMESTAMP
);
CREATE TABLE keys (article VARCHAR, kind VARCHAR, key BIGINT, open BOOLEAN, member BIGINT, cap BIGINT);
CREATE TABLE crowded (key BIGINT);
CREATE VIEW claims AS
    SELECT c.*, a.added FROM (
        SELECT id, article, 'casualty' AS kind, "start", "end", text, fingerprint FROM casualties
        UNION ALL SELECT id, article, 'meeting', "start", "end", text, fingerprint FROM meetings
        UNION ALL SELECT id, article, 'quote', "start", "end", text, fingerprint FROM quotes
    ) c JOIN articles a USING (article);
CREATE VIEW standing_decisions AS
    SELECT * FROM decisions
    QUALIFY row_number() OVER (PARTITION BY fingerprint, other ORDER BY nr DESC) = 1 AND decision <> 'withdrawn';
CREATE VIEW open_findings AS
    SELECT * FROM findings WHERE fingerprint NOT IN (
        SELECT fingerprint FROM standing_decisions WHERE decision = 'dismissed'
    );
"""


@cache
def columns(table: str) -> dict[str, tuple[str, str, bool]]:
    """The columns of one of our tables: the type of each in DuckDB and with us, and whether it may be null."""
    form = next(form for form in _core.forms() if form["name"] == table)
    return {column["name"]: (_TYPES[column["type"]], column["type"], column["nullable"]) for column in form["columns"]}


def listed(table: str, of: str = "") -> str:
    """The columns of one of our tables as SQL lists them."""
    return ", ".join(f'{of}"{name}"' for name in columns(table))


def create(connection: Connection) -> None:
    """Makes all tables in an empty file."""
    for table in KEPT:
        ours = [f'"{name}" {kind}{"" if nullable else " NOT NULL"}' for name, (kind, _, nullable) in columns(table).items()]
        behind = [_BEHIND[table]] if table in _BEHIND else []
        connection.execute(f"CREATE TABLE {table} ({', '.join(ours + behind)})")
    connection.execute(_OWN)
    connection.execute("INSERT INTO ledger VALUES (?, ?, '{}', '{}')", [SCHEMA, __version__])


def is_current(connection: Connection, path: Path) -> bool:
    """Whether every column of ours is there.

    Raises:
        ValueError: If the file holds no ledger, or one of a newer wirecheck.
    """
    there = _there(connection)
    if "ledger" not in there or any(table not in there for table in KEPT):
        raise ValueError(f"{str(path)!r} is a DuckDB file, but no ledger of wirecheck; give another path for the ledger")
    found = int(one(connection, "SELECT schema_version FROM ledger"))
    if found > SCHEMA:
        raise ValueError(
            f"the ledger {str(path)!r} was written by a newer wirecheck (schema version {found}; this one knows {SCHEMA}); "
            "pip install --upgrade wirecheck"
        )
    return not any(_missing(there, table) for table in KEPT)


def upgrade(connection: Connection) -> None:
    """Adds the columns that a newer wirecheck has at the end of its tables; in rows that were read before they are empty."""
    there = _there(connection)
    for table in KEPT:
        for name in _missing(there, table):
            kind, _, nullable = columns(table)[name]
            empty = "NULL" if nullable else _EMPTY.get(kind, "[]")
            connection.execute(f'ALTER TABLE {table} ADD COLUMN "{name}" {kind} DEFAULT {empty}')


def one(connection: Connection, query: str, given: list[Any] | None = None) -> Any:
    """The first cell of an answer, None where it has no rows."""
    # All rows are fetched: a connection with an answer half read does nothing else.
    rows = connection.execute(query, given or []).fetchall()
    return rows[0][0] if rows else None


def _there(connection: Connection) -> dict[str, set[str]]:
    rows = connection.execute("SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal").fetchall()
    tables: dict[str, set[str]] = {}
    for table, column in rows:
        tables.setdefault(table, set()).add(column)
    return tables


def _missing(there: dict[str, set[str]], table: str) -> list[str]:
    return [name for name in columns(table) if name not in there[table]]
