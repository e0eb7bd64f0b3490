"""What a report tells beside the views."""

from dataclasses import replace

import pytest

from auditor import kits
from auditor.model.mandate import Subject
from auditor.model.place import Home
from auditor.pipeline.told import home
from auditor.resources.folders import folder
from tests.audited import NOW


@pytest.fixture(scope="module")
def case():
    return kits.for_case(folder("samples") / "discreet", NOW.date())


@pytest.mark.parametrize(
    ("town", "known"),
    [
        ("Nantes", Home(country="FR", region="Pays de la Loire")),
        ("nantes", Home(country="FR", region="Pays de la Loire")),
        ("Trois-Rivières", Home(country="CA", region="Québec")),
        ("Leeds", Home(country="GB", region="England")),
        ("Nowhere upon Nothing", None),
        ("", None),
        (None, None),
    ],
)
def test_where_somebody_lives_is_told_by_the_town_of_the_mandate(case, town, known):
    mandate, kit = case
    told = replace(mandate, subject=Subject(name="Anouk Sérandelle", town=town))
    assert home(told, kit.place) == known
