"""Where the dates that HeidelTime marks stand in the text."""

from __future__ import annotations

import html
import shutil
from collections.abc import Iterable
from typing import Any


def needed(*programs: str) -> None:
    """Looks for programs.

    Raises:
        ImportError: one is not installed.
    """
    for program in programs:
        if shutil.which(program) is None:
            raise ImportError(f"HeidelTime needs {program}, which is not installed")


def placed(text: str, timexes: Iterable[dict[str, str]]) -> list[dict[str, Any]]:
    """The dates with offsets, each where its words stand next: what is printed between tags is not the text letter by letter."""
    found, after = [], 0
    for timex in timexes:
        words = html.unescape(timex["text"])
        start = text.find(words, after)
        if start >= 0:
            after = start + len(words)
            found.append({"start": start, "end": after, "type": timex["type"], "value": timex["value"]})
    return found
