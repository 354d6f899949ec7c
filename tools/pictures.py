"""Makes the pictures in docs/images from the sample articles: `python tools/pictures.py [NAME…]`.

Needs wirecheck with the extras notebook and browser, and Chromium or Chrome on the machine. What a browser shows is a line of
`PICTURES`: the file that is shown, the window it is shown in, and what is done before the picture is taken. Charts draw themselves.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import wirecheck as wc

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
LIMIT = 300_000
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


@dataclass(frozen=True)
class Picture:
    """A picture, `docs/images/NAME.png`."""

    name: str
    write: Callable[[Path], None]
    """Writes the HTML file that is shown."""
    width: int = 1120
    height: int = 1000
    scheme: str = "light"
    phone: bool = False
    act: Callable[[Any], None] | None = None
    """What is done in the browser's page before the picture is taken."""


def report(path: Path) -> None:
    """The report on the samples."""
    wc.check(wc.samples()).to_html(path)


def fragment(path: Path, html: str) -> None:
    """A view of a notebook on a page of its own."""
    path.write_text(f'<!doctype html><meta charset="utf-8"><body>{html}</body>', encoding="utf-8")


def shown(path: Path) -> None:
    """An article with its claims in lanes."""
    fragment(path, wc.show("market-4", wc.extract(wc.samples())).to_html())


def checklist(path: Path) -> None:
    """A draft beside its checklist."""
    draft = {
        "id": "draft",
        "published": "2026-05-07",
        "title": "Market blast kills 12",
        "text": "An explosion at a market in Bir Salwan, Yemen, killed 12 people on May 6, 2026. Another 60 people were wounded.\n\n"
        '"We pulled people out with our bare hands," said Yusuf Karim, a baker. "There was no ambulance for an hour," '
        "said Ali Mansur.",
    }
    fragment(path, wc.check(draft, against=wc.samples()).checklist._repr_html_())


def versions(path: Path) -> None:
    """The quotation whose number was changed."""
    fragment(path, wc.diff_quotes(wc.check(wc.samples())).to_html())


def side_by_side(page: Any) -> None:
    """The articles of a quotation that lost its "not"."""
    page.locator(".card:has-text('quote-negated') .open").click()
    page.evaluate("document.activeElement.blur()")


PICTURES = (
    Picture("report", report),
    Picture("report-dark", report, scheme="dark"),
    Picture("report-phone", report, width=400, height=860, phone=True),
    Picture("report-side-by-side", report, width=1200, height=760, act=side_by_side),
    Picture("report-side-by-side-phone", report, width=400, height=860, phone=True, act=side_by_side),
    Picture("show", shown, width=900, height=520),
    Picture("checklist", checklist, width=900, height=640),
    Picture("versions", versions, width=760, height=264),
)


def drawn() -> dict[str, Any]:
    """The charts, by name."""
    report = wc.check(wc.samples())
    market = next(row["fact"] for row in report.facts if row["kind"] == "casualty" and row["rank"] == 0)
    return {
        "tolls": report.tolls_chart(),
        "injured": report.tolls_chart(effect="injured"),
        "timeline": report.timeline(since=date(2026, 4, 15)),
        "sources": report.sources_map(fact=market),
    }


def main() -> None:
    """Takes the pictures that are named, or all."""
    from playwright.sync_api import sync_playwright

    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        sys.exit(f"none of {', '.join(BROWSERS)} is installed")
    known, charts = {picture.name: picture for picture in PICTURES}, drawn()
    asked = sys.argv[1:] or [*known, *charts]
    for name in filter(charts.__contains__, asked):
        charts[name].save(IMAGES / f"{name}.svg")
    if unknown := [name for name in asked if name not in known and name not in charts]:
        sys.exit(f"there is no picture {unknown[0]}; there are {', '.join([*known, *charts])}")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        sizes = {name: take(browser, known[name], Path(folder, f"{name}.html")) for name in asked if name in known}
        browser.close()
    if large := [name for name, size in sizes.items() if size > LIMIT]:
        sys.exit(f"larger than {LIMIT // 1000} kB, make them less high: {', '.join(large)}")


def take(browser: Any, picture: Picture, shown: Path) -> int:
    """Takes a picture and gives its size in bytes."""
    picture.write(shown)
    window = {"width": picture.width, "height": picture.height}
    context = browser.new_context(viewport=window, color_scheme=picture.scheme, is_mobile=picture.phone, offline=True)
    page = context.new_page()
    page.goto(shown.as_uri())
    if picture.act:
        picture.act(page)
    target = IMAGES / f"{picture.name}.png"
    page.screenshot(path=target, animations="disabled")
    context.close()
    size = target.stat().st_size
    print(f"{target} ({size // 1000} kB)")
    return size


if __name__ == "__main__":
    main()
