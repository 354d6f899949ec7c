"""Measures each floor and each reader beside the limit itself, and writes the tables into `docs/speed.md` and `README.md`.

usage: python tools/limits.py [NEWS.jsonl]

It runs `cargo bench --bench limits` on the `text` of each line of the file; without one, on the samples, repeated. What counts is the last
column, since seconds are those of one machine: the share of the limit, one pass of an automaton with every trigger word over the same bytes.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- limits: written by tools/limits.py -->", "<!-- limits: end -->"
LINE = re.compile(r"(?P<what>.+?)\s+(?P<rate>[\d.]+) MB/s")
LIMIT = "one pass of"
"""How the line of the limit begins."""


def main() -> None:
    """Measures and writes."""
    news = Path(sys.argv[1]).resolve() if sys.argv[1:] else None
    rates = measured(news)
    what = f"{news.stat().st_size / 1e6:.0f} MB of labelled news" if news else "the samples, repeated"
    on = f"Measured on {date.today().isoformat()} on one core, on {what}."
    readers = {name: rate for name, rate in rates.items() if name.endswith(" rows")}
    limit = {name: rate for name, rate in rates.items() if name.startswith(LIMIT)}
    written(ROOT / "docs" / "speed.md", f"{on}\n\n{table(rates)}")
    written(ROOT / "README.md", f"{on}\n\n{table(limit | readers)}")


def measured(news: Path | None) -> dict[str, float]:
    """Megabytes a second, by what was done."""
    environment = dict(os.environ) | ({"WIRECHECK_NEWS": str(news)} if news else {})
    command = ["cargo", "bench", "--quiet", "--bench", "limits"]
    run = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    found = (LINE.fullmatch(line.strip()) for line in run.stdout.splitlines())
    return {match["what"]: float(match["rate"]) for match in found if match}


def table(rates: dict[str, float]) -> str:
    """Rates and their shares of the limit, as Markdown."""
    limit = next(rate for name, rate in rates.items() if name.startswith(LIMIT))
    rows = (
        f"| {name} | {rate:,.1f} | 1/{limit / rate:.1f} |" if rate < limit else f"| {name} | {rate:,.0f} | |"
        for name, rate in rates.items()
    )
    return "\n".join(["| | MB/s | of the limit |", "|---|---:|---:|", *rows])


def written(page: Path, text: str) -> None:
    """Puts a text between the marks of a page."""
    before, marks, behind = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = behind.partition(END)
    if not (marks and end):
        sys.exit(f"{page.relative_to(ROOT)} has no marks {BEGIN} and {END}")
    page.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")
    print(f"wrote {page.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
