"""The report on paper: all of it readable, tagged, few pages, and nothing of a stranger's that acts."""

import io
import re
import shutil
import subprocess
import sys
from dataclasses import replace

import pypdf
import pytest

from auditor.errors import OutputError
from auditor.model.redaction import Redaction
from auditor.report import paper, pdf
from auditor.report.lookup import lookup
from tests.paper import NEEDS_PANGO
from tests.report.conftest import small
from tests.report.forty import forty

pytestmark = [
    NEEDS_PANGO,
    pytest.mark.skipif(
        shutil.which("pdftotext") is None, reason="pdftotext is not installed (poppler-utils)"
    ),
]
AS_IF = {"language": "fr", "redact": Redaction.NONE}


def tool(name, data, *more):
    return subprocess.run([name, *more], input=data, capture_output=True, check=True).stdout


def text(data):
    """The words of a PDF on one line: lines break anywhere."""
    return re.sub(r"\s+", " ", tool("pdftotext", data, "-", "-").decode())


def opened(data):
    return pypdf.PdfReader(io.BytesIO(data))


def actions(data):
    """What a click or the opening of the file would do, but for going to a place in it."""
    reader = opened(data)
    found = {
        key for key in ("/OpenAction", "/AA", "/AF", "/AcroForm") if key in reader.trailer["/Root"]
    }
    for each in reader.pages:
        for one in each.get("/Annots", ()):
            note = one.get_object()
            found |= {note["/Subtype"]} - {"/Link"}
            found |= {note["/A"]["/S"]} - {"/GoTo"} if "/A" in note else set()
    return found


def images(data):
    return [name for each in opened(data).pages for name in each.images]


def squeezed(words):
    """Without spaces, hyphens of broken lines and marks of direction."""
    return re.sub(r"[\s\u2010\u00ad\u202a-\u202e\u2066-\u2069]", "", words)


@pytest.fixture(scope="module")
def printed():
    return pdf.render(small(), **AS_IF)


@pytest.fixture(scope="module")
def crowded():
    return pdf.render(forty(), **AS_IF)


def test_it_is_tagged_and_says_its_language_title_and_day(printed):
    told = tool("pdfinfo", printed, "-").decode()
    assert re.search(r"Tagged: +yes", told)
    assert re.search(r"JavaScript: +no", told)
    assert "Title:           Ce que d’autres peuvent reconstituer de vous – Loïc Tréhardel" in told
    assert "2026" in told.partition("CreationDate:")[2].partition("\n")[0]
    assert opened(printed).trailer["/Root"]["/Lang"] == "fr"
    assert [each.title for each in opened(printed).outline if not isinstance(each, list)] == [
        "Ce que d’autres peuvent reconstituer de vous"
    ]
    structure = tool("pdfinfo", printed, "-struct", "-").decode()
    assert {each for each in ("H1", "H2", "H3", "Table", "TH", "L", "LI") if each in structure} == {
        "H1", "H2", "H3", "Table", "TH", "L", "LI",
    }  # fmt: skip


def test_french_is_intact_and_every_quote_of_a_finding_is_there(printed):
    words = text(printed)
    for each in ("De quoi échanger une carte SIM", "Retirez le numéro.", "Ce qui le montre"):
        assert each in words
    for each in ("06 39 98 41 27", "né le 17 mars 1980", "Loïc Tréhardel"):
        assert f"«\u00a0{each}\u00a0»".replace("\u00a0", " ") in words.replace("\u00a0", " ")


def test_it_is_the_same_each_time(printed):
    assert pdf.render(small(), **AS_IF) == printed


def test_forty_accounts_take_eight_pages_at_most(crowded):
    assert int(re.search(r"Pages: +(\d+)", tool("pdfinfo", crowded, "-").decode())[1]) <= 8
    words = squeezed(text(crowded))
    for at in range(40):
        assert f"loic_tr{at}" in words
        assert squeezed(f"joignable au 06 39 98 {at // 100:02} {at % 100:02}") in words


def test_nothing_in_it_leads_away(printed, crowded):
    for each in (printed, crowded):
        assert not actions(each)
    assert actions(pdf.printed(page("<a href='https://e.example'>x</a>"), pdf.bounds())) == {"/URI"}


def test_hostile_words_are_words():
    hostile = "</q><script>x</script><img src='file:///etc/passwd'>\u202e<style>@import url(http://e.example)"
    report = small()
    facts = tuple(replace(each, quote=hostile, value=hostile) for each in report.facts)
    records = tuple(replace(each, label=f"{hostile}\ud800") for each in report.records)
    made = pdf.render(replace(report, facts=facts, records=records), **AS_IF)
    words = squeezed(text(made))
    assert "<script>x</script>" in words
    assert "⟦RLO⟧" in words
    assert "root:" not in words
    assert not actions(made)
    assert not images(made)


def page(body, head=""):
    return f"<!doctype html><html lang=en><head><title>t</title>{head}</head><body>{body}".encode()


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "http://127.0.0.1:9/x", "https://e.example/x", "ftp://e.example/x"],
)
def test_the_child_fetches_nothing(url):
    body = f"<img src='{url}' alt=missing><link rel=attachment href='{url}'>"
    made = pdf.printed(page(body, f"<link rel=stylesheet href='{url}'>"), pdf.bounds())
    assert not images(made)
    assert not actions(made)
    assert not opened(made).attachments


def test_what_stands_in_the_page_itself_is_drawn():
    dot = (
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElF"
        "TkSuQmCC"
    )
    assert images(pdf.printed(page(f"<img src='{dot}' alt=dot>"), pdf.bounds()))


LIMITED = pytest.mark.skipif(sys.platform != "linux", reason="limits of the system are Linux's")


@LIMITED
@pytest.mark.parametrize(
    ("rows", "less", "says"),
    [
        (20_000, {"seconds": 1.0}, "more than can be laid out"),
        (20_000, {"wall": 0.3}, "more than can be laid out"),
        (1, {"answer_mb": 0.0001}, "more than can be laid out"),
        # A library written in C may end the child before Python can say why.
        (20_000, {"memory_mb": 4.0}, "more than can be laid out|could not be made"),
    ],
)
def test_more_than_may_be_is_one_sentence(rows, less, says):
    long = page("<table>" + "<tr><td>x<td>y" * rows + "</table>")
    with pytest.raises(OutputError, match=says):
        pdf.printed(long, replace(pdf.bounds(), **less))


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(OutputError, match=r"pip install 'privacy-auditor\[pdf\]'"):
        pdf.render(small(), **AS_IF)


def test_words_that_several_places_say_alike_stand_once():
    found, more = paper.inventory(
        {"Identity": [_Shelf("name", ["Loïc", "Loïc", "Loïc T."])]}, longest=1
    )
    lines = found["Identity"][0].lines
    assert [(each.quote, each.places) for each in lines] == [("Loïc", ("a", "b"))]
    assert more == 1


class _Shelf:
    def __init__(self, kind, quotes):
        from auditor.report.lookup import Evidence

        self.kind, self.more = kind, 0
        self.facts = tuple(
            Evidence(fact=str(at), kind=kind, value="", quote=quote, source="abc"[at], seen_by="all",
                     known_from="", since="", voice="", setting="")
            for at, quote in enumerate(quotes)
        )  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_behind_it_holds_no_link_outside_and_no_script(language):
    made = paper.page(lookup(small(), language))
    assert not re.search(r"https?://(?!photos\.example)", made)
    assert "<script" not in made
    assert 'href="http' not in made
