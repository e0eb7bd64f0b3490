"""Whether the subject controls an address."""

from datetime import date

import pytest

from auditor.collect.net.answer import Fetched, FetchRefusedError
from auditor.collect.proof import (
    TOKEN_FILE,
    canonical,
    has_proof,
    has_token,
    is_proved,
    points_back,
    token,
)
from auditor.collect.unreadable import UnreadableError
from auditor.model.mandate import Account, Mandate, Proof, Purpose, Subject
from auditor.model.text import say

SITE = "https://odile.example/"
ACCOUNT = "https://social.example/@odile"


def mandate(*, url=ACCOUNT, proofs=(), name="Odile Piquerelle", signed_on=date(2026, 1, 5)):
    return Mandate(
        subject=Subject(name=name),
        purpose=Purpose.SELF_AUDIT,
        language="fr",
        signed_on=signed_on,
        expires_on=date(2027, 1, 5),
        accounts=(Account(id="mastodon:odile", url=url, proofs=proofs),),
    )


def page(html, *, address=SITE, kind="text/html"):
    return Fetched(data=html.encode(), address=address, content_type=kind, indexed=True)


@pytest.mark.parametrize(
    ("html", "back"),
    [
        (f'<a rel="me" href="{ACCOUNT}">', True),
        (f'<link rel="me" href="{ACCOUNT}">', True),
        (f'<a rel="nofollow ME" href=" {ACCOUNT} ">', True),
        (f'<a href="{ACCOUNT}">', False),
        (f'<a rel="author" href="{ACCOUNT}">', False),
        (f'<a rel="me" href="{ACCOUNT}/">', False),
        (f'<a rel="me" href="{ACCOUNT}2">', False),
        ('<a rel="me" href="http://social.example/@odile">', False),
        ('<a rel="me" href="https://SOCIAL.example/@odile">', False),
        (f'<!-- <a rel="me" href="{ACCOUNT}"> -->', False),
        (f'<a rel="me" data-href="{ACCOUNT}">', False),
        (f'<iframe srcdoc="&lt;a rel=me href={ACCOUNT}&gt;"></iframe>', False),
        ("<b" * 50_000 + f'<a rel="me" href="{ACCOUNT}">', False),
        ("", False),
    ],
)
def test_a_page_points_back_sign_for_sign(html, back):
    assert points_back(mandate(), page(html)) is back


def test_what_somebody_on_the_way_could_have_written_proves_nothing():
    html = f'<a rel="me" href="{ACCOUNT}">'
    assert not points_back(mandate(), page(html, address="http://odile.example/"))
    assert points_back(mandate(), page(html, address="http://127.0.0.1:8000/"))
    plain = ACCOUNT.replace("https", "http")
    assert not points_back(mandate(url=plain), page(html.replace(ACCOUNT, plain)))
    assert not points_back(mandate(), page(html, kind="text/plain"))
    assert not points_back(mandate(url=None), page(html))


@pytest.mark.parametrize(
    ("url", "proofs", "proved"),
    [
        (SITE, (Proof(method="rel-me", on=date(2026, 1, 5)),), True),
        ("https://ODILE.example:443", (Proof(method="dns", on=date(2026, 1, 5)),), True),
        (SITE, (), False),
        ("https://other.example/", (Proof(method="rel-me", on=date(2026, 1, 5)),), False),
        (None, (Proof(method="rel-me", on=date(2026, 1, 5)),), False),
    ],
)
def test_an_account_with_a_proof_is_proved(url, proofs, proved):
    assert has_proof(mandate(url=url, proofs=proofs), SITE) is proved


def test_a_token_is_bound_to_address_subject_and_day():
    made = token(mandate(), SITE)
    assert len(made) == 20
    assert made == token(mandate(url=None), "https://odile.example")
    others = [
        token(mandate(), "https://odile.example/blog"),
        token(mandate(name="Odile Autre"), SITE),
        token(mandate(signed_on=date(2026, 1, 6)), SITE),
    ]
    assert len({made, *others}) == 4


@pytest.mark.parametrize(
    ("text", "proved"),
    [
        ("{}", True),
        ("\ufeff# mine\n{}\nother\n", True),
        ("x{}", False),
        ("{}x", False),
        ("", False),
    ],
)
def test_a_token_file_proves_its_site(text, proved):
    asked = []

    def fetch(url):
        asked.append(url)
        return page(text.format(token(mandate(), SITE)), address=url, kind="text/plain")

    assert has_token(mandate(), f"{SITE}", fetch) is proved
    assert asked == [f"https://odile.example{TOKEN_FILE}"]


def test_a_site_without_token_file_is_not_proved():
    def fetch(url):
        raise FetchRefusedError(say("there is none"), say("make one"))

    assert not is_proved(mandate(), page("<p>hello"), SITE, fetch)
    assert issubclass(FetchRefusedError, UnreadableError)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("https://a.example", "HTTPS://A.example:443/#top", True),
        ("https://a.example/x", "https://a.example/x/", True),
        ("https://a.example/x", "https://a.example/X", False),
        ("https://a.example/?p=1", "https://a.example/?p=2", False),
        ("https://a.example/", "http://a.example/", False),
        ("https://a.example/", "https://a.example:8443/", False),
        ("https://[", "https://[", True),
    ],
)
def test_addresses_are_compared_in_one_form(left, right, same):
    assert (canonical(left) == canonical(right)) is same
