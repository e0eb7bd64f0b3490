"""Each sample audited once, from its files, for every viewer."""

from datetime import UTC, datetime
from functools import cache

import pytest

from auditor import kits, pipeline
from auditor.resources.folders import folder

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@cache
def audited(name):
    case = folder("samples") / name
    mandate, kit = kits.for_case(case, NOW.date())
    return pipeline.audit(mandate, kit, case=case, now=NOW)


@pytest.fixture
def report():
    """The report of a sample, by its name."""
    return audited
