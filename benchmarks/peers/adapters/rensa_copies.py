"""MinHash of 128 permutations over runs of five words, in Rust, and its index of 32 bands; from half of the runs on, two texts are copies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

NAME = "rensa"
PACKAGE = "rensa"
LICENCE = "MIT"
BANDS = 32


def reader() -> Callable[[list[dict[str, Any]]], list[list[dict[str, Any]]]]:
    """Gives a function that finds, for each article, those before it that it is like."""
    from helpers.shingles import ALIKE, PERMUTATIONS, shingles
    from rensa import RMinHash, RMinHashLSH

    def read(articles: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
        index, found, sketches = RMinHashLSH(ALIKE, PERMUTATIONS, BANDS), [], []
        for nr, article in enumerate(articles):
            sketch = RMinHash(PERMUTATIONS, 42)
            sketch.update(shingles(article["text"]))
            near = [other for other in index.query(sketch) if sketches[other].jaccard(sketch) >= ALIKE]
            found.append([{"like": articles[other]["id"]} for other in near])
            index.insert(nr, sketch)
            sketches.append(sketch)
        return found

    return read
