"""Coded meetings: a row is a meeting."""

from __future__ import annotations

from typing import Any

from . import cells, names
from .row import Fields, Made, said, span

FIELDS = ("kind", "participants", "roles", "closed", "place", "country", "status", "source", "hedged")
#: A table has one of these columns at least.
NEEDED = frozenset({"participants"})
#: Fields that no other kind has.
TELLING = frozenset({"participants", "roles", "closed", "status"})


def claims(row: Fields) -> list[Made]:
    """The claim of a row."""
    participants = row.take("participants", cells.listed) or []
    if not participants:
        row.fault("participants" if row.has("participants") else None, "it names nobody in `participants`, parted by semicolons")
    earliest, latest = row.days()
    claim = {
        "kind": row.word("meetings", "kind", "meet"),
        "participants": participants,
        "roles": row.take("roles", cells.listed) or [],
        "closed": row.flag("closed"),
        "place": row.text("place"),
        "country": row.text("country"),
        "value": _value(earliest, latest),
        "earliest": earliest,
        "latest": latest,
        "status": row.word("meetings", "status", "held"),
        "source": row.text("source"),
        "hedged": row.flag("hedged"),
    }
    who = " and ".join(participants)
    line = said(f"{row.key}: {claim['kind']} {claim['status']}, {who}", claim["place"], claim["country"], span(earliest, latest))
    return [Made(row, claim, line)]


def name(claims: list[dict[str, Any]]) -> None:
    """Writes who met, and where."""
    places = names.entities((names.where(claim) for claim in claims), names.PLACE)
    parties = names.entities((who for claim in claims for who in (*claim["participants"], claim["source"] or "")), names.PARTY)
    for claim in claims:
        claim["place_entity"] = places.get(names.where(claim))
        claim["participant_entities"] = [parties.get(who, "") for who in claim["participants"]]
        claim["source_entity"] = parties.get(claim["source"])
        claim["place"] = claim["place"] or claim["country"]


def _value(earliest: Any, latest: Any) -> str | None:
    """The days as a TIMEX3 value, where they are a day, a month or a year."""
    if earliest is None or latest is None:
        return None
    for length in (10, 7, 4):  # 2026-05-06, 2026-05, 2026
        value = str(earliest)[:length]
        if cells.days(value) == (earliest, latest):
            return value
    return None
