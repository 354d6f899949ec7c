"""The runs of five words by which copies are found, as wirecheck takes them too."""

from __future__ import annotations

RUN = 5
PERMUTATIONS = 128
ALIKE = 0.5
"""From which share of common runs on two texts are taken for copies."""


def shingles(text: str) -> list[str]:
    """The runs of a text."""
    words = text.lower().split()
    return [" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))]
