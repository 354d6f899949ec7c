"""Writes what follows from the crate: `python/wirecheck/rows.py`, `docs/tables.md`, `docs/rules/`, `docs/checks.md`, the list of
checks in README.md and the table of figures in docs/tolls.md.

usage: python tools/generate.py [--check]

With --check nothing is written, and the exit status says whether what is committed is what would be written.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import wirecheck as wc
from wirecheck import _core

ROOT = Path(__file__).resolve().parent.parent
PYTHON = {
    "utf8": "str",
    "int64": "int",
    "float64": "float",
    "bool": "bool",
    "date32": "date",
    "list<utf8>": "list[str]",
    "list<int64>": "list[int]",
}
ROWS = {
    "articles": "ArticleRow",
    "dates": "DateRow",
    "names": "NameRow",
    "casualties": "CasualtyRow",
    "meetings": "MeetingRow",
    "quotes": "QuoteRow",
    "unread": "UnreadRow",
    "relations": "RelationRow",
    "findings": "FindingRow",
    "facts": "FactRow",
    "tolls": "TollRow",
    "sources": "SourceRow",
    "chains": "ChainRow",
    "entities": "EntityRow",
    "places": "PlaceRow",
    "questions": "QuestionRow",
    "checklist": "ChecklistRow",
    "skipped": "SkippedRow",
    "ucdp": "UcdpRow",
    "airwars": "AirwarsRow",
}
HEAD = '''"""The rows of every table as types, for checkers: `row: CasualtyRow = claims.casualties[0]`.

