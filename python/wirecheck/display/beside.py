"""A draft with its checklist beside it: each paragraph with numbered marks, and next to it what others say of its facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from ..checklist import SAID, TICKS, Fact, Source, articles_by_id, by_draft
from ..wording import counted
from .evidence import Rows, counts
from .lanes import Mark, chip, drawn, trimmed, words

#: Drafts that are shown, and contradicting sources of a fact that stand unfolded.
DRAFTS = 3
SOURCES = 5


def checklist_html(facts: Sequence[Fact], articles: Rows) -> str:
    """The drafts, each with its facts."""
    drafts = by_draft(facts)
    if not drafts:
        return "<p>The draft holds no fact that can be checked.</p>"
    article = articles_by_id(articles)
    shown = "".join(_draft(article(name), drafts[name]) for name in list(drafts)[:DRAFTS])
    rest = len(drafts) - DRAFTS
    more = f'<p class="dim">and {counted(rest, "more draft")}: <code>report.checklist</code></p>' if rest > 0 else ""
    return f"{shown}{more}"


def _draft(article: Mapping[str, Any], facts: Sequence[Fact]) -> str:
    left = {str(fact.row["nr"]): fact for fact in facts}
    text = article.get("text") or ""
    numbered = (Mark(fact.row["start"], fact.row["end"], fact.state, (nr,), look="nr") for nr, fact in left.items())
    marks = [trimmed(text, mark) for mark in numbered]
    rows = []
    for paragraph, begun in drawn(text, marks):
        here = [left.pop(label) for mark in begun for label in mark.labels]
        here.sort(key=lambda fact: int(fact.row["nr"]))
        rows.append(_beside(f'<div class="lanes">{paragraph}</div>', here))
    if left:
        rows.append(_beside("<div></div>", left.values()))
    return f'{_head(article, facts)}<div class="beside">{"".join(rows)}</div>'


def _head(article: Mapping[str, Any], facts: Sequence[Fact]) -> str:
    tally = counts((fact.state for fact in facts), SAID)
    told = "".join(chip(f"{count:,} {SAID[state]}", state, look="key") for state, count in tally.items())
    ticked = sum(bool(fact.row["checked"]) for fact in facts)
    done = f"{ticked:,} of {len(facts):,} ticked" if ticked else "to tick them off: "
    way = "" if ticked else '<code>report.checklist.to_excel("check.xlsx")</code>'
    return (
        f'<p class="top"><b>Checklist</b> of {words(article.get("title") or article["article"])}: {counted(len(facts), "fact")}</p>'
        f'<p>{told}<span class="dim">{done}{way}</span></p>'
    )


def _beside(text: str, facts: Iterable[Fact]) -> str:
    return f"<div>{text}<div>{''.join(map(_fact, facts))}</div></div>"


def _fact(fact: Fact) -> str:
    row = fact.row
    state = chip(SAID[fact.state], fact.state)
    return (
        f'<div class="fact" style="--c:var(--{fact.state})"><p>{chip(str(row["nr"]), fact.state, look="nr")} '
        f'<b>{words(row["value"])}</b> <span class="dim">{escape(row["kind"])}</span>{state}</p>'
        f"{_undecided(row)}{_told(fact)}{_ticked(row)}</div>"
    )


def _undecided(row: Mapping[str, Any]) -> str:
    missing = row["undecided_because"]
    return f"<p>cannot be decided without: {words(missing)}</p>" if missing else ""


def _told(fact: Fact) -> str:
    """What others say, the contradictions unfolded, and the findings."""
    against = _sources("contradicted by", fact.contradicted_by, " open")
    found = ""
    if fact.findings:
        rules = ", ".join(f"<code>{escape(rule)}</code>" for rule in dict.fromkeys(row["rule"] for row in fact.findings))
        lines = "".join(f"<li>{escape(row['severity'])}: {words(row['message'])}</li>" for row in fact.findings)
        found = f"<details><summary>findings: {rules}</summary><ul>{lines}</ul></details>"
    others = (("supported by", fact.supported_by), ("fits with", fact.fits), (SAID["updates"], fact.updates))
    return against + "".join(_sources(said, sources) for said, sources in others) + found


def _sources(said: str, sources: Sequence[Source], unfolded: str = "") -> str:
    if not sources:
        return ""
    unfolded = unfolded if len(sources) <= SOURCES else ""
    lines = "".join(map(_source, sources))
    return f"<details{unfolded}><summary>{said} {len(sources):,}</summary><ul>{lines}</ul></details>"


def _source(source: Source) -> str:
    outlet = f"<b>{words(source.outlet)}</b> " if source.outlet else ""
    return f'<li>{outlet}<span class="dim">{words(source.when)} · {words(source.article)}</span>: “{words(source.text)}”</li>'


def _ticked(row: Mapping[str, Any]) -> str:
    told = " · ".join(row[column] for column in TICKS if row[column])
    return f"<p><b>✓</b> {words(told)}</p>" if told else ""
