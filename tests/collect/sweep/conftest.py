"""A web on loopback, and a sweep of it that does not dawdle."""

import random
from dataclasses import replace

import pytest

from auditor.collect.sweep.run import sweep
from auditor.collect.sweep.settings import settings
from auditor.collect.sweep.site import Side, Site
from tests.collect.sweep.web import NOBODY, SOMEBODY, running

HANDLE = "loic_tr"


@pytest.fixture
def web():
    with running() as running_web:
        yield running_web


@pytest.fixture
def quick():
    """Settings of tests: the shipped ones with short waits."""

    def make(**changes):
        short = {"timeout": 1.0, "breath": 0.01, "interval": 0.0, "longest_wait": 1.0}
        return replace(settings(), **{**short, **changes})

    return make


@pytest.fixture
def look(quick):
    """Sweep sites for the handle; name → sighting."""

    def run(*sites, local=True, trusted=None, **changes):
        found = list(
            sweep(
                sites,
                HANDLE,
                quick(**changes),
                local=local,
                ghost=random.Random(7),
                trusted=trusted,
            )
        )
        assert len(found) == len(sites)
        return {each.site: each for each in found}

    return run


def two_sided(url, **changes):
    """A site as a careful list has it: a number and a text for either side."""
    named = {
        "name": "site",
        "url": url,
        "present": (Side(statuses=frozenset({200}), texts=(SOMEBODY,)),),
        "absent": (Side(statuses=frozenset({404}), texts=(NOBODY,)),),
    }
    return Site(**{**named, **changes})
