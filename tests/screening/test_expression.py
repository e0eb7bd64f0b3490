"""The grammar of checks: what it says of rows that are told, untold, or half told."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import PackError
from auditor.screening import expression
from auditor.screening.expression import parse
from auditor.screening.names import NAMES, Name

TRUTHS = (True, False, None)
A, B = "used_in_decision", "third_party_data"


@pytest.fixture
def asked(monkeypatch):
    """Asks a check with two names set to what is given."""

    def of(text, **values):
        known = {
            name: Name(
                table=each.table, columns=each.columns, of=lambda unit, n=name: values.get(n)
            )
            for name, each in NAMES.items()
        }
        monkeypatch.setattr(expression, "NAMES", known)
        return parse(text).test(None)

    return of


@pytest.mark.parametrize("left", TRUTHS)
@pytest.mark.parametrize("right", TRUTHS)
def test_and_or_not_are_those_of_kleene(asked, left, right):
    values = {A: left, B: right}
    order = {False: 0, None: 1, True: 2}
    back = {rank: truth for truth, rank in order.items()}
    assert asked(f"{A} and {B}", **values) is back[min(order[left], order[right])]
    assert asked(f"{A} or {B}", **values) is back[max(order[left], order[right])]
    assert asked(f"not {A}", **values) is back[2 - order[left]]


@pytest.mark.parametrize(("text", "values", "so"), [
    ("stage in (sourcing, shortlist)", {"stage": "shortlist"}, True),
    ("stage in (sourcing, shortlist)", {"stage": "hired"}, False),
    ("stage in (sourcing, shortlist)", {}, None),
    ("source == personal_network", {"source": "personal_network"}, True),
    ("source != personal_network", {"source": "personal_network"}, False),
    ("3 < months_since_contact <= 24", {"months_since_contact": 3}, False),
    ("3 < months_since_contact <= 24", {"months_since_contact": 24}, True),
    ("3 < months_since_contact <= 24", {"months_since_contact": 25}, False),
    ("employees >= 50", {"employees": 49.0}, False),
    ("identity_confidence < 0.95", {"identity_confidence": 0.0}, True),
    ("not legal_basis or legal_basis == consent", {"legal_basis": False}, True),
    ("not legal_basis or legal_basis == consent", {"legal_basis": "consent"}, True),
    ("not legal_basis or legal_basis == consent", {"legal_basis": "contrat"}, False),
    ("fields and not necessity_note", {"fields": (), "necessity_note": None}, False),
    ("rejected and not pre_adverse and third_party",
     {"rejected": True, "pre_adverse": None, "third_party": False}, False),
])  # fmt: skip
def test_what_a_check_says(asked, text, values, so):
    assert asked(text, **values) is so


@pytest.mark.parametrize("text", [
    "", "(", "import os", "__import__('os')", "stage.upper()", "stage[0]", "lambda: stage", "stage + 1",
    "personal_network", "[stage]", "f'{stage}'", "stage if stage else stage", "stage in stage_list()",
    "not " * 5000 + "stage", "stage is None", "stage in (1, 2)", "-stage", "\0", "a" * 100_000,
])  # fmt: skip
def test_nothing_else_is_understood(text):
    with pytest.raises(PackError):
        parse(text)


@given(st.text())
def test_no_text_does_more_than_be_refused_or_understood(text):
    with contextlib.suppress(PackError):
        assert set(parse(text).names) <= NAMES.keys()


def test_what_is_unknown_is_named(asked):
    asked(f"{A} and not {B}", **{A: True})
    assert list(parse(f"{A} and not {B}").unknown(None)) == [B]
