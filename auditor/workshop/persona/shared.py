"""Sources that either manner of years has: the press, the team, and an account's page."""

from datetime import date, timedelta

from auditor.model.visibility import Visibility
from auditor.workshop.persona.cast import person as somebody
from auditor.workshop.persona.clues import Clue, Shown, Source, tell
from auditor.workshop.persona.grammar import sentences
from auditor.workshop.persona.markup.page import Article, Team, article, team
from auditor.workshop.persona.pen import Pen
from auditor.workshop.persona.person import Person, host

ARTICLES = ("ld", "meta", "plain")
_SATURDAY = 6
_SETTLED = (1951, 1999)
"""Years in which firms of a case began."""
TEAMS = ("list", "table", "cards")


def html(id_: str, text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The file of a page, and its place in the case."""
    path = f"footprint/{id_}.html"
    return ((path, text),), path


def journey(pen: Pen) -> str:
    """The clue of a journey: who, where, when."""
    one, two = pen.cast.friends
    trip = pen.cast.journey
    return f"{one.first}, {two.first}, {trip.place}, {pen.month(trip.month)} {trip.year}"


def companions(pen: Pen) -> tuple[Shown, ...]:
    """The two friends of the journey, as the account that tells of it shows them."""
    return tuple(
        Shown(
            name=each.first,
            who=each.id,
            clues=tell(first_name=each.first, company=journey(pen)),
        )
        for each in pen.cast.friends
    )


def travelled(pen: Pen) -> list[tuple[str, str]]:
    """The facts that the journey gives."""
    one, *_ = pen.cast.friends
    return [("third_party_mention", one.first), ("geotag", pen.cast.journey.place)]


def named(person: Person, written: str) -> tuple[Clue, ...]:
    """The clue that a name gives, by the form it is written in."""
    forms = {
        person.name: "full_name",
        person.short: "initial",
        person.initialled: "surname",
        person.listed: "full_name",
    }
    kind = forms.get(written, "first_name")
    return (Clue(kind=kind, value=person.name if kind == "full_name" else written),)


def strangers(pen: Pen, number: int) -> list[Person]:
    """People who are on one page of the case and on no other."""
    taken = set(pen.cast.taken)
    near = pen.cast.subject
    return [
        somebody(f"stranger{at}", pen.words, pen.chance, taken, near=near) for at in range(number)
    ]


def held(pen: Pen) -> date:
    """The Saturday of the event: the paper comes after it, the list of results is of it."""
    on = pen.page("event").before(45, 300)
    return on - timedelta(days=(on.isoweekday() - _SATURDAY) % 7)


def press(pen: Pen, id_: str) -> Source:
    """An article of the local paper that names the subject among others."""
    cast, person = pen.cast, pen.cast.subject
    on = held(pen) + timedelta(days=pen.chance.randint(1, 3))
    full = pen.tells()
    line = pen.phrase(
        "press_age" if full else "press_plain",
        name=person.name,
        age=person.age(on),
        job=person.job,
        role=pen.fill(cast.role.who),
        group=cast.group,
        whose=cast.hobby.of,
        did=pen.pick(cast.hobby.did),
        quote=pen.pick(cast.hobby.quotes),
    )
    paragraphs = [
        pen.phrase(f"lead_{cast.hobby.time}", town=cast.town.name),
        *pen.some("press_other", 1),
        sentences(line),
        *pen.some("press_end", 1),
    ]
    piece = Article(
        url=f"https://{host(cast.paper)}/{on.year}/{on.month:02d}/{pen.number()}",
        paper=cast.paper,
        language=cast.order.language,
        headline=sentences(pen.phrase(f"headline_{cast.hobby.time}", event=cast.event)),
        on=on,
        day=pen.day(on),
        place=cast.town.name,
        paragraphs=tuple(paragraphs),
    )
    files, path = html(id_, article(piece, pen.pick(ARTICLES)))
    clues = tell(
        full_name=person.name,
        group=cast.group,
        town=cast.town.name,
        part=cast.role.part if cast.role.says_part else None,
        job=person.job if full else None,
        age=born(pen, person) if full else None,
    )
    return Source(
        id=id_,
        files=files,
        path=path,
        seen_by=Visibility.INDEXED,
        shown=(Shown(name=person.name, who="subject", clues=clues),),
        facts=(("tagged_by_other", cast.paper),),
    )


def born(pen: Pen, person: Person) -> str:
    """What an age says: the year of birth, as near as it tells."""
    return str(pen.cast.order.now.year - person.age(pen.cast.order.now))


def settled(pen: Pen, town: str) -> str:
    """How a firm says where it is and since when."""
    return pen.phrase("team", town=town, year=pen.chance.randint(*_SETTLED))


def staff(pen: Pen, id_: str, near: Person | None) -> Source:
    """The employer's page of its people, with initials; a colleague's name may be near."""
    cast, person = pen.cast, pen.cast.subject
    people = [(each.initialled, each.job) for each in cast.team[: 3 if near else 4]]
    people += [(person.initialled, person.job)]
    people += [(near.initialled, near.job)] if near else []
    pen.chance.shuffle(people)
    page = Team(
        url=f"https://{host(person.employer)}/team",
        firm=person.employer,
        language=cast.order.language,
        title=pen.label("team"),
        town=cast.town.name,
        country=cast.words.country,
        intro=settled(pen, cast.town.name),
        people=tuple(people),
    )
    files, path = html(id_, team(page, pen.pick(TEAMS)))
    shown = [
        Shown(
            name=person.initialled,
            who="subject",
            clues=tell(
                surname=person.initialled,
                job=person.job,
                employer=person.employer,
                town=cast.town.name,
            ),
        )
    ]
    if near:
        shown.append(
            Shown(
                name=near.initialled,
                who="colleague",
                clues=tell(surname=near.initialled, employer=near.employer),
            )
        )
    return Source(
        id=id_,
        files=files,
        path=path,
        seen_by=Visibility.INDEXED,
        shown=tuple(shown),
        facts=(("employer", person.employer), ("job_title", person.job)),
    )
