"""What the tests of room 1's readers are made with."""

from datetime import UTC, date, datetime

import pytest

from auditor.collect.reading import Context
from auditor.model.mandate import SeenBy, Shows, Source
from auditor.model.network import Default, Indexed, Network, NetworkKind
from auditor.model.visibility import Visibility

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
DAY = date(2026, 1, 4)


def card(name: str = "photos", **more) -> Network:
    """A network of the tests, at ``<name>.example``."""
    more.setdefault("profile_url", f"https://{name}.example/{{handle}}")
    return Network(
        id=name,
        name={"en": name},
        kind=NetworkKind.PERSONAL,
        hosts=(f"{name}.example",),
        indexed=Indexed(value=True, source="the tests", checked_on=DAY),
        **more,
    )


def default(value: Visibility) -> Default:
    return Default(value=value, source="the tests", checked_on=DAY)


@pytest.fixture
def made():
    """A context: its source and cards from a few words."""

    def make(*, shows=None, owner=None, seen_by=None, path="x", network=None, **more) -> Context:
        seen = seen_by if isinstance(seen_by, SeenBy) else SeenBy(default=seen_by)
        source = Source(
            id="s",
            path=path,
            network=network.id if network else None,
            shows=Shows(shows) if shows else None,
            owner=owner,
            seen_by=seen,
        )
        more.setdefault("networks", {"photos": card()})
        return Context(source=source, network=network, observed_at=NOON, **more)

    return make
