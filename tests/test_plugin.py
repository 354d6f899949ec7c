"""The pytest plugin, in test suites of its own: the fixture, facts files, the baseline, several workers, reports."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

wc = pytest.importorskip("wirecheck")

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parent.parent

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


def test_facts_that_hold(suite: Suite) -> None:
    suite.facts(HOLDS)
    result = suite.run("-v")
    result.assert_outcomes(passed=3)
    result.stdout.fnmatch_lines(
        [
            "desk.facts.toml::toll Wadi Sarab 2026-05-06 killed 16 to 20 PASSED*",
            "desk.facts.toml::quote Torrealba *We will not sell a single well of this valley* PASSED*",
            "desk.facts.toml::meeting Tomas Arriagada and Elena Quispe 2026-05-15 Geneva held PASSED*",
            "wirecheck: 3 facts hold",
        ]
    )


@pytest.mark.parametrize(
    ("fact", "message"),
    [
        (
            '[[toll]]\nplace = "Wadi Sarab"\nhigh = 12',
            "people killed in Wadi Sarab: the fact says at most 12, the articles give 19",
        ),
        (
            '[[quote]]\ntext = "we will not sell a single well of this valley"\nby = "Elena Quispe"',
            "the fact says by Elena Quispe, the articles by Ana Torrealba",
        ),
        (
            '[[quote]]\ntext = "We will sell a single well of this valley, and 40 villages stand behind us"\nby = "Torrealba"',
            "negation: “not” was put in",
        ),
    ],
)
def test_a_fact_that_is_contradicted(suite: Suite, fact: str, message: str) -> None:
    """The message alone, with the words underlined; no traceback."""
    suite.fact(fact)
    result = suite.run()
    result.assert_outcomes(failed=1)
    out = result.stdout.str()
    assert message in out
    assert "articles.jsonl#" in out
    assert "^^^^" in out
    assert "items.py" not in out
    assert "1 contradicted" in out


def test_a_meeting_that_another_article_sets_elsewhere(suite: Suite) -> None:
    text = TALKS.format("met", "Vienna", "May 15, 2026")
    suite.articles({"id": "talks-4", "published": "2026-05-16", "text": text})
    suite.facts(HOLDS)
    result = suite.run()
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["a meeting of * on 2026-05-15 in Geneva: the fact says Geneva, the articles held in Vienna"])


@pytest.mark.parametrize(
    ("fact", "nearest"),
    [
        ('[[toll]]\nplace = "Wadi Sarap"\nlow = 1', "the nearest place is 'Wadi Sarab'"),
        ('[[toll]]\nplace = "Wadi Sarab"\non = 2026-05-09\nlow = 1', "the nearest day is 2026-05-06"),
        ('[[toll]]\nplace = "Wadi Sarab"\neffect = "injured"\nlow = 1', "they count people killed"),
        ('[[toll]]\nplace = "Quito"\nlow = 1', "no place is near; the articles have 'Wadi Sarab'"),
        ('[[quote]]\ntext = "We shall not sell a well"\nby = "Torrealba"', "no article quotes"),
        (
            '[[meeting]]\nparticipants = ["Tomas Arriagada", "Elena Quisbe"]\nstatus = "held"',
            "the nearest name is 'Elena Quispe'",
        ),
        ('[[meeting]]\nparticipants = ["Arriagada", "Luc Maret"]\nstatus = "held"', "each of them meets others alone"),
        ('[[meeting]]\nparticipants = ["Luc Maret"]\non = 2026-06-09', "the articles say no more than 2026-06-01 to 2026-06-30"),
        ('[[meeting]]\nparticipants = ["Arriagada", "Quispe"]\non = 2026-05-19', "the nearest day is 2026-05-15"),
        ('[[meeting]]\nparticipants = ["Arriagada", "Quispe"]\nplace = "Geneve"', "the nearest place is 'Geneva'"),
        ('[[meeting]]\nparticipants = ["Arriagada", "Quispe"]\nstatus = "denied"', "they tell of it as held, planned"),
    ],
)
def test_a_fact_that_meets_nothing_fails_and_names_the_nearest(suite: Suite, fact: str, nearest: str) -> None:
    suite.fact(fact)
    result = suite.run()
    result.assert_outcomes(failed=1)
    out = result.stdout.str()
    assert "no-evidence: no article" in out
    assert nearest in out
    assert "1 without evidence" in out
    suite.fact(f"{fact}\nallow_missing = true")
    result = suite.run()
    result.assert_outcomes(skipped=1)
    assert "1 without evidence" in result.stdout.str()


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        ("[[toll]]\nlow = 1", "has to say where the articles are"),
        ('articles = "a"\n[[tolls]]\nlow = 1', "has a key 'tolls' that means nothing there; did you mean 'toll'?"),
        ('articles = "a"\n[[toll]]\nefect = "killed"\nlow = 1', "[[toll]] number 1 has a key 'efect'*did you mean 'effect'?*low"),
        ('articles = "a"\n[[toll]]\nlow = "ten"', "low = 'ten' should be a whole number"),
        ('articles = "a"\n[[toll]]\nlow = 1\non = "5 May"', "'5 May' is no day of the calendar"),
        ('articles = "a"\n[[toll]]\nplace = "Quito"', "the [[toll]] of Quito needs a low, a high or both"),
        ('articles = "a"\n[[quote]]\ntext = "Yes"', "[[quote]] number 1 needs 'by'"),
        ('articles = "a"\n[rules]\nwarn_if = {"toll-*" = 3}', 'gives a bound for each check, { "toll-*" = ">5" }, and this is 3'),
        ('articles = "a"', "the file holds no fact"),
        ('articles = "a', "desk.facts.toml is no TOML"),
    ],
)
def test_a_wrong_file_is_told_in_a_sentence(suite: Suite, toml: str, sentence: str) -> None:
    suite.facts(toml)
    result = suite.run()
    result.assert_outcomes(errors=1)
    escaped = sentence.replace("[", "[[]")
    result.stdout.fnmatch_lines([f"*{escaped}*"])
    result.stdout.no_fnmatch_line("*Traceback*")


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        ('[[toll]]\neffect = "dead"\nlow = 1', "effect = 'dead' is none; the effects are killed, "),
        ('[[meeting]]\nparticipants = ["Quispe"]\nstatus = "hold"', "status = 'hold' is none; a meeting is "),
        ('[rules]\nnever = ["tol-conflict"]', "no check is called 'tol-conflict'; did you mean 'toll-conflict'?"),
    ],
)
def test_a_wrong_value_is_told_in_a_sentence(suite: Suite, fact: str, sentence: str) -> None:
    suite.fact(fact)
    result = suite.run()
    result.assert_outcomes(failed=1)
    assert sentence in result.stdout.str()
    assert "items.py" not in result.stdout.str()


def test_a_speaker_without_a_name_contradicts_nobody(suite: Suite) -> None:
    words = SPEECH.replace("Ana Torrealba, mayor of Quebrada Alta", "an official")
    suite.articles({"id": "wells-4", "published": "2026-05-12", "text": words})
    suite.facts(HOLDS)
    suite.run().assert_outcomes(passed=3)


def test_rules_that_must_not_fire(suite: Suite) -> None:
    suite.articles(NEGATED)
    suite.fact('[rules]\nnever = ["quote-negated"]\nerror_if = {"quote-*" = ">5"}\nwarn_if = {"quote-*" = ">=1"}')
    result = suite.run()
    # Pytest adds a warning of its own where the plugin was imported before, and `fnmatch_lines` sees ours.
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(
        [
            "quote-negated: 1 finding",
            "*articles.jsonl#wells-2* quote-negated error: *",
            "*desk.facts.toml:2: WirecheckWarning: quote-[*]: 1 finding",
            "wirecheck: 1 finding",
            "FAILED desk.facts.toml::never quote-negated*",
        ]
    )


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


def test_a_baseline_lets_new_findings_alone_fail(suite: Suite) -> None:
    suite.articles(NEGATED)
    suite.fact('[rules]\nnever = ["quote-*"]')
    suite.test("desk.consistent()")
    suite.run().assert_outcomes(failed=2)
    result = suite.run("--wirecheck-update")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["wirecheck: 1 finding written to wirecheck-baseline.json"])
    suite.run().assert_outcomes(passed=2)

    suite.articles(NEGATED, RENUMBERED)
    result = suite.run()
    result.assert_outcomes(failed=2)
    out = result.stdout.str()
    assert "quote-number-changed error" in out
    assert "quote-negated error" not in out
    assert "new finding" in out


def test_a_baseline_survives_an_edit_elsewhere_in_the_article(suite: Suite) -> None:
    suite.articles(NEGATED)
    suite.fact('[rules]\nnever = ["quote-negated"]')
    suite.run("--wirecheck-update")
    suite.articles({**NEGATED, "text": f"The valley lies in the north.\n\n{NEGATED['text']}"})
    suite.run().assert_outcomes(passed=1)


def test_a_file_that_is_no_baseline_is_an_error(suite: Suite) -> None:
    (suite.pytester.path / "wirecheck-baseline.json").write_text("[]", encoding="utf-8")
    suite.facts(HOLDS)
    result = suite.run()
    result.assert_outcomes(failed=3)
    assert "is no baseline of wirecheck; delete it" in result.stdout.str()


def test_waivers_are_those_of_the_command(suite: Suite, monkeypatch: pytest.MonkeyPatch) -> None:
    suite.articles(NEGATED)
    suite.fact('[rules]\nnever = ["quote-*"]')
    waiver = '[[waiver]]\nrule = "quote-negated"\narticle = "wells-2"\nreason = "the mayor said so"\nuntil = 2026-12-31\n'
    idle = '[[waiver]]\nfingerprint = "00ff"\nreason = "gone"\nsince = 2026-01-01\n'
    (suite.pytester.path / "wirecheck.toml").write_text(waiver + idle, encoding="utf-8")
    monkeypatch.setenv("WIRECHECK_TODAY", "2026-12-31")
    result = suite.run()
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(
        [
            "wirecheck: 1 waived",
            "wirecheck: [[][[]waiver[]][]] number 2 of wirecheck.toml (fingerprint 00ff) matches no finding any more; delete it",
        ]
    )
    assert "number 1" not in result.stdout.str()
    suite.run("--wirecheck-update")
    assert not (suite.pytester.path / "wirecheck-baseline.json").exists(), "what is waived needs no baseline"

    monkeypatch.setenv("WIRECHECK_TODAY", "2027-01-01")
    result = suite.run()
    result.assert_outcomes(failed=1)
    assert (
        "number 1 of wirecheck.toml (quote-negated in wells-2) ran out on 2026-12-31; its findings count again"
        in result.stdout.str()
    )


def test_a_waiver_is_of_use_if_one_worker_says_so(suite: Suite) -> None:
    pytest.importorskip("xdist")
    suite.articles(NEGATED)
    suite.fact('[rules]\nnever = ["quote-negated", "quote-number-changed"]')
    waiver = '[[waiver]]\nrule = "quote-negated"\narticle = "*"\nreason = "the mayor said so"\nsince = 2026-01-01\n'
    (suite.pytester.path / "wirecheck.toml").write_text(waiver, encoding="utf-8")
    suite.test("wirecheck(['Good morning.']).consistent()", "desk.consistent()")
    result = suite.pytester.runpytest_subprocess(*plugin(), "-n", "2")
    result.assert_outcomes(passed=3)
    result.stdout.fnmatch_lines(["wirecheck: 1 waived"])
    assert "any more" not in result.stdout.str()


def test_owners_and_columns_are_those_of_the_command(suite: Suite) -> None:
    """Two outlets of one owner are one source; a column that holds the text is named once."""
    rows = [
        {"id": outlet, "outlet": outlet, "published": "2026-05-07T09:00", "body": BLAST.format("Nineteen", "police")}
        for outlet in ("Ferry Radio", "Harbour Post")
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (suite.pytester.path / "articles.jsonl").write_text(lines, encoding="utf-8")
    settings = 'columns = { text = "body" }\nowners = { "Ferry Radio" = "Quay Media", "Harbour Post" = "Quay Media" }\n'
    (suite.pytester.path / "wirecheck.toml").write_text(settings, encoding="utf-8")
    suite.test("assert set(desk.report.sources['owner']) == {'Quay Media'}")
    suite.run().assert_outcomes(passed=1)


def test_settings_that_are_none_are_told(suite: Suite) -> None:
    (suite.pytester.path / "wirecheck.toml").write_text("[[waiver]]\nreason = 'x'\n", encoding="utf-8")
    suite.fact('[rules]\nnever = ["quote-*"]')
    result = suite.run()
    result.assert_outcomes(failed=1)
    assert "wirecheck.toml: [[waiver]] number 1 needs a date" in result.stdout.str()


def test_workers_count_together(suite: Suite) -> None:
    pytest.importorskip("xdist")
    suite.articles(NEGATED)
    facts = HOLDS + '\n[[toll]]\nplace = "Wadi Sarap"\nlow = 1\n\n[rules]\nnever = ["quote-negated"]\n'
    suite.facts(facts)
    suite.test("desk.tolls(place='Wadi Sarab', effect='killed').within(16, 20)")

    def run(*arguments: str) -> pytest.RunResult:
        return suite.pytester.runpytest_subprocess(*plugin(), "-n", "2", *arguments)

    result = run()
    result.assert_outcomes(passed=3, failed=3)
    # The quotation is contradicted, since an article has it without its "not".
    summary = "wirecheck: 3 facts hold, 1 without evidence, 1 contradicted, 1 finding"
    result.stdout.fnmatch_lines([summary])
    result = run("--wirecheck-update")
    result.stdout.fnmatch_lines(["wirecheck: 1 finding written to wirecheck-baseline.json"])
    run().assert_outcomes(passed=4, failed=2)


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


def test_a_file_that_was_not_read_is_told(suite: Suite) -> None:
    folder = suite.pytester.mkdir("folder")
    (folder / "good.txt").write_text(ARTICLES[0]["text"], encoding="utf-8")
    (folder / "bad.json").write_text("{", encoding="utf-8")
    suite.facts('articles = "folder"\n[[toll]]\nlow = 17')
    result = suite.run()
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["wirecheck: not read: bad.json: *"])


def test_an_article_that_changes_in_a_run_is_read_anew(suite: Suite) -> None:
    suite.pytester.makepyfile(
        """
        from pathlib import Path

        def test_it(wirecheck, pytestconfig):
            file = pytestconfig.rootpath / "one.txt"
            for number in (9, 19):
                file.write_text(f"{number} people were killed in a fire in Quebrada Alta on May 6, 2026.")
                assert wirecheck("one.txt").tolls().within(number, number)
        """
    )
    suite.run().assert_outcomes(passed=1)


COUNTING = """
from pathlib import Path
from wirecheck.pytest_plugin import cache, desk

cache.WORTH = 0
extract = desk.extract


def counted(articles, **options):
    with Path("read.txt").open("a") as file:
        file.write(f"{len(articles)} ")
    return extract(articles, **options)


desk.extract = counted
"""


def test_claims_are_kept_between_runs(suite: Suite) -> None:
    """Those of large collections; what is kept is whole, or it is read anew."""
    if find_spec("pyarrow") is None:  # not importorskip: pytester forgets what is loaded here, and numpy cannot be loaded twice
        pytest.skip("pyarrow is not installed")
    suite.pytester.makeconftest(COUNTING)
    suite.facts(HOLDS)

    def run() -> str:
        suite.pytester.runpytest_subprocess(*plugin()).assert_outcomes(passed=3)
        return (suite.pytester.path / "read.txt").read_text()

    assert [run(), run()] == ["6 ", "6 "]
    (kept,) = (suite.pytester.path / ".pytest_cache" / "d" / "wirecheck").iterdir()
    (kept / "quotes.arrow").write_bytes(b"ARROW1 cut off")
    assert [run(), run()] == ["6 6 ", "6 6 "]


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
