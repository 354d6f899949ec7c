"""The commands besides check and extract, and check's other forms: show, diff, explain --text, rules, --against, --format github."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

import wirecheck as wc
from wirecheck import _core
from wirecheck.cli import main
from wirecheck.cli.github import lines, notice
from wirecheck.difference import difference
from wirecheck.display.terminal import Places

SPEECH = "“We will not drain the Salt Basin, and 40 wells stay open,” said Mira Oduya, mayor of Port Selim."
BLAST = (
    "PORT SELIM, May 6, 2026 - An explosion in a fish market in Port Selim on Wednesday killed at least 18 people, police said."
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wires").mkdir()
    (tmp_path / "wires" / "a.txt").write_text(f"{BLAST}\n\n{SPEECH}\n", encoding="utf-8")
    (tmp_path / "draft.txt").write_text(
        f"PORT SELIM, May 8, 2026 - A report.\n\n{SPEECH.replace('not ', '')}\n\nOmar Sayegh met Rosa Vidal in Geneva on Thursday.\n",
        encoding="utf-8",
    )
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    """What the command prints."""
    assert main(arguments) == status
    return capsys.readouterr().out


def test_a_draft_is_printed_with_its_checklist(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "check", "draft.txt", "--against", "wires", status=1).splitlines()
    assert out[0] == "checklist of draft.txt: 2 facts (1 contradicted, 1 in no other article)"
    assert "contradicted         quote Mira Oduya: “We will drain the Salt Basin" in out[1]
    assert (
        out[2].strip()
        == "contradicted by 2026-05-06 (dateline) · wires/a.txt: “We will not drain the Salt Basin, and 40 wells stay open”"
    )
    assert out[3].strip() == "finding quote-negated"
    assert "in no other article  meeting meet held 2026-05-07" in out[4]


def test_json_holds_the_checklist(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(said(capsys, "check", "draft.txt", "--against", "wires", "--format", "json", status=1))
    assert [(row["nr"], row["state"]) for row in told["checklist"]] == [(1, "contradicted"), (2, "alone")]
    assert all(row["fingerprint"] for row in told["checklist"])
    assert told["rules"] == _core.stamp()["wirecheck.rules"]
    assert "checklist" not in json.loads(said(capsys, "check", "draft.txt", "--format", "json"))


def test_the_page_shows_the_draft_with_its_checklist(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("jinja2")
    (folder / "draft.txt").write_text(
        (folder / "draft.txt").read_text(encoding="utf-8").replace("A report", "A <b>report</b>"), encoding="utf-8"
    )
    page = said(capsys, "check", "draft.txt", "--against", "wires", "--format", "html", status=1)
    assert "Checklist: draft.txt" in page
    assert '<span class="told contradicted">We will drain the Salt Basin' in page
    assert page.index('<sup class="nr contradicted">1</sup>') < page.index('<sup class="nr alone">2</sup>')
    assert "A &lt;b&gt;report&lt;/b&gt;" in page
    assert "<b>report" not in page
    assert "Checklist:" not in said(capsys, "check", "wires", "--format", "html")


def test_findings_for_a_pull_request(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "check", "draft.txt", "--against", "wires", "--select", "quote-*", "--format", "github", status=1)
    first = out.splitlines()[0]
    assert first.startswith("::error file=draft.txt,line=3,col=2,title=quote-negated::the quotation of Mira Oduya")
    assert "(the other: wires/a.txt:3:2: “We will not drain" in first


def test_a_row_of_a_file_is_named_in_the_message() -> None:
    places = Places()
    samples = Path(wc.__file__).parent / "samples" / "articles.jsonl"
    places.add(samples, wc.samples(), alone=True)
    finding = {**wc.check(wc.samples()).findings[0], "other_article": None}
    (line,) = lines([finding], {}, places)
    assert f"file={samples.as_posix()},title={finding['rule']}::{samples.as_posix()}#{finding['article']}: " in line


def test_the_draft_is_the_first_side_of_what_is_told_of_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is what can be mended, be the article earlier or later."""
    (folder / "wires" / "a.txt").write_text(f"PORT SELIM, May 9, 2026 - {SPEECH}\n", encoding="utf-8")
    out = said(capsys, "check", "draft.txt", "--against", "wires", "--format", "github", status=1)
    assert out.startswith("::error file=draft.txt,line=3,col=2,title=quote-negated::")
    assert "(the other: wires/a.txt:1:28: “We will not drain" in out


