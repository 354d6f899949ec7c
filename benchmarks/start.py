"""How long the command takes on one article, beside the interpreter's own start.

usage: python benchmarks/start.py [--runs 20]

Runs of `python -c pass` and of `python -m wirecheck check article.txt` alternate, so that a busy machine slows both; the least and the
median of each are told, what the command takes beyond the interpreter, and the ratio.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ARTICLE = """QUEBRADA ALTA, May 6, 2026 (Northern Wire) - An explosion at a fuel depot killed at least 18 people on Wednesday, police said.

"We will not sell a single well of this valley, and 40 villages stand behind us," said Mayor Ana Torrealba.
"""
BAR = 150
"""Milliseconds beyond the interpreter that the command may take with a core built for release."""


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20, help="how often each is run (20)")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text(ARTICLE, encoding="utf-8")
        bare = [sys.executable, "-c", "pass"]
        command = [sys.executable, "-m", "wirecheck", "check", str(article)]
        timed = [(_milliseconds(bare), _milliseconds(command)) for _ in range(runs + 1)][1:]  # the first fills the disk's cache
    python, wirecheck = ([pair[side] for pair in timed] for side in (0, 1))
    for name, taken in (("python -c pass", python), ("wirecheck check article.txt", wirecheck)):
        print(f"{name:28} least {min(taken):6.1f} ms, median {median(taken):6.1f} ms")
    beyond = min(wirecheck) - min(python)
    print(f"beyond the interpreter       least {beyond:6.1f} ms (the bar is {BAR}), ratio {min(wirecheck) / min(python):.1f}")


def _milliseconds(command: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    main()
