"""Sweeps of a real web: every fault that a site can have, and what is said of it."""

import gzip
import random
import ssl
import subprocess
import threading
import time
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from auditor.collect.net.identity import USER_AGENT
from auditor.collect.sweep import sherlock
from auditor.collect.sweep.run import sweep
from auditor.collect.sweep.settings import settings
from auditor.collect.sweep.site import Side
from auditor.model.sighting import Verdict
from tests.collect.sweep.conftest import HANDLE, two_sided
from tests.collect.sweep.web import NOBODY, SOMEBODY, running, send

FOUND, MISSING, UNKNOWN = Verdict.FOUND, Verdict.MISSING, Verdict.UNKNOWN
PROFILE, NOT_FOUND = SOMEBODY.encode(), NOBODY.encode()


def knows(web, *, others=(NOT_FOUND, 404), mine=(PROFILE, 200), **headers):
    """The site has the handle's account, and answers everybody else otherwise."""

    def page(request):
        data, status = mine if HANDLE in request.path else others
        send(request, data, status, headers)

    web.does("*", page)
    return two_sided(f"{web.url}/u/{{account}}")


def test_a_hit_is_checked_against_a_name_that_nobody_has(web, look):
    found = look(knows(web))["site"]
    assert (found.verdict, found.reason) == (FOUND, None)
    assert found.url == f"{web.url}/u/{HANDLE}"
    paths = [path for _, path, _, _ in web.heard]
    assert paths[:2] == ["/robots.txt", f"/u/{HANDLE}"]
    assert len(paths) == 3


def test_who_finds_everybody_has_found_nobody(web, look):
    web.says("*", PROFILE)
    found = look(two_sided(f"{web.url}/{{account}}"))["site"]
    assert found.verdict is UNKNOWN
    assert "nobody has" in str(found.reason)


def test_a_bare_number_does_not_stand_without_the_control(web, look):
    knows(web, others=(b"busy", 429))
    one_sided = (Side(statuses=frozenset({200})),)
    bare = two_sided(f"{web.url}/{{account}}", present=one_sided, name="bare")
    assert look(bare)["bare"].verdict is UNKNOWN
    told = look(two_sided(f"{web.url}/{{account}}"))["site"]
    assert told.verdict is FOUND
    assert told.reason is not None


def test_what_is_said_to_a_site(web, look):
    look(knows(web))
    for method, _, headers, _ in web.heard:
        assert method == "GET"
        assert headers["User-Agent"] == USER_AGENT
        assert not {"Cookie", "Authorization", "Referer"} & set(headers)


def test_cookies_are_not_kept(web, look):
    look(knows(web, Set_Cookie="id=1; Path=/"))
    assert all("Cookie" not in headers for _, _, headers, _ in web.heard)


def test_who_stumbles_once_is_asked_once_more(web, look):
    tries = []

    def page(request):
        tries.append(request.path)
        send(request, *((b"", 503) if len(tries) == 1 else (NOT_FOUND, 404)))

    web.does("*", page)
    assert look(two_sided(f"{web.url}/{{account}}"))["site"].verdict is MISSING
    assert len(tries) == 2


@pytest.mark.parametrize("status", [500, 502, 503, 429])
def test_who_stumbles_twice_is_left_alone(web, look, status):
    web.says(f"/{HANDLE}", "", status=status)
    found = look(two_sided(f"{web.url}/{{account}}"))["site"]
    assert found.verdict is UNKNOWN
    assert web.times(f"/{HANDLE}") == 2


@pytest.mark.parametrize("status", [400, 401, 403, 404, 451, 999])
def test_who_refuses_is_not_asked_again(web, look, status):
    web.says(f"/{HANDLE}", "", status=status)
    assert look(two_sided(f"{web.url}/{{account}}"))["site"].verdict is UNKNOWN
    assert web.times(f"/{HANDLE}") == 1


@pytest.mark.parametrize(
    ("wanted", "times", "waited"), [("1", 2, 1.0), ("30", 1, 0.0), ("0", 2, 0.0)]
)
def test_retry_after_is_kept_to(web, look, wanted, times, waited):
    web.says(f"/{HANDLE}", "", status=429, Retry_After=wanted)
    began = time.monotonic()
    assert look(two_sided(f"{web.url}/{{account}}"))["site"].verdict is UNKNOWN
    assert web.times(f"/{HANDLE}") == times
    assert waited <= time.monotonic() - began < waited + 0.9


