"""Each sample audited once, from its files, for every viewer."""

from functools import partial

import pytest

from tests.audited import audited, shared


@pytest.fixture(scope="session")
def report(tmp_path_factory):
    """The report of a sample, by its name."""
    return partial(audited, session=shared(tmp_path_factory.getbasetemp()))
