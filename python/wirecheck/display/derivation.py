"""How a text is read, as lines of a terminal: each claim with its words, values and rule, and what gave none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .. import _core
from ..articles import Article, Articles
from ..kinds import TABLE_OF
from ..verbs import extract
from .show import LABELS
from .terminal import printed, underlined

#: Columns that say where a claim stands or what it is called, not what it says.
_PLACE = {"id", "article", "start", "end", "text", "event", "utterance", "fingerprint", "rule", "anchor_quality"}


def derivation(text: str, published: str | None = None) -> list[str]:
    """What is read in a text and what is not."""
    article = Article(text, "text", published)
    claims = extract(Articles([article]), progress=False)
    why = {rule["id"]: rule["why"] for rule in _core.rules()}
    lines: list[str] = []
    for kind, table in TABLE_OF.items():
        for row in getattr(claims, table):
            lines += [*_claim(kind, row, text, why), ""]
    lines = lines or ["nothing was read", ""]
    for row in claims.unread:
        lines += [f"not read: {printed(row['reason'])} (at {printed(row['trigger'])!r})", *_below(row, text), ""]
    lines += [f"left out: {row['reason']}" for row in claims.skipped]
    if published is None and any(row["earliest"] is None for row in claims.dates):
        lines.append("(days hang on the day of publication; --published names it)")
    return lines if lines[-1] else lines[:-1]


def _claim(kind: str, row: Mapping[str, Any], text: str, why: Mapping[str, str]) -> Iterator[str]:
    label = LABELS[kind](row)
    yield f"{kind}{': ' if label else ''}{printed(label)}"
    yield from _below(row, text)
    yield f"    rule {row['rule']}: {why.get(row['rule'], '')}".rstrip(": ")
    values = ", ".join(f"{name} {_value(value)}" for name, value in row.items() if _tells(name, value))
    if values:
        yield f"    {printed(values)}"


def _below(row: Mapping[str, Any], text: str) -> list[str]:
    return ["  " + line for line in underlined(text, row["start"], row["end"])]


def _tells(name: str, value: Any) -> bool:
    return name not in _PLACE and not name.endswith(("_start", "_end")) and value not in (None, [], False, "")


def _value(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else "yes" if value is True else str(value)
