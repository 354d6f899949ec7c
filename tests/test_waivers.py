"""Waivers and baselines: what is left out, until when, and what is said of those that are for nothing."""

from __future__ import annotations

import ast
import datetime
import json
from pathlib import Path
from typing import Any

import pytest

import wirecheck as wc
from wirecheck.cli import main
from wirecheck.days import VARIABLE, today
from wirecheck.waivers import complaints, read_waivers, waive

SPEECH = "“We will not drain the Salt Basin, and 40 wells stay open,” said Mira Oduya, mayor of Port Selim."
GOOD = {"rule": "quote-negated", "article": "b.txt", "reason": "a slip of the tongue", "until": "2027-01-01"}


def finding(
    rule: str = "quote-negated", article: str = "a.txt", other: str | None = "b.txt", mark: str = "00ff"
) -> dict[str, Any]:
    return {"rule": rule, "article": article, "other_article": other, "fingerprint": mark}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(f"PORT SELIM, May 6, 2026 - {SPEECH}\n", encoding="utf-8")
    (tmp_path / "articles" / "b.txt").write_text(f"PORT SELIM, May 7, 2026 - {SPEECH.replace('not ', '')}\n", encoding="utf-8")
    return tmp_path


def write(folder: Path, *waivers: str) -> None:
    text = "\n".join(f"[[waiver]]\n{waiver}" for waiver in waivers)
    (folder / "wirecheck.toml").write_text('select = ["quote-*"]\n' + text, encoding="utf-8")


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ({}, "needs a reason"),
        ({**GOOD, "reason": " "}, "needs a reason"),
        ({"rule": "toll-*", "article": "*", "reason": "x"}, "needs a date"),
        ({**GOOD, "since": "2028-01-01"}, "ends .2027-01-01. before it begins .2028-01-01."),
        ({**GOOD, "until": "next year"}, "until = 'next year' is no day of the calendar"),
        ({**GOOD, "rule": "quote-negatd"}, "no check is called 'quote-negatd'; did you mean 'quote-negated'"),
        (
            {"rule": "toll-*", "reason": "x", "since": "2026-01-01"},
            "needs the fingerprint of a finding, or a rule and an article",
        ),
        ({**GOOD, "untill": "2027-01-01"}, "has a key 'untill' that means nothing there; did you mean 'until'"),
        ({**GOOD, "by": 3}, "by = 3 should be a text"),
    ],
)
def test_a_waiver_that_is_none_is_a_sentence(entry: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=rf"\[\[waiver\]\] number 1.*{sentence}"):
        read_waivers([entry], "wirecheck.toml")


@pytest.mark.parametrize(
    ("changes", "met"),
    [
        ({}, True),
        ({"article": "a.txt"}, True),
        ({"article": "articles/b*"}, True),
        ({"article": "b"}, False),
        ({"rule": "quote-*"}, True),
        ({"rule": "toll-*"}, False),
        ({"rule": None, "article": None, "fingerprint": "00ff"}, True),
        ({"rule": None, "article": None, "fingerprint": "00fe"}, False),
    ],
)
def test_what_a_waiver_is_for(changes: dict[str, str | None], met: bool) -> None:
    entry = {key: value for key, value in {**GOOD, **changes}.items() if value is not None}
    waivers = read_waivers([entry], "wirecheck.toml")
    parted = waive(waivers, [finding()], datetime.date(2026, 6, 1), label=lambda name: f"articles/{name}")
    assert (len(parted.waived), len(parted.left), bool(parted.met)) == ((1, 0, True) if met else (0, 1, False))
    assert bool(complaints(waivers, parted.met, datetime.date(2026, 6, 1))) is not met


def test_the_last_day_still_counts() -> None:
    waivers = read_waivers([GOOD], "wirecheck.toml")
    for day, waived, said in (((2027, 1, 1), 1, []), ((2027, 1, 2), 0, ["ran out on 2027-01-01; its findings count again"])):
        parted = waive(waivers, [finding()], datetime.date(*day))
        assert len(parted.waived) == waived
        assert [line.partition(") ")[2] for line in complaints(waivers, parted.met, datetime.date(*day))] == said


