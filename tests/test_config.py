"""Settings in wirecheck.toml and pyproject.toml: where they are found, what they may hold, and what goes before them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from wirecheck.cli import main
from wirecheck.config import find_config, read_config

SPEECH = "“We will not drain the Salt Basin, and 40 wells stay open,” said Mira Oduya, mayor of Port Selim."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    articles = tmp_path / "desk" / "articles"
    articles.mkdir(parents=True)
    (articles / "a.txt").write_text(f"PORT SELIM, May 6, 2026 - {SPEECH}\n", encoding="utf-8")
    (articles / "b.txt").write_text(f"PORT SELIM, May 7, 2026 - {SPEECH.replace('not ', '')}\n", encoding="utf-8")
    return tmp_path


def rules(capsys: pytest.CaptureFixture[str], *arguments: str) -> set[str]:
    """The checks of the findings that the command prints."""
    assert main(["check", *arguments, "--format", "json"]) in (0, 1)
    return {row["rule"] for row in json.loads(capsys.readouterr().out)["findings"]}


def test_the_nearest_folder_decides_and_the_command_line_goes_first(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = str(project / "desk" / "articles")
    assert rules(capsys, articles) >= {"quote-negated"}
    (project / "pyproject.toml").write_text('[tool.wirecheck]\nselect = ["toll-*"]\n', encoding="utf-8")
    assert rules(capsys, articles) == set()
    (project / "desk" / "pyproject.toml").write_text('[project]\nname = "desk"\n', encoding="utf-8")
    assert rules(capsys, articles) == set(), "a project without our table is passed by"
    (project / "desk" / "pyproject.toml").write_text('[tool.wirecheck]\nselect = "quote-*"\n', encoding="utf-8")
    assert rules(capsys, articles) == {"quote-negated"}
    (project / "desk" / "wirecheck.toml").write_text('ignore = ["quote-negated"]\n', encoding="utf-8")
    assert "quote-negated" not in rules(capsys, articles)
    assert rules(capsys, articles, "--ignore", "copied-*", "--select", "quote-*") == {"quote-negated"}
    assert "quote-negated" in rules(capsys, articles, "--no-config")
    assert rules(capsys, articles, "--config", str(project / "pyproject.toml")) == set()
    elsewhere = project.parent / f"{project.name}-elsewhere"
    elsewhere.mkdir()
    (elsewhere / "wirecheck.toml").write_text('select = "toll-*"\n', encoding="utf-8")
    for path in (*project.rglob("*.toml"),):
        path.unlink()
    monkeypatch.chdir(elsewhere)
    assert rules(capsys, articles) == set(), "where nothing is found from the path, the working directory decides"


def test_paths_are_those_from_the_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "desk" / "wirecheck.toml").write_text('against = "articles/b.txt"\nformat = "json"\n', encoding="utf-8")
    main(["check", str(project / "desk" / "articles" / "a.txt")])
    assert json.loads(capsys.readouterr().out)["checklist"][0]["state"] == "contradicted"


def test_every_key_is_read(tmp_path: Path) -> None:
    (tmp_path / "wirecheck.toml").write_text(
        'select = ["toll-*"]\nignore = "toll-stale"\nagainst = ["wires/"]\nkinds = ["casualty"]\nbaseline = "known.json"\n'
        'format = "github"\nthreads = 1\ncolumns = { text = "body" }\nowners = { "Harbour Post" = "Quay Media" }\n'
        '[[waiver]]\nfingerprint = "00ff"\nreason = "checked by telephone"\nsince = 2026-05-01\nby = "M. O."\n',
        encoding="utf-8",
    )
    config = find_config(tmp_path)
    assert config is not None
    assert (config.select, config.ignore, config.kinds) == (("toll-*",), ("toll-stale",), ("casualty",))
    assert config.against == (os.path.relpath(tmp_path / "wires"),)
    assert (config.baseline, config.format, config.threads) == (Path(os.path.relpath(tmp_path / "known.json")), "github", 1)
    assert (config.columns, config.owners) == ({"text": "body"}, {"Harbour Post": "Quay Media"})
    assert [waiver.by for waiver in config.waivers] == ["M. O."]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "selct = []",
            "wirecheck.toml: the file has a key 'selct' that means nothing there; did you mean 'select'? (it may have",
        ),
        ("select = 3", "select is a list of texts"),
        ('select = ["tol-conflict"]', "no check is called 'tol-conflict'; did you mean 'toll-conflict'?"),
        ('kinds = ["casualties"]', "there is no kind 'casualties'; did you mean 'casualty'?"),
        ('format = "xml"', "format = 'xml' is none; it is text, json, html, github"),
        ("threads = true", "threads = True should be a whole number"),
        ("owners = { a = 1 }", "owners holds texts"),
        ('columns = { txt = "body" }', "columns has a key 'txt' that means nothing there; did you mean 'text'?"),
        ("select = [", "wirecheck.toml is no TOML"),
        ("a = " + "[" * 5000 + "]" * 5000, "wirecheck.toml is no TOML that can be read: its brackets lie too deep"),
        ("a = " + "9" * 5000, "wirecheck.toml is no TOML"),
        ("[waiver]\nreason = 'x'", "waiver = {'reason': 'x'} should be a list"),
    ],
)
def test_what_is_wrong_is_a_sentence(tmp_path: Path, text: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "wirecheck.toml").write_text(text, encoding="utf-8")
    (tmp_path / "a.txt").write_text("Nineteen people were killed.", encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert "--no-config" in said
    assert main(["check", str(tmp_path), "--no-config"]) == 0


def test_a_named_file_has_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"has no \[tool.wirecheck\]"):
        read_config(tmp_path / "pyproject.toml")
    with pytest.raises(ValueError, match=r"gone\.toml cannot be read: No such file"):
        read_config(tmp_path / "gone.toml")
    (tmp_path / "latin.toml").write_bytes(b"select = '\xe9'")
    with pytest.raises(ValueError, match=r"latin\.toml is no TOML"):
        read_config(tmp_path / "latin.toml")
