"""The command: `wirecheck check | extract | show | diff | ledger | explain | rules`.

It ends with status 0, with 1 where there are findings of severity error (or differences, for `diff`), with 2 where it was called
wrongly, and with 130 after Ctrl-C. Each command is a module, loaded when it is called.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextvars import copy_context
from importlib import import_module

from .parser import parser

OK, USAGE, STOPPED = 0, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command and gives its exit status."""
    asked = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        # In a context of its own, in which the limits may change.
        status: int = copy_context().run(import_module(f".{asked.command}", __name__).run, asked)
        sys.stdout.flush()
    except (ValueError, KeyError, ImportError, OSError) as wrong:
        if isinstance(wrong, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return OK
        print(f"wirecheck: {_sentence(wrong)}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt as stopped:
        print(f"wirecheck: {getattr(stopped, 'said', 'stopped')}", file=sys.stderr)
        return STOPPED
    return status


def _sentence(wrong: Exception) -> object:
    if isinstance(wrong, KeyError) and wrong.args:
        return wrong.args[0]
    if isinstance(wrong, OSError) and wrong.filename is not None:
        return f"{os.fsdecode(wrong.filename)}: {wrong.strerror}"
    return wrong
