"""Answers of public APIs read: told by content, as they come from the network or from a saved file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any, cast

from auditor.collect import jsontext
from auditor.collect.apis.told import Told, profile
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError, failed
from auditor.model.profile import Item
from auditor.model.text import say

NETWORKS = tuple(
    "github gitlab bluesky gravatar stackexchange hackernews keybase mastodon wordpress".split()
)
"""Each has a module here, with ``knows(document)`` and ``told(document)``."""
LARGEST = 25_000_000
"""Bytes: twelve answers as large as the door lets one be (`rules/net.yml`)."""
_START = 4096
_SOFTWARE = frozenset({"wordpress"})
"""What makes sites of one's own: who sees them is not said by the card of a network."""
_TOGETHER = "auditor:answers"
"""The one key of a document of several answers."""


def kind_of(document: Any) -> str | None:
    """The network whose API gave the document; None for anything else."""
    if not isinstance(document, dict | list) or not document:
        return None
    return next((name for name in NETWORKS if _module(name).knows(document)), None)


def detects(data: bytes) -> bool:
    """Is it an answer of an API that is known here, or several together?"""
    start = data[:_START].lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start not in {b"{", b"["} or len(data) > LARGEST:
        return False
    try:
        document = jsontext.parse(data)
    except UnreadableError:
        return False
    return _together(document) is not None or kind_of(document) is not None


def together(answers: Sequence[bytes]) -> bytes:
    """Sound answers about one account as one document."""
    return b'{"%b":[%b]}' % (_TOGETHER.encode(), b",".join(answers))


def newest() -> UnreadableError:
    """Why not every post was read: a network tells the newest, and the export holds the rest."""
    return UnreadableError(
        say("only the newest posts were read: the network holds more"),
        say("ask the network for the export of the account, and give that too"),
    )


def read(data: bytes, context: Context) -> Iterator[Item]:
    """The account that an answer shows, or several answers together; a failure for what is no answer."""
    try:
        document = jsontext.parse(data)
    except UnreadableError as fault:
        yield fault.failure(context.source.id)
        return
    network, told = "", Told()
    for each in _together(document) or [document]:
        found = kind_of(each)
        if found is None or found != (network or found):
            yield failed(context.source.id, *(_ODD if each else _NOBODY))
            continue
        network, told = found, told | tell(each)
    if told != Told():
        yield profile(told, network, _placed(network, told, context))
    elif network:
        yield failed(
            context.source.id, say("the answer shows neither an account nor a post"), _SAVE
        )


def _together(document: Any) -> list[Any] | None:
    known = isinstance(document, dict) and set(document) == {_TOGETHER}
    found = document[_TOGETHER] if known else None
    return found if isinstance(found, list) else None


def told_of(data: bytes) -> Told:
    """What sound answers tell of the account, all together."""
    document = jsontext.parse(data)
    told = Told()
    for each in _together(document) or [document]:
        told |= tell(each)
    return told


def tell(document: Any) -> Told:
    """What an answer tells of the account; nothing where no network is known by it."""
    network = kind_of(document)
    return cast("Told", _module(network).told(document)) if network is not None else Told()


def _placed(network: str, told: Told, context: Context) -> Context:
    """With the network's card; who asks search engines to stay out is not indexed."""
    card = context.network or (None if network in _SOFTWARE else context.networks.get(network))
    return replace(context, network=card, indexed=context.indexed and not told.hidden)


def _module(network: str) -> Any:
    return import_module(f"auditor.collect.apis.{network}")


_SAVE = say("save the page in your browser, without being logged in, and give the file")
_NOBODY = (
    say("the network shows no such account"),
    say("check the address of the account in the mandate"),
)
_ODD = (
    say("the network answered in a form that is not known here"),
    _SAVE,
)
