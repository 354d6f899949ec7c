"""Everything an article may come as, and everything that is wrong with it, each as a sentence."""

from __future__ import annotations

import datetime
import threading
from pathlib import Path
from typing import Any

import pytest

import wirecheck as wc

TEXT = "At least 19 people were killed in Kabul on Monday, officials said."


def articles(given: Any, **more: Any) -> list[dict[str, Any]]:
    return wc.extract(given, **more).articles.to_pylist()


def frame(**columns: list[Any]) -> Any:
    return pytest.importorskip("pandas").DataFrame(columns)


def polars(**columns: list[Any]) -> Any:
    return pytest.importorskip("polars").DataFrame(columns)


def arrow(**columns: list[Any]) -> Any:
    return pytest.importorskip("pyarrow").table(columns)


def duck(**columns: list[Any]) -> Any:
    duckdb = pytest.importorskip("duckdb")
    return duckdb.connect().from_arrow(arrow(**columns))


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        (TEXT, ["000"]),
        ([TEXT, TEXT], ["000", "001"]),
        ((TEXT for _ in range(2)), ["000", "001"]),
        (wc.Article(TEXT, "a"), ["a"]),
        ({"text": TEXT, "id": 7}, ["7"]),
        ([wc.Article(TEXT), {"text": TEXT}, TEXT], ["000", "001", "002"]),
        ([], []),
        ("", ["000"]),
    ],
)
def test_articles_of_every_kind(given: Any, ids: list[str]) -> None:
    assert [row["article"] for row in articles(given)] == ids


@pytest.mark.parametrize("table", [frame, polars, arrow, duck])
def test_tables_of_every_kind(table: Any) -> None:
    given = table(id=[1, 2], text=[TEXT, None], published=["2015-08-07", None], outlet=["A", None], lang=["en", "en"])
    rows = articles(given)
    assert [(row["article"], row["published"], row["outlet"], row["text"]) for row in rows] == [
        ("1", "2015-08-07", "A", TEXT),
        ("2", None, None, ""),
    ]


@pytest.mark.parametrize("table", [frame, polars, arrow, duck])
def test_a_column_may_have_another_name(table: Any) -> None:
    given = table(key=["a"], body=[TEXT])
    assert articles(given, columns={"text": "body", "id": "key"})[0]["article"] == "a"
    with pytest.raises(ValueError, match=r"no column 'text'; it has key, body"):
        wc.extract(given)
    with pytest.raises(ValueError, match=r"no column 'content' for 'text'; the table has key, body"):
        wc.extract(given, columns={"text": "content"})


@pytest.mark.parametrize("table", [frame, polars, arrow])
def test_dates_of_every_kind(table: Any) -> None:
    noon = datetime.datetime(2015, 8, 7, 14, 5)
    assert articles(table(text=[TEXT, ""], published=[noon, None]))[0]["published"] == "2015-08-07T14:05:00"
    assert articles(table(text=[TEXT], published=[datetime.date(2015, 8, 7)]))[0]["published"] == "2015-08-07"


@pytest.mark.parametrize(
    ("given", "kept", "precision"),
    [
        (datetime.date(2015, 8, 7), "2015-08-07", "day"),
        (datetime.datetime(2015, 8, 7, 14, 5), "2015-08-07T14:05:00", "minute"),
        (datetime.datetime(2015, 8, 7, 14, 5, tzinfo=datetime.UTC), "2015-08-07T14:05:00+00:00", "minute"),
        ("2015-08-07", "2015-08-07", "day"),
        ("2015-08-07 14:05", "2015-08-07T14:05", "minute"),
        ("2015-08-07T14:05:00Z", "2015-08-07T14:05:00Z", "minute"),
        ("", None, None),
        (None, None, None),
        (float("nan"), None, None),
    ],
)
def test_published_is_kept_as_it_is_known(given: Any, kept: str | None, precision: str | None) -> None:
    row = articles({"text": TEXT, "published": given})[0]
    assert (row["published"], row["published_precision"]) == (kept, precision)


