"""One Chromium for all tests, from Debian packages, with nothing to reach: a page that asks for anything fails its test."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from selenium import webdriver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    for argument in ARGUMENTS:
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    yield driver
    driver.quit()


class Page(NamedTuple):
    """A report in the browser."""

    driver: Any

    def run(self, script: str, *arguments: object) -> Any:
        """What a function of the page's with the body `script` returns."""
        return self.driver.execute_script(script, *arguments)

    def count(self, selector: str) -> int:
        return int(self.run("return document.querySelectorAll(arguments[0]).length", selector))

    def text(self, selector: str) -> str:
        return str(self.run("return document.querySelector(arguments[0]).innerText", selector))

    def click(self, selector: str) -> None:
        self.driver.find_element("css selector", selector).click()

    def press(self, keys: str) -> None:
        """Type `keys` into whatever has the focus."""
        webdriver.ActionChains(self.driver).send_keys(keys).perform()

    def key(self, selector: str) -> str:
        """The id of the element."""
        return str(self.run("return document.querySelector(arguments[0])?.id ?? ''", selector))

    def complaints(self) -> list[str]:
        """What the browser said about the page: errors, and whatever its policy refused."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """What the page asked for, itself left out."""
        sent = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        asked = [one["params"]["request"]["url"] for one in sent if one["method"] == "Network.requestWillBeSent"]
        return [url for url in asked if not url.startswith("file:")]


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a report, at a width and in light or dark; in the end the page must have asked for nothing and broken nothing."""

    def open_report(report: str, *, width: int = 1400, height: int = 900, scheme: str = "light") -> Page:
        file = tmp_path / "report.html"
        file.write_text(report, encoding="utf-8")
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        chromium.get("about:blank")
        chromium.get_log("performance")
        chromium.get_log("browser")
        chromium.get(file.as_uri())
        return Page(chromium)

    yield open_report
    page = Page(chromium)
    assert page.complaints() == []
    assert page.requests() == []
