"""Weights that a cohort teaches itself."""

from collections import Counter
from random import Random

import pytest

from auditor.link.cohort.fine import FINE, HOME, JOINT
from auditor.link.cohort.learn import Shape, learn
from auditor.link.cohort.levels import RADIX, decoded

MODEL = [each for each in FINE if each.name in {"given", "surname", "birth", "town"}]
SHAPE = Shape(model=MODEL, home=HOME, joint=JOINT)


def pattern(*steps):
    return sum(
        each.digit(step) * RADIX**at
        for at, (each, step) in enumerate(zip(MODEL, steps, strict=True))
        if step
    )


@pytest.fixture(scope="module")
def learned():
    """A hundred matches and thousands of strangers, as they are drawn by known chances."""
    draw, counted = Random(3), Counter()
    for _ in range(1_000):
        agree = [draw.random() < 0.9 for _ in range(4)]
        steps = [
            one if yes else other
            for yes, one, other in zip(
                agree,
                ("same", "same", "exact", "same"),
                ("differs", "differs", "conflict", "differs"),
                strict=True,
            )
        ]
        own = 7 * agree[0] + 14 * agree[2]
        counted[pattern(*steps), own, 9 * agree[1] + 8 * agree[3]] += 1
    counted[pattern("differs", "differs", "conflict", "differs"), 0, 0] += 20_000
    strangers = [(pattern("differs", "differs", "conflict", "differs"), 50_000)]
    found = [(*key, count) for key, count in counted.items()]
    return learn(found, strangers, SHAPE, rows=3_000)


def test_as_many_matches_are_found_as_there_are(learned):
    assert learned.matches == pytest.approx(1_000, rel=0.1)


def test_agreement_weighs_more_than_disagreement(learned):
    yes, no = (
        pattern("same", "same", "exact", "same"),
        pattern("differs", "differs", "conflict", "differs"),
    )
    found = learned.weigh([yes, no])["person"]
    assert found[0] > found[1]


def test_a_pattern_never_seen_is_weighed_too(learned):
    assert learned.weigh([pattern("crossed", "crossed", "typo", None)])["person"][0] < 0


def test_a_pattern_is_told_by_its_steps():
    steps = decoded(pattern("meant", "same", None, "close"), MODEL)
    assert [each and each.name for each in steps] == ["meant", "same", None, "close"]


def test_a_value_that_only_one_person_shares_is_worth_more():
    one = pattern("same", "same", "exact", "same")
    other = pattern("differs", "differs", "conflict", "differs")
    counted, drawn = [(one, 9, 9, 300), (other, 0, 0, 20_000)], [(other, 50_000)]
    shared = {("birth", "exact"): 300.0}
    plain = learn(counted, drawn, SHAPE, rows=300).weigh([one])["strangers"]
    lent = learn(counted, drawn, SHAPE, rows=300, agreeing=shared).weigh([one])["strangers"]
    assert lent[0] < plain[0] - 5


def test_a_value_that_strangers_share_too_is_worth_what_its_frequency_says():
    one = pattern("same", "same", "exact", "same")
    other = pattern("differs", "differs", "conflict", "differs")
    counted, drawn = [(one, 9, 9, 300), (other, 0, 0, 20_000)], [(other, 50_000)]
    shared = {("birth", "exact"): 300_000.0}
    plain = learn(counted, drawn, SHAPE, rows=300).weigh([one])["strangers"]
    lent = learn(counted, drawn, SHAPE, rows=300, agreeing=shared).weigh([one])["strangers"]
    assert lent[0] == pytest.approx(plain[0], abs=0.01)