def test_a_clock_in_a_zone_stays_in_it() -> None:
    pandas = pytest.importorskip("pandas")
    when = pandas.to_datetime(["2015-08-07T23:30"]).tz_localize("Asia/Tokyo")
    assert articles(pandas.DataFrame({"text": [TEXT], "published": when}))[0]["published"] == "2015-08-07T23:30:00+09:00"
    table = pytest.importorskip("pyarrow").Table.from_pandas(pandas.DataFrame({"text": [TEXT], "published": when}))
    assert articles(table)[0]["published"] == "2015-08-07T23:30:00+09:00"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ([{"text": "a", "id": 1}, {"text": "b", "id": "1"}], r"rows 0 and 1 have the same article id '1'"),
        ([{"body": "a"}], r"row 0 has no 'text'; it has body"),
        ([TEXT, 5], r"row 1 is a int; an article is"),
        ([{"text": 5}], r"the text of row 0 is a int, not a str"),
        (5, r"articles are a text, a wirecheck\.Article, .* this is a int"),
        (b"bytes", r"given as bytes; decode them first"),
        ("https://example.org/news?id=1", r"is a URL, and wirecheck fetches nothing; .*two lines:\n.*\n.*fetch_url"),
        ({"text": "a", "published": "2015-02-30"}, r"the date of row 0 is '2015-02-30', which is no day"),
        ({"text": "a", "published": "yesterday"}, r"the date of row 0 is 'yesterday'"),
        ({"text": "a", "published": 5}, r"the date of row 0 is a int"),
        ({"text": "a", "id": ""}, r"the id of row 0 is empty"),
        ({"text": "a", "outlet": 5}, r"the outlet of row 0 is a int"),
        ({"text": "a", "role": "witness"}, r"\"witness\" is no Role; it is one of report, source"),
        ({"text": "half \udc80 a character"}, r"the text of article \"000\" holds half a character .* at code point 5"),
    ],
)
def test_what_is_wrong_is_a_sentence(given: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"(?s){sentence}"):
        wc.extract(given)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a",
        "1",
        ".",
        "\0",
        "19\0killed\0",
        "At least \u202e19 people\u202c were killed.",
        "قتل 19 شخصا على الأقل في كابول يوم الاثنين، حسبما قال مسؤولون.",
        "\u0301\u0301\u0301",
        "\ufeffAt least 19 people were killed.",
        "“" * 2000,
        "(" * 2000,
        "9" * 2000 + " people were killed.",
        "999999999999999999999999999 million billion people were killed.",
        "killed " * 500,
        "\r\n\r\n\t\x0b\x0c\x85\u2028\u2029",
        "On 99/99/9999 at 25:61, 19 people met.",
        "👩‍👩‍👧‍👦 19 people 🇸🇾 were killed 𝟙𝟡.",
    ],
)
def test_odd_texts_are_read_or_counted(text: str) -> None:
    claims = wc.extract([text, TEXT])
    assert claims.articles["text"] == [text, TEXT]
    for table in (claims.dates, claims.names, claims.casualties, claims.meetings, claims.quotes):
        for row in table:
            assert row["article"] in ("000", "001")
            assert [text, TEXT][int(row["article"])][row["start"] : row["end"]] == row["text"]
    wc.check(claims)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no prose"),
        ("<!doctype html><html><body><p>19 killed</p></body></html>", "HTML"),
        ("Mindestens 19 Menschen wurden am Montag in Kabul getötet, sagten die Behörden der Stadt. " * 5, "English"),
    ],
)
def test_what_is_not_read_is_counted(text: str, reason: str) -> None:
    claims = wc.extract(text)
    assert [row["count"] for row in claims.skipped] == [1]
    assert reason in claims.skipped[0]["reason"]
    assert wc.check(claims).skipped == claims.skipped


