"""Connecting: to a host by one number that may be connected to, with a certificate that is trusted."""

import socket
import ssl
import threading
from dataclasses import dataclass
from functools import cache

from auditor.collect.net.address import IP, is_open
from auditor.collect.net.resolve import InsideError, number, numbers
from auditor.collect.net.watch import Call, Watch

HTTPS = "https"
_PORTS = {"http": 80, HTTPS: 443}
_MOST_NUMBERS = 2
"""Numbers of a name that are tried: one of a pair may be out of order (judgement)."""


class NotLocalError(OSError):
    """A fictional mandate asks this machine only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A host as it is connected to."""

    scheme: str
    host: str
    port: int | None

    @property
    def number(self) -> int:
        """The port that is connected to."""
        return self.port or _PORTS[self.scheme]

    @property
    def ascii(self) -> str:
        """The host in the form that goes over the wire."""
        return self.host if self.host.isascii() else self.host.encode("idna").decode("ascii")

    @property
    def name(self) -> str:
        """Host and port as the Host header has them."""
        host = f"[{self.ascii}]" if ":" in self.ascii else self.ascii
        return host if self.number == _PORTS[self.scheme] else f"{host}:{self.number}"


_TRUSTING = threading.Lock()


def trust() -> ssl.SSLContext:
    """Whom we trust, made once: 18 ms each was most of what a peer spent on 500 sites."""
    with _TRUSTING:
        return _trust()


@cache
def _trust() -> ssl.SSLContext:
    import certifi  # the authorities that requests trusts too

    return ssl.create_default_context(cafile=certifi.where())


@dataclass(frozen=True, slots=True, kw_only=True)
class Dial:
    """How a host is connected to.

    With `local` only this machine may be asked (fictional mandates), else only the public internet.
    """

    origin: Origin
    watch: Watch
    local: bool
    trusted: ssl.SSLContext | None = None
    """Whom to trust instead of the usual authorities."""

    def connected(self, call: Call) -> socket.socket:
        """A connection, watched from its first packet on.

        Raises:
            NotLocalError, InsideError: the host may not be asked.
            OSError: nobody answers there, or the certificate is not trusted.
        """
        fault: OSError = InsideError()
        for each in self._numbers():
            try:
                return self._secured(call, self._plain(call, each))
            except OSError as failure:
                fault = failure
                if call.fired or isinstance(failure, ssl.SSLError):
                    break
        raise fault

    def _numbers(self) -> tuple[IP, ...]:
        """The numbers that may be connected to; IPv4 first, for a broken IPv6 costs the whole wait."""
        host, literal = self.origin.host, _literal(self.origin.host)
        if self.local and not _is_here(host, literal):
            raise NotLocalError
        if literal is not None:
            if not is_open(literal, allow_loopback=self.local):
                raise InsideError
            return (literal,)
        seconds, port = self.watch.longest, self.origin.number
        found = numbers(host, port, seconds=seconds, allow_loopback=self.local)
        return tuple(sorted(found, key=lambda each: each.version))[:_MOST_NUMBERS]

    def _plain(self, call: Call, address: IP) -> socket.socket:
        family = socket.AF_INET if address.version == 4 else socket.AF_INET6  # noqa: PLR2004
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            connection.settimeout(self.watch.longest)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.watch.hold(call, connection)
            connection.connect((str(address), self.origin.number))
            # From here on the watch alone ends a call: a limit of its own costs a poll a read.
            connection.settimeout(None)
        except BaseException:
            connection.close()
            raise
        return connection

    def _secured(self, call: Call, plain: socket.socket) -> socket.socket:
        if self.origin.scheme != HTTPS:
            return plain
        context, name = self.trusted or trust(), self.origin.ascii
        secured = context.wrap_socket(plain, server_hostname=name, do_handshake_on_connect=False)
        try:
            self.watch.hold(call, secured)
            secured.do_handshake()
        except BaseException:
            secured.close()
            raise
        return secured


def _literal(host: str) -> IP | None:
    """The number that a host is written as."""
    try:
        return number(host)
    except ValueError:
        return None


def _is_here(host: str, literal: IP | None) -> bool:
    """Is it this machine, in so many words?"""
    if literal is not None:
        return literal.is_loopback
    return host == "localhost" or host.endswith(".localhost")
