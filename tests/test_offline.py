"""Nothing asks the network: not reading, checking, showing or writing."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

wc = pytest.importorskip("wirecheck")

#: Runs where every call of the socket module raises, as an audit hook sees it; a hook cannot be taken away by what is tested.
ALL = """
import sys

def forbid(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.")):
        raise RuntimeError(f"a connection was asked for: {event} {arguments}")

sys.addaudithook(forbid)

import contextlib, io
from pathlib import Path
import wirecheck as wc
from wirecheck import cli

folder = Path(sys.argv[1])
claims = wc.extract(wc.samples())
report = wc.check(claims)
assert len(report.findings) > 5
for shown in (claims, report, claims.casualties, report.findings, wc.show("market-4", claims), wc.diff_quotes(report)):
    assert shown._repr_html_()
report.to_html(folder / "report.html")
report.tolls_by("ucdp"), report.to_airwars(), list(report.pairs())
wc.compare_quotes("We will not accept a dam.", "We will accept a dam.")
(folder / "articles").mkdir()
(folder / "articles/one.txt").write_text("Nine people were killed in Karun on Monday, police said. See https://example.org/more for the rest.")
wc.check(wc.read_articles(str(folder / "articles")), against=wc.samples())
with contextlib.redirect_stdout(io.StringIO()):
    cli.main(["check", str(folder / "articles")])
    cli.main(["explain", "toll-falls"])
print("quiet")
"""

#: The same for pictures and workbooks, which other packages draw and write.
DRAWN = (
    ALL
    + """
for name, chart in {"tolls": report.tolls_chart(), "timeline": report.timeline(), "sources": report.sources_map()}.items():
    chart.save(folder / f"{name}.svg")
wc.check(wc.read_articles(str(folder / "articles")), against=wc.samples()).checklist.to_excel(folder / "check.xlsx")
print("drawn")
"""
)


@pytest.mark.parametrize("pictures", [False, True], ids=["core", "pictures"])
def test_no_connection_is_asked_for(tmp_path: Path, pictures: bool) -> None:
    if pictures:
        for module in ("altair", "vl_convert", "openpyxl"):
            pytest.importorskip(module)
    run = _run([sys.executable, "-c", DRAWN if pictures else ALL, str(tmp_path)])
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == (["quiet", "drawn"] if pictures else ["quiet"])


def test_all_works_where_there_is_no_network(tmp_path: Path) -> None:
    """In a namespace of its own that has not even a loopback."""
    unshare = shutil.which("unshare")
    alone = [unshare, "--net"] if unshare and _permitted([unshare, "--net"]) else [unshare, "--map-root-user", "--net"]
    if unshare is None or not _permitted(alone):
        pytest.skip("this system lets nobody have a network namespace of his own (unshare --net)")
    run = _run([*alone, sys.executable, "-c", ALL, str(tmp_path)])
    assert run.returncode == 0, run.stderr


def test_the_compiled_core_knows_no_socket() -> None:
    """An audit hook sees Python alone. The core would have to ask the system for a socket by name."""
    core = importlib.util.find_spec("wirecheck._core")
    assert core is not None
    assert core.origin is not None
    nm = shutil.which("nm")
    if nm is None or not sys.platform.startswith("linux"):
        pytest.skip("nm tells what a library of Linux asks for, and it is not here (binutils)")
    listed = _run([nm, "--dynamic", "--undefined-only", core.origin]).stdout.split()
    asked = {name.partition("@")[0] for name in listed}
    assert {"write", "memcpy"} & asked, "the list is not what it is taken for"
    assert asked & {"socket", "connect", "getaddrinfo", "gethostbyname", "sendto", "recvfrom", "bind", "listen"} == set()


def _permitted(alone: list[str]) -> bool:
    return subprocess.run([*alone, "true"], capture_output=True, check=False).returncode == 0


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
