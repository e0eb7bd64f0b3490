"""Hosts are not asked faster than they like."""

import pytest

from auditor.collect.net.pace import Pace


@pytest.mark.parametrize(
    ("asked", "slept"),
    [
        ([("a", 0.0)], []),
        ([("a", 0.0), ("b", 0.0)], []),
        ([("a", 0.0), ("a", 0.0)], [2.0]),
        ([("a", 0.0), ("a", 5.0)], [5.0]),
        ([("a", 5.0), ("a", 0.0)], [2.0]),
        ([("a", 0.0), ("a", 0.0), ("b", 0.0), ("a", 0.0)], [2.0, 2.0]),
    ],
)
def test_a_host_is_left_alone_between_two_requests(asked, slept):
    time, waited = [100.0], []

    def sleep(seconds):
        waited.append(seconds)
        time[0] += seconds

    pace = Pace(2.0, lambda: time[0], sleep)
    for host, delay in asked:
        pace.wait(host, delay)
    assert waited == slept
