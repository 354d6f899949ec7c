"""The facts files of the pytest plugin: facts that hold, that are contradicted, that meet nothing, and files that are wrong."""

from __future__ import annotations

import pytest
from suite import ARTICLES, HOLDS, NEGATED, SPEECH, TALKS, Suite

pytest.importorskip("wirecheck")

pytest_plugins = ["pytester"]


@pytest.fixture
def suite(pytester: pytest.Pytester) -> Suite:
    return Suite(pytester)


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


def test_a_file_that_was_not_read_is_told(suite: Suite) -> None:
    folder = suite.pytester.mkdir("folder")
    (folder / "good.txt").write_text(ARTICLES[0]["text"], encoding="utf-8")
    (folder / "bad.json").write_text("{", encoding="utf-8")
    suite.facts('articles = "folder"\n[[toll]]\nlow = 17')
    result = suite.run()
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["wirecheck: not read: bad.json: *"])
