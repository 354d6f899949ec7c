"""A report: the tables that a check gives, and what is made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, Any

from . import _core
from .claims import _Tables
from .tables import Table

if TYPE_CHECKING:
    from pathlib import Path

    import altair

    from .checklist import Checklist
    from .validation.sample import CodingSheet

REPORT = (
    "relations",
    "findings",
    "facts",
    "tolls",
    "sources",
    "chains",
    "entities",
    "places",
    "questions",
    "checklist",
    "skipped",
)


class Report(_Tables):
    """All that a check says."""

    _names = REPORT

    def __init__(
        self,
        tables: Mapping[str, _core.Table],
        claims: Mapping[str, _core.Table],
        options: Mapping[str, Any],
        lexicon: _core.Lexicon | None = None,
    ) -> None:
        """Made by `check`."""
        super().__init__(tables)
        self._lexicon = lexicon
        self._claims = {name: Table(table) for name, table in claims.items()}
        self._options = dict(options)

    @property
    def relations(self) -> Table:
        """How two claims stand to each other."""
        return self._tables["relations"]

    @property
    def findings(self) -> Table:
        """What a reader should look at."""
        return self._tables["findings"]

    @property
    def facts(self) -> Table:
        """Real incidents, meetings and utterances."""
        return self._tables["facts"]

    @property
    def tolls(self) -> Table:
        """Low, best and high of every incident."""
        return self._tables["tolls"]

    @property
    def sources(self) -> Table:
        """Where articles come from and what they copy."""
        return self._tables["sources"]

    @property
    def chains(self) -> Table:
        """Chains of repetition."""
        return self._tables["chains"]

    @property
    def entities(self) -> Table:
        """Entities that the collection shows to be one."""
        return self._tables["entities"]

    @property
    def places(self) -> Table:
        """Places that claims name."""
        return self._tables["places"]

    @property
    def questions(self) -> Table:
        """What is missing, and what it would decide."""
        return self._tables["questions"]

    @property
    def checklist(self) -> Checklist:
        """One row for each fact of a draft that was checked against other articles."""
        from .checklist import Checklist

        return Checklist.of(self._tables["checklist"], self._claims, self._tables)

    @property
    def skipped(self) -> Table:
        """What was not read, and why."""
        return self._tables["skipped"]

    def _texts(self) -> Table:
        return self._claims["articles"]

    def pairs(self) -> Iterator[dict[str, Any]]:
        """Every pair of mentions, as dicts with the columns of `relations`: equal repeats are told one by one."""
        return iter(_core.pairs(self.relations, self._claims))

    def read_ticks(self, path: str | PathLike[str]) -> Checklist:
        """The checklist with `checked`, `by` and `note` as they stand in a workbook that `checklist.to_excel` wrote.

        Rows are known by the fingerprints of their claims: they may have been sorted, moved or deleted, and the draft may have
        changed elsewhere. Ticks that are not taken over stand in `.unmatched` of the result with their reason, and a warning counts
        them: the fact is gone, another row ticks it otherwise, or `checked` holds a word that the drop-down does not offer.

        Args:
            path: The file, `check.xlsx`.

        Raises:
            ImportError: If openpyxl is not installed.
            ValueError: If the file is no such workbook.
        """
        return self.checklist._with_ticks(path)

    def sample(self, size: int = 200, *, by: str = "rule", seed: int = 1, of: str = "relations") -> CodingSheet:
        """A coding sheet: relations, or findings, to be judged by hand, with both texts and the words around them.

        As many of each rule as of any other, as far as there are; the order is mixed. The same seed gives the same sheet, whatever
        the order of the articles. Coders fill in `right` (yes, no, unsure), and `coder` and `note`; `wc.agreement` reads that.

        Args:
            size: Rows at most.
            by: `rule` or `verdict`; of findings `rule` or `severity`.
            seed: Another seed draws others.
            of: `relations` or `findings`.

        Raises:
            ValueError: If there is no such table or stratum.
        """
        from .validation.sample import sample

        return sample(self._tables, self._texts(), size, by, seed, of)

    def tolls_by(self, rule: str) -> Table:
        """The tolls by a named rule, with the columns of `tolls`.

        Each rule has effects, word conversions and a way with differing sources of its own; docs/tolls.md tells them.

        Args:
            rule: `wirecheck`, which gives `tolls` itself, `ucdp`, `acled`, `gtd` or `airwars`.

        Raises:
            ValueError: If there is no such rule; the sentence lists those there are.
        """
        return Table(_core.tolls_by(rule, self._tables, self._claims, self._lexicon))

    def to_ucdp(self) -> Table:
        """The incidents with a death in the shape of UCDP GED: a row each, by its column names.

        What the texts do not say is null. The figures are those of `tolls_by("ucdp")`.
        """
        return Table(_core.to_ucdp(self._tables, self._claims, self._lexicon))

    def to_airwars(self) -> Table:
        """The incidents in the shape of Airwars: a row each, by its field names.

        From the least to the most of the civilians, the children, women and men among them, and the fighters; with a grading as
        far as the texts allow one. What they do not say is null.
        """
        return Table(_core.to_airwars(self._tables, self._claims, self._lexicon))

    def to_html(self, path: str | PathLike[str], *, title: str = "wirecheck report") -> None:
        """Writes the report as one HTML page that fetches nothing: findings first, the articles at its end.

        A reader filters and searches it and opens the articles of a finding side by side. That takes the one script in it, which
        is ours and which the page's own policy binds to its hash; with scripts off all the content is there. A page holds a
        thousand findings and six million characters of articles, those that findings name first, and says what it leaves out.

        Raises:
            ImportError: If jinja2 is not installed.
        """
        from .display.page import write

        why = {check["id"]: check["why"] for check in _core.checks()}
        write(self._claims, self._tables, path, title=title, why=why)

    def tolls_chart(
        self,
        *,
        fact: str | Iterable[str] | None = None,
        place: str | None = None,
        effect: str = "killed",
        rule: str = "wirecheck",
        width: int = 640,
        height: int = 260,
    ) -> altair.LayerChart | altair.VConcatChart | altair.Chart:
        """The figures of an incident over the time of publication, on the low, best and high that a rule makes of them.

        Figures that update one another are joined; those that two holders dispute, and those that conflict, have links of their
        own. What has no bound upwards or downwards has an arrow, and articles without a date stand in a lane of their own.

        Args:
            fact: The incident, an id of `report.facts`, or several; if None, the lead incident.
            place: Only incidents of this place, as `report.tolls` names it; all of them if no `fact` is given.
            effect: What happened to the people: killed, injured, missing, displaced, detained, abducted or casualties.
            rule: As for `tolls_by`.
            width: Width of the plot, in pixels.
            height: Height of the plot of one incident, in pixels.

        Returns:
            An Altair chart; one sentence as a chart where there is nothing to draw.

        Raises:
            ImportError: If altair is not installed.
            ValueError: If there is no such fact, place, effect or rule; the sentence names those there are.
        """
        from .plots.tolls import tolls_chart

        return tolls_chart(self, fact=fact, place=place, effect=effect, rule=rule, width=width, height=height)

    def timeline(
        self,
        *,
        kind: str | Iterable[str] = ("meeting", "casualty"),
        fact: str | Iterable[str] | None = None,
        lanes: str = "fact",
        since: date | None = None,
        until: date | None = None,
        width: int = 640,
    ) -> altair.LayerChart | altair.Chart:
        """Meetings and dated claims as intervals of days: held, planned, proposed, postponed, cancelled or denied.

        Args:
            kind: Kinds of facts to draw, of meeting, casualty and quote.
            fact: The facts to draw, ids of `report.facts`; if None, those that most articles tell.
            lanes: A lane for each `fact`, or for each `kind`.
            since: Leave out what lies before this day.
            until: Leave out what lies behind this day.
            width: Width of the plot, in pixels.

        Returns:
            An Altair chart; one sentence as a chart where there is nothing to draw.

        Raises:
            ImportError: If altair is not installed.
            ValueError: If there is no such fact or kind.
        """
        from .plots.timeline import timeline

        return timeline(self, kind=kind, fact=fact, lanes=lanes, since=since, until=until, width=width)

    def sources_map(self, *, fact: str | Iterable[str] | None = None) -> altair.LayerChart | altair.Chart:
        """Which articles repeat which, and why they are one source; those on their own stand at the foot.

        Args:
            fact: Only the articles and the claims of these facts, ids of `report.facts`; if None, all articles.

        Returns:
            An Altair chart; one sentence as a chart where there is nothing to draw.

        Raises:
            ImportError: If altair is not installed.
            ValueError: If there is no such fact.
        """
        from .plots.sources import sources_map

        return sources_map(self, fact=fact)

    def _repr_html_(self) -> str:
        """What is missing, and the findings with both passages, as Jupyter shows them."""
        from .display.notebook import report_html

        return report_html(self._tables, self._claims["articles"], self.checklist or None)

    def explain(self, left: str, right: str) -> str:
        """The whole derivation of the verdict on two claims, linked or not.

        Raises:
            KeyError: If there is no claim with such an id.
        """
        return _core.explain_pair(self._claims, left, right, self._options, self._lexicon)


class StoredReport:
    """A report that stands on disk, as `check(sink=)` writes it: a folder of Parquet files for each table.

    Attributes:
        path: The folder.
    """

    def __init__(self, path: Path) -> None:
        """Made by `check(sink=)`."""
        self.path = path

    @property
    def relations(self) -> Table:
        """The relations, read into memory, by their ids."""
        return self._read("relations")

    @property
    def findings(self) -> Table:
        """The findings, read into memory, by their ids."""
        return self._read("findings")

    @property
    def skipped(self) -> Table:
        """What was not checked as a whole, and why."""
        return self._read("skipped")

    def _read(self, name: str) -> Table:
        from .sink.tables import stored_report

        return stored_report(self.path, name)

    def __repr__(self) -> str:
        return f"<wirecheck.StoredReport: {str(self.path)!r}>"
