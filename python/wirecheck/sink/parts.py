"""The parts of a sink on its way: written one after the other, each whole or not at all, whenever the process is killed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from .. import _core
from ..articles import Article, Skipped, as_rows
from ..claims import CLAIMS
from ..sizes import Limits, current
from ..tables import _need
from ..whole import flush
from ..work import skipped_rows
from .tables import COMPRESSION, bind

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

SUFFIX = ".parts"
JOURNAL = "_wirecheck.json"
"""What stands in a sink and how it was read. Spark and Arrow leave files alone whose names begin with an underscore."""

_LOCK = "_lock"
_ABOUT = "wirecheck"
"""The key under which a wide file holds its journal."""


@dataclass(frozen=True)
class Journal:
    """What has been written, and of what.

    Attributes:
        reader: What reads: the version, the build of the core, the kinds and the names of the caller's own.
        articles: How many articles stand in the parts.
        digest: Tells these articles from any others.
        parts: How many parts there are.
        whole: Whether these are all.
    """

    reader: dict[str, Any]
    articles: int = 0
    digest: str = ""
    parts: int = 0
    whole: bool = False


def reader(kinds: list[str] | None, lexicon: _core.Lexicon | None) -> dict[str, Any]:
    """What reads: claims of two readers are never put side by side."""
    words = {} if lexicon is None else {"names": lexicon.names, "aliases": lexicon.aliases}
    return {
        "wirecheck": _core.__version__,
        "core": build(),
        "kinds": None if kinds is None else sorted(set(kinds)),
        "lexicon": words,
        "text": current().text,
    }


@cache
def build() -> str:
    """Tells this build of the core from any other."""
    return hashlib.blake2b(Path(str(_core.__file__)).read_bytes(), digest_size=16).hexdigest()


class Digest:
    """Tells articles apart by all that is read of them, in their order."""

    def __init__(self) -> None:
        self._hash = hashlib.blake2b(digest_size=16)

    def add(self, article: Article) -> None:
        """Takes one more article."""
        for value in as_rows((article,))[0]:
            data = b"" if value is None else str(value).encode("utf-8", "surrogatepass")
            self._hash.update(b"%d:" % (-1 if value is None else len(data)))
            self._hash.update(data)

    def __str__(self) -> str:
        return self._hash.hexdigest()


class Parts:
    """The folder of a sink on its way, and the sink that it becomes."""

    def __init__(self, sink: Path, reader: dict[str, Any]) -> None:
        """Nothing is touched yet."""
        self.sink = sink
        self.folder = sink.with_name(sink.name + SUFFIX)
        self._wide = sink.suffix.lower() == ".parquet"
        self._in_place = False
        self.journal = Journal(reader)

    @contextmanager
    def opened(self) -> Iterator[Parts]:
        """Takes up what an earlier call left.

        Raises:
            OSError: If the sink cannot be written.
            ValueError: If it holds something else, was read by another reader, or is being written by another process.
        """
        if not self.sink.exists():
            with self._told():
                self.folder.mkdir(parents=True, exist_ok=True)
        with self._locked():
            if self.sink.exists():
                self._take_up(self._journal_of_sink(), self.sink)
                self._in_place = True
                shutil.rmtree(self.folder, ignore_errors=True)  # a kill between the last two steps leaves it behind
            else:
                with suppress(FileNotFoundError):
                    self._take_up(_journal((self.folder / JOURNAL).read_text("utf-8"), self.folder), self.folder)
                self._sweep()
            yield self

    def add(self, tables: Mapping[str, _core.Table], articles: int, digest: str) -> None:
        """Writes one more part; after it, so many articles are done.

        Raises:
            OSError: If it cannot be written; the parts before it are whole.
        """
        number = self.journal.parts + 1
        with self._told():
            for name in CLAIMS:
                if len(tables[name]) or number == 1:  # a table without a row has a file that tells its columns
                    self._write(name, number, tables[name])
            self._note(replace(self.journal, articles=articles, digest=digest, parts=number))

    def finish(self, skipped: tuple[Skipped, ...]) -> None:
        """Puts what is whole in the sink's place."""
        if self._in_place:
            return
        with self._told():
            if skipped:
                self._write("skipped", 0, skipped_rows(skipped))
            if self._wide:
                about = {_ABOUT: json.dumps(asdict(replace(self.journal, whole=True)))}
                bind(self._files(), self.folder / "whole.parquet", about)
                flush(self.folder / "whole.parquet")
                os.replace(self.folder / "whole.parquet", self.sink)
                shutil.rmtree(self.folder)
            else:
                self._note(replace(self.journal, whole=True))
                (self.folder / _LOCK).unlink(missing_ok=True)
                os.rename(self.folder, self.sink)

    def _files(self) -> Iterator[tuple[str, Path]]:
        """The files of the parts, by part and table."""
        for number in range(self.journal.parts + 1):
            for name in CLAIMS:
                path = self._path(name, number)
                if path.exists():
                    yield name, path

    def _sweep(self) -> None:
        """Removes what a kill left of a part that was not whole."""
        kept = {path for _, path in self._files() if path.stem != f"{0:05}"}
        for path in self.folder.glob("*/*.parquet"):
            if path not in kept:
                path.unlink()

    def _path(self, name: str, number: int) -> Path:
        return self.folder / name / f"{number:05}.parquet"

    def _write(self, name: str, number: int, table: _core.Table) -> None:
        path = self._path(name, number)
        path.parent.mkdir(exist_ok=True)
        arrow = _need("pyarrow", "notebook")
        _need("pyarrow.parquet", "notebook").write_table(arrow.table(table), path, compression=COMPRESSION)
        flush(path)

    def _note(self, journal: Journal) -> None:
        """The one step by which a part counts."""
        beside = self.folder / f"{JOURNAL}.new"
        beside.write_text(json.dumps(asdict(journal)), "utf-8")
        flush(beside)
        os.replace(beside, self.folder / JOURNAL)
        self.journal = journal

    def _take_up(self, found: Journal, where: Path) -> None:
        """Goes on with what was found, if it was read as we read."""
        ours = self.journal.reader
        theirs = {"text": Limits.text} | {what: found.reader[what] for what in ours if what in found.reader}
        sentences = {
            "wirecheck": f"by wirecheck {theirs.get('wirecheck')}, and this is {ours['wirecheck']}",
            "core": "by another build of wirecheck",
            "kinds": f"with kinds={theirs.get('kinds')}, and this call has kinds={ours['kinds']}",
            "lexicon": "with another lexicon",
            "text": f"with texts of up to {theirs['text']:,} bytes, and this call allows {ours['text']:,}",
        }
        if (how := next((sentences[what] for what in ours if theirs.get(what) != ours[what]), None)) is not None:
            raise ValueError(f"{str(where)!r} was read {how}; delete it to read all anew, or give another sink")
        self.journal = found

    def _journal_of_sink(self) -> Journal:
        """The journal of a sink that is whole."""
        try:
            if self.sink.is_file():
                about = _need("pyarrow.parquet", "notebook").read_metadata(self.sink).metadata or {}
                text = about[_ABOUT.encode()].decode()
            else:
                text = (self.sink / JOURNAL).read_text("utf-8")
        except (OSError, ValueError, KeyError):
            raise ValueError(f"{str(self.sink)!r} is there and is no sink of claims; give another one, or delete it") from None
        return _journal(text, self.sink)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Keeps a second process away; the lock ends with the process, however that ends."""
        if fcntl is None or not self.folder.exists():
            yield
            return
        with (self.folder / _LOCK).open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise ValueError(f"another process is writing {str(self.sink)!r}; wait for it, or give another sink") from None
            except OSError:  # a file system without locks
                pass
            yield

    @contextmanager
    def _told(self) -> Iterator[None]:
        """An error of writing as a sentence."""
        arrow = _need("pyarrow", "notebook")
        try:
            yield
        except (OSError, arrow.ArrowException) as wrong:
            why = getattr(wrong, "strerror", None) or str(wrong)
            kept = (
                f"; the claims of the first {self.journal.articles:,} articles stand in {str(self.folder)!r}, and the same call goes on there"
                if self.journal.parts
                else ""
            )
            raise OSError(f"{str(self.sink)!r} cannot be written: {why}{kept}") from wrong


def _journal(text: str, where: Path) -> Journal:
    try:
        return Journal(**json.loads(text))
    except (ValueError, TypeError):
        raise ValueError(
            f"{str(where / JOURNAL)!r} is not what wirecheck wrote; delete {str(where)!r}, or give another sink"
        ) from None
