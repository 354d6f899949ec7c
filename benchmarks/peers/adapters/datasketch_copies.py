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
    from helpers.shingles import ALIKE, PERMUTATIONS, earlier

    def sketched(runs: list[str]) -> Any:
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([run.encode() for run in runs])
        return sketch

    return lambda articles: earlier(articles, MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS), sketched)
