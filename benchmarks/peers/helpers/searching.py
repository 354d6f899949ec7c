"""The dates that `dateparser.search` finds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

Read = Callable[[list[dict[str, Any]]], list[list[dict[str, Any]]]]


def searching(languages: list[str] | None) -> Read:
    """A function that reads the dates of articles in these languages, or in one that is found out."""
    from dateparser.search import search_dates

    def read(article: dict[str, Any]) -> list[dict[str, Any]]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(article["published"])} if article["published"] else {}
        found, after = [], 0
        for words, when in search_dates(article["text"], languages=languages, settings=settings) or []:
            start = article["text"].find(words, after)
            if start >= 0:
                after = start + len(words)
                found.append({"start": start, "end": after, "type": "DATE", "value": when.strftime("%Y-%m-%d")})
        return found

    return lambda articles: [read(article) for article in articles]
