"""Markdown with front matter: what stands between two fences at the head of a file, as static sites and note books write it.

`---` fences YAML and `+++` TOML. Only what begins as a mapping is front matter: a page may begin with a line across it.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..articles import Article
from ..tables import _need, vocabulary
from .page_facts import iso_of
from .records import text_of

#: Under which names the fields of an article stand, best first; written in any letters.
NAMES = {
    "published": ("published", "date", "publishdate", "published_at", "pubdate", "datepublished"),
    "outlet": ("outlet", "publisher", "publication"),
    "title": ("title", "headline"),
    "url": ("url", "canonical_url", "canonical", "link"),
    "role": ("role",),
}

_LIMIT = 64 << 10
"""Characters of front matter; a longer one is text."""

_END = r"[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)*"
_NAMED = r"(?:\s|#[^\n]*\n)*[\w\"'-]+[ \t]*:\s"
_YAML = re.compile(rf"---[ \t]*\r?\n(?={_NAMED})(.*?\n)(?:---|\.\.\.){_END}", re.DOTALL)
_TOML = re.compile(rf"\+\+\+[ \t]*\r?\n(.*?\n)\+\+\+{_END}", re.DOTALL)


@dataclass(frozen=True)
class _Parted:
    """A text without its front matter."""

    stated: str
    is_toml: bool
    start: int
    """Where the article begins."""


def article(text: str, name: str, columns: Mapping[str, str] | None = None) -> Article:
    """The article of a Markdown file, with the publication time, outlet, title, URL and role that its front matter states.

    `columns` says under which name a field stands, where it is another than `NAMES` has.

    Raises:
        ValueError: If the front matter cannot be read, or its date is no day of the calendar.
        ImportError: If it is YAML and PyYAML is not installed (`wirecheck[markdown]`).
    """
    parted = _parted(text)
    if parted is None:
        return Article(text, name)
    stated = {str(key).lower(): value for key, value in _read(parted).items()}
    found = {field: _first(stated, (columns or {}).get(field), names) for field, names in NAMES.items()}
    published = _day(found.pop("published"))
    lines = {field: _line(value) for field, value in found.items()}
    if lines["role"] not in vocabulary("articles", "role"):  # sites use the word for much else
        lines["role"] = None
    return Article(text[parted.start :], name, published, **lines)


def lines_before(path: Path) -> int:
    """How many lines of a Markdown file stand before its article."""
    text = text_of(path)
    parted = _parted(text)
    return 0 if parted is None else text.count("\n", 0, parted.start)


def _parted(text: str) -> _Parted | None:
    for pattern, is_toml in ((_YAML, False), (_TOML, True)):
        if (found := pattern.match(text, 0, _LIMIT)) is not None:
            return _Parted(found[1], is_toml, found.end())
    return None


def _read(parted: _Parted) -> Mapping[Any, Any]:
    kind = "TOML" if parted.is_toml else "YAML"
    try:
        found = tomllib.loads(parted.stated) if parted.is_toml else _yaml(parted.stated)
    except (ValueError, RecursionError) as wrong:
        said = " ".join(str(wrong).split())
        raise ValueError(f"its front matter is no {kind} ({said}); mend what stands between the fences at its head") from wrong
    if not isinstance(found, Mapping):
        raise ValueError(f"its front matter is no {kind} of names and values; write it as title: … and date: 2026-05-06")
    return found


def _yaml(text: str) -> Any:
    yaml = _need("yaml", "markdown")
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as wrong:
        raise ValueError(str(wrong)) from wrong


def _first(stated: Mapping[str, Any], named: str | None, names: tuple[str, ...]) -> Any:
    """The first that is stated at all."""
    values = (stated.get(name) for name in ((named.lower(),) if named else names))
    return next((value for value in values if value is not None and value != ""), None)


def _day(value: Any) -> str | None:
    if value is None:
        return None
    told = value.isoformat() if isinstance(value, datetime.date) else str(value)[:60]
    if (day := iso_of(told)) is None:
        raise ValueError(f"the date of its front matter is {told!r}, which is no day of the calendar; write it as 2026-05-06")
    return day


def _line(value: Any) -> str | None:
    """A value on one line; lists and tables say nothing that an article has a field for."""
    return " ".join(str(value).split()) or None if isinstance(value, str | int | float) else None
