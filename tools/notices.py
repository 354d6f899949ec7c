"""Writes `THIRD_PARTY.txt`: the crates that are compiled into the wheels, with their licences and notices.

usage: python tools/notices.py [--check]

With --check nothing is written, and the exit status says whether what is committed is what would be written. What only builds (macros, build
scripts, tests) is in no wheel and is left out; crates of every platform are in. Where a crate leaves the choice, MIT is taken.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "THIRD_PARTY.txt"
HEAD = """The wheels of wirecheck hold code of these crates, each under the licence that stands behind its name, and of the Rust standard library
(MIT OR Apache-2.0, https://www.rust-lang.org/policies/licenses).

Written by tools/notices.py from Cargo.lock; the notices follow below the list.

"""
#: Files of a crate that hold its notice, the first kind that is there; a NOTICE belongs to every one of them.
NOTICES = ("LICENSE-MIT*", "LICENSE*", "LICENCE*", "COPYING*", "license*")


def compiled() -> list[dict[str, Any]]:
    """The packages whose code is in a wheel of some platform, by name."""
    command = ["cargo", "metadata", "--format-version=1", "--locked", "--features=python,allocator"]
    tree = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    packages = {package["id"]: package for package in tree["packages"]}
    needs = {node["id"]: node["deps"] for node in tree["resolve"]["nodes"]}
    found, waiting = set(), [tree["resolve"]["root"]]
    while waiting:
        for dependency in needs[waiting.pop()]:
            name = dependency["pkg"]
            macro = any("proc-macro" in target["kind"] for target in packages[name]["targets"])
            if name not in found and not macro and any(kind["kind"] is None for kind in dependency["dep_kinds"]):
                found.add(name)
                waiting.append(name)
    return sorted((packages[name] for name in found), key=lambda package: (package["name"], package["version"]))


def notice(package: dict[str, Any]) -> str:
    """The licence that a crate ships, that of C code in it, and its NOTICE."""
    folder = Path(package["manifest_path"]).parent
    licence = next((files for pattern in NOTICES if (files := sorted(folder.glob(pattern)))), [])
    files = [
        *licence[:1],
        *sorted(folder.glob("c_src/*/*/LICENSE")),
        *sorted(folder.glob("c_src/*/LICENSE")),
        *sorted(folder.glob("NOTICE*")),
    ]
    texts = [path.read_text(encoding="utf-8", errors="replace").strip() for path in files]
    return "\n\n".join("\n".join(line.rstrip() for line in text.splitlines()) for text in dict.fromkeys(texts))


def page() -> str:
    packages = compiled()
    crates = defaultdict(list)
    for package in packages:
        text = (
            notice(package)
            or f"(The crate ships no text of its licence, {package['license']}; its authors: {', '.join(package['authors']) or 'not named'}.)"
        )
        crates[text].append(package["name"])
    lines = [f"{package['name']} {package['version']}  {package['license']}" for package in packages]
    parts = [f"{'=' * 100}\n{', '.join(sorted(set(names)))}\n{'=' * 100}\n\n{text}\n" for text, names in crates.items()]
    return HEAD + "\n".join(lines) + "\n\n" + "\n".join(parts)


def main() -> int:
    made = page()
    if "--check" in sys.argv:
        same = TARGET.exists() and TARGET.read_text(encoding="utf-8") == made
        if not same:
            print("THIRD_PARTY.txt is not what Cargo.lock says; run `python tools/notices.py`")
        return int(not same)
    TARGET.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
