"""The page of somebody's account, in either manner of years."""

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model.visibility import Visibility
from auditor.workshop.persona.clues import Card, Clue, Shown, Source
from auditor.workshop.persona.grammar import sentences
from auditor.workshop.persona.markup.profile import Face, Post, profile
from auditor.workshop.persona.pen import Pen
from auditor.workshop.persona.places import Sites
from auditor.workshop.persona.shared import html


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account on one of the case's networks, as its page shows it."""

    id: str
    """Of the source."""
    kind: str
    """The network's."""
    handle: str
    manner: str
    seen_by: Visibility
    clues: tuple[Clue, ...]
    who: str = "subject"
    shows_handle: bool = True
    name: str | None = None
    fields: tuple[tuple[str, str | None], ...] = ()
    bio: str = ""
    links: tuple[tuple[str, str], ...] = ()
    heading: str = ""
    posts: tuple[Post, ...] = ()
    owner: str | None = None
    extra: str = ""
    shown: tuple[Shown, ...] = ()


def account(pen: Pen, sites: Sites, one: Account) -> Source:
    """The page of an account, as a source."""
    card, url = sites.cards[one.kind], sites.url(one.kind, one.handle)
    files, path = html(one.id, profile(_face(pen, one, card, url), one.manner))
    mine = Shown(name="owner", who=one.who, clues=(*one.clues, Clue(kind="url", value=url)))
    return Source(
        id=one.id,
        files=files,
        path=path,
        shows="profile",
        card=card,
        seen_by=one.seen_by,
        shown=(mine, *one.shown),
        owner=one.owner,
        whose="subject" if one.who == "subject" else "other",
    )


def _newest(posts: Iterable[Post]) -> list[Post]:
    return sorted(posts, key=lambda each: each.on, reverse=True)


def _face(pen: Pen, one: Account, card: Card, url: str) -> Face:
    return Face(
        card=card,
        url=url,
        language=pen.cast.order.language,
        title=one.name or one.handle,
        handle=one.handle if one.shows_handle else None,
        name=one.name,
        fields=tuple((key, pen.label(key), value) for key, value in one.fields if value),
        bio=sentences(one.bio),
        links=one.links,
        heading=one.heading or pen.label("latest"),
        posts=tuple((each, pen.day(each.on)) for each in _newest(one.posts)),
        tagged=pen.label("tagged"),
        menu=(pen.label("home"), pen.label("help"), pen.label("legal")),
        extra=one.extra,
    )
