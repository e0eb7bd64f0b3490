"""Pages fetched from a real site on loopback, friendly or hostile."""

import gzip
import socket
import time
import tracemalloc

import pytest

from auditor.collect.net.answer import FetchRefusedError

SLOWEST = 3.0
"""Seconds within which a call limited to one second has ended, whatever the site does."""


def test_a_page_is_fetched_as_anyone_gets_it(site, door):
    fetched = door()(site.says("/moi", "<p>é</p>") + "#top")
    assert (fetched.data.decode(), fetched.address) == ("<p>é</p>", f"{site.url}/moi")
    assert fetched.content_type == "text/html; charset=utf-8"
    assert fetched.indexed


def test_we_say_who_we_are_and_nothing_else(site, door, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9/")
    door()(site.says("/", "hello"))
    headers = site.asked[-1][1]
    assert headers["User-Agent"].startswith("auditor/")
    assert headers["User-Agent"].endswith(" (+local privacy self-audit)")
    assert headers["Host"] == f"127.0.0.1:{site.port}"
    assert not {"Cookie", "Authorization", "Referer", "From"} & set(headers)


def test_cookies_are_never_sent_back(site, door):
    site.says("/start", "", status=302, Location="/end", Set_Cookie="who=you; Path=/")
    site.says("/end", "fine", Set_Cookie="who=you; Path=/")
    fetch = door()
    fetch(f"{site.url}/start")
    fetch(f"{site.url}/end")
    assert site.paths() == ["/start", "/end", "/end"]
    assert all("Cookie" not in headers for _, headers in site.asked)


def test_password_files_are_not_read(site, door, tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    door()(site.says("/", "hello"))
    assert all("Authorization" not in headers for _, headers in site.asked)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "0x7f000001",
        "0x7f.1",
        "2130706433",
        "0177.0.0.1",
        "localhost",
        "0",
        "0.0.0.0",
        "[::ffff:127.0.0.1]",
        "[::1]",
        "[::]",
        "[::127.0.0.1]",
        "１２７.0.0.1",
    ],
)
def test_no_spelling_of_this_machine_is_fetched_from_a_real_mandate(site, door, host):
    site.says("/", "inside")
    with pytest.raises(FetchRefusedError):
        door(allow_loopback=False)(f"http://{host}:{site.port}/")
    assert site.asked == []


@pytest.mark.parametrize("host", ["10.0.0.1", "169.254.169.254", "[fec0::1]", "[64:ff9b::a00:1]"])
def test_a_fictional_mandate_does_not_reach_private_networks_either(door, host):
    with pytest.raises(FetchRefusedError, match="private network"):
        door()(f"http://{host}/")


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1.evil.example/",
        "file:///etc/passwd",
        "http://me:secret@127.0.0.1/",
        "//10.0.0.1/",
        "http://[::1",
    ],
)
def test_a_redirect_does_not_lead_elsewhere(site, door, target):
    with pytest.raises(FetchRefusedError):
        door()(site.sends("/", target))
    assert site.paths() == ["/"]


def test_a_few_redirects_within_the_site_are_followed(site, door):
    site.sends("/a", "/b")
    site.sends("/b", f"{site.url}/c", status=308)
    site.sends("/c", "/é", status=301)
    site.says("/%C3%A9", "here")
    assert door()(f"{site.url}/a").address == f"{site.url}/é"


@pytest.mark.parametrize("length", [1, 2, 5])
def test_circles_end(site, door, length):
    for at in range(length):
        site.sends(f"/{at}", f"/{(at + 1) % length}")
    with pytest.raises(FetchRefusedError, match="circles"):
        door()(f"{site.url}/0")
    assert len(site.paths()) == 4


