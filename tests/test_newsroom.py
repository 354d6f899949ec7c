"""examples/newsroom/: its README's commands, run in a copy, print what it shows."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

import pytest

wc = pytest.importorskip("wirecheck")

NEWSROOM = Path(__file__).resolve().parent.parent / "examples" / "newsroom"
README = (NEWSROOM / "README.md").read_text(encoding="utf-8")
MADE = ("desk.duckdb", "sheet.csv", "facts.xml", "__pycache__", ".pytest_cache")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(NEWSROOM, tmp_path / "newsroom", ignore=shutil.ignore_patterns(*MADE))


def commands() -> Iterator[tuple[list[str], list[str]]]:
    """Each command of the README, and the lines that it shows of what the command prints."""
    for block in re.findall(r"^```console\n(.*?)^```$", README, re.DOTALL | re.MULTILINE):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            yield shlex.split(command), shown.splitlines()


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """What a reader types, with this Python and this package; pytest loads the plugin even where the package is not installed."""
    module = [] if command[0] == "python" else ["-m", command[0]]
    if command[0] == "pytest" and "wirecheck" not in entry_points(group="pytest11").names:
        module += ["-p", "wirecheck.pytest_plugin"]
    paths = [str(Path(wc.__file__).parent.parent), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths)), "PYTHONUTF8": "1"}
    environment.pop("PYTEST_ADDOPTS", None)
    arguments = [sys.executable, *module, *command[1:]]
    return subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_commands_print_what_the_readme_shows(copy: Path) -> None:
    done: list[str] = []
    for command, shown in commands():
        if command[0] == "cp":
            shutil.copy(copy / command[1], copy / command[2])
        elif command[0] == "rm":
            (copy / command[1]).unlink()
        elif command[-1] != "ledger.py" or find_spec("duckdb"):
            result = run(command, copy)
            lines = iter(result.stdout.splitlines())
            assert [line for line in shown if line not in lines] == [], result.stdout + result.stderr
            assert result.returncode == any("contradicted" in line for line in shown), result.stderr
        done.append(command[0])
    assert done == ["pytest", "wirecheck", "wirecheck", "cp", "pytest", "rm", "python", "python", "python"]


def test_every_file_is_told_of() -> None:
    table = README.partition("## ")[0]
    for path in NEWSROOM.iterdir():
        if path.name not in (*MADE, "README.md", ".gitignore"):
            assert f"`{path.name}" in table, f"README.md of the newsroom does not say what {path.name} is"


def test_every_article_gives_claims_and_none_is_left_unread() -> None:
    for folder in ("articles", "tomorrow"):
        claims = wc.extract(wc.read_articles(NEWSROOM / folder))
        told = {row["article"] for table in (claims.casualties, claims.meetings, claims.quotes) for row in table}
        assert told == set(claims.articles["article"])
        assert len(claims.skipped) == len(claims.unread) == 0
