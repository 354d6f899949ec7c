"""Facts on quotations."""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING

from .. import _core
from ..display.terminal import printed
from .errors import FactError, NoEvidenceError, hidden
from .facts import Asked, Row, fact
from .names import near, plain, same_name

if TYPE_CHECKING:
    from .collection import Collection

__tracebackhide__ = hidden

_OTHER_MEANING = ("negation", "number", "entity")
"""The edits that make another statement of a quotation."""

_WORD_FOR_WORD = ("direct", "mixed")
"""The kinds that claim to be somebody's own words; the like may be said of many indirectly."""

_COMPARED = 100
"""How many quotations, those that share most words, are looked at for the nearest."""

_LABEL = 60
"""How many characters of a quotation stand for it."""


class Quotes(Asked):
    """The quotations that carry the words of a text, whole or cut."""

    def __init__(self, collection: Collection, text: str) -> None:
        """Takes the words, without quotation marks."""
        if not text.strip():
            raise ValueError("a quotation needs words")
        self._text = text
        super().__init__(collection, f"quotes: {shortened(text)}")
        compared = [(row, _core.compare_quotes(text, row["text"])) for row in collection.read.quotes]
        self._rows = [row for row, how in compared if how["relation"] in ("verbatim", "truncated")]
        self._changed = [
            (row, edits)
            for row, how in compared
            if row["kind"] in _WORD_FOR_WORD and how["relation"] == "altered"
            if (edits := [edit for edit in how["edits"] if edit["class"] in _OTHER_MEANING])
        ]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return printed(
            f"<“{shortened(self._text)}”: {len(self)} times, by {', '.join(self._speakers()) or 'nobody who is named'}>"
        )

    @fact
    def by(self, speaker: str) -> Quotes:
        """Asserts that this person or body says so, and that no direct quotation gives the words to somebody else or turns them around.

        A surname is enough. A quotation with another number, another name, or a "not" more or less contradicts the fact; one whose
        speaker has no name ("an official") neither supports nor contradicts it.

        Raises:
            FactError: If an article says otherwise, or none has the words with this speaker.
        """
        if self._changed:
            raise FactError(*self._changed_lines())
        right = [row for row in self._rows if self._is_by(speaker, row)]
        others = [row for row in self._rows if row["speaker_entity"] is not None and row not in right]
        wrong = [row for row in others if row["kind"] in _WORD_FOR_WORD]
        if wrong:
            told = ", ".join(dict.fromkeys(row["speaker"] for row in wrong))
            first = f"“{shortened(self._text)}”: the fact says by {speaker}, the articles by {told}"
            raise FactError(first, *self._passages(wrong, lambda row: f"said by {row['speaker']}"))
        if not right:
            raise self._missing(speaker)
        return self

    def _is_by(self, speaker: str, row: Row) -> bool:
        return row["speaker"] is not None and same_name(
            speaker, row["speaker"], self._collection.read.merged(row["speaker_entity"])
        )

    def _speakers(self) -> list[str]:
        return list(dict.fromkeys(row["speaker"] for row in self._rows if row["speaker"] is not None))

    def _missing(self, speaker: str) -> NoEvidenceError:
        words = shortened(self._text)
        if self._rows:
            told = f"those that have the words give them to {', '.join(self._speakers()) or 'nobody'}"
            return NoEvidenceError(f"no article says that “{words}” is by {speaker}", told)
        wanted = set(plain(self._text).split())
        there = nlargest(
            _COMPARED, (row["text"] for row in self._collection.read.quotes), lambda text: len(wanted & set(plain(text).split()))
        )
        return NoEvidenceError(f"no article quotes “{words}”", near(self._text, there, "quotation"))

    def _changed_lines(self) -> list[str]:
        edits = {row["id"]: ", ".join(_edit(edit) for edit in edits) for row, edits in self._changed}
        first = f"“{shortened(self._text)}”: an article has it otherwise"
        return [first, *self._passages((row for row, _ in self._changed), lambda row: edits[row["id"]])]


def shortened(text: str) -> str:
    """The beginning of a text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LABEL else line[: _LABEL - 1].rstrip() + "…"


def _edit(edit: Row) -> str:
    if not edit["right"]:
        return f"{edit['class']}: “{edit['left']}” was left out"
    if not edit["left"]:
        return f"{edit['class']}: “{edit['right']}” was put in"
    return f"{edit['class']}: “{edit['left']}” became “{edit['right']}”"
