"""One thread, up to the spans and values as rows of Python; with what the task needs, and once more with everything that it reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

NAME = "wirecheck"
PACKAGE = "wirecheck"
LICENCE = "MIT OR Apache-2.0"
SHORT = {"PERSON": "PER", "ORG": "ORG", "LOC": "LOC"}

SPEAKER = ("speaker", "speaker_text", "speaker_start", "speaker_end")

Found = list[list[dict[str, Any]]]


def reader(task: str, everything: bool) -> Callable[[list[dict[str, Any]]], Found]:
    """Gives a function that does the task."""
    import wirecheck as wc

    def claims(articles: list[dict[str, Any]], kind: str) -> Any:
        return wc.extract(articles, kinds=None if everything else [kind], threads=1, progress=False)

    def dates(articles: list[dict[str, Any]]) -> Found:
        return _by_article(articles, _rows(claims(articles, "date").dates, "start", "end", "type", "value"))

    def names(articles: list[dict[str, Any]]) -> Found:
        found = _rows(claims(articles, "name").names, "start", "end", "type", "mention")
        rows = (row for row in found if row["mention"] == "proper" and row["type"] in SHORT)
        return _by_article(articles, ({**row, "type": SHORT[row["type"]]} for row in rows))

    def quotes(articles: list[dict[str, Any]]) -> Found:
        found = _rows(claims(articles, "quote").quotes, "start", "end", "text", "kind", "cue", *SPEAKER)
        rows = (row for row in found if row["kind"] in ("direct", "indirect", "mixed"))
        return _by_article(articles, ({**row, "speaker_span": _span(row), "mention": row["speaker_text"]} for row in rows))

    def tolls(articles: list[dict[str, Any]]) -> Found:
        def killed(article: dict[str, Any]) -> int | None:
            report = wc.check(claims([article], "casualty"), threads=1, progress=False)
            return next((row["best"] for row in report.tolls if row["rank"] == 0 and row["effect"] == "killed"), None)

        return [[{"killed": killed(article)}] for article in articles]

    def copies(articles: list[dict[str, Any]]) -> Found:
        sources = wc.check(claims(articles, "casualty"), threads=1, progress=False).sources
        return _by_article(articles, ({"article": row["article"], "like": row["copy_of"]} for row in sources if row["copy_of"]))

    return {"dates": dates, "names": names, "quotes": quotes, "tolls": tolls, "copies": copies}[task]


def _rows(table: Any, *columns: str) -> Iterable[dict[str, Any]]:
    names = ("article", *columns)
    return (dict(zip(names, row, strict=True)) for row in zip(*(table[name] for name in names), strict=True))


def _by_article(articles: list[dict[str, Any]], rows: Iterable[dict[str, Any]]) -> Found:
    found = defaultdict(list)
    for row in rows:
        found[row["article"]].append(row)
    return [found[article["id"]] for article in articles]


def _span(row: dict[str, Any]) -> list[int] | None:
    return None if row["speaker_start"] is None else [row["speaker_start"], row["speaker_end"]]
