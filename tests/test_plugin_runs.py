"""What the pytest plugin keeps from one run, and from one worker, to another: baseline, waivers, settings, counts, claims."""

from __future__ import annotations

import json
from importlib.util import find_spec

import pytest
from suite import BLAST, HOLDS, NEGATED, RENUMBERED, Suite, plugin

pytest.importorskip("wirecheck")

pytest_plugins = ["pytester"]


@pytest.fixture
def suite(pytester: pytest.Pytester) -> Suite:
    return Suite(pytester)


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


def test_an_update_keeps_what_the_command_wrote_and_still_stands(suite: Suite) -> None:
    """Command and suite may share a file; the suite asks for less."""
    suite.articles(NEGATED, RENUMBERED)
    suite.fact('[rules]\nnever = ["quote-negated"]')
    suite.test("assert not desk.findings('*', severity='error')")
    suite.run("--wirecheck-update")
    suite.test("pass")

    def kept() -> set[str]:
        told = json.loads((suite.pytester.path / "wirecheck-baseline.json").read_text(encoding="utf-8"))
        return {entry["rule"] for entry in told["findings"]}

    suite.run("--wirecheck-update")
    assert kept() == {"quote-negated", "quote-number-changed"}
    suite.articles(NEGATED)
    suite.run("--wirecheck-update")
    assert kept() == {"quote-negated"}


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
