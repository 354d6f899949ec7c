"""What is published says one version, runs pinned actions, and has a page for everything."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

wc = pytest.importorskip("wirecheck")

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted([*ROOT.glob(".github/workflows/*.yml"), *ROOT.glob("examples/*/.github/workflows/*.yml")])


def test_the_version_stands_in_one_place() -> None:
    """Cargo.toml has it; pyproject.toml and the package take it from there, and the citation repeats it."""
    version = tomllib.loads((ROOT / "Cargo.toml").read_text(encoding="utf-8"))["package"]["version"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" not in project
    assert project["dynamic"] == ["version"]
    assert wc.__version__ == version
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_an_action_is_pinned_by_commit(workflow: Path) -> None:
    """With the version that it was beside it; and no job may more than it says."""
    text = workflow.read_text(encoding="utf-8")
    uses = re.findall(r"uses: (.+)$", text, re.MULTILINE)
    assert uses
    assert [line for line in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []
    assert "\npermissions: {}\n" in text


def test_the_notices_name_crates_of_the_lock() -> None:
    """Which crates are compiled in is looked at by `make test-all`; here, that those that are named are of these versions."""
    locked = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))["package"]
    listed = re.findall(r"^(\S+) (\d\S*)  \S", (ROOT / "THIRD_PARTY.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(listed) > 40
    assert set(listed) - {(package["name"], package["version"]) for package in locked} == set()


@pytest.mark.parametrize("form", ["false-conflict", "missed-conflict", "wrong-reading"])
def test_a_form_asks_for_the_sentence_and_the_version(form: str) -> None:
    text = (ROOT / f".github/ISSUE_TEMPLATE/{form}.yml").read_text(encoding="utf-8")
    assert re.search(r"label: The (first )?sentence\n", text)
    assert "label: Version\n" in text
