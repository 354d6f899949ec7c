"""The pytest plugin: the fixture `wirecheck`, facts files, and a baseline of findings.

pytest loads this module in every test suite of an environment, so it names the hooks and imports nothing that a suite without
articles would pay for.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .desk import Desk
    from .items import FactsFile

_DESK: pytest.StashKey[Desk] = pytest.StashKey()


def desk_of(config: pytest.Config) -> Desk:
    """The desk of this run, made when it is first asked for."""
    if _DESK not in config.stash:
        from .desk import Desk

        config.stash[_DESK] = Desk(config)
    return config.stash[_DESK]


@pytest.fixture(scope="session")
def wirecheck(pytestconfig: pytest.Config) -> Desk:
    """Facts held against articles, as in `wirecheck("articles/").tolls(place="Karun").within(16, 20)`."""
    return desk_of(pytestconfig)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds --wirecheck-update."""
    parser.getgroup("wirecheck", "facts checked against articles").addoption(
        "--wirecheck-update",
        action="store_true",
        help="write the findings that this run asks for to wirecheck-baseline.json: from then on new findings alone fail",
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FactsFile | None:
    """Collects *.facts.toml."""
    if not file_path.name.endswith(".facts.toml"):
        return None
    from .items import FactsFile

    return FactsFile.from_parent(parent, path=file_path)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """Prints the findings that a failed test has asked for; an assert alone would cut them to a line."""
    report = yield
    if (asked := item.config.stash.get(_DESK, None)) is not None:
        its_own = isinstance(item, pytest.Function)  # a fact of a file tells its findings itself
        if its_own and report.when == "call" and report.failed and (lines := asked.asked_lines()):
            report.sections.append(("wirecheck findings", "\n".join(lines)))
        asked.forget_asked()
    return report


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Takes in what a worker of pytest-xdist counted."""
    if counted := getattr(node, "workeroutput", {}).get("wirecheck"):
        desk_of(node.config).tally.add(counted)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Sends the counts to pytest-xdist's controller; without it, or there, writes the baselines."""
    if (here := session.config.stash.get(_DESK, None)) is None:
        return
    if (sent := getattr(session.config, "workeroutput", None)) is not None:
        sent["wirecheck"] = here.tally.as_dict()
    elif here.updates:
        here.tally.write_baselines()


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Says how many facts hold."""
    if (here := config.stash.get(_DESK, None)) is not None:
        for line in here.tally.lines(config.rootpath):
            terminalreporter.write_line(line)
