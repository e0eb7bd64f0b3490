"""Names into numbers, within a time: the system's resolver alone may take half a minute.

Only numbers that may be connected to come back, and the caller connects to one of them: asking
again would let a name change its mind between the question and the call.
"""

import ipaddress
import socket
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from auditor.collect.net.address import IP, is_open

T = TypeVar("T")
Lookup = Callable[[str, int], list[Any]]
"""What `socket.getaddrinfo` answers for a name and a port, streams only."""


class InsideError(OSError):
    """Every number of a name leads to a private network, or nowhere public."""


def numbers(
    host: str,
    port: int,
    *,
    seconds: float,
    allow_loopback: bool,
    lookup: Lookup = lambda host, port: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM),
) -> tuple[IP, ...]:
    """The numbers of a host that may be connected to, in the resolver's order, none twice.

    Raises:
        TimeoutError: no answer within the seconds.
        InsideError: none of its numbers is public.
        OSError: there is no such name (`socket.gaierror`).
        ValueError: it is no name of a host.
    """
    found = within(seconds, lambda: lookup(host, port))
    known = dict.fromkeys(number(str(each[4][0])) for each in found)
    public = tuple(each for each in known if is_open(each, allow_loopback=allow_loopback))
    if not public:
        raise InsideError
    return public


def number(text: str) -> IP:
    """The number of an answer; what stands for an IPv4 number is that number.

    >>> number("::ffff:127.0.0.1")
    IPv4Address('127.0.0.1')
    """
    found = ipaddress.ip_address(text.strip("[]").partition("%")[0])
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return mapped or found


def within(seconds: float, call: Callable[[], T]) -> T:
    """What a call gives that cannot be told to hurry; when it does not come in time, it is left.

    It goes on in a thread of its own, which never keeps the program from ending.

    Raises:
        TimeoutError: the seconds are over.
        Exception: whatever the call raised.
    """
    answers: list[T] = []
    faults: list[BaseException] = []

    def run() -> None:
        try:
            answers.append(call())
        except BaseException as fault:  # handed on to the caller, whatever it is
            faults.append(fault)

    thread = threading.Thread(target=run, name="resolve", daemon=True)
    thread.start()
    thread.join(seconds)
    if faults:
        raise faults[0]
    if not answers:
        raise TimeoutError
    return answers[0]
