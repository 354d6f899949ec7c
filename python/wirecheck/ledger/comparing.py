"""What new articles change: the articles that they touch are compared again, and their relations and findings replaced."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from .. import _core
from ..articles import Article
from ..report import Report
from ..verbs import check, extract
from .check import Decided, How, sources, together, whole
from .decisions import decided_pairs
from .file import transaction
from .learning import Learnt, keep_sources, learn
from .reach import ids
from .rows import claims as claims_of
from .rows import empty, ids_table, insert, lent, named
from .schema import columns

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection


def compare(connection: Connection, at: datetime, how: How) -> None:
    """Compares all that waits for it, in one transaction."""
    waiting = connection.execute("SELECT article, waits FROM articles WHERE waits IS NOT NULL").fetchall()
    if not waiting:
        return
    edited = {article for article, why in waiting if why == "edited"}
    with transaction(connection):
        decided = decided_pairs(connection)
        learnt = learn(connection, {article for article, _ in waiting} - edited, edited, decided, how)
        scope, report = _gathered(connection, learnt, decided, how)
        beyond = empty(connection, "relations") if learnt.is_all else learnt.report.relations
        judged = {"fresh": ids_table(learnt.asked.articles), "judged": beyond}
        with named(connection, "scope", scope), lent(connection, judged | {"made": report.relations, "found": report.findings}):
            _replace_relations(connection, at)
            _replace_findings(connection, at)
        _tell_versions(connection, at, how)
        connection.execute("UPDATE articles SET waits = NULL WHERE waits IS NOT NULL")


def _gathered(connection: Connection, learnt: Learnt, decided: Decided, how: How) -> tuple[set[str], Report]:
    """A check of all that hangs together with the articles that were judged, and these articles.

    A finding gathers all relations of one problem, which may lead further than an article meets others; and of two articles that were
    not judged one thing may change: a fall between them is explained by a correction that came.
    """
    if learnt.is_all:
        return learnt.asked.articles, learnt.report
    touched = learnt.asked.articles | _changed(connection, learnt)
    hanging = together(connection, touched, decided, learnt.report)
    part = hanging.part | sources(connection)
    report = how.check(claims_of(connection, part), decided, whole(connection, part))
    keep_sources(connection, report, hanging.articles)
    return hanging.articles, report


def _changed(connection: Connection, learnt: Learnt) -> set[str]:
    """The articles of the pairs that were judged again and stand otherwise to each other than before."""
    ends = [[pair[side] for pair in learnt.asked.pairs] for side in (0, 1)]
    asked = _core.Table.of_columns("asked", [("a", "utf8", False), ("b", "utf8", False)], ends)
    with lent(connection, {"asked": asked, "made": learnt.report.relations, "found": learnt.report.findings}):
        return ids(connection, _CHANGED.format(columns=", ".join(f'"{name}"' for name in columns("relations") if name != "fact")))


_CHANGED = """
    WITH pairs AS (SELECT a, b FROM asked UNION SELECT b, a FROM asked),
    before AS (SELECT {columns} FROM relations SEMI JOIN pairs ON left_article = a AND right_article = b WHERE NOT of_versions),
    after AS (SELECT {columns} FROM made SEMI JOIN pairs ON left_article = a AND right_article = b),
    copied AS (SELECT id, message, article, other_article FROM findings SEMI JOIN pairs ON article = a AND other_article = b
        WHERE rule = 'copied-article' AND NOT of_versions),
    copies AS (SELECT id, message, article, other_article FROM found SEMI JOIN pairs ON article = a AND other_article = b),
    differing AS (
        SELECT left_article AS a, right_article AS b FROM ((FROM before EXCEPT FROM after) UNION ALL (FROM after EXCEPT FROM before))
        UNION SELECT article, other_article FROM ((FROM copied EXCEPT FROM copies) UNION ALL (FROM copies EXCEPT FROM copied))
    )
    SELECT a FROM differing UNION SELECT b FROM differing
"""

_INSIDE = "left_article IN (FROM scope) AND right_article IN (FROM scope)"

_JUDGED = "(left_article IN (FROM fresh) OR right_article IN (FROM fresh))"

_REPLACED = f"""
CREATE OR REPLACE TEMP TABLE after AS
    WITH told AS (
        FROM made WHERE {_INSIDE} UNION ALL FROM judged WHERE {_JUDGED} AND NOT ({_INSIDE})
    ), prints AS (SELECT id, fingerprint FROM claims WHERE article IN (SELECT left_article FROM told UNION SELECT right_article FROM told))
    SELECT told.*, coalesce(l.fingerprint, told."left") AS left_fingerprint, coalesce(r.fingerprint, told."right") AS right_fingerprint,
        least(left_fingerprint, right_fingerprint) || ' ' || greatest(left_fingerprint, right_fingerprint) AS pair,
        row_number() OVER (PARTITION BY pair ORDER BY told.id) AS nth
    FROM told LEFT JOIN prints l ON l.id = told."left" LEFT JOIN prints r ON r.id = told."right";
