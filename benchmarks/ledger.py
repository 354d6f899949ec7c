"""What adding a hundred articles to a ledger costs, beside making it anew: `python benchmarks/ledger.py 10000`.

Reading and comparing all articles once, into an empty ledger, is what the additions are measured by.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from generate import articles

import wirecheck as wc

ADDED = 100
TIMES = 3


def main() -> None:
    """Builds a ledger, adds to it three times, and prints what each took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=10_000, help="articles that the ledger has")
    count = parser.parse_args().count
    made_up = list(articles(count + ADDED * TIMES))
    # News come by day: the last events have been told in part before.
    kept, *rest = made_up[:count], *(made_up[count + ADDED * nr : count + ADDED * (nr + 1)] for nr in range(TIMES))
    with tempfile.TemporaryDirectory() as folder:
        ledger = wc.Ledger(Path(folder) / "desk.duckdb")
        built = _timed("rebuilding", lambda: ledger.add(kept, progress=False))
        for nr, more in enumerate(rest, 1):
            took = _timed(f"addition {nr}", lambda more=more: ledger.add(more, progress=False))  # type: ignore[misc]
            print(f"    {took / built:.2%} of rebuilding {count:,} articles")
        _timed("a draft", lambda: ledger.check(rest[-1][0].text, progress=False))
        _timed("the same again", lambda: ledger.add(rest[-1], progress=False))
        print(f"{'file':>16}: {ledger.path.stat().st_size / 1e6:,.0f} MB")


def _timed(what: str, work) -> float:  # type: ignore[no-untyped-def]
    began = time.perf_counter()
    done = work()
    took = time.perf_counter() - began
    print(f"{what:>16}: {took:8.2f} s  {done!r}"[:160], flush=True)
    return took


if __name__ == "__main__":
    main()
