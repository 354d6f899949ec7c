"""Articles, in every form that a caller may have them."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, overload

from . import _core

Skipped = dict[str, Any]
"""A row of `report.skipped`: article, what, reason, count."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article. Claims are read from `text` alone, and every offset counts its code points.

    Attributes:
        text: The running text.
        id: The caller's id; without one, articles are numbered.
        published: When it was published: a date, a datetime, an ISO string, or None where that is not known.
        outlet: Who published it.
        title: Its headline.
        url: Where it stands on the web.
        role: `report`; `source` for a transcript, press release or court paper that quotations are aligned to; `coded` for a coder's
            notes, which the reports are held against.
    """

    text: str
    id: str | None = None
    published: str | datetime.date | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    role: str | None = None


FIELDS = tuple(field.name for field in fields(Article))

PIECE = 1000
"""Rows of a table that are turned into articles in one go, where a table is read as it is asked for."""


class Articles(Sequence[Article]):
    """Articles that have been read and checked, with what was left out of them on the way."""

    files: Mapping[str, str] = MappingProxyType({})
    """The path below the folder that was read of the file that holds an article, by the article's id."""

    def __init__(self, articles: Iterable[Article], skipped: Iterable[Skipped] = (), numbered: Iterable[str] = ()) -> None:
        """Keeps these articles; their ids are texts and unique, and those of `numbered` are ours."""
        self._articles = tuple(articles)
        self.skipped = tuple(skipped)
        self.numbered = frozenset(numbered)

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> Articles: ...
    def __getitem__(self, index: int | slice) -> Article | Articles:
        """One article, or some of them."""
        if isinstance(index, slice):
            return Articles(self._articles[index], self.skipped, self.numbered)
        return self._articles[index]

    def __len__(self) -> int:
        return len(self._articles)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Articles) and (self._articles, self.skipped) == (other._articles, other.skipped)

    def __hash__(self) -> int:
        return hash(self._articles)

    def __repr__(self) -> str:
        left_out = f", {sum(row['count'] for row in self.skipped)} skipped" if self.skipped else ""
        return f"<wirecheck.Articles: {len(self)} articles{left_out}>"


def read_articles(source: Any, columns: Mapping[str, str] | None = None) -> Articles:
    """Reads articles from a folder, a file or a table.

    Args:
        source: A path (`.txt .md .html .docx .json .jsonl .csv .parquet`, or a folder of these), or any table or iterable of
            articles. For files of text, pages and documents the id is the path below the folder. A page gives its article and what
            it states of itself (publication time, outlet, title, URL), and so does the front matter of Markdown; a document gives
            its text and title, and no day.
        columns: Which column holds which field, `{"text": "body"}`; of Markdown, which name in its front matter.

    Returns:
        The articles, with the rows of `skipped` for what could not be read inside a folder.

    Raises:
        ValueError: If a named file cannot be read or holds no article, a folder holds none, a column is missing or an id stands
            twice.
        ImportError: If the package that reads pages (`wirecheck[web]`), documents (`wirecheck[office]`), front matter in YAML
            (`wirecheck[markdown]`) or Parquet is missing.
    """
    if isinstance(source, (str, Path)):
        from .files import read_path

        if isinstance(source, str):
            _refuse_url(source, "this")
        return read_path(Path(source), columns)
    return normalise(source, columns)


def normalise(given: Any, columns: Mapping[str, str] | None = None) -> Articles:
    """Articles from a text, an Article, a dict, an iterable of these, or a table."""
    if isinstance(given, Articles) and not columns:
        return given
    return finish(each(given, columns), getattr(given, "skipped", ()))


def each(given: Any, columns: Mapping[str, str] | None = None) -> Iterator[Article]:
    """The articles one after the other, as they come: their ids may be missing, or stand twice."""
    renamed = None  # the rows of a table come under the names of the fields
    if (pieces := table_pieces(given, columns)) is not None:
        rows: Iterator[Any] = (row for piece in pieces for row in table_rows(piece, columns))
    elif is_table(given):
        rows = iter(table_rows(given, columns))
    else:
        rows, renamed = _rows(given), columns
    return (_article(row, number, renamed) for number, row in enumerate(rows))


