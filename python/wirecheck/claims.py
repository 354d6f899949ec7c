"""Claims: the tables that reading gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from os import PathLike
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

    def to_csv(self, folder: str | PathLike[str]) -> None:
        """Writes one `.csv` a table into a folder, which opens safely in a spreadsheet.

        UTF-8 with a mark of it, which Excel needs; an apostrophe goes before a text that a spreadsheet would take for a formula;
        lists are `a; b`.
        """
        from .export.delimited import write_csv

        write_csv(self._tables, folder)

    def to_excel(self, path: str | PathLike[str]) -> None:
        """Writes a workbook with one sheet a table, to be looked at: texts beyond 32,000 characters are cut.

        Raises:
            ImportError: If openpyxl is not installed (`wirecheck[office]`).
            ValueError: If a table has more rows than a sheet.
        """
        from .export.workbook import write_workbook

        write_workbook(self._tables, path)

    def to_parquet(self, folder: str | PathLike[str]) -> None:
        """Writes one `.parquet` a table into a folder, with the version of the schema in its metadata (`wirecheck.schema`).

        Raises:
            ImportError: If pyarrow is not installed (`wirecheck[notebook]`).
        """
        from .export.parquet import write_parquet

        write_parquet(self._tables, folder)

    def to_jsonl(self, path: str | PathLike[str]) -> None:
        """Writes all tables as one file of JSON Lines, each row with the name of its `table` first."""
        from .export.lines import write_lines

        write_lines(self._tables, path)

    def to_annotations(self, path: str | PathLike[str]) -> None:
        """Writes a collection of W3C Web Annotations (JSON-LD): each claim, relation and finding with its passages.

        A passage is told by its place in code points and by its words with those around them; a relation has two.
        """
        from .export.annotations import write_annotations

        write_annotations(self._tables, self._texts(), path)

    def _texts(self) -> Table:
        """The articles that places are told of."""
        return self._tables["articles"]

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

    @classmethod
    def from_table(
        cls, table: Any, *, columns: Mapping[str, str] | None = None, kind: str | None = None, articles: Any = None
    ) -> Claims:
        """Claims that were made elsewhere: a coder's table of casualties, meetings or quotations, one a row.

        `check(Claims.from_table("coded.csv"), against=articles)` says which rows no article supports, which figures lie outside those
        of the articles, and what the table lacks. docs/coded.md tells the fields and shows the tables of others.

        Args:
            table: A `.csv` or `.xlsx` path (its first sheet), a data frame of any kind, or a list of dicts.
            columns: Which column holds which field, `{"killed.best": "best_est", "place": "where_coordinates"}`. A column that is
                named as a field needs none.
            kind: What the rows are: casualty, meeting or quote; if None, what their columns tell.
            articles: The articles that the rows were coded from, each row with the id of its `article` and its place there
                (`start` and `end`, or words in `text` that stand there once). If None, the table stands for itself: each coder, and
                each article that he names, is an article with `role` coded whose text is his rows.

        Returns:
            The claims. What a row leaves out is null, or the word for what is not known; `claims.skipped` names the columns that
            were not read.

        Raises:
            ValueError: If the table cannot be read, or cells are wrong: one message names up to ten with row and column. The header
                is row 1, as a spreadsheet counts.
            ImportError: If openpyxl is missing for a workbook (`wirecheck[office]`).
        """
        from .coded import from_table

        return from_table(table, columns, kind, articles)

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
        from .sink import stored_claims

        return stored_claims(self.path)

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
