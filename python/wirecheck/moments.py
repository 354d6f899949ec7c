"""When an article was published, as far as that is known, and how that is said wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

#: Anchors that say when an article was published; the others are bounds, or the day of something told.
DATED = {"dateline": "dateline", "published": "publication", "stamp": "stamp in the text", "url": "URL"}
BOUNDS = ("updated_stamp", "crawl")


@dataclass(frozen=True)
class Moment:
    """When an article was published, as far as that is known."""

    at: datetime | None
    """In UTC where the time has a zone, else as written; noon of the day where there is no clock; None without a day."""
    clock: bool
    told: str
    """For a reader: `2026-05-06 14:05 UTC`, `2026-05-06 (dateline)`, `no date (not after 2026-05-15)`."""
    zoned: bool = False
    """Whether the time was given with a zone, so that `at` is in UTC."""


def moment_of(row: Mapping[str, Any]) -> Moment:
    """When an article was published, by its row of `claims.articles` or of `report.sources`.

    The publication time comes first; without one, a day that the article states of itself.
    """
    if row.get("published"):
        return _published(str(row["published"]))
    day, quality = row.get("anchor_date"), row.get("anchor_quality")
    if day is not None and quality in DATED:
        return Moment(noon(day), False, f"{day} ({DATED[quality]})")
    if day is not None and quality in BOUNDS:
        return Moment(None, False, f"no date (not after {day})")
    return Moment(None, False, "no date")


def when(row: Mapping[str, Any]) -> str:
    """How the time of an article is told: see `Moment.told`."""
    return moment_of(row).told


def zone_of(moments: Iterable[Moment]) -> str:
    """What is said of times that stand on one axis: `UTC`, `UTC where a zone is given`, or nothing."""
    zoned = {moment.zoned for moment in moments if moment.clock}
    if True not in zoned:
        return ""
    return "UTC where a zone is given" if False in zoned else "UTC"


def noon(day: date) -> datetime:
    """The middle of a day."""
    return datetime(day.year, day.month, day.day, 12)


def _published(iso: str) -> Moment:
    try:
        if len(iso) == len("2026-05-06"):
            return Moment(noon(date.fromisoformat(iso)), False, iso)
        time = datetime.fromisoformat(iso)
        at = time if time.tzinfo is None else time.astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):  # tables made elsewhere hold what they hold
        return Moment(None, False, f"no date ({iso})")
    zone = time.strftime("%z")
    named = "" if not zone else " UTC" if zone == "+0000" else f" {zone[:3]}:{zone[3:5]}"
    return Moment(at, True, f"{time:%Y-%m-%d %H:%M}{named}", bool(zone))
