"""What collecting yields: what a place shows, before anything is understood.

A *profile* is somebody's account; a *page* is nobody's (an article, a list of results, a team).
Field names are kinds of `rules/facts.yml`; a label that is not known is kept as ``label:<as written>``.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from auditor.model.failure import Failure
from auditor.model.visibility import UNKNOWN_SIGHT, Sight


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One structured value: the town of a profile, the post of a team member."""

    name: str
    text: str
    sight: Sight = UNKNOWN_SIGHT
    period: tuple[date | None, date | None] | None = None
    """From and to, where the source dates the value (a post held, a school attended)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A person that a post tags: the name shown and the address of the account, each with its sight."""

    name: str
    sight: Sight = UNKNOWN_SIGHT
    url: str | None = None
    url_sight: Sight = UNKNOWN_SIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A picture or file: what its caption and metadata say, never what it shows."""

    url: str
    caption: str = ""
    device: str | None = None
    taken_on: date | None = None
    serial: str | None = None
    """The number of the camera: the same on every picture it takes."""
    software: str | None = None
    owner: str | None = None
    """Whom the file names as its maker or as the camera's owner."""
    latitude: float | None = None
    longitude: float | None = None
    """Degrees, north and east counted positive (WGS 84 unless the file says otherwise)."""
    people: tuple[str, ...] = ()
    """Names that somebody wrote into the file for those it shows."""
    picture_hash: str | None = None
    """A difference hash, 16 hexadecimal signs: near for copies of one picture, whatever their size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A dated piece of text: a photo title, a message on a wall, an entry of a feed, a paragraph."""

    id: str
    """Unique within its source: ``post-12``, ``block-3``, ``row-2``."""
    text: str
    sight: Sight = UNKNOWN_SIGHT
    published_on: date | None = None
    at: time | None = None
    """The time of day in UTC, to the minute; None where the source gives a day alone, or no zone."""
    place: str | None = None
    """The place the network attached to the post."""
    by: str | None = None
    """Who wrote it, where the page says so and it is not its owner."""
    tags: tuple[Tag, ...] = ()
    media: tuple[Media, ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person whom a source describes with structure: an h-card, a row, a JSON-LD Person."""

    fields: tuple[Field, ...]
    """Holds a ``full_name`` (or ``alias``) field."""
    row: int | None = None
    """The row of a list, counted from 1, where the page itself separates people."""
    post: str | None = None
    """The id of the block the person stands in."""
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """An account as one source shows it."""

    source: str
    account: str | None
    """``network:handle``; None when the source does not tell."""
    network: str | None
    url: str | None
    collector: str
    observed_at: datetime
    sight: Sight
    """The sight of the source as a whole."""
    fields: tuple[Field, ...] = ()
    posts: tuple[Post, ...] = ()
    people: tuple[Person, ...] = ()
    links: tuple[Field, ...] = ()
    """Addresses the owner declares as theirs (``rel=me``, website field); name ``bio_crosslink``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Further posts of the profile that its source yielded last: a long timeline comes in parts."""

    source: str
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that is nobody's account."""

    source: str
    network: str | None
    url: str | None
    collector: str
    observed_at: datetime
    sight: Sight
    title: str = ""
    published_on: date | None = None
    organisation: str | None = None
    """Whose site it is: a firm, a paper, a club."""
    town: str | None = None
    """Where that organisation is, when the page says so with structure."""
    posts: tuple[Post, ...] = ()
    """The blocks of visible text, in order."""
    people: tuple[Person, ...] = ()


Item = Profile | Batch | Page | Failure
"""What reading a source yields, in order; a batch belongs to the profile before it."""


def part(source: str, number: int) -> str:
    """The name of the nth page of a source that holds several (a web archive); the first has the source's own."""
    return source if number == 1 else f"{source}~{number}"


def whole(source: str) -> str:
    """The source of the mandate that a part belongs to."""
    return source.partition("~")[0]
