"""People who look like the subject and are not: each told apart by something the page says."""

from collections.abc import Callable
from dataclasses import replace

from auditor.model.visibility import Visibility
from auditor.workshop.persona import naming
from auditor.workshop.persona.cast import TEAM, called
from auditor.workshop.persona.clues import Shown, Source, tell
from auditor.workshop.persona.grammar import agree
from auditor.workshop.persona.lookalikes import (
    Decoy,
    fan,
    handle,
    namesake,
    neighbour,
    twin,
    verdict,
)
from auditor.workshop.persona.markup.page import Article, Team, article, team
from auditor.workshop.persona.pen import Pen
from auditor.workshop.persona.person import Person, host
from auditor.workshop.persona.places import Sites
from auditor.workshop.persona.shared import html, named, settled, strangers


def near_colleague(pen: Pen) -> Person | None:
    """A colleague with the subject's initial and nearly the name, where the level has one."""
    if "colleague" not in pen.level.decoys:
        return None
    one = pen.cast.team[-1]
    last = naming.near(pen.cast.subject.last, pen.chance, set(pen.cast.taken))
    return replace(one, id="colleague", first=pen.cast.subject.first, last=last)


def decoys(pen: Pen, sites: Sites) -> list[Decoy]:
    """The decoys of the level that have a page of their own."""
    wanted = [each for each in _MAKERS if each in pen.level.decoys]
    if pen.cast.order.style != "today":
        wanted = [each for each in wanted if each != "fan"]
    return [_MAKERS[each](pen, sites, f"d{number}") for number, each in enumerate(wanted, 1)]


def _sibling(pen: Pen, _: Sites, id_: str) -> Decoy:
    who, cast = pen.cast.sibling, pen.cast
    trade = next(each for each in pen.words.jobs if agree(each.title, who.female) == who.job)
    others = tuple(
        (one.name, agree(job, one.female))
        for one, job in zip(strangers(pen, TEAM), trade.others, strict=True)
    )
    page = Team(
        url=f"https://{host(who.employer)}/team",
        firm=who.employer,
        language=cast.order.language,
        title=pen.label("team"),
        town=who.town,
        country=cast.words.country,
        intro=settled(pen, who.town),
        people=((who.name, who.job), *others),
    )
    files, path = html(id_, team(page, pen.pick(["list", "cards"])))
    shown = Shown(
        name=who.name, who=who.id, clues=tell(full_name=who.name, job=who.job, town=who.town)
    )
    source = Source(id=id_, files=files, path=path, seen_by=Visibility.INDEXED, shown=(shown,))
    return Decoy(
        who=who,
        source=source,
        record=f"{id_}#{who.name}",
        why=verdict(pen, "sibling", who, job=who.job),
    )


def _court(pen: Pen, _: Sites, id_: str) -> Decoy:
    cast, person = pen.cast, pen.cast.subject
    on = pen.before(30, 200)
    tail = pen.pick([each for each in cast.words.tails if each not in cast.paper])
    paper = called(cast.words, pen.pick(cast.words.papers), tail)
    line = pen.phrase("court", name=person.short, age=person.age(on), town=cast.town.name)
    piece = Article(
        url=f"https://{host(paper)}/{on.year}/{pen.number()}",
        paper=paper,
        language=cast.order.language,
        headline=pen.phrase("court_title"),
        on=on,
        day=pen.day(on),
        place=cast.town.region,
        paragraphs=(pen.phrase("court_other"), line),
    )
    files, path = html(id_, article(piece, pen.pick(["meta", "plain"])))
    shown = Shown(
        name=person.short,
        who="court",
        clues=(*named(person, person.short), *tell(town=cast.town.name)),
    )
    source = Source(id=id_, files=files, path=path, seen_by=Visibility.INDEXED, shown=(shown,))
    return Decoy(
        who=replace(person, id="court"),
        source=source,
        record=f"{id_}#{person.short}",
        why=verdict(pen, "court", person),
    )


_MAKERS: dict[str, Callable[[Pen, Sites, str], Decoy]] = {
    "namesake": namesake,
    "handle": handle,
    "sibling": _sibling,
    "neighbour": neighbour,
    "court": _court,
    "fan": fan,
    "twin": twin,
}
