"""The comparison with other programs: it is whole, it times what is there, names what is not, and its tables say who was faster."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PEERS = ROOT / "benchmarks" / "peers"
MODULES = ("tables", "tasks", "worker", "helpers", "helpers.deaths", "helpers.shingles")


@pytest.fixture(name="peers")
def _peers(monkeypatch: pytest.MonkeyPatch) -> dict[str, ModuleType]:
    monkeypatch.syspath_prepend(PEERS)
    loaded = {name: importlib.import_module(name) for name in MODULES}
    for name in MODULES:  # other tests may want modules of these names
        monkeypatch.delitem(sys.modules, name)
    return loaded


def _measured(peers: dict[str, ModuleType], program: str, seconds: float | None, **more: Any) -> Any:
    facts = {
        "task": "dates",
        "what": "dates",
        "ours": False,
        "version": "1",
        "licence": "MIT",
        "note": "",
        "articles": 2,
        "bytes": 10_000,
    }
    facts |= {"passes": 1, "accuracy": {}, "corpus": "", "missing": None}
    return peers["tables"].Measured(**facts | more, program=program, seconds=seconds)


def test_every_adapter_has_a_task_and_says_what_it_is(peers: dict[str, ModuleType]) -> None:
    named = {name for task in peers["tasks"].TASKS for name in task.adapters} | {"ours"}
    assert named == {file.stem for file in (PEERS / "adapters").glob("*.py")}
    for name in named:
        module = peers["worker"].adapter(name)
        assert module.__doc__
        assert module.NAME
        assert module.LICENCE or module.PACKAGE is None


def test_every_peer_is_pinned() -> None:
    lines = [line for file in PEERS.glob("requirements*.txt") for line in file.read_text(encoding="utf-8").splitlines()]
    wanted = [line for line in lines if line and not line.startswith("#")]
    assert wanted
    assert all(line.count("==") == 1 for line in wanted)


def test_a_program_is_timed_in_a_process_of_its_own(tmp_path: Path) -> None:
    articles, result = tmp_path / "articles.jsonl", tmp_path / "result.json"
    articles.write_text(
        json.dumps({"id": "0", "text": "“The bridge is closed,” he said.", "published": None}) + "\n", encoding="utf-8"
    )
    subprocess.run([sys.executable, str(PEERS / "worker.py"), "regex", "quotes", str(articles), str(result)], check=True)
    told = json.loads(result.read_text(encoding="utf-8"))
    assert told["found"] == [[{"start": 1, "end": 22, "kind": "direct", "speaker": None}]]
    assert told["seconds"] > 0


@pytest.mark.parametrize("task", ["dates", "names", "quotes", "tolls", "copies"])
def test_ours_does_every_task(peers: dict[str, ModuleType], task: str) -> None:
    text = (
        "An explosion killed 18 people in Quebrada Alta on May 6, 2026.\n\n“The bridge is closed until the first of June,” said Mayor Ana Torrealba.\n\n"
        "Bakers carried empty crates over the narrow road before dawn, while the clerks of the land office looked for candles, and nobody in the upper "
        "quarter knew when the ferry would be sent out again.\n\nShutters came down early along the pass, since the wells behind the sheds were dry."
    )
    articles = [{"id": nr, "text": text, "published": f"2026-05-0{nr}"} for nr in "78"]
    found = peers["worker"].adapter("ours").reader(task, False)(articles)
    assert len(found) == 2
    assert any(found)
    if task == "tolls":
        assert found == [[{"killed": 18}], [{"killed": 18}]]


def test_a_program_that_is_not_there_is_named(peers: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rensa", None)
    assert "rensa" in peers["worker"].measured("rensa_copies", "copies", [])["missing"]
    table = peers["tables"].full(
        [_measured(peers, "wirecheck", 1.0, ours=True), _measured(peers, "Slow", None, missing="no | Java")], ""
    )
    assert "| Slow | not measured: no \\| Java |" in table


def test_a_table_says_who_was_faster(peers: dict[str, ModuleType]) -> None:
    names = {"wirecheck": 0.01, "wirecheck, everything": 0.1}
    ours = [_measured(peers, name, seconds, ours=True, accuracy={"value": 0.8}) for name, seconds in names.items()]
    others = [_measured(peers, "Slow", 10.0, accuracy={"value": 0.7}), _measured(peers, "Quick", 0.002, accuracy={"value": 0.1})]
    table = peers["tables"].full(ours + others, "On a quiet machine.")
    assert "On a quiet machine." in table
    assert "| **wirecheck** | 1.0 MB/s |  |  | 0.80 |" in table
    assert "| Slow | 1.0 KB/s | 1,000 times faster | 100 times faster | 0.70 |" in table
    assert "| Quick | 5.0 MB/s | 5.0 times slower | 50 times slower | 0.10 |" in table
    assert "| dates | Slow | 1.0 KB/s | 1.0 MB/s | 1,000 times faster | value 0.70 | 0.80 |" in peers["tables"].short(
        ours + others, ""
    )


def test_tables_stand_between_the_marks(peers: dict[str, ModuleType], tmp_path: Path) -> None:
    tables, page = peers["tables"], tmp_path / "page.md"
    page.write_text(f"before\n{tables.BEGIN}\nold\n{tables.END}\nafter\n", encoding="utf-8")
    for _ in range(2):
        tables.written(page, "new")
    assert page.read_text(encoding="utf-8") == f"before\n{tables.BEGIN}\n\nnew\n\n{tables.END}\nafter\n"
    page.write_text("no marks", encoding="utf-8")
    tables.written(page, "new")
    assert page.read_text(encoding="utf-8") == "no marks"


@pytest.mark.parametrize(
    ("text", "numbers", "dead"),
    [
        ("In 30 towns rain fell. Police said 4 men of 60 were killed.", [(3, 30), (35, 4), (44, 60)], 60),
        ("A man was killed on the bridge.", [], 1),
        ("Ivan Karovi, 42, was killed on May 6.", [(13, 42), (35, 6)], 1),
        ("The bridge was closed for 3 days.", [(26, 3)], None),
    ],
)
def test_numbers_become_tolls(
    peers: dict[str, ModuleType], text: str, numbers: list[tuple[int, float]], dead: int | None
) -> None:
    assert peers["helpers.deaths"].toll(text, numbers) == dead


def test_copies_of_one_text_are_pairs(peers: dict[str, ModuleType]) -> None:
    gold = [{"id": "a", "copy_of": None}, {"id": "b", "copy_of": "a"}, {"id": "c", "copy_of": "a"}, {"id": "d", "copy_of": None}]
    assert peers["tasks"].copies(Path(), gold, [[], [{"like": "a"}], [{"like": "b"}], []]) == {"pairs": 1.0}
    assert peers["tasks"].copies(Path(), gold, [[], [{"like": "a"}], [], []])["pairs"] == 0.5
