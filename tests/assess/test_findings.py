"""assess/findings.py"""

import pytest

from auditor.assess.findings import declared_kinds, findings
from auditor.model.mandate import Declared
from auditor.model.rule import Need


def test_the_gravest_come_first_then_by_code(fact, rule, vocabulary):
    need = Need(kind="employer")
    rules = [
        rule(need, id="a", code="F-02", severity=3),
        rule(need, id="b", code="E-09", severity=3),
        rule(need, id="c", code="S-01", severity=5),
        rule(Need(kind="school"), id="d", code="L-01"),
    ]
    found = findings(
        rules,
        {"i2": [fact()], "i1": [fact()]},
        declared=frozenset(),
        kinds=vocabulary,
        floor=0.3,
    )
    assert [(each.code, each.identity) for each in found] == [
        ("S-01", "i1"),
        ("S-01", "i2"),
        ("E-09", "i1"),
        ("E-09", "i2"),
        ("F-02", "i1"),
        ("F-02", "i2"),
    ]


@pytest.mark.parametrize(
    ("declared", "kinds"),
    [
        (Declared(), set()),
        (Declared(sms_2fa=True, looking_for_work=True), {"sms_2fa"}),
        (Declared(breached_email=("a@b.example",)), {"breached_email"}),
        (Declared(recovery_hint=("l***@b.example",)), {"recovery_hint"}),
    ],
)
def test_what_the_mandate_declares(declared, kinds):
    assert declared_kinds(declared) == kinds
