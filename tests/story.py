"""Thirty articles of our own invention, made of templates: a toll through a week, talks that move, and who copies whom."""

from __future__ import annotations

from typing import Any

OUTLETS = (
    "Northern Wire",
    "Harbour Post",
    "Coastal Gazette",
    "The Meridian",
    "Upland Herald",
    "Delta Courier",
    "Evening Lamp",
    "Ferry Radio",
    "Plain Tribune",
)

BLAST = "{figure} in an explosion at a fuel depot in Wadi Sarab, Yemen, on Wednesday, {holder}.\n\n{more}"
MORE = (
    "Smoke stood over the harbour road until the evening, and the schools of the district stayed closed.",
    "Drivers who had queued there since dawn left their trucks and ran towards the dry river bed.",
    "The depot had been repaired in winter; its owner said that the pumps were tested every month.",
    "Families waited at the gate of the clinic, where the names were read out from a sheet of paper.",
    "A second tank burned through the night, and nobody was allowed to come near the place.",
)
TOLLS = (
    ("2026-05-06T09:10", "At least 14 people were killed", "police said"),
    ("2026-05-06T09:40", "At least 14 people were killed", "police said"),
    ("2026-05-06T10:30", "Dozens of people were killed", "witnesses said"),
    ("2026-05-06T12:05", "Seventeen people were killed", "the Health Ministry said"),
    ("2026-05-06T12:05", "Eleven people were killed", "a local official said"),
    ("2026-05-06T16:20", "Seventeen people were killed", "the Health Ministry said"),
    ("2026-05-07", "About 20 people were killed", "a hospital official said"),
    ("2026-05-07T08:00", "More than 20 people were killed", "officials said"),
    ("2026-05-07T13:30", "Twenty-six people were killed", "the Health Ministry said"),
    ("2026-05-07T15:00", "Fifty-two people were killed", "the rebel Highland Front said"),
    ("2026-05-07T18:45", "Twenty-six people were killed", "the Health Ministry said"),
    ("2026-05-08T07:15", "Up to 60 people were killed", "the rebel Highland Front said"),
    ("2026-05-08T11:00", "Twenty-nine people were killed", "the Health Ministry said"),
    ("2026-05-09T10:00", "Thirty-one people were killed", "the Health Ministry said"),
    (None, "Sixteen people were killed", "police said"),
    (None, "At least 30 people were killed", "the Health Ministry said"),
)
TALKS = (
    (
        "2026-05-04T10:00",
        "Chilean Foreign Minister Tomas Arriagada will meet Bolivian Foreign Minister Elena Quispe in Geneva on May 15, 2026.",
    ),
    (
        "2026-05-11T10:00",
        "A meeting of Chilean Foreign Minister Tomas Arriagada and Bolivian Foreign Minister Elena Quispe in Geneva has been postponed to May 19, 2026.",
    ),
    ("2026-05-12T10:00", "Switzerland proposed a meeting of Tomas Arriagada and Elena Quispe in Geneva in June 2026."),
    (
        "2026-05-19T20:00",
        "Chilean Foreign Minister Tomas Arriagada met Bolivian Foreign Minister Elena Quispe in Geneva on May 19, 2026.",
    ),
    (
        "2026-05-20T09:00",
        "Chilean Foreign Minister Tomas Arriagada met Bolivian Foreign Minister Elena Quispe in Vienna on May 19, 2026.",
    ),
    (
        None,
        "Bolivia denied that Foreign Minister Elena Quispe had met Chilean Foreign Minister Tomas Arriagada in Geneva on May 19, 2026.",
    ),
    (
        "2026-05-21T09:00",
        "A meeting of Tomas Arriagada and Peruvian Foreign Minister Rosa Vidal in Lima on June 9, 2026 has been cancelled.",
    ),
    ("2026-05-21T12:00", "French President Luc Maret will visit Norway from May 26 to May 29, 2026."),
)
SPEECH = "“We will not give up a single well of this valley, and 40 villages stand behind us,” said Ana Torrealba, mayor of Quebrada Alta, on Monday."


def articles() -> list[dict[str, Any]]:
    """The articles as dicts."""
    rows: list[dict[str, Any]] = []
    for nr, (published, figure, holder) in enumerate(TOLLS):
        text = BLAST.format(figure=figure, holder=holder, more=MORE[nr % len(MORE)])
        rows.append(_row(f"blast-{nr:02}", nr, published, text))
    for nr, (published, text) in enumerate(TALKS):
        rows.append(_row(f"talks-{nr:02}", nr + 3, published, text))
    speech = (
        SPEECH,
        SPEECH.replace("not ", ""),
        SPEECH.replace("40", "14"),
        SPEECH,
        SPEECH.replace(", and 40 villages stand behind us", ""),
    )
    for nr, words in enumerate(speech):
        text = f"{words}\n\n{MORE[0]} {MORE[3]}" if nr in (0, 3) else words
        rows.append(_row(f"wells-{nr:02}", nr, f"2026-05-{11 + nr}T09:00", text))
    rows.append(
        _row(
            "report-00",
            8,
            "2026-05-20T07:00",
            "(Northern Wire) - Nine people were injured when a bus overturned near Ibb, Yemen, on Tuesday.",
        )
    )
    return rows


def _row(name: str, nr: int, published: str | None, text: str) -> dict[str, Any]:
    return {"id": name, "outlet": OUTLETS[nr % len(OUTLETS)], "published": published, "text": text}
