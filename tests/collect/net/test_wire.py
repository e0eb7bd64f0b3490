"""One request at a time: what is said on the wire, to which number, for how long."""

import contextlib
import socket
import threading
import time
from dataclasses import replace

import pytest

from auditor.collect.net.answer import FetchRefusedError
from auditor.collect.net.http import Door
from auditor.collect.net.limits import limits


def resolving(monkeypatch, answer):
    """The system's resolver for `.example` names; a number stays the number it is."""

    def resolve(host, port, *_, **__):
        number = answer(host) if host.endswith(".example") else host
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


@pytest.mark.parametrize(
    "address",
    [
        "http://me@127.0.0.1:{port}/",
        "http://me:secret@127.0.0.1:{port}/",
        "http://127.0.0.1:{port}#@evil.example/",
        "http://evil.example#@127.0.0.1:{port}/",
        "http://127.0.0.1:{port}\\@evil.example/",
        "http://evil.example\\@127.0.0.1:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://[::ffff:7f00:1]:{port}/",
        "http://[::7f00:1]:{port}/",
        "http://127.0.0.1.:{port}/",
        "http:127.0.0.1:{port}/",
        "http:///127.0.0.1:{port}/",
    ],
)
def test_no_dressing_of_an_address_leads_inside(site, door, address):
    site.says("/", "inside")
    with pytest.raises(FetchRefusedError):
        door(allow_loopback=False)(address.format(port=site.port))
    assert site.asked == []


def test_the_number_that_was_checked_is_the_number_that_is_asked(site, door, monkeypatch):
    asked = []
    connect = socket.socket.connect

    def note(self, address):
        asked.append(address)
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", note)
    resolving(monkeypatch, lambda host: "127.0.0.1")
    site.says("/", "here")
    assert door()(f"http://pinned.example:{site.port}/").data == b"here"
    assert set(asked) == {("127.0.0.1", site.port)}
    assert {headers["Host"] for _, headers in site.asked} == {f"pinned.example:{site.port}"}


def test_a_resolver_that_hangs_does_not_hold_the_call(door, monkeypatch):
    free = threading.Event()
    resolving(monkeypatch, lambda host: str(free.wait(20)))
    start = time.monotonic()
    with pytest.raises(FetchRefusedError, match="took too long"):
        door()("http://slow.example/")
    assert time.monotonic() - start < 3
    free.set()


def test_a_name_that_is_not_known_is_a_reason(door, monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "nobody")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(FetchRefusedError, match="did not answer"):
        door()("http://nobody.example/")


def test_brotli_is_not_asked_for_and_a_bomb_of_it_stays_small(site, door):
    bomb = bytes.fromhex("cbffff3f0000a0bf") * 38  # 304 bytes that claim to be gigabytes
    site.says("/", bomb, Content_Encoding="br")
    with contextlib.suppress(FetchRefusedError):  # no brotli, or too large, where it is known
        assert len(door()(f"{site.url}/").data) <= 2_000_000
    assert site.asked[-1][1]["Accept-Encoding"] == "gzip, deflate"


def test_a_redirect_to_a_name_that_leads_inside_is_not_followed(site, door, monkeypatch):
    resolving(monkeypatch, lambda host: "10.0.0.1" if host.startswith("www") else "127.0.0.1")
    start = site.sends("/", f"http://www.moving.example:{site.port}/in").replace(
        "127.0.0.1", "moving.example"
    )
    with pytest.raises(FetchRefusedError, match="private network"):
        door()(start)
    assert site.paths() == ["/"]


def test_slow_answers_on_the_way_share_one_time(site):
    def late(request, target):
        time.sleep(0.5)
        request.send_response(302)
        request.send_header("Location", target)
        request.send_header("Content-Length", "0")
        request.end_headers()

    for at in range(3):
        site.pages[f"/{at}"] = lambda request, at=at: late(request, f"/{at + 1}")
    site.says("/3", "late")
    quick = replace(limits(), whole_call=1.2, silence=1.2, interval=0.0)
    start = time.monotonic()
    with pytest.raises(FetchRefusedError, match="took too long"):
        Door(quick, allow_loopback=True).fetch(f"{site.url}/0")
    assert time.monotonic() - start < 2.0
    patient = replace(quick, whole_call=5.0)
    assert Door(patient, allow_loopback=True).fetch(f"{site.url}/0").data == b"late"
