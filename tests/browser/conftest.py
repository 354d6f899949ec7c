"""A browser for the tests: Debian's Chromium, or the one that WIRECHECK_BROWSER names, driven by Playwright. No network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

wc = pytest.importorskip("wirecheck")

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync")


class Window:
    """A window of the browser, and all that its page did besides being read."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._dialog)
        page.on("request", lambda request: self.requests.append(request.url))

    def _dialog(self, dialog: Any) -> None:
        self.complaints.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, path: Path, view: str = "") -> Any:
        """Opens a file and gives its page."""
        self.page.goto(path.as_uri() + view)
        return self.page

    def is_calm(self) -> None:
        """No dialog, no message, no error, and no request but for the file itself."""
        assert self.complaints == []
        assert {url.partition("#")[0] for url in self.requests if not url.startswith(("file:", "data:"))} == set()
        assert len({url.partition("#")[0] for url in self.requests if url.startswith("file:")}) == 1


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The browser, started once."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install 'wirecheck[browser]'"
    )
    named = os.environ.get("WIRECHECK_BROWSER")
    executable = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        pytest.skip(f"none of {', '.join(BROWSERS)} is installed (on Debian and Ubuntu: apt install chromium)")
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def window(browser: Any) -> Iterator[Any]:
    """Opens windows: `window(width=400)`, `window(color_scheme="dark")`, `window(java_script_enabled=False)`."""
    contexts = []

    def opened(width: int = 1200, height: int = 900, **options: Any) -> Window:
        context = browser.new_context(offline=True, viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(30_000)
        contexts.append(context)
        return Window(context.new_page())

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def report() -> Any:
    """The report on the samples."""
    return wc.check(wc.extract(wc.samples()))


@pytest.fixture(scope="session")
def page_file(report: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on the samples as a page."""
    path: Path = tmp_path_factory.mktemp("page") / "report.html"
    report.to_html(path)
    return path


@pytest.fixture
def faults() -> Any:
    """Finds what axe-core calls a serious or critical fault of a page."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed: pip install 'wirecheck[browser]'"
    )

    def found(page: Any) -> list[tuple[str, str]]:
        violations = axe.Axe().run(page).response["violations"]
        grave = [fault for fault in violations if fault["impact"] in ("serious", "critical")]
        return [(fault["id"], node["html"]) for fault in grave for node in fault["nodes"]]

    return found
