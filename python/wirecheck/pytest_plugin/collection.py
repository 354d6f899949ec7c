"""Articles that facts are held against."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from .. import _core
from ..baseline import Baseline
from ..claims import Claims
from ..days import day
from ..display.evidence import SEVERITIES
from ..display.terminal import Places, finding_lines, printed
from ..nearest import named_checks
from ..report import Report
from ..waivers import Waiver, waive
from ..wording import counted
from .errors import FactError, hidden
from .meetings import Meetings
from .quotes import Quotes
from .read import Read
from .tolls import Tolls

if TYPE_CHECKING:
    from .desk import Desk
    from .tally import Tally

__tracebackhide__ = hidden

Finding = dict[str, Any]
Rules = str | Iterable[str] | None


class Findings(list[Finding]):
    """Findings as dicts with the columns of `report.findings`; none is false, and `len` counts them."""

    def __repr__(self) -> str:
        told = ", ".join(f"{finding['rule']} in {printed(finding['article'])}" for finding in self)
        return f"<{counted(len(self), 'finding')}{f': {told}' if told else ''}>"


class Collection:
    """Articles, their claims and their report, to be held against facts."""

    def __init__(self, read: Read, places: Places, name: str, baseline: Baseline, waivers: Sequence[Waiver], desk: Desk) -> None:
        """Made by the fixture; `places` knows where each article stands."""
        self.read = read
        self.places = places
        self._baseline = baseline
        self._waivers = waivers
        self._desk = desk
        self.name = name

    def __repr__(self) -> str:
        return f"<articles of {self.name}: {len(self.claims.articles)}>"

    @property
    def claims(self) -> Claims:
        """The claims, as `wirecheck.extract` gives them."""
        return self.read.claims

    @property
    def report(self) -> Report:
        """The report, as `wirecheck.check` gives it."""
        return self.read.report

    def findings(self, rule: Rules = None, severity: str | None = None) -> Findings:
        """The findings that are neither in the baseline nor waived.

        With `--wirecheck-update` they go into the baseline, and none is given.

        Args:
            rule: Those of this check alone, or of some; `*` stands for any letters, `toll-*`.
            severity: Those of this severity alone: error, warning or note.

        Raises:
            ValueError: If no check is called so, or there is no such severity.
        """
        if severity is not None and severity not in SEVERITIES:
            raise ValueError(f"severity = {severity!r} is none; it is {', '.join(SEVERITIES)}")
        names = _matching(rule)
        found = [row for row in self.report.findings if row["rule"] in names and severity in (None, row["severity"])]
        new = self._new(found)
        self._desk.remember_asked(self, new)
        return new

    def consistent(self, select: Rules = None, ignore: Rules = None) -> Collection:
        """Asserts that no finding is an error, but for those that are waived and those of the baseline.

        Args:
            select: Look at these checks alone; `*` stands for any letters.
            ignore: Leave these checks out.

        Raises:
            FactError: If there is one; its text is all of them.
            ValueError: If no check is called so.
        """
        names = _matching(select) - (_matching(ignore) if ignore is not None else set())
        errors = [row for row in self.report.findings if row["rule"] in names and row["severity"] == "error"]
        if found := self._new(errors):
            raise FactError(*self.lines(found))
        return self

    def tolls(self, place: str | None = None, effect: str = "killed", on: str | datetime.date | None = None) -> Tolls:
        """The tolls of incidents.

        Args:
            place: Where; the name of a place, or of the country or province that it lies in.
            effect: What happened to the people: killed, injured, missing, displaced, detained, abducted or casualties.
            on: The day, a date or a text like 2026-05-14.

        Raises:
            ValueError: If there is no such effect or day.
        """
        return Tolls(self, place, effect, None if on is None else day(on, "on"))

    def quote(self, text: str) -> Quotes:
        """The quotations that carry these words, whole or cut, whatever their marks and spelling."""
        return Quotes(self, text)

    def meeting(self, *participants: str) -> Meetings:
        """The meetings that all of these take part in."""
        return Meetings(self, participants)

    def lines(self, findings: Sequence[Finding]) -> list[str]:
        """Findings as they are printed: where, what, and the words on both sides underlined."""
        lines = [line for finding in findings for line in (*finding_lines(finding, self.read.texts, self.places), "")]
        return [printed(line) for line in lines[:-1]]

    @property
    def tally(self) -> Tally:
        """Where facts are counted."""
        return self._desk.tally

    def _new(self, found: list[Finding]) -> Findings:
        if self._desk.updates:
            # The command may have put others into the same file: they stay while they stand.
            known = [row for row in self.report.findings if row["fingerprint"] in self._baseline]
            self.tally.record(self._baseline.path, self._without_waived([*found, *known]))
            return Findings()
        found = self._without_waived(found)
        new = Findings(row for row in found if row["fingerprint"] not in self._baseline)
        self.tally.ask(new, beside_a_baseline=self._baseline.exists)
        return new

    def _without_waived(self, found: list[Finding]) -> list[Finding]:
        """Those that no waiver in force is for; whether a waiver is for anything is asked of the whole report."""
        if not self._waivers:
            return found
        parted = waive(self._waivers, self.report.findings, self._desk.today, self.places.label)
        self.tally.waive(self._waivers, parted.met, self._desk.today)
        waived = {row["id"] for row in parted.waived}
        self.tally.waived(row for row in found if row["id"] in waived)
        return [row for row in found if row["id"] not in waived]


def _matching(rules: Rules) -> set[str]:
    """The checks that patterns name; all of them if None."""
    if rules is None:
        return {found["id"] for found in _core.checks()}
    return named_checks([rules] if isinstance(rules, str) else rules)
