"""Counts the instructions that reading the samples takes, kind by kind, and compares them with `benches/instructions.toml`.

usage: python tools/instructions.py [--update]

A count does not depend on what else the machine does, as a time does; it does depend on the compiler, which the file names. A reader
that takes 3 % more than is written there fails the check; --update writes the file anew. Where valgrind is not installed, nothing is
counted, and the tool says so.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "benches" / "instructions.toml"
KINDS = ("date", "name", "casualty", "meeting", "quote", "all")
TOLERANCE = 0.03
# The function of the bench that is counted.
COUNTED = "instructions::counted"


def main() -> int:
    if shutil.which("valgrind") is None:
        print("skipped: valgrind is not installed, and nothing else counts instructions here")
        return 0
    update = "--update" in sys.argv[1:]
    if not update and not KEPT.exists():
        print(f"{KEPT.relative_to(ROOT)} is not there, so there is nothing to compare with: run with --update to write it")
        return 1
    bench = built()
    size = int(run([bench]).split()[1])
    counts = {kind: counted(bench, kind) for kind in KINDS}
    if update:
        KEPT.write_text(written(counts, size), encoding="utf-8")
        print(f"wrote {KEPT.relative_to(ROOT)}")
        return 0
    kept = tomllib.loads(KEPT.read_text(encoding="utf-8"))
    if kept["rustc"] != compiler():
        print(f"note: the counts were kept with {kept['rustc']}, this is {compiler()}; --update keeps new ones")
    worse = [kind for kind in KINDS if told(kind, counts[kind], kept["instructions"][kind], size) > TOLERANCE]
    if worse:
        print(f"more than {TOLERANCE:.0%} more instructions than {KEPT.relative_to(ROOT)} has: {', '.join(worse)}")
    return 1 if worse else 0


def built() -> str:
    """The path of the bench, built if need be."""
    lines = run(["cargo", "bench", "--no-run", "--quiet", "--bench", "instructions", "--message-format=json"]).splitlines()
    messages = [json.loads(line) for line in lines if line.startswith("{")]
    mine = (m for m in messages if m.get("executable") and m["target"]["name"] == "instructions")
    return str(next(mine)["executable"])


def counted(bench: str, kind: str) -> int:
    """The instructions of one pass over the samples for a kind of rows."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "callgrind.out"
        counting = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", f"--toggle-collect={COUNTED}"]
        run([*counting, bench, kind])
        totals = re.search(r"^(?:totals|summary): (\d+)", out.read_text(encoding="utf-8"), re.MULTILINE)
    count = int(totals[1]) if totals else 0
    if not count:
        raise SystemExit(f"valgrind counted nothing for {kind}: is {COUNTED} still the name of the counted function?")
    return count


def told(kind: str, count: int, kept: int, size: int) -> float:
    """Prints how a count stands to the one that was kept; by how much it is larger."""
    change = count / kept - 1
    print(f"{kind:<9} {count:>12,} instructions, {count / size:>7.0f} a byte, {change:+.1%}")
    return change


def written(counts: dict[str, int], size: int) -> str:
    lines = [f"{kind} = {count}" for kind, count in counts.items()]
    head = "# Instructions of one pass over the samples for each kind of rows: written by tools/instructions.py --update."
    return "\n".join([head, f'rustc = "{compiler()}"', f"bytes = {size}", "", "[instructions]", *lines, ""])


def compiler() -> str:
    return run(["rustc", "--version"]).strip()


def run(command: list[str]) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:4])} ...: {done.stderr.strip()}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
