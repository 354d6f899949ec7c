"""What people decided on findings and on pairs of claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from .schema import one

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection

ON_FINDINGS = ("accepted", "dismissed")
ON_PAIRS = ("same", "apart")
WITHDRAWN = "withdrawn"

Pair = tuple["Claim", "Claim"]


@dataclass(frozen=True)
class Claim:
    """A claim as decisions know it."""

    id: str
    article: str
    fingerprint: str
    text: str


def decided_pairs(connection: Connection) -> dict[str, list[Pair]]:
    """The pairs that stand as one thing and as two, of claims that are still made."""
    rows = connection.execute(
        """WITH first AS (SELECT fingerprint, min_by(claims, id) AS claim FROM claims GROUP BY fingerprint)
        SELECT decision, l.claim.id, l.claim.article, l.fingerprint, l.claim.text, r.claim.id, r.claim.article, r.fingerprint, r.claim.text
        FROM standing_decisions d JOIN first l ON l.fingerprint = d.fingerprint JOIN first r ON r.fingerprint = d.other
        WHERE decision IN ('same', 'apart') ORDER BY d.nr"""
    ).fetchall()
    pairs: dict[str, list[Pair]] = {word: [] for word in ON_PAIRS}
    for decision, *cells in rows:
        pairs[decision].append((Claim(*cells[:4]), Claim(*cells[4:])))
    return pairs


def told(connection: Connection, what: Any, decision: str) -> Pair | tuple[str, str]:
    """What a decision is on: a pair of claims, or the fingerprint of a finding and its message.

    Raises:
        KeyError: If the ledger has no such finding or claim.
        ValueError: If the decision is none, or none on such a thing.
    """
    known = (*ON_FINDINGS, *ON_PAIRS, WITHDRAWN)
    if decision not in known:
        raise ValueError(f"a decision is one of {', '.join(known)}, not {decision!r}")
    sides = _sides(what)
    if isinstance(sides, str):
        if decision in ON_PAIRS:
            raise ValueError(
                f"{decision!r} is decided on two claims; give their ids or a relation: ledger.decide((left, right), {decision!r}, ...)"
            )
        return _finding(connection, sides)
    if decision in ON_FINDINGS:
        raise ValueError(f"{decision!r} is decided on a finding; give it, or its fingerprint")
    left, right = sorted((_claim(connection, side) for side in sides), key=lambda claim: claim.fingerprint)
    if left.fingerprint == right.fingerprint:
        raise ValueError(f"a pair is two claims, and both of these are {left.id!r}")
    return left, right


def keep(connection: Connection, what: Pair | tuple[str, str], decision: str, by: str, why: str, at: datetime) -> None:
    """Writes a decision down behind all others; articles that it ties or parts are to be compared anew."""
    if isinstance(what[0], Claim) and isinstance(what[1], Claim):
        prints: tuple[str, str | None] = (what[0].fingerprint, what[1].fingerprint)
        about = f"“{what[0].text}” ({what[0].article}) and “{what[1].text}” ({what[1].article})"
        articles = [what[0].article, what[1].article]
        connection.execute("UPDATE articles SET waits = 'decided' WHERE waits IS NULL AND list_contains(?, article)", [articles])
    else:
        prints, about = (str(what[0]), None), str(what[1])
    number = one(connection, "SELECT 1 + coalesce(max(nr), 0) FROM decisions")
    connection.execute(
        'INSERT INTO decisions (nr, decision, fingerprint, other, about, "by", why, decided) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        [number, decision, *prints, about, by, why, at],
    )


def _sides(what: Any) -> str | tuple[str, str]:
    """The fingerprint of a finding, or the ids or fingerprints of two claims."""
    if isinstance(what, Mapping):
        if "left" in what and "right" in what:
            return str(what["left"]), str(what["right"])
        if "fingerprint" in what and "rule" in what:
            return str(what["fingerprint"])
    elif isinstance(what, str):
        return what
    elif isinstance(what, Sequence) and len(what) == 2:
        left, right = (side["id"] if isinstance(side, Mapping) and "id" in side else side for side in what)
        return str(left), str(right)
    raise ValueError(
        "a decision is on a finding (a row of ledger.findings, or its fingerprint) or on two claims (a row of ledger.relations, or "
        f"two ids or fingerprints); this is a {type(what).__name__}"
    )


def _finding(connection: Connection, fingerprint: str) -> tuple[str, str]:
    message = one(connection, "SELECT min(message) FROM findings WHERE fingerprint = ?", [fingerprint])
    if message is None:
        message = one(connection, "SELECT max(about) FROM decisions WHERE fingerprint = ? AND other IS NULL", [fingerprint])
    if message is None:
        raise KeyError(f"no finding of this ledger has the fingerprint {fingerprint!r}; ledger.findings lists them")
    return fingerprint, str(message)


def _claim(connection: Connection, name: str) -> Claim:
    rows = connection.execute(
        "SELECT id, article, fingerprint, text FROM claims WHERE id = ?1 OR fingerprint = ?1 ORDER BY id LIMIT 1", [name]
    ).fetchall()
    if not rows:
        raise KeyError(f"no claim of this ledger has the id or fingerprint {name!r}; ledger.claims lists them")
    return Claim(*rows[0])
