"""What is compared: the tasks, who does them, on which articles, and how right each is.

Articles with labels stand in a folder that is not part of wirecheck (`--labelled`), with their scorers; without it, articles that
`generate.py` makes up are read, for speed alone. Copies are always looked for among those, whose truth is known.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

Rows = list[dict[str, Any]]
Found = list[Rows]


@dataclass(frozen=True)
class Task:
    """Something that several programs do."""

    name: str
    what: str
    file: str | None
    """The labelled articles, below the folder of all."""
    corpus: str
    """Where they are from."""
    adapters: tuple[str, ...]
    score: Callable[[Path, Rows, Found], dict[str, float | None]]
    """The measures, from the folder of the scorers, the labelled articles and what was found in each."""
    times: int = 1
    """How many times as many articles are read as for other tasks."""


def scorer(folder: Path, script: str, gold: Rows, found: Rows, *words: str, last: tuple[str, ...] = ()) -> str:
    """What a scorer prints."""
    with tempfile.TemporaryDirectory() as place:
        paths = []
        for name, rows in (("gold", gold), ("found", found)):
            paths.append(Path(place, f"{name}.jsonl"))
            paths[-1].write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, str(folder / script), *words, *map(str, paths), *last]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def dates(folder: Path, gold: Rows, found: Found) -> dict[str, float | None]:
    """F1 of spans that overlap, and of those whose value is right too."""
    told = [
        {
            "doc_id": doc["doc_id"],
            "dct": doc["dct"],
            "text": doc["text"],
            "timexes": [_only(row, "start end type value") for row in rows],
        }
        for doc, rows in zip(gold, found, strict=True)
    ]
    result = json.loads(scorer(folder, "score_dates.py", gold, told, last=("--json",)))
    return {"span": result["relaxed"][2] / 100, "value": result["value"][2] / 100}


def names(folder: Path, gold: Rows, found: Found) -> dict[str, float | None]:
    """F1 of persons, organisations and places with exact span and type."""
    told = [
        {"doc_id": doc["doc_id"], "entities": [[row["start"], row["end"], row["type"]] for row in rows]}
        for doc, rows in zip(gold, found, strict=True)
    ]
    exact = re.search(r"exact.*?F1 ([\d.]+)", scorer(folder, "score_entities.py", gold, told))
    return {"span and type": float(exact[1]) if exact else None}


def quotes(folder: Path, gold: Rows, found: Found) -> dict[str, float | None]:
    """F1 of direct and of all quotations that overlap by four fifths, and of those whose speaker is right too."""
    told = [{"doc_id": doc["doc_id"], "text": doc["text"], "quotes": rows} for doc, rows in zip(gold, found, strict=True)]
    result = json.loads(scorer(folder, "score_quotes.py", gold, told, last=("--json",)))
    return {"direct": result["ov80_direct"][2], "all": result["ov80"][2], "with speaker": result["joint"][2]}


def tolls(folder: Path, gold: Rows, found: Found) -> dict[str, float | None]:
    """The share of articles whose number of dead is right, of those with any, and of those with several."""
    told = [{"id": doc["id"], "killed": rows[0]["killed"]} for doc, rows in zip(gold, found, strict=True)]
    result = json.loads(scorer(folder, "score_casualties.py", gold, told, "passage"))["killed"]
    return {"right, of 1 or more": _share(result["EM_gold>0"]), "right, of 2 or more": _share(result["EM_gold>=2"])}


def copies(_folder: Path, gold: Rows, found: Found) -> dict[str, float | None]:
    """F1 of pairs of articles of which one is a copy of the other, or both of a third."""
    true = _pairs((doc["id"], doc["copy_of"]) for doc in gold if doc["copy_of"])
    told = _pairs((doc["id"], row["like"]) for doc, rows in zip(gold, found, strict=True) for row in rows)
    return {"pairs": 2 * len(true & told) / (len(true) + len(told)) if true or told else None}


TASKS = (
    Task(
        "dates",
        "the dates of an article, with their values",
        "dates/timebank.jsonl",
        "TimeBank (TempEval-3)",
        ("dateparser", "dateparser_untold", "recognizers", "heideltime_batch", "heideltime"),
        dates,
    ),
    Task("names", "persons, organisations and places", "names/conll-testa.jsonl", "CoNLL-2003, part A", ("spacy_names",), names),
    Task(
        "quotes",
        "quotations, and who says them",
        "quotes/polnear-dev.jsonl",
        "PolNeAR, development part",
        ("regex", "textacy_quotes"),
        quotes,
    ),
    Task(
        "tolls",
        "how many people an article says were killed",
        "casualties/gva_doc.train.jsonl",
        "reports of shootings, with the figures of the Gun Violence Archive",
        ("textnum", "quantulum"),
        tolls,
    ),
    Task("copies", "articles that are copies of others", None, "", ("rensa_copies", "datasketch_copies"), copies, times=20),
)

ABSENT = {
    "Stanford CoreNLP": (
        "names, quotes",
        "GPL-3.0",
        "its jars and models are not on the Python Package Index, and no adapter was written that nobody could try",
    ),
}
"""Peers that nothing here can install: what they do, their licence, and why they are not measured."""


def _only(row: dict[str, Any], keys: str) -> dict[str, Any]:
    return {key: row[key] for key in keys.split()}


def _share(percent: float | None) -> float | None:
    return None if percent is None else percent / 100


def _pairs(links: Iterator[tuple[str, str]]) -> set[tuple[str, str]]:
    """All pairs within the groups that the links make."""
    group: dict[str, set[str]] = defaultdict(set)
    for one, other in links:
        joined = {one, other} | group[one] | group[other]
        for each in joined:
            group[each] = joined
    return {pair for members in group.values() for pair in combinations(sorted(members), 2)}
