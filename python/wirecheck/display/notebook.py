"""How tables, claims and reports look in a notebook: plain HTML without scripts, everything of the caller's escaped.

Colours are mixed over the page's own, so that light and dark both work; long lists fold into `<details>`. Where a site strips
the style, what is left still reads: headings, quotations and marks are elements, and words part what colour parts here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from ..kinds import KIND_OF
from ..wording import counted, short
from .evidence import SEVERITIES, VERDICTS, Card, Evidence, Passage, Rows, counts, graded
from .lanes import STYLE as LANES
from .lanes import words

if TYPE_CHECKING:
    from ..checklist import Checklist
    from ..tables import Table

#: Rows of a table, findings of a report and questions that are shown before the rest folds or is counted.
ROWS = 8
CARDS = 6
FOLDED = 40
QUESTIONS = 5
CELL = 90

FACTS = {"casualty": "incident", "meeting": "meeting", "quote": "utterance"}

STYLE = """
.wirecheck{font-family:system-ui,-apple-system,"Segoe UI",sans-serif;font-size:13.5px;line-height:1.5;max-width:68em;overflow-wrap:anywhere}
.wirecheck{--error:#d6453d;--warning:#c98a12;--note:#3b82d0;--ask:#3f9a4d}
.wirecheck{--conflicts:#d6453d;--updates:#3b82d0;--refines:#2a9a9a;--agrees:#3f9a4d;--undecidable:#c98a12;--unrelated:#8a8a8a}
.wirecheck p{margin:.35em 0}
.wirecheck .top{font-size:15px;margin:.2em 0 .5em}
.wirecheck table{border-collapse:collapse;margin:.4em 0;font-size:12.5px}
.wirecheck .wide{overflow-x:auto;max-width:100%}
.wirecheck table th,.wirecheck table td{text-align:left!important;vertical-align:top;padding:.25em .8em;white-space:nowrap}
.wirecheck table th,.wirecheck table td{border-bottom:1px solid rgba(128,128,128,.25)}
.wirecheck table td.flow{white-space:normal;min-width:11em}
.wirecheck table th small{font-weight:400;opacity:.65;display:block}
.wirecheck table td.n,.wirecheck table th.n{text-align:right!important;font-variant-numeric:tabular-nums}
.wirecheck .null,.wirecheck .dim{opacity:.68}
.wirecheck .dot{display:inline-block;width:.7em;height:.7em;border-radius:2px;margin-right:.45em;background:var(--c)}
.wirecheck .card{border:1px solid rgba(128,128,128,.3);border-left:4px solid var(--c);border-radius:4px;padding:.5em .9em;margin:.6em 0}
.wirecheck .card .grade{font-weight:600;font-size:12px;margin:0 .3em 0 0}
.wirecheck code{font-size:12px;background:rgba(128,128,128,.15);padding:.05em .35em;border-radius:3px}
.wirecheck mark{color:inherit;background:rgba(255,190,0,.38);padding:0 .1em;border-radius:2px}
.wirecheck mark b{text-decoration:underline;text-decoration-color:var(--error);text-decoration-thickness:2px;text-underline-offset:2px}
.wirecheck .sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22em,100%),1fr));gap:.2em 1.4em}
.wirecheck blockquote{margin:.3em 0;padding:0 0 0 .8em;border-left:2px solid rgba(128,128,128,.35)}
.wirecheck .who{font-size:12px}
.wirecheck ul{margin:.2em 0;padding-left:1.3em}
.wirecheck summary{cursor:pointer;padding:.2em 0}
.wirecheck .tally span{white-space:nowrap}
.wirecheck .tally .b{display:none}
.wirecheck .tally .count{margin-right:1.2em}
.wirecheck .strip{display:flex;height:5px;gap:2px;max-width:40em}
.wirecheck .beside>div{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(24em,100%),1fr));gap:0 1.8em;margin:.3em 0}
.wirecheck .beside>div{border-top:1px solid rgba(128,128,128,.2);padding-top:.3em}
.wirecheck .fact{border-left:3px solid var(--c);padding:0 0 .1em .7em;margin:.4em 0 .7em;font-size:12.5px}
.wirecheck .fact p,.wirecheck .fact ul{margin:.15em 0}
.wirecheck .fact .nr{margin-left:0}
.wirecheck .strip i{background:var(--c);border-radius:2px;min-width:3px}
"""


def page(body: str, style: str = "") -> str:
    """A block of output with its style."""
    return f'<div class="wirecheck"><style>{STYLE}{LANES}{style}</style>{body}</div>'


def table_html(table: Table) -> str:
    """The first rows of a table under its columns' names and types."""
    types, total = table.schema, len(table)
    head = "".join(f"<th>{escape(column)}<small>{escape(type_)}</small></th>" for column, type_ in types.items())
    body = "".join("<tr>" + "".join(_cell(row.get(column)) for column in types) + "</tr>" for row in table.head(ROWS))
    more = f", the first {ROWS} shown" if total > ROWS else ""
    shape = f'<p><span class="dim">{counted(total, "row")}, {counted(len(types), "column")}{more}</span></p>'
    return page(f'{shape}<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>')


