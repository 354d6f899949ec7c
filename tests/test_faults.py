"""Full disks, folders that may not be written, kills and interrupts: what is written stands there whole, or what stood there stands."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

wc = pytest.importorskip("wirecheck")
pytest.importorskip("pyarrow")
pytest.importorskip("openpyxl")
pytest.importorskip("jinja2")

from wirecheck.cli import main  # noqa: E402
from wirecheck.export import write_claims  # noqa: E402

POSIX = os.name == "posix"
BEFORE = b"what stood here before"


@pytest.fixture(scope="module")
def claims() -> Any:
    return wc.extract(wc.samples())


@pytest.fixture(scope="module")
def report(claims: Any) -> Any:
    return wc.check(claims)


WRITERS: dict[str, Callable[[Any, Any, Path], object]] = {
    "claims.csv": lambda claims, _, path: write_claims(claims, path),
    "claims.parquet": lambda claims, _, path: write_claims(claims, path),
    "claims.jsonl": lambda claims, _, path: claims.to_jsonl(path),
    "claims.jsonld": lambda claims, _, path: claims.to_annotations(path),
    "claims.xlsx": lambda claims, _, path: claims.to_excel(path),
    "table.csv": lambda claims, _, path: claims.casualties.to_csv(path),
    "report.html": lambda _, report, path: report.to_html(path),
    "sheet.xlsx": lambda _, report, path: report.sample(5, of="relations").to_excel(path),
}


@pytest.mark.skipif(not POSIX, reason="there is no limit of this kind here")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # what openpyxl leaves open speaks once more
@pytest.mark.parametrize("name", WRITERS)
def test_a_full_disk_leaves_what_stood_there(name: str, claims: Any, report: Any, tmp_path: Path) -> None:
    """A limit on the size of files answers as a full disk does: with an error in the midst of writing."""
    import resource

    path = tmp_path / name
    path.write_bytes(BEFORE)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, limits[1]))
        with pytest.raises(OSError, match=name):
            WRITERS[name](claims, report, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, heard)
    assert path.read_bytes() == BEFORE
    assert [p.name for p in tmp_path.iterdir()] == [name]
    WRITERS[name](claims, report, path)
    assert path.stat().st_size > 2000


@pytest.mark.parametrize("write", ["to_csv", "to_parquet"])
def test_a_folder_of_tables_is_written_as_one(write: str, claims: Any, tmp_path: Path) -> None:
    """Where the last table cannot be written, none takes the place of another."""
    getattr(claims, write)(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    last = sorted(before)[-1]
    (tmp_path / last).unlink()
    (tmp_path / last).mkdir()
    fewer = wc.extract(wc.samples()[:2])
    with pytest.raises(IsADirectoryError, match=last):
        getattr(fewer, write)(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == {
        name: data for name, data in before.items() if name != last
    }


@pytest.mark.skipif(not POSIX or os.geteuid() == 0, reason="whoever is root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(claims: Any, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(PermissionError, match=r"claims\.jsonl"):
            claims.to_jsonl(tmp_path / "claims.jsonl")
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_that_is_not_there_is_told(claims: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(FileNotFoundError, match=r"no/claims\.jsonl"):
        claims.to_jsonl(tmp_path / "no" / "claims.jsonl")
    (tmp_path / "a.txt").write_text("A bomb killed 3 people in Riga on Monday.")
    assert main(["extract", str(tmp_path / "a.txt"), "-o", str(tmp_path / "no" / "claims.jsonl")]) == 2
    assert "claims.jsonl: No such file or directory" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_device_is_written_as_it_is(claims: Any) -> None:
    with pytest.raises(OSError, match="No space left"):
        claims.to_jsonl("/dev/full")
    claims.to_jsonl("/dev/null")


@pytest.mark.skipif(not POSIX, reason="links and modes of this kind are of POSIX")
def test_links_and_modes_stay(claims: Any, tmp_path: Path) -> None:
    target, link = tmp_path / "target.jsonl", tmp_path / "link.jsonl"
    target.write_bytes(BEFORE)
    target.chmod(0o640)
    link.symlink_to(target)
    claims.to_jsonl(link)
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert target.read_bytes() != BEFORE


#: Writes two reports in turn for ever; every reader must find one of them whole.
_WRITES_FOR_EVER = """
    import signal, sys
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests in the background ignores it
    import wirecheck as wc
    claims = wc.extract(wc.samples())
    few = wc.extract(wc.samples()[:2])
    few.to_jsonl(sys.argv[1])
    print("begun", flush=True)
    while True:
        claims.to_jsonl(sys.argv[1])
        few.to_jsonl(sys.argv[1])
"""


@pytest.mark.skipif(not POSIX, reason="processes are killed by signals here")
@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGINT] if POSIX else [])
def test_a_killed_writer_leaves_a_whole_file(blow: signal.Signals, claims: Any, tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    whole = {len(claims.casualties), len(wc.extract(wc.samples()[:2]).casualties)}
    for pause in range(int(os.environ.get("WIRECHECK_KILLS", "2"))):
        command = [sys.executable, "-c", textwrap.dedent(_WRITES_FOR_EVER), str(path)]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(0.003 * (pause % 20))
        writer.send_signal(blow)
        writer.wait(60)
        writer.stdout.close()
        assert len(wc.read_claims(path).casualties) in whole
    if blow == signal.SIGINT:
        assert [p.name for p in tmp_path.iterdir()] == ["claims.jsonl"]
