"""What is published is built, installed into an empty environment and tried there; its licences are looked at, and the site is built.

`make test-all` runs these. One build of the crate is made, from the sdist, as pip makes it: some minutes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

wc = pytest.importorskip("wirecheck")
pytestmark = pytest.mark.release

ROOT = Path(__file__).resolve().parent.parent
LICENCES = {"LICENSE-MIT", "LICENSE-APACHE", "NOTICE", "THIRD_PARTY.txt"}
MEGABYTES = 6
TRIED = """
import wirecheck as wc, sys
assert sys.prefix in wc.__file__, wc.__file__
report = wc.check(wc.extract(wc.samples()))
assert {row["verdict"] for row in report.relations} == {"agrees", "refines", "updates", "conflicts", "unrelated", "undecidable"}
assert "toll-conflict" in report.findings["rule"]
assert "toll-conflict" in report._repr_html_()
print(wc.__version__)
"""


def _run(command: Sequence[str | Path], cwd: Path = ROOT, **more: str) -> str:
    run = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=os.environ | more, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, f"{command}\n{run.stdout}\n{run.stderr}"
    return run.stdout


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("maturin", reason="maturin is not installed: pip install maturin")
    folder = tmp_path_factory.mktemp("sdist")
    _run([sys.executable, "-m", "maturin", "sdist", "--out", folder])
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(sdist: Path) -> Path:
    """The wheel that pip makes of the sdist. The compiled crates of others are taken from target/ if they are there."""
    folder = sdist.parent / "wheel"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, sdist]
    _run(command, CARGO_TARGET_DIR=os.environ.get("CARGO_TARGET_DIR", str(ROOT / "target")), PATH=path)
    (built,) = folder.iterdir()
    return built


def test_the_sdist_holds_what_it_needs_and_nothing_else(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    alone = {name for name in names if "/" not in name}
    assert alone == LICENCES | {
        "Cargo.toml",
        "Cargo.lock",
        "build.rs",
        "pyproject.toml",
        "PKG-INFO",
        "README.md",
        "CHANGELOG.md",
    }
    folders = {"/".join(name.split("/")[:2]) for name in names if "/" in name and not name.startswith("src/")}
    assert folders == {"python/wirecheck", "tests/checks", "docs/rules"}, (
        "the stories and pages that the crate includes, no corpora"
    )
    assert not [name for name in names if name.endswith((".so", ".pyc", ".ipynb"))]


def test_the_wheel_is_small_and_holds_the_package_alone(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    (meta,) = {name.partition("/")[0] for name in names if ".dist-info/" in name}
    assert {name.partition("/")[0] for name in names} <= {"wirecheck", meta, "wirecheck.libs"}
    assert {name.rpartition("/")[2] for name in names if name.startswith(f"{meta}/licenses/")} == LICENCES
    assert {"wirecheck/py.typed", "wirecheck/_core.pyi", "wirecheck/samples/articles.jsonl"} <= set(names)
    assert "-cp311-abi3-" in wheel.name
    assert wheel.stat().st_size < MEGABYTES * 1_000_000, f"{wheel.stat().st_size:,} bytes"


def test_the_wheel_works_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    """It needs no other package, and no repository around it."""
    place = tmp_path / "venv"
    venv.create(place, with_pip=True)
    bin_ = place / ("Scripts" if os.name == "nt" else "bin")
    _run([bin_ / "python", "-m", "pip", "install", "--quiet", "--no-index", wheel], cwd=tmp_path, PYTHONPATH="")
    assert _run([bin_ / "python", "-I", "-c", TRIED], cwd=tmp_path).split() == [wc.__version__]
    said = _run([bin_ / "wirecheck", "--version"], cwd=tmp_path, PYTHONPATH="")
    assert said.startswith(f"wirecheck {wc.__version__} (rule set ")


def test_the_notices_are_those_of_the_crates_compiled_in() -> None:
    if shutil.which("cargo") is None:
        pytest.skip("cargo is not installed: https://rustup.rs")
    _run([sys.executable, "tools/notices.py", "--check"])


def test_licences_sources_and_doubles_are_what_deny_toml_allows() -> None:
    """Advisories need the network: `cargo deny check` looks at these too."""
    if shutil.which("cargo-deny") is None:
        pytest.skip("cargo-deny is not installed: cargo install --locked cargo-deny")
    _run(["cargo", "deny", "--offline", "check", "bans", "licenses", "sources"])


def test_the_site_is_whole() -> None:
    """No link is broken, each page has its place, each public name its reference."""
    for module in ("zensical", "mkdocstrings", "nbconvert"):
        pytest.importorskip(module, reason=f"{module} is not installed: pip install 'wirecheck[docs]'")
    _run([sys.executable, "tools/site.py"])  # strict: any issue ends it
    pages = {page.relative_to(ROOT / "docs").with_suffix(".html") for page in (ROOT / "docs").rglob("*.md")}
    assert {page for page in pages if not (ROOT / "target/site/html" / page).exists()} == set()
