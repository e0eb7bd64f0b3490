"""The folder of a session in a real browser: walked by keyboard, read without script, printed, on a phone."""

import re
import shutil
import subprocess

import pytest

from auditor.workshop import slides
from auditor.workshop.cards import Asked
from auditor.workshop.room import room
from tests.browser.test_personas import ALL, BUT_CONTRAST, CONTRAST, FOCUSED, REACHABLE, RUN, bare
from tests.workshop.played import cards, played

pytestmark = pytest.mark.browser

PAGES = ("slides", "game", "index")
MOST_STEPS = 300
VOTE = "section.now [data-vote={}] input"


@pytest.fixture(scope="session", params=["fr", "en"])
def session_folder(request, tmp_path_factory):
    """A session on the founding case, in one language."""
    folder = tmp_path_factory.mktemp(f"session-{request.param}")
    for name, content in room([played("marc-l")], language=request.param, minutes=45).items():
        (folder / name).write_bytes(content)
    return request.param, folder


@pytest.fixture
def opened(session_folder, visit):
    """Opens a page of the folder."""
    return lambda name, *more, **most: visit(
        (session_folder[1] / f"{name}.html").as_uri(), *more, **most
    )


def audit(page, axe, asked):
    page.evaluate(axe)
    return page.evaluate(RUN, asked)


@pytest.mark.parametrize(("width", "scheme", "asked"), [
    (1280, "light", ALL), (1280, "dark", CONTRAST), (360, "light", BUT_CONTRAST),
])  # fmt: skip
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_a_page_that_stands_open(opened, axe, name, width, scheme, asked):
    page = opened(name, width, color_scheme=scheme, bypass_csp=True)
    page.evaluate("""() => { document.body.classList.remove('running', 'playing');
        document.querySelectorAll('details').forEach(e => { e.open = true; });
        document.querySelectorAll('main [hidden]').forEach(e => { e.hidden = false; });
        document.querySelectorAll('.closer, .figures span, td:empty').forEach(e => { e.textContent ||= 'x'; }); }""")
    assert audit(page, axe, asked) == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360)])
def test_axe_finds_nothing_on_the_way_through_the_game(opened, axe, scheme, width):
    page = opened("game", width, color_scheme=scheme, bypass_csp=True)
    assert audit(page, axe, ALL) == []
    page.keyboard.press("ArrowRight")
    page.keyboard.press("2")
    assert audit(page, axe, ALL) == []
    page.keyboard.press("r")
    assert audit(page, axe, ALL) == []
    while page.locator(".score.now").count() == 0:
        page.keyboard.press("ArrowRight")
    assert audit(page, axe, ALL) == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360)])
def test_axe_finds_nothing_on_the_way_through_the_slides(opened, axe, scheme, width):
    page = opened("slides", width, color_scheme=scheme, bypass_csp=True)
    page.keyboard.press("p")
    seen = set()
    for each in slides.session(
        45
    ):  # what they say is read on the open page; here, each way they are laid out
        if each.slide.kind not in seen:
            assert audit(page, axe, ALL) == []
        seen.add(each.slide.kind)
        page.keyboard.press("ArrowRight")
    page.keyboard.press("?")
    assert audit(page, axe, ALL) == []


@pytest.mark.parametrize("width", [360, 320])
def test_all_of_it_fits_a_phone(opened, width):
    for name in PAGES:
        page = opened(name, width)
        for key in ("ArrowRight", "r", "p") * 14:
            page.keyboard.press(key)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1366, 640), (1920, 1080)])
def test_every_slide_fits_the_wall_without_scrolling(opened, width, height):
    page = opened("slides", width)
    page.set_viewport_size({"width": width, "height": height})
    for each in slides.session(45):
        assert page.evaluate("document.documentElement.scrollHeight") <= height, each.slide.id
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_all_with_a_ring(opened, name):
    page = opened(name)
    page.keyboard.press("ArrowRight")
    wanted, reached, ringless = page.evaluate(REACHABLE), set(), []
    if name == "game":
        wanted += page.locator("section.now input").count()
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None:  # beyond the last; the walk began in the middle, at the card's question
            continue
        if found[0] in reached:
            break
        reached.add(found[0])
        ringless += [] if found[1] else [found[0]]
    assert (len(reached), ringless) == (wanted, [])


def test_the_slides_are_walked_by_keyboard(opened):
    page = opened("slides")
    ids = [each.slide.id for each in slides.session(45)]

    def at():
        return page.locator(".slide.now").get_attribute("id")

    seen = [at()]
    for _ in ids[1:]:
        page.keyboard.press("ArrowRight")
        seen.append(at())
        assert page.evaluate("document.activeElement.id") == f"{at()}-title"
    assert seen == ids
    for key, wanted in [("Home", 0), (" ", 1), ("ArrowLeft", 0), ("ArrowLeft", 0), ("End", -1), ("ArrowRight", -1),
                        ("PageUp", -2), ("PageDown", -1)]:  # fmt: skip
        page.keyboard.press(key)
        assert at() == ids[wanted], key
    assert page.locator(".slide.now").count() == 1


