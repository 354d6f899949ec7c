"""Makes the picture of README.md from the sample articles: `python tools/pictures.py`.

Needs wirecheck installed and Chromium or Chrome on the machine.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
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
    """Checks the samples, writes the report, takes its picture."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit(f"none of {', '.join(BROWSERS)} is installed")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "report.html")
        wc.check(wc.extract(wc.samples())).to_html(page)
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        profile, size = f"--user-data-dir={folder}/profile", f"--window-size={WIDTH},{HEIGHT}"
        command = [browser, *FLAGS, profile, size, f"--screenshot={TARGET}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    bytes_ = TARGET.stat().st_size
    print(f"{TARGET} ({bytes_ // 1000} kB)")
    if bytes_ > LIMIT:
        sys.exit(f"the picture is larger than {LIMIT // 1000} kB: make it less high")


if __name__ == "__main__":
    main()
