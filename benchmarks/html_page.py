"""The HTML report of made-up statutes in Chromium: its size, how long it loads, filters, searches and jumps.

Wants what `make test-browser` installs. Times are those of the page's own clock, until the browser has drawn.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from made import amended, statute
from selenium import webdriver

from aratame import diff
from aratame.reporting import Wishes, html

SIZES = {"10 KB": 3_400, "100 KB": 34_000, "1 MB": 340_000, "3 MB": 1_020_000}
"""Code points, of three bytes each in UTF-8."""
SHARE = 0.05
"""Lines that are amended."""
TIMED = """
    const [action, done] = [arguments[0], arguments[1]];
    const start = performance.now();
    ({
        filter: () => document.querySelector("[name=kind]").click(),
        search: () => {
            document.getElementById("query").value = "使用料";
            document.getElementById("query").dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
        },
        next: () => document.getElementById("next").click(),
    })[action]();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
"""


def browser() -> Any:
    """Chromium from Debian's packages."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    return webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))


def main() -> None:
    """One line a size."""
    driver = browser()
    print("| texts | report | changes | load | filter | search | next change |\n|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, code_points in SIZES.items():
            lines = statute(code_points)
            page = Path(folder) / "report.html"
            page.write_text(html.diff_report(diff("\n".join(lines), "\n".join(amended(lines, SHARE))), Wishes()), encoding="utf-8")
            driver.get(page.as_uri())
            load = driver.execute_script("return performance.getEntriesByType('navigation')[0].loadEventEnd")
            changes = driver.execute_script("return document.querySelectorAll('.change').length")
            times = [load, *(driver.execute_async_script(TIMED, action) for action in ("filter", "search", "next"))]
            print(
                f"| {name} | {page.stat().st_size / 1e6:.2f} MB | {changes:,} | {' | '.join(f'{time:,.0f} ms' for time in times)} |",
                flush=True,
            )
    driver.quit()


if __name__ == "__main__":
    main()
