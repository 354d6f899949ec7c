"""The command: exit statuses, formats, and what it says where something is wrong."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

import wirecheck as wc
from wirecheck import _core, verbs
from wirecheck.cli import main
from wirecheck.display.terminal import underlined

SAMPLES = Path(wc.__file__).parent / "samples" / "articles.jsonl"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text("Kabul, 7 August 2015\n\nAt least 19 people were killed.\n", encoding="utf-8")
    return tmp_path


def test_findings_are_printed_with_their_place(capsys: pytest.CaptureFixture[str]) -> None:
    errors = sum(row["severity"] == "error" for row in wc.check(wc.samples()).findings)
    assert main(["check", str(SAMPLES)]) == (1 if errors else 0)
    out = capsys.readouterr().out
    assert out.splitlines()[-1].startswith(f"{errors} error")
    assert out.splitlines()[-1].endswith("in 8 articles")
    assert f"{SAMPLES.as_posix()}#market-" in out
    assert "^^^" in out


def test_findings_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(SAMPLES), "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    assert found["articles"] == 8
    assert [row["id"] for row in found["findings"]] == wc.check(wc.samples()).findings["id"]


def test_findings_as_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("jinja2")
    main(["check", str(SAMPLES), "--format", "html", "-o", str(tmp_path / "r.html")])
    assert "<html" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "written to" in capsys.readouterr().out


def test_status_0_without_errors(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder)]) == 0
    assert "0 errors" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "nowhere"], "there is no file or folder 'nowhere'"),
        (["explain", "toll-conflicts"], "there is no rule 'toll-conflicts'; did you mean 'toll-conflict'?"),
        (["check", str(SAMPLES), "--select", "tol-conflict"], "no check is called 'tol-conflict'; did you mean 'toll-conflict'?"),
        (["extract", str(SAMPLES), "-o", "claims.xml"], "written to .jsonl, .csv, .parquet, .xlsx, .jsonld or a folder/"),
        (["extract", str(SAMPLES), "-o", "c.csv", "--kinds", "deaths"], "there is no kind 'deaths' (there are casualty, meeting"),
        (["check", str(SAMPLES), "--columns", "text=body"], "row 0 has no 'body'"),
    ],
)
def test_status_2_with_a_sentence(arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith("wirecheck: ")
    assert sentence in error


def test_status_2_for_a_wrong_call() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["chek"])
    assert ended.value.code == 2


def test_claims_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = wc.extract(wc.samples())
    count = sum(len(table) for table in (claims.casualties, claims.meetings, claims.quotes, claims.dates, claims.names))
    assert main(["extract", str(SAMPLES), "-o", str(tmp_path / "c.jsonl")]) == 0
    rows = [json.loads(line) for line in (tmp_path / "c.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == count
    assert {row["table"] for row in rows} >= {"casualties", "quotes", "dates"}
    main(["extract", str(SAMPLES), "-o", str(tmp_path / "c.csv")])
    with (tmp_path / "c.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == count
    main(["extract", str(SAMPLES), "-o", f"{tmp_path}/claims/", "--kinds", "casualty"])
    with (tmp_path / "claims" / "casualties.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == claims.casualties["id"]
    capsys.readouterr()


def test_claims_are_written_as_parquet(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    main(["extract", str(SAMPLES), "-o", str(tmp_path / "c.parquet")])
    table = parquet.read_table(tmp_path / "c.parquet")
    assert table.column_names[0] == "table"
    assert "speaker" in table.column_names


def test_every_rule_and_check_is_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    listed = capsys.readouterr().out
    for page in (*_core.rules(), *_core.checks(), *_core.verdicts()):
        assert page["id"] in listed
        assert main(["explain", page["id"]]) == 0
        said = capsys.readouterr().out
        assert page["why"] in said
        for group in page.get("reads", ()):
            assert group["value"] in said
            assert all(sentence in said for sentence in group["sentences"])


@pytest.mark.parametrize(
    ("text", "words", "line", "carets"),
    [
        ("At least 19 died.", "19 died", "  | At least 19 died.", "  |          ^^^^^^^"),
        ("one\nAt 19 died.\ntwo", "19", "  | At 19 died.", "  |    ^^"),
        ("a\tb 19", "19", "  | a b 19", "  |     ^^"),
        ("日本 19", "19", "  | 日本 19", "  |      ^^"),
        ("é" + "e\u0301 19", "19", "  | é" + "e\u0301 19", "  |    ^^"),
    ],
)
def test_words_are_underlined(text: str, words: str, line: str, carets: str) -> None:
    start = text.index(words)
    assert underlined(text, start, start + len(words)) == [line, carets]


def test_a_long_line_is_cut() -> None:
    text = "word " * 100 + "NINETEEN" + " word" * 100
    start = text.index("NINETEEN")
    line, carets = underlined(text, start, start + 8)
    assert len(line) < 140
    assert line[carets.index("^") :].startswith("NINETEEN")


def test_the_module_runs(folder: Path) -> None:
    run = subprocess.run([sys.executable, "-m", "wirecheck", "--version"], capture_output=True, text=True, check=True)
    assert run.stdout == f"wirecheck {wc.__version__} (rule set {_core.stamp()['wirecheck.rules']})\n"


def test_ctrl_c_is_told_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(verbs, "extract", stop)
    (tmp_path / "a.txt").write_text("Nineteen people were killed.", encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 130
    assert capsys.readouterr().err == "wirecheck: stopped\n"