def finish(articles: Iterable[Article], skipped: Iterable[Skipped] = ()) -> Articles:
    """Numbers the articles without an id and refuses an id that stands twice."""
    first: dict[str, int] = {}
    own: list[str] = []
    done: list[Article] = []
    for row, article in enumerate(articles):
        if article.id is None:
            article = replace(article, id=numbered(row))
            own.append(str(article.id))
        name = str(article.id)
        if name in first:
            raise ValueError(
                f"rows {first[name]} and {row} have the same article id {name!r}; ids must be unique, "
                "so rename one or leave the ids out"
            )
        first[name] = row
        done.append(article)
    return Articles(done, skipped, own)


def as_rows(articles: Iterable[Article]) -> list[tuple[Any, ...]]:
    """The articles as the core takes them."""
    return [(a.id, a.text, a.published, a.outlet, a.title, a.url, a.role) for a in articles]


def numbered(row: int) -> str:
    """The id of an article that has none of its own."""
    return f"{row:03}"


def _rows(given: Any) -> Iterator[Any]:
    if isinstance(given, (str, Article, Mapping)):
        yield given
    elif isinstance(given, (bytes, bytearray)):
        raise ValueError("the article is given as bytes; decode them first, text = data.decode('utf-8')")
    elif isinstance(given, Iterable):
        yield from given
    else:
        raise ValueError(
            f"articles are a text, a wirecheck.Article, a dict with a 'text', a list of these, or a table; this is a {_type(given)}"
        )


def is_table(given: Any) -> bool:
    """Whether this is a table of pandas, polars, Arrow, DuckDB or ours."""
    return _is_pandas(given) or hasattr(given, "__arrow_c_stream__")


def _is_pandas(given: Any) -> bool:
    return type(given).__module__.partition(".")[0] == "pandas" and hasattr(given, "columns") and hasattr(given, "itertuples")


def table_pieces(given: Any, columns: Mapping[str, str] | None) -> Iterator[Any] | None:
    """The record batches of a Parquet file or a dataset of pyarrow, which are read as they are asked for; None of anything else."""
    schema: Any = getattr(given, "schema_arrow", None) or getattr(given, "schema", None)
    read: Any = getattr(given, "iter_batches", None) or getattr(given, "to_batches", None)
    if read is None or is_table(given) or not hasattr(schema, "names"):
        return None
    wanted = list(_mapping(columns, schema.names).values())
    pieces: Iterable[Any] = read(columns=wanted, batch_size=PIECE)
    return iter(pieces)


def table_rows(table: Any, columns: Mapping[str, str] | None) -> list[dict[str, Any]]:
    """The rows of a table as dicts of the fields of an article."""
    wanted: dict[str, str] = {}

    def choose(known: list[str]) -> list[str]:
        wanted.update(_mapping(columns, known))
        return list(wanted.values())

    values = table_columns(table, choose)
    rows = zip(*(values[column] for column in wanted.values()), strict=True)
    return [dict(zip(wanted, row, strict=True)) for row in rows]


def table_columns(table: Any, choose: Callable[[list[str]], Sequence[str]]) -> dict[str, list[Any]]:
    """The columns of any table, by name, that `choose` gives of all names."""
    if not _is_pandas(table):
        return _core.columns(table, choose)
    import_module("wirecheck.pandas")  # whoever has a frame may want its accessor
    place = {str(name): table.iloc[:, position] for position, name in enumerate(table.columns)}
    levels = {str(name): table.index.get_level_values(level) for level, name in enumerate(table.index.names) if name is not None}
    values = levels | place
    return {name: values[name].tolist() for name in choose([*place, *(name for name in levels if name not in place)])}


def _mapping(columns: Mapping[str, str] | None, known: Sequence[str]) -> dict[str, str]:
    """Which column holds which field; every column that the caller names must exist."""
    columns = _fields(columns)
    for field, column in columns.items():
        if column not in known:
            raise ValueError(f"there is no column {column!r} for {field!r}; the table has {_listed(known)}")
    wanted = {name: columns.get(name, name) for name in FIELDS if columns.get(name, name) in known}
    if "text" not in wanted:
        raise ValueError(
            f"the table has no column 'text'; it has {_listed(known)}. "
            f"Say which one holds the text: columns={{'text': {(known[0] if known else 'body')!r}}}"
        )
    return wanted


