"""What the pictures look up in a report: articles with their time, claims with their sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from .theme import LABEL, SENTENCE, clean

if TYPE_CHECKING:
    from ..report import Report

#: Anchors that say when an article was published; the others are bounds, or the day of something told.
DATED = {"dateline": "dateline", "published": "publication", "stamp": "stamp in the text", "url": "URL"}
BOUNDS = ("updated_stamp", "crawl")

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Moment:
    """When an article was published, as far as that is known."""

    at: datetime | None
    """In UTC where the time has a zone, else as written; noon of the day where there is no clock; None without a day."""
    clock: bool
    told: str
    """For a reader: `2026-05-06 14:05`, `2026-05-06 (dateline)`, `no date (not after 2026-05-15)`."""

    @property
    def x(self) -> str | None:
        """For a time scale in UTC."""
        return None if self.at is None else stamp(self.at)


class Book:
    """Articles and claims of a report by id."""

    def __init__(self, report: Report) -> None:
        self._claims = report._claims
        self._articles = _index(self._claims["articles"]["article"])
        self._sources = report.sources
        self._source_rows = _index(self._sources["article"])
        self._rows: dict[str, dict[str, int]] = {}
        self._labels: dict[str, str] = {}

    def claim(self, table: str, name: str) -> dict[str, Any] | None:
        """The row of a claim."""
        if table not in self._rows:
            self._rows[table] = _index(self._claims[table]["id"])
        nr = self._rows[table].get(name)
        return None if nr is None else self._claims[table][nr]

    def outlet(self, article: str) -> str:
        """Who published it, its id where nobody says so; two whose names are cut to one are numbered."""
        name = self._source(article).get("outlet") or article
        if name not in self._labels:
            label, nr = clean(name), 1
            while label in self._labels.values():
                nr += 1
                label = f"{clean(name, LABEL - 4)} {nr}"
            self._labels[name] = label
        return self._labels[name]

    def moment(self, article: str) -> Moment:
        """When it was published."""
        source = self._source(article)
        day, quality = source.get("anchor_date"), source.get("anchor_quality")
        if source.get("published"):
            return _published(source["published"])
        if day is not None and quality in DATED:
            return Moment(noon(day), False, f"{day} ({DATED[quality]})")
        if day is not None and quality in BOUNDS:
            return Moment(None, False, f"no date (not after {day})")
        return Moment(None, False, "no date")

    def sentence(self, claim: dict[str, Any]) -> str:
        """The sentence of a claim; its own words where the text is not at hand."""
        nr = self._articles.get(claim["article"])
        text = None if nr is None else self._claims["articles"][nr]["text"]
        start, end = claim.get("sentence_start", claim["start"]), claim.get("sentence_end", claim["end"])
        return clean(claim["text"] if text is None else text[start:end], SENTENCE)

    def _source(self, article: str) -> dict[str, Any]:
        nr = self._source_rows.get(article)
        return {} if nr is None else self._sources[nr]


def noon(day: date) -> datetime:
    """The middle of a day."""
    return datetime(day.year, day.month, day.day, 12)


def moved(moment: datetime, by: timedelta) -> datetime:
    """The time so much later, as far as the calendar goes."""
    try:
        return moment + by
    except OverflowError:
        return moment


def stamp(moment: datetime) -> str:
    """A time as a chart's data hold it."""
    return f"{moment.isoformat(timespec='seconds')}Z"


def _published(iso: str) -> Moment:
    try:
        if len(iso) == 10:
            return Moment(noon(date.fromisoformat(iso)), False, iso)
        when = datetime.fromisoformat(iso)
    except ValueError:  # tables made elsewhere hold what they hold
        return Moment(None, False, f"no date ({clean(iso)})")
    zone = when.strftime("%z")
    told = f"{when:%Y-%m-%d %H:%M}" + (f" {zone[:3]}:{zone[3:5]}" if zone else "")
    return Moment(when.astimezone(UTC).replace(tzinfo=None) if zone else when, True, told)


def _index(names: list[str]) -> dict[str, int]:
    return {name: nr for nr, name in enumerate(names)}
