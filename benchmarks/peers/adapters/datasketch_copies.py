"""MinHash of 128 permutations over runs of five words, and its index of bands; from half of the runs on, two texts are copies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

NAME = "datasketch"
PACKAGE = "datasketch"
LICENCE = "MIT"


def reader() -> Callable[[list[dict[str, Any]]], list[list[dict[str, Any]]]]:
    """Gives a function that finds, for each article, those before it that it is like."""
    from datasketch import MinHash, MinHashLSH
    from helpers.shingles import ALIKE, PERMUTATIONS, shingles

    def read(articles: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
        index, found, sketches = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS), [], []
        for nr, article in enumerate(articles):
            sketch = MinHash(num_perm=PERMUTATIONS)
            sketch.update_batch([run.encode() for run in shingles(article["text"])])
            near = [other for other in index.query(sketch) if sketches[other].jaccard(sketch) >= ALIKE]
            found.append([{"like": articles[other]["id"]} for other in near])
            index.insert(nr, sketch)
            sketches.append(sketch)
        return found

    return read
