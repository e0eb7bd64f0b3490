"""One request over the wire: the name resolved once, the whole call timed, the body bounded.

requests counts its timeout per read, so that a byte a second holds it for ever; here a watchdog
shuts the connection down, and a call it ended never counts as an answer.
"""

import http.client
import logging
import socket
import threading
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
import urllib3
from requests_hardened import Config, HTTPSession
from requests_hardened.ip_filter import InvalidIPAddress
from requests_hardened.ip_filter_adapter import IPFilterAdapter

from auditor.collect.net.address import SAVE, is_open
from auditor.collect.net.answer import Answer, FetchRefusedError
from auditor.collect.net.identity import USER_AGENT
from auditor.collect.net.limits import Limits
from auditor.collect.net.resolve import number, within
from auditor.model.text import say

_CHUNK = 16_384
_FAULTS = (
    requests.RequestException,
    urllib3.exceptions.HTTPError,
    http.client.HTTPException,
    OSError,
    ValueError,
)
"""What requests and what lies below it raise; `ValueError` for names that are no host names."""


class Watchdog:
    """Ends a call that lasts too long, whatever it waits for."""

    def __init__(self, seconds: float) -> None:
        self.fired = False
        self._lock = threading.Lock()
        self._held: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._bite)
        self._timer.daemon = True

    def __enter__(self) -> "Watchdog":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            for each in self._held:
                each.close()
            self._held.clear()

    def hold(self, connection: socket.socket) -> None:
        """Watch a connection; a double of it, for TLS takes the original away."""
        with self._lock:
            self._held.append(connection.dup())
        if self.fired:
            self._bite()

    def _bite(self) -> None:
        with self._lock:
            self.fired = True
            for each in self._held:
                try:
                    each.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue


def ask(
    address: str, limits: Limits, *, largest: int, allow_loopback: bool, accept: str | None = None
) -> Answer:
    """One GET: no redirect followed, no cookie kept, no proxy, no password file.

    Raises:
        FetchRefusedError: the address leads inside, or there was no whole answer in time.
    """
    wait = min(limits.silence, limits.whole_call)
    with Watchdog(limits.whole_call) as watchdog:
        try:
            with _Session(watchdog, wait, allow_loopback=allow_loopback) as session:
                session.headers.update({"Accept": accept} if accept else {})
                answer = _get(session, address, wait, largest)
        except InvalidIPAddress:
            raise _inside() from None
        except _FAULTS as fault:
            raise _failed(watchdog, fault) from None
        if watchdog.fired:
            raise _failed(watchdog, None)
    return answer


def _get(session: "_Session", address: str, wait: float, largest: int) -> Answer:
    with session.get(address, stream=True, timeout=(wait, wait), proxies={}) as response:
        body = bytearray()
        while len(body) <= largest:
            part = response.raw.read1(_CHUNK, decode_content=True)
            if not part:
                break
            body += part
        return Answer(
            status=response.status_code,
            headers=response.headers,
            body=bytes(body[:largest]),
            cut=len(body) > largest,
        )


class _Session(HTTPSession):  # type: ignore[misc]  # the library has no types
    """A session for one call."""

    def __init__(self, watchdog: Watchdog, seconds: float, *, allow_loopback: bool) -> None:
        super().__init__(
            Config(
                ip_filter_enable=True,
                ip_filter_allow_loopback_ips=allow_loopback,
                never_redirect=True,
                default_timeout=None,
                user_agent_override=USER_AGENT,
            )
        )
        _quiet(logging.getLogger("requests_hardened.ip_filter"))
        for scheme in ("http", "https"):
            adapter = _Adapter(scheme, watchdog, seconds, allow_loopback=allow_loopback)
            self.mount(f"{scheme}://", adapter)
        self.trust_env = False
        self.headers.update({"Accept-Encoding": "gzip, deflate", "Connection": "close"})
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))

    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: requests reads the whole body of a redirect it only looks at, bombs included."""


class _Adapter(IPFilterAdapter):  # type: ignore[misc]
    """Resolves a name once, checks the number, connects to that number, and is watched."""

    def __init__(
        self, scheme: str, watchdog: Watchdog, seconds: float, *, allow_loopback: bool
    ) -> None:
        super().__init__(is_https_proto=scheme == "https", allow_loopback=allow_loopback)
        self._watchdog = watchdog
        self._seconds = seconds

    def build_connection_pool_key_attributes(
        self, request: requests.PreparedRequest, verify: Any, cert: Any = None
    ) -> Any:
        """As requests-hardened has it, within a time, with the ranges it does not know refused."""
        checked = super().build_connection_pool_key_attributes
        host, pool = within(self._seconds, lambda: checked(request, verify, cert))
        if not is_open(number(str(host["host"])), allow_loopback=self._allow_loopback):
            raise InvalidIPAddress
        return host, pool

    def get_connection_with_tls_context(self, *args: Any, **named: Any) -> Any:
        """A pool whose connections are watched from their first packet on."""
        pool = super().get_connection_with_tls_context(*args, **named)
        kind, watchdog = pool.ConnectionCls, self._watchdog

        class Watched(kind):  # type: ignore[misc, valid-type]
            def _new_conn(self) -> socket.socket:
                connection: socket.socket = super()._new_conn()
                watchdog.hold(connection)
                return connection

        pool.ConnectionCls = Watched
        return pool


def _quiet(logger: logging.Logger) -> None:
    """Addresses are not written to the terminal or to anybody's log."""
    logger.disabled = True


def _inside() -> FetchRefusedError:
    return FetchRefusedError(
        say("the address leads to a private network, not to a public page"),
        say("correct the address in the mandate, or save the page and give the file"),
    )


def _failed(watchdog: Watchdog, fault: Exception | None) -> FetchRefusedError:
    if watchdog.fired or isinstance(fault, requests.Timeout | TimeoutError):
        return FetchRefusedError(say("the site took too long to answer"), SAVE)
    if isinstance(fault, requests.exceptions.SSLError):
        return FetchRefusedError(say("the site's certificate cannot be trusted"), SAVE)
    kind = type(fault).__name__
    return FetchRefusedError(
        say("the site did not answer as it should (%(type)s)", type=kind), SAVE
    )
