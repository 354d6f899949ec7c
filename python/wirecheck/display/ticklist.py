"""The checklist of a draft as lines of a terminal: a line a fact, below it the passages that contradict it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..checklist import SAID, Fact, Source, by_draft
from ..wording import counted, short
from .evidence import counts
from .terminal import Places, printed

#: Sources that are printed below a fact.
SOURCES = 3
WORDS = 60


def checklist_lines(facts: Sequence[Fact], texts: Mapping[str, str | None], places: Places) -> list[str]:
    """The drafts, each with its facts in reading order."""
    if not facts:
        return ["checklist: no fact that can be checked"]
    lines = []
    for article, its_own in by_draft(facts).items():
        lines += ["", *_draft(article, its_own, texts, places)]
    return lines[1:]


def _draft(article: str, facts: Sequence[Fact], texts: Mapping[str, str | None], places: Places) -> Iterator[str]:
    tally = counts((fact.state for fact in facts), SAID)
    told = ", ".join(f"{count} {SAID[state]}" for state, count in tally.items())
    yield printed(f"checklist of {places.label(article)}: {counted(len(facts), 'fact')} ({told})")
    wide = max(len(SAID[state]) for state in tally)
    for fact in facts:
        row = fact.row
        at = places.where(row, "", texts)
        place = f"{at[0]}:{at[1]}" if at else "-"
        yield printed(
            f"{row['nr']:>4}  {place:>7}  {SAID[fact.state]:{wide}}  {row['kind']} {row['value']}: “{short(row['text'], WORDS)}”"
        )
        yield from _below(fact, places)


def _below(fact: Fact, places: Places) -> Iterator[str]:
    indent = " " * 15
    for said, sources in (("contradicted by", fact.contradicted_by), (SAID["updates"], fact.updates)):
        for source in sources[:SOURCES]:
            yield printed(f"{indent}{said} {_source(source, places)}")
        if len(sources) > SOURCES:
            yield f"{indent}and {len(sources) - SOURCES} more"
    if fact.supported_by:
        yield printed(f"{indent}supported by {_named(source.outlet or source.article for source in fact.supported_by)}")
    if missing := fact.row["undecided_because"]:
        yield printed(f"{indent}cannot be decided without: {missing}")
    for rule in dict.fromkeys(finding["rule"] for finding in fact.findings):
        yield f"{indent}finding {rule}"


def _source(source: Source, places: Places) -> str:
    parts = (source.outlet, source.when, places.label(source.article))
    return f"{' · '.join(part for part in parts if part)}: “{short(source.text, WORDS)}”"


def _named(names: Iterable[str]) -> str:
    once = list(dict.fromkeys(names))
    return ", ".join(once[:SOURCES]) + (f" and {len(once) - SOURCES} more" if len(once) > SOURCES else "")
