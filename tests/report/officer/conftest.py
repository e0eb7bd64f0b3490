"""Words in both languages."""

import pytest

from auditor.report.words import Words


@pytest.fixture(params=["fr", "en"])
def words(request):
    return Words(language=request.param)
