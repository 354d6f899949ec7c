"""Claims and reports: what the two verbs of wirecheck give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, Any

from . import _core
from .articles import normalise
from .progress import Progress
from .tables import Table

if TYPE_CHECKING:
    import altair

    from .checklist import Checklist

CLAIMS = ("articles", "dates", "names", "casualties", "meetings", "quotes", "unread", "skipped")
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


class _Tables:
    """Tables as attributes."""

    _names: tuple[str, ...] = ()

    def __init__(self, tables: Mapping[str, _core.Table]) -> None:
        self._tables = {name: Table(table) for name, table in tables.items()}

    def __iter__(self) -> Iterator[Table]:
        return iter(self._tables.values())

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._tables == other._tables

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(table)} {name}" for name, table in self._tables.items() if len(table))
        return f"<wirecheck.{type(self).__name__}: {counts or 'nothing'}>"


class Claims(_Tables):
    """All that was read from a collection of articles.

    Claims made elsewhere, by hand or by a model, enter through the same tables: `Claims(articles=df, casualties=df2)`.
    """

    _names = CLAIMS

    def __init__(self, **tables: Any) -> None:
        """Takes tables by name, from pandas, polars, Arrow or DuckDB; those left out are empty.

        Raises:
            KeyError: If there is no such table, or a required column is missing from one.
            ValueError: If a column holds another type than it should.
        """
        given = {name: _core.table(name, _streamable(table)) for name, table in tables.items()}
        empty = _core.extract([]) if len(given) < len(CLAIMS) else {}
        super().__init__({name: given[name] if name in given else empty[name] for name in CLAIMS})

    @property
    def articles(self) -> Table:
        """The articles with their metadata and what their furniture says."""
        return self._tables["articles"]

    @property
    def dates(self) -> Table:
        """Dates, times, durations and sets."""
        return self._tables["dates"]

    @property
    def names(self) -> Table:
        """Mentions of persons, organisations and places."""
        return self._tables["names"]

    @property
    def casualties(self) -> Table:
        """Casualty figures."""
        return self._tables["casualties"]

    @property
    def meetings(self) -> Table:
        """Meetings."""
        return self._tables["meetings"]

    @property
    def quotes(self) -> Table:
        """Quotations."""
        return self._tables["quotes"]

    @property
    def unread(self) -> Table:
        """Sentences with a trigger that gave no claim, and why."""
        return self._tables["unread"]

    @property
    def skipped(self) -> Table:
        """What was not read, and why."""
        return self._tables["skipped"]

    def _repr_html_(self) -> str:
        """How many claims of each kind, as Jupyter shows them."""
        from .display import claims_html

        return claims_html(self._tables)

    def join(self, other: Any, columns: Mapping[str, str] | None = None) -> Claims:
        """The claims with the caller's columns behind the columns of every table, matched by article id as `Table.join` does.

        Raises:
            ValueError: If `other` has no column of ids, tells of one article twice, or of none of ours.
        """
        from .join import Brought

        brought = Brought(other, columns)
        return _of(Claims, {name: brought.beside(table, some=name == "articles") for name, table in self._tables.items()})


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

    def pairs(self) -> Iterator[dict[str, Any]]:
        """Every pair of mentions, as dicts with the columns of `relations`: equal repeats are told one by one."""
        return iter(_core.pairs(self.relations, self._claims))

    def read_ticks(self, path: str | PathLike[str]) -> Checklist:
        """The checklist with `checked`, `by` and `note` as they stand in a workbook that `checklist.to_excel` wrote.

        Rows are known by the fingerprints of their claims: they may have been sorted, moved or deleted, and the draft may have
        changed elsewhere. Ticked rows whose fact is gone stand in `.unmatched` of the result, and a warning says so.

        Args:
            path: The file, `check.xlsx`.

        Raises:
            ImportError: If openpyxl is not installed.
            ValueError: If the file is no such workbook.
        """
        return self.checklist._with_ticks(path)

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
        from .html import write

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
        from .display import report_html

        return report_html(self._tables, self._claims["articles"], self.checklist or None)

    def explain(self, left: str, right: str) -> str:
        """The whole derivation of the verdict on two claims, linked or not.

        Raises:
            KeyError: If there is no claim with such an id.
        """
        return _core.explain_pair(self._claims, left, right, self._options, self._lexicon)


def extract(
    articles: Any,
    *,
    columns: Mapping[str, str] | None = None,
    kinds: Iterable[str] | None = None,
    lexicon: _core.Lexicon | None = None,
    threads: int | None = None,
    progress: Progress = None,
    sink: Any = None,
) -> Claims:
    """Reads articles and gives their claims.

    Args:
        articles: A text, an Article, a dict, an iterable of these, or any table with a `text` column.
        columns: Which column holds which field, `{"text": "body"}`.
        kinds: Which claims to read, of casualty, meeting, quote, date, name; all of them if None.
        lexicon: The words that reading goes by, with names of your own; the English tables if None.
        threads: How many threads to read on; all cores if None.
        progress: A bar appears by itself in a terminal and in a notebook when reading takes more than a second; True draws it
            always, False never, and a function is called with the number of articles read and their total.
        sink: Not built yet.

    Raises:
        ValueError: If an article cannot be taken; the sentence names its row or id and the way out.
        KeyboardInterrupt: On Ctrl-C, as `wirecheck.progress.Interrupted`: its `.claims` are those of the articles that had been
            read, and its `.go_on()` reads the rest and gives all.
    """
    from .work import Reading

    _refuse(sink=sink)
    return Reading(
        normalise(articles, columns), None if kinds is None else _names(kinds), lexicon, _threads(threads), progress
    ).run()


def check(
    claims_or_articles: Any,
    *,
    against: Any = None,
    lexicon: _core.Lexicon | None = None,
    owners: Mapping[str, str] | None = None,
    select: Sequence[str] | str | None = None,
    ignore: Sequence[str] | str | None = None,
    same: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
    threads: int | None = None,
    progress: Progress = None,
    sink: Any = None,
) -> Report:
    """Checks claims for consistency.

    Args:
        claims_or_articles: Claims, or what `extract` takes.
        against: Claims or articles to check against; only what touches the first is then told, and the checklist is filled.
        lexicon: The words that reading and comparing go by, with names of your own; the English tables if None. Claims that were
            read before keep the entities that they were read with.
        owners: The owner of each outlet: outlets of one owner are one source.
        select: Keep the findings of these checks alone; `*` stands for any letters, `quote-*`.
        ignore: Leave out the findings of these checks.
        same: Pairs of claim or fact ids that are known to be one thing.
        apart: Pairs of claim or fact ids that are known to be two things.
        threads: How many threads to work on; all cores if None.
        progress: As for `extract`; a function is told of the reading alone.
        sink: Not built yet.

    Raises:
        ValueError: If an article or an option cannot be taken.
        KeyboardInterrupt: On Ctrl-C, as `wirecheck.progress.Interrupted`: its `.claims` are those of the articles that had been
            read, and its `.go_on()` gives the report after all. Comparing begins anew; reading does not.
    """
    from .work import Comparing, Reading

    _refuse(sink=sink)
    threads = _threads(threads)
    options = {
        "owners": dict(owners or {}),
        "select": _names(select),
        "ignore": _names(ignore),
        "same": _pairs(same, "same"),
        "apart": _pairs(apart, "apart"),
    }
    given = [claims_or_articles] if against is None else [claims_or_articles, against]
    sides = [side if isinstance(side, Claims) else Reading(normalise(side), None, lexicon, threads, progress) for side in given]
    return Comparing(sides, options, lexicon, threads, progress).run()


def compare_quotes(a: str, b: str) -> dict[str, Any]:
    """How two quotations stand to each other.

    Returns:
        `relation` is verbatim, truncated, altered or different; `edits` lists each difference as a dict with its class and the
        words on either side.
    """
    return _core.compare_quotes(a, b)


def _of(cls: type[Claims], tables: Mapping[str, _core.Table]) -> Claims:
    """Claims of tables that are known to be right."""
    claims = cls.__new__(cls)
    _Tables.__init__(claims, tables)
    return claims


def _streamable(table: Any) -> Any:
    if hasattr(table, "__arrow_c_stream__"):
        return table
    raise ValueError(f"a table of claims comes from pandas, polars, Arrow, DuckDB or wirecheck; this is a {type(table).__name__}")


def _names(given: Iterable[str] | str | None) -> list[str]:
    return [given] if isinstance(given, str) else list(given or ())


def _pairs(given: Iterable[tuple[str, str]], name: str) -> list[tuple[str, str]]:
    pairs = [tuple(pair) if not isinstance(pair, str) else (pair,) for pair in given]
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError(f'{name}= takes pairs of ids, {name}=[("001:quote:10-40", "002:quote:7-37")]')
    return [(left, right) for left, right in pairs]


def _threads(threads: int | None) -> int | None:
    if threads is not None and threads < 1:
        raise ValueError(f"threads={threads} cannot work; give 1 or more, or None for all cores")
    return threads


def _refuse(**given: Any) -> None:
    for name, value in given.items():
        if value is not None:
            raise ValueError(f"{name}= is not built yet; leave it out")
