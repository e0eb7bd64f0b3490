"""What a network's answer tells of an account, before anybody's visibility is asked."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from auditor.collect.accounts import account_of
from auditor.collect.addresses import resolve, same_address
from auditor.collect.blanks import collapse
from auditor.collect.dates import Instant, unix_instant
from auditor.collect.pages.snippet import plain
from auditor.collect.reading import Context
from auditor.collect.sight import sight, whole
from auditor.model.profile import Field, Media, Post, Profile
from auditor.model.visibility import Visibility

MOST = 2_000
"""Elements of a list that are read (posts, fields); networks send a hundred at most."""
LONGEST = 20_000
"""Signs of a field: beyond, it is no field."""
LONGEST_HTML = 200_000
"""Signs of a text with markup: a long post has a tenth of it."""
_SAYS = re.compile(r"\w")
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")

Node = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One post of an answer."""

    text: str
    when: Instant = (None, None)
    url: str | None = None
    by: str | None = None
    """Who wrote it, where it is not the holder."""
    seen_by: Visibility | None = None
    """What the answer itself states."""
    media: tuple[Media, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An account as an answer, or several, show it."""

    handle: str = ""
    server: str = ""
    """The host of the account, on networks of many servers."""
    url: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    """Kinds of `rules/facts.yml`, or ``label:<as written>``."""
    bio: str = ""
    links: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    """Links that the network itself found to be the holder's."""
    posts: tuple[Said, ...] = ()
    hidden: bool = False
    """Does the holder ask search engines, or visitors without login, to stay out?"""

    def __or__(self, other: "Told") -> "Told":
        """What both tell; the first speaks first."""
        return Told(
            handle=self.handle or other.handle,
            server=self.server or other.server,
            url=self.url or other.url,
            fields=tuple(dict.fromkeys((*self.fields, *other.fields))),
            bio=self.bio or other.bio,
            links=tuple(dict.fromkeys((*self.links, *other.links))),
            checked=tuple(dict.fromkeys((*self.checked, *other.checked))),
            posts=(*self.posts, *other.posts),
            hidden=self.hidden or other.hidden,
        )


def signed(posts: Iterable[tuple[Said, str]]) -> tuple[Said, ...]:
    """Posts and their writers: where these are several, each post says whose it is."""
    found = list(posts)
    several = len({writer for _, writer in found}) > 1
    return tuple(replace(each, by=writer or "?") if several else each for each, writer in found)


def profile(told: Told, network: str, context: Context) -> Profile:
    """The account, each of its parts with who sees it."""
    url = told.url or context.address
    account, _ = account_of(context, url)
    name = f"{told.handle}@{told.server}" if told.server else told.handle
    known = context.network.id if context.network else network
    return Profile(
        source=context.source.id,
        account=account or (f"{known}:{name}" if name else None),
        network=known,
        url=url,
        collector=f"apis.{network}",
        observed_at=context.observed_at,
        sight=whole(context),
        fields=tuple(_fields(told, context)),
        posts=tuple(_posts(told, context)),
        links=tuple(
            Field(name="bio_crosslink", text=each, sight=sight("bio_crosslink", context))
            for each in told.links
            if not same_address(each, url)
        ),
    )


def _fields(told: Told, context: Context) -> Iterator[Field]:
    handle = (("username", told.handle),) if told.handle else ()
    for name, said in dict.fromkeys((*handle, *told.fields)):
        if name != "full_name" or said != told.handle:
            yield Field(name=name, text=said, sight=sight(name, context))


def _posts(told: Told, context: Context) -> Iterator[Post]:
    if told.bio:
        yield Post(id="bio", text=told.bio, sight=sight("bio", context))
    for number, each in enumerate(told.posts[:MOST], start=1):
        if each.text:
            yield Post(
                id=f"post-{number}",
                text=each.text,
                sight=sight("posts", context, each.seen_by),
                published_on=each.when[0],
                at=each.when[1],
                by=each.by,
                media=each.media,
                url=each.url,
            )


def fields(
    document: Mapping[str, Any], known: Mapping[str, str], quiet: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Each value by its kind, or by its own label; `quiet` are labels that say nothing of anybody."""
    silent = frozenset(quiet)
    for label, value in document.items():
        said = scalar(value)
        if said and label not in silent:
            kind = known.get(label) or f"label:{label[:60]}"
            yield kind, said[:10] if kind == "account_created" else said


def scalar(value: object) -> str:
    """A text, a number or a yes as text; empty for nothing, for a no, and for a lone dash."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, str | int | float):
        said = collapse(str(value)[:LONGEST])
        return said if _SAYS.search(said) else ""
    return ""


def text(value: object) -> str:
    """A text; empty for anything else."""
    return value if isinstance(value, str) else ""


def words(html: object) -> str:
    """A text that is HTML, as plain text."""
    return plain(text(html)[:LONGEST_HTML])


def node(value: object) -> Node:
    """An object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def nodes(value: object) -> list[Node]:
    """The objects of a list, as many as are read."""
    listed = value[:MOST] if isinstance(value, list) else []
    return [each for each in listed if isinstance(each, dict)]


def link(written: object) -> str | None:
    """A web address, written with its scheme or without; None for anything else."""
    said = text(written).strip()
    if said.startswith(("http://", "https://")):
        return resolve(None, said)
    return resolve(None, f"https://{said}") if _BARE.fullmatch(said[:500]) else None


def links(*written: object) -> tuple[str, ...]:
    """The web addresses among what is written, once each."""
    return tuple(dict.fromkeys(url for each in written if (url := link(each))))


def moment(value: object) -> Instant:
    """The day and the time of day (UTC) of seconds since 1970."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None, None
    return unix_instant(value)
