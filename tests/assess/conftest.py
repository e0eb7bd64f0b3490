"""Builders of facts and rules, and the packs we ship."""

from datetime import date
from pathlib import Path

import pytest

from auditor.assess.kinds import kinds
from auditor.assess.load import load
from auditor.assess.scale import scale
from auditor.model.fact import Fact
from auditor.model.rule import Examples, Need, Rule
from auditor.model.visibility import Visibility

RULES = Path(__file__).parents[2] / "rules"


def made_fact(kind="employer", value="x", **more) -> Fact:
    defaults = {
        "id": f"{kind}:{value}",
        "record": "p#owner",
        "quote": value,
        "source": "p",
        "passage": "field",
        "visibility": Visibility.INDEXED,
        "visibility_from": None,
        "recognizer": "field",
        "confidence": 0.9,
    }
    return Fact(kind=kind, value=value, **{**defaults, **more})


def made_rule(needs: Need, **more) -> Rule:
    defaults = {
        "id": "fraud.made",
        "code": "F-99",
        "title": {},
        "status": "test",
        "severity": 4,
        "date": date(2026, 1, 1),
        "checked_on": date(2026, 1, 1),
        "description": {},
        "advice": {},
        "audience": ("fraudster",),
        "references": (),
        "examples": Examples(fires=(), silent=()),
    }
    return Rule(needs=needs, **{**defaults, **more})


@pytest.fixture(scope="session")
def fact():
    return made_fact


@pytest.fixture(scope="session")
def rule():
    return made_rule


@pytest.fixture(scope="session")
def rules_folder():
    return RULES


@pytest.fixture(scope="session")
def vocabulary():
    return kinds(RULES)


@pytest.fixture(scope="session")
def shipped_scale():
    return scale(RULES)


@pytest.fixture(scope="session")
def shipped():
    return load(RULES)
