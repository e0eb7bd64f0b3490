"""auditor/extract/entities/people.py, places.py"""

import pytest

from auditor.extract.entities.people import nationalities


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("M. Kerven et Mme Le Goff", ["M.", "Mme"]),
        ("Dr. Tariq and Mrs Hale", ["Dr.", "Mrs"]),
        ("bonjour monsieur le maire", ["monsieur"]),
        ("Me Tréhardel plaide pour la ville", ["Me"]),
        ("tell Me Nora", []),
        ("Nora M. Kerven", []),
        ("un mètre, 3 m. de haut", []),
    ],
)
def test_it_finds_titles(found, text, spans):
    assert [span for span, _ in found(text, "title")] == spans


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("elle est sénégalaise", ["SN"]),
        ("une Québécoise et deux Bretons", ["CA", "FR"]),
        ("proud Irish woman", ["IE"]),
        ("she is Sri Lankan", ["LK"]),
        ("je suis musulmane pratiquante", ["muslim"]),
        ("a lifelong Tory", ["tory"]),
        ("écologistes", ["ecologist"]),
        ("polish the pole", []),
        ("Christian Kerven", []),
        ("en Suisse", []),
        ("the Czech Republic", []),
    ],
)
def test_it_finds_what_someone_belongs_to(found, text, values):
    assert [value for _, value in found(text, "nationality")] == values


def test_the_table_is_large_and_sound():
    table = nationalities()
    assert len(table) >= 250
    assert {kind for _, kind in table.values()} == {"nationality", "religion", "political"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("j'habite à nantes", ["nantes"]),
        ("I live in Leeds", ["leeds"]),
        ("un week-end à Lisbonne", ["lisbon"]),
        ("born in Senegal", ["senegal"]),
        ("Je rentre de Norvège", ["norvege"]),
        ("un ami de Nice ou de Tours ?", []),
        ("in Paris Hilton's house", []),
        ("la nantaise", []),
    ],
)
def test_it_finds_places_after_a_cue(found, text, values):
    assert [value for _, value in found(text, "place")] == values
