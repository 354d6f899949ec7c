"""From bare numbers to the dead of an article: what whoever takes a library of numbers has to add at the least.

The first sentence with a word of dying and a number tells the toll: of its numbers, the one nearest to the word. An article that has such
a word and no such sentence ("a man was killed") tells of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*")
DYING = re.compile(r"\b(?:kill(?:ed|s|ing)?|dead|died|deaths?|fatally|slain)\b", re.IGNORECASE)


def toll(text: str, numbers: Iterable[tuple[int, float]]) -> int | None:
    """The number of dead, from the numbers of a text and where each stands."""
    placed = list(numbers)
    for sentence in SENTENCE.finditer(text):
        words = [word.start() for word in DYING.finditer(text, *sentence.span())]
        inside = [
            (at, value) for at, value in placed if sentence.start() <= at < sentence.end() and value >= 1 and value == int(value)
        ]
        if words and inside:
            return int(min(inside, key=lambda number: min(abs(number[0] - word) for word in words))[1])
    return 1 if DYING.search(text) else None