def _fields(columns: Mapping[str, str] | None) -> dict[str, str]:
    given = dict(columns or {})
    for field in given:
        if field not in FIELDS:
            raise ValueError(f"an article has no {field!r}; columns= renames {', '.join(FIELDS)}")
    return given


def _article(row: Any, number: int, columns: Mapping[str, str] | None) -> Article:
    if isinstance(row, str):
        return Article(_text(row, number), None)
    if isinstance(row, Article):
        row = {name: getattr(row, name) for name in FIELDS}
    elif isinstance(row, Mapping):
        named = _fields(columns)
        body = named.get("text", "text")
        if body not in row:
            raise ValueError(f"row {number} has no {body!r}; it has {_listed([str(key) for key in row])}")
        row = {name: row.get(named.get(name, name)) for name in FIELDS}
    else:
        raise ValueError(f"row {number} is a {_type(row)}; an article is a text, a wirecheck.Article or a dict with a 'text'")
    return Article(
        _text(row.get("text"), number),
        _id(row.get("id"), number),
        published_iso(row.get("published"), number),
        *(_words(row.get(name), name, number) for name in ("outlet", "title", "url", "role")),
    )


_URL = re.compile(r"\s*(https?://\S+)\s*", re.IGNORECASE)
_PATH = re.compile(r"\S+(/|\\|\.(txt|md|html?|docx|jsonl?|csv|parquet))", re.IGNORECASE)


def _text(value: Any, row: int) -> str:
    if _missing(value):
        return ""
    if not isinstance(value, str):
        raise ValueError(f"the text of row {row} is a {_type(value)}, not a str")
    _refuse_url(value, f"the text of row {row}")
    if _PATH.fullmatch(value):
        raise ValueError(
            f"the text of row {row} is {value!r}, which looks like a path; files and folders are read by wirecheck.read_articles({value!r})"
        )
    return value


def _refuse_url(value: str, what: str) -> None:
    if url := _URL.fullmatch(value):
        raise ValueError(
            f"{what} is a URL, and wirecheck fetches nothing; fetch it yourself, in two lines:\n"
            "    import trafilatura  # pip install trafilatura\n"
            f"    text = trafilatura.extract(trafilatura.fetch_url({url[1]!r}))"
        )


def _id(value: Any, row: int) -> str | None:
    if _missing(value):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    name = str(value)
    if not name:
        raise ValueError(f"the id of row {row} is empty; give it one, or leave the ids out")
    return name


def _words(value: Any, name: str, row: int) -> str | None:
    if _missing(value):
        return None
    if not isinstance(value, str):
        raise ValueError(f"the {name} of row {row} is a {_type(value)}, not a str")
    return value


def published_iso(value: Any, row: int = 0) -> str | None:
    """A publication time in any form as an ISO string, with its clock where it has one; None where it is missing.

    Raises:
        ValueError: If it is no day of the calendar; the sentence names the `row`.
    """
    if _missing(value):
        return None
    if isinstance(value, datetime.datetime):
        clock = (value.hour, value.minute, value.second) != (0, 0, 0) or value.tzinfo is not None
        return value.replace(microsecond=0).isoformat() if clock else value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if hasattr(value, "astype") and hasattr(value, "dtype"):  # numpy.datetime64
        value = str(value.astype("datetime64[s]"))
    if not isinstance(value, str):
        raise ValueError(f"the date of row {row} is a {_type(value)}; give a date, a datetime, an ISO string or None")
    iso = value.strip()
    if not iso:
        return None
    try:
        when = datetime.datetime.fromisoformat(iso)
    except ValueError as wrong:
        raise ValueError(
            f"the date of row {row} is {value!r}, which is no day of the calendar; write it as 2015-08-07 or 2015-08-07T14:05"
        ) from wrong
    return iso if len(iso) == 10 else published_iso(when, row) if len(iso) < 10 or iso[4:5] != "-" else iso.replace(" ", "T", 1)


def _missing(value: Any) -> bool:
    """None, NaN, NaT, pandas.NA."""
    if value is None or isinstance(value, str):
        return value is None
    if isinstance(value, float):
        return math.isnan(value)
    return type(value).__name__ in ("NaTType", "NAType") or str(value) == "NaT"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "no columns"


def _type(value: Any) -> str:
    return type(value).__name__
