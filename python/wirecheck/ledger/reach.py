"""By which keys stored articles meet, and so which of them a new one can touch."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .. import _core
from .rows import ids_table, lent, named

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection

_MET = """
    WITH mine AS (SELECT DISTINCT key, open FROM {keys} ANTI JOIN crowded USING (key))
    SELECT DISTINCT k.article FROM keys k JOIN mine USING (key) WHERE mine.open OR k.open
"""
"""Articles meet by a key that is not crowded, and under which one of the two is open."""


def neighbours(connection: Connection, articles: Iterable[str]) -> set[str]:
    """The stored articles that these stored articles meet, themselves included."""
    with named(connection, "asking", articles):
        return ids(connection, _MET.format(keys="(FROM keys SEMI JOIN asking USING (article))"))


def neighbours_of_keys(connection: Connection, keys: _core.Table) -> set[str]:
    """The stored articles that an article with these keys meets."""
    with lent(connection, {"its_keys": keys}):
        return ids(connection, _MET.format(keys="its_keys"))


def put_keys(connection: Connection, keys: _core.Table, articles: Iterable[str]) -> set[str]:
    """Keeps the keys of articles in place of those they had; gives the articles to which that makes a difference.

    A key that too many share is crowded, and by it nothing is compared. Where one becomes crowded, or is no more, others may lose
    what they are compared with, or gain it.
    """
    with lent(connection, {"made_keys": keys, "whose": ids_table(articles)}):
        connection.execute(_PUT)
    lost = ids(connection, _LOST)
    others = """SELECT DISTINCT article FROM keys JOIN turned USING (key)
        WHERE CASE WHEN kind IN ('surname', 'office', 'acronym') THEN member IS NULL ELSE NOT crowd END"""
    return lost | ids(connection, others)


_PUT = """
    CREATE OR REPLACE TEMP TABLE touched AS
        SELECT key FROM keys SEMI JOIN whose USING (article) UNION SELECT key FROM made_keys;
    DELETE FROM keys WHERE article IN (FROM whose);
    INSERT INTO keys BY NAME SELECT article, kind, key, open, member, cap FROM made_keys;
    CREATE OR REPLACE TEMP TABLE turned AS
        SELECT key, crowd FROM (
            SELECT key, count(DISTINCT member) > max(cap) AS crowd FROM keys SEMI JOIN touched USING (key) GROUP BY key
            UNION ALL SELECT key, false FROM touched ANTI JOIN keys USING (key)
        ) WHERE crowd <> (key IN (SELECT key FROM crowded));
    DELETE FROM crowded WHERE key IN (SELECT key FROM turned);
    INSERT INTO crowded SELECT key FROM turned WHERE crowd;
"""

_LOST = """
    WITH ties AS (
        SELECT left_article AS a, right_article AS b FROM relations WHERE NOT of_versions AND a <> b
        UNION SELECT article, copy_of FROM sources WHERE copy_of IS NOT NULL
    ), gone AS (
        SELECT article, kind, key, member FROM keys SEMI JOIN (FROM turned WHERE crowd) USING (key)
            WHERE kind IN ('copy', 'quotation', 'saying', 'incident', 'meeting')
    ), pairs AS (
        SELECT DISTINCT a, b, x.kind, x.member AS one, y.member AS other
        FROM ties JOIN gone x ON x.article = a JOIN gone y ON y.article = b AND y.key = x.key
    ), still AS (
        SELECT DISTINCT one, other FROM pairs
            JOIN keys x ON x.article = a AND x.member = one JOIN keys y ON y.article = b AND y.member = other AND y.key = x.key
            WHERE pairs.kind IN ('copy', 'quotation') AND x.key NOT IN (SELECT key FROM crowded)
    ), lost AS (FROM pairs ANTI JOIN still USING (one, other))
    SELECT a FROM lost UNION SELECT b FROM lost
"""
"""Articles with a tie to another that may have hung on a key alone which is crowded now. Texts and quotations that share a second
key are compared by that; of statements, incidents and meetings it depends on their words and days whether they are."""


def are_kept(connection: Connection, keys: _core.Table, articles: Iterable[str]) -> bool:
    """Whether these are the keys that the articles have already."""
    with lent(connection, {"made_keys": keys, "whose": ids_table(articles)}):
        kept, made = (
            f"SELECT article, key, open, member FROM {source}" for source in ("keys SEMI JOIN whose USING (article)", "made_keys")
        )
        [(count,)] = connection.execute(
            f"SELECT count(*) FROM (({kept} EXCEPT {made}) UNION ALL ({made} EXCEPT {kept}))"
        ).fetchall()
    return not count


def component(connection: Connection, articles: set[str], most: int) -> set[str] | None:
    """All that hangs together with these articles; None where that is more than `most`.

    What ties are relations, those that stand and those of these articles in `made`, copies, kept or in `told`, addresses, and pairs in `decided`.
    Findings, chains and facts gather claims along these ties and no further.
    """
    found: set[str] = set()
    edge = set(articles)
    with named(connection, "fresh", articles):
        connection.execute(_TIES)
        while edge:
            found |= edge
            if len(found) > most:
                return None
            with named(connection, "edge", edge):
                edge = (
                    ids(connection, "SELECT b FROM ties WHERE a IN (FROM edge) UNION SELECT a FROM ties WHERE b IN (FROM edge)")
                    - found
                )
    return found


_TIES = """
    CREATE OR REPLACE TEMP TABLE ties AS
        SELECT left_article AS a, right_article AS b FROM relations WHERE NOT of_versions AND a <> b
        UNION ALL SELECT left_article, right_article FROM made
            WHERE left_article <> right_article AND (left_article IN (FROM fresh) OR right_article IN (FROM fresh))
        UNION ALL SELECT article, copy_of FROM sources WHERE copy_of IS NOT NULL
        UNION ALL SELECT article, copy_of FROM told
            WHERE copy_of IS NOT NULL AND (article IN (FROM fresh) OR copy_of IN (FROM fresh))
        UNION ALL FROM decided
        UNION ALL SELECT a.article, b.article FROM articles a JOIN articles b ON a.url = b.url AND a.article < b.article
"""


def ids(connection: Connection, query: str, given: list[Any] | None = None) -> set[str]:
    """The first column of an answer."""
    return {row[0] for row in connection.execute(query, given or []).fetchall()}
