"""From bare numbers to the dead of an article: what whoever takes a library of numbers has to add at the least.

The first sentence with a word of dying and a number tells the toll: of its numbers, the one nearest to the word. An article that has such
a word and no such sentence ("a man was killed") tells of one. Ages between commas and days of a month are no tolls.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*")
DYING = re.compile(r"\b(?:kill(?:ed|s|ing)?|dead|died|deaths?|fatally|slain)\b", re.IGNORECASE)
AGE = re.compile(r", \d+,")
DAY = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d")


def toll(text: str, numbers: Iterable[tuple[int, float]]) -> int | None:
    """The number of dead, from the numbers of a text and where each stands."""
    others = {run.end() - 1 for run in DAY.finditer(text)} | {run.start() + 2 for run in AGE.finditer(text)}
    placed = [(at, value) for at, value in numbers if at not in others]
    for sentence in SENTENCE.finditer(text):
        words = [word.start() for word in DYING.finditer(text, *sentence.span())]
        inside = [
            (at, value) for at, value in placed if sentence.start() <= at < sentence.end() and value >= 1 and value == int(value)
        ]
        if words and inside:
            return int(min(inside, key=lambda number: min(abs(number[0] - word) for word in words))[1])
    return 1 if DYING.search(text) else None
