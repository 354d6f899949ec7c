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
    from helpers.shingles import ALIKE, PERMUTATIONS, earlier
    from rensa import RMinHash, RMinHashLSH

    def sketched(runs: list[str]) -> Any:
        sketch = RMinHash(PERMUTATIONS, 42)
        sketch.update(runs)
        return sketch

    return lambda articles: earlier(articles, RMinHashLSH(ALIKE, PERMUTATIONS, BANDS), sketched)