def claims_html(tables: Mapping[str, Rows]) -> str:
    """What was extracted: how many claims of each kind, from how many articles, and the first of each."""
    lines = []
    for table, kind in KIND_OF.items():
        rows = tables[table]
        articles = len(set(rows["article"])) if len(rows) else 0
        such = ", ".join(f"“{words(short(text, 60))}”" for text in _different(rows["text"], 3))
        lines.append(
            f'<tr><td>{_dot(kind)}<b>{table}</b></td><td class="n">{len(rows):,}</td><td class="n">{articles:,}</td>'
            f'<td class="flow dim">{such}</td></tr>'
        )
    head = '<tr><th></th><th class="n">claims</th><th class="n">articles</th><th>such as</th></tr>'
    title = f'<p class="top"><b>Claims</b> of {counted(len(tables["articles"]), "article")}</p>'
    return page(f'{title}<div class="wide"><table>{head}{"".join(lines)}</table></div>{_unread(tables)}{_next(tables)}')


def _unread(tables: Mapping[str, Rows]) -> str:
    """What was left out, and why."""
    unread, skipped = len(tables["unread"]), len(tables["skipped"])
    reasons = counts(tables["unread"]["reason"], sorted(set(tables["unread"]["reason"])))
    told = ", ".join(f"{words(reason)} {count:,}" for reason, count in reasons.items())
    lines = []
    if unread:
        lines.append(f"{counted(unread, 'sentence')} with a trigger gave no claim ({told}): <code>claims.unread</code>")
    if skipped:
        lines.append(f"{skipped:,} skipped: <code>claims.skipped</code>")
    return "".join(f'<p class="dim">{line}</p>' for line in lines)


def _next(tables: Mapping[str, Rows]) -> str:
    """What a newcomer may type next."""
    if not len(tables["articles"]):
        return ""
    first = escape(repr(short(tables["articles"][0]["article"], 40)))
    return (
        '<p class="dim">Each kind is a table: <code>claims.casualties.to_pandas()</code> · one article with its claims: '
        f"<code>wc.show({first}, claims)</code> · how they stand to each other: <code>wc.check(claims)</code></p>"
    )


def report_html(tables: Mapping[str, Rows], articles: Rows, checklist: Checklist | None = None) -> str:
    """What a check says: what is missing, the verdicts, the checklist of a draft, the findings with both passages."""
    beside = ""
    if checklist is not None:
        from .beside import checklist_html

        beside = checklist_html(checklist.facts(), articles)
    return page(_counts(tables, articles) + _questions(tables["questions"]) + beside + _findings(tables, articles))


def _counts(tables: Mapping[str, Rows], articles: Rows) -> str:
    facts = counts(tables["facts"]["kind"], FACTS)
    told = ", ".join(counted(count, FACTS[kind]) for kind, count in facts.items())
    top = f'<p class="top"><b>Report</b> on {counted(len(articles), "article")}{": " if told else ""}{told}</p>'
    verdicts = counts(tables["relations"]["verdict"], VERDICTS)
    if not verdicts:
        return f"{top}<p>No two claims could be compared.</p>{_left_out(tables)}"
    strip = "".join(f'<i style="--c:var(--{verdict});flex:{count}"></i>' for verdict, count in verdicts.items())
    told = _tally((verdict, f"<b>{count:,}</b> {verdict}") for verdict, count in verdicts.items())
    pairs = counted(sum(verdicts.values()), "pair")
    return f'{top}<p class="tally"><span class="count">{pairs} of claims:</span> {told}</p><div class="strip">{strip}</div>{_left_out(tables)}'


def _left_out(tables: Mapping[str, Rows]) -> str:
    skipped = len(tables["skipped"])
    return f'<p class="dim">{skipped:,} skipped: <code>report.skipped</code></p>' if skipped else ""


def _tally(told: Iterable[tuple[str, str]]) -> str:
    """Counts with the colour of each, parted by a dot where the style is lost."""
    parts = (f'<span class="count">{_dot(tone)}{words_}</span>' for tone, words_ in told)
    return '<span class="b"> · </span>'.join(parts)


def _questions(questions: Rows) -> str:
    if not len(questions):
        return ""
    first = [questions[nr] for nr in range(min(QUESTIONS, len(questions)))]
    lines = "".join(
        f'<li>{words(row["question"])} <span class="dim">would decide {counted(row["decides"], "pair")}</span></li>'
        for row in first
    )
    rest = len(questions) - len(first)
    more = f'<p class="dim">and {rest:,} more: <code>report.questions</code></p>' if rest else ""
    return f'<div class="card" style="--c:var(--ask)"><p><b>What is missing</b></p><ul>{lines}</ul>{more}</div>'


