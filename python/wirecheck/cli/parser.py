"""What the command takes."""

from __future__ import annotations

import argparse
from typing import Any

FORMATS = ("text", "json", "html", "github")
ENDINGS = ".txt .md .html .docx .json .jsonl .csv .parquet"


class Version(argparse.Action):
    """Prints the version and the rule set, which is worked out when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        """Prints and ends."""
        from .. import __version__, _core

        print(f"wirecheck {__version__} (rule set {_core.stamp()['wirecheck.rules']})")
        parser.exit()


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; `asked.command` names the module that runs."""
    top = argparse.ArgumentParser(prog="wirecheck", description="A linter for facts: checks news articles against each other.")
    top.add_argument("--version", action=Version, nargs=0, help="print the version and the rule set")
    verbs = top.add_subparsers(title="commands", required=True, metavar="COMMAND", dest="command")
    _check(_verb(verbs, "check", "check articles against each other"))
    _extract(_verb(verbs, "extract", "write the claims of articles to a file"))
    _show(_verb(verbs, "show", "print articles with their claims marked"))
    _diff(_verb(verbs, "diff", "compare two files of claims"))
    _ledger(_verb(verbs, "ledger", "keep articles in one file over the months"))
    _explain(_verb(verbs, "explain", "say what a rule reads or a check finds, or how a text is read"))
    _verb(verbs, "rules", "list every rule and check")
    return top


def _verb(verbs: Any, name: str, what: str) -> argparse.ArgumentParser:
    verb: argparse.ArgumentParser = verbs.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    return verb


def _check(verb: argparse.ArgumentParser) -> None:
    _articles(verb)
    verb.add_argument("--against", action="append", metavar="PATH", help="check PATH… against these articles alone")
    verb.add_argument("--select", action="append", metavar="RULE", help="keep the findings of these checks alone (quote-*)")
    verb.add_argument("--ignore", action="append", metavar="RULE", help="leave out the findings of these checks")
    verb.add_argument("--baseline", metavar="FILE", help="leave out the findings that stand in this file")
    verb.add_argument("--update-baseline", action="store_true", help="write the findings to the baseline")
    verb.add_argument("--today", metavar="DAY", help="the day by which waivers run out (today)")
    verb.add_argument("--format", choices=FORMATS, help="how to print the findings (text)")
    _output(verb)


def _extract(verb: argparse.ArgumentParser) -> None:
    _articles(verb)
    _kinds(verb, "all of them by default")
    verb.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        required=True,
        help=".jsonl, .csv, .parquet, .xlsx or .jsonld, or a folder for a file a table",
    )


def _show(verb: argparse.ArgumentParser) -> None:
    _articles(verb)
    _kinds(verb, "the first three by default")
    verb.add_argument("--article", metavar="ID", help="only the article of this id")


def _diff(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("old", metavar="OLD", help="claims that `wirecheck extract` wrote, .parquet or .jsonl")
    verb.add_argument("new", metavar="NEW", help="the others")
    verb.add_argument("--format", choices=("text", "json"), default="text", help="how to print the differences (text)")
    _output(verb)


def _ledger(verb: argparse.ArgumentParser) -> None:
    deeds = verb.add_subparsers(title="commands", required=True, metavar="COMMAND", dest="deed")
    add = _verb(deeds, "add", "add articles, and say what they bring")
    add.add_argument("ledger", metavar="LEDGER", help="the file, desk.duckdb; it is made if it is not there")
    _articles(add)
    since = _verb(deeds, "since", "say what is new since a day")
    since.add_argument("ledger", metavar="LEDGER", help="the file")
    since.add_argument("when", metavar="DAY", help="2026-05-14, today, yesterday, or the last Monday")


def _explain(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("rule", metavar="RULE", nargs="?", help="the id of a rule or a check")
    verb.add_argument("--text", metavar="WORDS", help="what is read in these words, what is not, and by which rule")
    verb.add_argument("--published", metavar="DAY", help="when the words of --text were published")


def _articles(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("paths", nargs="+", metavar="PATH", help=f"a folder, or a file: {ENDINGS}")
    verb.add_argument("--columns", metavar="FIELD=COLUMN,…", help="which column holds which field, text=body")
    verb.add_argument("--published", metavar="DAY", help="when articles of PATH… that come without a day were published")
    verb.add_argument("--threads", type=int, metavar="N", help="how many threads to work on (all cores)")
    verb.add_argument("--limits", metavar="WHAT=SIZE,…", help="take in more, or less: text=64MB,page=20MB,document=…,workbook=…")
    settings = verb.add_mutually_exclusive_group()
    settings.add_argument("--config", metavar="FILE", help="the settings (the nearest wirecheck.toml or pyproject.toml)")
    settings.add_argument("--no-config", action="store_true", help="go by the command line alone")


def _kinds(verb: argparse.ArgumentParser, which: str) -> None:
    verb.add_argument("--kinds", metavar="KIND,…", help=f"of casualty, meeting, quote, date, name; {which}")


def _output(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("-o", "--output", metavar="FILE", help="write there instead of to the terminal")