def test_the_command_leaves_waived_findings_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, 'rule = "quote-negated"\narticle = "b.txt"\nreason = "said so"\nuntil = 2027-01-01')
    assert main(["check", "articles", "--today", "2026-06-01"]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings, 0 notes in 2 articles (1 waived)\n"
    assert main(["check", "articles", "--today", "2027-01-02"]) == 1
    out = capsys.readouterr().out
    assert "quote-negated error" in out
    assert "[[waiver]] number 1 of wirecheck.toml (quote-negated in b.txt) ran out on 2027-01-01" in out


def test_a_waiver_for_nothing_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(
        folder,
        'fingerprint = "00ff"\nreason = "old"\nsince = 2026-01-01',
        'rule = "toll-*"\narticle = "*"\nreason = "old"\nsince = 2026-01-01',
    )
    main(["check", "articles", "--today", "2026-06-01"])
    assert "matches no finding any more" not in capsys.readouterr().out, "with checks left out nobody knows"
    main(["check", "articles", "--today", "2026-06-01", "--select", "*", "--format", "json"])
    told = json.loads(capsys.readouterr().out)["waivers"]
    assert [line.partition(" of ")[0] for line in told] == ["[[waiver]] number 2"]
    (folder / "wirecheck.toml").write_text(
        (folder / "wirecheck.toml").read_text(encoding="utf-8").partition("\n")[2], encoding="utf-8"
    )
    main(["check", "articles", "--today", "2026-06-01", "--format", "github"])
    assert capsys.readouterr().out.count("matches no finding any more") == 2


def test_with_a_draft_only_waivers_for_the_draft_are_held_against_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the articles say against each other is looked at in another run, and its waivers are still of use."""
    (folder / "draft.txt").write_text("PORT SELIM, May 8, 2026 - The Salt Basin lies in the north.\n", encoding="utf-8")
    write(
        folder,
        'rule = "quote-negated"\narticle = "b.txt"\nreason = "said so"\nsince = 2026-01-01',
        'fingerprint = "00ff"\nreason = "old"\nsince = 2026-01-01',
        'rule = "quote-*"\narticle = "draft.txt"\nreason = "old"\nsince = 2026-01-01',
    )
    main(["check", "draft.txt", "--against", "articles", "--select", "*", "--format", "json"])
    told = json.loads(capsys.readouterr().out)["waivers"]
    assert [line.partition(" of ")[0] for line in told] == ["[[waiver]] number 3"]


def test_the_day_is_asked_for_then_set_then_the_clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "2026-05-04")
    assert today("2026-05-05") == datetime.date(2026, 5, 5)
    assert today() == datetime.date(2026, 5, 4)
    monkeypatch.setenv(VARIABLE, "soon")
    with pytest.raises(ValueError, match=f"{VARIABLE} = 'soon' is no day of the calendar"):
        today()
    monkeypatch.delenv(VARIABLE)
    assert isinstance(today(), datetime.date)


def test_one_module_asks_the_clock_for_the_day_and_only_command_and_plugin_ask_it() -> None:
    package = Path(wc.__file__).parent
    asks, imports = set(), set()
    for path in package.rglob("*.py"):
        name = path.relative_to(package).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and ast.unparse(node) in ("datetime.date.today", "date.today", "datetime.today"):
                asks.add(name)
            if isinstance(node, ast.ImportFrom) and node.module == "days" and "today" in {alias.name for alias in node.names}:
                imports.add(name)
    assert asks == {"days.py"}
    assert imports == {"cli/check.py", "pytest_plugin/desk.py"}


def test_a_baseline_lets_new_findings_alone_count(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder)
    assert main(["check", "articles"]) == 1
    assert main(["check", "articles", "--baseline", "known.json"]) == 2
    assert "there is no baseline 'known.json'; --update-baseline writes it" in capsys.readouterr().err
    assert main(["check", "articles", "--update-baseline"]) == 2
    assert "--update-baseline needs a file" in capsys.readouterr().err
    assert main(["check", "articles", "--baseline", "known.json", "--update-baseline"]) == 0
    assert "1 finding written to known.json" in capsys.readouterr().err
    assert main(["check", "articles", "--baseline", "known.json"]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings, 0 notes in 2 articles (1 in the baseline)\n"
    (folder / "articles" / "c.txt").write_text(f"PORT SELIM, May 8, 2026 - {SPEECH.replace('40', '14')}\n", encoding="utf-8")
    assert main(["check", "articles", "--baseline", "known.json", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert "quote-number-changed" in {row["rule"] for row in found["findings"]}
    (folder / "known.json").write_text("[" * 100_000, encoding="utf-8")
    assert main(["check", "articles", "--baseline", "known.json"]) == 2
    assert "is no baseline of wirecheck; delete it" in capsys.readouterr().err


def test_a_page_shows_new_findings_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("jinja2")
    write(folder)
    main(["check", "articles", "--format", "html", "-o", "all.html"])
    main(["check", "articles", "--baseline", "known.json", "--update-baseline", "--format", "html", "-o", "none.html"])
    shown = [(folder / name).read_text(encoding="utf-8") for name in ("all.html", "none.html")]
    assert ["<code>quote-negated</code>" in page for page in shown] == [True, False]
    capsys.readouterr()
