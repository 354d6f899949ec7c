"""How large the page of a report is and how long a browser takes to open it: `python benchmarks/page.py [ARTICLES]`.

Needs wirecheck with the extras notebook and browser, and Chromium. The time to open runs from the start of the navigation to the
first paint and to the end of the load, as the browser itself tells them; beside it stands the processor's time of the page's main
thread, which a busy machine does not lengthen. Each is the median of five openings in a fresh window.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from generate import articles
from playwright.sync_api import Browser, sync_playwright

import wirecheck as wc

OPENINGS = 5
TIMES = """() => ({
  paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  load: performance.getEntriesByType("navigation")[0].loadEventEnd,
  parts: document.getElementsByTagName("*").length,
})"""
SEARCH = """(words) => {
  const box = document.getElementById("q"), start = performance.now();
  box.value = words;
  box.dispatchEvent(new Event("input"));
  document.body.offsetHeight;
  return performance.now() - start;
}"""


def main() -> None:
    """Writes the report on a made-up archive, opens it, and prints what it took."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    if executable is None:
        sys.exit("neither chromium nor google-chrome is installed")
    given = list(articles(count))
    report = _timed("extract and check", lambda: wc.check(wc.extract(given)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder, "report.html")
        _timed("write the page", lambda: report.to_html(page))
        print(f"{count:,} articles, {len(report.findings):,} findings: {page.stat().st_size / 1e6:.1f} MB")
        browser = playwright.chromium.launch(executable_path=executable)
        taken = [_opened(browser, page) for _ in range(OPENINGS)]
        browser.close()
    for what in ("paint", "load", "processor", "first search", "next search"):
        times = sorted(each[what] for each in taken)
        print(f"{what:18} {median(times):8.0f} ms   ({times[0]:.0f} to {times[-1]:.0f})")
    print(f"{'elements':18} {taken[0]['parts']:8,}")


def _opened(browser: Browser, path: Path) -> dict[str, float]:
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(path.as_uri(), wait_until="load")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length && document.readyState === 'complete'")
    times: dict[str, float] = page.evaluate(TIMES)
    metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    times["processor"] = 1000 * metrics["TaskDuration"]
    times["first search"] = page.evaluate(SEARCH, "bel")
    times["next search"] = page.evaluate(SEARCH, "belavi")
    page.close()
    return times


def _timed(what: str, run: Callable[[], Any]) -> Any:
    start = perf_counter()
    result = run()
    print(f"{what:18} {perf_counter() - start:8.1f} s")
    return result


if __name__ == "__main__":
    main()
