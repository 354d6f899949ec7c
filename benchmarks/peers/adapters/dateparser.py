"""`search_dates`, told that the text is English, relative to the day of publication; it tells no offsets, so a date is where its words stand next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpers.searching import Read

NAME = "dateparser, told the language"
PACKAGE = "dateparser"
LICENCE = "BSD-3-Clause"


def reader() -> Read:
    """Gives a function that reads the dates of articles."""
    from helpers.searching import searching

    return searching(["en"])
