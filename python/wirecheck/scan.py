"""Articles that are read as they are asked for, so that an archive may be larger than memory."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sized
from dataclasses import replace
from pathlib import Path
from typing import Any

from .articles import PIECE, Article, Articles, Skipped, _is_pandas, _refuse_url, each, is_table, numbered, table_rows
from .tables import _need


class Scan:
    """The articles of a file or of a folder, read anew each time they are gone through, one after the other.

    Attributes:
        skipped: Rows of `skipped` for the files of a folder that could not be read, as far as it has been gone through.
    """

    def __init__(self, path: Path, columns: Mapping[str, str] | None = None) -> None:
        """Made by `scan_articles`."""
        from .files import article_files

        self._path = path
        self._columns = columns
        self._paths = article_files(path) if path.is_dir() else [path]
        self.skipped: tuple[Skipped, ...] = ()

    def __iter__(self) -> Iterator[Article]:
        """The articles, as `read_articles` gives them in one piece; ids may be missing, and none is looked at twice."""
        from .files import ROWS, articles_of

        self.skipped = ()
        for path in self._paths:
            name = path.relative_to(self._path).as_posix() if path != self._path else path.name
            try:
                yield from articles_of(path, name, self._columns)
            except ValueError as wrong:
                # A file of many articles that breaks off has been read in part: leaving out the rest would say nothing of it.
                if path == self._path or path.suffix.lower() in ROWS:
                    raise
                self.skipped = (*self.skipped, {"article": name, "what": "file", "reason": str(wrong), "count": 1})

    @property
    def total(self) -> int | None:
        """How many articles there are, where that is known before they are read."""
        from .files.records import parquet_file

        if any(path.suffix.lower() != ".parquet" for path in self._paths):
            return None
        return sum(int(parquet_file(path).metadata.num_rows) for path in self._paths)

    def __repr__(self) -> str:
        return f"<wirecheck.Scan: {str(self._path)!r}>"


def scan_articles(path: str | Path, columns: Mapping[str, str] | None = None) -> Scan:
    """The articles of a file or a folder as `read_articles` gives them, but read as they are asked for.

    What is larger than memory goes to `extract(scan_articles("archive.parquet"), sink="claims/")`. Parquet, JSON lines and CSV are
    read row by row; a `.json` file is read whole. In a folder, a page or a document that cannot be read is skipped; a fault in a
    file of many articles ends the reading.

    Args:
        path: A file or a folder.
        columns: Which column holds which field, `{"text": "body"}`.

    Raises:
        ValueError: If there is no such file or folder, or a folder holds no articles; later on, if an article cannot be taken.
        ImportError: If a package that reads it is missing.
    """
    from .files import READ

    if isinstance(path, str):
        _refuse_url(path, "this")
    path = Path(path)
    if not path.exists():
        raise ValueError(f"there is no file or folder {str(path)!r}; a text goes to wirecheck.extract(text)")
    scan = Scan(path, columns)
    if not scan._paths:
        raise ValueError(f"the folder {str(path)!r} holds no articles; files end in {' '.join(READ)}")
    return scan


class Stream:
    """Articles on their way: each has an id, and no id comes twice."""

    def __init__(self, given: Any, columns: Mapping[str, str] | None = None) -> None:
        """Takes all that `extract` takes, and a path."""
        self._given = scan_articles(given, columns) if isinstance(given, Path) else given
        self._columns = columns

    @property
    def total(self) -> int | None:
        """How many articles there are, where that is known."""
        given = self._given
        if isinstance(given, Scan):
            return given.total
        if isinstance(given, (str, Article, Mapping)):
            return 1
        if hasattr(given, "count_rows"):  # a dataset of pyarrow
            return int(given.count_rows())
        return len(given) if isinstance(given, Sized) else None

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What was left out on the way so far."""
        return tuple(getattr(self._given, "skipped", ()))

    def __iter__(self) -> Iterator[Article]:
        seen = Ids()
        for row, article in enumerate(self._articles()):
            name = numbered(row) if article.id is None else article.id
            if not seen.add(name):
                raise ValueError(
                    f"row {row} has the article id {name!r}, and so has a row before it; ids must be unique, "
                    "so rename one or leave the ids out"
                )
            yield article if article.id is not None else replace(article, id=name)

    def _articles(self) -> Iterable[Article]:
        given = self._given
        if isinstance(given, Scan) or (isinstance(given, Articles) and not self._columns):
            return given
        if not is_table(given):
            return each(given, self._columns)
        return each(row for piece in _pieces(given) for row in table_rows(piece, self._columns))


def _pieces(table: Any) -> Iterator[Any]:
    """A table in pieces of some rows; a stream of Arrow is asked for one batch after the other."""
    if _is_pandas(table):
        yield from (table.iloc[start : start + PIECE] for start in range(0, len(table), PIECE)) if len(table) else (table,)
        return
    arrow = _need("pyarrow", "notebook")
    reader = arrow.RecordBatchReader.from_stream(table)
    empty = True
    for batch in reader:
        for start in range(0, len(batch), PIECE):
            empty = False
            yield batch.slice(start, PIECE)
    if empty:
        yield reader.schema.empty_table()


class Ids:
    """A set of article ids in 12 to 24 bytes each: ten million are told apart in a quarter of a gigabyte.

    An id is kept as 64 bits of its hash: of ten million ids, two different ones are taken for one in three of a million archives.
    """

    def __init__(self) -> None:
        """An empty set."""
        self._count = 0
        self._slots = array("Q", bytes(8 * 1024))

    def add(self, name: str) -> bool:
        """Whether the id is new."""
        digest = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        key = int.from_bytes(digest, "little") or 1
        if 3 * self._count > 2 * len(self._slots):
            self._grow()
        if new := self._put(key):
            self._count += 1
        return new

    def _put(self, key: int) -> bool:
        slots, mask = self._slots, len(self._slots) - 1
        at = key & mask
        while kept := slots[at]:
            if kept == key:
                return False
            at = (at + 1) & mask
        slots[at] = key
        return True

    def _grow(self) -> None:
        before = self._slots
        self._slots = array("Q", bytes(16 * len(before)))
        for key in before:
            if key:
                self._put(key)
