"""Whose an export can be."""

from datetime import date

import pytest

from auditor.collect.belonging import fits, is_named
from auditor.model.mandate import Account, Mandate, Purpose, Subject
from auditor.model.profile import Field, Profile
from auditor.model.visibility import UNKNOWN_SIGHT
from tests.collect.contexts import NOON

MANDATE = Mandate(
    subject=Subject(name="Zélie Canarivane", aliases=("Lili des Bois",)),
    purpose=Purpose.SELF_AUDIT,
    language="fr",
    signed_on=date(2026, 1, 5),
    expires_on=date(2027, 1, 5),
    handles=("zel77",),
    accounts=(Account(id="mastodon:lili@social.example"),),
)


def profile(account=None, **fields):
    return Profile(
        source="s",
        account=account,
        network="n",
        url=None,
        collector="exports.n",
        observed_at=NOON,
        sight=UNKNOWN_SIGHT,
        fields=tuple(Field(name=name, text=text) for name, text in fields.items()),
    )


@pytest.mark.parametrize(
    ("shown", "own"),
    [
        ({}, True),
        ({"full_name": "Zélie Canarivane"}, True),
        ({"full_name": "CANARIVANE Zelie"}, True),
        ({"full_name": "Zélie Anne Canarivane"}, True),
        ({"full_name": "Zélie"}, True),
        ({"full_name": "Zélie C."}, True),
        ({"full_name": "Lili des Bois"}, True),
        ({"full_name": "Nobody", "username": "zel77"}, True),
        ({"username": "ZEL77"}, True),
        ({"full_name": "Nobody", "account": "mastodon:lili@social.example"}, True),
        ({"full_name": "Nobody", "account": "x:@lili"}, True),
        ({"full_name": "Hector Merlusson"}, False),
        ({"full_name": "Zélie Merlusson"}, False),
        ({"full_name": "Hector Canarivane"}, False),
        ({"full_name": "🦊"}, False),
        ({"username": "merlusson"}, False),
        ({"account": "mastodon:merlusson@social.example"}, False),
    ],
)
def test_an_export_fits_by_name_or_handle(shown, own):
    assert fits(profile(**shown), MANDATE) is own


@pytest.mark.parametrize(
    ("shown", "named"),
    [
        ({}, False),
        ({"home_commune": "Limoges"}, False),
        ({"alias": "zel"}, True),
        ({"full_name": "Zélie"}, True),
        ({"username": "zel77"}, True),
        ({"account": "mastodon:lili@social.example"}, True),
    ],
)
def test_a_name_or_a_handle_tells_whose_it_is(shown, named):
    assert is_named(profile(**shown)) is named
