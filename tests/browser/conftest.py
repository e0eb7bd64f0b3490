"""A real Chromium, where there is one."""

import os
from pathlib import Path

import pytest

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def chromium():
    """The browser; without it the tests are skipped, with a word."""
    if not CHROMIUM.is_file() and os.environ.get("AUDITOR_BROWSER") == "required":
        pytest.fail("no Chromium, and AUDITOR_BROWSER asks for one")
    if not CHROMIUM.is_file():
        pytest.skip("no Chromium: install it with `apt-get install chromium`")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()
