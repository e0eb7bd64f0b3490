"""Google Takeout: what several services of one account keep, each shown as the profile it has there.

What stands in public, under the name of a channel, a contributor or a blog, comes first and stands for
the source; the account's own profile, which hardly anybody else sees, comes last. Mail, chats, contacts,
photographs, payments and logins are never opened.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from auditor.collect.archive import Archive
from auditor.collect.exports import (
    google_activity,
    google_blogger,
    google_places,
    google_youtube,
)
from auditor.collect.exports.shapes import at, nodes, text
from auditor.collect.exports.statement import Statement
from auditor.collect.reading import Context
from auditor.model.profile import Item

NETWORK = "google"
_SERVICES = (google_youtube, google_places, google_blogger)


def read_archive(archive: Archive, context: Context, *, whole: bool = False) -> Iterator[Item]:
    """The account of an archive, or of one of its files, and a profile for each service that shows it.

    `whole`: histories are handed on entry by entry, however many; otherwise they are counted.
    """
    empty = True
    for item in _items(archive, context, whole=whole):
        empty = False
        yield item
    if empty:
        yield from _statement(archive, context).items()


def _items(archive: Archive, context: Context, *, whole: bool) -> Iterator[Item]:
    numbers = count(1)
    for service in _SERVICES:
        part = _statement(archive, context, service.NETWORK)
        yield from service.items(part, numbers)
    account = _statement(archive, context)
    _person(account)
    google_places.private(account)
    google_activity.counted(account, entries=not whole)
    history = google_activity.posts(account, numbers) if whole else ()
    yield from account.items(history, alone=False)


def _statement(archive: Archive, context: Context, network: str = NETWORK) -> Statement:
    """The export's statement of a service; the mandate's network names the export, not the service."""
    card = context.networks.get(network)
    source = replace(context.source, network=network)
    return Statement(
        network=NETWORK, archive=archive, context=replace(context, network=card, source=source)
    )


def _person(export: Statement) -> None:
    found = export.document("person")
    export.tell("full_name", at(found, "name", "formattedName"))
    export.tell("first_name", at(found, "name", "givenName"))
    shown = text(at(found, "displayName"))
    if shown != text(at(found, "name", "formattedName")):
        export.tell("alias", shown)
    for each in nodes(at(found, "emails")):
        export.tell("email_personal", each.get("value"))
    export.tell("birth_date", at(found, "birthday"))
