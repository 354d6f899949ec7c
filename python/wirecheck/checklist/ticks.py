"""The ticks of a workbook given back to the facts of a checklist, and what is said of those that cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike, fspath
from typing import Any

from . import TICKS
from .sheet import WORDS

#: Rows that the warning names before it counts the rest, and characters of their text.
NAMED = 5
SHORT = 60

Row = Mapping[str, Any]


def matched(keys: Iterable[str], sheet: Iterable[Row]) -> tuple[dict[str, Row], list[dict[str, Any]]]:
    """The ticks by the key of their fact, and the rows that were not taken over, each with `why`.

    Of a row whose word is none of `WORDS`, `by` and `note` are taken over, and the word is not.
    """
    known = set(keys)
    ticks: dict[str, Row] = {}
    unmatched: list[dict[str, Any]] = []

    def leave(row: Row, why: str) -> None:
        unmatched.append({**{column: row[column] for column in ("nr", "text", *TICKS)}, "why": why})

    for row in sheet:
        if row["key"] not in known:
            if any(_told(row)):
                leave(row, "the draft has no such fact any more")
            continue
        read = {**row, "checked": _word(row["checked"])}
        before = ticks.get(row["key"])
        if before is None or not any(_told(before)):
            ticks[row["key"]] = read
            if row["checked"] and not read["checked"]:
                leave(row, f"checked holds {row['checked'][:SHORT]!r}, which is none of {', '.join(WORDS)}")
        elif any(_told(row)) and _told(read) != _told(before):
            leave(row, "another row ticks the same fact otherwise")
    return ticks, unmatched


def warning(unmatched: list[dict[str, Any]], path: str | PathLike[str]) -> str:
    """One sentence that counts what was not taken over, and names the first."""
    few = "; ".join(
        f"nr {row['nr'] or '?'} “{' '.join((row['text'] or '').split())[:SHORT]}”: {row['why']}" for row in unmatched[:NAMED]
    )
    more = f"; and {len(unmatched) - NAMED:,} more" if len(unmatched) > NAMED else ""
    ticks = "the tick of 1 row" if len(unmatched) == 1 else f"the ticks of {len(unmatched):,} rows"
    was = "was" if len(unmatched) == 1 else "were"
    return f"{ticks} of {fspath(path)} {was} not taken over ({few}{more}); `.unmatched` of the checklist holds them"


def _told(row: Row) -> tuple[Any, ...]:
    return tuple(row[column] for column in TICKS)


def _word(said: str | None) -> str | None:
    """The word of the drop-down that this is, in whatever letters it was typed."""
    word = " ".join((said or "").casefold().split())
    return word if word in WORDS else None
