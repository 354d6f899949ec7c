"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..display.terminal import Places, passage, printed

LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def lines(findings: Iterable[Mapping[str, Any]], texts: Mapping[str, str | None], places: Places) -> list[str]:
    """A command for each finding: `::error file=a.txt,line=3,col=14,title=toll-conflict::...`."""
    return [_finding(finding, texts, places) for finding in findings]


def notice(level: str, said: str, title: str = "wirecheck", **place: str | int) -> str:
    """A command; what would end it, or begin another, is escaped."""
    told = ",".join(f"{name}={_property(value)}" for name, value in (*place.items(), ("title", title)))
    return f"::{level} {told}::{_data(printed(said))}"


def _finding(finding: Mapping[str, Any], texts: Mapping[str, str | None], places: Places) -> str:
    article, said = finding["article"], finding["message"]
    place: dict[str, str | int] = {}
    if (file := places.file(article)) is not None:
        place["file"] = file
    if file == places.label(article):
        if at := places.where(finding, "", texts):
            place |= {"line": at[0], "col": at[1]}
    else:
        said = f"{places.label(article)}: {said}"
    if finding["other_article"] is not None:
        head, _ = passage(finding, "other_", texts, places)
        words = f": “{finding['other_text']}”" if finding["other_text"] else ""
        said = f"{said} (the other: {head}{words})"
    return notice(LEVELS[finding["severity"]], said, finding["rule"], **place)


def _data(said: str) -> str:
    return said.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str | int) -> str:
    return _data(printed(str(value))).replace(":", "%3A").replace(",", "%2C")
