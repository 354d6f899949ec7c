"""What the pictures draw: the rows behind the marks, what articles may not do in them, and files written without a network."""

from __future__ import annotations

import json
import struct
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from story import articles

wc = pytest.importorskip("wirecheck")
alt = pytest.importorskip("altair")

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)> \u202egnol\u202c & \"' {{7*7}} datum.x ${1}"
MARKUP = "</script> \u202egnol\u202c & \"' {{7*7}}"
LONG = "x" * 10_000
PROSE = "The people of the town had waited for the harvest, and the roads to the coast were open again since the spring. " * 40


@pytest.fixture(scope="module")
def samples() -> Any:
    """The report on the samples."""
    return wc.check(wc.samples())


@pytest.fixture(scope="module")
def story() -> Any:
    """The report on thirty articles: a toll through four days, talks that move, copies."""
    return wc.check(articles())


@pytest.fixture(scope="module")
def empty() -> Any:
    """A report of nothing."""
    return wc.check([])


@pytest.fixture(scope="module")
def hostile() -> Any:
    """Articles whose every field would like to be markup or an expression, with words of ten thousand letters."""
    rows = []
    for nr, day in enumerate(("2026-05-06T14:05", "2026-05-07", None)):
        text = (
            f"At least {18 + nr} people were killed in Bir Salwan, Yemen, on May 6, 2026, {MARKUP} {LONG} said.\n\n"
            f"Anna Berg will meet Tom Velt in Geneva on May 9, 2026, for talks on {MARKUP}.\n\n"
            f"“We saw {nr + 3} {MARKUP} houses burn there that night,” said Anna Berg.\n\n{PROSE}"
        )
        rows.append(
            {"id": f"{HOSTILE}{nr}", "outlet": f"{HOSTILE} {LONG} {nr}", "published": day, "title": HOSTILE, "text": text}
        )
    return wc.check(rows)


def rows(chart: Any, field: str) -> list[dict[str, Any]]:
    """The rows behind a chart's marks that have a field."""
    data = chart.to_dict()["datasets"].values()
    return [row for values in data for row in values if field in row]


def figures(chart: Any) -> dict[str, dict[str, Any]]:
    """The figures that are drawn, by claim."""
    return {row["claim"]: row for row in rows(chart, "claim") if "shape" not in row}


def subtitle(chart: Any) -> str:
    """The notes below the title, of all facets."""
    spec = chart.to_dict()
    parts = spec.get("vconcat", [spec])
    return " ".join(line for part in parts for line in part["title"]["subtitle"])


def charts(report: Any) -> list[Any]:
    """Every view of a report."""
    return [
        report.tolls_chart(),
        report.tolls_chart(effect="injured"),
        report.timeline(kind=("meeting", "casualty", "quote")),
        report.sources_map(),
    ]


def test_a_toll_is_drawn_with_its_bounds(samples: Any) -> None:
    """Figures stand at their minute; a lower bound is open upwards, an exact one is not, and the band is that of the rule."""
    drawn = figures(samples.tolls_chart())
    at_least, exact = drawn["market-1:casualty.killed:145-171"], drawn["market-2:casualty.killed:43-68"]
    assert (at_least["figure"], at_least["open"], at_least["low"], at_least["high"]) == ("18+", "up", 18, None)
    assert (exact["figure"], exact["open"], exact["low"], exact["high"]) == ("11", "", 11, 11)
    assert at_least["time"] == "2026-05-06T14:05:00Z"
    assert at_least["sentence"].startswith("BIR SALWAN") or at_least["sentence"].startswith("An explosion")
    assert drawn["market-4:casualty.killed:402-423"]["holder"] == "The rebel Highland Front"
    assert "market-2:casualty.killed:218-229" not in drawn, "children of all dead are no toll of their own"
    assert {row["end"] for row in rows(samples.tolls_chart(), "end")} == {"23 best", "11 low"}
    assert "low 11, best 23, high open" in subtitle(samples.tolls_chart())


def test_updates_are_joined_and_disputes_set_apart(samples: Any) -> None:
    """Each link names its kind; a figure that was replaced before is not joined again; both ends of a dispute have a ring."""
    chart = samples.tolls_chart()
    links = {(row["link"], row["figures"]) for row in rows(chart, "link")}
    assert links == {
        ("update", "11 and 18+"),
        ("update", "18+ and 23"),
        ("update", "18+ and 41"),
        ("conflict", "11 and 18+"),
        ("dispute between holders", "23 and 41"),
    }
    disputed = {row["figure"] for row in figures(chart).values() if row["disputed"]}
    assert disputed == {"23", "41"}
    corrected = samples.tolls_chart(effect="injured")
    assert ("update", "60 and 47") in {(row["link"], row["figures"]) for row in rows(corrected, "link")}


