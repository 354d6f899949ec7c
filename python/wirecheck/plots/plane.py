"""Where things stand on a picture, in pixels: a stretch of time, a lane for what has no date, and room for labels.

Altair places marks by their values; what may not overlap is settled here, before anything is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from . import theme
from .book import DAY, moved, stamp

LANE = 92
"""Width of the lane for what has no date."""
APART = 13
"""Marks closer than this, in pixels, are moved apart."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

GLYPH = 6.6
"""What a character of a label is wide, at 11 pixels."""


@dataclass(frozen=True)
class Plane:
    """A stretch of time drawn from left to right, with the lane for what has no date at its right end."""

    first: datetime
    last: datetime
    width: float
    lane: bool
    zone: str = ""
    """The zone of its times, as its title says it."""

    @classmethod
    def of(cls, times: Iterable[datetime], width: float, lane: bool, zone: str = "") -> Plane:
        """The plane that shows all of these times, with some room at both ends."""
        every = sorted(times)
        if not every:
            every = [datetime(2000, 1, 1)]
        room = max((every[-1] - every[0]) * 0.05, timedelta(hours=1))
        if every[-1] - every[0] < timedelta(hours=3):
            room = timedelta(hours=3)
        return cls(moved(every[0], -room), moved(every[-1], room), width, lane, zone)

    @property
    def reach(self) -> float:
        """How wide the dated part is."""
        return self.width - LANE if self.lane else self.width

    @property
    def middle(self) -> float:
        """The middle of the lane."""
        return self.width - LANE / 2 + 6

    def px(self, moment: datetime) -> float:
        """Where a time stands."""
        return (moment - self.first) / (self.last - self.first) * self.reach

    def time(self, px: float) -> str:
        """What time stands there, as a chart's data hold it."""
        return stamp(self.first + (self.last - self.first) * (px / self.reach))

    def x(self, dated: bool, field_: str = "x", title: str | None = None) -> Any:
        """The channel: on the time scale, or in pixels for the lane."""
        alt = theme.altair()
        if not dated:
            return alt.X(f"{field_}:Q", scale=None, axis=None)
        scale = alt.Scale(type="utc", domain=[stamp(self.first), stamp(self.last)], range=[0, self.reach], nice=False)
        return alt.X(
            f"{field_}:T", scale=scale, title=title, axis=theme.axis(format=self._format(), tickCount=6, labelOverlap=True)
        )

    def title(self, what: str) -> str:
        """The title of the axis, with the zone and the year where there is one."""
        year = str(self.first.year) if self.first.year == self.last.year else ""
        return ", ".join(part for part in (what, self.zone, year) if part)

    def _format(self) -> str:
        span = self.last - self.first
        return "%-d %b %H:%M" if span < 5 * DAY else "%-d %b" if self.first.year == self.last.year else "%-d %b %Y"

    def lane_layers(self, height: float) -> list[Any]:
        """The lane's head and the line that sets it apart; nothing where everything has a date."""
        if not self.lane:
            return []
        alt = theme.altair()
        left = self.width - LANE + 10
        line = alt.Chart(theme.inline([{"px": left}])).mark_rule(color=theme.INK, strokeDash=[2, 3], opacity=0.7)
        head = alt.Chart(theme.inline([{"px": self.middle, "head": "no date"}]))
        head = head.mark_text(color=theme.INK, fontSize=11, baseline="top")
        x = self.x(False, "px")
        return [
            line.encode(x=x, y=alt.value(0), y2=alt.value(height)),
            head.encode(x=x, y=alt.value(height + 9), text="head:N"),
        ]


@dataclass
class Room:
    """What is taken of a picture, as boxes of left, top, right, bottom."""

    boxes: list[Box] = field(default_factory=list)
    lines: list[Box] = field(default_factory=list)

    def is_free(self, box: Box) -> bool:
        """Whether nothing stands there; lines do not count."""
        return not any(_meet(box, other) for other in self.boxes)

    def crossed(self, box: Box) -> int:
        """How much of lines runs through it."""
        return sum(_meet(box, other) for other in self.lines)

    def take(self, box: Box) -> None:
        """Marks it as taken."""
        self.boxes.append(box)

    def cross(self, x: float, y: float, x2: float, y2: float) -> None:
        """Takes what a line runs over."""
        steps = max(int(max(abs(x2 - x), abs(y2 - y)) / 6), 1)
        for n in range(steps + 1):
            px, py = x + (x2 - x) * n / steps, y + (y2 - y) * n / steps
            self.lines.append((px - 2, py - 2, px + 2, py + 2))

    def aside(self, px: float, top: float, bottom: float) -> float:
        """The nearest place beside `px` where a mark of that height touches no other; `px` itself where there is none."""
        half = APART / 2 - 0.5
        for step in range(9):
            for side in (1, -1) if step else (1,):
                at = px + side * step * APART
                box = (at - half, top, at + half, bottom)
                if self.is_free(box):
                    self.take(box)
                    return at
        return px


def labelled(rows: Iterable[dict[str, Any]], room: Room, right: float) -> list[dict[str, Any]]:
    """The labels that find room around their marks, where the fewest lines run; `px`, `py` and `label` are read."""
    out = []
    for row in rows:
        found = min(_free(row, room, right), key=lambda place: room.crossed(place[3]), default=None)
        if found:
            align, lx, ly, box = found
            room.take(box)
            out.append({**row, "align": align, "lx": lx, "ly": ly})
    return out


def _free(row: dict[str, Any], room: Room, right: float) -> Iterator[tuple[str, float, float, Box]]:
    wide, px, py = len(row["label"]) * GLYPH, row["px"], row["py"]
    beside = [(align, px + dx, py + dy) for dy in (0, -13, 13) for align, dx in (("left", 10), ("right", -10))]
    middle = min(max(px, wide / 2), right - wide / 2)
    for align, lx, ly in [*beside, ("center", middle, py - 18), ("center", middle, py + 18)]:
        left = lx - {"left": 0.0, "right": wide, "center": wide / 2}[align]
        box = (left, ly - 7, left + wide, ly + 7)
        if left >= 0 and left + wide <= right and room.is_free(box):
            yield align, lx, ly, box


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]
