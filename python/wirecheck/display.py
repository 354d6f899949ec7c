"""How tables, claims and reports look in a notebook: plain HTML without scripts, everything of the caller's escaped.

Colours are mixed over the page's own, so that light and dark both work; long lists fold into `<details>`.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from .evidence import SEVERITIES, VERDICTS, Card, Evidence, Passage, Rows, counts, graded, when

if TYPE_CHECKING:
    from .tables import Table

#: Rows of a table, findings of a report and questions that are shown before the rest folds or is counted.
ROWS = 8
CARDS = 6
FOLDED = 40
QUESTIONS = 5
CELL = 90

KINDS = ("casualties", "meetings", "quotes", "dates", "names")

STYLE = """
.wirecheck{font-family:system-ui,-apple-system,"Segoe UI",sans-serif;font-size:13px;line-height:1.45;max-width:60em}
.wirecheck table{border-collapse:collapse;margin:.4em 0;font-size:12px}
.wirecheck .wide{overflow-x:auto;max-width:100%}
.wirecheck table th,.wirecheck table td{text-align:left!important;vertical-align:top;padding:.2em .7em;white-space:nowrap}
.wirecheck table th,.wirecheck table td{border-bottom:1px solid rgba(128,128,128,.25)}
.wirecheck th small{font-weight:400;opacity:.6;display:block}
.wirecheck table td.n{text-align:right!important;font-variant-numeric:tabular-nums}
.wirecheck .null,.wirecheck .dim{opacity:.6}
.wirecheck .card{border:1px solid rgba(128,128,128,.3);border-left-width:4px;border-radius:4px;padding:.5em .8em;margin:.5em 0}
.wirecheck .card p{margin:.3em 0}
.wirecheck .error{border-left-color:#d33}
.wirecheck .warning{border-left-color:#d90}
.wirecheck .note{border-left-color:#48c}
.wirecheck .ask{border-left-color:#7a5}
.wirecheck code{font-size:12px;background:rgba(128,128,128,.15);padding:.05em .35em;border-radius:3px}
.wirecheck mark{color:inherit;background:rgba(255,190,0,.38);padding:0 .1em;border-radius:2px}
.wirecheck blockquote{margin:.35em 0;padding:0 0 0 .8em;border-left:2px solid rgba(128,128,128,.35)}
.wirecheck blockquote footer{font-size:11px;opacity:.7}
.wirecheck ul{margin:.2em 0;padding-left:1.3em}
.wirecheck summary{cursor:pointer;opacity:.8}
.wirecheck .tally b{margin-left:.9em}
.wirecheck .tally b:first-child{margin-left:0}
"""


def page(body: str) -> str:
    """A block of output with its style."""
    return f'<div class="wirecheck"><style>{STYLE}</style>{body}</div>'


def table_html(table: Table) -> str:
    """The first rows of a table under its columns' names and types."""
    types, total = table.schema, len(table)
    head = "".join(f"<th>{escape(column)}<small>{escape(type_)}</small></th>" for column, type_ in types.items())
    body = "".join("<tr>" + "".join(_cell(row.get(column)) for column in types) + "</tr>" for row in table.head(ROWS))
    more = f", the first {ROWS} shown" if total > ROWS else ""
    shape = f'<p><span class="dim">{_n(total, "row")}, {_n(len(types), "column")}{more}</span></p>'
    return page(f'{shape}<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>')


def claims_html(tables: Mapping[str, Rows]) -> str:
    """What was extracted: how many claims of each kind, from how many articles, and the first of each."""
    lines = []
    for kind in KINDS:
        rows = tables[kind]
        articles = len(set(rows["article"])) if len(rows) else 0
        words = ", ".join(f"“{escape(_short(rows[nr]['text'], 48))}”" for nr in range(min(3, len(rows))))
        lines.append(
            f'<tr><td><b>{kind}</b></td><td class="n">{len(rows):,}</td><td class="n">{articles:,}</td>'
            f'<td class="dim">{words}</td></tr>'
        )
    head = "<tr><th></th><th>claims</th><th>articles</th><th>such as</th></tr>"
    unread = len(tables["unread"])
    note = ""
    if unread:
        reasons = counts(tables["unread"]["reason"], sorted(set(tables["unread"]["reason"])))
        told = ", ".join(f"{escape(reason)} {n:,}" for reason, n in reasons.items())
        note = f'<p class="dim">{_n(unread, "sentence")} with a trigger gave no claim: {told}.</p>'
    title = f"<p><b>Claims</b> of {_n(len(tables['articles']), 'article')}</p>"
    return page(f'{title}<div class="wide"><table>{head}{"".join(lines)}</table></div>{note}')


def report_html(tables: Mapping[str, Rows], articles: Rows) -> str:
    """What a check says: what is missing, the verdicts, the findings with both passages, errors first."""
    return page(_questions(tables["questions"]) + _verdicts(tables) + _findings(tables, articles))


def _questions(questions: Rows) -> str:
    if not len(questions):
        return ""
    first = [questions[nr] for nr in range(min(QUESTIONS, len(questions)))]
    lines = "".join(f"<li>{escape(row['question'])}</li>" for row in first)
    rest = len(questions) - len(first)
    more = f'<p class="dim">and {rest:,} more in <code>report.questions</code></p>' if rest else ""
    return f'<div class="card ask"><b>What would decide more</b><ul>{lines}</ul>{more}</div>'


def _verdicts(tables: Mapping[str, Rows]) -> str:
    tally = counts(tables["relations"]["verdict"], VERDICTS)
    told = "".join(f"<b>{n:,}</b> {verdict}" for verdict, n in tally.items()) or "nothing to compare"
    skipped = len(tables["skipped"])
    left_out = f' <span class="dim">· {skipped:,} skipped, see <code>report.skipped</code></span>' if skipped else ""
    return f'<p class="tally">{told}{left_out}</p>'


def _findings(tables: Mapping[str, Rows], articles: Rows) -> str:
    rows = graded(tables["findings"])
    if not rows:
        return "<p>No findings.</p>"
    tally = counts((row["severity"] for row in rows), SEVERITIES)
    told = "".join(f"<b>{n:,}</b> {severity if n == 1 else severity + 's'}" for severity, n in tally.items())
    evidence = Evidence(articles, tables["relations"])
    cards = [card(evidence.card(row)) for row in rows[:FOLDED]]
    folded = ""
    if len(cards) > CARDS:
        folded = f"<details><summary>{len(cards) - CARDS} more findings</summary>{''.join(cards[CARDS:])}</details>"
    rest = len(rows) - len(cards)
    more = f'<p class="dim">and {rest:,} more in <code>report.findings</code></p>' if rest else ""
    return f'<p class="tally">{told}</p>{"".join(cards[:CARDS])}{folded}{more}'


def card(finding: Card) -> str:
    """One finding: what it says, both passages with the compared words marked, and why."""
    passages = "".join(_passage(side) for side in finding.passages)
    missing = f"missing: {finding.missing}" if finding.missing else None
    why = " · ".join(part for part in (finding.reason, missing, _sources(finding)) if part)
    last = f'<p class="dim">{escape(why)}</p>' if why else ""
    return (
        f'<div class="card {escape(finding.severity)}"><p><code>{escape(finding.rule)}</code> {escape(finding.message)}</p>'
        f"{passages}{last}</div>"
    )


def _sources(finding: Card) -> str:
    if finding.same_chain:
        return "both go back to one source"
    if finding.independent_sources is None:
        return ""
    return _n(finding.independent_sources, "independent source")


def _passage(side: Passage) -> str:
    pieces = (f"<b>{escape(words)}</b>" if differs else escape(words) for words, differs in side.marked)
    marked = f"<mark>{''.join(pieces)}</mark>"
    who = " · ".join(part for part in (side.outlet, when(side.published), side.article) if part)
    return f"<blockquote>{escape(side.before)}{marked}{escape(side.after)}<footer>{escape(who)}</footer></blockquote>"


def _cell(value: Any) -> str:
    if value is None:
        return '<td class="null">–</td>'
    if isinstance(value, bool):
        return f"<td>{'yes' if value else 'no'}</td>"
    if isinstance(value, int | float):
        return f'<td class="n">{value}</td>'
    words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f'<td title="{escape(_short(words, 600))}">{escape(_short(words, CELL))}</td>'


def _short(words: str, most: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _n(count: int, noun: str) -> str:
    return f"{count:,} {noun if count == 1 else noun + 's'}"
