"""Yammer/Viva Engage: what an administrator exports for one user. An internal network is never public.

The same tables hold a whole network's messages when an administrator exports that: such an archive is
other people's, and is refused. Private conversations are left out.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import count

from auditor.collect.archive import Archive
from auditor.collect.dates import day, zoned
from auditor.collect.exports import quick
from auditor.collect.exports.statement import Statement
from auditor.collect.exports.table import Row
from auditor.collect.labels import key
from auditor.collect.reading import Context
from auditor.model.profile import Item, Post
from auditor.model.text import say
from auditor.model.visibility import Visibility

NETWORK = "yammer"
_SENDER = "sender"
_OPEN, _CLOSED = Visibility.MEMBERS, Visibility.CONTACTS
"""Who sees a message of an open group, and of a private one."""
_DATED = len("2024-05-02")
_day = lru_cache(maxsize=1024)(day)
"""Neighbours in a table have their day, and their few words, in common."""
_key = lru_cache(maxsize=64)(key)


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account of the export of one user."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    senders = _senders(export)
    if len(senders) > 1 or sum(1 for _ in export.rows("users")) > 1:
        export.fail(
            say("the archive holds the messages of several people"),
            say("ask your administrator for the export of your account alone"),
        )
        yield from export.items()
        return
    _account(export)
    if "users" not in export.parts:
        for row in senders.values():
            export.tell("full_name", row.get("sender_name"))
            export.tell("email_work", row.get("sender_email"))
    yield from export.items(_messages(export, export.rows("messages")))


def _senders(export: Statement) -> dict[str, Row]:
    """The first message of each who wrote: two are enough to tell."""
    found: dict[str, Row] = {}
    for row in export.rows("messages"):
        if sender := row.get(_SENDER):
            found.setdefault(sender, row)
        if len(found) > 1:
            break
    return found


def _account(export: Statement) -> None:
    for row in export.rows("users"):
        for column, kind in (
            ("name", "full_name"),
            ("email", "email_work"),
            ("job_title", "job_title"),
            ("location", "workplace_address"),
            ("department", "label:department"),
        ):
            export.tell(kind, row.get(column))
        export.tell("account_created", row.get("joined", "")[:10])
    for row in export.rows("groups"):
        export.tell("group_membership", row.get("name"))


def _messages(export: Statement, rows: Iterable[Row]) -> Iterator[Post]:
    numbers, unsaid = count(1), 0
    denied = frozenset(map(key, export.layout.words["no"]))
    open_, closed = (export.sight("posts", each) for each in (_OPEN, _CLOSED))
    for row in rows:
        talk = row.get("private_talk", "")
        unsaid += not talk
        text = "\n".join(filter(None, (row.get("title", ""), row.get("body", "").strip())))
        if text and _key(talk) in denied and not row.get("deleted"):
            is_open = _key(row.get("private_group", "")) in denied
            yield quick.post(
                f"post-{next(numbers)}",
                text,
                open_ if is_open else closed,
                _day(row.get("created", "")[:_DATED]),
                at=zoned(row.get("created", "")),
            )
    if unsaid:
        export.fail(
            say(
                "messages left out because nothing says whether they are private: %(count)s",
                count=unsaid,
            ),
            say("ask your administrator for the export with all its columns"),
        )
