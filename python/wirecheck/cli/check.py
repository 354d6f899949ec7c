"""`wirecheck check`: articles checked against each other, or a draft against them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import _core, baseline, verbs
from ..config import Config
from ..days import today
from ..display.terminal import Places, finding_lines, printed, summary
from ..nearest import fits
from ..report import Report
from ..waivers import Finding, Waiver, complaints, waive
from ..wording import counted
from .output import as_json, write
from .reading import read
from .settings import settings

OK, FOUND = 0, 1


@dataclass(frozen=True)
class Checked:
    """A report, and what of its findings counts.

    Attributes:
        findings: Those that are new: neither waived nor in the baseline.
        known: How many are in the baseline.
        waived: How many are waived.
        complaints: Sentences on waivers that ran out or are for nothing any more.
    """

    report: Report
    places: Places
    texts: Mapping[str, str | None]
    findings: list[Finding]
    known: int
    waived: int
    complaints: list[str]
    against: bool

    @property
    def summary(self) -> str:
        """What was found, in a line."""
        left = [f"{count} {how}" for count, how in ((self.known, "in the baseline"), (self.waived, "waived")) if count]
        return summary(self.findings, len(self.texts)) + (f" ({', '.join(left)})" if left else "")


def run(asked: argparse.Namespace) -> int:
    """Checks, prints, and gives the exit status: 1 where a finding that counts is an error."""
    config = settings(asked)
    path = _baseline_path(asked, config)
    format_ = asked.format or config.format or "text"
    checked, found = _checked(asked, config, path)
    if asked.update_baseline and path is not None:
        baseline.write(path, baseline.entries(found))
        print(f"{counted(len(found), 'finding')} written to {path}", file=sys.stderr)
    write(asked.output, FORMATS[format_](checked))
    if format_ == "html":
        for line in checked.complaints:
            print(f"wirecheck: {printed(line)}", file=sys.stderr)
    if asked.output:
        print(f"{checked.summary}; written to {asked.output}")
    return FOUND if any(finding["severity"] == "error" for finding in checked.findings) else OK


def _checked(asked: argparse.Namespace, config: Config, path: Path | None) -> tuple[Checked, list[Finding]]:
    """What was checked, and the findings that a baseline holds from now on."""
    select, ignore = asked.select or config.select, asked.ignore or config.ignore
    day = today(asked.today)
    articles, places = read(asked.paths, config.columns, asked.published)
    claims = verbs.extract(articles, threads=config.threads)
    against = None
    if others := asked.against or config.against:
        read_others, there = read(others, config.columns)
        against = verbs.extract(read_others, threads=config.threads)
        places.update(there)
    report = verbs.check(claims, against=against, owners=config.owners, select=select, ignore=ignore, threads=config.threads)
    texts = {row["article"]: row["text"] for table in (claims, against) if table is not None for row in table.articles}
    parted = waive(config.waivers, report.findings, day, places.label)
    known = baseline.Baseline(path) if path is not None and not asked.update_baseline else ()
    new = [] if asked.update_baseline else [finding for finding in parted.left if finding["fingerprint"] not in known]
    waivers = [waiver for waiver in config.waivers if _asked_for(waiver.rule, select, ignore)]
    if against is not None:
        drafts = frozenset(claims.articles["article"])
        waivers = [waiver for waiver in waivers if waiver in parted.met or _is_of(waiver, drafts, places)]
        new = [_draft_first(finding, drafts) for finding in new]
    told = complaints(waivers, parted.met, day)
    checked = Checked(report, places, texts, new, len(parted.left) - len(new), len(parted.waived), told, against is not None)
    return checked, parted.left


def _is_of(waiver: Waiver, drafts: Collection[str], places: Places) -> bool:
    """Whether a waiver is for a draft by name: what the articles say against each other is looked at in another run."""
    if waiver.article is None:
        return False
    return any(fits(name, waiver.article) for draft in drafts for name in (draft, places.label(draft)))


def _draft_first(finding: Finding, drafts: Collection[str]) -> Finding:
    """A finding with its sides changed where the draft, which is what can be mended, stands second."""
    if finding["article"] in drafts or finding["other_article"] not in drafts:
        return finding
    sides = [name for name in finding if f"other_{name}" in finding]
    turned = {name: finding[f"other_{name}"] for name in sides} | {f"other_{name}": finding[name] for name in sides}
    return {**finding, **turned}


def _asked_for(rule: str | None, select: Any, ignore: Any) -> bool:
    """Whether a waiver of this check could have met something; one of a fingerprint could where no check was left out."""
    if rule is None:
        return not select and not ignore
    from ..nearest import named_checks

    left = (named_checks(select) if select else named_checks(["*"])) - named_checks(ignore or ())
    return bool(left & named_checks([rule]))


def _baseline_path(asked: argparse.Namespace, config: Config) -> Path | None:
    path = Path(asked.baseline) if asked.baseline else config.baseline
    if asked.update_baseline and path is None:
        raise ValueError(
            f'--update-baseline needs a file: --baseline {baseline.NAME}, or baseline = "{baseline.NAME}" in wirecheck.toml'
        )
    if path is not None and not asked.update_baseline and not path.is_file():
        raise ValueError(f"there is no baseline {str(path)!r}; --update-baseline writes it")
    return path


def _text(checked: Checked) -> str:
    lines: list[str] = []
    if checked.against:
        from ..display.ticklist import checklist_lines

        lines = [*checklist_lines(checked.report.checklist.facts(), checked.texts, checked.places), ""]
    for finding in checked.findings:
        lines += [*finding_lines(finding, checked.texts, checked.places), ""]
    lines += [printed(f"skipped {row['article']}: {row['reason']}") for row in checked.report.skipped]
    lines += [printed(line) for line in checked.complaints]
    return "\n".join([*lines, checked.summary]) + "\n"


def _json(checked: Checked) -> str:
    told: dict[str, Any] = {
        "findings": checked.findings,
        "skipped": checked.report.skipped.to_pylist(),
        "articles": len(checked.texts),
        "known": checked.known,
        "waived": checked.waived,
        "waivers": checked.complaints,
        "rules": _core.stamp()["wirecheck.rules"],
    }
    if checked.against:
        facts = checked.report.checklist.facts()
        told["checklist"] = [{**fact.row, "state": fact.state, "fingerprint": fact.key} for fact in facts]
    return as_json(told)


def _html(checked: Checked) -> str:
    from ..display.page import render

    why = {found["id"]: found["why"] for found in _core.checks()}
    tables = {**checked.report._tables, "findings": _only(checked.report.findings, checked.findings)}
    return render(checked.report._claims, tables, "wirecheck report", why)


def _only(table: _core.Table, rows: list[Finding]) -> Any:
    """The table with these of its rows alone."""
    if len(rows) == len(table):
        return table
    name, fields, _, metadata = table.__reduce__()[1]
    return type(table).of_columns(name, fields, [[row[column] for row in rows] for column, _, _ in fields], metadata)


def _github(checked: Checked) -> str:
    from .github import lines, notice

    told = lines(checked.findings, checked.texts, checked.places)
    told += [notice("notice", f"skipped {row['article']}: {row['reason']}") for row in checked.report.skipped]
    told += [notice("warning", line) for line in checked.complaints]
    if checked.against:
        facts = checked.report.checklist.facts()
        states = [fact.state for fact in facts]
        told.append(notice("notice", f"checklist: {counted(len(facts), 'fact')}, {states.count('contradicted')} contradicted"))
    return "\n".join([*told, checked.summary]) + "\n"


FORMATS = {"text": _text, "json": _json, "html": _html, "github": _github}
