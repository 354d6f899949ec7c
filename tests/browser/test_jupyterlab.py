"""The notebooks, executed and shown as JupyterLab shows them, without the network that its page would like to have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

wc = pytest.importorskip("wirecheck")

pytestmark = pytest.mark.browser

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))
FIRST = "01_first_look"  # the others may show pictures alone
MODULES = ("nbformat", "nbclient", "nbconvert", "ipykernel", "pandas", "altair")


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest) -> Any:
    """A notebook, executed in a kernel of its own."""
    for needed in MODULES:
        pytest.importorskip(needed, reason=f"{needed} is not installed: pip install 'wirecheck[notebook,test,browser]'")
    import nbclient
    import nbformat

    read = nbformat.read(request.param, as_version=4)
    resources = {"metadata": {"path": request.param.parent}}
    nbclient.NotebookClient(read, timeout=120, kernel_name="python3", resources=resources).execute()
    read.metadata["stem"] = request.param.stem
    return read


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_we_show_is_seen_in_jupyterlab(notebook: Any, window: Any, tmp_path: Path, theme: str) -> None:
    """Every output of ours is laid out inside the page, and its words stand out from the ground below them."""
    import nbconvert

    exporter = nbconvert.HTMLExporter(template_name="lab", theme=theme)
    (tmp_path / "notebook.html").write_text(exporter.from_notebook_node(notebook)[0], encoding="utf-8")
    page = window(color_scheme=theme).open(tmp_path / "notebook.html")
    shown = page.locator(".jp-OutputArea-output .wirecheck")
    for nr in range(shown.count()):
        box = shown.nth(nr).bounding_box()
        assert box["width"] > 300
        assert box["height"] > 20
        assert box["x"] + box["width"] <= 1200
    for words in (".wirecheck", ".wirecheck .card", ".wirecheck .card mark"):
        seen = page.locator(f"{words}:visible")
        assert seen.count() > 0 or notebook.metadata["stem"] != FIRST, words
        assert all(found > 4.5 for found in seen.evaluate_all(CONTRASTS)), words
    assert page.screenshot(full_page=True, path=tmp_path / "notebook.png").startswith(b"\x89PNG")


# The contrast of the words of elements to what lies below them, as WCAG counts it.
CONTRASTS = """(elements) => {
  const rgba = (colour) => {
    const parts = colour.match(/[\\d.]+/g).map(Number);
    return colour.startsWith("color(") ? parts.map((part, nr) => (nr < 3 ? part * 255 : part)) : parts;
  };
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.unshift(rgba(getComputedStyle(at).backgroundColor));
    return layers.reduce((below, [r, g, b, a = 1]) => below.map((part, nr) => part * (1 - a) + [r, g, b][nr] * a), [255, 255, 255]);
  };
  const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) + 0.05;
  return elements.map((element) => {
    const pair = [light(rgba(getComputedStyle(element).color)), light(ground(element))];
    return Math.max(...pair) / Math.min(...pair);
  });
}"""
