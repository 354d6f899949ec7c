"""The fields of a claim in the columns of a table: which column holds which, and what a row says in them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from ..nearest import question
from ..tables import vocabulary
from . import cells
from .reading import Faults, Row, Sheet

T = TypeVar("T")

#: What every kind has: whose row it is, of what, where it stands, when it was.
COMMON = ("id", "coder", "article", "outlet", "published", "start", "end", "text", "date", "earliest", "latest", "event")


@dataclass
class Made:
    """A claim of a row, before it is known where it stands."""

    row: Fields
    claim: dict[str, Any]
    """The columns of its table, without those that follow from its place."""
    line: str
    """The row in words, as it stands in the text of a coder's table."""
    effect: str = ""


class Fields:
    """A row by the names of fields."""

    def __init__(self, number: int, row: Row, columns: Mapping[str, str], faults: Faults) -> None:
        """Takes what `mapped` gave as `columns`."""
        self.number = number
        self._row = row
        self._columns = columns
        self._faults = faults
        self.left_out: str | None = None

    def leave_out(self, why: str) -> None:
        """Says why the row gives no claim, and is not wrong."""
        self.left_out = why

    def has(self, field: str) -> bool:
        """Whether the cell is filled."""
        return field in self._columns and self._row.get(self._columns[field]) is not None

    def fault(self, field: str | None, what: object) -> None:
        """Writes down what is wrong with a field."""
        self._faults.add(self.number, self._columns.get(field, field) if field else None, what)

    def take(self, field: str, how: Callable[[Any], T]) -> T | None:
        """The value of a field; None where it is empty, or where it is wrong, which is written down."""
        if not self.has(field):
            return None
        try:
            return how(self._row[self._columns[field]])
        except ValueError as wrong:
            self.fault(field, wrong)
            return None

    def text(self, field: str) -> str | None:
        """Words."""
        return self.take(field, cells.text) or None

    def word(self, table: str, field: str, otherwise: str | None = None) -> Any:
        """A word of the closed vocabulary that the column has in a table of claims."""
        found = self.take(field, partial(cells.word, known=vocabulary(table, field)))
        return otherwise if found is None else found

    def flag(self, field: str) -> bool:
        """Yes or no; an empty cell is no."""
        return bool(self.take(field, cells.flag))

    def days(self) -> tuple[datetime.date | None, datetime.date | None]:
        """The first and the last day, from `date`, or from `earliest` and `latest`."""
        day = self.take("date", cells.days)
        first, last = self.take("earliest", cells.days), self.take("latest", cells.days)
        if day and (first or last):
            self.fault("date", "the row also has `earliest` or `latest`; one of the two ways is enough")
        earliest = day[0] if day else first[0] if first else None
        latest = day[1] if day else last[1] if last else None
        if earliest and latest and earliest > latest:
            self.fault("latest", f"{latest} lies before {earliest}")
        return earliest, latest

    @property
    def key(self) -> str:
        """By what the row is known: its own id, else its number."""
        return self.text("id") or f"row {self.number}"


def mapped(sheet: Sheet, own: Sequence[str], columns: Mapping[str, str], kind: str) -> dict[str, str]:
    """Which column holds which field; a column that is named as a field holds it.

    Raises:
        ValueError: If there is no such field, or no such column.
    """
    fields = [*COMMON, *own]
    for field, column in columns.items():
        if field not in fields:
            listed = ", ".join(name for name in fields if "." not in name)
            wide = ", and figures by their effect, killed.best" if len(listed) < len(", ".join(fields)) else ""
            raise ValueError(f"a {kind} has no field {field!r}{question(field, fields)}; there are {listed}{wide}")
        if column not in sheet.columns:
            there = ", ".join(sheet.columns) or "no columns"
            raise ValueError(
                f"there is no column {column!r} for {field!r}{question(column, sheet.columns)}; {sheet.called} has {there}"
            )
    free = set(sheet.columns) - set(columns.values())  # a column that was given to a field is no other one's by its name
    return {field: columns.get(field, field) for field in fields if field in columns or field in free}


def said(*parts: str | None) -> str:
    """The parts of a line that are told; what breaks lines or hides in them is a space."""
    return ", ".join(" ".join(part.split()) for part in parts if part)


def span(earliest: datetime.date | None, latest: datetime.date | None) -> str | None:
    """Days in words."""
    if earliest == latest:
        return None if earliest is None else str(earliest)
    if earliest is None or latest is None:
        return f"from {earliest}" if latest is None else f"until {latest}"
    return f"{earliest} to {latest}"
