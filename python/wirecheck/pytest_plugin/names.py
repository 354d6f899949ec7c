"""Whether two names are one, and which name is near."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from ..nearest import nearest
from .errors import hidden

__tracebackhide__ = hidden

_LISTED = 5
"""How many names a message lists where none is near."""

_WEEK = datetime.timedelta(days=7)


def plain(name: str) -> str:
    """The words of a name in small letters, without accents, marks and a leading article."""
    letters = (c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in letters).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def names_of(entity: str | None) -> str:
    """The words in a canonical id, `person:lena-haddad`; nothing where it is an id of one article, `001~n3`."""
    kind, _, name = (entity or "").partition(":")
    return plain(name.rpartition("/")[2]) if kind and "~" not in kind else ""


def same_name(asked: str, told: str | None, entity: str | None) -> bool:
    """Whether the name that was asked for is the one that was told.

    One of the two may be shorter at its front: *Haddad* is *Lena Haddad*. Where the entity has a full name it decides, so that
    another Haddad is not taken for her.
    """
    wanted, written, known = plain(asked), plain(told or ""), names_of(entity)
    if not wanted or wanted in (written, known):
        return bool(wanted)
    return _ends_alike(wanted, known if " " in known else written)


def _ends_alike(one: str, other: str) -> bool:
    left, right = one.split(), other.split()
    shorter = min(len(left), len(right))
    return shorter > 0 and left[-shorter:] == right[-shorter:]


def near(asked: str, there: Iterable[str], what: str) -> str:
    """A sentence on the names that are nearest to one, or on some that exist."""
    written = {plain(name): name for name in there if name}
    if (close := nearest(plain(asked), written)) is not None:
        return f"the nearest {what} is {written[close]!r}"
    if not written:
        return f"they name no {what}"
    some = [repr(name) for name in list(written.values())[:_LISTED]]
    more = f" and {len(written) - _LISTED} more" if len(written) > _LISTED else ""
    return f"no {what} is near; the articles have {', '.join(some)}{more}"


def covers(row: Mapping[str, Any], on: datetime.date) -> bool:
    """Whether the days of a row hold this one and are a week at most: "in May" is no word on a day of May."""
    if row["earliest"] is None or row["latest"] is None:
        return False
    return row["latest"] - row["earliest"] < _WEEK and not excludes(row, on)


def excludes(row: Mapping[str, Any], on: datetime.date) -> bool:
    """Whether a day is none of those of a row, as far as they are known."""
    before = row["earliest"] is not None and on < row["earliest"]
    return before or (row["latest"] is not None and on > row["latest"])


def near_day(on: datetime.date, rows: Iterable[Mapping[str, Any]]) -> str:
    """A sentence on the nearest day that rows name."""
    rows = list(rows)
    days = {known for row in rows for known in (row["earliest"], row["latest"]) if known is not None}
    if not days:
        return "the articles name no day for it"
    if around := [row for row in rows if row["earliest"] and row["latest"] and not excludes(row, on)]:
        return f"the articles say no more than {around[0]['earliest']} to {around[0]['latest']}"
    return f"the nearest day is {min(sorted(days), key=lambda known: abs(known - on))}"


class Gazetteer:
    """What the articles' places are called, and what they lie in."""

    def __init__(self, places: Iterable[Mapping[str, Any]]) -> None:
        """Takes the rows of `report.places`."""
        self._places = {row["place_entity"]: row for row in places}

    def is_called(self, asked: str, place: str | None, entity: str | None) -> bool:
        """Whether a place has this name, as written or as the gazetteer has it."""
        row = self._places.get(entity or "", {})
        return asked == entity or plain(asked) in {plain(place or ""), plain(row.get("name") or ""), names_of(entity)} - {""}

    def lies_in(self, asked: str, entity: str | None) -> bool:
        """Whether a place lies in the country or province of this name."""
        row = self._places.get(entity or "", {})
        return plain(asked) in {plain(row.get("country") or ""), plain(row.get("admin1") or "")} - {""}

    def holds(self, entity: str | None, asked: str) -> bool:
        """Whether a place is the country or province that the place of this name lies in."""
        name = (self._places.get(entity or "") or {}).get("name")
        inside = (row["place_entity"] for row in self._places.values() if self.is_called(asked, row["name"], row["place_entity"]))
        return name is not None and any(self.lies_in(name, place) for place in inside)
