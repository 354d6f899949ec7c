"""The Python of README.md and of docs/ runs, block after block, as a reader would type it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

wc = pytest.importorskip("wirecheck")

ROOT = Path(__file__).resolve().parent.parent
FILE = re.compile(r"^`([\w./-]+)`:\n\n```\w*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCK = re.compile(r"^```python\n(.*?)^```$(?:\n\n```text\n(.*?)^```$)?", re.DOTALL | re.MULTILINE)
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_of_a_page_run(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a block prints stands in the block of text behind it. All blocks of a page share one namespace; they find the files that the page shows, and write into the same folder."""
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    for name, content in FILE.findall(text):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    names: dict[str, object] = {}
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start(1))
        for module in re.findall(r"^import (\w+)", block.group(1), re.MULTILINE):
            pytest.importorskip(module, reason=f"{page.name} shows {module}, which is not installed")
        capsys.readouterr()
        exec(compile("\n" * line + block.group(1), page.name, "exec"), names)
        assert block.group(2) is None or capsys.readouterr().out == block.group(2)


def test_the_pages_link_to_files_that_exist() -> None:
    """A relative link names a file of the repository."""
    pages = [
        *PAGES,
        *(ROOT / name for name in ("ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/newsroom/README.md")),
    ]
    for page in pages:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}, which is not there"


def test_the_readme_lists_every_check() -> None:
    """The table between the markers is the register's, in its order."""
    from wirecheck import _core

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    table = text.partition("<!-- checks -->")[2].partition("<!-- /checks -->")[0]
    assert re.findall(r"^\| `([a-z-]+)`", table, re.MULTILINE) == [check["id"] for check in _core.checks()]
