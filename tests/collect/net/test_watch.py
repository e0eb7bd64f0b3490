"""One watch over many calls: limits that change, calls that never connected."""

import socket
import time

import pytest

from auditor.collect.net.watch import Watch


@pytest.fixture
def pair():
    left, right = socket.socketpair()
    yield left, right
    left.close()
    right.close()


def test_silence_is_ended_by_patience_and_a_body_by_the_whole_call(pair):
    left, _ = pair
    with Watch(0.8, lambda: 0.2) as watch:
        call = watch.begin()
        watch.hold(call, left)
        began = time.monotonic()
        assert left.recv(1) == b""
        assert (call.fired, time.monotonic() - began < 0.6) == (True, True)
        spoken = watch.begin()
        watch.spoke(spoken)
        time.sleep(0.5)
        assert not spoken.fired
        time.sleep(0.6)
        assert spoken.fired


def test_patience_is_asked_again_at_every_look(pair):
    limits = [60.0]
    with Watch(60.0, lambda: limits[0]) as watch:
        call = watch.begin()
        watch.hold(call, pair[0])
        time.sleep(0.3)
        assert not call.fired
        limits[0] = 0.1
        assert pair[0].recv(1) == b""
        assert call.fired


def test_a_connection_that_comes_too_late_is_shut_at_once(pair):
    with Watch(0.1, lambda: 0.1) as watch:
        call = watch.begin()
        time.sleep(0.4)
        assert call.fired
        watch.hold(call, pair[0])
        assert pair[0].recv(1) == b""


def test_an_ended_call_is_left_alone(pair):
    with Watch(0.1, lambda: 0.1) as watch:
        call = watch.begin()
        watch.hold(call, pair[0])
        watch.end(call)
        time.sleep(0.4)
        assert not call.fired
        pair[1].send(b"x")
        assert pair[0].recv(1) == b"x"
