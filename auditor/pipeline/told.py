"""What a report tells beside the views: its sources, whose the facts are, advice, which law is the subject's."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from auditor.assess import advice
from auditor.model.fact import About, Fact
from auditor.model.failure import Failure
from auditor.model.mandate import Mandate
from auditor.model.network import Network, NetworkKind
from auditor.model.place import Home, Place
from auditor.model.profile import Page, Profile, whole
from auditor.model.record import Record
from auditor.model.report import SourceStatus, Status, View
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility
from auditor.pipeline.view import Kit


def kinds_of(
    places: Iterable[Profile | Page], networks: Mapping[str, Network]
) -> Mapping[str, NetworkKind]:
    """Source → what its network is used for; the reader may have told the network by the content."""
    return {
        place.source: networks[place.network].kind
        for place in places
        if place.network is not None and place.network in networks
    }


def statuses(
    mandate: Mandate,
    places: Iterable[Profile | Page],
    failures: Iterable[Failure],
    records: Iterable[Record],
) -> Iterable[SourceStatus]:
    """Each source of the mandate and what became of it."""
    known = {source.id for source in mandate.sources}
    read: dict[str, Profile | Page] = {}
    for each in places:
        read.setdefault(_of(each.source, known), each)
    failed = {failure.source for failure in failures}
    counts: dict[str, int] = {}
    for record in records:
        of = _of(record.source, known)
        counts[of] = counts.get(of, 0) + 1
    for source in mandate.sources:
        place = read.get(source.id)
        status = Status.FAILED if place is None else Status.READ
        yield SourceStatus(
            id=source.id,
            place=source.path or source.url or "",
            network=source.network or (place.network if place else None),
            status=Status.PARTLY if place and source.id in failed else status,
            records=counts.get(source.id, 0),
            seen_by=place.sight.visibility if place else Visibility.UNKNOWN,
            url=place.url if place and source.path else None,
        )


def _of(source: str, known: Collection[str]) -> str:
    """The source of the mandate: itself, or the one whose page it is."""
    return source if source in known else whole(source)


def marked(facts: Iterable[Fact], views: Iterable[View]) -> tuple[Fact, ...]:
    """Facts of records that no view takes for the subject's are others'."""
    mine = frozenset().union(*(view.mine for view in views))
    return tuple(
        fact if fact.record in mine or not mine else replace(fact, about=About.OTHER)
        for fact in facts
    )


def counsel(
    mandate: Mandate, kit: Kit, facts: Iterable[Fact], views: Mapping[Viewer, View]
) -> tuple[str, ...]:
    """The ids of the advice that is given, by what its viewer sees of the subject."""

    def seen(viewer: Viewer) -> Iterable[Fact] | None:
        return _subjects(facts, views[viewer]) if viewer in views else None

    given = advice.given(kit.advice, mandate.declared, seen, kit.scale.floor.value)
    return tuple(each.id for each in given)


def _subjects(facts: Iterable[Fact], view: View) -> Iterable[Fact]:
    mine = view.mine
    there = set(view.facts)
    kept = (fact for fact in facts if fact.id in there)
    return (fact for fact in (*kept, *view.made) if fact.record in mine)


def home(mandate: Mandate, place: Callable[[str], Place | None]) -> Home | None:
    """Where the subject lives: told by the town of the mandate alone, never by what was found."""
    town = place(mandate.subject.town) if mandate.subject.town else None
    return Home(country=town.country, region=town.region) if town else None
