"""Waivers: findings that somebody has looked at and lets stand, with a reason and a date."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .days import day
from .nearest import fits, named_checks
from .toml_tables import typed

__tracebackhide__ = True  # in the traceback of a test, the sentence is meant for who wrote the waiver

Finding = Mapping[str, Any]

KEYS: dict[str, type] = {
    "fingerprint": str,
    "rule": str,
    "article": str,
    "reason": str,
    "since": datetime.date,
    "until": datetime.date,
    "by": str,
}


@dataclass(frozen=True)
class Waiver:
    """A table `[[waiver]]`.

    Attributes:
        where: What it is called in a sentence, `[[waiver]] number 2 of wirecheck.toml`.
        reason: Why the findings may stand.
        fingerprint: That of the one finding it is for; None if it is for a check in an article.
        rule: The check; `*` stands for any letters.
        article: The article on either side of the finding, by its id or by its place as it is printed; `*` stands for any letters.
        since: The day it was written.
        until: Its last day; None if it does not run out.
        by: Who wrote it.
    """

    where: str
    reason: str
    fingerprint: str | None = None
    rule: str | None = None
    article: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    by: str | None = None

    @property
    def of(self) -> str:
        """What it is for, in words."""
        return f"fingerprint {self.fingerprint}" if self.rule is None else f"{self.rule} in {self.article}"

    def covers(self, finding: Finding, label: Callable[[str], str]) -> bool:
        """Whether it is for this finding; `label` gives the place of an article as it is printed."""
        if self.fingerprint is not None and finding["fingerprint"] != self.fingerprint:
            return False
        if self.rule is None or self.article is None:
            return True
        articles = [name for name in (finding["article"], finding["other_article"]) if name is not None]
        names = {*articles, *map(label, articles)}
        return fits(finding["rule"], self.rule) and any(fits(name, self.article) for name in names)


@dataclass(frozen=True)
class Waived:
    """Findings, parted by waivers.

    Attributes:
        left: Those that no waiver in force is for.
        waived: Those that one is for.
        met: The waivers that are for any of them, in force or not.
    """

    left: list[Finding]
    waived: list[Finding]
    met: frozenset[Waiver]


def read_waivers(entries: Any, file: str) -> tuple[Waiver, ...]:
    """The waivers of a file.

    Raises:
        ValueError: If one has no reason, no date or nothing that it is for, or a key or value that has no place there.
    """
    if not isinstance(entries, list):
        raise ValueError("a waiver is written with two brackets, [[waiver]]")
    return tuple(_waiver(entry, number, file) for number, entry in enumerate(entries, 1))


def _waiver(entry: Any, number: int, file: str) -> Waiver:
    where = f"[[waiver]] number {number}"
    given = dict(typed(entry, KEYS, where))
    try:
        given |= {key: day(given[key], key) for key in ("since", "until") if key in given}
        if "rule" in given:
            named_checks([given["rule"]])
    except ValueError as wrong:
        raise ValueError(f"{where}: {wrong}") from wrong
    waiver = Waiver(f"{where} of {file}", given.pop("reason", "").strip(), **given)
    if not waiver.reason:
        raise ValueError(f'{where} needs a reason: reason = "the ministry has corrected itself"')
    if waiver.since is None and waiver.until is None:
        raise ValueError(f"{where} needs a date: its last day (until = 2027-01-01), or the day it was written (since)")
    if waiver.since is not None and waiver.until is not None and waiver.since > waiver.until:
        raise ValueError(f"{where} ends ({waiver.until}) before it begins ({waiver.since})")
    if waiver.fingerprint is None and (waiver.rule is None or waiver.article is None):
        raise ValueError(f"{where} needs the fingerprint of a finding, or a rule and an article")
    if waiver.fingerprint is not None and (waiver.rule is None) != (waiver.article is None):
        raise ValueError(f"{where} has a fingerprint already; leave rule and article out")
    return waiver


def waive(
    waivers: Sequence[Waiver], findings: Iterable[Finding], today: datetime.date, label: Callable[[str], str] = str
) -> Waived:
    """Parts findings by whether a waiver is for them that has not run out."""
    left: list[Finding] = []
    waived: list[Finding] = []
    met: set[Waiver] = set()
    for finding in findings:
        its_own = [waiver for waiver in waivers if waiver.covers(finding, label)]
        met.update(its_own)
        (waived if any(not expired(waiver, today) for waiver in its_own) else left).append(finding)
    return Waived(left, waived, frozenset(met))


def expired(waiver: Waiver, today: datetime.date) -> bool:
    """Whether its last day is over."""
    return waiver.until is not None and waiver.until < today


def complaints(waivers: Iterable[Waiver], met: Iterable[Waiver], today: datetime.date) -> list[str]:
    """A sentence on each waiver that has run out, and on each that is for no finding any more."""
    met = set(met)
    lines = []
    for waiver in waivers:
        if waiver not in met:
            lines.append(f"{waiver.where} ({waiver.of}) matches no finding any more; delete it")
        elif expired(waiver, today):
            lines.append(f"{waiver.where} ({waiver.of}) ran out on {waiver.until}; its findings count again")
    return lines
