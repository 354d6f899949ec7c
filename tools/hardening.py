"""Tries to break wirecheck, writes down what was run in `docs/hardening.json`, and from that the table of `docs/hardening.md`.

usage: python tools/hardening.py run [properties] [hypothesis] [kills] [adversarial] [million] [fuzz] [--count N] [--seconds N]
       python tools/hardening.py [--check]

A run takes the place of the last of its name. Without `run`, the page is written anew; with --check nothing is written, and the exit
status says whether what is committed is what would be written. `fuzz` needs cargo-fuzz and a toolchain that it works with.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
KEPT, PAGE = ROOT / "docs/hardening.json", ROOT / "docs/hardening.md"
BEGIN, END = "<!-- runs: written by tools/hardening.py -->", "<!-- /runs -->"
TARGETS = ("extract", "check", "compare_quotes", "arrow_in")

Run = dict[str, Any]
"""`rows`: what was run, how often, and what broke; of `adversarial` the shapes."""


def _called(command: list[str], **changed: str) -> tuple[str, bool]:
    run = subprocess.run(
        command, cwd=ROOT, env=os.environ | changed, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    print(run.stdout[-2000:])
    return run.stdout, run.returncode == 0


def _row(what: str, count: int, ok: bool) -> Run:
    return {"what": what, "count": count, "broke": not ok}


def properties(asked: argparse.Namespace) -> Run:
    """The properties of fuzz/properties.rs, on stable."""
    said, _ = _called(["cargo", "test", "--test", "hostile"], PROPTEST_CASES=str(asked.count))
    found = re.findall(r"^test (\w+) \.\.\. (\w+)", said, re.MULTILINE)
    return {"rows": [_row(name, asked.count, told == "ok") for name, told in found]}


def hypothesis(asked: argparse.Namespace) -> Run:
    """The properties of tests/test_hostile.py, through the package."""
    command = [sys.executable, "-m", "pytest", "tests/test_hostile.py", "--hypothesis-show-statistics", "-p", "no:randomly"]
    said, _ = _called(command, WIRECHECK_EXAMPLES=str(asked.count))
    rows = []
    for name, told in re.findall(r"^tests/test_hostile\.py::(\w+):\n((?:\n|  .*\n)+)", said, re.MULTILINE):
        passed, failed = (sum(map(int, re.findall(rf"(\d+) {kind}", told))) for kind in ("passing", "failing"))
        rows.append(_row(name.removeprefix("test_"), passed + failed, not failed))
    return {"rows": rows}


def kills(asked: argparse.Namespace) -> Run:
    """A writer that is killed or interrupted at any moment."""
    said, _ = _called(
        [sys.executable, "-m", "pytest", "-vv", "tests/test_faults.py", "-k", "killed"], WIRECHECK_KILLS=str(asked.count)
    )
    blows = {"9": "killed while writing", "2": "interrupted while writing"}
    found = re.findall(r"a_killed_writer\w*\[(?:\w*\.)?(\d+)\] (\w+)", said)
    return {"rows": [_row(blows.get(blow, blow), asked.count, told == "PASSED") for blow, told in found]}


def adversarial(asked: argparse.Namespace) -> Run:
    """Texts that were made to take long."""
    made = ROOT / "target" / "adversarial.json"
    made.parent.mkdir(exist_ok=True)
    _called([sys.executable, "benchmarks/adversarial.py", "--length", str(asked.length), "--json", str(made)])
    found: Run = json.loads(made.read_text(encoding="utf-8"))
    return found


def million(asked: argparse.Namespace) -> Run:
    """A million articles of one word."""
    import wirecheck as wc

    start = time.perf_counter()
    claims = wc.extract([wc.Article("killed", str(n)) for n in range(1_000_000)])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    seconds = time.perf_counter() - start
    return {
        "rows": [
            _row(f"a million articles of one word: {seconds:.0f} s, {peak:,} MB", 1_000_000, len(claims.articles) == 1_000_000)
        ]
    }


def _seed(target: str) -> None:
    """Grows the corpus of a target from the samples."""
    import wirecheck as wc

    samples = [f"@{article.published}\n{article.text}" for article in wc.samples()]
    quotes = [row["text"] for row in wc.extract(wc.samples()).quotes]
    seeds = {
        "extract": samples,
        "check": ["\x1e".join(pair) for pair in pairwise(samples)],
        "compare_quotes": ["\x1e".join(pair) for pair in pairwise(quotes)],
    }
    folder = ROOT / "fuzz/corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds.get(target, ())):
        (folder / f"sample-{number}").write_text(seed, encoding="utf-8")


def fuzz(asked: argparse.Namespace) -> Run:
    """Every target of fuzz/, guided by coverage."""
    rows = []
    for target in TARGETS:
        _seed(target)
        command = [
            "cargo",
            "fuzz",
            "run",
            target,
            "--sanitizer",
            "none",
            "--",
            f"-max_total_time={asked.seconds}",
            "-max_len=4096",
        ]
        said, ok = _called(command)
        done = re.search(r"Done (\d+) runs", said)
        rows.append(_row(target, int(done[1]) if done else 0, ok))
    return {"rows": rows}


RUNS: Mapping[str, Callable[[argparse.Namespace], Run]] = {
    run.__name__: run for run in (properties, hypothesis, kills, adversarial, million, fuzz)
}

HEADINGS = {
    "properties": "Any bytes, against the crate (`tests/hostile.rs`)",
    "fuzz": "Any bytes, guided by coverage (`cargo fuzz`)",
    "hypothesis": "Any text, through the package (`tests/test_hostile.py`)",
    "kills": "A process that ends while it writes (`tests/test_faults.py`)",
    "million": "Very many articles",
    "adversarial": "Texts made to take long (`benchmarks/adversarial.py`)",
}


def page(kept: Mapping[str, Run], around: str) -> str:
    """The page with the tables of what was run."""
    parts = [f"### {heading}\n\n{_table(kept[name])}" for name, heading in HEADINGS.items() if name in kept]
    before, _, rest = around.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{chr(10).join(parts)}\n{END}{rest.partition(END)[2]}"


def _table(run: Run) -> str:
    if "shapes" in run:
        return _shapes(run)
    lines = ["| tried | times | broke |", "|---|---:|---|"]
    lines += [
        f"| {row['what'].replace('_', ' ')} | {row['count']:,} | {'yes' if row['broke'] else 'no'} |" for row in run["rows"]
    ]
    return "\n".join(lines) + "\n"


def _shapes(run: Run) -> str:
    """The slowest shapes, and how many there were."""
    shapes = sorted(run["shapes"], key=lambda shape: -shape["per_byte"])
    within = sum(shape["per_byte"] <= 4 for shape in shapes)
    lines = [
        f"{len(shapes)} shapes of {run['length']:,} characters; {within} of them take at most four times the time of ordinary prose a "
        f"byte. The others:\n",
        "| shape | growth, when twice as long | time a byte, ordinary prose being 1 | claims in a kilobyte, ordinary prose having "
        f"{run['ordinary_rows']:.0f} |",
        "|---|---:|---:|---:|",
    ]
    lines += [
        f"| {shape['shape']} | {shape['growth']:.1f} | {shape['per_byte']:.1f} | {shape['rows']:.0f} |"
        for shape in shapes
        if shape["per_byte"] > 4
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Runs what is asked for and writes the page."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("run", nargs="*", help=f"`run` and any of {', '.join(RUNS)}")
    parser.add_argument("--count", type=int, default=1000, help="how often each is tried")
    parser.add_argument("--seconds", type=int, default=300, help="how long each target is fuzzed")
    parser.add_argument("--length", type=int, default=200_000, help="characters of the longest text made to take long")
    parser.add_argument("--check", action="store_true", help="write nothing")
    asked = parser.parse_args()
    kept: dict[str, Run] = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    if asked.run[:1] == ["run"]:
        for name in asked.run[1:] or RUNS:
            kept[name] = RUNS[name](asked)
        KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    before = PAGE.read_text(encoding="utf-8")
    after = page(kept, before)
    if not asked.check:
        PAGE.write_text(after, encoding="utf-8")
    return int(asked.check and before != after)


if __name__ == "__main__":
    sys.exit(main())
