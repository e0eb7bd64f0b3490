"""The photo account of 2008, and the feed that its site serves of it."""

from dataclasses import replace

from auditor.model.visibility import Visibility
from auditor.workshop.persona.account import Account, account
from auditor.workshop.persona.captions import Captions
from auditor.workshop.persona.clues import Clue, Shown, Source, tell
from auditor.workshop.persona.markup.page import Feed, atom, feed_link
from auditor.workshop.persona.markup.profile import Post
from auditor.workshop.persona.pen import Pen
from auditor.workshop.persona.places import Sites
from auditor.workshop.persona.shared import named

_FEED = 8
"""Entries of the feed."""


def photos(pen: Pen, sites: Sites) -> tuple[Source, list[Post]]:
    """The account, and its posts for the feed."""
    cast, person = pen.cast, pen.cast.subject
    told = Captions(pen)
    town = cast.town.name if pen.tells() else None
    name = person.first if pen.level.initials and not pen.tells() else person.short
    posts = told.posts()
    stream = sites.url("photos", f"{cast.handles.main}.atom")
    source = account(
        pen,
        sites,
        Account(
            id="p1",
            kind="photos",
            handle=cast.handles.main,
            manner=pen.pick(["meta", "hcard"]),
            seen_by=Visibility.INDEXED,
            clues=(*named(person, name), *tell(handle=cast.handles.main, town=town), *told.clues),
            name=name,
            fields=(
                ("handle", cast.handles.main),
                ("shown", name),
                ("town", town),
                ("since", pen.day(pen.before(500, 700))),
            ),
            heading=pen.label("photos"),
            posts=tuple(posts),
            owner=f"photos:{cast.handles.main}",
            extra=feed_link(stream, cast.handles.main),
            shown=told.shown,
        ),
    )
    return replace(source, facts=tuple(told.facts)), posts


def feed(pen: Pen, sites: Sites, posts: list[Post]) -> Source:
    """The newest posts once more, as the site serves them for machines."""
    handle = pen.cast.handles.main
    page = sites.url("photos", handle)
    entries = tuple((each.id, each.text, each.on) for each in posts[:_FEED])
    text = atom(
        Feed(
            url=f"{page}.atom",
            page=page,
            title=handle,
            author=handle,
            language=pen.cast.order.language,
            entries=entries,
        )
    )
    shown = Shown(
        name="owner",
        who="subject",
        clues=(*tell(handle=handle, feed=page), Clue(kind="link", value=page)),
    )
    return Source(
        id="p1-feed",
        files=(("footprint/p1-feed.xml", text),),
        path="footprint/p1-feed.xml",
        shows="profile",
        card=sites.cards["photos"],
        owner=f"photos:{handle}",
        whose="subject",
        seen_by=Visibility.INDEXED,
        shown=(shown,),
    )
