"""Findings that are known: new ones alone fail, in the command as in pytest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .whole import write_whole

__tracebackhide__ = True  # in the traceback of a test, the sentence is meant for who keeps the file

NAME = "wirecheck-baseline.json"

Entry = dict[str, Any]
Entries = dict[str, Entry]
"""Findings by fingerprint, each with what a reader of the file wants to see of it."""


class Baseline:
    """The fingerprints of a baseline file; none where there is no file."""

    def __init__(self, path: Path) -> None:
        """Reads the file.

        Raises:
            ValueError: If it is no baseline.
        """
        self.path = path
        self.exists = path.is_file()
        self._known = _read(path) if self.exists else frozenset()

    def __contains__(self, fingerprint: str) -> bool:
        return fingerprint in self._known


def entries(findings: Iterable[Mapping[str, Any]]) -> Entries:
    """The findings as they stand in a baseline."""
    shown = ("fingerprint", "rule", "severity", "article", "other_article", "message")
    return {row["fingerprint"]: {name: row[name] for name in shown} for row in findings}


def write(path: Path, found: Entries) -> None:
    """Writes a baseline, in an order that gives small differences under version control."""
    ordered = sorted(found.values(), key=lambda entry: (entry["article"], entry["rule"], entry["fingerprint"]))
    write_whole(path, json.dumps({"findings": ordered}, ensure_ascii=False, indent=2) + "\n")


def _read(path: Path) -> frozenset[str]:
    try:
        return frozenset(str(entry["fingerprint"]) for entry in json.loads(path.read_text(encoding="utf-8"))["findings"])
    except (ValueError, KeyError, TypeError, RecursionError) as wrong:
        raise ValueError(
            f"{path} is no baseline of wirecheck; delete it, or write it anew with `pytest --wirecheck-update` or "
            "`wirecheck check ... --update-baseline`"
        ) from wrong
    except OSError as wrong:
        raise ValueError(f"{path} cannot be read: {wrong.strerror or wrong}") from wrong
