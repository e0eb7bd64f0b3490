"""Contexts and cards for the tests of room 1's readers, from a few words."""

from datetime import UTC, date, datetime

from auditor.collect.reading import Context
from auditor.model.failure import Failure
from auditor.model.mandate import SeenBy, Shows, Source
from auditor.model.network import Default, Indexed, Network, NetworkKind
from auditor.model.visibility import Visibility

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
DAY = date(2026, 1, 4)


def card(name: str = "photos", *, indexed: bool = True, **defaults: Visibility) -> Network:
    """A network at ``<name>.example``, with dated defaults of fields."""
    return Network(
        id=name,
        name={"en": name},
        kind=NetworkKind.PERSONAL,
        hosts=(f"{name}.example",),
        profile_url=f"https://{name}.example/{{handle}}",
        indexed=Indexed(value=indexed, source="the tests", checked_on=DAY),
        visibility={
            field: Default(value=value, source="the tests", checked_on=DAY)
            for field, value in defaults.items()
        },
    )


def context(*, shows=None, owner=None, seen_by=None, path="x", network=None, **more) -> Context:
    """A context of the source ``s``; the card of photos.example is known unless cards are given."""
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


def failures(items) -> list[str]:
    """The reasons of the failures, in English; each has a mend, and is of this room and source."""
    found = [each for each in items if isinstance(each, Failure)]
    assert all((each.stage, each.source) == ("collect", "s") and str(each.mend) for each in found)
    return [str(each.reason) for each in found]


def only(items):
    """The one profile or page; nothing failed."""
    (found,) = items
    assert not isinstance(found, Failure), found
    return found


def said(holder) -> set[tuple[str, str]]:
    """Name and text of each field."""
    return {(each.name, each.text) for each in holder.fields}
