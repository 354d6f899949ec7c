"""Direct quotations with speakers, over the small model of spaCy. An article whose marks do not pair is refused by it, and gives none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

NAME = "textacy, spaCy's small model"
PACKAGE = "textacy"
LICENCE = "Apache-2.0"


def reader() -> Callable[[list[dict[str, Any]]], list[list[dict[str, Any]]]]:
    """Gives a function that reads the quotations of articles."""
    from helpers.models import loaded
    from textacy.extract import direct_quotations

    model = loaded()

    def found(text: Any) -> list[dict[str, Any]]:
        try:
            quotes = list(direct_quotations(text))
        except ValueError:
            return []
        return [
            {
                "start": quote.content.start_char,
                "end": quote.content.end_char,
                "kind": "direct",
                "speaker": " ".join(word.text for word in quote.speaker) or None,
                "speaker_span": [quote.speaker[0].idx, quote.speaker[-1].idx + len(quote.speaker[-1])] if quote.speaker else None,
            }
            for quote in quotes
        ]

    return lambda articles: [found(text) for text in model.pipe(article["text"] for article in articles)]
