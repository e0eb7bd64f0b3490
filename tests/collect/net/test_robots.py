"""What robots.txt allows."""

import pytest

from auditor.collect.net.robots import read

PAGE = "https://site.example/private/page"


@pytest.mark.parametrize(
    ("status", "body", "allows", "indexed"),
    [
        (200, "", True, True),
        (200, "User-agent: *\nDisallow: /private", False, False),
        (200, "\ufeffUser-agent: *\nDisallow: /private", False, False),
        (200, "User-agent: *\nDisallow: /private\nAllow: /private/page$", True, True),
        (200, "User-agent: auditor\nDisallow: /", False, True),
        (200, "User-agent: Googlebot\nDisallow: /", True, False),
        (200, "User-agent: *\nDisallow: /*.json$", True, True),
        (200, "<html>not found</html>", True, True),
        (200, b"\xff\xfe\x00nonsense", True, True),
        (404, "User-agent: *\nDisallow: /", True, True),
        (403, "", True, True),
        (429, "", False, False),
        (500, "", False, False),
        (503, "", False, False),
    ],
)
def test_robots(status, body, allows, indexed):
    found = read(status, body.encode() if isinstance(body, str) else body)
    assert (found.allows(PAGE), found.lets_index(PAGE)) == (allows, indexed)


def test_the_delay_asked_of_us_is_known():
    assert read(200, b"User-agent: *\nCrawl-delay: 7\n").delay == 7
    assert read(404, b"").delay == 0