def test_vague_figures_are_ranges(samples: Any) -> None:
    """Dozens are 24 to 99, and have no number of their own."""
    vague = figures(samples.tolls_chart(effect="injured"))["market-2:casualty.injured:73-87"]
    assert (vague["low"], vague["high"], vague["spread"], vague["hollow"], vague["figure"]) == (24, 99, True, True, "24 to 99")


def test_upper_bounds_are_open_downwards(story: Any) -> None:
    """Up to 60 has its arrow down."""
    assert [row["open"] for row in figures(story.tolls_chart()).values() if row["figure"] == "up to 60"] == ["down"]


def test_articles_without_a_date_stand_apart(story: Any) -> None:
    """No day is invented: they have a place in the lane and no time; a day without a clock is drawn as the whole day."""
    chart = story.tolls_chart()
    drawn = figures(chart)
    undated = {row["article"] for row in drawn.values() if row["time"] is None}
    assert undated == {"blast-14", "blast-15"}
    assert all(row["published"].startswith("no date") for row in drawn.values() if row["time"] is None)
    assert [row["head"] for row in rows(chart, "head")] == ["no date"]
    assert "2 figures without a date." in subtitle(chart)
    dated = max(row["px"] for row in drawn.values() if row["time"] is not None)
    assert all(row["px"] > dated for row in drawn.values() if row["time"] is None)
    (day,) = {(row["article"], row["day"], row["night"]) for row in rows(chart, "day")}
    assert day == ("blast-06", "2026-05-07T00:00:00Z", "2026-05-08T00:00:00Z")


def test_marks_do_not_cover_each_other(story: Any) -> None:
    """Two figures of one minute stand side by side, and say their own minute."""
    drawn = [row for row in figures(story.tolls_chart()).values() if row["time"] is not None]
    places = {(round(row["px"]), round(row["py"])) for row in drawn}
    assert len(places) == len(drawn) == 14
    assert len({row["time"] for row in drawn}) < len(drawn)


def test_facts_and_places_are_asked_for(samples: Any) -> None:
    """A list gives facets; the place gives all its incidents; what there is none of is told in a sentence."""
    market, bomb = "fact:market-1:casualty.killed:145-171", "fact:market-1:casualty.killed:885-903"
    assert isinstance(samples.tolls_chart(fact=market), alt.LayerChart)
    assert len(samples.tolls_chart(fact=[market, bomb]).to_dict()["vconcat"]) == 2
    assert len(samples.tolls_chart(place="bir salwan").to_dict()["vconcat"]) == 2
    with pytest.raises(ValueError, match=r"no toll of people killed lies in 'Paris'; the places are: Bir Salwan"):
        samples.tolls_chart(place="Paris")
    with pytest.raises(ValueError, match=r"no fact 'x' has a toll of people killed"):
        samples.tolls_chart(fact="x")
    with pytest.raises(ValueError, match=r"effect='dead' is none of killed, injured"):
        samples.tolls_chart(effect="dead")
    with pytest.raises(ValueError, match="ucdp"):
        samples.tolls_chart(rule="mine")
    assert "by the rule of ucdp" in subtitle(samples.tolls_chart(rule="ucdp"))