@pytest.mark.parametrize(
    ("status", "text", "verdict"),
    [
        (404, "", FOUND),
        (403, "", FOUND),  # RFC 9309: a site that gives no rules has none
        (200, "User-agent: *\nDisallow: /private", FOUND),
        (200, "\ufeffUser-agent: *\nDisallow: /", UNKNOWN),
        (200, "User-agent: auditor\nDisallow: /u/", UNKNOWN),
        (200, "User-agent: *\nDisallow: /\n\nUser-agent: auditor\nAllow: /", FOUND),
        (200, "User-agent: *\nCrawl-delay: 60", UNKNOWN),
        (429, "", UNKNOWN),
        (500, "", UNKNOWN),
        (503, "", UNKNOWN),
    ],
)
def test_robots_txt_comes_first(web, look, status, text, verdict):
    site = knows(web)
    web.says("/robots.txt", text, status=status)
    found = look(site)["site"]
    assert found.verdict is verdict
    assert (web.times(f"/u/{HANDLE}") == 1) is (verdict is FOUND)
    assert (found.reason is None) is (verdict is FOUND)


@pytest.mark.parametrize(
    ("target", "verdict"), [("/rules", UNKNOWN), ("/gone", FOUND), ("/robots.txt", UNKNOWN)]
)
def test_robots_txt_may_stand_elsewhere(web, look, target, verdict):
    site = knows(web)
    web.says("/robots.txt", "", status=301, Location=target)
    web.says("/rules", "User-agent: *\nDisallow: /u/")
    web.says("/gone", "", status=404)
    assert look(site)["site"].verdict is verdict


def test_robots_txt_is_read_once_a_host(web, look):
    knows(web)
    sites = [two_sided(f"{web.url}/u/{{account}}?{n}", name=str(n)) for n in range(4)]
    assert {each.verdict for each in look(*sites).values()} == {FOUND}
    assert web.times("/robots.txt") == 1


def test_sites_of_one_host_take_turns(web, look):
    at = []

    def page(request):
        at.append(time.monotonic())
        send(request, NOT_FOUND, 404)

    web.does("*", page)
    sites = [two_sided(f"{web.url}/u/{{account}}?{n}", name=str(n)) for n in range(3)]
    look(*sites, interval=0.2)
    assert all(later - earlier >= 0.2 for earlier, later in pairwise(at))


def test_a_soft_404(web, look):
    knows(web, others=(NOT_FOUND, 200))
    absent = (Side(statuses=frozenset({200}), texts=(NOBODY,)),)
    assert look(two_sided(f"{web.url}/{{account}}", absent=absent))["site"].verdict is FOUND
    assert look(two_sided(f"{web.url}/{{account}}x", absent=absent))["site"].verdict is FOUND
    web.says("*", NOT_FOUND)
    assert look(two_sided(f"{web.url}/{{account}}", absent=absent))["site"].verdict is MISSING


def test_redirects_are_not_followed_where_the_evidence_needs_none(web, look):
    web.says(f"/{HANDLE}", "", status=302, Location="/home")
    absent = (Side(statuses=frozenset({302})),)
    assert look(two_sided(f"{web.url}/{{account}}", absent=absent))["site"].verdict is MISSING
    assert web.times("/home") == 0


def follower(url):
    (site,), _, _ = sherlock.read({"site": {"url": url, "errorType": "status_code"}})
    return site


def test_redirects_are_followed_within_the_site(web, look):
    def page(request):
        if request.path.startswith("/old"):
            send(request, b"", 301, {"Location": request.path.replace("old", "new")})
        else:
            send(request, b"x", 200 if HANDLE in request.path else 404)

    web.does("*", page)
    assert look(follower(f"{web.url}/old/{{}}"))["site"].verdict is FOUND


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/",
        "http://127.0.0.1:1/",
        "https://[::1]/",
        "//",
    ],
)
def test_redirects_to_elsewhere_end_there(web, look, target):
    web.says(f"/{HANDLE}", "", status=302, Location=target)
    assert look(follower(f"{web.url}/{{}}"))["site"].verdict is UNKNOWN


def test_redirects_in_circles_end(web, look):
    web.says(f"/{HANDLE}", "", status=302, Location=f"/{HANDLE}")
    assert look(follower(f"{web.url}/{{}}"))["site"].verdict is UNKNOWN
    assert web.times(f"/{HANDLE}") == 4


