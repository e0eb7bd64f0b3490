"""Names become numbers in time, and only numbers that may be connected to."""

import ipaddress
import socket
import threading
import time

import pytest

from auditor.collect.net.resolve import InsideError, number, numbers, within


def answering(*found):
    return lambda host, port: [(0, 0, 0, "", (each, port)) for each in found]


@pytest.mark.parametrize(
    ("found", "open_"),
    [
        (["93.184.216.34"], ["93.184.216.34"]),
        (["10.0.0.1", "93.184.216.34", "93.184.216.34"], ["93.184.216.34"]),
        (["64:ff9b::5db8:d822", "93.184.216.34"], ["93.184.216.34"]),
        (["2606:2800:220:1::1", "93.184.216.34"], ["2606:2800:220:1::1", "93.184.216.34"]),
        (["::ffff:93.184.216.34"], ["93.184.216.34"]),
        (["fe80::1%eth0", "93.184.216.34"], ["93.184.216.34"]),
    ],
)
def test_only_public_numbers_come_back_in_order(found, open_):
    made = numbers("x.example", 80, seconds=2, allow_loopback=False, lookup=answering(*found))
    assert list(map(str, made)) == open_


@pytest.mark.parametrize(
    "inside",
    ["127.0.0.1", "::1", "::ffff:127.0.0.1", "::127.0.0.1", "10.1.2.3", "169.254.169.254", "fec0::1",
     "fd00::1", "0.0.0.0", "::", "100.64.0.1", "224.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1"],
)  # fmt: skip
def test_a_name_that_leads_inside_has_no_number(inside):
    with pytest.raises(InsideError):
        numbers("x.example", 80, seconds=2, allow_loopback=False, lookup=answering(inside))


def test_this_machine_is_open_where_it_is_allowed_and_nothing_beside_it():
    made = numbers(
        "x.example", 80, seconds=2, allow_loopback=True, lookup=answering("10.0.0.1", "127.0.0.1")
    )
    assert made == (ipaddress.ip_address("127.0.0.1"),)


def test_the_system_is_asked_where_nobody_else_is_named():
    assert number("127.0.0.1") in numbers("localhost", 80, seconds=5, allow_loopback=True)
    with pytest.raises(socket.gaierror):
        numbers("no such host", 80, seconds=5, allow_loopback=True)


def test_a_resolver_that_hangs_is_left():
    free = threading.Event()
    start = time.monotonic()
    with pytest.raises(TimeoutError):
        within(0.2, lambda: free.wait(20))
    assert time.monotonic() - start < 2
    free.set()


def test_what_the_call_raises_is_raised():
    with pytest.raises(ZeroDivisionError):
        within(2, lambda: 1 // 0)
