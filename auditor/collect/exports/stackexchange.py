"""Stack Exchange's export: a zip of JSON files whose names hold backslashes, each with a byte order mark.

What the sites note of an account (votes, views) nobody else sees: it is counted, from which day to
which. Users and posts are read by the names that the public interface gives their values.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from auditor.collect.addresses import resolve
from auditor.collect.archive import Archive
from auditor.collect.dates import Instant, instant, unix_instant
from auditor.collect.exports.markup import plain
from auditor.collect.exports.shapes import Node, nodes, text
from auditor.collect.exports.statement import Statement
from auditor.collect.labels import key
from auditor.collect.reading import Context
from auditor.model.profile import Item, Post
from auditor.model.visibility import Visibility

NETWORK = "stackexchange"
_CONNECTION = re.compile(r"(?:^|_)ip(?:_|$)|ip_?address|user_?agent")
"""Keys whose values are dropped: they tell of a connection, not of the account."""


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account of an archive, or of one of its files."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    for name in export.members("events"):
        _count(export, name)
    bio = list(_users(export))
    yield from export.items(chain(bio, _posts(export)))


def _count(export: Statement, name: str) -> None:
    """How many events a file holds, and from when to when."""
    number, days = 0, set[date]()
    for batch in export.streamed(name):
        number += len(batch)
        days.update(found for each in nodes(batch) if (found := _when(_named(export, each))[0]))
    if number:
        span = (min(days, default=None), max(days, default=None))
        dated = f", {span[0]} – {span[1]}" if days else ""
        label = export.short(name).rpartition(".")[0]
        told = f"{label}: {number}{dated}"
        export.tell("activity_history", told, stated=Visibility.ME, dates=span)


def _named(export: Statement, each: Node) -> dict[str, Any]:
    """The values that have a name of ours."""
    word = export.layout.word
    return {word[key(label)]: value for label, value in each.items() if key(label) in word}


def _when(values: dict[str, Any]) -> Instant:
    moment = values.get("when")
    return unix_instant(moment) if isinstance(moment, int) else instant(text(moment))


def _users(export: Statement) -> Iterator[Post]:
    for document in export.documents("users"):
        for user in nodes(document):
            values = _named(export, user)
            export.url = export.url or resolve(None, text(values.get("page")))
            export.link(resolve(None, text(values.get("site"))))
            for label, value in user.items():
                if isinstance(value, str | int) and _is_told(export, label):
                    export.tell_labelled(label, value)
            if said := plain(text(values.get("about"))):
                yield Post(id="bio", text=said, sight=export.sight("bio"))


def _is_told(export: Statement, label: str) -> bool:
    named = key(label)
    if _CONNECTION.search(named):
        return False
    return named in export.layout.label or named not in export.layout.word


def _posts(export: Statement) -> Iterator[Post]:
    """What still stands there: what was deleted is shown to few, if to anybody."""
    number, seen = 0, export.sight("posts")
    for batch in export.elements("posts"):
        for each in nodes(batch):
            values = _named(export, each)
            said = "\n".join(
                filter(None, (plain(text(values.get(part))) for part in ("title", "body")))
            )
            if said and not values.get("removed"):
                number += 1
                published_on, at = _when(values)
                yield Post(
                    id=f"post-{number}",
                    text=said,
                    sight=seen,
                    published_on=published_on,
                    at=at,
                    url=resolve(None, text(values.get("page"))),
                )
