"""A footprint in the manner of today: a gallery, a channel under an alias, a professional profile, sales, runs."""

from dataclasses import replace

from auditor.model.visibility import Visibility
from auditor.workshop.persona.account import Account, account
from auditor.workshop.persona.clues import Source, tell
from auditor.workshop.persona.export import export
from auditor.workshop.persona.grammar import sentences
from auditor.workshop.persona.markup.profile import Post
from auditor.workshop.persona.pen import Pen
from auditor.workshop.persona.person import Person, letters
from auditor.workshop.persona.places import Sites
from auditor.workshop.persona.posts import Posts
from auditor.workshop.persona.shared import named, press, staff
from auditor.workshop.persona.sport import results, sport

SPORTS = ("running", "cycling")


def footprint(pen: Pen, sites: Sites, near: Person | None) -> list[Source]:
    """The subject's sources, the gallery first."""
    sporty = pen.cast.hobby.id in SPORTS
    about = sentences(_about(pen.page("about")))
    found = [
        _gallery(pen.page("p1"), sites),
        _shorts(pen.page("p2"), sites),
        _work(pen.page("p3"), sites, about),
        _resale(pen.page("p4"), sites),
    ]
    found += [sport(pen.page("p5"), sites), results(pen.page("p6"), "p6")] if sporty else []
    found += [
        _forum(pen.page("p7"), sites),
        press(pen.page("p8"), "p8"),
        export(pen.page("p9"), "p9", about, sporty=sporty),
        staff(pen.page("p10"), "p10", near),
    ]
    left_out = pen.page("left out").pick(
        [(), ("p7",), ("p9",), ("p4",), ("p6", "p9"), ("p7", "p9")]
    )
    return [each for each in found if each.id not in left_out]


def _gallery(pen: Pen, sites: Sites) -> Source:
    cast, person = pen.cast, pen.cast.subject
    told = Posts(pen)
    posts = told.posts()
    full_bio, linked = pen.tells(), pen.tells()
    bio = pen.phrase(
        "bio" if full_bio else "bio_bare", job=person.job, does=cast.hobby.does, town=cast.town.name
    )
    channel = sites.url("shorts", cast.handles.alias)
    name = person.first if pen.level.initials else pen.pick([person.first, person.short])
    source = account(
        pen,
        sites,
        Account(
            id="p1",
            kind="gallery",
            handle=cast.handles.main,
            manner=pen.pick(["hcard", "hcard", "ld"]),
            seen_by=Visibility.ANYONE,
            clues=(
                *named(person, name),
                *tell(handle=cast.handles.main, link=channel if linked else None),
                *(tell(job=person.job, town=cast.town.name) if full_bio else ()),
                *told.clues,
            ),
            name=name,
            bio=bio,
            links=((pen.label("links"), channel),) if linked else (),
            heading=pen.label("photos"),
            posts=tuple(posts),
            owner=f"gallery:{cast.handles.main}",
            shown=told.shown,
        ),
    )
    facts = (*told.facts, *((("bio_crosslink", channel),) if linked else ()))
    return replace(source, facts=facts)


def _shorts(pen: Pen, sites: Sites) -> Source:
    cast, person = pen.cast, pen.cast.subject
    told, back = pen.tells(), pen.tells()
    me = sites.url("gallery", cast.handles.main) if back else None
    lines = pen.some("short_post" if told else "short_post_bare", 3)
    posts = [
        Post(
            id=pen.number(),
            text=sentences(pen.fill(each, job=person.job, employer=person.employer)),
            on=pen.before(5, 200),
            at="20:10:00+01:00",
        )
        for each in lines
    ]
    return account(
        pen,
        sites,
        Account(
            id="p2",
            kind="shorts",
            handle=cast.handles.alias,
            manner=pen.pick(["hcard", "ld"]),
            seen_by=Visibility.INDEXED,
            clues=tell(
                handle=cast.handles.alias,
                job=person.job,
                employer=person.employer if told else None,
                link=me,
            ),
            bio=pen.phrase("short_bio", job=person.job),
            links=((pen.label("me"), me),) if me else (),
            posts=tuple(posts),
        ),
    )


def _about(pen: Pen) -> str:
    """What the professional profile says in a sentence; its export says the same."""
    cast, person = pen.cast, pen.cast.subject
    return pen.phrase(
        "about",
        job=person.job,
        employer=person.employer,
        since=cast.since,
        does=cast.hobby.does,
    )


def _work(pen: Pen, sites: Sites, about: str) -> Source:
    cast, person = pen.cast, pen.cast.subject
    handle = f"{letters(person.first)}-{letters(person.last)}"
    since = f"{person.job}, {person.employer}, {cast.since} - {pen.label('now')}"
    return account(
        pen,
        sites,
        Account(
            id="p3",
            kind="work",
            handle=handle,
            manner=pen.pick(["ld", "ld", "hcard"]),
            seen_by=Visibility.INDEXED,
            clues=tell(
                full_name=person.name, job=person.job, employer=person.employer, town=cast.town.name
            ),
            shows_handle=False,
            name=person.name,
            fields=(
                ("job", person.job),
                ("employer", person.employer),
                ("town", cast.town.name),
                ("experience", since),
            ),
            bio=about,
            owner=f"work:{handle}",
        ),
    )


def _resale(pen: Pen, sites: Sites) -> Source:
    cast = pen.cast
    town, thing = cast.town.name if pen.tells() else None, cast.thing if pen.tells() else None
    items = [(each, pen.chance.randint(3, 40)) for each in pen.some("item", 3)]
    items += [(sentences(cast.thing), pen.chance.randint(9, 60) * 5)] if thing else []
    posts = [
        Post(
            id=pen.number(),
            text=text,
            on=pen.before(5, 150),
            line=cast.words.currency.price.format(n=amount),
        )
        for text, amount in items
    ]
    return account(
        pen,
        sites,
        Account(
            id="p4",
            kind="resale",
            handle=cast.handles.variant,
            manner=pen.pick(["meta", "hcard"]),
            seen_by=Visibility.INDEXED,
            clues=tell(handle=cast.handles.variant, town=town, object=thing),
            fields=(
                ("handle", cast.handles.variant),
                ("town", town),
                ("since", pen.day(pen.before(400, 1500))),
            ),
            bio=pen.phrase("resale"),
            posts=tuple(posts),
        ),
    )


def _forum(pen: Pen, sites: Sites) -> Source:
    cast = pen.cast
    handle = cast.handles.main if pen.tells() else cast.handles.variant
    town = cast.town.name if pen.tells() else None
    lines = pen.words.phrases["forum"]
    told = pen.pick([0, 1, 2]) if pen.tells() else None
    texts = [
        *pen.some("forum_bare", 2),
        *(
            [pen.fill(lines[told], object=cast.thing, town=cast.town.name, venue=cast.venue)]
            if told is not None
            else []
        ),
    ]
    clues = tell(
        handle=handle,
        object=cast.thing if told in (0, 2) else None,
        venue=cast.venue if told == 1 else None,
        town=cast.town.name if town or told == 1 else None,
    )
    return account(
        pen,
        sites,
        Account(
            id="p7",
            kind="forum",
            handle=handle,
            manner="plain",
            seen_by=Visibility.INDEXED,
            clues=clues,
            fields=(
                ("handle", handle),
                ("town", town),
                ("since", pen.day(pen.before(620, 2000))),
                ("messages", str(pen.chance.randint(3, 900))),
            ),
            posts=tuple(
                Post(id=pen.number(), text=sentences(each), on=pen.before(20, 600))
                for each in texts
            ),
        ),
    )