@pytest.mark.parametrize(
    ("address", "local", "word"),
    [
        ("http://10.0.0.1/{account}", False, "private"),
        ("http://192.168.1.1/{account}", False, "private"),
        ("http://169.254.169.254/{account}", False, "private"),
        ("http://127.0.0.1:9/{account}", False, "private"),
        ("http://localhost:9/{account}", False, "private"),
        ("http://2130706433/{account}", False, "private"),
        ("http://[::ffff:127.0.0.1]/{account}", False, "private"),
        ("http://[::1]/{account}", False, "private"),
        ("http://0.0.0.0/{account}", False, "private"),
        ("https://site.example/{account}", True, "fictional"),
        ("http://93.184.215.14/{account}", True, "fictional"),
        ("http://10.0.0.1/{account}", True, "fictional"),
    ],
)
def test_lists_cannot_lead_where_a_mandate_does_not(look, address, local, word):
    found = look(two_sided(address), local=local)["site"]
    assert found.verdict is UNKNOWN
    assert word in str(found.reason)


def test_a_handle_in_the_body_of_a_question(web, look):
    def page(request):
        body = web.heard[-1][3]
        send(request, *((PROFILE, 200) if HANDLE.encode() in body else (NOT_FOUND, 404)))

    web.does("*", page)
    site = two_sided(
        f"{web.url}/u/{{account}}", probe=f"{web.url}/api", method="POST", body='{"n": "{account}"}'
    )
    found = look(site)["site"]
    assert (found.verdict, found.url) == (FOUND, f"{web.url}/u/{HANDLE}")
    assert web.heard[1][3] == b'{"n": "loic_tr"}'


def hangs(_request):
    time.sleep(5)


def drips(request):
    request.send_response(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    for _ in range(100):
        request.wfile.write(b"x")
        time.sleep(0.1)


def drips_headers(request):
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        request.wfile.write(f"X-{number}: y\r\n".encode())
        time.sleep(0.1)


def goes_on_for_ever(request):
    for _ in range(10_000):
        request.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.01)


def drops(request):
    request.close_connection = True
    request.connection.close()


def cuts(request):
    request.send_response(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    request.wfile.write(PROFILE)
    request.close_connection = True


def talks_nonsense(request):
    request.wfile.write(b"\x00\xff\xfe not http\r\n\r\n")
    request.close_connection = True


def sends_many_headers(request):
    request.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 + b"\r\n")
    request.close_connection = True


def sends_half_a_gzip(request):
    send(request, gzip.compress(PROFILE * 100)[:40], 200, {"Content-Encoding": "gzip"})


def sends_brotli(request):
    send(request, PROFILE, 200, {"Content-Encoding": "br"})


@pytest.mark.parametrize(
    "page",
    [
        hangs,
        drips,
        drips_headers,
        goes_on_for_ever,
        drops,
        cuts,
        talks_nonsense,
        sends_many_headers,
        sends_half_a_gzip,
        sends_brotli,
    ],
)
@pytest.mark.parametrize("where", ["page", "robots"])
def test_who_does_not_answer_properly_is_unknown_in_time(web, look, page, where):
    web.does(f"/{HANDLE}" if where == "page" else "/robots.txt", page)
    began = time.monotonic()
    found = look(two_sided(f"{web.url}/{{account}}"))["site"]
    assert found.verdict is UNKNOWN
    assert found.reason is not None
    assert HANDLE not in str(found.reason)
    assert time.monotonic() - began < 3.0


def test_a_bomb_is_left_before_it_grows(web, look):
    bomb = gzip.compress(b"\0" * 50_000_000)
    web.does(f"/{HANDLE}", lambda request: send(request, bomb, 200, {"Content-Encoding": "gzip"}))
    assert look(two_sided(f"{web.url}/{{account}}"))["site"].verdict is UNKNOWN


def test_a_packed_page_is_read(web, look):
    site = knows(
        web,
        mine=(gzip.compress(PROFILE), 200),
        others=(gzip.compress(NOT_FOUND), 404),
        Content_Encoding="gzip",
    )
    assert look(site)["site"].verdict is FOUND


