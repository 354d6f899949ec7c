"""The command: `wirecheck check | extract | explain | rules`.

It ends with status 0, with 1 where there are findings of severity error, with 2 where it was called wrongly, and with 130 after
Ctrl-C.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from . import __version__, _core
from .articles import Article, Articles, Skipped, finish, read_articles
from .display.page import render
from .display.terminal import Places, finding_lines, summary
from .verbs import check, extract

OK, FOUND, USAGE, STOPPED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command and gives its exit status."""
    asked = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status: int = asked.run(asked)
        sys.stdout.flush()
    except (ValueError, KeyError, ImportError, OSError) as wrong:
        if isinstance(wrong, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return OK
        said = wrong.args[0] if isinstance(wrong, KeyError) and wrong.args else wrong
        print(f"wirecheck: {said}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt as stopped:
        print(f"wirecheck: {getattr(stopped, 'said', 'stopped')}", file=sys.stderr)
        return STOPPED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wirecheck", description="A linter for facts: checks news articles against each other.")
    parser.add_argument("--version", action="version", version=f"wirecheck {__version__}")
    verbs = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    verb = _verb(verbs, "check", _check, "check articles against each other")
    _paths(verb)
    verb.add_argument("--against", action="append", metavar="PATH", help="check PATH… against these articles alone")
    verb.add_argument("--select", action="append", metavar="RULE", help="keep the findings of these checks alone (quote-*)")
    verb.add_argument("--ignore", action="append", metavar="RULE", help="leave out the findings of these checks")
    verb.add_argument("--format", choices=("text", "json", "html"), default="text", help="how to print the findings (text)")
    verb.add_argument("-o", "--output", metavar="FILE", help="write there instead of to the terminal")

    verb = _verb(verbs, "extract", _extract, "write the claims of articles to a file")
    _paths(verb)
    verb.add_argument("--kinds", metavar="KIND,…", help="of casualty, meeting, quote, date, name; all of them by default")
    verb.add_argument(
        "-o", "--output", metavar="FILE", required=True, help=".jsonl, .csv or .parquet, or a folder for a file a table"
    )

    verb = _verb(verbs, "explain", _explain, "say what a rule reads or a check finds")
    verb.add_argument("rule", metavar="RULE")

    _verb(verbs, "rules", _rules, "list every rule and check")
    return parser


def _verb(verbs: Any, name: str, run: Callable[[argparse.Namespace], int], what: str) -> argparse.ArgumentParser:
    verb: argparse.ArgumentParser = verbs.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    verb.set_defaults(run=run)
    return verb


def _paths(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "paths", nargs="+", metavar="PATH", help="a folder, or a file: .txt .md .html .docx .json .jsonl .csv .parquet"
    )
    verb.add_argument("--columns", metavar="FIELD=COLUMN,…", help="which column holds which field, text=body")
    verb.add_argument("--threads", type=int, metavar="N", help="how many threads to work on (all cores)")


def _read(paths: Iterable[str], columns: str | None) -> tuple[Articles, Places]:
    """The articles of all paths, and where each of them stands."""
    renamed = dict(pair.partition("=")[::2] for pair in columns.split(",")) if columns else None
    paths = list(paths)
    places = Places()
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for path in paths:
        read = read_articles(path, renamed)
        for article in read:
            name = places.add(Path(path), article, alone=len(paths) == 1)
            articles.append(replace(article, id=name))
        skipped.extend(read.skipped)
    return finish(articles, skipped), places


def _check(asked: argparse.Namespace) -> int:
    articles, places = _read(asked.paths, asked.columns)
    claims = extract(articles, threads=asked.threads)
    against = None
    if asked.against:
        others, there = _read(asked.against, asked.columns)
        against = extract(others, threads=asked.threads)
        places.update(there)
    report = check(claims, against=against, select=asked.select, ignore=asked.ignore, threads=asked.threads)
    texts = {row["article"]: row["text"] for table in (claims, against) if table is not None for row in table.articles}
    findings = report.findings.to_pylist()
    if asked.format == "html":
        why = {found["id"]: found["why"] for found in _core.checks()}
        _write(asked.output, render(report._claims, report._tables, "wirecheck report", why))
    elif asked.format == "json":
        _write(asked.output, _json({"findings": findings, "skipped": report.skipped.to_pylist(), "articles": len(texts)}))
    else:
        lines = [line for finding in findings for line in (*finding_lines(finding, texts, places), "")]
        lines.extend(f"skipped {row['article']}: {row['reason']}" for row in report.skipped)
        _write(asked.output, "\n".join([*lines, summary(findings, len(texts))]) + "\n")
    if asked.output:
        print(f"{summary(findings, len(texts))}; written to {asked.output}")
    return FOUND if any(finding["severity"] == "error" for finding in findings) else OK


def _extract(asked: argparse.Namespace) -> int:
    from .export import write_claims

    articles, _ = _read(asked.paths, asked.columns)
    claims = extract(articles, kinds=asked.kinds.split(",") if asked.kinds else None, threads=asked.threads)
    written = write_claims(claims, asked.output)
    print(f"{written} claims of {len(articles)} articles, written to {asked.output}")
    return OK


def _explain(asked: argparse.Namespace) -> int:
    from .rules import explained

    print(explained(asked.rule))
    return OK


def _rules(_: argparse.Namespace) -> int:
    listed = [(rule["id"], rule["family"], rule["why"]) for rule in _core.rules()]
    listed += [(rule["id"], rule["verdict"], rule["why"]) for rule in _core.verdicts()]
    listed += [(found["id"], found["severity"], found["why"]) for found in _core.checks()]
    wide = max((len(row[0]) for row in listed), default=0)
    print("\n".join(f"{name:{wide}}  {kind:11}  {why}" for name, kind, why in listed))
    return OK


def _write(path: str | None, text: str) -> None:
    if path is None:
        sys.stdout.write(text)
    else:
        Path(path).write_text(text, encoding="utf-8")


def _json(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
