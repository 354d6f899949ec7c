"""One peer in a process of its own: `worker.py ADAPTER TASK ARTICLES.jsonl RESULT.json`, with the Python that the peer is installed in.

Loading and one article beforehand are not timed: what is read from disk once is no part of a rate. Then all articles are read `PASSES`
times, or until `LONG_ENOUGH` seconds are over; the best pass counts.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter
from types import ModuleType
from typing import Any

ADAPTERS = Path(__file__).parent / "adapters"
LONG_ENOUGH = 3.0
PASSES = 20


def adapter(name: str) -> ModuleType:
    """The module of an adapter, by path: on the search path it would hide the package that it is named for."""
    spec = importlib.util.spec_from_file_location(f"adapter_{name}", ADAPTERS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measured(name: str, task: str, articles: list[dict[str, Any]]) -> dict[str, Any]:
    """What a peer found, and the seconds of its best pass; or why it is missing."""
    name, _, scope = name.partition("-")
    module = adapter(name)
    try:
        read = module.reader(task, scope == "all") if name == "ours" else module.reader()
        installed = version(module.PACKAGE) if module.PACKAGE else ""
    except (ImportError, PackageNotFoundError) as error:
        return {"missing": str(error)}
    read(articles[:1])
    passes: list[float] = []
    while len(passes) < PASSES and sum(passes) < LONG_ENOUGH:
        began = perf_counter()
        found = read(articles)
        passes.append(perf_counter() - began)
    return {"version": installed, "seconds": min(passes), "passes": len(passes), "found": found}


def main() -> None:
    """Measures and writes."""
    name, task, articles, result = sys.argv[1:]
    lines = Path(articles).read_text(encoding="utf-8").splitlines()
    done = measured(name, task, [json.loads(line) for line in lines])
    Path(result).write_text(json.dumps(done, default=str), encoding="utf-8")


if __name__ == "__main__":
    main()
