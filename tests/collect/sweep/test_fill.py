"""What lists may put on the wire, and what they may not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.sweep.fill import NotAskedError, address, asked, is_tame, takes
from auditor.collect.sweep.site import Site
from auditor.model.text import say


def question(handle="loic_tr", **site):
    return asked(
        Site(**{"name": "s", "url": "https://site.example/{account}", **site}), handle, largest=9
    )


@pytest.mark.parametrize(
    ("url", "handle", "host", "target"),
    [
        ("https://site.example/{account}", "loic_tr", "site.example", "/loic_tr"),
        ("https://site.example/{account}", "a/../b?c#d", "site.example", "/a%2F..%2Fb%3Fc%23d"),
        ("https://site.example/u?n={account}&x=1", "é t", "site.example", "/u?n=%C3%A9%20t&x=1"),
        ("https://{account}.site.example", "loic-tr", "loic-tr.site.example", "/"),
        ("https://site.example/é {account}", "b", None, None),
        ("https://site.example/été/{account}#top", "b", "site.example", "/%C3%A9t%C3%A9/b"),
    ],
)
def test_the_handle_in_an_address(url, handle, host, target):
    if host is None:
        with pytest.raises(NotAskedError):
            question(handle, url=url)
        return
    made = question(handle, url=url)
    assert (made.origin.host, made.request.target) == (host, target)


@pytest.mark.parametrize("handle", ["loic_tr", "a.b", "-a", "a" * 64, "é"])
def test_what_is_no_part_of_a_hosts_name_is_not_asked(handle):
    with pytest.raises(NotAskedError):
        question(handle, url="https://{account}.site.example/")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://site.example/{account}",
        "file:///etc/passwd?{account}",
        "javascript:alert('{account}')",
        "{account}",
        "//site.example/{account}",
        "https://user:secret@site.example/{account}",
        "https://[::1/{account}",
        "https:///{account}",
        "https://site.example\\@other.example/{account}",
        "https://site.example/{account}\r\nX: y",
    ],
)
def test_odd_addresses_are_not_asked(url):
    with pytest.raises(NotAskedError):
        question(url=url)


@pytest.mark.parametrize(
    ("url", "probe", "shown"),
    [
        ("https://site.example/{account}", None, "https://site.example/a%2Fb"),
        (
            "javascript:alert(1)",
            "https://site.example/api/{account}",
            "https://site.example/api/a%2Fb",
        ),
        ("file:///etc/passwd", None, ""),
    ],
)
def test_the_page_to_open_is_one_of_the_web(url, probe, shown):
    assert address(Site(name="s", url=url, probe=probe), "a/b") == shown


def test_bodies_are_filled_by_their_form():
    json_ = question('a"b', url="https://site.example/", method="POST", body='{"u": "{account}"}')
    form = question("a&b", url="https://site.example/", method="POST", body="u={account}&x=1")
    assert json_.request.body == b'{"u": "a\\"b"}'
    assert json_.request.headers["content-type"] == "application/json"
    assert form.request.body == b"u=a%26b&x=1"
    assert form.request.headers["content-type"] == "application/x-www-form-urlencoded"


def test_headers_that_are_ours_stay_ours():
    wanted = {"User-Agent": "Mozilla", "HOST": "x", "Accept": "a/b", "X-For": "{account}"}
    assert dict(question(headers=wanted).request.headers) == {"accept": "a/b", "x-for": "loic_tr"}


@pytest.mark.parametrize("name", ["Authorization", "cookie", "X-API-Key", "Client-ID"])
def test_a_site_that_wants_somebodys_login_is_not_asked(name):
    with pytest.raises(NotAskedError):
        question(headers={name: "secret"})


@pytest.mark.parametrize(
    "site",
    [{"method": "PUT"}, {"method": "DELETE"}, {"barred": say("why")}, {"pattern": "^[0-9]+$"}],
)
def test_what_is_not_asked(site):
    with pytest.raises(NotAskedError):
        question(**site)


def test_signs_that_a_site_leaves_out():
    assert question("loic.tr", without=".-").request.target == "/loictr"


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$",
        "((a+))+b",
        "(a|a)*$",
        "(?:x|x){0,40}y",
        r"(a)\1",
        ".*.*.*.*=",
        "a" * 201,
    ],
)
def test_patterns_that_could_run_away_are_not_tried(pattern):
    assert not is_tame(pattern)
    assert takes(Site(name="s", url="u", pattern=pattern), "a" * 60 + "!")


@pytest.mark.parametrize("pattern", ["[", "*", "(?P<", "(?z)"])
def test_patterns_that_are_none_forbid_nothing(pattern):
    assert takes(Site(name="s", url="u", pattern=pattern), "loic")


@given(handle=st.text(min_size=1, max_size=80))
def test_any_handle_is_asked_safely_or_not_at_all(handle):
    try:
        made = question(handle)
    except NotAskedError:
        assert len(handle) > 64
        return
    assert made.origin.host == "site.example"
    assert made.request.target.startswith("/")
    assert made.request.target.isascii()
    assert not set(made.request.target) & set(" \r\n#?")
