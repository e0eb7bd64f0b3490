"""A line to one host: what it says, what it keeps open, and where it never connects."""

import pytest

from auditor.collect.net.dial import Dial, Origin
from auditor.collect.net.line import Line, LineError, Request
from auditor.collect.net.watch import Watch
from tests.collect.sweep.web import running, send


@pytest.fixture
def web():
    with running() as running_web:
        yield running_web


@pytest.fixture
def watch():
    with Watch(1.0, lambda: 1.0) as running_watch:
        yield running_watch


def origin(url):
    scheme, _, rest = url.partition("://")
    host, _, port = rest.partition(":")
    return Origin(scheme=scheme, host=host, port=int(port) if port else None)


@pytest.fixture
def line(watch):
    made = []

    def make(url):
        made.append(Line(Dial(origin=origin(url), watch=watch, local=True)))
        return made[-1]

    yield make
    for each in made:
        each.close()


def test_one_connection_for_all_that_is_asked(web, line):
    ports = set()
    web.does("*", lambda request: (ports.add(request.client_address), send(request, b"x")))
    kept = line(web.url)
    for number in range(5):
        answer, seconds = kept.ask(Request(target=f"/{number}", largest=10))
        assert (answer.status, answer.body, answer.cut) == (200, b"x", False)
        assert 0 <= seconds < 1
    assert len(ports) == 1


def test_a_body_is_cut_and_its_line_is_left(web, line):
    ports = set()
    web.does(
        "*", lambda request: (ports.add(request.client_address), send(request, b"x" * 200_000))
    )
    kept = line(web.url)
    for _ in range(2):
        answer, _ = kept.ask(Request(target="/", largest=10))
        assert (answer.body, answer.cut) == (b"x" * 10, True)
    assert len(ports) == 2


def test_headers_know_no_capitals(web, line):
    web.says("/", "", status=302, location="/there")
    answer, _ = line(web.url).ask(Request(target="/", largest=10))
    assert answer.headers.get("Location") == "/there"


@pytest.mark.parametrize("target", ["/a b", "/a\r\nX: y", "/é", "/\x00"])
def test_what_is_no_target_is_not_sent(web, line, target):
    with pytest.raises(LineError):
        line(web.url).ask(Request(target=target, largest=10))
    assert not web.asked


@pytest.mark.parametrize("value", ["a\r\nHost: other", "a\nb"])
def test_what_is_no_header_is_not_sent(web, line, value):
    with pytest.raises(LineError):
        line(web.url).ask(Request(target="/", headers={"x": value}, largest=10))
    assert not web.asked


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "0.0.0.0", "::1", "10.1.2.3", "2130706433"]
)
def test_a_real_mandate_never_asks_inside(watch, host):
    inside = Line(Dial(origin=Origin(scheme="http", host=host, port=9), watch=watch, local=False))
    with pytest.raises(LineError, match="private"):
        inside.ask(Request(target="/", largest=10))


@pytest.mark.parametrize("host", ["site.example", "93.184.215.14", "10.1.2.3", "localhost.example"])
def test_a_fictional_mandate_never_asks_outside(watch, host):
    outside = Line(Dial(origin=Origin(scheme="http", host=host, port=9), watch=watch, local=True))
    with pytest.raises(LineError, match="fictional"):
        outside.ask(Request(target="/", largest=10))


@pytest.mark.parametrize(
    ("scheme", "host", "port", "name"),
    [
        ("https", "site.example", None, "site.example"),
        ("https", "site.example", 443, "site.example"),
        ("http", "site.example", 443, "site.example:443"),
        ("https", "café.example", None, "xn--caf-dma.example"),
        ("http", "::1", 8080, "[::1]:8080"),
    ],
)
def test_the_name_of_a_host_on_the_wire(scheme, host, port, name):
    assert Origin(scheme=scheme, host=host, port=port).name == name