def test_notes_help_and_keys_answer(opened):
    page = opened("slides")
    notes = page.locator(".slide.now .notes")
    assert not notes.is_visible()
    page.keyboard.press("p")
    assert notes.is_visible()
    page.keyboard.press("p")
    assert not notes.is_visible()
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.locator("dialog [data-do=keys]").click()
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    page.keyboard.press("ArrowRight")
    assert page.locator(".slide.now").get_attribute("id") == "cover"


def test_the_clock_runs_from_the_first_step_on_and_progress_is_shown(opened):
    page = opened("slides")
    page.clock.install()
    page.reload()
    assert "00:00" in page.locator("[data-time]").inner_text()
    page.clock.run_for(60_000)
    assert "00:00" in page.locator("[data-time]").inner_text()
    page.keyboard.press("ArrowRight")
    page.clock.run_for(125_000)
    assert re.search(r"02:0[45]", page.locator("[data-time]").inner_text())
    page.clock.run_for(120_000)
    assert page.locator("[data-time].late").count() == 1
    done = int(page.locator(".progress .done").get_attribute("width"))
    assert done == round(1000 * 2 / len(slides.session(45)))


def test_a_swipe_turns_the_slide(opened):
    page = opened("slides", 360, has_touch=True)
    page.evaluate("""() => { const main = document.querySelector('main');
        const touch = (type, x) => main.dispatchEvent(new TouchEvent(type, { bubbles: true,
            changedTouches: [new Touch({ identifier: 1, target: main, clientX: x, clientY: 300 })] }));
        touch('touchstart', 300); touch('touchend', 100); }""")
    assert page.locator(".slide.now").get_attribute("id") == "care"


def test_a_number_leads_to_its_source_and_the_way_back_is_open(opened):
    page = opened("slides")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    here = page.locator(".slide.now").get_attribute("id")
    page.locator(".slide.now .from a").first.click()
    page.wait_for_selector("#sources.slide.now")  # an address that changes is told a moment later
    page.go_back()
    page.wait_for_selector(f"#{here}.slide.now")


def test_the_game_is_played_by_keyboard_and_tells_who_was_closer(opened, session_folder):
    page, found = opened("game"), cards("marc-l", minutes=45, language=session_folder[0])
    points = {"room": 0.0, "program": 0.0}
    page.keyboard.press("ArrowRight")
    for at, card in enumerate(found):
        so, said = card.draft.answer.value, card.said.answer.value
        assert page.evaluate("document.activeElement.id") == f"ask-{at + 1}"
        for key in "112":  # two thirds yes, a third no
            page.keyboard.press(key)
        assert page.locator(VOTE.format("yes")).input_value() == "2"
        assert not page.locator("section.now .told").is_visible()
        page.keyboard.press("r")
        title = page.locator("section.now .told h3")
        assert title.is_visible()
        assert page.evaluate("document.activeElement.matches('.now .told h3')")
        live = page.locator("[data-live]").inner_text()
        assert title.inner_text() in live
        assert page.locator("section.now .closer").inner_text() in live
        worth = {"yes": _worth("yes", so), "no": _worth("no", so)}
        points["room"] += (2 * worth["yes"] + worth["no"]) / 3
        points["program"] += _worth(said, so)
        page.keyboard.press("ArrowRight")
    totals = page.locator(".score.now .figures").inner_text().replace(",", ".")
    numbers = [float(each) for each in re.findall(r"\d+(?:\.\d+)?", totals)]
    assert numbers == [round(points["room"] + 1e-9, 1), len(found), points["program"], len(found)]


def _worth(said, so):
    return 1.0 if said == so else 0.5 if "unsure" in {said, so} else 0.0


def test_enter_starts_the_game(opened):
    page = opened("game")
    page.keyboard.press("Enter")
    assert page.locator("#card-1.now").count() == 1


def test_what_follows_takes_no_third_vote(opened, session_folder):
    page, found = opened("game"), cards("marc-l", minutes=45, language=session_folder[0])
    page.keyboard.press("Enter")
    (at,) = [number for number, each in enumerate(found) if each.asked is Asked.FOLLOWS]
    for _ in range(at):
        page.keyboard.press("ArrowRight")
    for key in "113":
        page.keyboard.press(key)
    page.keyboard.press("r")
    numbers = re.findall(r"\d+", page.locator("section.now .closer").inner_text())
    assert numbers == ["2", "0"]


@pytest.mark.parametrize("order", ["start", "shuffle"])
def test_nobody_is_told_of_before_their_card_in_any_order(opened, session_folder, order):
    page, found = opened("game"), cards("marc-l", minutes=45, language=session_folder[0])
    asked = {
        (one.name, one.place, one.why): {f"card-{number}" for number in one.on}
        for each in found
        for one in each.around
    }
    page.locator(f".start [data-do={order}]").click()
    seen, told = set(), 0
    while page.locator(".score.now").count() == 0:
        seen.add(page.locator(".card.now").get_attribute("id"))
        page.keyboard.press("r")
        shown = page.locator(".now .around li:visible")
        assert shown.count() <= 3
        for row in shown.all():
            name, place, why = (row.locator(one).inner_text() for one in ("b", ".place", "q"))
            on = next(on for key, on in asked.items() if key[:2] == (name, place) and key[2] in why)
            assert not on or on & seen, name
            told += 1
        page.keyboard.press("ArrowRight")
    assert told