def test_a_row_below_a_folder_is_named_by_its_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"id": "c-1", "outlet": "Ferry Radio", "published": "2026-05-09", "text": SPEECH.replace("not ", "")}
    (folder / "wires" / "radio").mkdir()
    (folder / "wires" / "radio" / "may.jsonl").write_text(json.dumps(row), encoding="utf-8")
    out = said(capsys, "check", "wires", "--select", "quote-negated", "--format", "github", status=1)
    assert out.startswith("::error file=wires/radio/may.jsonl,title=quote-negated::wires/radio/may.jsonl#c-1: ")


def test_one_id_in_two_files_is_told_with_both(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("x.jsonl", "y.jsonl"):
        (folder / name).write_text(json.dumps({"id": "1", "text": SPEECH}), encoding="utf-8")
    for paths in (["x.jsonl", "y.jsonl"], ["."]):
        assert main(["check", *paths]) == 2
        sentence = "an article of x.jsonl and one of y.jsonl have the same id '1'; ids must be unique"
        assert sentence in capsys.readouterr().err


def test_the_day_of_a_draft_without_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bare.txt").write_text("Nine people were killed in a fire in Port Selim on Friday.\n", encoding="utf-8")
    assert "article-undated" in said(capsys, "check", "bare.txt")
    assert "article-undated" not in said(capsys, "check", "bare.txt", "--published", "2026-05-09")
    assert said(capsys, "show", "bare.txt", "--published", "2026-05-09T08:00").startswith("2026-05-09 08:00 · bare.txt")
    said(capsys, "extract", "bare.txt", "--published", "2026-05-09", "-o", "bare.jsonl")
    assert wc.read_claims("bare.jsonl").casualties["earliest"] == [datetime.date(2026, 5, 8)]
    assert main(["check", "bare.txt", "--published", "Friday"]) == 2
    assert "--published 'Friday' is no day of the calendar; write it as 2026-05-14" in capsys.readouterr().err


def test_a_day_that_an_article_states_goes_before_the_one_that_is_given(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"id": "c-1", "published": "2026-05-09", "text": "Nine people were killed in a fire in Port Selim on Friday."}
    (folder / "stated.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert said(capsys, "show", "stated.jsonl", "--published", "2026-06-09").startswith("2026-05-09")


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("100 % sure", "100 %25 sure"),
        ("one\n::error::two", "one ::error::two"),
        ("one\r\ntwo", "one  two"),
        ("%0A::error::", "%250A::error::"),
    ],
)
def test_a_command_ends_where_its_line_ends(words: str, escaped: str) -> None:
    assert notice("error", words) == f"::error title=wirecheck::{escaped}"


def test_a_file_may_be_called_anything() -> None:
    assert notice("error", "x", file="a,line=1::b%.txt") == "::error file=a%2Cline=1%3A%3Ab%25.txt,title=wirecheck::x"


def test_articles_are_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "show", "wires/a.txt")
    assert "^ killed at least 18" in out
    assert "^ Mira Oduya" in out
    assert "^ killed at least 18" not in said(capsys, "show", "wires", "--kinds", "quote")
    both = said(capsys, "show", "wires", "draft.txt")
    assert both.index("wires/a.txt") < both.index("draft.txt")
    assert "a.txt" not in said(capsys, "show", "wires", "draft.txt", "--article", "draft.txt")
    assert main(["show", "wires", "draft.txt", "--article", "draft.tx"]) == 2
    assert "there is no article 'draft.tx'; did you mean 'draft.txt'?" in capsys.readouterr().err


def test_a_text_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    text = "At least 19 civilians were killed in Idlib on Friday."
    out = said(capsys, "explain", "--text", text)
    row = wc.extract(text).casualties[0]
    why = {rule["id"]: rule["why"] for rule in _core.rules()}
    assert f"    rule {row['rule']}: {why[row['rule']]}" in out
    assert "casualty: killed at least 19" in out
    assert "    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^" in out
    assert "low 19" in out
    assert "XXXX-WXX-5" in out
    assert "--published names it" in out
    dated = said(capsys, "explain", "--text", text, "--published", "2026-05-09")
    assert "earliest 2026-05-08" in dated
    assert "--published" not in dated


