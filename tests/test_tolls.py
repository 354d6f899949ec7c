"""Tolls by a named rule, and the sheets of those who record conflicts."""

from __future__ import annotations

import datetime
import pickle

import pytest

import wirecheck as wc

RULES = ["wirecheck", "ucdp", "acled", "gtd", "airwars"]

ARTICLES = [
    {
        "id": "harbour",
        "outlet": "Harbour Post",
        "published": "2026-03-03T10:00",
        "title": "Bomb at market kills dozens",
        "text": "Dozens of people were killed when a bomb exploded at a market in Darkush on Tuesday, witnesses said.",
    },
    {
        "id": "wire",
        "outlet": "Northern Wire",
        "published": "2026-03-03T15:00",
        "text": "A bomb at a market in Darkush killed at least 11 people on Tuesday, including three children, the health ministry said. "
        "Twenty-four people were injured.",
    },
    {
        "id": "valley",
        "outlet": "Valley Times",
        "published": "2026-03-04T09:00",
        "text": "The bombing of a market in Darkush on Tuesday killed 40 people, among them six soldiers, the rebels said on Wednesday.",
    },
]


@pytest.fixture(scope="module")
def report() -> wc.Report:
    return wc.check(ARTICLES)


@pytest.fixture(scope="module")
def empty() -> wc.Report:
    return wc.check([])


@pytest.mark.parametrize(
    ("rule", "killed", "injured"),
    [
        ("wirecheck", (11, 11, None, True), (24, 24, 24, False)),
        ("ucdp", (11, 11, 24, False), None),
        ("acled", (11, 11, 40, False), None),
        ("gtd", (11, 11, 11, False), (24, 24, 24, False)),
        ("airwars", (11, None, 99, False), (24, None, 24, False)),
    ],
)
def test_each_rule_has_its_own_figures(
    report: wc.Report, rule: str, killed: tuple[object], injured: tuple[object] | None
) -> None:
    rows = {row["effect"]: row for row in report.tolls_by(rule)}
    found = {effect: tuple(row[column] for column in ("low", "best", "high", "open")) for effect, row in rows.items()}
    assert found == {"killed": killed, **({"injured": injured} if injured else {})}
    assert {row["rule"] for row in rows.values()} == {rule}
    assert rows["killed"]["basis"].startswith("wire:")
    assert rows["killed"]["independent_sources"] == 3


@pytest.mark.parametrize(("rule", "best"), [("wirecheck", 24), ("ucdp", 24), ("acled", 12), ("gtd", None), ("airwars", None)])
def test_dozens_alone(rule: str, best: int | None) -> None:
    (row,) = wc.check(ARTICLES[:1]).tolls_by(rule)
    assert row["best"] == best


@pytest.mark.parametrize("rule", RULES)
def test_the_columns_are_those_of_the_tolls(report: wc.Report, empty: wc.Report, rule: str) -> None:
    for given in (report, empty):
        made = given.tolls_by(rule)
        assert type(made) is wc.Table
        assert made.name == "tolls"
        assert made.schema == given.tolls.schema
    assert len(empty.tolls_by(rule)) == 0


def test_our_own_rule_gives_the_tolls_of_the_report(report: wc.Report) -> None:
    for given in (report, wc.check(wc.samples())):
        assert given.tolls_by("wirecheck") == given.tolls


def test_a_draft_is_not_counted_among_its_sources() -> None:
    report = wc.check(ARTICLES[:1], against=ARTICLES[1:])
    assert report.tolls_by("wirecheck") == report.tolls
    assert report.tolls_by("ucdp")["articles"] == [["valley", "wire"]]


def test_an_article_dated_by_another_keeps_its_day() -> None:
    articles = wc.samples()
    undated = [{**row, "published": None} if row["id"] == "talks-2" else row for row in map(dict, _rows(articles))]
    report = wc.check(undated)
    assert report.tolls_by("wirecheck") == report.tolls


def _rows(articles: object) -> list[dict[str, object]]:
    columns = ("article", "outlet", "published", "title", "url", "role", "text")
    claims = wc.extract(articles)
    return [{"id" if c == "article" else c: row[c] for c in columns} for row in claims.articles]


@pytest.mark.parametrize("rule", ["ucpd", "", "UCDP"])
def test_an_unknown_rule_is_told_with_those_there_are(report: wc.Report, rule: str) -> None:
    with pytest.raises(ValueError, match=f'no rule of tolls "{rule}"; there are wirecheck, ucdp, acled, gtd, airwars'):
        report.tolls_by(rule)


def test_a_rule_is_a_text(report: wc.Report) -> None:
    with pytest.raises(TypeError):
        report.tolls_by(None)  # type: ignore[arg-type]


def test_the_sheet_of_ucdp(report: wc.Report) -> None:
    (row,) = report.to_ucdp()
    assert row["id"] == report.tolls[0]["fact"]
    assert (row["low"], row["best"], row["high"]) == (11, 11, 24)
    assert (row["deaths_a"], row["deaths_b"], row["deaths_civilians"], row["deaths_unknown"]) == (None, None, 3, 8)
    assert (row["country"], row["adm_1"], row["where_coordinates"], row["where_prec"]) == ("Syria", "Idlib", "Darkush", 1)
    assert (row["date_start"], row["date_end"], row["date_prec"]) == (datetime.date(2026, 3, 3), datetime.date(2026, 3, 3), 1)
    assert (row["event_clarity"], row["number_of_sources"], row["source_original"]) == (1, 3, "the health ministry")
    assert row["source_office"] == "Harbour Post;Valley Times;Northern Wire"
    assert row["source_article"].startswith('"Harbour Post,2026-03-03,Bomb at market kills dozens";')


def test_the_sheet_of_airwars(report: wc.Report) -> None:
    (row,) = report.to_airwars()
    assert (row["civilian_non_combatants_killed_min"], row["civilian_non_combatants_killed_max"]) == (11, 99)
    assert (row["children_killed_min"], row["children_killed_max"], row["women_killed_min"]) == (3, 3, None)
    assert row["persons_directly_participating_in_hostilities_killed_max"] == 6
    assert (row["civilian_non_combatants_injured_min"], row["men_injured_min"]) == (24, None)
    assert (row["date"], row["date_end"], row["location_name"]) == (datetime.date(2026, 3, 3), None, "Darkush")
    assert row["civilian_harm_status"] == "fair"
    assert row["sources"] == ["Harbour Post", "Northern Wire", "Valley Times"]


@pytest.mark.parametrize("sheet", ["to_ucdp", "to_airwars"])
def test_sheets_travel(report: wc.Report, empty: wc.Report, sheet: str) -> None:
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    made = getattr(report, sheet)()
    assert type(made) is wc.Table
    assert pickle.loads(pickle.dumps(made)) == made
    frame = made.to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.columns) == made.columns
    assert len(frame) == 1
    assert isinstance(made.to_polars(), polars.DataFrame)
    none = getattr(empty, sheet)()
    assert none.schema == made.schema
    assert len(none.to_pandas()) == len(none.to_polars()) == 0
