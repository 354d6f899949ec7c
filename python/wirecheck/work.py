"""The two long pieces of work, reading and comparing: they tell how far they are, and an interrupt loses nothing of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from . import _core
from .articles import Article, Articles, Skipped, as_rows
from .claims import CLAIMS, Claims, _of
from .kinds import COMPARED_TABLES
from .progress import Interrupted, Progress, comparing, reading
from .report import Report
from .sizes import current

_CHUNK = 250_000
"""Code points of text for each thread that are read in one go, a fraction of a second's work: between two, the bar moves."""


class Reading:
    """Articles on their way to claims, chunk by chunk; after an interrupt it goes on where it was."""

    def __init__(
        self,
        articles: Articles,
        kinds: list[str] | None,
        lexicon: _core.Lexicon | None,
        threads: int | None,
        progress: Progress,
    ) -> None:
        self._articles = articles
        self._options = (kinds, lexicon, threads, current().text)
        self._chunk = _CHUNK * (threads or os.cpu_count() or 1)
        self._progress = progress
        # Each part with where it ends: one append keeps the two together, whenever Ctrl-C comes.
        self._parts: list[tuple[int, dict[str, _core.Table]]] = []

    def run(self) -> Claims:
        """The claims of all articles."""
        total = len(self._articles)
        try:
            with reading(self._progress, total, before=self.done) as tell:
                while not self._parts or self.done < total:
                    end = self._end()
                    part = _core.extract(as_rows(self._articles[self.done : end]), *self._options)
                    self._parts.append((end, part))
                    tell(end)
            return self.claims()
        except KeyboardInterrupt:
            raise Interrupted(f"stopped after {self.done:,} of {total:,} articles", self.claims(), self.run) from None

    @property
    def done(self) -> int:
        """How many articles have been read."""
        return self._parts[-1][0] if self._parts else 0

    def claims(self) -> Claims:
        """The claims of the articles read so far."""
        parts = [part for _, part in self._parts] or [_core.extract([])]
        tables = {name: _core.Table.concat([part[name] for part in parts]) for name in CLAIMS}
        if skipped := self._articles.skipped:
            tables["skipped"] = _core.Table.concat([skipped_rows(skipped), tables["skipped"]])
        return _of(Claims, tables)

    def _end(self) -> int:
        """Where the chunk ends that begins with the first article not read."""
        size, end = 0, self.done
        while end < len(self._articles) and (size < self._chunk or end == self.done):
            size += len(self._articles[end].text)
            end += 1
        return end


def chunks(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    """Articles in lists of so many code points; one without an article if there is none."""
    chunk: list[Article] = []
    left = size
    for article in articles:
        chunk.append(article)
        left -= len(article.text)
        if left <= 0:
            yield chunk
            chunk, left = [], size
    if chunk or left == size:
        yield chunk


def skipped_rows(skipped: Iterable[Skipped]) -> _core.Table:
    """What was left out of the articles, as a table of `skipped`."""
    rows = tuple(skipped)
    fields = [(column, kind, column == "article") for column, kind in _core.extract([])["skipped"].schema.items()]
    return _core.Table.of_columns("skipped", fields, [[row[name] for row in rows] for name, _, _ in fields])


class Comparing:
    """Claims, or articles on their way to them, that are checked; after an interrupt it goes on where it was."""

    def __init__(
        self,
        sides: list[Claims | Reading],
        options: Mapping[str, Any],
        lexicon: _core.Lexicon | None,
        threads: int | None,
        progress: Progress,
    ) -> None:
        self._sides = sides
        self._options = options
        self._how = (threads, lexicon)
        self._progress = progress

    def run(self) -> Report:
        """The report."""
        said = None
        try:
            for number, side in enumerate(self._sides):
                if isinstance(side, Reading):
                    self._sides[number] = side.run()
            claims, *others = [dict(side._tables) for side in self._claims()]
            other = others[0] if others else None
            both = claims if other is None else {name: _core.Table.concat([claims[name], other[name]]) for name in CLAIMS}
            count = sum(len(both[name]) for name in COMPARED_TABLES)
            said = f"stopped while {count:,} claims were compared"
            with comparing(self._progress, f"comparing {count:,} claims") as meanwhile:
                tables = _core.check(claims, other, self._options, *self._how, meanwhile)
            return Report(tables, both, self._options, self._how[1])
        except KeyboardInterrupt as stopped:
            said = said or (stopped.said if isinstance(stopped, Interrupted) else "stopped before anything was compared")
            raise Interrupted(said, self._read(), self.run) from None

    def _claims(self) -> list[Claims]:
        return [side.claims() if isinstance(side, Reading) else side for side in self._sides]

    def _read(self) -> Claims:
        """All that has been read, of both sides."""
        first, *more = self._claims()
        if not more:
            return first
        return _of(Claims, {name: _core.Table.concat([first._tables[name], more[0]._tables[name]]) for name in CLAIMS})
