"""A test suite in a folder of its own, beside articles: what the tests of the pytest plugin run."""

from __future__ import annotations

import json
from importlib.metadata import entry_points
from typing import Any

import pytest

SPEECH = "“We will not sell a single well of this valley, and 40 villages stand behind us,” said Ana Torrealba, mayor of Quebrada Alta."
BLAST = "{} people were killed in an explosion at a fuel depot in Wadi Sarab on Wednesday, {} said."
TALKS = "Chilean Foreign Minister Tomas Arriagada {} Bolivian Foreign Minister Elena Quispe in {} on {}."

ARTICLES = [
    {"id": "blast-1", "outlet": "Northern Wire", "published": "2026-05-06T12:05", "text": BLAST.format("Seventeen", "police")},
    {"id": "talks-3", "published": "2026-05-12", "text": "Luc Maret will meet Rosa Vidal in Oslo in June 2026."},
    {"id": "blast-2", "outlet": "The Meridian", "published": "2026-05-07T09:00", "text": BLAST.format("Nineteen", "police")},
    {"id": "wells-1", "outlet": "Harbour Post", "published": "2026-05-11", "text": SPEECH},
    {
        "id": "talks-1",
        "outlet": "Ferry Radio",
        "published": "2026-05-04",
        "text": TALKS.format("will meet", "Geneva", "May 15, 2026"),
    },
    {
        "id": "talks-2",
        "outlet": "Delta Courier",
        "published": "2026-05-16",
        "text": TALKS.format("met", "Geneva", "May 15, 2026"),
    },
]

NEGATED = {
    "id": "wells-2",
    "outlet": "Evening Lamp",
    "published": "2026-05-12",
    "text": SPEECH.replace("not ", ""),
}
RENUMBERED = {"id": "wells-3", "outlet": "Plain Tribune", "published": "2026-05-13", "text": SPEECH.replace("40", "14")}

HOLDS = """
articles = "articles.jsonl"

[[toll]]
place = "Wadi Sarab"
on = 2026-05-06
low = 16
high = 20

[[quote]]
text = "We will not sell a single well of this valley"
by = "Torrealba"

[[meeting]]
participants = ["Tomas Arriagada", "Elena Quispe"]
on = "2026-05-15"
place = "Geneva"
status = "held"
"""


class Suite:
    """A test suite beside articles, in a folder of its own."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self.pytester = pytester
        self.articles()

    def articles(self, *more: dict[str, Any]) -> None:
        lines = "".join(json.dumps(row) + "\n" for row in (*ARTICLES, *more))
        (self.pytester.path / "articles.jsonl").write_text(lines, encoding="utf-8")

    def facts(self, toml: str) -> None:
        (self.pytester.path / "desk.facts.toml").write_text(toml, encoding="utf-8")

    def fact(self, toml: str) -> None:
        self.facts(f'articles = "articles.jsonl"\n{toml}')

    def test(self, *lines: str) -> None:
        body = "\n".join(f"    {line}" for line in lines)
        self.pytester.makepyfile(test_desk=f"def test_it(wirecheck):\n    desk = wirecheck('articles.jsonl')\n{body}\n")

    def run(self, *arguments: str) -> pytest.RunResult:
        return self.pytester.runpytest_inprocess(*plugin(), *arguments)


def plugin() -> list[str]:
    """The arguments that load the plugin where the package is imported but not installed."""
    return [] if "wirecheck" in entry_points(group="pytest11").names else ["-p", "wirecheck.pytest_plugin"]
