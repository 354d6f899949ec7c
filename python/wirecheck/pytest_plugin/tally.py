"""What a run counts: facts by how they came out, findings that were asked for, and the baselines to be written."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..baseline import Entries, entries, write
from ..display.terminal import printed
from ..waivers import Waiver, complaints
from ..wording import counted
from .facts import CONTRADICTED, HOLDS, NO_EVIDENCE

_WORST_LAST = (HOLDS, NO_EVIDENCE, CONTRADICTED)


class Tally:
    """The counts of a run. What pytest-xdist's workers send is added: a fact or finding that two of them saw counts once."""

    def __init__(self) -> None:
        """Starts at nothing."""
        self._facts: dict[str, str] = {}
        self._findings: set[str] = set()
        self._beside_a_baseline = False
        self._baselines: dict[str, Entries] = {}
        self._skipped: dict[str, str] = {}
        self._waived: set[str] = set()
        self._idle: dict[str, str] = {}
        self._useful: set[str] = set()
        self._ran_out: set[str] = set()
        self._written: list[str] = []

    def note(self, fact: str, outcome: str, instead_of: str | None = None) -> None:
        """Counts a fact, by the worst that came of it; one that holds may take the place of what it was narrowed from."""
        if instead_of is not None and instead_of != fact and self._facts.get(instead_of) == HOLDS:
            del self._facts[instead_of]
        self._facts[fact] = max(outcome, self._facts.get(fact, HOLDS), key=_WORST_LAST.index)

    def ask(self, findings: Iterable[Mapping[str, Any]], beside_a_baseline: bool) -> None:
        """Counts findings that are in no baseline."""
        self._findings.update(row["fingerprint"] for row in findings)
        self._beside_a_baseline |= beside_a_baseline

    def record(self, baseline: Path, findings: Iterable[Mapping[str, Any]]) -> None:
        """Keeps findings for a baseline."""
        self._baselines.setdefault(str(baseline), {}).update(entries(findings))

    def waived(self, findings: Iterable[Mapping[str, Any]]) -> None:
        """Counts findings that were asked for and are waived."""
        self._waived.update(row["fingerprint"] for row in findings)

    def waive(self, waivers: Iterable[Waiver], met: Iterable[Waiver], today: datetime.date) -> None:
        """Keeps what is to be said of waivers; one that is for a finding of any collection is not idle."""
        met = set(met)
        for waiver in waivers:
            if waiver in met:
                self._useful.add(waiver.where)
                self._ran_out.update(complaints([waiver], met, today))
            else:
                self._idle.update((waiver.where, line) for line in complaints([waiver], met, today))

    def skip(self, articles: Iterable[Mapping[str, Any]]) -> None:
        """Keeps what could not be read."""
        self._skipped.update((row["article"], row["reason"]) for row in articles)

    def as_dict(self) -> dict[str, Any]:
        """The counts, as a worker sends them."""
        return {
            "facts": self._facts,
            "findings": sorted(self._findings),
            "beside_a_baseline": self._beside_a_baseline,
            "baselines": self._baselines,
            "skipped": self._skipped,
            "waived": sorted(self._waived),
            "idle": self._idle,
            "useful": sorted(self._useful),
            "ran_out": sorted(self._ran_out),
        }

    def add(self, sent: Mapping[str, Any]) -> None:
        """Adds what a worker sent."""
        for fact, outcome in sent["facts"].items():
            self.note(fact, outcome)
        self._findings.update(sent["findings"])
        self._beside_a_baseline |= sent["beside_a_baseline"]
        self._skipped.update(sent["skipped"])
        self._waived.update(sent["waived"])
        self._idle.update(sent["idle"])
        self._useful.update(sent["useful"])
        self._ran_out.update(sent["ran_out"])
        for path, found in sent["baselines"].items():
            self._baselines.setdefault(path, {}).update(found)

    def write_baselines(self) -> None:
        """Writes each baseline that this run asked for; a run that found nothing makes no new file."""
        for path, found in self._baselines.items():
            if found or Path(path).is_file():
                write(Path(path), found)
                self._written.append(path)

    def lines(self, root: Path) -> list[str]:
        """The summary."""
        outcomes = list(self._facts.values())
        held, missing, contradicted = (outcomes.count(name) for name in _WORST_LAST)
        parts = [f"{held} fact{' holds' if held == 1 else 's hold'}"] if outcomes else []
        parts += [f"{missing} without evidence"] if missing else []
        parts += [f"{contradicted} contradicted"] if contradicted else []
        if found := len(self._findings):
            parts.append(counted(found, "new finding" if self._beside_a_baseline else "finding"))
        if waived := len(self._waived):
            parts.append(f"{waived} waived")
        lines = [f"wirecheck: {', '.join(parts)}"] if parts else []
        idle = [line for where, line in self._idle.items() if where not in self._useful]
        lines += [f"wirecheck: {printed(line)}" for line in sorted([*idle, *self._ran_out])]
        lines += [f"wirecheck: not read: {printed(f'{article}: {reason}')}" for article, reason in sorted(self._skipped.items())]
        for path in self._written:
            count = len(self._baselines[path])
            where = os.path.relpath(path, root)
            lines.append(f"wirecheck: {counted(count, 'finding')} written to {where}")
        return lines
