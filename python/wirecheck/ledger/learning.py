"""What new articles teach of old ones: which of these are to be judged anew, until nothing more is learnt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..report import Report
from .check import Decided, How, Whole, whole
from .reach import Asked, are_kept, compared, ids, neighbours, put_keys
from .rows import claims, insert, lent, named, ours

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection

MOST = 0.5
"""Where more than this share of all articles is judged anew, all are compared at once."""


@dataclass(frozen=True)
class Learnt:
    """A check in which some articles, and some pairs of them, are judged as among all.

    Attributes:
        asked: These articles and pairs.
        report: The relations of these, and of what they meet the names and days.
        is_all: Whether these are all there are, and the report is that of all.
    """

    asked: Asked
    report: Report
    is_all: bool = False


def learn(connection: Connection, new: set[str], edited: set[str], decided: Decided, how: How) -> Learnt:
    """Judges new articles, and old ones of which they teach something else.

    That is so of pairs that met by a key which became crowded; of an article whose surname or acronym is shown to be somebody's; of
    one without a day that shares a quotation; and of all that an edited article met before.
    """
    asked = Asked(new | edited)
    if edited:
        asked |= Asked(neighbours(connection, edited))
    asked |= put_keys(connection, how.keys(claims(connection, new | edited)), new | edited)
    every = ids(connection, "SELECT article FROM articles")
    if ids(connection, "SELECT article FROM articles WHERE role = 'source' AND waits IS NOT NULL"):
        return everything(connection, every, decided, how)
    while len(asked.articles) <= MOST * len(every):
        part = asked.all_articles | compared(connection, asked.articles)
        known = whole(connection, part, asked.articles)
        report = how.judge(claims(connection, part), decided, known, asked)
        if more := _taught(connection, report, asked.articles) - asked.articles:
            asked |= Asked(more)
            continue
        keys = how.keys(claims(connection, asked.articles), _learnt(connection, report))
        if are_kept(connection, keys, asked.articles):
            keep(connection, report, asked.articles)
            return Learnt(asked, report)
        asked |= put_keys(connection, keys, asked.articles)
    return everything(connection, every, decided, how)


def everything(connection: Connection, every: set[str], decided: Decided, how: How) -> Learnt:
    """Judges all articles."""
    all_claims = claims(connection)
    report = how.check(all_claims, decided)
    put_keys(connection, how.keys(all_claims, _learnt(connection, report)), every)
    keep(connection, report, every)
    return Learnt(Asked(every), report, is_all=True)


def keep(connection: Connection, report: Report, articles: Iterable[str]) -> None:
    """Keeps what a check shows of these articles: who is who, and from where they have their days."""
    keep_sources(connection, report, articles)
    with named(connection, "fresh", articles):
        connection.execute(
            """DELETE FROM entities WHERE article IN (FROM fresh)
                OR merged IN (SELECT entity FROM names SEMI JOIN fresh USING (article) WHERE entity IS NOT NULL)"""
        )
        insert(connection, "entities", report.entities, where="(entity, merged) NOT IN (SELECT (entity, merged) FROM entities)")


def keep_sources(connection: Connection, report: Report, articles: Iterable[str]) -> None:
    """Keeps from where these articles come."""
    with named(connection, "fresh", articles):
        connection.execute("DELETE FROM sources WHERE article IN (FROM fresh)")
        insert(connection, "sources", report.sources, where="article IN (FROM fresh)")


def _taught(connection: Connection, report: Report, fresh: set[str]) -> set[str]:
    """Whose names are shown to be somebody's that were nobody's, and who may have another day."""
    with named(connection, "fresh", fresh), lent(connection, {"shown": report.entities, "told": report.sources}):
        named_so = """SELECT DISTINCT n.article FROM shown JOIN names n ON n.entity = shown.merged
            WHERE (shown.entity, shown.merged) NOT IN (SELECT (entity, merged) FROM entities)"""
        undated = """WITH asked AS (
                SELECT DISTINCT key FROM keys SEMI JOIN fresh USING (article) ANTI JOIN crowded USING (key) WHERE kind = 'quotation'
            )
            SELECT DISTINCT article FROM keys SEMI JOIN asked USING (key) SEMI JOIN
                (SELECT article FROM told WHERE anchor_quality IN ('none', 'inherited')) USING (article)
            WHERE kind = 'quotation'"""
        return ids(connection, named_so) | ids(connection, undated) | ids(connection, _FORGOTTEN)


_FORGOTTEN = """
    WITH gone AS (
        SELECT DISTINCT n.article FROM entities e JOIN (FROM names SEMI JOIN fresh USING (article)) n ON n.entity = e.merged
        WHERE (e.entity, e.merged) NOT IN (SELECT (entity, merged) FROM shown)
    )
    SELECT DISTINCT e.article FROM entities e JOIN keys k USING (article)
    WHERE k.kind = 'surname' AND k.key IN (SELECT key FROM keys SEMI JOIN gone USING (article) WHERE kind = 'surname')
"""
"""Of whom somebody was known in the company of people who are known no more."""


def _learnt(connection: Connection, report: Report) -> Whole:
    """What a check shows, as keys go by it."""
    with lent(connection, {"told": report.sources}):
        undated = connection.sql("FROM told WHERE anchor_quality IN ('none', 'inherited')")
        return {"crowded": [], "entities": report.entities, "sources": ours("sources", undated)}
