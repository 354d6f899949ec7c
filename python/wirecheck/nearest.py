"""Names that exist, and the nearest to one that does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase

from . import _core
from .kinds import TABLE_OF


def nearest(asked: str, known: Iterable[str]) -> str | None:
    """The name that is nearest to the one that was asked for, whatever its capitals; None where none is near."""
    from difflib import get_close_matches

    names = {name.casefold(): name for name in known}
    close = get_close_matches(asked.casefold(), names, n=1, cutoff=0.65)
    return names[close[0]] if close else None


def hint(asked: str, known: Iterable[str], otherwise: str) -> str:
    """`did you mean 'x'?`, or something else where nothing is near."""
    near = nearest(asked, known)
    return otherwise if near is None else f"did you mean {near!r}?"


def question(asked: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` behind what was asked for, or nothing."""
    near = nearest(asked, known)
    return "" if near is None else f"; did you mean {near!r}?"


def fits(name: str, pattern: str) -> bool:
    """Whether a pattern names this; `*` stands for any letters, and nothing else for anything."""
    return fnmatchcase(name, re.sub(r"[?[]", r"[\g<0>]", pattern))


def named_checks(patterns: Iterable[str]) -> set[str]:
    """The checks that patterns name.

    Raises:
        ValueError: If one names none; the sentence tells the nearest.
    """
    known = [check["id"] for check in _core.checks()]
    names: set[str] = set()
    for pattern in patterns:
        matched = {name for name in known if fits(name, pattern)}
        if not matched:
            raise ValueError(f"no check is called {pattern!r}; {hint(pattern, known, '`wirecheck rules` lists them all')}")
        names |= matched
    return names


def named_kinds(kinds: Iterable[str]) -> list[str]:
    """The kinds of claims that were asked for.

    Raises:
        ValueError: If there is no such kind; the sentence tells the nearest and all.
    """
    asked = list(kinds)
    for kind in asked:
        if kind not in TABLE_OF:
            raise ValueError(f"there is no kind {kind!r}{question(kind, TABLE_OF)} (there are {', '.join(TABLE_OF)})")
    return asked
