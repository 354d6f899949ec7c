"""Microsoft's recognizers of dates in English. Of two readings the first is taken, which is the earlier, as suits news."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

NAME = "recognizers-text"
PACKAGE = "recognizers-text-date-time"
LICENCE = "MIT"
TYPES = {"date": "DATE", "daterange": "DATE", "duration": "DURATION", "set": "SET"}


def reader() -> Callable[[list[dict[str, Any]]], list[list[dict[str, Any]]]]:
    """Gives a function that reads the dates of articles."""
    from recognizers_date_time import Culture, recognize_datetime

    def read(article: dict[str, Any]) -> list[dict[str, Any]]:
        day = datetime.fromisoformat(article["published"]) if article["published"] else None
        found = []
        for each in recognize_datetime(article["text"], Culture.English, reference=day):
            first = ((each.resolution or {}).get("values") or [{}])[0]
            kind, value = first.get("type", ""), first.get("timex", "")
            if kind in ("date", "datetime"):
                value = first.get("value", "").replace(" ", "T")
            elif value.startswith("("):
                value = first.get("start", "")
            found.append({"start": each.start, "end": each.end + 1, "type": TYPES.get(kind, "TIME"), "value": value})
        return found

    return lambda articles: [read(article) for article in articles]
