"""Facebook's posts as the export writes them: what of them is read."""

from msgspec import Struct

from auditor.collect.exports.meta import Picture


class Point(Struct, gc=False):
    """Degrees."""

    latitude: float | None = None
    longitude: float | None = None


class Place(Struct, gc=False):
    """Where one says to be."""

    name: str | None = None
    coordinate: Point | None = None
    address: str | None = None


class Link(Struct, gc=False):
    """An address that is shared."""

    url: str | None = None


class Attached(Struct, gc=False):
    """One thing that hangs on a post."""

    external_context: Link | None = None
    place: Place | None = None
    media: Picture | None = None


class Attachment(Struct, gc=False):
    """Things that hang on a post."""

    data: list[Attached] = []


class Comment(Struct, gc=False):
    """What was written below a post."""

    comment: str | None = None


class Said(Struct, gc=False):
    """What was written, or when it was changed."""

    post: str | None = None
    comment: Comment | None = None


class Person(Struct, gc=False):
    """Whoever has a name."""

    name: str | None = None


class Row(Struct, gc=False):
    """A post, or what was written below one."""

    timestamp: int | None = None
    attachments: list[Attachment] = []
    data: list[Said] = []
    tags: list[Person | str] = []