def test_the_score_keeps_the_answers_of_cards_that_were_not_turned(opened):
    page = opened("game")
    page.keyboard.press("Enter")
    page.keyboard.press("r")
    while page.locator(".score.now").count() == 0:
        page.keyboard.press("ArrowRight")
    assert page.locator(".score tbody tr:visible").evaluate_all(
        "rows => rows.map(row => row.dataset.row)"
    ) == ["card-1"]


def test_votes_are_typed_and_clicked_too(opened):
    page = opened("game")
    page.locator("[data-do=start]").click()
    page.locator(VOTE.format("no")).fill("12")
    plus = page.locator("section.now [data-vote=unsure] button").last
    plus.click()
    plus.click()
    page.locator("section.now [data-vote=unsure] button").first.click()
    page.keyboard.press("r")
    told = page.locator("section.now .closer").inner_text()
    assert "12" in told
    assert re.search(r"\b0\b.*\b12\b.*\b1\b", told)


def test_where_nobody_voted_the_room_has_no_points(opened):
    page = opened("game")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("r")
    assert page.locator(".running [data-room]").inner_text() == ""
    assert page.locator(".running [data-program]").inner_text() != ""


def test_it_is_played_again_in_the_same_order_or_another_that_every_machine_makes(opened):
    def order(page):
        page.keyboard.press("ArrowRight") if page.locator(".start.now").count() else None
        seen = []
        while page.locator(".score.now").count() == 0:
            seen.append(page.locator(".card.now").get_attribute("id"))
            page.keyboard.press("1")
            page.keyboard.press("r")
            page.keyboard.press("ArrowRight")
        return seen

    page = opened("game")
    first = order(page)
    page.locator(".score.now [data-do=again]").click()
    assert page.locator(VOTE.format("yes")).input_value() == "0"
    assert not page.locator("section.now .told").is_visible()
    assert order(page) == first
    page.locator(".score.now [data-do=shuffle]").click()
    mixed = order(page)
    assert mixed != first
    assert sorted(mixed) == sorted(first)
    other = opened("game")
    other.locator(".start [data-do=shuffle]").click()
    assert order(other) == mixed


def test_keys_that_are_off_do_nothing(opened):
    page = opened("game")
    page.locator("[data-do=keys]").click()
    page.keyboard.press("ArrowRight")
    assert page.locator(".start.now").count() == 1


def needles(name, language):
    """What must reach a reader of the page."""
    if name == "slides":
        from auditor.report.words import Words

        of = Words(language=language).of
        return [
            of(one)
            for each in slides.session(45)
            for one in (each.slide.title, *each.slide.points, *each.slide.notes)
        ]
    found = cards("marc-l", minutes=45, language=language)
    return [
        words
        for card in found
        for words in (
            card.why, card.lesson, card.left.name, *(each.text for each in card.left.excerpts),
            *(each.sentence for each in card.said.clues),
            *(each.text for side in card.right for each in side.excerpts[:1]),
        )
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["slides", "game"])
def test_without_script_all_is_there(opened, session_folder, name):
    page = opened(name, java_script_enabled=False)
    assert page.locator("details[open]").count() == 0
    text = bare(page.evaluate("() => { document.querySelectorAll('details').forEach(e => { e.open = true; });"
                              " return document.body.innerText; }"))  # fmt: skip
    assert [each for each in needles(name, session_folder[0]) if bare(each) not in text] == []
    assert not page.locator(".votes, .controls, .steps").first.is_visible()


@pytest.mark.parametrize("name", ["slides", "game"])
def test_on_paper_all_is_there(opened, session_folder, tmp_path, name):
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext: install it with `apt-get install poppler-utils`")
    page = opened(name)
    page.keyboard.press("ArrowRight")
    paper = tmp_path / "page.pdf"
    page.pdf(path=paper, format="A4", prefer_css_page_size=True)
    printed = subprocess.run(["pdftotext", "-raw", paper, "-"], capture_output=True, check=True)
    text = bare(printed.stdout.decode())
    assert [each for each in needles(name, session_folder[0]) if bare(each) not in text] == []


def test_each_slide_is_one_sheet_with_its_notes(opened, tmp_path):
    if shutil.which("pdfinfo") is None:
        pytest.skip("no pdfinfo: install it with `apt-get install poppler-utils`")
    for size in ("A4", "Letter"):
        paper = tmp_path / f"{size}.pdf"
        opened("slides").pdf(path=paper, format=size)
        told = subprocess.run(["pdfinfo", paper], capture_output=True, check=True).stdout.decode()
        assert re.search(r"Pages:\s+(\d+)", told)[1] == str(len(slides.session(45)))
