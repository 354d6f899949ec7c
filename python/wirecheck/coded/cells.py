"""What stands in a cell, as the fields of a claim need it. Each function raises a ValueError that says what is wrong."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Sequence
from typing import Any

from ..articles import published_iso
from ..export.cells import parted
from ..nearest import question

Days = tuple[datetime.date, datetime.date]

_GROUPED = re.compile(r"\d{1,3}(,\d{3})+")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")
_WRITTEN = re.compile(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_YES, _NO = ("true", "yes", "1"), ("false", "no", "0")


def count(value: Any) -> int:
    """A number of people."""
    number = whole(value)
    if number < 0:
        raise ValueError(f"{value!r} is less than 0; leave the cell empty where a figure is not known")
    return number


def whole(value: Any) -> int:
    """A whole number: 1200, 1200.0, "1,200"."""
    said = str(value).strip()
    if not isinstance(value, bool):
        if _GROUPED.fullmatch(said):
            return int(said.replace(",", ""))
        try:
            number = float(said)
            if number == int(number) and abs(number) < 2**53:
                return int(number)
        except (ValueError, OverflowError):
            pass
    raise ValueError(f"{value!r} is no whole number; leave the cell empty where a figure is not known")


def word(value: Any, known: Sequence[str]) -> str:
    """A word of a closed vocabulary, in any case."""
    said = str(value).strip()
    found = said.lower().replace(" ", "_").replace("-", "_")
    if found not in known:
        raise ValueError(f"{said!r} is none of {', '.join(known)}{question(found, known)}")
    return found


def text(value: Any) -> str:
    """Words; a whole number that a spreadsheet made a float of is one again."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    said = value.isoformat() if isinstance(value, datetime.date) else str(value)
    try:
        said.encode("utf-8")
    except UnicodeEncodeError as wrong:
        raise ValueError(f"it holds half a character (a lone surrogate) at code point {wrong.start}") from wrong
    return said.strip()


def listed(value: Any) -> list[str]:
    """A list: one of the table's own, or texts parted by semicolons."""
    items = value if isinstance(value, (list, tuple)) else parted(str(value)) if hasattr(value, "strip") else list(value)
    return [said for item in items if (said := text(item))]


def flag(value: Any) -> bool:
    """Yes or no."""
    said = str(value).strip().lower()
    if said in _YES or said in _NO:
        return said in _YES
    raise ValueError(f"{value!r} is neither true nor false")


def days(value: Any) -> Days:
    """The first and the last day of a date, a datetime, an ISO text (2026-05-06, 2026-05, 2026) or "6 May 2026"."""
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return value, value
    if hasattr(value, "astype") and hasattr(value, "dtype"):  # numpy.datetime64
        value = str(value.astype("datetime64[s]"))
    if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 2999:
        value = str(value)
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no date; format the cells as dates, or write 2026-05-06")
    said = value.strip()
    try:
        return _iso(said)
    except ValueError:
        raise ValueError(f"{said!r} is no date; write it as 2026-05-06, or 2026-05 where the day is not known") from None


def _iso(said: str) -> Days:
    if _YEAR.fullmatch(said):
        return datetime.date(int(said), 1, 1), datetime.date(int(said), 12, 31)
    if month := _MONTH.fullmatch(said):
        return _month(int(month[1]), int(month[2]))
    if (written := _WRITTEN.fullmatch(said)) and written[2] in _MONTHS:
        day = datetime.date(int(written[3]), _MONTHS.index(written[2]) + 1, int(written[1]))
        return day, day
    if said[4:5] != "-":  # 20260506 may be a number, and 2026W19 is no day
        raise ValueError(said)
    day = datetime.datetime.fromisoformat(said).date()
    return day, day


def _month(year: int, month: int) -> Days:
    first = datetime.date(year, month, 1)
    return first, first.replace(day=calendar.monthrange(year, month)[1])


def published(value: Any) -> str:
    """When something was published: a day, or a day and a minute."""
    try:
        told = published_iso(value)
    except ValueError:
        raise ValueError(f"{value!r} is no date; write it as 2026-05-06 or 2026-05-06T14:05") from None
    if told is None:
        raise ValueError(f"{value!r} is no date")
    return told
