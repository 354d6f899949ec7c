"""What new articles change: the articles that they touch are compared again, and their relations and findings replaced."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..articles import Article
from ..report import Report
from ..verbs import check, extract
from .check import Decided, How, sources, together, whole
from .decisions import decided_pairs
from .file import transaction
from .learning import Learnt, keep_sources, learn
from .rows import claims as claims_of
from .rows import insert, lent, named

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
        with named(connection, "scope", scope), lent(connection, {"made": report.relations, "found": report.findings}):
            _replace_relations(connection, at)
            _replace_findings(connection, at)
        _tell_versions(connection, at, how)
        connection.execute("UPDATE articles SET waits = NULL WHERE waits IS NOT NULL")


def _gathered(connection: Connection, learnt: Learnt, decided: Decided, how: How) -> tuple[set[str], Report]:
    """A check of all that hangs together with the articles that were judged, and these articles.

    A finding gathers all relations of one problem, which may lead further than an article meets others.
    """
    fresh, report = learnt.fresh, learnt.report
    if learnt.is_all:
        return fresh, report
    whole_of = together(connection, fresh, decided, report)
    texts = sources(connection)
    if whole_of is None or (whole_of <= fresh and not texts):
        return fresh, report
    part = whole_of | texts
    report = how.check(claims_of(connection, part), decided, whole(connection, part))
    keep_sources(connection, report, whole_of)
    return whole_of, report


_TOUCHES = "(left_article IN (FROM scope) OR right_article IN (FROM scope))"

_REPLACED = f"""
CREATE OR REPLACE TEMP TABLE after AS
    WITH prints AS (SELECT id, fingerprint FROM claims)
    SELECT made.*, coalesce(l.fingerprint, made."left") AS left_fingerprint, coalesce(r.fingerprint, made."right") AS right_fingerprint,
        least(left_fingerprint, right_fingerprint) || ' ' || greatest(left_fingerprint, right_fingerprint) AS pair,
        row_number() OVER (PARTITION BY pair ORDER BY made.id) AS nth
    FROM made LEFT JOIN prints l ON l.id = made."left" LEFT JOIN prints r ON r.id = made."right"
    WHERE {_TOUCHES} OR (made.rule = 'toll-updated' AND made.id IN (SELECT id FROM relations WHERE rule = 'toll-falls'));
CREATE OR REPLACE TEMP TABLE before AS
    SELECT *, least(left_fingerprint, right_fingerprint) || ' ' || greatest(left_fingerprint, right_fingerprint) AS pair,
        row_number() OVER (PARTITION BY pair ORDER BY id) AS nth
    FROM relations WHERE NOT of_versions AND ({_TOUCHES} OR id IN (SELECT id FROM after));
DELETE FROM relations WHERE NOT of_versions AND id IN (SELECT id FROM before);
"""
"""Of two articles that were not judged anew one thing may change: a fall between them is explained by a correction that came."""

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
    connection.execute(
        f"""DELETE FROM findings WHERE rule = 'toll-falls' AND len(relations) > 0 AND list_has_all(
            (SELECT list(id) FROM after WHERE NOT {_TOUCHES}), relations
        );
        DROP TABLE before;
        DROP TABLE after"""
    )


def _replace_findings(connection: Connection, at: datetime) -> None:
    """Those of `found` for those that stand; one that is known by its fingerprint keeps its time."""
    touches = "id IN (SELECT id FROM (SELECT id, unnest(articles) AS article FROM {0}) SEMI JOIN scope USING (article))"
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
        old, new = (_version(name, version + nr, cells[6 * nr : 6 * nr + 6]) for nr in (0, 1))
        claims = extract([old, new], lexicon=how.lexicon, progress=False)
        report = check(claims, lexicon=how.lexicon, select="article-changed", progress=False)
        insert(connection, "findings", report.findings, behind)
        prints = {"left_fingerprint": '"left"', "right_fingerprint": '"right"'}
        with lent(connection, {"told": report.findings}):
            insert(connection, "relations", report.relations, behind | prints, "id IN (SELECT unnest(relations) FROM told)")
    connection.execute("UPDATE versions SET told = true WHERE NOT told")


def _version(name: str, version: int, cells: list[str | None]) -> Article:
    """A version as an article of its own, at the address that all of them share."""
    text, published, outlet, title, url, role = cells
    return Article(text or "", f"{name}@{version:03}", published, outlet, title, url or f"ledger:{name}", role)
