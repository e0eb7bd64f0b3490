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

_TYPES: dict[str, type[Any]] = {"profile": Profile, POST: Post, "page": Page, "failure": Failure}
_KINDS = {each: kind for kind, each in _TYPES.items()}
_DECODERS = {kind: msgpack.Decoder(each) for kind, each in _TYPES.items()}
_encode = msgpack.Encoder().encode


def rows(items: Iterable[Item]) -> Iterator[Row]:
    """The rows of a source; a profile's posts follow its own row."""
    for item in items:
        if isinstance(item, Batch):
            yield from ((POST, _encode(post)) for post in item.posts)
        elif isinstance(item, Profile):
            yield "profile", _encode(replace(item, posts=()))
            yield from ((POST, _encode(post)) for post in item.posts)
        else:
            yield _KINDS[type(item)], _encode(item)


def items(found: Iterable[Row]) -> Iterator[Item]:
    """What the rows hold, each post as a batch of its own."""
    source = ""
    for kind, body in found:
        item = _DECODERS[kind].decode(body)
        if isinstance(item, Post):
            yield Batch(source=source, posts=(item,))
        else:
            source = item.source
            yield item


def gathered(found: Iterable[Item]) -> Iterator[Profile | Page | Failure]:
    """Every profile with all its posts."""
    open_: Profile | None = None
    posts: list[Post] = []
    for item in found:
        if isinstance(item, Batch):
            posts.extend(item.posts)
            continue
        if open_ is not None:
            yield replace(open_, posts=tuple(posts))
            open_ = None
        if isinstance(item, Profile):
            open_, posts = item, list(item.posts)
        else:
            yield item
    if open_ is not None:
        yield replace(open_, posts=tuple(posts))