def test_more_figures_than_a_picture_holds() -> None:
    """Four hundred articles give one mark for each figure; the rest is counted below the title, and nothing raises."""
    text = (
        "{n} people were killed in an explosion at a fuel depot in Wadi Sarab, Yemen, on May 6, 2026, the Health Ministry said."
    )
    many = [
        {
            "id": f"{nr:03}",
            "outlet": f"Outlet {nr % 40}",
            "published": f"2026-05-06T{10 + nr // 50:02}:{nr % 50:02}",
            "text": text.format(n=12 + nr // 100),
        }
        for nr in range(400)
    ]
    report = wc.check(many)
    chart = report.tolls_chart()
    drawn = figures(chart)
    assert {row["figure"] for row in drawn.values()} == {"12", "13", "14", "15"}
    assert {row["told_by"] for row in drawn.values()} == {"40 outlets"}
    assert "396 repeats left out." in subtitle(chart)
    assert "340 articles not drawn." in subtitle(report.sources_map())
    assert len(json.dumps(report.sources_map().to_dict())) < 200_000
    assert len(rows(report.timeline(), "status")) == 1


def test_the_timeline_tells_status_and_days(story: Any) -> None:
    """Each status of a fact is a mark of its days."""
    told = {(row["status"], row["days"]) for row in rows(story.timeline(kind="meeting"), "status")}
    assert {
        ("planned", "2026-05-15"),
        ("held", "2026-05-19"),
        ("denied", "2026-05-19"),
        ("planned", "2026-05-26 to 2026-05-29"),
    } <= told
    visits = [row for row in rows(story.timeline(), "status") if row["days"] == "2026-05-26 to 2026-05-29"]
    assert {(row["x"], row["x2"]) for row in visits} == {("2026-05-26T00:00:00Z", "2026-05-30T00:00:00Z")}
    lanes = {row["lane"] for row in rows(story.timeline(kind=["meeting"], lanes="kind"), "edge")}
    assert lanes == {"meeting ≠"}


def test_more_facts_than_lanes() -> None:
    """Twenty accidents: those that are not drawn are counted; by kind they share a lane."""
    text = "Nine people were killed when a bus overturned near Ibb, Yemen, on March {day}, 2026."
    report = wc.check(
        [{"id": f"{day:02}", "published": f"2026-03-{day + 1:02}", "text": text.format(day=day)} for day in range(1, 21)]
    )
    chart = report.timeline()
    assert len(rows(chart, "status")) == 16
    assert "4 facts not drawn, told by no more articles than those that are." in subtitle(chart)
    together = report.timeline(lanes="kind")
    assert len(rows(together, "status")) == 20
    assert [row["lane"] for row in rows(together, "edge")] == ["casualty"]


def test_open_days_are_drawn_open() -> None:
    """From a day on, and until a day: an arrow at the end that is not known."""
    claims = wc.extract([row for row in articles() if row["id"] in ("talks-00", "talks-06")])
    meetings = claims.meetings.to_pylist()
    meetings[0]["latest"], meetings[1]["earliest"] = None, None
    table = pytest.importorskip("pyarrow").Table.from_pylist(meetings, claims.meetings.to_arrow().schema)
    tables = {name: getattr(claims, name) for name in ("articles", "names", "dates", "casualties", "quotes")}
    drawn = rows(wc.check(wc.Claims(meetings=table, **tables)).timeline(), "status")
    assert {(row["days"], row["open"]) for row in drawn} == {("from 2026-05-15 on", "right"), ("until 2026-06-09", "left")}


def test_one_old_figure_does_not_squeeze_the_timeline() -> None:
    """Nine accidents of a spring and one of eighteen years before: that one is counted, unless its days are asked for."""
    text = "Nine people were killed when a bus overturned near Ibb, Yemen, on {when}."
    days = [f"2026-03-{day:02}" for day in range(1, 10)]
    rows_ = [{"id": day, "published": day, "text": text.format(when=f"March {int(day[-2:])}, 2026")} for day in days]
    report = wc.check([*rows_, {"id": "old", "published": "2026-03-12", "text": text.format(when="March 3, 2008")}])
    chart = report.timeline()
    assert {row["first"][:4] for row in rows(chart, "status")} == {"2026"}
    assert "1 mark far from all others, not drawn: since= and until= show them." in subtitle(chart)
    assert "2008-03-03" in {row["first"] for row in rows(report.timeline(since=date(2000, 1, 1)), "status")}


def test_the_timeline_leaves_out_what_it_says(samples: Any) -> None:
    """Days outside those asked for are counted; what has no day stands in the lane."""
    chart = samples.timeline(kind="meeting", since=date(2026, 5, 1))
    assert "marks outside the days asked for." in subtitle(chart)
    assert all(row["last"] is None or row["last"] >= "2026-05-01" for row in rows(chart, "status"))
    assert {row["status"] for row in rows(chart, "status") if row["days"] == "no date"} == {"held", "denied"}
    with pytest.raises(ValueError, match="kind='date' is none of casualty, meeting, quote"):
        samples.timeline(kind="date")
    with pytest.raises(ValueError, match="there is no fact 'x'"):
        samples.timeline(fact="x")


def test_the_map_shows_who_repeats_whom(samples: Any) -> None:
    """The copy hangs on the wire, from left to right; an article that shares nothing stands on its own."""
    chart = samples.sources_map()
    nodes = {row["article"]: row for row in rows(chart, "role")}
    assert {name for name, row in nodes.items() if row["role"] == "on its own"} == set(nodes) - {"market-1", "market-3"}
    assert (nodes["market-1"]["role"], nodes["market-3"]["role"]) == ("first of its chain", "repeats another")
    assert nodes["market-1"]["px"] < nodes["market-3"]["px"] < nodes["talks-4"]["px"]
    assert {(row["early"], row["late"], row["reason"], row["claims"]) for row in rows(chart, "reason")} == {
        ("market-1", "market-3", "near copy", 10)
    }
    places = [(row["px"], row["py"]) for row in nodes.values()]
    assert len(set(places)) == len(places)
    assert chart.to_dict() == samples.sources_map().to_dict()


def test_a_chain_is_of_claims(samples: Any) -> None:
    """For a fact only the chains of its claims count."""
    quote = next(row["fact"] for row in samples.facts if row["kind"] == "quote" and len(row["articles"]) == 3)
    nodes = {row["article"] for row in rows(samples.sources_map(fact=quote), "role")}
    assert nodes == next(set(row["articles"]) for row in samples.facts if row["fact"] == quote)


def test_a_copy_without_the_claim_is_no_chain(samples: Any) -> None:
    """Two outlets can be one source for a toll and two for a meeting: only shared claims join them."""
    market = next(row["fact"] for row in samples.facts if row["kind"] == "casualty" and row["rank"] == 0)
    (link,) = {(row["early"], row["late"], row["claims"]) for row in rows(samples.sources_map(fact=market), "reason")}
    assert link == ("market-1", "market-3", 6)
    assert "1 chain of repetition, 2 on their own." in subtitle(samples.sources_map(fact=market))


def test_owners_and_versions_are_reasons() -> None:
    """One owner, and two texts at one address, are told as such."""
    text = "Seven people were killed when a ferry sank off Port Amal on Monday. {more}"
    told = [
        {
            "id": "a",
            "outlet": "A",
            "published": "2026-05-05T10:00",
            "text": text.format(more="The sea was calm and the ferry was old."),
        },
        {
            "id": "b",
            "outlet": "B",
            "published": "2026-05-05T12:00",
            "text": "A ferry sank off Port Amal on Monday, and seven people were killed.",
        },
        {
            "id": "c",
            "outlet": "C",
            "published": "2026-05-05T13:00",
            "url": "https://c.example/1",
            "text": "A ferry went down near Port Amal on Monday; nine people died.",
        },
        {
            "id": "d",
            "outlet": "C",
            "published": "2026-05-05T14:00",
            "url": "https://c.example/1",
            "text": "Nine people died on Monday as a ferry was lost near Port Amal.",
        },
    ]
    drawn = {
        (row["early"], row["late"], row["reason"])
        for row in rows(wc.check(told, owners={"A": "X", "B": "X"}).sources_map(), "reason")
    }
    assert ("a", "b", "one owner") in drawn
    assert ("c", "d", "version of one page") in drawn


def test_articles_cannot_leave_their_words(hostile: Any) -> None:
    """Nothing of an article ends a script, names a channel or is cut out of sight; words are short and without marks of direction."""
    for chart in charts(hostile):
        spec = chart.to_dict()
        said = json.dumps(spec, ensure_ascii=False)
        assert "<" not in said.replace("&lt;", "")
        assert "\u202e" not in said
        assert LONG[:250] not in said
        assert chart.to_html().count("</script>") == chart.to_html().count("<script")
        assert not {"href", "url", "expr", "transform", "params"} & set(_keys(spec))
        assert "image" not in _marks(spec)


def test_hostile_articles_are_drawn(hostile: Any, tmp_path: Path) -> None:
    """The figures are there all the same, and the picture is well-formed."""
    chart = hostile.tolls_chart()
    assert {row["figure"] for row in figures(chart).values()} == {"18+", "19+", "20+"}
    for nr, view in enumerate(charts(hostile)):
        view.save(tmp_path / f"{nr}.svg")
        tree = ElementTree.parse(tmp_path / f"{nr}.svg")
        assert not [node for node in tree.iter() if node.tag.endswith(("script", "image", "foreignObject", "}a"))]
        assert not [name for node in tree.iter() for name in node.attrib if name.startswith("on")]


def test_pictures_are_written_offline(samples: Any, tmp_path: Path) -> None:
    """PNG files of the size that was asked for; the data are in the chart."""
    for nr, chart in enumerate(charts(samples)):
        path = tmp_path / f"{nr}.png"
        chart.save(path, scale_factor=2)
        data = path.read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        width, height = struct.unpack(">II", data[16:24])
        assert width > 900
        assert height > 200
        assert chart.to_dict()["background"] == "transparent"


def test_times_are_those_of_the_article_whatever_the_machine(tmp_path: Path) -> None:
    """A time with a zone is drawn in UTC and told as written; scales are in UTC, so that no browser moves them."""
    text = "Nine people were killed when a bus overturned near Ibb, Yemen, on May 6, 2026."
    report = wc.check([{"id": "a", "published": "2026-05-06T14:05:00+02:00", "text": text}])
    (drawn,) = figures(report.tolls_chart()).values()
    assert (drawn["time"], drawn["published"]) == ("2026-05-06T12:05:00Z", "2026-05-06 14:05 +02:00")
    scales = [value for key, value in _pairs(report.tolls_chart().to_dict()) if key == "scale" and value and value.get("type")]
    assert {scale["type"] for scale in scales} == {"utc"}


def test_the_ends_of_the_calendar_are_drawn(tmp_path: Path) -> None:
    """Tables made elsewhere may hold the first day, the last one and a time that is none."""
    claims = wc.extract([row for row in articles() if row["id"] in ("talks-00", "blast-03")])
    arrow = pytest.importorskip("pyarrow").Table
    meetings, told = claims.meetings.to_pylist(), claims.articles.to_pylist()
    meetings[0]["earliest"], meetings[0]["latest"] = date(1, 1, 1), date(9999, 12, 31)
    for row in told:
        row["published"], row["anchor_date"], row["anchor_quality"] = "last Monday", None, "none"
    tables = {name: getattr(claims, name) for name in ("names", "dates", "casualties", "quotes")}
    tables["meetings"] = arrow.from_pylist(meetings, claims.meetings.to_arrow().schema)
    tables["articles"] = arrow.from_pylist(told, claims.articles.to_arrow().schema)
    report = wc.check(wc.Claims(**tables))
    assert {row["published"] for row in figures(report.tolls_chart()).values()} <= {"no date (last Monday)", "no date"}
    for nr, chart in enumerate(charts(report)):
        chart.save(tmp_path / f"{nr}.svg")


def test_an_empty_report_says_so(empty: Any) -> None:
    """One sentence, as a chart, so that a notebook runs on."""
    told = [rows(chart, "told")[0]["told"] for chart in (empty.tolls_chart(), empty.timeline(), empty.sources_map())]
    assert told[0] == "No toll to draw: no article of this report gives a figure of people killed."
    assert (
        told[1] == "Nothing to draw: this report has no fact with a meeting or a dated claim among its kinds meeting, casualty."
    )
    assert told[2] == "Nothing to draw: this report has no articles."


def test_users_go_on_with_a_chart(samples: Any) -> None:
    """Charts are Altair's: they take properties, layers and configuration."""
    chart = samples.tolls_chart().properties(title="My title").configure_axis(labelFontSize=14)
    assert chart.to_dict()["title"] == "My title"
    both = samples.tolls_chart() + alt.Chart(alt.InlineData(values=[{"y": 30}])).mark_rule().encode(y="y:Q")
    assert "layer" in both.to_dict()


def test_without_altair_a_sentence_says_what_to_install(samples: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts need altair; versions of a quotation do not."""
    monkeypatch.setitem(__import__("sys").modules, "altair", None)
    with pytest.raises(ImportError, match=r"wirecheck\[notebook\]"):
        samples.tolls_chart()
    assert str(wc.diff_quotes(samples))


def _pairs(node: Any) -> list[tuple[str, Any]]:
    """Every key of a specification with its value, without its data."""
    if isinstance(node, list):
        return [pair for item in node for pair in _pairs(item)]
    if not isinstance(node, dict):
        return []
    return [pair for key, value in node.items() if key != "datasets" for pair in [(key, value), *_pairs(value)]]


def _keys(spec: Any) -> list[str]:
    return [key for key, _ in _pairs(spec)]


def _marks(spec: Any) -> list[str]:
    return [value["type"] if isinstance(value, dict) else value for key, value in _pairs(spec) if key == "mark"]


def test_a_chart_shows_itself_without_a_network() -> None:
    chart = wc.check(wc.samples()).tolls_chart()
    for shown in (chart, chart.properties(title="Bir Salwan")):
        data, size = shown._repr_mimebundle_()
        assert data["image/png"].startswith(b"\x89PNG")
        assert size["image/png"]["width"] > 600
        assert "text/html" not in data
    assert alt.renderers.active == "default"


def test_a_chart_goes_by_the_renderer_that_a_reader_enables() -> None:
    chart = wc.check("No figure at all.").tolls_chart()
    assert isinstance(chart, alt.Chart)
    with alt.renderers.enable("svg"):
        data = chart._repr_mimebundle_()
    assert set(data) == {"image/svg+xml"}
