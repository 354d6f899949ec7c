"""By which keys stored articles meet, and so which of them a new one can touch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .. import _core
from ..blocks.judge import Components
from .rows import ids_table, lent, named

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection


@dataclass(frozen=True)
class Asked:
    """What is to be judged.

    Attributes:
        articles: Articles that are held against all that they meet.
        pairs: Two articles that are held against each other, the smaller id first.
    """

    articles: set[str]
    pairs: set[tuple[str, str]] = field(default_factory=set)

    @property
    def all_articles(self) -> set[str]:
        """Every article that is held against another."""
        return self.articles.union(*self.pairs)

    def __or__(self, other: Asked) -> Asked:
        """Both."""
        return Asked(self.articles | other.articles, self.pairs | other.pairs)


@dataclass(frozen=True)
class Hanging:
    """Articles that hang together.

    Attributes:
        articles: Those of which relations and findings are told.
        part: Those that are checked for it.
    """

    articles: set[str]
    part: set[str]


_MET = """
    WITH mine AS (SELECT DISTINCT key, open FROM {keys} ANTI JOIN crowded USING (key))
    SELECT DISTINCT k.article FROM keys k JOIN mine USING (key) WHERE mine.open OR k.open
"""
"""Articles meet by a key that is not crowded, and under which one of the two is open."""

_COMPARED = """
    WITH mine AS MATERIALIZED (SELECT DISTINCT article, key, open, member FROM {keys} ANTI JOIN crowded USING (key)),
    met AS MATERIALIZED (
        SELECT m.article AS one, m.member AS own, k.article AS other, k.member AS theirs, k.kind, k.key
        FROM keys k JOIN mine m USING (key) WHERE m.open OR k.open
    ),
    copied AS (SELECT one, other, count(DISTINCT key) AS shared FROM met WHERE kind = 'copy' GROUP BY one, other),
    sizes AS (
        SELECT article, count(DISTINCT key) AS size FROM (FROM keys UNION ALL BY NAME FROM {keys})
        WHERE kind = 'copy' AND (article IN (SELECT other FROM copied) OR article IN (SELECT one FROM copied)) GROUP BY article
    )
    SELECT DISTINCT other FROM met WHERE kind NOT IN ('copy', 'saying', 'acronym')
    UNION SELECT other FROM (SELECT other FROM met WHERE kind = 'saying' GROUP BY own, theirs, other HAVING count(DISTINCT key) > 1)
    UNION SELECT other FROM copied JOIN sizes a ON a.article = one JOIN sizes b ON b.article = other
        WHERE 2 * shared >= least(a.size, b.size) OR least(a.size, b.size) < 8
    UNION SELECT min(other) FROM met WHERE kind = 'acronym' GROUP BY key, theirs IS NULL
"""
"""Of those that meet, the ones that may be found alike. Copies share half of the smaller one's keys at least, unless it is short, and
statements two; of all who explain an acronym, and of all who do not, one tells as much as many."""


def neighbours(connection: Connection, articles: Iterable[str]) -> set[str]:
    """The stored articles that these stored articles meet, themselves included."""
    with named(connection, "asking", articles):
        return ids(connection, _MET.format(keys="(FROM keys SEMI JOIN asking USING (article))"))


def compared(connection: Connection, articles: Iterable[str]) -> set[str]:
    """The stored articles that these stored articles are to be compared with, themselves included."""
    with named(connection, "asking", articles):
        return ids(connection, _COMPARED.format(keys="(FROM keys SEMI JOIN asking USING (article))"))


def compared_by_keys(connection: Connection, keys: _core.Table) -> set[str]:
    """The stored articles that an article with these keys is to be compared with."""
    with lent(connection, {"its_keys": keys}):
        return ids(connection, _COMPARED.format(keys="its_keys"))


def put_keys(connection: Connection, keys: _core.Table, articles: Iterable[str]) -> Asked:
    """Keeps the keys of articles in place of those they had; gives what this makes a difference to.

    A key that too many share is crowded, and by it nothing is compared. Where one becomes crowded, the pairs that met by it may be
    related no more; where one is crowded no more, the articles that share it are to be compared again.
    """
    with lent(connection, {"made_keys": keys, "whose": ids_table(articles)}):
        connection.execute(_PUT)
    connection.execute(_LOST)
    pairs = {(min(pair), max(pair)) for pair in connection.execute("FROM lost").fetchall()}
    return Asked(ids(connection, _TO_LEARN), pairs)


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
    CREATE OR REPLACE TEMP TABLE gone AS
        SELECT article, kind, key, member FROM keys SEMI JOIN (FROM turned WHERE crowd) USING (key)
        WHERE kind IN ('copy', 'quotation', 'saying', 'position', 'incident', 'meeting');
    CREATE OR REPLACE TEMP TABLE unquoted AS
        WITH met AS (
            SELECT DISTINCT x.article AS a, y.article AS b, x.member AS one, y.member AS other
            FROM gone x JOIN gone y ON x.key = y.key AND x.article < y.article WHERE x.kind = 'quotation'
        ), live AS (
            SELECT key, member FROM keys ANTI JOIN crowded USING (key)
            WHERE kind = 'quotation' AND article IN (SELECT article FROM gone WHERE kind = 'quotation')
        )
        SELECT DISTINCT a, b FROM met ANTI JOIN (
            SELECT x.member AS one, y.member AS other FROM met JOIN live x ON x.member = one JOIN live y ON y.member = other AND y.key = x.key
        ) still USING (one, other);
    CREATE OR REPLACE TEMP TABLE lost AS
        WITH ties AS (
            SELECT left_article AS a, right_article AS b FROM relations
            WHERE NOT of_versions AND left_article IN (SELECT article FROM gone) AND right_article IN (SELECT article FROM gone)
            UNION SELECT article, other_article FROM findings WHERE rule = 'copied-article'
            UNION SELECT article, copy_of FROM sources WHERE copy_of IS NOT NULL
        ), both_ways AS (SELECT a, b FROM ties UNION SELECT b, a FROM ties),
        others AS (
            SELECT article, key FROM keys ANTI JOIN crowded USING (key)
            WHERE kind IN ('saying', 'position', 'incident', 'meeting') AND article IN (SELECT a FROM unquoted UNION SELECT b FROM unquoted)
        )
        SELECT DISTINCT a, b FROM both_ways JOIN gone x ON x.article = a JOIN gone y ON y.article = b AND y.key = x.key
            WHERE a < b AND x.kind <> 'quotation'
        UNION SELECT a, b FROM unquoted SEMI JOIN both_ways USING (a, b)
        UNION SELECT a, b FROM unquoted JOIN others x ON x.article = a JOIN others y ON y.article = b AND y.key = x.key;
    CREATE OR REPLACE TEMP TABLE learners AS
        WITH asked AS (
            SELECT article FROM keys JOIN turned USING (key) WHERE kind IN ('surname', 'office', 'acronym') AND member IS NULL
            UNION SELECT a FROM unquoted UNION SELECT b FROM unquoted
        )
        SELECT article FROM names SEMI JOIN asked USING (article) WHERE entity IN (SELECT merged FROM entities)
        UNION SELECT article FROM sources SEMI JOIN asked USING (article) WHERE anchor_quality IN ('none', 'inherited');
"""
"""Pairs of articles that met by a key which is crowded now, and are related or copies: without it they may be no more. Quotations that share
a second key are compared as before; where they were compared and are not, other statements and meetings of the two may be."""

