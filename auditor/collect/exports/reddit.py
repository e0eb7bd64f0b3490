"""Reddit: a flat zip of CSV files. Messages, votes and IP addresses are never read."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, count
from urllib.parse import quote

from auditor.collect.addresses import resolve
from auditor.collect.archive import Archive
from auditor.collect.dates import day, zoned
from auditor.collect.exports import quick
from auditor.collect.exports.statement import Statement
from auditor.collect.labels import key
from auditor.collect.reading import Context
from auditor.model.profile import Item, Post

NETWORK = "reddit"
_day = lru_cache(maxsize=1024)(day)
"""Neighbours in a table have their day in common."""
_IP = "ip"
"""A word of labels under which an address of the network stands: it is not kept."""
_DATED = len("2012-01-01")


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account of a zip, a folder, or one of its tables."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    _account(export)
    _lists(export)
    numbers = count(1)
    yield from export.items(
        chain(_written(export, "posts", numbers), _written(export, "comments", numbers))
    )


def _account(export: Statement) -> None:
    known, words = export.layout.label, export.layout.word
    for row in export.rows("statistics"):
        label, value = row.get("statistic", ""), row.get("value", "")
        kind = known.get(key(label))
        if kind == "username" and value:
            export.handle = value
            export.url = f"https://www.reddit.com/user/{quote(value)}"
        elif words.get(key(label)) != "quiet" and _IP not in key(label).split():
            dated = kind == "account_created"
            export.tell_labelled(label, value[:_DATED] if dated else value)
    for part, kind in (
        ("birth", "birth_date"),
        ("phone", "phone_mobile"),
        ("gender", "label:gender"),
    ):
        column = {"birth": "birth_date", "phone": "number", "gender": "gender"}[part]
        for row in export.rows(part):
            export.tell(kind, row.get(column))


def _lists(export: Statement) -> None:
    """What is followed is not shown to others; what is moderated is. Friends are only counted."""
    for row in export.rows("moderated"):
        name = row.get("subreddit", "")
        export.tell("group_membership", f"r/{name.removeprefix('r/')}" if name else None)
    export.tell("contact_list", sum(1 for _ in export.rows("friends")) or None)


def _written(export: Statement, part: str, numbers: Iterator[int]) -> Iterator[Post]:
    seen = export.sight("posts")
    gone = set(export.layout.words["gone"])
    for row in export.rows(part):
        body = row.get("body", "").strip()
        title, url = row.get("title", ""), "" if body else row.get("url", "")
        body = "" if body in gone else body
        text = "\n".join(filter(None, (title, body, url))) if title or url else body
        if text:
            yield quick.post(
                f"post-{next(numbers)}",
                text,
                seen,
                _day(row.get("date", "")[:_DATED]),
                by=row.get("author") or None,  # no export names one: such a table is of many people
                url=resolve(None, row.get("permalink", "")),
                at=zoned(row.get("date", "")),
            )
