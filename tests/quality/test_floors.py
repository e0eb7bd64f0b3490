"""What is found of the test part must not get worse: floors per family, and per way of writing.

The floors lie a little under what was measured (`floors.yml` says when); they are no aim.
"""

from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from auditor.assess.kinds import kinds
from auditor.resources.folders import folder
from tests.quality.changes import CHANGES
from tests.quality.dossiers import compared, dossiers
from tests.quality.score import figures, outcomes, score, total

FLOORS = yaml.safe_load((Path(__file__).parent / "floors.yml").read_text("utf-8"))
KINDS = kinds(folder("rules"))


@pytest.fixture(scope="session")
def plain():
    return outcomes("test")


@pytest.mark.parametrize("family", FLOORS["families"])
def test_a_family_stays_above_its_floor(plain, family):
    sums = defaultdict(int)
    for kind, counts in figures(plain).items():
        if KINDS[kind].family == family:
            for at, count in enumerate(counts):
                sums[at] += count
    precision, recall, _ = score(sums[0], sums[1], sums[2])
    assert precision >= FLOORS["families"][family]["precision"]
    assert recall >= FLOORS["families"][family]["recall"]


def test_every_family_has_a_floor(plain):
    assert {KINDS[kind].family for kind in figures(plain)} == set(FLOORS["families"])


@pytest.mark.parametrize("change", sorted(set(CHANGES) - {"none"}))
def test_writing_otherwise_costs_no_more_than_it_did(plain, change):
    before = score(*total(figures(plain)))[2]
    after = score(*total(figures(outcomes("test", change=change))))[2]
    assert before - after <= FLOORS["drops"][change]


def test_dossiers():
    made = [compared(each) for each in dossiers()]
    right = sum(len(each.recovered) for each in made)
    assert right / sum(each.facts for each in made) >= FLOORS["dossiers"]["recovered"]
    assert sum(len(each.wrong) for each in made) <= FLOORS["dossiers"]["wrong"]
