"""What a finding points at: both passages with the compared words marked, and what the relation behind it says.

The notebook display and the HTML report show the same cards; this module builds them and knows nothing of HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from .._core import compare_quotes
from ..moments import when

#: How many characters of a passage stand around the marked words, at most, on each side.
AROUND = 220

SEVERITIES = ("error", "warning", "note")
KINDS = ("casualty", "meeting", "quote", "date", "article")
VERDICTS = ("conflicts", "updates", "refines", "agrees", "undecidable", "unrelated")


class Rows(Protocol):
    """What is needed of a table: its length, one column, one row."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[dict[str, Any]]: ...
    def __getitem__(self, key: Any) -> Any: ...


@dataclass(frozen=True)
class Passage:
    """A stretch of an article, parted by the marked words."""

    article: str
    outlet: str | None
    when: str
    """When it was published, as `moments.when` tells it."""
    before: str
    marked: tuple[tuple[str, bool], ...]
    """The words that the finding is about, in pieces; true where they differ from the other passage."""
    after: str
    start: int | None
    """Code point of the marked words in the article's text; null for a headline."""
    end: int | None
    title: str | None


@dataclass(frozen=True)
class Card:
    """One finding, ready to be shown."""

    id: str
    fingerprint: str
    rule: str
    severity: str
    message: str
    passages: tuple[Passage, ...]
    reason: str | None
    """Why the relation has its verdict, where the message does not say so already."""
    explanation: str | None
    missing: str | None
    slots: tuple[str, ...]
    same_chain: bool
    kind: str
    """What it is about: a kind of claim, a date, or the article as such."""
    fact: str | None
    articles: tuple[str, ...]
    independent_sources: int | None


def passage(article: Mapping[str, Any], start: int | None, end: int | None, text: str | None) -> Passage:
    """The words from `start` to `end` with their paragraph around them; `text`, or the headline, where there is no place."""
    before = after = ""
    marked = text or article.get("title") or ""
    body = article.get("text")
    if body is not None and start is not None and end is not None:
        marked = body[start:end]
        before = _left(body[body.rfind("\n", 0, start) + 1 : start])
        line_end = body.find("\n", end)
        after = _right(body[end : len(body) if line_end < 0 else line_end])
    head = (str(article.get("article", "")), article.get("outlet"), when(article))
    pieces = ((marked, False),) if marked else ()
    return Passage(*head, before, pieces, after, start, end, article.get("title"))


def kind_of(rule: str) -> str:
    """What a check is about, by its name: for findings that rest on no relation."""
    words = rule.split("-")
    named = {"toll": "casualty", "meeting": "meeting", "quote": "quote", "weekday": "date", "date": "date", "event": "date"}
    return next((named[word] for word in words if word in named), "article")


def differing(left: Passage, right: Passage) -> tuple[Passage, Passage]:
    """Two passages of one utterance, with the words that were changed on the way told apart."""
    edits = compare_quotes(_words(left), _words(right))["edits"]
    return (
        replace(left, marked=_parted(_words(left), [edit["left"] for edit in edits])),
        replace(right, marked=_parted(_words(right), [edit["right"] for edit in edits])),
    )


def _words(side: Passage) -> str:
    return "".join(words for words, _ in side.marked)


def _parted(words: str, changed: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    """The words in pieces; the changed ones stand in the order of the words."""
    pieces, at = [], 0
    for change in filter(None, changed):
        found = re.compile(rf"(?<!\w){re.escape(change)}(?!\w)").search(words, at)
        if found:
            pieces += [(words[at : found.start()], False), (found[0], True)]
            at = found.end()
    return tuple(piece for piece in [*pieces, (words[at:], False)] if piece[0])


def _opened(sentence: str) -> str:
    """The sentence with a capital at its head, unless that is an id, and without its full stop."""
    if sentence.partition(" ")[0].isalpha():
        sentence = sentence[0].upper() + sentence[1:]
    return sentence.removesuffix(".")


def _left(words: str) -> str:
    words = words.lstrip()
    if len(words) <= AROUND:
        return words
    return "… " + words[-AROUND:].partition(" ")[2]


def _right(words: str) -> str:
    words = words.rstrip()
    if len(words) <= AROUND:
        return words
    return words[:AROUND].rpartition(" ")[0] + " …"


class Evidence:
    """Looks up the articles and relations that findings point at."""

    def __init__(self, articles: Rows, relations: Rows) -> None:
        self._articles = articles
        self._relations = relations
        self._article_rows = {name: nr for nr, name in enumerate(articles["article"])}
        self._relation_rows = {name: nr for nr, name in enumerate(relations["id"])}

    def article(self, name: str) -> dict[str, Any]:
        """The row of an article, or what its name says of it."""
        nr = self._article_rows.get(name)
        return {"article": name} if nr is None else dict(self._articles[nr])

    def relation(self, name: str) -> dict[str, Any]:
        """The row of a relation; empty where there is none of that id."""
        nr = self._relation_rows.get(name)
        return {} if nr is None else dict(self._relations[nr])

    def card(self, finding: Mapping[str, Any]) -> Card:
        """A finding with its passages and the relation it rests on."""
        relations = finding["relations"] or []
        relation = self.relation(relations[0]) if relations else {}
        sides = [self._side(finding, "")]
        if finding["other_article"] is not None:
            sides.append(self._side(finding, "other_"))
            if relation.get("left_article") == finding["other_article"]:
                sides.reverse()
            if finding["rule"].startswith("quote-"):
                sides = list(differing(*sides))
        reason = relation.get("reason")
        return Card(
            id=finding["id"],
            fingerprint=finding["fingerprint"],
            rule=finding["rule"],
            severity=finding["severity"],
            message=_opened(finding["message"]),
            passages=tuple(sides),
            reason=_opened(reason) if reason and reason not in finding["message"] else None,
            explanation=_opened(relation.get("explanation") or "") or None,
            missing=relation.get("missing"),
            slots=tuple(relation.get("slots") or ()),
            same_chain=bool(relation.get("same_chain")),
            kind=relation.get("left_kind") or kind_of(finding["rule"]),
            fact=relation.get("fact"),
            articles=tuple(finding["articles"] or ()),
            independent_sources=finding["independent_sources"],
        )

    def _side(self, finding: Mapping[str, Any], side: str) -> Passage:
        article = self.article(finding[f"{side}article"])
        return passage(article, finding[f"{side}start"], finding[f"{side}end"], finding[f"{side}text"])


def graded(findings: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Findings, errors first; the order of the report within one grade."""
    return sorted(findings, key=lambda row: SEVERITIES.index(row["severity"]))


def counts(values: Iterable[str], order: Iterable[str]) -> dict[str, int]:
    """How often each of the known values occurs, in the given order, without those that do not."""
    seen: dict[str, int] = {}
    for value in values:
        seen[value] = seen.get(value, 0) + 1
    return {word: seen[word] for word in order if word in seen}
