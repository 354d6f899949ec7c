"""Makes the pictures of README.md and docs/pictures.md from the sample articles: `python tools/pictures.py`.

Needs wirecheck installed with the extra notebook, and Chromium or Chrome on the machine.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import wirecheck as wc

TARGET = Path(__file__).resolve().parent.parent / "docs" / "images" / "report.png"
WIDTH, HEIGHT = 1120, 1000
LIMIT = 300_000
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
]


def main() -> None:
    """Checks the samples, writes the report and the views of a notebook, takes their pictures."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit(f"none of {', '.join(BROWSERS)} is installed")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "report.html")
        wc.check(wc.extract(wc.samples())).to_html(page)
        take(browser, page, TARGET, (WIDTH, HEIGHT))
        versions(page)
        take(browser, page, TARGET.with_name("versions.png"), (760, 264))
    charts()


def take(browser: str, page: Path, target: Path, size: tuple[int, int]) -> None:
    """A picture of a page."""
    profile, window = f"--user-data-dir={page.parent}/profile", f"--window-size={size[0]},{size[1]}"
    command = [browser, *FLAGS, profile, window, f"--screenshot={target}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    bytes_ = target.stat().st_size
    print(f"{target} ({bytes_ // 1000} kB)")
    if bytes_ > LIMIT:
        sys.exit(f"the picture is larger than {LIMIT // 1000} kB: make it less high")


def versions(path: Path) -> None:
    """The page of the quotation whose number was changed."""
    path.write_text(f'<meta charset="utf-8"><body>{wc.diff_quotes(wc.check(wc.samples())).to_html()}</body>', encoding="utf-8")


def charts() -> None:
    """The charts, drawn without a browser and without a background."""
    report = wc.check(wc.samples())
    market = next(row["fact"] for row in report.facts if row["kind"] == "casualty" and row["rank"] == 0)
    drawn = {
        "tolls": report.tolls_chart(),
        "injured": report.tolls_chart(effect="injured"),
        "timeline": report.timeline(since=date(2026, 4, 15)),
        "sources": report.sources_map(fact=market),
    }
    for name, chart in drawn.items():
        chart.save(TARGET.with_name(f"{name}.svg"))


if __name__ == "__main__":
    main()
