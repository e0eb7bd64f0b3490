"""The report in a real browser: it fits, it obeys its policy, it can be used by keyboard and on paper."""

import pytest

from auditor.report.html import render
from auditor.report.redact import Redaction
from tests.report.conftest import small
from tests.report.test_html import hostile

pytestmark = pytest.mark.browser

SMALLEST_TEXT = 12
SMALLEST_TARGET = 24
TEXTS = """() => [...document.querySelectorAll('body *')].filter(e =>
    [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && e.checkVisibility()
    && !e.closest('script, style')).map(e => parseFloat(getComputedStyle(e).fontSize))"""
TARGETS = """() => { document.querySelectorAll('section').forEach(e => { e.style.contentVisibility = 'visible'; });
    return [...document.querySelectorAll(
        '.tabs a, summary, .known a, .unchecked a, .filters button, .sorted a, .map a')]
    .filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().height); }"""
CONTRASTS = """() => {
  const parse = c => c.match(/[\\d.]+/g).map(Number);
  const light = c => { const [r, g, b] = parse(c).map(v => v / 255)
      .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  const ground = e => { for (; e; e = e.parentElement) {
      const c = getComputedStyle(e).backgroundColor; if ((parse(c)[3] ?? 1) > 0) return c; }
    return 'rgb(255,255,255)'; };
  return [...document.querySelectorAll('body *')].filter(e => e.checkVisibility()
      && !e.closest('.unseen, .skip, script, style')
      && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
    .map(e => { const [a, b] = [light(getComputedStyle(e).color), light(ground(e))];
      return [(Math.max(a, b) + .05) / (Math.min(a, b) + .05), e.className || e.tagName]; })
    .filter(([ratio]) => ratio < 4.5);
}"""


@pytest.fixture(scope="module")
def addresses(tmp_path_factory):
    """The report on disk, by language."""
    folder = tmp_path_factory.mktemp("report")
    found = {}
    for language in ("fr", "en"):
        path = folder / f"{language}.html"
        path.write_bytes(render(small(), language=language, redact=Redaction.OTHERS))
        found[language] = path.as_uri()
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("width", [1280, 360, 320])
def test_it_fits_and_can_be_read(addresses, visit, width, language):
    page = visit(addresses[language], width)
    for tab in page.query_selector_all("[role=tab]"):
        tab.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert min(page.evaluate(TEXTS)) >= SMALLEST_TEXT
    assert min(page.evaluate(TARGETS)) >= SMALLEST_TARGET
    assert page.locator("main").count() == page.locator("h1").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(addresses, visit, scheme):
    page = visit(addresses["en"] + "#member-F-03", color_scheme=scheme)
    assert page.evaluate(CONTRASTS) == []


def test_the_policy_refuses_what_is_not_ours(addresses, chromium):
    page = chromium.new_page()
    page.goto(addresses["en"])
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.hit = 1';"
        " document.body.append(s); const i = new Image(); i.src = 'https://outside.example/x.png';"
        " document.body.append(i); }"
    )
    assert page.evaluate("window.hit") is None
    page.close()


def test_the_keyboard_reaches_every_view(addresses, visit):
    page = visit(addresses["en"])
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('role')") == "tab":
            break
    names = []
    for _ in range(7):
        names.append(page.evaluate("document.activeElement.id"))
        page.keyboard.press("ArrowRight")
    assert len(set(names)) == 7
    assert page.evaluate("document.activeElement.id") == names[0]
    assert page.locator(".panel:visible").count() == 1
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_link_to_a_finding_opens_its_view(addresses, visit):
    page = visit(addresses["en"])
    page.locator(".actions a").first.click()
    page.wait_for_function("location.hash === '#member-F-03'")
    assert page.locator("#member-F-03").is_visible()
    assert page.locator("#tab-member").get_attribute("aria-selected") == "true"


def test_without_the_script_every_view_stands_open(addresses, visit):
    page = visit(addresses["en"], java_script_enabled=False)
    assert page.locator(".panel:visible").count() == 7


def test_on_paper_everything_is_there(addresses, visit):
    page = visit(addresses["en"])
    page.emulate_media(media="print")
    assert page.locator(".panel:visible").count() == 7
    assert page.locator("details .evidence li").last.is_visible()


def test_hostile_words_do_nothing_and_hidden_signs_are_named(visit, tmp_path):
    path = tmp_path / "hostile.html"
    path.write_bytes(render(hostile(small()), language="en", redact=Redaction.NONE))
    page = visit(path.as_uri())
    assert page.locator("script").count() == 2
    assert page.locator("img, iframe, object, [onerror], [style]").count() == 0
    text = page.evaluate("document.body.textContent")
    assert "⟦RLO⟧gnp.exe⟦ZWSP⟧" in text
    assert not set(text) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


def test_a_link_to_a_risk_that_is_filtered_out_shows_it(addresses, visit):
    page = visit(addresses["en"])
    page.locator('[data-tag="severity-2"]').click()
    page.locator(".actions a").first.click()
    page.wait_for_function("location.hash === '#member-F-03'")
    assert page.locator("#member-F-03").is_visible()
    assert page.locator("[data-filters] [aria-pressed=true]").count() == 0


def test_each_join_of_the_map_leads_to_its_step(addresses, visit):
    page = visit(addresses["en"] + "#view-member")
    page.locator("#view-member .map.wide a").first.click()
    assert page.evaluate("document.querySelector(':target').matches('.chain > li')")


def test_a_closed_shelf_is_printed_by_the_style_alone(addresses, visit):
    page = visit(addresses["en"], java_script_enabled=False)
    page.emulate_media(media="print")
    assert page.locator("details[open]").count() == 0
    assert page.locator("details .evidence li").first.is_visible()
