"""What lets an address be fetched while an audit runs."""

import pytest

from auditor.collect.net.answer import FetchRefusedError
from auditor.collect.proof.check import has_token, is_proved, points_back
from auditor.collect.proof.method import has_proof, vouching
from auditor.collect.proof.place import WELL_KNOWN, file_of, record_of
from auditor.model.text import say
from tests.collect.proof.people import ACCOUNT, SITE, TOKENS, account, mandate, page

BACK = f'<a rel="me" href="{ACCOUNT}">'


def nothing(url):
    raise FetchRefusedError(say("there is none"), say("make one"))


@pytest.mark.parametrize(
    ("methods", "vouches"),
    [(("token",), True), (("rel-me", "dns"), True), (("well-known",), True), (("rel-me",), False),
     (("export",), False), (("saved-page",), False), (("verified",), False), ((), False)],
)  # fmt: skip
def test_only_an_account_proved_by_its_holders_own_hand_vouches_for_another(methods, vouches):
    asked = mandate(account("mastodon:odile", ACCOUNT, *methods))
    assert bool(vouching(asked)) is vouches
    assert points_back(asked, page(BACK)) is vouches
    assert is_proved(asked, page(BACK), SITE, nothing, TOKENS) is vouches


def test_a_link_back_counts_on_safe_ways_alone():
    plain = ACCOUNT.replace("https", "http")
    known = mandate(account("mastodon:odile", plain, "token"))
    assert not points_back(known, page(BACK.replace(ACCOUNT, plain)))
    assert not points_back(mandate(account("mastodon:odile", None, "token")), page(BACK))


@pytest.mark.parametrize(
    ("url", "methods", "proved"),
    [
        (SITE, ("rel-me",), True),
        ("https://ODILE.example:443", ("dns",), True),
        (SITE, (), False),
        ("https://other.example/", ("rel-me",), False),
        (None, ("rel-me",), False),
    ],
)
def test_an_account_with_a_proof_is_proved(url, methods, proved):
    assert has_proof(mandate(account("site:odile", url, *methods)), SITE) is proved


def test_accounts_without_a_proof_are_told_apart_unless_none_is_needed():
    both = (account("a:x", ACCOUNT, "token"), account("b:x", SITE))
    assert [each.id for each in mandate(*both).unproved] == ["b:x"]
    assert mandate(*both, fictional=True).unproved == ()


@pytest.mark.parametrize(
    ("text", "proved"), [("{}", True), ("\ufeff# x\n{}\n", True), ("{}x", False), ("", False)]
)
def test_a_token_file_proves_its_site(text, proved):
    asked = []

    def fetch(url):
        asked.append(url)
        return page(text.format(TOKENS.fresh(SITE)), address=url, kind="text/plain")

    assert has_token(SITE, fetch, TOKENS) is proved
    assert is_proved(mandate(), page(""), SITE, fetch, TOKENS) is proved
    assert not is_proved(mandate(), page(""), SITE, fetch, None)
    assert set(asked) == {f"https://odile.example{WELL_KNOWN}"}


def test_a_site_without_token_file_or_without_encryption_is_not_proved():
    assert not has_token(SITE, nothing, TOKENS)
    assert not has_token("http://odile.example/", lambda url: pytest.fail("it was asked"), TOKENS)


@pytest.mark.parametrize(
    ("url", "file", "record"),
    [
        (SITE, "https://odile.example/.well-known/auditor-proof.txt", "_auditor-proof.odile.example"),
        ("https://www.odile.example:8443/x?y#z", "https://www.odile.example:8443/.well-known/auditor-proof.txt",
         "_auditor-proof.odile.example"),
        ("http://127.0.0.1:80/", "http://127.0.0.1:80/.well-known/auditor-proof.txt", None),
        ("https://192.0.2.1/", "https://192.0.2.1/.well-known/auditor-proof.txt", None),
        ("https://[2001:db8::1]/", "https://[2001:db8::1]/.well-known/auditor-proof.txt", None),
        ("https://intranet/", "https://intranet/.well-known/auditor-proof.txt", None),
    ],
)  # fmt: skip
def test_a_token_has_its_places_on_a_site(url, file, record):
    assert (file_of(url), record_of(url)) == (file, record)
