"""Claims made elsewhere: tables of coders, what their rows become, and how they stand to articles."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from coder import KARUN, coded, fault

import wirecheck as wc

ARTICLES = [
    {
        "id": "nw-1",
        "outlet": "Northern Wire",
        "published": "2026-05-07",
        "text": "An explosion in a market in Karun on Wednesday killed at least 18 people and injured 40, police said.",
    },
    {
        "id": "hp-1",
        "outlet": "Harbour Post",
        "published": "2026-05-09",
        "text": "A ferry sank off Bir Salwan, Yemen, on Friday, killing 16 people.",
    },
    {
        "id": "hp-2",
        "outlet": "Harbour Post",
        "published": "2026-05-10",
        "text": "Five people were killed in a landslide in Dorpan, Peru, on Saturday.",
    },
    {
        "id": "hp-3",
        "outlet": "Harbour Post",
        "published": "2026-05-08",
        "text": "Omar Sayegh met Rosa Vidal in Geneva on Thursday. “We will not close this market,” said Mayor Lena Haddad.",
    },
]
FERRY = {"id": "E2", "effect": "killed", "best": 60, "place": "Bir Salwan", "country": "Yemen", "date": "2026-05-08"}
NOWHERE = {"id": "E3", "effect": "killed", "best": 7, "place": "Vallehondo", "country": "Colombia", "date": "2026-05-02"}


def found(report: wc.Report, rule: str = "coded-") -> list[tuple[str, str]]:
    return [(row["rule"], row["text"]) for row in report.findings if row["rule"].startswith(rule)]


def holds_its_places(claims: wc.Claims) -> None:
    texts = {row["article"]: row["text"] for row in claims.articles}
    for table in (claims.casualties, claims.meetings, claims.quotes):
        for row in table:
            assert texts[row["article"]][row["start"] : row["end"]] == row["text"], row["id"]
            assert row["sentence_start"] <= row["start"] if "sentence_start" in row else True


def test_a_table_against_articles() -> None:
    report = wc.check(coded(KARUN, FERRY, NOWHERE), against=ARTICLES)
    assert found(report) == [
        ("coded-outside-sources", "E2: killed 60, Bir Salwan, Yemen, 2026-05-08"),
        ("coded-unsupported", "E3: killed 7, Vallehondo, Colombia, 2026-05-02"),
        ("coded-missing", "Five people were killed"),
    ]
    assert [row["text"][:2] for row in report.checklist] == ["E1", "E2", "E3"]
    assert report.checklist[0]["supported_by"] == ["nw-1:casualty.killed:47-72"]
    assert not report.checklist[2]["supported_by"]
    outside = next(row for row in report.findings if row["rule"] == "coded-outside-sources")
    assert (outside["other_article"], outside["other_text"]) == ("hp-1", "killing 16 people")
    assert "killed 60 lies above what the articles give: killed 16 (Harbour Post, 9 May 2026)" in outside["message"]
    assert set(outside["relations"]) <= set(report.relations["id"])
    # The coder is no source of a toll, and his undated table is nothing to complain of.
    assert {row["best"] for row in report.tolls if row["effect"] == "killed"} == {18, 16, 5}
    assert not found(report, "article-undated")


def test_a_table_has_no_time_of_report() -> None:
    """What lies outside the articles is neither their update nor in conflict with them, and what is lower is no older report."""
    for best in (60, 6):
        report = wc.check(coded(FERRY | {"best": best}), against=ARTICLES)
        (row,) = [row for row in report.relations if "coded" in (row["left_article"], row["right_article"])]
        assert (row["verdict"], row["rule"], row["missing"]) == (
            "undecidable",
            "toll-coded-apart",
            "the report that a coded figure rests on",
        )
        assert row["reason"] == f"the table gives {best}, the article 16"
        assert found(report)[0][0] == "coded-outside-sources"
        assert report.checklist["undecided_because"] == ["the report that a coded figure rests on"]


def test_a_coded_figure_that_the_article_prints_too_is_held_against_no_other_one() -> None:
    text = "A ferry sank off Bir Salwan, Yemen, on Friday, killing 16 people, police said. The army said 12 people were killed."
    articles = [{"id": "hp-1", "outlet": "Harbour Post", "published": "2026-05-09", "text": text}]
    for best in (12, 16):
        report = wc.check(coded(FERRY | {"best": best}), against=articles)
        assert "toll-coded-apart" not in report.relations["rule"]
        assert not found(report)


def test_figures_of_a_group_are_held_against_those_of_the_group() -> None:
    text = "An explosion in a market in Karun on Wednesday killed at least 18 people, including 11 children, police said."
    articles = [{"id": "nw-1", "outlet": "Northern Wire", "published": "2026-05-07", "text": text}]
    row = {"id": "C", "effect": "killed", "group": "child", "place": "Karun", "date": "2026-05-06"}
    report = wc.check(coded(row | {"best": 9}), against=articles)
    assert found(report) == [("coded-outside-sources", "C: killed 9, group child, Karun, 2026-05-06")]
    assert not found(wc.check(coded(row | {"best": 11}), against=articles))
    parts = [row["reason"] for row in report.relations if row["rule"] == "toll-part"]
    assert parts == ["the coded 9 are a part of killed at least 18 people"]


def test_a_row_that_is_close_to_something_else_names_it() -> None:
    row = {"id": "M", "participants": "Omar Sayegh; Rosa Vidal", "place": "Oslo", "date": "2026-05-08"}
    report = wc.check(coded(row), against=ARTICLES, select="coded-unsupported")
    assert report.findings["message"] == [
        "no article tells of “M: meet held, Omar Sayegh and Rosa Vidal, Oslo, 2026-05-08”; "
        "meet held 2026-05-07 (Harbour Post, 8 May 2026) differs in its place and time"
    ]


def test_a_quotation_coded_for_another_speaker() -> None:
    report = wc.check(coded({"text": "We will not close this market", "speaker": "Rosa Vidal"}), against=ARTICLES)
    assert [(row["rule"], row["reason"]) for row in report.relations] == [
        ("quote-misattributed", "Rosa Vidal in the table, Lena Haddad in the article")
    ]


def test_findings_of_tables_are_selected_like_others() -> None:
    claims = coded(NOWHERE)
    assert {rule for rule, _ in found(wc.check(claims, against=ARTICLES, select="coded-unsupported"))} == {"coded-unsupported"}
    assert not found(wc.check(claims, against=ARTICLES, ignore="coded-*"))
    assert not found(wc.check(ARTICLES))
    assert not found(wc.check(claims))


def test_what_can_be_found_by_nothing_is_told() -> None:
    rows = [{"id": "A", "effect": "killed", "best": 3}, {"id": "B", "effect": "killed", "best": 3, "place": "Karun"}]
    report = wc.check(coded(*rows), against=ARTICLES, select="coded-unsupported")
    assert report.findings["message"] == [
        "“A: killed 3” has no place by which an article could be found that tells of it",
        "“B: killed 3, Karun” has no day by which an article could be found that tells of it",
    ]


def test_a_coder_who_counts_deaths_lacks_no_meeting_and_no_injured() -> None:
    report = wc.check(coded(KARUN), against=ARTICLES)
    assert [text for rule, text in found(report) if rule == "coded-missing"] == ["killing 16 people", "Five people were killed"]


def test_meetings_and_quotes() -> None:
    meetings = coded(
        {"participants": "Omar Sayegh; Rosa Vidal", "place": "Geneva", "date": "2026-05-07"},
        {"participants": ["Rosa Vidal", "Lena Haddad"], "date": "2026-03-01"},
    )
    holds_its_places(meetings)
    row = meetings.meetings[0]
    assert row["participant_entities"] == ["person:omar-sayegh", "person:rosa-vidal"]
    assert (row["kind"], row["status"], row["value"], row["closed"]) == ("meet", "held", "2026-05-07", False)
    report = wc.check(meetings, against=ARTICLES)
    assert report.checklist[0]["supported_by"]
    assert [rule for rule, _ in found(report)] == ["coded-unsupported"]

    quotes = coded(
        {"text": "We will not close this market", "speaker": "Mayor Lena Haddad"},
        {"text": "We will sell it all tomorrow", "speaker": "Lena Haddad"},
    )
    holds_its_places(quotes)
    assert quotes.quotes["speaker_entity"] == ["person:lena-haddad"] * 2
    report = wc.check(quotes, against=ARTICLES)
    assert report.checklist[0]["supported_by"]
    assert found(report) == [("coded-unsupported", "We will sell it all tomorrow")]


def test_what_is_left_out_is_not_invented() -> None:
    row = coded({"effect": "killed", "number": 3}).casualties[0]
    empty = (
        "place",
        "place_entity",
        "earliest",
        "latest",
        "source",
        "source_type",
        "actor",
        "cause",
        "victims",
        "severity",
        "part_of",
    )
    assert all(row[column] is None for column in empty)
    assert (row["group"], row["attackers"], row["scope"], row["asserted"]) == ("unknown", "unknown", "incident", "fact")
    article = coded({"effect": "killed", "number": 3}).articles[0]
    assert (article["article"], article["role"], article["published"], article["anchor_quality"]) == (
        "coded",
        "coded",
        None,
        "none",
    )


@pytest.mark.parametrize(
    ("cells", "figure"),
    [
        ({"number": 3}, ("exact", 3, 3, 3)),
        ({"best": "1,200"}, ("exact", 1200, 1200, 1200)),
        ({"low": 3, "best": 4.0, "high": 6}, ("range", 4, 3, 6)),
        ({"low": 4, "best": 4, "high": 4}, ("exact", 4, 4, 4)),
        ({"low": 3, "high": 6}, ("range", None, 3, 6)),
        ({"low": 3}, ("at_least", None, 3, None)),
        ({"high": 3}, ("at_most", None, None, 3)),
        ({"number": 30, "bound": "More than"}, ("more_than", 30, 31, None)),
        ({"number": 30, "bound": "about"}, ("about", 30, 27, 33)),
        ({"best": 0}, ("exact", 0, 0, 0)),
    ],
)
def test_figures(cells: dict[str, Any], figure: tuple[Any, ...]) -> None:
    row = coded({"effect": "Killed", **cells}).casualties[0]
    assert (row["bound"], row["number"], row["low"], row["high"]) == figure


@pytest.mark.parametrize(
    ("told", "days"),
    [
        (datetime.date(2026, 5, 6), ("2026-05-06", "2026-05-06")),
        (datetime.datetime(2026, 5, 6, 14, 5), ("2026-05-06", "2026-05-06")),
        ("2026-05-06 00:00:00.000", ("2026-05-06", "2026-05-06")),
        ("06 May 2026", ("2026-05-06", "2026-05-06")),
        ("2026-02", ("2026-02-01", "2026-02-28")),
        ("2026", ("2026-01-01", "2026-12-31")),
        (2026, ("2026-01-01", "2026-12-31")),
    ],
)
def test_days(told: Any, days: tuple[str, str]) -> None:
    row = coded({"effect": "killed", "number": 3, "date": told}).casualties[0]
    assert (str(row["earliest"]), str(row["latest"])) == days


def test_several_effects_side_by_side_are_one_incident() -> None:
    rows = [{"code": "Y1", "min": 14, "max": 16, "hurt": 40}, {"code": "Y2", "min": None, "max": None, "hurt": 2}]
    claims = coded(*rows, columns={"id": "code", "killed.low": "min", "killed.high": "max", "injured.number": "hurt"})
    assert claims.casualties["id"] == ["coded:casualty.killed:Y1", "coded:casualty.injured:Y1", "coded:casualty.injured:Y2"]
    killed, hurt, other = claims.casualties["event"]
    assert killed == hurt != other
    holds_its_places(claims)


def test_a_column_that_was_given_to_a_field_is_no_other_one() -> None:
    row = coded({"best": 5, "low": 4, "text": "a note"}, columns={"killed.best": "best", "killed.low": "low"}).casualties[0]
    assert (row["effect"], row["number"], row["low"], row["high"]) == ("killed", 5, 4, None)


def test_a_row_without_a_figure_blocks_no_table() -> None:
    claims = coded({"effect": "killed", "number": None, "place": "Karun", "date": "2026-05-06"}, KARUN)
    assert claims.casualties[0]["text"] == "row 2: killed an unknown number, Karun, 2026-05-06"
    assert (claims.casualties[0]["bound"], claims.casualties[0]["low"]) == ("vague", None)
    assert not found(wc.check(claims, against=ARTICLES[:1]))
    wide = coded({"dead": None, "place": "Karun"}, {"dead": 3, "place": "Karun"}, columns={"killed.number": "dead"})
    assert len(wide.casualties) == 1
    assert [(row["what"], row["reason"]) for row in wide.skipped] == [("row 2", "it has no figure")]
    for kind, sentence in (("casualty", "an effect and a figure"), ("meeting", "`participants`"), ("quote", "the words")):
        with pytest.raises(ValueError, match=f"the table has no column of what a {kind} needs .{sentence}"):
            coded({"place": "Karun"}, kind=kind)


def test_columns_that_are_not_read_are_told() -> None:
    claims = coded({**KARUN, "notes": "x", "region": "y"})
    assert claims.skipped.to_pylist() == [
        {
            "article": None,
            "what": "columns",
            "reason": "no field of a claim; columns= names what is to be read: notes, region",
            "count": 2,
        }
    ]


def test_coders_and_what_they_coded_are_articles() -> None:
    rows = [{**KARUN, "coder": "anna", "article": "nw-1"}, {**KARUN, "coder": "ben", "article": "nw-1", "best": 19}]
    claims = coded(*rows)
    assert claims.articles["article"] == ["anna/nw-1", "ben/nw-1"]
    assert [row["verdict"] for row in wc.check(claims).relations] == ["agrees"]
    dated = coded({**KARUN, "outlet": "Harbour Post", "published": "2026-05-08T14:05"}).articles[0]
    assert (dated["article"], dated["anchor_quality"], dated["published_precision"]) == (
        "coded/Harbour Post/2026-05-08T14:05",
        "published",
        "minute",
    )
    told = fault({**KARUN, "article": "a", "outlet": "X"}, {**KARUN, "article": "a", "outlet": "Y"})
    assert "row 3, column 'outlet': 'Y' here, and 'X' in row 2, of one article" in told


def test_rows_of_one_name_stay_two_claims() -> None:
    assert coded(KARUN, KARUN).casualties["id"] == ["coded:casualty.killed:E1", "coded:casualty.killed:E1~2"]
    unnamed = [{key: value for key, value in KARUN.items() if key != "id"}] * 2
    assert coded(*unnamed).casualties["id"] == ["coded:casualty.killed:row-2", "coded:casualty.killed:row-3"]


def test_every_form_of_a_table_gives_the_same(tmp_path: Path) -> None:
    pd, pl = pytest.importorskip("pandas"), pytest.importorskip("polars")
    openpyxl = pytest.importorskip("openpyxl")
    rows = [KARUN, {**FERRY, "low": None, "high": None}]
    head = list(dict.fromkeys(key for row in rows for key in row))
    book = openpyxl.Workbook()
    book.active.append(head)
    for row in rows:
        cells = [datetime.date.fromisoformat(row[key]) if key == "date" else row.get(key) for key in head]
        book.active.append(cells)
    book.save(tmp_path / "t.xlsx")
    frame = pd.DataFrame(rows)
    frame.to_csv(tmp_path / "t.csv", index=False)
    frame.to_csv(tmp_path / "semicolons.csv", index=False, sep=";")
    expected = coded(*rows).casualties.to_pylist()
    dated = frame.assign(date=pd.to_datetime(frame["date"]))
    for table in (frame, dated, pl.DataFrame(rows), pl.DataFrame(rows).to_arrow(), iter(rows)):
        assert wc.Claims.from_table(table).casualties.to_pylist() == expected
    for name in ("t.csv", "t.xlsx", "semicolons.csv"):
        read = wc.Claims.from_table(str(tmp_path / name))
        assert read.articles["article"] == [name]
        same = ("text", "number", "low", "high", "place_entity", "earliest")
        assert [[row[key] for key in same] for row in read.casualties] == [[row[key] for key in same] for row in expected]


def test_rows_with_a_place_in_an_article() -> None:
    rows = [
        {
            "article": "nw-1",
            "text": "killed at least 18 people",
            "effect": "killed",
            "number": 18,
            "bound": "at_least",
            "place": "Karun",
        },
        {
            "article": "hp-1",
            "start": 47,
            "end": 64,
            "effect": "killed",
            "number": 16,
            "date": "2026-05-08",
            "place": "Bir Salwan",
        },
    ]
    claims = coded(*rows, articles=ARTICLES)
    holds_its_places(claims)
    assert claims.casualties["id"] == ["nw-1:casualty.killed:47-72", "hp-1:casualty.killed:47-64"]
    texts = {row["article"]: row["text"] for row in claims.articles}
    sentences = [texts[row["article"]][row["sentence_start"] : row["sentence_end"]] for row in claims.casualties]
    assert sentences == [ARTICLES[0]["text"], ARTICLES[1]["text"]]
    assert claims.articles["role"] == ["report"] * 4
    assert len(claims.names)
    told = fault(
        {"article": "nw-9", "text": "x", "effect": "killed", "number": 1},
        {"article": "nw-1", "text": "killed 19 people", "effect": "killed", "number": 19},
        {"article": "nw-1", "text": "in", "effect": "killed", "number": 19},
        {"article": "nw-1", "start": 5, "effect": "killed", "number": 19},
        {"article": "nw-1", "start": 5, "end": 5000, "effect": "killed", "number": 19},
        {"article": "nw-1", "start": 0, "end": 2, "text": "No", "effect": "killed", "number": 19},
        {"article": "nw-1", "effect": "killed", "number": 19},
        {"text": "x", "effect": "killed", "number": 1},
        articles=ARTICLES,
    )
    for line in (
        "row 2, column 'article': articles= holds no 'nw-9'; did you mean 'nw-1'?",
        "row 3, column 'text': 'killed 19 people' stands not in the article",
        "row 4, column 'text': 'in' stands more than once in the article",
        "row 5, column 'start': a place takes both `start` and `end`",
        "row 6, column 'start': 5 to 5000 is no place in a text of",
        "row 7, column 'text': 'No' is not what stands there, 'An'",
        "row 8: it does not say where in the article it stands",
        "row 9, column 'article': it names no article",
    ):
        assert line in told, told


def test_hostile_cells_stay_words(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>\n\u202e=1+1"
    claims = coded({**KARUN, "id": evil, "place": evil, "source": evil})
    holds_its_places(claims)
    assert len(claims.articles[0]["text"].splitlines()) == 1
    report = wc.check(claims, against=ARTICLES)
    assert "<script>alert" not in report._repr_html_()
    report.to_html(tmp_path / "r.html")
    assert "<script>alert" not in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "half a character" in fault({"effect": "killed", "number": 1, "place": "\ud800"})


def test_coded_claims_do_not_depend_on_the_order_of_rows() -> None:
    rows = [KARUN, FERRY, NOWHERE]
    there, back = coded(*rows), coded(*reversed(rows))
    for column in ("id", "place_entity", "number", "fingerprint"):
        assert sorted(there.casualties[column]) == sorted(back.casualties[column])  # type: ignore[type-var]
    findings = [sorted(row["message"] for row in wc.check(claims, against=ARTICLES).findings) for claims in (there, back)]
    assert findings[0] == findings[1]
