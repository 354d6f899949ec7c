"""What the facts of all kinds share: how they are counted and how a failure is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from ..display.terminal import passage
from .errors import FactError, NoEvidenceError, hidden

if TYPE_CHECKING:
    from .collection import Collection

__tracebackhide__ = hidden

_SHOWN = 4
"""How many passages a failure prints."""

HOLDS, NO_EVIDENCE, CONTRADICTED = "holds", "no-evidence", "contradicted"

Row = Mapping[str, Any]
Options = ParamSpec("Options")
Kind = TypeVar("Kind", bound="Asked")


class Asked:
    """What was asked of a collection, before it is held against its articles."""

    def __init__(self, collection: Collection, label: str) -> None:
        """Keeps the collection and what the fact is called in the counts."""
        self._collection = collection
        self._label = label

    def _counted_as(self) -> str:
        return f"{self._collection.name}: {self._label}"

    def _passages(self, rows: Iterable[Row], value: Callable[[Row], str]) -> list[str]:
        """The words of claims, underlined, below where they stand and what was read in them."""
        rows = list(rows)
        lines: list[str] = []
        for row in rows[:_SHOWN]:
            head, body = passage(row, "", self._collection.read.texts, self._collection.places)
            lines += [f"{head} {value(row)}", *body]
        if len(rows) > _SHOWN:
            lines.append(f"and {len(rows) - _SHOWN} more")
        return lines


def fact(method: Callable[Concatenate[Kind, Options], Kind]) -> Callable[Concatenate[Kind, Options], Kind]:
    """Counts a fact as one that holds, meets nothing, or is contradicted, and keeps our frames out of the traceback.

    A method gives what the fact is narrowed to: `.on(...)` and then `.at(...)` are one fact.
    """

    @wraps(method)
    def counted(self: Kind, /, *args: Options.args, **options: Options.kwargs) -> Kind:
        tally = self._collection.tally
        try:
            narrowed = method(self, *args, **options)
        except FactError as wrong:
            tally.note(self._counted_as(), NO_EVIDENCE if isinstance(wrong, NoEvidenceError) else CONTRADICTED)
            raise
        tally.note(narrowed._counted_as(), HOLDS, instead_of=self._counted_as())
        return narrowed

    return counted
