"""link/calibration.py: a rising curve, and probabilities that hold whatever the number of people."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.link.calibration import Calibration
from auditor.link.judge import odds, probability, verdict
from auditor.link.weights import Weights
from auditor.model.link import Level
from auditor.resources.folders import folder
from auditor.resources.read import load

BITS = st.floats(min_value=-80, max_value=80, allow_nan=False)
STEPS = st.lists(st.floats(min_value=0.25, max_value=9), min_size=2, max_size=12)


@pytest.fixture(scope="module")
def shipped():
    return load(folder("rules") / "calibration.yml", Calibration)


@st.composite
def curves(draw):
    """Knots that rise both ways, from anywhere."""
    steps, rises = draw(STEPS), draw(STEPS)
    at, worth = draw(BITS), draw(BITS)
    knots = []
    for step, rise in zip(steps, rises, strict=False):
        at, worth = at + step, worth + rise
        knots.append((at, worth))
    return Calibration(knots=tuple(knots))


def test_the_shipped_curve_rises_and_names_its_source(shipped):
    assert shipped.source
    assert len(shipped.knots) > 3
    for one, other in pairwise(shipped.knots):
        assert one[0] < other[0]
        assert one[1] < other[1]


@given(curve=curves(), one=BITS, other=BITS)
def test_more_bits_are_never_worth_less(curve, one, other):
    low, high = sorted((one, other))
    assert curve.evidence(low) <= curve.evidence(high) + 1e-9


@given(curve=curves())
def test_the_curve_goes_through_its_knots(curve):
    for bits, worth in curve.knots:
        assert curve.evidence(bits) == pytest.approx(worth)


@given(curve=curves(), more=st.floats(min_value=0, max_value=50))
def test_beyond_the_ends_each_bit_counts_in_full(curve, more):
    (first, low), (last, high) = curve.knots[0], curve.knots[-1]
    assert curve.evidence(first - more) == pytest.approx(low - more)
    assert curve.evidence(last + more) == pytest.approx(high + more)


@given(bits=BITS)
def test_without_knots_evidence_is_taken_as_it_is(bits):
    assert Calibration().evidence(bits) == bits


@given(bits=st.floats(min_value=-20, max_value=40), people=st.integers(2, 10**9))
def test_the_number_of_people_moves_the_odds_and_nothing_else(kit, bits, people):
    """Bayes: odds among N people are the odds among two, divided by N/2."""
    many, two = kit.weights.among(people), kit.weights.among(2)
    apart = odds(bits, two) - odds(bits, many)
    assert apart == pytest.approx(two.prior - many.prior)
    claimed = probability(odds(bits, many))
    assert claimed == pytest.approx(1 / (1 + 2 ** -odds(bits, many)))


def test_a_verdict_is_as_sure_as_the_curve_says(kit):
    level = Level(comparison="picture", level="same", bits=12.0)
    half = replace(
        kit.weights.among(64), calibration=Calibration(knots=((0.0, 0.0), (20.0, 10.0)), people=1e6)
    )
    found = verdict((level,), half)
    assert found.evidence == 12.0
    assert found.bits == 0.0
    assert found.probability == 0.5


def test_among_more_people_than_were_measured_bits_are_taken_as_they_are(shipped):
    weights = load(folder("rules") / "linking.yml", Weights)
    france = replace(weights, calibration=shipped)
    assert france.worth(22.0) == 22.0
    assert france.among(100_000).worth(22.0) == shipped.evidence(22.0) != 22.0
