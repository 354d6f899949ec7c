"""Tries to break wirecheck, writes down what was run in `docs/hardening.json`, and from that the table of `docs/hardening.md`.

usage: python tools/hardening.py run [properties] [hypothesis] [files] [kills] [adversarial] [million] [fuzz] [coverage] [mutants]
                                     [--count N] [--kills N] [--seconds N] [--mutants N]
       python tools/hardening.py [--check]

A run takes the place of the last of its name. Without `run`, the page is written anew; with --check nothing is written, and the exit
status says whether what is committed is what would be written. `fuzz` needs a C++ compiler, `coverage` needs
cargo-tarpaulin and pytest-cov, `mutants` needs cargo-mutants.
"""

from __future__ import annotations

import argparse
import json
import os
import random
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
TARGETS = ("extract", "check", "compare_quotes", "arrow_in", "lexicon")

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


def files(asked: argparse.Namespace) -> Run:
    """Sound files that were changed, read through the package: tests/test_hostile_files.py."""
    command = [sys.executable, "-m", "pytest", "-vs", "tests/test_hostile_files.py", "-k", "read_or_refused"]
    said, ok = _called(command, WIRECHECK_EXAMPLES=str(asked.count))
    found = re.findall(r"^(?:.* )?(\S+): (\d+) of (\d+) were read$", said, re.MULTILINE)
    rows = [
        _row(f"{name}: {int(read):,} were read, the others refused in a sentence", int(tried), ok=True)
        for name, read, tried in found
    ]
    return {"rows": rows if ok else [*rows, _row("files", asked.count, ok=False)]}


def kills(asked: argparse.Namespace) -> Run:
    """A writer that is killed or interrupted at any moment."""
    command = [sys.executable, "-m", "pytest", "-vvs", "-m", "slow or not slow", "tests/test_kills.py", "tests/test_faults.py"]
    said, ok = _called([*command, "-k", "killed"], WIRECHECK_KILLS=str(asked.kills))
    found = re.findall(r"^(?:.*\] )?([\w ]+): (\d+) kills, (\d+) written whole", said, re.MULTILINE)
    rows = [
        _row(f"{name}: killed, and {whole} times written whole after all", int(kills), ok=True) for name, kills, whole in found
    ]
    if re.search(r"a_killed_writer\w*\[(?:\w*\.)?2\] PASSED", said):
        rows.append(_row("claims as lines: interrupted", asked.kills, ok=ok))
    return {"rows": rows if ok else [*rows, _row("killed", asked.kills, ok=False)]}


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


def _seed(target: str) -> Path:
    """The corpus of a target, begun with the samples."""
    import wirecheck as wc

    samples = [f"@{article.published}\n{article.text}" for article in wc.samples()]
    quotes = [row["text"] for row in wc.extract(wc.samples()).quotes]
    seeds = {
        "extract": samples,
        "check": ["\x1e".join(pair) for pair in pairwise(samples)],
        "compare_quotes": ["\x1e".join(pair) for pair in pairwise(quotes)],
        "lexicon": [f"Bir Salwan\x1fLOC\x1fBS\x1fplace:sy/idlib\x1e{sample}" for sample in samples],
    }
    folder = ROOT / "target/fuzz/corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds.get(target, ())):
        (folder / f"sample-{number}").write_text(seed, encoding="utf-8")
    return folder


#: What cargo-fuzz gives the compiler, so that any toolchain builds the targets.
INSTRUMENTED = " ".join(
    (
        "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=3",
        "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table",
    )
)


def fuzz(asked: argparse.Namespace) -> Run:
    """Every target of fuzz/, guided by coverage; the corpora stay in target/fuzz/corpus."""
    host = re.search(r"host: (\S+)", subprocess.run(["rustc", "-vV"], capture_output=True, text=True, check=True).stdout)
    assert host is not None
    made = ROOT / "target/fuzz"
    # With --target, build scripts and macros are not instrumented.
    build = ["cargo", "build", "--release", "--manifest-path", "fuzz/Cargo.toml", "--target-dir", str(made), "--target", host[1]]
    _, built = _called(build, RUSTFLAGS=INSTRUMENTED)
    rows = []
    for target in TARGETS if built else ():
        corpus = _seed(target)
        limits = [f"-max_total_time={asked.seconds}", "-max_len=2048", "-timeout=60", "-rss_limit_mb=4096", "-verbosity=1"]
        said, ok = _called([str(made / host[1] / "release" / target), str(corpus), *limits, f"-artifact_prefix={made}/"])
        done = re.search(r"Done (\d+) runs", said)
        rows.append(_row(target, int(done[1]) if done else 0, ok))
    return {"rows": rows or [_row("build", 0, ok=False)]}


def coverage(_: argparse.Namespace) -> Run:
    """The lines that tests run: of the core by cargo test, counted by cargo-tarpaulin, of the package by pytest."""
    made = ROOT / "target/coverage"
    made.mkdir(parents=True, exist_ok=True)
    rust = ["cargo", "tarpaulin", "--engine", "llvm", "--lib", "--tests", "--include-files", "src/*", "--out", "Json"]
    _, rust_ok = _called([*rust, "--exclude-files", "src/py/*", "--output-dir", str(made), "--target-dir", str(made / "rust")])
    python = [sys.executable, "-m", "pytest", "-m", "not browser and not release and not slow and not spark", "-p", "pytest_cov"]
    report = made / "python.json"
    _, python_ok = _called([*python, "--cov=wirecheck", f"--cov-report=json:{report}", "--cov-report="])
    lines: list[dict[str, Any]] = []
    if rust_ok:
        files = json.loads((made / "tarpaulin-report.json").read_text(encoding="utf-8"))["files"]
        held, all_ = (sum(file[which] for file in files) for which in ("covered", "coverable"))
        lines.append({"what": "the Rust core, by `cargo test`", "covered": held, "lines": all_})
    if python_ok:
        totals = json.loads(report.read_text(encoding="utf-8"))["totals"]
        lines.append(
            {"what": "the Python package, by `pytest`", "covered": totals["covered_lines"], "lines": totals["num_statements"]}
        )
    return {"lines": lines}


