"""A ledger: articles, their claims, how these stand to each other, and what people decided, in one DuckDB file over the months."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import _core
from ..articles import normalise
from ..claims import Claims
from ..kinds import COMPARED_TABLES
from ..progress import Progress
from ..report import Report
from ..tables import Table
from ..verbs import _threads, extract
from ..wording import counted
from .adding import Adding, interrupted, sort, with_ids
from .check import How, sources, together, whole
from .comparing import compare
from .decisions import decided_pairs, keep, told
from .file import LedgerFile, transaction
from .news import News, moment, start
from .reach import compared_by_keys, ids
from .rows import claims as claims_of
from .rows import named, ours, table, without
from .schema import listed, one

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection


@dataclass(frozen=True, eq=False)
class Added:
    """What became of articles that were given to a ledger.

    Attributes:
        new: The ids of those that the ledger did not have.
        edited: The ids of those that it had with another text or other metadata; the version before is kept.
        known: The ids of those that it had as they are; they were not read again.
        moved: Old pairs of claims whose verdict these articles changed: `before` and `now`, null where a pair is not related.
        findings: The findings that were not there before.
    """

    new: tuple[str, ...]
    edited: tuple[str, ...]
    known: tuple[str, ...]
    moved: Table
    findings: Table

    def __repr__(self) -> str:
        parts = [f"{len(self.new):,} new", f"{len(self.edited):,} edited", f"{len(self.known):,} known"]
        found = counted(len(self.findings), "finding")
        moved = f"{counted(len(self.moved), 'verdict')} moved"
        return f"<wirecheck.Added: {', '.join(parts)}; {found}, {moved}>"


class Ledger:
    """Articles, claims, relations, findings and decisions, kept in one DuckDB file.

    The file is open only while something is asked of it, so that others may query it in between: `duckdb.sql` on its tables, which
    have our names and columns (docs/ledger.md).
    """

    def __init__(
        self,
        path: str | PathLike[str],
        *,
        lexicon: _core.Lexicon | None = None,
        owners: Mapping[str, str] | None = None,
        wait: float = 10.0,
    ) -> None:
        """Opens the ledger in a file, which is made if it is not there.

        Args:
            path: The file, `desk.duckdb`.
            lexicon: The words that reading and comparing go by. A ledger keeps those that it was begun with.
            owners: The owner of each outlet, as for `check`; kept likewise.
            wait: How many seconds to wait for another process that works on the ledger.

        Raises:
            ImportError: If duckdb is not installed.
            ValueError: If the file is no ledger, or was written by a newer wirecheck, or was begun with other words or owners.
            OSError: If another process holds it for longer, or it cannot be written.
        """
        self.path = Path(path)
        self._file = LedgerFile(self.path, wait)
        self._how = self._kept_options(lexicon, owners)

    def __repr__(self) -> str:
        return f"<wirecheck.Ledger {str(self.path)!r}: {len(self):,} articles>"

    def __len__(self) -> int:
        """How many articles it keeps, each in its last version."""
        with self._file.read() as connection:
            return int(one(connection, "SELECT count(*) FROM articles"))

    def add(
        self,
        articles: Any,
        *,
        columns: Mapping[str, str] | None = None,
        at: datetime | None = None,
        threads: int | None = None,
        progress: Progress = None,
    ) -> Added:
        """Adds articles: those that are not kept yet are read, and compared with those that they may touch.

        An article is known by its id. One with another text, or other metadata, than the ledger has is a new version of it; the
        old one stays in the table `versions`, and the check `article-changed` tells what became of it. Articles without an id are
        named after their content. Whatever happens, the ledger holds whole articles: adding the same again does the rest.

        Args:
            articles: What `extract` takes.
            columns: Which column holds which field, `{"text": "body"}`.
            at: The time of adding, which is written beside all that is new; now if None.
            threads: How many threads to work on; all cores if None.
            progress: As for `extract`.

        Raises:
            ValueError: If an article cannot be taken.
            OSError: If the ledger cannot be written, or another process holds it.
            KeyboardInterrupt: On Ctrl-C, as `wirecheck.progress.Interrupted`; its `.go_on()` adds the rest.
        """
        given, now, threads = with_ids(normalise(articles, columns)), moment(at), _threads(threads)
        try:
            with self._file.write() as connection:
                found = sort(connection, given)
                Adding(given, found, now, self._how.lexicon, threads).run(connection, progress)
                compare(connection, now, replace(self._how, threads=threads, progress=progress))
                moved = table("moved", connection.sql("SELECT * EXCLUDE (added) FROM moved WHERE added = ?", params=[now]))
                findings = _listed(connection, "findings", "open_findings", "added = ?", [now])
        except KeyboardInterrupt as stopped:
            said = "stopped while articles were added; those that had been read are kept"
            raise interrupted(said, stopped, lambda: self.add(given, at=at, threads=threads, progress=progress)) from None
        return Added(found.new, found.edited, found.known, moved, findings)

    def check(self, draft: Any, *, columns: Mapping[str, str] | None = None, progress: Progress = None) -> Report:
        """Checks a draft against what the ledger keeps, as `check(draft, against=...)` does; the draft is not added.

        An article that the ledger keeps under the id of the draft is taken for an earlier version of it, and left out.
        """
        claims = draft if isinstance(draft, Claims) else extract(with_ids(normalise(draft, columns)), lexicon=self._how.lexicon)
        own = set(claims.articles["article"])
        with self._compared() as connection:
            decided = decided_pairs(connection)
            near = compared_by_keys(connection, self._how.keys(claims)) - own
            part = together(connection, near, decided).articles | sources(connection)
            others, known = claims_of(connection, part - own), whole(connection, part - own)
        return replace(self._how, progress=progress).check(claims, decided, known, against=others)

    def report(self, *, progress: Progress = None) -> Report:
        """The report of all articles in their last versions, as `check` gives it, without the findings that are dismissed.

        Claims are compared anew; nothing is read again. What the ledger knows already stands in `relations` and `findings`.
        """
        with self._compared() as connection:
            claims, decided = claims_of(connection), decided_pairs(connection)
            dismissed = ids(connection, "SELECT fingerprint FROM standing_decisions WHERE decision = 'dismissed'")
        report = replace(self._how, progress=progress).check(claims, decided)
        report._tables["findings"] = without(report.findings, "fingerprint", dismissed)
        return report

    def since(self, when: str | date | datetime, *, at: datetime | None = None) -> News:
        """What is new since a day.

        Args:
            when: A date, a datetime, a text like 2026-05-14, `today`, `yesterday`, or the last day of a name, `Monday`.
            at: The moment from which to look back; now if None.

        Raises:
            ValueError: If `when` is no day.
        """
        begin = start(when, at)
        new = "article IN (SELECT article FROM articles WHERE added >= ?)"
        with self._compared() as connection:
            tables = {name: _listed(connection, name, name, new, [begin]) for name in ("articles", *COMPARED_TABLES)}
            tables["relations"] = _listed(connection, "relations", "relations", "added >= ?", [begin])
            tables["findings"] = _listed(connection, "findings", "open_findings", "added >= ?", [begin])
            tables["moved"] = table(
                "moved", connection.sql("SELECT * FROM moved WHERE added >= ? ORDER BY rowid", params=[begin])
            )
        return News(begin, tables)

    def decide(self, what: Any, decision: str, *, by: str, why: str, at: datetime | None = None) -> None:
        """Writes down what somebody decided; the last decision on a thing holds.

        Args:
            what: A finding, as a row or by its fingerprint; or two claims, as a row of `relations` or by their ids or fingerprints.
            decision: Of a finding `accepted` or `dismissed`, of two claims `same` or `apart`, of either `withdrawn`.
            by: Who decided.
            why: The reason.
            at: When; now if None.

        Raises:
            KeyError: If the ledger has no such finding or claim.
            ValueError: If there is no such decision, or nobody and no reason is named.
        """
        for name, given in (("by", by), ("why", why)):
            if not given.strip():
                raise ValueError(f"{name}= is empty; a decision says who decided and why")
        now = moment(at)
        with self._file.write() as connection:
            thing = told(connection, what, decision)
            if decision in ("same", "apart"):
                self._try(connection, thing, decision)
            with transaction(connection):
                keep(connection, thing, decision, by, why, now)
            compare(connection, now, replace(self._how, progress=False))

    @property
    def claims(self) -> Claims:
        """The claims of all articles, each in its last version, by article id."""
        with self._file.read() as connection:
            return claims_of(connection)

    def texts(self, articles: Iterable[str]) -> dict[str, str | None]:
        """The texts of these articles by id, as far as they are kept."""
        with self._file.read() as connection, named(connection, "asking", articles):
            return dict(connection.execute("SELECT article, text FROM articles SEMI JOIN asking USING (article)").fetchall())

    @property
    def relations(self) -> Table:
        """How claims stand to each other, with the columns of `report.relations`."""
        return self._table("relations", "relations")

    @property
    def findings(self) -> Table:
        """The findings that are not dismissed, with the columns of `report.findings`."""
        return self._table("findings", "open_findings")

    @property
    def dismissed(self) -> Table:
        """The findings that somebody dismissed."""
        return self._table("findings", "(SELECT * FROM findings ANTI JOIN open_findings USING (id))")

    @property
    def moved(self) -> Table:
        """Verdicts on pairs of claims that later articles, edits or decisions changed, each with the time; null is no relation."""
        with self._compared() as connection:
            return table("moved", connection.sql("SELECT * FROM moved ORDER BY rowid"))

    @property
    def versions(self) -> Table:
        """The versions of articles before their last, with the times when each was added and replaced."""
        with self._file.read() as connection:
            return table("versions", connection.sql("SELECT * EXCLUDE (told) FROM versions ORDER BY article, version"))

    @property
    def decisions(self) -> Table:
        """All decisions in their order; `stands` tells whether it holds, `applies` whether its finding or claims are still there."""
        with self._file.read() as connection:
            answer = connection.sql(
                """SELECT d.*, EXISTS (FROM standing_decisions s WHERE s.nr = d.nr) AS stands, CASE
                    WHEN other IS NULL THEN d.fingerprint IN (SELECT fingerprint FROM findings)
                    ELSE d.fingerprint IN (SELECT fingerprint FROM claims) AND other IN (SELECT fingerprint FROM claims)
                END AS applies FROM decisions d ORDER BY nr"""
            )
            return table("decisions", answer)

    def _table(self, name: str, source: str) -> Table:
        with self._compared() as connection:
            return _listed(connection, name, source, "true", [])

    @contextmanager
    def _compared(self) -> Iterator[Connection]:
        """A connection to a ledger where nothing waits: what somebody was killed in is done first."""
        waits = "SELECT count(*) FROM articles WHERE waits IS NOT NULL"
        with self._file.read() as connection:
            if not one(connection, waits):
                yield connection
                return
        with self._file.write() as connection:
            compare(connection, moment(None), self._how)
            yield connection

    def _try(self, connection: Connection, pair: Any, decision: str) -> None:
        """Refuses a pair that a check would refuse ever after."""
        claims = claims_of(connection, {claim.article for claim in pair})
        self._how.check(claims, {"same": [], "apart": [], decision: [pair]})

    def _kept_options(self, lexicon: _core.Lexicon | None, owners: Mapping[str, str] | None) -> How:
        """The words and owners that the ledger goes by; those that it is begun with are written down."""
        with self._file.read() as connection:
            [kept] = connection.execute("SELECT words, owners FROM ledger").fetchall()
            begun = bool(one(connection, "SELECT count(*) FROM articles"))
        words, kept_owners = (json.loads(cell) for cell in kept)
        given_words = None if lexicon is None else {"names": dict(lexicon.names), "aliases": dict(lexicon.aliases)}
        given_owners = None if owners is None else dict(owners)
        changes = {
            name: given
            for name, given, kept in (("lexicon", given_words, words), ("owners", given_owners, kept_owners))
            if given is not None and given != kept
        }
        if changes and begun:
            name = next(iter(changes))
            raise ValueError(
                f"the ledger {str(self.path)!r} was begun with another {name}= and its articles were compared by that; leave {name}= "
                f"out, or begin a new ledger and add the articles of this one: new.add(old.claims.articles, columns={{'id': 'article'}})"
            )
        if changes:
            words, kept_owners = changes.get("lexicon", words), changes.get("owners", kept_owners)
            with self._file.write() as connection:
                connection.execute("UPDATE ledger SET words = ?, owners = ?", [json.dumps(words), json.dumps(kept_owners)])
        return How(_core.Lexicon(**words) if words else None, kept_owners)


_ORDER = {
    "relations": "id",
    "findings": "array_position(['error', 'warning', 'note'], severity), article, \"start\" NULLS FIRST, rule, id",
}
"""The order that a report has; everything else stands by article."""


def _listed(connection: Connection, name: str, source: str, where: str, given: list[Any]) -> Table:
    query = f"SELECT {listed(name)} FROM {source} WHERE {where} ORDER BY {_ORDER.get(name, 'article, rowid')}"
    return ours(name, connection.sql(query, params=given))
