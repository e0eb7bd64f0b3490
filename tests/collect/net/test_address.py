"""Which addresses may be asked, and which numbers connected to."""

import ipaddress

import pytest

from auditor.collect.net.address import is_local, is_open, moved, parts
from auditor.collect.net.answer import FetchRefusedError

INSIDE = """
    10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 192.0.0.8 198.18.0.1
    224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 192.88.99.1 192.0.2.1
    :: ::7f00:1 ::10.0.0.1 64:ff9b::a00:1 64:ff9b:1::1 2002:a00:1:: fec0::1 fe80::1 fc00::1 ff02::1
    ::ffff:10.0.0.1 ::ffff:169.254.169.254 2001:db8::1
""".split()


@pytest.mark.parametrize("number", INSIDE)
@pytest.mark.parametrize("allow_loopback", [True, False])
def test_no_number_that_leads_inside_is_open(number, allow_loopback):
    assert not is_open(ipaddress.ip_address(number), allow_loopback=allow_loopback)


@pytest.mark.parametrize("number", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
def test_loopback_is_open_only_where_it_is_allowed(number):
    assert is_open(ipaddress.ip_address(number), allow_loopback=True)
    assert not is_open(ipaddress.ip_address(number), allow_loopback=False)


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:2800:21f::1", "::ffff:93.184.215.14"])
def test_public_numbers_are_open(number):
    assert is_open(ipaddress.ip_address(number), allow_loopback=False)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://site.example/",
        "file:///etc/passwd",
        "gopher://site.example/",
        "javascript:alert(1)",
        "//site.example/",
        "site.example",
        "",
        "http://",
        "http:///path",
        "https://me@site.example/",
        "https://me:secret@site.example/",
        "https://@site.example/",
        "http://127.0.0.1:80\\@site.example/",
        "http://site.example/a b",
        "http://site.example/\r\nX-Injected: 1",
        "http://site.example:99999/",
        "http://[::1/",
    ],
)
def test_an_address_that_is_no_plain_web_address_is_refused(address):
    with pytest.raises(FetchRefusedError):
        parts(address)


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("http://127.0.0.1:8000/", True),
        ("http://localhost/", True),
        ("http://[::1]/", True),
        ("http://localhost.evil.example/", False),
        ("http://127.0.0.1.evil.example/", False),
        ("http://10.0.0.1/", False),
        ("nonsense", False),
    ],
)
def test_this_machine_is_known_by_its_name(address, local):
    assert is_local(address) is local


@pytest.mark.parametrize(
    ("start", "target", "followed"),
    [
        ("http://site.example/", "https://site.example/", True),
        ("https://site.example/", "https://www.site.example/a", True),
        ("https://site.example/", "http://site.example/", False),
        ("https://site.example/", "https://other.example/", False),
        ("https://site.example/", "https://site.example.other.example/", False),
        ("https://site.example/", "file:///etc/passwd", False),
        ("https://site.example/", "https://me:secret@site.example/", False),
    ],
)
def test_a_redirect_stays_on_its_site_and_keeps_its_encryption(start, target, followed):
    if followed:
        assert moved(parts(start), target).geturl() == target
    else:
        with pytest.raises(FetchRefusedError):
            moved(parts(start), target)
