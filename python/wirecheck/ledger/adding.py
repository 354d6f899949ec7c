"""Articles on their way into a ledger: each is known by what it says, read once, and kept with its claims in one transaction."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from .. import _core
from ..articles import FIELDS, Article, Articles
from ..claims import CLAIMS, Claims
from ..progress import Interrupted, Progress, reading
from ..work import Reading, chunks
from .file import transaction
from .rows import insert, lent, named

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection

BATCH = 1_000_000
"""Code points of text for each core that are read and kept together: what is lost at most where the work is killed."""


@dataclass(frozen=True)
class Sorted:
    """Articles by what a ledger knows of them, as ids; `digests` are those of all."""

    new: tuple[str, ...]
    edited: tuple[str, ...]
    known: tuple[str, ...]
    digests: dict[str, str]


def with_ids(articles: Articles) -> Articles:
    """Articles without an id of the caller's are named after what they say: a number would be another's tomorrow."""
    if not articles.numbered:
        return articles
    done: dict[str, Article] = {}
    for article in articles:
        if article.id in articles.numbered:
            article = replace(article, id=f"text-{digest(replace(article, id=None))[:12]}")
        done.setdefault(str(article.id), article)
    return Articles(done.values(), articles.skipped)


def digest(article: Article) -> str:
    """The content of an article, its metadata included, as 64 letters."""
    given = [None if (value := getattr(article, name)) is None else str(value) for name in FIELDS]
    return hashlib.sha256(json.dumps(given, ensure_ascii=True).encode()).hexdigest()


def sort(connection: Connection, articles: Articles) -> Sorted:
    """Which articles are new, which are edited, and which are kept already as they are."""
    digests = {str(article.id): digest(article) for article in articles}
    with named(connection, "given", digests):
        kept = dict(connection.execute("SELECT article, digest FROM articles SEMI JOIN given USING (article)").fetchall())
    return Sorted(
        new=tuple(name for name in digests if name not in kept),
        edited=tuple(name for name, found in digests.items() if kept.get(name, found) != found),
        known=tuple(name for name, found in digests.items() if kept.get(name) == found),
        digests=digests,
    )


class Adding:
    """Articles that are read and kept batch by batch."""

    def __init__(
        self, articles: Articles, found: Sorted, at: datetime, lexicon: _core.Lexicon | None, threads: int | None
    ) -> None:
        """Of these articles, those that are new or edited."""
        asked = {*found.new, *found.edited}
        self._articles = [article for article in articles if article.id in asked]
        self._skipped = articles.skipped
        self._found = found
        self._at = at
        self._how = (lexicon, threads)

    def run(self, connection: Connection, progress: Progress) -> None:
        """Reads and keeps them.

        Raises:
            Interrupted: On Ctrl-C; the batches before are kept.
        """
        done = 0
        with reading(progress, len(self._articles)) as tell:
            for batch in chunks(self._articles, BATCH * (self._how[1] or os.cpu_count() or 1)) if self._articles else ():
                claims = Reading(Articles(batch), None, *self._how, False).run()
                with transaction(connection):
                    self._keep(connection, batch, claims)
                done += len(batch)
                tell(done)
        with transaction(connection):
            self._keep_skipped(connection)

    def _keep(self, connection: Connection, batch: list[Article], claims: Claims) -> None:
        edited = [str(article.id) for article in batch if article.id in self._found.edited]
        if edited:
            with named(connection, "edited", edited):
                self._put_aside(connection)
        with lent(connection, {"batch": self._facts(batch)}):
            insert(connection, "articles", claims.articles, {"version": "1", "added": f"TIMESTAMP '{self._at}'"})
            connection.execute(
                """UPDATE articles SET
                    digest = batch.digest,
                    waits = CASE WHEN batch.edited THEN 'edited' ELSE 'new' END,
                    version = 1 + (SELECT count(*) FROM versions v WHERE v.article = articles.article)
                FROM batch WHERE articles.article = batch.article"""
            )
        for name in CLAIMS[1:]:
            insert(connection, name, getattr(claims, name))

    def _facts(self, batch: list[Article]) -> _core.Table:
        names = [str(article.id) for article in batch]
        fields = [("article", "utf8", False), ("digest", "utf8", False), ("edited", "bool", False)]
        cells: list[list[Any]] = [
            names,
            [self._found.digests[name] for name in names],
            [name in self._found.edited for name in names],
        ]
        return _core.Table.of_columns("batch", fields, cells)

    def _put_aside(self, connection: Connection) -> None:
        """Keeps the versions that are about to be replaced, and drops their claims."""
        connection.execute(
            """INSERT INTO versions BY NAME
                SELECT article, version, text, published, outlet, title, url, role, digest, added, ?::TIMESTAMP AS replaced,
                    false AS told
                FROM articles SEMI JOIN edited USING (article)""",
            [self._at],
        )
        for name in CLAIMS:
            connection.execute(f"DELETE FROM {name} WHERE article IN (FROM edited)")

    def _keep_skipped(self, connection: Connection) -> None:
        """What could not be read at all is told once, however often it is met."""
        for row in self._skipped:
            connection.execute(
                """INSERT INTO skipped SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (
                    FROM skipped WHERE article IS NOT DISTINCT FROM ?1 AND what = ?2 AND reason = ?3
                )""",
                [row["article"], row["what"], row["reason"], row["count"]],
            )


def interrupted(said: str, stopped: KeyboardInterrupt, go_on: Any) -> Interrupted:
    """What an interrupt leaves: the articles that are kept, and the way to the rest."""
    claims = stopped.claims if isinstance(stopped, Interrupted) else Claims()
    return Interrupted(said, claims, go_on)
