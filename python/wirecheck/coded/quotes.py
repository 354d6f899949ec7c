"""Coded quotations: a row is a quotation, and `text` holds its words."""

from __future__ import annotations

from typing import Any

from . import names
from .row import Fields, Made, said, span

FIELDS = ("kind", "speaker", "via", "cue", "negated", "addressee", "occasion")
#: A table has one of these columns at least.
NEEDED = frozenset({"text"})
#: Fields that no other kind has.
TELLING = frozenset({"speaker", "via", "cue", "addressee", "occasion"})


def claims(row: Fields) -> list[Made]:
    """The claim of a row."""
    words = row.text("text")
    if not words:
        row.fault("text" if row.has("text") else None, "it has no words in `text`")
        return []
    earliest, latest = row.days()
    claim = {
        "text": words,
        "kind": row.word("quotes", "kind", "direct"),
        **{field: row.text(field) for field in ("speaker", "via", "cue", "addressee", "occasion")},
        "negated": row.flag("negated"),
        "earliest": earliest,
        "latest": latest,
    }
    about = said(f"{row.key}: {claim['speaker'] or 'nobody named'}", claim["occasion"], span(earliest, latest))
    return [Made(row, claim, f"{about}: “{words}”")]


def name(claims: list[dict[str, Any]]) -> None:
    """Writes who speaks."""
    speakers = names.entities((claim["speaker"] for claim in claims), names.SPEAKER)
    for claim in claims:
        claim["speaker_entity"] = speakers.get(claim["speaker"])
