"""Findings as lines of a terminal: where it stands, what it is, and the words underlined."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..articles import Articles
from ..files import MARKDOWN
from ..wording import counted
from .evidence import SEVERITIES
from .visible import TURNS

WIDE = 110
"""The columns of a terminal that a line of text may fill."""


class Places:
    """Where each article stands: a file, or a row of a file."""

    def __init__(self) -> None:
        self._labels: dict[str, str] = {}
        self._files: dict[str, str] = {}
        self._above: dict[str, int] = {}

    def add(self, path: Path, articles: Articles, alone: bool) -> list[str]:
        """Notes articles that were read from `path`, and gives their ids: with the path in front if several were named."""
        return [self._add(path, str(article.id), articles.files.get(str(article.id)), alone) for article in articles]

    def _add(self, path: Path, name: str, file: str | None, alone: bool) -> str:
        holder = path if file is None else path / file
        if name == (file or path.name) and holder.is_file():
            label = holder.as_posix()
            name = name if alone else label
        else:
            label = f"{holder.as_posix()}#{name}"
        self._labels[name] = label
        self._files[name] = holder.as_posix()
        return name

    def update(self, other: Places) -> None:
        """Takes the places of other articles in."""
        self._labels.update(other._labels)
        self._files.update(other._files)

    def label(self, article: str) -> str:
        """The place of an article."""
        return self._labels.get(article, article)

    def where(self, row: Mapping[str, Any], side: str, texts: Mapping[str, str | None]) -> tuple[int, int] | None:
        """The line and the column of a claim or of one side of a finding (`other_`), from 1; None where its words stand nowhere."""
        article, start = row[f"{side}article"], row[f"{side}start"]
        text = texts.get(article)
        if start is None or text is None:
            return None
        line = self._lines_before(article) + text.count("\n", 0, start) + 1
        return line, start - (text.rfind("\n", 0, start) + 1) + 1

    def _lines_before(self, article: str) -> int:
        """The lines of its file above the text of an article."""
        if article not in self._above:
            from ..files.front_matter import lines_before

            path = Path(self._files.get(article, ""))
            self._above[article] = lines_before(path) if path.suffix.lower() == MARKDOWN and path.is_file() else 0
        return self._above[article]

    def file(self, article: str) -> str | None:
        """The file that holds an article, if it is known."""
        return self._files.get(article)


def from_here(path: Path) -> Path:
    """The path as a terminal prints it, from the working directory; an absolute one on another drive."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:
        return path


def finding_lines(finding: Mapping[str, Any], texts: Mapping[str, str | None], places: Places) -> list[str]:
    """A finding: `file:line:col rule message`, then the words on both sides."""
    head, body = passage(finding, "", texts, places)
    lines = [f"{head} {finding['rule']} {finding['severity']}: {printed(finding['message'])}", *body]
    if finding["other_article"] is not None:
        head, body = passage(finding, "other_", texts, places)
        lines += [f"  {head}", *body]
    return lines


def passage(row: Mapping[str, Any], side: str, texts: Mapping[str, str | None], places: Places) -> tuple[str, list[str]]:
    """Where a claim or one side of a finding (`other_`) stands, and its words underlined."""
    article, start, end = (row[side + name] for name in ("article", "start", "end"))
    label, text = places.label(article), texts.get(article)
    if start is None or text is None:
        words = row[side + "text"]
        return label, [f"  | {printed(words)}"] if words else []
    line, column = places.where(row, side, texts) or (1, 1)
    return f"{label}:{line}:{column}", underlined(text, start, end)


def underlined(text: str, start: int, end: int) -> list[str]:
    """The line of the text that holds `start`, cut to the terminal, and carets below its words."""
    first = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", start)
    last = len(text) if stop < 0 else stop
    end = max(min(end, last), start + 1)
    room = max(WIDE - (end - start), 60) // 2
    left, right = max(first, start - room), min(last, end + room)
    if left > first:
        left = _after_space(text, left, start)
    if right < last:
        right = _before_space(text, end, right)
    before = ("… " if left > first else "") + printed(text[left:start])
    marked = printed(text[start:end])
    after = printed(text[end:right]) + (" …" if right < last else "")
    return [f"  | {before}{marked}{after}".rstrip(), "  | " + " " * _width(before) + "^" * max(_width(marked), 1)]


def summary(findings: Iterable[Mapping[str, Any]], articles: int) -> str:
    """How many findings of each severity there are."""
    severities = [finding["severity"] for finding in findings]
    counts = ", ".join(counted(severities.count(name), name) for name in SEVERITIES)
    return f"{counts} in {counted(articles, 'article')}"


def _after_space(text: str, left: int, start: int) -> int:
    space = text.find(" ", left, start)
    return left if space < 0 else space + 1


def _before_space(text: str, end: int, right: int) -> int:
    space = text.rfind(" ", end, right)
    return right if space < 0 else space


def printed(text: str) -> str:
    """The text without what would move the cursor: control characters, tabs, marks that turn the line around."""
    return "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") or ord(c) in TURNS else c for c in text)


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(c) or unicodedata.category(c) == "Cf" else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
