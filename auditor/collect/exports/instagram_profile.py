"""What Instagram's and Threads' exports say of the owner, under labels in the account's language."""

import re
from collections.abc import Iterator
from typing import Any

from auditor.collect.addresses import resolve
from auditor.collect.exports import meta
from auditor.collect.exports.cells import address
from auditor.collect.exports.shapes import node, nodes, text
from auditor.collect.exports.statement import Statement
from auditor.collect.jsontext import dicts
from auditor.collect.labels import key
from auditor.model.profile import Post

_SITES = {"instagram": "https://www.instagram.com/", "threads": "https://www.threads.com/@"}
_NUMBER = re.compile(r"\+?[\d\s().-]{6,}")


def read(export: Statement) -> Iterator[Post]:
    """Tell the fields, the links and who sees the posts; the biography is a post."""
    for document in export.documents("profile", mojibake=True):
        for label, value in meta.pairs(document):
            yield from _labelled(export, label, value)
        _picture(export, document)
    for document in export.documents("signup", mojibake=True):
        for label, value in meta.pairs(document):
            if export.layout.word.get(key(label)) == "time":
                export.tell("account_created", value)
    for document in export.documents("pictures", mojibake=True):
        _newest(export, document)


def _labelled(export: Statement, label: str, value: str) -> Iterator[Post]:
    word = export.layout.word.get(key(label))
    if word == "private":
        export.shown = export.stated(value)
    elif word == "bio":
        yield Post(id="bio", text=value, sight=export.sight("bio"))
    elif word == "website":
        export.link(address(value))
    elif word == "username":
        export.handle = value
        export.url = resolve(None, f"{_SITES[export.network]}{value}")
    elif word == "phone":  # in one version the number, in another whether it is confirmed
        known = _NUMBER.fullmatch(value)
        export.tell("phone_mobile" if known else f"label:{label}", value)
    else:
        export.tell_labelled(label, value)


def _picture(export: Statement, document: Any) -> None:
    """The profile picture that stands beside the values."""
    for found, name, _ in dicts(document):
        if name == "media_map_data":
            for each in found.values():
                export.tell("photo_face", text(node(each).get("uri")))


def _newest(export: Statement, document: Any) -> None:
    """The picture that is in use, of all there were."""
    all_ = [each for found in node(document).values() for each in nodes(found)]
    used = [each for each in all_ if each.get("is_active_profile") is True] or all_[:1]
    for each in used[:1]:
        export.tell("photo_face", text(each.get("uri")))