CREATE OR REPLACE TEMP TABLE before AS
    SELECT *, least(left_fingerprint, right_fingerprint) || ' ' || greatest(left_fingerprint, right_fingerprint) AS pair,
        row_number() OVER (PARTITION BY pair ORDER BY id) AS nth
    FROM relations WHERE NOT of_versions AND ({_INSIDE} OR {_JUDGED});
DELETE FROM relations WHERE NOT of_versions AND ({_INSIDE} OR {_JUDGED});
"""
"""Between articles that hang together all relations are known by their check, and between these and others by that of the articles judged."""

_MOVED = """
INSERT INTO moved BY NAME
    SELECT coalesce(after.id, before.id) AS relation,
        coalesce(after.left_article, before.left_article) AS left_article,
        coalesce(after.left_value, before.left_value) AS left_value,
        coalesce(after.left_text, before.left_text) AS left_text,
        coalesce(after.right_article, before.right_article) AS right_article,
        coalesce(after.right_value, before.right_value) AS right_value,
        coalesce(after.right_text, before.right_text) AS right_text,
        before.verdict AS before, after.verdict AS now, after.reason AS reason, ?::TIMESTAMP AS added
    FROM before FULL JOIN after ON before.pair = after.pair AND before.nth = after.nth
    WHERE coalesce(before.verdict, 'unrelated') <> coalesce(after.verdict, 'unrelated') AND (before.id IS NOT NULL OR NOT EXISTS (
        FROM articles a WHERE a.waits IN ('new', 'edited') AND a.article IN (after.left_article, after.right_article)
    ))
    ORDER BY relation
"""


def _replace_relations(connection: Connection, at: datetime) -> None:
    """Those of `made` for those that stand; a pair that was related before keeps its time, and another verdict is told in `moved`."""
    connection.execute(_REPLACED)
    connection.execute(_MOVED, [at])
    connection.execute(
        """INSERT INTO relations BY NAME
            SELECT after.* EXCLUDE (pair, nth), false AS of_versions, coalesce(before.added, ?::TIMESTAMP) AS added
            FROM after LEFT JOIN before ON before.pair = after.pair AND before.nth = after.nth ORDER BY after.id""",
        [at],
    )
    connection.execute("DROP TABLE before; DROP TABLE after")


def _replace_findings(connection: Connection, at: datetime) -> None:
    """Those of `found` for those that stand; one that is known by its fingerprint keeps its time."""
    touches = """(CASE WHEN len(relations) = 0 THEN article IN (FROM scope) ELSE
        id IN (SELECT id FROM (SELECT id, unnest(articles) AS article FROM {0}) SEMI JOIN scope USING (article)) END)"""
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE told AS
            SELECT fingerprint, min(added) AS added FROM findings
            WHERE NOT of_versions AND {touches.format("findings")} GROUP BY fingerprint;
        DELETE FROM findings WHERE NOT of_versions AND {touches.format("findings")}"""
    )
    connection.execute(
        f"""INSERT INTO findings BY NAME
            SELECT found.*, false AS of_versions, coalesce(told.added, ?::TIMESTAMP) AS added
            FROM found LEFT JOIN told USING (fingerprint) WHERE {touches.format("found")}""",
        [at],
    )
    connection.execute("DROP TABLE told")


def _tell_versions(connection: Connection, at: datetime, how: How) -> None:
    """What became of each article that was edited: its versions are compared two by two, and with nothing else."""
    pairs = connection.execute(
        """WITH texts AS (
            SELECT article, version, text, published, outlet, title, url, role FROM versions
            UNION ALL BY NAME SELECT article, version, text, published, outlet, title, url, role FROM articles
        )
        SELECT v.article, v.version, v.* EXCLUDE (article, version, digest, added, replaced, told), n.* EXCLUDE (article, version)
        FROM versions v JOIN texts n ON n.article = v.article AND n.version = v.version + 1
        WHERE NOT v.told ORDER BY v.article, v.version"""
    ).fetchall()
    behind = {"of_versions": "true", "added": f"TIMESTAMP '{at}'"}
    for name, version, *cells in pairs:
        # One address for both: what is edited may be its address, or that it has none.
        url = cells[10] or cells[4] or f"ledger:{name}"
        old, new = (_version(name, version + nr, cells[6 * nr : 6 * nr + 6], url) for nr in (0, 1))
        claims = extract([old, new], lexicon=how.lexicon, progress=False)
        report = check(claims, lexicon=how.lexicon, select="article-changed", progress=False)
        insert(connection, "findings", report.findings, behind)
        prints = {"left_fingerprint": '"left"', "right_fingerprint": '"right"'}
        with lent(connection, {"told": report.findings}):
            insert(connection, "relations", report.relations, behind | prints, "id IN (SELECT unnest(relations) FROM told)")
    connection.execute("UPDATE versions SET told = true WHERE NOT told")


def _version(name: str, version: int, cells: list[str | None], url: str) -> Article:
    """A version as an article of its own, at the address that both of a pair share."""
    text, published, outlet, title, _, role = cells
    return Article(text or "", f"{name}@{version:03}", published, outlet, title, url, role)