Written by tools/generate.py from src/table/; change it there.
"""

from __future__ import annotations

from datetime import date
from typing import TypedDict


class Column(TypedDict):
    """A column of a table."""

    name: str
    type: str
    nullable: bool
    doc: str
    values: list[str]


class Form(TypedDict):
    """A table: what a row of it is, and its columns."""

    name: str
    of: str
    doc: str
    columns: list[Column]


class Reads(TypedDict):
    """Sentences that give one value."""

    value: str
    sentences: list[str]


class RulePage(TypedDict):
    """A rule of reading, with its examples."""

    id: str
    family: str
    table: str
    columns: list[str]
    why: str
    reads: list[Reads]
    silent: list[str]
    clock: str


class VerdictPage(TypedDict):
    """A row of the verdict table: the rule that a relation names."""

    id: str
    verdict: str
    why: str


class CheckPage(TypedDict):
    """A check, with the story that shows it."""

    id: str
    severity: str
    why: str
    story: str
'''


def rows() -> str:
    parts = [HEAD]
    for form in _core.forms():
        parts.append(f'\n\nclass {ROWS[form["name"]]}(TypedDict):\n    """{form["doc"]}"""\n\n')
        for column in form["columns"]:
            parts.append(f"    {column['name']}: {PYTHON[column['type']]}{' | None' if column['nullable'] else ''}\n")
    return "".join(parts)


def page() -> str:
    lines = [
        "# Tables and columns",
        "",
        "<!-- Written by tools/generate.py from src/table/; change it there. -->",
        "",
        'Offsets count code points of the Python string: `text[start:end] == row["text"]`, always. A column marked with `?` may be null.',
        "Columns are fixed; more may be added at the end.",
    ]
    for form in _core.forms():
        lines += [
            "",
            f"## `{form['of']}.{form['name']}`",
            "",
            form["doc"],
            "",
            "| column | type | what it holds |",
            "|---|---|---|",
        ]
        lines += [f"| `{c['name']}` | {_type(c)} | {c['doc'].replace('|', chr(92) + '|')} |" for c in form["columns"]]
    return "\n".join(lines) + "\n"


FAMILIES = {
    "date": "dates",
    "name": "names",
    "number": "numbers",
    "casualty": "casualties",
    "meeting": "meetings",
    "quote": "quotes",
}


def rules(family: str) -> str:
    """The rules of a family with their examples, as a page that `cargo doc` shows too."""
    found = [rule for rule in _core.rules() if rule["family"] == family]
    columns = ", ".join(f"`{column}`" for column in found[0]["columns"])
    lines = [
        f"# Rules that read {FAMILIES[family]}",
        "",
        "<!-- Written by tools/generate.py from the rules; change them there. -->",
        "",
        f"Each example gives {columns}, read on {found[0]['clock']}, a Friday; a row after a `+` is a second one of the same sentence.",
        f"{len(found)} rules, {sum(len(group['sentences']) for rule in found for group in rule['reads'])} sentences that are read,"
        f" {sum(len(rule['silent']) for rule in found)} that look like it and are left alone.",
    ]
    for rule in found:
        lines += ["", f"## `{rule['id']}`", "", rule["why"], "", "| it reads | as |", "|---|---|"]
        lines += [f"| {_cell(text)} | `{group['value']}` |" for group in rule["reads"] for text in group["sentences"]]
        lines += ["", *[f"- leaves alone: {_cell(text)}" for text in rule["silent"]]]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """A sentence in a table of Markdown: nothing in it is a link, a mark-up or the end of a cell."""
    for sign in "\\|[]<>*_`":
        text = text.replace(sign, "\\" + sign)
    return text.replace("\n", " / ")


def checks() -> str:
    """The checks, each with a story that fires and one that looks like it; and the rules that verdicts name."""
    lines = [
        "# Checks and verdicts",
        "",
        "<!-- Written by tools/generate.py from src/check/ and tests/checks/; change it there. -->",
        "",
        "`wirecheck explain CHECK` prints all stories of a check. `select=` and `ignore=` take these names and patterns such as `toll-*`.",
        "An **error** cannot both be and the articles do not account for it; a **warning** is altered, copied, stale, fallen or cut; a **note** is worth knowing.",
    ]
    for check in _core.checks():
        title, *stories = re.split(r"^## ", check["story"], flags=re.MULTILINE)
        why = title.partition("\n")[2].strip()
        lines += ["", f"## `{check['id']}`", "", f"**{check['severity']}**: {check['why']}", "", why]
        for kind in ("Fires", "Silent"):
            lines += _story(next(story for story in stories if story.startswith(kind)))
    lines += [
        "",
        "## Rules of verdicts",
        "",
        "Every relation names one in its column `rule`.",
        "",
        "| rule | verdict | why |",
        "|---|---|---|",
    ]
    lines += [f"| `{row['id']}` | `{row['verdict']}` | {_cell(row['why'])} |" for row in _core.verdicts()]
    return "\n".join(lines) + "\n"


def _story(story: str) -> list[str]:
    """A story as a quotation: who wrote when, then the text."""
    heading, _, articles = story.partition("\n")
    quoted = []
    for article in re.split(r"^### ", articles, flags=re.MULTILINE)[1:]:
        outlet, _, text = article.partition("\n")
        told = [
            _cell(line)
            for line in re.sub(r"^([a-z]+: .+)$", r"\1\n", text.partition("\n>")[0], flags=re.MULTILINE).strip().split("\n")
        ]
        quoted += [f"**{_cell(outlet)}**", "", *told, ""]
    return ["", f"{heading}:", "", *[f"> {line}".rstrip() for line in quoted[:-1]]]


def readme() -> str:
    """README.md with the checks of the register between its markers."""
    head, rest = (ROOT / "README.md").read_text(encoding="utf-8").split("<!-- checks -->")
    tail = rest.partition("<!-- /checks -->")[2]
    lines = ["<!-- checks -->", "", "| check | severity | why |", "|---|---|---|"]
    lines += [f"| `{check['id']}` | {check['severity']} | {check['why']} |" for check in _core.checks()]
    return head + "\n".join([*lines, "", "<!-- /checks -->"]) + tail


PRINTED = ["11", "at least 11", "more than 40", "about 50", "up to 15", "fewer than 20", "10 to 15"]
CODED = ["ucdp", "acled", "gtd", "airwars"]


def tolls() -> str:
    """docs/tolls.md with what each rule makes of each bound and of one word of every vague kind, between its markers."""
    page = (ROOT / "docs/tolls.md").read_text(encoding="utf-8")
    head, rest = page.split("<!-- conversions -->")
    tail = rest.partition("<!-- /conversions -->")[2]
    vague = tomllib.loads((ROOT / "src/lexicon/en/numbers.toml").read_text(encoding="utf-8"))["vague"]
    words = [*PRINTED, *(kind[0] for kind in vague.values())]
    lines = ["<!-- conversions -->", "", f"| printed | {' | '.join(CODED)} |", "|---|" + "---|" * len(CODED)]
    lines += [f"| {word} | {' | '.join(_figure(word, rule) for rule in CODED)} |" for word in words]
    return head + "\n".join([*lines, "", "<!-- /conversions -->"]) + tail


def _figure(words: str, rule: str) -> str:
    """What a rule makes of these words: its figure, or the range from low to high."""
    people = "of people" if words.endswith("s") or words == "a handful" else "people"
    article = {"id": "a", "published": "2026-03-03", "text": f"{words.capitalize()} {people} were killed in Darkush on Monday."}
    (toll,) = wc.check(article).tolls_by(rule)
    low, best, high = toll["low"], toll["best"], toll["high"]
    if low is None:
        return "blank"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}" + ("" if best is None else f", best {best:,}")


def _type(column: Any) -> str:
    return f"`{column['type']}`" + ("?" if column["nullable"] else "")


def main() -> int:
    made = {ROOT / "python/wirecheck/rows.py": rows(), ROOT / "docs/tables.md": page(), ROOT / "README.md": readme()}
    made |= {ROOT / "docs/tolls.md": tolls(), ROOT / "docs/checks.md": checks()}
    made |= {ROOT / f"docs/rules/{name}.md": rules(family) for family, name in FAMILIES.items()}
    stale = [path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not what the crate says; run `make generate`")
        return int(bool(stale))
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(made[path], encoding="utf-8")
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
