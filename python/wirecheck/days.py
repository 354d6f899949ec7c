"""Days that people write, and today's date.

`today` alone asks the clock for the date, and the command and the pytest plugin alone ask `today`: whether a waiver has run out hangs
on the day. Reading and comparing never ask; a report of the same articles is the same tomorrow.
"""

from __future__ import annotations

import datetime
import os

__tracebackhide__ = True  # in the traceback of a test, the sentence is meant for who wrote the day

VARIABLE = "WIRECHECK_TODAY"
"""The environment variable that holds the day to go by instead of the clock's."""


def today(asked: str | None = None) -> datetime.date:
    """The day that was asked for, else that of the environment, else the clock's.

    Raises:
        ValueError: If one of the first two is no day.
    """
    if asked is not None:
        return day(asked, "--today")
    if named := os.environ.get(VARIABLE):
        return day(named, VARIABLE)
    return datetime.date.today()


def day(given: str | datetime.date, what: str) -> datetime.date:
    """The day that was given.

    Raises:
        ValueError: If it is none.
    """
    if isinstance(given, datetime.datetime):
        return given.date()
    if isinstance(given, datetime.date):
        return given
    try:
        return datetime.date.fromisoformat(given)
    except (TypeError, ValueError):
        raise ValueError(f"{what} = {given!r} is no day of the calendar; write it as 2026-05-14") from None
