"""Reads TOML that people write by hand: whatever is wrong with it becomes a sentence."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .nearest import question

__tracebackhide__ = True  # in the traceback of a test, the sentence is meant for who wrote the file

TYPES = {str: "a text", int: "a whole number", bool: "true or false", list: "a list", dict: "a table", datetime.date: "a day"}


def read_toml(path: Path) -> tuple[dict[str, Any], str]:
    """What a file holds, and its text.

    Raises:
        ValueError: If it cannot be read or is no TOML.
    """
    import tomllib  # loaded late: most starts of the command find no settings

    try:
        text = path.read_text(encoding="utf-8")
        return tomllib.loads(text), text
    except RecursionError:
        raise ValueError(f"{path.name} is no TOML that can be read: its brackets lie too deep in each other") from None
    except ValueError as wrong:  # of its grammar, its encoding, or a number with too many digits
        raise ValueError(f"{path.name} is no TOML: {wrong}") from wrong
    except OSError as wrong:
        raise ValueError(f"{path.name} cannot be read: {wrong.strerror or wrong}") from wrong


def known_keys(given: Iterable[str], known: Iterable[str], where: str) -> None:
    """Refuses a key that means nothing.

    Raises:
        ValueError: If there is one; the sentence tells the nearest and all.
    """
    known = sorted(known)
    for key in given:
        if key not in known:
            raise ValueError(
                f"{where} has a key {key!r} that means nothing there{question(key, known)} (it may have {', '.join(known)})"
            )


def typed(entry: Any, keys: Mapping[str, type], where: str) -> Mapping[str, Any]:
    """The keys of a table, each of its type; a day may be a text.

    Raises:
        ValueError: If it is no table, or holds a key that means nothing or a value of another type.
    """
    if not isinstance(entry, dict):
        raise ValueError(f"{where} is a table of keys and values")
    known_keys(entry, keys, where)
    for key, value in entry.items():
        wanted = keys[key]
        fits = isinstance(value, (str, datetime.date) if wanted is datetime.date else wanted)
        if not fits or (wanted is int and isinstance(value, bool)):
            raise ValueError(f"{where}: {key} = {value!r} should be {TYPES[wanted]}")
    return entry


def texts(given: Any, what: str) -> tuple[str, ...]:
    """A list of texts.

    Raises:
        ValueError: If it is none.
    """
    if not isinstance(given, list) or not all(isinstance(text, str) for text in given):
        raise ValueError(f"{what} is a list of texts")
    return tuple(given)
