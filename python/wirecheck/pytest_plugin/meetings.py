"""Facts on meetings."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

from ..days import day
from ..tables import vocabulary
from .errors import FactError, NoEvidenceError, hidden
from .facts import Asked, Row, fact
from .names import covers, excludes, near, near_day, same_name

if TYPE_CHECKING:
    from .collection import Collection

__tracebackhide__ = hidden

_EXCLUDES = {"held": ("denied", "cancelled"), "planned": ("denied", "cancelled"), "denied": ("held",), "cancelled": ("held",)}
"""What a meeting of this status cannot be as well."""


class Meetings(Asked):
    """The meetings of some people or bodies, as the articles tell them: a row each time that one is told."""

    def __init__(self, collection: Collection, participants: tuple[str, ...]) -> None:
        """Takes those who must be among the participants."""
        if not participants or not all(name.strip() for name in participants):
            raise ValueError('a meeting needs the name of a participant or more, meeting("Omar Sayegh", "Rosa Vidal")')
        self._participants = participants
        super().__init__(collection, f"meetings: {' and '.join(participants)}")
        met = {row["id"] for row in collection.read.meetings.values() if self._has_all(row)}
        # Who tells of the meeting without a name tells of it all the same: the mentions hang together by their fact.
        facts = [names for names in collection.read.meeting_facts if met.intersection(names)]
        self._facts = [[collection.read.meetings[name] for name in names] for names in facts]

    @property
    def _rows(self) -> list[Row]:
        return [row for rows in self._facts for row in rows]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"<{self._called()}: {len(self._facts)}, told {len(self)} times>"

    @fact
    def on(self, when: str | datetime.date) -> Meetings:
        """Asserts that they meet on this day, and that no article has this same meeting held on another.

        An older plan for another day contradicts nothing. What follows (`.at`, `.held`) is asked of the meetings of this day.

        Args:
            when: A date, or a text like 2026-05-14.

        Raises:
            FactError: If an article says otherwise, or none names the day.
        """
        on = day(when, "when")

        def wrong(row: Row) -> bool:
            return row["status"] == "held" and excludes(row, on)

        there = self._narrowed(f" on {on}", lambda row: covers(row, on), lambda: near_day(on, self._rows))
        return there._refused(wrong, f"the fact says {on}", lambda row: f"{row['status']} on {_days(row)}")

    @fact
    def at(self, place: str) -> Meetings:
        """Asserts that they meet in this place, and that no article has this same meeting held elsewhere.

        Raises:
            FactError: If an article says otherwise, or none names the place.
        """
        book = self._collection.read.gazetteer

        def right(row: Row) -> bool:
            entity = row["place_entity"]
            return book.is_called(place, row["place"], entity) or book.lies_in(place, entity)

        def wrong(row: Row) -> bool:
            told = row["status"] == "held" and row["place"] is not None
            return told and not right(row) and not book.holds(row["place_entity"], place)

        def nearest() -> str:
            return near(place, (row["place"] for row in self._rows), "place")

        there = self._narrowed(f" in {place}", right, nearest)
        return there._refused(wrong, f"the fact says {place}", lambda row: f"{row['status']} in {row['place']}")

    def held(self) -> Meetings:
        """Asserts that an article has them meet, and that none has the meeting denied or cancelled.

        A denial that an article reports of somebody is no contradiction: the article tells of a dispute.

        Raises:
            FactError: If an article says otherwise, or none has it held.
        """
        return self.told_as("held")

    @fact
    def told_as(self, status: str) -> Meetings:
        """Asserts that an article gives the meeting this status, and that none gives it one that excludes it.

        Raises:
            FactError: If an article says otherwise, or none has the status.
            ValueError: If a meeting has no such status.
        """
        known = vocabulary("meetings", "status")
        if status not in known:
            raise ValueError(f"status = {status!r} is none; a meeting is {', '.join(known)}")

        def wrong(row: Row) -> bool:
            disputed = row["status"] == "denied" and row["source"] is not None
            return row["status"] in _EXCLUDES.get(status, ()) and not disputed

        def nearest() -> str:
            return f"they tell of it as {', '.join(sorted({row['status'] for row in self._rows}))}"

        there = self._narrowed(f", {status}", lambda row: row["status"] == status, nearest)
        return there._refused(wrong, f"the fact says {status}", lambda row: row["status"])

    def _has_all(self, row: Row) -> bool:
        told = list(zip(row["participants"], row["participant_entities"], strict=True))
        merged = self._collection.read.merged
        return all(any(same_name(asked, name, merged(entity)) for name, entity in told) for asked in self._participants)

    def _narrowed(self, said_too: str, right: Callable[[Row], bool], nearest: Callable[[], str]) -> Meetings:
        """The meetings of which an article says so."""
        if not self._facts:
            raise NoEvidenceError(f"no article tells of {self._called()}", self._nearest_name())
        there = Meetings.__new__(Meetings)
        Asked.__init__(there, self._collection, self._label + said_too)
        there._participants = self._participants
        there._facts = [rows for rows in self._facts if any(right(row) for row in rows)]
        if not there._facts:
            raise NoEvidenceError(f"no article tells of {there._called()}", nearest())
        return there

    def _refused(self, wrong: Callable[[Row], bool], fact_says: str, value: Callable[[Row], str]) -> Meetings:
        if against := [row for row in self._rows if wrong(row)]:
            first = f"{self._called()}: {fact_says}, the articles {', '.join(dict.fromkeys(map(value, against)))}"
            raise FactError(first, *self._passages(against, value))
        return self

    def _called(self) -> str:
        return self._label.replace("meetings:", "a meeting of", 1)

    def _nearest_name(self) -> str:
        """A sentence on the first of those asked for who meets nobody."""
        told = [name for row in self._collection.read.meetings.values() for name in row["participants"]]
        for asked in self._participants:
            if not len(Meetings(self._collection, (asked,))):
                return f"none has {asked} meet anybody: {near(asked, told, 'name')}"
        return "each of them meets others alone"


def _days(row: Row) -> str:
    return str(row["earliest"]) if row["earliest"] == row["latest"] else f"{row['earliest']} to {row['latest']}"
