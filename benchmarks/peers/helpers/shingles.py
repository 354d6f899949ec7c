"""The runs of five words by which copies are found, as wirecheck takes them too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

RUN = 5
PERMUTATIONS = 128
ALIKE = 0.5
"""From which share of common runs on two texts are taken for copies."""


def shingles(text: str) -> list[str]:
    """The runs of a text."""
    words = text.lower().split()
    return [" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))]


def earlier(articles: list[dict[str, Any]], index: Any, sketched: Callable[[list[str]], Any]) -> list[list[dict[str, Any]]]:
    """For each article those before it that it is like, by an index of bands and the sketch of a text's runs."""
    found, sketches = [], []
    for nr, article in enumerate(articles):
        sketch = sketched(shingles(article["text"]))
        near = [other for other in index.query(sketch) if sketches[other].jaccard(sketch) >= ALIKE]
        found.append([{"like": articles[other]["id"]} for other in near])
        index.insert(nr, sketch)
        sketches.append(sketch)
    return found
