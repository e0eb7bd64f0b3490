"""A dial's arc."""

import pytest

from auditor.report.charts.gauge import gauge


@pytest.mark.parametrize(
    ("value", "filled"), [(0, 0), (1, 2), (34, 34), (100, 100), (140, 100), (-3, 0)]
)
def test_nought_is_empty_and_the_least_is_seen(value, filled):
    assert gauge("Fraud", value, "B").filled == filled
