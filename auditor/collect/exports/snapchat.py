"""Snapchat: JSON files of an account. Chats, snaps, memories, places and logins are never opened."""

from collections.abc import Iterator

from auditor.collect.archive import Archive
from auditor.collect.exports.shapes import node, text
from auditor.collect.exports.statement import Statement
from auditor.collect.labels import key
from auditor.collect.reading import Context
from auditor.model.profile import Item

NETWORK = "snapchat"
_DATED = len("2016-05-02")


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account of an archive, or of one of its files."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    basic = node(node(export.document("account")).get("Basic Information"))
    for label, value in basic.items():
        _told(export, label, text(value))
    friends = export.elements("friends", under=("Friends",))
    export.tell("contact_list", sum(map(len, friends)) or None)
    yield from export.items()


def _told(export: Statement, label: str, value: str) -> None:
    word = export.layout.word.get(key(label))
    if word == "username":
        export.handle = value or None
        export.url = f"https://www.snapchat.com/@{value}" if value else None
    elif word == "created":
        export.tell("account_created", value[:_DATED])
    elif word != "unread":
        export.tell_labelled(label, value)
