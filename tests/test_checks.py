"""The stories of the checks, through the wheel: `tests/checks/<id>.md`. The format is told in `tests/checks.rs`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

wc = pytest.importorskip("wirecheck")

STORIES = sorted((Path(__file__).resolve().parent / "checks").glob("*.md"))


def sections(page: str) -> list[dict[str, Any]]:
    """The `##` sections: heading, articles, lines to hold."""
    found: list[dict[str, Any]] = []
    for line in page.splitlines():
        if line.startswith("## "):
            found.append({"heading": line[3:], "articles": [], "lines": []})
        elif line.startswith("### "):
            outlet, _, published = line[4:].partition(", ")
            found[-1]["articles"].append({"id": outlet, "outlet": outlet, "published": published or None, "text": ""})
        elif line.startswith("> "):
            found[-1]["lines"].append(line[2:])
        elif found and found[-1]["articles"]:
            article = found[-1]["articles"][-1]
            name, _, value = line.partition(": ")
            if name in ("title", "url", "role") and not article["text"]:
                article[name] = value
            else:
                article["text"] = (article["text"] + line + "\n").lstrip()
    return found


CASES = [
    pytest.param(path.stem, section, id=f"{path.stem}-{section['heading']}")
    for path in STORIES
    for section in sections(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("check", "section"), CASES)
def test_a_story_holds(check: str, section: dict[str, Any]) -> None:
    report = wc.check(section["articles"])
    found = {row["rule"] for row in report.findings}
    assert (check in found) == section["heading"].startswith("Fires"), report.findings.to_pylist()
    for line in section["lines"]:
        who, _, what = line.rpartition(": ")
        if " / " in who:
            pair = set(who.split(" / "))
            said = [row["verdict"] for row in report.relations if {row["left_article"], row["right_article"]} == pair]
            joined = set(said) - {"unrelated", "undecidable"}
            assert not joined if what == "apart" else what in said, line
        else:
            assert any(row["rule"] == who and row["article"] == what for row in report.findings), line
