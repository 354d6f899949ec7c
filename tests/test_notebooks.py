"""The notebooks run from top to bottom."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed: pip install 'wirecheck[test]'")
nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed: pip install 'wirecheck[test]'")
for needed in ("pandas", "altair", "ipykernel"):
    pytest.importorskip(needed, reason=f"the notebooks need {needed}: pip install 'wirecheck[notebook]'")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path) -> None:
    """Every cell, in order, in a fresh kernel."""
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": path.parent}}).execute()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_small(path: Path) -> None:
    """A notebook is read in a browser: its outputs stay below 300 kB."""
    assert path.stat().st_size < 300_000
