"""People with an account of their own who look like the subject: namesakes, neighbours, a near handle, an admirer."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from auditor.model.visibility import Visibility
from auditor.workshop.persona import naming
from auditor.workshop.persona.account import Account, account
from auditor.workshop.persona.cast import person as somebody
from auditor.workshop.persona.clues import Clue, Source, tell
from auditor.workshop.persona.grammar import agree
from auditor.workshop.persona.markup.profile import Post
from auditor.workshop.persona.pen import Pen
from auditor.workshop.persona.person import Person, letters
from auditor.workshop.persona.places import Sites
from auditor.workshop.persona.shared import named

_GENERATION = (19, 31)
"""Years by which a far namesake is older."""
_OTHER_AGE = (6, 9)
"""Apart from the twin's, lest the two be taken for one."""
_TWIN_AGE = (11, 16)
_GAMER = (16, 22)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoy:
    """Somebody else, the source that shows them, and what tells them apart."""

    who: Person
    source: Source
    record: str
    why: str


def verdict(pen: Pen, key: str, who: Person, **values: object) -> str:
    """What tells them apart, said in the case's language."""
    return pen.fill(pen.words.verdicts[key], who, **values)


def _older(pen: Pen, years: tuple[int, int], id_: str, **changes: Any) -> Person:
    """Somebody of the subject's name and sex who was born so many years before."""
    born = date(
        pen.cast.subject.born.year - pen.chance.randint(*years),
        pen.chance.randint(1, 12),
        pen.chance.randint(1, 28),
    )
    return replace(pen.cast.subject, id=id_, born=born, employer="", **changes)


def _other_town(pen: Pen) -> str:
    return pen.pick([each.name for each in pen.words.towns if each.name != pen.cast.town.name])


def _other_job(pen: Pen) -> str:
    jobs = [agree(each, pen.cast.subject.female) for each in pen.words.other_jobs]
    return pen.pick([each for each in jobs if each != pen.cast.subject.job])


def _page(pen: Pen, sites: Sites, id_: str, who: Person, key: str) -> Decoy:
    """A page of their own, on a network of the case, that says when they were born, where they live and what they do."""
    today = pen.cast.order.style == "today"
    handle = f"{letters(who.first)}-{letters(who.last)}-{pen.chance.randint(10, 99)}"
    full = who.last == pen.cast.subject.last
    name = who.name if full else who.short
    source = account(
        pen,
        sites,
        Account(
            id=id_,
            kind="work" if today and full else "friends" if not today else "resale",
            handle=handle if today else str(pen.number()),
            manner=pen.pick(["ld", "hcard", "meta"]),
            seen_by=Visibility.INDEXED,
            clues=(*named(who, name), *tell(town=who.town, job=who.job, age=str(who.born.year))),
            who=who.id,
            shows_handle=False,
            name=name,
            fields=(
                ("name", name),
                ("town", who.town),
                ("job", who.job),
                ("born", str(who.born.year)),
            ),
            bio=pen.phrase(
                "namesake" if key == "namesake" else "neighbour",
                who,
                born=who.born.year,
                town=who.town,
                job=who.job,
                pastime=pen.phrase("pastime"),
            ),
            owner="other",
        ),
    )
    why = verdict(pen, key, who, born=who.born.year, town=who.town, job=who.job)
    return Decoy(who=who, source=source, record=f"{id_}#owner", why=why)


def namesake(pen: Pen, sites: Sites, id_: str) -> Decoy:
    """The same name, another town, a generation older."""
    who = _older(pen, _GENERATION, "namesake", town=_other_town(pen), job=_other_job(pen))
    return _page(pen, sites, id_, who, "namesake")


def twin(pen: Pen, sites: Sites, id_: str) -> Decoy:
    """The same name and town, another age and trade."""
    who = _older(pen, _TWIN_AGE, "twin", job=_other_job(pen))
    return _page(pen, sites, id_, who, "twin")


def neighbour(pen: Pen, sites: Sites, id_: str) -> Decoy:
    """The same first name, initial and town, another age and trade."""
    taken = set(pen.cast.taken)
    while True:
        last = naming.surname(pen.words, pen.chance, taken)
        if last[0] == pen.cast.subject.last[0]:
            break
    who = _older(pen, _OTHER_AGE, "neighbour", last=last, job=_other_job(pen))
    return _page(pen, sites, id_, who, "neighbour")


def handle(pen: Pen, sites: Sites, id_: str) -> Decoy:
    """Somebody whose handle is one sign away."""
    near, years = near_handle(pen), pen.chance.randint(*_GAMER)
    who = somebody("handle", pen.words, pen.chance, set(pen.cast.taken), near=pen.cast.subject)
    who = replace(who, town=_other_town(pen), born=date(pen.cast.order.now.year - years, 3, 3))
    source = account(
        pen,
        sites,
        Account(
            id=id_,
            kind="forum",
            handle=near,
            manner="plain",
            seen_by=Visibility.INDEXED,
            clues=tell(handle=near, full_name=who.name, town=who.town, age=str(who.born.year)),
            who=who.id,
            name=who.name,
            fields=(
                ("handle", near),
                ("name", who.name),
                ("town", who.town),
                ("age", pen.words.years.format(n=years)),
            ),
            bio=pen.phrase("gamer", who),
        ),
    )
    return Decoy(
        who=who,
        source=source,
        record=f"{id_}#owner",
        why=verdict(pen, "handle", who, name=who.name, town=who.town),
    )


def near_handle(pen: Pen) -> str:
    """A handle one sign away from the subject's."""
    main = pen.cast.handles.main
    plain = letters(main)
    return plain if plain != main else f"{main}x"


def fan(pen: Pen, sites: Sites, id_: str) -> Decoy:
    """Somebody who recommends the subject's channel."""
    who = somebody("fan", pen.words, pen.chance, set(pen.cast.taken), near=pen.cast.subject)
    who = replace(who, town=_other_town(pen))
    channel = sites.url("shorts", pen.cast.handles.alias)
    source = account(
        pen,
        sites,
        Account(
            id=id_,
            kind="gallery",
            handle=f"{letters(who.first)}.{letters(who.last)[:3]}",
            manner="hcard",
            seen_by=Visibility.ANYONE,
            clues=(*named(who, who.first), Clue(kind="fan_link", value=channel)),
            who=who.id,
            name=who.first,
            fields=(("town", who.town),),
            bio=pen.phrase("fan", who, url=channel),
            owner="other",
            posts=tuple(Post(id=pen.number(), text=text, on=on) for text, on in pen.captions(2)),
        ),
    )
    return Decoy(who=who, source=source, record=f"{id_}#owner", why=verdict(pen, "fan", who))
