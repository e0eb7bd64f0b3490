"""Who can see a field: what is known best wins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.sight import sight
from auditor.model.mandate import SeenBy
from auditor.model.visibility import UNKNOWN_SIGHT, Origin, Sight, Visibility
from tests.collect.contexts import card, context

V = Visibility


def seen(visibility, origin):
    return Sight(visibility=visibility, origin=origin)


@pytest.mark.parametrize(
    ("known", "stated", "expected"),
    [
        ({}, None, UNKNOWN_SIGHT),
        ({"network": card(posts=V.MEMBERS)}, None, seen(V.MEMBERS, Origin.DEFAULT)),
        ({"network": card(posts=V.UNKNOWN)}, None, UNKNOWN_SIGHT),
        ({"network": card(school=V.ANYONE)}, None, UNKNOWN_SIGHT),
        (
            {"network": card(posts=V.MEMBERS), "seen_by": V.CONTACTS},
            None,
            seen(V.CONTACTS, Origin.DECLARED),
        ),
        (
            {"network": card(posts=V.MEMBERS), "seen_by": V.UNKNOWN},
            None,
            seen(V.MEMBERS, Origin.DEFAULT),
        ),
        (
            {"seen_by": SeenBy(default=V.MEMBERS, fields={"posts": V.CONTACTS})},
            None,
            seen(V.CONTACTS, Origin.DECLARED),
        ),
        (
            {"seen_by": SeenBy(default=V.MEMBERS, fields={"tag_links": V.CONTACTS})},
            None,
            seen(V.MEMBERS, Origin.DECLARED),
        ),
        ({"seen_by": V.CONTACTS, "fetched": True}, None, seen(V.ANYONE, Origin.FETCHED)),
        (
            {"network": card(), "fetched": True, "indexed": True},
            None,
            seen(V.INDEXED, Origin.FETCHED),
        ),
        ({"network": card(), "fetched": True}, None, seen(V.ANYONE, Origin.FETCHED)),
        (
            {"network": card(), "fetched": True, "indexed": False},
            None,
            seen(V.ANYONE, Origin.FETCHED),
        ),
        (
            {"network": card(indexed=False), "fetched": True, "indexed": True},
            None,
            seen(V.ANYONE, Origin.FETCHED),
        ),
        ({"fetched": True, "indexed": True}, None, seen(V.ANYONE, Origin.FETCHED)),
        ({"fetched": True}, V.ME, seen(V.ME, Origin.STATED)),
        ({"seen_by": V.ANYONE}, V.CONTACTS, seen(V.CONTACTS, Origin.STATED)),
        ({"seen_by": V.ANYONE}, V.UNKNOWN, seen(V.ANYONE, Origin.DECLARED)),
    ],
)
def test_the_best_known_wins(known, stated, expected):
    assert sight("posts", context(**known), stated) == expected


@given(st.sampled_from(list(V)), st.sampled_from(list(V)), st.booleans())
def test_unknown_is_never_guessed(declared, default, fetched):
    found = sight("posts", context(seen_by=declared, network=card(posts=default), fetched=fetched))
    assert (found.origin is None) == (found.visibility is V.UNKNOWN)
    assert fetched or found.visibility in {declared, default}
