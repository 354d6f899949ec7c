"""wirecheck beside what people would pick instead, on the same articles: `python benchmarks/peers`.

Each program runs in a process of its own, one after the other, on one core. The peers stand in environments of their own, which
`--install` makes below `target/peers`; one that is not there is named in the table, with the reason. `make bench` does all of it.
`--write` puts the tables into `docs/speed.md`, and the short one into `README.md`, between the marks that stand there.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import Any

from tables import Measured, full, short, written
from tasks import TASKS, Rows, Task
from worker import adapter

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LABELLED = ROOT.parent / "shared" / "eval"
PEERS = ROOT / "target" / "peers"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"), "1")
PATIENCE = 3600
"""Seconds that one peer may take."""


def main() -> None:
    """Installs, measures, prints and writes."""
    asked = _asked()
    if asked.install:
        install(asked.peers)
    measured: list[Measured] = []
    for task in TASKS:
        if asked.tasks and task.name not in asked.tasks:
            continue
        gold, labelled = given(task, asked.labelled, asked.articles)
        for name in ("ours", "ours-all", *task.adapters):
            measured.append(run(name, task, gold, asked.labelled if labelled or task.file is None else None, asked.peers))
            print(measured[-1], flush=True)
    print(full(measured, asked.note))
    if asked.write:
        written(ROOT / "docs" / "speed.md", full(measured, asked.note))
        written(ROOT / "README.md", short(measured, asked.note))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python benchmarks/peers", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tasks", nargs="*", help=f"of {', '.join(task.name for task in TASKS)} (all)")
    parser.add_argument("--install", action="store_true", help="install the peers first")
    parser.add_argument("--peers", type=Path, default=PEERS, help="where they are installed (target/peers)")
    parser.add_argument("--labelled", type=Path, default=LABELLED, help="the folder of labelled articles and scorers")
    parser.add_argument(
        "--articles", type=int, default=20, help="how many articles are read (20); copies are looked for among 20 times as many"
    )
    parser.add_argument("--note", default="", help="a sentence on the machine or the build, put below the table")
    parser.add_argument("--write", action="store_true", help="write docs/speed.md, and README.md where it has the marks")
    asked = parser.parse_args()
    if unknown := set(asked.tasks) - {task.name for task in TASKS}:
        parser.error(f"there is no task {', '.join(sorted(unknown))}; tasks are {', '.join(task.name for task in TASKS)}")
    asked.peers, asked.labelled = asked.peers.absolute(), asked.labelled.absolute()
    if asked.tasks and asked.write:
        parser.error("--write needs all tasks: a page of some would lack the others")
    return asked


def install(peers: Path) -> None:
    """Installs each file of requirements into an environment of its own, one requirement after the other if not all at once."""
    for file in sorted(HERE.glob("requirements*.txt")):
        python = peers / file.stem / "bin" / "python"
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(peers / file.stem)], check=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        if subprocess.run([*pip, "-r", str(file)], check=False).returncode:
            for line in file.read_text(encoding="utf-8").splitlines():
                if line and not line.startswith("#") and subprocess.run([*pip, line], check=False).returncode:
                    print(f"{line} could not be installed", file=sys.stderr)


def python_of(name: str, peers: Path) -> str:
    """The interpreter that an adapter runs in: this one if it needs no peer, one for the adapter alone, or that of all other peers."""
    if name.startswith("ours") or adapter(name).PACKAGE is None:
        return sys.executable
    alone = peers / f"requirements-{name}"
    return str((alone if (HERE / f"{alone.name}.txt").exists() else peers / "requirements") / "bin" / "python")


def given(task: Task, labelled: Path, count: int) -> tuple[Rows, bool]:
    """The articles of a task, drawn by lot, and whether they have labels."""
    path = labelled / task.file if task.file else None
    if path is not None and path.exists():
        docs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        drawn = docs if len(docs) <= count * task.times else Random(7).sample(docs, count * task.times)
        return drawn, True
    sys.path.append(str(HERE.parent))
    import generate

    told = generate.told(count * task.times)
    return [
        {"id": article.id, "text": article.text, "published": article.published, "copy_of": truth.copy_of}
        for article, truth in told
    ], False


def run(name: str, task: Task, gold: Rows, scorers: Path | None, peers: Path) -> Measured:
    """One program on one task, in a process of its own that is kept to one core."""
    articles = [
        {
            "id": str(nr) if "copy_of" not in doc else doc["id"],
            "text": doc["text"],
            "published": doc.get("dct") or doc.get("published"),
        }
        for nr, doc in enumerate(gold)
    ]
    size = sum(len(article["text"].encode()) for article in articles)
    module = adapter(name.partition("-")[0])
    result: dict[str, Any] = {"missing": "it is not installed: run with --install"}
    if Path(python_of(name, peers)).exists():
        result = _result(name, task, articles, python_of(name, peers))
    accuracy = task.score(scorers, gold, result["found"]) if scorers and "found" in result else {}
    return Measured(
        task=task.name,
        what=task.what,
        program=module.NAME + (", everything" if name == "ours-all" else ""),
        ours=name.startswith("ours"),
        version=result.get("version", ""),
        licence=module.LICENCE,
        note=(module.__doc__ or "").strip().split("\n\n")[0],
        articles=len(articles),
        bytes=size,
        seconds=result.get("seconds"),
        passes=result.get("passes", 0),
        accuracy=accuracy,
        corpus=task.corpus if scorers else "",
        missing=result.get("missing"),
    )


def _result(name: str, task: Task, articles: Rows, python: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "articles.jsonl"), Path(folder, "result.json")
        before.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
        core = str(min(os.sched_getaffinity(0))) if hasattr(os, "sched_getaffinity") else "0"
        pinned = ["taskset", "-c", core] if shutil.which("taskset") else []
        command = [*pinned, python, str(HERE / "worker.py"), name, task.name, str(before), str(after)]
        try:
            done = subprocess.run(
                command, check=False, capture_output=True, text=True, cwd=folder, env=os.environ | ONE_THREAD, timeout=PATIENCE
            )
        except subprocess.TimeoutExpired:
            return {"missing": f"it was not done after {PATIENCE} seconds"}
        if done.returncode:
            return {"missing": f"it failed: {(done.stderr.strip().splitlines() or ['without a word'])[-1]}"}
        told: dict[str, Any] = json.loads(after.read_text(encoding="utf-8"))
        return told


if __name__ == "__main__":
    main()
