"""Reading into a sink."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from .. import _core, work
from ..articles import Article, as_rows
from ..claims import CLAIMS, StoredClaims
from ..progress import Progress, reading
from ..scan import Stream
from ..sizes import current
from .parts import Digest, Parts, reader

PART = 16_000_000
"""Code points of text in a part: about a second's work, and what is lost at most by a kill."""


def extract_to(
    sink: Path,
    articles: Stream,
    kinds: list[str] | None,
    lexicon: _core.Lexicon | None,
    threads: int | None,
    progress: Progress,
) -> StoredClaims:
    """Reads articles into a sink; goes on where an earlier call was stopped."""
    with Parts(sink, reader(kinds, lexicon)).opened() as parts:
        digest, coming = Digest(), iter(articles)
        with reading(progress, articles.total, before=parts.journal.articles) as tell:
            _pass_over(parts, coming, digest)
            done = parts.journal.articles
            try:
                while (part := _sized(coming, PART, digest)) or not parts.journal.parts:
                    read = []
                    for chunk in work.chunks(part, work._CHUNK * (threads or os.cpu_count() or 1)):
                        read.append(_core.extract(as_rows(chunk), kinds, lexicon, threads, current().text))
                        done += len(chunk)
                        tell(done)
                    parts.add({name: _core.Table.concat([each[name] for each in read]) for name in CLAIMS}, done, str(digest))
                parts.finish(articles.skipped)
            except KeyboardInterrupt:
                kept = f"{parts.journal.articles:,} articles stand in {str(parts.folder)!r}, and the same call goes on there"
                raise KeyboardInterrupt(f"stopped; the claims of the first {kept}") from None
    return StoredClaims(sink)


def _pass_over(parts: Parts, articles: Iterator[Article], digest: Digest) -> None:
    """Goes past the articles that stand in the parts, and looks whether they are the same."""
    journal, where = parts.journal, str(parts.sink if parts.journal.whole else parts.folder)
    passed = 0
    for article in islice(articles, journal.articles):
        digest.add(article)
        passed += 1
    more = journal.whole and next(articles, None) is not None
    if journal.parts and (passed < journal.articles or more or str(digest) != journal.digest):
        raise ValueError(
            f"{where!r} holds the claims of {journal.articles:,} articles, and these are others; delete it to read all anew, or give another sink"
        )


def _sized(articles: Iterator[Article], size: int, digest: Digest) -> list[Article]:
    """The next articles, as many as have so many code points of text."""
    part: list[Article] = []
    for article in articles:
        digest.add(article)
        part.append(article)
        size -= len(article.text)
        if size <= 0:
            break
    return part
