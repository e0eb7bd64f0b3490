"""A real Chromium, where there is one, and the reports of the four personas as it opens them."""

import os
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

from auditor.report.html import render
from auditor.report.redact import Redaction
from tests.audited import audited, shared

CHROMIUM = Path("/usr/bin/chromium")
PATIENCE = 180_000
"""Milliseconds that a busy machine may take for a step: slow is not wrong."""
PERSONAS = ("marc-l", "ines", "rachel", "maika")
LANGUAGES = ("fr", "en")


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


@pytest.fixture
def visit(chromium):
    """Opens an address; afterwards, nothing was asked of the world and nothing complained."""
    with visiting(chromium) as opened:
        yield opened


@contextmanager
def visiting(chromium):
    """The same for tests that share a page."""
    contexts, told = [], []

    def opened(address, width=1280, **more):
        context = chromium.new_context(viewport={"width": width, "height": 800}, **more)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda asked: asked.url.startswith("file:") or told.append(asked.url))
        page.goto(address)
        return page

    try:
        yield opened
    finally:
        for context in contexts:
            context.close()
    assert told == []


@dataclass(frozen=True)
class Persona:
    """A persona's audit, and its page."""

    report: object
    language: str
    address: str


@pytest.fixture(scope="session", params=[(name, each) for name in PERSONAS for each in LANGUAGES],
                ids="-".join)  # fmt: skip
def persona(request, tmp_path_factory):
    """The report of a persona in one language: audited once a session, rendered once a language."""
    name, language = request.param
    report = audited(name, shared(tmp_path_factory.getbasetemp()))
    path = tmp_path_factory.mktemp("persona") / f"{name}.{language}.html"
    path.write_bytes(render(report, language=language, redact=Redaction.OTHERS))
    return Persona(report=report, language=language, address=path.as_uri())


@pytest.fixture(scope="session")
def axe():
    """The script of axe-core."""
    package = pytest.importorskip("axe_playwright_python")
    return (files(package) / "axe.min.js").read_text(encoding="utf-8")
