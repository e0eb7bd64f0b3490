"""link/compare/work.py, study.py, firms.py: employers, jobs, schools and their years."""

import pytest

from auditor.link.compare import firms
from auditor.link.compare.study import study
from auditor.link.compare.work import work
from tests.builders import fact

FIRM, JOB = "employer", "job_title"


def compared(case, kit, left, right, compare=work):
    sides = case({"a#owner": left, "b#owner": right})
    return compare(sides["a#owner"], sides["b#owner"], kit.weights, kit.tables)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Brightmoor Foods", "Brightmoor", True),
        ("Brightmoor Foods Ltd", "BRIGHTMOOR FOODS", True),
        ("Hôpital Sainte-Alba", "Sainte-Alba", True),
        ("Atelier Quai Sud", "Agence Quai Sud", True),
        ("Brightmoor Foods", "Brightmor Foods", True),
        # Words that many firms have make no two one.
        ("Hôpital Sainte-Alba", "Hôpital", False),
        ("Hôpital Sainte-Alba", "Hôpital Saint-Roch", False),
        ("Club", "Club nautique de Rezé", False),
        ("Atelier Quai Sud", "Atelier Quai Nord", False),
        ("", "Brightmoor", False),
    ],
)
def test_two_names_of_one_firm(kit, one, other, same):
    assert firms.same(one, other, kit.tables) is same
    assert firms.same(other, one, kit.tables) is same


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ([(FIRM, "Sainte-Alba"), (JOB, "infirmiere")],
         [(FIRM, "Hôpital Sainte-Alba"), (JOB, "infirmiere de nuit")], "employer_and_job"),
        ([(FIRM, "Sainte-Alba")], [(FIRM, "Hôpital Sainte-Alba"), (JOB, "brancardier")], "employer"),
        ([(JOB, "dessinateur")], [(JOB, "dessinateur-projeteur")], "job"),
        ([(JOB, "novelist")], [(JOB, "nurse")], "job_differs"),
        ([(FIRM, "Sainte-Alba"), (JOB, "infirmiere")],
         [(FIRM, "Pharmacie du Pont-Rosé"), (JOB, "preparatrice en pharmacie")], "conflict"),
        ([(FIRM, "Sainte-Alba")], [(FIRM, "Pharmacie du Pont-Rosé")], "employer_differs"),
        ([(FIRM, "Sainte-Alba")], [(JOB, "infirmiere")], None),
        ([(FIRM, "Sainte-Alba")], [("alias", "x")], None),
    ],
)  # fmt: skip
def test_employers_and_jobs(case, kit, left, right, level):
    found = compared(case, kit, left, right)
    assert (found and found.level) == level


def school(record, name, low=None, high=None):
    period = (f"{low}-01-01", f"{high or low}-12-31") if low else None
    return fact(record, "school", name, period=period)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (("lycee guist'hau", 1998), ("lycee guist'hau 1998", 1998), "school_and_year"),
        (("lycee guist'hau", 1995, 1998), ("lycee guist'hau", 1997), "school_and_year"),
        (("lycee guist'hau", 1998), ("lycee guist'hau", 1996), "school"),
        (("lycee guist'hau", 1998), ("lycee guist'hau",), "school"),
        (("lycee guist'hau", 1998), ("lycee guist'hau", 1962), "years_differ"),
        (("lycee guist'hau", 1998), ("lycee clemenceau", 1998), None),
        (("1998", 1998), ("1998", 1998), None),
    ],
)
def test_schools_and_years(case, kit, left, right, level):
    found = compared(case, kit, [school("a#owner", *left)], [school("b#owner", *right)], study)
    assert (found and found.level) == level


def test_two_schools_in_the_same_years_are_more_than_one(case, kit):
    told = [("college gutenberg", 1990, 1994), ("lycee guist'hau", 1994, 1997)]
    sides = ([school(name, *each) for each in told] for name in ("a#owner", "b#owner"))
    both = compared(case, kit, *sides, study)
    one = compared(case, kit, *([school(n, *told[0])] for n in ("a#owner", "b#owner")), study)
    assert (both.level, one.level) == ("two_schools", "school_and_year")
    assert both.bits > one.bits


def test_no_school_is_no_disagreement(case, kit):
    assert (
        compared(case, kit, [school("a#owner", "lycee x", 1998)], [("alias", "x")], study) is None
    )
