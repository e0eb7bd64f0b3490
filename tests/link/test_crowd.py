"""A profile searched among made people: the person is found, and nobody where nobody is there."""

from collections.abc import Sequence

import pytest

from auditor.link.crowd.features import features
from auditor.link.crowd.index import index
from auditor.link.crowd.search import Chances, search
from auditor.link.profiles import side
from auditor.resources.folders import folder
from auditor.resources.read import load
from training.population.make import population
from training.population.table import rows


class Held(list):
    """Rows in memory."""

    def at(self, places: Sequence[int]):
        return [self[each] for each in places]


def row(who, **told):
    return {"id": who, "network": "musique", **told}


SOUGHT = row(
    "sought",
    name="Ondine",
    handle="ondine_cale7",
    town="Nantes",
    groups=["Les Volets Clos"],
    picture="a1b2c3d4e5f60718",
)
HERSELF = row(
    "herself",
    name="Ondine Trévidal",
    handle="otrevidal",
    email="ondine.trevidal@boite.example",
    town="Nantes",
    groups=["Les Volets Clos"],
    picture="a1b2c3d4e5f60718",
)


@pytest.fixture(scope="module")
def chances():
    return load(folder("rules") / "crowd.yml", Chances)


@pytest.fixture(scope="module")
def people():
    """Three hundred profiles that show a surname, of people who are nobody."""
    named = [each for each in rows(population(11, 1_500)) if " " in str(each.get("name", ""))]
    return Held(named[:300])


@pytest.fixture(scope="module")
def among(people, kit):
    held = Held([*people[:150], HERSELF, *people[150:]])
    return index(held, held, kit.tables)


def test_the_person_is_first_and_the_others_are_not_claimed(among, kit, chances):
    answer = search(SOUGHT, among, kit, chances)
    assert answer.searched == 301
    best, *others = answer.candidates
    assert best.id == "herself"
    assert best.probability > 0.5
    assert all(each.probability < 0.1 for each in others)
    assert {each.comparison for each in best.verdict.levels} >= {"picture", "group"}


def test_without_the_person_none_is_the_answer(people, kit, chances):
    answer = search(SOUGHT, index(people, people, kit.tables), kit, chances)
    assert answer.none > 0.9


def test_chances_add_up_to_one_and_the_likeliest_come_first(among, people, kit, chances):
    for each in people[:40]:
        answer = search({**each, "name": "", "surname": "", "email": ""}, among, kit, chances)
        claimed = [one.probability for one in answer.candidates]
        assert claimed == sorted(claimed, reverse=True)
        assert len(claimed) <= chances.shown.value
        assert answer.none + sum(claimed) <= 1 + 1e-9


def test_the_order_of_the_crowd_is_no_matter(people, kit, chances):
    turned = Held(reversed([HERSELF, *people]))
    here, there = (
        search(SOUGHT, index(held, held, kit.tables), kit, chances)
        for held in (Held([HERSELF, *people]), turned)
    )
    assert here.candidates[0] == there.candidates[0]
    assert here.none == pytest.approx(there.none)


def test_nearest_are_those_that_share_what_is_rare(among, kit):
    (first,) = among.nearest(features(side(SOUGHT), kit.tables), 1)
    assert among.rows[first] is HERSELF
    assert among.nearest({"no such feature"}, 10) == []
    assert among.nearest((), 10) == []


def test_an_empty_crowd_and_an_empty_profile_have_no_answer(among, kit, chances):
    nobody = search(SOUGHT, index(Held(), (), kit.tables), kit, chances)
    assert (nobody.candidates, nobody.none, nobody.searched) == ((), 1.0, 0)
    bare = search({"id": "bare"}, among, kit, chances)
    assert bare.none > 0.9


def test_progress_is_told_row_by_row(people, kit):
    told: list[int] = []
    index(people, people[:5], kit.tables, told.append)
    assert told == [1, 2, 3, 4, 5]
