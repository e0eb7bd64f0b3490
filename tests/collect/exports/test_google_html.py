"""Histories of Takeout as pages: the usual cell, the odd one, a cut file, anything at all."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.exports import google_html
from auditor.collect.exports.google_html import entries
from auditor.collect.unreadable import UnreadableError
from tests.collect.exports.test_google import CELL

HEAD = "<html><head><title>x</title><style>.mdl-cell{margin:8px}</style></head><body>"
VIDEO = "https://www.youtube.com/watch?v=a&amp;t=1"
CHANNEL = '<a href="https://www.youtube.com/channel/UC1">Atelier</a>'


def cell(content, product="YouTube"):
    return CELL.format(product=product, content=content)


def page(*contents):
    return (HEAD + "".join(map(cell, contents)) + "</div></body></html>").encode()


def read(data):
    found = list(entries(io.BytesIO(data)))
    faults = [str(each.reason) for each in found if isinstance(each, UnreadableError)]
    return [one for each in found if isinstance(each, list) for one in each], faults


@pytest.mark.parametrize(
    ("content", "text", "url", "day"),
    [
        (
            f'Watched\u00a0<a href="{VIDEO}">Cuir &amp; papier &#39;2&#39;</a><br>{CHANNEL}<br>'
            "Jan 5, 2012, 3:04:05\u202fPM CET",
            "Watched Cuir & papier '2'",
            "https://www.youtube.com/watch?v=a&t=1",
            date(2012, 1, 5),
        ),
        (
            f'Vous avez regardé\u00a0<a href="https://y.example/">Où est-ce\u00a0?</a><br>{CHANNEL}'
            "<br>22 mars 2024 à 23:15:00 UTC+1<br>",
            "Vous avez regardé Où est-ce\u00a0?",
            "https://y.example/",
            date(2024, 3, 22),
        ),
        (
            '<a href="https://y.example/">Leim</a> angesehen<br>05.03.2012, 15:04:05 MEZ',
            "Leim angesehen",
            "https://y.example/",
            date(2012, 3, 5),
        ),
        (
            "Watched a video that has been removed<br>5 Jan 2012, 15:04:05 GMT",
            "Watched a video that has been removed",
            None,
            date(2012, 1, 5),
        ),
        ("Used Maps<br>Sept 9, 2020, 1:00:00 AM UTC", "Used Maps", None, date(2020, 9, 9)),
        ("Visited x", "Visited x", None, None),
        # forms that are left to a parser of HTML
        (
            'Prompted <a href="https://g.example/">Quelle colle ?</a><br>Apr 12, 2026, 3:34:31 PM EDT'
            "<p>De la <b>colle</b> d’amidon.</p>",
            "Prompted Quelle colle ?",
            None,
            date(2026, 4, 12),
        ),
        (
            "Watched x<br>Atelier<br>Jan 5, 2012, 3:04:05 PM CET",
            "Watched x",
            None,
            date(2012, 1, 5),
        ),
        ("<i>Said</i> papier<br>2 févr. 2021, 10:00:00 CET", "Said papier", None, date(2021, 2, 2)),
    ],
)
def test_a_cell_tells_what_was_done_and_when(content, text, url, day):
    assert read(page(content)) == ([("YouTube", text, url, day)], [])


def test_an_odd_cell_among_others_keeps_its_place():
    usual = "Watched <a href='x'>{}</a>".replace("'x'", '"https://y.example/"')
    found, faults = read(page(usual.format("un"), "<i>Said</i> deux", usual.format("trois")))
    assert [text for _, text, *_ in found] == ["Watched un", "Said deux", "Watched trois"]
    assert faults == []


def test_a_cell_that_shows_nothing_is_counted():
    assert read(page("un", "")) == (
        [("YouTube", "un", None, None)],
        ["1 damaged items are left out"],
    )


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9, 0.999])
def test_a_cut_page_gives_its_whole_cells_and_a_failure(share):
    data = page(*(f"Watched {number}" for number in range(50)))
    cut = data[: int(len(data) * share)]
    found, faults = read(cut)
    whole = cut.count(b"<b>Products:</b><br>&emsp;YouTube<br></div></div></div>")
    assert [text for _, text, *_ in found] == [f"Watched {number}" for number in range(whole)]
    assert faults == ["the page is cut or damaged"]


def test_windows_do_not_matter(monkeypatch):
    data = page(*(f"Watched é{number}" for number in range(40)))
    told = []
    for window in (7, 64, 1000, 10_000_000):
        monkeypatch.setattr(google_html, "WINDOW", window)
        told.append(read(data))
    assert told[0][0]
    assert all(each == told[0] for each in told)


def test_a_page_of_another_form_is_a_failure():
    assert read(b"<html><body>hello</body></html>") == (
        [],
        ["the page has another form than was expected"],
    )


def test_what_is_larger_than_a_cell_is_left_out_and_counted():
    data = HEAD.encode() + cell("x" * 2_000_000).encode() + page("Watched y")
    found, faults = read(data)
    assert [text for _, text, *_ in found] == ["Watched y"]
    assert faults == ["1 items larger than 1 MB are left out"]


PIECES = [cell("Watched x"), '<div class="outer-cell', "</div>", "<a href=", "&#x110000;", "\x00"]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=12))
def test_nothing_breaks_it(pieces):
    found, faults = read("".join(pieces).encode("utf-8", errors="replace"))
    assert found or faults
