"""The papers of a session and the figures of a group in a real browser: nobody is shut out, and they print."""

import datetime
import re
import shutil
import subprocess
from dataclasses import dataclass
from itertools import pairwise

import pytest

from auditor.model.viewer import Viewer
from auditor.report.words import Words
from auditor.workshop.figures import html
from auditor.workshop.figures.figures import figures
from auditor.workshop.figures.group import Group
from auditor.workshop.papers import papers
from tests.browser.conftest import visiting
from tests.browser.test_personas import (
    ALL,
    BUT_CONTRAST,
    CONTRAST,
    FOCUSED,
    MOST_STEPS,
    REACHABLE,
    RUN,
)
from tests.workshop.figures.made import book, rule
from tests.workshop.played import played

pytestmark = pytest.mark.browser

NOW = datetime.datetime(2026, 11, 26, 12, tzinfo=datetime.UTC)
LANGUAGES = ("fr", "en")
NAMES = (
    "hand-out", "quiz", "quiz-answers", "session-plan", "care", "debate", "certificate", "figures",
    "before-after",
)  # fmt: skip
PAGES = {"hand-out": 2, "quiz": 1, "quiz-answers": 2, "care": 4, "certificate": 1}
"""How many sheets of paper, where it matters to whoever prints; the plan takes one or two."""
SIZES = {"A4": ("210mm", "297mm"), "Letter": ("8.5in", "11in")}


@dataclass(frozen=True)
class Paper:
    name: str
    language: str
    address: str
    page: object


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    place = tmp_path_factory.mktemp("papers")
    for language in LANGUAGES:
        (place / language).mkdir()
        made = papers(list(map(played, ("marc-l", "ines"))), language=language, minutes=90)
        wall = {"figures.html": _wall(language), "before-after.html": _wall(language, twice=True)}
        for name, data in (made | wall).items():
            (place / language / name).write_bytes(data)
    return place


def _wall(language, *, twice=False):
    now = _group({"F-02": 9, "E-01": 13, "K-06": 19, "F-03": 7}, [4, 6, 5, 3, 2])
    then = _group({"F-02": 14, "E-01": 13, "K-06": 19, "F-03": 7}, [0, 2, 4, 8, 6])
    found = figures(now, then if twice else None, book(), Viewer.FRIEND_OF_FRIEND)
    return html.render(found, Words(language=language), NOW.date())


def _group(counts, grades):
    names = ("employer", "fraud", "safety", "people", "linkability")
    rules = {rule(code).id: many for code, many in counts.items()}
    return Group(size=20, rules=rules, grades=dict.fromkeys(names, grades))


@pytest.fixture(
    scope="module", params=[(name, each) for name in NAMES for each in LANGUAGES], ids="-".join
)
def paper(request, written, chromium):
    """One paper, opened once for all that is asked of it."""
    name, language = request.param
    address = (written / language / f"{name}.html").as_uri()
    with visiting(chromium) as visit:
        yield Paper(name, language, address, visit(address))


@pytest.fixture
def page(paper):
    """The paper as it opens: on a screen of its own width, in light, nothing focused."""
    paper.page.set_viewport_size({"width": 1280, "height": 800})
    paper.page.emulate_media(media="null", color_scheme="light")
    return paper.page


def test_axe_finds_nothing(paper, visit, axe):
    """In light, in dark, on a phone; axe itself is let past the page's policy."""
    page = visit(paper.address, bypass_csp=True)
    page.evaluate(axe)
    for width, scheme, asked in (
        (1280, "light", ALL), (1280, "dark", CONTRAST), (360, "light", BUT_CONTRAST),
    ):  # fmt: skip
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(RUN, asked) == [], (width, scheme)


@pytest.mark.parametrize("width", [360, 320])
def test_it_fits_a_phone(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_headings_come_in_order_and_tables_have_headers(page):
    levels = page.evaluate(
        "() => [...document.querySelectorAll('h1,h2,h3,h4')].map(e => +e.tagName[1])"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    headless = """() => [...document.querySelectorAll('table')].filter(e =>
        !e.querySelector('thead th[scope=col]') || !e.querySelector('tbody th[scope=row]')).length"""
    assert page.evaluate(headless) == 0


def test_the_keyboard_reaches_all_with_a_ring(page):
    page.reload()  # so that nothing has the focus
    wanted, reached, ringless = page.evaluate(REACHABLE), set(), []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None or found[0] in reached:
            break
        reached.add(found[0])
        ringless += [] if found[1] else [found[0]]
    assert (len(reached), ringless) == (wanted, [])


@pytest.mark.parametrize("size", SIZES)
def test_it_prints_on_as_many_sheets_as_it_should_and_whole(paper, page, tmp_path, size):
    if shutil.which("pdfinfo") is None or shutil.which("pdftotext") is None:
        pytest.skip("no pdfinfo: install it with `apt-get install poppler-utils`")
    width, height = SIZES[size]
    to = tmp_path / "paper.pdf"
    page.pdf(path=to, width=width, height=height)
    told = subprocess.run(["pdfinfo", to], capture_output=True, check=True).stdout.decode()
    sheets = int(re.search(r"Pages:\s+(\d+)", told)[1])
    assert sheets == PAGES.get(paper.name, sheets)
    assert sheets <= 4
    printed = subprocess.run(
        ["pdftotext", "-raw", to, "-"], capture_output=True, check=True
    ).stdout.decode()
    wanted = page.evaluate(
        "() => [...document.querySelectorAll('h1,h2,h3,main p,main li')].filter(e => e.checkVisibility()).map(e => e.innerText)"
    )
    bare = lambda text: re.sub(r"\W+", "", text)  # noqa: E731
    assert [each for each in wanted if bare(each) not in bare(printed)] == []


def test_on_paper_nothing_is_said_by_colour(page):
    """Printed, all text is black or grey on white."""
    page.emulate_media(media="print")
    colours = page.evaluate(
        "() => [...new Set([...document.querySelectorAll('main *')].map(e => getComputedStyle(e).color))]"
    )
    for each in colours:
        red, green, blue = map(int, re.findall(r"\d+", each)[:3])
        assert red == green == blue, each
