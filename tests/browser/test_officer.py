"""The officer's report and drafts in a real browser: nobody is shut out, nothing gets in or out, one sheet each."""

import io

import pypdf
import pytest

from auditor.model.screening_rule import Place
from auditor.report.officer import html, leaf, result
from auditor.report.officer.draft import Subject
from auditor.report.officer.trend import decoded
from auditor.resources.folders import folder
from auditor.screening.load import places, rules
from tests.browser.test_personas import ALL, BUT_CONTRAST, CONTRAST, FOCUSED, REACHABLE, RUN
from tests.report.officer.checks import TITLES, clean, hostile, small

pytestmark = pytest.mark.browser

PAGES = ["small.fr", "small.en", "clean.fr", "hostile.en", "policy.fr", "notice.en"]
MOST_STEPS = 200
SMALLEST_TEXT = 12
TEXTS = """() => [...document.querySelectorAll('body *')].filter(e =>
    [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && e.checkVisibility())
    .map(e => parseFloat(getComputedStyle(e).fontSize))"""
OPEN_ALL = "() => document.querySelectorAll('details').forEach(e => { e.open = true; })"
SCREENING = folder("rules") / "screening"
CARDS, RULES = places(SCREENING), rules(SCREENING)


def report(make, language):
    before = decoded(result.render(clean(), language=language), file="then.json")
    return html.render(make(), language=language, before=before)


def drafted(name, place, language):
    subject = Subject(place=place, card=CARDS[place], rules=RULES, employer="Quai Sud")
    return leaf.render(name, subject, language=language, form=leaf.Form.HTML)


@pytest.fixture(scope="module")
def addresses(tmp_path_factory):
    """The pages on disk, by name."""
    where = tmp_path_factory.mktemp("officer")
    made = {
        "small.fr": report(small, "fr"),
        "small.en": report(small, "en"),
        "clean.fr": report(clean, "fr"),
        "hostile.en": report(hostile, "en"),
        "policy.fr": drafted("policy", Place.FR, "fr"),
        "notice.en": drafted("notice", Place.UK, "en"),
    }
    for name, data in made.items():
        (where / f"{name}.html").write_bytes(data)
    return {name: (where / f"{name}.html").as_uri() for name in made}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("width", "scheme", "asked"),
    [(1280, "light", ALL), (1280, "dark", CONTRAST), (360, "light", BUT_CONTRAST)],
)
def test_axe_finds_nothing(addresses, visit, axe, name, width, scheme, asked):
    page = visit(addresses[name], width, color_scheme=scheme, bypass_csp=True)
    page.evaluate(OPEN_ALL)
    page.evaluate(axe)
    assert page.evaluate(RUN, asked) == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1280, 360, 320])
def test_it_fits_and_can_be_read(addresses, visit, name, width):
    page = visit(addresses[name], width)
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert min(page.evaluate(TEXTS)) >= SMALLEST_TEXT
    assert page.locator("main").count() == page.locator("h1").count() == 1


@pytest.mark.parametrize("name", ["small.fr", "clean.fr"])
def test_the_keyboard_reaches_all_with_a_ring(addresses, visit, name):
    page = visit(addresses[name])
    page.evaluate(OPEN_ALL)
    wanted, reached, ringless = page.evaluate(REACHABLE), set(), []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None or found[0] in reached:
            break
        reached.add(found[0])
        ringless += [] if found[1] else [found[0]]
    assert (len(reached), ringless) == (wanted, [])
    assert wanted >= 5


def test_without_script_and_folded_away_all_is_printed(addresses, visit):
    page = visit(addresses["small.fr"], java_script_enabled=False)
    page.emulate_media(media="print")
    assert page.locator("details[open]").count() == 0
    for each in small().broken:
        assert page.locator(f"#point-{each.rule.code} h3").inner_text() == TITLES[each.rule.code][
            2
        ].replace("'", "’")
    assert page.locator("details .rows tbody tr").first.is_visible()


def test_each_link_of_the_head_leads_to_what_it_counts(addresses, visit):
    page = visit(addresses["small.en"])
    for at in range(page.locator(".tiles a").count()):
        page.locator(".tiles a").nth(at).click()
        assert page.evaluate("document.querySelector(':target').checkVisibility()")


def test_hostile_words_do_nothing_and_hidden_signs_are_named(addresses, visit):
    page = visit(addresses["hostile.en"])
    assert page.locator("script, img, iframe, object, [onerror], [style]").count() == 0
    text = page.evaluate("document.body.textContent")
    assert "⟦RLO⟧gnp.exe⟦ZWSP⟧" in text
    assert not set(text) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


@pytest.mark.parametrize("name", ["policy", "notice"])
def test_a_draft_is_one_sheet_in_every_place_and_language(name, visit, tmp_path):
    page, sheets = None, {}
    for place in Place:
        for language in ("fr", "en"):
            path = tmp_path / f"{place}.{language}.html"
            path.write_bytes(drafted(name, place, language))
            page = page or visit(path.as_uri())
            page.goto(path.as_uri())
            paper = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
            sheets[place, language] = len(paper.pages)
    assert set(sheets.values()) == {1}
