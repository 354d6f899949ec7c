"""A text cut where its marks begin and end: marks may lie in each other, overlap and cross paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Protocol, TypeVar


class Span(Protocol):
    """Whatever stands on a stretch of a text, in code points."""

    @property
    def start(self) -> int:
        """Its first code point."""

    @property
    def end(self) -> int:
        """The code point after its last."""


S = TypeVar("S", bound=Span)


@dataclass(frozen=True)
class Segment(Generic[S]):
    """A stretch of text that the same marks cover from its first to its last code point."""

    start: int
    end: int
    over: tuple[S, ...]
    """The marks that cover it, in the order of their beginnings, longer ones first."""


def paragraphs(text: str, marks: Iterable[S]) -> Iterator[list[Segment[S]]]:
    """The segments of each line of `text` that is not blank; together they are the line. Empty marks are left out."""
    ordered = sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end))
    next_, open_, start = 0, list[S](), 0
    for line in text.split("\n"):
        end = start + len(line)
        first = next_
        while next_ < len(ordered) and ordered[next_].start < end:
            next_ += 1
        here = [*(mark for mark in open_ if mark.end > start), *ordered[first:next_]]
        if line.strip():
            yield list(_segments(start, end, here))
        open_ = [mark for mark in here if mark.end > end]
        start = end + 1


def lanes(marks: Sequence[S]) -> list[int]:
    """A lane for each mark, so that no two marks of one lane overlap; 0 is the innermost, next to the words."""
    lane_of = [0] * len(marks)
    group, ends = list[int](), list[int]()
    for nr in sorted(range(len(marks)), key=lambda nr: (marks[nr].start, -marks[nr].end)):
        if ends and marks[nr].start >= max(ends):
            _turned(group, lane_of, len(ends))
            group, ends = [], []
        free = next((lane for lane, end in enumerate(ends) if end <= marks[nr].start), len(ends))
        ends[free : free + 1] = [marks[nr].end]
        lane_of[nr] = free
        group.append(nr)
    _turned(group, lane_of, len(ends))
    return lane_of


def _turned(group: Iterable[int], lane_of: list[int], depth: int) -> None:
    """Marks were laid from the outermost to the innermost; the innermost goes next to the words."""
    for nr in group:
        lane_of[nr] = depth - 1 - lane_of[nr]


def _segments(start: int, end: int, marks: Sequence[S]) -> Iterator[Segment[S]]:
    cuts = sorted({start, end, *(cut for mark in marks for cut in (mark.start, mark.end) if start < cut < end)})
    next_, open_ = 0, list[S]()
    for left, right in pairwise(cuts):
        open_ = [mark for mark in open_ if mark.end > left]
        while next_ < len(marks) and marks[next_].start <= left:
            open_.append(marks[next_])
            next_ += 1
        yield Segment(left, right, tuple(open_))
