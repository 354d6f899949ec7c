"""How the claims of a ledger are checked: all of them, or a part that is judged as it is among all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .. import _core
from ..claims import Claims
from ..progress import Progress
from ..report import Report
from ..tables import Table
from ..work import Comparing
from .decisions import ON_PAIRS, Pair
from .reach import Asked, Hanging, component, ids
from .rows import empty, lent, named, ours
from .schema import listed

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection

_GATHERED = 2_000
"""Up to so many articles that hang together are checked as a whole, so that their findings are those of a check of everything."""

Whole = dict[str, Any]
"""What all articles together show, and a part of them does not: `crowded` keys, `entities` that are one, days in `sources`."""

Decided = Mapping[str, list[Pair]]


@dataclass(frozen=True)
class How:
    """What every check of a ledger goes by."""

    lexicon: _core.Lexicon | None
    owners: Mapping[str, str]
    threads: int | None = None
    progress: Progress = None

    def check(self, claims: Claims, decided: Decided, whole: Whole | None = None, against: Claims | None = None) -> Report:
        """The report on claims, with what was decided on any two of them."""
        return self._run([claims] if against is None else [claims, against], decided, whole, [])

    def judge(self, claims: Claims, decided: Decided, whole: Whole, asked: Asked) -> Report:
        """The relations of the pairs that are asked for; of findings those alone that tell of copies."""
        return self._run([claims], decided, whole | {"asked": (asked.articles, list(asked.pairs))}, ["copied-article"])

    def _run(self, sides: list[Any], decided: Decided, whole: Whole | None, select: list[str]) -> Report:
        options: dict[str, Any] = {"owners": dict(self.owners), "select": select, "ignore": []}
        for word in ON_PAIRS:
            there = set().union(*map(_ids, sides)) if decided[word] else set()
            options[word] = [(a.id, b.id) for a, b in decided[word] if {a.id, b.id} <= there]
        if whole is not None:
            options["whole"] = whole
        return Comparing(sides, options, self.lexicon, self.threads, self.progress).run()

    def keys(self, claims: Claims, whole: Whole | None = None) -> _core.Table:
        """The keys by which the claims of each article meet others."""
        return _core.keys(claims._tables, whole, self.lexicon)


def whole(connection: Connection, part: Iterable[str], anew: Set[str] = frozenset()) -> Whole:
    """What a ledger knows of a part of its articles, but for what is to be learnt anew of some."""
    with named(connection, "part", part), named(connection, "anew", anew):
        entities = connection.sql(
            f"""SELECT {listed("entities")} FROM entities
            WHERE merged IN (SELECT entity FROM names SEMI JOIN part USING (article))
                AND merged NOT IN (SELECT entity FROM names SEMI JOIN anew USING (article) WHERE entity IS NOT NULL)
                AND coalesce(article NOT IN (FROM anew), true)"""
        )
        known = ours("entities", entities)
        sources = connection.sql(
            f"""SELECT {listed("sources")} FROM sources SEMI JOIN part USING (article) ANTI JOIN anew USING (article)
            WHERE anchor_quality IN ('none', 'inherited')"""
        )
        return {"crowded": sorted(ids(connection, "FROM crowded")), "entities": known, "sources": ours("sources", sources)}


def sources(connection: Connection) -> set[str]:
    """The articles in whose texts every quotation is looked up."""
    return ids(connection, "SELECT article FROM articles WHERE role = 'source'")


def together(connection: Connection, articles: set[str], decided: Decided, report: Report | None = None) -> Hanging:
    """All that hangs together with these articles, of which `report` is a check."""
    pairs = [(a.article, b.article) for word in ON_PAIRS for a, b in decided[word]]
    ends = [[pair[side] for pair in pairs] for side in (0, 1)]
    tied = _core.Table.of_columns("decided", [("a", "utf8", False), ("b", "utf8", False)], ends)
    made, found = (empty(connection, name) if report is None else getattr(report, name) for name in ("relations", "findings"))
    with lent(connection, {"made": made, "found": found, "decided": tied}):
        return component(connection, articles, _GATHERED)


def _ids(claims: Claims) -> set[str]:
    tables: tuple[Table, ...] = (claims.casualties, claims.meetings, claims.quotes)
    return {name for table in tables for name in table["id"]}
