"""Names that exist, and the nearest to one that does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase

from . import _core

KINDS = ("casualty", "meeting", "quote", "date", "name")


def hint(asked: str, known: Iterable[str], otherwise: str) -> str:
    """`did you mean 'x'?`, or something else where nothing is near."""
    from difflib import get_close_matches

    close = get_close_matches(asked, list(known), n=1, cutoff=0.65)
    return f"did you mean {close[0]!r}?" if close else otherwise


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
        if kind not in KINDS:
            nearest = hint(kind, KINDS, "").strip()
            raise ValueError(f"there is no kind {kind!r}; {nearest}{' ' if nearest else ''}kinds are {', '.join(KINDS)}")
    return asked
