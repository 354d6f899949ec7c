"""The pytest plugin, in test suites of its own: how it loads, its fixture, what its reports show, and the suite of the documentation."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from suite import BLAST, HOLDS, NEGATED, SPEECH, Suite, plugin

wc = pytest.importorskip("wirecheck")

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def suite(pytester: pytest.Pytester) -> Suite:
    return Suite(pytester)


def test_pytest_finds_the_plugin_by_its_entry_point() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"wirecheck": "wirecheck.pytest_plugin"}


def test_the_plugin_loads_nothing_heavy() -> None:
    """Every suite of an environment pays for what is imported here."""
    code = "import sys, pytest, wirecheck.pytest_plugin; print(*(name for name in sys.modules))"
    loaded = set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
    heavy = {"pandas", "pyarrow", "polars", "altair", "jinja2", "tomllib", "wirecheck.display", "wirecheck.plots"}
    assert not loaded & heavy
    assert {name for name in loaded if name.startswith("wirecheck.pytest_plugin")} == {"wirecheck.pytest_plugin"}


def test_what_is_loaded_later_is_there_all_the_same() -> None:
    code = "import wirecheck; assert set(wirecheck.__all__) <= set(dir(wirecheck)); from wirecheck import *; print(diff_quotes.__module__)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "wirecheck.plots.quotes\n"
    with pytest.raises(AttributeError, match="module 'wirecheck' has no attribute 'nothing'"):
        _ = wc.nothing


def test_a_suite_without_facts_hears_nothing_of_us(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_it(): pass")
    result = pytester.runpytest_inprocess(*plugin())
    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("*wirecheck: *")


def test_the_fixture(suite: Suite) -> None:
    suite.test(
        "assert desk.tolls(place='Wadi Sarab').within(16, 20)",
        "assert len(desk.tolls(place='Quito')) == 0",
        "assert desk.quote('We will not sell a single well of this valley').by('Ana Torrealba')",
        "assert desk.meeting('Arriagada', 'Quispe').on('2026-05-15').at('Switzerland').held()",
        "assert not desk.findings(rule='toll-*', severity='error')",
        "assert desk.consistent()",
    )
    result = suite.run()
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["wirecheck: 3 facts hold"])


def test_the_fixture_takes_what_is_in_memory(suite: Suite) -> None:
    suite.pytester.makepyfile(
        f"def test_it(wirecheck):\n    assert wirecheck([{BLAST.format('Nine', 'police')!r}]).tolls().within(9, 9)"
    )
    suite.run().assert_outcomes(passed=1)


@pytest.mark.parametrize("given", ["nowhere/", "Nine people were killed. " * 50])
def test_a_path_that_is_none_is_told_in_a_sentence(suite: Suite, given: str) -> None:
    suite.pytester.makepyfile(f"def test_it(wirecheck):\n    wirecheck({given!r})")
    result = suite.run()
    result.assert_outcomes(failed=1)
    assert "an article's own text goes in a list, wirecheck([text])" in result.stdout.str()
    assert "desk.py" not in result.stdout.str().replace("test_desk.py", "")


def test_a_failure_of_the_fixture_shows_passages_and_none_of_our_frames(suite: Suite) -> None:
    suite.articles(NEGATED)
    suite.test("desk.consistent()")
    result = suite.run()
    result.assert_outcomes(failed=1)
    out = result.stdout.str()
    assert "quote-negated error" in out
    assert "^^^^" in out
    assert "def consistent" not in out
    suite.test("assert desk.tolls(place='Wadi Sarab').within(1, 5)")
    result = suite.run()
    assert "the fact says 1 to 5, the articles give 19" in result.stdout.str()
    assert "def within" not in result.stdout.str()


def test_findings_that_an_assert_would_cut_short_are_printed(suite: Suite) -> None:
    suite.articles(NEGATED)
    suite.test("assert not desk.findings('quote-*')")
    result = suite.run()
    result.stdout.fnmatch_lines(
        ["*<1 finding: quote-negated in wells-2>*", "*wirecheck findings*", "*quote-negated error*", "*^^^^*"]
    )


def test_a_report_for_machines_carries_the_messages(suite: Suite) -> None:
    suite.fact('[[toll]]\nplace = "Wadi Sarab"\nhigh = 12')
    suite.run("--junitxml=report.xml")
    failure = ElementTree.parse(suite.pytester.path / "report.xml").find(".//failure")
    assert failure is not None
    assert "the fact says at most 12, the articles give 19" in str(failure.text)
    assert "^^^^" in str(failure.text)


def test_nothing_in_an_article_moves_the_cursor(suite: Suite) -> None:
    text = SPEECH.replace("40", "14\x1b[2J\u202e")
    suite.articles({"id": "hostile", "published": "2026-05-13", "text": text})
    suite.facts(HOLDS)
    suite.fact('[rules]\nnever = ["*"]\n' + HOLDS.partition("\n\n")[2].replace("[[toll]]", "[[toll]]", 1))
    out = suite.run("-vv").stdout.str()
    assert "FAILED" in out
    assert "\x1b[2J" not in out
    assert "\u202e" not in out


FILE = re.compile(r"^`([\w./-]+)`:\n\n```\w+\n(.*?)^```$|^```console\n\$ pytest(.*?)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_the_suite_of_the_documentation_runs(suite: Suite) -> None:
    """Its files stand where it says, and each run says what it shows."""
    page = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
    runs = 0
    for name, content, arguments, shown in (match.groups() for match in FILE.finditer(page)):
        if name:
            path = suite.pytester.path / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8")
        else:
            out = suite.run(*arguments.split()).stdout.str().splitlines()
            assert [line for line in shown.splitlines() if line not in out] == []
            runs += 1
    assert runs == 4
    assert "test_karun.py" in suite.run("-v").stdout.str()
