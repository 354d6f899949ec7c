"""Whom and what the names of a table mean, told by the reader that reads articles: what is one there is one here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..verbs import extract

#: Sentences in which a name stands as in the news; the place is looked for where `{}` stands.
PLACE = "A bomb exploded in {}."
SPEAKER = "{} said so on Monday."
PARTY = "{} met reporters on Monday."


def where(claim: Mapping[str, Any]) -> str:
    """The place of a claim with the country that tells which of its name it is."""
    return ", ".join(part for part in (claim["place"], claim["country"]) if part)


def entities(names: Iterable[str], frame: str) -> dict[str, str]:
    """The entity of each name that has one by itself; a mere surname has none."""
    wanted = [name for name in dict.fromkeys(names) if name]
    found = _read(wanted, wanted, frame)
    # Coders write "karun" where the news has a capital.
    small = [name for name in wanted if name not in found and name == name.lower()]
    return found | _read(small, [name.title() for name in small], frame)


def _read(names: list[str], written: list[str], frame: str) -> dict[str, str]:
    if not names:
        return {}
    before = frame.index("{}")
    told = extract([frame.replace("{}", words) for words in written], kinds=["name"], progress=False).names
    found: dict[str, str] = {}
    for article, start, entity, kind in zip(told["article"], told["start"], told["entity"], told["type"], strict=True):
        name = names[int(article)]
        inside = before <= start < before + len(written[int(article)])
        if inside and entity and "~" not in entity and name not in found and (frame is not PLACE or kind == "LOC"):
            found[name] = entity
    return found