def test_a_name_that_resolves_inside_is_refused_and_one_that_changes_its_mind_is_not_asked_again(
    site, door, monkeypatch
):
    answers = ["127.0.0.1", "10.0.0.1", "10.0.0.1"]
    asked = []

    def resolve(host, port, *_, **__):
        if host == "127.0.0.1":  # a number, for the connection itself
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers[len(asked) - 1], port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    site.says("/robots.txt", "")
    with pytest.raises(FetchRefusedError, match="private network"):
        door()(f"http://rebind.example:{site.port}/")
    # robots.txt with the first answer; the page was checked against the second, and never asked.
    assert asked == ["rebind.example", "rebind.example"]
    assert [path for path, _ in site.asked] == ["/robots.txt"]


@pytest.mark.parametrize("wrap", [lambda body: body, gzip.compress], ids=["once", "twice"])
def test_a_bomb_is_cut_at_the_limit(site, door, wrap):
    bomb = wrap(gzip.compress(bytes(100_000_000)))
    codings = "gzip" if wrap(b"x") == b"x" else "gzip, gzip"
    site.says("/", bomb, Content_Encoding=codings)
    tracemalloc.start()
    try:
        with pytest.raises(FetchRefusedError, match="larger than 2000000"):
            door(whole_call=3.0)(f"{site.url}/")
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_bomb_behind_a_redirect_is_not_unpacked(site, door):
    bomb = gzip.compress(bytes(200_000_000))
    site.says("/", bomb, status=302, Location="/end", Content_Encoding="gzip")
    site.says("/end", "fine")
    start = time.monotonic()
    assert door(whole_call=3.0)(f"{site.url}/").data == b"fine"
    assert time.monotonic() - start < SLOWEST


def test_a_page_as_large_as_allowed_is_read(site, door):
    assert len(door(largest_body=1000)(site.says("/", "x" * 1000)).data) == 1000
    with pytest.raises(FetchRefusedError, match="larger"):
        door(largest_body=999)(f"{site.url}/")


def dripping(*chunks, every):
    """Sends the chunks, then one more again and again, slowly."""

    def page(request):
        for chunk in chunks:
            request.wfile.write(chunk)
            request.wfile.flush()
        for _ in range(100):
            request.wfile.write(every)
            request.wfile.flush()
            time.sleep(0.1)

    return page


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(dripping(OK, b"Content-Length: 9999\r\n\r\n", every=b"x"), id="slow body"),
        pytest.param(dripping(OK, b"\r\n", every=b"x"), id="slow body without length"),
        pytest.param(dripping(OK, every=b"X-A: b\r\n"), id="slow headers"),
        pytest.param(dripping(b"HTTP/1.1 200 ", every=b"O"), id="slow first line"),
        pytest.param(lambda request: time.sleep(5), id="silence"),
        pytest.param(dripping(every=b"HTTP/1.1 100 Continue\r\n\r\n"), id="continues without end"),
    ],
)
def test_a_site_that_never_ends_is_left(site, door, page):
    site.pages["/"] = page
    start = time.monotonic()
    with pytest.raises(FetchRefusedError, match="took too long"):
        door()(f"{site.url}/")
    assert time.monotonic() - start < SLOWEST


@pytest.mark.parametrize(
    "raw",
    [
        OK + b"".join(b"X-%d: y\r\n" % number for number in range(300)) + b"\r\nx",
        OK + b"X-Long: " + b"y" * 200_000 + b"\r\n\r\nx",
        OK + b"Content-Length: 9999\r\n\r\ncut",
        OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab",
        OK + b"Content-Encoding: gzip\r\n\r\nnot gzip at all",
        b"SSH-2.0-OpenSSH_9\r\n",
        b"",
    ],
    ids=["300 headers", "long header", "cut", "cut chunk", "no gzip", "no http", "nothing"],
)
def test_an_answer_that_is_none_is_a_reason_not_a_crash(site, door, raw):
    def page(request):
        request.wfile.write(raw)
        request.close_connection = True

    site.pages["/"] = page
    with pytest.raises(FetchRefusedError):
        door()(f"{site.url}/")


