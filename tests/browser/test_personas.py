"""The four personas' reports in a real browser: nobody is shut out, nothing is lost, nothing gets in or out."""

import re
import shutil
import subprocess

import pytest

from auditor.report import labels
from auditor.report.lookup import lookup
from auditor.report.panels import panel
from auditor.report.redact import Redaction, redact

pytestmark = pytest.mark.browser

DRAW_ALL = """() => document.querySelectorAll('section').forEach(
    e => { e.style.contentVisibility = 'visible'; })"""
OPEN_ALL = "() => document.documentElement.classList.remove('tabbed')"
RUN = """async (asked) => (await axe.run(document, {resultTypes: ['violations'], preload: false, ...asked}))
    .violations.map(v => [v.id, v.nodes.slice(0, 3).map(n => n.html)])"""
ALL = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
BUT_CONTRAST = ALL | {"rules": {"color-contrast": {"enabled": False}}}
"""The colours of a narrow page are those of a wide one."""
REACHABLE = """() => [...document.querySelectorAll('a[href], button, summary, [tabindex="0"]')]
    .filter(e => e.tabIndex >= 0 && e.checkVisibility() && !e.closest('details:not([open]) > :not(summary)')).length"""
FOCUSED = """() => { const e = document.activeElement; if (e === document.body) return null;
    if (e.id === '') e.id = 'walk-' + (window.walked = (window.walked ?? 0) + 1);
    const rect = e.querySelector(':scope > rect'); const style = getComputedStyle(e);
    const ring = rect ? parseFloat(getComputedStyle(rect).strokeWidth) >= 3
        : style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2;
    return [e.id, ring]; }"""
MOST_STEPS = 600


def needles(persona):
    """What must reach a reader: each finding, its quotes, what to do about it, and the words of each join."""
    book = lookup(redact(persona.report, Redaction.OTHERS), persona.language)
    found = set()
    for viewer in labels.VIEWERS:
        if viewer in book.report.views:
            shown = panel(book, viewer)
            for each in shown.findings:
                found |= {each.title, each.description, *each.steps}
                found |= {one.quote for one in each.evidence}
            for step in shown.steps:
                found |= {side for each in step.levels for side in (each.left, each.right)}
                found |= {each.sentence for each in step.levels}
    return {bare(each) for each in found if each}


def bare(text):
    """Signs alone: lines are broken and spaced as each medium needs."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", text)


@pytest.mark.parametrize(("width", "scheme", "asked"), [
    (1280, "light", ALL), (1280, "dark", CONTRAST), (360, "light", BUT_CONTRAST),
])  # fmt: skip
def test_axe_finds_nothing(persona, visit, axe, width, scheme, asked):
    if persona.language == "en":  # the colours are those of the page in the other language
        if asked is CONTRAST:
            pytest.skip("the colours of a dark page were looked at in the other language")
        asked = BUT_CONTRAST
    page = visit(persona.address, width, color_scheme=scheme, bypass_csp=True)
    page.evaluate(DRAW_ALL)
    page.evaluate(OPEN_ALL)
    page.evaluate(axe)
    assert page.evaluate(RUN, asked) == []


@pytest.mark.parametrize("width", [360, 320])
def test_it_fits_a_phone(persona, visit, width):
    page = visit(persona.address, width)
    for tab in page.query_selector_all("[role=tab]"):
        tab.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_reaches_all_with_a_ring(persona, visit):
    page = visit(persona.address)
    wanted, reached, ringless = page.evaluate(REACHABLE), set(), []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None or found[0] in reached:
            break
        reached.add(found[0])
        ringless += [] if found[1] else [found[0]]
    assert (len(reached), ringless) == (wanted, [])


def test_without_script_all_is_there(persona, visit):
    page = visit(persona.address, java_script_enabled=False)
    page.evaluate(DRAW_ALL)
    text = bare(page.evaluate("() => { document.querySelectorAll('details').forEach(e => { e.open = true; });"
                              " return document.body.innerText; }"))  # fmt: skip
    assert [each for each in needles(persona) if each not in text] == []


def test_on_paper_all_is_there(persona, visit, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext: install it with `apt-get install poppler-utils`")
    page = visit(persona.address)
    paper = tmp_path / "report.pdf"
    page.pdf(path=paper, format="A4")
    printed = subprocess.run(["pdftotext", "-raw", paper, "-"], capture_output=True, check=True)
    text = bare(printed.stdout.decode())
    assert [each for each in needles(persona) if each not in text] == []


def test_a_filter_shows_the_chosen_risks_alone_and_all_again(persona, visit):
    page = visit(persona.address)
    chips = page.locator("[data-filters] button[data-tag]")
    first = chips.first
    key = first.get_attribute("data-tag")
    first.click()
    assert first.get_attribute("aria-pressed") == "true"
    shown = page.locator(".finding:not(.out)").evaluate_all(
        "all => all.map(e => e.dataset.tags.split(' '))"
    )
    assert shown
    assert all(key in tags for tags in shown)
    page.locator("[data-filters] .every").click()
    assert page.locator(".out").count() == 0
    assert first.get_attribute("aria-pressed") == "false"
