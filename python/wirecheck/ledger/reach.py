"""Which stored articles a new one can touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..claims import Claims

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection


def affected(connection: Connection, claims: Claims) -> set[str]:
    """The ids of the stored articles whose verdicts may change when these claims come or go."""
    return {name for (name,) in connection.execute("SELECT article FROM articles").fetchall()}
