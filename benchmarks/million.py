"""Articles in Parquet to relations in Parquet, and how the cost grows: `python benchmarks/million.py [ARTICLES ...]`.

Each size is made up (`generate.py`), read into a sink and checked into another, each step in a process of its own, whose time and peak
memory are told. The exponent is the slope of time over size, both as logarithms: 1 is in proportion. Needs wirecheck with the extras
notebook and duckdb.

The bar: a million articles in 6 minutes and 4 GB on two cores, growing with an exponent of 1.1 or less from 10,000 on.
"""

from __future__ import annotations

import math
import resource
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from time import perf_counter

SIZES = (10_000, 50_000)
STEPS = ("generate", "extract", "check")


def main() -> None:
    """Runs every size, and prints a table."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    taken: dict[int, float] = {}
    print(f"{'articles':>10}  {'step':10} {'seconds':>8} {'articles/s':>11} {'peak MB':>8} {'disk MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            below = Path(folder, str(size))
            below.mkdir()
            seconds = {step: _told(step, size, below) for step in STEPS}
            taken[size] = seconds["extract"] + seconds["check"]
    for small, large in pairwise(sizes):
        exponent = math.log(taken[large] / taken[small]) / math.log(large / small)
        print(f"from {small:,} to {large:,} time grows with exponent {exponent:.2f}")


def _told(step: str, size: int, folder: Path) -> float:
    """Runs a step in a process of its own and prints what it took, in seconds."""
    run = subprocess.run([sys.executable, __file__, step, str(size), str(folder)], check=True, capture_output=True, text=True)
    seconds, peak = map(float, run.stdout.split())
    target = folder / {"generate": "articles.parquet", "extract": "claims", "check": "report"}[step]
    disk = sum(file.stat().st_size for file in ([target] if target.is_file() else target.rglob("*")) if file.is_file())
    print(f"{size:10,}  {step:10} {seconds:8.1f} {size / seconds:11,.0f} {peak:8,.0f} {disk / 1e6:8,.1f}", flush=True)
    return seconds


def _step(step: str, size: int, folder: Path) -> None:
    start = perf_counter()
    if step == "generate":
        import generate

        generate.write(size, folder / "articles.parquet")
    else:
        import wirecheck as wc

        start = perf_counter()
        if step == "extract":
            wc.extract(folder / "articles.parquet", sink=folder / "claims", progress=False)
        else:
            wc.check(folder / "claims", sink=folder / "report", progress=False)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(perf_counter() - start, peak)


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] in STEPS:
        _step(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