def test_https_without_a_certificate_is_refused(site, door):
    with pytest.raises(FetchRefusedError):
        door()(f"https://127.0.0.1:{site.port}/")


def test_a_closed_port_is_a_reason(door):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchRefusedError, match="did not answer"):
        door()(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 429, 500, 503, 204, 304])
def test_other_answers_are_reasons(site, door, status):
    with pytest.raises(FetchRefusedError):
        door()(site.says("/", "", status=status))


@pytest.mark.parametrize(
    ("status", "body", "match"),
    [
        (200, "User-agent: *\nDisallow: /", "robots.txt forbids"),
        (200, "\ufeffUser-agent: *\nDisallow: /", "robots.txt forbids"),
        (200, "User-agent: *\nCrawl-delay: 86400", "between two pages"),
        (500, "", "cannot say now"),
        (429, "", "cannot say now"),
    ],
)
def test_what_robots_forbids_is_not_asked_for(site, door, status, body, match):
    site.says("/robots.txt", body, status=status)
    with pytest.raises(FetchRefusedError, match=match):
        door()(site.says("/", "page"))
    assert site.paths() == []


def test_robots_is_asked_once_and_each_target_of_a_redirect_is_checked(site, door):
    site.says("/robots.txt", "User-agent: *\nDisallow: /closed")
    site.says("/open", "fine")
    fetch = door()
    fetch(f"{site.url}/open")
    fetch(f"{site.url}/open")
    with pytest.raises(FetchRefusedError, match=r"robots\.txt forbids"):
        fetch(site.sends("/to", "/closed"))
    assert [path for path, _ in site.asked].count("/robots.txt") == 1
    assert "/closed" not in site.paths()


@pytest.mark.parametrize(
    ("headers", "indexed"),
    [
        ({}, True),
        ({"X_Robots_Tag": "noindex"}, False),
        ({"X_Robots_Tag": "nofollow, NoIndex"}, False),
        ({"X_Robots_Tag": "none"}, False),
        ({"X_Robots_Tag": "googlebot: noindex"}, False),
        ({"X_Robots_Tag": "otherbot: noindex, nofollow"}, True),
        ({"X_Robots_Tag": "unavailable_after: 25 Jun 2030 15:00:00 GMT"}, True),
    ],
)
def test_headers_say_whether_search_engines_may_index(site, door, headers, indexed):
    assert door()(site.says("/", "page", **headers)).indexed is indexed


def test_a_page_closed_to_search_engines_only_is_read_and_not_indexed(site, door):
    site.says("/robots.txt", "User-agent: Googlebot\nDisallow: /")
    assert not door()(site.says("/", "page")).indexed


@pytest.mark.parametrize(
    ("retry_after", "waited", "asked"),
    [("7", [7.0], 2), ("9999", [], 1), (None, [], 1), ("soon", [], 1)],
)
def test_a_busy_site_is_asked_once_more_when_it_says_when(site, door, retry_after, waited, asked):
    headers = {"Retry_After": retry_after} if retry_after else {}
    site.says("/", "", status=429, **headers)
    with pytest.raises(FetchRefusedError, match="asks not to be read now"):
        door()(f"{site.url}/")
    assert (door.slept, len(site.paths())) == (waited, asked)


def test_a_busy_site_that_comes_back_is_read(site, door):
    def page(request):
        site.says("/", "back")
        request.send_response(503)
        request.send_header("Retry-After", "Wed, 21 Oct 2026 07:28:05 GMT")
        request.send_header("Content-Length", "0")
        request.end_headers()

    site.pages["/"] = page
    assert door()(f"{site.url}/").data == b"back"


def test_the_pace_of_the_host_is_kept(site, door):
    site.says("/robots.txt", "User-agent: *\nCrawl-delay: 5")
    door(interval=2.0)(site.says("/", "page"))
    assert door.slept == [5.0]
