"""What came into a ledger since a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from .. import _core
from ..claims import _Tables
from ..nearest import hint
from ..tables import Table

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class News(_Tables):
    """What is new: articles with their claims, relations, findings, and old verdicts that moved."""

    def __init__(self, since: datetime, tables: Mapping[str, _core.Table]) -> None:
        """Made by `ledger.since`; the time is that of UTC, without a zone."""
        super().__init__(tables)
        self.start = since

    @property
    def articles(self) -> Table:
        """Articles that were added, or edited, since."""
        return self._tables["articles"]

    @property
    def casualties(self) -> Table:
        """Their casualty figures."""
        return self._tables["casualties"]

    @property
    def meetings(self) -> Table:
        """Their meetings."""
        return self._tables["meetings"]

    @property
    def quotes(self) -> Table:
        """Their quotations."""
        return self._tables["quotes"]

    @property
    def relations(self) -> Table:
        """Pairs of claims that were not related before."""
        return self._tables["relations"]

    @property
    def findings(self) -> Table:
        """Findings that were not there before, but for those that are dismissed."""
        return self._tables["findings"]

    @property
    def moved(self) -> Table:
        """Pairs of claims that had another verdict before."""
        return self._tables["moved"]


def moment(at: datetime | None) -> datetime:
    """A moment as a ledger keeps it: of UTC, without a zone; now if None. A time without a zone is that of the place."""
    when = datetime.now(UTC) if at is None else at.astimezone(UTC)
    return when.replace(tzinfo=None)


def start(when: str | date | datetime, at: datetime | None) -> datetime:
    """The moment that `when` begins, seen from the moment `at`.

    Raises:
        ValueError: If it is no day.
    """
    if isinstance(when, datetime):
        return moment(when)
    if isinstance(when, date):
        return moment(datetime(when.year, when.month, when.day))
    today = (datetime.now(UTC) if at is None else at).astimezone().date()
    word = when.strip().lower()
    if word in _DAYS:
        return start(today - timedelta(days=(today.weekday() - _DAYS.index(word)) % 7), at)
    if word in ("today", "yesterday"):
        return start(today - timedelta(days=word == "yesterday"), at)
    try:
        return start(date.fromisoformat(word) if len(word) == 10 else datetime.fromisoformat(when.strip()), at)
    except ValueError as wrong:
        days = (*map(str.capitalize, _DAYS), "today", "yesterday")
        near = hint(word, days, "give a weekday, a date, or a text like 2026-05-14")
        raise ValueError(f"{when!r} is no day to look back to; {near}") from wrong
