"""`search_dates` in English, relative to the day of publication; it tells no offsets, so a date is where its words stand next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

NAME = "dateparser"
PACKAGE = "dateparser"
LICENCE = "BSD-3-Clause"


def reader() -> Callable[[list[dict[str, Any]]], list[list[dict[str, Any]]]]:
    """Gives a function that reads the dates of articles."""
    from dateparser.search import search_dates

    def read(article: dict[str, Any]) -> list[dict[str, Any]]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(article["published"])} if article["published"] else {}
        found, after = [], 0
        for words, when in search_dates(article["text"], languages=["en"], settings=settings) or []:
            start = article["text"].find(words, after)
            if start >= 0:
                after = start + len(words)
                found.append({"start": start, "end": after, "type": "DATE", "value": when.strftime("%Y-%m-%d")})
        return found

    return lambda articles: [read(article) for article in articles]
