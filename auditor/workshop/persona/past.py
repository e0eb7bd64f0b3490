"""A footprint in the manner of 2008: captions, an album, a channel, a small ad, a list of former pupils."""

from dataclasses import replace
from datetime import date

from auditor.model.visibility import Visibility
from auditor.workshop.persona.account import Account, account
from auditor.workshop.persona.clues import Clue, Shown, Source, tell
from auditor.workshop.persona.lists import ad, pupils
from auditor.workshop.persona.markup.html import ld
from auditor.workshop.persona.markup.profile import Post
from auditor.workshop.persona.pen import Pen
from auditor.workshop.persona.person import Person, letters
from auditor.workshop.persona.photos import feed, photos
from auditor.workshop.persona.places import Sites
from auditor.workshop.persona.shared import born, journey, named, press, staff

_TAGGED = 2
"""Photos of the album on which people are named."""


def footprint(pen: Pen, sites: Sites, near: Person | None) -> list[Source]:
    """The subject's sources, the photo account first."""
    number = str(pen.number())
    first, posts = photos(pen.page("p1"), sites)
    found = [
        first,
        feed(pen, sites, posts),
        _channel(pen.page("p2"), sites),
        _album(pen.page("p3"), sites, number),
        press(pen.page("p4"), "p4"),
    ]
    found += [
        pupils(pen.page("p5"), sites),
        ad(pen.page("p6"), sites),
        staff(pen.page("p7"), "p7", near),
        _own(pen.page("p8"), sites, number),
    ]
    left_out = pen.page("left out").pick(
        [(), ("p1-feed",), ("p5",), ("p2",), ("p1-feed", "p5"), ("p6", "p1-feed")]
    )
    # Nobody can be told from a list of years where no page says an age.
    if not any(clue.kind == "age" for each in found for one in each.shown for clue in one.clues):
        left_out = (*left_out, "p5")
    return [each for each in found if each.id not in left_out]


def _channel(pen: Pen, sites: Sites) -> Source:
    cast, person = pen.cast, pen.cast.subject
    one, two = cast.members
    name = person.short if pen.level.initials or not pen.tells() else person.name
    others = pen.chance.sample(cast.hobby.other_parts, 2)
    line = pen.phrase(
        "video_line",
        part=cast.role.part,
        name=name,
        part2=others[0],
        other=one.first,
        part3=others[1],
        near=two.name,
    )
    title = pen.phrase(f"video_title_{cast.hobby.time}", group=cast.group, venue=cast.venue)
    handle = letters(cast.group)
    mine = Shown(
        name=name,
        who="subject",
        clues=(
            *named(person, name),
            *tell(
                group=cast.group,
                part=cast.role.part,
                town=cast.town.name,
                venue=cast.venue if cast.venue in title else None,
            ),
        ),
    )
    on = pen.before(30, 200)
    video = ld(
        {
            "@type": "VideoObject",
            "name": title,
            "description": line,
            "uploadDate": on.isoformat(),
            "author": {
                "@type": cast.hobby.type,
                "name": cast.group,
                "url": sites.url("videos", handle),
            },
        }
    )
    source = account(
        pen,
        sites,
        Account(
            id="p2",
            kind="videos",
            handle=handle,
            manner=pen.pick(["plain", "meta", "ld"]),
            seen_by=Visibility.INDEXED,
            clues=tell(group=cast.group),
            who="group",
            name=cast.group,
            fields=(("channel", handle), ("name", cast.group), ("town", cast.town.name)),
            bio=pen.phrase("video_town", what=cast.hobby.what, town=cast.town.name),
            heading=title,
            posts=(Post(id=pen.number(), text=line, on=on),),
            extra=video,
            owner="other",
            shown=(mine, Shown(name=two.name, who="member2", clues=tell(full_name=two.name))),
        ),
    )
    return replace(source, facts=(("group_membership", cast.group),))


def _album(pen: Pen, sites: Sites, number: str) -> Source:
    cast, person, trip = pen.cast, pen.cast.subject, pen.cast.journey
    one, two = cast.friends
    urls = {
        person.id: sites.url("friends", number),
        two.id: sites.url("friends", str(pen.number())),
    }
    tagged = ((person.name, urls[person.id]), (two.name, urls[two.id]))
    posts = [
        Post(
            id=pen.number(),
            text=text,
            on=date(trip.year, trip.month, 5 + at),
            place=trip.place,
            tagged=tagged if at < _TAGGED else (),
        )
        for at, text in enumerate(pen.some("friend_album", 3))
    ]
    handle = str(pen.number())
    me = (one.name, sites.url("friends", handle))
    wished = date(cast.order.now.year, person.born.month, min(person.born.day, 28))
    wish = Post(
        id=pen.number(),
        text=pen.phrase("wish", first=person.first, age=person.age(wished)),
        on=wished,
        author=me,
        tagged=tagged[:1],
    )
    told = pen.tells() and wished < cast.order.now and wished.day == person.born.day
    posts += [wish] if told else []
    posts.append(
        Post(id=pen.number(), text=pen.some("friend_wall", 1)[0], on=pen.before(20, 300), author=me)
    )
    day = f"{person.born.day} {pen.month(person.born.month)}"
    mine = tell(
        full_name=person.name,
        company=journey(pen),
        birthday=day if told else None,
        age=born(pen, person) if told else None,
    )
    source = account(
        pen,
        sites,
        Account(
            id="p3",
            kind="friends",
            handle=handle,
            manner="hcard",
            seen_by=Visibility.MEMBERS,
            clues=tell(full_name=one.name, company=journey(pen)),
            who=one.id,
            shows_handle=False,
            name=one.name,
            heading=pen.label("album", place=trip.place, year=trip.year),
            posts=tuple(posts),
            owner="other",
            shown=(
                Shown(
                    name=person.name,
                    who="subject",
                    clues=(*mine, Clue(kind="link", value=urls[person.id])),
                ),
                Shown(
                    name=two.name, who=two.id, clues=tell(full_name=two.name, company=journey(pen))
                ),
            ),
        ),
    )
    facts = (
        ("tagged_by_other", trip.place),
        *((("birth_day_month", wished.strftime("%m-%d")),) if told else ()),
    )
    return replace(source, facts=facts, seen_by_fields=(("tag_links", "friends_of_friends"),))


def _own(pen: Pen, sites: Sites, number: str) -> Source:
    cast, person = pen.cast, pen.cast.subject
    handle = cast.handles.main if pen.tells() else None
    wall = [
        Post(
            id=pen.number(),
            text=each,
            on=pen.before(10, 200),
            author=(person.name, sites.url("friends", number)),
        )
        for each in pen.some("wall", 2)
    ]
    source = account(
        pen,
        sites,
        Account(
            id="p8",
            kind="friends",
            handle=number,
            manner=pen.pick(["hcard", "ld"]),
            seen_by=Visibility.FRIENDS_OF_FRIENDS,
            clues=tell(full_name=person.name, handle=handle, town=cast.town.name),
            shows_handle=False,
            name=person.name,
            fields=(
                ("name", person.name),
                ("handle", handle),
                ("town", cast.town.name),
                ("status", pen.pick(cast.words.status)),
                ("friends", str(pen.chance.randint(40, 400))),
            ),
            heading=pen.label("wall"),
            posts=tuple(wall),
            owner=f"friends:{number}",
        ),
    )
    return replace(source, seen_by_fields=(("full_name", "indexed"),))
