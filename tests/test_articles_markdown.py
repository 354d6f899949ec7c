"""Markdown: what front matter states of an article, files that have none, and where words stand below it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

import wirecheck as wc
from wirecheck.cli import main

pytest.importorskip("yaml")

LEAD = "At least 19 people were killed in Darkush on Wednesday, the governor's office said."


def read(folder: Path, text: str, **more: dict[str, str]) -> wc.Article:
    (folder / "bridge.md").write_text(text, encoding="utf-8")
    (article,) = wc.read_articles(folder / "bridge.md", **more)
    return article


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("---\ntitle: 'Bridge: a collapse'\ndate: 2026-05-06\noutlet: Orontes Wire\n---\n\n", "2026-05-06"),
        ("---\n# ours\nTitle: >-\n  Bridge:\n  a collapse\nDate: 2026-05-06 14:05:00 +0200\npublisher: Orontes Wire\n...\n",
         "2026-05-06T14:05:00+02:00"),
        ("---\r\ndate: 2026-05-06 14:05\r\nheadline: \"Bridge: a collapse\"\r\npublication: Orontes Wire\r\n---\r\n", "2026-05-06T14:05:00"),
        ("---\ntitle: 'Bridge: a collapse'\npublished:\ndate: 2026-05-06T00:00:00Z\noutlet: Orontes  Wire\ntags: [a, b]\n---\n", "2026-05-06"),
        ('+++\ntitle = "Bridge: a collapse"\ndate = 2026-05-06T14:05:00Z\noutlet = "Orontes Wire"\n[menu]\nmain = 1\n+++\n',
         "2026-05-06T14:05:00+00:00"),
    ],
)  # fmt: skip
def test_front_matter_says_what_an_article_is(tmp_path: Path, head: str, published: str) -> None:
    article = read(tmp_path, head + LEAD)
    assert article.text == LEAD
    assert (article.id, article.title, article.outlet) == ("bridge.md", "Bridge: a collapse", "Orontes Wire")
    assert article.published == published


def test_url_and_role_are_taken_and_other_roles_are_left(tmp_path: Path) -> None:
    article = read(tmp_path, f"---\nurl: https://wire.example/1\nrole: source\n---\n{LEAD}")
    assert (article.url, article.role) == ("https://wire.example/1", "source")
    assert read(tmp_path, f"---\nrole: editor\nid: 7\ntitle: [a]\n---\n{LEAD}") == wc.Article(LEAD, "bridge.md")


def test_columns_rename_what_front_matter_calls_it(tmp_path: Path) -> None:
    article = read(
        tmp_path, f"---\nlast_modified: 2026-05-07\ndate: 2026-05-06\n---\n{LEAD}", columns={"published": "last_modified"}
    )
    assert article.published == "2026-05-07"


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        f"---\n\n{LEAD}\n\n---\n\nThe end.",
        f"---\nHe said: nothing.\n---\n{LEAD}",
        f"---\ntitle: never closed\n\n{LEAD}",
        f"{LEAD}\n\n---\ntitle: below\n---\n",
        "---\n---\n",
        "",
    ],
)
def test_a_line_across_the_page_is_no_front_matter(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == wc.Article(text, "bridge.md")


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("---\ntitle: 'open\n---\n", "bridge.md: its front matter is no YAML (while scanning a quoted scalar"),
        ("---\ndate: 2026-05-66\n---\n", "bridge.md: its front matter is no YAML (day"),
        (
            "---\ndate: last Friday\n---\n",
            "the date of its front matter is 'last Friday', which is no day of the calendar; write it as",
        ),
        ("---\ndate: [2026, 5, 6]\n---\n", "the date of its front matter is '[2026, 5, 6]'"),
        ("---\ntitle: &a [*a]\n---\n", None),
        ("+++\ntitle = open\n+++\n", "bridge.md: its front matter is no TOML ("),
        ("---\ntitle: " + "[" * 5000 + "\n---\n", "its front matter is no YAML ("),
        ("---\ntitle: !!python/object:os.system x\n---\n", "its front matter is no YAML ("),
    ],
)
def test_broken_front_matter_is_told_and_skipped_in_a_folder(tmp_path: Path, head: str, said: str | None) -> None:
    if said is None:
        assert read(tmp_path, head + LEAD).title is None
        return
    with pytest.raises(ValueError, match=re.escape(said)):
        read(tmp_path, head + LEAD)
    (skipped,) = wc.read_articles(tmp_path).skipped
    assert said in skipped["reason"]


def test_front_matter_says_which_package_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(ImportError, match=r'pip install "wirecheck\[markdown\]"'):
        read(tmp_path, f"---\ntitle: x\n---\n{LEAD}")
    assert read(tmp_path, LEAD).text == LEAD
    assert read(tmp_path, f'+++\ntitle = "x"\n+++\n{LEAD}').title == "x"


def test_the_command_tells_lines_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bridge.md").write_text(f"---\ndate: 2026-05-06\n---\n\n{LEAD}\n\nIt was Monday, May 6, 2026.\n", encoding="utf-8")
    assert main(["check", "bridge.md"]) == 1
    assert "bridge.md:7:8 weekday-mismatch" in capsys.readouterr().out
    assert main(["check", "bridge.md", "--format", "github"]) == 1
    assert "file=bridge.md,line=7,col=8," in capsys.readouterr().out
