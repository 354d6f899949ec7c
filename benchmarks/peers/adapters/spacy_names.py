"""The entities of `en_core_web_sm`, with all that the model does by default, in batches."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

NAME = "spaCy, small model"
PACKAGE = "spacy"
LICENCE = "MIT"
TYPES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def reader() -> Callable[[list[dict[str, Any]]], list[list[dict[str, Any]]]]:
    """Gives a function that reads the names of articles."""
    from helpers.models import loaded

    model = loaded()

    def read(articles: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
        return [
            [
                {"start": name.start_char, "end": name.end_char, "type": TYPES[name.label_]}
                for name in text.ents
                if name.label_ in TYPES
            ]
            for text in model.pipe(article["text"] for article in articles)
        ]

    return read