def test_chunks_are_read_and_the_line_is_kept(web, look):
    def page(request):
        request.send_response(200 if HANDLE in request.path else 404)
        request.send_header("Transfer-Encoding", "chunked")
        request.end_headers()
        for part in (PROFILE if HANDLE in request.path else NOT_FOUND, b""):
            request.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")

    web.does("*", page)
    assert look(two_sided(f"{web.url}/{{account}}"))["site"].verdict is FOUND


def test_evidence_in_the_first_pages_of_an_endless_one(web, look):
    def page(request):
        request.send_response(200 if HANDLE in request.path else 404)
        request.send_header("Connection", "close")
        request.end_headers()
        request.wfile.write(PROFILE if HANDLE in request.path else NOT_FOUND)
        for _ in range(200):
            request.wfile.write(b"x" * 65_536)
        request.close_connection = True

    web.does("*", page)
    assert look(two_sided(f"{web.url}/{{account}}"))["site"].verdict is FOUND


def test_a_line_that_the_site_closed_is_opened_again(web, look):
    site = knows(web)
    whole = web.pages["*"]

    def page(request):
        whole(request)
        request.close_connection = True  # without a word of it

    web.does("*", page)
    assert look(site)["site"].verdict is FOUND


def test_nobody_listens(web, look):
    web.says("*", PROFILE)
    found = look(two_sided("http://127.0.0.1:1/{account}"))["site"]
    assert found.verdict is UNKNOWN


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout key.pem -out cert.pem"
    subject = ["-subj", "/CN=site.example", "-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run([*command.split(), *subject], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize(("is_trusted", "verdict"), [(True, FOUND), (False, UNKNOWN)])
def test_certificates_are_checked(look, certificate, is_trusted, verdict):
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    trusted = ssl.create_default_context(cafile=certificate / "cert.pem") if is_trusted else None
    with running(context=served) as web:
        found = look(knows(web), trusted=trusted)["site"]
    assert found.verdict is verdict
    assert is_trusted or "certificate" in str(found.reason)


def test_results_come_as_they_are_known(quick):
    with running(hosts=3) as web:
        late = threading.Event()

        def page(request):
            if request.server.server_address[0] == "127.0.0.1":
                late.wait(5)
            send(request, NOT_FOUND, 404)

        web.does("*", page)
        sites = [two_sided(f"{host}/{{account}}", name=host) for host in web.hosts]
        found = sweep(sites, HANDLE, quick(timeout=6), local=True, ghost=random.Random(1))
        first = [next(found).site, next(found).site]
        late.set()
        assert web.hosts[0] not in first
        assert [each.site for each in found] == web.hosts[:1]


def test_a_silent_site_does_not_hold_up_the_others_and_gets_a_second_try():
    with running(hosts=8) as web:
        silent = Counter()

        def page(request):
            host = request.server.server_address[0]
            silent[host] += 1
            if host == "127.0.0.1" or (host == "127.0.0.2" and silent[host] == 1):
                time.sleep(3)
            send(request, NOT_FOUND, 404)

        web.does("*", page)
        sites = [two_sided(f"{host}/{{account}}", name=host) for host in web.hosts]
        learned = replace(settings(), timeout=4.0, enough=3, shortest=0.5, silent_share=0.5)
        began = time.monotonic()
        found = {
            each.site: each.verdict
            for each in sweep(sites, HANDLE, learned, local=True, ghost=random.Random(1))
        }
        assert time.monotonic() - began < 2.5
    assert found.pop(web.hosts[0]) is UNKNOWN
    assert set(found.values()) == {MISSING}
    assert silent["127.0.0.1"] == silent["127.0.0.2"] == 2


def test_a_sweep_that_is_left_leaves_nothing_behind(quick):
    with running(hosts=6) as web:
        web.does(
            "*", lambda request: time.sleep(3 * request.server.server_address[0].endswith("1"))
        )
        web.says("/robots.txt", "", status=404)
        sites = [two_sided(f"{host}/{{account}}", name=host) for host in web.hosts]
        found = sweep(sites, HANDLE, quick(timeout=20), local=True, ghost=random.Random(1))
        next(found)
        found.close()
        deadline = time.monotonic() + 2
        while time.monotonic() < deadline and _threads():
            time.sleep(0.05)
        assert not _threads()


def _threads():
    return [
        each.name for each in threading.enumerate() if each.name.startswith(("sweep-", "watch"))
    ]
