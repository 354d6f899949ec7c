"""Claims: the tables that reading gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from . import _core
from .tables import Table

if TYPE_CHECKING:
    from pathlib import Path

CLAIMS = ("articles", "dates", "names", "casualties", "meetings", "quotes", "unread", "skipped")


class _Tables:
    """Tables as attributes."""

    _names: tuple[str, ...] = ()

    def __init__(self, tables: Mapping[str, _core.Table]) -> None:
        self._tables = {name: Table(table) for name, table in tables.items()}

    def __iter__(self) -> Iterator[Table]:
        return iter(self._tables.values())

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._tables == other._tables

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(table)} {name}" for name, table in self._tables.items() if len(table))
        return f"<wirecheck.{type(self).__name__}: {counts or 'nothing'}>"


class Claims(_Tables):
    """All that was read from a collection of articles.

    Claims made elsewhere, by hand or by a model, enter through the same tables: `Claims(articles=df, casualties=df2)`.
    """

    _names = CLAIMS

    def __init__(self, **tables: Any) -> None:
        """Takes tables by name, from pandas, polars, Arrow or DuckDB; those left out are empty.

        Raises:
            KeyError: If there is no such table, or a required column is missing from one.
            ValueError: If a column holds another type than it should.
        """
        given = {name: _core.table(name, _streamable(table)) for name, table in tables.items()}
        empty = _core.extract([]) if len(given) < len(CLAIMS) else {}
        super().__init__({name: given[name] if name in given else empty[name] for name in CLAIMS})

    @property
    def articles(self) -> Table:
        """The articles with their metadata and what their furniture says."""
        return self._tables["articles"]

    @property
    def dates(self) -> Table:
        """Dates, times, durations and sets."""
        return self._tables["dates"]

    @property
    def names(self) -> Table:
        """Mentions of persons, organisations and places."""
        return self._tables["names"]

    @property
    def casualties(self) -> Table:
        """Casualty figures."""
        return self._tables["casualties"]

    @property
    def meetings(self) -> Table:
        """Meetings."""
        return self._tables["meetings"]

    @property
    def quotes(self) -> Table:
        """Quotations."""
        return self._tables["quotes"]

    @property
    def unread(self) -> Table:
        """Sentences with a trigger that gave no claim, and why."""
        return self._tables["unread"]

    @property
    def skipped(self) -> Table:
        """What was not read, and why."""
        return self._tables["skipped"]

    def _repr_html_(self) -> str:
        """How many claims of each kind, as Jupyter shows them."""
        from .display.notebook import claims_html

        return claims_html(self._tables)

    def join(self, other: Any, columns: Mapping[str, str] | None = None) -> Claims:
        """The claims with the caller's columns behind the columns of every table, matched by article id as `Table.join` does.

        Raises:
            ValueError: If `other` has no column of ids, tells of one article twice, or of none of ours.
        """
        from .join import Brought

        brought = Brought(other, columns)
        return _of(Claims, {name: brought.beside(table, some=name == "articles") for name, table in self._tables.items()})


class StoredClaims:
    """Claims that stand on disk.

    Attributes:
        path: Where they stand: a folder, or one wide Parquet file.
    """

    def __init__(self, path: Path) -> None:
        """Made by `extract(sink=)`."""
        self.path = path

    @property
    def claims(self) -> Claims:
        """The claims, read into memory: row for row those that `extract` gives without a sink."""
        from .sink import read_claims

        return read_claims(self.path)

    def __repr__(self) -> str:
        return f"<wirecheck.StoredClaims: {str(self.path)!r}>"


def _of(cls: type[Claims], tables: Mapping[str, _core.Table]) -> Claims:
    """Claims of tables that are known to be right."""
    claims = cls.__new__(cls)
    _Tables.__init__(claims, tables)
    return claims


def _streamable(table: Any) -> Any:
    if hasattr(table, "__arrow_c_stream__"):
        return table
    raise ValueError(f"a table of claims comes from pandas, polars, Arrow, DuckDB or wirecheck; this is a {type(table).__name__}")
