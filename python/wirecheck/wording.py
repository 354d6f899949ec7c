"""How numbers and long words are said, in a terminal as on a page."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """`1 article`, `3,000 articles`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def short(words: str, most: int) -> str:
    """The words on one line, cut with an ellipsis where they are more than `most` characters."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
