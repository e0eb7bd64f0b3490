"""The officer's report on paper."""

import io
import re

import pypdf
import pytest

from auditor.report.officer import pdf
from tests.paper import NEEDS_PANGO
from tests.report.officer.checks import TITLES, hostile, huge, small

pytestmark = NEEDS_PANGO


def opened(found, language="fr"):
    return pypdf.PdfReader(io.BytesIO(pdf.render(found, language=language)))


def text(reader):
    return re.sub(r"\s+", " ", " ".join(each.extract_text() for each in reader.pages))


@pytest.fixture(scope="module")
def paper():
    return opened(small())


def test_it_is_tagged_and_says_its_language_and_title(paper):
    root = paper.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "fr"
    assert "Atelier Quai Sud" in paper.metadata.title


def test_all_points_and_their_rows_are_there(paper):
    words = text(paper)
    for each in small().broken:
        assert TITLES[each.rule.code][2].replace("'", "’") in words
    assert "C12" in words
    assert "identity_confidence" in words


def test_hostile_words_are_words_and_nothing_acts():
    reader = opened(hostile())
    assert "⟦RLO⟧" in text(reader)
    assert not {"/OpenAction", "/AA", "/AcroForm"} & reader.trailer["/Root"].keys()
    for each in reader.pages:
        notes = [one.get_object() for one in each.get("/Annots", ())]
        assert {note["/A"]["/S"] for note in notes if "/A" in note} <= {"/GoTo"}
        assert not each.images


def test_a_full_log_fits_what_one_printing_may_cost():
    assert len(opened(huge(2000)).pages) < 30
