"""Runs and rides: the account of a sports network, and the list of a race."""

from datetime import timedelta

from auditor.model.visibility import Visibility
from auditor.workshop.persona.account import Account, account
from auditor.workshop.persona.cast import called
from auditor.workshop.persona.clues import Shown, Source, tell
from auditor.workshop.persona.grammar import sentences
from auditor.workshop.persona.markup.page import Table, listing
from auditor.workshop.persona.markup.profile import Post
from auditor.workshop.persona.pen import Pen
from auditor.workshop.persona.person import host
from auditor.workshop.persona.places import Sites
from auditor.workshop.persona.shared import held, html, named, strangers

_WEEK = 7


def sport(pen: Pen, sites: Sites) -> Source:
    """The account of a sports network, with the street where each outing starts."""
    cast, person = pen.cast, pen.cast.subject
    club, start = cast.group if pen.tells() else None, pen.tells()
    bio = pen.phrase("sport" if club else "sport_bare", does=cast.hobby.does, group=cast.group)
    hour = pen.pick([6, 7])
    first = pen.before(3, 9)
    here = f"{cast.street}, {cast.town.name}"
    posts = [
        Post(
            id=pen.number(),
            text=text,
            on=first - timedelta(days=_WEEK * week),
            at=f"{hour:02d}:15:00+01:00",
            place=here if start else None,
        )
        for week, text in enumerate(pen.some("workout", 5))
    ]
    return account(
        pen,
        sites,
        Account(
            id="p5",
            kind="sport",
            handle=str(pen.number()),
            manner="hcard",
            seen_by=Visibility.ANYONE,
            clues=(
                *named(person, person.short),
                *tell(
                    group=club, **({"street": cast.street, "town": cast.town.name} if start else {})
                ),
            ),
            shows_handle=False,
            name=person.short,
            fields=(("sport", cast.hobby.does), ("club", club)),
            bio=bio,
            posts=tuple(posts),
        ),
    )


def results(pen: Pen, id_: str) -> Source:
    """The list of a race, names turned round."""
    cast, person = pen.cast, pen.cast.subject
    on = held(pen)
    runners = [(each.listed, str(each.born.year), cast.group) for each in cast.members]
    runners += [(each.listed, str(each.born.year), _club(pen)) for each in strangers(pen, 4)]
    runners.append((person.listed, str(person.born.year), cast.group))
    pen.chance.shuffle(runners)
    rows = tuple(
        (str(rank), *each, f"{38 + rank}:{pen.chance.randint(10, 59)}")
        for rank, each in enumerate(runners, 1)
    )
    page = Table(
        url=f"https://{host(cast.event)}/{on.year}",
        site=pen.label("results"),
        language=cast.order.language,
        title=sentences(pen.phrase("results", event=cast.event)),
        note=cast.town.name,
        heads=tuple(pen.label(each) for each in ("rank", "name", "born", "club", "time")),
        rows=rows,
        on=on,
        day=pen.day(on),
    )
    files, path = html(id_, listing(page))
    clues = tell(full_name=person.name, age=str(person.born.year), group=cast.group)
    return Source(
        id=id_,
        files=files,
        path=path,
        seen_by=Visibility.INDEXED,
        shown=(Shown(name=person.listed, who="subject", clues=clues),),
        facts=(("tagged_by_other", cast.event),),
    )


def _club(pen: Pen) -> str:
    """Another club's name."""
    return called(pen.words, pen.label("club"), pen.pick(pen.words.tails))
