"""What two readings of articles differ in: claims gained, lost and changed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]

PLACE = frozenset({"id", "article", "start", "end", "table", "event", "utterance", "part_of", "fingerprint"})
"""Columns that say where a claim stands, and those that name others by where they stand."""

_LOCAL = re.compile(r"^.*~n\d+$")


@dataclass(frozen=True)
class Change:
    """A claim that both have, and the columns that differ, each with what it was and what it is."""

    old: Row
    new: Row
    columns: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True)
class Difference:
    """How the claims of one table differ.

    Attributes:
        moved: How many are the same but for their place in the text.
        same: How many are the same, those that moved not counted.
    """

    table: str
    gained: tuple[Row, ...]
    lost: tuple[Row, ...]
    changed: tuple[Change, ...]
    moved: int
    same: int

    def __bool__(self) -> bool:
        return bool(self.gained or self.lost or self.changed)


def difference(table: str, old: Iterable[Row], new: Iterable[Row]) -> Difference:
    """Pairs the claims of two readings and tells what differs.

    Two claims of one article are one by their fingerprint; those left over, by their place; by their words; and last by lying over
    each other, one's words being among the other's.
    """
    left, right = list(old), list(new)
    pairs: list[tuple[Row, Row]] = []
    for key in (_by_fingerprint, _by_place, _by_words):
        found, left, right = _paired(left, right, key)
        pairs += found
    found, left, right = _overlapping(left, right)
    pairs += found
    changes = [Change(a, b, _columns(a, b)) for a, b in pairs]
    changed = sorted((change for change in changes if change.columns), key=lambda change: _order(change.new))
    moved = sum(not change.columns and _at(change.old) != _at(change.new) for change in changes)
    same = len(changes) - len(changed) - moved
    return Difference(table, tuple(sorted(right, key=_order)), tuple(sorted(left, key=_order)), tuple(changed), moved, same)


def _paired(
    left: Sequence[Row], right: Sequence[Row], key: Callable[[Row], tuple[Any, ...] | None]
) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """The rows of both sides that have a key in common, in their order, and those left over."""
    waiting: dict[tuple[Any, ...], list[Row]] = {}
    rest: list[Row] = []
    for row in left:
        if (its := key(row)) is None:
            rest.append(row)
        else:
            waiting.setdefault(its, []).append(row)
    pairs, more = [], []
    for row in right:
        alike = waiting.get(its) if (its := key(row)) is not None else None
        if alike:
            pairs.append((alike.pop(0), row))
        else:
            more.append(row)
    return pairs, [*rest, *(row for rows in waiting.values() for row in rows)], more


def _by_fingerprint(row: Row) -> tuple[Any, ...] | None:
    return (row["article"], row["fingerprint"]) if row.get("fingerprint") else None


def _by_place(row: Row) -> tuple[Any, ...] | None:
    return (*_at(row), row.get("effect"))


def _by_words(row: Row) -> tuple[Any, ...] | None:
    return (row["article"], row["text"], row.get("effect"))


def _overlapping(left: Sequence[Row], right: Sequence[Row]) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    of: dict[str, list[Row]] = {}
    for row in left:
        of.setdefault(row["article"], []).append(row)
    pairs, more = [], []
    for row in right:
        here = of.get(row["article"], [])
        over = next((nr for nr, other in enumerate(here) if _over(other, row)), None)
        if over is None:
            more.append(row)
        else:
            pairs.append((here.pop(over), row))
    return pairs, [row for rows in of.values() for row in rows], more


def _over(one: Row, other: Row) -> bool:
    meet = one["start"] < other["end"] and other["start"] < one["end"]
    return meet and (one["text"] in other["text"] or other["text"] in one["text"])


def _columns(old: Row, new: Row) -> dict[str, tuple[Any, Any]]:
    """The columns that say something else; one that a side does not have says nothing."""
    names = [name for name in new if name in old and name not in PLACE and not name.endswith(("_start", "_end"))]
    return {name: (old[name], new[name]) for name in names if _plain(old[name]) != _plain(new[name])}


def _plain(value: Any) -> Any:
    """A value as it compares: days as texts, and an entity that only its article knows without its number."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return "~n" if isinstance(value, str) and _LOCAL.match(value) else value


def _at(row: Row) -> tuple[str, int, int]:
    return row["article"], row["start"], row["end"]


def _order(row: Row) -> tuple[Any, ...]:
    return (*_at(row), str(row.get("id")))
