"""Where the edits of `compare_quotes` stand in the two texts.

The edits come in order and as they are written; between two of them the texts have the same words. Each is put where that holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_NEGATED = re.compile(r"n?['’]t|not")


@dataclass(frozen=True)
class Piece:
    """A stretch of the second text, and what stands in its place in the first; of class `same` where they do not differ."""

    kind: str
    left: str
    right: str


def pieces(left: str, right: str, edits: Iterable[Mapping[str, str]]) -> list[Piece]:
    """Both texts in pieces: all `right` together are the second text; `left` is told where the texts differ."""
    out: list[Piece] = []
    at = (0, 0)
    for edit in edits:
        start = _place(left, right, at, edit["left"], edit["right"])
        if start is None:
            continue
        if not edit["right"] and not _letters(right[start[1] :]):
            start = (start[0], len(right))
        out.append(Piece("same", "", right[at[1] : start[1]]))
        gone = edit["left"] or _stem(left, start[0], edit["right"])
        new = edit["right"] or _stem(right, start[1], edit["left"])
        at = (start[0] + len(gone), start[1] + len(new))
        out.append(Piece(edit["class"], gone, new))
    out.append(Piece("same", "", right[at[1] :]))
    return [piece for piece in out if piece.left or piece.right]


def _stem(text: str, at: int, contracted: str) -> str:
    """The `did` that stands in the place of `didn't`: of a contraction only the half that is new is an edit."""
    found = _WORD.match(text, at)
    if not found or not contracted.lower().startswith(found[0].lower()):
        return ""
    return found[0] if _NEGATED.fullmatch(contracted, len(found[0])) else ""


def _place(left: str, right: str, at: tuple[int, int], gone: str, new: str) -> tuple[int, int] | None:
    """The first place behind `at` for an edit with the same words before it in both texts, or else as many letters as can be."""
    best: tuple[int, tuple[int, int]] | None = None
    for place in _places(left, right, at, gone, new):
        one, other = _letters(left[at[0] : place[0]]), _letters(right[at[1] : place[1]])
        if one == other:
            return place
        odd = abs(len(one) - len(other))
        if best is None or odd < best[0]:
            best = (odd, place)
    return None if best is None else best[1]


def _places(left: str, right: str, at: tuple[int, int], gone: str, new: str) -> Iterator[tuple[int, int]]:
    if gone and new:
        yield from ((i, j) for i in _found(left, gone, at[0]) for j in _found(right, new, at[1]))
    elif gone:
        yield from ((i, _behind(right, at[1], len(_letters(left[at[0] : i])))) for i in _found(left, gone, at[0]))
    elif new:
        yield from ((_behind(left, at[0], len(_letters(right[at[1] : j]))), j) for j in _found(right, new, at[1]))


def _found(text: str, words: str, start: int) -> Iterator[int]:
    """Where the words stand as words of their own."""
    at = text.find(words, start)
    while at >= 0:
        ends = (at - 1, at), (at + len(words) - 1, at + len(words))
        if not any(_is_inside(text, *edge) for edge in ends):
            yield at
        at = text.find(words, at + 1)


def _is_inside(text: str, before: int, behind: int) -> bool:
    return before >= 0 and behind < len(text) and text[before].isalnum() and text[behind].isalnum()


def _behind(text: str, start: int, letters: int) -> int:
    """The place behind so many letters, and behind the space that follows them."""
    at = start
    while letters > 0 and at < len(text):
        letters -= text[at].isalnum()
        at += 1
    while 0 < at < len(text) and text[at].isspace():
        at += 1
    return at


def _letters(text: str) -> str:
    return "".join(char.lower() for char in text if char.isalnum())
