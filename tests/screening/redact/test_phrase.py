"""The signs of a phrase, each found where it should be and nowhere else."""

import pytest

from auditor.errors import PackError
from auditor.screening.redact.phrase import phrase
from auditor.screening.redact.plain import plain

LISTS = {"person": "elle|il|candidat[e,s]"}


def found(written, text):
    made = phrase(written, LISTS)
    match = made.pattern.search(plain(text).text)
    return match and match.group("mask" if "mask" in match.re.groupindex else 0)


@pytest.mark.parametrize(
    ("written", "text", "what"),
    [
        ("enceinte", "Elle est ENCEINTE.", "enceinte"),
        ("enceinte", "une enceintée", None),
        ("syndiqu*", "Syndiqués de longue date", "syndiques"),
        ("musulman[e,s,es]", "des musulmanes", "musulmanes"),
        ("reports?", "report", "report"),
        ("reports?", "reports", "reports"),
        ("(grosse|petite) fille", "une petite fille", "petite fille"),
        ("(tres)? croyante", "croyante", "croyante"),
        ("(tres)? croyante", "très croyante", "tres croyante"),
        ("<person> enceinte", "Candidate enceinte", "candidate enceinte"),
        ("# enfants", "mariée, 2 enfants", "2 enfants"),
        ("porte .. voile", "elle porte un beau voile", "porte un beau voile"),
        ("porte .. voile", "porte un deux trois quatre voile", None),
        ("porte {(le)? voile}", "porte le voile", "le voile"),
        ("lanceur d'alerte", "lanceur d’alerte", "lanceur d'alerte"),
        ("non-binaire", "non binaire", "non binaire"),
        ("##### paris", "69003 PARIS", "69003 paris"),
        ("## ans", "7 ans", None),
        ("situation marie", "Situation : marié", "situation : marie"),
        ("né le # # #", "NE LE 02.02.1982", "ne le 02.02.1982"),
    ],
)
def test_a_phrase_is_found(written, text, what):
    assert found(written, text) == what


@pytest.mark.parametrize(
    "written", ["", "(a)?", "..", ".. a", "(a", "{a} {b}", "<nobody>", "@", "?"]
)
def test_a_phrase_that_cannot_be_read_is_refused_with_its_file(written):
    with pytest.raises(PackError, match=r"x\.yml"):
        phrase(written, LISTS, "x.yml")