def _findings(tables: Mapping[str, Rows], articles: Rows) -> str:
    rows = graded(tables["findings"])
    if not rows:
        return "<p>No findings.</p>"
    tally = _tally(_graded(row["severity"] for row in rows))
    evidence = Evidence(articles, tables["relations"])
    reason_of = dict(zip(tables["chains"]["claim"], tables["chains"]["reason"], strict=True))
    cards = [card(evidence.card(row), _chain(evidence, row, reason_of)) for row in rows[:FOLDED]]
    folded = ""
    if len(cards) > CARDS:
        kinds = ", ".join(said for _, said in _graded(row["severity"] for row in rows[CARDS:FOLDED]))
        shown = counted(len(cards) - CARDS, "more finding")
        folded = f"<details><summary>{shown}: {kinds}</summary>{''.join(cards[CARDS:])}</details>"
    rest = len(rows) - len(cards)
    more = f'<p class="dim">and {rest:,} more: <code>report.findings</code></p>' if rest else ""
    return f'<p class="tally"><span class="count">{counted(len(rows), "finding")}:</span> {tally}</p>{"".join(cards[:CARDS])}{folded}{more}'


def _graded(severities: Iterable[str]) -> list[tuple[str, str]]:
    """How many findings there are of each severity, in words."""
    tally = counts(severities, SEVERITIES)
    return [(grade, f"<b>{count:,}</b> {grade if count == 1 else grade + 's'}") for grade, count in tally.items()]


def _chain(evidence: Evidence, finding: Mapping[str, Any], reason_of: Mapping[str, str]) -> str | None:
    """Why both sides of a finding are one source."""
    relation = evidence.relation(finding["relations"][0]) if finding["relations"] else {}
    reasons = {reason_of.get(relation.get(side, "")) for side in ("left", "right")} - {None}
    return ", ".join(sorted(reason for reason in reasons if reason)) or None


def card(finding: Card, chain: str | None = None) -> str:
    """One finding: what it says, both passages with the compared words marked, and why; `chain` says why both are one source."""
    passages = "".join(_passage(side) for side in finding.passages)
    missing = f"missing: {finding.missing}" if finding.missing else None
    why = " · ".join(part for part in (finding.reason, missing, _sources(finding, chain), _also(finding)) if part)
    last = f'<p class="dim">{words(why)}</p>' if why else ""
    grade = escape(finding.severity)
    return (
        f'<div class="card" style="--c:var(--{grade})"><p><b class="chip grade">{grade}</b> <code>{escape(finding.rule)}</code> '
        f'{words(finding.message)}</p><div class="sides">{passages}</div>{last}</div>'
    )


def _sources(finding: Card, chain: str | None) -> str:
    if finding.same_chain:
        return f"both go back to one source ({chain})" if chain else "both go back to one source"
    if finding.independent_sources is None:
        return ""
    return counted(finding.independent_sources, "independent source")


def _also(finding: Card) -> str:
    """The articles that the finding is on besides those whose passages are shown."""
    shown = {side.article for side in finding.passages}
    others = [article for article in finding.articles if article not in shown]
    more = f" and {len(others) - 5:,} more" if len(others) > 5 else ""
    return f"also in {', '.join(others[:5])}{more}" if others else ""


def _passage(side: Passage) -> str:
    pieces = (f"<b>{words(said)}</b>" if differs else words(said) for said, differs in side.marked)
    marked = f"<mark>{''.join(pieces)}</mark>" if side.marked else ""
    outlet = f"<b>{words(side.outlet)}</b> · " if side.outlet else ""
    who = f'<p class="who">{outlet}{words(side.when)} · <span class="dim">{words(side.article)}</span></p>'
    return f'<blockquote dir="auto">{who}{words(side.before)}{marked}{words(side.after)}</blockquote>'


def _dot(tone: str) -> str:
    return f'<i class="dot" style="--c:var(--{tone})"></i>'


def _different(texts: Iterable[str | None], most: int) -> list[str]:
    """The first texts that differ."""
    seen: dict[str, None] = {}
    for text in texts:
        if text:
            seen.setdefault(text)
        if len(seen) == most:
            break
    return list(seen)


def _cell(value: Any) -> str:
    if value is None:
        return '<td class="null">–</td>'
    if isinstance(value, bool):
        return f"<td>{'yes' if value else 'no'}</td>"
    if isinstance(value, int | float):
        return f'<td class="n">{value}</td>'
    said = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f'<td title="{escape(short(said, 600))}">{words(short(said, CELL))}</td>'
