"""ActivityPub: WebFinger names the actor, the actor names the outbox, and both are one document.

The reader of ActivityStreams reads it as it reads an archive of the account.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlsplit

from auditor.collect import jsontext
from auditor.collect.apis.answers import newest
from auditor.collect.apis.table import Account
from auditor.collect.apis.told import node, nodes, text
from auditor.collect.net.answer import FetchRefusedError
from auditor.collect.unreadable import UnreadableError
from auditor.model.text import say

NETWORK = "mastodon"
FORM = "application/activity+json"
_ACTIVITY = frozenset(
    (FORM, 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"')
)

Get = Callable[..., bytes]
"""An address, and the form that is asked for."""


def document(account: Account, get: Get) -> tuple[bytes, UnreadableError | None]:
    """The actor of an account and the first page of its outbox, as one collection.

    With it comes why the outbox could not be read, where it could not.

    Raises:
        UnreadableError: the server tells of no such actor, or does not tell.
    """
    actor = get(_actor(account, get), FORM)
    found = node(jsontext.parse(actor))
    if text(found.get("preferredUsername")).casefold() != account.handle.casefold():
        raise _none()
    parts = [actor.strip()]
    stopped: UnreadableError | None = None
    try:
        page, more = _outbox(found, get)
        parts += page
        stopped = newest() if more else None
    except UnreadableError as fault:
        stopped = fault
    return b'{"type":"OrderedCollection","orderedItems":[%b]}' % b",".join(parts), stopped


def _actor(account: Account, get: Get) -> str:
    """Where the actor of an account stands (RFC 7033)."""
    parts = urlsplit(account.url)
    name = quote(f"acct:{account.handle}@{parts.netloc}", safe="")
    finger = f"{parts.scheme}://{parts.netloc}/.well-known/webfinger?resource={name}"
    for each in nodes(node(jsontext.parse(get(finger))).get("links")):
        if each.get("rel") == "self" and each.get("type") in _ACTIVITY:
            return text(each.get("href"))
    raise _none()


def _outbox(actor: dict[str, Any], get: Get) -> tuple[list[bytes], bool]:
    """The first page of the outbox, and whether there is another; nothing where it is empty."""
    address: object = actor.get("outbox")
    for _ in range(2):  # the collection, then its first page
        if not isinstance(address, str):
            break
        answer = get(address, FORM)
        found = node(jsontext.parse(answer))
        if found.get("orderedItems"):
            return [answer.strip()], isinstance(found.get("next"), str)
        address = found.get("first")
    return [], False


def _none() -> FetchRefusedError:
    return FetchRefusedError(
        say("the server shows no such account"),
        say("check the address of the account in the mandate"),
    )
