"""Web addresses as pages and exports write them."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.addresses import resolve, same_address


@pytest.mark.parametrize(
    ("base", "reference", "expected"),
    [
        ("https://a.example/x/", "y", "https://a.example/x/y"),
        ("https://a.example/x", "//b.example/y", "https://b.example/y"),
        (None, "https://a.example/", "https://a.example/"),
        (None, "/x", None),
        ("https://a.example/", "", None),
        ("https://a.example/", "#top", None),
        ("https://a.example/", "javascript:alert(1)", None),
        ("https://a.example/", "data:image/png;base64,x", None),
        ("https://a.example/", "mailto:a@a.example", None),
        ("https://a.example/", "http://[x", None),
        (None, "https://", None),
        (None, "https:///x", None),
        (None, "https://a[b.example/", None),
        (None, " https://a.example/é ", "https://a.example/é"),
        (None, "https://me:secret@a.example/x?y", "https://a.example/x?y"),
        ("https://me:secret@a.example/", "/x", "https://a.example/x"),
        ("https://a.example/", "//me@b.example/", "https://b.example/"),
        (None, "https://a.example/@me", "https://a.example/@me"),
        (None, "https://me@", None),
        (None, "HTTPS://a.example/x", "HTTPS://a.example/x"),
        ("https://a.example/", "https://b.example/#", "https://b.example/"),
    ],
)
def test_only_web_addresses_are_resolved(base, reference, expected):
    assert resolve(base, reference) == expected


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("https://a.example/x", "http://www.A.example/x/#t", True),
        ("https://a.example/x", "https://a.example/X", False),
        ("https://a.example/x?id=1", "https://a.example/x?id=2", False),
        ("https://[bad", "https://[bad", True),
        (None, None, False),
        ("https://a.example/", None, False),
    ],
)
def test_addresses_are_compared_as_visitors_do(left, right, same):
    assert same_address(left, right) is same


@given(st.text(alphabet="htps:/a.é[]@?# \t\n", max_size=12).map("https://".__add__))
def test_what_is_told_at_a_glance_is_an_address(reference):
    found = resolve(None, reference)
    if found is not None:
        assert urlsplit(found).scheme == "https"
        assert "@" not in urlsplit(found).netloc
        if "@" not in urlsplit(reference.strip()).netloc:
            assert found == reference.strip()
        assert urlsplit(found).netloc
