"""What was read of some articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from ..claims import Claims
from ..report import Report
from ..verbs import check
from .names import Gazetteer


class Read:
    """What was read, and the report on it: made once for all that ask of the same articles."""

    def __init__(self, claims: Claims, owners: Mapping[str, str]) -> None:
        """Keeps the claims, and who owns which outlet."""
        self.claims = claims
        self._owners = owners

    @cached_property
    def report(self) -> Report:
        """The report."""
        return check(self.claims, owners=self._owners, progress=False)

    @cached_property
    def texts(self) -> dict[str, str | None]:
        """The text of each article."""
        return {row["article"]: row["text"] for row in self.claims.articles}

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """What places are called."""
        return Gazetteer(self.report.places)

    @cached_property
    def fact_places(self) -> dict[str, str | None]:
        """Where each fact of the report is set."""
        return {row["fact"]: row["place_entity"] for row in self.report.facts}

    @cached_property
    def meeting_facts(self) -> list[list[str]]:
        """The claims of each meeting."""
        return [row["claims"] for row in self.report.facts if row["kind"] == "meeting"]

    @cached_property
    def casualties(self) -> Mapping[str, dict[str, Any]]:
        """The casualty figures by id."""
        return {row["id"]: row for row in self.claims.casualties}

    @cached_property
    def meetings(self) -> Mapping[str, dict[str, Any]]:
        """The meetings by id."""
        return {row["id"]: row for row in self.claims.meetings}

    @cached_property
    def quotes(self) -> Sequence[dict[str, Any]]:
        """The quotations."""
        return self.claims.quotes.to_pylist()

    def merged(self, entity: str | None) -> str | None:
        """The entity that this one became, or itself."""
        return self._merged.get(entity, entity) if entity is not None else None

    @cached_property
    def _merged(self) -> dict[str, str]:
        return {row["merged"]: row["entity"] for row in self.report.entities}
