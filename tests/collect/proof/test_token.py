"""Tokens: what they are bound to, how long they hold, where they are found."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.proof.token import LIFE, MARK, Tokens, canonical
from tests.collect.proof.people import SITE, TODAY, TOKENS


def test_a_token_is_bound_to_key_address_subject_and_day():
    made = TOKENS.fresh(SITE)
    assert made.startswith(MARK)
    assert len(made) == len(MARK) + 20
    assert made == TOKENS.fresh("https://odile.example")
    others = [
        TOKENS.fresh("https://odile.example/blog"),
        replace(TOKENS, subject="Odile Autre").fresh(SITE),
        replace(TOKENS, key=b"l" * 32).fresh(SITE),
        replace(TOKENS, today=TODAY + timedelta(days=1)).fresh(SITE),
    ]
    assert len({made, *others}) == 5


@pytest.mark.parametrize(
    ("days", "valid"), [(0, True), (3, True), (7, True), (8, False), (-1, False)]
)
def test_a_token_holds_for_seven_days(days, valid):
    later = replace(TOKENS, today=TODAY + timedelta(days=days))
    assert later.stands_in(SITE, TOKENS.fresh(SITE)) is valid
    assert TOKENS.expires_on - TODAY == LIFE == timedelta(days=7)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{}", True),
        ("Relieuse – {}, Limoges", True),
        ("https://odile.example/{}/", True),
        ("\ufeff# mine\n{}\nother", True),
        ("auditor-AAAAAAAAAAAAAAAAAAAA {}", True),
        ("x{}", False),
        ("{}x", False),
        ("{}A", False),
        ("-{}", False),
        ("auditor-", False),
        ("", False),
    ],
)
def test_a_token_is_found_as_a_word(text, found):
    assert TOKENS.stands_in(SITE, text.format(TOKENS.fresh(SITE))) is found


def test_a_token_of_another_address_or_in_small_letters_is_none():
    assert not TOKENS.stands_in(SITE, TOKENS.fresh("https://other.example/"))
    assert not TOKENS.stands_in(SITE, TOKENS.fresh(SITE).casefold())


@given(st.binary(min_size=32, max_size=32), st.dates(), st.text(max_size=30), st.text(max_size=30))
def test_a_token_is_known_again_by_its_case_alone(key, day, url, subject):
    day = min(day, date(9000, 1, 1))
    mine = Tokens(key=key, subject=subject, today=day)
    made = mine.fresh(url)
    assert mine.stands_in(url, f"… {made} …")
    assert not replace(mine, key=bytes(each ^ 1 for each in key)).stands_in(url, made)


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