_TO_LEARN = """
    SELECT DISTINCT article FROM keys JOIN turned USING (key)
        WHERE kind NOT IN ('surname', 'office', 'acronym') AND NOT crowd
    UNION SELECT article FROM keys JOIN turned USING (key)
        WHERE kind IN ('surname', 'office', 'acronym') AND member IS NULL
            AND (NOT crowd OR article IN (FROM learners))
    UNION SELECT article FROM (SELECT a AS article FROM unquoted UNION SELECT b FROM unquoted) SEMI JOIN learners USING (article)
"""
"""Articles that may gain by a key which is crowded no more; and those that have learnt something, where it may have been by a key that is."""


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


def component(connection: Connection, articles: set[str], most: int) -> Hanging:
    """All that hangs together with these articles.

    Where more than `most` hang together, only those that are tied to these articles, checked among those that are tied to them in turn. What
    ties are relations but those that say that two are two, copies, each that stands and those in `made` and `found`, addresses, and pairs
    in `decided`. Findings, chains and facts gather claims along these ties and no further.
    """
    connection.execute(_TIES)
    rings = [set(articles)]
    found = set(articles)
    while rings[-1]:
        with named(connection, "edge", rings[-1]):
            beside = "SELECT b FROM ties WHERE a IN (FROM edge) UNION SELECT a FROM ties WHERE b IN (FROM edge)"
            rings.append(ids(connection, beside) - found)
        found |= rings[-1]
    if len(found) <= most:
        return Hanging(found, found)
    large = _large(connection, found, most)
    # Whether a fall between two is explained is told by those that are tied to both.
    near, around = rings[0] | rings[1], set().union(*rings[:3])
    return Hanging(found - large | near, found - large | around)


def _large(connection: Connection, found: set[str], most: int) -> set[str]:
    """The articles among these that hang together with more than so many."""
    forest = Components()
    with named(connection, "hanging", found):
        for one, other in connection.execute("SELECT DISTINCT a, b FROM ties WHERE a IN (FROM hanging)").fetchall():
            forest.join(one, other)
    sizes = Counter(forest.root(article) for article in found)
    return {article for article in found if sizes[forest.root(article)] > most}


_TIES = """
    CREATE OR REPLACE TEMP TABLE ties AS
        SELECT left_article AS a, right_article AS b FROM (
            SELECT left_article, right_article, verdict FROM relations WHERE NOT of_versions
            UNION ALL SELECT left_article, right_article, verdict FROM made
        ) WHERE left_article <> right_article AND verdict NOT IN ('unrelated', 'undecidable')
        UNION ALL SELECT article, other_article FROM findings WHERE rule = 'copied-article' AND NOT of_versions
        UNION ALL SELECT article, other_article FROM found WHERE rule = 'copied-article'
        UNION ALL SELECT article, copy_of FROM sources WHERE copy_of IS NOT NULL
        UNION ALL FROM decided
        UNION ALL SELECT a.article, b.article FROM articles a JOIN articles b ON a.url = b.url AND a.article < b.article
"""


def ids(connection: Connection, query: str, given: list[Any] | None = None) -> set[str]:
    """The first column of an answer."""
    return {row[0] for row in connection.execute(query, given or []).fetchall()}
