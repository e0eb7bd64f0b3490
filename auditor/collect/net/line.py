"""A line to one host: one connection, kept open for all that the host is asked, watched from outside.

Lean on purpose, for sweeps: 1,100 requests over 100 threads took `requests` 1.4 CPU seconds and the
standard library 0.5 (`benchmarks/sweep.py`). It follows no redirect, keeps no cookie, knows of no
proxy and no password file, for nothing here does any of that.
"""

import http.client
import socket
import ssl
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from auditor.collect.net.answer import Answer
from auditor.collect.net.dial import Dial, NotLocalError
from auditor.collect.net.identity import USER_AGENT
from auditor.collect.net.resolve import InsideError
from auditor.collect.net.watch import Call
from auditor.model.text import Text, say

_CHUNK = 65_536
_FAULTS = (http.client.HTTPException, zlib.error, OSError, ValueError)
"""`ValueError` for what is no header and for names that are no host names."""

INSIDE: Text = say("the address leads to a private network, not to a public page")
LOCAL_ONLY: Text = say("a fictional mandate reads addresses of this machine only")
SLOW: Text = say("the site took too long to answer")
UNTRUSTED: Text = say("the site's certificate cannot be trusted")


class LineError(Exception):
    """No answer: why, and whether asking once more makes sense."""

    def __init__(self, reason: Text, *, again: bool = False, silent: bool = False) -> None:
        self.reason = reason
        self.again = again
        self.silent = silent
        """Nothing at all came back in time."""
        super().__init__(str(reason))


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a host is asked."""

    target: str
    """Path and query, fit for the wire."""
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    largest: int
    """Bytes of the answer that are read, after unpacking."""


class Line:
    """One host, asked one thing after another by one thread."""

    def __init__(self, dial: Dial) -> None:
        self._dial = dial
        self._origin = dial.origin
        self._watch = dial.watch
        self._connection: http.client.HTTPConnection | None = None

    def close(self) -> None:
        """Hang up."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def ask(self, request: Request) -> tuple[Answer, float]:
        """The whole answer, and after how many seconds it began.

        Raises:
            LineError: the address leads inside, or there was no whole answer in time.
        """
        call = self._watch.begin()
        try:
            answer = self._asked(request, call)
        except NotLocalError:
            raise LineError(LOCAL_ONLY) from None
        except InsideError:
            raise LineError(INSIDE) from None
        except _FAULTS as fault:
            self.close()
            raise _failed(call, fault) from None
        finally:
            self._watch.end(call)
        if call.fired:  # what was cut off may look whole
            self.close()
            raise _failed(call, None)
        return answer, call.spoke_after or 0.0

    def _asked(self, request: Request, call: Call) -> Answer:
        connection = self._connected(call)
        connection.putrequest(request.method, request.target, True, True)
        connection.putheader("Host", self._origin.name)
        connection.putheader("User-Agent", USER_AGENT)
        connection.putheader("Accept-Encoding", "gzip")
        for name, value in request.headers.items():
            connection.putheader(name, value)
        if request.body is not None:
            connection.putheader("Content-Length", str(len(request.body)))
        connection.endheaders(request.body)
        response = connection.getresponse()
        self._watch.spoke(call)
        body = _read(response, request.largest)
        if not response.isclosed() or response.will_close:
            response.close()
            self.close()
        return Answer(
            status=response.status,
            headers=response.headers,  # type: ignore[arg-type]  # a mapping that knows no case
            body=body[: request.largest],
            cut=len(body) > request.largest,
        )

    def _connected(self, call: Call) -> http.client.HTTPConnection:
        if self._connection is not None and self._connection.sock is not None:
            self._watch.hold(call, self._connection.sock)
            return self._connection
        connection = http.client.HTTPConnection(self._origin.host, self._origin.number)
        connection.auto_open = 0
        connection.sock = self._dial.connected(call)
        self._connection = connection
        return connection


def _read(response: http.client.HTTPResponse, largest: int) -> bytes:
    """The body, unpacked, and no more than one byte beyond the largest.

    Raises:
        HTTPException: it ended before its end.
    """
    packed = response.headers.get("Content-Encoding", "").strip().lower()
    if packed not in {"", "identity", "gzip", "x-gzip"}:
        raise http.client.UnknownTransferEncoding
    body = bytearray()
    for part in _unpacked(response) if packed.endswith("gzip") else _parts(response):
        body += part
        if len(body) > largest:
            return bytes(body[: largest + 1])
    if response.length:  # known, and not all of it came
        raise http.client.IncompleteRead(b"", response.length)
    return bytes(body)


def _parts(response: http.client.HTTPResponse) -> Iterator[bytes]:
    while part := response.read(_CHUNK):
        yield part


def _unpacked(response: http.client.HTTPResponse) -> Iterator[bytes]:
    """Unpacked in small steps, so that a bomb is left before it grows."""
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS)
    for part in _parts(response):
        rest = part
        while rest and not unpack.eof:
            yield unpack.decompress(rest, _CHUNK)
            rest = unpack.unconsumed_tail
    if not unpack.eof and response.headers.get("Content-Length") != "0":
        raise http.client.IncompleteRead(b"")


def _failed(call: Call, fault: Exception | None) -> LineError:
    if call.fired or isinstance(fault, TimeoutError):
        return LineError(SLOW, silent=call.spoke_after is None)
    if isinstance(fault, ssl.SSLCertVerificationError):
        return LineError(UNTRUSTED)
    if isinstance(fault, socket.gaierror):
        return LineError(say("the name of the site is not known"))
    kind = type(fault).__name__
    return LineError(say("the site did not answer as it should (%(type)s)", type=kind), again=True)
