"""A site on loopback, and a door to it that does not wait."""

from dataclasses import replace

import pytest

from auditor.collect.net.http import Door
from auditor.collect.net.limits import limits
from tests.collect.site import running


@pytest.fixture
def site():
    with running() as running_site:
        yield running_site


@pytest.fixture
def door():
    """Makes doors with quick limits; what they would sleep is noted in `slept`."""

    def make(*, allow_loopback=True, **changes):
        quick = {"whole_call": 1.0, "silence": 1.0, "interval": 0.0, **changes}
        made = Door(
            replace(limits(), **quick),
            allow_loopback=allow_loopback,
            clock=lambda: 0.0,
            sleep=make.slept.append,
        )
        return made.fetch

    make.slept = []
    return make
