"""Where a coded row stands: in an article that it names, or in the table itself, which then is an article of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from ..articles import Articles
from ..nearest import question
from . import cells
from .row import Fields, Made

RULE = "coded"


class Alone:
    """The table is what is checked: each coder, and each article that he coded, is an article whose text is his rows."""

    def __init__(self, name: str) -> None:
        """Takes what the article is called."""
        self._name = name
        self._told: dict[str, tuple[int, str | None, str | None]] = {}
        self._lines: dict[str, list[str]] = {}
        self._ends: dict[str, int] = {}
        self._ids: dict[str, int] = {}

    def place(self, made: Made, kind: str) -> dict[str, Any]:
        """The columns that follow from its line of the text."""
        row, article = made.row, self._article(made.row)
        start = self._ends.get(article, 0)
        self._lines.setdefault(article, []).append(made.line)
        self._ends[article] = start + len(made.line) + 1
        key = row.key.replace(" ", "-")
        quoted = made.claim.get("text")
        # Of a quotation the words alone are the claim, and they stand at the end in marks.
        first = start if quoted is None else start + len(made.line) - len(quoted) - 1
        words = made.line if quoted is None else quoted
        event = row.text("event") or key
        return {
            **self._identity(article, kind, made.effect, key),
            **_span(first, words, (start, start + len(made.line))),
            **_grouped(kind, f"{article}:{event}"),
            "fingerprint": _fingerprint(article, kind, made.line),
        }

    def articles(self) -> list[dict[str, Any]]:
        """The articles with their texts."""
        return [
            {"article": name, "outlet": outlet, "published": published, "text": "\n".join(self._lines.get(name, []))}
            for name, (_, outlet, published) in self._told.items()
        ] or [{"article": self._name, "outlet": None, "published": None, "text": ""}]

    def _identity(self, article: str, kind: str, effect: str, key: str) -> dict[str, str]:
        name = f"{article}:{kind}{'.' if effect else ''}{effect}:{key}"
        self._ids[name] = self._ids.get(name, 0) + 1
        return {"id": name if self._ids[name] == 1 else f"{name}~{self._ids[name]}", "article": article}

    def _article(self, row: Fields) -> str:
        """The article of a row: by the coder, and by what he coded where the table says so."""
        outlet, published = row.text("outlet"), row.take("published", cells.published)
        of = row.text("article")
        parts = [row.text("coder") or self._name, *([of] if of else [part for part in (outlet, published) if part])]
        name = "/".join(parts)
        first, *told = self._told.setdefault(name, (row.number, outlet, published))
        for field, here, there in zip(("outlet", "published"), (outlet, published), told, strict=True):
            if here != there:
                row.fault(field, f"{here or 'nothing'!r} here, and {there or 'nothing'!r} in row {first}, of one article")
        return name


class InTexts:
    """The rows are of these articles, each with its place there."""

    def __init__(self, articles: Articles) -> None:
        """Takes the articles."""
        self.articles = articles
        self._texts: Mapping[str, str] = {str(article.id): article.text for article in articles}
        self._ids: dict[str, int] = {}

    def place(self, made: Made, kind: str) -> dict[str, Any]:
        """The columns that follow from its place in the text of the article; none where that is wrong, which is written down."""
        row = made.row
        article = row.text("article") or (next(iter(self._texts)) if len(self._texts) == 1 else "")
        if article not in self._texts:
            row.fault(
                "article", f"articles= holds no {article!r}{question(article, self._texts)}" if article else "it names no article"
            )
            return {}
        text = self._texts[article]
        found = self._found(row, text)
        if found is None:
            return {}
        start, end = found
        name = f"{article}:{kind}{'.' if made.effect else ''}{made.effect}:{start}-{end}"
        self._ids[name] = self._ids.get(name, 0) + 1
        sentence = _sentence(text, start, end)
        event = row.text("event") or f"{kind}:{start}-{end}"
        return {
            "id": name if self._ids[name] == 1 else f"{name}~{self._ids[name]}",
            "article": article,
            **_span(start, text[start:end], sentence),
            **_grouped(kind, f"{article}:{event}"),
            "fingerprint": _fingerprint(article, kind, f"{text[slice(*sentence)]} {made.effect} {made.line.partition(':')[2]}"),
        }

    def _found(self, row: Fields, text: str) -> tuple[int, int] | None:
        """The place of a row: as it says, or where its words stand once."""
        words = row.text("text")
        if row.has("start") or row.has("end"):
            start, end = row.take("start", cells.whole), row.take("end", cells.whole)
            if start is None or end is None:
                if not (row.has("start") and row.has("end")):
                    row.fault("start" if row.has("start") else "end", "a place takes both `start` and `end`")
                return None
            if not 0 <= start < end <= len(text):
                row.fault("start", f"{start} to {end} is no place in a text of {len(text)} code points")
                return None
            if words is not None and words != text[start:end].strip():
                row.fault("text", f"{words[:60]!r} is not what stands there, {text[start:end][:60]!r}")
                return None
            return start, end
        if words is None:
            row.fault(None, "it does not say where in the article it stands; give `start` and `end`, or the words in `text`")
            return None
        start = text.find(words)
        if start < 0 or text.find(words, start + 1) >= 0:
            row.fault(
                "text", f"{words[:60]!r} stands {'not' if start < 0 else 'more than once'} in the article; give `start` and `end`"
            )
            return None
        return start, start + len(words)


def _span(start: int, words: str, sentence: tuple[int, int]) -> dict[str, Any]:
    end = start + len(words)
    return {
        "start": start,
        "end": end,
        "text": words,
        "sentence_start": sentence[0],
        "sentence_end": sentence[1],
        "trigger_start": start,
        "trigger_end": end,
        "rule": RULE,
    }


def _grouped(kind: str, name: str) -> dict[str, str]:
    return {"utterance" if kind == "quote" else "event": name}


_END = re.compile(r"[.!?][\"”’]?(?=\s)|\n")


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a place, roughly: from the last full stop before it to the first behind it."""
    before = [found.end() for found in _END.finditer(text, 0, start)]
    first = before[-1] if before else 0
    after = _END.search(text, end)
    last = after.end() if after else len(text)
    return first + len(text[first:start]) - len(text[first:start].lstrip()), first + len(text[first:last].rstrip())


def _fingerprint(*parts: str) -> str:
    letters = "\n".join("".join(filter(str.isalnum, part)).lower() for part in parts)
    return blake2b(letters.encode(), digest_size=8).hexdigest()
