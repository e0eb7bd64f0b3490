"""Where a token can be put, for each kind of account."""

import pytest

from auditor.collect.apis.table import account, table
from auditor.collect.proof.advice import places
from tests.collect.contexts import card

TOKEN = "auditor-AAAAAAAAAAAAAAAAAAAA"
FILE, RECORD, META = "/.well-known/", "TXT", "<meta"


def told(url, language="en", *, stated=None, known_card=None):
    known = account(url, table(), {}, stated)
    found = places(url, TOKEN, known=known, card=known_card, language=language)
    return [str(each) for each in found]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://github.com/nora", ["Bio"]),
        (
            "https://bsky.app/profile/nora.example",
            ["Description", "_auditor-proof.nora.example TXT"],
        ),
        ("https://bsky.app/profile/nora.bsky.social", ["Description"]),
        ("https://stackoverflow.com/users/5/nora", ["Location"]),
        ("https://nora.example/", [META, FILE, "_auditor-proof.nora.example TXT"]),
        ("http://nora.example/", ["_auditor-proof.nora.example TXT"]),
        ("http://127.0.0.1:8000/", [META, FILE]),
        ("https://social.example/@nora", ["Extra fields", META, FILE, RECORD]),
    ],
)
def test_each_place_that_is_looked_at_is_named(url, words):
    found = told(url)
    assert len(found) == len(words)
    assert all(word in each for word, each in zip(words, found, strict=True))
    assert all(TOKEN in each for each in found)


def test_a_network_without_api_has_its_profile_alone():
    (found,) = told("https://photos.example/nora", known_card=card())
    assert "that only you can edit" in found


@pytest.mark.parametrize("network", table())
def test_fields_are_named_in_both_languages(network):
    assert all(table()[network].token[language] for language in ("fr", "en"))
    (place,) = told("https://social.example/@nora", "fr", stated="mastodon")
    assert place.startswith("Préférences > Profil public")