def test_a_long_text_is_read_and_a_longer_one_counted() -> None:
    text = "The weather stayed fine in the valley, and the farmers went home. "
    claims = wc.extract([text * (3_000_000 // len(text)), text * (50_000_000 // len(text))])
    assert [(row["article"], row["reason"]) for row in claims.skipped] == [
        ("001", "longer than 16 MB: part it into its articles, or raise the limit of a text")
    ]


def test_offsets_are_code_points() -> None:
    text = "😀 “𝒲e” — naïve. " + TEXT + " 🇸🇾 “We will not go,” John Smith said on Tuesday."
    claims = wc.extract({"text": text, "published": "2015-08-07"})
    seen = 0
    for table in (claims.dates, claims.names, claims.casualties, claims.meetings, claims.quotes):
        for row in table:
            assert text[row["start"] : row["end"]] == row["text"]
            seen += 1
    assert seen


def test_kinds_are_chosen() -> None:
    claims = wc.extract(TEXT, kinds=["date"])
    assert len(claims.dates) == 1
    assert len(claims.casualties) == 0
    with pytest.raises(ValueError, match=r"there is no kind 'deaths' \(there are casualty, meeting"):
        wc.extract(TEXT, kinds=["deaths"])


def test_an_option_that_cannot_be_taken_says_so() -> None:
    with pytest.raises(ValueError, match="threads=0 cannot work"):
        wc.extract(TEXT, threads=0)
    with pytest.raises(ValueError, match=r"same= takes pairs of ids"):
        wc.check(TEXT, same=["one"])  # type: ignore[list-item]


def test_other_threads_run_meanwhile() -> None:
    done = threading.Event()
    threading.Timer(0.0, done.set).start()
    wc.extract([TEXT] * 2000, threads=1)
    assert done.is_set()


def test_checks_are_chosen() -> None:
    report = wc.check(wc.samples())
    rules = set(report.findings["rule"])
    assert len(rules) > 1
    one = sorted(rules)[0]
    assert set(wc.check(wc.samples(), select=one).findings["rule"]) == {one}
    assert one not in wc.check(wc.samples(), ignore=[one]).findings["rule"]
    with pytest.raises(ValueError, match="no-such-check"):
        wc.check(wc.samples(), select=["no-such-check"])


def test_the_order_of_articles_does_not_matter() -> None:
    def said(given: Any) -> list[tuple[str, ...]]:
        return sorted((*sorted((row["left"], row["right"])), row["verdict"]) for row in wc.check(given).pairs())

    assert said(wc.samples()) == said(list(wc.samples())[::-1])


def test_a_draft_is_checked_against_others() -> None:
    samples = list(wc.samples())
    draft, others = samples[0], samples[1:]
    report = wc.check([draft], against=others)
    assert set(report.checklist["article"]) <= {draft.id}
    with pytest.raises(ValueError, match="market-1"):
        wc.check([draft], against=samples)


def test_a_pair_is_explained() -> None:
    report = wc.check(wc.samples())
    row = report.relations[0]
    assert row["verdict"] in report.explain(row["left"], row["right"])
    with pytest.raises((KeyError, ValueError), match="nobody"):
        report.explain("nobody", row["right"])


def test_quotes_are_compared() -> None:
    assert wc.compare_quotes("We won't go.", "“We won’t go”")["relation"] == "verbatim"
    with pytest.raises(ValueError, match="the second quotation holds half a character"):
        wc.compare_quotes("a", "\ud800")
    with pytest.raises(TypeError, match="the first quotation is a"):
        wc.compare_quotes(5, "a")  # type: ignore[arg-type]


def test_files_of_every_kind(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_bytes(b"\xef\xbb\xbfAt least 19 people\r\nwere killed.")
    (tmp_path / "b.md").write_text("Text.", encoding="utf-8")
    (tmp_path / "c.json").write_text('{"text": "One.", "id": "c"}', encoding="utf-8")
    (tmp_path / "d.jsonl").write_text(
        '{"text": "One.\u2028Two.", "id": "d1"}\n\n{"text": "Two.", "id": "d2"}\n', encoding="utf-8"
    )
    (tmp_path / "e.csv").write_text('id,text,published\ne,"One,\ntwo.",2015-08-07\n', encoding="utf-8")
    (tmp_path / "notes.log").write_text("x", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("x", encoding="utf-8")
    read = wc.read_articles(tmp_path)
    assert {a.id: a.text for a in read} == {
        "b.md": "Text.",
        "c": "One.",
        "d1": "One.\u2028Two.",
        "d2": "Two.",
        "e": "One,\ntwo.",
        "sub/a.txt": "At least 19 people\r\nwere killed.",
    }
    assert wc.read_articles(str(tmp_path / "b.md"))[0].id == "b.md"


def test_parquet_is_read(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow(body=[TEXT], id=[3]), tmp_path / "a.parquet")
    assert wc.read_articles(tmp_path / "a.parquet", columns={"text": "body"})[0].id == "3"


def test_files_that_cannot_be_read_are_counted_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes("café".encode("latin-1"))
    (tmp_path / "broken.jsonl").write_text('{"text": "a"}\n{"text": \n', encoding="utf-8")
    (tmp_path / "draft.docx").write_bytes(b"PK")
    read = wc.read_articles(tmp_path)
    assert [row["article"] for row in read.skipped] == ["broken.jsonl", "draft.docx", "latin.txt"]
    report = wc.check(read)
    assert [row["article"] for row in report.skipped] == ["broken.jsonl", "draft.docx", "latin.txt"]
    assert ":2: this line is no JSON" in report.skipped[0]["reason"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.txt", b"\xff\xfe", r"a\.txt: byte 0 is no UTF-8"),
        ("a.jsonl", b'{"text": "a"}\n{broken\n', r"a\.jsonl:2: this line is no JSON"),
        ("a.json", b"{", r"a\.json:1: this is no JSON"),
        ("a.json", b"5", r"a\.json: a list of articles is needed"),
        ("a.csv", b"id,body\n1,a\n", r"a\.csv: row 0 has no 'text'; it has id, body"),
        ("a.html", b"<p>", r"a\.html: the page holds no article"),
        ("a.docx", b"PK", r"a\.docx: this is no Word document"),
        ("a.pdf", b"%PDF", r"a\.pdf: files end in \.txt"),
    ],
)
def test_a_named_file_that_cannot_be_read_is_an_error(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ValueError, match=sentence):
        wc.read_articles(tmp_path / name)


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="holds no articles"):
        wc.read_articles(tmp_path)
    with pytest.raises(ValueError, match="there is no file or folder"):
        wc.read_articles(tmp_path / "none")


@pytest.mark.parametrize("path", ["articles/", "wires/ferry.txt", "draft.docx", "C:\\desk\\draft.html"])
def test_a_path_is_no_text(path: str) -> None:
    """A str is always a text; what can only be a path says where paths go."""
    with pytest.raises(ValueError, match="read_articles"):
        wc.check(path)


def test_an_address_is_no_path() -> None:
    """Nothing is fetched, and the sentence says how to."""
    with pytest.raises(ValueError, match=r"fetches nothing"):
        wc.read_articles("https://example.org/2026/05/06/blast")
