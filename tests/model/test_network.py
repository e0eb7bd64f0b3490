"""What a card answers of itself."""

from dataclasses import replace
from datetime import date

import pytest

from auditor.model.network import Default, Network, NetworkKind
from auditor.model.visibility import Visibility

BLOGS = Network(
    id="blogs",
    name={"en": "Blogs"},
    kind=NetworkKind.BOTH,
    hosts=("blogs.example", "m.blogs.example"),
    domains=("blogs.example",),
)


@pytest.mark.parametrize(
    ("host", "served"),
    [
        ("blogs.example", True),
        ("loic.blogs.example", True),
        ("notblogs.example", False),
        ("blogs.example.evil.example", False),
        ("", False),
    ],
)
def test_a_network_serves_its_hosts_and_its_members_subdomains(host, served):
    assert BLOGS.serves(host) is served
    assert not replace(BLOGS, domains=()).serves("loic.blogs.example")


def test_the_first_shape_stands_first():
    card = replace(BLOGS, profile_url="https://a.example/{handle}", profile_urls=("b", "c"))
    assert card.shapes == ("https://a.example/{handle}", "b", "c")
    assert replace(card, profile_url=None).shapes == ("b", "c")


def test_an_unknown_default_is_not_established():
    known, unknown = (
        Default(value=value, source="the tests", checked_on=date(2026, 1, 4))
        for value in (Visibility.ME, Visibility.UNKNOWN)
    )
    card = replace(BLOGS, visibility={"birth_date": known, "posts": unknown})
    assert card.established == {"birth_date": known}
