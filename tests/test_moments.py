"""When an article was published is told in one way wherever it is shown, with its zone."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import wirecheck as wc
from wirecheck.moments import moment_of, when, zone_of

pd = pytest.importorskip("pandas")
pytest.importorskip("altair")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"published": "2026-05-06"}, "2026-05-06"),
        ({"published": "2026-05-06T14:05"}, "2026-05-06 14:05"),
        ({"published": "2026-05-06T14:05:10Z"}, "2026-05-06 14:05 UTC"),
        ({"published": "2026-05-06T14:05:00+00:00"}, "2026-05-06 14:05 UTC"),
        ({"published": "2026-05-06T14:05:00-03:30"}, "2026-05-06 14:05 -03:30"),
        ({"published": "2026-05-06", "anchor_date": date(2026, 5, 7), "anchor_quality": "dateline"}, "2026-05-06"),
        ({"published": None, "anchor_date": date(2026, 5, 7), "anchor_quality": "dateline"}, "2026-05-07 (dateline)"),
        ({"anchor_date": date(2026, 5, 7), "anchor_quality": "stamp"}, "2026-05-07 (stamp in the text)"),
        ({"anchor_date": date(2026, 5, 7), "anchor_quality": "updated_stamp"}, "no date (not after 2026-05-07)"),
        ({"anchor_date": date(2026, 5, 7), "anchor_quality": "inherited:a"}, "no date"),
        ({"published": "last Monday"}, "no date (last Monday)"),
        ({"published": "0001-01-01T00:00:00+14:00"}, "no date (0001-01-01T00:00:00+14:00)"),
        ({}, "no date"),
    ],
)
def test_the_time_of_an_article_is_told(row: dict[str, object], told: str) -> None:
    assert when(row) == told


def test_times_with_a_zone_are_in_utc() -> None:
    moment = moment_of({"published": "2026-05-06T23:05:00-03:00"})
    assert (moment.at, moment.clock, moment.zoned) == (datetime(2026, 5, 7, 2, 5), True, True)


@pytest.mark.parametrize(
    ("times", "zone"),
    [
        (["2026-05-06", "2026-05-06T14:05Z"], "UTC"),
        (["2026-05-06T14:05", "2026-05-06T14:05Z"], "UTC where a zone is given"),
        (["2026-05-06T14:05", "2026-05-06"], ""),
    ],
)
def test_an_axis_says_its_zone(times: list[str], zone: str) -> None:
    assert zone_of(moment_of({"published": time}) for time in times) == zone


BLAST = "A blast in Bir Salwan on May 6, 2026 killed {} people."


def _report(*times: str) -> wc.Report:
    return wc.check([{"id": time, "published": time, "text": BLAST.format(10 + nr)} for nr, time in enumerate(times)])


def test_pictures_say_utc_where_their_times_are() -> None:
    report = _report("2026-05-06T23:05:00-03:00", "2026-05-06T15:05:00Z")
    chart = report.sources_map().to_dict()
    heads = [f"{row['head']} {row['below']}" for rows in chart["datasets"].values() for row in rows if "head" in row]
    assert set(heads) == {"2026-05-06 15:05 UTC", "2026-05-07 02:05 UTC"}
    assert any(line.endswith("by time, UTC.") for line in chart["title"]["subtitle"])
    assert '"title": "published, UTC, 2026"' in report.tolls_chart().to_json(indent=None)


def test_pictures_name_no_zone_where_none_is_known() -> None:
    report = _report("2026-05-06T23:05", "2026-05-06T15:05")
    assert "UTC" not in report.sources_map().to_json()
    assert '"title": "published, 2026"' in report.tolls_chart().to_json(indent=None)


def test_a_draft_is_dated_by_its_dateline_wherever_it_is_shown() -> None:
    text = f"BIR SALWAN, Yemen, May 7, 2026 (Northern Wire) - {BLAST.format(12)}"
    report = wc.check({"id": "draft.txt", "text": text}, against=wc.samples())
    shown = str(wc.show({"id": "draft.txt", "text": text}))
    assert shown.startswith("2026-05-07 (dateline) · draft.txt")
    assert "draft.txt" in report._repr_html_()
    assert "2026-05-07 (dateline)" in report._repr_html_()


def test_quotations_are_ordered_by_the_times_of_their_rows_whatever_their_form() -> None:
    rows = [
        {"text": "We will not accept a dam.", "outlet": "B", "published": pd.Timestamp("2026-05-06 12:00", tz="UTC")},
        {"text": "We will accept a dam.", "outlet": "A", "published": "2026-05-06T13:00+02:00"},
        {"text": "We will accept dams.", "outlet": "C", "published": "yesterday"},
    ]
    labels = [version.label for version in wc.diff_quotes(rows).versions]
    assert labels == ["A · 2026-05-06 13:00 +02:00", "B · 2026-05-06 12:00 UTC", "C · no date (yesterday)"]
