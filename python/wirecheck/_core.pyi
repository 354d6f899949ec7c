from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Self, final, overload

from typing_extensions import disjoint_base

from .rows import CheckPage, Form, RulePage, VerdictPage

__all__ = [
    "Lexicon",
    "Table",
    "__version__",
    "check",
    "checks",
    "columns",
    "compare_quotes",
    "explain_pair",
    "extract",
    "forms",
    "keys",
    "learnt",
    "pairs",
    "related",
    "rules",
    "stamp",
    "table",
    "to_airwars",
    "to_ucdp",
    "tolls_by",
    "verdicts",
]

__version__: str

@disjoint_base
class Table:
    """A table of claims or of a report: rows that other tools read through the Arrow interface."""

    def __new__(cls, table: Table) -> Self: ...
    @property
    def name(self) -> str:
        """The table's name, `casualties`."""
    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
    @property
    def schema(self) -> dict[str, str]:
        """The types of the columns by name, `{"low": "int64"}`."""
    @property
    def metadata(self) -> dict[str, str]:
        """What is known of the table's making: `wirecheck.version`, `wirecheck.rules` (the rule set) and `wirecheck.schema`."""
    def to_pylist(self) -> list[dict[str, Any]]:
        """The rows as a list of dicts."""
    def head(self, n: int = 5) -> Self:
        """The first rows."""
    def __len__(self) -> int: ...
    def __bool__(self) -> bool: ...
    def __iter__(self) -> Iterator[dict[str, Any]]: ...
    @overload
    def __getitem__(self, key: str, /) -> list[Any]: ...
    @overload
    def __getitem__(self, key: int, /) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, key: slice, /) -> Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any: ...
    def __arrow_c_schema__(self) -> Any: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    @classmethod
    def of_columns(
        cls,
        name: str,
        fields: Sequence[tuple[str, str, bool]],
        columns: Sequence[list[Any]],
        metadata: Mapping[str, str] | None = None,
    ) -> Self:
        """The table of these columns: fields as (name, type, nullable), and a list of values for each.

        Without metadata it is stamped as made now.
        """
    @staticmethod
    def concat(tables: Sequence[Table]) -> Table:
        """The rows of several tables of one kind. Of their making it says what all of them say."""

@final
class Lexicon:
    """The words that reading goes by: the English tables, and names of your own, which go before them.

    A name is found by its words, in any case, where the text has a capital in it. What is made once is used by any number of
    `extract` and `check`; it compares, hashes, copies and pickles by its words.
    """

    def __new__(cls, *, names: Mapping[str, str] | None = None, aliases: Mapping[str, str] | None = None) -> Self:
        """Makes a lexicon.

        Args:
            names: The type of each name: `PERSON`, `ORG` or `LOC`.
            aliases: What each further name names: an entity id, `org:islamic-state`, `person:sergey-lavrov`, `gov:russia`,
                `place:sy/idlib`, or a name that stands in the tables or in `names`.

        Raises:
            TypeError: If one of the two is no dict of texts.
            ValueError: If a name is empty, a type or the beginning of an id is none, or an alias names nothing known.
        """
    @property
    def names(self) -> dict[str, str]:
        """The names with their types."""
    @property
    def aliases(self) -> dict[str, str]:
        """The further names with what they name."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs_ex__(self) -> tuple[tuple[()], dict[str, dict[str, str]]]: ...

def extract(
    articles: Iterable[tuple[Any, ...]],
    kinds: Sequence[str] | None = None,
    lexicon: Lexicon | None = None,
    threads: int | None = None,
    longest: int = ...,
) -> dict[str, Table]:
    """Reads articles, given as tuples of id, text, published, outlet, title, url, role; gives the tables of claims by name.

    A text of more bytes than `longest` is skipped.
    """

def check(
    claims: Mapping[str, Table],
    against: Mapping[str, Table] | None = None,
    options: Mapping[str, Any] | None = None,
    threads: int | None = None,
    lexicon: Lexicon | None = None,
    meanwhile: Callable[[str, int, int | None], object] | None = None,
) -> dict[str, Table]:
    """Checks the tables of claims, or these against others; gives the tables of the report by name.

    While it works, `meanwhile` is called with the stage, how many of its steps are done, and their number or None.
    """

def learnt(
    claims: Mapping[str, Table],
    options: Mapping[str, Any] | None = None,
    threads: int | None = None,
    lexicon: Lexicon | None = None,
) -> dict[str, Table]:
    """What claims tell of others before these are compared: the tables `entities` and `sources` of a report."""

def related(
    claims: Mapping[str, Table],
    options: Mapping[str, Any] | None = None,
    threads: int | None = None,
    lexicon: Lexicon | None = None,
) -> list[tuple[str, str]]:
    """The articles that hang together, as pairs of ids: those that are related, that tell of one incident, or of which one is a copy."""

def keys(claims: Mapping[str, Table], whole: Mapping[str, Any] | None = None, lexicon: Lexicon | None = None) -> Table:
    """By which keys the claims of each article meet others: article, kind, key, open, member (null for a bare name), cap."""

def pairs(relations: Table, claims: Mapping[str, Table]) -> Table:
    """Every pair of mentions, as a table like `relations`."""

def tolls_by(rule: str, report: Mapping[str, Table], claims: Mapping[str, Table], lexicon: Lexicon | None = None) -> Table:
    """The tolls of a report by a named rule."""

def to_ucdp(report: Mapping[str, Table], claims: Mapping[str, Table], lexicon: Lexicon | None = None) -> Table:
    """The incidents of a report in the shape of UCDP GED."""

def to_airwars(report: Mapping[str, Table], claims: Mapping[str, Table], lexicon: Lexicon | None = None) -> Table:
    """The incidents of a report in the shape of Airwars."""

def explain_pair(
    claims: Mapping[str, Table],
    left: str,
    right: str,
    options: Mapping[str, Any] | None = None,
    lexicon: Lexicon | None = None,
) -> str:
    """The whole derivation of the verdict on two claims."""

def compare_quotes(a: str, b: str) -> dict[str, Any]:
    """How two quotations stand to each other, and every edit between them."""

def columns(table: Any, choose: Callable[[list[str]], Sequence[str]]) -> dict[str, list[Any]]:
    """Columns of any object with `__arrow_c_stream__`, by name: those that `choose` gives of all names. The stream is read once."""

def table(name: str, data: Any) -> Table:
    """The table of a kind, from any table with its columns: claims made elsewhere enter here.

    Of its making it says what the given one says.
    """

def forms() -> list[Form]:
    """Every table: its name, what it belongs to, its doc, and its columns with name, type, nullable, doc and the values of a closed vocabulary."""

def rules() -> list[RulePage]:
    """Every rule of reading: id, family, table, columns, why, reads (value, sentences), silent, clock."""

def verdicts() -> list[VerdictPage]:
    """Every row of the verdict table: id, verdict, why."""

def checks() -> list[CheckPage]:
    """Every check: id, severity, why, story."""

def stamp() -> dict[str, str]:
    """What tables are stamped with: `wirecheck.version`, `wirecheck.rules`, `wirecheck.schema`."""
