"""Yammer/Viva Engage: what an administrator exports for one user. An internal network is never public.

The same tables hold a whole network's messages when an administrator exports that: such an archive is
other people's, and is refused. Private conversations are left out.
"""

from collections.abc import Iterable, Iterator
from itertools import count

from auditor.collect.archive import Archive
from auditor.collect.dates import day
from auditor.collect.exports.statement import Statement
from auditor.collect.exports.table import Row
from auditor.collect.labels import key
from auditor.collect.reading import Context
from auditor.model.profile import Item, Post
from auditor.model.text import say
from auditor.model.visibility import Visibility

NETWORK = "yammer"
_SENDER = "sender"


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account of the export of one user."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    if len(_senders(export)) > 1 or sum(1 for _ in export.rows("users")) > 1:
        export.fail(
            say("the archive holds the messages of several people"),
            say("ask your administrator for the export of your account alone"),
        )
        yield from export.items()
        return
    _account(export)
    yield from export.items(_messages(export, export.rows("messages")))


def _senders(export: Statement) -> set[str]:
    """Who wrote: two are enough to tell."""
    found: set[str] = set()
    for row in export.rows("messages"):
        found.update(filter(None, [row.get(_SENDER)]))
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
    numbers = count(1)
    for row in rows:
        if not export.parts & {"users"}:
            export.tell("full_name", row.get("sender_name"))
            export.tell("email_work", row.get("sender_email"))
        text = "\n".join(filter(None, (row.get("title", ""), row.get("body", "").strip())))
        if text and not _says(export, row, "private_talk") and not row.get("deleted"):
            stated = (
                Visibility.CONTACTS if _says(export, row, "private_group") else Visibility.MEMBERS
            )
            yield Post(
                id=f"post-{next(numbers)}",
                text=text,
                sight=export.sight("posts", stated),
                published_on=day(row.get("created", "")),
            )


def _says(export: Statement, row: Row, column: str) -> bool:
    return export.layout.word().get(key(row.get(column, ""))) == "yes"
