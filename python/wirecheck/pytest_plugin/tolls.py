"""Facts on tolls."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..tables import vocabulary
from .errors import FactError, NoEvidenceError, hidden
from .facts import Asked, Row, fact
from .names import covers, near, near_day

if TYPE_CHECKING:
    from .collection import Collection

__tracebackhide__ = hidden


class Tolls(Asked):
    """The tolls of incidents, as `report.tolls` has them."""

    def __init__(self, collection: Collection, place: str | None, effect: str, on: datetime.date | None) -> None:
        """Takes what to look for; None leaves it open."""
        known = effects()
        if effect not in known:
            raise ValueError(f"effect = {effect!r} is none; the effects are {', '.join(known)}")
        self._place, self._effect, self._on = place, effect, on
        super().__init__(collection, f"tolls: {self._called()}")
        self._told: list[Row] = [row for row in collection.report.tolls if row["effect"] == effect]
        self._there = self._placed()
        self._rows = self._there if on is None else [row for row in self._there if covers(row, on)]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"<{self._called()}: {', '.join(_figure(row) for row in self._rows) or 'no toll'}>"

    @fact
    def within(self, low: int | None = None, high: int | None = None) -> Tolls:
        """Asserts that the best figure of every such toll lies between two numbers, both included.

        The best figure is the one that `report.tolls` gives: the most recent independent source, else the majority, else the most
        conservative; a party's claim never decides alone. Where words alone are told ("dozens"), all that they may mean must lie
        between the two.

        Args:
            low: The least, or None.
            high: The most, or None.

        Raises:
            FactError: If one lies elsewhere, or there is none.
            ValueError: If neither bound is given, or they are the wrong way round.
        """
        if low is None and high is None:
            raise ValueError("within() needs a low, a high or both")
        if low is not None and high is not None and low > high:
            raise ValueError(f"low = {low} is more than high = {high}; exchange the two")
        if not self._rows:
            raise self._missing()
        wrong = [row for row in self._rows if not _inside(row, low, high)]
        if wrong:
            raise FactError(*self._lines(wrong, low, high))
        return self

    def _called(self) -> str:
        who = self._effect if self._effect == "casualties" else f"people {self._effect}"
        return f"{who}{f' in {self._place}' if self._place else ''}{f' on {self._on}' if self._on else ''}"

    def _placed(self) -> list[Row]:
        """The tolls of the place; if none is called so, those of all places in it."""
        place = self._place
        if place is None:
            return self._told
        book, entities = self._collection.read.gazetteer, self._collection.read.fact_places
        called = [row for row in self._told if book.is_called(place, row["place"], entities.get(row["fact"]))]
        return called or [row for row in self._told if book.lies_in(place, entities.get(row["fact"]))]

    def _missing(self) -> NoEvidenceError:
        if not self._told:
            told = sorted({row["effect"] for row in self._collection.report.tolls})
            nearest = f"they count people {', '.join(told)}" if told else "they give no toll at all"
        elif not self._there:
            nearest = near(self._place or "", (row["place"] for row in self._told), "place")
        else:
            nearest = near_day(self._on or datetime.date.min, self._there)
        return NoEvidenceError(f"no article counts {self._called()}", nearest)

    def _lines(self, wrong: list[Row], low: int | None, high: int | None) -> list[str]:
        lines = [f"{self._called()}: the fact says {between(low, high)}, the articles give {', '.join(map(_figure, wrong))}"]
        if len(self._rows) > 1 and self._on is None:
            lines.append(f"({len(self._rows)} incidents are meant; on= names the day of one)")
        for row in wrong:
            lines += self._passages(
                self._evidence(row), lambda claim: f"{claim['effect']} {between(claim['low'], claim['high'])}"
            )
        return lines

    def _evidence(self, toll: Row) -> list[Row]:
        """The claims of a toll: first the one that decided."""
        claims = (self._collection.read.casualties[name] for name in toll["claims"])
        return sorted(claims, key=lambda claim: claim["id"] != toll["basis"])


def effects() -> tuple[str, ...]:
    """What may have happened to people."""
    return vocabulary("casualties", "effect")


def _inside(row: Row, low: int | None, high: int | None) -> bool:
    if row["best"] is not None:
        least = most = row["best"]
    else:
        least, most = row["low"], row["high"]
    return (low is None or (least is not None and least >= low)) and (high is None or (most is not None and most <= high))


def _figure(row: Row) -> str:
    bounds = "" if row["best"] == row["low"] == row["high"] else f"low {_or_open(row['low'])}, high {_or_open(row['high'])}"
    if row["best"] is None:
        return f"no best figure ({bounds})"
    return f"{row['best']} ({bounds})" if bounds else str(row["best"])


def _or_open(number: int | None) -> str:
    return "open" if number is None else str(number)


def between(low: int | None, high: int | None) -> str:
    """Two bounds in words; None is open."""
    if low is None:
        return "any number" if high is None else f"at most {high}"
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low} to {high}"