def test_what_was_not_read_is_told_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Had he stayed, he would have killed 19 people."
    unread = wc.extract(text).unread[0]
    out = said(capsys, "explain", "--text", text)
    assert f"not read: {unread['reason']} (at {unread['trigger']!r})" in out
    assert said(capsys, "explain", "--text", "Good morning.") == "nothing was read\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["explain"], "name a rule (`wirecheck rules` lists them), or give words to read"),
        (["explain", "toll-conflict", "--text", "x"], "name a rule"),
        (["explain", "toll-conflict", "--published", "2026-05-09"], "--published goes with --text"),
        (["explain", "--text", "draft.txt"], "a file is shown by: wirecheck show draft.txt"),
        (["explain", "--text", "x", "--published", "May"], "'May' is no day of the calendar"),
        (["check", "nowhere"], "there is no file or folder 'nowhere'; give the path of a folder, or of a file that ends in .txt"),
        (["check", "https://example.org/a"], "is a URL, and wirecheck fetches nothing; save the page"),
        (["check", "c.csv"], "row 0 has no 'text'; it has body, key; say which one holds it: --columns text=body"),
        (["check", "draft.txt", "--columns", "body"], "--columns takes pairs"),
        (["diff", "a.parquet", "b.parquet"], "there is no file 'a.parquet'"),
        (["diff", "draft.txt", "draft.txt"], "claims are compared in .parquet or .jsonl"),
        (["diff", "broken.jsonl", "broken.jsonl"], "broken.jsonl:1: this line is no JSON"),
        (["diff", "other.jsonl", "other.jsonl"], "other.jsonl holds no claims as `wirecheck extract` writes them"),
    ],
)
def test_what_is_wrong_is_a_sentence(
    folder: Path, arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "c.csv").write_text("body,key\nNineteen died.,1\n", encoding="utf-8")
    (folder / "broken.jsonl").write_text("[" * 100_000, encoding="utf-8")
    (folder / "other.jsonl").write_text('{"a": 1}\n', encoding="utf-8")
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert "wirecheck.extract" not in error


@pytest.mark.parametrize("ending", ["parquet", "jsonl"])
def test_two_readings_are_compared(folder: Path, ending: str, capsys: pytest.CaptureFixture[str]) -> None:
    if ending == "parquet":
        pytest.importorskip("pyarrow.parquet")
    article = folder / "wires" / "a.txt"
    old, new = (f"{name}.{ending}" for name in ("old", "new"))
    main(["extract", "wires", "-o", old])
    capsys.readouterr()
    assert said(capsys, "diff", old, old).splitlines()[-1].startswith("0 gained, 0 lost, 0 changed,")
    text = article.read_text(encoding="utf-8").replace("at least 18", "at least 21").replace("“We", "It rained. “We")
    article.write_text(text + "\nOmar Sayegh met Rosa Vidal in Geneva on Thursday.\n", encoding="utf-8")
    main(["extract", "wires", "-o", new])
    capsys.readouterr()
    out = said(capsys, "diff", old, new, status=1)
    assert "    low: 18 → 21" in out
    assert "+ a.txt:" in out
    assert "meeting meet held" in out
    assert "Mira Oduya “" not in out, "what only moved is no change"
    assert "moved)" in out.splitlines()[-1]
    stamp = _core.stamp()["wirecheck.rules"]
    assert (f"the rule sets are the same ({stamp})" if ending == "parquet" else "the rule sets: not told by either file") in out
    tables = json.loads(said(capsys, "diff", old, new, "--format", "json", status=1))["tables"]
    assert [row["columns"]["low"] for row in tables["casualties"]["changed"]] == [{"old": 18, "new": 21}]
    assert len(tables["meetings"]["gained"]) == 1


