"""What a cell says, or that it cannot be read."""

# ruff: noqa: DTZ001 (a log writes hours without a zone)

import contextlib
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.screening_rule import Table
from auditor.screening.cells import OddCellError, read
from auditor.screening.columns import columns
from auditor.screening.days import Order


def cell(name, value, table=Table.LOOKS):
    return read(columns(table)[name], Order.DAY_FIRST)(value)


@pytest.mark.parametrize(("name", "value", "says"), [
    ("candidate", "C-12", "C-12"), ("candidate", 12.0, "12"), ("candidate", "Zephyrin,  Ode", "Zephyrin, Ode"),
    ("candidate", "2026/014", "2026/014"),
    ("stage", "Entretien", "interview"), ("stage", "PRÉSÉLECTION", "shortlist"), ("stage", "?", None),
    ("source", "moteur de recherche", "search_engine"), ("source", "LinkedIn", "professional_network"),
    ("source", "copains d’avant", "personal_network"), ("source", "google", "search_engine"),
    ("source", "Professional network", "professional_network"),
    ("notice_at", "non", False), ("notice_at", "Aucun", False), ("notice_at", "n/a", None), ("notice_at", "", None),
    ("notice_at", datetime(2026, 3, 2, 9), datetime(2026, 3, 2, 9)), ("notice_at", date(2026, 3, 2), date(2026, 3, 2)),
    ("friend_request", True, True), ("friend_request", False, False), ("friend_request", "oui", True),
    ("friend_request", "Non", False), ("friend_request", "x", True), ("friend_request", "a message was sent", True),
    ("friend_request", 0.0, False), ("friend_request", 1.0, True),
    ("legal_basis", "Consentement", "consent"), ("legal_basis", "intérêt légitime", "legitimate_interest"),
    ("legal_basis", "aucune", False), ("legal_basis", "contrat", "contrat"),
    ("fields_noted", "Diplôme; langues ;;diplome", ("diplome", "langues")), ("fields_noted", "aucun", ()),
    ("criteria", "Diplôme=exigé; langues = clients ; photo", (("diplome", "exigé"), ("langues", "clients"), ("photo", ""))),
    ("criteria", "diplome=aucun", (("diplome", ""),)), ("criteria", "none", False),
    ("identity_confidence", "95 %", 0.95), ("identity_confidence", "0,8", 0.8), ("identity_confidence", 1.0, 1.0),
    ("identity_confidence", 80.0, 0.8),
    ("url_hash", "9f86d081884c7d65", "9f86d081884c7d65"),
])  # fmt: skip
def test_what_a_cell_says(name, value, says):
    assert cell(name, value) == says
    assert type(cell(name, value)) is type(says)


@pytest.mark.parametrize(("name", "value"), [
    ("candidate", "C-12; C-13"), ("candidate", "Ode Zephyrin et Max Oriflan"), ("candidate", "C-12\nC-13"),
    ("candidate", "C-12, C-13"), ("looked_at", "non"), ("candidate", "A / B"), ("candidate", "A & B"), ("candidate", "A and B"),
    ("stage", "whatever"), ("notice_at", "soon"), ("notice_at", "32/01/2026"), ("identity_confidence", "sure"),
    ("identity_confidence", "-1"), ("identity_confidence", 250.0),
    ("url_hash", "https://reseau.example/ode"), ("url_hash", "reseau.example/ode"), ("url_hash", "www.reseau.example"),
    ("legal_basis", "=A1"), ("candidate", "=HYPERLINK(1)"), ("fields_noted", "@SUM(A1)"), ("notice_at", "+A1"),
    ("stage", "#REF!"), ("post", "-cmd|' /C calc'!A0"),
])  # fmt: skip
def test_what_cannot_be_read_is_refused_and_not_quoted(name, value):
    with pytest.raises(OddCellError) as odd:
        cell(name, value)
    assert str(value) not in str(odd.value.why)


@given(
    st.sampled_from(sorted(columns(Table.LOOKS))),
    st.text() | st.floats() | st.booleans() | st.dates(),
)
def test_any_cell_is_read_or_refused(name, value):
    with contextlib.suppress(OddCellError):
        cell(name, value)
