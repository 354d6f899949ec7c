"""Reads *.facts.toml: what stands in one, and what may."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..days import day
from ..toml_tables import known_keys, read_toml, texts, typed
from ..wording import counted
from .collection import Collection
from .errors import FactError
from .quotes import shortened
from .tolls import between

_KEYS: dict[str, dict[str, type]] = {
    "toll": {"place": str, "effect": str, "on": datetime.date, "low": int, "high": int, "allow_missing": bool},
    "quote": {"text": str, "by": str, "allow_missing": bool},
    "meeting": {"participants": list, "on": datetime.date, "place": str, "status": str, "allow_missing": bool},
    "rules": {"never": list, "error_if": dict, "warn_if": dict},
}
"""What each table of the file may hold, and of which type."""

_TOP = ("articles", *_KEYS)
_NEEDED = {"toll": (), "quote": ("text", "by"), "meeting": ("participants",)}
_COUNT = re.compile(r"(>=?)\s*(\d+)")


@dataclass(frozen=True)
class Fact:
    """One fact of a file.

    Attributes:
        title: What it is called in the list of tests.
        line: The line of the file that it begins with, the first being 0.
        holds: Asserts it of a collection; a text that it gives is a warning.
        allow_missing: Whether it may meet nothing.
    """

    title: str
    line: int
    holds: Callable[[Collection], str | None]
    allow_missing: bool = False


@dataclass(frozen=True)
class FactsFile:
    """What a file says: where the articles are, from its folder, and the facts."""

    articles: str
    facts: tuple[Fact, ...]


def read_facts(path: Path) -> FactsFile:
    """Reads a file.

    Raises:
        ValueError: If it is no TOML, or holds a key or value that has no place there; the sentence names those that have.
    """
    given, text = read_toml(path)
    try:
        return _file(given, text)
    except ValueError as wrong:
        raise ValueError(f"{path.name}: {wrong}") from wrong


def _file(given: Mapping[str, Any], text: str) -> FactsFile:
    known_keys(given, _TOP, "the file")
    if not isinstance(given.get("articles"), str):
        raise ValueError('the file has to say where the articles are, from its own folder: articles = "articles/"')
    makers: dict[str, Callable[[Mapping[str, Any], int], Fact]] = {"toll": _toll, "quote": _quote, "meeting": _meeting}
    facts: list[Fact] = []
    for kind, make in makers.items():
        entries = [_entry(kind, number, entry) for number, entry in _entries(given, kind)]
        lines = _lines(text, rf"\[\[\s*{kind}\s*\]\]", len(entries))
        facts += map(make, entries, lines)
    if "rules" in given:
        rules = typed(given["rules"], _KEYS["rules"], "[rules]")
        facts += _rules(rules, _lines(text, r"\[\s*rules\s*\]", 1)[0])
    if not facts:
        raise ValueError("the file holds no fact; it may have [[toll]], [[quote]], [[meeting]] and [rules]")
    return FactsFile(given["articles"], tuple(facts))


def _lines(text: str, head: str, count: int) -> list[int]:
    """The lines of the heads of some tables; the first line of the file where it writes them in another way."""
    found = [text.count("\n", 0, match.start(1)) for match in re.finditer(rf"^[ \t]*({head})", text, re.MULTILINE)]
    return found if len(found) == count else [0] * count


def _entries(given: Mapping[str, Any], kind: str) -> Iterable[tuple[int, Any]]:
    entries = given.get(kind, [])
    if not isinstance(entries, list):
        raise ValueError(f"a {kind} is written with two brackets, [[{kind}]]")
    return enumerate(entries, 1)


def _entry(kind: str, number: int, entry: Any) -> Mapping[str, Any]:
    where = f"[[{kind}]] number {number}"
    keys = typed(entry, _KEYS[kind], where)
    for key in _NEEDED[kind]:
        if key not in keys:
            raise ValueError(f"{where} needs {key!r}")
    try:
        return {**keys, "on": day(keys["on"], "on")} if "on" in keys else keys
    except ValueError as wrong:
        raise ValueError(f"{where}: {wrong}") from wrong


def _toll(entry: Mapping[str, Any], line: int) -> Fact:
    low, high = entry.get("low"), entry.get("high")
    if low is None and high is None:
        raise ValueError(f"the [[toll]] of {entry.get('place', 'any place')} needs a low, a high or both")
    effect, place, on = entry.get("effect", "killed"), entry.get("place"), entry.get("on")
    title = " ".join(str(part) for part in ("toll", place, on, effect, between(low, high)) if part is not None)

    def holds(collection: Collection) -> None:
        collection.tolls(place, effect, on).within(low, high)

    return Fact(title, line, holds, entry.get("allow_missing", False))


def _quote(entry: Mapping[str, Any], line: int) -> Fact:
    def holds(collection: Collection) -> None:
        collection.quote(entry["text"]).by(entry["by"])

    return Fact(f"quote {entry['by']} “{shortened(entry['text'])}”", line, holds, entry.get("allow_missing", False))


def _meeting(entry: Mapping[str, Any], line: int) -> Fact:
    names = texts(entry["participants"], "participants")
    on, place, status = entry.get("on"), entry.get("place"), entry.get("status")
    if on is place is status is None:
        raise ValueError(f"the [[meeting]] of {' and '.join(names)} needs a day (on), a place or a status")
    title = " ".join(str(part) for part in ("meeting", " and ".join(names), on, place, status) if part is not None)

    def holds(collection: Collection) -> None:
        meeting = collection.meeting(*names)
        meeting = meeting if on is None else meeting.on(on)
        meeting = meeting if place is None else meeting.at(place)
        if status is not None:
            meeting.told_as(status)

    return Fact(title, line, holds, entry.get("allow_missing", False))


def _rules(entry: Mapping[str, Any], line: int) -> list[Fact]:
    never = texts(entry.get("never", []), "never")
    facts = [_counted(rule, (">", 0), f"never {rule}", line) for rule in never]
    for key in ("error_if", "warn_if"):
        for rule, bound in entry.get(key, {}).items():
            read = _COUNT.fullmatch(bound.strip()) if isinstance(bound, str) else None
            if read is None:
                raise ValueError(f'[rules]: {key} gives a bound for each check, {{ "{rule}" = ">5" }}, and this is {bound!r}')
            bounds = (read[1], int(read[2]))
            facts.append(_counted(rule, bounds, f"{key} {rule} {read[1]}{read[2]}", line, fails=key == "error_if"))
    return facts


def _counted(rule: str, bounds: tuple[str, int], title: str, line: int, fails: bool = True) -> Fact:
    sign, bound = bounds

    def holds(collection: Collection) -> str | None:
        found = collection.findings(rule)
        if len(found) < bound or (sign == ">" and len(found) == bound):
            return None
        first = f"{rule}: {counted(len(found), 'finding')}"
        if fails:
            raise FactError(first, *collection.lines(found))
        return first

    return Fact(title, line, holds)
