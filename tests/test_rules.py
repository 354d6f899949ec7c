"""Every rule does through the wheel what its examples say."""

from __future__ import annotations

from typing import Any

import pytest

import wirecheck as wc
from wirecheck import _core

RULES = _core.rules()


def read(rule: Any, sentences: list[str]) -> list[list[tuple[str, str]]]:
    """For each sentence, the rule and the joined columns of the rows that it gives."""
    claims = wc.extract([{"text": sentence, "id": str(n), "published": rule["clock"]} for n, sentence in enumerate(sentences)])
    found: list[list[tuple[str, str]]] = [[] for _ in sentences]
    for row in getattr(claims, rule["table"]):
        value = " ".join("-" if row[column] is None else str(row[column]) for column in rule["columns"])
        found[int(row["article"])].append((row["rule"], value))
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_a_rule_reads_its_examples(rule: Any) -> None:
    for group in rule["reads"]:
        for sentence, found in zip(group["sentences"], read(rule, group["sentences"]), strict=True):
            said = [value for name, value in found if name == rule["id"] or rule["family"] == "number"]
            assert all(row in said for row in group["value"].split(" + ")), (sentence, found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_a_rule_leaves_its_silent_sentences_alone(rule: Any) -> None:
    for sentence, found in zip(rule["silent"], read(rule, rule["silent"]), strict=True):
        assert rule["id"] not in [name for name, _ in found], (sentence, found)
