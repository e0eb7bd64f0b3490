"""Which account an address is."""

from dataclasses import replace

import pytest

from auditor.collect.accounts import account_of, handle_of
from tests.collect.contexts import card, context

PHOTOS = card()
BOOK = replace(card("book"), profile_url="https://book.example/profile.php?id={handle}")
FILMS = replace(
    card("films"),
    hosts=("films.example", "m.films.example"),
    profile_url="https://www.films.example/@{handle}",
    profile_urls=("https://films.example/channel/{handle}", "https://{handle}.films.example"),
    domains=("films.example",),
    reserved=("about", "help"),
)


@pytest.mark.parametrize(
    ("url", "handle"),
    [
        ("https://photos.example/loic_tr", "loic_tr"),
        ("http://www.Photos.example/loic_tr/", "loic_tr"),
        ("https://photos.example/loic_tr?ref=1#top", "loic_tr"),
        ("https://photos.example/lo%C3%AFc", "loïc"),
        ("https://photos.example/loic_tr/12674", None),
        ("https://photos.example/", None),
        ("https://photos.example.evil.example/loic_tr", None),
        ("https://evil.example/photos.example/loic_tr", None),
        ("https://photos.example@evil.example/loic_tr", None),
        ("https://[bad/loic_tr", None),
        ("https://book.example/profile.php?id=42", "42"),
        ("", None),
    ],
)
def test_handles_are_read_from_addresses_of_known_networks(url, handle):
    found = handle_of(url, {"photos": PHOTOS, "book": BOOK})
    assert (found[1] if found else None) == handle


@pytest.mark.parametrize(
    ("url", "handle"),
    [
        ("https://films.example/@loic_tr", "loic_tr"),
        ("https://m.films.example/@loic_tr/", "loic_tr"),
        ("https://films.example/channel/UC42", "UC42"),
        ("https://loic-tr.films.example/", "loic-tr"),
        ("https://loic-tr.films.example/2026/01/billet", None),
        ("https://www.films.example/", None),
        ("https://films.example/loic_tr", None),
        ("https://films.example/@about", None),
        ("https://films.example/@About", None),
        ("https://help.films.example", None),
        ("https://other.films.example/@loic_tr", None),
        ("https://m.films.example/channel/UC42", "UC42"),
        ("https://a.b.films.example", None),
    ],
)
def test_a_network_has_several_shapes_of_address(url, handle):
    found = handle_of(url, {"films": FILMS})
    assert (found[1] if found else None) == handle


@pytest.mark.parametrize(
    ("url", "handle"),
    [
        ("https://book.example/profile.php?id=42&fref=nf", "42"),
        ("https://book.example/profile.php?fref=nf&id=42", "42"),
        ("https://book.example/profile.php?fbclid=42", None),
        ("https://book.example/profile.php?id=", None),
        ("https://book.example/profile.php?id=4/2", None),
        ("https://photos.example/loic_tr?fbclid=abc", "loic_tr"),
    ],
)
def test_only_the_key_of_the_shape_tells_accounts_apart(url, handle):
    found = handle_of(url, {"photos": PHOTOS, "book": BOOK})
    assert (found[1] if found else None) == handle


@pytest.mark.parametrize(
    ("owner", "url", "expected"),
    [
        ("photos:loic_tr", None, ("photos:loic_tr", "loic_tr")),
        ("photos:loic_tr", "https://photos.example/other", ("photos:loic_tr", "other")),
        ("other", "https://photos.example/nora", ("photos:nora", "nora")),
        (None, "https://photos.example/nora", ("photos:nora", "nora")),
        (None, "https://nowhere.example/nora", (None, None)),
        (None, None, (None, None)),
    ],
)
def test_the_mandate_says_whose_account_it_is_else_the_address(owner, url, expected):
    assert account_of(context(owner=owner), url) == expected
