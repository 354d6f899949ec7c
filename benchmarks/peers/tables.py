"""The tables of a run, as Markdown between the marks of a page."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from tasks import ABSENT

BEGIN, END = "<!-- speed: written by benchmarks/peers -->", "<!-- speed: end -->"


@dataclass(frozen=True)
class Measured:
    """What a program did on the articles of a task."""

    task: str
    what: str
    program: str
    ours: bool
    version: str
    licence: str
    note: str
    articles: int
    bytes: int
    seconds: float | None
    """The best pass over all articles; None if the program is missing."""
    passes: int
    accuracy: dict[str, float | None]
    corpus: str
    """Where the articles are from; empty if they are made up."""
    missing: str | None

    def __str__(self) -> str:
        """A line for whoever waits."""
        told = f"missing: {self.missing}" if self.seconds is None else f"{self.speed}, best of {self.passes}"
        return f"{self.task:8} {self.program:32} {told}  {' '.join(f'{what} {_share(share)}' for what, share in self.accuracy.items())}"

    @property
    def speed(self) -> str:
        """Bytes of text in a second."""
        if self.seconds is None:
            return ""
        rate = self.bytes / self.seconds
        for unit, size in (("MB/s", 1e6), ("KB/s", 1e3)):
            if rate >= size:
                return f"{rate / size:.{0 if rate >= 10 * size else 1}f} {unit}"
        return f"{rate:.0f} bytes/s"


def full(measured: list[Measured], note: str) -> str:
    """A table for each task, and what each program is."""
    parts = [_when(note)]
    for task, group in groupby(measured, lambda each: each.task):
        parts.append(_table(task, list(group)))
    parts.append("### The programs\n\n" + "\n".join(_programs(measured)))
    return "\n\n".join(parts)


def short(measured: list[Measured], note: str) -> str:
    """One table of all peers: how much faster, and how right beside."""
    lines = [
        "| task | beside | its speed | wirecheck's | wirecheck is | its accuracy | wirecheck's |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    for task, group in groupby(measured, lambda each: each.task):
        ours, *others = [each for each in group if each.seconds is not None] or [None]
        for peer in (each for each in others if ours is not None and not each.ours):
            measure = next((what for what in reversed(peer.accuracy) if ours.accuracy.get(what) is not None), None)
            right = (f"{measure} {_share(peer.accuracy[measure])}", _share(ours.accuracy[measure])) if measure else ("", "")
            lines.append(
                f"| {task} | {peer.program} | {peer.speed} | {ours.speed} | {_times(ours, peer)} | {' | '.join(right)} |"
            )
    return "\n".join([_when(note), "", *lines])


def written(page: Path, text: str) -> None:
    """Puts the text between the marks of a page; a page without them stays as it is."""
    before = page.read_text(encoding="utf-8")
    head, begin, rest = before.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if begin and end:
        page.write_text(f"{head}{BEGIN}\n\n{text}\n\n{END}{tail}", encoding="utf-8")


def _when(note: str) -> str:
    where = f"Python {platform.python_version()}, {platform.system()} on {platform.machine()}, one core"
    return f"Measured on {date.today().isoformat()}: {where}." + (f" {note}" if note else "")


def _table(task: str, group: list[Measured]) -> str:
    first = group[0]
    measures = list(dict.fromkeys(what for each in group for what in each.accuracy))
    whence = f"of {first.corpus}" if first.corpus else "made up by `benchmarks/generate.py`"
    ours = [each for each in group if each.ours]
    lines = [
        f"### {task.capitalize()}: {first.what}",
        f"{first.articles:,} articles {whence}, {first.bytes / 1000:,.0f} KB of text.",
        "",
        f"| program | speed | wirecheck is | reading everything, it is | {' | '.join(measures)} |".replace(" |  |", " |"),
        "|---|---:|---:|---:|" + "---:|" * len(measures),
    ]
    for each in group:
        if each.missing is not None:
            lines.append(f"| {each.program} | not measured: {_cell(each.missing)} | | |{' |' * len(measures)}")
            continue
        times = ["", ""] if each.ours else [_times(by, each) for by in ours]
        cells = [
            f"**{each.program}**" if each.ours else each.program,
            each.speed,
            *times,
            *(_share(each.accuracy.get(what)) for what in measures),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    for name, (what, _, why) in ABSENT.items():
        if task in what.split(", "):
            lines.append(f"| {name} | not measured: {_cell(why)} | | |{' |' * len(measures)}")
    return "\n".join([lines[0], "", *lines[1:]])


def _programs(measured: list[Measured]) -> Iterator[str]:
    yield "| program | version | licence | what is called |"
    yield "|---|---|---|---|"
    told = set()
    for each in measured:
        if each.program not in told and (not each.ours or not told):
            told.add(each.program)
            yield f"| {each.program} | {each.version} | {each.licence} | {_cell(each.note)} |"
    for name, (_, licence, why) in ABSENT.items():
        yield f"| {name} | | {licence} | not measured: {_cell(why)} |"


def _times(ours: Measured, peer: Measured) -> str:
    if ours.seconds is None or peer.seconds is None:
        return ""
    ratio = peer.seconds / ours.seconds
    by, which = (ratio, "faster") if ratio >= 1 else (1 / ratio, "slower")
    return f"{by:,.0f} times {which}" if by >= 10 else f"{by:.1f} times {which}"


def _share(share: float | None) -> str:
    return "" if share is None else f"{share:.2f}"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
