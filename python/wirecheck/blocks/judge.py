"""What is done with the claims of one block; the same on a disk and on a cluster."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .. import _core
from ..claims import CLAIMS, Claims
from ..sink.tables import schemas
from ..tables import _need

READ = tuple(name for name in CLAIMS if name not in ("unread", "skipped"))
"""The tables that a check reads."""

UNKNOWN_DAYS = ("none", "inherited")


@dataclass(frozen=True)
class Known:
    """What the whole collection knows and a block cannot tell.

    Attributes:
        crowded: Keys by which nothing meets.
        entities: Rows of `entities`: what has been shown to be one.
        sources: Rows of `sources` of the articles without a day of their own, by article.
    """

    crowded: list[int] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)

    def of(self, articles: Iterable[str] = ()) -> dict[str, Any]:
        """The same, as the core takes it, for a block of these articles."""
        arrow = _need("pyarrow", "notebook")
        shape = {name: arrow.table(_core.check(_core.extract([]))[name]).schema for name in ("entities", "sources")}
        days = [self.sources[article] for article in articles if article in self.sources]
        return {
            "crowded": self.crowded,
            "entities": arrow.Table.from_pylist(self.entities, shape["entities"]),
            "sources": arrow.Table.from_pylist(days, shape["sources"]),
        }


def claims_of(tables: Mapping[str, Any]) -> dict[str, _core.Table]:
    """Claims from Arrow tables in any order: an article's rows stand again as they were read."""
    given = {}
    for name, table in tables.items():
        by = [(column, "ascending") for column in ("article", "start", "end", "id") if column in schemas()[name].names]
        given[name] = table.select(schemas()[name].names).sort_by(by)
    return dict(Claims(**given)._tables)


def keys(claims: Mapping[str, _core.Table], known: Known | None = None, lexicon: _core.Lexicon | None = None) -> Any:
    """The keys of claims, as an Arrow table."""
    whole = None if known is None else known.of(claims["articles"]["article"])
    return _need("pyarrow", "notebook").table(_core.keys(claims, whole, lexicon))


def judged(
    claims: Mapping[str, _core.Table],
    known: Known,
    options: Mapping[str, Any],
    lexicon: _core.Lexicon | None,
    threads: int | None,
    asked: list[tuple[str, str]] | None = None,
) -> dict[str, _core.Table]:
    """The report on a block; of these pairs of articles alone, if any are asked for."""
    whole = known.of(claims["articles"]["article"])
    if asked is not None:
        whole["asked"] = (set(), asked)
    return _core.check(claims, None, {**options, "whole": whole}, threads, lexicon)


def learnt(
    claims: Mapping[str, _core.Table],
    known: Known,
    learners: set[str],
    lexicon: _core.Lexicon | None,
    threads: int | None,
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What the learners of a block learn: rows of `entities`, and of `sources` where a day was missing."""
    report = _core.learnt(claims, {"whole": known.of(claims["articles"]["article"])}, threads, lexicon)
    days = (row for row in report["sources"] if row["article"] in learners and row["anchor_quality"] in UNKNOWN_DAYS)
    return list(report["entities"]), list(days)


def related(
    claims: Mapping[str, _core.Table], known: Known, asked: set[str], lexicon: _core.Lexicon | None, threads: int | None
) -> list[tuple[str, str]]:
    """Pairs of articles that hang together, of which one is asked for."""
    whole = known.of(claims["articles"]["article"]) | {"asked": (asked, [])}
    return _core.related(claims, {"whole": whole}, threads, lexicon)


class Components:
    """Articles that hang together, as a forest: numbers of articles, each with one that stands for it."""

    def __init__(self) -> None:
        """None hang together yet."""
        self._parent: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        """Two articles hang together."""
        one, other = self.root(one), self.root(other)
        if one != other:
            self._parent[max(one, other)] = min(one, other)

    def root(self, article: str) -> str:
        """The article that stands for the component."""
        parent = self._parent
        while (above := parent.get(article)) is not None:
            parent[article] = article = parent.get(above, above)
        return article

    def links(self) -> dict[str, str]:
        """Every article that hangs on another, with the one that stands for both."""
        return {article: self.root(article) for article in self._parent}