def test_files_of_two_rule_sets_are_told_apart(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    main(["extract", "wires", "-o", "new.parquet"])
    table = parquet.read_table("new.parquet")
    assert table.schema.metadata[b"wirecheck.schema"] == b"1"
    parquet.write_table(table.replace_schema_metadata({"wirecheck.rules": "0123", "wirecheck.version": "0.0.9"}), "old.parquet")
    capsys.readouterr()
    out = said(capsys, "diff", "old.parquet", "new.parquet")
    assert f"the rule sets differ (0123 → {_core.stamp()['wirecheck.rules']})" in out
    assert f"the versions differ (0.0.9 → {wc.__version__})" in out


def claim(start: int, text: str, **columns: Any) -> dict[str, Any]:
    return {"id": f"a:casualty.killed:{start}", "article": "a", "start": start, "end": start + len(text), "text": text, **columns}


def test_claims_are_paired_by_fingerprint_place_words_and_overlap() -> None:
    old = [
        claim(0, "18 died", low=18, fingerprint="f1"),
        claim(20, "19 died", low=19, fingerprint="f2", rule="x"),
        claim(40, "20 hurt", low=20, fingerprint="f3"),
        claim(60, "21 lost", low=21, fingerprint="f4"),
        claim(80, "22 gone", low=22, fingerprint="f5", entity="001~n3"),
    ]
    new = [
        claim(5, "18 died", low=18, fingerprint="f1"),
        claim(20, "19 died", low=19, fingerprint="g2", rule="y"),
        claim(45, "20 hurt", low=None, fingerprint="g3"),
        claim(51, "at least 21 lost", low=21, fingerprint="g4"),
        claim(80, "22 gone", low=22, fingerprint="f5", entity="001~n4"),
        claim(99, "30 fled", low=30, fingerprint="g6"),
    ]
    found = difference("casualties", old, new)
    assert [change.columns for change in found.changed] == [
        {"rule": ("x", "y")},
        {"low": (20, None)},
        {"text": ("21 lost", "at least 21 lost")},
    ]
    assert (len(found.gained), len(found.lost), found.moved, found.same) == (1, 0, 1, 1)
    assert bool(difference("casualties", old, old)) is False


@pytest.mark.parametrize("wrong", [{"start": "1"}, {"text": ["x"]}, {"fingerprint": ["f"]}, {"table": "tolls"}, {"table": None}])
def test_a_claim_of_another_form_is_refused(folder: Path, wrong: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    row = {"table": "quotes", "article": "a", "start": 1, "end": 2, "text": "x", **wrong}
    (folder / "claims.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert main(["diff", "claims.jsonl", "claims.jsonl"]) == 2
    assert f"a row has no {next(iter(wrong))!r} of ours" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_a_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "wires", "-o", "nowhere/report.txt"]) == 2
    assert capsys.readouterr().err == "wirecheck: nowhere/report.txt: No such file or directory\n"


def test_a_ledger_is_filled_and_asked_from_the_command_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("duckdb")
    assert "1 new, 0 edited, 0 known; 0 errors, 0 warnings, 0 notes in 1 article" in said(
        capsys, "ledger", "add", "desk.duckdb", "wires"
    )
    out = said(capsys, "ledger", "add", "desk.duckdb", "draft.txt", status=1)
    assert "quote-negated" in out
    assert "1 new, 0 edited, 0 known" in out
    assert "0 new, 0 edited, 1 known" in said(capsys, "ledger", "add", "desk.duckdb", "draft.txt")
    assert "2 articles and 1 relation since" in said(capsys, "ledger", "since", "desk.duckdb", "today", status=1)
    assert main(["ledger", "since", "nowhere.duckdb", "today"]) == 2
    assert "there is no ledger 'nowhere.duckdb'" in capsys.readouterr().err


def test_a_ledger_tells_of_verdicts_that_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A correction that came between: what was a fall is an update. Articles without ids do not take each other's place."""
    pytest.importorskip("duckdb")
    monkeypatch.chdir(tmp_path)
    slide = "The death toll from Monday's landslide in Vallehondo, Colombia, "
    days = {
        "one": [
            {"published": "2026-03-11", "text": slide + "has risen to 44, the civil defence agency said on Wednesday."},
            {"published": "2026-03-13", "text": slide + "stands at 43, the civil defence agency said on Friday."},
        ],
        "two": [
            {
                "published": "2026-03-12",
                "text": "The civil defence agency on Thursday revised down the number of people killed in Monday's landslide in "
                "Vallehondo, Colombia, to 41 from 44.",
            }
        ],
    }
    for name, rows in days.items():
        Path(f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert "2 new, 0 edited, 0 known" in said(capsys, "ledger", "add", "desk.duckdb", "one.jsonl")
    out = said(capsys, "ledger", "add", "desk.duckdb", "two.jsonl")
    assert "1 new, 0 edited, 0 known" in out
    assert "moved: killed 44 (text-" in out
    assert ": conflicts, now updates" in out
    assert "moved: killed 44" in said(capsys, "ledger", "since", "desk.duckdb", "today")
