"""What collecting yields, as rows of a table: one a post, so that a long timeline is never held at once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from msgspec import msgpack

from auditor.model.failure import Failure
from auditor.model.profile import Batch, Item, Page, Post, Profile

POST = "post"
Row = tuple[str, bytes]
"""The kind of thing, and the thing."""

_TYPES: dict[str, type[Any]] = {
    "profile": Profile,
    POST: Post,
    "page": Page,
    "failure": Failure,
    "batch": Batch,
}
_KINDS = {each: kind for kind, each in _TYPES.items()}
_DECODERS = {kind: msgpack.Decoder(each) for kind, each in _TYPES.items()}
_encode = msgpack.Encoder().encode


def rows(items: Iterable[Item]) -> Iterator[Row]:
    """The rows of a source; a profile's posts follow its own row."""
    for each in items:
        if isinstance(each, Batch):
            yield from ((POST, _encode(post)) for post in each.posts)
        elif isinstance(each, Profile):
            yield "profile", _encode(replace(each, posts=()))
            yield from ((POST, _encode(post)) for post in each.posts)
        else:
            yield row(each)


def items(found: Iterable[Row]) -> Iterator[Item]:
    """What the rows hold, each post as a batch of its own."""
    source = ""
    for kind, body in found:
        made = _DECODERS[kind].decode(body)
        if isinstance(made, Post):
            yield Batch(source=source, posts=(made,))
        else:
            source = made.source
            yield made


def row(whole: Item) -> Row:
    """One item as one row, its posts included: for a pipe, where nothing is kept."""
    return _KINDS[type(whole)], _encode(whole)


def item(found: Row) -> Item:
    """The item of such a row.

    Raises:
        KeyError: there is no such kind.
        msgspec.DecodeError: the row holds no item of its kind.
    """
    kind, body = found
    made: Item = _DECODERS[kind].decode(body)
    return made


def gathered(found: Iterable[Item]) -> Iterator[Profile | Page | Failure]:
    """Every profile with all its posts."""
    open_: Profile | None = None
    posts: list[Post] = []
    for each in found:
        if isinstance(each, Batch):
            posts.extend(each.posts)
            continue
        if open_ is not None:
            yield replace(open_, posts=tuple(posts))
            open_ = None
        if isinstance(each, Profile):
            open_, posts = each, list(each.posts)
        else:
            yield each
    if open_ is not None:
        yield replace(open_, posts=tuple(posts))