def mutants(asked: argparse.Namespace) -> Run:
    """Faults put into `value/`, `link/` and `check/`, as many as --mutants, drawn by lot: whether a test of the crate notices."""
    made = ROOT / "target/mutants"
    where = [part for folder in ("value", "link", "check") for part in ("-f", f"src/{folder}/**")]
    listed = subprocess.run(
        ["cargo", "mutants", "--list", *where], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    drawn = random.Random(12).sample(listed, asked.mutants)
    only = "^(?:" + "|".join(map(re.escape, drawn)) + ")$"
    command = [
        "cargo",
        "mutants",
        *where,
        "-F",
        only,
        "--output",
        str(made),
        "--no-shuffle",
        "--baseline",
        "skip",
        "--timeout",
        "900",
    ]
    _called([*command, "--", "--lib", "--tests"], CARGO_PROFILE_DEV_DEBUG="0")
    told = json.loads((made / "mutants.out/outcomes.json").read_text(encoding="utf-8"))
    return {"caught": told["caught"] + told["timeout"], "missed": told["missed"], "drawn": asked.mutants, "of": len(listed)}


RUNS: Mapping[str, Callable[[argparse.Namespace], Run]] = {
    run.__name__: run for run in (properties, hypothesis, files, kills, adversarial, million, fuzz, coverage, mutants)
}

HEADINGS = {
    "properties": "Any bytes, against the crate (`tests/hostile.rs`)",
    "fuzz": "Any bytes, guided by coverage (`fuzz/`)",
    "files": "Sound files that were changed at random, through the package (`tests/test_hostile_files.py`)",
    "hypothesis": "Any text, through the package (`tests/test_hostile.py`)",
    "kills": "A process that ends while it writes (`tests/test_kills.py`, `tests/test_faults.py`)",
    "million": "Very many articles",
    "adversarial": "Texts made to take long (`benchmarks/adversarial.py`)",
    "coverage": "What the tests run",
    "mutants": "Faults put in, to see whether a test notices (`cargo mutants`)",
}


def page(kept: Mapping[str, Run], around: str) -> str:
    """The page with the tables of what was run."""
    parts = [f"### {heading}\n\n{_table(kept[name])}" for name, heading in HEADINGS.items() if name in kept]
    before, _, rest = around.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{chr(10).join(parts)}\n{END}{rest.partition(END)[2]}"


def _table(run: Run) -> str:
    for key, table in {"shapes": _shapes, "lines": _lines, "caught": _mutants}.items():
        if key in run:
            return table(run)
    lines = ["| tried | times | broke |", "|---|---:|---|"]
    lines += [
        f"| {row['what'].replace('_', ' ')} | {row['count']:,} | {'yes' if row['broke'] else 'no'} |" for row in run["rows"]
    ]
    return "\n".join(lines) + "\n"


def _lines(run: Run) -> str:
    lines = ["| of | lines | run by a test |", "|---|---:|---:|"]
    lines += [f"| {row['what']} | {row['lines']:,} | {row['covered'] / row['lines']:.1%} |" for row in run["lines"]]
    return "\n".join(lines) + "\n"


def _mutants(run: Run) -> str:
    """The share that was caught, with the interval of Wilson in which it lies for all, 19 times of 20."""
    caught, tried, z = run["caught"], run["caught"] + run["missed"], 1.96
    middle = (caught + z * z / 2) / (tried + z * z)
    around = z * (caught * (tried - caught) / tried + z * z / 4) ** 0.5 / (tried + z * z)
    return (
        f"Of {run['of']:,} faults that can be put into `value/`, `link/` and `check/`, {run['drawn']} were drawn by lot; {tried} of them compile. "
        f"Tests caught {caught}, {caught / tried:.0%} (19 times of 20 the share of all lies between {middle - around:.0%} and {middle + around:.0%}).\n"
    )


def _shapes(run: Run) -> str:
    """The slowest shapes, and how many there were."""
    shapes = sorted(run["shapes"], key=lambda shape: -shape["per_byte"])
    within = sum(shape["per_byte"] <= 4 for shape in shapes)
    lines = [
        f"{len(shapes)} shapes of {run['length']:,} characters; {within} of them take at most four times the time of ordinary prose a "
        f"byte. The slowest:\n",
        "| shape | growth, when twice as long | time a byte, ordinary prose being 1 | claims in a kilobyte, ordinary prose having "
        f"{run['ordinary_rows']:.0f} |",
        "|---|---:|---:|---:|",
    ]
    lines += [
        f"| {shape['shape']} | {shape['growth']:.1f} | {shape['per_byte']:.1f} | {shape['rows']:.0f} |"
        for shape in shapes[: max(5, len(shapes) - within)]
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Runs what is asked for and writes the page."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("run", nargs="*", help=f"`run` and any of {', '.join(RUNS)}")
    parser.add_argument("--count", type=int, default=1000, help="how often each is tried")
    parser.add_argument("--kills", type=int, default=70, help="how often each writer is killed")
    parser.add_argument("--mutants", type=int, default=60, help="how many faults are put in")
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
