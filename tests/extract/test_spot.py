"""extract/spot.py: phrases of a table, the longest first."""

import pytest

from auditor.extract.plain import plain
from auditor.extract.spot import Spotter, marks

TABLE = {
    "infirmiere": "nurse",
    "infirmiere de nuit": "night_nurse",
    "chef d'equipe": "lead",
    "e-mail": "mail",
}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Infirmière de nuit à Brest", ["night_nurse"]),
        ("une infirmière, de nuit", ["nurse"]),
        ("chef d’équipe et infirmière", ["lead", "nurse"]),
        ("infirmières", []),
        ("", []),
    ],
)
def test_phrases_are_found(text, values):
    letters = plain(text)
    found = list(Spotter(TABLE).spot(letters, marks(letters)))
    assert [each.value for each in found] == values
    assert all(letters[each.start : each.end] for each in found)
